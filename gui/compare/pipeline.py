"""The comparison as named steps: keys, units, counterparts, sections, words, phrases, measures."""

from __future__ import annotations

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
from .measure import ledger_of, measure, section_similarity
from .model import Change, Comparison, Options, Section
from .order import pair_rest, pair_units
from .resolve import Draft
from .sections import Entry, build_entries
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

    check()
    sides = unify_look_alikes(number_tokens(reference, candidate, check), check)
    check()
    units = cut_glued((find_units(sides[0], check), find_units(sides[1], check)), sides, check)
    pairing = _pair(sides, units, check)
    pairing = pair_headings(pairing, sides, units)
    entries = build_entries(pairing, units)
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
    swaps = taught_swaps(pairing, sides)
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
    for n, entry in enumerate(checked(entries, check, 64)):
        found = drafts.get(n, [])
        for draft in found:
            spans = [
                _span(side, bounds)
                for side, bounds in zip(sides, (draft.reference, draft.candidate), strict=True)
            ]
            changes.append(Change(draft.kind, n, spans[0], spans[1]))
        ranges = [_tokens(entry.range(s), units[s]) for s in (0, 1)]
        similarity = section_similarity(sides, ranges, found) if all(ranges) else None
        sections.append(
            Section(entry.kind, _span(sides[0], ranges[0]), _span(sides[1], ranges[1]), similarity)
        )
    figures, tally = measure(sides, sections, entries, units, drafts, check)
    return Comparison(
        sides[0].document,
        sides[1].document,
        options,
        tuple(sections),
        tuple(changes),
        ledger_of(changes, sides[0].document.text, sides[1].document.text, check),
        figures,
        tally,
    )


def _tokens(bounds: list[int] | None, units: list[Unit]) -> tuple[int, int] | None:
    return token_range(units, *bounds) if bounds else None


def _span(side: Keyed, bounds: tuple[int, int] | None) -> Span | None:
    return side.span(*bounds) if bounds and bounds[0] < bounds[1] else None
