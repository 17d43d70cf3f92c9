"""Reports on accidents to a label file, such as rows that it lost without anybody's intent."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from pathlib import Path

from ...documents import shown_name
from ...messages import Code, Message, counted
from ...messages.about_accidents import AboutAccidents
from ...messages.about_labels import AboutLabels
from ..file.label_file import LabelFile
from ..file.label_table import LabelTable
from ..journal.journal_state import JournalState
from ..label_values import Accident, Key, LabelRow
from ..mending.mending import Mended
from .file_problems import keep_copy

_LETTERS = 10  # that are named
_NAMED = 5  # rows


class Accidents:
    """The accidents to the label file that were found, until a window asks for them.

    ``put_back`` has the rows that were put back last: as the file had them before, and as they are
    now.
    """

    def __init__(self, path: Path, backups: Path, stem: str, annotator: str) -> None:
        self._name = shown_name(path.name)
        self._annotator = annotator  # who is asked
        self._backups = backups
        self._stem = stem
        self._messages: list[Message] = []
        self._recoded: tuple[Message, ...] = ()
        self._doubts: tuple[Key, ...] = ()
        self._is_news = False
        self._rows = self._renamed = self._spoiled = 0  # put back, and not reported yet
        self._withdrawn = 0  # and taken out again
        self._leaving: set[Key] = set()  # what the reviewer takes out again
        self.put_back: dict[Key, tuple[LabelRow | None, LabelRow | None]] = {}

    @property
    def is_news(self) -> bool:
        """True if there are accidents that nobody has asked for yet."""
        return self._is_news

    def take(self) -> Accident | None:
        """Return what happened since the last call; None if nothing did."""
        if not self._is_news:
            return None
        messages, self._messages, self._is_news = tuple(self._messages), [], False
        recoded, self._recoded = self._recoded, ()
        doubt = doubt_about(self._name, self._doubts, self._annotator)
        return Accident(messages, bool(self.put_back), doubt, recoded)

    def keep_copy(self, file: LabelFile, day: str) -> Path:
        """Keep a copy of the file before rows are put back into it; raises OSError."""
        copy = self._backups / f"{self._stem}.older-{day}-{file.checksum:08x}.csv"
        keep_copy(file, copy, f"{self._stem}.older-*.csv")
        return copy

    def found(self, rows: Mapping[Key, LabelRow | None], state: JournalState) -> None:
        """Note that the file has *rows* in place of those that are put back from *state*."""
        self.put_back = {key: (there, state.settled(key)) for key, there in rows.items()}

    def found_mended(self, rows: Mapping[Key, LabelRow], state: JournalState) -> None:
        """Note that the file has *rows* with lost letters, which are restored from *state*."""
        self.put_back |= {key: (there, state.settled(key)) for key, there in rows.items()}

    def taken_out(self, keys: Iterable[Key]) -> None:
        """Note that the reviewer removes *keys* again, which were put back last."""
        self.put_back = {}
        self._leaving.update(keys)

    def wrote_again(self, *, gone: bool) -> None:
        """Report that all rows were written again because the file was *gone* or empty."""
        self.put_back = {}
        if gone:
            self._report(Message(AboutAccidents.GONE_WRITTEN_AGAIN, name=self._name))
        else:
            self._report(Message(AboutAccidents.EMPTY_WRITTEN_AGAIN, name=self._name))

    def wrote_back(
        self,
        keys: Iterable[Key],
        renamed: Container[Key],
        spoiled: Container[Key],
        state: JournalState,
        *,
        last: bool,
    ) -> None:
        """Report, with the *last* ones, that *keys* were put back, or only their ids mended.

        Those in *spoiled* were damaged in the file; those without a row in *state* were removed
        from it. Rows that the reviewer had removed are not reported.
        """
        for key in keys:
            if key in self._leaving:
                self._leaving.remove(key)
            elif key in spoiled:
                self._spoiled += 1
            elif key in renamed:
                self._renamed += 1
            elif state.has(key):
                self._rows += 1
            else:
                self._withdrawn += 1
        if last:
            self._report_what_was_written()

    def _report_what_was_written(self) -> None:
        for count, one, many in (
            (self._spoiled, AboutAccidents.ROW_WRITTEN_AGAIN, AboutAccidents.ROWS_WRITTEN_AGAIN),
            (self._rows, AboutAccidents.LABEL_PUT_BACK, AboutAccidents.LABELS_PUT_BACK),
            (
                self._withdrawn,
                AboutAccidents.LABEL_TAKEN_OUT_AGAIN,
                AboutAccidents.LABELS_TAKEN_OUT_AGAIN,
            ),
            (self._renamed, AboutAccidents.ID_MENDED, AboutAccidents.IDS_MENDED),
        ):
            if count:
                self._report(counted(one, many, count, name=self._name))
        self._spoiled = self._rows = self._withdrawn = self._renamed = 0

    def wrote_mended(self, found: Mended) -> None:
        """Report that the file was written with the repairs *found*."""
        if found.parted:
            one, many = (
                AboutAccidents.ROW_WRITTEN_AGAIN,
                AboutAccidents.ROWS_WRITTEN_AGAIN,
            )
            self._report(counted(one, many, len(found.parted), name=self._name))
        for kind, rows in _with_letters(found):
            one, many = _GOT_LETTERS[kind]
            shown = _some_of(found.letters)
            self._report(counted(one, many, rows, name=self._name, letters=shown))
        if found.rewritten:
            self._report(_about_figures(found, self._name, _GOT_FIGURES))

    def keep_before_recoding(self, file: LabelFile, day: str) -> Path:
        """Keep the file as it is before it is turned into UTF-8; raises OSError."""
        copy = self._backups / f"{self._stem}-{day}-{file.encoding}-{file.checksum:08x}.csv"
        keep_copy(file, copy, f"{self._stem}-*.csv")
        return copy

    def recoded(
        self, table: LabelTable, letters: str, copy: Path | None, now: LabelTable | None = None
    ) -> None:
        """Report that the file, which was read as *table*, is in UTF-8 because of *letters*.

        *copy* is the file as it was, if that could be kept, and *now* the file as it is, if more
        than the encoding changed.
        """
        encoding, shown = table.dialect.encoding, _some_of(letters)
        said = Message(AboutAccidents.RECODED, name=self._name, encoding=encoding, letters=shown)
        self._recoded = (said,)
        if (word := _telling_word(table, now or table)) is not None:
            self._recoded += (Message(AboutAccidents.RECODED_NAMES, word=shown_name(word)),)
        if copy is not None:
            self._recoded += (Message(AboutAccidents.KEPT_BEFORE, copy=shown_name(copy)),)
        self._is_news = True

    def look_at(self, state: JournalState) -> None:
        """Note which rows are in doubt now."""
        doubts = tuple(state.doubts)
        if doubts != self._doubts:
            self._doubts = doubts
            self._is_news = True

    def _report(self, message: Message) -> None:
        self._messages.append(message)
        self._is_news = True


# Messages for one and for many rows, by whether they were read in a wrong encoding.
_GOT_LETTERS = (
    (AboutAccidents.ROW_GOT_LETTERS, AboutAccidents.ROWS_GOT_LETTERS),
    (AboutAccidents.GARBLED_ROW, AboutAccidents.GARBLED_ROWS),
)
_WITHOUT_LETTERS = (
    (AboutLabels.ROW_WITHOUT_LETTERS, AboutLabels.ROWS_WITHOUT_LETTERS),
    (AboutLabels.HAS_GARBLED_ROW, AboutLabels.HAS_GARBLED_ROWS),
)
# Likewise, by whether the cells were only emptied.
_GOT_FIGURES = (
    (AboutAccidents.ROW_GOT_FIGURES, AboutAccidents.ROWS_GOT_FIGURES),
    (AboutAccidents.ROW_GOT_EMPTIED, AboutAccidents.ROWS_GOT_EMPTIED),
)
_HAS_REWRITTEN_FIGURES = (
    (AboutLabels.HAS_REWRITTEN_FIGURE, AboutLabels.HAS_REWRITTEN_FIGURES),
    (AboutLabels.HAS_EMPTIED_ROW, AboutLabels.HAS_EMPTIED_ROWS),
)


def _about_figures(found: Mended, name: str, codes: Sequence[tuple[Code, Code]]) -> Message:
    """Return the message about rows of the file *name* with rewritten cells."""
    there, known = map(shown_name, found.example)
    one, many = codes[not there.strip()]
    places = {"there": there} if there.strip() else {}
    return counted(one, many, len(found.rewritten), name=name, known=known, **places)


def _with_letters(found: Mended) -> list[tuple[bool, int]]:
    """Return how many rows lost letters (False) and how many were read wrongly (True), if any."""
    rows = [(False, len(found.lettered)), (True, len(found.garbled))]
    said = [(kind, count) for kind, count in rows if count]
    return said or ([(False, 1)] if found.letters else [])  # the names of columns alone


def _some_of(letters: str) -> str:
    return shown_name(letters[:_LETTERS] + ("…" if len(letters) > _LETTERS else ""))


def _telling_word(table: LabelTable, now: LabelTable) -> str | None:
    """Return a word that shows whether *table* was read in the right encoding, a name if any.

    It is still there *now*; a word that came from elsewhere would prove nothing.
    """
    there = set(_words(now))
    return next((word for word in _words(table) if word in there), None)


def _words(table: LabelTable) -> Iterator[str]:
    """Yield the words that are not ASCII, those of names first."""
    rows = table.rows.values()
    texts = chain((row.annotator for row in rows), (f"{row.pair_id} {row.note}" for row in rows))
    words = (word for text in texts if not text.isascii() for word in text.split())
    return (word for word in words if not word.isascii())


def doubt_about(name: str, doubts: Collection[Key], annotator: str | None) -> Message | None:
    """Return the question about rows in doubt; None if there are none.

    The rows of *annotator* come first, and those of others are named; None is for no annotator.
    """
    if not doubts:
        return None
    in_order = sorted(doubts, key=lambda key: annotator not in (None, key[1]))
    ids = ", ".join(
        shown_name(pair) + ("" if annotator in (None, by) else f" ({shown_name(by)})")
        for pair, by in in_order[:_NAMED]
    )
    ids += ", …" if len(doubts) > _NAMED else ""
    return counted(
        AboutAccidents.ROW_IN_DOUBT,
        AboutAccidents.ROWS_IN_DOUBT,
        len(doubts),
        name=name,
        ids=ids,
    )


def accidents_found(
    path: Path,
    state: JournalState,
    renamed: Iterable[Key],
    spoiled: Set[Key],
    mending: Mended | None,
) -> list[Message]:
    """Return what the label file lost, probably by accident.

    *renamed* are the rows that it has under other ids, *spoiled* those that were damaged in it, and
    *mending* what would be repaired first.
    """
    name = shown_name(path.name)
    found = []
    if mending is not None:
        spoiled = spoiled | mending.parted
        for kind, rows in _with_letters(mending):
            one, many = _WITHOUT_LETTERS[kind]
            shown = _some_of(mending.letters)
            found.append(counted(one, many, rows, name=name, letters=shown))
        if mending.rewritten:
            found.append(_about_figures(mending, name, _HAS_REWRITTEN_FIGURES))
    mended = {*renamed} - spoiled
    lacking = sum(state.has(key) for key in {*state.back} - spoiled - mended)
    withdrawn = sum(not state.has(key) for key in state.back)
    if spoiled:
        one, many = AboutLabels.HAS_SPOILED_ROW, AboutLabels.HAS_SPOILED_ROWS
        found.append(counted(one, many, len(spoiled), name=name))
    if lacking > 0:
        one, many = AboutLabels.LACKS_LABEL, AboutLabels.LACKS_LABELS
        found.append(counted(one, many, lacking, name=name))
    if withdrawn:
        one, many = AboutLabels.HAS_WITHDRAWN_LABEL, AboutLabels.HAS_WITHDRAWN_LABELS
        found.append(counted(one, many, withdrawn, name=name))
    if mended:
        one, many = AboutLabels.HAS_REWRITTEN_ID, AboutLabels.HAS_REWRITTEN_IDS
        found.append(counted(one, many, len(mended), name=name))
    doubt = doubt_about(name, state.doubts, None)
    if doubt is not None:
        found.append(Message(AboutLabels.DOUBT_TO_RESTORE, clause=doubt))
    return found
