"""Documents come through the pipe as they were."""

from __future__ import annotations

import pickle

import pytest

from gui.documents import Document, read_text
from gui.review.packing import pack, unpack
from gui.review.worker import Documents


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
