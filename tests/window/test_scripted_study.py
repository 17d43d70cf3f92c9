"""The whole study of ``scripted_study.py``: from pairs to one label for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.window.driving import Driver
from tests.window.scripted_study import study

pytestmark = pytest.mark.slow


@pytest.mark.timeout(1_800)
def test_three_annotators_label_blind_and_a_fourth_decides(driver: Driver, tmp_path: Path) -> None:
    for line in study(driver, tmp_path, 300):
        print(line)
