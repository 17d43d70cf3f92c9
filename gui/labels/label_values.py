"""The values that pair lists and label files consist of. All are frozen."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ..messages import CopydeskError, Message
from .label_set import label_of

LABELS_NAME = "labels.csv"
"""The default name of the label file beside a pair list."""

# A relative path that stands for itself: no "." or "..", no drive, nothing empty.
_STRAIGHT = re.compile(r"[^/\\:.][^/\\:]*(?:/[^/\\:.][^/\\:]*)*")


class PairListError(CopydeskError):
    """A pair list cannot be used; the message says why and what to do."""


class LoneDocumentError(PairListError):
    """The supposed pair list is one document, at ``path``, without a second one."""

    def __init__(self, message: Message, path: str) -> None:
        super().__init__(message)
        self.path = path


class LooseArticlesError(PairListError):
    """The supposed pair list is a folder or a file of articles at ``path``, without pairs.

    ``gui.find`` can look for pairs among them.
    """

    def __init__(self, message: Message, path: str) -> None:
        super().__init__(message)
        self.path = path


class UnnamedColumnsError(LooseArticlesError):
    """The rows of the file at ``path`` may be articles, but no column is named as the text.

    ``columns`` are the names of the columns, each with its first value.
    """

    def __init__(self, message: Message, path: str, columns: Sequence[tuple[str, str]]) -> None:
        super().__init__(message, path)
        self.columns = tuple(columns)


def path_of(folder: Path, name: str) -> str:
    """Return ``str(folder / name)``; of 40,000 names pathlib alone would take half a second."""
    start = str(folder)
    if not _STRAIGHT.fullmatch(name) or start.endswith((".", ":", os.sep)):
        return str(folder / name)
    return f"{start}{os.sep}{name.replace('/', os.sep)}"


class LabelFileError(CopydeskError):
    """A label file cannot be used; the message says why and what to do."""


class JournalError(CopydeskError):
    """A decision could not be journalled and does not count; the message says why."""


class Pair(NamedTuple):
    """Two documents to be judged, by path or by text.

    ``reference`` and ``candidate`` are the paths in the list (for texts, placeholders). ``details``
    are the list's further columns. ``problem`` says why the pair cannot be read; such a pair can be
    flagged, annotated and labelled unusable. ``number``, from 1, is what a blind reader sees
    instead of id and paths; 0 if those may be seen.
    """

    id: str
    reference: str
    candidate: str
    reference_text: str | None = None
    candidate_text: str | None = None
    details: tuple[tuple[str, str], ...] = ()
    problem: Message | None = None
    number: int = 0

    def sources(self, folder: Path) -> tuple[Path | str, Path | str]:
        """Return where reference and candidate are read from: a path, or the text itself.

        Paths are relative to *folder*, that of the pair list.
        """
        return (
            folder / self.reference if self.reference_text is None else self.reference_text,
            folder / self.candidate if self.candidate_text is None else self.candidate_text,
        )


class PairList(NamedTuple):
    """Pairs in the order of their list.

    Relative paths start from ``folder``. ``labels_path`` is where the labels go by default; None if
    they belong in the user's data folder (pasted texts). ``notices`` say what was passed over.
    ``searched`` is the folder or file of articles among which the pairs were found, empty if there
    was no search.
    """

    name: str
    folder: Path
    pairs: Sequence[Pair]
    labels_path: Path | None
    notices: tuple[Message, ...] = ()
    searched: str = ""


class DecisionContext(NamedTuple):
    """What was on screen when a decision was made.

    ``lead_time`` is in seconds of attention since the pair was shown or since the decision
    before this one, whichever is later: the store adds it up. The SHA-256 are of the bytes.
    ``blind`` and ``seed`` are as in a :class:`LabelRow`.
    """

    reference_sha256: str = ""
    candidate_sha256: str = ""
    shown_swapped: bool = False
    verbatim: float | None = None
    with_substitutions: float | None = None
    lead_time: float = 0.0
    blind: str = ""
    seed: int | None = None

    @classmethod
    def of(cls, row: LabelRow) -> DecisionContext:
        """Return what was on screen when *row* got its label; its seconds are counted already."""
        return cls(
            row.reference_sha256,
            row.candidate_sha256,
            row.shown_swapped,
            row.verbatim,
            row.with_substitutions,
            blind=row.blind,
            seed=row.seed,
        )


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


@lru_cache(maxsize=1 << 14)  # the same few thousand numbers stand in every label file
def _number(text: str, decimals: int) -> float | None:
    if not text:
        return None
    try:
        value = float(text.replace(",", "."))  # a spreadsheet may have written 12,3
    except ValueError:
        return None
    return round(value, decimals) if 0 <= value < 1e15 else None


def _switch(text: str) -> bool:
    return text == "1" or (text not in ("", "0") and text.strip().lower() in ("1", "true", "yes"))


def _seed(text: str) -> int | None:
    number = _number(text, 0)
    return None if number is None else int(number)


class LabelRow(NamedTuple):
    """One row of a label file: what one annotator decided about one pair.

    Times are ISO 8601 in UTC with milliseconds; ``lead_time`` is in seconds, one decimal; the
    similarities are shares of words, four decimals. ``label`` is the name of a label, which may be
    in no set of labels. ``revision`` counts the decisions. ``role`` is ``"adjudicator"`` for an
    adjudicator, else empty. ``blind`` says what the annotator was not shown, in words separated by
    blanks (see ``BLIND_TO``); the order of the pairs and their sides were drawn from ``seed``.
    """

    pair_id: str
    reference: str
    candidate: str
    label: str | None
    annotator: str
    created_at: str
    updated_at: str
    lead_time: float = 0.0
    flagged: bool = False
    note: str = ""
    reference_sha256: str = ""
    candidate_sha256: str = ""
    shown_swapped: bool = False
    verbatim: float | None = None
    with_substitutions: float | None = None
    revision: int = 1
    role: str = ""
    blind: str = ""
    seed: int | None = None

    @property
    def key(self) -> Key:
        """The key of the row: pair and annotator."""
        return (self.pair_id, self.annotator)

    @property
    def lacks_similarities(self) -> bool:
        """True if the label was given before the two documents had been compared."""
        compared = (self.verbatim, self.with_substitutions) != (None, None)
        both = bool(self.reference_sha256 and self.candidate_sha256)
        return self.label is not None and both and not compared

    @property
    def is_empty(self) -> bool:
        """True if neither label, flag nor note is set; such a row is not stored."""
        return self.label is None and not self.flagged and not self.note

    def texts(self) -> dict[str, str]:
        """Return the row as the texts of its columns, in the order of a new label file."""
        return {
            "pair_id": self.pair_id,
            "reference": self.reference,
            "candidate": self.candidate,
            "label": self.label or "",
            "annotator": self.annotator,
            "created_at": self.created_at,
            "updated_at": self.updated_at,
            "lead_time": f"{self.lead_time:.1f}",
            "flagged": "1" if self.flagged else "0",
            "note": self.note,
            "reference_sha256": self.reference_sha256,
            "candidate_sha256": self.candidate_sha256,
            "shown_swapped": "1" if self.shown_swapped else "0",
            "verbatim": _share(self.verbatim),
            "with_substitutions": _share(self.with_substitutions),
            "revision": str(self.revision),
            "role": self.role,
            "blind": self.blind,
            "seed": "" if self.seed is None else str(self.seed),
        }

    @classmethod
    def from_texts(cls, texts: Mapping[str, str]) -> LabelRow:
        """Return the row with these *texts* of columns; what is missing or invalid stays unset.

        ``{"pair_id": "p", "annotator": "a", "label": " Copy ", "flagged": "yes"}`` is a flagged
        row labelled copy.
        """
        return cls.from_values([texts.get(name, "") for name in ALL_COLUMNS])

    @classmethod
    def from_values(cls, values: Sequence[str]) -> LabelRow:
        """Return the row that the texts of ``ALL_COLUMNS`` say, in that order."""
        (
            pair_id,
            reference,
            candidate,
            label,
            annotator,
            created_at,
            updated_at,
            lead_time,
            flagged,
            note,
            reference_sha256,
            candidate_sha256,
            shown_swapped,
            verbatim,
            with_substitutions,
            revision,
            role,
            blind,
            seed,
        ) = values
        return cls(
            pair_id,
            reference,
            candidate,
            label_of(label),
            annotator,
            created_at,
            updated_at,
            _number(lead_time, 1) or 0.0,
            _switch(flagged),
            note,
            reference_sha256,
            candidate_sha256,
            _switch(shown_swapped),
            _number(verbatim, 4),
            _number(with_substitutions, 4),
            max(1, int(_number(revision, 0) or 1)),
            role.strip().lower() if role else "",
            " ".join(blind.lower().split()) if blind else "",
            _seed(seed) if seed else None,
        )

    @property
    def says_more(self) -> bool:
        """True if one of the ``FURTHER`` columns is needed for the row."""
        return bool(self.role or self.blind) or self.seed is not None


Key = tuple[str, str]  # pair_id, annotator
Edits = dict[Key, "LabelRow | None"]  # what is to be written, by the keys that the file has
ALL_COLUMNS = tuple(LabelRow("", "", "", None, "", "", "").texts())
FURTHER = ("role", "blind", "seed")  # columns of a new file only where its first rows need them
COLUMNS = tuple(name for name in ALL_COLUMNS if name not in FURTHER)
ADJUDICATOR = "adjudicator"
NAMES_HIDDEN, FIGURES_HIDDEN, MARKS_HIDDEN = BLIND_TO = ("names", "figures", "marks")
NEEDED = ("pair_id", "label", "annotator")
FIGURES = ("lead_time", "verbatim", "with_substitutions")  # that may have a decimal comma


class Decision(NamedTuple):
    """One record of the journal that changes a row.

    ``what`` is ``"label"``, ``"flag"``, ``"note"``, ``"undo"``, ``"redo"``, ``"outside"`` for a
    change that another program made to the label file, ``"repair"`` for what was put right in
    rows that a spreadsheet had rewritten, or ``"similarities"`` for the two of them
    that were not known yet when the label was given: nobody decided that, it cannot be undone
    alone, and the row's revision stays. A row that got another id by a repair goes and comes
    under two keys: ``other_id`` is the id that it has before or after. For undo and redo ``of``
    is the sequence number of the decision that is taken back or brought again and ``subject``
    what that one was; else ``subject`` is ``what``.
    """

    sequence: int
    at: str
    what: str
    pair_id: str
    annotator: str
    before: LabelRow | None
    after: LabelRow | None
    of: int | None = None
    subject: str = ""
    other_id: str = ""

    @property
    def key(self) -> Key:
        """The row that the decision is about."""
        return (self.pair_id, self.annotator)


class SaveKind(str, Enum):
    """Where the decisions are: see :class:`SaveState`."""

    SAVED = "saved"
    JOURNAL = "journal"
    READONLY = "readonly"
    FAILED = "failed"


class SaveState(NamedTuple):
    """Where the decisions are, and why they are not in the label file.

    ``saved``: in the label file and in the journal, both durable. ``journal``: in the recovery
    journal only, because of what ``message`` says; ``readonly`` the same, until a person changes
    the rights. ``failed``: the last decision could not even be journalled and does not count.
    ``pending`` is the number of decisions that are in no label file; if that file is gone or
    unreadable, which ``lost`` says, all of its rows count.
    """

    kind: SaveKind
    message: Message | None = None
    pending: int = 0
    lost: bool = False


class OpenReport(NamedTuple):
    """The result of opening a label file: ``rows`` of all annotators, decisions ``replayed``.

    ``replayed`` counts the journal's decisions that the label file did not have; ``behind`` is
    True where it lacks anything, also rows that an accident took out of it. ``resumed`` is
    the id of the pair on which a note was being typed when a window died, None without one.
    """

    rows: int = 0
    replayed: int = 0
    warnings: tuple[Message, ...] = ()
    resumed: str | None = None
    behind: bool = False


class Accident(NamedTuple):
    """What became of rows that the label file lost, probably by accident.

    ``messages`` say what was put back; with ``can_take_out``, it can be removed again. ``doubt``
    asks about rows that somebody must decide about, None if there are none. ``recoded`` says that
    the file is in UTF-8 now, because its encoding lacked letters.
    """

    messages: tuple[Message, ...] = ()
    can_take_out: bool = False
    doubt: Message | None = None
    recoded: tuple[Message, ...] = ()


class Answer(str, Enum):
    """A reviewer's answer about an accident, for :meth:`LabelStore.answer`."""

    PUT_BACK = "put back"  # rows in doubt: into the label file again
    LEAVE_OUT = "leave out"  # rows in doubt: the label file is right
    TAKE_OUT = "take out"  # rows that were put back: the older copy was right
    RESTORE = "restore"  # all rows: what the journal holds goes into the label file again


class Overruled(NamedTuple):
    """A label of the annotator that was decided in two windows; the later decision counts.

    ``before`` is the label that was overruled, ``now`` the one that counts. ``here`` is True if
    this store decided later, False if another window did.
    """

    pair_id: str
    before: str | None
    now: str | None
    here: bool


class OutsideEdit(NamedTuple):
    """Rows that changed without a decision of this store: the pairs of the current annotator.

    ``message`` is None if a second window of the same journal changed them. ``accident`` is None if
    there is no news of one. ``overruled`` are labels on which this store and a second window
    disagreed.
    """

    pair_ids: frozenset[str]
    message: Message | None = None
    accident: Accident | None = None
    overruled: tuple[Overruled, ...] = ()


class LabelCounts(NamedTuple):
    """How many rows of the current annotator have each label, a flag, a note."""

    labels: Mapping[str, int] = MappingProxyType({})
    flagged: int = 0
    noted: int = 0

    @property
    def labelled(self) -> int:
        """The number of rows with any label."""
        return sum(self.labels.values())
