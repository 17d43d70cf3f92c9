"""Where texts stand first among very many; that no part is large, tests of PairBook hold."""

from __future__ import annotations

from gui.labels.pairs.pair_table import TextIndex


def test_each_text_has_the_place_where_it_stood_first() -> None:
    index = TextIndex(f"p{number % 1000}" for number in range(3000))
    assert [index.get(f"p{number}") for number in range(1000)] == [*range(1000)]
    assert index.get("p1000") is None
    assert "p1000" not in index
    index.add("p1000", 3000)
    index.add("p7", 3001)
    assert (index.get("p1000"), index.get("p7")) == (3000, 7)
