"""The comparison in the small HTML that Qt's rich text draws: for paper and PDF.

No style sheet, no links, no drawing: tables, colours and text decorations only.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...compare import ChangeKind, Comparison, SectionKind
from ...compare.furniture import furniture
from ...documents import Document
from ..beside import Line, lines
from ..figures import counted, excerpt, percent, verdict
from ..marked import Marked
from ..visible import file_name
from .markup import plain

# Colours of the light theme: paper is white.
_MARKS = {
    ChangeKind.SUBSTITUTION: "background-color:#ffe6c4; text-decoration:underline",
    ChangeKind.MISSING: "background-color:#f6dde0; text-decoration:line-through",
    ChangeKind.ADDED: "background-color:#dae7fa; font-weight:600",
    ChangeKind.LOOK_ALIKE: "background-color:#d3efeb; font-style:italic; text-decoration:underline",
    ChangeKind.MINOR: "background-color:#eceef1; font-style:italic",
}
_BACKGROUNDS = {
    SectionKind.MISSING: "#f6dde0",
    SectionKind.ADDED: "#dae7fa",
    SectionKind.MOVED: "#f1e4fb",
}
_GAP = "#f1f3f6"
_MUTED = "color:#545e6b; font-size:8pt"


def to_print_html(
    comparison: Comparison,
    *,
    title: str,
    label: str | None = None,
    annotator: str = "",
    note: str = "",
) -> str:
    """Return *comparison* for ``QTextDocument.setHtml``; the arguments are those of ``to_html``."""
    marked = Marked(comparison)
    parts = [f'<h2 style="margin-bottom:2px">{plain(title)}</h2>']
    if label:
        by = f", judged by {plain(annotator)}" if annotator else ""
        parts.append(f"<p>The candidate is <b>{plain(verdict(label))}</b>{by}.</p>")
    if note:
        parts.append(f"<p>{_lines(note)}</p>")
    parts += [*_documents(comparison), *_summary(comparison), *_sections(marked)]
    parts += [*_ledger(comparison), *_pair(marked)]
    return (
        '<html><head><meta charset="utf-8"></head>'
        f'<body style="font-size:9pt">{"".join(parts)}</body></html>'
    )


def _documents(comparison: Comparison) -> Iterator[str]:
    def line(role: str, document: Document) -> str:
        facts = plain(", ".join(filter(None, (counted(document.words, "word"), document.encoding))))
        name = plain(file_name(document.name))
        return f'{role}: <b>{name}</b> <span style="{_MUTED}">{facts}</span>'

    reference = line("Reference", comparison.reference)
    candidate = line("Candidate", comparison.candidate)
    yield f"<p>{reference}<br>{candidate}</p>"


def _summary(comparison: Comparison) -> Iterator[str]:
    similarity, tally = comparison.similarity, comparison.tally
    figures = "".join(
        f'<td width="25%"><span style="font-size:15pt">{percent(share)}</span><br>'
        f'<span style="{_MUTED}">{name}</span></td>'
        for name, share in (
            ("verbatim", similarity.verbatim),
            ("with substitutions", similarity.with_substitutions),
            ("reference covered", similarity.reference_covered),
            ("candidate covered", similarity.candidate_covered),
        )
    )
    yield f'<table width="100%" cellpadding="4"><tr>{figures}</tr></table>'
    counts = [
        (ChangeKind.SUBSTITUTION, counted(tally.substituted, "substitution")),
        (ChangeKind.MISSING, counted(tally.missing_words, "word") + " missing"),
        (ChangeKind.ADDED, counted(tally.added_words, "word") + " added"),
    ]
    if tally.look_alikes:
        counts.append((ChangeKind.LOOK_ALIKE, counted(tally.look_alikes, "look-alike")))
    if tally.minor:
        counts.append((ChangeKind.MINOR, counted(tally.minor, "minor difference")))
    samples = " &nbsp; ".join(
        f'<span style="{_MARKS[kind]}">{what}</span>' for kind, what in counts
    )
    moved = counted(tally.moved_sections, "section") + " moved"
    yield f"<p>{samples} &nbsp; {moved}</p>"
    found = [f"{item.kind.value} {item.state.value}" for item in furniture(comparison)]
    if found:
        yield f"<p>{' · '.join(found)}</p>"


def _sections(marked: Marked) -> Iterator[str]:
    comparison = marked.comparison
    lines = []
    for number, section in enumerate(comparison.sections, start=1):
        if section.kind is SectionKind.PAIRED:
            continue
        document = comparison.reference if section.reference else comparison.candidate
        span = section.reference or section.candidate
        assert span is not None
        words = counted(marked.words(section), "word")
        lines.append(
            f"<b>{section.kind.value}</b> {number} &nbsp;{plain(excerpt(span.of(document.text)))} "
            f'<span style="{_MUTED}">{words}</span>'
        )
    if lines:
        yield f"<h3>Sections missing, added, moved</h3><p>{'<br>'.join(lines)}</p>"


def _ledger(comparison: Comparison) -> Iterator[str]:
    entries = [
        f"{plain(entry.reference)} → <b>{plain(entry.candidate)}</b>"
        + (f" ({entry.count})" if entry.count > 1 else "")
        for entry in comparison.ledger
    ]
    if entries:
        yield f"<h3>Substitutions</h3><p>{' &nbsp;· '.join(entries)}</p>"


def _pair(marked: Marked) -> Iterator[str]:
    yield (
        '<h3>The pair</h3><table width="100%" cellpadding="5" cellspacing="0" border="0"><thead>'
        '<tr><th align="left" width="47%">Reference</th><th width="6%"></th>'
        '<th align="left" width="47%">Candidate</th></tr></thead>'
    )
    for line in lines(marked):
        left, right = (_cell(marked, line, reference=reference) for reference in (True, False))
        numbers = dict.fromkeys(str(row.section + 1) for row in line if row is not None)
        number = f'<td align="center"><span style="{_MUTED}">{" ≠ ".join(numbers)}</span></td>'
        yield f"<tr>{left}{number}{right}</tr>"
    yield "</table>"


def _cell(marked: Marked, line: Line, *, reference: bool) -> str:
    row = line.reference if reference else line.candidate
    if row is None:
        row = line.candidate if reference else line.reference
        assert row is not None
        what = {
            SectionKind.MISSING: "missing here",
            SectionKind.ADDED: "added in the candidate",
        }.get(row.kind, "moved, stands elsewhere")
        words = counted(marked.words(marked.comparison.sections[row.section]), "word")
        return f'<td bgcolor="{_GAP}"><span style="{_MUTED}">{what}: {words}</span></td>'
    span = row.reference if reference else row.candidate
    assert span is not None
    if row.kind in (SectionKind.PAIRED, SectionKind.MOVED):
        inside = "".join(
            _lines(piece.text)
            if piece.change is None
            else f'<span style="{_MARKS[marked.comparison.changes[piece.change].kind]}">'
            f"{_lines(piece.text)}</span>"
            for piece in marked.side(row.section, reference=reference)
        )
    else:
        inside = _lines(marked.shown(span, reference=reference))
    colour = _BACKGROUNDS.get(row.kind)
    background = f' bgcolor="{colour}"' if colour else ""
    return f'<td{background} dir="auto">{inside}</td>'


def _lines(content: str) -> str:
    return plain(content).replace("\n", "<br>")
