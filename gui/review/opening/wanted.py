"""What is to be opened, under whose name, and where its labels go. No Qt here."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from unicodedata import category

from ...documents.web.web_addresses import is_address
from ...labels import PairList
from ...labels.pairs.article_addresses import absolute
from ...labels.pairs.blind import CHOICES
from ...messages import Message
from ...messages.about_labels import AboutLabels

_LONGEST_NAME = 100  # characters of an annotator's name


class Places(NamedTuple):
    """The folders that belong to the user.

    Journals go to ``state``, labels that have no other place to ``data``; ``samples`` is the list
    of the sample pairs, which may be in a read-only folder.
    """

    state: Path
    data: Path
    samples: Path


class Disputes(NamedTuple):
    """The label files whose disagreements are to be adjudicated, and how.

    ``hide_names`` is as in ``DisputedPairs.with_opinions``, the others as in ``disputed_pairs``.
    """

    files: tuple[str, ...]
    sample: float = 0.0
    hide_names: bool = False
    by_file: bool = False
    join_names: bool = False


class Review(NamedTuple):
    """Label files to be viewed, and whose labels; "" for the annotator with the most labels.

    ``by_file`` takes each file for an annotator of its own, named by the file.
    """

    files: tuple[str, ...]
    annotator: str = ""
    by_file: bool = False


class Wanted(NamedTuple):
    """What to open: one path (list or folder), two paths (documents), or two texts.

    ``labels`` is the label file, ``labels_set`` the file that names the labels,
    ``columns`` the list's two columns where it calls them something else. ``encoding`` is that of
    a list or label file that is not in UTF-8, where somebody named it. With ``disputes`` only
    pairs that others disagree about are opened. ``article_columns`` are those of texts and ids in a
    file of articles where their names do not say so. ``blind``, one of
    ``labels.pairs.blind.CHOICES``, is whether the list is read blind; None leaves that to the label
    file and the list. With ``review`` nothing can be decided.
    """

    paths: tuple[str, ...] = ()
    texts: tuple[str, str] | None = None
    labels: str | None = None
    labels_set: str | None = None
    annotator: str = ""
    columns: tuple[str, str] | None = None
    encoding: str | None = None
    disputes: Disputes | None = None
    blind: str | None = None
    review: Review | None = None
    article_columns: tuple[str, str] | None = None

    @property
    def is_about_others(self) -> bool:
        """True where the labels of others are adjudicated or viewed."""
        return self.disputes is not None or self.review is not None

    @property
    def blind_key(self) -> str:
        """The key under which blind reading is remembered, for one label file."""
        labels = "" if self.labels is None else str(Path(self.labels).absolute())
        return f"{self.key}|{labels}"

    @property
    def key(self) -> str:
        """The key under which the place in the list is remembered: the absolute paths."""
        if self.texts is not None:
            return "pasted"
        files = () if self.disputes is None else self.disputes.files
        files = files if self.review is None else self.review.files
        return "|".join(
            path if is_address(path) else absolute(path) for path in (*self.paths, *files)
        )


def login_name() -> str:
    """Return the name that labels carry by default."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user in the machine's list
        return "reviewer"


def annotator_problem(name: str) -> Message | None:
    r"""Return why labels cannot carry the annotator's *name*; None if they can.

    >>> print(annotator_problem("ada\n"))
    The annotator's name has a line break or another control character; remove it.
    """
    if not name.strip():
        return Message(AboutLabels.ANNOTATOR_EMPTY)
    if any(category(letter) in ("Cc", "Zl", "Zp") for letter in name):
        return Message(AboutLabels.ANNOTATOR_CONTROLS)
    if len(name) > _LONGEST_NAME:
        return Message(AboutLabels.ANNOTATOR_LONG, found=len(name), most=_LONGEST_NAME)
    return None


def annotator_of(name: str) -> str:
    """Return *name* if it was asked for or set, else the login name."""
    name = name.strip()
    return login_name() if annotator_problem(name) is not None else name


def as_remembered(wanted: Wanted, remembered: Callable[[str, str], str | None]) -> Wanted:
    """Return *wanted*, read blind as it was the last time, unless it says how it is read.

    *remembered* takes the key of a list and an annotator. Where the labels of others are
    adjudicated, seeing what was hidden from them has to be asked for every time.
    """
    if wanted.blind is not None or len(wanted.paths) != 1 or wanted.is_about_others:
        return wanted
    known = remembered(wanted.blind_key, annotator_of(wanted.annotator))
    return wanted._replace(blind=known if known in CHOICES else None)


def labels_path(wanted: Wanted, pairs: PairList, places: Places) -> Path:
    """Return the path of the label file for *pairs*.

    The sample pairs and pasted texts have their label files in the user's data folder: the
    samples may be installed where nobody can write, and texts have no folder.
    """
    if wanted.labels:
        return Path(wanted.labels).absolute()
    if pairs.labels_path is None:
        return places.data / "pasted-labels.csv"
    if _same_folder(pairs.folder, places.samples.parent):
        what = "labels" if wanted.disputes is None else "adjudicated"
        return places.data / f"sample-{what}.csv"
    return pairs.labels_path.absolute()


def _same_folder(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
