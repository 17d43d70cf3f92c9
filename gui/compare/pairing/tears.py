"""Sentences that a section edge of the other text tears, though they belong to one side of it.

A headline shares words with the first sentence, and with the sentence that a rewriter made of that:
some words of the latter are then aligned before an edge of the other text, and some behind it. Two
sentences that were joined are like that, too, but each has words of its own. So the evidence for
either piece of a torn sentence is weighed; where only one piece has enough, the alignment is led
around the other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, compress, count, groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from ..aligning.alignment import Aligned
from ..cancellation import check, checked
from ..comparison import SectionKind
from ..modelling.correspondence import NO_DOUBT, content_words, is_believed, odds
from ..modelling.sequences import holds
from ..modelling.steps import KEPT, LINKS, Part, Step, gaps, part_of, tokens_of
from ..modelling.swap_features import LONGEST, SIGN
from .section_alignment import cut, edges_of, links_of

_LINE = 3  # words of a line of which one happens to be the first of the sentence behind it
# The corners that an alignment has to go through so that no sentence is torn; the side of that
# sentence, and its tokens [start, end).
Mend = tuple[Sequence[tuple[int, int]], int, int, int]


class Tear(NamedTuple):
    """A sentence ``[start, end)`` of one ``side`` that two parts tear at ``place``."""

    side: int
    start: int
    place: int
    end: int
    before: Part
    behind: Part


class _Weighed(NamedTuple):
    """A tear, and what speaks for the pieces of the sentence before and behind it.

    ``is_of_tail`` tells at which end the whole sentence belongs; None where there is no telling.
    """

    tear: Tear
    for_head: float
    for_tail: float
    is_of_tail: bool | None


def mends(aligned: Aligned) -> Iterator[Mend]:
    r"""Yield where an alignment has to go through that tears no sentence without need.

    The corners are those of ``Aligned``, by its own token numbers. The tears of one sentence are
    weighed together: a word that stands opposite an advertisement is no reason to give up what
    corresponds before and behind it.

    >>> lead = "Kettle maker Pell is recalling 800 kettles that catch fire when switched on."
    >>> spun = "Pell is recalling 800 kettles, it said. They catch fire when switched on."
    >>> sections(f"Pell recalls kettles after fires\n\n{lead}", spun)
    missing, paired
    """
    steps = aligned.steps(second_look=False)
    paired = _paired_parts(steps, aligned)
    torn: dict[tuple[int, int], list[Tear]] = {}  # by side, and by where the sentence starts
    for tear in _tears(paired, aligned):
        torn.setdefault((tear.side, tear.start), []).append(tear)
    found: list[_Weighed] = []
    for tears in torn.values():
        weighed = [*_weighed(tears, paired, steps, aligned)]
        # The last way to the tail and the first one to the head avoid what the others do.
        of_tail = [own.tear for own in weighed if own.is_of_tail][-1:]
        of_head = [own.tear for own in weighed if own.is_of_tail is False][:1]
        if of_tail or of_head:
            yield _mend(of_tail, of_head)
        found += weighed
    found.sort(key=lambda own: (own.tear.before, own.tear.side))
    for last, own in pairwise(found):
        if own.is_of_tail is None and _are_staggered(last, own):
            yield _mend([], [last.tear])


def _mend(of_tail: Sequence[Tear], of_head: Sequence[Tear]) -> Mend:
    """Return what keeps a torn sentence with its tail, or with its head, or with all between."""
    side, start, _, end, _, _ = [*of_tail, *of_head][0]
    corners = [(start, own.before[3 - 2 * side]) for own in of_tail]
    corners += [(end, own.behind[2 - 2 * side]) for own in of_head]
    return [own[::-1] for own in corners] if side else corners, side, start, end


def _weighed(
    tears: Sequence[Tear], paired: Sequence[Part], steps: Sequence[Step], aligned: Aligned
) -> Iterator[_Weighed]:
    """Yield the *tears* of one sentence, weighed by its pieces in all the *paired* parts."""
    side, start, _, end, _, _ = tears[0]
    first = bisect_right(paired, start, key=itemgetter(2 * side)) - 1
    last = bisect_left(paired, end, key=itemgetter(2 * side))
    parts = paired[max(0, first) : last]
    pieces = [_piece(steps, own, tears[0]) for own in parts]
    odds_of = [
        _odds(own, [*pieces[max(0, n - 1) : n], *pieces[n + 1 : n + 2]], side, aligned)
        for n, own in enumerate(checked(pieces, 64))
    ]
    for_heads = [*accumulate(odds_of, max)]
    for_tails = [*accumulate(reversed(odds_of), max)][::-1]
    at = 0
    for tear in tears:
        at = parts.index(tear.before, at)
        head, tail = pieces[at : at + 2]
        if not head or not tail or _goes_on(head[-1], tail[0]):
            continue
        for_head, for_tail = for_heads[at], for_tails[at + 1]
        head_again = _stands_again(head, tail, side, tear.behind, aligned)
        is_of_tail: bool | None = None
        if _is_stray(tail, tear, aligned):
            is_of_tail = True
        elif head_again != _stands_again(tail, head, side, tear.before, aligned):
            is_of_tail = head_again
        elif is_believed(for_head) != is_believed(for_tail):
            is_of_tail = for_head < for_tail
        yield _Weighed(tear, for_head, for_tail, is_of_tail)


def _is_stray(tail: Sequence[Step], tear: Tear, aligned: Aligned) -> bool:
    r"""Return whether the first word of a torn sentence was put for one that the tail lacks.

    It is the only one that is left of a line of several words, such as a lost headline, which
    happens to begin with it.

    >>> old = "Train tickets will cost more from May, and many are angry about it."
    >>> new = old.replace("Train", "Rail")
    >>> sections(f"Rail fares to rise\n\n{old}", new)
    missing, paired
    """
    own, other = 2 * tear.side, 2 - 2 * tear.side
    start, end = tear.before[other : other + 2]
    words = end - start - aligned.sequences[1 - tear.side].kinds[start:end].count(SIGN)
    behind = next((step for step in tail if step.kind in LINKS), None)
    if tear.place > tear.start + 1 or words < _LINE or not behind:
        return False
    lacks = behind[1 + other] - tear.behind[other]
    return behind[1 + own] == tear.place and 0 < lacks <= LONGEST


def _are_staggered(last: _Weighed, own: _Weighed) -> bool:
    """Return whether the tail of a sentence stands opposite the head of the one behind it.

    So it does by chance, where both name the same, as the end of a paragraph and the beginning of
    the next do; what stands on either side has to correspond more surely.
    """
    is_between = last.tear.side != own.tear.side and last.tear.behind == own.tear.before
    return is_between and max(last.for_tail, own.for_head) < min(last.for_head, own.for_tail)


def _paired_parts(steps: Sequence[Step], aligned: Aligned) -> list[Part]:
    """Return the parts of both texts that have words of each other."""
    sizes = len(aligned.numbers[0]), len(aligned.numbers[1])
    sections = cut(links_of(steps), edges_of(aligned), sizes)
    return [section.part for section in sections if section.kind is SectionKind.PAIRED]


def _tears(paired: Sequence[Part], aligned: Aligned) -> Iterator[Tear]:
    """Yield the sentences of both texts that stand on two sides of an edge of the other."""
    starts = [[*compress(count(), s.breaks)] for s in aligned.sequences]
    check()
    for before, behind in pairwise(checked(paired, 64)):
        for side in (0, 1):
            tear = _tear(before, behind, side, aligned, starts[side])
            if tear:
                yield tear


def _tear(
    before: Part, behind: Part, side: int, aligned: Aligned, starts: Sequence[int]
) -> Tear | None:
    """Return the sentence that two parts tear, if they touch in the middle of one.

    Sentences of that side begin at *starts*: one that many edges tear is not gone through for each.
    """
    place, edge = before[1 + 2 * side], before[3 - 2 * side]
    breaks, others = aligned.sequences[side].breaks, aligned.sequences[1 - side].breaks
    if place != behind[2 * side] or breaks[place] or others[edge] != 2:
        return None
    at = bisect_left(starts, place)
    start = starts[at - 1] if at else 0
    end = starts[at] if at < len(starts) else len(breaks) - 1
    return Tear(side, start, place, end, before, behind)


def _piece(steps: Sequence[Step], part: Part, tear: Tear) -> Sequence[Step]:
    """Return the steps of a torn sentence in one *part*: those that are in it on both sides."""
    own, other = 2 * tear.side, 2 - 2 * tear.side
    start, end = max(tear.start, part[own]), min(tear.end, part[own + 1])
    first = max(
        bisect_left(steps, start, key=itemgetter(1 + own)),
        bisect_left(steps, part[other], key=itemgetter(1 + other)),
    )
    last = min(
        bisect_right(steps, end, key=itemgetter(2 + own)),
        bisect_right(steps, part[other + 1], key=itemgetter(2 + other)),
    )
    return steps[first:last]


def _goes_on(last: Step, first: Step) -> bool:
    r"""Return whether a sentence goes on in the other text where it is torn, word for word.

    Somebody put a break there, whatever else shares words with the first piece.

    >>> sections("We said that we begin on Monday.", "We said that\n\nwe begin on Monday.")
    paired, paired
    """
    return last.kind == first.kind == KEPT and (last.i1, last.j1) == (first.i0, first.j0)


def _odds(
    piece: Sequence[Step], others: Iterable[Sequence[Step]], side: int, aligned: Aligned
) -> float:
    r"""Return what speaks for a piece of a sentence belonging where it is aligned.

    Words that also stand opposite the pieces beside it, *others*, do not. A section that stands
    there word for word, and nowhere opposite those, leaves no doubt: it lost its line end. What
    the sentence alone has around it, such as a date that ran into it, says nothing.

    >>> lead = "The ferry to Skarra sails at noon."
    >>> sections(f"Ferry has new times\n\nIt rained.\n\n{lead}", f"Ferry has new times {lead}")
    paired, missing, paired
    """
    other = 2 - 2 * side
    ids, breaks = aligned.sequences[1 - side].ids, aligned.sequences[1 - side].breaks
    opposite = [ids[slice(*tokens_of(own)[other : other + 2])] for own in others]
    for _, run in filter(itemgetter(0), groupby(piece, lambda step: step.kind == KEPT)):
        start, end = part_of(list(run))[other : other + 2]
        edges = [n for n in range(start, end + 1) if breaks[n]]
        if len(edges) > 1:
            whole = ids[edges[0] : edges[-1]]
            if not any(holds(own, whole) for own in opposite):
                return NO_DOUBT
    elsewhere = {token for own in opposite for token in own}
    opposed = [n for n, step in enumerate(piece) if step[1 + other] < step[2 + other]]
    steps: list[Step] = []
    for step in piece[opposed[0] : opposed[-1] + 1] if opposed else ():
        is_shared = step.kind == KEPT and ids[step[1 + other]] in elsewhere
        steps += gaps(*step[1:]) if is_shared else [step]
    found = odds(steps, aligned.sequences, aligned.weights)
    return found if isinstance(found, float) else NO_DOUBT


def _stands_again(
    piece: Sequence[Step], rest: Sequence[Step], side: int, place: Part, aligned: Aligned
) -> bool:
    r"""Return whether half of the content words of a piece also stand opposite the *rest*.

    There they are in the part at *place*, in one sentence with what is kept of the rest, and not
    kept themselves. A headline may have the first words of the sentence below it as the other text
    has them, where this text's own sentence was reworded.

    >>> lead = "The mayor of Harlow paid for his garden with bribes"
    >>> old = f"{lead} and gifts in the year he was elected, a judge was told."
    >>> new = "The mayor of Harlow funded his yard by means of bribes and presents in the year he "
    >>> sections(old, f"{lead}\n\n{new}won, a judge heard.")
    added, paired
    """
    start, end = tokens_of(piece)[2 * side : 2 * side + 2]
    own = Counter(content_words(aligned.sequences[side], start, end))
    kept = [step[3 - 2 * side] for step in rest if step.kind == KEPT]
    if not kept:
        return False
    other, (first, last) = aligned.sequences[1 - side], place[2 - 2 * side : 4 - 2 * side]
    at = kept[0] if rest[0][1 + 2 * side] >= end else kept[-1]
    first = max([first, *[n for n in range(first, at + 1) if other.breaks[n]]])
    last = min([last, *[n for n in range(at + 1, last) if other.breaks[n]]])
    free = Counter(content_words(other, first, last))
    free -= Counter(other.ids[n] for n in kept if first <= n < last)
    found = (own & free).total()
    return found > 1 and 2 * found >= own.total()
