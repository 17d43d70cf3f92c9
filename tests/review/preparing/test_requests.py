"""What the worker is asked for."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import pytest

from gui.documents import Reader
from gui.labels import Pair, pair_of_files, unreadable_at_sight
from gui.review.measures import Unreadable
from gui.review.measuring.measure_worker import measure
from gui.review.preparing.protocol import Failed, Reading, WorkerAnswer, request_for
from gui.review.preparing.worker import answer, straight


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


@pytest.mark.parametrize(
    "start", ["", ".", "..", "/", "//", "/a", "a", "a/..", "/a.", "x:", "/some/list"]
)
def test_a_path_is_what_pathlib_makes_of_the_name(start: str) -> None:
    folder = Path(start)
    names = itertools.product("ab./\\:", repeat=5)
    for letters in itertools.islice(names, None, None, 7):  # each letter at each place
        name = "".join(letters)
        request = request_for(Pair("one", name, name[:3]), folder, Reading())
        assert request is not None
        found = (request.reference.path, request.candidate.path)
        assert found == (str(folder / name), str(folder / name[:3]))


class CountedFolder(type(Path())):  # type: ignore[misc]
    """A folder that counts what is put behind it."""

    joined = 0

    def __truediv__(self, name: str) -> Path:
        CountedFolder.joined += 1
        return Path(str(self), name)


def test_pathlib_is_not_asked_for_the_many_names_of_a_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes ten times as long as putting two texts together, and a list has 40,000 names."""
    monkeypatch.setattr(CountedFolder, "joined", 0)
    folder = CountedFolder(tmp_path)
    for number in range(100):
        pair = Pair(f"p{number}", f"{number}/a b.txt", f"sub.d/{number}.é.txt")
        assert request_for(pair, folder, Reading()) is not None
    assert CountedFolder.joined == 0


def test_to_look_at_a_document_asks_the_disk_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("A text.", encoding="utf-8")
    asked: list[str] = []
    stat = os.stat

    def counted(path: str) -> os.stat_result:
        asked.append(path)
        return stat(path)

    monkeypatch.setattr(os, "stat", counted)
    found = unreadable_at_sight(Pair("one", "a.txt", "b.txt"), tmp_path)
    monkeypatch.undo()
    assert found is None
    assert asked == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("sub/empty.txt", b""), ("noise.txt", bytes(range(256)) * 8)],
)
def test_why_a_document_cannot_be_read_names_it_as_the_list_does(
    tmp_path: Path, name: str, content: bytes
) -> None:
    """Whoever found it: the look at the list, the worker of the window, or that of the measures."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(content)
    (tmp_path / "a.txt").write_text("A text.", encoding="utf-8")
    pair = Pair("one", "a.txt", name)
    request = request_for(pair, tmp_path, Reading())
    assert request is not None
    answers: list[WorkerAnswer] = []
    with Reader() as reader:
        answer(request, answers.append, lambda: False, reader)
        measured, _ = measure(request, reader)
    assert isinstance(measured, Unreadable)
    found = [each.message for each in answers if isinstance(each, Failed)]
    found += [measured.problem]
    if not content:
        found += [unreadable_at_sight(pair, tmp_path)]
    assert len(set(map(str, found))) == 1, found
    assert str(found[0]).startswith(f"{name}: ")
