"""Which of two articles is the original."""

from __future__ import annotations

from datetime import date

import pytest

from gui.find.dates import date_of
from gui.find.direction import Earlier, Swap, earlier
from gui.find.verification import Verified

FEBRUARY, MARCH = date(2024, 2, 1), date(2024, 3, 1)
KNOWN = {("defence", "minister"): 9, ("shared", "vision"): 4}


def verified(swaps: tuple[Swap, ...] = (), missing: tuple[int, int] = (0, 0)) -> Verified:
    return Verified(0.5, 0.9, 0.9, (1, 2), missing, len(swaps), swaps, ())


def said(found: Verified, *dates: date | None) -> tuple[int, Earlier]:
    return earlier(found, (dates[0], dates[1]), lambda pair: KNOWN.get(pair, 0))


ODD = (
    (("the", "defence", "minister"), ("the", "protection", "minister")),
    (("a", "shared", "vision"), ("a", "shared", "imaginative")),
)
BACK = tuple((second, first) for first, second in ODD)


def test_words_that_other_articles_have_side_by_side_are_the_originals() -> None:
    assert said(verified(ODD), None, None) == (1, Earlier.WORDS)
    assert said(verified(BACK), None, None) == (-1, Earlier.WORDS)


def test_times_and_dates_that_were_swapped_tell_nothing() -> None:
    times = ((("issued", "at", "0126"), ("issued", "at", "0733")),) * 4
    familiar = {("issued", "at"): 9, ("at", "0126"): 1, ("at", "0733"): 6}
    found = earlier(verified(times), (None, None), lambda pair: familiar.get(pair, 0))
    assert found == (0, Earlier.UNKNOWN)


def test_the_shorter_one_is_the_copy_where_it_lacks_much_more() -> None:
    assert said(verified(missing=(90, 3)), None, None) == (1, Earlier.LENGTH)
    assert said(verified(missing=(3, 90)), None, None) == (-1, Earlier.LENGTH)
    assert said(verified(missing=(12, 9)), None, None) == (0, Earlier.UNKNOWN)


def test_dates_tell_unless_words_tell_otherwise() -> None:
    assert said(verified(), FEBRUARY, MARCH) == (1, Earlier.DATE)
    assert said(verified(), MARCH, FEBRUARY) == (-1, Earlier.DATE)
    assert said(verified(ODD), MARCH, FEBRUARY) == (1, Earlier.WORDS)
    assert said(verified(), MARCH, MARCH) == (0, Earlier.UNKNOWN)
    assert said(verified(), MARCH, None) == (0, Earlier.UNKNOWN)


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Published 4 March 2024", date(2024, 3, 4)),
        ("February 2, 2025 6:01 PM", date(2025, 2, 2)),
        ("30-MAR-1987 06:48:20.23", date(1987, 3, 30)),
        ("4/3/2024", None),  # of two months
        ("4 March", None),
        ("The harbour master Ann Lee on Jan. 31, 2025. Photo: harbour board", None),
    ],
)
def test_a_date_line_is_a_date_and_little_else(line: str, when: date | None) -> None:
    assert date_of(f"A headline\n\n{line}\n\nThe harbour was closed.") == when
