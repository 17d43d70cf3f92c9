"""The summary of the work counts what stands, of this list, by this annotator."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from gui.labels import DecisionContext, LabelStore
from gui.labels.journal import journal, journal_entries
from gui.labels.journal.journal_entries import Entry
from gui.labels.work_summary import Done, WorkSummary, midnight, summarize
from tests.labels.helpers import Clock, pair

YESTERDAY = datetime(2031, 5, 11, 9, 0, tzinfo=timezone.utc)
TODAY = "2031-05-12T00:00:00.000Z"


class Work:
    """A store whose decisions each take some seconds, and the numbers of those in the sitting."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock(YESTERDAY)
        self.store = LabelStore(
            folder / "labels.csv",
            journal_folder=folder / "state",
            annotator="ada",
            now=self.clock,
        )
        self.store.open()
        self.sitting: set[int] = set()

    def label(self, number: int, label: str, seconds: float = 10.0) -> None:
        made = self.store.label(pair(number), label, DecisionContext(lead_time=seconds))
        self.sitting.add(made.sequence)

    def sit_down_on_the_next_day(self) -> None:
        """Go on after a night; what is decided from now on is of another sitting."""
        self.clock.now += timedelta(days=1)
        self.sitting.clear()

    def sum_up(self, listed: Callable[[str], bool] = lambda _: True) -> WorkSummary:
        found = summarize(self.store, listed, self.sitting, TODAY)
        assert found is not None
        return found


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return Work(tmp_path)


def test_nothing_was_done_yet(work: Work) -> None:
    assert work.sum_up() == WorkSummary(Done(), Done(), Done())


def test_nothing_is_kept_of_a_decision_that_the_garbage_collector_would_look_at(
    work: Work,
) -> None:
    """It does so in the window's thread, which waits meanwhile."""
    gc.freeze()  # what is there by now need not be counted each time
    work.sit_down_on_the_next_day()
    for number in range(60):
        work.label(number, "copy")
    seen: list[int] = []

    def listed(_pair_id: str) -> bool:
        seen.append(len(gc.get_objects()))
        return True

    done = work.sum_up(listed)
    gc.unfreeze()
    assert done.sitting.labelled == 60
    assert max(seen) - seen[0] < 30


def test_labels_times_and_flags_of_the_sitting_of_today_and_of_all(work: Work) -> None:
    work.label(1, "copy", 10)
    work.label(2, "original", 30)
    work.sit_down_on_the_next_day()
    work.label(3, "copy", 5)
    morning = work.sitting.copy()
    work.sitting.clear()
    work.label(4, "unrelated", 7)
    flag = work.store.flag(pair(4), True, DecisionContext(lead_time=2))
    assert flag is not None
    work.sitting.add(flag.sequence)
    found = work.sum_up()
    assert found.sitting == Done({"unrelated": 1}, 9.0, 9.0, flagged=1)
    assert found.today == Done({"copy": 1, "unrelated": 1}, 7.0, 14.0, flagged=1)
    assert found.everything == Done(
        {"copy": 2, "original": 1, "unrelated": 1}, 9.5, 54.0, flagged=1
    )
    work.sitting = morning
    assert work.sum_up().sitting == Done({"copy": 1}, 5.0, 5.0)


def test_a_pair_given_another_label_is_a_disagreement_once(work: Work) -> None:
    work.label(1, "copy")
    work.label(1, "copy")  # said again
    assert work.sum_up().everything.changed == 0
    work.label(1, "original")
    work.label(1, "unrelated")
    work.sit_down_on_the_next_day()
    found = work.sum_up()
    assert (found.everything.changed, found.today.changed) == (1, 0)
    work.label(2, "copy")
    work.label(2, "original")
    found = work.sum_up()
    assert (found.everything.changed, found.today.changed, found.sitting.changed) == (2, 1, 1)


