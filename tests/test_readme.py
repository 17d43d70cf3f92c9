"""What the README says about commands, columns and keys is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gui import __version__
from gui.labels.label_values import COLUMNS

ROOT = Path(__file__).resolve().parents[1]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_two_commands_set_everything_up() -> None:
    commands = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
    assert len(commands) == 2
    assert commands[0].endswith("copydesk seeds")
    assert commands[1].endswith("python -m pytest")


def test_the_columns_of_the_label_file_in_their_order() -> None:
    table = README.split("| column | what |")[1].split("\n\n")[0]
    firsts = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert tuple(re.findall(r"`(\w+)`", " ".join(firsts))) == COLUMNS


def test_the_picture_and_the_pages_are_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert len(links) >= 4
    for link in links:
        assert (ROOT / link).is_file(), link


@pytest.mark.parametrize("name", ["copydesk-compare", "copydesk-find", "copydesk-labels"])
def test_the_options_named_are_those_of_the_programs(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from gui.commands import compare, find, labels

    mains = {"copydesk-compare": compare.main, "copydesk-find": find.main}
    main = mains.get(name, labels.main)
    asked = [["--help"]]
    if name == "copydesk-labels":
        asked = [
            [command, "--help"]
            for command in ("assign", "agree", "check", "export", "gold", "repair", "restore")
        ]
    for arguments in asked:
        with pytest.raises(SystemExit):
            main(arguments)
    known = capsys.readouterr().out
    lines = [line for line in README.splitlines() if line.startswith(name)]
    options = {option for line in lines for option in re.findall(r" (--?[a-z-]+)", line)}
    assert options
    assert all(option in known for option in options), options


def test_the_keys_are_those_of_the_window() -> None:
    from gui.widgets.controls.actions import action_table

    known = {key for entry in action_table() for key in entry.default_keys}
    table = README.split("## Keys")[1].split("All of them")[0]
    arrows = {"↓": "Down", "↑": "Up"}
    named = set()
    for key in re.findall(r"`([^`]+)`", table):
        key = key.replace("Ctrl ", "Ctrl+")
        for arrow, word in arrows.items():
            key = key.replace(arrow, word)
        named.add(key)
    assert len(named) > 20
    assert named - known == {"Esc"}


def test_the_wheels_that_are_installed_are_of_this_version() -> None:
    named = re.findall(r"copydesk-([\d.]+)-py3", README)
    assert named
    assert set(named) == {__version__}


def test_the_ways_to_open_something_are_those_of_the_help() -> None:
    from gui.commands.window import make_parser

    named = re.findall(r"^copydesk ([A-Z ]*[A-Z])(?:\.csv)? +#", README, re.MULTILINE)
    told = [line.partition("[options]")[2].strip() for line in make_parser().usage_lines()]
    assert sorted({*named} - {"URL URL"}) == sorted({*told} - {""})


def test_the_changelog_begins_with_this_version() -> None:
    headings = re.findall(r"^## \[(.*?)\] - (.+)$", CHANGELOG, re.MULTILINE)
    assert headings[0][0] == __version__
    assert all(re.fullmatch(r"not released yet|\d{4}-\d\d-\d\d", date) for _, date in headings)
