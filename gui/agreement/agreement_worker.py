"""The process that reads and compares label files for the window.

A ``ProcessPool`` gives it two tasks, so that the window can show progress.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from ..documents import shown_name
from ..extra_libraries import is_installed
from ..labels.label_reading import LabelsRead, read_labels
from ..labels.label_set import LabelSet
from ..labels.label_values import LabelFileError
from ..messages import Message
from ..messages.about_agreement import AboutAgreement
from ..messages.about_labels import AboutLabels
from ..messages.about_pairs import AboutPairs
from ..process_pool import serve
from .gathering import (
    AgreementError,
    gather,
    known_labels,
    names_of,
    nothing_to_compare,
    without_labels,
)
from .ratings import Ratings

# The window writes these in a moment; their rows are counted.
_ON_THEIR_WAY = frozenset((AboutLabels.PAIR_NOT_THERE_YET, AboutLabels.PAIRS_NOT_THERE_YET))


class StudyRequest(NamedTuple):
    """The label files of a study, and how to read them.

    ``own`` is that of the window, which does not exist before the first label. ``pairs`` are the
    ids of the list, ``by_file`` treats each file as an annotator of its own, ``assignment`` is the
    path of the file with the known labels, if there is one. ``title`` is that of the page.
    """

    files: Sequence[str]
    own: str
    journals: str
    labels: LabelSet
    pairs: Sequence[str]
    by_file: bool
    assignment: str
    title: str


class StudyStep(Enum):
    """The steps, in order."""

    READ = "read the files"
    COMPUTE = "say how far they agree"


class Counted(NamedTuple):
    """The result of reading: how much there is to compute from."""

    labels: int
    annotators: int


class Computed(NamedTuple):
    """The study, in the form of ``agreement_report.to_data`` and as a page.

    ``remarks`` are about the files; ``doubtful`` are those that would be resolved by treating each
    file as an annotator of its own.
    """

    data: Mapping[str, Any]
    page: str
    remarks: Sequence[Message]
    doubtful: Sequence[Message]


class StudyRefused(NamedTuple):
    """Why there is no study; ``alone`` if only the labels of others are missing."""

    why: Message
    remarks: Sequence[Message] = ()
    alone: bool = False


def main(quiet: int = 0) -> None:
    """Serve the pool's requests."""
    # As many threads as processors would reserve more memory than the process may have.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    serve(Comparing, quiet)


class Comparing:
    """Reads the files of an order, then computes how far their labels agree."""

    def __init__(self, order: StudyRequest) -> None:
        self._order = order
        self._ratings = Ratings(())
        self._gold: Mapping[str, str] = {}
        self._remarks: list[Message] = []
        self._doubtful: Sequence[Message] = ()

    def __call__(self, task: StudyStep) -> Counted | Computed | StudyRefused:
        """Run *task*; if it is refused, the next one is pointless."""
        return self._read() if task is StudyStep.READ else self._compute()

    def _read(self) -> Counted | StudyRefused:
        if not is_installed("numpy"):
            return StudyRefused(Message(AboutPairs.NEEDS_NUMPY))
        order = self._order
        files: dict[Path, LabelsRead] = {}
        for path in map(Path, order.files):
            is_missing = not path.exists()
            if is_missing and str(path) != order.own:
                return StudyRefused(Message(AboutPairs.NOT_THERE_CHECK_PATH, name=shown_name(path)))
            try:
                files[path] = read_labels(path, Path(order.journals), order.labels)
            except LabelFileError as error:
                if is_missing:
                    continue
                return StudyRefused(error.message)
            self._remarks += (p for p in files[path].problems if p.code not in _ON_THEIR_WAY)
        others = {path: file for path, file in files.items() if str(path) != order.own}
        self._remarks += without_labels(others)
        names = names_of(list(files)) if order.by_file else None
        found = gather(list(files.values()), names=names, pairs=order.pairs)
        self._ratings, self._doubtful = found.ratings, found.twice
        self._remarks += found.alike
        if found.foreign is not None:
            self._remarks.append(found.foreign)
        if Path(order.assignment).is_file():
            try:
                self._gold = known_labels(Path(order.assignment))
            except AgreementError as error:
                self._remarks.append(error.message)
        why = nothing_to_compare(self._ratings)
        if why is not None:
            return StudyRefused(why, tuple(self._remarks), alone=True)
        return Counted(len(self._ratings), len(self._ratings.annotators))

    def _compute(self) -> Computed:
        from .agreement_page import to_page
        from .agreement_report import to_data
        from .study import study_of

        study = study_of(self._ratings, self._gold)
        if not study.agreements.over_all.pairs:
            self._remarks.append(Message(AboutAgreement.NOTHING_SHARED))
        page = to_page(study, self._order.title)
        return Computed(to_data(study), page, tuple(self._remarks), tuple(self._doubtful))
