"""The comparison as one HTML file that stands alone: no script, no request, light and dark."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from ... import __version__
from ...compare import Comparison
from ...documents import Document
from ..legible import file_name
from ..marked import Marked
from ..wording import ENGLISH, Wording, minor_words, verdict
from .evidence import ledger, sections, summary
from .markup import attribute, text
from .pair import pair_rows

_STYLE = Path(__file__).with_name("report.css")


def to_html(
    comparison: Comparison,
    *,
    title: str,
    label: str | None = None,
    annotator: str = "",
    note: str = "",
    wording: Wording = ENGLISH,
) -> str:
    """Return *comparison* as a page to send on.

    *title* heads it; *label*, *annotator* and *note* are what a reviewer decided, if anything;
    *wording* says in which language the page speaks. All text is shown literally, and the
    page's own policy forbids scripts and every request.
    """
    marked = Marked(comparison, wording)
    style = _STYLE.read_text(encoding="utf-8")
    body = [
        _header(marked, title, label, annotator, note),
        summary(marked),
        '<div class="evidence">',
        sections(marked),
        ledger(marked),
        "</div>",
        _pair(marked),
        _footer(marked),
    ]
    head = _head(title, style, wording.language)
    return head + "\n".join(part for part in body if part) + "\n</body>\n</html>\n"


def _head(title: str, style: str, language: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!doctype html>\n<html lang="{attribute(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<meta name="generator" content="Copydesk {__version__}">\n'
        f"<title>{attribute(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def _header(marked: Marked, title: str, label: str | None, annotator: str, note: str) -> str:
    words, comparison = marked.wording, marked.comparison
    said = ""
    if label:
        is_one = text(words.say("The candidate is {verdict}"))
        said = is_one.format(verdict=f"<strong>{text(verdict(words, label))}</strong>")
        if annotator:
            by = text(words.say("judged by {annotator}"))
            said += " · " + by.format(annotator=text(annotator))
        said = f'<p class="verdict">{said}</p>'
    remark = f'<p class="note">{text(note)}</p>' if note else ""
    documents = _document(words, "reference", words.say("reference"), comparison.reference)
    documents += _document(words, "candidate", words.say("candidate"), comparison.candidate)
    return (
        f"<header><h1>{text(title)}</h1>{said}{remark}"
        f'<div class="documents">{documents}</div></header>'
    )


def _document(words: Wording, role: str, name: str, document: Document) -> str:
    notices = "".join(
        f"<li>{text(words.sentence(notice.message))}</li>" for notice in document.notices
    )
    length = words.count("%n word(s)", document.words)
    facts = " · ".join(filter(None, (length, document.format, document.encoding)))
    return (
        f'<div class="document {role}"><h2>{text(name)}</h2><p class="name">'
        f'{text(file_name(document.name))}</p><p class="facts">{text(facts)}</p>'
        + (f'<ul class="notices">{notices}</ul>' if notices else "")
        + "</div>"
    )


def _pair(marked: Marked) -> str:
    names = marked.comparison.reference.name, marked.comparison.candidate.name
    reference, candidate = (text(_short(file_name(name))) for name in names)
    words = marked.wording
    roles = text(words.say("Reference")), text(words.say("Candidate"))
    return (
        '<table class="pair"><colgroup><col class="side"><col class="middle"><col class="side">'
        f'</colgroup><thead><tr><th scope="col">{roles[0]} <span>{reference}</span></th><th></th>'
        f'<th scope="col">{roles[1]} <span>{candidate}</span></th></tr></thead><tbody>\n'
        + "\n".join(pair_rows(marked))
        + "\n</tbody></table>"
    )


def _short(name: str) -> str:
    """Return *name*, or its last part where it is too long for the head of a column.

    Two documents in folders of their own are often called the same but for the folder.
    """
    return name if len(name) <= 40 else Path(name).name


def _footer(marked: Marked) -> str:
    words, comparison = marked.wording, marked.comparison
    facts = (
        (words.say("SHA-256 of the reference"), comparison.reference.sha256),
        (words.say("SHA-256 of the candidate"), comparison.candidate.sha256),
        (words.say("Counted as minor"), minor_words(words, comparison.options)),
    )
    listed = "".join(f"<dt>{text(name)}</dt><dd>{text(value)}</dd>" for name, value in facts)
    made = text(words.say("Compared with Copydesk {version}").format(version=__version__))
    return f"<footer><dl>{listed}</dl><p>{made}</p></footer>"
