"""Tables of tests whose columns hardly depend on each other: a sample is run, all with -m slow."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet


def sampled(every: int, *columns: Mapping[str, Any]) -> list[ParameterSet]:
    """Return all combinations of what the *columns* name, for ``pytest.mark.parametrize``.

    One of *every* so many is run each time, the others with ``-m slow``. Those that are run lie
    on diagonals of the table: they have each value of each column, and most of them together
    with several of each other column.
    """
    table, seen = [], set()
    for places in product(*(range(len(column)) for column in columns)):
        chosen = [list(column.items())[at] for column, at in zip(columns, places, strict=True)]
        is_run = sum(places) % every == 0
        if is_run:
            seen |= set(enumerate(places))
        values, name = [value for _, value in chosen], "-".join(name for name, _ in chosen)
        table.append(pytest.param(*values, id=name, marks=() if is_run else pytest.mark.slow))
    assert len(seen) == sum(map(len, columns)), "some value would never be tried"
    return table
