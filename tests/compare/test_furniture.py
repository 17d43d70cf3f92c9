"""Headline, date line, byline, caption and footer: recognized by shape, and what became of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui.compare import FurnitureItem, FurnitureKind, FurnitureState, compare
from gui.compare.furniture import (
    bare_name,
    is_caption,
    is_headline,
    is_menu,
    is_name_line,
    is_prose,
    without_date,
    without_day,
)
from gui.documents import read_text
from gui.reports import to_html, to_print_html, to_text
from tests.reports.sample_comparisons import cut

BODY = (
    "The ferry came back to the harbour on Monday after a winter in the dock, and people stood "
    "along the quay to watch it turn under its own power for the first time since November.",
    "Nobody had told the gulls, said the harbour master, who had been up since four to see that "
    "the lines were clear and that the ramp, which was mended in March, went down at all.",
    "The first crossing is on Friday at seven. Tickets cost what they did before, and bicycles "
    "still travel free of charge, the company said in a short statement to its passengers.",
)
HEADLINE = "Ferry returns after a long winter in the dock"
DATE = "September 14, 2023 7:45 AM"
BYLINE = "By Ann Lee"
CAPTION = "The ferry at the quay on Sept. 14, 2023. Harbour Office Photo"
NOTE = "Ann Lee is a reporter who writes on ports and ships for a weekly paper in the north."
FOOTER = "Get the news in your inbox every morning"
WHOLE = (HEADLINE, DATE, BYLINE, CAPTION, *BODY, NOTE, FOOTER)


def found(reference: tuple[str, ...], candidate: tuple[str, ...]) -> list[tuple[str, str]]:
    documents = [read_text("\n\n".join(parts)) for parts in (reference, candidate)]
    return [(i.kind.value, i.state.value) for i in compare(*documents).furniture]


def test_all_of_it_kept() -> None:
    assert found(WHOLE, WHOLE) == [
        ("headline", "kept"),
        ("date", "kept"),
        ("byline", "kept"),
        ("caption", "kept"),
        ("footer", "kept"),
    ]


def test_lost_in_a_spun_copy_and_the_site_adds_its_own() -> None:
    caption = CAPTION.replace("Photo", "Photograph")
    assert found(WHOLE, (caption, *BODY, "Source link", "404: page not found")) == [
        ("headline", "lost"),
        ("date", "lost"),
        ("byline", "lost"),
        ("caption", "altered"),
        ("footer", "lost"),
        ("footer", "added"),
    ]


def test_the_same_from_the_other_side() -> None:
    caption = CAPTION.replace("Photo", "Photograph")
    assert found((caption, *BODY, "Source link"), WHOLE) == [
        ("headline", "added"),
        ("date", "added"),
        ("byline", "added"),
        ("caption", "altered"),
        ("footer", "lost"),
        ("footer", "added"),
    ]


def test_a_caption_that_has_come_first_is_not_taken_for_a_headline() -> None:
    caption = "The ferry at the quay in winter"
    whole = (HEADLINE, DATE, caption, *BODY)
    assert found((caption, *BODY), whole) == [("headline", "added"), ("date", "added")]
    assert found(whole, (caption, *BODY)) == [("headline", "lost"), ("date", "lost")]


def test_a_byline_is_altered_where_only_the_note_is_lost() -> None:
    kinds = dict(found(WHOLE, (HEADLINE, DATE, BYLINE, *BODY)))
    assert kinds["byline"] == "altered"
    assert kinds["headline"] == "kept"


def test_a_menu_before_the_headline_is_not_one() -> None:
    candidate = ("Home › Local › Ports", "Share | Print | Save", *WHOLE[:-1])
    assert dict(found(WHOLE[:-1], candidate))["headline"] == "kept"


def test_a_sentence_of_the_site_after_the_article_is_its_footer() -> None:
    site = ("Did you like it? Tell us", "All of this was gathered from other sites by a machine.")
    assert found((HEADLINE, *BODY), (HEADLINE, *BODY, *site)) == [
        ("headline", "kept"),
        ("footer", "added"),
    ]


def test_the_first_of_the_sections_is_where_a_click_leads() -> None:
    document = read_text("\n\n".join(WHOLE))
    items = compare(document, document).furniture
    byline = next(item for item in items if item.kind.value == "byline")
    assert byline.sections == (2, 7)
    assert byline.section == 2


def test_reports_show_what_the_comparison_found_and_look_for_nothing_themselves() -> None:
    document = read_text("\n\n".join(WHOLE))
    found = compare(document, document)
    assert len(found.furniture) == 5
    lost = FurnitureItem(FurnitureKind.HEADLINE, FurnitureState.LOST, (3,))
    only = replace(found, furniture=(lost,))
    assert "furniture: headline lost\n" in to_text(only)
    for page in (to_html(only, title="t"), "".join(to_print_html(only, title="t"))):
        assert "headline" in page.casefold()
        assert "byline" not in page.casefold()


@pytest.mark.parametrize("texts", [("", ""), ("One line", "One line"), ("A.", "B.")])
def test_documents_without_prose_have_none(texts: tuple[str, str]) -> None:
    reference, candidate = texts
    assert found((reference,), (candidate,)) == []


@pytest.mark.parametrize(
    "line",
    ["Sunday supplement, 23 March", "Thursday 30 January | Courts", "3 May – updated 17:20"],
)
def test_a_day_beside_other_words_below_the_headline(line: str) -> None:
    parts = (HEADLINE, line, *BODY)
    assert found(parts, parts) == [("headline", "kept"), ("date", "kept")]


def test_a_headline_that_looks_like_a_day_stays_one() -> None:
    parts = ("Apollo 13 Returns", *BODY)
    assert found(parts, parts) == [("headline", "kept")]


def test_the_beginning_of_a_paragraph_that_was_cut_is_no_headline() -> None:
    start, *rest = BODY
    parts = ("The ferry came back to the harbour on Monday", start.partition("Monday ")[2], *rest)
    cuts = tuple(("paired", part, part) for part in parts)
    whole = "\n\n".join(BODY)
    assert cut(whole, whole, cuts).furniture == ()
    apart = "\n\n".join(parts)
    assert [item.kind.value for item in cut(apart, apart, cuts).furniture] == ["headline"]


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


@pytest.mark.parametrize(("behind", "sections"), [(11, (2, 13)), (12, (2,))])
def test_a_note_on_the_author_is_one_of_the_last_twelve_sections(
    behind: int, sections: tuple[int, ...]
) -> None:
    parts = (HEADLINE, DATE, BYLINE, CAPTION, *BODY * 3, NOTE, *[FOOTER] * behind)
    document = read_text("\n\n".join(parts))
    items = compare(document, document).furniture
    assert [item.sections for item in items if item.kind is FurnitureKind.BYLINE] == [sections]
