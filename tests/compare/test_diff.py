"""A short edit script of tokens, and where a shortest one would take too long."""

from __future__ import annotations

from gui.compare.diff import equal_tokens


def test_what_has_no_unique_word_is_cut_in_the_middle_from_400_tokens_on() -> None:
    for number, kept in ((100, [(0, 100, 100)]), (101, [])):
        ones, twos = [1] * number, [2] * number
        found = equal_tokens([*ones, *twos], [*twos, *ones])
        assert [block[2] for block in found] == [block[2] for block in kept]
