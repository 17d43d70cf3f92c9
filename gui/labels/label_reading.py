"""A label file and its journal, read without writing a byte: for checks and exports."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from ..documents import shown_name
from ..messages import Code, Message, counted
from ..messages.about_labels import AboutLabels
from ..messages.about_pairs import AboutPairs
from .file.csv_format import HeaderError, Texts, check_size, is_begun_header
from .file.label_table import LabelTable, columns_for
from .journal.journal import News, path_of
from .journal.journal_entries import FORMAT, parse_all
from .journal.journal_state import JournalState
from .label_set import DEFAULT_LABELS, LabelSet
from .label_values import Key, LabelFileError, LabelRow
from .mending.last_seen import SeenFile, kept_copy, known_texts, unnoted
from .mending.mending import Mended, known_rows, mended
from .mending.rewritten_rows import keys_with_commas
from .mending.torn_ends import Ending, ending_of
from .reconciling.accident_reports import accidents_found
from .reconciling.file_problems import (
    BACKUPS,
    how_to_mend,
    last_copy,
    oddities,
    older_copies,
    with_rows_of_journal,
)
from .reconciling.stale import Resolution, resolve


@dataclass(frozen=True)
class LabelsRead:
    """What label file and journal say together.

    ``rows`` are those of all annotators, also what the file has no column for and what it does
    not have yet; ``pending`` the keys of the latter. ``hidden`` are rows that the file has
    under the key of another one, ``commas`` the keys of rows with a decimal comma.
    Of ``rows``, ``not_there`` are in the journal alone; ``has_journal`` is False where there is
    none. ``edited`` are rows that another program
    changed since the journal last saw the file, ``lost`` those that an older copy of it took
    away or that may have been taken out, ``taken_out`` those that somebody took out of it, as
    they were. ``own_columns`` are those that somebody added to the file, None where it has no
    header; ``last_copy`` is the latest one that was kept of the file, of any kind.
    ``older_copies`` are kept, the last one at the end. ``lacking`` are columns that
    the file does not have. ``problems`` are sentences; ``complete`` is False where one of them
    is that something could not be read, for instance for the ``flaw`` of the file, which says
    what to do. ``decisions``
    is their number in the journal, ``outside`` that of the changes in it that nobody decided here:
    rows of others, rows changed by another program or put back, similarities found later.
    """

    rows: Mapping[Key, LabelRow]
    journal: Path
    hidden: Sequence[LabelRow] = ()
    commas: Set[Key] = frozenset()
    has_journal: bool = True
    decisions: int = 0
    outside: int = 0
    writing: str = ""
    lacking: Sequence[str] = ()
    pending: Sequence[Key] = ()
    not_there: int = 0
    edited: Sequence[Key] = ()
    lost: Sequence[Key] = ()
    taken_out: Mapping[Key, LabelRow] = field(default_factory=dict)
    renamed: int = 0
    older_copies: Sequence[Path] = ()
    own_columns: Sequence[str] | None = ()
    last_copy: Path | None = None
    problems: Sequence[Message] = ()
    complete: bool = True
    flaw: Message | None = None


def read_labels(path: Path, journal_folder: Path, labels: LabelSet = DEFAULT_LABELS) -> LabelsRead:
    """Read the label file *path* with its journal; *labels* are those that are known.

    Raises :class:`LabelFileError`.
    """
    journal = path_of(journal_folder, path)
    state, damaged, (decisions, outside) = _journal_state(journal)
    table, data, seen = _file_with_copy(path, journal, state)
    writing = _writing(table) if table.size else "empty" if path.exists() else "not there"
    table, data, mending, ending = _repaired(table, data, state, seen)
    flaw = None if table.flaw is None else how_to_mend(path, table.flaw, state.row_count)
    problems = [*([] if flaw is None else [flaw]), *oddities(path, table, labels)]
    complete = not (table.flaw or damaged)
    if damaged:
        one, many = AboutLabels.JOURNAL_HAS_DAMAGED_BYTE, AboutLabels.JOURNAL_HAS_DAMAGED_BYTES
        problems.append(counted(one, many, damaged))
    taken_out = state.taken_out()
    resolution = _resolved(path, table, state, seen, mending, ending, taken_out, problems)
    pending = sorted({entry.key for entry in state.pending.values()})
    if pending:
        problems.append(_not_there_yet(path, [key[0] for key in pending]))
    rows = _rows(table, state, set(resolution.renamed.values()))
    there = {resolution.renamed.get(key, key) for key in rows}
    return LabelsRead(
        rows=rows,
        journal=journal,
        commas=keys_with_commas(data, table.dialect.encoding),
        hidden=[row for hidden in table.hidden.values() for row in hidden],
        has_journal=journal.exists(),
        decisions=decisions,
        outside=outside,
        writing=writing,
        lacking=[name for name in columns_for(rows.values()) if name not in table.columns],
        pending=pending,
        not_there=sum(table.key_of(key) not in table.rows for key in there),
        edited=[key for key, _, _ in resolution.wishes],
        lost=[*dict.fromkeys((*state.back, *state.doubts, *_keys_of(mending)))],
        taken_out=taken_out,
        renamed=len(resolution.renamed.keys() - resolution.spoiled),
        older_copies=older_copies(journal.parent / BACKUPS, journal.stem),
        own_columns=table.others if table.has_header else None,
        last_copy=last_copy(journal.parent / BACKUPS, journal.stem),
        problems=problems,
        complete=complete,
        flaw=flaw,
    )


def _file_with_copy(
    path: Path, journal: Path, state: JournalState
) -> tuple[LabelTable, bytes, SeenFile | None]:
    """Return the label file *path* and its last copy; raises LabelFileError."""
    try:
        seen = kept_copy(journal.parent / BACKUPS, journal.stem, state.encoding)
        texts = partial(known_texts, state, seen.table if seen is not None else None)
        table, data = _table(path, journal, state.encoding, texts)
        if seen is not None and table.dialect.encoding != seen.encoding:
            table, data = _table(path, journal, seen.encoding, texts)
    except LabelFileError as error:
        raise with_rows_of_journal(error, path, state.row_count) from error
    return table, data, seen


def _repaired(
    table: LabelTable, data: bytes, state: JournalState, seen: SeenFile | None
) -> tuple[LabelTable, bytes, Mended | None, Ending]:
    """Return the file *table*, which is *data*, as a window would repair it, and how it ended."""
    mending = None
    if state.checksum != zlib.crc32(data):
        mending = mended(table, data, known_rows(state, seen), seen)
    if mending is not None:
        table, data = mending.table, mending.data
    has_flaw = table.flaw is not None
    ending = _drop_torn_tail(table, state, seen, data)
    if has_flaw and ending is Ending.TORN and mending is None:  # repair what precedes the torn row
        known = known_rows(state, seen)
        mending = mended(table, data[: table.size], known, seen, torn=True)
        table, data = (table, data) if mending is None else (mending.table, mending.data)
    if mending is not None and mending.torn:
        ending = Ending.TORN
    return table, data, mending, ending


def _keys_of(mending: Mended | None) -> list[Key]:
    return [] if mending is None else sorted({*mending.rows, *mending.parted})


def _resolved(
    path: Path,
    table: LabelTable,
    state: JournalState,
    seen: SeenFile | None,
    mending: Mended | None,
    ending: Ending,
    taken_out: dict[Key, LabelRow],
    problems: list[Message],
) -> Resolution:
    """Take into *state* what the file says; add to *taken_out* and *problems* what it lacks."""
    resolution = Resolution()
    others = unnoted(seen.table, state) if seen is not None else {}
    if table.has_header and not table.flaw:
        resolution = resolve(
            table,
            state,
            unnoted=others,
            spoiled_before=frozenset(seen.table.spoiled if seen is not None else ()),
            modified=path.stat().st_mtime,
            ending=ending,
        )
        found = {key for key in (*resolution.back, *resolution.doubts) if key in others}
    else:
        found = others.keys() - table.rows.keys()
    for key in found:
        state.put_settled(key, others[key])
    if table.has_header and not table.flaw:
        for key, before, after in resolution.wishes:
            state.put_settled(key, after)
            if before is not None and after is None:
                taken_out[key] = before
        state.put_back(resolution.returned)
        state.lack(resolution.back, resolution.doubts)
        problems += accidents_found(path, state, resolution.renamed, resolution.spoiled, mending)
    elif state.has_rows and not table.has_header:
        code = _instead(path, table)
        problems.append(Message(code, name=shown_name(path)))
        state.lack(state.live_keys)
    return resolution


def _drop_torn_tail(
    table: LabelTable, state: JournalState, seen: SeenFile | None, data: bytes
) -> Ending:
    """Forget half a record at the end of *table*, which is *data*; return how that ends.

    It is half of what the window would write again.
    """
    if not (table.tail and table.has_header):
        return Ending.WHOLE
    others = unnoted(seen.table, state) if seen is not None else {}
    known = [*(state.row(key) or state.last_said(key) for key in state.keys), *others.values()]
    rows = [row for row in known if row is not None and not table.says(row)]

    def lacks_rows() -> bool:
        live = (key for key in state.live_keys if not state.is_lacking(key))
        return any(table.key_of(key) not in table.rows for key in (*live, *others))

    ending = ending_of(table, data, rows, seen, lacks_rows)
    if ending is Ending.TORN:
        table.drop_tail()
    return ending


def _table(path: Path, journal: Path, encoding: str, texts: Texts) -> tuple[LabelTable, bytes]:
    try:
        if path.is_dir():
            raise LabelFileError(Message(AboutLabels.IS_FOLDER_TO_READ, name=shown_name(path)))
        if path.exists() and not path.is_file():
            raise LabelFileError(Message(AboutLabels.NO_FILE_TO_READ, name=shown_name(path)))
        check_size(path.stat().st_size)
        data = path.read_bytes()
        if is_begun_header(data):
            data = b""  # as good as empty
        return LabelTable(data, encoding, texts), data
    except (FileNotFoundError, NotADirectoryError):
        if journal.exists():
            return LabelTable(b""), b""
        raise LabelFileError(
            Message(AboutPairs.NOT_THERE_CHECK_PATH, name=shown_name(path))
        ) from None
    except HeaderError as error:
        raise LabelFileError(
            Message(AboutLabels.NO_LABEL_FILE_TO_READ, name=shown_name(path), clause=error.message)
        ) from None
    except OSError as error:
        why = error.strerror or str(error)
        raise LabelFileError(
            Message(AboutLabels.UNREADABLE_TO_READ, name=shown_name(path), why=why)
        ) from None


def _journal_state(journal: Path) -> tuple[JournalState, int, tuple[int, int]]:
    """Return what the journal says and how many of its bytes are damaged.

    With them come the numbers of its decisions and of its changes that nobody decided here.
    """
    state = JournalState("")
    try:
        parsed = parse_all(journal.read_bytes())
    except FileNotFoundError:
        return state, 0, (0, 0)
    except OSError as error:
        why = error.strerror or str(error)
        raise LabelFileError(
            Message(AboutLabels.JOURNAL_UNREADABLE, name=shown_name(journal), why=why)
        ) from None
    if parsed.format != FORMAT:
        raise LabelFileError(Message(AboutLabels.JOURNAL_NEWER_SENTENCE, name=shown_name(journal)))
    state.absorb(News(parsed.entries, anew=True))
    own = sum(entry.is_own for entry in parsed.entries)
    changes = sum(entry.sequence > 0 for entry in parsed.entries)
    return state, len(parsed.damaged), (own, changes - own)


def _rows(table: LabelTable, state: JournalState, renamed: set[Key]) -> dict[Key, LabelRow]:
    """Return all rows: first as the file has them, then what only the journal has.

    Those that the file has under other ids, *renamed*, are known under their own.
    """
    names = {table.key_of(key): key for key in state.keys}
    rows: dict[Key, LabelRow] = {}
    for there, row in table.rows.items():
        if there in renamed:
            continue
        key = names.get(there, there)
        known = state.row(key) if state.knows(key) else row
        if known is not None:
            rows[key] = known
    for key in sorted(state.keys - rows.keys()):
        known = state.row(key)
        if known is not None:
            rows[key] = known
    return rows


def _writing(table: LabelTable) -> str:
    dialect = table.dialect
    delimiter = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}.get(
        dialect.delimiter, dialect.delimiter
    )
    line_end = {"\r\n": "CRLF", "\n": "LF", "\r": "CR"}[dialect.line_end]
    mark = " with a byte-order mark" if dialect.mark else ""
    return f"{dialect.encoding}{mark}, {delimiter}, {line_end}"


def _not_there_yet(path: Path, ids: Sequence[str]) -> Message:
    shown = ", ".join(shown_name(pair_id) for pair_id in ids[:5]) + (", …" if len(ids) > 5 else "")
    one, many = AboutLabels.PAIR_NOT_THERE_YET, AboutLabels.PAIRS_NOT_THERE_YET
    return counted(one, many, len(ids), name=shown_name(path), ids=shown)


def _instead(path: Path, table: LabelTable) -> Code:
    """Return what to say of a file whose rows only the journal has."""
    if table.size:
        return AboutLabels.ROWS_FROM_JOURNAL  # what stands there has been said
    if path.exists():
        return AboutLabels.EMPTY_ROWS_FROM_JOURNAL
    return AboutLabels.GONE_ROWS_FROM_JOURNAL
