"""Exports a folder for data set hubs: JSON lines, and a data card for a person to complete.

The card is Markdown with a YAML head, as Hugging Face and others read it (M. Mitchell and others,
"Model cards", 2019; T. Gebru and others, "Datasheets for datasets", 2021). It contains what can be
counted, and questions in italics about what only people know.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..extra_libraries import is_installed
from ..labels.label_set import LabelSet
from ..labels.label_values import (
    ADJUDICATOR,
    FIGURES_HIDDEN,
    MARKS_HIDDEN,
    NAMES_HIDDEN,
    LabelRow,
)
from .joined_table import Joined, measures_of, texts_of

if TYPE_CHECKING:
    from ..compare import Comparison

DATA, CARD = "data.jsonl", "README.md"
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_HIDDEN = {
    MARKS_HIDDEN: "the marks, and all else that the comparison found, were hidden until the "
    "decision",
    NAMES_HIDDEN: "names, paths and columns of the list were hidden, and the sides and the order "
    "of the pairs were drawn by lot",
    FIGURES_HIDDEN: "the similarities were hidden",
}
_MEANINGS = {
    "original": "the candidate is the original that the reference was made from",
    "copy": "the candidate is a copy made from the reference",
    "unrelated": "neither was made from the other",
    "unusable": "the pair cannot be judged",
}


def data_line(joined: Joined, comparison: Comparison | None) -> str:
    """Return one pair as a JSON object: texts, labels of annotators, and measures."""
    labels = {row.label for row in joined.rows if row.label is not None}
    pair = joined.pair or joined.rows[0]
    texts: Sequence[str | None] = (None, None) if comparison is None else texts_of(comparison)
    measures = {} if comparison is None else measures_of(comparison)
    said: dict[str, Any] = {
        "id": joined.pair_id,
        "reference": pair.reference,
        "candidate": pair.candidate,
        "reference_text": texts[0],
        "candidate_text": texts[1],
        # Where all agree; what to do where people do not is the business of copydesk-labels gold.
        "label": labels.pop() if len(labels) == 1 else None,
        "annotations": [_annotation(row) for row in joined.rows],
        "measures": {name: json.loads(own) if own else None for name, own in measures.items()},
        "list": {} if joined.pair is None else dict(joined.pair.details),
    }
    return json.dumps(said, ensure_ascii=False) + "\n"


def _annotation(row: LabelRow) -> dict[str, Any]:
    return {
        "annotator": row.annotator,
        "label": row.label,
        "flagged": row.flagged,
        "note": row.note,
        "lead_time": row.lead_time,
        "hidden": row.blind.split(),
        "updated_at": row.updated_at,
    }


def data_card(
    name: str,
    rows: Sequence[LabelRow],
    pairs: int,
    labels: LabelSet,
    agreement: Sequence[str],
) -> str:
    """Return the card of a data set of *pairs* pairs; *agreement* are lines about that."""
    return "\n".join(_card(name, rows, pairs, labels, agreement)) + "\n"


def _card(
    name: str, rows: Sequence[LabelRow], pairs: int, labels: LabelSet, agreement: Sequence[str]
) -> Iterator[str]:
    size = next((known for most, known in _SIZES if pairs < most), "n>1M")
    yield from ("---", f"pretty_name: {json.dumps(name, ensure_ascii=False)}")
    yield from ("task_categories:", "- text-classification", "size_categories:", f"- {size}")
    yield from ("configs:", "- config_name: default", f"  data_files: {DATA}", "---", "")
    yield from (f"# {name}", "", "*What these pairs are, and where they come from.*", "")
    yield "## Labels"
    yield ""
    counts = Counter(str(row.label) for row in rows if row.label is not None)
    described = {own.name: own.description or _MEANINGS.get(own.name, "") for own in labels}
    yield from ("| label | what it means | how often it was given |", "|---|---|---|")
    for label in [*described, *sorted(counts.keys() - described.keys())]:
        meaning = described.get(label) or "*what it means*"
        yield f"| {_cell(label)} | {_cell(meaning)} | {counts[label]:,} |"
    yield from ("", "## How the labels were made", "")
    yield from _made(rows, pairs)
    if agreement:
        yield from ("", "## Agreement", "", "```", *agreement, "```")
    yield from ("", "## Licence and consent", "", "*Whose texts these are, and who may use them.*")


def _made(rows: Sequence[LabelRow], pairs: int) -> Iterator[str]:
    by = {row.annotator for row in rows if row.label is not None}
    labelled = {row.pair_id for row in rows if row.label is not None}
    times = sorted(row.updated_at for row in rows if row.label is not None and row.updated_at)
    if not labelled:
        yield f"None of the {pairs:,} pairs has a label yet."
        return
    yield (
        f"{len(labelled):,} of {pairs:,} pairs were labelled by {len(by):,} "
        f"{'person' if len(by) == 1 else 'people'} with Copydesk {__version__}"
        + (f", from {times[0][:10]} to {times[-1][:10]}." if times else ".")
    )
    decided = [row for row in rows if row.label is not None]
    marked = not all(MARKS_HIDDEN in row.blind.split() for row in decided)
    with_marks = ", with swapped words and missing sections marked" if marked else ""
    yield f"They read both documents side by side{with_marks}."
    yield from _hidden(decided)
    yield "*Who they are, what they were told, and how they were paid.*"


def _hidden(labelled: Sequence[LabelRow]) -> Iterator[str]:
    """Yield what was hidden from annotators when they decided, and of how many labels."""
    for word, what in _HIDDEN.items():
        count = sum(word in row.blind.split() for row in labelled)
        if count:
            share = "all" if count == len(labelled) else f"{count:,} of {len(labelled):,}"
            yield f"For {share} labels {what}."


def agreement_of(rows: Sequence[LabelRow]) -> list[str]:
    """Return the lines that say how far annotators agree; none if there are too few data."""
    from ..agreement.gathering import nothing_to_compare
    from ..agreement.ratings import Ratings

    ratings = Ratings(row for row in rows if row.role != ADJUDICATOR)
    if nothing_to_compare(ratings) is not None:
        return []
    if not is_installed("numpy"):
        return []
    from ..agreement.agreement_report import to_lines
    from ..agreement.study import study_of

    return list(to_lines(study_of(ratings)))


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
