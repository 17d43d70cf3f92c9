"""Python's garbage collector, paused while very many values are made that stay.

It imports nothing of the program, so every layer may use it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the search for cycles, and resume it afterwards if it was on.

    Hundreds of thousands of new values set off collections that find nothing, each of which
    holds up all threads. Of the time to open 50,000 labels that was a fifth; a comparison of
    long texts makes a million values and no cycles.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
