"""Gathers ratings from label files, with remarks about the files."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

from ..documents import shown_name
from ..labels.label_reading import LabelsRead
from ..labels.label_values import ADJUDICATOR, LabelRow
from ..labels.pairs.blind import REPEATED
from ..messages import CopydeskError, Message, counted
from ..messages.about_agreement import AboutAgreement
from .ratings import Ratings, doubled

VERSION = 1
"""Of the file that explains an assignment."""

LEAST = 2
"""Annotators who agree or do not."""


class AgreementError(CopydeskError):
    """Label files, or the file of an assignment, cannot be used; the message says why."""


class GatheredRatings(NamedTuple):
    """The content of label files: ratings, and the latest row of an adjudicator by pair.

    ``twice`` is about annotators with different labels for a pair in different files, as two people
    with one name have; ``alike`` about names that one person may have written in several ways;
    ``foreign`` about pairs that are not in the list, None if there are none.
    """

    ratings: Ratings
    decided: Mapping[str, LabelRow]
    twice: Sequence[Message]
    alike: Sequence[Message]
    foreign: Message | None


def gather(
    files: Sequence[LabelsRead],
    *,
    names: Sequence[str] | None = None,
    pairs: Sequence[str] = (),
    without: Sequence[str] = (),
    join_names: bool = False,
) -> GatheredRatings:
    """Combine the rows of *files*.

    *names* are annotators' names, one for each file, in place of those in the rows. *pairs* are
    those of the list, if it is known; labels in *without* are no ratings. With *join_names*, names
    that are alike (``names_alike``) belong to one annotator.
    """
    everything = [list(file.rows.values()) for file in files]
    last = sorted(
        (
            row
            for own in everything
            for row in own
            if row.role == ADJUDICATOR and row.label is not None
        ),
        key=lambda row: row.updated_at,
    )
    rows = [[row for row in own if row.role != ADJUDICATOR] for own in everything]
    twice: list[Message] = []
    alike: list[Message] = []
    if names is None:
        groups = names_alike(row.annotator for own in rows for row in own)
        if join_names:
            one_name = {name: group[0] for group in groups for name in group}
            rows = [
                [row._replace(annotator=one_name.get(row.annotator, row.annotator)) for row in own]
                for own in rows
            ]
        else:
            alike = [Message(AboutAgreement.NAMES_ALIKE, names=_listed(group)) for group in groups]
        one, many = AboutAgreement.PAIR_SAID_ANOTHER, AboutAgreement.PAIRS_SAID_ANOTHER
        twice = [counted(one, many, count, name=_name(name)) for name, count in doubled(rows)]
    else:
        rows = [
            [row._replace(annotator=name) for row in own]
            for own, name in zip(rows, names, strict=True)
        ]
    ratings = Ratings((row for own in rows for row in own), pairs=pairs, without=without)
    foreign = not_listed(ratings, set(pairs)) if pairs else None
    return GatheredRatings(ratings, {row.pair_id: row for row in last}, twice, alike, foreign)


def not_listed(ratings: Ratings, known: Container[str]) -> Message | None:
    """Return the message about pairs with ratings that are not *known*; None if there are none."""
    strange = [pair for pair in ratings.pairs if pair.removesuffix(REPEATED) not in known]
    if not strange:
        return None
    one, many = AboutAgreement.PAIR_NOT_LISTED, AboutAgreement.PAIRS_NOT_LISTED
    return counted(one, many, len(strange), name=shown_name(strange[0]))


def named_twice(paths: Iterable[Path]) -> Message | None:
    """Return which of the label files *paths* is named twice, None if all are different."""
    seen: set[Path] = set()
    for path in paths:
        if path.resolve() in seen:
            return Message(AboutAgreement.NAMED_TWICE, name=shown_name(path.name))
        seen.add(path.resolve())
    return None


def without_labels(files: Mapping[Path, LabelsRead]) -> list[Message]:
    """Return which of the label *files* have no labels."""
    return [
        Message(AboutAgreement.FILE_WITHOUT_LABELS, name=shown_name(path.name))
        for path, file in files.items()
        if all(row.label is None for row in file.rows.values())
    ]


def names_alike(names: Iterable[str]) -> list[list[str]]:
    """Return the *names* that differ only in blanks, capitals or Unicode form, group by group.

    The most frequent one is first in each group.

    >>> names_alike(["Anna M", "anna m", "Ben", "Anna M", "Zoe\u0308", "Zo\u00eb "])
    [['Anna M', 'anna m'], ['Zoe\u0308', 'Zo\u00eb ']]
    """
    groups: dict[str, list[str]] = {}
    for name, _ in Counter(names).most_common():
        bare = "".join(normalize("NFKC", name).casefold().split())
        groups.setdefault(normalize("NFKC", bare), []).append(name)
    return [group for group in groups.values() if len(group) > 1]


def _listed(names: Sequence[str]) -> str:
    """Return *names* between quotation marks, with what cannot be seen in them as escapes."""
    composed = len({normalize("NFC", name) for name in names}) == len(names)
    shown = (name if composed else ascii(name)[1:-1] for name in names)
    return ", ".join(f"“{shown_name(name)}”" for name in shown)


def nothing_to_compare(ratings: Ratings) -> Message | None:
    """Return why there is nothing to compare; None if there are two or more annotators."""
    if len(ratings.annotators) >= LEAST:
        return None
    if ratings.annotators:
        return Message(AboutAgreement.ALL_BY_ONE, name=_name(ratings.annotators[0]))
    return Message(AboutAgreement.NO_LABELS)


def _name(annotator: str) -> str | Message:
    return shown_name(annotator) if annotator else Message(AboutAgreement.NOBODY_NAMED)


def names_of(paths: Sequence[Path]) -> list[str]:
    """Return a name for each file: its own, with its folder if two are the same."""
    names = [path.stem for path in paths]
    if len(set(names)) == len(names):
        return names
    longer = [f"{path.absolute().parent.name}/{path.stem}" for path in paths]
    return longer if len(set(longer)) == len(longer) else [str(path) for path in paths]


def known_labels(path: Path) -> dict[str, str]:
    """Return the known labels, by pair, in the file of an assignment; raises AgreementError."""
    name = shown_name(path)
    try:
        said: Any = json.loads(path.read_text(encoding="utf-8"))
        known = said["known"] if said["copydesk-assignment"] == VERSION else None
    except OSError as error:
        why = error.strerror or str(error)
        raise AgreementError(
            Message(AboutAgreement.NO_ASSIGNMENT_READ, name=name, why=why)
        ) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        known = None
    if not isinstance(known, dict):
        raise AgreementError(Message(AboutAgreement.NO_ASSIGNMENT, name=name))
    return {str(pair): str(label) for pair, label in known.items()}
