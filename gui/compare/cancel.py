"""Giving a comparison up: long loops ask every few milliseconds whether they should go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Check = Callable[[], None]
T = TypeVar("T")


class Cancelled(Exception):
    """The comparison was given up because its caller asked for it."""


def no_check() -> None:
    """Go on, always."""


def checked(items: Iterable[T], check: Check, every: int = 512) -> Iterator[T]:
    """Yield *items*, calling *check* before each *every*-th one."""
    for n, item in enumerate(items):
        if not n % every:
            check()
        yield item
