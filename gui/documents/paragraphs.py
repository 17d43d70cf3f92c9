"""Lines with their places on a page become paragraphs again."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import regex

_STOP = re.compile(r"[.!?:…。！？][\"'”’»)\]]*$")
_BROKEN_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u00ad\u2010]$")
_PAGE_NUMBER = regex.compile(
    r"\W*+(?:(?:page|p\.|seite|página)\s*+)?"
    r"\d{1,4}+(?:\s*+(?:/|of|von|de)\s*+\d{1,4}+)?\W*+",
    regex.IGNORECASE,
)
_EDGE = 2  # lines at the top and foot of a page that may be a running head, in two pieces each
_APART = 1.7  # type sizes that lie between a running head and the text
_LEADING = 1.3  # times the usual distance of lines: more parts paragraphs
_SIZES = 1.15  # ratio of type sizes from which two lines are not of one paragraph
_INDENT = 0.8  # ems that begin a paragraph
_EVEN = 0.7  # share of lines that end at the same place in a column that is set even
_LACKING = 0.5  # type sizes that a line lacks there, to be the last of its paragraph
_USUAL = 5  # lines that show how wide a column is
_SHORT = 0.8  # share of the column's width below which a line that ends a sentence is the last


class Line(NamedTuple):
    """A line of text: left and right edge, base line and type size, in points; y grows upwards."""

    text: str
    left: float
    right: float
    base: float
    size: float


class _Margin(NamedTuple):
    """A left edge: how many lines of a size begin there, where most end, and whether all do."""

    left: float
    size: float
    lines: int
    right: float
    is_even: bool


def join_pages(pages: list[list[Line]], *, whole_page: bool = False) -> tuple[str, list[str]]:
    """Return the text of *pages* as paragraphs between blank lines, and the lines it lacks.

    Page numbers and running heads are left out unless *whole_page*; a paragraph goes on from
    one column or page to the next; words divided at a line's end are whole again.
    """
    kept, left_out = (pages, []) if whole_page else _without_running_heads(pages)
    words = Counter(re.findall(r"[\w-]+", " ".join(line.text.lower() for p in kept for line in p)))
    paragraphs: list[list[Line]] = []
    for lines in kept:
        leading = _usual_leading(lines)
        for group in _grouped(lines, leading):
            if paragraphs and _goes_on(paragraphs[-1], group):
                paragraphs[-1].extend(group)
            else:
                paragraphs.append(group)
    return "\n\n".join(_joined(group, words) for group in paragraphs), left_out


def is_page_number(text: str) -> bool:
    """Tell whether a line is nothing but the number of its page: ``Page 2 of 3`` → True."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def _without_running_heads(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    edges = [_edges(lines) for lines in pages]
    counts = Counter(key for lines in edges for key in set(map(_head_key, lines)))
    kept = []
    left_out = []
    for lines, apart in zip(pages, edges, strict=True):
        dropped = {
            id(line)
            for line in apart
            if is_page_number(line.text)
            or (counts[_head_key(line)] > 1 and 2 * counts[_head_key(line)] >= len(pages) - 1)
        }
        left_out += [line.text for line in lines if id(line) in dropped]
        kept.append([line for line in lines if id(line) not in dropped])
    return kept, left_out


def _edges(lines: list[Line]) -> list[Line]:
    """Return the lines at the page's top and foot that stand apart from its text."""
    by_height = sorted(lines, key=lambda line: line.base)
    return [*_apart(by_height), *_apart(by_height[::-1])]


def _apart(lines: list[Line]) -> list[Line]:
    for count, (line, following) in enumerate(pairwise(lines[: 2 * _EDGE + 1]), start=1):
        if abs(line.base - following.base) > _APART * max(line.size, following.size):
            return lines[:count]
    return []


def _head_key(line: Line) -> tuple[str, int]:
    """Return what running heads share; a headline that they repeat is set in a larger size."""
    return re.sub(r"\d+", "#", line.text.casefold()), round(line.size)


def _usual_leading(lines: list[Line]) -> float:
    """Return the usual distance of base lines, in type sizes."""
    steps = [(above.base - below.base) / max(above.size, 1) for above, below in pairwise(lines)]
    usual = [step for step in steps if 0.5 < step < 3]
    return median(usual) if usual else 1.2


