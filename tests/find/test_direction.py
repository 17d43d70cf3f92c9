"""Which of two articles is the original."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from gui.find.dates import Dated
from gui.find.direction import Earlier, Swap, earlier
from gui.find.found_list import reason_for
from gui.find.loose_article import LooseArticle
from gui.find.proposals import Wish
from gui.find.search import find_pairs
from gui.find.sources import gather
from gui.find.verification import Kept, Verified

from .little_articles import HARBOUR

FEBRUARY, MARCH = date(2024, 2, 1), date(2024, 3, 1)
KNOWN = {("defence", "minister"): 9, ("shared", "vision"): 4}


def verified(swaps: tuple[Swap, ...] = (), missing: tuple[int, int] = (0, 0)) -> Verified:
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
    assert said(verified(ODD[:1]), None, None) == (1, Earlier.WORDS)
    assert said(verified(ODD[:1]), MARCH, FEBRUARY) == (-1, Earlier.DATE)


def test_dates_of_metadata_tell_where_they_are_more_than_a_day_apart() -> None:
    by_metadata = Dated(MARCH, by_metadata=True)
    assert said(verified(), FEBRUARY, by_metadata) == (1, Earlier.METADATA)
    assert said(verified(), by_metadata, FEBRUARY) == (-1, Earlier.METADATA)
    assert said(verified(), MARCH - timedelta(days=1), by_metadata) == (0, Earlier.UNKNOWN)
    assert said(verified(BACK), FEBRUARY, by_metadata) == (1, Earlier.METADATA)


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


def published(days: Sequence[int | None], text: str = HARBOUR) -> list[LooseArticle]:
    """Return articles with one text, published on these days of March."""
    own = [None if day is None else date(2024, 3, day) for day in days]
    return [LooseArticle(f"{n}.html", text, published=day) for n, day in enumerate(own)]


def test_of_one_text_at_two_dates_the_earlier_is_the_original() -> None:
    (pair,) = find_pairs(published((9, 4)), Wish())
    assert (pair.reference, pair.candidate, pair.earlier) == (1, 0, Earlier.METADATA)
    assert pair.is_same_text
    assert reason_for(pair) == (
        "published 2024-03-04 and 2024-03-09, according to their metadata; the same words"
    )
    (unknown,) = find_pairs(published((9, 8)), Wish())  # one day, elsewhere
    assert unknown.earlier is Earlier.SAME
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
    somewhere = Dated(night.replace(hour=9, tzinfo=None), by_metadata=True)
    assert said(verified(), first, somewhere) == (0, Earlier.UNKNOWN)


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
