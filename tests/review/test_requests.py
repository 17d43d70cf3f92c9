"""What the worker is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.labels import pair_of_files
from gui.review.protocol import Reading, request_for
from gui.review.worker import straight


def test_documents_far_from_their_labels_have_plain_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here" / "deep").mkdir(parents=True)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("A text.", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "here" / "deep")
    pairs = pair_of_files("../../a.txt", str(tmp_path / "b.txt"))
    request = request_for(pairs.pairs[0], pairs.folder, Reading())
    assert request is not None
    paths = (request.reference.path, request.candidate.path)
    assert [straight(Path(path)) for path in paths if path is not None] == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "b.txt"),
    ]


def test_a_path_stays_where_a_link_makes_the_short_one_another_place(tmp_path: Path) -> None:
    (tmp_path / "far" / "away").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "far" / "away")
    path = tmp_path / "link" / ".." / "a.txt"
    assert straight(path) == str(path)
    assert straight(tmp_path / "far" / ".." / "a.txt") == str(tmp_path / "a.txt")
    assert straight(tmp_path / "gone" / ".." / "a.txt") == str(tmp_path / "gone" / ".." / "a.txt")
