"""Label files as programs save them in an encoding that lacks letters."""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from gui.labels import LabelStore, Pair, SaveKind
from tests.labels.helpers import JUDGED, Workspace

HEADER = (
    "pair_id",
    "reference",
    "candidate",
    "label",
    "annotator",
    "updated_at",
    "note",
    "seen",
)
Records = list[dict[str, str]]


def with_signs(encoding: str, sign: str, width: Callable[[str], int]) -> Callable[[str], bytes]:
    def save(text: str) -> bytes:
        letters = (sign * width(c) if lacks(encoding, c) else c for c in text)
        return "".join(letters).encode(encoding)

    return save


def lacks(encoding: str, letter: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeError:
        return True
    return False


def units(letter: str) -> int:
    return len(letter.encode("utf-16-le")) // 2


def fitted(encoding: str) -> Callable[[str], bytes]:
    """Letters lose their accents where the encoding has no such letter, others become marks."""

    def fit(letter: str) -> str:
        if not lacks(encoding, letter):
            return letter
        fits = {"ł": "l", "Ł": "L", "“": '"', "”": '"', "…": "..."}
        base = fits.get(letter) or unicodedata.normalize("NFKD", letter)[0]
        return "?" * units(letter) if lacks(encoding, base) else base

    return lambda text: "".join(map(fit, text)).encode(encoding)


SAVED_BY: Mapping[str, Callable[[str], bytes]] = MappingProxyType(
    {
        "windows-1252 with marks": with_signs("windows-1252", "?", len),
        "windows-1252 as Windows does": fitted("windows-1252"),
        "windows-1250 as Windows does": fitted("windows-1250"),
        "windows-1251": with_signs("windows-1251", "?", units),
        "iso-8859-1": with_signs("iso-8859-1", "?", len),
        "ASCII": with_signs("ascii", "?", len),
        "ASCII by bytes": with_signs("ascii", "?", lambda letter: len(letter.encode())),
        "Mac": with_signs("mac-roman", "_", len),
        "Shift JIS": with_signs("cp932", "?", units),
        "references": lambda text: text.encode("windows-1252", "xmlcharrefreplace"),
        "windows-1252 and then UTF-8": lambda text: (
            text.encode("windows-1252", "replace").decode("windows-1252").encode()
        ),
        "replacement characters": lambda text: (
            text.encode("windows-1252", "replace").decode("ascii", "replace").encode()
        ),
        "UTF-16 after ASCII": lambda text: (
            text.encode("ascii", "replace").decode().encode("utf-16")
        ),
        "read as windows-1252": lambda text: text.encode().decode("latin-1").encode(),
    }
)
LETTERS = "Łódź ñ “日本” 😀…"
PLACES = ("pair_id", "reference", "annotator", "note", "seen")
EACH_PLACE = MappingProxyType(dict(zip(PLACES, PLACES, strict=True)))
CLOSED = MappingProxyType({"open": False, "closed": True})


def text_of(records: Records, delimiter: str) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, HEADER, delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue()


def records_in(workspace: Workspace, delimiter: str = ",") -> Records:
    data = workspace.labels.read_bytes()
    text = data.decode("utf-16" if data.startswith(codecs.BOM_UTF16) else "utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def file_with(place: str, letters: str = LETTERS) -> Records:
    """Rows of two colleagues, of whom the second writes *letters* in one column."""
    records = []
    for number in range(1, 5):
        for name in ("berta", "carl"):
            at = f"2025-01-0{number}T10:00:00.000Z"
            texts = (f"p{number}", f"a{number}", f"b{number}", "copy", name, at, "see p1", "dora")
            record = dict(zip(HEADER, texts, strict=True))
            if name == "carl":
                record[place] = f"{letters} {number}" if place != "annotator" else letters
            records.append(record)
    return records


def opened(
    workspace: Workspace, records: Records, delimiter: str = ",", annotator: str = "anna"
) -> LabelStore:
    """A window that has seen the file whole, and has a row with letters of its own in it."""
    workspace.labels.write_bytes(text_of(records, delimiter).encode())
    store = workspace.store(annotator)
    own = Pair("own", "own/a", "own/b")
    store.label(own, "original", JUDGED)
    store.note(own, f"mine: {LETTERS}", JUDGED)
    store.label(Pair("two", "a2", "b2"), "copy", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    store.look_outside()
    return store
