"""The values that a comparison consists of. All are frozen and refuse nonsense.

Offsets are half-open spans in code points of the document's text. ``reference`` and
``candidate`` are roles: they never depend on which side of the window a document stands.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from ..documents import Document, Span


class SectionKind(str, Enum):
    """How a section stands to the other document."""

    PAIRED = "paired"
    MISSING = "missing"
    ADDED = "added"
    MOVED = "moved"


class ChangeKind(str, Enum):
    """What happened to a word or phrase inside a paired or moved section."""

    SUBSTITUTION = "substitution"
    MISSING = "missing"
    ADDED = "added"
    LOOK_ALIKE = "look-alike"
    MINOR = "minor"


class Options(NamedTuple):
    """What counts as a minor difference. Everything else that differs is a real one.

    Its fields are the table of the kinds, with those that are minor by default: the option
    ``--minor``, the settings and the reports go through them.

    By default case, quotation marks, dashes, white space inside a token and ``marks`` are minor:
    accents and vowel marks that may be left out, and letters, digits and signs that have more
    than one encoding. The signs before the items of a list count as dashes. ``punctuation`` makes
    every change between or of punctuation marks minor too.
    """

    case: bool = True
    quotes: bool = True
    dashes: bool = True
    spacing: bool = True
    punctuation: bool = False
    marks: bool = True

    @classmethod
    def of(cls, kinds: Collection[str]) -> Options:
        """Return the options by which *kinds*, and no others, are minor.

        >>> Options.of(("case", "dashes")).kinds
        ('case', 'dashes')
        """
        return cls(**{kind: kind in kinds for kind in cls._fields})

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are minor, in the order of the table."""
        return tuple(kind for kind, on in self._asdict().items() if on)


@dataclass(frozen=True)
class Section:
    """A part of both documents (paired, moved) or of one (missing, added).

    ``similarity`` is the share of its words that are equal or minor, 0 to 1; None where the
    section has no counterpart or no words.
    """

    kind: SectionKind
    reference: Span | None
    candidate: Span | None
    similarity: float | None = None

    def __post_init__(self) -> None:
        _check_sides(self.kind.value, self.reference, self.candidate)

    @property
    def has_counterpart(self) -> bool:
        """True for paired and moved sections."""
        return self.reference is not None and self.candidate is not None


@dataclass(frozen=True)
class Change:
    """One difference inside ``Comparison.sections[section]``.

    ``reference`` is None for added words, ``candidate`` for missing ones; a minor change (a
    comma, where punctuation counts as minor) may lack either.
    """

    kind: ChangeKind
    section: int
    reference: Span | None
    candidate: Span | None

    def __post_init__(self) -> None:
        _check_sides(self.kind.value, self.reference, self.candidate)


def _check_sides(kind: str, reference: Span | None, candidate: Span | None) -> None:
    sides = (reference is not None, candidate is not None)
    wanted = (kind != "added", kind != "missing")
    if sides != wanted and not (kind == "minor" and any(sides)):
        raise ValueError(f"{kind}: spans on the wrong sides: {reference}, {candidate}")
    for span in (reference, candidate):
        if span is not None and not 0 <= span.start < span.end:
            raise ValueError(f"{kind}: an empty or backward span: {span}")


@dataclass(frozen=True)
class LedgerEntry:
    """A substitution by its lower-cased text, and the changes (indices) where it occurs."""

    reference: str
    candidate: str
    changes: tuple[int, ...]

    @property
    def count(self) -> int:
        """How often the substitution occurs."""
        return len(self.changes)


def rounded_share(share: float) -> float:
    """Return *share* rounded to four places, as all files have it; what is shown is made of that.

    Otherwise a pair's figure might change once it had been saved. Only 1 itself becomes 1, and
    only 0 itself 0:

    >>> rounded_share(0.94746), rounded_share(0.99999), rounded_share(0.00001), rounded_share(1.0)
    (0.9475, 0.9999, 0.0001, 1.0)
    """
    return share if share in (0.0, 1.0) else min(max(round(share, 4), 0.0001), 0.9999)


class Similarity(NamedTuple):
    """Shares of words, 0 to 1; None where there are no words to take a share of.

    ``verbatim`` is the number of words that are equal, or differ in a minor way, on both sides,
    divided by the number of words of both documents. ``with_substitutions`` counts substituted and
    look-alike words too; ``reference_covered`` and ``candidate_covered`` are the same for one
    document alone.
    """

    verbatim: float | None
    with_substitutions: float | None
    reference_covered: float | None
    candidate_covered: float | None


class Tally(NamedTuple):
    """Numbers for the summary; words, not punctuation.

    ``substituted`` counts substitutions, ``substituted_words`` the reference's words in them.
    ``missing_words`` and ``added_words`` count whole sections and changes inside sections.
    """

    missing_words: int = 0
    added_words: int = 0
    substituted: int = 0
    substituted_words: int = 0
    look_alikes: int = 0
    minor: int = 0
    missing_sections: int = 0
    added_sections: int = 0
    moved_sections: int = 0
    paired_sections: int = 0


class FurnitureKind(str, Enum):
    """A part of an article that is not its prose; in the order of a page."""

    HEADLINE = "headline"
    DATE = "date"
    BYLINE = "byline"
    CAPTION = "caption"
    FOOTER = "footer"


class FurnitureState(str, Enum):
    """What became of a part of the reference; ADDED is one that only the candidate has."""

    KEPT = "kept"
    ALTERED = "altered"
    LOST = "lost"
    ADDED = "added"


class FurnitureItem(NamedTuple):
    """One kind of furniture and its state; ``sections`` index ``Comparison.sections``."""

    kind: FurnitureKind
    state: FurnitureState
    sections: tuple[int, ...]

    @property
    def section(self) -> int:
        """The first of the sections, where a click leads."""
        return self.sections[0]


@dataclass(frozen=True)
class Comparison:
    """What two documents have in common and where they differ.

    ``sections`` cover each visible character of both documents once, in the order of the
    reference; an added section stands behind the one that precedes it in the candidate. So does
    hidden text, which is missing or added wherever the other document does not hide it too;
    figures do not count it.
    ``changes`` ascend by section and, inside one, on both sides. ``furniture`` stands in the order
    of ``FurnitureKind``.
    """

    reference: Document
    candidate: Document
    options: Options
    sections: tuple[Section, ...]
    changes: tuple[Change, ...]
    ledger: tuple[LedgerEntry, ...]
    similarity: Similarity
    tally: Tally = field(default_factory=Tally)
    furniture: tuple[FurnitureItem, ...] = ()

    @cached_property
    def is_added(self) -> bytes:
        """One byte for each section: 1 where the reference has none, else 0."""
        return bytes([section.reference is None for section in self.sections])

    def hides(self, found: Section | Change) -> bool:
        """Return whether all of a section or change is hidden text, which no reader sees."""
        sides = ((self.reference, found.reference), (self.candidate, found.candidate))
        return all(document.hides(span) for document, span in sides if span is not None)

    def __post_init__(self) -> None:
        section = i = j = 0  # of the last change, and where it ends on both sides
        for change in self.changes:
            home = self.sections[change.section]
            if not home.has_counterpart:
                raise ValueError(f"a change in a {home.kind.value} section: {change}")
            if change.section > section:
                i = j = 0
            reference, candidate = change.reference or (i, i), change.candidate or (j, j)
            if change.section < section or reference[0] < i or candidate[0] < j:
                raise ValueError(f"changes must ascend and not overlap: {change}")
            section, i, j = change.section, reference[1], candidate[1]
