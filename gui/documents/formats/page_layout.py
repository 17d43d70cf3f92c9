"""Lines with their places on a page become paragraphs, without running heads and page numbers.

A PDF says where its characters stand and nothing else; the rest is inferred from distances, sizes
and margins. ``pdf`` reads the lines, ``reading_order`` puts them in order; nothing here knows a
library for that.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

import regex

from ..text.line_ends import SENTENCE_ENDS
from .reading_order import EDGE, PageLine

_SEVERAL = 3  # lines that all end with a sentence, which is no chance
_STOP = re.compile(rf"[{SENTENCE_ENDS}:][\"'”’»)\]]*$")
_BROKEN_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u00ad\u2010]$")
_PAGE_NUMBER = regex.compile(
    r"\W*+(?:(?:page|p\.|seite|página)\s*+)?"
    r"\d{1,4}+(?:\s*+(?:/|of|von|de)\s*+\d{1,4}+)?\W*+",
    regex.IGNORECASE,
)
_APART = 1.7  # type sizes between a running head and the text
_LEADING = 1.3  # times the usual distance of lines; a greater distance separates paragraphs
_SIZES = 1.15  # ratio of type sizes; if it is greater, two lines are of different paragraphs
_INDENT = 0.8  # type sizes, the least indent of a paragraph's first line
_EVEN = 0.7  # share of lines that end at the same place in a justified column
_LACKING = 0.5  # type sizes by which the last line of a paragraph is shorter there
_USUAL = 5  # lines that show how wide a column is
_SHORT = 0.8  # share of the column's width; a shorter line that ends a sentence is the last


INITIAL = 1.5
"""Ratio of type sizes of a large first letter and its text."""

_ONE_LETTER = regex.compile(r"[\p{Pi}\p{Ps}\"']?+\p{L}")
_WORDS_OF_ONE = frozenset("aioyeàéóαηοаияоу")  # letters that are a word by themselves


def is_initial(line: PageLine, size: float) -> bool:
    """Return whether *line* is one large letter, for a text of type *size*."""
    return line.size >= INITIAL * size and _ONE_LETTER.fullmatch(line.text) is not None


def join_pages(pages: list[list[PageLine]], *, whole_page: bool = False) -> tuple[str, list[str]]:
    """Return the text of *pages* as paragraphs between blank lines, and the lines left out.

    Page numbers and running heads are left out unless *whole_page*. A paragraph may continue in
    the next column or page; words divided at the end of a line are joined again.
    """
    body, left_out = (pages, []) if whole_page else _without_running_heads(pages)
    words = Counter(re.findall(r"[\w-]+", " ".join(line.text.lower() for p in body for line in p)))
    paragraphs: list[list[PageLine]] = []
    for lines in [_with_initials(page, words) for page in body]:
        leading = _usual_leading(lines)
        for group in _grouped(lines, leading):
            if paragraphs and _goes_on(paragraphs[-1], group):
                paragraphs[-1].extend(group)
            else:
                paragraphs.append(group)
    return "\n\n".join(_paragraph_text(group, words) for group in paragraphs), left_out


def _with_initials(lines: list[PageLine], words: Counter[str]) -> list[PageLine]:
    """Return *lines* with large first letters joined to their words.

    The lines beside such a letter begin where it does, so that they are not taken for indented.
    """
    found = list(lines)
    for letter in lines:
        if _ONE_LETTER.fullmatch(letter.text) is None:
            continue
        beside = [line for line in found if line is not letter and _is_beside(line, letter)]
        if not beside:
            continue
        first = max(beside, key=lambda line: line.base)
        for at, line in enumerate(found):
            if any(line is each for each in beside):
                text = _begun(letter.text, line, words) if line is first else line.text
                found[at] = line._replace(text=text, left=letter.left, beside_letter=True)
        found = [line for line in found if line is not letter]
    return found


def _is_beside(line: PageLine, letter: PageLine) -> bool:
    if not is_initial(letter, line.size):
        return False
    is_near = -line.size <= line.left - letter.right <= 2 * line.size and line.left > letter.left
    return is_near and -line.size / 2 <= line.base - letter.base <= letter.size


def _begun(letter: str, line: PageLine, words: Counter[str]) -> str:
    """Return *line* with its first letter, which may also be a word, as in "A ferry"."""
    following = re.match(r"[\w-]*", line.text)
    rest = following[0].lower() if following else ""
    one = letter[-1].lower()
    is_word = one in _WORDS_OF_ONE and not words[one + rest] and words[rest] > 1
    return f"{letter} {line.text}" if is_word or line.after_space else letter + line.text


def is_page_number(text: str) -> bool:
    """Return whether a line is nothing but the number of its page.

    >>> is_page_number("Page 2 of 3"), is_page_number("Page 2 is blank")
    (True, False)
    """
    return _PAGE_NUMBER.fullmatch(text) is not None


def _without_running_heads(pages: list[list[PageLine]]) -> tuple[list[list[PageLine]], list[str]]:
    edges = [_edges(lines) for lines in pages]
    counts = Counter(key for lines in edges for key in set(map(_head_key, lines)))
    body = []
    left_out = []
    for lines, apart in zip(pages, edges, strict=True):
        dropped = {
            id(line)
            for line in apart
            if is_page_number(line.text)
            or (counts[_head_key(line)] > 1 and 2 * counts[_head_key(line)] >= len(pages) - 1)
        }
        left_out += [line.text for line in lines if id(line) in dropped]
        body.append([line for line in lines if id(line) not in dropped])
    return body, left_out


def _edges(lines: list[PageLine]) -> list[PageLine]:
    """Return the lines at the top and the foot of the page that are apart from its text."""
    by_height = sorted(lines, key=lambda line: line.base)
    return [*_apart(by_height), *_apart(by_height[::-1])]


def _apart(lines: list[PageLine]) -> list[PageLine]:
    for count, (line, following) in enumerate(pairwise(lines[: 2 * EDGE + 1]), start=1):
        if abs(line.base - following.base) > _APART * max(line.size, following.size):
            return lines[:count]
    return []


def _head_key(line: PageLine) -> tuple[str, int]:
    """Return what running heads have in common; a headline with the same words is larger."""
    return re.sub(r"\d+", "#", line.text.casefold()), round(line.size)


def _usual_leading(lines: list[PageLine]) -> float:
    """Return the usual distance of baselines, in type sizes."""
    falls = [(above.base - below.base) / max(above.size, 1) for above, below in pairwise(lines)]
    usual = [fall for fall in falls if 0.5 < fall < 3]
    return median(usual or [1.0])


def _grouped(lines: list[PageLine], leading: float) -> list[list[PageLine]]:
    margins = _margins(lines)
    groups: list[list[PageLine]] = []
    for line in lines:
        if groups and _same_paragraph(groups[-1], line, leading, margins):
            groups[-1].append(line)
        else:
            groups.append([line])
    return _of_one_line(groups)


def _of_one_line(groups: list[list[PageLine]]) -> list[list[PageLine]]:
    """Return *groups* with lines apart that are a paragraph each.

    Several of them follow each other, all end with a sentence, and what follows one of them had
    room behind it.
    """
    found: list[list[PageLine]] = []
    for ends, run in groupby(groups, lambda group: all(_STOP.search(e.text) for e in group)):
        parts = list(run)
        lines = [line for group in parts for line in group]
        right = max(line.right for line in lines)
        has_room = (a.right + _first_word(b) < right - b.size for a, b in pairwise(lines))
        is_apart = ends and len(lines) >= _SEVERAL and any(has_room)
        found += [[line] for line in lines] if is_apart else parts
    return found


def _first_word(line: PageLine) -> float:
    """Return about how wide the first word of *line* is, with a space."""
    return (line.right - line.left) * (len(line.text.split(None, 1)[0]) + 1) / len(line.text)


class _Margin(NamedTuple):
    """A left edge, the number of lines of a size that begin there, and where they end.

    ``right`` is where most of them end; ``is_even`` whether nearly all do.
    """

    left: float
    size: float
    lines: int
    right: float
    is_even: bool


def _margins(lines: list[PageLine]) -> list[_Margin]:
    """Return the left margins of *lines*, for each size of type."""
    rights: dict[tuple[int, int], list[float]] = {}
    for line in lines:
        rights.setdefault((round(line.left), round(line.size)), []).append(line.right)
    found = []
    for (left, size), ends in rights.items():
        right = sorted(ends)[3 * len(ends) // 4]
        even = sum(abs(end - right) <= 1 for end in ends) >= _EVEN * len(ends)
        found.append(_Margin(left, size, len(ends), right, even))
    return found


def _same_paragraph(
    group: list[PageLine], line: PageLine, leading: float, margins: list[_Margin]
) -> bool:
    last = group[-1]
    fall = (last.base - line.base) / max(last.size, 1)
    if abs(fall) < 0.2:  # the same line, set in two pieces
        return line.left >= last.right - line.size and line.left < last.right + 3 * line.size
    if not 0 < fall <= _LEADING * leading or _differ_in_size(last, line):
        return False
    if line.left > last.right or line.right < min(each.left for each in group[-EDGE:]):
        return False  # it stands beside the paragraph, in another column
    if last.beside_letter and not _STOP.search(last.text):
        return True
    is_centred = abs(line.left + line.right - last.left - last.right) < line.size
    if is_centred and abs(line.left - last.left) > _INDENT * line.size:
        return True
    return not _begins_paragraph(group, line, margins)


def _begins_paragraph(group: list[PageLine], line: PageLine, margins: list[_Margin]) -> bool:
    """Return whether *line* begins a paragraph, by its indent or the short line before it."""
    last = group[-1]
    # In a list the first line hangs out, and its sentence goes on below, indented.
    goes_on = _STOP.search(last.text) is None and line.text[:1].islower()
    if line.left > last.left + _INDENT * line.size and not goes_on:
        return True
    # If the paragraph before has only one line, that is indented just like this one.
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
        # In justified columns all lines of a paragraph but the last are full.
        if margin.is_even and last.right < margin.right - _LACKING * last.size:
            return True
        # This line's first word had room on a line such as "By A. Author" above it.
        end = last.right + _first_word(line)
        if len(group) == 1 and end < max(right, margin.right) - line.size:
            return True
    if len(group) == 1:
        right = max(right, margin.right)
    is_short = last.right - last.left < _SHORT * (right - min(each.left for each in group))
    ends = _STOP.search(last.text) is not None
    return is_short and (ends or (is_indented and len(group) == 1))


def _differ_in_size(one: PageLine, other: PageLine) -> bool:
    small, large = sorted((one.size, other.size))
    return large > _SIZES * small


def _goes_on(before: list[PageLine], after: list[PageLine]) -> bool:
    """Return whether *after* continues a paragraph that the end of a column or page cut."""
    last, first = before[-1], after[0]
    if _differ_in_size(last, first) or _STOP.search(last.text):
        return False
    if not (first.base > last.base or first.left > last.right):
        return False
    if first.text[:1].islower():
        return True
    width = max(line.right - line.left for line in before)
    return len(before) > 1 and last.right - last.left >= _SHORT * width


def _paragraph_text(group: list[PageLine], words: Counter[str]) -> str:
    text, hidden = group[0].text.strip(), group[0].hidden
    for line in group[1:]:
        following = line.text.strip()
        broken = _BROKEN_WORD.search(text)
        if broken and following[:1].islower():
            rest = re.match(r"[^\W\d_]+", following)
            whole = broken.group(1) + (rest.group() if rest else "")
            parted = f"{broken.group(1)}-{rest.group() if rest else ''}"
            # The hyphen stays if the document has the word with it elsewhere: "long-\nterm".
            has_hyphen = words[parted.lower()] > words[whole.lower()]
            text = (text if has_hyphen else text[:-1]) + hidden + following
        else:
            text = f"{text}{hidden} {following}"
        hidden = line.hidden
    return text + hidden
