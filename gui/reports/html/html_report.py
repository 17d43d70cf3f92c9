"""The comparison as one HTML file that stands alone: no script, no request, light and dark.

It has the figures, what became of the furniture, the substitutions and the sections, each linked
to its place in the marked pair below.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from ... import __version__
from ...compare import ChangeKind, Comparison, FurnitureItem, FurnitureState, SectionKind
from ...documents import Document
from ..marked import MarkedComparison
from ..wording import (
    ENGLISH,
    Wording,
    excerpt,
    file_name,
    furniture_legend,
    furniture_words,
    kind_word,
    label_words,
    minor_words,
)
from .html_pair import attribute, overview, pair_rows, section_anchor, text

_STYLES = Path(__file__).parent
_OCCURRENCES = 60  # most links to one substitution
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
    flagged: bool = False,
    note: str = "",
    index: str = "",
    wording: Wording = ENGLISH,
) -> str:
    """Return *comparison* as a page that can be sent to others.

    *title* is its heading; *label*, *annotator*, *flagged* and *note* are what a reviewer decided,
    if anything; *index* is where the page of all pairs stands, seen from this one, if there is
    one; *wording* gives the language of the page. All text is shown literally, and the
    page's own policy forbids scripts and every request.
    """
    marked = MarkedComparison(comparison, wording)
    decided = decision(wording, label, annotator, flagged, text, "strong")
    body = [
        _way_back(wording, index) if index else "",
        _header(marked, title, decided, note),
        summary(marked),
        '<div class="evidence">',
        sections(marked),
        ledger(marked),
        "</div>",
        _pair(marked),
        _footer(marked),
    ]
    head = page_head(title, "report.css", wording.language)
    return head + "\n".join(part for part in body if part) + "\n</body>\n</html>\n"


def page_head(title: str, style_sheet: str, language: str) -> str:
    """Return the beginning of a page in the colours of all, up to its body.

    The page forbids scripts and every request; *style_sheet* is the name of one beside this file.
    """
    names = ("colours.css", style_sheet)
    style = "".join((_STYLES / name).read_text(encoding="utf-8") for name in names)
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


def decision(
    words: Wording,
    label: str | None,
    annotator: str,
    flagged: bool,
    escaped: Callable[[str], str],
    element: str,
) -> str:
    """Return what was decided as markup, with the verdict in *element*; empty for nothing."""
    parts = []
    if label:
        is_one = escaped(words.say("The candidate is {verdict}"))
        name = escaped(label_words(words, label))
        parts.append(is_one.format(verdict=f"<{element}>{name}</{element}>"))
    if flagged:
        parts.append(escaped(words.say("flagged")))
    if parts and annotator:
        by = escaped(words.say("judged by {annotator}"))
        parts.append(by.format(annotator=escaped(annotator)))
    return " · ".join(parts)


def _way_back(words: Wording, index: str) -> str:
    return (
        f'<nav><a href="{attribute(index)}">← {text(words.say("All pairs of the list"))}</a></nav>'
    )


def _header(marked: MarkedComparison, title: str, decided: str, note: str) -> str:
    words, comparison = marked.wording, marked.comparison
    said = f'<p class="verdict">{decided}</p>' if decided else ""
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


def _pair(marked: MarkedComparison) -> str:
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
    """Return *name*, or only its last part if it is too long for the heading of a column.

    The folder is shown if there is room: the names often differ in nothing else. The id of an
    article in a file, behind ``#``, may have slashes of its own.

    >>> _short("crawls/2026-03/news/pool.jsonl#https://news.example/a")
    'pool.jsonl#https://news.example/a'
    """
    if len(name) <= 40:
        return name
    file, mark, id = name.partition("#")
    return f"{Path(file).name}{mark}{id}"


def _footer(marked: MarkedComparison) -> str:
    words, comparison = marked.wording, marked.comparison
    facts = (
        (words.say("SHA-256 of the reference"), comparison.reference.sha256),
        (words.say("SHA-256 of the candidate"), comparison.candidate.sha256),
        (words.say("Counted as minor"), minor_words(words, comparison.options)),
    )
    listed = "".join(f"<dt>{text(name)}</dt><dd>{text(value)}</dd>" for name, value in facts)
    made = text(words.say("Compared with Copydesk {version}").format(version=__version__))
    return f"<footer><dl>{listed}</dl><p>{made}</p></footer>"


def summary(marked: MarkedComparison) -> str:
    """Return how similar the documents are, what was found, and a drawing of both."""
    similarity, words = marked.comparison.similarity, marked.wording
    tiles = "".join(
        _tile(name, what, share, words.percent(share))
        for name, what, share in (
            (
                words.say("verbatim"),
                words.say("words that are the same in both"),
                similarity.verbatim,
            ),
            (
                words.say("with substitutions"),
                words.say("words the same or substituted, in both"),
                similarity.with_substitutions,
            ),
            (
                words.say("reference covered"),
                words.say("words of the reference found in the candidate"),
                similarity.reference_covered,
            ),
            (
                words.say("candidate covered"),
                words.say("words of the candidate found in the reference"),
                similarity.candidate_covered,
            ),
        )
    )
    drawing = overview(marked)
    if drawing:
        names = (text(words.say("reference")), text(words.say("candidate")))
        bands = "".join(f"<span>{name}</span>" for name in names)
        drawing = f'<div class="map"><div class="bands">{bands}</div>{drawing}</div>'
    return (
        f'<section class="summary"><div class="tiles">{tiles}</div>'
        f'<ul class="counts">{"".join(_counts(marked))}</ul>{_furniture(marked)}{drawing}</section>'
    )


def _tile(name: str, what: str, share: float | None, figure: str) -> str:
    width = 100 * (share or 0.0)
    return (
        f'<div class="tile" title="{attribute(what)}"><span class="figure">{text(figure)}</span>'
        f'<span class="what">{text(name)}</span>'
        '<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="rail" width="100" height="4" rx="2"/>'
        f'<rect class="filled" width="{width:.1f}" height="4" rx="2"/></svg></div>'
    )


def _counts(marked: MarkedComparison) -> Iterator[str]:
    """Yield how much of each kind was found, marked as in the text below: this is its legend."""
    for kind, what in counts(marked):
        yield f'<li><span class="{kind.value} sample">{text(what)}</span></li>'
    for what in hidden_counts(marked):
        yield f'<li><span class="unseen sample">{text(what)}</span></li>'


def hidden_counts(marked: MarkedComparison) -> Iterator[str]:
    """Yield how many words each document hides from its readers, if it does."""
    words, comparison = marked.wording, marked.comparison
    if comparison.reference.hidden:
        number = comparison.reference.hidden_words
        yield words.count("%n hidden word(s) in the reference", number)
    if comparison.candidate.hidden:
        number = comparison.candidate.hidden_words
        yield words.count("%n hidden word(s) in the candidate", number)


def counts(marked: MarkedComparison) -> Iterator[tuple[ChangeKind | SectionKind, str]]:
    """Yield each kind with how much of it was found; rare kinds only if there are any."""
    tally, words = marked.comparison.tally, marked.wording
    yield ChangeKind.SUBSTITUTION, words.count("%n substitution(s)", tally.substituted)
    yield ChangeKind.MISSING, words.count("%n word(s) missing", tally.missing_words)
    yield ChangeKind.ADDED, words.count("%n word(s) added", tally.added_words)
    yield SectionKind.MOVED, words.count("%n section(s) moved", tally.moved_sections)
    if tally.look_alikes:
        yield ChangeKind.LOOK_ALIKE, words.count("%n look-alike(s)", tally.look_alikes)
    if tally.minor:
        yield ChangeKind.MINOR, words.count("%n minor difference(s)", tally.minor)


def _furniture(marked: MarkedComparison) -> str:
    found = "".join(_furniture_item(marked, item) for item in marked.comparison.furniture)
    if not found:
        return ""
    said = " · ".join(furniture_legend(marked.wording, marked.comparison.furniture))
    return f'<ul class="furniture">{found}</ul><p class="explained">{text(said)}</p>'


def _furniture_item(marked: MarkedComparison, item: FurnitureItem) -> str:
    place = section_anchor(marked.comparison, item.section)
    sign = f'<span aria-hidden="true">{_STATE_SIGNS[item.state]}</span>'
    kind, state = (text(word) for word in furniture_words(marked.wording, item))
    words = f'<a href="#{place}">{kind} <em>{state}</em></a>'
    return f'<li class="{item.state.value}">{sign} {words}</li>'


def ledger(marked: MarkedComparison) -> str:
    """Return the substitutions with links to their places."""
    comparison, words = marked.comparison, marked.wording
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
    how_many = words.say("{different} different, {all} in all").format(
        different=len(comparison.ledger), all=comparison.tally.substituted
    )
    return (
        f'<section class="ledger"><h2>{text(words.say("Substitutions"))} '
        f"<span>{text(how_many)}</span></h2><ul>{''.join(entries)}</ul></section>"
    )


def sections(marked: MarkedComparison) -> str:
    """Return the sections missing, added and moved, with links to them."""
    lines = []
    words = marked.wording
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
            length = text(words.count("%n word(s)", marked.words(section)))
            if marked.comparison.hides(section):
                length += f" · {text(words.say('hidden'))}"
            lines.append(
                f'<li><span class="tag {kind.value}">{text(kind_word(words, kind))}</span>'
                f'<a href="#{name}"><bdi>{text(excerpt(beginning))}</bdi></a> '
                f'<span class="words">{length}</span></li>'
            )
    if not lines:
        return ""
    title, which = text(words.say("Sections")), text(words.say("missing, added, moved"))
    return (
        f'<section class="sections"><h2>{title} <span>{which}</span></h2>'
        f"<ul>{''.join(lines)}</ul></section>"
    )
