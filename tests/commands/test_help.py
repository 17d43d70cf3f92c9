"""What the commands say about themselves: help, man pages, completion for shells."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gui.commands import parsers
from gui.commands.arguments import SHELLS, BadInput, Parser
from gui.commands.manual import main, manual_pages

ROOT = Path(__file__).resolve().parents[2]
PARSERS = parsers()


def options(parser: Parser) -> set[str]:
    own = {name for one in parser.described() for name in one.names}
    return own.union(*(options(command) for command in parser.commands.values()))


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.prog)
def test_help_ends_with_examples_and_exit_statuses(parser: Parser) -> None:
    said = parser.format_help()
    assert "\nexamples:\n  copydesk" in said
    for one in [parser, *parser.commands.values()]:
        text = one.format_help()
        assert all(f"  {number}    {what}\n" in text for number, what in one.statuses)
        assert one.statuses or one.commands


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.prog)
def test_every_example_is_understood(parser: Parser) -> None:
    assert parser.examples
    for line, _ in parser.examples:
        program, *arguments = line.split()
        assert program == parser.prog
        assert vars(parser.parse_args(arguments))


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.prog)
def test_every_option_is_explained_in_a_phrase_without_a_full_stop(parser: Parser) -> None:
    for one in [parser, *parser.commands.values()]:
        for argument in one.described():
            assert argument.help, argument
            assert not argument.help.endswith("."), argument
            assert argument.help[:1].islower(), argument


def test_a_parser_says_whether_an_argument_takes_a_value() -> None:
    parser = Parser(prog="try", usage="%(prog)s [options]")
    parser.add_argument("--kind", choices=("a", "b"), help="one of two, of %(prog)s")
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing")
    parser.add_argument("--secret", help=argparse.SUPPRESS)
    _, kind, quiet = parser.described()
    assert kind == (("--kind",), "a|b", "one of two, of try")
    assert quiet == (("-q", "--quiet"), "", "say nothing")
    assert parser.usage_lines() == ["try [options]"]


def test_a_man_page_for_each_command_names_all_of_its_options(tmp_path: Path) -> None:
    folder = tmp_path / "share" / "man1"
    assert main([str(folder)]) == 0
    assert {path.name for path in folder.iterdir()} == {f"{p.prog}.1" for p in PARSERS}
    for parser in PARSERS:
        page = (folder / f"{parser.prog}.1").read_text(encoding="utf-8")
        assert page == manual_pages()[f"{parser.prog}.1"]
        plain = page.replace("\\-", "-")
        assert options(parser) <= set(re.findall(r"\\fB(-[-\w]+)\\fR", plain))
        for heading in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "FILES", "EXAMPLES"):
            assert f".SH {heading}\n" in page
        for other in PARSERS:
            assert (f"\\fB{other.prog}\\fR(1)" in plain) is (other is not parser)


def test_no_line_of_a_man_page_is_a_command_by_accident() -> None:
    known = (".TH ", ".SH ", ".SS ", ".TP", ".PP", ".nf", ".fi")
    for page in manual_pages().values():
        for line in page.splitlines():
            assert line[:1] not in ("", "'")
            assert line[0] != "." or line.startswith(known), line
            assert re.sub(r"\\(-|e|&|f[BIR]|\(aq)", "", line).find("\\") == -1, line


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_groff_has_nothing_to_complain_of(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 0
    for path in tmp_path.iterdir():
        run = subprocess.run(
            ["groff", "-man", "-ww", "-Tutf8", str(path)], capture_output=True, timeout=60
        )
        assert (run.returncode, run.stderr) == (0, b"")


def test_man_pages_need_nothing_but_python() -> None:
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
         "from gui.commands.manual import manual_pages; print(len(manual_pages()))"],
        capture_output=True,
        text=True,
        timeout=60,
    )  # fmt: skip
    assert run.stdout == "4\n", run.stderr


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main([str(tmp_path / "file")]) == 2
    assert capsys.readouterr().err.endswith("name another.\n")


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.prog)
def test_completion_scripts_name_the_options(
    parser: Parser, shell: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parser.parse_args(["--print-completion", shell])
    assert ended.value.code == 0
    script = capfdbinary.readouterr().out.decode("utf-8")
    # fish and tcsh have forms of their own for long options; tcsh only gets the values of some.
    long = {"fish": "-l ", "tcsh": "n/--"}.get(shell, "--")
    assert f"{long}print-completion" in script.replace("'", "")
    if shell != "tcsh":
        for option in (name for name in options(parser) if name.startswith("--")):
            assert option.replace("--", long) in script.replace("'", ""), option


def test_a_shell_that_is_not_known_is_told() -> None:
    with pytest.raises(BadInput, match="invalid choice: 'sh'"):
        PARSERS[0].parse_args(["--print-completion", "sh"])


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("copydesk --wh", {"--whole-page"}),
        ("copydesk --theme da", {"dark"}),
        ("copydesk --labels mi", {"mine.csv"}),
        ("copydesk mi", {"mine.csv"}),
        ("copydesk-compare --format h", {"html"}),
        ("copydesk-compare mi", {"mine.csv"}),
        ("copydesk-labels re", {"restore", "repair"}),
        ("copydesk-labels export --format t", {"table"}),
        ("copydesk-labels check mi", {"mine.csv"}),
        ("copydesk-labels check --journals jo", {"journals"}),
    ],
)
def test_bash_completes(
    words: str,
    expected: set[str],
    tmp_path: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    (tmp_path / "mine.csv").write_text("", encoding="utf-8")
    (tmp_path / "journals").mkdir()
    (tmp_path / "jokes.txt").write_text("", encoding="utf-8")
    program, *rest = words.split(" ")
    parser = next(parser for parser in PARSERS if parser.prog == program)
    with pytest.raises(SystemExit):
        parser.parse_args(["--print-completion", "bash"])
    script = capfdbinary.readouterr().out.decode("utf-8")
    asked = (
        f'{script}\nCOMP_WORDS=({words}); COMP_CWORD={len(rest)}; COMP_LINE="{words}"; '
        f"COMP_POINT={len(words)}\n"
        f"made=$(complete -p {program}); made=${{made##*-F }}; ${{made% *}}\n"
        "printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    run = subprocess.run(
        ["bash", "-c", asked], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert {word.strip() for word in run.stdout.split()} == expected, run.stderr


def test_completion_costs_nothing_until_it_is_asked_for() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "import sys; from gui.commands import window, compare, labels\n"
         "for one in (window, compare, labels): one.make_parser().format_help()\n"
         "print('shtab' in sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )  # fmt: skip
    assert run.stdout == "False\n", run.stderr


@pytest.mark.parametrize("name", ["compare", "labels", "window"])
def test_the_module_of_a_command_runs_it(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", f"gui.commands.{name}", "--help"],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.lower().startswith("usage: copydesk")
