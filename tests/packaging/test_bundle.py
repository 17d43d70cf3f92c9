"""The bundles that .ci/packaging/build.py makes, where nothing else can help them.

Run by ``COPYDESK_BUNDLE=dist python -m pytest tests/packaging/test_bundle.py`` after a build.
"""

from __future__ import annotations

import ast
import importlib
import json
import os
import runpy
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

from tests.documents.builders import docx, odt, pdf, word_paragraphs

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / ".ci" / "packaging"
PLACE = os.environ.get("COPYDESK_BUNDLE", "")
EXE = ".exe" if sys.platform == "win32" else ""
built = pytest.mark.skipif(not PLACE, reason="COPYDESK_BUNDLE does not name a folder of bundles")

TEXTS = ("The ferry came back to the {} on Monday.", "The council had paid for a new engine.")
RTF = "{\\rtf1\\ansi %s}"
PAGE = "<!doctype html><title>Ferry</title><nav>Menu</nav><article>{}</article>"


@pytest.mark.parametrize("name", ["build.py", "bundle.py", "copydesk.spec", "man_pages.py"])
def test_what_a_build_takes_from_the_program_is_there(name: str) -> None:
    tree = ast.parse((PACKAGING / name).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("gui."):
            module = importlib.import_module(node.module)
            assert [own.name for own in node.names if not hasattr(module, own.name)] == []


def documents(word: str) -> dict[str, bytes]:
    """Return one article in each format."""
    texts = [text.format(word) for text in TEXTS]
    lines = [(72.0, 700.0 - 30 * n, 12.0, text) for n, text in enumerate(texts)]
    paragraphs = "".join(f"<p>{text}</p>" for text in texts)
    return {
        "text": "\n\n".join(texts).encode(),
        "markdown": ("# Ferry\n\n" + "\n\n".join(f"**{text}**" for text in texts)).encode(),
        "html": PAGE.format(paragraphs).encode(),
        "docx": docx(word_paragraphs(texts)),
        "odt": odt("".join(f"<text:p>{text}</text:p>" for text in texts)),
        "rtf": (RTF % "\\par ".join(texts)).encode(),
        "pdf": pdf([lines]),
    }


def alone(tmp_path: Path) -> dict[str, str]:
    """Return an environment without a path; Windows does not start programs without its own."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    home = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    return {**kept, **home, "PATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}


@built
@pytest.mark.parametrize("format", list(documents("")))
def test_it_reads_every_format(format: str, tmp_path: Path) -> None:
    places = []
    for word in ("harbour", "port"):
        place = tmp_path / f"{word}{'.md' if format == 'markdown' else ''}"
        place.write_bytes(documents(word)[format])
        places.append(str(place))
    found = compared(places, tmp_path)
    assert found["reference"]["format"] == format
    assert ledger_of(found) == [("harbour", "port")]


@built
def test_it_knows_where_chinese_words_begin(tmp_path: Path) -> None:
    places = []
    for name, words in (("a", ("预算", "足够")), ("b", ("资金", "充足"))):
        place = tmp_path / f"{name}.txt"
        place.write_text("他认为{}{}。".format(*words), encoding="utf-8")
        places.append(str(place))
    assert len(ledger_of(compared(places, tmp_path))) == 2


def compared(places: list[str], home: Path) -> dict[str, Any]:
    """Return what the bundle's command says of two documents."""
    run = subprocess.run(
        [Path(PLACE, "copydesk", f"copydesk-compare{EXE}").absolute(), "--format=json", *places],
        env=alone(home),
        cwd=home,
        capture_output=True,
        timeout=100,
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def ledger_of(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [(entry["reference"], entry["candidate"]) for entry in found["ledger"]]


def windows() -> list[Path]:
    single = Path(PLACE).glob("copydesk-*-linux-*")
    return [Path(PLACE, "copydesk", "copydesk"), *single]


@built
@pytest.mark.skipif(sys.platform != "linux", reason="a window is ended by a signal")
def test_its_windows_open_and_close(tmp_path: Path) -> None:
    assert len(windows()) == 2
    for number, place in enumerate(windows()):
        home = tmp_path / str(number)
        home.mkdir()
        with subprocess.Popen(
            [place.absolute(), str(ROOT / "seeds"), "--labels", str(home / "labels.csv")],
            env=alone(home),
            cwd=home,
            stderr=subprocess.PIPE,
        ) as window:
            try:
                log = home / ".local" / "state" / "copydesk" / "crash.log"
                late = time.monotonic() + 60
                while not log.exists() and window.poll() is None and time.monotonic() < late:
                    time.sleep(0.1)
                time.sleep(1)  # the window is about to be shown
                assert window.poll() is None
                window.send_signal(signal.SIGTERM)
                assert window.wait(30) == 0
            finally:
                window.kill()
            assert window.stderr is not None
            assert window.stderr.read() == b""


@built
def test_it_finds_pairs(tmp_path: Path) -> None:
    text = " ".join(
        f"On day {day} the ferry {ship} brought {day * 7} crates of {load} to the harbour."
        for day in range(1, 8)
        for ship, load in (("Osprey", "apples"), ("Petrel", "salt"), ("Gannet", "slate"))
    )
    (tmp_path / "articles").mkdir()
    for name, said in (("one", text), ("two", text.replace("crates", "boxes"))):
        (tmp_path / "articles" / f"{name}.txt").write_text(said, encoding="utf-8")
    program = Path(PLACE, "copydesk", f"copydesk-find{EXE}").absolute()
    run = subprocess.run(
        [program, "articles", "-o", "pairs.csv"],
        env=alone(tmp_path),
        cwd=tmp_path,
        capture_output=True,
        timeout=100,
    )
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "pairs.csv").read_text(encoding="utf-8").count("\n") == 2


def test_every_command_is_in_a_bundle() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    commands = {*project["scripts"], *project["gui-scripts"]}
    spec = (PACKAGING / "copydesk.spec").read_text(encoding="utf-8")
    assert {name for name in commands if f'program("{name}"' in spec} == commands
    bundle = runpy.run_path(str(PACKAGING / "bundle.py"))
    assert {*project["gui-scripts"], *bundle["COMMANDS"]} == commands


def test_what_goes_into_a_bundle_has_the_tested_versions() -> None:
    build = runpy.run_path(str(PACKAGING / "build.py"))
    pins = build["tested_versions"](
        "# how it was made\none==1.2 \\\n    --hash=sha256:00 \\\n    --hash=sha256:11\n"
        "    # via two\n"
        "two-three==2026.1rc1 ; python_full_version < '3.12' \\\n    --hash=sha256:2\n"
    )
    assert pins == "one==1.2\ntwo-three==2026.1rc1 ; python_full_version < '3.12'\n"
    lock = (ROOT / ".ci" / "requirements.lock").read_text(encoding="utf-8")
    real = build["tested_versions"](lock)
    pinned = [line for line in lock.splitlines() if "==" in line and line[0] not in "# "]
    assert real.count("\n") == len(pinned) > 30


def test_programs_that_a_bundle_opens_get_their_own_libraries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bundle = runpy.run_path(str(PACKAGING / "bundle.py"))
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle/_internal")
    bundle["give_others_their_libraries"]()
    assert "LD_LIBRARY_PATH" not in os.environ
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/mine")
    bundle["give_others_their_libraries"]()
    assert os.environ["LD_LIBRARY_PATH"] == "/mine"


@pytest.mark.parametrize(
    ("name", "does"),
    [
        ("copydesk", "window"),
        ("copydesk-compare", "compare"),
        ("copydesk-labels.exe", "labels"),
        ("copydesk-find", "find"),
        ("copydesk-0.1.0-linux-x86_64", "window"),
    ],
)
def test_a_bundle_does_what_its_name_says(
    name: str, does: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in ("compare", "labels", "find"):
        monkeypatch.setattr(f"gui.commands.copydesk_{command}", lambda said=command: said)
    monkeypatch.setattr("gui.commands.copydesk", lambda: "window")
    monkeypatch.setattr(sys, "executable", f"/opt/{name}")
    bundle = runpy.run_path(str(PACKAGING / "bundle.py"))
    assert bundle["main"]() == does
