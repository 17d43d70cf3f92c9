"""Opens files, a list, a folder or two texts as pairs with a label store.

Knows no Qt: it runs before the window is there, and later in a thread.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ...documents import shown_name
from ...labels import (
    DEFAULT_LABELS,
    LabelSet,
    LabelStore,
    LooseArticlesError,
    OpenReport,
    Pair,
    PairList,
    PairListError,
    labels_beside,
    look_for_two,
    pair_of_files,
    read_label_set,
    read_pairs,
)
from ...labels.file.csv_format import plain
from ...labels.file.files import Files
from ...labels.label_set import Blinding
from ...labels.label_values import ADJUDICATOR, LabelFileError, LabelRow
from ...labels.pairs.article_addresses import absolute
from ...labels.pairs.blind import BlindPairs, as_blind, chosen, without_ids
from ...labels.pairs.named_pairs import (
    are_pasted,
    as_labelled,
    keep_texts,
    pair_of_texts,
    pasted_again,
)
from ...labels.pairs.pair_sources import FOUND_NAME
from ...labels.pairs.pair_table import TextIndex, ids_of
from ...messages import Message
from ...messages.about_blind import AboutBlind, AboutLookingBack
from ...messages.about_pairs import AboutPairs
from ..pair_list.pair_book import PairBook
from .wanted import Places, Review, Wanted, annotator_of, labels_path

_BLIND = "|blind"
_MANY = 10_000  # pairs with the names of which a label file is compared


class Opened(NamedTuple):
    """Pairs with the store of their labels, ready for the session.

    ``blind`` says how the pairs are read, None where nothing is hidden; ``listed`` are the pairs
    as they are in the list.
    """

    wanted: Wanted
    pairs: PairList
    store: LabelStore
    labels_path: Path
    book: PairBook
    report: OpenReport = OpenReport()
    state: Path | None = None  # the user's folder for what may be kept of the pairs
    blind: Blinding | None = None
    listed: PairList | None = None

    @property
    def is_read_only(self) -> bool:
        """True where somebody's labels are only viewed."""
        return self.wanted.review is not None

    @property
    def begin_at(self) -> int:
        """The pair to begin at: the first to be labelled, or the first with labels to look at."""
        if not self.is_read_only:
            return self.book.first_open or 0
        return next((at for at, row in enumerate(self.book.rows()) if row is not None), 0)

    @property
    def key(self) -> str:
        """The key under which place and order are remembered, another one for blind reading."""
        return self.wanted.key if self.blind is None else f"{self.wanted.key}{_BLIND}"


class Opening:
    """Opens pairs in a thread: a long label file takes seconds, and the window must not wait."""

    def __init__(self, find: Callable[[], Opened]) -> None:
        """Begin with *find*, which knows nothing of Qt."""
        self._find = find
        self._opened: Opened | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="copydesk-opening", daemon=True)
        self._thread.start()

    def wait(self, seconds: float | None = None) -> Opened | None:
        """Return what was opened, or None if that takes longer than *seconds*; None waits for it.

        Raises what *find* raised.
        """
        self._thread.join(seconds)
        if self._error is not None:
            raise self._error
        return self._opened

    def _run(self) -> None:
        try:
            self._opened = self._find()
        except BaseException as error:  # raised again by wait(), whatever it is
            self._error = error


def wanted_pairs(wanted: Wanted) -> PairList:
    """Find the pairs of *wanted*; raises PairListError, or LabelFileError for disputes."""
    if len(wanted.paths) == 1:
        found = read_pairs(wanted.paths[0], columns=wanted.columns, encoding=wanted.encoding)
        if wanted.disputes is None:
            return found
        from ...agreement.adjudication import disputed_pairs  # few have the last word

        files = list(map(Path, wanted.disputes.files))
        return disputed_pairs(
            found,
            files,
            labels_of(wanted, found),
            sample=wanted.disputes.sample,
            by_file=wanted.disputes.by_file,
            join_names=wanted.disputes.join_names,
        )
    if wanted.disputes is not None:
        raise PairListError(Message(AboutPairs.NO_LIST_TO_DECIDE))
    if len(wanted.paths) == 2:
        return pair_of_files(*look_for_two(*wanted.paths))
    raise PairListError(Message(AboutPairs.NAME_DOCUMENTS_OR_LIST))


