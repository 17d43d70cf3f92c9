"""A comparison as plain text: the figures, the sections, the ledger, then the marked pair."""

from __future__ import annotations

from collections.abc import Iterator

from ..compare import Comparison, Section, SectionKind
from ..documents import Document, plural
from .marked import ComparisonRow, MarkedComparison, continuations, in_brackets, rows
from .wording import excerpt, file_name, on_one_line, percent, visible

_LISTED = (SectionKind.MISSING, SectionKind.ADDED, SectionKind.MOVED)


def to_text(comparison: Comparison) -> str:
    """Return *comparison* for a terminal or an e-mail; changes are marked like those of wdiff.

    Sections are numbered from 1. Characters that are invisible or control a terminal are written
    as ``<U+200B>``.
    """
    marked = MarkedComparison(comparison)
    parts = [
        _head(comparison),
        _summary(comparison),
        _sections(marked),
        _ledger(comparison),
        _pair(marked),
    ]
    return "\n".join(part for part in parts if part)


def _head(comparison: Comparison) -> str:
    def line(role: str, document: Document) -> str:
        name = on_one_line(file_name(document.name))
        encoding = on_one_line(document.encoding)
        facts = ", ".join(filter(None, (plural(document.words, "word"), encoding)))
        return f"{role}  {name}  ({facts})\n"

    notices = "".join(
        f"note       {role}: {on_one_line(str(notice.message))}\n"
        for role, document in (
            ("reference", comparison.reference),
            ("candidate", comparison.candidate),
        )
        for notice in document.notices
    )
    notices += "".join(
        f"note       {role}: its SHA-256 is {document.sha256}.\n"
        for role, document in (
            ("reference", comparison.reference),
            ("candidate", comparison.candidate),
        )
        if document.snapshot is not None
    )
    head = line("reference", comparison.reference) + line("candidate", comparison.candidate)
    return head + notices


def _summary(comparison: Comparison) -> str:
    similarity, tally = comparison.similarity, comparison.tally
    figures = (
        ("verbatim", similarity.verbatim),
        ("with substitutions", similarity.with_substitutions),
        ("reference covered", similarity.reference_covered),
        ("candidate covered", similarity.candidate_covered),
    )
    lines = [f"{name:<20}{percent(share):>8}" for name, share in figures]
    counts = [
        plural(tally.missing_words, "word") + " missing",
        plural(tally.added_words, "word") + " added",
        plural(tally.substituted, "substitution"),
    ]
    if tally.look_alikes:
        counts.append(plural(tally.look_alikes, "look-alike"))
    if tally.minor:
        counts.append(plural(tally.minor, "minor difference"))
    lines.append(", ".join(counts))
    hidden = [
        f"{plural(document.hidden_words, 'word')} in the {role}"
        for role, document in (
            ("reference", comparison.reference),
            ("candidate", comparison.candidate),
        )
        if document.hidden
    ]
    if hidden:
        lines.append("hidden text, counted apart: " + ", ".join(hidden))
    found = [f"{item.kind.value} {item.state.value}" for item in comparison.furniture]
    if found:
        lines.append("furniture: " + ", ".join(found))
    return _block("Summary", lines)


def _sections(marked: MarkedComparison) -> str:
    lines = [
        f"{section.kind.value:<8}{number + 1:>4}  {_beginning(marked.comparison, section)}"
        f"  ({plural(marked.words(section), 'word')}"
        f"{', hidden' if marked.comparison.hides(section) else ''})"
        for kind in _LISTED
        for number, section in enumerate(marked.comparison.sections)
        if section.kind is kind
    ]
    return _block("Sections missing, added and moved", lines) if lines else ""


def _ledger(comparison: Comparison) -> str:
    lines = [
        f"{entry.count:>6}  {_flowed(entry.reference)} → {_flowed(entry.candidate)}"
        for entry in comparison.ledger
    ]
    return _block("Substitutions", lines) if lines else ""


def _pair(marked: MarkedComparison) -> str:
    lines: list[str] = []
    found = rows(marked.comparison)
    edges = continuations(marked.comparison, ((row.reference, row.candidate) for row in found))
    above: ComparisonRow | None = None
    for row, edge in zip(found, edges, strict=True):
        # Text that both documents have is written as in the candidate.
        both = above is not None and above.candidate is not None and row.candidate is not None
        if not (edge.candidate if both else edge.joins):
            lines.append("")
        lines.extend(_row(marked, row))
        above = row
    documents = marked.comparison.reference, marked.comparison.candidate
    brackets = " ⟦hidden⟧" if any(document.hidden for document in documents) else ""
    return _block(f"The pair: [-missing-] {{+added+}} [-old-]{{+new+}}{brackets}", lines)


def _row(marked: MarkedComparison, row: ComparisonRow) -> Iterator[str]:
    comparison = marked.comparison
    if row.kind is SectionKind.MISSING and row.reference is not None:
        yield f"[-{visible(in_brackets(comparison.reference, row.reference))}-]"
    elif row.kind is SectionKind.ADDED and row.candidate is not None:
        yield f"{{+{visible(in_brackets(comparison.candidate, row.candidate))}+}}"
    elif row.kind is SectionKind.MOVED and row.candidate is None:
        section = comparison.sections[row.section]
        yield f"(section {row.section + 1} moved: {_beginning(comparison, section)})"
    else:
        if row.kind is SectionKind.MOVED:
            yield f"(section {row.section + 1} moved here)"
        yield "".join(_marks(marked, row.section))


def _marks(marked: MarkedComparison, section: int) -> Iterator[str]:
    for segment in marked.segments(section):
        yield visible(segment.gap)
        if segment.change is None:
            yield visible(segment.candidate)
            continue
        if segment.reference:
            yield f"[-{visible(segment.reference)}-]"
        if segment.candidate:
            yield f"{{+{visible(segment.candidate)}+}}"


def _beginning(comparison: Comparison, section: Section) -> str:
    if section.reference is not None:
        text = section.reference.of(comparison.reference.text)
    else:
        assert section.candidate is not None
        text = section.candidate.of(comparison.candidate.text)
    return visible(excerpt(text))


def _flowed(text: str) -> str:
    return visible(" ".join(text.split()))


def _block(title: str, lines: list[str]) -> str:
    return "\n".join([title, "-" * len(title), *lines, ""])
