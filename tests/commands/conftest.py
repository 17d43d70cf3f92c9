"""What the tests of the command lines share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.two_documents import NEW, OLD


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the documents a.txt and b.txt; the current one."""
    (tmp_path / "a.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "b.txt").write_text(NEW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
