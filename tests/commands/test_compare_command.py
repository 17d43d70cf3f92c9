"""copydesk-compare as people and scripts meet it: output, errors, exit status."""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from gui.commands.compare import main
from gui.commands.comparing import Job, Manner, Task
from gui.compare import Comparison, Options
from gui.compare.modelling.scoring_model import Model
from gui.documents import Document, Reader
from gui.labels import Pair
from gui.resources import read_bytes
from tests.commands.two_documents import NEW, OLD, write_list
from tests.lexicon.word_lists import related

TABLE = "reference,candidate,pairs,count\nharbour,kite,2,3\n"


def test_text_is_the_default(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["a.txt", "b.txt"]) == 0
    assert "The [-phone-]{+telephone+} rang." in capsys.readouterr().out


def test_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--format", "json", "a.txt", "b.txt"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["pair_id"] == "a.txt|b.txt"
    assert found["reference"]["path"] == "a.txt"
    assert found["ledger"] == [{"reference": "phone", "candidate": "telephone", "count": 1}]


def test_html(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--format", "html", "a.txt", "b.txt"]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")


def test_a_list_gives_one_line_a_pair_in_its_order(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_list(
        folder / "pairs.csv",
        ("id", "reference", "candidate"),
        ("two", "b.txt", "a.txt"),
        ("gone", "a.txt", "gone.txt"),
        ("one", "a.txt", "b.txt"),
    )
    assert main(["--format", "jsonl", "pairs.csv"]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["pair_id"] for line in lines] == ["two", "gone", "one"]
    assert lines[1].keys() == {"pair_id", "error"}
    assert "gone.txt" in lines[1]["error"]
    assert lines[0]["ledger"][0]["reference"] == "telephone"


@pytest.mark.parametrize("form", ["json", "text"])
def test_a_list_in_the_other_formats(
    form: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_list(folder / "pairs.csv", ("reference", "candidate"), ("a.txt", "b.txt"), ("a.txt", "x"))
    assert main(["--format", form, "pairs.csv"]) == 1
    out = capsys.readouterr().out
    if form == "json":
        assert [sorted(item)[:2] for item in json.loads(out)] == [
            ["candidate", "changes"],
            ["error", "pair_id"],
        ]
    else:
        assert out.count("=== ") == 2
        assert "error: " in out


def test_a_list_with_the_texts_and_columns_by_name(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_list(folder / "texts.csv", ("sentence1", "sentence2"), (OLD, NEW))
    assert main(["--format", "jsonl", "texts.csv"]) == 0
    write_list(folder / "odd.csv", ("mine", "theirs"), ("a.txt", "b.txt"))
    assert main(["--format", "jsonl", "--columns", "mine,theirs", "odd.csv"]) == 0
    texts, named = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert texts["ledger"] == named["ledger"] != []


def test_options_reach_the_comparison_and_the_json(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "c.txt").write_text("the phone, rang.\n\nBy A. Author", encoding="utf-8")
    kinds = []
    for minor in ("case,quotes,dashes,spacing,punctuation,marks", "none", "case"):
        assert main(["--format", "json", "--minor", minor, "a.txt", "c.txt"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert [k for k, on in found["options"]["minor"].items() if on] == (
            [] if minor == "none" else minor.split(",")
        )
        kinds.append([change["kind"] for change in found["changes"]])
    assert kinds == [["minor", "minor"], ["substitution", "added"], ["minor", "added"]]


def test_encoding_overrides_what_the_bytes_say(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "c.txt").write_bytes("The café rang.".encode("cp1252"))
    assert main(["--format", "json", "--encoding", "cp1252", "c.txt", "c.txt"]) == 0
    assert json.loads(capsys.readouterr().out)["reference"]["characters"] == 14


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a.txt", "b.txt", "a.txt"],
        ["a.txt", "gone.txt"],
        ["a.txt", "."],
        ["a.txt", "empty.txt"],
        ["a.txt", "binary.bin"],
        ["nothing-in-it"],
        ["no-columns.csv"],
        ["gone.csv"],
        ["--format", "pdf", "a.txt", "b.txt"],
        ["--format", "html", "pairs.csv"],
        ["--minor", "colour", "a.txt", "b.txt"],
        ["--encoding", "klingon", "a.txt", "b.txt"],
        ["--encoding", "hex", "a.txt", "b.txt"],
        ["--columns", "one", "pairs.csv"],
        ["--columns", "one,two", "a.txt", "b.txt"],
        ["--columns", "one,two", "pairs.csv"],
        ["--colour", "a.txt", "b.txt"],
        ["-o", "no/such/folder/out", "a.txt", "b.txt"],
        ["-o", "b.txt", "a.txt", "b.txt"],
        ["--thesaurus", "gone.idx", "a.txt", "b.txt"],
        ["--thesaurus", "a.txt", "a.txt", "b.txt"],
        ["--thesaurus", "binary.idx", "a.txt", "b.txt"],
        ["--thesaurus", "binary.idx", "--no-thesaurus", "a.txt", "b.txt"],
        ["--swaps", "gone.csv", "a.txt", "b.txt"],
        ["--swaps", "empty.txt", "a.txt", "b.txt"],
        ["--swaps", "binary.bin", "a.txt", "b.txt"],
        ["--swaps", "pairs.csv", "pairs.csv"],
        ["--swaps", "swaps.csv", "-o", "swaps.csv", "pairs.csv"],
        ["--swaps", "swaps.csv", "--learn", "pairs.csv"],
        ["--learn", "a.txt", "b.txt"],
        ["--learn", "--format", "json", "pairs.csv"],
        ["--learn", "gone.csv"],
        ["--learn", "-o", "pairs.csv", "pairs.csv"],
        ["--learn"],
    ],
    ids=" ".join,
)
def test_bad_input_gets_one_sentence_and_status_2(
    arguments: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty.txt").touch()
    for name in ("binary.bin", "binary.idx", "binary.dat"):
        (folder / name).write_bytes(bytes(range(256)) * 8)
    (folder / "swaps.csv").write_text(TABLE, encoding="utf-8")
    (folder / "nothing-in-it").mkdir()
    write_list(folder / "no-columns.csv", ("name", "size"), ("a.txt", "3"))
    write_list(folder / "pairs.csv", ("reference", "candidate"), ("a.txt", "b.txt"))
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("copydesk-compare: ")
    assert said.err.count("\n") == 1
    assert said.err.rstrip().endswith((".", "--help."))
    assert (folder / "b.txt").read_text(encoding="utf-8") == NEW
    assert (folder / "swaps.csv").read_text(encoding="utf-8") == TABLE


def test_a_text_longer_than_any_article_is_refused_before_it_is_compared(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "long.txt").write_text("word " * 2_000_001, encoding="utf-8")
    assert main(["a.txt", "long.txt"]) == 2
    assert capsys.readouterr().err == (
        "copydesk-compare: long.txt: it holds more than 10,000,000 characters; "
        "split it into several documents.\n"
    )


@pytest.fixture
def models(monkeypatch: pytest.MonkeyPatch) -> list[Model]:
    """The models that documents were compared with, one for each comparison."""
    import gui.compare

    real, found = gui.compare.compare, []

    def watched(*documents: Document, model: Model, **rest: Any) -> Comparison:
        found.append(model)
        return real(*documents, model=model, **rest)

    monkeypatch.setattr(gui.compare, "compare", watched)
    return found


def write_thesaurus(folder: Path, word: str, synonym: str) -> dict[str, str]:
    """Write a MyThes thesaurus with one entry; return how the JSON names it."""
    start = "UTF-8\n"
    index = f"{start}1\n{word}|{len(start)}\n"
    data = f"{start}{word}|1\n(noun)|{synonym}\n"
    for end, text in ((".idx", index), (".dat", data)):
        (folder / f"th_{word}{end}").write_text(text, encoding="utf-8", newline="")
    digests = [hashlib.sha256(text.encode()).hexdigest() for text in (index, data)]
    return {"name": f"th_{word}.idx", "sha256": digests[0], "data_sha256": digests[1]}


def options_printed(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found = json.loads(capsys.readouterr().out)["options"]
    assert list(found) == ["minor", "thesaurus", "swaps", "weights"]
    weights = hashlib.sha256(read_bytes("model", "weights.json")).hexdigest()
    assert found["weights"] == {"file": "weights.json", "sha256": weights}
    return {key: found[key] for key in ("thesaurus", "swaps")}


def test_thesauri_are_asked_when_given_and_named(
    folder: Path, capsys: pytest.CaptureFixture[str], models: list[Model]
) -> None:
    named = [write_thesaurus(folder, word, "plonk") for word in ("zorb", "blick")]
    pair = ["--format", "json", "a.txt", "b.txt"]
    assert main(pair) == 0
    plain = options_printed(capsys)
    assert plain["swaps"] is None
    assert [one["name"] for one in plain["thesaurus"]] == ["moby"]
    assert main(["--thesaurus", "th_zorb.idx", "--thesaurus", "th_blick.idx", *pair]) == 0
    assert options_printed(capsys)["thesaurus"] == plain["thesaurus"] + named
    assert main(["--no-thesaurus", *pair]) == 0
    assert options_printed(capsys)["thesaurus"] == []
    asked = [
        [related(model.thesaurus, *words) for model in models]
        for words in (("zorb", "plonk"), ("blick", "plonk"), ("phone", "telephone"))
    ]
    assert asked == [[False, True, False], [False, True, False], [True, True, False]]


def test_a_table_of_swaps_reaches_the_comparison_and_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], models: list[Model]
) -> None:
    (folder / "swaps.csv").write_text(TABLE, encoding="utf-8")
    assert main(["--swaps", "swaps.csv", "--format", "json", "a.txt", "b.txt"]) == 0
    digest = hashlib.sha256(TABLE.encode()).hexdigest()
    assert options_printed(capsys)["swaps"] == {"file": "swaps.csv", "sha256": digest}
    write_list(folder / "pairs.csv", ("reference", "candidate"), ("a.txt", "b.txt"))
    for form in ("json", "jsonl"):
        assert main(["--swaps", "swaps.csv", "--format", form, "pairs.csv"]) == 0
        assert f'"swaps":{{"file":"swaps.csv","sha256":"{digest}"}}' in capsys.readouterr().out
    manner = Manner("json", Options(), swaps="swaps.csv")
    with Reader() as reader:  # what the processes do that compare lists
        Job(manner, reader).piece(Task(0, Pair("one", "a.txt", "b.txt"), folder))
    assert [model.table for model in models] == [{("harbour", "kite"): 2}] * 2


def learning_list(folder: Path) -> None:
    """Write a list of two spun pairs, one of them twice, an unrelated one, one that is gone."""
    rest = "rang in the old house by the river, and {} heard it ring that night."
    for name, phone, who in (
        ("a1", "phone", "nobody"),
        ("b1", "telephone", "nobody"),
        ("a2", "phone", "Ann Smith"),
        ("b2", "telephone", "Ann Smith"),
        ("b3", "telephone", "the whole village"),
    ):
        text = f"The {phone} {rest.format(who)}"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "other.txt").write_text("Telephone prices fell sharply.", encoding="utf-8")
    write_list(
        folder / "pairs.csv",
        ("id", "reference", "candidate"),
        ("one", "a1.txt", "b1.txt"),
        ("two", "a2.txt", "b2.txt"),
        ("two again", "a2.txt", "b2.txt"),
        ("unrelated", "a1.txt", "other.txt"),
        ("gone", "a1.txt", "gone.txt"),
    )


def test_swaps_are_learned_from_the_copies_of_a_list(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    learning_list(folder)
    assert main(["--learn", "pairs.csv", "-o", "swaps.csv"]) == 1
    learned = b"reference,candidate,pairs,count\r\nphone,telephone,2,2\r\n"
    assert (folder / "swaps.csv").read_bytes() == learned
    said = capsys.readouterr()
    assert said.out == ""
    lines = said.err.splitlines()
    assert lines[0] == "copydesk-compare: gone: The candidate gone.txt is not there."
    assert lines[1:] == ["copydesk-compare: 1 swap learned from 2 of 5 pairs."]
    assert main(["--swaps", "swaps.csv", "a.txt", "b.txt"]) == 0


def test_what_was_learned_goes_to_standard_output_without_a_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_list(folder / "pairs.csv", ("reference", "candidate"), ("a.txt", "b.txt"))
    assert main(["--learn", "pairs.csv"]) == 0
    said = capsys.readouterr()
    assert said.out.split() == ["reference,candidate,pairs,count"]
    assert said.err == "copydesk-compare: no swaps learned from 1 of 1 pair.\n"


def test_a_table_is_written_whole_or_not_at_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learning_list(folder)
    (folder / "swaps.csv").write_text("before", encoding="utf-8")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    import gui.compare.modelling.swap_table

    monkeypatch.setattr(gui.compare.modelling.swap_table, "learn", interrupted)
    assert main(["--learn", "pairs.csv", "-o", "swaps.csv"]) == 130
    assert (folder / "swaps.csv").read_text(encoding="utf-8") == "before"
    assert not list(folder.glob(".swaps*"))


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "learn"])
def test_a_fault_of_ours_costs_one_pair(
    form: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import gui.compare

    real = gui.compare.compare

    def broken(reference: object, candidate: object, **rest: object) -> object:
        if getattr(reference, "name", "").endswith("a.txt"):
            raise IndexError("off by one")
        return real(reference, candidate, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(gui.compare, "compare", broken)
    with Reader() as reader:
        job = Job(Manner(form, Options()), reader)
        first = job.piece(Task(0, Pair("one", "a.txt", "b.txt"), folder))
        second = job.piece(Task(1, Pair("two", "b.txt", "b.txt"), folder))
    assert first.failed
    assert "off by one" in first.text
    assert not second.failed


def test_version_and_help_name_all_options(capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--help", "--version"):
        with contextlib.suppress(SystemExit):
            main([option])
    out = capsys.readouterr().out
    for name in ("--format", "--output", "--encoding", "--whole-page", "--minor", "--columns"):
        assert name in out
    for name in ("--thesaurus FILE.idx", "--no-thesaurus", "--swaps FILE", "--learn"):
        assert name in out
    assert "Copydesk 0." in out
