"""What the tests of the review share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tests.review.preparing.preparation import Preparation


@pytest.fixture
def preparation(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Preparation]:
    owner = QObject()
    found = Preparation(owner, tmp_path, monkeypatch)
    yield found
    found.preparer.close()
    owner.deleteLater()
