"""What a comparison depends on besides its texts and options: the rules and the model's files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from .. import __version__
from ..resources import resource_path

_RULES = ("compare", "documents", "lexicon")  # the rooms whose code decides a result


@cache
def comparison_version(*rooms: str) -> str:
    """Return a text that changes whenever comparisons may come out differently.

    It is a hash of the program's version, the files of the model and, in a checkout, the code that
    reads and compares, so that nobody has to remember to change a number. What is made of
    comparisons depends on the code of further *rooms* too: ``comparison_version("reports")``. The
    versions of libraries do not count.
    """
    found = sha256(__version__.encode())
    for path in _files((*_RULES, *rooms)):
        found.update(f"\0{path.name}\0".encode())
        found.update(path.read_bytes())
    return found.hexdigest()[:16]  # enough hexadecimal digits to tell any two versions apart


def _files(rooms: tuple[str, ...]) -> Iterator[Path]:
    """Yield the files that decide; a bundle has no code to look at, but a version of its own."""
    yield from sorted(path for path in resource_path("model").iterdir() if path.is_file())
    package = Path(__file__).parents[1]
    for room in rooms:
        yield from sorted((package / room).rglob("*.py"))
