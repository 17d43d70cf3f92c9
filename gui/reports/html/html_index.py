"""The pairs of a whole list on one page: by label and similarity, each linked to its report.

No script, no request, light and dark; on a narrow screen each pair is a card.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ... import __version__
from ...compare import Comparison
from ..wording import ENGLISH, Wording, label_words, on_one_line
from .html_pair import attribute, text
from .html_report import page_head, to_html

_INDEX = "../index.html"  # seen from the page of a pair
_DIFFERENT = ""  # where annotators gave different labels


class Decided(NamedTuple):
    """What an annotator decided about a pair; ``label`` is None where there is none."""

    label: str | None
    annotator: str = ""
    flagged: bool = False
    note: str = ""


def to_pair_report(
    comparison: Comparison,
    *,
    title: str,
    decided: Sequence[Decided] = (),
    wording: Wording = ENGLISH,
) -> str:
    """Return the report of a pair of a list, with a link to the page of all.

    What several annotators decided is its note.
    """
    if len(decided) == 1:
        (only,) = decided
        return to_html(comparison, title=title, index=_INDEX, wording=wording, **only._asdict())
    lines = []
    for each in decided:
        what = [each.annotator, label_words(wording, each.label) if each.label else ""]
        what += [wording.say("flagged") if each.flagged else "", each.note]
        lines.append(": ".join(filter(None, (what[0], ", ".join(filter(None, what[1:]))))))
    note = "\n".join(lines)
    return to_html(comparison, title=title, note=note, index=_INDEX, wording=wording)


class Figures(NamedTuple):
    """The measures of a pair that the index shows: shares from 0 to 1, and numbers."""

    verbatim: float | None
    with_substitutions: float | None
    substitutions: int
    missing_words: int
    added_words: int
    moved_sections: int

    @classmethod
    def of(cls, comparison: Comparison) -> Figures:
        """Return the figures of *comparison*."""
        similarity, tally = comparison.similarity, comparison.tally
        return cls(
            similarity.verbatim,
            similarity.with_substitutions,
            tally.substituted,
            tally.missing_words,
            tally.added_words,
            tally.moved_sections,
        )


class IndexRow(NamedTuple):
    """A pair of the list. ``file`` leads to its report; without one, ``problem`` says why."""

    pair_id: str
    file: str = ""
    figures: Figures | None = None
    problem: str = ""
    decided: tuple[Decided, ...] = ()

    @property
    def label(self) -> str | None:
        """The label on which all who gave one agree; None where there is none."""
        labels = {each.label for each in self.decided if each.label}
        if len(labels) > 1:
            return _DIFFERENT
        return labels.pop() if labels else None


def to_index(
    rows: Sequence[IndexRow],
    *,
    title: str,
    labels: Sequence[str],
    wording: Wording = ENGLISH,
) -> str:
    """Return the page of a list with the name *title*, which lists *rows*.

    *labels* are in the order in which they are to come; others follow by name. All text is shown
    literally.
    """
    words = wording
    readable = [row for row in rows if row.figures is not None]
    groups: dict[str | None, list[IndexRow]] = {}
    for row in readable:
        groups.setdefault(row.label, []).append(row)
    known = {label: place for place, label in enumerate(labels)}
    order = sorted(groups, key=lambda label: _place(label, known))
    problems = [row for row in rows if row.figures is None]
    parts = [_header(words, title, rows, problems, [(each, len(groups[each])) for each in order])]
    for number, label in enumerate(order):
        parts.append(_group(words, label, groups[label], number, alone=order == [None]))
    if problems:
        parts.append(_problems(words, problems))
    made = text(words.say("Compared with Copydesk {version}").format(version=__version__))
    parts.append(f"<footer>{made}</footer>")
    head = page_head(title, "index.css", words.language)
    return head + "\n".join(parts) + "\n</body>\n</html>\n"


def _place(label: str | None, known: dict[str, int]) -> tuple[int, int, str]:
    """Return what sorts the groups: labels, what annotators do not agree on, the rest."""
    if label is None:
        return (2, 0, "")
    if label == _DIFFERENT:
        return (1, 0, "")
    return (0, known.get(label, len(known)), label)


def _name(words: Wording, label: str | None) -> str:
    if label is None:
        return words.say("without a label")
    return words.say("labelled differently") if label == _DIFFERENT else label_words(words, label)


def _header(
    words: Wording,
    title: str,
    rows: Sequence[IndexRow],
    problems: Sequence[IndexRow],
    groups: Sequence[tuple[str | None, int]],
) -> str:
    links = [(f"g{n}", _name(words, label), count) for n, (label, count) in enumerate(groups)]
    if problems:
        links.append(("problems", words.say("not compared"), len(problems)))
    jumps = "".join(
        f'<a href="#{place}">{text(name)} <b>{count:,}</b></a>' for place, name, count in links
    )
    how_many = text(words.count("%n pair(s)", len(rows)))
    nav = f"<nav>{jumps}</nav>" if len(links) > 1 else ""
    return f"<header><h1>{text(title)}</h1><p>{how_many}</p>{nav}</header>"


def _group(
    words: Wording, label: str | None, rows: Sequence[IndexRow], number: int, *, alone: bool
) -> str:
    heading = ""
    if not alone:
        count = text(words.count("%n pair(s)", len(rows)))
        heading = f"<h2>{text(_name(words, label))} <span>{count}</span></h2>"
    names = _columns(words)
    head = "".join(f'<th scope="col">{text(name)}</th>' for name in (words.say("pair"), *names))
    by_similarity = sorted(rows, key=_likeness)
    body = "\n".join(_row(words, row, names) for row in by_similarity)
    return (
        f'<section id="g{number}">{heading}<table><thead><tr>{head}</tr></thead>'
        f"<tbody>\n{body}\n</tbody></table></section>"
    )


def _columns(words: Wording) -> tuple[str, ...]:
    return (
        words.say("with substitutions"),
        words.say("verbatim"),
        words.say("substitutions"),
        words.say("words missing"),
        words.say("words added"),
        words.say("sections moved"),
    )


def _likeness(row: IndexRow) -> tuple[float, str]:
    """Return what sorts the pairs of a group: the most alike first, then by id."""
    share = row.figures.with_substitutions if row.figures is not None else None
    return (-1.0 if share is None else -share, row.pair_id)


def _row(words: Wording, row: IndexRow, names: Sequence[str]) -> str:
    assert row.figures is not None
    figures = row.figures
    cells = [
        _share(words, names[0], figures.with_substitutions),
        _share(words, names[1], figures.verbatim),
        *(
            f'<td data-name="{attribute(name)}"{"" if number else " class=none"}>{number:,}</td>'
            for name, number in zip(names[2:], figures[2:], strict=True)
        ),
    ]
    link = f'<a href="{attribute(row.file)}"><bdi>{text(on_one_line(row.pair_id))}</bdi></a>'
    return f'<tr><th scope="row">{link}{_decided(words, row)}</th>{"".join(cells)}</tr>'


def _share(words: Wording, name: str, share: float | None) -> str:
    return (
        f'<td class="share" data-name="{attribute(name)}">{text(words.percent(share))}'
        '<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="rail" width="100" height="4" rx="2"/>'
        f'<rect class="filled" width="{100 * (share or 0.0):.1f}" height="4" rx="2"/></svg></td>'
    )


def _decided(words: Wording, row: IndexRow) -> str:
    """Return who gave which label, where that is not plain from the heading, flags and notes."""
    said = []
    for each in row.decided:
        flag = f' <span class="flag">⚑ {text(words.say("flagged"))}</span>' if each.flagged else ""
        name = ""
        if each.annotator and (each.label or each.flagged or each.note):
            what = (
                f"{label_words(words, each.label)}, "
                if row.label == _DIFFERENT and each.label
                else ""
            )
            name = text(what + each.annotator)
        if name or flag:
            said.append(f'<span class="by">{name}{flag}</span>')
        if each.note:
            said.append(f'<span class="note">{text(each.note)}</span>')
    return "".join(said)


def _problems(words: Wording, rows: Sequence[IndexRow]) -> str:
    listed = "\n".join(
        f"<li><b><bdi>{text(on_one_line(row.pair_id))}</bdi></b><span>{text(row.problem)}</span>"
        f"{_decided(words, row)}</li>"
        for row in rows
    )
    count = text(words.count("%n pair(s)", len(rows)))
    title = text(words.say("not compared"))
    return (
        f'<section id="problems"><h2>{title} <span>{count}</span></h2>'
        f'<ul class="problems">\n{listed}\n</ul></section>'
    )