def _with_found(wanted: Wanted, places: Places) -> PairList:
    """Return the pairs of *wanted*, or those that were found among loose articles before."""
    try:
        return wanted_pairs(wanted)
    except LooseArticlesError as error:
        if wanted.is_about_others or wanted.columns is not None:
            raise PairListError(error.message) from None
        return found_before(error, places.data)


def list_places(source: str, data: Path) -> tuple[Path, Path]:
    """Return where the list of pairs found in *source* may be: with the articles, or in *data*.

    For a folder it is inside, for a file beside it. If that place cannot be written to, it is in
    the user's folder *data*, together with its labels in a folder of their own.
    """
    path = Path(absolute(source))
    if path.is_dir():
        near = path / FOUND_NAME
    else:
        near = path.with_name(f"{path.name}.{FOUND_NAME}")
    known = hashlib.sha256(os.fsencode(path)).hexdigest()[:16]
    return near, data / "found" / known / FOUND_NAME


def found_before(error: LooseArticlesError, data: Path) -> PairList:
    """Return the pairs that an earlier search found; raises *error* if there are none."""
    for place in list_places(error.path, data):
        if place.is_file():
            name = plain(Path(absolute(error.path)).name)
            pairs = read_pairs(place)
            return pairs._replace(name=name or pairs.name, searched=error.path)
    raise error


def open_pairs(wanted: Wanted, places: Places, pairs: PairList | None = None) -> Opened:
    """Find the pairs of *wanted* and open the store of their labels.

    *pairs* are given if they were found before. Raises PairListError, of which LabelSetError is one
    kind, or LabelFileError; LooseArticlesError if pairs can be searched for among articles.

    Pasted texts are saved in the user's data folder and opened from there.
    """
    if wanted.texts is not None:
        wanted, pairs = _keep_pasted(wanted, wanted.texts, places.data)
    elif len(wanted.paths) == 2 and are_pasted(wanted.paths, places.data):
        pairs = pasted_again((wanted.paths[0], wanted.paths[1]), places.data)
    elif pairs is None:
        pairs = _with_found(wanted, places)
    labels = labels_of(wanted, pairs)
    if wanted.review is not None:
        return _opened_for_reading(wanted, wanted.review, places, pairs, labels)
    path = labels_path(wanted, pairs, places)
    if path.parent == places.data:
        _make_folder(places.data)
    store = LabelStore(
        path,
        journal_folder=places.state / "journals",
        annotator=annotator_of(wanted.annotator),
        labels=labels,
        texts=partial(_texts_of, pairs),
        encoding=wanted.encoding,
        role="" if wanted.disputes is None else ADJUDICATOR,
    )
    report = store.open()
    if len(wanted.paths) == 2 and pairs.labels_path is not None:
        pairs = as_labelled(pairs, path, store.rows(everybody=True).values())
    blind = _blinding(wanted, pairs, store)
    seen = pairs
    if wanted.disputes is not None:
        seen = _with_disputes(pairs, hide_names=wanted.disputes.hide_names, blind=blind is not None)
    if blind is not None:
        seen = as_blind(seen, store.annotator, blind, drawn=wanted.disputes is None)
        report = report._replace(warnings=tuple(map(without_ids, report.warnings)))
        seen = seen._replace(notices=(*seen.notices, _says_blind(blind, store.annotator)))
    book = PairBook(seen, store, blind)
    return Opened(wanted, seen, store, path, book, report, places.state, blind, pairs)


def _opened_for_reading(
    wanted: Wanted, review: Review, places: Places, pairs: PairList, labels: LabelSet
) -> Opened:
    """Return *pairs* with one annotator's labels, and the labels of others as details."""
    from ...agreement.gathering import named_twice, names_of  # few look back
    from ...labels.reviewed import ReviewedLabels

    if len(wanted.paths) != 1:
        raise PairListError(Message(AboutLookingBack.NO_LIST))
    files = [Path(name).absolute() for name in review.files]
    if (twice := named_twice(files)) is not None:
        raise LabelFileError(twice)
    store = ReviewedLabels(
        files,
        names=names_of(files) if review.by_file else None,
        journal_folder=places.state / "journals",
        annotator=review.annotator,
        labels=labels,
    )
    report = store.open()
    known = TextIndex(ids_of(pairs.pairs))
    if not any(pair_id in known for pair_id, _ in store.rows()):
        raise LabelFileError(
            Message(
                AboutLookingBack.NONE_LISTED,
                name=shown_name(store.path),
                list=shown_name(pairs.name),
            )
        )
    blind = _blinding(wanted, pairs, store)
    seen = pairs
    if blind is not None:
        seen = as_blind(seen, store.annotator, blind)
        report = report._replace(warnings=tuple(map(without_ids, report.warnings)))
    others = store.others()
    if others:
        seen = _with_opinions(seen, others)
    book = PairBook(seen, store, blind, store.rulings())
    return Opened(wanted, seen, store, store.path, book, report, places.state, blind, pairs)


