"""The settings: one typed table over a file of texts.

Every value has a name, a default and a check. An invalid value, edited by hand or written by
another version, counts as its default: no start fails because of a setting.

The file is read once, at the start. Changes take effect at once, and a thread saves them, so that
the window does not wait.
"""

from __future__ import annotations

import hashlib
import json
import threading
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Generic, TypeVar

from PySide6.QtCore import QSettings

from .compare import Options
from .own_thread import OwnThread
from .settings_file import change_texts, read_texts

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Setting(Generic[T]):
    """One remembered value: its key in the file, its default, and its form as text.

    ``read`` raises ValueError for a text that means nothing.
    """

    key: str
    default: T
    read: Callable[[str], T]
    write: Callable[[T], str]


def _text(key: str, default: str = "") -> Setting[str]:
    return Setting(key, default, str, str)


def _choice(key: str, *allowed: str) -> Setting[str]:
    """A setting that takes one of *allowed*; the first is the default."""

    def read(text: str) -> str:
        if text not in allowed:
            raise ValueError(text)
        return text

    return Setting(key, allowed[0], read, str)


def _whole_number(key: str, default: int, lowest: int, highest: int) -> Setting[int]:
    def read(text: str) -> int:
        number = int(text)
        if not lowest <= number <= highest:
            raise ValueError(text)
        return number

    return Setting(key, default, read, str)


def _switch(key: str, default: bool) -> Setting[bool]:
    def read(text: str) -> bool:
        return {"yes": True, "no": False, "true": True, "false": False}[text]

    return Setting(key, default, read, lambda on: "yes" if on else "no")


