"""Derives one label for each pair from several annotators', and how it was reached."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from ..labels.label_values import LabelRow
from .dawid_skene import most_likely
from .ratings import Ratings
from .study import numbers_of

COLUMNS = (
    "pair_id",
    "reference",
    "candidate",
    "label",
    "how",
    "posterior",
    "majority",
    "annotators",
    "said",
)


class How(str, Enum):
    """How the label of a pair was reached."""

    ADJUDICATED = "adjudicated"  # by somebody who saw the reasons of all
    UNANIMOUS = "unanimous"  # two annotators or more, and all say so
    MAJORITY = "majority"  # more annotators say so than all others together, and so does the model
    MODEL = "model"  # of those given, most likely by the errors that annotators make elsewhere
    SINGLE = "single"  # one annotator alone has read the pair


class Consensus(NamedTuple):
    """The label of a pair. ``posterior`` is the model's probability of it.

    ``majority`` is the label of more than half of the annotators, or "".
    """

    pair_id: str
    reference: str
    candidate: str
    label: str
    how: How
    posterior: float
    majority: str
    said: Mapping[str, str]

    def texts(self) -> list[str]:
        """Return the values of ``COLUMNS``; ``said`` is a JSON object."""
        said = json.dumps(dict(sorted(self.said.items())), ensure_ascii=False)
        return [
            self.pair_id,
            self.reference,
            self.candidate,
            self.label,
            self.how.value,
            f"{self.posterior:.4f}",
            self.majority,
            str(len(self.said)),
            said,
        ]


def consensus(
    ratings: Ratings, adjudicated: Mapping[str, LabelRow] | None = None
) -> Iterator[Consensus]:
    """Yield one label for each pair that has any; *adjudicated* rows, by pair, take precedence.

    Repeated readings do not count, and the model only chooses among labels that somebody gave the
    pair.
    """
    ratings, _ = ratings.without_repeats()
    decided = adjudicated or {}
    truth = most_likely(numbers_of(ratings), len(ratings.labels))
    places = {pair: n for n, pair in enumerate(ratings.pairs)}
    of_pairs = ratings.of_pairs()
    for pair in [*ratings.pairs, *sorted(set(decided).difference(ratings.pairs))]:
        said = of_pairs.get(pair, {})
        votes = Counter(said.values())
        first, number = votes.most_common(1)[0] if votes else ("", 0)
        majority = first if 2 * number > len(said) else ""
        posterior = truth.posterior[places[pair]] if said else None
        if pair in decided:
            label, how = str(decided[pair].label), How.ADJUDICATED
        elif posterior is not None:
            given = [n for n, own in enumerate(ratings.labels) if own in votes]
            label = ratings.labels[max(given, key=posterior.__getitem__)]
            how = _how(label, majority, said)
        else:
            continue
        share = 0.0
        if posterior is not None and label in ratings.labels:
            share = float(posterior[ratings.labels.index(label)])
        rows = [decided[pair]] if pair in decided else []
        rows += (ratings.rows[pair, name] for name in sorted(said))
        row = next((own for own in rows if own.reference or own.candidate), rows[0])
        yield Consensus(pair, row.reference, row.candidate, label, how, share, majority, said)


def _how(label: str, majority: str, said: Mapping[str, str]) -> How:
    if label != majority:
        return How.MODEL
    if len(said) == 1:
        return How.SINGLE
    return How.UNANIMOUS if len(set(said.values())) == 1 else How.MAJORITY
