"""An index of very many texts, such as the ids of a list, to their places.

One dictionary of a million texts is resized at once, which blocks all threads, and so the window,
for some sixty milliseconds. Here there are many small ones.
"""

from __future__ import annotations

from collections.abc import Iterable

_PARTS = 256
_SHIFT = 20  # a dictionary goes by the lowest bits of the hash; those of one part shall differ


class TextIndex:
    """The first place of each of many texts.

    >>> index = TextIndex(["a", "b", "a"])
    >>> index.get("a"), index.get("c"), "b" in index
    (0, None, True)
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._parts: list[dict[str, int]] = [{} for _ in range(_PARTS)]
        parts = self._parts
        for place, text in enumerate(texts):  # not by add: a million calls take a quarter longer
            parts[hash(text) >> _SHIFT & _PARTS - 1].setdefault(text, place)

    def add(self, text: str, place: int) -> None:
        """Note that *text* is at *place*, unless it is known from before."""
        self._parts[hash(text) >> _SHIFT & _PARTS - 1].setdefault(text, place)

    def get(self, text: str) -> int | None:
        """Return the first place of *text*; None where it has none."""
        return self._parts[hash(text) >> _SHIFT & _PARTS - 1].get(text)

    def __contains__(self, text: str) -> bool:
        return text in self._parts[hash(text) >> _SHIFT & _PARTS - 1]
