"""Kept letters that are no word: in scripts without spaces two words share some by accident."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from .cancel import Check, no_check, pieces
from .words import Block

_LETTERS = r"\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_SYLLABLES = r"\p{Han}\p{Hiragana}\p{Katakana}"
_UNSPACED = regex.compile(f"(?P<letter>[{_LETTERS}])|[{_SYLLABLES}]")
_STRETCH = regex.compile(f"[{_LETTERS}{_SYLLABLES}]+")
_FEW = 2  # letters; a longer stretch is a word, or holds one


def drop_islands(
    blocks: list[Block], sizes: tuple[int, int], texts: Sequence[str], check: Check = no_check
) -> list[Block]:
    """Return *blocks* without one or two letters that stand alone between two changes.

    *texts* are the tokens of the reference, *sizes* the numbers of tokens on both sides. In
    alphabets whose words are not told apart such letters mean nothing. Where a letter is a
    syllable or a word they go only if one change merely lost and the other merely gained:
    ``点検`` -> ``検査`` is one substitution, ``我的书很好`` -> ``你的书真好`` are two.
    """
    if not blocks or not any(_has_unspaced(some) for some in pieces(texts, check)):
        return blocks
    kept: list[Block] = []
    last: Block = (0, 0, 0)
    for block, following in zip(blocks, [*blocks[1:], (*sizes, 0)], strict=True):
        i, j, n = block
        before = i - last[0] - last[2], j - last[1] - last[2]
        behind = following[0] - i - n, following[1] - j - n
        if not _is_island(texts[i : i + n], before, behind):
            kept.append(block)
            last = block
    return kept


def _has_unspaced(texts: Sequence[str]) -> bool:
    text = "".join(texts)
    return not text.isascii() and _UNSPACED.search(text) is not None


def is_unspaced(text: str) -> bool:
    """Return whether *text* is a stretch of letters in which nothing tells words apart.

    ``計画`` -> ``構想`` is one substitution, not one for each letter.
    """
    return _STRETCH.fullmatch(text) is not None


def _is_island(texts: Sequence[str], before: tuple[int, int], behind: tuple[int, int]) -> bool:
    if len(texts) > _FEW or not any(before) or not any(behind):
        return False
    letters = [_UNSPACED.match(text) for text in texts]
    if not all(letters):
        return False
    shifted = before[0] * behind[0] == before[1] * behind[1] == 0
    return shifted or all(found and found["letter"] for found in letters)
