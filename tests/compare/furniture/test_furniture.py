"""Headline, date line, byline, caption and footer: recognized by shape, and what became of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui.compare import FurnitureItem, FurnitureKind, FurnitureState, compare
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


@pytest.mark.parametrize(("behind", "sections"), [(11, (2, 13)), (12, (2,))])
def test_a_note_on_the_author_is_one_of_the_last_twelve_sections(
    behind: int, sections: tuple[int, ...]
) -> None:
    parts = (HEADLINE, DATE, BYLINE, CAPTION, *BODY * 3, NOTE, *[FOOTER] * behind)
    document = read_text("\n\n".join(parts))
    items = compare(document, document).furniture
    assert [item.sections for item in items if item.kind is FurnitureKind.BYLINE] == [sections]
