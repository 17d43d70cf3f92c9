"""What the tests of the command lines share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.commands.two_documents import NEW, OLD
from tests.documents.shared_reader import READER


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the documents a.txt and b.txt; the current one."""
    (tmp_path / "a.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "b.txt").write_text(NEW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module", autouse=True)
def _one_reader() -> Iterator[None]:
    """Let commands that a test runs in its own process share one that reads: none need start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gui.documents.reader.Reader", lambda: nullcontext(READER))
        yield
    READER.close()
