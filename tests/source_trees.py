"""The sources of the program and of its tests, parsed for tests of what is written there."""

from __future__ import annotations

import ast
import gc
from functools import cache
from pathlib import Path


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the parsed module at *path*, which several tests look at.

    The hundred thousands of parts that trees have stay. If Python searched them for garbage while
    they grow, parsing would take six times as long.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        return ast.parse(path.read_text(encoding="utf-8"))
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Return all parts of the module at *path*, as ``ast.walk`` does."""
    return tuple(ast.walk(tree_of(path)))
