"""The whole study of ``scripted_study.py``: from pairs to one label for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.torture.common import MissingError
from tests.window.driving import Driver
from tests.window.scripted_study import study
from tests.window.study_seats import DriverSeats, RealSeats

pytestmark = pytest.mark.slow


@pytest.mark.timeout(1_800)
def test_three_annotators_label_blind_and_a_fourth_decides(driver: Driver, tmp_path: Path) -> None:
    for line in study(DriverSeats(tmp_path, driver), tmp_path, 300):
        print(line)


@pytest.mark.timeout(1_800)
def test_they_do_so_by_a_real_keyboard_in_real_windows(tmp_path: Path) -> None:
    try:
        seats = RealSeats(tmp_path)
    except MissingError as missing:
        pytest.skip(str(missing))
    with seats:
        for line in study(seats, tmp_path, 66):
            print(line)
