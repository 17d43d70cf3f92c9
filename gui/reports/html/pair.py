"""The marked pair as the rows of a table, counterparts beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from ...compare import Change, ChangeKind, Comparison, SectionKind
from ...documents import Span
from ..beside import lines
from ..figures import excerpt
from ..marked import Marked
from ..paragraphs import GoesOn, going_on
from ..rows import Row, rows
from ..wording import kind_word
from .markup import attribute, text


def pair_rows(marked: Marked) -> Iterator[str]:
    """Yield a table row for each line of the page, in reading order."""
    found = rows(marked.comparison)
    page = lines(marked)
    spans = (
        (left.reference if left else None, right.candidate if right else None)
        for left, right in page
    )
    for (left, right), edge in zip(page, going_on(marked.comparison, spans), strict=True):
        if left is not None and left is right:
            yield _paired(marked, left, edge)
        elif left is not None and right is not None:
            yield _facing(marked, left, right, edge)
        else:
            row = left or right
            assert row is not None
            if row.twin is not None:
                yield _moved(marked, row, found, edge)
            else:
                yield _alone(marked, row, edge)


def anchor(row: Row) -> str:
    """Return the id of a row; a moved section has one row for each document."""
    if row.kind is not SectionKind.MOVED:
        return f"s{row.section}"
    return f"s{row.section}-{'candidate' if row.reference is None else 'reference'}"


def section_anchor(comparison: Comparison, section: int) -> str:
    """Return the id of the row of a section, of a moved one that in the reference."""
    moved = comparison.sections[section].kind is SectionKind.MOVED
    return f"s{section}-reference" if moved else f"s{section}"


def describe(marked: Marked, change: Change) -> str:
    """Return what a change is, in words: ``substitution: phone → telephone``."""
    comparison = marked.comparison
    before, after = (
        excerpt(span.of(document.text), 80) if span else ""
        for span, document in (
            (change.reference, comparison.reference),
            (change.candidate, comparison.candidate),
        )
    )
    name = kind_word(marked.wording, change.kind)
    if before and after:
        return f"{name}: {before} → {after}"
    return name if change.kind is not ChangeKind.MINOR else f"{name}: {before or after}"


def _paired(marked: Marked, row: Row, edge: GoesOn) -> str:
    section = marked.comparison.sections[row.section]
    words = marked.wording
    share = words.percent(section.similarity, 0) if section.similarity is not None else ""
    title = words.say("{share} of its words are the same").format(share=share) if share else ""
    middle = f'{_number(row)}<span class="share" title="{attribute(title)}">{share}</span>'
    left, right = (_cell(marked, row, reference=reference) for reference in (True, False))
    return _row(row, edge, left, middle, right)


def _facing(marked: Marked, missing: Row, added: Row, edge: GoesOn) -> str:
    """Return a row of two texts that stand beside each other without being counterparts."""
    left = _cell(marked, missing, reference=True)
    right = _cell(marked, added, reference=False, name=anchor(added))
    middle = f'{_number(missing)}<span class="unlike">≠</span>{_number(added)}'
    return _row(missing, edge, left, middle, right)


def _alone(marked: Marked, row: Row, edge: GoesOn) -> str:
    missing = row.reference is not None
    number = marked.words(marked.comparison.sections[row.section])
    words = marked.wording
    gap = _gap(
        words.count("missing here: %n word(s)", number)
        if missing
        else words.count("added in the candidate: %n word(s)", number)
    )
    own = _cell(marked, row, reference=missing)
    left, right = (own, gap) if missing else (gap, own)
    return _row(row, edge, left, _number(row), right)


def _moved(marked: Marked, row: Row, found: tuple[Row, ...], edge: GoesOn) -> str:
    assert row.twin is not None
    twin = found[row.twin]
    here = row.reference is not None
    down = twin.twin is not None and row.twin > twin.twin
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
        before=f'<a class="went" href="#{anchor(twin)}">{where}</a>',
    )
    number = marked.words(marked.comparison.sections[row.section])
    gap = _gap(words.count("moved: %n word(s)", number))
    left, right = (own, gap) if here else (gap, own)
    return _row(row, edge, left, _number(row), right)


def _number(row: Row) -> str:
    return f'<a class="number" href="#{anchor(row)}">{row.section + 1}</a>'


def _row(row: Row, edge: GoesOn, left: str, middle: str, right: str) -> str:
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
    marked: Marked, row: Row, *, reference: bool, before: str = "", name: str | None = None
) -> str:
    span = row.reference if reference else row.candidate
    assert span is not None
    if row.kind in (SectionKind.PAIRED, SectionKind.MOVED):
        content = _marks(marked, row.section, reference=reference)
    else:
        content = text(marked.shown(span, reference=reference))
    kind = row.kind.value
    role = "reference" if reference else "candidate"
    start = f'<td id="{name}"' if name else "<td"
    return f'{start} class="{role} {kind}">{before}<p class="prose" dir="auto">{content}</p></td>'


def _marks(marked: Marked, section: int, *, reference: bool) -> str:
    parts = []
    for piece in marked.side(section, reference=reference):
        content = text(piece.text)
        if piece.change is None:
            parts.append(content)
            continue
        change = marked.comparison.changes[piece.change]
        tag = "del" if reference else "ins"
        name = f' id="c{piece.change}"' if _carries_anchor(change.reference, reference) else ""
        title = attribute(describe(marked, change))
        parts.append(f'<{tag}{name} class="{change.kind.value}" title="{title}">{content}</{tag}>')
    return "".join(parts)


def _carries_anchor(reference_span: Span | None, reference: bool) -> bool:
    return reference or reference_span is None
