"""Function words that were kept by accident: a phrase of the candidate happens to hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .evidence import Item, Lexicon
from .items import is_word_for_word, items_of
from .keys import Keyed
from .phrases import Split, split_run
from .runs import Run

_FEW = 2  # kept function words between the two parts of a phrase
_SMALL = 8  # tokens on each side of the whole
_KEPT = 0.5  # score of one kept function word; a known swap outweighs it, a guess does not


def learn(runs: Iterable[Run], sides: tuple[Keyed, Keyed], lexicon: Lexicon) -> None:
    """Count the swaps of one word for up to three that stand alone between kept words."""
    for run in runs:
        if not run.is_replaced or run.reference[1] - run.reference[0] > 1:
            continue
        if run.candidate[1] - run.candidate[0] > 3:
            continue
        if is_word_for_word(run, sides):
            names = sides[0].names
            lexicon.learn(
                names[sides[0].ids[run.reference[0]]], names[sides[1].ids[run.candidate[0]]]
            )
            continue
        a, b = items_of(sides[0], run.reference), items_of(sides[1], run.candidate)
        if all(x.is_word for x in (*a, *b)):
            lexicon.learn(" ".join(x.name for x in a), " ".join(x.name for x in b))


def rejoin(runs: list[Run], sides: tuple[Keyed, Keyed], lexicon: Lexicon) -> Iterator[Run]:
    """Join two runs over kept function words where the whole explains itself better.

    ``also in`` -> ``in addition within`` keeps ``in`` at first: ``also`` is missing,
    ``addition within`` added. Where the pair shows ``also`` -> ``in addition`` or ``in`` ->
    ``within`` elsewhere, the run is taken as a whole and split into these two.
    """
    last: Run | None = None
    for run in runs:
        if last is not None:
            whole = _whole(last, run, sides, lexicon)
            if whole is not None:
                last = whole
                continue
            yield last
        last = run
    if last is not None:
        yield last


def _whole(last: Run, run: Run, sides: tuple[Keyed, Keyed], lexicon: Lexicon) -> Run | None:
    if last.kept or run.kept or (last.is_replaced and run.is_replaced):
        return None
    between = run.reference[0] - last.reference[1]
    if between != run.candidate[0] - last.candidate[1] or not 1 <= between <= _FEW:
        return None
    whole = Run(
        (last.reference[0], run.reference[1]),
        (last.candidate[0], run.candidate[1]),
        rewriting=max(last.rewriting, run.rewriting),
    )
    if max(whole.reference[1] - whole.reference[0], whole.candidate[1] - whole.candidate[0]) > (
        _SMALL
    ):
        return None
    weights = sides[0].weights
    kept = sides[0].ids[last.reference[1] : run.reference[0]]
    if any(not 0 < weights[t] < 1 for t in kept):
        return None
    apart = sum(_split(r, sides, lexicon)[0].score for r in (last, run)) + _KEPT * between
    split, a, b = _split(whole, sides, lexicon)
    taught = any(lexicon.knows(_name(a[s.i0 : s.i1]), _name(b[s.j0 : s.j1])) for s in split.steps)
    return whole if taught and split.score > apart else None


def _split(
    run: Run, sides: tuple[Keyed, Keyed], lexicon: Lexicon
) -> tuple[Split, list[Item], list[Item]]:
    a, b = items_of(sides[0], run.reference), items_of(sides[1], run.candidate)
    return split_run(a, b, lexicon), a, b


def _name(items: list[Item]) -> str:
    return " ".join([x.name for x in items])
