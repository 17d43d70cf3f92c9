"""The two documents of a pair by role, and which place in one is level with which in the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import Enum
from functools import cached_property
from typing import NamedTuple, Protocol, TypeVar

from ...compare import Comparison
from ...documents import Span

T_co = TypeVar("T_co", covariant=True)


class Role(str, Enum):
    """Which of the two documents."""

    REFERENCE = "reference"
    CANDIDATE = "candidate"

    @property
    def other(self) -> Role:
        """The other document."""
        return Role.CANDIDATE if self is Role.REFERENCE else Role.REFERENCE


ROLES = (Role.REFERENCE, Role.CANDIDATE)


class TwoSided(Protocol[T_co]):
    """Anything with something for each role: a comparison, a section, a change, a row."""

    @property
    def reference(self) -> T_co:
        """What belongs to the reference."""

    @property
    def candidate(self) -> T_co:
        """What belongs to the candidate."""


def of(value: TwoSided[T_co], role: Role) -> T_co:
    """Return what *value* holds for *role*."""
    return value.reference if role is Role.REFERENCE else value.candidate


class _ChangedTokens(NamedTuple):
    """One change in token numbers; between two of them equal tokens run in parallel."""

    reference: int
    reference_end: int
    candidate: int
    candidate_end: int


class PositionMap:
    """The position map of one comparison; a section is indexed when it is first needed."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._section_of = [change.section for change in comparison.changes]
        self._changed: dict[int, list[_ChangedTokens]] = {}
        self._places: dict[tuple[int, Role], list[Span]] = {}

    @cached_property
    def kinds(self) -> list[str]:
        """The kind of each change."""
        return [change.kind.value for change in self.comparison.changes]

    def changes_of(self, section: int) -> range:
        """Return the numbers of the changes of *section*."""
        return range(
            bisect_left(self._section_of, section), bisect_right(self._section_of, section)
        )

    def places_of(self, section: int, role: Role) -> list[Span]:
        """Return the place of each change of *section* in the document of *role*."""
        key = (section, role)
        if key not in self._places:
            self._places[key] = [self.place(number, role) for number in self.changes_of(section)]
        return self._places[key]

    def place(self, change: int, role: Role) -> Span:
        """Return the span of *change* in *role*; an empty span where its words are missing.

        An empty span lies behind the word before it, or at the section's start.
        """
        comparison = self.comparison
        span = of(comparison.changes[change], role)
        if span is not None:
            return span
        section = comparison.changes[change].section
        numbers = self._changed_of(section)[change - self.changes_of(section).start]
        token = numbers.reference if role is Role.REFERENCE else numbers.candidate
        home = of(comparison.sections[section], role)
        tokens = of(comparison, role).tokens
        assert home is not None
        at = tokens[token - 1].end if token and tokens[token - 1].end > home.start else home.start
        return Span(at, at)

    def counterpart(self, section: int, role: Role, offset: int) -> int:
        """Return the offset in the other document that is level with *offset* of *role*.

        Equal words map to each other, a place inside a change to its share of the other side.
        Raises ValueError for a section without a counterpart.
        """
        there = of(self.comparison.sections[section], role.other)
        if there is None:
            raise ValueError("a section without a counterpart has no positions")
        mine, other = of(self.comparison, role).tokens, of(self.comparison, role.other).tokens
        token = of(self.comparison, role).token_at(offset + 1) - 1
        inside = max(offset - mine[token].start, 0) if token >= 0 else 0
        counterpart, exact = self._counterpart_token(section, role, max(token, 0))
        if counterpart >= len(other) or other[counterpart].start >= there.end:
            return there.end
        span = other[counterpart]
        at = span.start + (min(inside, span.end - span.start) if exact else 0)
        return min(max(at, there.start), there.end)

    def level(self, section: int, role: Role, offset: int) -> int | None:
        """Return the counterpart of a token's start, None unless words begin there in both texts.

        That is so between two equal words, and where both sides of a substitution begin.
        """
        mine, other = of(self.comparison, role).tokens, of(self.comparison, role.other).tokens
        token = of(self.comparison, role).token_at(offset)
        if token == len(mine) or mine[token].start != offset:
            return None
        before, after = self._around(section, role, token)
        if before is not None:
            start, end, counterpart, counterpart_end = _sides(before, role)
            if start <= token < end:
                return (
                    other[counterpart].start
                    if token == start and counterpart < counterpart_end
                    else None
                )
            found = counterpart_end + token - end
        elif after is not None:
            start, _, counterpart, _ = _sides(after, role)
            found = counterpart - (start - token)
        else:
            return self.counterpart(section, role, offset)
        return other[found].start if 0 <= found < len(other) else None

    def _counterpart_token(self, section: int, role: Role, token: int) -> tuple[int, bool]:
        """Return the token level with *token*, and whether the two are the same word."""
        before, after = self._around(section, role, token)
        if before is not None:
            start, end, counterpart, counterpart_end = _sides(before, role)
            if token < end:
                share = (token - start) / (end - start)
                return counterpart + int(share * (counterpart_end - counterpart)), False
            return counterpart_end + token - end, True
        if after is not None:
            start, _, counterpart, _ = _sides(after, role)
            return max(counterpart - (start - token), 0), True
        home = self.comparison.sections[section]
        here, there = of(home, role), of(home, role.other)
        assert here is not None
        assert there is not None
        first = of(self.comparison, role).token_at(here.start)
        return of(self.comparison, role.other).token_at(there.start) + token - first, True

    def _around(
        self, section: int, role: Role, token: int
    ) -> tuple[_ChangedTokens | None, _ChangedTokens | None]:
        changed = self._changed_of(section)
        at = bisect_right(changed, token, key=lambda tokens: _sides(tokens, role)[0])
        return (changed[at - 1] if at else None, changed[at] if at < len(changed) else None)

    def _changed_of(self, section: int) -> list[_ChangedTokens]:
        if section not in self._changed:
            self._changed[section] = self._walk(section)
        return self._changed[section]

    def _walk(self, section: int) -> list[_ChangedTokens]:
        comparison = self.comparison
        reference, candidate = comparison.reference, comparison.candidate
        home = comparison.sections[section]
        assert home.reference is not None
        assert home.candidate is not None
        here = reference.token_at(home.reference.start)
        there = candidate.token_at(home.candidate.start)
        changed = []
        for number in self.changes_of(section):
            change = comparison.changes[number]
            if change.reference is not None:
                start = reference.token_at(change.reference.start)
                there += start - here
                here = start
            if change.candidate is not None:
                start = candidate.token_at(change.candidate.start)
                if change.reference is None:
                    here += start - there
                there = start
            end = reference.token_at(change.reference.end) if change.reference else here
            counterpart_end = (
                candidate.token_at(change.candidate.end) if change.candidate else there
            )
            changed.append(_ChangedTokens(here, end, there, counterpart_end))
            here, there = end, counterpart_end
        return changed


def _sides(tokens: _ChangedTokens, role: Role) -> tuple[int, int, int, int]:
    """Return the numbers of *tokens*: start and end in *role*, start and end in the other."""
    if role is Role.REFERENCE:
        return tokens
    return tokens.candidate, tokens.candidate_end, tokens.reference, tokens.reference_end
