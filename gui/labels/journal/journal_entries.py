r"""The lines of the journal: a checksum, what the line is about, and the rows.

``1b2c3d4e {"seq":7,"at":…,"by":…,"do":…,"pair":…}\t{"before":…,"after":…}``

A row is written without its empty columns and without pair and annotator, which precede it; the row
before a decision has only the columns that the decision changed. Rows are parsed on demand: of
50,000 decisions few ever are.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from ..label_values import FURTHER, Decision, Key, LabelRow

FORMAT = 1
PIECE = 100_000
"""Characters of a text that are written as JSON at once, which takes a millisecond or two."""
_read_json = json.JSONDecoder().raw_decode
_Columns = dict[str, str] | None
_FURTHER = tuple(f'"{name}":'.encode() for name in FURTHER)
_SUBJECTS = frozenset(("label", "flag", "note"))
# Changes that the annotator did not decide.
_NOBODYS = frozenset(("outside", "repair", "similarities"))
_DECISIONS = _SUBJECTS | _NOBODYS | {"undo", "redo"}
_NEEDED = frozenset(("at", "by", "do", "pair"))  # in the line of a decision
_TYPES = MappingProxyType(
    {
        **dict.fromkeys(("seq", "saved", "crc", "of"), int),
        **dict.fromkeys(("at", "by", "do", "enc", "pair", "subject", "labels", "other"), str),
        "void": list,
        "lacks": dict,
        "has": list,
    }
)


def _body_pattern() -> re.Pattern[bytes]:
    text = rb'"[ !#-\[\]-~]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-\[\]-~]*)*"'
    item = text + b":" + text
    row = b"(?:null|{(?:" + item + b"(?:," + item + b")*)?})"
    return re.compile(b'{"before":' + row + b',"after":' + row + b"}")


BODY = _body_pattern()  # tells whether the rows can be parsed, without parsing them
_PIECE_OF_TEXT = re.compile(rb'(?:[ !#-\[\]-~]{1,100}|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})){0,1000}')


_TEXT = rb'"[^"\\]*(?:\\.[^"\\]*)*"'
_HEAD = re.compile(
    rb'[0-9a-f]{8} {"seq":(\d{1,18}),"at":"([^"\\]*)","by":'
    + _TEXT
    + rb',"do":"(label|flag|note)","pair":'
    + _TEXT
    + rb'}\t({"before":null,)?'
)


class Glimpse(NamedTuple):
    """What the line of a decision shows before it is parsed, much less than an ``Entry`` has.

    ``brings`` is True if there was no row before.
    """

    sequence: int
    at: str
    what: str
    brings: bool


def glimpse(line: bytes) -> Glimpse | None:
    """Return what *line* shows without being parsed; None if it has to be parsed."""
    found = _HEAD.match(line)
    if found is None:
        return None
    number, at, what, brings = found.groups()
    return Glimpse(int(number), at.decode("latin-1"), what.decode("latin-1"), brings is not None)


class Entry(NamedTuple):
    """One line of the journal that means something.

    ``sequence`` is 0 for a line that is no decision; ``saved`` is -1, or the sequence number up to
    which the label file is durable, and ``checksum`` is that of the file then. ``of`` is the
    decision that is undone or redone. ``offset`` and ``length`` give the place of the line in the
    journal, in bytes.
    """

    about: Mapping[str, Any]
    body: bytes
    offset: int
    length: int
    sequence: int = 0

    @property
    def saved(self) -> int:
        """The sequence number up to which the label file is durable; -1 in other lines."""
        return int(self.about.get("saved", -1))

    @property
    def checksum(self) -> int | None:
        """The checksum of the label file when it was saved."""
        return self.about.get("crc")

    @property
    def encoding(self) -> str:
        """The encoding of the label file when it was saved."""
        encoding: str = self.about.get("enc", "utf-8")
        return encoding

    @property
    def key(self) -> Key:
        """The row that the decision is about."""
        return (self.about["pair"], self.about["by"])

    @property
    def what(self) -> str:
        """What was decided, as in :class:`Decision`."""
        what: str = self.about.get("do", "")
        return what

    @property
    def is_own(self) -> bool:
        """True if it is a decision made in a window: it counts as work, and can be undone."""
        return self.sequence > 0 and self.what not in _NOBODYS

    @property
    def of(self) -> int | None:
        """For undo and redo, the number of the decision it is about."""
        return self.about.get("of")

    @property
    def highest(self) -> int:
        """The highest number in the line, which must not be assigned again.

        Older versions listed in ``void`` the numbers of decisions that could not be made durable,
        and assigned the same numbers to others that were. A line in the journal may be either; in
        doubt a decision counts, so such a list says only that numbers are used.
        """
        void: list[int] = self.about.get("void", [])
        return max(self.sequence, self.saved, *void)

    @property
    def lacks(self) -> dict[str, list[Key]]:
        """Rows that the label file lost by accident.

        ``"back"`` are to be written again; ``"doubt"`` may be no accident, so somebody must decide.
        """
        lacks = self.about.get("lacks", {})
        return {how: [(pair, by) for pair, by in keys] for how, keys in lacks.items()}

    @property
    def has(self) -> list[Key]:
        """Rows that the label file had lost and has again."""
        return [(pair, by) for pair, by in self.about.get("has", ())]

    @property
    def brings(self) -> bool:
        """True if there was no row before the decision."""
        return self.body.startswith(b'{"before":null,')

    @property
    def takes_away(self) -> bool:
        """True if there is no row after the decision."""
        return self.body.endswith(b'"after":null}')

    @property
    def says_more(self) -> bool:
        """True if its rows may have values for columns that only some label files have."""
        return any(name in self.body for name in _FURTHER)

    def decision(self) -> Decision:
        """Return the decision as a whole."""
        rows = json.loads(self.body)
        before, after = rows["before"], rows["after"]
        if before is not None and after is not None:
            before = {**after, **before}
        return Decision(
            sequence=self.sequence,
            at=self.about["at"],
            what=self.what,
            pair_id=self.key[0],
            annotator=self.key[1],
            before=_row(self.key, before),
            after=_row(self.key, after),
            of=self.of,
            subject=self.about.get("subject", self.what),
            other_id=self.about.get("other", ""),
        )


class JournalLine(NamedTuple):
    """A line to be written, with its two parts."""

    about: Mapping[str, Any]
    body: bytes = b""

    @property
    def sequence(self) -> int:
        """The number of the decision; 0 for a line that is none."""
        return int(self.about.get("seq", 0))

    def encoded(self) -> bytes:
        """Return the bytes of the line, with checksum and line end."""
        text = _json(dict(self.about))
        if self.body:
            text += b"\t" + self.body
        return b"%08x %s\n" % (zlib.crc32(text), text)

    def entry(self, offset: int, length: int) -> Entry:
        """Return the line as it will be read back."""
        return Entry(self.about, self.body, offset, length, self.sequence)


def parse(line: bytes, offset: int) -> Entry | None:
    """Return the entry of *line*, with its line end; None if it is damaged."""
    if len(line) < 11 or line[8:9] != b" " or not line.endswith(b"\n"):
        return None
    text = line[9:-1]
    try:
        if int(line[:8], 16) != zlib.crc32(text):
            return None
        about, _, body = text.partition(b"\t")
        head = about.decode("ascii")
        value, end = _read_json(head)  # quicker than json.loads, which looks for white space
    except (ValueError, RecursionError):
        return None
    if end != len(head) or not isinstance(value, dict) or not _makes_sense(value, body):
        return None
    return Entry(value, body, offset, len(line), value.get("seq", 0))


def _makes_sense(about: Mapping[str, Any], body: bytes) -> bool:
    """Return whether the parts of a line have the form that this module writes.

    A line of an older version, without rows behind the tab, has not.
    """
    for name, value in about.items():
        if type(value) is not _TYPES.get(name, type(value)):
            return False
    if not all(isinstance(number, int) for number in about.get("void", ())):
        return False
    lacks = about.get("lacks", {})
    if not lacks.keys() <= {"back", "doubt"}:
        return False
    if not all(map(_are_keys, (*lacks.values(), about.get("has", [])))):
        return False
    if not about.get("seq"):
        return True
    return (
        about.keys() >= _NEEDED
        and about["do"] in _DECISIONS
        and about.get("subject", "label") in _SUBJECTS
        and BODY.fullmatch(body if len(body) <= PIECE else _with_short_texts(body)) is not None
    )


def _with_short_texts(body: bytes) -> bytes:
    """Return *body* with very long texts checked in pieces and shortened.

    A single search of all of it would block all threads, and so the window. Invalid texts stay, so
    that the result is not a valid body either.
    """
    pieces, done = [], 0
    while (start := body.find(b'"', done) + 1) > 0:
        pieces.append(body[done:start])
        end = start
        while (found := _PIECE_OF_TEXT.match(body, end)) is not None and found.end() > end:
            end = found.end()
        pieces.append(body[start:end] if end - start <= PIECE else b"")
        pieces.append(body[end : end + 1])
        done = end + 1
    return b"".join((*pieces, body[done:]))


def _are_keys(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(key, list) and len(key) == 2 and all(isinstance(part, str) for part in key)
        for key in value
    )


class Parsed(NamedTuple):
    """The contents of a part of a journal: ``format`` where the first line is in it."""

    entries: list[Entry]
    damaged: bytes
    format: object = FORMAT

    @property
    def highest(self) -> int:
        """The highest number that is used."""
        return max((entry.highest for entry in self.entries), default=0)


def parse_all(data: bytes, offset: int = 0) -> Parsed:
    """Read the lines of *data*, which begins at *offset* of the journal."""
    entries: list[Entry] = []
    damaged = []
    version: object = FORMAT
    for line in _lines(data):
        entry = parse(line, offset)
        offset += len(line)
        if entry is None:
            if line != b"\n":
                damaged.append(line)
        elif "journal" in entry.about:
            version = entry.about["journal"]
        else:
            entries.append(entry)
    return Parsed(entries, b"".join(damaged), version)


def _lines(data: bytes) -> Iterator[bytes]:
    """Yield the lines of *data* with their line ends, one at a time: each may have megabytes.

    In damaged data, a line may also begin behind a carriage return.
    """
    start = 0
    while start < len(data):
        end = data.find(b"\n", start) + 1 or len(data)
        line = data[start:end]
        yield from [line] if b"\r" not in line else line.splitlines(keepends=True)
        start = end


def head_line(label_file: str) -> JournalLine:
    """Return the first line, with the format of the journal and the name of its file."""
    return JournalLine({"journal": FORMAT, "labels": label_file})


def saved_line(
    sequence: int, checksum: int, encoding: str = "utf-8", has: Sequence[Key] = ()
) -> JournalLine:
    """Return the line that says that the label file has everything up to *sequence*.

    The file has the rows *has* again, which it had lost by accident.
    """
    about: dict[str, Any] = {"saved": sequence, "crc": checksum}
    if encoding != "utf-8":
        about["enc"] = encoding
    if has:
        about["has"] = has
    return JournalLine(about)


def lacks_line(back: Iterable[Key], doubt: Iterable[Key]) -> JournalLine:
    """Return the line about rows that the label file lost by accident.

    *back* are to be written again; somebody must say whether *doubt* were removed on purpose.
    """
    return JournalLine({"lacks": {"back": list(back), "doubt": list(doubt)}})


def decision_line(decision: Decision) -> JournalLine:
    """Return the line for *decision*."""
    about: dict[str, Any] = {
        "seq": decision.sequence,
        "at": decision.at,
        "by": decision.annotator,
        "do": decision.what,
        "pair": decision.pair_id,
    }
    if decision.of is not None:
        about["of"] = decision.of
        about["subject"] = decision.subject
    if decision.other_id:
        about["other"] = decision.other_id
    before, after = _columns(decision.before), _columns(decision.after)
    if before is not None and after is not None:
        names = sorted({*before, *after})
        before = {n: before.get(n, "") for n in names if before.get(n, "") != after.get(n, "")}
    return JournalLine(
        about, b'{"before":%b,"after":%b}' % (_row_as_json(before), _row_as_json(after))
    )


def _row_as_json(columns: _Columns) -> bytes:
    """Return a row as JSON, with a very long note written in pieces.

    While the library writes a text, no other thread can run, and the window would freeze.
    """
    if columns is None or max(map(len, columns.values()), default=0) <= PIECE:
        return _json(columns)
    return b"{%b}" % b",".join(
        b'%b:"%b"'
        % (_json(name), b"".join(_json(value[at : at + PIECE])[1:-1] for at in _places(value)))
        for name, value in columns.items()
    )


def _places(value: str) -> range:
    return range(0, len(value), PIECE)


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def _columns(row: LabelRow | None) -> _Columns:
    if row is None:
        return None
    return {
        name: text
        for name, text in row.texts().items()
        if text and name not in ("pair_id", "annotator")
    }


def _row(key: Key, columns: _Columns) -> LabelRow | None:
    if columns is None:
        return None
    return LabelRow.from_texts({**columns, "pair_id": key[0], "annotator": key[1]})