def _with_disputes(pairs: PairList, *, hide_names: bool, blind: bool) -> PairList:
    """Return disputed *pairs* with what annotators said of each, as far as that may be seen."""
    from ...agreement.adjudication import DisputedPairs  # few have the last word

    if not isinstance(pairs.pairs, DisputedPairs):
        return pairs
    of_list = () if hide_names or blind else pairs.pairs.notices
    found = pairs.pairs.with_opinions(hide_names=hide_names, blind=blind)
    return pairs._replace(pairs=found, notices=(*pairs.notices, *of_list))


def _with_opinions(seen: PairList, others: Mapping[str, Sequence[LabelRow]]) -> PairList:
    """Return the list with the opinions of *others*, whose names a blind reader does not see."""
    from ...agreement.adjudication import opinions

    if isinstance(seen.pairs, BlindPairs):
        unnamed = {
            pair_id: opinions(sorted(rows, key=_without_name), Pair(pair_id, "", ""), True)
            for pair_id, rows in others.items()
        }
        return seen._replace(pairs=seen.pairs.with_opinions(unnamed))
    pairs = [
        pair._replace(details=(*opinions(others.get(pair.id, ()), pair), *pair.details))
        for pair in seen.pairs
    ]
    return seen._replace(pairs=pairs)


def _without_name(row: LabelRow) -> tuple[str, str]:
    return row.label or "", row.note


def _blinding(wanted: Wanted, pairs: PairList, store: LabelStore) -> Blinding | None:
    """Return how *pairs* are read: as somebody wants, else as the label file or the list says.

    An adjudicator sees no more than the annotators did, whatever the label file says, unless that
    was asked for.
    """
    if len(wanted.paths) != 1 or wanted.texts is not None:
        return None
    of_list = store.labels.blind
    found = chosen(wanted.blind, of_list, store.rows(everybody=True), store.annotator)
    if wanted.disputes is None or wanted.blind is not None:
        return found
    from ...agreement.adjudication import DisputedPairs  # few have the last word

    of_others = pairs.pairs.blind if isinstance(pairs.pairs, DisputedPairs) else None
    if of_others is None or found is None:
        return found or of_others
    return found._replace(figures=found.figures or of_others.figures)


def _says_blind(blind: Blinding, annotator: str) -> Message:
    code = AboutBlind.IS_BLIND_TO_FIGURES if blind.figures else AboutBlind.IS_BLIND
    return Message(code, annotator=shown_name(annotator), seed=str(blind.seed))


def _texts_of(pairs: PairList) -> Iterator[str]:
    """Yield the texts of label rows about the first of *pairs*."""
    for pair in pairs.pairs[:_MANY]:
        yield from (pair.id, pair.reference, pair.candidate)


def labels_of(wanted: Wanted, pairs: PairList) -> LabelSet:
    """Return the labels that *pairs* can be given; raises LabelSetError.

    Pasted texts have no folder with a list that could name other labels.
    """
    if wanted.labels_set:
        return read_label_set(Path(wanted.labels_set))
    return DEFAULT_LABELS if pairs.labels_path is None else labels_beside(pairs.folder)


def _keep_pasted(wanted: Wanted, texts: tuple[str, str], data: Path) -> tuple[Wanted, PairList]:
    """Save pasted texts; if that fails, they can still be read until they are closed."""
    pairs = pair_of_texts(*texts, data)
    try:
        paths = keep_texts(texts, data, Files())
    except OSError as error:
        why = error.strerror or str(error)
        notice = Message(AboutPairs.PASTED_NOT_KEPT, name=shown_name(data), why=why)
        return wanted, pairs._replace(notices=(notice,))
    return wanted._replace(texts=None, paths=paths), pairs


def _make_folder(folder: Path) -> None:
    """Create the user's data folder; if that fails, labels stay in the journal, with a warning."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
