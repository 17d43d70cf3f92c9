"""A reviewer's place with its folders, a screen, and sittings in the real window on it."""

from __future__ import annotations

import json
import os
import queue
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tests.torture.common import need
from tests.torture.ledger import EMPTY, SAFE, Key, Ledger, Row
from tests.torture.patience import OwnClock, waited_in_session
from tests.window.driving import write_pairs

ROOT = Path(__file__).resolve().parents[2]
# Limits are in seconds in which the window could have gone on: see patience.py.
HANG = 25.0  # without a word from a window that says every half second that it is alive
_ANSWER = 12.0  # that a key may take; a lock is waited for two
_MOVE = 6.0  # until another pair is there, once a row says that a key was obeyed
LABELS = {"1": "original", "2": "copy", "3": "unrelated"}


class HungError(Exception):
    """The window does not answer."""


class EndedError(Exception):
    """The window's process has ended."""


_X_NAMES = MappingProxyType({"Esc": "Escape", "Ctrl+Z": "ctrl+z", "Ctrl+Shift+Z": "ctrl+shift+z"})


class Place:
    """Pairs, a label file and the folders of one user."""

    def __init__(self, folder: Path, pairs: int = 40) -> None:
        self.folder = folder
        self.pairs = write_pairs(folder / "pairs", tuple(f"{n:04}" for n in range(1, pairs + 1)))
        self.labels = folder / "work" / "labels.csv"
        self.state = folder / "state"
        self.journals = self.state / "copydesk" / "journals"
        for each in (self.labels.parent, self.state, folder / "home"):
            each.mkdir()

    @property
    def env(self) -> dict[str, str]:
        """The folders as the program finds them."""
        home = str(self.folder / "home")
        return {
            "HOME": home,
            "XDG_STATE_HOME": str(self.state),
            "XDG_CONFIG_HOME": f"{home}/config",
            "XDG_DATA_HOME": f"{home}/data",
            "XDG_CACHE_HOME": f"{home}/cache",
        }

    @property
    def journal(self) -> Path:
        """The journal of the label file."""
        from gui.labels.journal.journal import path_of

        return path_of(self.journals, self.labels)


@contextmanager
def held_by_another(path: Path, wanted: bool = True) -> Iterator[None]:
    """Hold the lock file of *path* as another program would that is busy with it."""
    if not wanted:
        yield
        return
    import fcntl

    with Path(f"{path}.lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def without_privileges() -> list[str]:
    """Return the command that runs another so that files' rights bind it, even as root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return []
    need("setpriv")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"]


@contextmanager
def a_place(pairs: int = 40) -> Iterator[Place]:
    """A place in a new folder, which is removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="copydesk-torture-"))
    try:
        yield Place(folder, pairs)
    finally:
        for path in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
            path.chmod(0o755)
        shutil.rmtree(folder, ignore_errors=True)


class Screen:
    """A screen without a screen: keys are pressed inside the window's process."""

    def __init__(self) -> None:
        self.env = {"QT_QPA_PLATFORM": "offscreen"}

    def appeared(self, pid: int) -> None:
        """A window was opened by the process *pid*."""

    def press(self, sitting: Sitting, key: str) -> None:
        """Press *key*, named as Qt names it."""
        sitting.send({"key": key})

    def type(self, sitting: Sitting, text: str) -> None:
        """Type *text* where the keyboard is."""
        sitting.send({"text": text})

    def close(self) -> None:
        """End what was started for the screen."""


