"""What the command lines share: how arguments are read, and how a wrong one is said."""

from __future__ import annotations

import argparse
from typing import NoReturn


class BadInput(Exception):
    """Something given cannot be used; the message is one sentence."""


class Parser(argparse.ArgumentParser):
    """Raises :class:`BadInput` for a wrong argument instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one sentence, which may repeat what was given, whatever it is."""
        raise BadInput(f"{message}; see {self.prog} --help.")


def two_columns(text: str) -> tuple[str, str]:
    """Return the two names of columns in *text*, for an option.

    >>> two_columns("old, new")
    ('old', 'new')
    """
    names = [name.strip() for name in text.split(",")]
    if len(names) != 2 or not all(names):
        raise argparse.ArgumentTypeError("give two names of columns with a comma between")
    return names[0], names[1]
