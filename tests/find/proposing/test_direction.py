"""Which of two articles is the original."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from gui.find.dating.dates import Dated, Days, publication_dates
from gui.find.found_list import reason_for
from gui.find.proposing.direction import Earlier, earlier
from gui.find.proposing.proposals import Wish
from gui.find.search import find_pairs
from gui.find.search_values import LooseArticle
from gui.find.sources import gather
from gui.find.verifying.verification import Kept, SwappedWords, Verified
from tests.find.little_articles import HARBOUR

FEBRUARY, MARCH = date(2024, 2, 1), date(2024, 3, 1)
KNOWN = {("defence", "minister"): 9, ("shared", "vision"): 4}


def verified(swaps: tuple[SwappedWords, ...] = (), missing: tuple[int, int] = (0, 0)) -> Verified:
    return Verified(0.5, 0.9, 0.9, Kept(1, 2, 4), missing, len(swaps), swaps, ())


def said(found: Verified, *dates: date | Dated | None) -> tuple[int, Earlier]:
    first, second = (Dated(own) if isinstance(own, date) else own for own in dates)
    return earlier(found, (first, second), lambda pair: KNOWN.get(pair, 0))


ODD = (
    (("the", "defence", "minister"), ("the", "protection", "minister")),
    (("a", "shared", "vision"), ("a", "shared", "imaginative")),
)
BACK = tuple((second, first) for first, second in ODD)


def test_words_that_other_articles_have_side_by_side_are_the_originals() -> None:
    assert said(verified(ODD * 2), None, None) == (1, Earlier.WORDS)
    assert said(verified(BACK * 2), None, None) == (-1, Earlier.WORDS)


def test_few_words_tell_nothing_and_of_more_few_may_tell_the_contrary() -> None:
    for few in (ODD[:1], ODD, ODD + BACK[:1], ODD * 2 + BACK[:1]):
        assert said(verified(few), None, None) == (0, Earlier.UNKNOWN)
    assert said(verified(ODD * 3 + BACK[:1]), None, None) == (1, Earlier.WORDS)
    assert said(verified(ODD * 3 + BACK), None, None) == (0, Earlier.UNKNOWN)
    same = ((("one", "ferry"), ("one", "boat")),) * 8  # as familiar on either side
    assert said(verified(same), None, None) == (0, Earlier.UNKNOWN)


def test_few_words_cast_doubt_on_what_the_length_tells_and_turn_nothing() -> None:
    assert said(verified(ODD[:1], missing=(60, 8)), None, None) == (1, Earlier.LENGTH)
    assert said(verified(BACK[:1], missing=(60, 8)), None, None) == (0, Earlier.UNKNOWN)
    assert said(verified(BACK + BACK[:1], missing=(60, 8)), None, None) == (0, Earlier.UNKNOWN)
    assert said(verified(BACK + BACK[:1], missing=(30, 8)), None, None) == (0, Earlier.UNKNOWN)
    assert said(verified(ODD[:1], missing=(30, 8)), None, None) == (0, Earlier.UNKNOWN)
    assert said(verified(BACK * 2, missing=(60, 8)), None, None) == (-1, Earlier.WORDS)


def test_times_and_dates_that_were_swapped_tell_nothing() -> None:
    times = ((("issued", "at", "0126"), ("issued", "at", "0733")),) * 4
    familiar = {("issued", "at"): 9, ("at", "0126"): 1, ("at", "0733"): 6}
    found = earlier(verified(times), (None, None), lambda pair: familiar.get(pair, 0))
    assert found == (0, Earlier.UNKNOWN)


def test_the_shorter_one_is_the_copy_where_it_lacks_much_more() -> None:
    assert said(verified(missing=(90, 3)), None, None) == (1, Earlier.LENGTH)
    assert said(verified(missing=(3, 90)), None, None) == (-1, Earlier.LENGTH)
    assert said(verified(missing=(12, 9)), None, None) == (0, Earlier.UNKNOWN)


def test_dates_tell_unless_very_many_words_tell_otherwise() -> None:
    assert said(verified(), FEBRUARY, MARCH) == (1, Earlier.DATE)
    assert said(verified(), MARCH, FEBRUARY) == (-1, Earlier.DATE)
    assert said(verified(ODD * 3), MARCH, FEBRUARY) == (-1, Earlier.DATE)
    assert said(verified(ODD * 8), MARCH, FEBRUARY) == (1, Earlier.WORDS)
    assert said(verified(), MARCH, MARCH) == (0, Earlier.UNKNOWN)
    assert said(verified(), MARCH, None) == (0, Earlier.UNKNOWN)


def test_a_later_article_may_be_the_longer_one() -> None:
    found = verified(missing=(0, 300))
    assert said(found, None, None) == (-1, Earlier.LENGTH)
    assert said(found, FEBRUARY, MARCH) == (1, Earlier.DATE)


def test_the_reason_has_the_days_that_tell_the_original(tmp_path: Path) -> None:
    longer = f"{HARBOUR} " + "The brass band of the harbour will play there on Sunday. " * 12
    (tmp_path / "a.txt").write_text(f"9 March 2024\n\n{longer}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"4 March 2024\n\n{HARBOUR}", encoding="utf-8")
    articles = gather([str(tmp_path)]).articles
    (pair,) = find_pairs(articles, Wish())
    assert articles[pair.reference].address.endswith("b.txt")
    assert reason_for(pair).startswith("dated 2024-03-04 and 2024-03-09; ")


def test_one_odd_word_tells_nothing_against_dates() -> None:
    assert said(verified(ODD[:1]), MARCH, FEBRUARY) == (-1, Earlier.DATE)


def test_dates_of_metadata_tell_where_they_are_more_than_a_day_apart() -> None:
    later = by_metadata(MARCH)
    assert said(verified(), FEBRUARY, later) == (1, Earlier.METADATA)
    assert said(verified(), later, FEBRUARY) == (-1, Earlier.METADATA)
    assert said(verified(), MARCH - timedelta(days=1), later) == (0, Earlier.UNKNOWN)
    assert said(verified(BACK), FEBRUARY, later) == (1, Earlier.METADATA)


def by_metadata(moment: date) -> Dated:
    return Dated(moment, by_metadata=True)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a time of February 2024, in UTC."""
    return datetime(2024, 2, day, hour, minute, tzinfo=timezone.utc)


