"""The page that says what a search of a hundred million articles takes adds up."""

from __future__ import annotations

from math import prod
from pathlib import Path

import pytest

from gui.find.sharing.term_index import RARE

PAGE = (Path(__file__).parents[2] / "gui" / "find" / "README.md").read_text(encoding="utf-8")


def number(text: str) -> float:
    return float(text.replace(",", ""))


def rows(head: str) -> list[list[str]]:
    """Return the cells of the table whose first line begins with *head*."""
    lines = PAGE[PAGE.index(f"| {head} |") :].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize(("head", "unit"), [("step", 3_600_000), ("shuffle", 1_000_000_000)])
def test_the_tables_are_products(head: str, unit: int) -> None:
    assert rows(head)
    for _, how, each, ten, hundred in rows(head):
        cost = prod(map(number, how.split("×")))
        assert number(each) == pytest.approx(cost, rel=0.01)
        assert number(ten) == pytest.approx(cost * 10_000_000 / unit, abs=0.51)
        assert number(hundred) == pytest.approx(cost * 100_000_000 / unit, abs=0.51)


def test_the_bound_is_that_of_the_search() -> None:
    looked_for = rows("articles")[-1][3]
    bound = number(looked_for) * (RARE - 1) / 2
    assert f"{looked_for} × {(RARE - 1) / 2} = {bound:,.0f}" in PAGE
    hours = sum(number(row[3]) for row in rows("step") if row[0] != "all else, as measured")
    assert f"a hundred processors take {hours / 100:.1f} hours for 10 million" in PAGE
