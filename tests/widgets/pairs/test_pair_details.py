from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from gui.labels import Pair
from gui.widgets.pairs.pair_details import PairDetails

LONG = "a name that takes more room"


def test_not_all_names_of_a_list_of_thousands_are_measured_at_each_pair(
    qapp: QApplication, show: Callable[[QWidget], None]
) -> None:
    details = PairDetails()
    show(details)

    def width(*names: str) -> int:
        details.set_pair(Pair("one", "a.txt", "b.txt", details=tuple((n, "") for n in names)))
        return details.horizontalHeader().sectionSize(0)

    names = [f"c{number}" for number in range(1_000)]
    assert width(*names[:150], LONG) > width(*names)
    assert width(*names, LONG) == width(*names)
