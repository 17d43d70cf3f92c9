"""The settings file is the one that Qt's QSettings reads and writes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from gui.settings_file import change_texts, read_texts

SIGNS = 'ab09 fF"\\;,=\n\t\r\0\x01\x1f\x7fäé€あ😀@%[]/#{}'
KEYS = ("recent", "reading/fold equal stretches", "a/ü b/ö", "x/€/😀", "window/geometry")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.ini"


def of_qt(path: Path) -> QSettings:
    return QSettings(str(path), QSettings.Format.IniFormat)


def some_texts(chance: random.Random) -> dict[str, str]:
    return {key: "".join(chance.choice(SIGNS) for _ in range(chance.randrange(14))) for key in KEYS}


def test_what_qt_wrote_is_read(path: Path) -> None:
    chance = random.Random(1)
    for _ in range(100):
        texts = some_texts(chance)
        file = of_qt(path)
        file.clear()
        for key, text in texts.items():
            file.setValue(key, text)
        file.sync()
        assert read_texts(path) == texts


def test_qt_reads_what_is_written(path: Path) -> None:
    chance = random.Random(2)
    for number in range(100):
        # Qt takes a file of the same name, size and millisecond for the one that it knows.
        written = path.with_name(f"{number}.ini")
        texts = some_texts(chance)
        assert change_texts(written, texts) == texts
        file = of_qt(written)
        assert {key: file.value(key) for key in file.allKeys()} == texts


def test_what_is_not_understood_stays(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(
        "; mine\n[General]\nold=@ByteArray(\\x1\\x2)\nmany=a, b\n\n[x]\ny=1\nz=2\n",
        encoding="utf-8",
    )
    assert read_texts(path) == {"x/y": "1", "x/z": "2"}
    assert change_texts(path, {"x/y": None, "new": "n"}) == {"x/z": "2", "new": "n"}
    file = of_qt(path)
    assert sorted(file.allKeys()) == ["many", "new", "old", "x/z"]
    assert file.value("many") == ["a", "b"]


def test_a_failed_write_leaves_what_was_there(path: Path) -> None:
    change_texts(path, {"a": "1"})
    before = path.read_bytes()
    with pytest.raises(OSError, match=r"Not a directory|exists"):
        change_texts(path / "not a folder", {"a": "2"})
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir() if each.suffix == ".tmp"] == []


def test_nothing_is_read_where_there_is_no_file(path: Path) -> None:
    assert read_texts(path) == {}


def test_a_file_that_cannot_be_read_just_now_is_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_texts(path, {"a": "1", "b": "2"})
    before = path.read_bytes()

    def held(*_: object, **__: object) -> str:  # by a scanner, say
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", held)
        assert read_texts(path) == {}
        with pytest.raises(PermissionError):
            change_texts(path, {"b": "3"})
    assert path.read_bytes() == before
    assert change_texts(path, {"b": "3"}) == {"a": "1", "b": "3"}


def test_links_that_lead_round_and_round_are_a_failed_write(tmp_path: Path) -> None:
    one, other = tmp_path / "one.ini", tmp_path / "other.ini"
    one.symlink_to(other)
    other.symlink_to(one)
    assert read_texts(one) == {}
    with pytest.raises(OSError, match="symbolic links"):
        change_texts(one, {"a": "1"})
