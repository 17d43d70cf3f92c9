"""What the README says about installing, updating and removing is so."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gui import __version__
from gui.commands.window import make_parser
from gui.labels.journal.journal import journal_folder

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
START = README.partition("## Start")[2].partition("\n## ")[0]

PLACES = """
import json
from PySide6.QtCore import QCoreApplication, QSettings
from gui.app import user_places
from gui.labels.journal.journal import journal_folder
from gui.settings import Settings

QCoreApplication.setApplicationName("copydesk")
places = user_places()
kept = Settings()
kept.remember_recent("pairs.csv")
assert kept.save()
print(json.dumps([str(journal_folder()), str(places.state), str(places.data)]))
"""


def row(what: str) -> dict[str, str]:
    """Return the folders of *what* by their systems."""
    (line,) = (line for line in START.splitlines() if line.startswith(f"| {what}"))
    cells = [cell.strip(" `") for cell in line.strip("|").split("|")]
    return dict(zip(("Linux", "macOS", "Windows"), cells[1:], strict=True))


@pytest.mark.skipif(sys.platform != "linux", reason="the places of Linux")
@pytest.mark.parametrize("named", [False, True])
def test_the_places_on_linux(named: bool, tmp_path: Path) -> None:
    environment = {name: text for name, text in os.environ.items() if not name.startswith("XDG_")}
    environment |= {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    folders = {"CONFIG": ".config", "STATE": ".local/state", "DATA": ".local/share"}
    if named:
        folders = {name: f"elsewhere/{name}" for name in folders}
        places = {f"XDG_{name}_HOME": str(tmp_path / folder) for name, folder in folders.items()}
        environment |= places
        assert all(name in START for name in places)
    run = subprocess.run(
        [sys.executable, "-c", PLACES],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    journals, state, data = map(Path, json.loads(run.stdout))
    settings = tmp_path / folders["CONFIG"] / "copydesk"
    assert [path.parent for path in tmp_path.rglob("copydesk.ini")] == [settings]
    assert (state, data) == tuple(
        tmp_path / folders[name] / "copydesk" for name in ("STATE", "DATA")
    )
    assert journals.parent == state
    if not named:
        said = [row(what)["Linux"] for what in ("settings", "journals", "pasted texts")]
        assert [Path(text.replace("~", str(tmp_path))) for text in said] == [settings, state, data]


def test_the_journals_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    said = row("journals")
    for platform, system in (("darwin", "macOS"), ("win32", "Windows")):
        monkeypatch.setattr(sys, "platform", platform)
        text = said[system].replace("%LOCALAPPDATA%", str(tmp_path / "Local")).replace("\\", "/")
        assert journal_folder().parent == Path(text.replace("~", str(tmp_path)))


def test_the_wheel_is_called_as_it_is_built(wheel: Path) -> None:
    names = re.findall(r"dist/(copydesk-\S+?\.whl)", START)
    assert set(names) == {wheel.name}
    assert len(names) == 2
    assert __version__ in wheel.name


def test_the_options_and_files_exist() -> None:
    known = {name for one in make_parser().described() for name in one.names}
    assert set(re.findall(r"copydesk (--[a-z-]+)", START)) == {
        "--install-desktop",
        "--remove-desktop",
    }
    assert set(re.findall(r"copydesk (--[a-z-]+)", START)) <= known
    for name in re.findall(r"\.(?:ci|github)/[\w./-]+", START):
        assert (ROOT / name).is_file(), name


def test_the_first_command_leaves_the_program_on_the_path() -> None:
    commands = re.findall(r"^python3 -m venv .*$", START, re.MULTILINE)
    assert len(commands) == 2
    assert all(line.split(" && ")[1] == ". .venv/bin/activate" for line in commands)
    assert not any("venv/bin/" in part for line in commands for part in line.split(" && ")[2:])
