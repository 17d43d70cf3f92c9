"""The pages and files for whoever works on the program say what is so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from gui import __version__

ROOT = Path(__file__).resolve().parents[1]
CONTRIBUTING = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
WORKFLOW = (ROOT / ".github" / "workflows" / "checks.yml").read_text(encoding="utf-8")
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PAGES = [
    *(ROOT / ".github").rglob("*.md"),
    ROOT / "CHANGELOG.md",
    ROOT / "gui" / "README.md",
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_on_a_page_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    paths = re.findall(r"\b(?:gui|tests|resources|\.ci|\.github)(?:/[\w.-]+)+", text)
    for path in {path.rstrip(".") for path in paths}:
        assert (ROOT / path).exists(), path
    for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (page.parent / link).exists(), link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_lines_of_a_page_have_at_most_100_columns(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    free = ("|", "uv pip compile")  # a table, and a command that must stay on its line
    assert not [line for line in lines if len(line) > 100 and not line.startswith(free)]


@pytest.mark.parametrize(
    "name", ["packed_format", "text_format", "Label", "read_contents", "Options"]
)
def test_what_contributors_are_sent_to_is_there(name: str) -> None:
    assert f"`{name}`" in CONTRIBUTING
    defined = re.compile(rf"^(?:def|class) {name}\b", re.MULTILINE)
    assert any(defined.search(path.read_text("utf-8")) for path in (ROOT / "gui").rglob("*.py"))


def test_the_command_of_the_lock_is_the_one_that_made_it() -> None:
    made = (ROOT / ".ci" / "requirements.lock").read_text(encoding="utf-8").splitlines()[1]
    assert made.removeprefix("#").strip() in CONTRIBUTING


def test_the_workflow_takes_every_python_that_the_program_wants_to_run_on() -> None:
    found = [json.loads(f"[{line}]") for line in re.findall(r"python: \[(.*)\]", WORKFLOW)]
    assert len(found) == 2
    assert found[0] == found[1] == [f"3.{minor}" for minor in range(10, 15)]
    assert f'requires-python = ">={found[0][0]}"' in PROJECT
    assert "run: .ci/run" in WORKFLOW


def test_the_changelog_has_the_form_that_it_says_it_has() -> None:
    headings = re.findall(r"^## \[(.*?)\](?: - (.+))?$", CHANGELOG, re.MULTILINE)
    assert headings[0] == ("Unreleased", "")
    assert headings[1][0] == __version__
    versions = [tuple(map(int, version.split("."))) for version, _ in headings[1:]]
    assert versions == sorted(versions, reverse=True)
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert set(re.findall(r"^### (.+)$", CHANGELOG, re.MULTILINE)) <= kinds
