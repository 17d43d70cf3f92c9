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
from collections.abc import Iterator, Sequence
from itertools import compress, count, pairwise
from operator import itemgetter
from typing import NamedTuple

from ..aligning.alignment import Aligned
from ..cancellation import check, checked
from ..comparison import SectionKind
from ..modelling.correspondence import NO_DOUBT, content_words, is_believed, odds
from ..modelling.sequences import holds
from ..modelling.steps import KEPT, Part, Step, gaps, tokens_of
from .section_alignment import cut, edges_of, links_of


class Mend(NamedTuple):
    """The ``corner`` that an alignment has to go through so that no sentence is torn.

    The sentence is the tokens ``[start, end)`` of one ``side``.
    """

    corner: tuple[int, int]
    side: int
    start: int
    end: int


class Tear(NamedTuple):
    """A sentence ``[start, end)`` of one ``side`` that two parts tear at ``place``."""

    side: int
    start: int
    place: int
    end: int
    before: Part
    behind: Part


def mends(aligned: Aligned) -> Iterator[Mend]:
    r"""Yield where an alignment has to go through that tears no sentence without need.

    The corners are those of ``Aligned``, by its own token numbers.

    >>> lead = "Kettle maker Pell is recalling 800 kettles that catch fire when switched on."
    >>> spun = "Pell is recalling 800 kettles, it said. They catch fire when switched on."
    >>> sections(f"Pell recalls kettles after fires\n\n{lead}", spun)
    missing, paired
    """
    steps = aligned.steps(second_look=False)
    last: _Weighed | None = None
    for tear in _tears(steps, aligned):
        head, tail = _pieces(steps, tear)
        if head and tail and not _goes_on(head[-1], tail[0]):
            head_again = _stands_again(head, tail, tear.side, tear.behind, aligned)
            tail_again = _stands_again(tail, head, tear.side, tear.before, aligned)
            for_head = _odds(head, tail, tear.side, aligned)
            for_tail = _odds(tail, head, tear.side, aligned)
            own = _Weighed(tear, for_head, for_tail)
            if head_again != tail_again:
                yield _mend(tear, to_tail=head_again)
            elif is_believed(for_head) != is_believed(for_tail):
                yield _mend(tear, to_tail=for_head < for_tail)
            elif last and _are_staggered(last, own):
                yield _mend(last.tear, to_tail=False)
            last = own


def _mend(tear: Tear, *, to_tail: bool) -> Mend:
    """Return the corner that keeps a torn sentence with its tail, or else with its head."""
    last, first = tear.before[3 - 2 * tear.side], tear.behind[2 - 2 * tear.side]
    corner = (tear.start, last) if to_tail else (tear.end, first)
    return Mend(corner[::-1] if tear.side else corner, tear.side, tear.start, tear.end)


class _Weighed(NamedTuple):
    """A tear, and what speaks for each piece of the sentence."""

    tear: Tear
    for_head: float
    for_tail: float


def _are_staggered(last: _Weighed, own: _Weighed) -> bool:
    """Return whether the tail of a sentence stands opposite the head of the one behind it.

    So it does by chance, where both name the same, as the end of a paragraph and the beginning of
    the next do; what stands on either side has to correspond more surely.
    """
    is_between = last.tear.side != own.tear.side and last.tear.behind == own.tear.before
    return is_between and max(last.for_tail, own.for_head) < min(last.for_head, own.for_tail)


def _tears(steps: Sequence[Step], aligned: Aligned) -> Iterator[Tear]:
    """Yield the sentences of both texts that stand on two sides of an edge of the other."""
    links = links_of(steps)
    sizes = len(aligned.numbers[0]), len(aligned.numbers[1])
    sections = cut(links, edges_of(aligned), sizes)
    paired = [section.part for section in sections if section.kind is SectionKind.PAIRED]
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


def _pieces(steps: Sequence[Step], tear: Tear) -> tuple[Sequence[Step], Sequence[Step]]:
    """Return the steps of both pieces of a sentence, with what their parts have for them.

    What stands before the first part or behind the second in the other text is not theirs.
    """
    starts, ends = itemgetter(1 + 2 * tear.side), itemgetter(2 + 2 * tear.side)
    begin = bisect_left(steps, tear.start, key=starts)
    middle = bisect_right(steps, tear.place, key=ends)
    end = bisect_right(steps, tear.end, key=ends)
    low, high = tear.before[2 - 2 * tear.side], tear.behind[3 - 2 * tear.side]
    first = bisect_left(steps, low, key=itemgetter(3 - 2 * tear.side))
    last = bisect_right(steps, high, key=itemgetter(4 - 2 * tear.side))
    return steps[max(begin, first) : middle], steps[middle : min(end, last)]


def _goes_on(last: Step, first: Step) -> bool:
    r"""Return whether a sentence goes on in the other text where it is torn, word for word.

    Somebody put a break there, whatever else shares words with the first piece.

    >>> sections("We said that we begin on Monday.", "We said that\n\nwe begin on Monday.")
    paired, paired
    """
    return last.kind == first.kind == KEPT and (last.i1, last.j1) == (first.i0, first.j0)


def _odds(piece: Sequence[Step], rest: Sequence[Step], side: int, aligned: Aligned) -> float:
    r"""Return what speaks for a piece of a sentence belonging where it is aligned.

    Words that also stand opposite the *rest* of the sentence do not. A section that stands there
    word for word, and nowhere opposite the rest, leaves no doubt: it lost its line end.

    >>> lead = "The ferry to Skarra sails at noon."
    >>> sections(f"Ferry has new times\n\nIt rained.\n\n{lead}", f"Ferry has new times {lead}")
    paired, missing, paired
    """
    other = 2 - 2 * side
    ids, breaks = aligned.sequences[1 - side].ids, aligned.sequences[1 - side].breaks
    opposite = ids[slice(*tokens_of(rest)[other : other + 2])]
    for run in _runs_of_kept(piece):
        start, end = tokens_of(run)[other : other + 2]
        edges = [n for n in range(start, end + 1) if breaks[n]]
        if len(edges) > 1 and not holds(opposite, ids[edges[0] : edges[-1]]):
            return NO_DOUBT
    elsewhere = set(opposite)
    own: list[Step] = []
    for step in piece:
        is_shared = step.kind == KEPT and ids[step[1 + other]] in elsewhere
        own += gaps(*step[1:]) if is_shared else [step]
    found = odds(own, aligned.sequences, aligned.weights, is_lone=False)
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


def _runs_of_kept(steps: Sequence[Step]) -> Iterator[Sequence[Step]]:
    """Yield the runs of kept words between which neither text has anything."""
    start = 0
    for n, step in enumerate([*steps, None]):
        last = steps[n - 1] if n else None
        if step and last and last.kind == KEPT == step.kind and last[2::2] == step[1::2]:
            continue
        if last and last.kind == KEPT:
            yield steps[start:n]
        start = n
