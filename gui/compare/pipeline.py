"""The comparison as named steps: keys, units, counterparts, sections, words, phrases, measures."""

from __future__ import annotations

import gc
from collections.abc import Callable

from ..documents import Document, Span
from .cancel import Cancelled, Check, checked
from .changes import section_changes
from .glued import cut_glued
from .groups import Pairing
from .headings import pair_headings
from .kept import keep_words, taught_swaps
from .keys import Keyed, number_tokens
from .likeness import Likeness
from .look_alikes import unify_look_alikes
from .measure import Counts, count_words, ledger_of, measure
from .model import Change, Comparison, Options, Section
from .order import pair_rest, pair_units
from .resolve import Draft
from .sections import Entry, build_entries
from .small_starts import cut_small_starts
from .units import Unit, find_units, token_range


def compare(
    reference: Document,
    candidate: Document,
    *,
    options: Options | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Comparison:
    """Compare two documents and return every section and change.

    The result depends on the texts and *options* only. *cancelled* is asked every few
    milliseconds.

    Raises:
        Cancelled: when *cancelled* returned true.
    """
    options = options or Options()

    def check() -> None:
        if cancelled is not None and cancelled():
            raise Cancelled

    was_on = gc.isenabled()
    gc.disable()  # a million values and no cycles: looking through them all takes 0.2 s at once
    try:
        return _compared(reference, candidate, options, check)
    finally:
        if was_on:
            gc.enable()


def _compared(
    reference: Document, candidate: Document, options: Options, check: Check
) -> Comparison:
    check()
    sides = unify_look_alikes(number_tokens(reference, candidate, check), check)
    check()
    units = cut_glued((find_units(sides[0], check), find_units(sides[1], check)), sides, check)
    units = cut_small_starts(units, sides, check)
    pairing = _pair(sides, units, check)
    pairing = pair_headings(pairing, sides, units, check)
    check()
    entries = build_entries(pairing, units, check)
    drafts = section_changes(entries, sides, units, options, check)
    return _finish(entries, drafts, sides, units, options, check)


def _pair(
    sides: tuple[Keyed, Keyed],
    units: tuple[list[Unit], list[Unit]],
    check: Check,
) -> Pairing:
    """Pair what is alike; then, knowing the swaps seen there, look again at what is left."""
    likeness = Likeness(sides, units, check)
    pairing = keep_words(pair_units(likeness, check), sides, units, check)
    swaps = taught_swaps(pairing, sides, check)
    if not swaps:
        return pairing
    used = {i for g in (*pairing.paired, *pairing.moved) for i in range(g.i0, g.i1)}
    rest = pair_rest(likeness.second_look(swaps, used, check), pairing, check)
    rest = keep_words(rest, sides, units, check)
    paired = sorted([*pairing.paired, *rest.paired], key=lambda g: g.i0)
    return Pairing(paired, [*pairing.moved, *rest.moved])


def _finish(
    entries: list[Entry],
    drafts: dict[int, list[Draft]],
    sides: tuple[Keyed, Keyed],
    units: tuple[list[Unit], list[Unit]],
    options: Options,
    check: Check,
) -> Comparison:
    changes: list[Change] = []
    sections: list[Section] = []
    counts: list[Counts] = []
    for n, entry in enumerate(checked(entries, check, 64)):
        ranges = _tokens(entry.range(0), units[0]), _tokens(entry.range(1), units[1])
        spans = _span(sides[0], ranges[0]), _span(sides[1], ranges[1])
        similarity = None
        if ranges[0] and ranges[1]:
            found = drafts.get(n, [])
            changes += [
                Change(d.kind, n, _span(sides[0], d.reference), _span(sides[1], d.candidate))
                for d in checked(found, check)
            ]
            counts.append(count_words(sides, (ranges[0], ranges[1]), found))
            similarity = counts[-1].similarity
        sections.append(Section(entry.kind, *spans, similarity))
    figures, tally = measure(sides, sections, counts)
    ledger = ledger_of(changes, sides[0].document.text, sides[1].document.text, check)
    check()
    return Comparison(
        sides[0].document,
        sides[1].document,
        options,
        tuple(sections),
        tuple(changes),
        ledger,
        figures,
        tally,
    )


def _tokens(bounds: list[int] | None, units: list[Unit]) -> tuple[int, int] | None:
    return token_range(units, *bounds) if bounds else None


def _span(side: Keyed, bounds: tuple[int, int] | None) -> Span | None:
    return side.span(*bounds) if bounds and bounds[0] < bounds[1] else None
