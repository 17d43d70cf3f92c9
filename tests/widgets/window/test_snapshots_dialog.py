"""The dialog that asks which snapshots of a web page to compare."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox

from gui.review.opening.fetching import FetchHistory
from gui.widgets.window.link_dialogs import SnapshotsDialog
from tests.widgets.widget_helpers import Show

TIMES = ("2026-02-03T04:05:06.789Z", "2026-02-04T04:05:06.789Z")


@pytest.mark.parametrize(("length", "cut"), [(70, False), (71, True)])
def test_an_address_of_70_characters_is_shown_whole(show: Show, length: int, cut: bool) -> None:
    address = "https://example.org/".ljust(length, "a")
    dialog = SnapshotsDialog([FetchHistory(address, TIMES, changed=True)])
    show(dialog)
    (pages,) = (box for box in dialog.findChildren(QComboBox) if box.count() == 1)
    assert ("…" in pages.itemText(0)) is cut
    assert len(pages.itemText(0)) == 70