def somewhere(day: int, hour: int) -> datetime:
    """Return a time of February 2024, in a zone that nobody names."""
    return at(day, hour).replace(tzinfo=None)


MONDAY, TUESDAY = date(2024, 2, 26), date(2024, 2, 27)
NEXT_DAY = (
    (by_metadata(MONDAY), by_metadata(TUESDAY)),
    (by_metadata(at(26, 9)), Dated(TUESDAY)),
    (by_metadata(at(26, 9)), by_metadata(TUESDAY)),
    (Dated(MONDAY), by_metadata(at(27, 12, 30))),
    (by_metadata(MONDAY), by_metadata(at(27, 20))),
    (by_metadata(at(26, 9)), Dated(somewhere(27, 20))),
    (Dated(somewhere(26, 19)), by_metadata(at(27, 8))),
    (by_metadata(somewhere(26, 9)), Dated(somewhere(27, 20))),
)
IN_SOME_ZONE = (
    (Dated(MONDAY), by_metadata(TUESDAY)),
    (by_metadata(at(26, 20)), Dated(TUESDAY)),
    (by_metadata(MONDAY), by_metadata(at(27, 8))),
    (by_metadata(at(26, 20)), Dated(somewhere(27, 9))),
    (by_metadata(somewhere(26, 20)), by_metadata(somewhere(27, 9))),
)


@pytest.mark.parametrize("days", NEXT_DAY)
def test_the_next_day_is_later_where_no_zone_turns_the_order(days: tuple[Dated, Dated]) -> None:
    """Days without times are those of a calendar, as one kind of metadata has them.

    A page that is copied on the next day is the rule, and that a copy has the earlier day because
    of zones the exception; before, words told such pairs, and often wrongly.
    """
    first, second = days
    assert said(verified(BACK * 3), first, second) == (1, Earlier.METADATA)
    assert said(verified(ODD * 3), second, first) == (-1, Earlier.METADATA)


@pytest.mark.parametrize("days", IN_SOME_ZONE)
def test_where_a_zone_may_turn_the_order_nothing_else_tells_the_contrary(
    days: tuple[Dated, Dated],
) -> None:
    assert said(verified(), *days) == (0, Earlier.UNKNOWN)
    assert said(verified(BACK * 8), *days) == (0, Earlier.UNKNOWN)
    assert said(verified(missing=(3, 90)), *days) == (0, Earlier.UNKNOWN)
    assert said(verified(ODD * 3), *days) == (1, Earlier.WORDS)
    assert said(verified(ODD * 3), *days[::-1]) == (0, Earlier.UNKNOWN)


def test_days_of_metadata_count_beside_equal_days_of_the_texts() -> None:
    early, late = Days(Dated(MONDAY), at(26, 20)), Days(Dated(MONDAY), TUESDAY)
    first, second = publication_dates(early, late)
    assert said(verified(BACK * 3), first, second) == (0, Earlier.UNKNOWN)


def as_page(text: str, day: str) -> str:
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    head = f'<meta property="article:published_time" content="{day}T08:00Z">'
    return f"<html><head><title>Ferry</title>{head}</head><body>{paragraphs}</body></html>"


def test_what_pages_say_to_machines_tells_the_original_and_the_reason_says_so(
    tmp_path: Path,
) -> None:
    later = HARBOUR.replace("brass", "silver")
    (tmp_path / "a.html").write_text(as_page(later, "2024-03-09"), encoding="utf-8")
    (tmp_path / "b.html").write_text(as_page(HARBOUR, "2024-03-04"), encoding="utf-8")
    for _ in range(2):  # read, and kept from before
        articles = gather([str(tmp_path)], kept_in=tmp_path / "kept").articles
        (pair,) = find_pairs(articles, Wish())
        assert pair.earlier is Earlier.METADATA
        assert articles[pair.reference].address.endswith("b.html")
        assert reason_for(pair).startswith(
            "published 2024-03-04 and 2024-03-09, according to their metadata; "
        )


