"""Where the annotators of the scripted study sit: at windows offscreen, or at real ones.

``DriverSeats`` are windows in this process, and Qt is told of the keys. ``RealSeats`` are those of
the command ``copydesk``, each in a process of its own on an X server, to which the keys come as
those of a keyboard do; what the window shows is told by ``tests/torture/ears.py``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Protocol

from tests.torture.ledger import Ledger
from tests.torture.sitting import HungError, Place, Sitting, XScreen
from tests.window.driving import Driver

LOOKS = {
    "ada": ("light", "en"),
    "ben": ("dark", "de"),
    "cleo": ("light", "ja"),
    "dora": ("dark", "en"),
}
"""Theme and language of each annotator's window."""

_PICTURES = (3, 40)  # the pairs, counted from 1, of which pictures are taken


class Seat(Protocol):
    """A window with pairs to be labelled."""

    def pair(self) -> str:
        """Return the id of the pair that can be decided on now."""

    def flag(self) -> None:
        """Flag it by a key."""

    def note(self, text: str) -> None:
        """Note something about it, by keys."""

    def label(self, key: str) -> None:
        """Label it by *key*, and wait until that is kept."""


class Seats(Protocol):
    """Opens windows, one after the other."""

    def blind(self, pairs: Path, labels: Path, annotator: str) -> AbstractContextManager[Seat]:
        """Let *annotator* read a list blind, whose labels go to *labels*."""

    def deciding(
        self, pairs: Path, files: Sequence[Path], annotator: str
    ) -> AbstractContextManager[Seat]:
        """Let *annotator* decide what those of label *files* disagree about."""


# --- offscreen ---------------------------------------------------------------------------------


class DriverSeats:
    """Windows of this process, drawn offscreen unless it is told otherwise."""

    def __init__(self, folder: Path, driver: Driver | None = None) -> None:
        """*driver* is one that is there already; else there is one while this is entered."""
        self._folder = folder
        self._driver = driver

    def __enter__(self) -> DriverSeats:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from PySide6.QtWidgets import QApplication

        from gui import settings as keys

        self._application = QApplication([])
        self._driver = Driver(self._folder)
        self._driver.settings[keys.MEASURE] = False
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._application.quit()

    @contextmanager
    def blind(self, pairs: Path, labels: Path, annotator: str) -> Iterator[Seat]:
        assert self._driver is not None
        self._driver.open(pairs, labels=labels, annotator=annotator, blind="names")
        yield from self._sit()

    @contextmanager
    def deciding(self, pairs: Path, files: Sequence[Path], annotator: str) -> Iterator[Seat]:
        from gui.review.opening.wanted import Disputes

        assert self._driver is not None
        disputes = Disputes(tuple(map(str, files)), hide_names=True)
        self._driver.open(pairs, annotator=annotator, disputes=disputes)
        yield from self._sit()

    def _sit(self) -> Iterator[Seat]:
        assert self._driver is not None
        yield _DriverSeat(self._driver)
        assert self._driver.window is not None
        assert self._driver.window.views.stage.end.shown, "all is labelled, and it is not said"
        self._driver.close()


class _DriverSeat:
    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def pair(self) -> str:
        session = self._driver.session
        assert session.pair.pair is not None
        return session.pair.pair.id

    def flag(self) -> None:
        self._driver.press("f")

    def note(self, text: str) -> None:
        from PySide6.QtCore import Qt

        self._driver.press("n")
        self._driver.type(text)
        self._driver.press(Qt.Key.Key_Escape)

    def label(self, key: str) -> None:
        self._driver.press(key)
        self._driver.wait_for_pair()


# --- on an X server ----------------------------------------------------------------------------


class RealSeats:
    """Windows of the command, on an X server without a monitor."""

    def __init__(self, folder: Path, pictures: Path | None = None) -> None:
        """Each annotator has a home below *folder*; *pictures* of the screen may go somewhere.

        Raises MissingError where a program that this takes is not on this machine.
        """
        self._folder = folder
        self._pictures = pictures
        self._screen = XScreen()

    def __enter__(self) -> RealSeats:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._screen.close()

    def blind(self, pairs: Path, labels: Path, annotator: str) -> AbstractContextManager[Seat]:
        return self._sit([pairs, "--blind", "--labels", labels], labels, annotator)

    def deciding(
        self, pairs: Path, files: Sequence[Path], annotator: str
    ) -> AbstractContextManager[Seat]:
        labels = pairs.parent / "adjudicated.csv"
        return self._sit([pairs, "--hide-names", "--adjudicate", *files], labels, annotator)

    @contextmanager
    def _sit(self, opened: Sequence[str | Path], labels: Path, annotator: str) -> Iterator[Seat]:
        home = self._folder / f"home-{annotator}"
        home.mkdir()
        place = Place(home, pairs=1)
        place.labels = labels
        theme, language = LOOKS[annotator]
        sitting = Sitting(
            place,
            self._screen,
            Ledger(),
            annotator=annotator,
            paths=[*opened, "--theme", theme, "--language", language],
        )
        try:
            sitting.wait_for_start()
            yield _RealSeat(
                sitting, self._screen, self._pictures, f"{annotator}-{theme}-{language}"
            )
            assert sitting.settle(60), "not all is saved"
            status = sitting.close()
            assert status == 0, sitting.last_words()
        finally:
            sitting.end_for_good()


class _RealSeat:
    def __init__(self, sitting: Sitting, screen: XScreen, pictures: Path | None, name: str) -> None:
        self._sitting, self._screen = sitting, screen
        self._pictures, self._name = pictures, name
        self._pairs = 0

    def pair(self) -> str:
        self._pairs += 1
        own = self._sitting
        if not own.until(lambda: own.pair and own.ready == own.pair, 120):
            raise HungError(f"{own.pair} was not to be seen")
        if self._pairs in _PICTURES:
            self._take_picture()
        return own.pair

    def flag(self) -> None:
        self._sitting.flag()

    def note(self, text: str) -> None:
        self._sitting.note(text)

    def label(self, key: str) -> None:
        assert self._sitting.label(key), self._sitting.said[-3:]

    def _take_picture(self) -> None:
        if self._pictures is not None and shutil.which("import"):
            self._pictures.mkdir(parents=True, exist_ok=True)
            file = self._pictures / f"{self._name}-{self._pairs}.png"
            subprocess.run(
                ["import", "-window", "root", file],
                env={**os.environ, **self._screen.env},
                check=False,
            )
