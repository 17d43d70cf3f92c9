"""Giving a comparison up: long loops ask every few milliseconds whether they should go on.

The question belongs to a scope, ``cancellable``, as in trio or .NET, so that no function has to
pass it on. Each thread and each task has scopes of its own. Outside of them all goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import chain, islice
from typing import TypeVar

T = TypeVar("T")


class Cancelled(Exception):
    """The comparison was given up because its caller asked for it."""


# Outside of all scopes nobody asks for it: bool() is False.
_CANCELLED: ContextVar[Callable[[], bool]] = ContextVar("cancelled", default=bool)


@contextmanager
def cancellable(cancelled: Callable[[], bool] | None) -> Iterator[None]:
    """Let ``check`` ask *cancelled* inside the ``with`` block; None asks nobody.

    >>> with cancellable(lambda: True):
    ...     check()
    Traceback (most recent call last):
    ...
    gui.compare.cancellation.Cancelled
    """
    before = _CANCELLED.set(cancelled or bool)
    try:
        yield
    finally:
        _CANCELLED.reset(before)


def check() -> None:
    """Raise Cancelled if the caller of the comparison no longer wants it."""
    if _CANCELLED.get()():
        raise Cancelled


def checked(items: Iterable[T], every: int = 512) -> Iterator[T]:
    """Yield *items*, calling ``check`` before each *every*-th one.

    It sets how soon a comparison is given up, and no result depends on it.
    """
    if isinstance(items, (list, tuple)) and len(items) <= every:
        if items:
            check()
        return iter(items)
    return chain.from_iterable(_asking_between(iter(items), every))


def _asking_between(items: Iterator[T], every: int) -> Iterator[Iterable[T]]:
    """Yield *items* in groups of *every*: a generator for each would take as long as most loops."""
    for item in items:
        check()
        yield (item,)
        yield islice(items, every - 1)
