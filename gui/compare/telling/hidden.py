"""Hidden text: what readers see is compared as if it were all; then hidden text is told beside it.

So keywords in white letters cannot change what corresponds to what, nor any figure. What one
document hides is missing or added, unless the other one hides the same words in the same place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...documents import Document, Span
from ...documents.text.hidden_text import SeenText
from ...documents.text.segmentation import read_text
from ..comparison import Change, ChangeKind, Comparison, Section, SectionKind
from ..pairing.section_alignment import in_order
from .section_changes import ledger_of

Sides = tuple["Side", "Side"]


def compare_seen(
    reference: Document, candidate: Document, compare: Callable[[Document, Document], Comparison]
) -> Comparison:
    """Return the comparison that *compare* makes of what readers see, with hidden text added."""
    if not reference.hidden and not candidate.hidden:
        return compare(reference, candidate)
    sides = Side(reference), Side(candidate)
    found = compare(sides[0].seen, sides[1].seen)
    return _WithHiddenText(found, sides).comparison()


class Side:
    """A document, what readers see of it, and where its hidden text stands."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._seen = SeenText(document.text, document.hidden)
        self.seen = read_text(self._seen.text, name=document.name)
        self.places = [self.seen.token_at(cut) for cut in self._seen.cuts]
        """How many tokens are seen before each piece of hidden text."""

    def whole(self, span: Span) -> Span:
        """Return where *span* of what is seen stands in the document."""
        return self._seen.whole(span)

    def tokens(self, span: Span | None) -> tuple[int, int] | None:
        """Return the range of the tokens in *span* of what is seen."""
        return None if span is None else (self.seen.token_at(span[0]), self.seen.token_at(span[1]))

    def words(self, number: int) -> list[str]:
        """Return the tokens of the piece of hidden text with this *number*."""
        span = self.document.hidden[number]
        first, last = map(self.document.token_at, span)
        return [token.of(self.document.text) for token in self.document.tokens[first:last]]

    def block(self, span: Span) -> Span:
        """Return the block between blank lines in which *span* stands."""
        at = bisect_left(self.document.sections, span.end, key=lambda own: own.end)
        return self.document.sections[at]


class _Hidden(NamedTuple):
    """Hidden text inside a section: before which change, and how many tokens behind the last."""

    before: int
    behind: int
    side: int
    piece: int


