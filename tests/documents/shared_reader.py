"""Reading in tests: all share one process, so that each need not start its own."""

from __future__ import annotations

from functools import partial

import pytest

from gui import documents
from gui.documents import Document, DocumentError

READER = documents.Reader()
from_bytes = partial(documents.from_bytes, reader=READER)
load = partial(documents.load, reader=READER)


def sections(document: Document) -> list[str]:
    """Return the texts of the sections."""
    return [span.of(document.text) for span in document.sections]


def seen(document: Document) -> list[str]:
    """Return the texts of the sections as readers see them, without what is hidden."""
    texts = (
        "".join(part.of(document.text) for part, hidden in document.parts(span) if not hidden)
        for span in document.sections
    )
    return [" ".join(text.split()) for text in texts if text.strip()]


def hidden(document: Document) -> list[str]:
    """Return the hidden texts."""
    return [span.of(document.text) for span in document.hidden]


def message(data: bytes) -> str:
    """Return the sentence with which a document is refused."""
    with pytest.raises(DocumentError) as caught:
        from_bytes(data, name="it")
    assert str(caught.value).startswith("it: ")
    assert str(caught.value).endswith(".")
    return str(caught.value)


def refusal_of(path: object) -> str:
    """Return the sentence with which the file at *path* is refused."""
    with pytest.raises(DocumentError) as caught:
        load(path)  # type: ignore[arg-type]
    said = str(caught.value)
    assert said.endswith(".")
    assert "\n" not in said
    assert "Traceback" not in said
    return said
