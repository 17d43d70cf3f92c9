"""Sittings one after another on the same label file, some of them disturbed, and their verdict."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.torture.common import FAILED, HELD, counted
from tests.torture.ledger import Key, Ledger, Row, rows_in_file
from tests.torture.sitting import (
    ROOT,
    EndedError,
    HungError,
    Place,
    Screen,
    Sitting,
    without_privileges,
)

_WRITTEN = 15.0  # seconds until a window has brought a file up to date that nothing holds
_EXPORTED = 600.0  # seconds on the clock; export takes one or two, longer on a busy machine
_NO_SCREEN = "This plugin does not support"  # said by Qt where there is no screen

Step = Callable[[Sitting], object]


class Tally:
    """What was tried and what went wrong, told as it happens."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sittings = self.decisions = self.lost = self.hung = self.crashed = 0

    def wrong(self, kind: str, where: str, sentences: Sequence[str]) -> None:
        """Tell *sentences*; *kind* is ``lost``, ``hung`` or ``crashed``."""
        setattr(self, kind, getattr(self, kind) + len(sentences))
        for sentence in sentences:
            print(f"  {kind}, {where}: {sentence}", flush=True)

    @property
    def status(self) -> int:
        """The exit status."""
        return FAILED if self.lost or self.hung or self.crashed else HELD

    def finish(self, tried: str) -> int:
        """Print the last line, which begins with what was *tried*; return the exit status."""
        print(
            f"{self.name}: {tried}, {counted(self.decisions, 'decision')} shown as saved: "
            f"{self.lost} lost, {self.hung} hung, {self.crashed} crashed",
            flush=True,
        )
        return self.status


class Chain:
    """One reviewer's place, what its windows showed, and checks between the sittings."""

    def __init__(
        self,
        place: Place,
        screen: Screen,
        tally: Tally,
        options: Sequence[str] = (),
        *,
        trusting: bool = False,
    ) -> None:
        """*options* are those of the ears; *trusting* is the ledger's."""
        self.place, self.screen, self.tally = place, screen, tally
        self.ledger = Ledger(trusting)
        self._options = options
        self._counted = 0

    @contextmanager
    def sitting(
        self,
        where: str,
        under: Sequence[str] = (),
        *,
        dies: bool = False,
        quits: bool = False,
        annotator: str = "anna",
        screen: Screen | None = None,
    ) -> Iterator[Sitting]:
        """A sitting that is ended in order, unless it *dies* of what is done to it.

        Where it *quits* it may end itself in order.

        What goes wrong is counted under *where* and ends no more than the sitting.
        """
        self.tally.sittings += 1
        sitting = Sitting(
            self.place,
            screen or self.screen,
            self.ledger,
            under=under,
            options=self._options,
            annotator=annotator,
        )
        try:
            yield sitting
            status = sitting.close()
            if status != 0 and not dies:
                self._crash(where, sitting, status)
        except HungError as error:
            stood = sitting.where_it_stands()
            self.tally.wrong("hung", where, [f"{error} {stood}".rstrip()])
        except EndedError:
            try:
                status = sitting.ended()
            except HungError as error:
                self.tally.wrong("hung", where, [str(error)])
            else:
                if not (dies or (quits and status == 0)):
                    self._crash(where, sitting, status)
        finally:
            sitting.end_for_good()
            self._look_for_faults(where)
            self.tally.decisions += self.ledger.acknowledged - self._counted
            self._counted = self.ledger.acknowledged

    def _look_for_faults(self, where: str) -> None:
        """Tell what nobody expected, which the program writes into a log of its own."""
        log = self.place.state / "copydesk" / "crash.log"
        text = log.read_text(encoding="utf-8") if log.exists() else ""
        lines = [line for line in text.splitlines() if line.strip() and _NO_SCREEN not in line]
        if lines:
            self.tally.wrong("crashed", where, [f"{log.name} says {lines[-1]}"])
            log.write_text("", encoding="utf-8")

    def _crash(self, where: str, sitting: Sitting, status: int) -> None:
        words = sitting.last_words().splitlines()[-1:] or [""]
        self.tally.wrong("crashed", where, [f"ended with status {status} {words[0]}".rstrip()])

    def check_shown(self, where: str, sitting: Sitting) -> None:
        """Compare what a window shows that was just opened with what was shown before."""
        sitting.wait_for_start()
        sitting.settle()
        self._check(where, sitting.shown, by=sitting.annotator)

    def check_in_order(self, where: str) -> None:
        """Open a window that nothing disturbs, and look at it, at the file and at the export.

        A window that did not come to write the file is told of as hung; the file, which may lack
        what that window was to bring up to date, then says nothing of what is lost.
        """
        is_written = False
        with self.sitting(where) as sitting:
            self.check_shown(where, sitting)
            if not sitting.until(lambda: sitting.sign in ("saved", ""), _WRITTEN):
                raise HungError(f"the label file was not written within {_WRITTEN:.0f} s")
            is_written = True
        if is_written:
            self.check_file(where)
        self._check(f"{where}, export", self.exported(self.place.labels))

    def check_file(self, where: str) -> None:
        """Compare the label file with what was shown."""
        try:
            found = rows_in_file(self.place.labels)
        except (OSError, ValueError, KeyError) as error:
            self.tally.wrong("lost", where, [f"the label file cannot be read: {error!r}"])
        else:
            self._check(f"{where}, file", found)

    def check_others(self, where: str) -> None:
        """Compare what export gets out of the other label files that windows had open."""
        for file in sorted(self.ledger.files() - {str(self.place.labels)}):
            self._check(f"{where}, {Path(file).name}", self.exported(Path(file)), Path(file))

    def exported(self, path: Path) -> dict[Key, Row]:
        """What ``copydesk-labels export`` gets out of a label file and its journal."""
        code = "import sys; from gui.commands.labels import main; sys.exit(main())"
        command = ["-c", code, "export", str(path)]
        found = subprocess.run(
            [*without_privileges(), sys.executable, *command],
            env={**os.environ, **self.place.env, "PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=_EXPORTED,
            check=False,
        )
        rows = {}
        for line in found.stdout.splitlines():
            record = json.loads(line)
            key = Key(str(path), record["annotator"], record["pair_id"])
            flagged = record["flagged"] in (True, "1", 1)
            rows[key] = Row(record["label"] or "", flagged, record["note"] or "")
        return rows

    def _check(
        self, where: str, found: Mapping[Key, Row], path: Path | None = None, by: str | None = None
    ) -> None:
        file = str(path or self.place.labels)
        self.tally.wrong("lost", where, self.ledger.complaints(found, file, by))


def random_work(sitting: Sitting, chance: random.Random, steps: int) -> None:
    """Decide this and that, as reviewers do: mostly labels, now and then something else."""
    others: list[Step] = [
        lambda s: s.undo(),
        lambda s: s.undo(again=True),
        lambda s: s.flag(),
        lambda s: s.note(chance.choice(("a", "b c", "d,e"))),
        lambda s: s.step("k"),
        lambda s: s.step("j"),
    ]
    for _ in range(steps):
        if chance.random() < 0.65:
            sitting.label(chance.choice("123"))
        else:
            chance.choice(others)(sitting)
