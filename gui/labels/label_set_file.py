"""Reads the labels that a TOML file beside a list names, and says what is wrong with it.

The file may also say that the pairs are to be read blind.

A faulty file is refused as a whole: labels other than those the list asks for would waste the
annotators' work. The values themselves, in ``label_set``, know nothing of files.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..documents import shown_name
from ..messages import Message
from ..messages.about_blind import AboutBlind
from ..messages.about_label_sets import AboutLabelSet
from .label_set import (
    COLOURS,
    DEFAULT_LABELS,
    DEFAULT_SEED,
    UNUSABLE,
    Blinding,
    Label,
    LabelSet,
)
from .label_values import PairListError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SET_NAME = "copydesk.toml"
"""The file beside a pair list that names its labels."""

MOST_LABELS = 20
LONGEST_NAME = 40

RESERVED = frozenset(("all", "unlabelled", "flagged", "noted", "changed", "unreadable", "twice"))
"""Names that no label can have, because filters of the list have them."""

_NAME = re.compile(r"[^\W\d_][\w -]*", re.UNICODE)
_ENTRIES = ("defaults", "label", "blind", "seed")
_FIELDS = ("name", "key", "colour", "description", "order")
_LARGEST = 1_000_000  # bytes of such a file
_DIGITS = "123456789"
_LARGEST_SEED = 999_999_999


class LabelSetError(PairListError):
    """A set of labels cannot be used; the message says which line or label is wrong."""


class _Wrong(Exception):
    """What is wrong, as a clause."""

    def __init__(self, clause: Message) -> None:
        super().__init__(str(clause))
        self.clause = clause


def labels_beside(folder: Path) -> LabelSet:
    """Return the labels that the *folder* of a list defines, or else the default ones.

    Raises :class:`LabelSetError`.
    """
    path = folder / SET_NAME
    return read_label_set(path) if path.is_file() else DEFAULT_LABELS


def read_label_set(path: Path) -> LabelSet:
    """Read the labels of the TOML file *path*. Raises :class:`LabelSetError`."""
    name = shown_name(path)
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise ValueError("more than 1 MB")
        text = data.decode("utf-8-sig")
        found = tomllib.loads(text.replace("\r\n", "\n"))
    except FileNotFoundError:
        raise LabelSetError(Message(AboutLabelSet.NOT_THERE, name=name)) from None
    except OSError as error:
        why = error.strerror or str(error)
        raise LabelSetError(Message(AboutLabelSet.UNREADABLE, name=name, why=why)) from None
    except UnicodeDecodeError:
        clause = Message(AboutLabelSet.NO_UTF8)
        raise LabelSetError(Message(AboutLabelSet.WRONG, name=name, clause=clause)) from None
    except (ValueError, RecursionError) as error:
        why = shown_name(str(error))
        raise LabelSetError(Message(AboutLabelSet.NO_TOML, name=name, why=why)) from None
    try:
        return label_set_of(found, path.name)
    except _Wrong as wrong:
        message = Message(AboutLabelSet.WRONG, name=name, clause=wrong.clause)
        raise LabelSetError(message) from None


def label_set_of(table: Mapping[str, Any], source: str) -> LabelSet:
    """Return the set that *table*, the contents of the file *source*, describes."""
    strange = [entry for entry in table if entry not in _ENTRIES]
    if strange:
        known = ", ".join(_ENTRIES)
        shown = shown_name(strange[0])
        raise _Wrong(Message(AboutLabelSet.STRANGE_ENTRY, entry=shown, known=known))
    blind = _blinding(table)
    if "blind" in table and not {"label", "defaults"} & table.keys():
        return LabelSet(DEFAULT_LABELS.labels, blind=blind)
    with_defaults, tables = table.get("defaults", True), table.get("label")
    if not isinstance(with_defaults, bool):
        raise _Wrong(Message(AboutLabelSet.BAD_DEFAULTS))
    if not isinstance(tables, list) or not tables or not all(isinstance(t, dict) for t in tables):
        raise _Wrong(Message(AboutLabelSet.NO_LABELS))
    if len(tables) > MOST_LABELS:
        raise _Wrong(Message(AboutLabelSet.TOO_MANY, found=len(tables), most=MOST_LABELS))
    own = [_label(number, each) for number, each in enumerate(tables, start=1)]
    _refuse_doubles(own)
    named = {label.name.casefold() for label in own}
    kept = [
        label
        for label in DEFAULT_LABELS
        if label.name not in named and (with_defaults or label.name == UNUSABLE)
    ]
    labels = _with_keys(own, kept)
    return LabelSet(tuple(sorted(labels, key=lambda label: label.order)), source, blind)


def _blinding(table: Mapping[str, Any]) -> Blinding | None:
    """Return how *table* wants the pairs to be read; None if it does not say."""
    wanted, seed = table.get("blind", False), table.get("seed", DEFAULT_SEED)
    if not (isinstance(wanted, bool) or wanted == "figures"):
        raise _Wrong(Message(AboutBlind.BAD_SETTING))
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed <= _LARGEST_SEED:
        raise _Wrong(Message(AboutBlind.BAD_SEED, most=_LARGEST_SEED))
    return Blinding(wanted == "figures", seed) if wanted else None


def _label(number: int, table: Mapping[str, Any]) -> Label:
    name = table.get("name")
    try:
        return _checked(number, table)
    except _Wrong as wrong:
        if isinstance(name, str) and name:
            raise _Wrong(_of(number, name[:LONGEST_NAME], wrong.clause)) from None
        raise _Wrong(Message(AboutLabelSet.OF_LABEL, number=number, clause=wrong.clause)) from None


def _checked(number: int, table: Mapping[str, Any]) -> Label:
    """Return the label of *table*, which is the file's label *number*."""
    strange = [field for field in table if field not in _FIELDS]
    if strange:
        shown, known = shown_name(strange[0]), ", ".join(_FIELDS)
        raise _Wrong(Message(AboutLabelSet.STRANGE_FIELD, entry=shown, known=known))
    name = table.get("name")
    if not isinstance(name, str) or len(name) > LONGEST_NAME or name != name.strip():
        raise _Wrong(Message(AboutLabelSet.BAD_NAME, most=LONGEST_NAME))
    if not _NAME.fullmatch(name):
        raise _Wrong(Message(AboutLabelSet.BAD_NAME, most=LONGEST_NAME))
    if name.casefold() in RESERVED:
        raise _Wrong(Message(AboutLabelSet.TAKEN_NAME))
    default = DEFAULT_LABELS.find(name)
    name = name if default is None else default.name
    colour = table.get("colour", "accent" if default is None else default.colour)
    if colour not in COLOURS:
        raise _Wrong(Message(AboutLabelSet.BAD_COLOUR, known=", ".join(COLOURS)))
    description = table.get("description", "")
    if not isinstance(description, str):
        raise _Wrong(Message(AboutLabelSet.BAD_DESCRIPTION))
    usual = _usual_order(number) if default is None else default.order
    order = table.get("order", usual)
    if isinstance(order, bool) or not isinstance(order, (int, float)) or not math.isfinite(order):
        raise _Wrong(Message(AboutLabelSet.BAD_ORDER))
    keys = _keys(table["key"]) if "key" in table else () if default is None else default.keys
    return Label(name, keys, colour, description, float(order))


