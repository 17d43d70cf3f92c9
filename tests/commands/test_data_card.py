"""What the card of an exported data set says of its size."""

from __future__ import annotations

import pytest

from gui.commands.dataset_export import data_card
from gui.labels import DEFAULT_LABELS


@pytest.mark.parametrize(
    ("pairs", "size"),
    [
        (999, "n<1K"),
        (1_000, "1K<n<10K"),
        (9_999, "1K<n<10K"),
        (10_000, "10K<n<100K"),
        (99_999, "10K<n<100K"),
        (100_000, "100K<n<1M"),
        (999_999, "100K<n<1M"),
        (1_000_000, "n>1M"),
    ],
)
def test_a_data_set_is_found_by_its_size(pairs: int, size: str) -> None:
    lines = data_card("Ferries", [], pairs, DEFAULT_LABELS, []).splitlines()
    assert lines[lines.index("size_categories:") + 1] == f"- {size}"
