"""How the program starts itself again, for a part of its work in a process of its own.

Installed, that is the interpreter, told where to find the program. In a bundle (PyInstaller)
there is no interpreter to call: the bundle itself is started, and its first argument says that it
is to do a part of the work instead of opening a window. This module imports no Qt.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

_PART = "--part-of-copydesk"
# The search path is handed over and the current folder left out of it: a reviewer's folder may
# hold a regex.py. -I keeps the environment from adding to it again.
_START = (
    "import importlib, sys; sys.path[:] = {path!r}; "
    "importlib.import_module({module!r}).main(*{numbers!r})"
)


def is_bundle() -> bool:
    """Return whether the program runs from a bundle, without an interpreter that can be called."""
    return bool(getattr(sys, "frozen", False))


def command_for(module: str, *numbers: int) -> list[str]:
    """Return the command that calls ``main(*numbers)`` of *module* in a process of its own.

    *module* is the full name of a module of this program.
    """
    if is_bundle():
        name = module.removeprefix(f"{__package__}.")
        return [sys.executable, _PART, name, *map(str, numbers)]
    path = [str(Path(__file__).resolve().parents[1]), *filter(None, sys.path)]
    code = _START.format(path=path, module=module, numbers=numbers)
    return [sys.executable, "-I", "-c", code]


def does_a_part(arguments: Sequence[str]) -> bool:
    """Do the part of the work that *arguments* ask for; False where they ask for none.

    The entry of a bundle calls this before anything else, with the arguments behind the
    program's name. Only modules of this program are run.
    """
    if not is_bundle() or len(arguments) < 2 or arguments[0] != _PART:
        return False
    import_module(f".{arguments[1]}", __package__).main(*map(int, arguments[2:]))
    return True
