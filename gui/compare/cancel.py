"""Giving a comparison up: long loops ask every few milliseconds whether they should go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

Check = Callable[[], None]
T = TypeVar("T")
_PIECE = 16_384  # items; what one call into C does with them takes a few milliseconds


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


def pieces(items: Sequence[T], check: Check) -> Iterator[Sequence[T]]:
    """Yield *items* in stretches short enough for one call into C, asking before each."""
    for start in range(0, len(items), _PIECE):
        check()
        yield items[start : start + _PIECE]
