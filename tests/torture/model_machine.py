"""What may happen to the store in the random model, and what must be true after it."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
)

from gui.labels import JournalError, LabelFileError, LabelStore, SaveKind
from gui.labels.label_values import COLUMNS, Key
from tests.labels.helpers import JUDGED, LABELS, Clock, pair
from tests.torture.common import Deadline
from tests.torture.model_disk import Disk
from tests.torture.model_files import CALLS, ERRORS, Died, ProcessFiles, Sky, Trouble
from tests.torture.model_truth import NOTHING, Attempt, Rows, Truth, values_in
from tests.torture.model_window import Act, TellingStore, Window, expressed, labelled, rows_of

NUMBERS = st.integers(0, 11)
NOTES = st.sampled_from(["", "a", 'b "c"', "d\r\ne", "é,;😀", "x" * 300])
SLOTS = st.integers(0, 2)
FOREIGN = ("z9", "carl")
COLUMN = ("label", "flagged", "note")
STARTS = {
    "nothing": b"",
    "ours": (",".join(COLUMNS) + "\r\nz9,,,copy,carl" + "," * 11 + "\r\n").encode(),
    "narrow": b"pair_id;label;annotator;extra\nz9;copy;carl;7\n",
}


@dataclass
class Count:
    """What a run of the model saw."""

    steps: int = 0
    runs: int = 0
    cuts: int = 0
    kills: int = 0
    refused: int = 0
    acknowledged: int = 0
    torn: int = 0  # half rows that stay in the file, because another machine wrote behind them
    runs_with: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)


class LostError(AssertionError):
    """Something is not as it must be."""


class StoreMachine(RuleBasedStateMachine):
    """The store on a simulated disk, against what must be true of the labels.

    ``count`` adds up what was seen; with ``collect`` a run goes on after something was found.
    """

    count = Count()
    collect = False
    deadline: Deadline | None = None

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="copydesk-model-")).resolve()
        self.work = self.root / "work"
        self.labels = self.work / "labels.csv"
        self.sky = Sky()
        self.truth = Truth()
        self.windows: dict[int, Window] = {}
        self.clock = Clock()
        self.over = self.deadline is not None and self.deadline.over()
        self.complained: set[str] = set()
        self.count.runs += not self.over

    @initialize(
        chance=st.integers(0, 2**32), start=st.sampled_from(sorted(STARTS)), shared=st.booleans()
    )
    def begin(self, chance: int, start: str, shared: bool) -> None:
        self.shared = shared
        self.work.mkdir()
        if STARTS[start]:
            self.labels.write_bytes(STARTS[start])
            self.truth.ever[FOREIGN, 0] = {"copy"}
        self.start = STARTS[start]
        self.disk = Disk(self.root, chance)

    def teardown(self) -> None:
        try:
            if hasattr(self, "disk") and not self.over:
                self.recover(cut=False)
        finally:
            for window in self.windows.values():
                window.files.die()
            shutil.rmtree(self.root)

    # Windows

    def place(self, slot: int) -> tuple[str, Path]:
        """Return the annotator of a window and the folder of its journal."""
        if slot < 2:
            return "anna", self.root / "state" / "copydesk"
        return "bert", self.root / ("state" if self.shared else "elsewhere") / "copydesk"

    def window(self, slot: int) -> Window | None:
        """Return the window of *slot*, opened if need be; None where it cannot be opened now."""
        if slot not in self.windows:
            annotator, journal = self.place(slot)
            files = ProcessFiles(self.disk, self.sky)
            store = TellingStore(
                self.labels,
                journal_folder=journal,
                annotator=annotator,
                now=self.clock,
                files=files,
            )
            window = Window(store, files, journal)
            window.listen()
            try:
                store.open()
            except LabelFileError:
                files.die()
                if not self.sky.troubles:
                    self.complain("error: the label file cannot be opened without any trouble")
                return None
            self.windows[slot] = window
        return self.windows[slot]

    def goes_on(self) -> bool:
        """Count a step; False where the run is over, and nothing more is to be done."""
        self.count.steps += not self.over
        return not self.over

    def close(self, slot: int) -> None:
        window = self.windows.pop(slot, None)
        if window is not None:
            window.files.die()

    # Decisions

    @rule(slot=SLOTS, number=NUMBERS, label=st.sampled_from(LABELS))
    def label(self, slot: int, number: int, label: str) -> None:
        self.decide(slot, labelled(number, label))

    @rule(slot=SLOTS, number=NUMBERS, on=st.booleans())
    def flag(self, slot: int, number: int, on: bool) -> None:
        self.decide(slot, lambda store: store.flag(pair(number), on, JUDGED))

    @rule(slot=SLOTS, number=NUMBERS, text=NOTES)
    def note(self, slot: int, number: int, text: str) -> None:
        self.decide(slot, lambda store: store.note(pair(number), text, JUDGED))

    @rule(slot=SLOTS)
    def undo(self, slot: int) -> None:
        self.decide(slot, lambda store: store.undo())

    @rule(slot=SLOTS)
    def redo(self, slot: int) -> None:
        self.decide(slot, lambda store: store.redo())

    @rule(slot=SLOTS, numbers=st.lists(NUMBERS, max_size=6), label=st.sampled_from(LABELS))
    def label_many(self, slot: int, numbers: list[int], label: str) -> None:
        for number in numbers:
            self.decide(slot, labelled(number, label))

    @rule(slot=SLOTS)
    def project(self, slot: int) -> None:
        self.bring_up(slot)

    def decide(self, slot: int, act: Act) -> None:
        """Let a window decide; keep what that says of the truth."""
        window = self.window(slot) if self.goes_on() else None
        if window is None:
            return
        window.forget()
        try:
            made = act(window.store)
        except JournalError:
            self.count.refused += 1
            self.refused(window)
        except Died:
            if window.attempt is not None:
                self.truth.leave_open(window.attempt)
            raise
        else:
            if made is not None and window.attempt is not None:
                self.count.acknowledged += 1
                self.truth.acknowledge(window.attempt)
                window.made.append(window.attempt)

    def refused(self, window: Window) -> None:
        attempt = window.attempt
        if window.store.state.kind is not SaveKind.FAILED:
            self.complain(f"dishonest: refused, and the state is {window.store.state}")
        if attempt is None:
            return
        shown = rows_of(window).get(attempt.key, NOTHING)[attempt.part]
        if shown == attempt.value and not self.truth.allows(attempt):
            self.complain(f"refused: {attempt} shows")
        if self.possible(attempt):  # nothing could be done about its bytes yet
            self.truth.leave_open(attempt)

    def possible(self, attempt: Attempt) -> bool:
        """Return whether the line of *attempt* stands in a journal, or may after a power cut."""
        _, folder = self.place(0 if attempt.key[1] == "anna" else 2)
        return self.disk.may_hold(folder, attempt.line)

    def bring_up(self, slot: int) -> bool:
        """Project; return whether all was saved."""
        window = self.window(slot) if self.goes_on() else None
        if window is None or window.store.project().kind is not SaveKind.SAVED:
            return False
        there, columns, _ = self.in_file()
        for attempt in window.made:
            if self.truth.stands(attempt) and COLUMN[attempt.part] in columns:
                found = there.get(attempt.key, NOTHING)
                if found[attempt.part] != attempt.value:
                    self.complain(f"dishonest: saved, and the file says {found}, not {attempt}")
        return True

    def compare(self, window: Window) -> None:
        """The file says what the window says, which everybody may rely on from now on."""
        if self.over:
            return
        seen = rows_of(window)
        there, columns, _ = self.in_file()
        for key in self.keys_of(window):
            wanted, found = expressed(seen.get(key, NOTHING), columns), there.get(key, NOTHING)
            if expressed(found, columns) != wanted:
                self.complain(f"dishonest: saved, the file says {key} {found}, not {wanted}")
            self.truth.settle(key, seen.get(key, NOTHING), self.possible)

    # What befalls them

    @rule(
        call=st.sampled_from(CALLS),
        number=st.sampled_from(ERRORS),
        skip=st.integers(0, 4),
        times=st.sampled_from([1, 1, 1, 2, 2, 3, 5, 10**6]),
        late=st.booleans(),
        within=st.sampled_from(["", "work", "copydesk", ".journal", "labels.csv"]),
    )
    def trouble(
        self, call: str, number: int, skip: int, times: int, late: bool, within: str
    ) -> None:
        if self.goes_on():
            self.sky.troubles.append(Trouble(call, number, skip, times, late, within))

    @rule(
        slot=SLOTS,
        call=st.sampled_from(["write", "fsync", "fsync folder"]),
        late=st.booleans(),
        uncut=st.booleans(),
        times=st.integers(1, 3),
        number=NUMBERS,
        label=st.sampled_from(LABELS),
    )
    def refuse(
        self,
        slot: int,
        call: str,
        late: bool,
        uncut: bool,
        times: int,
        number: int,
        label: str,
    ) -> None:
        """The journal fails for the moment of a decision."""
        before = list(self.sky.troubles)
        self.sky.troubles.append(Trouble(call, ERRORS[0], 0, times, late, "copydesk"))
        if uncut:
            self.sky.troubles.append(Trouble("truncate", ERRORS[0], 0, times, False, "copydesk"))
        self.decide(slot, labelled(number, label))
        self.sky.troubles[:] = before

    @rule()
    def mend(self) -> None:
        if self.goes_on():
            self.sky.troubles.clear()

    @precondition(lambda self: self.labels.exists())
    @rule(read_only=st.booleans())
    def change_rights(self, read_only: bool) -> None:
        if self.goes_on():
            self.labels.chmod(0o444 if read_only else 0o644)

    @rule()
    def forget(self) -> None:
        """The cache is short of room."""
        if self.goes_on():
            self.disk.forget()

    @rule(slot=SLOTS)
    def close_window(self, slot: int) -> None:
        if self.goes_on():
            self.close(slot)

    @rule(
        slot=SLOTS,
        last=st.one_of(st.integers(1, 5), st.integers(1, 40)),
        kinds=st.sampled_from([CALLS, ("write",), ("fsync",), ("replace", "fsync folder")]),
        late=st.booleans(),
        share=st.sampled_from([0.1, 0.5, 0.9]),
        cut=st.booleans(),
        what=st.sampled_from(["label", "label", "undo", "project", "project", "open"]),
        number=NUMBERS,
        label=st.sampled_from(LABELS),
    )
    def die_at(
        self,
        slot: int,
        last: int,
        kinds: tuple[str, ...],
        late: bool,
        share: float,
        cut: bool,
        what: str,
        number: int,
        label: str,
    ) -> None:
        """A window is killed in the middle of something, or the power is cut there."""
        if self.over:
            return
        if what == "open":
            self.close(slot)
            self.open_and_die(slot, last, late)
        elif (window := self.window(slot)) is not None:
            if what == "project":
                self.decide(slot, labelled(number, label))
            files = window.files
            files.last, files.late, files.half_way = last, late, share
            files.kinds = frozenset(kinds)
            with suppress(Died):
                if what == "label":
                    self.decide(slot, labelled(number, label))
                elif what == "undo":
                    self.decide(slot, lambda store: store.undo())
                else:
                    self.bring_up(slot)
        self.count.kills += 1
        self.close(slot)
        if cut:
            self.cut_power()

    @rule(
        slot=SLOTS,
        numbers=st.lists(NUMBERS, min_size=1, max_size=4),
        label=st.sampled_from(LABELS),
        call=st.sampled_from(["write", "write", "fsync", "replace", "fsync folder"]),
        within=st.sampled_from(["work", "work", "copydesk"]),
        late=st.booleans(),
        share=st.sampled_from([0.1, 0.5, 0.9, 1.0]),
        cut=st.booleans(),
    )
    def die_writing(
        self,
        slot: int,
        numbers: list[int],
        label: str,
        call: str,
        within: str,
        late: bool,
        share: float,
        cut: bool,
    ) -> None:
        """The same just where something is being written: the label file, or the journal."""
        window = self.window(slot) if not self.over else None
        if window is None:
            return
        window.store.project()
        files = window.files
        files.late, files.half_way = late, share
        files.kinds, files.within = frozenset([call]), within
        files.last = 1
        with suppress(Died):
            for number in numbers:
                self.decide(slot, labelled(number, label))
            self.bring_up(slot)
        self.count.kills += 1
        self.close(slot)
        if cut:
            self.cut_power()

    def open_and_die(self, slot: int, last: int, late: bool) -> None:
        annotator, journal = self.place(slot)
        files = ProcessFiles(self.disk, self.sky)
        files.last, files.late = last, late
        with suppress(Died, LabelFileError):
            LabelStore(
                self.labels,
                journal_folder=journal,
                annotator=annotator,
                now=self.clock,
                files=files,
            ).open()
        files.die()

    def cut_power(self) -> None:
        self.count.cuts += 1
        for slot in list(self.windows):
            self.close(slot)
        self.disk.cut()

    # Looking

    @rule(cut=st.booleans())
    def recover(self, cut: bool) -> None:
        """Without any trouble, after a kill or a power cut of all, everything must be there."""
        if not self.goes_on():
            return
        self.sky.troubles.clear()
        if cut:
            self.cut_power()
        for slot in list(self.windows):
            self.close(slot)
        if self.labels.exists():
            self.labels.chmod(0o644)
        for slot in (0, 2):
            window = self.window(slot)
            if window is not None and not self.over:
                self.look_at(window)
        for slot in (0, 2, 0):
            if not self.bring_up(slot):
                state = self.windows[slot].store.state if slot in self.windows else "not open"
                self.complain(f"error: {state} without any trouble")
        for window in list(self.windows.values()):
            self.compare(window)
        self.check_file()

    def look_at(self, window: Window) -> None:
        seen = rows_of(window)
        for complaint in self.truth.complaints(seen, self.keys_of(window)):
            self.complain(complaint)
        if not self.shared:  # half a row of the other machine may stand there for good
            seen = {key: values for key, values in seen.items() if key in self.truth.rows()}
        for complaint in self.truth.strangers(seen):
            self.complain(complaint)

    def check_file(self) -> None:
        if self.over:
            return
        there, _, torn = self.in_file()
        self.count.torn += len(torn)
        if torn and self.shared:
            self.complain(f"torn: {torn} in the file")
        if self.start and (FOREIGN not in there or not self.foreign_stands()):
            self.complain("lost: the row of another annotator changed")
        for complaint in self.truth.strangers(there):
            self.complain(f"{complaint} in the file")
        for window in self.windows.values():
            self.look_at(window)

    def foreign_stands(self) -> bool:
        return self.labels.read_bytes().startswith(self.start)

    def keys_of(self, window: Window) -> list[Key]:
        """Return the keys of which the journal of *window* knows all."""
        names = {"anna", "bert"} if self.shared else {window.store.annotator}
        return sorted(key for key in self.truth.rows() if key[1] in names)

    def in_file(self) -> Rows:
        try:
            return values_in(self.labels)
        except (AssertionError, ValueError, KeyError) as error:
            self.complain(f"broken file: {error!r}")
            return Rows({}, set(), set())

    def complain(self, what: str) -> None:
        if self.over:
            return
        kind = what.split(":", 1)[0]
        self.count.found[kind] += 1
        self.count.first.setdefault(kind, what)
        if kind not in self.complained:
            self.complained.add(kind)
            self.count.runs_with[kind] += 1
        if not self.collect:
            raise LostError(what)
        self.over = True