def test_what_is_undone_does_not_count_and_what_is_redone_does(work: Work) -> None:
    work.label(1, "copy")
    work.sit_down_on_the_next_day()
    work.label(1, "original")
    work.store.undo()
    found = work.sum_up()
    assert (dict(found.everything.labels), found.everything.changed) == ({"copy": 1}, 0)
    assert dict(found.today.labels) == {}, "the label that stands is of yesterday"
    work.store.redo()
    found = work.sum_up()
    assert (dict(found.today.labels), found.today.changed) == ({"original": 1}, 1)


def test_a_pair_labelled_anew_after_an_undo_took_its_time_once(work: Work) -> None:
    work.sit_down_on_the_next_day()
    work.label(1, "copy", 40)
    work.store.undo()
    work.label(1, "original", 2)
    found = work.sum_up()
    assert (found.today.seconds, found.everything.seconds) == (42.0, 42.0)
    assert found.today.changed == 0


def test_other_lists_and_other_annotators_are_left_out(work: Work, tmp_path: Path) -> None:
    other = LabelStore(tmp_path / "labels.csv", journal_folder=tmp_path / "state", annotator="bob")
    other.open()
    other.label(pair(1), "copy", DecisionContext())
    other.label(pair(1), "original", DecisionContext())
    work.label(1, "copy")
    work.label(2, "copy")
    found = work.sum_up(lambda pair_id: pair_id == "p1")
    assert (found.everything.labelled, found.everything.changed) == (1, 0)


def test_a_summary_that_nobody_waits_for_ends_within_a_thousand_decisions(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They take some milliseconds; to ask more often would take longer than to count."""
    work.label(1, "copy")
    (entry,) = work.store.decisions()
    seen: list[str] = []
    asked: list[int] = []

    def listed(pair_id: str) -> bool:
        seen.append(pair_id)
        return False

    def cancelled() -> bool:
        asked.append(len(seen))
        return len(asked) > 1

    monkeypatch.setattr(work.store, "decisions", lambda _: [entry] * 5_000)
    assert summarize(work.store, listed, (), TODAY, cancelled) is None
    assert asked == [0, 1_000]
    monkeypatch.setattr(work.store, "decisions", lambda _: [])
    rows = dict.fromkeys([(str(number), "ada") for number in range(5_000)])
    monkeypatch.setattr(work.store, "rows", lambda: rows)
    seen.clear()
    asked.clear()
    assert summarize(work.store, listed, (), TODAY, cancelled) is None
    assert asked == [0, 1_000]


def test_of_years_of_work_only_what_can_matter_is_parsed(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.label(1, "unrelated")
    work.label(1, "copy")  # a change of mind
    for number in range(2, 300):
        work.label(number, "copy")
        work.store.flag(pair(f"größer\\{number}"), True, DecisionContext())
    work.label(500, "original")
    work.store.undo()
    old = set(work.sitting)
    work.sit_down_on_the_next_day()
    work.label(600, "copy")
    parsed: list[bytes] = []
    real = journal_entries.parse

    def counted(line: bytes, offset: int) -> Entry | None:
        parsed.append(line)
        return real(line, offset)

    monkeypatch.setattr(journal, "parse", counted)
    found = work.sum_up()
    decisions = [line for line in parsed if b'"do":' in line]
    assert len(decisions) == 3, "the change of mind, what was undone, and today's"
    assert (found.everything.labelled, found.everything.changed) == (300, 1)
    assert found.everything.flagged == 298
    assert found.today.labels == {"copy": 1}
    assert len(old) == 301


def test_today_begins_at_midnight_where_the_reviewer_is() -> None:
    now = datetime(2031, 5, 12, 15, 30, tzinfo=timezone.utc)
    began = datetime.fromisoformat(midnight(now).replace("Z", "+00:00")).astimezone()
    assert (began.hour, began.minute, began.second) == (0, 0, 0)
    assert timedelta() <= now - began < timedelta(days=1)
