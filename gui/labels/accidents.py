"""What is told of accidents to the label file, and the older copies that they left."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from pathlib import Path

from ..documents import shown_name
from ..messages import Message, counted
from ..messages.about_labels import AboutLabels
from .journal_state import JournalState
from .label_file import LabelFile
from .model import Accident, Key, LabelRow

BACKUPS = "backups"
"""The folder of backups in that of the journals."""

_KEPT = 30  # copies of one kind


class Accidents:
    """The accidents that one program met with, until a window asks for them.

    ``put_back`` are the rows that were put back last: as the file had them before, and as they
    were put back.
    """

    def __init__(self, path: Path, backups: Path, stem: str) -> None:
        self._name = shown_name(path.name)
        self._backups = backups
        self._stem = stem
        self._told: list[Message] = []
        self._doubts: tuple[Key, ...] = ()
        self._is_news = False
        self._rows = self._renamed = 0  # put back, and not told yet
        self._leaving: set[Key] = set()  # what the reviewer takes out again
        self.put_back: dict[Key, tuple[LabelRow | None, LabelRow | None]] = {}

    @property
    def is_news(self) -> bool:
        """Whether there is something that nobody asked for yet."""
        return self._is_news

    def take(self) -> Accident | None:
        """Return what happened since the last time; None where that is nothing."""
        if not self._is_news:
            return None
        told, self._told, self._is_news = tuple(self._told), [], False
        return Accident(told, bool(self.put_back), doubt_about(self._name, self._doubts))

    def keep_copy(self, file: LabelFile, day: str) -> None:
        """Keep the file as it is, before rows are put back into it; raises OSError."""
        name = f"{self._stem}.older-{day}-{file.checksum:08x}.csv"
        keep_copy(file, self._backups / name, f"{self._stem}.older-*.csv")

    def found(self, rows: Mapping[Key, LabelRow | None], state: JournalState) -> None:
        """The file has *rows* for those that are to be put back as *state* has them."""
        self.put_back = {key: (there, state.settled(key)) for key, there in rows.items()}

    def taken_out(self, keys: Iterable[Key]) -> None:
        """Of what was put back last *keys* are taken out again, at the reviewer's word."""
        self.put_back = {}
        self._leaving.update(keys)

    def wrote_again(self, *, gone: bool) -> None:
        """Tell that all rows were written again, because the file was *gone* or empty."""
        self.put_back = {}
        if gone:
            self._tell(Message(AboutLabels.GONE_WRITTEN_AGAIN, name=self._name))
        else:
            self._tell(Message(AboutLabels.EMPTY_WRITTEN_AGAIN, name=self._name))

    def wrote_back(self, keys: Iterable[Key], renamed: Container[Key], *, last: bool) -> None:
        """Tell, with the *last* ones, that *keys* were put back, or only their ids mended.

        Nothing is told of rows that the reviewer had taken out.
        """
        for key in keys:
            if key in self._leaving:
                self._leaving.remove(key)
            elif key in renamed:
                self._renamed += 1
            else:
                self._rows += 1
        if not last:
            return
        rows, self._rows = self._rows, 0
        mended, self._renamed = self._renamed, 0
        if rows:
            one, many = AboutLabels.LABEL_PUT_BACK, AboutLabels.LABELS_PUT_BACK
            self._tell(counted(one, many, rows, name=self._name))
        if mended:
            one, many = AboutLabels.ID_MENDED, AboutLabels.IDS_MENDED
            self._tell(counted(one, many, mended, name=self._name))

    def look_at(self, state: JournalState) -> None:
        """Notice which rows are in doubt now."""
        doubts = tuple(state.doubts)
        if doubts != self._doubts:
            self._doubts = doubts
            self._is_news = True

    def _tell(self, message: Message) -> None:
        self._told.append(message)
        self._is_news = True


def keep_copy(file: LabelFile, copy: Path, alike: str) -> None:
    """Copy *file* to *copy*, if that is not there, and give up the oldest of the copies *alike*.

    *alike* is a pattern of names in the folder of *copy*. Raises OSError.
    """
    folder = copy.parent
    folder.mkdir(parents=True, exist_ok=True)
    if not copy.exists():
        file.copy_to(copy)
        for old in sorted(folder.glob(alike))[:-_KEPT]:
            old.unlink()


def older_copies(backups: Path, stem: str) -> list[Path]:
    """Return the older copies that were kept of the label file with the journal *stem*."""
    return sorted(backups.glob(f"{stem}.older-*.csv"))


def doubt_about(name: str, doubts: tuple[Key, ...]) -> Message | None:
    """Return the question about rows in doubt; None without any."""
    if not doubts:
        return None
    ids = ", ".join(shown_name(key[0]) for key in doubts[:5]) + (", …" if len(doubts) > 5 else "")
    return Message(AboutLabels.IN_DOUBT, name=name, ids=ids)