@pytest.mark.parametrize("is_page_first", [True, False])
def test_the_reason_says_which_day_is_of_a_text_and_which_of_metadata(
    tmp_path: Path, is_page_first: bool
) -> None:
    days = ("4", "9") if is_page_first else ("9", "4")
    page = as_page(HARBOUR.replace("brass", "silver"), f"2024-03-{days[0]:0>2}")
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{days[1]} March 2024\n\n{HARBOUR}", encoding="utf-8")
    (pair,) = find_pairs(gather([str(tmp_path)]).articles, Wish())
    assert pair.earlier is Earlier.METADATA
    own, its = ("metadata", "text") if is_page_first else ("text", "metadata")
    assert reason_for(pair).startswith(
        f"published 2024-03-04 according to its {own}, "
        f"and 2024-03-09 according to the other's {its}; "
    )


def published(days: Sequence[int | None], text: str = HARBOUR) -> list[LooseArticle]:
    """Return articles with one text, published on these days of March."""
    own = [None if day is None else date(2024, 3, day) for day in days]
    return [LooseArticle(f"{n}.html", text, published=day) for n, day in enumerate(own)]


def test_of_one_text_at_two_dates_the_earlier_is_the_original() -> None:
    """One day apart, too: without a time it is a day of a calendar, which no zone changes."""
    (pair,) = find_pairs(published((9, 4)), Wish())
    assert (pair.reference, pair.candidate, pair.earlier) == (1, 0, Earlier.METADATA)
    assert pair.is_same_text
    assert reason_for(pair) == (
        "published 2024-03-04 and 2024-03-09, according to their metadata; the same words"
    )
    (next_day,) = find_pairs(published((9, 8)), Wish())
    assert (next_day.reference, next_day.earlier) == (1, Earlier.METADATA)
    found = find_pairs(published((None, 9, None, 4)), Wish())
    assert {(own.reference, own.candidate) for own in found} == {(3, 0), (3, 1), (3, 2)}
    assert len({own.evidence for own in found}) == 1
    across = [own._replace(side=n % 2) for n, own in enumerate(published((9, 4, 1)))]
    assert {(own.reference, own.candidate) for own in find_pairs(across, Wish())} == {
        (1, 0),
        (2, 1),
    }


def test_of_one_day_the_earlier_time_is_the_original_and_the_reason_has_both(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text(f"4 March 2024, 2:15 PM ET\n\n{HARBOUR}", encoding="utf-8")
    later = HARBOUR.replace("brass", "silver")
    (tmp_path / "b.txt").write_text(f"4 March 2024, 1407 GMT\n\n{later}", encoding="utf-8")
    articles = gather([str(tmp_path)]).articles
    (pair,) = find_pairs(articles, Wish())
    assert articles[pair.reference].address.endswith("b.txt")
    assert reason_for(pair).startswith("dated 2024-03-04 14:07 and 2024-03-04 19:15 UTC; ")


def test_columns_are_held_against_each_other_as_of_one_zone() -> None:
    night = datetime(2024, 5, 1, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    morning = datetime(2024, 5, 2, 1, tzinfo=timezone.utc)
    first, second = (Dated(own, by_metadata=True) for own in (night, morning))
    assert said(verified(), first, second) == (-1, Earlier.METADATA)
    same = Dated(night.astimezone(timezone.utc), by_metadata=True)
    assert said(verified(), first, same) == (0, Earlier.UNKNOWN)
    unzoned = Dated(night.replace(hour=9, tzinfo=None), by_metadata=True)
    assert said(verified(), first, unzoned) == (0, Earlier.UNKNOWN)


def test_a_copy_that_keeps_the_day_of_the_original_is_told_by_metadata() -> None:
    text = f"4 March 2024\n\n{HARBOUR}"
    articles = published((9,), text.replace("brass", "silver")) + published((4,), text)
    (pair,) = find_pairs(articles, Wish())
    assert (pair.reference, pair.earlier) == (1, Earlier.METADATA)


def test_an_article_with_the_words_of_another_has_days_of_its_own() -> None:
    later = HARBOUR.replace("brass", "silver")
    articles = [*published((9, 4, None), later), *published((6,), HARBOUR)]
    across = [own._replace(side=n // 3) for n, own in enumerate(articles)]
    found = {(own.reference, own.candidate): own for own in find_pairs(across, Wish())}
    assert {pair: own.earlier for pair, own in found.items()} == {
        (3, 0): Earlier.METADATA,
        (1, 3): Earlier.METADATA,
        (2, 3): Earlier.UNKNOWN,
    }
    assert "published 2024-03-04 and 2024-03-06" in reason_for(found[1, 3])