def _grouped(lines: list[Line], leading: float) -> list[list[Line]]:
    margins = _margins(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _same_paragraph(groups[-1], line, leading, margins):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _margins(lines: list[Line]) -> list[_Margin]:
    """Return where lines of each size begin, and where those that begin there usually end."""
    rights: dict[tuple[int, int], list[float]] = {}
    for line in lines:
        rights.setdefault((round(line.left), round(line.size)), []).append(line.right)
    found = []
    for (left, size), ends in rights.items():
        right = sorted(ends)[3 * len(ends) // 4]
        even = sum(abs(end - right) <= 1 for end in ends) >= _EVEN * len(ends)
        found.append(_Margin(left, size, len(ends), right, even))
    return found


def _same_paragraph(group: list[Line], line: Line, leading: float, margins: list[_Margin]) -> bool:
    last = group[-1]
    step = (last.base - line.base) / max(last.size, 1)
    if abs(step) < 0.2:  # the same line, set in two pieces
        return line.left >= last.right - line.size and line.left < last.right + 3 * line.size
    if not 0 < step <= _LEADING * leading or _differ_in_size(last, line):
        return False
    if line.left > last.right or line.right < min(each.left for each in group[-_EDGE:]):
        return False  # beside it, in another column
    is_centred = abs(line.left + line.right - last.left - last.right) < line.size
    if is_centred and abs(line.left - last.left) > _INDENT * line.size:
        return True
    return not _begins_paragraph(group, line, margins)


def _begins_paragraph(group: list[Line], line: Line, margins: list[_Margin]) -> bool:
    """Tell whether an indent, or the short line before it, makes *line* a first one."""
    last = group[-1]
    if line.left > last.left + _INDENT * line.size:
        return True
    # Where the last line is a paragraph's only one, it is indented just like this one.
    margin = max(
        (
            m
            for m in margins
            if line.left - 4 * line.size < m.left <= line.left + 1 and abs(m.size - line.size) <= 1
        ),
        key=lambda m: (m.lines, -m.left),
        default=_Margin(line.left, line.size, 1, line.right, False),
    )
    right = max(each.right for each in [*group, line])
    is_indented = line.left > margin.left + _INDENT * line.size
    if margin.lines >= _USUAL:
        # In even columns all but the last line of a paragraph are full.
        if margin.is_even and last.right < margin.right - _LACKING * last.size:
            return True
        # There was room for more: "By A. Author", and below it the first full line.
        word = (line.right - line.left) * (len(line.text.split(None, 1)[0]) + 1) / len(line.text)
        if len(group) == 1 and last.right + word < max(right, margin.right) - line.size:
            return True
    if len(group) == 1:
        right = max(right, margin.right)
    is_short = last.right - last.left < _SHORT * (right - min(each.left for each in group))
    ends = _STOP.search(last.text) is not None
    return is_short and (ends or (is_indented and len(group) == 1))


def _differ_in_size(one: Line, other: Line) -> bool:
    small, large = sorted((one.size, other.size))
    return large > _SIZES * max(small, 0.1)


def _goes_on(before: list[Line], after: list[Line]) -> bool:
    """Tell whether a paragraph was cut by the end of a column or page."""
    last, first = before[-1], after[0]
    if _differ_in_size(last, first) or _STOP.search(last.text):
        return False
    if not (first.base > last.base or first.left > last.right):
        return False
    if first.text[:1].islower():
        return True
    width = max(line.right - line.left for line in before)
    return len(before) > 1 and last.right - last.left >= _SHORT * width


def _joined(group: list[Line], words: Counter[str]) -> str:
    text = group[0].text.strip()
    for line in group[1:]:
        following = line.text.strip()
        broken = _BROKEN_WORD.search(text)
        if broken and following[:1].islower():
            rest = re.match(r"[^\W\d_]+", following)
            whole = broken.group(1) + (rest.group() if rest else "")
            parted = f"{broken.group(1)}-{rest.group() if rest else ''}"
            # "long-\nterm" keeps its hyphen where the document writes it so elsewhere.
            keep = words[parted.lower()] > words[whole.lower()]
            text = (text if keep else text[:-1]) + following
        else:
            text = f"{text} {following}"
    return text
