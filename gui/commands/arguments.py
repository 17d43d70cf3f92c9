"""Shared by the command lines: parsing, help, shell completion, and errors of arguments."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from .. import __version__

_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?) ?%")
_MOST_JOBS = 256
SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")


class BadInput(Exception):
    """An input cannot be used; the message is one sentence."""


class Described(NamedTuple):
    """An argument as the help shows it."""

    names: tuple[str, ...]  # () for a positional argument
    value: str  # what stands behind the name; "" where there is nothing
    help: str


class Parser(argparse.ArgumentParser):
    """A parser whose help also gives examples and the meanings of the exit status.

    It raises :class:`BadInput` for a wrong argument instead of ending the program.
    """

    def __init__(
        self,
        *arguments: Any,
        examples: Sequence[tuple[str, str]] = (),
        statuses: Sequence[tuple[int, str]] = (),
        **others: Any,
    ) -> None:
        """*examples* are command lines and what they do; *statuses* explain the exit status."""
        others["add_help"] = False  # with words of our own, below
        super().__init__(*arguments, **others)
        self.examples = tuple(examples)
        self.statuses = tuple(statuses)
        self.commands: dict[str, Parser] = {}
        self.add_argument("-h", "--help", action="help", help="show this help and exit")

    def add_program_options(self) -> None:
        """Add the options of every command: version, and shell completion."""
        self.add_argument(
            "--version",
            action="version",
            version=f"Copydesk {__version__}",
            help="show the version and exit",
        )
        self.add_argument(
            "--print-completion",
            action=_PrintCompletion,
            choices=SHELLS,
            metavar="SHELL",
            help=f"print a completion script for {', '.join(SHELLS[:-1])} or {SHELLS[-1]} and exit",
        )

    def add_paths(self, or_else: str = "") -> None:
        """Add the two documents, or the pair list, that the command works on.

        *or_else* ends the help, with what else the command takes.
        """
        self.add_argument(
            "paths",
            nargs="*",
            metavar="PATH",
            type=given_path,
            help="two documents, each a file, FILE#ID for an article in a file with many, or the "
            "address of a web page; or a pair list: a CSV file with a header, a file of JSON "
            f"lines, or a folder of pairs{or_else}",
        )

    def add_allow_local(self) -> None:
        """Add the option that allows web pages from this machine and its network."""
        self.add_argument(
            "--allow-local",
            action="store_true",
            help="fetch web pages also from addresses of this machine and its network, which are "
            "refused otherwise",
        )

    def add_columns(self, *, only_for: str = "") -> None:
        """Add the option that names the list's columns; *only_for* begins its help."""
        self.add_argument(
            "--columns",
            metavar="NAME,NAME",
            type=_two_columns,
            help=f"{only_for}the columns of the pair list that hold the reference and the "
            "candidate, as paths or texts; put a name that has a comma in double quotation marks",
        )

    def add_labels_set(self, where: str) -> None:
        """Add the option that names a file with labels; *where* describes the default."""
        from ..labels import DEFAULT_LABELS

        *first, last = DEFAULT_LABELS.names
        self.add_argument(
            "--labels-set",
            metavar="FILE",
            help="take the labels that the TOML file FILE defines (default: the file copydesk.toml "
            f"{where}; where there is none, the labels {', '.join(first)} and {last})",
        )

    def add_journals(self) -> None:
        """Add the option that names the folder of the journals."""
        self.add_argument(
            "--journals",
            metavar="FOLDER",
            type=Path,
            help="the folder of the recovery journals (default: the user's own)",
        )

    def add_encoding(self) -> None:
        """Add the option that names the encoding of all documents; an unknown one is refused."""
        self.add_argument(
            "--encoding",
            metavar="NAME",
            type=_encoding,
            help="read all text in this encoding instead of detecting it, for example cp1252",
        )

    def add_engine(self) -> None:
        """Add the options that choose the machines for the work; see ``check_engine``."""
        self.add_argument(
            "--engine",
            choices=("local", "spark"),
            default="local",
            help="work in processes on this machine, or on Apache Spark, which requires the "
            "extra spark and Java 17 or newer (default: local)",
        )
        self.add_argument(
            "--master",
            metavar="URL",
            type=given_path,
            help="with Spark: the cluster, such as spark://HOST:7077, yarn or k8s://https://HOST "
            "(default: this machine, with as many threads as --jobs says)",
        )

    def error(self, message: str) -> NoReturn:
        """Raise BadInput with one sentence, which may repeat any input safely."""
        raise BadInput(f"{message}; see {self.prog} --help.")

    def format_help(self) -> str:
        """Return the help, with examples and exit statuses at the end."""
        parts = [super().format_help()]
        if self.examples:
            lines = [f"  {line}\n      {what}\n" for line, what in self.examples]
            parts.append("examples:\n" + "".join(lines))
        if self.statuses:
            lines = [f"  {number:<4} {what}\n" for number, what in self.statuses]
            parts.append("exit status:\n" + "".join(lines))
        return "\n".join(parts)

    def usage_lines(self) -> list[str]:
        """Return the ways to call the program, each on one line of any length."""
        formatter = argparse.HelpFormatter(self.prog, width=10_000)
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups, prefix="")
        return [line.strip() for line in formatter.format_help().splitlines() if line.strip()]

    def described(self) -> list[Described]:
        """Return the arguments in the order of the help, without subcommands."""
        found = []
        for action in self._actions:
            if action.help in (None, argparse.SUPPRESS) or isinstance(action.choices, dict):
                continue
            formatter = self._get_formatter()
            value = ""
            if action.nargs != 0:
                choices = "|".join(map(str, action.choices or ()))
                value = str(action.metavar or choices or action.dest.upper())
            text = formatter._expand_help(action)
            found.append(Described(tuple(action.option_strings), value, text))
        return found

    def file_arguments(self) -> list[argparse.Action]:
        """Return the arguments that take a path, including those of subcommands."""
        words = ("FILE", "FOLDER", "PATH", "PAIRS")
        own = [action for action in self._actions if str(action.metavar).startswith(words)]
        return own + [action for one in self.commands.values() for action in one.file_arguments()]


