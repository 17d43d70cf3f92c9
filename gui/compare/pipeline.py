"""The comparison as named stages: tokens, alignment, sections, changes, measures, furniture.

Examples in this package call ``changes`` and ``sections``, which compare two texts and write the
result on one line each; ``tests/test_docstring_examples.py`` defines and runs them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from ..documents import Document, Span
from ..own_process import collector_paused
from .cancellation import cancellable, check, checked
from .comparison import Change, Comparison, Options, Section
from .furniture.furniture import furniture_of
from .modelling.scoring_model import Model, load_model
from .modelling.steps import Step, mirrored
from .pairing.pair_alignment import PairAlignment
from .pairing.section_alignment import AlignedSection, in_order
from .telling.hidden import compare_seen
from .telling.joined_words import joined_words
from .telling.section_changes import Counts, count_words, ledger_of, measure, proposed_changes
from .telling.unspaced_words import WholeWords, has_unspaced_words
from .tokenizing.elements import parted
from .tokenizing.equivalence import unify
from .tokenizing.tokens import TokenPair, Tokens, number_tokens


def compare(
    reference: Document,
    candidate: Document,
    *,
    options: Options | None = None,
    model: Model | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Comparison:
    r"""Compare two documents and return every section and change.

    The result depends on the texts, *options* and *model* only. *cancelled* is asked every few
    milliseconds. Exchanging the documents mirrors the result: the words are always aligned from
    the shorter text to the longer one, whichever of them is the reference.

    >>> changes("The phone rang.", "The telephone rang.")
    phone → telephone
    >>> sections("The phone rang.\n\nBy Ann Lee", "The phone rang.")
    paired, missing

    Raises:
        Cancelled: when *cancelled* returned true.
    """
    # When the collector goes on, nothing is left that it would search but the result.
    with cancellable(cancelled), collector_paused():
        compare_two = partial(_compared, options=options or Options(), model=model or load_model())
        found = compare_seen(*parted(reference, candidate), compare_two)
        check()
        return found


def _compared(
    reference: Document, candidate: Document, options: Options, model: Model
) -> Comparison:
    """Compare two documents, the shorter with the longer."""
    is_mirrored = (len(candidate.text), candidate.text) < (len(reference.text), reference.text)
    shorter, longer = (candidate, reference) if is_mirrored else (reference, candidate)
    check()
    sides = unify(number_tokens(shorter, longer))
    joined = joined_words(sides)
    aligned = PairAlignment(joined.sides if joined else sides, model).sections
    check()
    if joined:
        aligned = joined.taken_apart(aligned)
    if has_unspaced_words(sides):
        words = WholeWords(sides)
        aligned = [(section, words.joined(steps)) for section, steps in aligned]
    if is_mirrored:
        sides = sides.mirrored()
        aligned = [(own.mirrored(), mirrored(steps)) for own, steps in aligned]
    return _comparison(sides, in_order(aligned), options)


def _comparison(
    sides: TokenPair, aligned: Sequence[tuple[AlignedSection, list[Step]]], options: Options
) -> Comparison:
    """Turn aligned sections and words into sections and changes of the texts, and count them."""
    sections: list[Section] = []
    changes: list[Change] = []
    counts: list[Counts] = []
    for n, (own, steps) in enumerate(checked(aligned, 16)):
        similarity = None
        if own.reference and own.candidate:
            proposed = proposed_changes(steps, sides, options)
            changes += [
                Change(d.kind, n, _span(sides[0], d.reference), _span(sides[1], d.candidate))
                for d in proposed
            ]
            counts.append(count_words(sides, (own.reference, own.candidate), proposed))
            similarity = counts[-1].similarity
        spans = _span(sides.reference, own.reference), _span(sides.candidate, own.candidate)
        sections.append(Section(own.kind, *spans, similarity))
    documents = sides.reference.document, sides.candidate.document
    figures, tally = measure(sides, sections, counts)
    ledger = ledger_of(changes, *[document.text for document in documents])
    furniture = furniture_of(*documents, sections, changes)
    check()
    found = tuple(sections), tuple(changes)
    return Comparison(*documents, options, *found, ledger, figures, tally, furniture)


def _span(side: Tokens, bounds: tuple[int, int] | None) -> Span | None:
    return side.span(*bounds) if bounds and bounds[0] < bounds[1] else None
