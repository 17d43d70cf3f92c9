"""``python -m gui.commands.manual FOLDER``: write the man pages of all commands into a folder.

They are made from the parsers, so that a page always agrees with ``--help``. This needs nothing but
Python, because wheels are built without the libraries.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from .. import __version__
from . import parsers
from .arguments import BadInput, Described, Parser
from .output import Output, OutputError, say

_PROGRAM = "python -m gui.commands.manual"
_SUMMARIES: Mapping[str, str] = MappingProxyType(
    {
        "copydesk": "read two articles side by side and label the pair",
        "copydesk-compare": "compare two documents, or every pair of a list",
        "copydesk-labels": "check and mend label files, share out pairs, measure agreement",
        "copydesk-find": "find the pairs worth reading among loose articles",
    }
)
_FILES = (
    ("labels.csv", "the labels, beside the pair list unless --labels names another file"),
    (
        "$XDG_STATE_HOME/copydesk/journals",
        "the recovery journals, one for each label file (~/.local/state unless set)",
    ),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status: 0, or 2 with a sentence that says why."""
    try:
        parser = Parser(prog=_PROGRAM, description="Write the man pages of all commands.")
        parser.add_argument("folder", metavar="FOLDER", type=Path, help="where the pages go")
        folder: Path = parser.parse_args(argv).folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadInput(f"{folder} is not a folder ({error.strerror}); name another.") from None
        for name, text in manual_pages().items():
            with Output(str(folder / name)) as output:
                output.write(text)
    except (BadInput, OutputError) as error:
        say(_PROGRAM, str(error))
        return 2
    return 0


def manual_pages() -> dict[str, str]:
    """Return the man pages by file name, such as ``copydesk.1``."""
    made = parsers()
    names = [parser.prog for parser in made]
    return {f"{parser.prog}.1": _page(parser, names) for parser in made}


def _page(parser: Parser, names: Sequence[str]) -> str:
    summary = _SUMMARIES[parser.prog]
    title = f'"{parser.prog.upper()}" "1" "" "Copydesk {__version__}" "User Commands"'
    lines = [f".TH {title}", ".SH NAME", f"{_roff(parser.prog)} \\- {_roff(summary)}"]
    lines += [".SH SYNOPSIS", ".nf", *map(_usage, parser.usage_lines()), ".fi"]
    lines += [".SH DESCRIPTION", _roff(parser.description or "")]
    if parser.epilog:
        lines += [".PP", _roff(parser.epilog)]
    lines += [".SH OPTIONS", *_arguments(parser.described())]
    if parser.commands:
        lines.append(".SH COMMANDS")
    for name, command in parser.commands.items():
        lines += [f".SS {_roff(name)}", _roff(command.description or "")]
        lines += [*_arguments(command.described()), *_statuses(command, ".PP\nExit status:")]
    lines += _statuses(parser, ".SH EXIT STATUS")
    lines += [".SH FILES", *_tagged((_roff(path), what) for path, what in _FILES)]
    if parser.examples:
        examples = ((_roff(line), what) for line, what in parser.examples)
        lines += [".SH EXAMPLES", *_tagged(examples)]
    others = ", ".join(f"\\fB{_roff(name)}\\fR(1)" for name in names if name != parser.prog)
    lines += [".SH SEE ALSO", others]
    return "\n".join(lines) + "\n"


def _usage(line: str) -> str:
    program, _, rest = line.partition(" [")
    return f"\\fB{_roff(program)}\\fR {_roff('[' + rest)}" if rest else f"\\fB{_roff(line)}\\fR"


def _arguments(described: Sequence[Described]) -> list[str]:
    return _tagged((_heading(one), one.help) for one in described)


def _heading(one: Described) -> str:
    value = f"\\fI{_roff(one.value)}\\fR" if one.value else ""
    if not one.names:
        return value
    return ", ".join(f"\\fB{_roff(name)}\\fR {value}".rstrip() for name in one.names)


def _statuses(parser: Parser, heading: str) -> list[str]:
    if not parser.statuses:
        return []
    return [heading, *_tagged((str(number), what) for number, what in parser.statuses)]


def _tagged(entries: Iterable[tuple[str, str]]) -> list[str]:
    """Return a list of terms, which are roff already, and their meanings, which are text."""
    return [line for term, text in entries for line in (".TP", term, _roff(text))]


def _roff(text: str) -> str:
    r"""Return *text* on one line, with everything escaped that roff would interpret.

    >>> print(_roff(".idx - a 'C:\\' disk's file"))
    \&.idx \- a \(aqC:\e\(aq disk\(aqs file
    """
    text = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{text}" if text.startswith(".") else text


if __name__ == "__main__":
    sys.exit(main())