def check_engine(arguments: argparse.Namespace) -> None:
    """Raise BadInput if the options for Spark do not go together."""
    if arguments.master and arguments.engine != "spark":
        raise BadInput("--master is for Apache Spark; add --engine spark, or leave it out.")
    if arguments.master and arguments.jobs:
        raise BadInput("--jobs is for this machine; leave it out, or leave out --master.")


class _PrintCompletion(argparse.Action):
    """Prints the completion script of the whole command line and ends the program."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> NoReturn:
        from .output import Output

        assert isinstance(parser, Parser)
        with Output(None) as output:
            output.write(completion(parser, str(values)))
        parser.exit()


def completion(parser: Parser, shell: str) -> str:
    """Return the script with which *shell* completes the options and files of *parser*."""
    import shtab  # only for those who ask

    for action in parser.file_arguments():
        folder = str(action.metavar).startswith("FOLDER")
        # shtab looks for this attribute, which argparse leaves alone.
        action.complete = shtab.DIRECTORY if folder else shtab.FILE  # type: ignore[attr-defined]
    return shtab.complete(parser, shell).rstrip() + "\n"


def number_of_jobs(text: str) -> int:
    """Return the number of processes in *text*, for an option."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"give a whole number from 1 to {_MOST_JOBS}")
    return int(text)


def _two_columns(text: str) -> tuple[str, str]:
    """Return the two names of columns in *text*, for an option.

    >>> _two_columns("old, new")
    ('old', 'new')
    >>> _two_columns('"first, as found","second, as found"')
    ('first, as found', 'second, as found')
    """
    from ..labels.file.csv_records import values  # few name columns

    names = [name.strip() for name in values(text, ",")]
    if len(names) != 2 or not all(names):
        raise argparse.ArgumentTypeError("give two names of columns with a comma between")
    return names[0], names[1]


def given_path(text: str) -> str:
    """Return *text*, which must not be empty, because that would mean the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("an empty path names nothing")
    return text


def share(text: str) -> float:
    """Return the share in *text*, a percentage or a fraction.

    >>> share("20%"), share("0.2")
    (0.2, 0.2)
    """
    percent = _PERCENT.fullmatch(text.strip())
    try:
        found = float(percent[1]) / 100 if percent else float(text)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise argparse.ArgumentTypeError("give a share such as 20% or 0.2")
    return found


def _encoding(name: str) -> str:
    from ..documents import DocumentError  # few have an encoding to name
    from ..documents.text.known_encodings import known_encoding

    try:
        known_encoding(name)
    except DocumentError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return name