def _usual_order(number: int) -> float:
    """Return the place of a file's label *number*: behind the default ones, before ``unusable``.

    >>> [_usual_order(number) for number in (1, 20)]
    [40.1, 42.0]
    """
    last = max(label.order for label in DEFAULT_LABELS if label.name != UNUSABLE)
    return last + 10 + number / 10


def _keys(found: object) -> tuple[str, ...]:
    wanted = found if isinstance(found, list) else [found]
    keys = [key for key in wanted if isinstance(key, str) and len(key) == 1]
    if not 1 <= len(wanted) <= 2 or len(keys) < len(wanted):
        raise _Wrong(Message(AboutLabelSet.BAD_KEY))
    if not all(key.isprintable() and not key.isspace() for key in keys):
        raise _Wrong(Message(AboutLabelSet.BAD_KEY))
    return tuple(dict.fromkeys(map(_capital, keys)))


def _capital(key: str) -> str:
    return key.upper() if len(key.upper()) == 1 else key


def _refuse_doubles(labels: Sequence[Label]) -> None:
    seen = set()
    for number, label in enumerate(labels, start=1):
        if label.name.casefold() in seen:
            clause = Message(AboutLabelSet.DOUBLE_NAME)
            raise _Wrong(_of(number, label.name, clause))
        seen.add(label.name.casefold())


def _with_keys(own: Sequence[Label], kept: Sequence[Label]) -> list[Label]:
    """Return the file's *own* labels and the *kept* default ones, each with its keys.

    A default label always keeps its first key, but may lose its second one to another label. A
    label without a key gets the first free digit.
    """
    holders = {label.keys[0]: label for label in kept}
    for number, label in enumerate(own, start=1):
        for key in label.keys:
            if key in holders:
                other = shown_name(holders[key].name)
                clause = Message(AboutLabelSet.DOUBLE_KEY, key=key, other=other)
                raise _Wrong(_of(number, label.name, clause))
            holders[key] = label
    labels = []
    for label in kept:
        second = tuple(key for key in label.keys[1:] if key not in holders)
        labels.append(label._replace(keys=(label.keys[0], *second)))
    for label in own:
        free = next((digit for digit in _DIGITS if digit not in holders), None)
        if not label.keys and free is not None:
            holders[free] = label
            label = label._replace(keys=(free,))
        labels.append(label)
    return labels


def _of(number: int, name: str, clause: Message) -> Message:
    shown = shown_name(name)
    return Message(AboutLabelSet.OF_NAMED_LABEL, number=number, label=shown, clause=clause)
