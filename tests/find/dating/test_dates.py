"""When an article was published, by a line of its own or by a value of a table."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from gui.find.dating.dates import Dated, Days, date_of, moment_of, order, publication_dates

MARCH = date(2024, 3, 4)


def at(hour: int, minute: int = 0, ahead: float | None = None, day: date = MARCH) -> datetime:
    zone = None if ahead is None else timezone(timedelta(hours=ahead))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)


def by_line(line: str) -> date | None:
    found = date_of(f"A headline\n\n{line}\n\nThe harbour was closed.")
    return found and found.moment


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Published 4 March 2024", MARCH),
        ("February 2, 2025 6:01 PM", at(18, 1, day=date(2025, 2, 2))),
        ("30-MAR-1987 06:48:20.23", at(6, 48, day=date(1987, 3, 30)).replace(second=20)),
        ("2024-01-05", date(2024, 1, 5)),
        ("Updated 5.1.2024, 10:30", at(10, 30, day=date(2024, 1, 5))),
        ("5. Januar 2024", date(2024, 1, 5)),
        ("Veröffentlicht am 4. März 2024 um 10.30 Uhr", at(10, 30)),
        ("Publié le 1er août 2024 à 18h05", at(18, 5, day=date(2024, 8, 1))),
        ("5 de enero de 2024", date(2024, 1, 5)),
        ("5 stycznia 2024", date(2024, 1, 5)),
        ("2024. március 4., hétfő", MARCH),
        ("4/25/2024", date(2024, 4, 25)),
        ("2024-3-4", MARCH),
        ("Last updated Monday, March 4, 2024", MARCH),
        ("Sept. 5, 2024", date(2024, 9, 5)),
        ("3 March 1998 – 4 March 2024", None),
        ("Budget 2024-25", None),
        ("By Ann Lee, 4 March 2024", MARCH),
        ("Von Anna Maria Lenz | 5. Januar 2024", date(2024, 1, 5)),
        ("By Ann Lee of the harbour board in Port Ellery, since 4 March 2024", None),
        ("By Ann Lee, harbour news 2024", None),
        ("5 octember 2024", None),
        ("2024-13-05", None),
        ("31 April 2024", None),
        ("4/3/2024", None),  # of two months
        ("4 March", None),
        ("The harbour master Ann Lee on Jan. 31, 2025. Photo: harbour board", None),
    ],
)
def test_a_date_line_is_a_date_and_little_else(line: str, when: date | None) -> None:
    assert by_line(line) == when


@pytest.mark.parametrize(
    "line",
    [
        "2024年3月4日",
        "发布时间：2024年03月04日 来源：港口日报",
        "二〇二四年三月四日",
        "２０２４年３月４日（月）",
        "令和6年3月4日",
        "民國113年3月4日",
        "2024년 3월 4일 월요일",
        "입력 2024. 3. 4.",
        "2024/03/04",
        "4 มีนาคม 2567",
        "เผยแพร่ วันจันทร์ที่ 4 มีนาคม 2567",
        "2024年3月4日星期一 记者 李明",
        "الإثنين 04 مارس 2024",
        "เผยแพร่ 4 มี.ค. 2567",
        "٤ مارس ٢٠٢٤",
        "الاثنين 4 آذار/مارس 2024",
        "4 آذار 2024",
        "4 במרץ 2024",
        "۴ مارس ۲۰۲۴",
        "४ मार्च २०२४",
        "৪ মার্চ ২০২৪",
        "4 Μαρτίου 2024",
        "4 марта 2024 г.",
        "ngày 4 tháng 3 năm 2024",
    ],
)
def test_days_are_read_in_many_scripts(line: str) -> None:
    assert by_line(line) == MARCH


@pytest.mark.parametrize(
    "line",
    [
        "2024年3月4日，港口因风暴关闭，渡轮停航。",  # begins to tell
        "2024年3月4日に港が閉鎖されたため船は出なかった",
        "24年3月4日",
        "令和2024年3月4日",
        "14 اسفند 1402",  # of another calendar
        "2024年13月4日",
    ],
)
def test_what_is_a_sentence_or_no_day_is_no_date_line(line: str) -> None:
    assert by_line(line) is None


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("2:15 PM ET", at(14, 15, -5)),
        ("1407 GMT", at(14, 7, 0)),
        ("14:07 BST", at(14, 7, 1)),
        ("14.07 UTC+2", at(14, 7, 2)),
        ("09:05 am IST", at(9, 5, 5.5)),
        ("14:07:00 (UTC+09:00)", at(14, 7, 9)),
        ("at 2 p.m.", at(14)),
        ("3.40pm", at(15, 40)),
        ("12:10 a.m.", at(0, 10)),
        ("2:15 PM Eastern Time", at(14, 15, -5)),
        ("14:07:00 GMT+0100 (CET)", at(14, 7, 1)),
        ("下午2:15", at(14, 15)),
        ("午後2時15分", at(14, 15)),
        ("오후 2시 15분", at(14, 15)),
        ("20:15 北京时间", at(20, 15, 8)),
        ("เวลา 14:07 น.", at(14, 7)),
        ("2:15 م", at(14, 15)),
        ("kl. 14.07", at(14, 7)),
        ("14:07 BY ANN LEE", at(14, 7)),
        ("14:07 CST", MARCH),  # of China, or of Chicago
        ("2:07 PM CST", at(14, 7, -6)),
        ("14:07 QQT", MARCH),  # of a zone that nobody knows
        ("29:07", MARCH),
        ("3 min", MARCH),
    ],
)
def test_the_time_beside_a_day_is_read_with_its_zone(said: str, when: date) -> None:
    found = by_line(f"4 March 2024, {said}")
    assert (found, getattr(found, "tzinfo", None)) == (when, getattr(when, "tzinfo", None))


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        ("Published 4 March 2024, 10:00; updated 6 March 2024, 11:30", at(10)),
        ("Updated 6 March 2024, 11:30 | Published 4 March 2024, 10:00 GMT", at(10, ahead=0)),
        ("Updated: 6 March 2024, 11:30\nPublished: 4 March 2024, 10:00", at(10)),
        ("更新：2024年3月6日 11:30\n发布：2024年3月4日 10:00", at(10)),
        ("4 March 2024\nPublished 14:07 GMT", at(14, 7, 0)),
        ("Updated 3.40pm\n4 March 2024\n2.15pm", at(14, 15)),
        ("HELSINKI, Finland, March 4, 2024 /The wire/ -- " + "The harbour closes. " * 5, MARCH),
        ("In Helsinki, March 4, 2024 -- as every year -- " + "the harbour closed. " * 5, None),
    ],
)
def test_the_first_publication_goes_before_a_change(lines: str, when: date | None) -> None:
    assert by_line(lines) == when


@pytest.mark.parametrize(
    ("end", "when"),
    [
        ("First published 4 March 2024", MARCH),
        ("4 MAR 2024\nBy Ann Lee\n© The harbour board. All rights reserved.", MARCH),
        ("4 MAR 2024\nA swan holds up the island ferry\nPicture: harbour board", None),
    ],
)
def test_a_date_at_the_end_may_be_that_of_another_article(end: str, when: date | None) -> None:
    text = "\n\n".join(f"The harbour was closed for the {n}th time." for n in range(9))
    assert date_of(f"A headline\n\n{text}\n\n{end}") == (when and Dated(when))


def test_like_is_held_against_like() -> None:
    own, copy = Days(Dated(MARCH), at(8, ahead=0)), Days(None, at(9, ahead=0))
    assert order(*publication_dates(own, copy)) == 1
    assert order(*publication_dates(copy, own)) == -1
    assert publication_dates(Days(Dated(MARCH), None), copy) == (
        Dated(MARCH),
        Dated(at(9, ahead=0), True),
    )
    late, early = Days(Dated(at(9)), None), Days(Dated(at(8)), MARCH)
    assert order(*publication_dates(late, early)) == -1


def test_a_change_tells_only_that_an_article_was_there_before() -> None:
    changed = date_of("A headline\n\nUpdated 4 March 2024, 14:00\n\nThe harbour was closed.")
    assert changed == Dated(at(14), is_latest=True)
    earlier, later = (Dated(at(hour)) for hour in (9, 15))
    assert [order(changed, later), order(later, changed)] == [1, -1]
    assert [order(changed, earlier), order(earlier, changed)] == [0, 0]
    assert order(changed, later._replace(is_latest=True)) == 1


def test_times_are_held_against_each_other_only_where_that_is_plain() -> None:
    assert order(Dated(at(23, 30)), Dated(at(14))) == -1
    assert order(Dated(at(9)), Dated(at(14, ahead=0))) == 0
    assert order(Dated(at(9, ahead=9)), Dated(at(1, ahead=0))) == 1
    assert order(Dated(at(9), True), Dated(at(14), True)) == 0
    assert order(Dated(MARCH), Dated(at(14))) == 0


@pytest.mark.parametrize(
    ("value", "hours"),
    [
        ("2024-03-04 02:15 PM", 0),
        ("2024-03-04T14:15:00 EST", -5),
        ("3/4/2024 2:15 PM", None),
        ("2024-03-04T14:15:00+0900", 9),
        ("Monday, March 4, 2024 2:15:00 PM UTC", 0),
    ],
)
def test_words_behind_a_value_count(value: str, hours: float | None) -> None:
    when = None if hours is None else at(14, 15, hours)
    assert moment_of(value) == when


def test_seconds_are_exact_also_at_midnight() -> None:
    midnight, later = (moment_of(f"{1709510400 + more}") for more in (0, 60))
    assert midnight == at(0, ahead=0)
    assert later == at(0, 1, ahead=0)
    assert order(Dated(midnight, True), Dated(later, True)) == 1


@pytest.mark.parametrize("value", ["4/3/2024", "", "20", "17095482", "1709548200123456789", "soon"])
def test_a_value_that_is_no_date_tells_nothing(value: str) -> None:
    assert moment_of(value) is None


PROSE = "The harbour was closed until noon, the master said."


def at_line(number: int, said: str = "Published 4 March 2024") -> date | None:
    found = date_of("\n".join([PROSE] * (number - 1) + [said] + [PROSE] * 20))
    return found and found.moment


def test_a_date_stands_in_one_of_the_first_eight_lines() -> None:
    assert at_line(8) == MARCH
    assert at_line(9) is None


def test_a_date_stands_in_one_of_the_last_four_lines() -> None:
    for footers, when in ((3, MARCH), (4, None)):
        lines = [*[PROSE] * 20, "4 March 2024", *["Source: harbour board"] * footers]
        found = date_of("\n".join(lines))
        assert (found and found.moment) == when


def test_a_value_has_80_characters_and_a_line_twice_as_many() -> None:
    assert moment_of("4 March 2024".ljust(80)) == MARCH
    assert moment_of("4 March 2024".ljust(81)) is None
    line = "Published 4 March 2024" + " 10:30" * 23
    assert by_line(line) == at(10, 30)
    assert by_line(f"{line}.") is None


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Late news and all, 4 March 2024", MARCH),
        ("Late news here, 4 March 2024", None),
        ("By Anna Lena Berta Carla Dorah Emily, 4 March 2024", MARCH),
        ("By Anna Lena Berta Carla Dorah Emily Frieda, 4 March 2024", None),
        (f"{'ก' * 29} 4 March 2024", MARCH),
        (f"{'ก' * 30} 4 March 2024", None),
    ],
)
def test_two_words_stand_beside_a_date_and_six_in_a_byline(line: str, when: date | None) -> None:
    """Of more than three letters; in Thai ten letters are a word."""
    assert by_line(line) == when


def test_seconds_are_those_of_the_years_1990_to_2099() -> None:
    told = [moment_of(seconds) for seconds in ("631152000", "4102444799")]
    assert [moment and moment.year for moment in told] == [1990, 2099]
    assert moment_of("631151999") is None
    assert moment_of("4102444800") is None


def test_no_clock_is_further_ahead_than_14_hours() -> None:
    assert moment_of("4 March 2024 10:30 +14:00") == at(10, 30, ahead=14)
    assert moment_of("4 March 2024 10:30 +14:30") == MARCH


@pytest.mark.parametrize(("minute", "way"), [(30, 0), (31, 1)])
def test_a_time_without_a_zone_may_be_that_of_a_place_14_hours_ahead(minute: int, way: int) -> None:
    first = Dated(at(10, 30, ahead=0), by_metadata=True)
    second = Dated(at(0, minute, day=MARCH + timedelta(1)), by_metadata=True)
    assert order(first, second) == way
    assert order(second, first) == -way


@pytest.mark.parametrize(("minute", "way"), [(0, 0), (1, 1)])
def test_a_time_without_a_zone_may_be_that_of_a_place_12_hours_behind(
    minute: int, way: int
) -> None:
    first = Dated(at(12), by_metadata=True)
    second = Dated(at(0, minute, ahead=0, day=MARCH + timedelta(1)), by_metadata=True)
    assert order(first, second) == way
    assert order(second, first) == -way