class XScreen(Screen):
    """An X server of its own without a monitor; keys are pressed as a keyboard presses them."""

    def __init__(self, size: str = "1440x900x24") -> None:
        need("Xvfb", "xdotool")
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-ac", "-nolisten"]
        self._server = subprocess.Popen(
            [*command, "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
        )
        os.close(writing)
        with os.fdopen(reading) as stream:
            display = stream.readline().strip()
        self.env = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{display}"}
        self._manager: subprocess.Popen[bytes] | None = None
        if shutil.which("openbox"):  # without a window manager no dialog gets the keyboard
            self._manager = subprocess.Popen(
                ["openbox"],
                env={**os.environ, **self.env},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    def xdotool(self, *arguments: object) -> None:
        """Do something with keyboard or mouse."""
        subprocess.run(
            ["xdotool", *map(str, arguments)],
            env={**os.environ, **self.env},
            capture_output=True,
            timeout=20,
            check=False,
        )

    def appeared(self, pid: int) -> None:
        self.xdotool("mousemove", 400, 300)
        self.xdotool("search", "--sync", "--onlyvisible", "--name", "Copydesk", "windowfocus")

    def press(self, sitting: Sitting, key: str) -> None:
        self.xdotool("key", "--clearmodifiers", _X_NAMES.get(key, key))

    def type(self, sitting: Sitting, text: str) -> None:
        self.xdotool("type", "--delay", 2, text)

    def close(self) -> None:
        for process in (self._manager, self._server):
            if process is not None:
                process.terminate()
                process.wait()


@contextmanager
def a_screen(offscreen: bool) -> Iterator[Screen]:
    """An X server of its own, or none."""
    screen = Screen() if offscreen else XScreen()
    try:
        yield screen
    finally:
        screen.close()


class Sitting:
    """The real window in a process of its own, and what it tells."""

    def __init__(
        self,
        place: Place,
        screen: Screen,
        ledger: Ledger,
        *,
        under: Sequence[str] = (),
        options: Sequence[str] = (),
        annotator: str = "anna",
        paths: Sequence[str | Path] | None = None,
    ) -> None:
        """*under* is a command that runs the window, as strace does; *options* are for its ears."""
        self.place, self.screen, self.ledger = place, screen, ledger
        self.annotator = annotator
        self.pid = 0
        self.pair = self.ready = ""
        self.sign = "unknown"
        self.shown: dict[Key, Row] = {}
        self.said: list[str] = []
        self.stalls: list[float] = []
        self._events: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._rows = self._refusals = 0
        self._last_row = self._last_words = ""
        self._ended = False
        ledger.opened()
        opened = paths or [place.pairs, "--labels", place.labels]
        command = [sys.executable, "-m", "tests.torture.ears", *options, *map(str, opened)]
        self._errors = tempfile.TemporaryFile(mode="w+b")  # noqa: SIM115 (closed with the process)
        self.process = subprocess.Popen(
            [*without_privileges(), *under, *command, "--annotator", annotator],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            cwd=place.folder / "home",
            env={**os.environ, **place.env, **screen.env, "PYTHONPATH": str(ROOT)},
            start_new_session=True,
        )
        self._clock = OwnClock(lambda: waited_in_session(self.process.pid))
        self._heard = self._clock.now()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as told:
            for line in told:
                with suppress(ValueError):  # cut in the middle by a kill
                    self._events.put(json.loads(line))
        self._events.put(None)

    # What it tells

    def take(self, seconds: float) -> bool:
        """Take in what is told within *seconds*; False where that is nothing."""
        try:
            event = self._events.get(timeout=seconds)
        except queue.Empty:
            return False
        self._heard = self._clock.now()
        if event is None:
            self._ended = True
            raise EndedError
        self.ledger.heard(event)
        what = event["what"]
        if what == "up":
            self.pid = event["pid"]
            self.screen.appeared(self.pid)
        elif what == "pair":
            self.pair, self.ready = event["id"], ""
        elif what == "ready":
            self.ready = event["id"]
        elif what == "row":
            self.shown[Key(event["file"], event["by"], event["id"])] = Row(*event["row"])
            self._last_row = event["id"]
            self._rows += 1
        elif what == "sign":
            self.sign = event["kind"]
            self._refusals += self.sign == "failed"
        elif what in ("said", "ignored"):
            self.said.append(event["text"])
            self._refusals += what == "ignored"
        elif what == "stall":
            self.stalls.append(event["seconds"])
        return True

    def until(self, holds: Callable[[], object], seconds: float = 30) -> bool:
        """Listen until *holds*; False after *seconds*. Raises where it ends or hangs."""
        return self._until(holds, seconds, self._clock.now)

    def _until(
        self, holds: Callable[[], object], seconds: float, clock: Callable[[], float]
    ) -> bool:
        end = clock() + seconds
        while not holds():
            if not self.take(0.05) and self._clock.now() - self._heard > HANG:
                raise HungError(f"nothing was heard of the window for {HANG:.0f} s")
            if clock() > end:
                return False
        return True

    def rest(self, seconds: float) -> None:
        """Listen for *seconds*, by the clock on the wall."""
        self._until(lambda: False, seconds, time.monotonic)

    def wait_for_start(self) -> None:
        """Wait until the first pair can be decided on."""
        if not self.until(lambda: self.ready, 90):
            raise HungError("no pair could be seen after 90 s")

    def settle(self, seconds: float = 8) -> bool:
        """Wait until all is saved or known not to be; False where it is neither."""
        self.rest(0.1)
        return self.until(lambda: self.sign in SAFE | {"failed", ""}, seconds)

    # What is done in it

    def send(self, wish: dict[str, str]) -> None:
        """Have something pressed inside the process."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(wish).encode() + b"\n")
            self.process.stdin.flush()
        except OSError:
            self.until(lambda: False, 10)

    @property
    def key(self) -> Key:
        """The row of the pair in the window."""
        return Key(str(self.place.labels), self.annotator, self.pair)

    def label(self, digit: str) -> bool:
        """Label the pair in the window; False where the window refused or did not react."""
        if not self.until(lambda: self.ready == self.pair and self.pair, 20):
            return False
        key = self.key
        self.ledger.wants(key, self.ledger.row(key)._replace(label=LABELS[digit]))
        before = self.shown.get(key, EMPTY)
        self._press(digit, lambda: self.shown.get(key, EMPTY) != before or self.pair != key.id)
        if self.shown.get(key, EMPTY) != before:
            self.until(lambda: self.pair != key.id, _MOVE)  # unless it was the last
        return self.shown.get(key, EMPTY) != before or self.pair != key.id

    def label_some(self, count: int, chance: random.Random) -> int:
        """Label so many pairs; return how many were."""
        return sum(self.label(chance.choice("123")) for _ in range(count))

    def undo(self, again: bool = False) -> None:
        """Undo, or redo, and wait for the pair to which that leads; keys go to the one before."""
        self.until(lambda: self.ready == self.pair and self.pair, 20)
        self.ledger.walks()
        rows = self._rows
        self._press("Ctrl+Shift+Z" if again else "Ctrl+Z", lambda: self._rows > rows)
        if self._rows > rows:
            self.until(lambda: self.pair == self._last_row, _MOVE)

    def flag(self) -> None:
        """Flag the pair, or take the flag off."""
        if self.until(lambda: self.ready == self.pair and self.pair, 20):
            row = self.ledger.row(self.key)
            self.ledger.wants(self.key, row._replace(flagged=not row.flagged))
            before = self.shown.get(self.key, EMPTY)
            self._press("f", lambda: self.shown.get(self.key, EMPTY) != before)

    def note(self, text: str) -> None:
        """Write *text* into the note."""
        if self.until(lambda: self.ready == self.pair and self.pair, 20):
            row = self.ledger.row(self.key)
            parts = [text[:n] for n in range(len(text) + 1)]
            notes = [row.note + part for part in parts] + [part + row.note for part in parts]
            self.ledger.wants(self.key, *(row._replace(note=note) for note in notes))
            before = self.shown.get(self.key, EMPTY)
            self.screen.press(self, "n")
            self.rest(0.1)
            self.screen.type(self, text)
            self._press("Esc", lambda: self.shown.get(self.key, EMPTY) != before)

    def step(self, key: str) -> None:
        """Go to another pair: J or K."""
        pair, said = self.pair, len(self.said)
        self._press(key, lambda: self.pair != pair or len(self.said) > said)

    def retry(self) -> None:
        """Click on "Try again", if the window offers that."""
        self.send({"click": "Try again"})
        self.rest(0.5)

    def _press(self, key: str, answered: Callable[[], bool]) -> None:
        """Press *key* and listen until it is *answered* or refused."""
        refusals = self._refusals
        self.screen.press(self, key)
        self.until(lambda: answered() or self._refusals > refusals, _ANSWER)
        while self.take(0.02):  # an answer has several parts
            pass

    # How it ends

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal to the window's process."""
        with suppress(ProcessLookupError):
            os.kill(self.pid or self.process.pid, number)

    def close(self) -> int:
        """End it in order; return its exit status. Raises :class:`HungError` where it does not."""
        if self.process.poll() is None and not self._ended:
            self.kill(signal.SIGTERM)
        return self.ended()

    def ended(self, seconds: float = 40) -> int:
        """Wait for the end, and take in all that was told before; return the exit status."""
        end = self._clock.now() + seconds
        with suppress(EndedError):
            while self._clock.now() < end and not self._ended:
                self.take(0.1)
        try:
            while self.process.poll() is None:
                if self._clock.now() > end:
                    raise HungError(f"it did not end within {seconds:.0f} s")
                time.sleep(0.02)
        finally:
            self.end_for_good()
        return self.process.returncode

    def end_for_good(self) -> None:
        """Leave nothing running, whatever happened."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        if self.pid:
            with suppress(ProcessLookupError, PermissionError):
                os.kill(self.pid, signal.SIGKILL)
        self.process.wait()
        if self.process.stdin is not None:
            with suppress(OSError):
                self.process.stdin.close()
        self.last_words()  # keeps them
        self._errors.close()

    def where_it_stands(self) -> str:
        """Abort the process and return the calls that its window's thread was in."""
        log = self.place.state / "copydesk" / "crash.log"
        self.kill(signal.SIGABRT)  # the program's own log then gets the calls of all threads
        with suppress(HungError):
            self.ended(10)
        text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
        threads = text.split("\n\n")
        main = next((each for each in threads if each.startswith("Current thread")), "")
        calls = re.findall(r'File "[^"]*?([^"/]+)", line (\d+) in (\S+)', main)
        if log.exists():  # a window that hung before it was there wrote none
            log.write_text("", encoding="utf-8")
        return ", ".join(f"{name}:{line} {function}" for name, line, function in calls[:6])

    def last_words(self) -> str:
        """Return what the process wrote to standard error."""
        if not self._errors.closed:
            self._errors.seek(0)
            self._last_words = self._errors.read().decode("utf-8", "replace").strip()
        return self._last_words
