"""Both documents drawn as bands of sections, with ribbons between counterparts."""

from __future__ import annotations

from collections.abc import Iterator

from ...compare import SectionKind
from ...documents import Span
from ..figures import Words, excerpt
from ..marked import Marked
from ..rows import Row, rows
from ..wording import kind_word
from .markup import attribute
from .pair import anchor

_WIDTH = 1000.0
_BAND = 20.0
_FROM, _TO = 24.0, 76.0  # where ribbons begin and end; the second band stands below
_SPACE = 2.0  # between sections
_MOST = 600  # sections; more would be a grey smear


def overview(marked: Marked) -> str:
    """Return the drawing as SVG, or nothing where there is too much or nothing to draw."""
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


def _places(words: Words, spans: dict[int, Span]) -> dict[int, tuple[float, float]]:
    """Return where each row's section begins and ends along its band, in words."""
    places = {}
    at = 0.0
    for row, span in sorted(spans.items(), key=lambda item: item[1]):
        width = max(words.count(span), 3)
        places[row] = (at, at + width)
        at += width
    return places


def _band(
    marked: Marked,
    found: tuple[Row, ...],
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
    found: tuple[Row, ...],
    reference: dict[int, tuple[float, float]],
    candidate: dict[int, tuple[float, float]],
    scale: float,
) -> Iterator[str]:
    middle = (_FROM + _TO) / 2
    for number, row in enumerate(found):
        twin = number if row.kind is SectionKind.PAIRED else row.twin
        if row.reference is None or twin is None:
            continue
        (a, b), (c, d) = reference[number], candidate[twin]
        a, b, c, d = a * scale, b * scale - _SPACE, c * scale, d * scale - _SPACE
        yield (
            f'<path class="ribbon {row.kind.value}" d="M{a:.1f},{_FROM:.0f} '
            f"C{a:.1f},{middle:.0f} {c:.1f},{middle:.0f} {c:.1f},{_TO:.0f} H{d:.1f} "
            f'C{d:.1f},{middle:.0f} {b:.1f},{middle:.0f} {b:.1f},{_FROM:.0f} Z"/>'
        )
