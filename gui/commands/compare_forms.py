"""What ``copydesk-compare`` prints of a comparison, in each of the forms of ``--format``.

The pages of a list's HTML report are files of their own: ``compare_report`` has those. With
``--learn`` the form is "learn", and what a pair of a list teaches goes from process to process like
what is printed of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from .. import reports

if TYPE_CHECKING:
    from ..compare import Comparison
    from ..compare.modelling.scoring_model import Sources
    from ..compare.modelling.swap_table import Lesson


class PrintedPair(NamedTuple):
    """What is printed of a pair of a list, or its lesson; ``failed`` if it could not be compared.

    ``passing`` says that another run may succeed.
    """

    text: str
    failed: bool = False
    passing: bool = False


def whole_output(form: str, comparison: Comparison, pair_id: str, sources: Sources) -> str:
    """Return all that is printed of two documents."""
    if form == "html":
        return reports.to_html(comparison, title=pair_id.replace("|", " and "))
    if form == "text":
        return reports.to_text(comparison)
    written = reports.json_page if form == "json" else reports.json_text
    return written(reports.to_json(comparison, pair_id=pair_id, sources=sources)) + "\n"


def pair_output(form: str, comparison: Comparison, pair_id: str, sources: Sources) -> str:
    """Return what is printed of one pair of a list, or its lesson."""
    if form == "learn":
        return _lesson_text(comparison)
    if form == "text":
        return f"{_heading(pair_id)}{reports.to_text(comparison)}\n"
    return reports.json_text(reports.to_json(comparison, pair_id=pair_id, sources=sources))


def failure(form: str, pair_id: str, sentence: str) -> PrintedPair:
    """Return what is printed of a pair that could not be compared because of *sentence*."""
    if form in ("learn", "html"):
        return PrintedPair(sentence, failed=True)
    if form == "text":
        said = reports.on_one_line(sentence)
        return PrintedPair(f"{_heading(pair_id)}error: {said}\n\n", failed=True)
    error = reports.to_json_error(sentence, pair_id=pair_id)
    return PrintedPair(reports.json_text(error), failed=True)


def write_list(form: str, outputs: Iterable[str], write: Callable[[str], None]) -> None:
    """Write the *outputs* of the pairs of a list, with what stands between and around them."""
    if form == "json":
        before = "[\n"
        for text in outputs:
            write(f"{before}{text}")
            before = ",\n"
        write("\n]\n" if before == ",\n" else "[]\n")
    else:
        behind = "\n" if form == "jsonl" else ""
        for text in outputs:
            write(f"{text}{behind}")


def _heading(pair_id: str) -> str:
    return f"=== {reports.on_one_line(pair_id)}\n\n"


def _lesson_text(comparison: Comparison) -> str:
    """Return the lesson of a copy as text, or nothing if the pair is no copy."""
    from ..compare.modelling.swap_table import lesson_of

    lesson = lesson_of(comparison)
    if lesson is None:
        return ""
    swaps = [[*swap, count] for swap, count in lesson.swaps.items()]
    return json.dumps([lesson.documents, swaps])


def lesson_in(text: str) -> Lesson | None:
    """Return the lesson in what ``pair_output`` returned; None if it has none."""
    from ..compare.modelling.swap_table import Lesson

    if not text:
        return None
    (reference, candidate), swaps = json.loads(text)
    return Lesson((reference, candidate), {(a, b): count for a, b, count in swaps})
