"""Web addresses in a list and in label files: each means a snapshot, and rows name which one."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.documents import load
from gui.documents.web.snapshots import keep
from gui.labels import PairListError, pair_of_files, read_pairs
from gui.labels.journal.row_changes import decided, set_as
from gui.labels.label_values import DecisionContext, LabelRow, Pair
from gui.labels.pairs.named_pairs import look_for_two
from gui.labels.pairs.pair_paths import as_named, found_sources
from gui.labels.pairs.pair_table import missing_document
from gui.labels.reconciling.stray_rows import stray_rows
from tests.documents.web.test_snapshots import FIRST, SECOND, URL, exchange

OTHER = "https://www.news.example/other"


def test_a_row_with_addresses_means_their_newest_snapshots(tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text(f"id,reference,candidate\n1,{URL},www.news.example/other\n")
    listed = read_pairs(tmp_path / "pairs.csv")
    pair = listed.pairs[0]
    assert pair.problem is None
    missing = missing_document(pair, tmp_path)
    assert missing is not None
    assert URL in str(missing)
    keep(URL, [exchange()])
    second = keep(URL, [exchange(at=SECOND)])
    third = keep(OTHER, [exchange(url=OTHER)])
    assert missing_document(pair, tmp_path) is None
    assert found_sources(pair, tmp_path) == (second, third)
    document = as_named(load(second), second, pair.reference)
    assert document.name == URL
    assert "found-elsewhere" not in {notice.code for notice in document.notices}


def test_two_addresses_make_a_pair_that_the_list_does_not_call_unreadable() -> None:
    listed = pair_of_files(*look_for_two("HTTPS://News.example/swans?page=1", OTHER))
    (pair,) = listed.pairs
    assert (pair.id, pair.problem) == (f"{URL}|{OTHER}", None)


def test_a_page_may_stand_beside_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.txt").write_text("The swans left.")
    (pair,) = pair_of_files(*look_for_two("draft.txt", URL)).pairs
    assert (pair.reference, pair.candidate, pair.problem) == ("draft.txt", URL, None)
    (pair,) = pair_of_files("gone.txt", URL).pairs
    assert pair.problem is not None
    with pytest.raises(PairListError, match=r"gone\.txt"):
        look_for_two("gone.txt", URL)


def test_an_address_that_is_not_fetched_is_no_missing_file() -> None:
    for named in (("draft.txt", "ftp://news.example/a.txt"), ("s3://news/a", "s3://news/b")):
        with pytest.raises(PairListError, match="only http and https addresses are fetched"):
            look_for_two(*named)


@pytest.mark.parametrize("odd", ["https://", "http://me:secret@news.example/", "https://[::1/"])
def test_addresses_that_are_none_are_told(odd: str) -> None:
    if odd == "https://":  # no address at all: a path that is not there
        odd = "https:///"
    with pytest.raises(PairListError):
        look_for_two(odd, URL)


def at(name: str, time: str) -> str:
    return f"{name}#fetched={time}"


def labelled(pair: Pair, current: LabelRow | None, label: str) -> LabelRow:
    when = "2026-04-01T00:00:00.000Z"
    return decided(
        pair, (pair.id, "ada"), current, current, when, DecisionContext("r", "c"), label=label
    )


def test_rows_name_the_snapshots_that_were_judged_last() -> None:
    first = labelled(Pair("1", at(URL, FIRST), "draft.txt"), None, "copy")
    assert (first.reference, first.candidate) == (at(URL, FIRST), "draft.txt")
    second = labelled(Pair("1", at(URL, SECOND), "elsewhere.txt"), first, "original")
    assert (second.reference, second.candidate) == (at(URL, SECOND), "draft.txt")
    back = set_as("label", second, None, first, "2026-04-02T00:00:00.000Z")
    assert back is not None
    assert (back.label, back.reference) == ("copy", at(URL, FIRST))


def test_a_row_whose_id_was_rewritten_is_found_by_its_addresses() -> None:
    row = labelled(Pair("7", at(URL, FIRST), at(OTHER, FIRST)), None, "copy")
    (stray,) = stray_rows([row], [Pair("007", URL, OTHER)])
    assert stray.likely == "007"
