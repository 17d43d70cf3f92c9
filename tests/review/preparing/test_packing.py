"""Documents come through the pipe as they were."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import Any

import pytest

from gui.compare import compare
from gui.documents import Document, Span, read_text
from gui.documents.document import Spans
from gui.review.preparing.protocol import (
    Documents,
    Found,
    made_in_turns,
    pack,
    unpack,
)


@pytest.mark.parametrize(
    "text", ["", "One.\n\nTwo words, three.", "a😀 word", "مرحبا بالعالم", "lone \ud800 half"]
)
def test_a_document_comes_back_equal(text: str) -> None:
    document = read_text(text, name="n")
    assert unpack(pack(document)) == document


def test_a_message_carries_documents_that_are_whole() -> None:
    sent = Documents(3, read_text("A b."), read_text("C d e."), ((1, 2, 3), None))
    arrived = pickle.loads(pickle.dumps(sent, pickle.HIGHEST_PROTOCOL))
    assert arrived == sent
    assert isinstance(arrived.reference, Document)
    assert arrived.candidate.words == 3


def test_a_comparison_comes_through_the_pipe_as_it_was() -> None:
    reference, candidate = read_text("The harbour opened."), read_text("The port opened.")
    found = compare(reference, candidate)
    sent = Found.of(7, found)
    assert len(sent.parts["changes"]) == 1
    come = pickle.loads(pickle.dumps(sent))
    assert come == sent
    documents = Documents(7, reference, candidate, (None, None))
    assert come.comparison(documents) == found


def test_spans_are_made_some_at_a_time_so_that_other_threads_get_their_turn() -> None:
    taken: list[int] = []

    class Watched(Spans):
        def __getitem__(self, index: int | slice) -> Any:
            found = super().__getitem__(index)
            if isinstance(found, Spans):
                taken.append(len(found))
            return found

        def __iter__(self) -> Iterator[Span]:
            raise AssertionError("all at once")

    spans = Watched.of((number, number + 1) for number in range(9_000))
    assert made_in_turns(spans) == tuple(Spans(spans.starts, spans.ends))
    assert sum(taken) == 9_000
    assert max(taken) <= 2_000
