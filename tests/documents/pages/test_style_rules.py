"""Which rules of a style sheet count, and from what length, place or colour on they hide text."""

from __future__ import annotations

import pytest
from lxml import etree

from gui.documents.pages.markup import parse_page
from gui.documents.pages.page_styles import PageStyles
from gui.documents.pages.style_effects import are_alike, colour_of, hides
from gui.documents.pages.style_rules import Sheet, holds_on_screen, rules_of, selector_of

AWAY = {"position": "absolute"}
IN_A_BOX = {"overflow": "hidden"}


@pytest.mark.parametrize(
    ("hidden", "seen"),
    [
        (AWAY | {"left": "-500px"}, AWAY | {"left": "-499px"}),
        (AWAY | {"left": "-50vw"}, AWAY | {"left": "-49vw"}),
        (AWAY | {"top": "-62.5vh"}, AWAY | {"top": "-62vh"}),
        (AWAY | {"top": "-50%"}, AWAY | {"top": "-49%"}),
        (AWAY | {"left": "5000px"}, AWAY | {"left": "4999px"}),
        ({"text-indent": "-375pt"}, {"text-indent": "-374pt"}),
        ({"margin-left": "-31.25em"}, {"margin-left": "-31em"}),
        ({"margin-left": "-31.25rem"}, {"margin-left": "-31rem"}),
        (IN_A_BOX | {"height": "1px"}, IN_A_BOX | {"height": "1.1px"}),
        ({"font-size": "1px"}, {"font-size": "1.1px"}),
        ({"opacity": ".05"}, {"opacity": ".06"}),
        ({"color": "rgba(0,0,0,5%)"}, {"color": "rgba(0,0,0,6%)"}),
        ({"clip-path": "inset(50%)"}, {"clip-path": "inset(49%)"}),
        ({"clip-path": "inset(0 40% 0 60%)"}, {"clip-path": "inset(0 40% 0 59%)"}),
    ],
)
def test_a_style_hides_text_from_a_certain_value_on(
    hidden: dict[str, str], seen: dict[str, str]
) -> None:
    assert hides(hidden)
    assert not hides(seen)


def test_colours_that_differ_by_eight_steps_are_alike() -> None:
    assert are_alike((0, 100, 200), (8, 92, 200))
    assert not are_alike((0, 100, 200), (9, 100, 200))
    assert not are_alike((0, 100, 200), (0, 91, 200))


def test_a_light_colour_is_known_without_its_hue() -> None:
    assert colour_of("hsl(120, 50%, 98%)") == (255, 255, 255, 1)
    assert colour_of("hsl(120, 50%, 97%)") is None


@pytest.mark.parametrize(("width", "holds"), [("1024px", True), ("1025px", False)])
def test_a_usual_screen_is_1024_pixels_wide(width: str, holds: bool) -> None:
    assert holds_on_screen(f"(min-width: {width})") is holds


@pytest.mark.parametrize(("width", "holds"), [("64em", True), ("64.1em", False), ("65rem", False)])
def test_a_letter_is_16_pixels_high(width: str, holds: bool) -> None:
    assert holds_on_screen(f"(min-width: {width})") is holds


@pytest.mark.parametrize(("nested", "counts"), [(8, True), (9, False)])
def test_rules_are_read_eight_deep_inside_each_other(nested: int, counts: bool) -> None:
    assert bool(list(rules_of(".a {" * nested + "top: 0" + "}" * nested))) is counts


@pytest.mark.parametrize(("around", "is_asked_for"), [(7, True), (8, False)])
def test_a_selector_asks_for_eight_elements_around(around: int, is_asked_for: bool) -> None:
    """Here for a section, and inside it for so many divisions."""
    selector = selector_of(f"section {'div ' * around}.a")
    inside = etree.fromstring(f"{'<div>' * 9}<p class='a'/>{'</div>' * 9}").find(".//p")
    assert selector is not None
    assert selector.fits(inside) is not is_asked_for


@pytest.mark.parametrize("selectors", [51, 60])
@pytest.mark.parametrize("written", ["{}", "p:is({})", ".a, {}, p:not(.b)"])
def test_a_rule_has_50_selectors_at_most(selectors: int, written: str) -> None:
    names = written.format(",".join(f".a{number}" for number in range(selectors)))
    assert len(list(rules_of(names + "{top: 0}"))) == 50


def test_a_nested_rule_has_50_selectors_at_most() -> None:
    eight = ",".join(f".a{number}" for number in range(8))
    rules = list(rules_of(f"{eight} {{ {eight} {{ top: 0 }} }}"))
    assert len(rules) == 50


def test_a_sheet_begins_with_50_others_at_most() -> None:
    text = "".join(f"@import 'sheet-{number}.css';" for number in range(51))
    assert len(Sheet.of("", text).imported) == 50


@pytest.mark.parametrize(("sheets", "counts"), [(50, True), (51, False)])
def test_50_sheets_of_a_file_are_read(sheets: int, counts: bool) -> None:
    links = "".join(f'<link rel="stylesheet" href="{number}">' for number in range(1, sheets + 1))
    root = parse_page(f"<head>{links}</head><body><p class=x>Nobody sees it.</p></body>")

    def sheet(reference: str, name: str) -> Sheet:
        return Sheet.of(reference, ".x {display: none}" if reference == str(sheets) else "")

    assert PageStyles(root, sheet).hide(root.find(".//p")) is counts
