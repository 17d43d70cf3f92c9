"""Wheel and sdist, built from the checkout without a network, and the wheel installed and used."""

from __future__ import annotations

import email
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytest.importorskip("hatchling", reason="building needs hatchling, of the extra 'test'")

USE = """
import json, pathlib, sys
import gui, gui.resources as resources
from gui.commands.compare import main
from gui.documents import load
from gui.labels import missing_document, read_pairs
from gui.widgets.controls.theme import icon, load_theme
from PySide6.QtWidgets import QApplication

home = pathlib.Path(gui.__file__).resolve().parent
assert "site-packages" in home.parts, home
application = QApplication(["test"])
theme = load_theme("dark")
assert theme.dark
assert not icon("missing", theme).isNull()
pairs = read_pairs(resources.sample_pairs())
assert len(pairs.pairs) >= 14
assert home in resources.sample_pairs().resolve().parents
assert not any(p.problem or missing_document(p, pairs.folder) for p in pairs.pairs)
first = pairs.pairs[0].sources(pairs.folder)
assert main(["--format", "html", *map(str, first), "-o", sys.argv[1]]) == 0
print("used")
"""


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def files(folder: str) -> set[str]:
    """Return the files of a folder of the checkout that belong to the program."""
    return {
        path.relative_to(ROOT / folder).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and path.suffix != ".pyc"
        and not path.name.startswith("labels.csv")
    }


def test_nothing_but_the_package_and_its_metadata_stands_at_the_top(names: list[str]) -> None:
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"gui", "copydesk"}
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


def test_resources_and_sample_pairs_go_along(names: list[str]) -> None:
    for folder, place in (("resources", "gui/_resources/"), ("seeds", "gui/_seeds/")):
        inside = {name.removeprefix(place) for name in names if name.startswith(place)}
        assert inside == files(folder)
    assert "gui/reports/html/report.css" in names


def test_the_metadata(wheel: Path, names: list[str]) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        (scripts,) = (name for name in names if name.endswith("/entry_points.txt"))
        message = email.message_from_bytes(archive.read(metadata))
        entry_points = archive.read(scripts).decode()
    assert message["Name"] == "copydesk"
    assert "copydesk = gui.commands:copydesk" in entry_points.split("[gui_scripts]")[1]
    assert "copydesk-compare = gui.commands:copydesk_compare" in entry_points
    assert "copydesk-labels = gui.commands:copydesk_labels" in entry_points


@pytest.mark.parametrize(
    ("python", "allowed"), [("3.10", False), ("3.11", False), ("3.12", True), ("3.13", True)]
)
def test_the_qt_that_aborts_is_kept_from_old_pythons(
    python: str, allowed: bool, wheel: Path, names: list[str]
) -> None:
    from packaging.requirements import Requirement

    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        message = email.message_from_bytes(archive.read(metadata))
    requirements = [Requirement(line) for line in message.get_all("Requires-Dist") or ()]
    here = {"python_version": python, "python_full_version": python + ".1", "extra": ""}
    (qt,) = (
        found
        for found in requirements
        if found.name.lower().startswith("pyside6")
        and (not found.marker or found.marker.evaluate(here))
    )
    assert qt.specifier.contains("6.12.0") is allowed
    assert qt.specifier.contains("6.11.3")


def test_the_wheel_is_used_from_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "env"
    venv.create(place, with_pip=False, symlinks=os.name != "nt")
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install = subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--python", str(python)),
            # What is imported is compiled then: a tenth of it.
            *("install", "--no-deps", "--no-index", "--no-compile", "--quiet", str(wheel)),
        ],
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert install.returncode == 0, install.stderr
    assert (python.parent / "copydesk").exists()
    assert (python.parent / "copydesk-labels").exists()
    # The libraries are borrowed from here; a path file lists them behind the wheel's own folder.
    (packages,) = (
        place.glob("Lib/site-packages") if os.name == "nt" else place.glob("lib/*/site-packages")
    )
    own = {"purelib", "platlib"}
    borrowed = dict.fromkeys(sysconfig.get_path(name) for name in own)
    (packages / "borrowed.pth").write_text("\n".join(borrowed), encoding="utf-8")
    report = tmp_path / "report.html"
    run = subprocess.run(
        [str(python), "-I", "-c", USE, str(report)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert run.stdout == "used\n", run.stdout + run.stderr
    assert "<!doctype html>" in report.read_text(encoding="utf-8")
    script = subprocess.run(
        [str(python.parent / "copydesk-compare"), "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert script.stdout.startswith("Copydesk 0."), script.stderr


def test_the_sdist_has_all_that_the_wheel_and_the_tests_need(
    built: Path, names: list[str], tmp_path: Path
) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
        archive.extractall(tmp_path, filter="data")
    assert {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"} <= inside
    assert {"tests/conftest.py", ".ci/run", ".ci/requirements.lock"} <= inside
    assert {f"seeds/{name}" for name in files("seeds")} <= inside
    assert not [name for name in inside if name.startswith((".git/", ".venv", "dist/"))]
    (source,) = tmp_path.iterdir()
    run = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "again")],
        cwd=source,
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    (again,) = (tmp_path / "again").glob("*.whl")
    with zipfile.ZipFile(again) as archive_again:
        assert sorted(archive_again.namelist()) == sorted(names)
