"""Whole words in scripts that write no spaces between them: Chinese, Japanese, Thai, Khmer.

Their tokens are letters (``word_boundaries`` finds them), so the aligner tells a swapped word as
several swapped letters, with one kept between them where both words happen to have it. When all is
aligned, such letters are put together again to the words that a reader sees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from ..cancellation import checked
from ..modelling.steps import KEPT, REWRITTEN, SWAPPED, Step, kept, part_of
from ..tokenizing.tokens import TokenPair, Tokens

if TYPE_CHECKING:
    from budoux import Parser

_UNSPACED = regex.compile(r"[\p{Line_Break=SA}\p{Han}\p{Hiragana}]")
_EAST_ASIAN = regex.compile(r"[\p{Han}\p{Hiragana}]")
_THAI = regex.compile(r"\p{Thai}")
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_CONTEXT = 3  # code points on either side that the segmenter looks at
# Words stand for words if one side has so many times as many as the other at most, and so many at
# most in all. Beyond either, a clause was rewritten.
_ALIKE, _MOST = 1.5, 24


def has_unspaced_words(sides: TokenPair) -> bool:
    """Return whether anything in the two documents is written without spaces between words."""
    texts = [side.document.text for side in sides]
    return any(not text.isascii() and _UNSPACED.search(text) for text in texts)


class WordStarts:
    """Where words begin in a document; the other document helps to tell its language.

    BudouX (models of Google's, see ``pyproject.toml``) tells it for Chinese and Japanese, and for
    Thai, which it cuts finer: a word there may have several such starts.
    """

    def __init__(self, side: Tokens, other: Tokens) -> None:
        self._side = side
        self._texts = side.document.text, other.document.text
        self.begins = cache(self._begins)

    def is_letter(self, n: int) -> bool:
        """Return whether token *n*, if there is one, is a letter of a script without spaces."""
        return n < len(self._side.texts) and _UNSPACED.match(self._side.texts[n]) is not None

    def are_told(self, n: int) -> bool:
        """Return whether it can be told where the words around token *n* begin."""
        return not self.is_letter(n) or self._parser_at(n) is not None

    def are_whole(self, n: int) -> bool:
        """Return whether what is told around token *n* are words, not parts of some."""
        return self.are_told(n) and not _THAI.match(self._side.texts[n])

    def _begins(self, n: int) -> bool:
        """Return whether a word begins at token *n*, or the text ends there; if in doubt, not."""
        side = self._side
        if n in (0, len(side.ids)) or side.starts[n] > side.ends[n - 1]:
            return True
        if not (self.is_letter(n) and self.is_letter(n - 1)):
            return True
        parser = self._parser_at(n)
        if parser is None:
            return False
        text, at = side.document.text, side.starts[n]
        before = text[max(0, at - _CONTEXT) : at]
        behind = len(before)
        for chunk in parser.parse(before + text[at : at + _CONTEXT]):
            behind -= len(chunk)
            if behind <= 0:
                break
        return behind == 0

    def _parser_at(self, n: int) -> Parser | None:
        letter = self._side.texts[n]
        if _THAI.match(letter):
            return _parser("thai")
        return self._east_asian if _EAST_ASIAN.match(letter) else None

    @cached_property
    def _east_asian(self) -> Parser:
        if any(map(_KANA.search, self._texts)):
            return _parser("japanese")
        written = set(self._texts[0])
        simplified = {c for c in written if _is_in("gb2312", c)}
        traditional = {c for c in written if _is_in("big5", c)}
        is_simplified = len(simplified - traditional) >= len(traditional - simplified)
        return _parser("simplified_chinese" if is_simplified else "traditional_chinese")


@lru_cache(maxsize=4)
def _parser(language: str) -> Parser:
    """Return BudouX's parser of a language; it is loaded with the first text in it."""
    import budoux

    found: Parser = getattr(budoux, f"load_default_{language}_parser")()
    return found


def _is_in(character_set: str, character: str) -> bool:
    """Return whether a character set has *character*: mainland China's, or Taiwan's."""
    try:
        character.encode(character_set)
    except UnicodeEncodeError:
        return False
    return True


class WholeWords:
    """Puts letters of two documents together to the words that were swapped."""

    def __init__(self, sides: TokenPair) -> None:
        self._sides = sides
        a, b = sides
        self._starts = WordStarts(a, b), WordStarts(b, a)

    def joined(self, steps: Sequence[Step]) -> list[Step]:
        """Return the *steps* of a section, by document tokens, as changes of whole words.

        Changed letters side by side are one change, and so are those around a kept letter inside
        one word. A change of several words is cut where a word begins on both sides and the
        aligner cut it, and where there are about as many words on each side, word for word. In
        scripts whose words nobody tells, it is not cut.

        >>> changes("他认为预算足够。", "他认为资金充足。")
        预算 → 资金 | 足够 → 充足
        """
        found: list[Step] = []
        end = 0
        for start, behind in self._runs(steps):
            found += steps[end:start]
            found += self._cut(_in_place(steps[start:behind]))
            end = behind
        return [*found, *steps[end:]]

    def _cut(self, run: Sequence[Step]) -> Iterator[Step]:
        a, b = self._starts
        begin = 0
        for n in range(1, len(run) + 1):
            if n == len(run) or (a.begins(run[n].i0) and b.begins(run[n].j0)):
                yield from self._words_for_words(run[begin:n])
                begin = n

    def _runs(self, steps: Sequence[Step]) -> Iterator[tuple[int, int]]:
        """Yield the bounds of the runs of *steps* that change letters, with words on both sides."""
        end = 0
        for n in checked(range(len(steps)), 2048):
            if n < end or not self._changes_words(steps[n]):
                continue
            end = n
            while end < len(steps) and self._changes_words(steps[end]):
                end = self._behind_inside(steps, end + 1)
            bounds = _bounds(steps[n:end])
            if all(start < behind for start, behind in bounds) and any(
                any(map(starts.is_letter, range(*own)))
                for starts, own in zip(self._starts, bounds, strict=True)
            ):
                yield n, end

    def _changes_words(self, step: Step) -> bool:
        """Return whether a step changes words alone; no word has a sign in it."""
        kind, i0, i1, j0, j1 = step
        if kind == KEPT:
            return False
        a, b = self._sides
        return all(a.is_word[i0:i1]) and all(b.is_word[j0:j1])

    def _behind_inside(self, steps: Sequence[Step], n: int) -> int:
        """Return the number of the step behind the kept letters from step *n* on, or *n*.

        They are inside a word that was swapped: changed letters stand before and behind them, and
        on one side all are of one word.
        """
        end = n
        while end < len(steps) and steps[end].kind == KEPT:
            end += 1
        if end == n or end == len(steps) or not self._changes_words(steps[end]):
            return n
        inside = _bounds(steps[n:end])
        a, b = self._sides
        if a.texts[slice(*inside[0])] != b.texts[slice(*inside[1])]:
            return n
        return end if any(map(self._is_one_word, range(2), inside)) else n

    def _is_one_word(self, side: int, bounds: tuple[int, int]) -> bool:
        """Return whether the tokens *bounds* and those beside them are of one word."""
        starts = self._starts[side]
        around = range(bounds[0], bounds[1] + 1)
        return all(starts.are_told(n) and not starts.begins(n) for n in around)

    def _words_for_words(self, steps: Sequence[Step]) -> list[Step]:
        """Return the steps between two cuts: one for each word, or one for all."""
        i0, i1, j0, j1 = part_of(steps)
        if i0 == i1 or j0 == j1:
            return list(steps)
        kind = REWRITTEN if any(step.kind == REWRITTEN for step in steps) else SWAPPED
        old, new = self._words(0, i0, i1), self._words(1, j0, j1)
        less, more = sorted((len(old) - 1, len(new) - 1))
        if more > min(_ALIKE * less, _MOST):
            return [Step(kind, i0, i1, j0, j1)]
        if len(old) < len(new):
            new = _grouped(new, old)
        elif len(new) < len(old):
            old = _grouped(old, new)
        a, b = self._sides
        found: list[Step] = []
        for (x0, x1), (y0, y1) in zip(pairwise(old), pairwise(new), strict=True):
            if a.texts[x0:x1] == b.texts[y0:y1]:
                found += kept(x0, y0, x1 - x0)
            else:
                found.append(Step(kind, x0, x1, y0, y1))
        return found

    def _words(self, side: int, start: int, end: int) -> list[int]:
        """Return the bounds of the words among the tokens ``[start, end)``."""
        starts = self._starts[side]
        inner = [n for n in range(start + 1, end) if starts.are_whole(n) and starts.begins(n)]
        return [start, *inner, end]


def _bounds(steps: Sequence[Step]) -> tuple[tuple[int, int], tuple[int, int]]:
    i0, i1, j0, j1 = part_of(_in_place(steps))
    return (i0, i1), (j0, j1)


def _in_place(steps: Sequence[Step]) -> list[Step]:
    """Return *steps* with what has no token of a side put where it stands among the others."""
    i = next((step.i0 for step in steps if step.i0 < step.i1), steps[0].i0)
    j = next((step.j0 for step in steps if step.j0 < step.j1), steps[0].j0)
    found: list[Step] = []
    for kind, i0, i1, j0, j1 in steps:
        found.append(Step(kind, i, i + i1 - i0, j, j + j1 - j0))
        i, j = found[-1].i1, found[-1].j1
    return found


def _grouped(bounds: Sequence[int], like: Sequence[int]) -> list[int]:
    """Return as many of the *bounds* of words as *like* has, the first and the last among them.

    What lies between two of them differs in letters from what lies between two of *like* as little
    as possible, as the sentences of a text do from those of its translation (Gale and Church, "A
    Program for Aligning Sentences in Bilingual Corpora", 1993). If several are as good, an earlier
    word is the longer one: ``者`` and ``家`` belong to what stands before them.
    """
    best: dict[int, tuple[int, list[int]]] = {0: (0, [])}  # by number: letters apart, and choices
    for k, (start, end) in enumerate(pairwise(like), start=1):
        last = len(bounds) - len(like) + k
        best = {
            n: min(
                (apart + abs(bounds[n] - bounds[m] - (end - start)), [*chosen, -n])
                for m, (apart, chosen) in best.items()
                if m < n
            )
            for n in range(k, last + 1)
        }
    return [bounds[0], *[bounds[-n] for n in best[len(bounds) - 1][1]]]