def _names(key: str, *default: str) -> Setting[tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        names = json.loads(text)
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise ValueError(text)
        return tuple(names)

    return Setting(key, default, read, lambda names: json.dumps(names, ensure_ascii=False))


def _lists(
    key: str, renamed: Mapping[str, str] = MappingProxyType({})
) -> Setting[Mapping[str, tuple[str, ...]]]:
    """A setting that gives names a list of texts each; order is kept.

    *renamed* gives the present names of those that older versions saved under others.
    """

    def read(text: str) -> Mapping[str, tuple[str, ...]]:
        found = json.loads(text)
        if not isinstance(found, dict):
            raise ValueError(text)
        lists = {str(name): tuple(str(value) for value in values) for name, values in found.items()}
        former = {renamed[name]: values for name, values in lists.items() if name in renamed}
        return former | {name: lists[name] for name in lists if name not in renamed}

    def write(lists: Mapping[str, tuple[str, ...]]) -> str:
        return json.dumps(dict(lists), ensure_ascii=False)

    return Setting(key, MappingProxyType({}), read, write)


def _state(key: str) -> Setting[bytes]:
    """A state that Qt wrote, such as a window's place."""
    return Setting(
        key,
        b"",
        lambda text: b64decode(text, validate=True),
        lambda state: b64encode(state).decode("ascii"),
    )


SHOWN_KINDS = ("substitution", "missing", "added", "moved", "look-alike", "minor")
"""All kinds of differences that can be marked, in the order in which they are listed everywhere."""

THEME = _text("appearance/theme", "system")
LANGUAGE = _text("appearance/language")  # empty: the desktop's
ZOOM_RANGE = (60, 300)  # per cent
ZOOM = _whole_number("reading/zoom", 100, *ZOOM_RANGE)
FONT_STYLE = _choice("reading/font", "serif", "sans")
PANE_SHARE_RANGE = (100, 900)  # per mille
PANE_SHARE = _whole_number("reading/share of the left pane", 500, *PANE_SHARE_RANGE)
FOLDING = _switch("reading/fold equal stretches", False)
SHOWN = _names("reading/shown kinds", *SHOWN_KINDS)
MARKS = _switch("reading/show marks", True)
_MINOR_KEYS = MappingProxyType(  # as they have been saved from the beginning
    {
        "quotes": "comparison/quotation marks are minor",
        "dashes": "comparison/dashes are minor",
        "spacing": "comparison/white space is minor",
        "marks": "comparison/marks and encodings are minor",
    }
)
MINOR: Mapping[str, Setting[bool]] = MappingProxyType(
    {
        kind: _switch(_MINOR_KEYS.get(kind, f"comparison/{kind} is minor"), is_on)
        for kind, is_on in Options()._asdict().items()
    }
)
"""The setting of each kind of minor differences."""

WHOLE_PAGE = _switch("documents/whole page", False)
SIZE_RANGE = (1, 2000)  # megabytes
SIZE_LIMIT = _whole_number("documents/size limit in MB", 50, *SIZE_RANGE)
AFTER_LABEL = _choice("labels/where a label leads", "unlabelled", "next", "stay")
ANNOTATOR = _text("labels/annotator")  # empty: the login name
_FORMER_ACTIONS = MappingProxyType({"jump-to-twin": "jump-to-counterpart"})
KEYS = _lists("keys", _FORMER_ACTIONS)  # action name → keys, only what differs from the table
RECENT = _names("recent")
RECENT_NAMES = _lists("recent names")  # of those that are known by more than their paths
PLACES = _lists("places")  # pair list and annotator → the pair that was last in the window
BLIND = _lists("blind reading")  # pair list and annotator → how it was last asked for
LABEL_FILES = _lists("agreement/label files")  # pair list → those of other annotators
GUIDELINES = _lists("guidelines")  # pair list → the reviewer's own text file
LAST_FOLDER = _text("last folder")
REPORT_FOLDER = _text("reports/folder")  # of the last report; empty: beside what was opened
VIEWS = _lists("views")  # pair list → which of its pairs are shown in which order
CLOSED = _lists("closed messages")  # pair list and what about → digests of what was said
MEASURE = _switch("pairs/measure in the background", True)
MEASURE_ON_BATTERY = _switch("pairs/measure on battery", False)
LEGEND_SEEN = _switch("window/legend of the marks seen", False)
SHOW_PAIRS = _switch("window/show pairs", True)
SHOW_EVIDENCE = _switch("window/show evidence", True)
SHOW_GUIDELINES = _switch("window/show guidelines", True)
SHOW_NARROW = _names("window/panels in a narrow window")  # that were opened there, by action
GEOMETRY = _state("window/geometry")
SPLITTER = _state("window/splitter")
EVIDENCE_SPLITTER = _state("window/evidence splitter")

_REST = 0.5  # seconds: what is set in quick succession is written at one go
_RECENT_KEPT = 12
_PLACES_KEPT = 60
_LONGEST_ID = 4_000  # characters


class Settings:
    """The reviewer's settings; single values are read and written in memory.

    Settings of another window are merged when ours are saved; the later value wins.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Keep the settings in *path*, or in the user's settings folder."""
        self._path = path if path is not None else _usual_path()
        self._lock = threading.Lock()  # for moments: no disk is waited for under it
        self._hurry = threading.Event()
        self._saver: threading.Thread | None = None
        self._unsaved: dict[str, str | None] = {}  # None: to be removed
        self._values = read_texts(self._path)

    def __getitem__(self, setting: Setting[T]) -> T:
        with self._lock:
            text = self._values.get(setting.key)
        if text is None:
            return setting.default
        try:
            return setting.read(text)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return setting.default

    def __setitem__(self, setting: Setting[T], value: T) -> None:
        """Keep *value*; raise ValueError for one that would not be read back."""
        written = setting.write(value)
        setting.read(written)
        text = None if value == setting.default else written
        with self._lock:
            if self._values.get(setting.key) == text:
                return
            self._unsaved[setting.key] = text
            self._values = _with(self._values, {setting.key: text})
            self._start_saving()

    def remember_recent(self, path: str, name: str = "") -> None:
        """Put *path* in front of the recently opened ones; *name* where a path says too little."""
        others = [known for known in self[RECENT] if known != path]
        self[RECENT] = recent = (path, *others)[:_RECENT_KEPT]
        known_names: Mapping[str, tuple[str, ...]] = self[RECENT_NAMES]
        names = dict(known_names)
        names[path] = (name,) if name else ()
        self[RECENT_NAMES] = {known: names[known] for known in recent if names.get(known)}

    def recent(self) -> list[tuple[str, str]]:
        """The recently opened ones, the newest first, with the name of each or nothing."""
        names = self[RECENT_NAMES]
        return [(path, "".join(names.get(path, ())[:1])) for path in self[RECENT]]

    def remember_place(self, pair_list: str, annotator: str, pair_id: str) -> None:
        """Remember which pair of *pair_list* was last in the *annotator*'s window.

        Old places are dropped.

        An id of thousands of characters is not remembered: all of these are written at each step.
        """
        if len(pair_id) > _LONGEST_ID:
            return
        self._remember(PLACES, f"{pair_list}\n{annotator}", (pair_id,), _PLACES_KEPT)

    def place(self, pair_list: str, annotator: str) -> str | None:
        """The pair of *pair_list* that was last in the *annotator*'s window."""
        ids = self[PLACES].get(f"{pair_list}\n{annotator}", ())
        return ids[0] if ids else None

    def remember_view(self, pair_list: str, view: tuple[str, ...]) -> None:
        """Remember what the texts *view* say about filter and order of *pair_list*."""
        if sum(map(len, view)) <= _LONGEST_ID:
            self._remember(VIEWS, pair_list, view, _PLACES_KEPT)

    def view(self, pair_list: str) -> tuple[str, ...]:
        """What was remembered of filter and order of *pair_list*; empty for nothing."""
        return self[VIEWS].get(pair_list, ())

    def remember_blind(self, pair_list: str, annotator: str, wanted: str) -> None:
        """Remember that *pair_list* is to be read so: one of ``labels.pairs.blind.CHOICES``."""
        self._remember(BLIND, f"{pair_list}\n{annotator}", (wanted,), _PLACES_KEPT)

    def blind(self, pair_list: str, annotator: str) -> str | None:
        """How *pair_list* was last to be read; None where nobody said."""
        wanted = self[BLIND].get(f"{pair_list}\n{annotator}", ())
        return wanted[0] if wanted else None

    def remember_closed(self, pair_list: str, what: str, said: Sequence[str]) -> None:
        """Remember that the sentences *said* of *what* in *pair_list* were read and closed."""
        self._remember(CLOSED, f"{pair_list}\n{what}", tuple(map(_digest, said)), _PLACES_KEPT)

    def was_closed(self, pair_list: str, what: str, said: str) -> bool:
        """Tell whether *said* was among what was closed last of *what* in *pair_list*."""
        return _digest(said) in self[CLOSED].get(f"{pair_list}\n{what}", ())

    def remember_guidelines(self, pair_list: str, path: str) -> None:
        """Remember the reviewer's text file that is shown beside *pair_list*."""
        self._remember(GUIDELINES, pair_list, (path,), _PLACES_KEPT)

    def guidelines(self, pair_list: str) -> str | None:
        """The text file that was last shown beside *pair_list*."""
        paths = self[GUIDELINES].get(pair_list, ())
        return paths[0] if paths else None

    def remember_label_files(self, pair_list: str, paths: tuple[str, ...]) -> None:
        """Remember which label files of others are compared with that of *pair_list*."""
        if sum(map(len, paths)) <= _LONGEST_ID:
            self._remember(LABEL_FILES, pair_list, paths, _PLACES_KEPT)

    def label_files(self, pair_list: str) -> tuple[str, ...]:
        """The label files of others that were compared last with that of *pair_list*."""
        return self[LABEL_FILES].get(pair_list, ())

    def save(self, seconds: float = 1.0) -> bool:
        """Save to disk now; False if that failed, which costs only the settings.

        It also counts as failed where it is not done after *seconds*.
        """
        with self._lock:
            if self._unsaved:
                self._start_saving()
            self._hurry.set()
            saver = self._saver
        if saver is not None:
            saver.join(seconds)
        with self._lock:
            return not self._unsaved and self._saver is None

    def _start_saving(self) -> None:
        """Have a thread that saves; call it under the lock."""
        if self._saver is None:
            self._hurry.clear()
            self._saver = OwnThread(self._run, "copydesk-settings")
            self._saver.start()

    def _run(self) -> None:
        """Save what there is, and what comes meanwhile, then end."""
        while True:
            self._hurry.wait(_REST)
            with self._lock:
                unsaved = dict(self._unsaved)
            found = self._write(unsaved)
            with self._lock:
                if found is not None:
                    for key, text in unsaved.items():
                        if self._unsaved.get(key, "") == text:
                            del self._unsaved[key]
                    self._values = _with(found, self._unsaved)
                if found is None or not self._unsaved:
                    self._saver = None  # what failed is tried again with the next setting
                    return

    def _write(self, unsaved: Mapping[str, str | None]) -> dict[str, str] | None:
        """Write *unsaved*; return all that the file holds then, None where that failed."""
        try:
            return change_texts(self._path, unsaved)
        except OSError:
            return None

    def _remember(
        self,
        setting: Setting[Mapping[str, tuple[str, ...]]],
        name: str,
        values: tuple[str, ...],
        limit: int,
    ) -> None:
        others = {known: value for known, value in self[setting].items() if known != name}
        newest = list(others.items())[-(limit - 1) :]
        self[setting] = dict([*newest, (name, values)])


def _digest(said: str) -> str:
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _usual_path() -> Path:
    """Where Qt has the settings of a program of this name."""
    scope = QSettings.Scope.UserScope
    return Path(QSettings(QSettings.Format.IniFormat, scope, "copydesk", "copydesk").fileName())


def _with(values: Mapping[str, str], changed: Mapping[str, str | None]) -> dict[str, str]:
    """*values* with what was *changed*; None takes a value away."""
    new = {**values, **changed}
    return {key: text for key, text in new.items() if text is not None}
