"""The comparison as one HTML file that stands alone: no script, no request, light and dark."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path

from ... import __version__
from ...compare import ChangeKind, Comparison, Options, SectionKind
from ...compare.furniture import FurnitureItem, FurnitureState, furniture
from ...documents import Document
from ..figures import counted, excerpt, percent, verdict
from ..marked import Marked
from ..visible import file_name
from .markup import attribute, text
from .overview import overview
from .pair import pair_rows, section_anchor

_STYLE = Path(__file__).with_name("report.css")
_OCCURRENCES = 60  # links to one substitution; more help nobody
_STATE_SIGNS = {
    FurnitureState.KEPT: "✓",
    FurnitureState.ALTERED: "≈",
    FurnitureState.LOST: "✕",
    FurnitureState.ADDED: "+",
}


def to_html(
    comparison: Comparison,
    *,
    title: str,
    label: str | None = None,
    annotator: str = "",
    note: str = "",
) -> str:
    """Return *comparison* as a page to send on.

    *title* heads it; *label*, *annotator* and *note* are what a reviewer decided, if anything.
    All text is shown literally, and the page's own policy forbids scripts and every request.
    """
    marked = Marked(comparison)
    style = _STYLE.read_text(encoding="utf-8")
    body = [
        _header(comparison, title, label, annotator, note),
        _summary(marked),
        '<div class="evidence">',
        _sections(marked),
        _ledger(comparison),
        "</div>",
        _pair(marked),
        _footer(comparison),
    ]
    return _head(title, style) + "\n".join(part for part in body if part) + "\n</body>\n</html>\n"


def _head(title: str, style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<meta name="generator" content="Copydesk {__version__}">\n'
        f"<title>{attribute(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def _header(
    comparison: Comparison, title: str, label: str | None, annotator: str, note: str
) -> str:
    by = f" · judged by {text(annotator)}" if annotator else ""
    said = (
        f'<p class="verdict">The candidate is <strong>{text(verdict(label))}</strong>{by}</p>'
        if label
        else ""
    )
    remark = f'<p class="note">{text(note)}</p>' if note else ""
    documents = "".join(
        _document(role, document)
        for role, document in (
            ("reference", comparison.reference),
            ("candidate", comparison.candidate),
        )
    )
    return (
        f"<header><h1>{text(title)}</h1>{said}{remark}"
        f'<div class="documents">{documents}</div></header>'
    )


def _document(role: str, document: Document) -> str:
    notices = "".join(f"<li>{text(notice.message)}</li>" for notice in document.notices)
    facts = " · ".join(
        filter(None, (counted(document.words, "word"), document.format, document.encoding))
    )
    return (
        f'<div class="document {role}"><h2>{role}</h2><p class="name">'
        f'{text(file_name(document.name))}</p><p class="facts">{text(facts)}</p>'
        + (f'<ul class="notices">{notices}</ul>' if notices else "")
        + "</div>"
    )


def _summary(marked: Marked) -> str:
    similarity = marked.comparison.similarity
    tiles = "".join(
        _tile(name, what, share)
        for name, what, share in (
            ("verbatim", "words that are the same in both", similarity.verbatim),
            (
                "with substitutions",
                "words the same or substituted, in both",
                similarity.with_substitutions,
            ),
            (
                "reference covered",
                "words of the reference found in the candidate",
                similarity.reference_covered,
            ),
            (
                "candidate covered",
                "words of the candidate found in the reference",
                similarity.candidate_covered,
            ),
        )
    )
    drawing = overview(marked)
    if drawing:
        drawing = '<div class="bands"><span>reference</span><span>candidate</span></div>' + drawing
    return (
        f'<section class="summary"><div class="tiles">{tiles}</div>'
        f'<ul class="counts">{"".join(_counts(marked.comparison))}</ul>'
        f"{_furniture(marked.comparison)}"
        + (f'<div class="map">{drawing}</div>' if drawing else "")
        + "</section>"
    )


def _tile(name: str, what: str, share: float | None) -> str:
    width = 100 * (share or 0.0)
    return (
        f'<div class="tile" title="{what}"><span class="figure">{percent(share)}</span>'
        f'<span class="what">{name}</span>'
        '<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="rail" width="100" height="4" rx="2"/>'
        f'<rect class="filled" width="{width:.1f}" height="4" rx="2"/></svg></div>'
    )


def _counts(comparison: Comparison) -> Iterator[str]:
    """Yield what was found of each kind, marked as in the text below: the legend too."""
    tally = comparison.tally
    for kind, number, one, always in (
        (ChangeKind.SUBSTITUTION.value, tally.substituted, "substitution", True),
        (ChangeKind.MISSING.value, tally.missing_words, "word missing", True),
        (ChangeKind.ADDED.value, tally.added_words, "word added", True),
        (SectionKind.MOVED.value, tally.moved_sections, "section moved", True),
        (ChangeKind.LOOK_ALIKE.value, tally.look_alikes, "look-alike", False),
        (ChangeKind.MINOR.value, tally.minor, "minor difference", False),
    ):
        if number or always:
            noun, _, rest = one.partition(" ") if kind != "minor" else (one, "", "")
            words = counted(number, noun) + (f" {rest}" if rest else "")
            yield f'<li><span class="{kind} sample">{words}</span></li>'


def _furniture(comparison: Comparison) -> str:
    found = "".join(_furniture_item(comparison, item) for item in furniture(comparison))
    return f'<ul class="furniture">{found}</ul>' if found else ""


def _furniture_item(comparison: Comparison, item: FurnitureItem) -> str:
    place = section_anchor(comparison, item.section)
    sign = f'<span aria-hidden="true">{_STATE_SIGNS[item.state]}</span>'
    words = f'<a href="#{place}">{item.kind.value} <em>{item.state.value}</em></a>'
    return f'<li class="{item.state.value}">{sign} {words}</li>'


def _ledger(comparison: Comparison) -> str:
    if not comparison.ledger:
        return ""
    entries = []
    for entry in comparison.ledger:
        places = " ".join(
            f'<a href="#c{change}">{number}</a>'
            for number, change in enumerate(entry.changes[:_OCCURRENCES], start=1)
        )
        more = " …" if entry.count > _OCCURRENCES else ""
        where = f' <span class="places">{places}{more}</span>' if entry.count > 1 else ""
        entries.append(
            f'<li><span class="count">{entry.count}</span><span><a href="#c{entry.changes[0]}">'
            f'<bdi class="was">{text(entry.reference)}</bdi> → '
            f'<bdi class="is">{text(entry.candidate)}</bdi></a>{where}</span></li>'
        )
    return (
        f'<section class="ledger"><h2>Substitutions <span>{len(comparison.ledger)} different, '
        f"{comparison.tally.substituted} in all</span></h2><ul>{''.join(entries)}</ul></section>"
    )


def _sections(marked: Marked) -> str:
    lines = []
    for kind in (SectionKind.MISSING, SectionKind.ADDED, SectionKind.MOVED):
        for number, section in enumerate(marked.comparison.sections):
            if section.kind is not kind:
                continue
            if section.reference is not None:
                beginning = section.reference.of(marked.comparison.reference.text)
            else:
                assert section.candidate is not None
                beginning = section.candidate.of(marked.comparison.candidate.text)
            name = section_anchor(marked.comparison, number)
            words = counted(marked.words(section), "word")
            lines.append(
                f'<li><span class="tag {kind.value}">{kind.value}</span><a href="#{name}">'
                f'<bdi>{text(excerpt(beginning))}</bdi></a> <span class="words">{words}</span></li>'
            )
    if not lines:
        return ""
    return (
        f'<section class="sections"><h2>Sections <span>missing, added, moved</span></h2>'
        f"<ul>{''.join(lines)}</ul></section>"
    )


def _pair(marked: Marked) -> str:
    names = marked.comparison.reference.name, marked.comparison.candidate.name
    reference, candidate = (text(_short(file_name(name))) for name in names)
    return (
        '<table class="pair"><colgroup><col class="side"><col class="middle"><col class="side">'
        f'</colgroup><thead><tr><th scope="col">Reference <span>{reference}</span></th><th></th>'
        f'<th scope="col">Candidate <span>{candidate}</span></th></tr></thead><tbody>\n'
        + "\n".join(pair_rows(marked))
        + "\n</tbody></table>"
    )


def _short(name: str) -> str:
    """Return *name*, or its last part where it is too long for the head of a column.

    Two documents in folders of their own are often called the same but for the folder.
    """
    return name if len(name) <= 40 else Path(name).name


def _footer(comparison: Comparison) -> str:
    sums = "".join(
        f"<dt>SHA-256 of the {role}</dt><dd>{text(document.sha256)}</dd>"
        for role, document in (
            ("reference", comparison.reference),
            ("candidate", comparison.candidate),
        )
    )
    return (
        f"<footer><dl>{sums}<dt>Counted as minor</dt><dd>{_minor(comparison.options)}</dd></dl>"
        f"<p>Compared with Copydesk {__version__}</p></footer>"
    )


def _minor(options: Options) -> str:
    names = {"quotes": "quotation marks"}
    found = [names.get(name, name) for name, on in vars(options).items() if on]
    return ", ".join(found) or "nothing"
