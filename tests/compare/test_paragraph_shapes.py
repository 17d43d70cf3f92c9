"""What paragraphs are told to be by their shape alone: prose, headlines, dates, names, captions."""

from __future__ import annotations

import pytest

from gui.compare.furniture.furniture_lines import (
    bare_name,
    is_caption,
    is_day,
    is_headline,
    is_menu,
    is_name_line,
    is_prose,
    without_date,
    without_day,
)
from gui.compare.furniture.furniture_words import is_paper, is_stamp

HEADLINE = "Ferry returns after a long winter in the dock"
CAPTION = "The ferry at the quay on Sept. 14, 2023. Harbour Office Photo"
PARAGRAPH = (
    "The ferry came back to the harbour on Monday after a winter in the dock, and people stood "
    "along the quay to watch it turn under its own power for the first time since November."
)


@pytest.mark.parametrize(
    "line",
    [
        "September 14, 2023 7:45 AM",
        "Published on 14. September 2023, 18:01",
        "14 de septiembre de 2023",
        "1er mars 2025",
        "2025-02-02 18:01",
        "02/02/2025",
        "2-FEB-2025 18:01:22.79",
        "2025年2月2日",
        "2025년 2월 2일",
        "٢ فبراير ٢٠٢٥",
        "2 февраля 2025, 18:01",
    ],
)
def test_dates_of_many_languages(line: str) -> None:
    assert without_date(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "The mayor on Sept. 14, 2023. Photo by the town",
        "Sleepers to return to the coast line after 14 years",
        "Nine thousand tonnes that never were",
    ],
)
def test_lines_that_are_no_dates(line: str) -> None:
    assert without_date(line) is None


@pytest.mark.parametrize("line", ["Source link", "Read the full article", "Harbour at night", ""])
def test_lines_that_name_nobody(line: str) -> None:
    assert not is_name_line(line)


def test_names_without_capitals() -> None:
    assert is_name_line("بقلم أحمد علي")


def test_shapes_do_not_overlap_where_it_matters() -> None:
    assert is_headline(HEADLINE)
    assert not is_headline(CAPTION)
    assert is_caption(CAPTION)
    assert not is_caption(HEADLINE)
    assert is_prose(PARAGRAPH)
    assert not is_prose(CAPTION)
    assert is_caption("A crane over the quay (Photo by Bo Ek)")
    assert is_caption("A crane over the quay. Agency/Bo Ek")


def words(number: int) -> str:
    return " ".join(["boat"] * number)


@pytest.mark.parametrize(("stop", "least"), [(".", 6), ("?", 15)])
def test_prose_has_so_many_words(stop: str, least: int) -> None:
    assert is_prose(words(least) + stop)
    assert not is_prose(words(least - 1) + stop)


def test_a_paragraph_of_25_words_is_no_line_of_the_furniture() -> None:
    menu, dates = "Home | Ports | ", "14 May 2023, "
    assert is_headline(words(24))
    assert not is_headline(words(25))
    assert is_menu(menu + words(22))
    assert not is_menu(menu + words(23))
    assert without_date(dates * 8) == ""
    assert without_date(dates * 9) is None


def test_a_headline_has_two_words_and_three_lines() -> None:
    assert is_headline("Ferry\nback\nagain")
    assert not is_headline("Ferry\nback\nonce\nagain")
    assert is_headline("Ferry back")
    assert not is_headline("Ferry")


def test_a_date_is_two_fifths_of_its_line() -> None:
    assert without_date("14 May 2023 thirteenchars") == "thirteenchars"
    assert without_date("14 May 2023 fourteen-chars") is None


def test_a_line_of_names_or_a_day_has_12_words() -> None:
    assert is_name_line("Ann Lee, " + words(10))
    assert not is_name_line("Ann Lee, " + words(11))
    assert without_day("3 May | " + words(10)) == words(10)
    assert without_day("3 May | " + words(11)) is None


def test_names_are_at_most_eight_words() -> None:
    assert is_name_line("Ann Lee Bo Ek Cy Fox Di Gee")
    assert not is_name_line("By Ann Lee Bo Ek Cy Fox Di Gee")


def test_names_in_a_script_without_capitals_are_at_most_20_characters() -> None:
    assert is_name_line("\u8bb0\u8005 " + "\u660e" * 17)
    assert not is_name_line("\u8bb0\u8005 " + "\u660e" * 18)


def test_beside_names_stand_two_small_words_or_only_short_ones() -> None:
    assert is_name_line("From our harbour Ann Lee")
    assert not is_name_line("From our old harbour Ann Lee")
    assert is_name_line("Ann van de la Lee")
    assert not is_name_line("Ann over de la Lee")


def test_only_a_short_word_before_a_name_is_left_out() -> None:
    assert bare_name("Von Ann Lee") == "ann lee"
    assert bare_name("Anna Bo Lee") == "anna bo lee"


def test_a_caption_has_three_words_and_at_most_60() -> None:
    assert is_caption("Photo: Ann Lee")
    assert not is_caption("\u00a9 Ann Lee")
    assert is_caption("A boat. The " + words(57))
    assert not is_caption("A boat. The " + words(58))


@pytest.mark.parametrize(
    ("credit", "least", "most"),
    [("({})", 3, 60), ("Agency/A{}", 1, 40), ("{}: Ann Lee", 3, 20), ("\u00a9 A{}", 1, 40)],
)
def test_a_credit_has_so_many_characters(credit: str, least: int, most: int) -> None:
    def has_credit(length: int) -> bool:
        return is_caption("A boat at the quay! " + credit.format(letters(length)))

    assert has_credit(least)
    assert not has_credit(least - 1)
    assert has_credit(most)
    assert not has_credit(most + 1)


def letters(length: int) -> str:
    return ("at the quay by night " * 4)[: length - 1] + "o" if length else ""


def test_a_credit_names_somebody_with_at_most_four_words() -> None:
    assert is_caption("Photo: Ann Bo Van Lee")
    assert not is_caption("Photo: Ann Bo Van Der Lee")


def test_at_most_25_characters_say_what_a_day_is_of() -> None:
    assert is_day(f"{letters(25)}: 14 May")
    assert not is_day(f"{letters(26)}: 14 May")


def test_an_address_of_a_site_has_at_most_five_parts() -> None:
    assert is_paper("www.news.pell.post.example")
    assert not is_paper("www.news.pell.post.co.example")


def test_a_time_of_day_may_have_seconds() -> None:
    assert is_stamp("Updated today at 18.01.30")
    assert not is_stamp("Updated today, 18.01.30.7")
