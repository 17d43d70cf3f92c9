"""What is left of an id made of two paths where there is little room."""

from __future__ import annotations

import pytest

from gui.widgets.pairs.short_ids import fitting_id, short_forms

REFERENCE, CANDIDATE = "site/2024/harbour-reopens.html", "site/spun/harbour-is-open-again.html"
PAIR = f"{REFERENCE}|{CANDIDATE}"


def cut(text: str, most: int) -> str:
    """Return *text* as Qt elides it in the middle: never longer than *most*."""
    if len(text) <= most:
        return text
    return f"{text[: most // 2]}…{text[len(text) - (most - 1) // 2 :]}" if most > 2 else "…"[:most]


@pytest.mark.parametrize("room", range(1, len(PAIR) + 1))
def test_it_fits_into_any_room_and_uses_it(room: int) -> None:
    found = fitting_id(short_forms(PAIR, REFERENCE, CANDIDATE), room, len, cut)
    assert len(found) <= room
    if room >= 20:
        assert "|" in found
        assert found.startswith(("harb", "2024", "site"))
        assert len(found) >= room - 1 or "…" not in found, "room is left, and a name is cut"


def test_a_turned_pair_keeps_the_order_of_its_id() -> None:
    turned = short_forms(PAIR, CANDIDATE, REFERENCE)
    assert turned == short_forms(PAIR, REFERENCE, CANDIDATE)


@pytest.mark.parametrize(
    ("reference", "candidate", "shortest"),
    [
        ("crawl.jsonl#17", "crawl.jsonl#29", "17|29"),
        ("a.txt", "a.html", "a.txt|a.html"),
        ("v1.2", "v1.3", "v1.2|v1.3"),
        ("new\\a.txt", "old\\a.txt", "a|a"),
        ("a/", "b/", "a/|b/"),
        ("a|b.txt", "c.txt", "a|b|c"),
    ],
)
def test_names_without_what_both_have(reference: str, candidate: str, shortest: str) -> None:
    assert short_forms(f"{reference}|{candidate}", reference, candidate)[-1] == shortest


def test_an_id_of_its_own_is_left_alone() -> None:
    assert short_forms("copy of a.txt", "a.txt", "b.txt") == ("copy of a.txt",)
    assert fitting_id(("copy of a.txt",), 7, len, cut) == "cop…txt"
    assert fitting_id(("a|b|c",), 3, len, cut) == "a…c"
