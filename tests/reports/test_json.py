"""The JSON is a public interface: the example of its description comes out to the letter."""

from __future__ import annotations

import dataclasses
import hashlib
import json

from gui.compare import Options, compare
from gui.compare.modelling.scoring_model import Source, Sources
from gui.documents import read_text
from gui.reports import json_page, json_text, to_json, to_json_error
from tests.reports.sample_comparisons import of_texts, phone_rang

EXAMPLE = {
    "format": 1,
    "pair_id": "example",
    "sections": [
        {"kind": "paired", "reference": [0, 15], "candidate": [0, 19], "similarity": 0.6667},
        {"kind": "missing", "reference": [17, 29], "candidate": None},
        {"kind": "added", "reference": None, "candidate": [21, 32]},
    ],
    "changes": [{"kind": "substitution", "section": 0, "reference": [4, 9], "candidate": [4, 13]}],
    "ledger": [{"reference": "phone", "candidate": "telephone", "count": 1}],
    "similarity": {
        "verbatim": 0.3636,
        "with_substitutions": 0.5455,
        "reference_covered": 0.5,
        "candidate_covered": 0.6,
    },
}


def test_the_example_of_the_description() -> None:
    found = to_json(phone_rang(), pair_id="example")
    assert {key: found[key] for key in EXAMPLE} == EXAMPLE
    for side, path, characters, words, text in (
        ("reference", "a.txt", 29, 6, "The phone rang.\n\nBy A. Author"),
        ("candidate", "b.txt", 32, 5, "The telephone rang.\n\nSource link"),
    ):
        assert found[side] == {
            "path": path,
            "encoding": "utf-8",
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "characters": characters,
            "words": words,
            "format": "text",
        }


def test_the_example_compared_by_the_program() -> None:
    reference = read_text("The phone rang.\n\nBy A. Author", name="a.txt")
    candidate = read_text("The telephone rang.\n\nSource link", name="b.txt")
    found = to_json(compare(reference, candidate), pair_id="example")
    assert {key: found[key] for key in EXAMPLE} == EXAMPLE


def test_the_files_used_by_a_comparison_are_named_among_the_options() -> None:
    minor = Options()._asdict()
    assert to_json(phone_rang(), pair_id="p")["options"] == {"minor": minor}
    none = to_json(phone_rang(), pair_id="p", sources=Sources())
    assert none["options"] == {"minor": minor, "thesaurus": [], "swaps": None, "weights": None}
    thesauri = (Source("moby", "0a"), Source("caf\udce9.idx", "1b", "2c"))
    sources = Sources(thesauri, Source("s.csv", "3d"), Source("w.json", "4e"))
    found = to_json(phone_rang(), pair_id="p", sources=sources)
    assert found["options"] == {
        "minor": minor,
        "thesaurus": [
            {"name": "moby", "sha256": "0a"},
            {"name": "caf\\xe9.idx", "sha256": "1b", "data_sha256": "2c"},
        ],
        "swaps": {"file": "s.csv", "sha256": "3d"},
        "weights": {"file": "w.json", "sha256": "4e"},
    }
    assert {**found, "options": 0} == {**to_json(phone_rang(), pair_id="p"), "options": 0}


def test_options_are_carried_along() -> None:
    text = read_text("One, two.")
    found = to_json(compare(text, text, options=Options(punctuation=True)), pair_id="p")
    assert found["options"]["minor"] == {
        "case": True,
        "quotes": True,
        "dashes": True,
        "spacing": True,
        "punctuation": True,
        "marks": True,
    }


def test_the_text_goes_along_for_anything_but_plain_text() -> None:
    comparison = phone_rang()
    page = dataclasses.replace(comparison.candidate, format="html")
    found = to_json(dataclasses.replace(comparison, candidate=page), pair_id="p")
    assert found["candidate"]["text"] == "The telephone rang.\n\nSource link"
    assert "text" not in found["reference"]


def test_figures_are_null_where_there_are_no_words() -> None:
    found = to_json(of_texts("", ""), pair_id="empty")
    assert set(found["similarity"].values()) == {None}
    assert found["sections"] == found["changes"] == found["ledger"] == []


def test_offsets_count_code_points() -> None:
    found = to_json(of_texts("a 😀 phone rang here", "a 😀 bell rang here"), pair_id="p")
    assert found["changes"][0]["reference"] == [4, 9]
    assert found["reference"]["characters"] == 19


def test_json_on_one_line_is_utf8_whatever_it_contains() -> None:
    message = "a\u2028b\u2029c\x85d\x1ce\ud83dg\x7f é 漢"
    line = json_text(to_json_error(message, pair_id="caf\udce9"))
    assert len(line.splitlines()) == 1
    assert "é 漢" in line
    again = json.loads(line.encode("utf-8").decode("utf-8"))
    assert again == {"pair_id": "caf\udce9", "error": message}


def test_json_on_several_lines_has_the_same_value() -> None:
    found = to_json(phone_rang(), pair_id="two\u2028lines")
    page = json_page(found)
    assert json.loads(page) == json.loads(json_text(found)) == found
    assert '    {"kind": "missing", "reference": [17, 29], "candidate": null},\n' in page


def test_a_path_that_is_not_utf8_is_written_as_in_label_files() -> None:
    comparison = phone_rang()
    odd = dataclasses.replace(comparison.reference, name="caf\udce9.txt")
    found = to_json(dataclasses.replace(comparison, reference=odd), pair_id="p")
    assert found["reference"]["path"] == r"caf\xe9.txt"
