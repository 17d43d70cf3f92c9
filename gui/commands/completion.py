"""Completion for shells: a script that shtab makes out of the parser of a command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shtab

if TYPE_CHECKING:
    from .arguments import Parser


def completion(parser: Parser, shell: str) -> str:
    """Return the script that makes *shell* complete the options and files of *parser*."""
    for action in parser.file_arguments():
        folder = str(action.metavar).startswith("FOLDER")
        # shtab looks for this attribute, which argparse leaves alone.
        action.complete = shtab.DIRECTORY if folder else shtab.FILE  # type: ignore[attr-defined]
    return shtab.complete(parser, shell).rstrip() + "\n"
