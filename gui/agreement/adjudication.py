"""The pairs that annotators disagree about, as a list for an adjudicator.

The details of each pair show who said what. Decisions go to a label file of their own.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..documents import shown_name
from ..extra_libraries import is_installed
from ..labels import LabelSet, PairList, PairListError
from ..labels.journal.journal import journal_folder
from ..labels.label_reading import LabelsRead, read_labels
from ..labels.label_set import Blinding
from ..labels.label_values import ADJUDICATOR, LabelRow, Pair
from ..labels.pairs.blind import was_blind
from ..messages import Message
from ..messages.about_agreement import AboutAgreement
from ..messages.about_blind import AboutLookingBack
from ..messages.about_pairs import AboutPairs
from .gathering import gather, named_twice, names_of, not_listed, without_labels
from .ratings import Ratings

if TYPE_CHECKING:
    from .study import Disputed

LABELS_NAME = "adjudicated.csv"
"""The default label file for decisions, beside the pair list."""

_FLAG = "\u2691"
_LAST_WORD = "\u2696"  # scales, behind the name of an adjudicator
_SEED = 7  # of what chance draws: the same files give the same list


class DisputedPairs(list[Pair]):
    """Pairs of a list that annotators disagree about, and what each said.

    ``blind`` is how the annotators read them, None if they saw everything. ``notices`` name
    annotators.
    """

    def __init__(
        self,
        pairs: Iterable[Pair],
        ratings: Ratings,
        blind: Blinding | None,
        notices: Sequence[Message],
    ) -> None:
        super().__init__(pairs)
        self._ratings = ratings
        self.blind = blind
        self.notices = tuple(notices)

    def with_opinions(self, *, hide_names: bool, blind: bool) -> list[Pair]:
        """Return the pairs with the annotators' opinions among their details.

        With *hide_names* the annotators are numbered, separately for each pair. So they are for a
        *blind* reader, who does not see the columns of the list either.
        """
        chance = random.Random(_SEED)  # noqa: S311 - in which order opinions are told
        shown = (pair._replace(details=()) for pair in self) if blind else iter(self)
        return [_with_opinions(pair, self._ratings, hide_names or blind, chance) for pair in shown]


def disputed_pairs(
    listed: PairList,
    files: Sequence[Path],
    labels: LabelSet,
    *,
    sample: float = 0.0,
    by_file: bool = False,
    join_names: bool = False,
) -> PairList:
    """Return the pairs of a list that annotators disagree about, the hardest first.

    They are followed by a *sample*, a share from 0 to 1, of the pairs on which two or more
    annotators agree. *by_file* treats each file as an annotator of its own, named after it;
    *join_names* is as in ``gather``. Raises PairListError and LabelFileError.
    """
    read = _read(files, labels)
    rows = (row for own in read.values() for row in own.rows.values() if row.role != ADJUDICATOR)
    blind = was_blind(rows)
    names = names_of(files) if by_file else None
    found = gather(list(read.values()), names=names, join_names=join_names)
    ratings = found.ratings.without_repeats()[0]
    if len(ratings.annotators) < 2:
        silent = without_labels(read)
        raise PairListError(silent[0] if silent else Message(AboutPairs.ONE_ANNOTATOR))
    known = {pair.id: pair for pair in listed.pairs}
    ids = [own.pair for own in _disputed(ratings) if own.pair in known]
    chance = random.Random(_SEED)  # noqa: S311 - which pairs are looked at once more
    shared = {pair: said for pair, said in ratings.of_pairs().items() if len(said) > 1}
    agreed = [p for p, said in shared.items() if len(set(said.values())) == 1 and p in known]
    ids += sorted(chance.sample(agreed, round(sample * len(agreed))))
    if not ids:
        raise PairListError(_why_nothing(listed, files, shared, known))
    problems = [problem for own in read.values() for problem in own.problems]
    if foreign := not_listed(ratings, known):
        problems.append(foreign)
    pairs = DisputedPairs((known[id] for id in ids), ratings, blind, (*found.twice, *found.alike))
    place = None if listed.labels_path is None else listed.folder / LABELS_NAME
    return listed._replace(
        pairs=pairs, labels_path=place, notices=(*listed.notices, *problems, *without_labels(read))
    )


def _read(files: Sequence[Path], labels: LabelSet) -> dict[Path, LabelsRead]:
    twice = named_twice(files)
    if twice is not None:
        raise PairListError(twice)
    for path in files:
        if not path.exists():
            raise PairListError(Message(AboutPairs.NOT_THERE_CHECK_PATH, name=shown_name(path)))
    return {path: read_labels(path, journal_folder(), labels) for path in files}


def _why_nothing(
    listed: PairList, files: Sequence[Path], shared: Collection[str], known: Collection[str]
) -> Message:
    """Return why there is nothing to decide, depending on whether annotators *shared* pairs."""
    if not shared:
        return Message(AboutAgreement.NOTHING_SHARED)
    if not any(pair in known for pair in shared):
        name, own = shown_name(files[0].name), shown_name(listed.name)
        return Message(AboutLookingBack.NONE_LISTED, name=name, list=own)
    return Message(AboutPairs.NOTHING_DISPUTED, name=listed.name)


def _disputed(ratings: Ratings) -> Iterable[Disputed]:
    if not is_installed("numpy"):
        raise PairListError(Message(AboutPairs.NEEDS_NUMPY))
    from .study import disputed_of

    return disputed_of(ratings)


def _with_opinions(pair: Pair, ratings: Ratings, hide_names: bool, chance: random.Random) -> Pair:
    """Return a pair with the annotators' opinions before its other details."""
    said = [row for name in ratings.annotators if (row := ratings.rows.get((pair.id, name)))]
    if hide_names:
        chance.shuffle(said)
    return pair._replace(details=(*opinions(said, pair, hide_names), *pair.details))


def opinions(
    said: Iterable[LabelRow], pair: Pair, hide_names: bool = False
) -> tuple[tuple[str, str], ...]:
    """Return the rows *said* about *pair* as details, each under its annotator's name.

    With *hide_names* the annotators are numbered. No name repeats that of another detail.
    """
    taken = {name for name, _ in pair.details}
    found = []
    for number, row in enumerate(said, 1):
        name = f"#{number}" if hide_names else row.annotator
        name = f"{name} {_LAST_WORD}" if row.role == ADJUDICATOR else name
        while name in taken:
            name += "\u00a0"
        taken.add(name)
        found.append((name, _opinion(row)))
    return tuple(found)


def _opinion(row: LabelRow) -> str:
    parts = [row.label] if row.label else []
    if row.flagged:
        parts.append(_FLAG)
    if row.lead_time:
        parts.append(f"{row.lead_time:.1f} s")
    if row.note:
        parts.append(" ".join(row.note.split()))
    return " \u00b7 ".join(parts)
