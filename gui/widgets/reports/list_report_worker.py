"""A process of the pool that writes the reports of a list in the window's language.

It uses Qt for translations only: no window, no fonts.
"""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ...documents import Reader
from ...messages import Message
from ...process_pool import serve
from ...reports.html import Decided, Figures, to_pair_report
from ...reports.report_folder import page_name, write_page
from ...review.preparing.protocol import Documents, Failed, Found, Request, WorkerAnswer
from ...review.preparing.worker import answer
from ..controls.qt_text import install_language
from .report_writing import WindowWording


class Setup(NamedTuple):
    """The folder that the pages go to, and the language that was chosen for the window."""

    parts: str
    language: str


class ReportTask(NamedTuple):
    """A pair, its place in the list, and what annotators decided about it."""

    number: int
    pair_id: str
    request: Request
    decided: tuple[Decided, ...]


class NotWritten(NamedTuple):
    """Why the system could not write a page."""

    why: str


Outcome = Figures | Message | NotWritten


def main(quiet: int = 0) -> None:
    """Write the reports that a pool requests."""
    application = QCoreApplication([])
    with ExitStack() as stack:

        def prepared(setup: Setup) -> partial[Outcome]:
            install_language(application, setup.language)
            reader = stack.enter_context(Reader())
            return partial(report, Path(setup.parts), WindowWording(), reader)

        serve(prepared, quiet)


def report(parts: Path, wording: WindowWording, reader: Reader, task: ReportTask) -> Outcome:
    """Write the page of a pair; return its figures, or why there is none."""
    answers: list[WorkerAnswer] = []
    answer(task.request, answers.append, bool, reader)
    last = answers[-1]
    if isinstance(last, Failed):
        assert last.message is not None  # nothing was cancelled
        return last.message
    documents = next(each for each in answers[::-1] if isinstance(each, Documents))
    assert isinstance(last, Found)
    comparison = last.comparison(documents)
    html = to_pair_report(comparison, title=task.pair_id, decided=task.decided, wording=wording)
    try:
        write_page(parts, page_name(task.pair_id), html)
    except OSError as error:
        return NotWritten(error.strerror or str(error))
    return Figures.of(comparison)
