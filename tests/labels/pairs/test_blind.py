"""Blind reading below the window: order and sides, what is hidden, and what the rows say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.labels import (
    DEFAULT_LABELS,
    DecisionContext,
    LabelSetError,
    Pair,
    read_label_set,
    read_pairs,
)
from gui.labels.label_reading import read_labels
from gui.labels.label_set import Blinding
from gui.labels.label_values import COLUMNS, FURTHER, Accident, LabelRow
from gui.labels.pairs.blind import (
    REPEATED,
    BlindPairs,
    as_blind,
    blinded,
    chosen,
    without_ids_of_rows,
)
from gui.messages import Message
from gui.messages.about_accidents import AboutAccidents
from gui.messages.about_labels import AboutLabels
from gui.messages.about_pairs import AboutPairs
from tests.labels.helpers import JUDGED, Workspace, pair

PAIRS = [Pair(f"p{n}", f"{n}/a.txt", f"{n}/b.txt", details=(("kind", "spun"),)) for n in range(60)]
BLIND = JUDGED._replace(blind="names figures", seed=7, shown_swapped=True)


def order(annotator: str, seed: int = 1, pairs: list[Pair] | None = None) -> list[str]:
    return list(BlindPairs(PAIRS if pairs is None else pairs, annotator, seed).ids)


def test_each_annotator_has_an_order_of_his_own_that_the_seed_gives_again() -> None:
    assert sorted(order("ann")) == sorted(pair.id for pair in PAIRS)
    assert order("ann") == order("ann")
    assert len({tuple(order(name, seed)) for name in ("ann", "bob") for seed in (1, 2)}) == 4


def test_a_pair_that_joins_the_list_moves_no_other_one() -> None:
    more = order("ann", pairs=[*PAIRS[:30], Pair("new", "n/a", "n/b"), *PAIRS[30:]])
    more.remove("new")
    assert more == order("ann")


def test_about_half_of_the_candidates_stand_on_the_left_and_others_for_another_annotator() -> None:
    sides = [
        {
            own.ids[index]: own.swapped(index)
            for own in [BlindPairs(PAIRS, name, 1)]
            for index in range(60)
        }
        for name in ("ann", "bob")
    ]
    assert all(15 < sum(found.values()) < 45 for found in sides)
    assert sides[0] != sides[1]


def test_a_blind_pair_has_a_number_and_nothing_of_the_list(tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text(
        "id,reference,candidate,kind\none,a.txt,b.txt,spun\none,c.txt,d.txt,spun\nsecret\n",
        encoding="utf-8",
    )
    listed = as_blind(read_pairs(tmp_path / "pairs.csv"), "ann", Blinding())
    assert isinstance(listed.pairs, BlindPairs)
    assert [own.number for own in listed.pairs] == [1, 2, 3]
    assert [own.details for own in listed.pairs] == [(), (), ()]
    assert {listed.pairs.ids[index] for index in listed.pairs.doubles} == {"one (row 2)"}
    said = [str(own.problem) for own in listed.pairs if own.problem is not None]
    assert len(said) == len(listed.pairs.unusable) == 2
    assert not any("one" in sentence for sentence in said)


def test_a_message_keeps_its_sentence_and_loses_names_also_further_in() -> None:
    inner = Message(AboutPairs.REFERENCE_NOT_THERE, name="copies/spun.txt")
    said = str(blinded(Message(AboutPairs.CANNOT_BE_LABELLED, id="spun-1", clause=inner)))
    assert "spun" not in said
    assert said == str(inner.with_arguments(name="…")).join(("… cannot be labelled: ", ""))


def rows(*blind: str, annotator: str = "ann") -> dict[tuple[str, str], LabelRow]:
    found = [
        LabelRow(f"p{at}", "", "", "copy", annotator, f"{at}", f"{at}", blind=words, seed=4)
        for at, words in enumerate(blind)
    ]
    return {row.key: row for row in found}


@pytest.mark.parametrize(
    ("wanted", "of_list", "known", "expected"),
    [
        (None, None, rows(), None),
        ("names", None, rows(), Blinding()),
        ("figures", Blinding(seed=9), rows(), Blinding(figures=True, seed=9)),
        ("off", Blinding(), rows("names"), None),
        (None, Blinding(figures=True), rows(), Blinding(figures=True)),
        (None, None, rows("names"), Blinding(seed=4)),  # it stays on
        ("figures", None, rows("names"), Blinding(figures=True, seed=4)),  # in the same order
        (None, None, rows("names", ""), None),  # until it was turned off
        (None, Blinding(), rows(""), None),
        (None, None, rows("names figures", annotator="bob"), Blinding(figures=True, seed=4)),
        (None, None, rows("marks"), None),
    ],
)
def test_what_was_asked_for_goes_before_the_label_file_and_that_before_the_list(
    wanted: str | None,
    of_list: Blinding | None,
    known: dict[tuple[str, str], LabelRow],
    expected: Blinding | None,
) -> None:
    assert chosen(wanted, of_list, known, "ann") == expected


def test_a_note_alone_does_not_end_blind_reading() -> None:
    known = rows("names", "")
    (last,) = [key for key, row in known.items() if not row.blind]
    known[last] = known[last]._replace(label=None, note="odd")
    assert chosen(None, None, known, "ann") == Blinding(seed=4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("blind = true", Blinding()),
        ('blind = "figures"\nseed = 12', Blinding(figures=True, seed=12)),
        ("blind = false", None),
        ('blind = true\n[[label]]\nname = "spun"', Blinding()),
    ],
)
def test_a_list_may_ask_to_be_read_blind(
    tmp_path: Path, text: str, expected: Blinding | None
) -> None:
    path = tmp_path / "copydesk.toml"
    path.write_text(text, encoding="utf-8")
    found = read_label_set(path)
    assert found.blind == expected
    assert ("spun" in found) == ("spun" in text)
    assert set(DEFAULT_LABELS.names) <= set(found.names)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('blind = "names"', "“blind” is neither true, false nor"),
        ("blind = 1", "“blind” is neither true, false nor"),
        ("blind = true\nseed = -1", "“seed” is not a whole number from 0 to"),
        ("blind = true\nseed = true", "“seed” is not a whole number"),
        ("blind = true\nseed = 1.5", "“seed” is not a whole number"),
        ("", r"there is no \[\[label\]\] table"),
        ("seed = 4", r"there is no \[\[label\]\] table"),
    ],
)
def test_a_setting_that_means_nothing_is_named(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "copydesk.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LabelSetError, match=sentence):
        read_label_set(path)


def header(workspace: Workspace) -> tuple[str, ...]:
    return tuple(workspace.labels.read_text(encoding="utf-8").splitlines()[0].split(","))


def test_a_file_made_for_blind_rows_says_what_was_hidden(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", BLIND)
    store.project()
    store.label(pair(2), "copy", JUDGED)  # read blind no longer
    store.label(pair(3), "copy", JUDGED._replace(blind="marks"))
    store.project()
    assert header(workspace) == (*COLUMNS, *FURTHER)
    found = [tuple(row[name] for name in FURTHER) for row in workspace.records()]
    assert found == [("", "names figures", "7"), ("", "", ""), ("", "marks", "")]
    assert workspace.store().row("p1") == store.row("p1")


def test_other_files_stay_as_they_are_and_the_journal_has_it(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    store.label(pair(2), "copy", BLIND)
    store.project()
    assert header(workspace) == COLUMNS
    for again in (workspace.store(), workspace.store()):  # the second finds nothing new to read
        row = again.row("p2")
        assert row is not None
        assert (row.blind, row.seed) == ("names figures", 7)
        again.project()
    read = read_labels(workspace.labels, workspace.state)
    assert [row.blind for row in read.rows.values()] == ["", "names figures"]
    assert read.lacking == list(FURTHER)


def test_undo_takes_back_what_was_hidden_with_the_label(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", BLIND)
    store.label(pair(1), "original", JUDGED)
    store.undo()
    row = store.row("p1")
    assert row is not None
    assert (row.label, row.blind, row.seed, row.shown_swapped) == ("copy", BLIND.blind, 7, True)


def test_who_has_the_last_word_says_so_in_each_row(workspace: Workspace) -> None:
    store = workspace.store(role="adjudicator")
    store.label(pair(1), "copy", DecisionContext())
    store.project()
    assert [row["role"] for row in workspace.records()] == ["adjudicator"]


@pytest.mark.parametrize("count", [12, 80])
def test_a_pair_that_is_served_again_keeps_its_distance(count: int) -> None:
    again = [f"p{number}{REPEATED}" for number in range(0, count, 7)]
    ids = [*again, *(f"p{number}" for number in range(count)), "x~2"]
    pairs = [Pair(pair_id, "a", "b") for pair_id in ids]
    found = order("ann", pairs=pairs)
    assert sorted(found) == sorted(ids)
    for pair_id in again:
        first, second = found.index(pair_id.removesuffix(REPEATED)), found.index(pair_id)
        behind = [other for other in found[second + 1 :] if other not in again]
        short = count <= 30  # then it comes last
        assert second - first > 30 or (short and second > first and not behind)


def test_what_is_said_of_the_label_file_names_it_and_no_pair() -> None:
    doubt = Message(AboutAccidents.ROW_IN_DOUBT, name="labels.csv", ids="spun-1")
    back = Message(AboutLabels.NOTE_TAKEN_OVER, id="spun-2")
    found = without_ids_of_rows(Accident((back,), doubt=doubt))
    said = " ".join(map(str, (*found.messages, found.doubt)))
    assert "labels.csv" in said
    assert "spun" not in said
