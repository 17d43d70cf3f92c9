"""The comparison as named steps: tokens, alignment, sections, changes, measures."""

from __future__ import annotations

import gc
from collections.abc import Callable

from ..documents import Document, Span
from .cancel import Cancelled, Check, checked
from .changes import drafts_of
from .comparison import Change, Comparison, Options, Section
from .look_alikes import unify_look_alikes
from .measure import Counts, count_words, ledger_of, measure
from .model import Model, load_model
from .pair_alignment import PairAlignment
from .sections import in_order
from .tokens import Tokens, number_tokens, unify_numbering


def compare(
    reference: Document,
    candidate: Document,
    *,
    options: Options | None = None,
    model: Model | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Comparison:
    """Compare two documents and return every section and change.

    The result depends on the texts, *options* and *model* only. *cancelled* is asked every few
    milliseconds. Exchanging the documents mirrors the result: the words are aligned in one
    direction, whichever document is the reference.

    Raises:
        Cancelled: when *cancelled* returned true.
    """
    options = options or Options()
    model = model or load_model()

    def check() -> None:
        if cancelled is not None and cancelled():
            raise Cancelled

    was_on = gc.isenabled()
    gc.disable()  # a million values and no cycles: looking through them all takes 0.2 s at once
    try:
        mirrored = (len(candidate.text), candidate.text) < (len(reference.text), reference.text)
        pair = (candidate, reference) if mirrored else (reference, candidate)
        check()
        sides = unify_look_alikes(unify_numbering(number_tokens(*pair, check), check), check)
        aligned = PairAlignment(sides, model, check)
        if mirrored:
            sides = sides[1], sides[0]
        return _finish(sides, aligned, mirrored, options, check)
    finally:
        if was_on:
            gc.enable()


def _finish(
    sides: tuple[Tokens, Tokens],
    aligned: PairAlignment,
    mirrored: bool,
    options: Options,
    check: Check,
) -> Comparison:
    found = aligned.entries
    if mirrored:
        found = [(entry.mirrored(), steps) for entry, steps in found]
    sections: list[Section] = []
    changes: list[Change] = []
    counts: list[Counts] = []
    for n, (entry, steps) in enumerate(checked(in_order(found), check, 16)):
        spans = _span(sides[0], entry.reference), _span(sides[1], entry.candidate)
        similarity = None
        if entry.reference and entry.candidate:
            own = [step.mirrored() for step in steps] if mirrored else steps
            drafts = drafts_of(own, sides, options)
            changes += [
                Change(d.kind, n, _span(sides[0], d.reference), _span(sides[1], d.candidate))
                for d in drafts
            ]
            counts.append(count_words(sides, (entry.reference, entry.candidate), drafts))
            similarity = counts[-1].similarity
        sections.append(Section(entry.kind, *spans, similarity))
    figures, tally = measure(sides, sections, counts)
    texts = sides[0].document.text, sides[1].document.text
    ledger = ledger_of(changes, *texts, check)
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


def _span(side: Tokens, bounds: tuple[int, int] | None) -> Span | None:
    return side.span(*bounds) if bounds and bounds[0] < bounds[1] else None
