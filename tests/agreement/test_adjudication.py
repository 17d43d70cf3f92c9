"""The pairs that others disagree about, opened for somebody who has the last word."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest

from gui.commands.window import main
from gui.labels import LabelFileError, PairList, PairListError
from gui.labels.label_reading import read_labels
from gui.labels.label_set import Blinding
from gui.labels.label_values import ALL_COLUMNS, DecisionContext, LabelRow
from gui.review.opening.opening import Opened, open_pairs, wanted_pairs
from gui.review.opening.wanted import Disputes, Places, Wanted, as_remembered

from .rating_rows import row


def label_file(path: Path, rows: list[LabelRow]) -> str:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ALL_COLUMNS)
        writer.writeheader()
        writer.writerows(own.texts() for own in rows)
    return str(path)


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, ...]:
    """Return the label files of three about ten pairs, and make the list.

    Cleo says "unrelated" of p3, and of p7 Ben says "original" and Cleo "unrelated".
    """
    lines = ["id,reference,candidate,site,Ann"]
    lines += [f"p{n},{n}/r.txt,{n}/c.txt,s{n},own" for n in range(10)]
    (tmp_path / "pairs.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    said = {("p3", "Cleo"): "unrelated", ("p7", "Cleo"): "unrelated", ("p7", "Ben"): "original"}
    found = []
    for tenths, name in enumerate(("Ann", "Ben", "Cleo")):
        rows = [
            row(f"p{n}", name, said.get((f"p{n}", name), "copy"), n, lead_time=n + 1 + tenths / 10)
            for n in range(10)
        ]
        if name == "Cleo":
            rows[3] = rows[3]._replace(note="dates\ndiffer", flagged=True)
            rows += [row("p0~2", name, "unrelated"), row("gone", name, "copy")]
        if name == "Ben":
            rows.append(row("gone", name, "unrelated"))
        found.append(label_file(tmp_path / f"{name}.csv", rows))
    return tuple(found)


def opened(
    folder: Path, disputes: Disputes, blind: str | None = None, pairs: PairList | None = None
) -> Opened:
    wanted = Wanted((str(folder / "pairs.csv"),), annotator="Dora", disputes=disputes, blind=blind)
    places = Places(folder / "state", folder / "data", folder / "seeds" / "samples")
    return open_pairs(wanted, places, pairs)


def test_only_disputed_pairs_of_the_list_are_there_the_hardest_first(
    files: tuple[str, ...], tmp_path: Path
) -> None:
    pairs = opened(tmp_path, Disputes(files)).pairs
    assert [pair.id for pair in pairs.pairs] == ["p7", "p3"]


def test_a_pair_shows_who_said_what_before_what_the_list_says(
    files: tuple[str, ...], tmp_path: Path
) -> None:
    pair = opened(tmp_path, Disputes(files)).pairs.pairs[1]
    assert pair.details == (
        ("Ann\u00a0", "copy · 4.0 s"),  # the list has a column Ann
        ("Ben", "copy · 4.1 s"),
        ("Cleo", "unrelated · \u2691 · 4.2 s · dates differ"),
        ("site", "s3"),
        ("Ann", "own"),
    )


def test_names_are_hidden_when_asked_for_in_another_order_for_each_pair(
    files: tuple[str, ...], tmp_path: Path
) -> None:
    whole = opened(tmp_path, Disputes(files, sample=1.0, hide_names=True)).pairs.pairs
    for pair in whole:
        assert [name for name, _ in pair.details[:3]] == ["#1", "#2", "#3"]
    # The tenths of a second are those of the annotator.
    orders = {tuple(text.partition(" s")[0][-1] for _, text in p.details[:3]) for p in whole}
    assert len(orders) > 1
    assert set(map(frozenset, orders)) == {frozenset("012")}


def test_annotators_with_one_login_name_are_told_apart_by_their_files(tmp_path: Path) -> None:
    lines = "id,reference,candidate\np0,0/r.txt,0/c.txt\np1,1/r.txt,1/c.txt\n"
    (tmp_path / "pairs.csv").write_text(lines, encoding="utf-8")
    files = tuple(
        label_file(tmp_path / f"{name}.csv", [row("p0", "user", "copy"), row("p1", "user", said)])
        for name, said in (("Ann", "copy"), ("Ben", "unrelated"))
    )
    with pytest.raises(PairListError, match="add --by-file if each file is by somebody else"):
        opened(tmp_path, Disputes(files))
    [pair] = opened(tmp_path, Disputes(files, by_file=True)).pairs.pairs
    assert (pair.id, [name for name, _ in pair.details]) == ("p1", ["Ann", "Ben"])
    more = label_file(tmp_path / "Cleo.csv", [row("p1", "Cleo", "copy"), row("p0", "Cleo", "copy")])
    told = opened(tmp_path, Disputes((files[0], more, files[1]))).pairs.notices
    assert "user labelled 1 pair differently in different files" in "".join(map(str, told))
    hidden = opened(tmp_path, Disputes((files[0], more, files[1]), hide_names=True)).pairs.notices
    assert not hidden


def test_names_that_differ_only_in_capitals_are_told_or_joined(
    files: tuple[str, ...], tmp_path: Path
) -> None:
    again = label_file(tmp_path / "more.csv", [row("p3", "ANN", "original", 99)])
    told = opened(tmp_path, Disputes((*files, again))).pairs
    assert any("“Ann”, “ANN” differ only in blanks, capitals" in str(own) for own in told.notices)
    [pair] = [pair for pair in told.pairs if pair.id == "p3"]
    assert [name for name, _ in pair.details][:3] == ["ANN", "Ann\u00a0", "Ben"]
    joined = opened(tmp_path, Disputes((*files, again), join_names=True)).pairs
    [pair] = [pair for pair in joined.pairs if pair.id == "p3"]
    assert pair.details[0] == ("Ann\u00a0", "original \u00b7 5.0 s")
    assert not any("differ only" in str(own) for own in joined.notices)
    hidden = opened(tmp_path, Disputes((*files, again), hide_names=True)).pairs
    assert not any("ANN" in str(own) for own in hidden.notices)


def test_some_pairs_on_which_all_agree_stand_behind_them(
    files: tuple[str, ...], tmp_path: Path
) -> None:
    ids = [pair.id for pair in opened(tmp_path, Disputes(files, sample=0.5)).pairs.pairs]
    assert ids[:2] == ["p7", "p3"]
    assert len(ids) == 2 + 4
    assert len(set(ids)) == len(ids)
    again = [pair.id for pair in opened(tmp_path, Disputes(files, sample=0.5)).pairs.pairs]
    assert again == ids


def test_decisions_go_to_a_file_of_their_own(files: tuple[str, ...], tmp_path: Path) -> None:
    before = [Path(file).read_bytes() for file in files]
    found = opened(tmp_path, Disputes(files))
    found.store.label(found.pairs.pairs[0], "copy", DecisionContext())
    found.store.project()
    assert found.labels_path == tmp_path / "adjudicated.csv"
    assert found.labels_path.read_text(encoding="utf-8").splitlines()[1].startswith("p7,")
    assert [Path(file).read_bytes() for file in files] == before
    assert not (tmp_path / "labels.csv").exists()


def test_those_over_the_sample_pairs_stand_in_the_users_data_folder(
    files: tuple[str, ...], tmp_path: Path
) -> None:
    wanted = Wanted((str(tmp_path / "pairs.csv"),), disputes=Disputes(files))
    places = Places(tmp_path / "state", tmp_path / "data", tmp_path / "pairs.csv")
    assert open_pairs(wanted, places).labels_path == tmp_path / "data" / "sample-adjudicated.csv"


def read_blind(files: tuple[str, ...], blind: str) -> None:
    """Let the rows of the label files say that they were decided *blind*."""
    for file in files:
        path = Path(file)
        with path.open(encoding="utf-8", newline="") as stream:
            rows = [LabelRow.from_texts(said) for said in csv.DictReader(stream)]
        label_file(path, [own._replace(blind=blind, seed=5) for own in rows])


def names_shown(found: Opened) -> set[str]:
    return {name for pair in found.pairs.pairs for name, _ in pair.details}


def test_who_decides_about_what_was_read_blind_reads_blind_unless_he_says_otherwise(
    files: tuple[str, ...], tmp_path: Path
) -> None:
    read_blind(files, "names")
    found = opened(tmp_path, Disputes(files))
    assert found.blind == Blinding(seed=5)
    assert [(own.id, own.number) for own in found.pairs.pairs] == [("p7", 1), ("p3", 2)]
    assert names_shown(found) == {"#1", "#2", "#3"}
    found.store.label(found.pairs.pairs[0], "copy", DecisionContext(blind="names", seed=5))
    found.store.project()
    (written,) = read_labels(found.labels_path, tmp_path / "none").rows.values()
    assert (written.role, written.blind, written.seed) == ("adjudicator", "names", 5)
    wanted = Wanted((str(tmp_path / "pairs.csv"),), disputes=Disputes(files), blind="off")
    seen = open_pairs(wanted, Places(tmp_path / "s", tmp_path, tmp_path / "none" / "pairs.csv"))
    assert seen.blind is None
    assert names_shown(seen) >= {"Ben", "Cleo", "site"}


def test_what_was_decided_once_with_names_shows_none_the_next_time(
    files: tuple[str, ...], tmp_path: Path
) -> None:
    read_blind((files[0],), "names")
    read_blind((files[1],), "names figures")
    found = opened(tmp_path, Disputes(files), blind="off")
    assert names_shown(found) >= {"Ben", "Cleo", "site"}
    found.store.label(found.pairs.pairs[0], "copy", DecisionContext())
    found.store.project()
    wanted = Wanted(("pairs.csv",), disputes=Disputes(files))
    assert as_remembered(wanted, lambda *_: "off") == wanted
    found = opened(tmp_path, Disputes(files))
    assert found.blind is not None
    assert found.blind.figures
    assert names_shown(found) == {"#1", "#2", "#3"}


def test_who_decided_blind_goes_on_so_and_sees_nothing_of_the_list_either(
    files: tuple[str, ...], tmp_path: Path
) -> None:
    found = opened(tmp_path, Disputes(files), blind="names")
    assert names_shown(found) == {"#1", "#2", "#3"}
    found.store.label(found.pairs.pairs[0], "copy", DecisionContext(blind="names", seed=1))
    found.store.project()
    assert names_shown(opened(tmp_path, Disputes(files))) == {"#1", "#2", "#3"}


def test_blind_reading_may_change_while_disputes_are_open(
    files: tuple[str, ...], tmp_path: Path
) -> None:
    read_blind(files, "names")
    found = opened(tmp_path, Disputes(files))
    seen = opened(tmp_path, Disputes(files), blind="off", pairs=found.listed)
    assert names_shown(seen) >= {"Ben", "Cleo", "site"}
    assert names_shown(opened(tmp_path, Disputes(files), pairs=seen.listed)) == {"#1", "#2", "#3"}


def test_one_file_with_several_annotators_will_do(files: tuple[str, ...], tmp_path: Path) -> None:
    every = tmp_path / "all.csv"
    parts = [Path(file).read_text(encoding="utf-8").splitlines() for file in files]
    lines = [parts[0][0], *(line for part in parts for line in part[1:])]
    every.write_text("\n".join(lines) + "\n", encoding="utf-8")
    pairs = opened(tmp_path, Disputes((str(every),))).pairs.pairs
    assert [pair.id for pair in pairs] == ["p7", "p3"]


def test_the_place_in_the_disputes_is_not_that_in_the_list(files: tuple[str, ...]) -> None:
    wanted = Wanted(("pairs.csv",))
    assert wanted._replace(disputes=Disputes(files)).key != wanted.key


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (["Ann.csv"], "fewer than two annotators"),
        (["Ann.csv", "Same.csv"], "do not disagree about any pair of"),
        (["Ann.csv", "none.csv"], "is not there; check the path."),
        (["Ann.csv", "Mute.csv"], "Mute.csv has no labels."),
        (["Ann.csv", "Ann.csv"], "Ann.csv is named twice"),
        (["Ann.csv", "Far.csv"], "No pair has labels of two annotators"),
        (["Far.csv", "Away.csv"], "Far.csv is about other pairs than"),
    ],
)
def test_where_nothing_is_to_be_decided_a_sentence_says_so(
    files: tuple[str, ...], tmp_path: Path, names: list[str], sentence: str
) -> None:
    label_file(tmp_path / "Same.csv", [row("p1", "Ed", "copy"), row("p2", "Ed", "copy")])
    label_file(tmp_path / "Mute.csv", [row("p1", "Mo", None)._replace(note="?")])
    label_file(tmp_path / "Far.csv", [row("x1", "Fay", "copy")])
    label_file(tmp_path / "Away.csv", [row("x1", "Al", "original")])
    with pytest.raises(PairListError, match=sentence):
        opened(tmp_path, Disputes(tuple(str(tmp_path / name) for name in names)))


def test_what_is_odd_about_the_label_files_is_told(files: tuple[str, ...], tmp_path: Path) -> None:
    typo = [row("p3", "Dan", "cpoy", 1), row("p3", "Dan", "copy", 2), row("x1", "Dan", "copy")]
    label_file(tmp_path / "Dan.csv", typo)
    label_file(tmp_path / "Mute.csv", [])
    more = (*files, str(tmp_path / "Dan.csv"), str(tmp_path / "Mute.csv"))
    told = " ".join(map(str, opened(tmp_path, Disputes(more)).pairs.notices))
    for said in (
        "Dan.csv has a second row for the same pair and annotator",
        "2 pairs with labels are not in the list, for instance gone.",
        "Mute.csv has no labels.",
    ):
        assert said in told
    blind = opened(tmp_path, Disputes(more), blind="names").pairs.notices
    assert not any("gone" in str(own) or "Dan" in str(own) for own in blind)


def test_a_file_that_is_no_label_file_is_refused(files: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(LabelFileError):
        opened(tmp_path, Disputes((files[0], str(tmp_path / "pairs.csv"))))


def test_two_documents_have_no_disputes(files: tuple[str, ...]) -> None:
    with pytest.raises(PairListError, match="name it first"):
        wanted_pairs(Wanted(("a.txt", "b.txt"), disputes=Disputes(files)))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--adjudicate", "Ann.csv", "pairs.csv"], "takes one pair list, named before it"),
        (["a.txt", "b.txt", "--adjudicate", "Ann.csv"], "takes one pair list, named before it"),
        (
            ["pairs.csv", "--sample", "5%"],
            "--sample, --hide-names and --join-names go with --adjudicate.",
        ),
        (["pairs.csv", "--adjudicate", "Ann.csv"], "fewer than two annotators"),
    ],
)
def test_the_command_says_what_is_wrong_before_there_is_a_window(
    files: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert sentence in capsys.readouterr().err


def test_without_numpy_it_says_what_to_install(
    files: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(PairListError, match=r"copydesk\[agreement\]"):
        opened(tmp_path, Disputes(files))