class _WithHiddenText:
    """Puts hidden text into the comparison of what is seen."""

    def __init__(self, found: Comparison, sides: Sides) -> None:
        self._found = found
        self._sides = sides
        self._spans = [
            {
                n: own.whole(span)
                for n, section in enumerate(found.sections)
                if (span := (section.reference, section.candidate)[side]) is not None
            }
            for side, own in enumerate(sides)
        ]
        self._changes: dict[int, list[Change]] = {}
        for change in found.changes:
            self._changes.setdefault(change.section, []).append(change)

    def comparison(self) -> Comparison:
        """Return the whole comparison, its spans those of the whole documents."""
        inside: dict[int, list[tuple[int, int]]] = {}
        alone: list[dict[int, list[Span]]] = [{}, {}]
        for side in (0, 1):
            for piece, section in self._housed(side, alone[side]):
                inside.setdefault(section, []).append((side, piece))
        spans = self._spans
        sections = [
            (replace(section, reference=spans[0].get(n), candidate=spans[1].get(n)), n)
            for n, section in enumerate(self._found.sections)
        ]
        ordered = in_order([*sections, *((section, -1) for section in self._alone(alone))])
        places = {number: at for at, (_, number) in enumerate(ordered) if number >= 0}
        changes = [
            replace(change, section=places[section])
            for section in sorted(places, key=places.__getitem__)
            for change in self._with_hidden(section, inside.get(section, []))
        ]
        documents = tuple(side.document for side in self._sides)
        return replace(
            self._found,
            reference=documents[0],
            candidate=documents[1],
            sections=tuple(section for section, _ in ordered),
            changes=tuple(changes),
            ledger=ledger_of(changes, *(document.text for document in documents)),
            furniture=tuple(
                item._replace(sections=tuple(places[n] for n in item.sections))
                for item in self._found.furniture
            ),
        )

    def _housed(self, side: int, alone: dict[int, list[Span]]) -> Iterator[tuple[int, int]]:
        """Yield the pieces of hidden text of a side with the sections that have them now.

        A piece at the edge of a section in the same block makes it longer. Others get sections of
        their own: they are put into *alone*, by the section before them (-1: there is none).
        """
        own, spans = self._sides[side], self._spans[side]
        order = sorted(spans, key=spans.__getitem__)
        for piece, span in enumerate(own.document.hidden):
            block = own.block(span)
            behind = bisect_left(order, span.start, key=lambda n: spans[n].start)
            beside = order[max(0, behind - 1) : behind + 1]
            home = [n for n in beside if spans[n].end > block.start and spans[n].start < block.end]
            before = alone.setdefault(order[behind - 1] if behind else -1, [])
            if home:
                seen = spans[home[0]]
                spans[home[0]] = Span(min(seen.start, span.start), max(seen.end, span.end))
                yield piece, home[0]
            elif before and before[-1].end > block.start:
                before[-1] = Span(before[-1].start, span.end)
            else:
                before.append(span)

    def _alone(self, alone: Sequence[dict[int, list[Span]]]) -> Iterator[Section]:
        """Yield the sections that are hidden as a whole."""
        texts = [side.document.text for side in self._sides]
        for before in sorted({*alone[0], *alone[1]}):
            pieces = [alone[side].get(before, []) for side in (0, 1)]
            same = 0
            if before < 0 or self._found.sections[before].kind is SectionKind.PAIRED:
                for a, b in zip(*pieces, strict=False):
                    if a.of(texts[0]) != b.of(texts[1]):
                        break
                    yield Section(SectionKind.PAIRED, a, b)
                    same += 1
            yield from (Section(SectionKind.MISSING, span, None) for span in pieces[0][same:])
            yield from (Section(SectionKind.ADDED, None, span) for span in pieces[1][same:])

    def _with_hidden(self, section: int, pieces: list[tuple[int, int]]) -> Iterator[Change]:
        """Yield the changes of a section, those of its hidden text among them."""
        own = self._changes.get(section, [])
        has_hidden = pieces and self._found.sections[section].has_counterpart
        placed = self._placed(section, own, pieces) if has_hidden else []
        for n, change in enumerate([*own, None]):
            while placed and placed[0].before == n:
                side, piece = placed.pop(0)[2:]
                span = self._sides[side].document.hidden[piece]
                kind = (ChangeKind.MISSING, ChangeKind.ADDED)[side]
                yield Change(kind, section, None if side else span, span if side else None)
            if change:
                spans = zip(self._sides, (change.reference, change.candidate), strict=True)
                reference, candidate = (span and side.whole(span) for side, span in spans)
                yield replace(change, reference=reference, candidate=candidate)

    def _placed(
        self, section: int, changes: list[Change], pieces: list[tuple[int, int]]
    ) -> list[_Hidden]:
        """Return where among *changes* each piece of hidden text stands, if it is in none.

        Two pieces with the same words in the same place are left out.
        """
        home = self._found.sections[section]
        assert home.reference is not None
        assert home.candidate is not None
        starts = (
            self._sides[0].seen.token_at(home.reference.start),
            self._sides[1].seen.token_at(home.candidate.start),
        )
        edges = list(self._edges(changes, starts))
        placed = []
        for side, piece in pieces:
            token = self._sides[side].places[piece]
            before = bisect_left(edges, token, key=lambda edge: edge[side][0])
            ends = edges[before - 1][side][1] if before else starts[side]
            if token >= ends:
                placed.append(_Hidden(before, token - ends, side, piece))
        placed.sort()
        said = [(*own[:2], *self._sides[own.side].words(own.piece)) for own in placed]
        known = {(own.side, words) for own, words in zip(placed, said, strict=True)}
        return [
            own
            for own, words in zip(placed, said, strict=True)
            if (1 - own.side, words) not in known
        ]

    def _edges(
        self, changes: list[Change], at: tuple[int, int]
    ) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """Yield the tokens ``[start, end)`` of each change on both sides; the first are *at*."""
        for change in changes:
            spans = change.reference, change.candidate
            own = [side.tokens(span) for side, span in zip(self._sides, spans, strict=True)]
            kept = next(bounds[0] - at[n] for n, bounds in enumerate(own) if bounds is not None)
            reference, candidate = (own[n] or (at[n] + kept, at[n] + kept) for n in (0, 1))
            yield reference, candidate
            at = reference[1], candidate[1]
