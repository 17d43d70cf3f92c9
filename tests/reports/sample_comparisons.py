"""Comparisons for the tests of reports, written down as values: no comparer is asked."""

from __future__ import annotations

from dataclasses import replace

from gui.compare import (
    Change,
    ChangeKind,
    Comparison,
    LedgerEntry,
    Options,
    Section,
    SectionKind,
    Similarity,
    Tally,
    compare,
)
from gui.compare.furniture.furniture import furniture_of
from gui.documents import Document, Span, read_text


def furnished(written: Comparison) -> Comparison:
    """Return *written* with the furniture that its sections show."""
    documents = written.reference, written.candidate
    return replace(written, furniture=furniture_of(*documents, written.sections, written.changes))


def phone_rang() -> Comparison:
    """Return the example of the JSON's description."""
    reference = read_text("The phone rang.\n\nBy A. Author", name="a.txt")
    candidate = read_text("The telephone rang.\n\nSource link", name="b.txt")
    written = Comparison(
        reference,
        candidate,
        Options(),
        (
            Section(SectionKind.PAIRED, Span(0, 15), Span(0, 19), 2 / 3),
            Section(SectionKind.MISSING, Span(17, 29), None),
            Section(SectionKind.ADDED, None, Span(21, 32)),
        ),
        (Change(ChangeKind.SUBSTITUTION, 0, Span(4, 9), Span(4, 13)),),
        (LedgerEntry("phone", "telephone", (0,)),),
        Similarity(4 / 11, 6 / 11, 0.5, 0.6),
        Tally(
            missing_words=3,
            added_words=2,
            substituted=1,
            substituted_words=1,
            missing_sections=1,
            added_sections=1,
            paired_sections=1,
        ),
    )
    return furnished(written)


def by_words(document: Document, words: str, start: int = 0) -> Span:
    """Return where *words* stand in *document*."""
    at = document.text.index(words, start)
    return Span(at, at + len(words))


def every_kind() -> Comparison:
    """Return a comparison with each kind of change, a moved section and markup in the texts."""
    reference = read_text(
        "The <b>old</b> harbour & its big crane.\n\nIt moved down.\n\nA quay, said Ann.",
        name="<i>.txt",
    )
    candidate = read_text(
        "The <b>new</b> harb\u043eur & its crane today.\n\nA Quay, said Ann.\n\nIt moved down.",
        name='"x"&.txt',
    )
    places = (
        (ChangeKind.SUBSTITUTION, 0, "old", "new"),
        (ChangeKind.LOOK_ALIKE, 0, "harbour", "harb\u043eur"),
        (ChangeKind.MISSING, 0, "big", None),
        (ChangeKind.ADDED, 0, None, "today"),
        (ChangeKind.MINOR, 2, "quay", "Quay"),
    )
    changes = tuple(
        Change(
            kind,
            section,
            by_words(reference, before) if before else None,
            by_words(candidate, after) if after else None,
        )
        for kind, section, before, after in places
    )
    first, moved, last = reference.sections
    other_first, other_last, other_moved = candidate.sections
    written = Comparison(
        reference,
        candidate,
        Options(),
        (
            Section(SectionKind.PAIRED, first, other_first, 0.5),
            Section(SectionKind.MOVED, moved, other_moved, 1.0),
            Section(SectionKind.PAIRED, last, other_last, 1.0),
        ),
        changes,
        (LedgerEntry("old", "new", (0,)),),
        Similarity(0.7, 0.8, 0.9, 0.9999),
        Tally(1, 1, 1, 1, 1, 1, 0, 0, 1, 2),
    )
    return furnished(written)


def cut(
    reference: str, candidate: str, parts: tuple[tuple[str, str | None, str | None], ...]
) -> Comparison:
    """Return a comparison of two texts cut as *parts* say: (kind, words here, words there)."""
    here, there = read_text(reference, name="a.txt"), read_text(candidate, name="b.txt")
    sections = tuple(
        Section(
            SectionKind(kind),
            by_words(here, old) if old else None,
            by_words(there, new) if new else None,
            1.0,
        )
        for kind, old, new in parts
    )
    figures = Similarity(1, 1, 1, 1)
    return furnished(Comparison(here, there, Options(), sections, (), (), figures, Tally()))


def split_in_the_candidate() -> Comparison:
    """Return a paragraph of the reference that is two in the candidate, cut in a sentence."""
    return cut(
        "It rained.\n\nAnn said that it came too early for them.",
        "It rained.\n\nAnn said that it came\n\ntoo early for them.",
        (
            ("paired", "It rained.", "It rained."),
            ("paired", "Ann said that it came", "Ann said that it came"),
            ("paired", "too early for them.", "too early for them."),
        ),
    )


def moved_in_a_paragraph() -> Comparison:
    """Return two paragraphs that are one each, with a sentence that moved."""
    return cut(
        "It rained. Ann slept. The boat came in.",
        "Ann slept. It rained. The boat came in.",
        (
            ("paired", "It rained.", "It rained."),
            ("moved", "Ann slept.", "Ann slept."),
            ("paired", "The boat came in.", "The boat came in."),
        ),
    )


def of_texts(reference: str, candidate: str) -> Comparison:
    """Return what the program's own comparer says about two texts."""
    return compare(
        read_text(reference, name="reference.txt"), read_text(candidate, name="candidate.txt")
    )
