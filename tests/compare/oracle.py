"""What must hold of every comparison, whatever the texts are: the contract as code."""

from __future__ import annotations

from itertools import groupby, pairwise

from gui.compare import Change, ChangeKind, Comparison, SectionKind, compare
from gui.documents import Document, Span, read_text


def compared(reference: str, candidate: str) -> Comparison:
    """Return the comparison, which keeps the contract both ways."""
    documents = read_text(reference), read_text(candidate)
    found, mirrored = compare(*documents), compare(*documents[::-1])
    check(found)
    check(mirrored)
    assert len(found.changes) == len(mirrored.changes)
    return found


def words(document: Document, span: Span) -> list[str]:
    """Return the tokens of a document inside *span*, as written."""
    return [t.of(document.text) for t in document.tokens if span.start <= t.start < span.end]


def rebuilt(comparison: Comparison, section: int, changes: list[Change]) -> list[str]:
    """Return the tokens of the candidate's section, made from the reference's and *changes*."""
    home = comparison.sections[section]
    assert home.reference
    assert home.candidate
    found: list[str] = []
    at = home.reference.start
    for change in changes:
        start = change.reference.start if change.reference else _place(comparison, change)
        found += words(comparison.reference, Span(at, max(at, start)))
        if change.candidate:
            found += words(comparison.candidate, change.candidate)
        at = change.reference.end if change.reference else max(at, start)
    return found + words(comparison.reference, Span(at, max(at, home.reference.end)))


def _place(comparison: Comparison, change: Change) -> int:
    """Return where in the reference an added run belongs: as many kept tokens stand before it."""
    home = comparison.sections[change.section]
    assert home.reference
    assert home.candidate
    assert change.candidate
    before = [c for c in comparison.changes if c.section == change.section]
    before = before[: before.index(change)]
    kept = len(words(comparison.candidate, Span(home.candidate.start, change.candidate.start)))
    kept -= sum(len(words(comparison.candidate, c.candidate)) for c in before if c.candidate)
    kept += sum(len(words(comparison.reference, c.reference)) for c in before if c.reference)
    tokens = [
        t
        for t in comparison.reference.tokens
        if home.reference.start <= t.start < home.reference.end
    ]
    return tokens[kept].start if kept < len(tokens) else home.reference.end


def check(comparison: Comparison) -> None:
    """Assert the whole contract."""
    check_cover(comparison)
    check_order(comparison)
    for n, section in enumerate(comparison.sections):
        if not section.has_counterpart:
            continue
        changes = [c for c in comparison.changes if c.section == n]
        assert section.candidate
        wanted = words(comparison.candidate, section.candidate)
        assert rebuilt(comparison, n, changes) == wanted
        text = section.candidate.of(comparison.candidate.text)
        assert "".join("".join(wanted).split()) == "".join(text.split())  # also what none can see
        for k in range(len(changes)):
            assert rebuilt(comparison, n, changes[:k] + changes[k + 1 :]) != wanted, changes[k]
    for change in comparison.changes:
        check_change(comparison, change)
    check_figures(comparison)


def check_cover(comparison: Comparison) -> None:
    """Sections and spans begin and end on tokens and cover each token once."""
    for document, role in (
        (comparison.reference, "reference"),
        (comparison.candidate, "candidate"),
    ):
        spans = [getattr(s, role) for s in comparison.sections if getattr(s, role)]
        covered = sorted(spans)
        assert all(a.end <= b.start for a, b in pairwise(covered))
        inside = [t for t in document.tokens if any(s.start <= t.start < s.end for s in covered)]
        assert tuple(inside) == document.tokens
        starts = {t.start for t in document.tokens}
        ends = {t.end for t in document.tokens}
        changed = [getattr(c, role) for c in comparison.changes if getattr(c, role)]
        for span in (*spans, *changed):
            assert span.start in starts
            assert span.end in ends


def check_order(comparison: Comparison) -> None:
    """By reference; an added section behind the one that precedes it in the candidate."""
    sections = comparison.sections
    starts = [s.reference.start for s in sections if s.reference]
    assert starts == sorted(starts)
    paired = [s.candidate.start for s in sections if s.kind is SectionKind.PAIRED and s.candidate]
    assert paired == sorted(paired)
    for n, section in enumerate(sections):
        if section.kind is not SectionKind.ADDED:
            continue
        assert section.candidate
        before = [s for s in sections if s.candidate and s.candidate < section.candidate]
        if before:
            nearest = max(before, key=lambda s: s.candidate or Span(0, 0))
            between = sections[sections.index(nearest) + 1 : n]
            assert sections.index(nearest) < n
            assert all(s.kind in (SectionKind.MISSING, SectionKind.ADDED) for s in between), between


def check_change(comparison: Comparison, change: Change) -> None:
    """Nothing stands at the same edge of both sides; kinds have the sides they should.

    Equal signs in a row are one: a full stop is no edge of the dots of an ellipsis.
    """
    if change.kind is not ChangeKind.SUBSTITUTION:
        return
    assert change.reference
    assert change.candidate
    a = _in_runs(words(comparison.reference, change.reference))
    b = _in_runs(words(comparison.candidate, change.candidate))
    assert a[0].casefold() != b[0].casefold()
    assert a[-1].casefold() != b[-1].casefold()


def _in_runs(tokens: list[str]) -> list[str]:
    found: list[str] = []
    for token, run in groupby(tokens):
        same = list(run)
        found += same if any(map(str.isalnum, token)) else ["".join(same)]
    return found


def check_figures(comparison: Comparison) -> None:
    """Shares lie between 0 and 1, and the ledger counts the substitutions."""
    figures = comparison.similarity
    total = comparison.reference.words + comparison.candidate.words
    assert (figures.verbatim is None) == (total == 0)
    for share in (
        figures.verbatim,
        figures.with_substitutions,
        figures.reference_covered,
        figures.candidate_covered,
    ):
        assert share is None or 0 <= share <= 1
    swapped = [c for c in comparison.changes if c.kind is ChangeKind.SUBSTITUTION]
    assert sum(e.count for e in comparison.ledger) == len(swapped)
    counts = [(-e.count, e.reference, e.candidate) for e in comparison.ledger]
    assert counts == sorted(counts)


_SIGNS = {
    ChangeKind.SUBSTITUTION: "{} → {}",
    ChangeKind.MISSING: "-{}{}",
    ChangeKind.ADDED: "{}+{}",
    ChangeKind.LOOK_ALIKE: "{} ≈ {}",
    ChangeKind.MINOR: "{} ~ {}",
}


def told(found: Comparison) -> str:
    """Return the changes on one line, as the examples in ``gui.compare`` show them."""
    a, b = found.reference.text, found.candidate.text
    texts = [
        [" ".join(span.of(text).split()) if span else "" for span, text in both]
        for both in (((c.reference, a), (c.candidate, b)) for c in found.changes)
    ]
    changes = zip(found.changes, texts, strict=True)
    return " | ".join(_SIGNS[c.kind].format(*both) for c, both in changes)
