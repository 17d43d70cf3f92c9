"""What the tortures have in common: arguments, a bound in time, exit status, needed programs."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Callable, Sequence

from tests.torture.broken import BROKEN

HELD, FAILED, MISSING = 0, 1, 3
"""Exit status; argparse takes 2 for wrong use."""

_PACKAGES = {"strace": "strace", "Xvfb": "xvfb", "xdotool": "xdotool"}


class MissingError(Exception):
    """Something that is needed is not on this machine; the message is one sentence."""


def need(*programs: str) -> None:
    """Raise :class:`MissingError` where one of *programs* cannot be found."""
    missing = [name for name in programs if shutil.which(name) is None]
    if missing:
        packages = " ".join(_PACKAGES.get(name, name) for name in missing)
        raise MissingError(
            f"{' and '.join(missing)} cannot be found; install the package "
            f"(Debian and Ubuntu: apt install {packages})."
        )


class Deadline:
    """The end of the time that a torture may take."""

    def __init__(self, minutes: float) -> None:
        self._end = time.monotonic() + 60 * minutes

    def over(self) -> bool:
        """Whether no more should be begun."""
        return time.monotonic() >= self._end


def arguments_for(name: str, doc: str | None, minutes: float) -> argparse.ArgumentParser:
    """Return the parser with what every torture understands."""
    parser = argparse.ArgumentParser(
        prog=f"python -m tests.torture.{name}", description=(doc or "").split("\n\n")[0]
    )
    parser.add_argument("--minutes", type=float, default=minutes, help="(default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with (default: 1)")
    parser.add_argument("--offscreen", action="store_true", help="without an X server")
    parser.add_argument(
        "--broken", choices=BROKEN, help="break the program on purpose: the torture must fail"
    )
    return parser


def for_ears(arguments: argparse.Namespace) -> list[str]:
    """Return what of *arguments* the ears of a window must know."""
    return ["--broken", arguments.broken] if arguments.broken else []


def run(name: str, work: Callable[[Sequence[str]], int]) -> None:
    """End the process with what *work* returns, or say what is missing."""
    try:
        status = work(sys.argv[1:])
    except MissingError as error:
        print(f"{name}: left out, because {error}", file=sys.stderr)
        status = MISSING
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


def counted(number: int, noun: str) -> str:
    """Return *number* with *noun*, in the plural where need be."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
