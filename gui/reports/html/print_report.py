"""The comparison in the subset of HTML that Qt's rich text can draw: for paper and PDF.

It has no style sheet, links or drawing, only tables, colours and text decorations. It comes in
pieces, so that the window can lay out one piece at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...compare import ChangeKind, Comparison, SectionKind
from ...documents import Document, Span
from ..marked import FacingRows, MarkedComparison, facing_rows
from ..wording import (
    ENGLISH,
    Wording,
    excerpt,
    file_name,
    furniture_legend,
    furniture_words,
    kind_word,
)
from .html_pair import direction, gap_text, isolated, plain
from .html_report import counts, decision, hidden_counts

# Colours of the light theme: paper is white.
_MARKS = {
    ChangeKind.SUBSTITUTION: "background-color:#ffe6c4; text-decoration:underline",
    ChangeKind.MISSING: "background-color:#f6dde0; text-decoration:line-through",
    ChangeKind.ADDED: "background-color:#dae7fa; font-weight:600",
    ChangeKind.LOOK_ALIKE: "background-color:#d3efeb; font-style:italic; text-decoration:underline",
    ChangeKind.MINOR: "background-color:#eceef1; font-style:italic",
}
# A count of missing words that is struck through would read as if it did not hold.
_SAMPLES = {ChangeKind.MISSING: "background-color:#f6dde0"}
_BACKGROUNDS = {
    SectionKind.MISSING: "#f6dde0",
    SectionKind.ADDED: "#dae7fa",
    SectionKind.MOVED: "#f1e4fb",
}
_LEDGER_COLUMNS = 3
_PIECE = 12_000  # characters of markup, which Qt lays out in about 20 ms; the pages are the same
_GAP = "#f1f3f6"
_MUTED = "color:#545e6b; font-size:8pt"
_UNSEEN = "color:#545e6b; font-style:italic"


def to_print_html(
    comparison: Comparison,
    *,
    title: str,
    label: str | None = None,
    annotator: str = "",
    flagged: bool = False,
    note: str = "",
    wording: Wording = ENGLISH,
) -> Iterator[str]:
    """Yield *comparison* as pieces for ``QTextDocument.setHtml``, to be placed below each other.

    The arguments are those of ``to_html``. The rows of one table may be spread over several
    pieces, each of which repeats the head of the table.
    """
    marked = MarkedComparison(comparison, wording)
    parts = [f'<h2 style="margin-bottom:2px">{plain(title)}</h2>']
    said = decision(wording, label, annotator, flagged, plain, "b")
    if said:
        parts.append(f"<p>{said}</p>")
    if note:
        parts.append(f"<p>{_lines(note)}</p>")
    parts += [*_documents(marked), *_summary(marked)]
    yield _page("".join(parts))
    for table in (_sections(marked), _ledger(marked), _pair(marked)):
        if table is not None:
            yield from table.pages()


@dataclass(frozen=True)
class _Table:
    """A table with a heading; *rows* are made on demand."""

    heading: str
    start: str
    rows: Iterable[str]

    def pages(self) -> Iterator[str]:
        """Yield the table in pieces of about equal length."""
        before, rows, length = f"<h3>{self.heading}</h3>", list[str](), 0
        for row in self.rows:
            rows.append(row)
            length += len(row)
            if length > _PIECE:
                yield _page(before + self.start + "".join(rows) + "</table>")
                before, rows, length = "", [], 0
        if rows:
            yield _page(before + self.start + "".join(rows) + "</table>")


def _page(content: str) -> str:
    return (
        '<html><head><meta charset="utf-8"></head>'
        f'<body style="font-size:9pt">{content}</body></html>'
    )


def _documents(marked: MarkedComparison) -> Iterator[str]:
    words, comparison = marked.wording, marked.comparison

    def line(role: str, document: Document) -> str:
        length = words.count("%n word(s)", document.words)
        facts = plain(", ".join(filter(None, (length, document.encoding))))
        name = isolated(plain(file_name(document.name)))
        return f'{plain(role)}: <b>{name}</b> <span style="{_MUTED}">{facts}</span>'

    reference = line(words.say("Reference"), comparison.reference)
    candidate = line(words.say("Candidate"), comparison.candidate)
    yield f"<p>{reference}<br>{candidate}</p>"


def _summary(marked: MarkedComparison) -> Iterator[str]:
    similarity, words = marked.comparison.similarity, marked.wording
    figures = "".join(
        f'<td width="25%"><span style="font-size:15pt">{plain(words.percent(share))}</span><br>'
        f'<span style="{_MUTED}">{plain(name)}</span></td>'
        for name, share in (
            (words.say("verbatim"), similarity.verbatim),
            (words.say("with substitutions"), similarity.with_substitutions),
            (words.say("reference covered"), similarity.reference_covered),
            (words.say("candidate covered"), similarity.candidate_covered),
        )
    )
    yield f'<table width="100%" cellpadding="4"><tr>{figures}</tr></table>'
    samples = " &nbsp; ".join(
        f'<span style="{_SAMPLES.get(kind, _MARKS[kind])}">{plain(what)}</span>'
        if isinstance(kind, ChangeKind)
        else f'<span style="background-color:{_BACKGROUNDS[kind]}">{plain(what)}</span>'
        for kind, what in counts(marked)
    )
    hidden = "".join(
        f' &nbsp; <span style="{_UNSEEN}">⟦{plain(what)}⟧</span>' for what in hidden_counts(marked)
    )
    yield f"<p>{samples}{hidden}</p>"
    found = [" ".join(furniture_words(words, item)) for item in marked.comparison.furniture]
    if found:
        meanings = " · ".join(furniture_legend(words, marked.comparison.furniture))
        yield (
            f'<p>{plain(" · ".join(found))}<br><span style="{_MUTED}">{plain(meanings)}</span></p>'
        )


def _sections(marked: MarkedComparison) -> _Table | None:
    comparison, words = marked.comparison, marked.wording
    rows = []
    for number, section in enumerate(comparison.sections, start=1):
        if section.kind is SectionKind.PAIRED:
            continue
        document = comparison.reference if section.reference else comparison.candidate
        span = section.reference or section.candidate
        assert span is not None
        length = plain(words.count("%n word(s)", marked.words(section)))
        if comparison.hides(section):
            length += f" · {plain(words.say('hidden'))}"
        rows.append(
            f'<tr><td bgcolor="{_BACKGROUNDS[section.kind]}">'
            f"{plain(kind_word(words, section.kind))}</td>"
            f'<td align="right"><span style="{_MUTED}">{number}</span></td>'
            f'<td dir="ltr">{isolated(plain(excerpt(span.of(document.text))))}</td>'
            f'<td align="right"><span style="{_MUTED}">{length}</span></td></tr>'
        )
    title = plain(words.say("Sections missing, added, moved"))
    return _Table(title, '<table cellpadding="4" cellspacing="2">', rows) if rows else None


def _ledger(marked: MarkedComparison) -> _Table | None:
    """Return the substitutions in columns, to be read downwards."""
    entries = [
        f"{isolated(plain(entry.reference))} → <b>{isolated(plain(entry.candidate))}</b>"
        + (f' <span style="{_MUTED}">×&nbsp;{entry.count}</span>' if entry.count > 1 else "")
        for entry in marked.comparison.ledger
    ]
    if not entries:
        return None
    height = -(-len(entries) // _LEDGER_COLUMNS)
    width = 100 // _LEDGER_COLUMNS
    rows = (
        "<tr>"
        + "".join(f'<td width="{width}%" dir="ltr">{e}</td>' for e in entries[n::height])
        + "</tr>"
        for n in range(height)
    )
    title = plain(marked.wording.say("Substitutions"))
    return _Table(title, '<table width="100%" cellpadding="1" cellspacing="0">', rows)


def _pair(marked: MarkedComparison) -> _Table:
    words = marked.wording
    reference, candidate = plain(words.say("Reference")), plain(words.say("Candidate"))
    start = (
        '<table width="100%" cellpadding="5" cellspacing="2" border="0"><thead>'
        f'<tr><th align="left" width="47%">{reference}</th><th width="6%"></th>'
        f'<th align="left" width="47%">{candidate}</th></tr></thead>'
    )
    return _Table(plain(words.say("The pair")), start, _pair_rows(marked))


def _pair_rows(marked: MarkedComparison) -> Iterator[str]:
    for line in facing_rows(marked):
        left, right = (_cell(marked, line, reference=reference) for reference in (True, False))
        numbers = dict.fromkeys(str(row.section + 1) for row in line if row is not None)
        number = f'<td align="center"><span style="{_MUTED}">{" ≠ ".join(numbers)}</span></td>'
        yield f"<tr>{left}{number}{right}</tr>"


def _cell(marked: MarkedComparison, line: FacingRows, *, reference: bool) -> str:
    row = line.reference if reference else line.candidate
    if row is None:
        row = line.candidate if reference else line.reference
        assert row is not None
        if row.kind is SectionKind.MOVED:
            number = marked.words(marked.comparison.sections[row.section])
            what = marked.wording.count("moved, stands elsewhere: %n word(s)", number)
        else:
            what = gap_text(marked, row)
        return f'<td bgcolor="{_GAP}"><span style="{_MUTED}">{plain(what)}</span></td>'
    span = row.reference if reference else row.candidate
    assert span is not None
    if row.kind in (SectionKind.PAIRED, SectionKind.MOVED):
        inside = "".join(
            _text(marked, piece.span, reference=reference)
            if piece.change is None
            else f'<span style="{_MARKS[marked.comparison.changes[piece.change].kind]}">'
            f"{_text(marked, piece.span, reference=reference)}</span>"
            for piece in marked.side(row.section, reference=reference)
        )
    else:
        inside = _text(marked, span, reference=reference)
    colour = _BACKGROUNDS.get(row.kind)
    background = f' bgcolor="{colour}"' if colour else ""
    document = marked.comparison.reference if reference else marked.comparison.candidate
    return f'<td{background} dir="{direction(span.of(document.text))}">{inside}</td>'


def _text(marked: MarkedComparison, span: Span, *, reference: bool) -> str:
    """Return the text of *span* as markup, with what no reader sees in brackets."""
    return "".join(
        f'<span style="{_UNSEEN}">⟦{_lines(part)}⟧</span>' if hidden else _lines(part)
        for part, hidden in marked.parts(span, reference=reference)
    )


def _lines(content: str) -> str:
    return plain(content).replace("\n", "<br>")
