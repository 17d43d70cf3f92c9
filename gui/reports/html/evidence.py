"""The figures of the HTML report: summary, furniture, substitutions, sections."""

from __future__ import annotations

from collections.abc import Iterator

from ...compare import ChangeKind, FurnitureItem, FurnitureState, SectionKind
from ..figures import excerpt
from ..furniture import furniture
from ..marked import Marked
from ..wording import furniture_words, kind_word
from .markup import attribute, text
from .overview import overview
from .pair import section_anchor

_OCCURRENCES = 60  # links to one substitution; more help nobody
_STATE_SIGNS = {
    FurnitureState.KEPT: "✓",
    FurnitureState.ALTERED: "≈",
    FurnitureState.LOST: "✕",
    FurnitureState.ADDED: "+",
}


def summary(marked: Marked) -> str:
    """Return how alike the documents are, what was found, and a drawing of both."""
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


def _counts(marked: Marked) -> Iterator[str]:
    """Yield what was found of each kind, marked as in the text below: the legend too."""
    for kind, what in counts(marked):
        yield f'<li><span class="{kind.value} sample">{text(what)}</span></li>'


def counts(marked: Marked) -> Iterator[tuple[ChangeKind | SectionKind, str]]:
    """Yield each kind with how much of it was found; rare kinds only where there are any."""
    tally, words = marked.comparison.tally, marked.wording
    yield ChangeKind.SUBSTITUTION, words.count("%n substitution(s)", tally.substituted)
    yield ChangeKind.MISSING, words.count("%n word(s) missing", tally.missing_words)
    yield ChangeKind.ADDED, words.count("%n word(s) added", tally.added_words)
    yield SectionKind.MOVED, words.count("%n section(s) moved", tally.moved_sections)
    if tally.look_alikes:
        yield ChangeKind.LOOK_ALIKE, words.count("%n look-alike(s)", tally.look_alikes)
    if tally.minor:
        yield ChangeKind.MINOR, words.count("%n minor difference(s)", tally.minor)


def _furniture(marked: Marked) -> str:
    found = "".join(_furniture_item(marked, item) for item in furniture(marked.comparison))
    return f'<ul class="furniture">{found}</ul>' if found else ""


def _furniture_item(marked: Marked, item: FurnitureItem) -> str:
    place = section_anchor(marked.comparison, item.section)
    sign = f'<span aria-hidden="true">{_STATE_SIGNS[item.state]}</span>'
    kind, state = (text(word) for word in furniture_words(marked.wording, item))
    words = f'<a href="#{place}">{kind} <em>{state}</em></a>'
    return f'<li class="{item.state.value}">{sign} {words}</li>'


def ledger(marked: Marked) -> str:
    """Return the substitutions with links to where they stand."""
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


def sections(marked: Marked) -> str:
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
