"""The marked pair in HTML: a table with counterparts side by side, and a drawing of all sections.

Everything that comes from a document or a file name becomes markup here, by ``text``,
``attribute`` or ``plain``.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator

from ...compare import Change, ChangeKind, Comparison, SectionKind
from ...documents import Span
from ..marked import (
    ComparisonRow,
    Continuation,
    MarkedComparison,
    WordIndex,
    continuations,
    facing_rows,
    rows,
)
from ..wording import excerpt, kind_word, split_hidden, visible

# In units of the drawing, which is as wide as the page; nothing but its looks depends on them.
_WIDTH = 1000.0
_BAND = 20.0
_FROM, _TO = 24.0, 76.0  # where ribbons begin and end, above the second band
_SPACE = 2.0  # between sections
_MOST = 600  # sections; more could not be told apart


def text(content: str) -> str:
    """Return *content* as markup that shows it literally, with the names of hidden characters.

    >>> text("<b> & de" + chr(0x200B) + "fence")
    '&lt;b&gt; &amp; de<span class="hidden">U+200B</span>fence'
    """
    return "".join(
        f'<span class="hidden">{part}</span>' if hidden else html.escape(part)
        for part, hidden in split_hidden(content)
    )


def attribute(content: str) -> str:
    """Return *content* for a quoted attribute, on one line."""
    return html.escape(visible(" ".join(content.split())), quote=True)


def plain(content: str) -> str:
    """Return *content* as markup without elements; hidden characters are written ``<U+200B>``."""
    return html.escape(visible(content))


def direction(content: str) -> str:
    """Return the direction of *content*: that of its first letter which has one.

    >>> direction("12 May"), direction("12 " + chr(0x5D0))
    ('ltr', 'rtl')
    """
    for letter in content:
        side = unicodedata.bidirectional(letter)
        if side in ("L", "R", "AL"):
            return "ltr" if side == "L" else "rtl"
    return "ltr"


def isolated(markup: str) -> str:
    """Return *markup* isolated, so that its direction does not affect its neighbours.

    Otherwise the arrow between two Arabic words would point from the candidate's to the
    reference's.
    """
    return f"\u2068{markup}\u2069"


def pair_rows(marked: MarkedComparison) -> Iterator[str]:
    """Yield a row of the table for each line of the page, in reading order."""
    found = rows(marked.comparison)
    page = facing_rows(marked)
    spans = (
        (left.reference if left else None, right.candidate if right else None)
        for left, right in page
    )
    for (left, right), edge in zip(page, continuations(marked.comparison, spans), strict=True):
        if left is not None and left is right:
            yield _paired(marked, left, edge)
        elif left is not None and right is not None:
            yield _facing(marked, left, right, edge)
        else:
            row = left or right
            assert row is not None
            if row.other_row is not None:
                yield _moved(marked, row, found, edge)
            else:
                yield _alone(marked, row, edge)


def anchor(row: ComparisonRow) -> str:
    """Return the id of a row; a moved section has one row for each document."""
    if row.kind is not SectionKind.MOVED:
        return f"s{row.section}"
    return f"s{row.section}-{'candidate' if row.reference is None else 'reference'}"


def section_anchor(comparison: Comparison, section: int) -> str:
    """Return the id of the row of a section; for a moved one, of that in the reference."""
    moved = comparison.sections[section].kind is SectionKind.MOVED
    return f"s{section}-reference" if moved else f"s{section}"


def describe(marked: MarkedComparison, change: Change) -> str:
    """Return what a change is, in words, such as *substitution: phone → telephone*."""
    comparison = marked.comparison
    before, after = (
        excerpt(span.of(document.text), 80) if span else ""
        for span, document in (
            (change.reference, comparison.reference),
            (change.candidate, comparison.candidate),
        )
    )
    name = kind_word(marked.wording, change.kind)
    if comparison.hides(change):
        return f"{name}: {marked.wording.say('hidden text: readers do not see it')}"
    if before and after:
        return f"{name}: {before} → {after}"
    return name if change.kind is not ChangeKind.MINOR else f"{name}: {before or after}"


def _paired(marked: MarkedComparison, row: ComparisonRow, edge: Continuation) -> str:
    section = marked.comparison.sections[row.section]
    words = marked.wording
    share = words.percent(section.similarity) if section.similarity is not None else ""
    title = words.say("{share} of its words are the same").format(share=share) if share else ""
    middle = f'{_number(row)}<span class="share" title="{attribute(title)}">{share}</span>'
    left, right = (_cell(marked, row, reference=reference) for reference in (True, False))
    return _row(row, edge, left, middle, right)


def _facing(
    marked: MarkedComparison, missing: ComparisonRow, added: ComparisonRow, edge: Continuation
) -> str:
    """Return a row of two texts that are not counterparts but shown side by side."""
    left = _cell(marked, missing, reference=True)
    right = _cell(marked, added, reference=False, name=anchor(added))
    middle = f'{_number(missing)}<span class="unlike">≠</span>{_number(added)}'
    return _row(missing, edge, left, middle, right)


def _alone(marked: MarkedComparison, row: ComparisonRow, edge: Continuation) -> str:
    missing = row.reference is not None
    gap = _gap(gap_text(marked, row))
    own = _cell(marked, row, reference=missing)
    left, right = (own, gap) if missing else (gap, own)
    return _row(row, edge, left, _number(row), right)


def gap_text(marked: MarkedComparison, row: ComparisonRow) -> str:
    """Return what stands beside a row that one document alone has."""
    section, words = marked.comparison.sections[row.section], marked.wording
    number = marked.words(section)
    missing = row.kind is SectionKind.MISSING
    if marked.comparison.hides(section):
        if missing:
            return words.count("%n hidden word(s) in the reference", number)
        return words.count("%n hidden word(s) in the candidate", number)
    if missing:
        return words.count("missing here: %n word(s)", number)
    return words.count("added in the candidate: %n word(s)", number)


def _moved(
    marked: MarkedComparison,
    row: ComparisonRow,
    found: tuple[ComparisonRow, ...],
    edge: Continuation,
) -> str:
    assert row.other_row is not None
    other = found[row.other_row]
    here = row.reference is not None
    down = other.other_row is not None and row.other_row > other.other_row
    words = marked.wording
    if here:
        down_text = words.say("moved: further down in the candidate")
        up_text = words.say("moved: further up in the candidate")
    else:
        down_text = words.say("moved: further down in the reference")
        up_text = words.say("moved: further up in the reference")
    where = text(f"{down_text} ↓" if down else f"{up_text} ↑")
    own = _cell(
        marked,
        row,
        reference=here,
        before=f'<a class="went" href="#{anchor(other)}">{where}</a>',
    )
    number = marked.words(marked.comparison.sections[row.section])
    gap = _gap(words.count("moved: %n word(s)", number))
    left, right = (own, gap) if here else (gap, own)
    return _row(row, edge, left, _number(row), right)


def _number(row: ComparisonRow) -> str:
    return f'<a class="number" href="#{anchor(row)}">{row.section + 1}</a>'


def _row(row: ComparisonRow, edge: Continuation, left: str, middle: str, right: str) -> str:
    names = {
        "joins": edge.joins,
        "reference-goes-on": edge.reference,
        "candidate-goes-on": edge.candidate,
    }
    classes = " ".join(name for name, holds in names.items() if holds)
    start = f'<tr id="{anchor(row)}" class="{classes}">' if classes else f'<tr id="{anchor(row)}">'
    return f'{start}{left}<td class="between">{middle}</td>{right}</tr>'


def _gap(words: str) -> str:
    return f'<td class="gap"><span>{text(words)}</span></td>'


def _cell(
    marked: MarkedComparison,
    row: ComparisonRow,
    *,
    reference: bool,
    before: str = "",
    name: str | None = None,
) -> str:
    span = row.reference if reference else row.candidate
    assert span is not None
    if row.kind in (SectionKind.PAIRED, SectionKind.MOVED):
        content = _marks(marked, row.section, reference=reference)
    else:
        content = _text(marked, span, reference=reference)
    kind = row.kind.value
    role = "reference" if reference else "candidate"
    start = f'<td id="{name}"' if name else "<td"
    return f'{start} class="{role} {kind}">{before}<p class="prose" dir="auto">{content}</p></td>'


def _marks(marked: MarkedComparison, section: int, *, reference: bool) -> str:
    parts = []
    for piece in marked.side(section, reference=reference):
        content = _text(marked, piece.span, reference=reference)
        if piece.change is None:
            parts.append(content)
            continue
        change = marked.comparison.changes[piece.change]
        tag = "del" if reference else "ins"
        name = f' id="c{piece.change}"' if _carries_anchor(change.reference, reference) else ""
        title = attribute(describe(marked, change))
        parts.append(f'<{tag}{name} class="{change.kind.value}" title="{title}">{content}</{tag}>')
    return "".join(parts)


def _text(marked: MarkedComparison, span: Span, *, reference: bool) -> str:
    """Return the text of *span* as markup, with what no reader sees marked."""
    title = attribute(marked.wording.say("hidden text: readers do not see it"))
    return "".join(
        f'<span class="unseen" title="{title}">{text(part)}</span>' if hidden else text(part)
        for part, hidden in marked.parts(span, reference=reference)
    )


def _carries_anchor(reference_span: Span | None, reference: bool) -> bool:
    return reference or reference_span is None


def overview(marked: MarkedComparison) -> str:
    """Return both documents as bands of sections, with ribbons between counterparts, in SVG.

    Returns nothing if there are no sections, or too many to draw.
    """
    found = rows(marked.comparison)
    if not found or len(marked.comparison.sections) > _MOST:
        return ""
    reference = _places(
        marked.reference_words, {n: r.reference for n, r in enumerate(found) if r.reference}
    )
    candidate = _places(
        marked.candidate_words, {n: r.candidate for n, r in enumerate(found) if r.candidate}
    )
    total = max((end for _, end in (*reference.values(), *candidate.values())), default=1.0)
    scale = _WIDTH / total
    label = attribute(marked.wording.say("Where the sections of both documents stand"))
    parts = [
        *_ribbons(found, reference, candidate, scale),
        *_band(marked, found, reference, scale, 0.0),
        *_band(marked, found, candidate, scale, _TO + 4),
    ]
    return (
        f'<svg class="overview" viewBox="0 0 {_WIDTH:.0f} 100" preserveAspectRatio="none" '
        f'role="img" aria-label="{label}">'
        '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect width="6" height="6" class="hatch-back"/>'
        '<line x1="0" y1="0" x2="0" y2="6" class="hatch-line"/></pattern></defs>'
        + "".join(parts)
        + "</svg>"
    )


def _places(words: WordIndex, spans: dict[int, Span]) -> dict[int, tuple[float, float]]:
    """Return where the section of each row begins and ends along its band, in words."""
    places = {}
    at = 0.0
    for row, span in sorted(spans.items(), key=lambda item: item[1]):
        width = max(words.count(span), 3)  # so that a section of one word is seen
        places[row] = (at, at + width)
        at += width
    return places


def _band(
    marked: MarkedComparison,
    found: tuple[ComparisonRow, ...],
    places: dict[int, tuple[float, float]],
    scale: float,
    top: float,
) -> Iterator[str]:
    for number, (start, end) in places.items():
        row = found[number]
        equal = row.kind is SectionKind.PAIRED and not marked.changes(row.section)
        kind = "equal" if equal else row.kind.value
        width = max(1.0, (end - start) * scale - _SPACE)
        document = marked.comparison.reference if top == 0 else marked.comparison.candidate
        span = row.reference if top == 0 else row.candidate
        assert span is not None
        what = kind_word(marked.wording, row.kind)
        title = attribute(f"{row.section + 1}, {what}: {excerpt(span.of(document.text))}")
        yield (
            f'<a href="#{anchor(row)}"><rect class="{kind}" x="{start * scale:.1f}" y="{top:.0f}" '
            f'width="{width:.1f}" height="{_BAND:.0f}" rx="2"><title>{title}</title></rect></a>'
        )


def _ribbons(
    found: tuple[ComparisonRow, ...],
    reference: dict[int, tuple[float, float]],
    candidate: dict[int, tuple[float, float]],
    scale: float,
) -> Iterator[str]:
    middle = (_FROM + _TO) / 2
    for number, row in enumerate(found):
        other = number if row.kind is SectionKind.PAIRED else row.other_row
        if row.reference is None or other is None:
            continue
        (a, b), (c, d) = reference[number], candidate[other]
        a, b, c, d = a * scale, b * scale - _SPACE, c * scale, d * scale - _SPACE
        yield (
            f'<path class="ribbon {row.kind.value}" d="M{a:.1f},{_FROM:.0f} '
            f"C{a:.1f},{middle:.0f} {c:.1f},{middle:.0f} {c:.1f},{_TO:.0f} H{d:.1f} "
            f'C{d:.1f},{middle:.0f} {b:.1f},{middle:.0f} {b:.1f},{_FROM:.0f} Z"/>'
        )
