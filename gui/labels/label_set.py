"""Labels and sets of them: the default one, and what a list may name instead.

A row of a label file holds a label's name and nothing else. Whatever a person needs to choose it -
key, colour, description, place in the row of buttons - belongs to the set, which is passed down
from where the list is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

ORIGINAL, COPY, UNRELATED, UNUSABLE = "original", "copy", "unrelated", "unusable"

COLOURS = (
    *("accent", "substitution", "missing", "added", "moved", "look-alike"),
    *("muted", "error", "warning", "ok"),
)
"""The roles of a theme that a label may be drawn in."""


class Label(NamedTuple):
    """What a candidate can be, seen from the reference.

    ``name`` is what label files contain. ``keys`` are one or two single characters, ``colour`` is
    one of COLOURS, ``description`` says when to choose the label; labels are sorted by ``order``.
    """

    name: str
    keys: tuple[str, ...] = ()
    colour: str = "accent"
    description: str = ""
    order: float = 0.0


DEFAULT_SEED = 1


class Blinding(NamedTuple):
    """What is hidden from a blind reader: names always, similarity ``figures`` if asked for.

    The order of the pairs and their sides are drawn from ``seed``.
    """

    figures: bool = False
    seed: int = DEFAULT_SEED


@dataclass(frozen=True)
class LabelSet:
    """The labels that can be given, in their order; ``unusable`` is always among them.

    ``source`` is the name of their file, empty for the default ones. ``blind`` is how that file
    wants the pairs to be read, None if it says nothing. Raises ValueError if ``unusable`` is
    missing, or if two names are the same but for case.
    """

    labels: tuple[Label, ...]
    source: str = ""
    blind: Blinding | None = None

    def __post_init__(self) -> None:
        if len(self._by_name) != len(self.labels) or UNUSABLE not in self._by_name:
            raise ValueError(f"no set of labels: {[label.name for label in self.labels]}")

    @cached_property
    def _by_name(self) -> MappingProxyType[str, Label]:
        return MappingProxyType({label.name.casefold(): label for label in self.labels})

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the arguments that the set was made of."""
        return LabelSet, (self.labels, self.source, self.blind)

    def __iter__(self) -> Iterator[Label]:
        return iter(self.labels)

    def __contains__(self, name: str) -> bool:
        return self.find(name) is not None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the labels, in their order."""
        return tuple(label.name for label in self.labels)

    def find(self, name: str | None) -> Label | None:
        """Return the label with this *name*, in any case; None if there is none."""
        return None if name is None else self._by_name.get(name.casefold())

    def name_of(self, found: str | None) -> str | None:
        """Return the set's spelling of the label *found* in a row; unknown labels stay as they are.

        >>> DEFAULT_LABELS.name_of("COPY"), DEFAULT_LABELS.name_of("Rumour")
        ('copy', 'Rumour')
        """
        known = self.find(found)
        return found if known is None else known.name


DEFAULT_LABELS = LabelSet(
    (
        Label(ORIGINAL, ("1", "O"), order=10),
        Label(COPY, ("2", "C"), order=20),
        Label(UNRELATED, ("3", "U"), order=30),
        Label(UNUSABLE, ("0", "X"), "muted", order=90),
    )
)
"""The labels of every list that names no others. A window has descriptions in its language."""


def label_of(text: str) -> str | None:
    """Return the label that *text*, a cell of a label file, names; None for an empty one.

    The default labels are recognized in any case; others stay as they are.

    >>> label_of(" Copy "), label_of("Rumour "), label_of(" ")
    ('copy', 'Rumour', None)
    """
    known = _DEFAULT.get(text)
    if known is None:
        bare = text.strip()
        known = _DEFAULT.get(bare.lower(), bare)
    return known or None


_DEFAULT = MappingProxyType({name: name for name in DEFAULT_LABELS.names})
