"""Models of a few pairs for the tests of the list, and what they show."""

from __future__ import annotations

from PySide6.QtTest import QAbstractItemModelTester

from gui.labels import Pair
from gui.review.pair_list.pair_state import PairState
from gui.review.pair_list.pairs_model import PairsModel

COPY = PairState("copy")
ORIGINAL = PairState("original")


def pairs(*ids: str) -> list[Pair]:
    return [Pair(name, f"texts/{name}-a.txt", f"texts/{name}-b.txt") for name in ids]


def model_of(
    *ids: str, model: PairsModel | None = None, **states: PairState
) -> tuple[PairsModel, QAbstractItemModelTester]:
    model = model or PairsModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    model.set_pairs(pairs(*ids), {ids.index(name): state for name, state in states.items()})
    return model, tester


def ids_of(model: PairsModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]
