"""Where the aligner has to look, and where not."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gui.compare.aligning.alignment import Stretch, band, guide_blocks, parts_of, stretches
from gui.compare.modelling.sequences import kept_near
from gui.compare.modelling.swap_features import CLOSED, CONTENT


def always(_: Stretch) -> bool:
    return True


def never(_: Stretch) -> bool:
    return False


NO_BREAKS = [0] * 21, [0] * 21


def test_where_a_lost_sentence_might_be_shifted_its_surroundings_are_looked_at() -> None:
    # "deXY" was lost, or "XYde", or "eXYd".
    a, b = (list(map(ord, text)) for text in ("abcdeXYdeXYfgh", "abcdeXYfgh"))
    kinds = [CONTENT] * len(a)
    begun = [n == 7 for n in range(15)], [False] * 11
    for blocks in ([(0, 0, 7), (11, 7, 3)], [(0, 0, 3), (7, 3, 7)]):
        assert list(stretches(blocks, kinds, (a, b), begun))[1] == Stretch(2, 12, 2, 8)
    inside = list(stretches([(0, 0, 7), (11, 7, 3)], kinds, (a, b), NO_BREAKS))
    assert inside[1] == Stretch(6, 12, 6, 8)


def test_a_gap_is_shifted_by_60_tokens_at_most() -> None:
    # A sentence of 80 equal words was lost from 180 of them.
    a, b = [1, 2, 3, *[7] * 180, 4, 5, 6], [1, 2, 3, *[7] * 100, 4, 5, 6]
    begun = [n == 90 for n in range(187)], [False] * 107
    blocks = [(0, 0, 83), (163, 83, 23)]
    _, gap, _ = stretches(blocks, [CONTENT] * 186, (a, b), begun)
    assert (gap.i0, gap.j0) == (82 - 60, 82 - 60)
    assert gap.i1 == 163 + 1 + 20  # the 20 behind the gap, and "4"
    a, b = a[::-1], b[::-1]
    blocks = [(0, 0, 23), (103, 23, 83)]
    _, gap, _ = stretches(blocks, [CONTENT] * 186, (a, b), begun)
    assert (gap.i1, gap.j1) == (103 + 1 + 60, 23 + 1 + 60)


def test_blocks_go_through_the_anchors() -> None:
    # By itself the diff would keep the two words that come first in both.
    a, b = [1, 2, 3, 4], [3, 4, 1, 2]
    assert guide_blocks((a, b), [(2, 0)]) == [(2, 0, 2)]
    assert guide_blocks((a, b), [(0, 2)]) == [(0, 2, 2)]


def test_long_equal_blocks_are_not_looked_at_but_for_their_ends() -> None:
    kinds = [CONTENT] * 20
    found = list(
        stretches([(0, 0, 8), (10, 9, 10)], kinds, (range(20), range(100, 119)), NO_BREAKS)
    )
    assert found == [Stretch(0, 1, 0, 1), Stretch(7, 11, 7, 10), Stretch(19, 20, 18, 19)]


def test_a_few_function_words_alone_are_not_certain() -> None:
    kinds = [CLOSED] * 20
    assert list(stretches([(0, 0, 3)], kinds, (range(20), range(20)), NO_BREAKS)) == [
        Stretch(0, 20, 0, 20)
    ]
    four = list(stretches([(8, 8, 4)], kinds, (range(20), range(20)), NO_BREAKS))
    assert four == [Stretch(0, 9, 0, 9), Stretch(11, 20, 11, 20)]


def test_the_share_kept_near_by_counts_content_words() -> None:
    kinds = [CONTENT, CLOSED] * 10
    all_kept = kept_near(kinds, [(0, 0, 20)], 0, 4)
    none_kept = kept_near(kinds, [], 0, 4)
    assert min(all_kept) > 0.8
    assert max(none_kept) < 0.25
    half = kept_near(kinds, [(0, 0, 10)], 0, 4)
    assert half[0] > 0.8 > half[9] > half[19]


def test_what_shares_nothing_is_not_aligned() -> None:
    long = Stretch(0, 900, 0, 900)
    (first, _), (last, _) = parts_of(long, [], [CONTENT] * 900, always)
    assert (first.i1, last.i0) == (120, 780)
    whole = parts_of(Stretch(0, 40, 0, 40), [], [CONTENT] * 40, never)
    assert [part for part, _ in whole] == [Stretch(0, 40, 0, 40)]


def test_of_a_gap_whose_ends_do_not_correspond_only_the_ends_are_aligned() -> None:
    kinds = [CONTENT] * 200
    gap = Stretch(0, 200, 0, 50)
    (first, _), (last, _) = parts_of(gap, [], kinds, never)
    assert (first, last) == (Stretch(0, 24, 0, 24), Stretch(176, 200, 26, 50))
    for known in (Stretch(0, 24, 0, 24), Stretch(176, 200, 26, 50)):
        found = parts_of(gap, [], kinds, known.__eq__)
        assert [part for part, _ in found] == [gap]
    short = parts_of(Stretch(0, 5000, 0, 1), [], [CONTENT] * 5000, never)
    assert sum((part.i1 - part.i0) * (part.j1 - part.j0) for part, _ in short) <= 5000


def test_short_gaps_are_aligned_without_a_trial() -> None:
    square = Stretch(0, 70, 0, 70)
    assert [part for part, _ in parts_of(square, [], [CONTENT] * 70, never)] == [square]
    more = parts_of(Stretch(0, 71, 0, 70), [], [CONTENT] * 71, never)
    assert len(more) == 2


def test_a_long_part_ends_at_the_first_block_behind_300_tokens() -> None:
    blocks = [(n, n, 2) for n in range(10, 700, 10)]
    found = parts_of(Stretch(0, 700, 0, 700), blocks, [CONTENT] * 700, always)
    ends = [part.i1 for part, _ in found]
    assert ends == [302, 610, 700]


def test_a_shared_word_is_supported_by_another_near_by() -> None:
    def found(second: tuple[int, int]) -> int:
        blocks = [(10, 10, 1), (*second, 1)]
        (_, corners), *_ = parts_of(Stretch(0, 60, 0, 60), blocks, [CONTENT] * 60, always)
        return len(corners) // 2 - 1

    assert found((35, 35)) == 2
    assert found((36, 36)) == 0
    assert found((20, 28)) == 2
    assert found((20, 29)) == 0


def test_a_small_stretch_is_looked_at_as_a_whole() -> None:
    assert band(Stretch(0, 40, 0, 40), [(0, 0), (40, 40)]) is None
    assert band(Stretch(0, 41, 0, 40), [(0, 0), (41, 40)]) is not None
    block = [(10, 10, 2)]
    for size, corners in ((40, 2), (41, 4)):
        ((_, found),) = parts_of(Stretch(0, size, 0, 40), block, [CONTENT] * 41, always)
        assert len(found) == corners


def test_how_wide_a_band_is() -> None:
    around = band(Stretch(0, 100, 0, 100), [(0, 0), (50, 50), (100, 100)])
    assert around
    assert around[25] == (25 - 16, 25 + 16)
    # Behind the corner, 8 tokens more of what led to it; then only what goes on from it.
    assert around[58] == (34, 74)
    assert around[59] == (43, 75)
    # With sizes so different anything on the way may have been lost, but not so much.
    steep = band(Stretch(0, 100, 0, 300), [(0, 0), (100, 300)])
    assert steep
    assert steep[50] == (150 - 80, 150 + 80)


def test_a_band_follows_the_blocks_and_reaches_both_corners() -> None:
    part = Stretch(0, 100, 0, 100)
    found = band(part, [(0, 0), (50, 50), (100, 100)])
    assert found is not None
    assert found[0][0] == 0
    assert found[100][1] == 100
    assert all(low <= n <= high for n, (low, high) in enumerate(found))
    assert found[50] != (0, 100)
    assert band(Stretch(0, 20, 0, 20), [(0, 0), (20, 20)]) is None


@pytest.mark.parametrize(("m", "n"), [(40, 9_000), (85, 14_001), (230, 60_000), (9_000, 40)])
def test_the_bands_of_neighbouring_rows_meet_however_steep_the_way_is(m: int, n: int) -> None:
    found = band(Stretch(0, m, 0, n), [(0, 0), (m, n)])
    assert found is not None
    assert (found[0][0], found[-1][1]) == (0, n)
    assert all(low <= high for (_, high), (low, _) in pairwise(found))


@pytest.mark.parametrize(("between", "pieces"), [(58, 1), (59, 2)])
def test_words_that_stand_once_more_in_the_gap_beside_them_are_not_certain(
    between: int, pieces: int
) -> None:
    a = [1, 2, *range(10, 10 + between), 1, 2, 99]
    b = [1, 2, 98]
    for ids, blocks in (((a, b), [(0, 0, 2)]), ((b, a), [(0, 0, 2)])):
        breaks = [0] * (len(ids[0]) + 1), [0] * (len(ids[1]) + 1)
        kinds = [CONTENT] * len(ids[0])
        assert len(list(stretches(blocks, kinds, ids, breaks))) == pieces
