"""The measures of pairs: what is counted, how it is packed, and the columns of a list."""

from __future__ import annotations

import sys

import pytest

from gui.compare import compare
from gui.documents import from_text
from gui.messages import Message
from gui.messages.about_documents import AboutDocument
from gui.review.measures import COLUMNS, Measures, MeasureTable, Unreadable, packed, unpacked

NAMES = ("a.txt", "b.txt")
HARBOUR = "The harbour opened at dawn and two boats left for the outer island at once."
MARKET = "Every stall on the market square sold fresh bread, butter and honey that morning."
COUNCIL = "The council will vote on the new bridge before the end of the winter session."


def measured(reference: str, candidate: str) -> Measures:
    return Measures.of(
        compare(from_text(reference, name="a.txt"), from_text(candidate, name="b.txt"))
    )


def test_the_figures_are_those_of_the_comparison() -> None:
    comparison = compare(
        from_text(f"{HARBOUR}\n\n{MARKET}\n\n{COUNCIL}", name="a"),
        from_text(f"{COUNCIL}\n\n{HARBOUR.replace('boats', 'ships')}", name="b"),
    )
    found = Measures.of(comparison)
    assert found.verbatim == round(comparison.similarity.verbatim or 0, 4)
    assert found.with_substitutions == round(comparison.similarity.with_substitutions or 0, 4)
    assert (found.missing, found.added, found.substitutions) == (14, 0, 1)
    assert found.moved in (len(COUNCIL.split()), len(HARBOUR.split()))
    assert (found.missing_sections, found.moved_sections) == (1, 1)
    assert (found.reference_words, found.candidate_words) == (44, 30)
    assert found.words == 74


def test_what_was_packed_comes_out_again() -> None:
    for found in (
        measured(HARBOUR, HARBOUR),
        measured(HARBOUR, MARKET),
        measured("—", "…"),
        Measures(0.1234, None, *(300 ** (n % 4) for n in range(13))),
    ):
        data = packed(found)
        assert data is not None
        assert len(data) < 50
        assert unpacked(data, NAMES) == found


def test_what_is_no_measure_is_refused() -> None:
    data = packed(measured(HARBOUR, MARKET)) or b""
    for broken in (b"", b"m", data[:-1], data + b"\1", b"u", b"u[]", b'u[0,["X","Y",{}]]'):
        with pytest.raises(ValueError):  # noqa: PT011 - of any text
            unpacked(broken, NAMES)


def test_an_unreadable_document_is_kept_without_its_name() -> None:
    damaged = Message(AboutDocument.DAMAGED)
    found = Unreadable(Message(AboutDocument.OF_FILE, name="old/b.txt", clause=damaged), 1)
    data = packed(found)
    assert data is not None
    assert b"old" not in data
    now = Unreadable(Message(AboutDocument.OF_FILE, name="b.txt", clause=damaged), 1)
    assert unpacked(data, NAMES) == now


@pytest.mark.parametrize(
    "clause",
    [
        Message(AboutDocument.CHANGED_WHILE_READ, name="b"),
        Message(AboutDocument.LIBRARY_MISSING, format="PDF", library="pypdf"),
        Message(AboutDocument.NO_PROCESS, why="no memory"),
        Message(
            AboutDocument.TEXT_TAKES_TOO_MUCH, limit=Message(AboutDocument.SECONDS, seconds="5")
        ),
    ],
    ids=lambda clause: clause.code.name,
)
def test_what_may_pass_is_not_kept(clause: Message) -> None:
    assert packed(Unreadable(Message(AboutDocument.OF_FILE, name="b", clause=clause), 1)) is None
    assert packed(Unreadable(clause)) is None


def test_a_table_gives_measures_by_pair_and_by_column() -> None:
    table = MeasureTable(4)
    one, other = measured(HARBOUR, HARBOUR), measured("—", "…")
    table.put(1, one)
    table.put(2, other)
    table.put(3, Unreadable(Message(AboutDocument.DAMAGED)))
    assert [table.get(index) for index in range(4)] == [None, one, other, None]
    assert [table.is_known(index) for index in range(4)] == [False, True, True, True]
    assert (table.measured, table.unreadable) == (2, 1)
    assert [table.similarity(index) for index in range(4)] == [None, 1.0, None, None]
    assert list(table.column("words")) == [-1, one.words, 0, -1]
    assert all(len(table.column(name)) == 4 for name in COLUMNS)
    table.forget(1)
    assert (table.get(1), table.similarity(1), table.measured) == (None, None, 1)
    table.forget_all()
    assert table.measured == 0
    assert set(table.column("missing")) == {-1}


def test_a_label_s_similarity_counts_until_the_pair_is_measured() -> None:
    table = MeasureTable(2)
    table.suppose(0, 0.5, 0.75)
    table.suppose(1, None, None)
    assert (table.similarity(0), table.similarity(1)) == (0.75, None)
    assert table.measured == 0
    table.put(0, measured(HARBOUR, HARBOUR))
    table.suppose(0, 0.5, 0.75)
    assert table.similarity(0) == 1.0


def test_a_table_takes_over_what_was_found_of_some_pairs() -> None:
    table, found = MeasureTable(8), MeasureTable(5)
    one, other = measured(HARBOUR, HARBOUR), measured("—", "…")
    table.suppose(2, 0.5, 0.75)
    table.suppose(4, 0.5, 0.75)
    table.put(7, one)
    found.put(1, one)
    found.put(3, other)
    found.put(4, one)
    found.pass_over(2)
    table.take(2, found)
    assert [table.get(index) for index in range(8)] == [*[None] * 3, one, None, other, one, one]
    assert [table.is_known(index) for index in range(8)] == [False] * 3 + [True] * 5
    assert (table.measured, table.unreadable) == (4, 1)
    assert (table.similarity(2), table.similarity(4)) == (0.75, 0.75), "what is not found stays"
    assert [table.column("words")[index] for index in (3, 5)] == [one.words, 0]


def test_thousands_of_pairs_that_cannot_be_read_are_taken_over_in_a_few_steps() -> None:
    """They come by the ten thousand, in the window's thread, where a list has an id twice."""
    table, found = MeasureTable(50_010), MeasureTable(50_000)
    table.put(7, measured(HARBOUR, HARBOUR))
    for index in range(50_000):
        found.pass_over(index)
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        table.take(5, found)
        places = list(table.known_places())
    finally:
        sys.setprofile(None)
    assert calls < 20
    assert (table.measured, table.unreadable) == (1, 49_999)
    assert places == list(range(5, 50_005))


def test_a_table_comes_out_as_it_was_packed() -> None:
    table = MeasureTable(5)
    table.put(0, Measures(0.1234, None, *(300 ** (n % 4) for n in range(13))))
    table.put(2, Unreadable(Message(AboutDocument.EMPTY)))
    table.put(4, Measures(1.0, 1.0, *range(13)))
    again = MeasureTable.from_packed(table.packed(), 5)
    for name in COLUMNS:
        assert list(again.column(name)) == list(table.column(name)), name
    assert [again.is_known(at) for at in range(5)] == [True, False, True, False, True]
    assert (again.measured, again.unreadable) == (2, 1)


def test_the_table_of_another_list_or_none_is_refused() -> None:
    data = MeasureTable(5).packed()
    for broken, count in ((data, 4), (data[:-1], 5), (b"", 5)):
        with pytest.raises(ValueError):  # noqa: PT011 - of any text
            MeasureTable.from_packed(broken, count)
