"""Hostile documents: whatever a file holds, a result or one clear sentence comes in time.

    python -m tests.torture.hostile [--minutes M] [--seed S] [--largest BYTES]

Documents of every format that are made to be slow, in growing sizes, and damaged ones go through
the loader and through copydesk-compare. The exit status is 0 only where each gave a result or one
sentence within the time that the program promises.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from gui.documents import DocumentError, Reader, load
from gui.documents.reader import PATIENCE
from tests.documents.builders import archive, docx, drawn_pdf, odt, pdf, word_paragraphs
from tests.torture.common import FAILED, HELD, Deadline, counted, run
from tests.torture.sitting import ROOT

_SMALLEST = 4_000  # bytes; each size is four times the one before
_LARGEST = 40_000_000  # bytes, below the limit for documents
_READ = 2 * PATIENCE  # seconds for one document, which may be tried in a second process
_COMPARED = 2 * _READ  # seconds for copydesk-compare, which reads two and compares them
_PLAIN = "The ferry to the island did not sail, for there were swans on its deck.\n"
_ODT = "application/vnd.oasis.opendocument.text"


def _run_of(unit: str) -> Callable[[int], bytes]:
    return lambda size: (unit * (size // len(unit))).encode() + b"\x01 end"


def _page_of(unit: str) -> Callable[[int], bytes]:
    return lambda size: b"<!doctype html><body><p>Swans" + (unit * (size // len(unit))).encode()


def _attributes(size: int) -> bytes:
    names = " ".join(f"a{number}=b" for number in range(size // 10))
    return f"<!doctype html><body {names}><p>Swans".encode()


def _word_of(unit: str) -> Callable[[int], bytes]:
    # What is packed is small: a hundred times its size is unpacked.
    return lambda size: docx(unit * min(20 * size // len(unit), 55_000_000 // len(unit)))


def _open_of(unit: str) -> Callable[[int], bytes]:
    return lambda size: odt(unit * min(20 * size // len(unit), 55_000_000 // len(unit)))


def _members(size: int) -> bytes:
    return archive({f"word/header{number}.xml": "<a/>" for number in range(size // 150)})


def _rtf_of(unit: str) -> Callable[[int], bytes]:
    return lambda size: b"{\\rtf1 Swans " + (unit * (size // len(unit))).encode() + b"}"


def _pages(size: int) -> bytes:
    page = [(50.0, 800.0 - 9 * line, 8.0, "a " * 40) for line in range(80)]
    return pdf([page] * max(1, size // 8000))


def _pieces(size: int) -> bytes:
    return pdf([[(n % 600, n % 800, 1.0, "a") for n in range(size // 40)]])


def _book_of(unit: str) -> Callable[[int], bytes]:
    def book(size: int) -> bytes:
        page = f"<html><body><p>{unit * min(20 * size // len(unit), 2_000_000 // len(unit))}"
        numbers = range(max(1, min(size // 4_000, 25)))
        items = "".join(f"<item id='i{n}' href='{n}' media-type='text/html'/>" for n in numbers)
        spine = "".join(f"<itemref idref='i{n}'/>" for n in numbers)
        listed = f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>"
        container = "<container><rootfile full-path='book'/></container>"
        pages = {str(n): page for n in numbers}
        return archive({"META-INF/container.xml": container, "book": listed, **pages})

    return book


def _old_word(size: int) -> bytes:
    sign = bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument\0".encode("utf-16-le")
    return sign + b"\xec\xa5\xc1\0" * (size // 4)


def _inkless(size: int) -> bytes:
    line = "BT {} Tr /F 9 Tf 1 0 0 1 {} {} Tm (swans) Tj ET\n"
    drawn = (line.format(n % 2 * 3, n % 550, n * 7 % 800) for n in range(size // 50))
    return drawn_pdf("".join(drawn))


HOSTILE = MappingProxyType(
    {
        **{f"{name}.txt": _run_of(unit) for name, unit in (
            ("dots", "."), ("spaces", " "), ("lines", "\n"), ("blank-lines", " \n"),
            ("brackets", "["), ("comments", "<!-- a -->"), ("open-comments", "<!--"),
            ("metas", "<meta "), ("capitals", "Aa. "), ("initials", "A."), ("numbers", "1,"),
            ("accents", "e\u0301\u0301\u0301"), ("hidden", "a\u200b"), ("quotes", '"'),
            ("letters", "a"), ("damaged", "\u00e2\u20ac\u2122 "), ("scripts", "p\u0430 "),
        )},
        **{name: _run_of(unit) for name, unit in (
            ("links", "[a](b "), ("images", "![a](b)\n"), ("codes", "# `a` **b** "),
        )},
        **{f"{name}.md": _run_of(unit) for name, unit in (
            ("brackets", "["), ("links", "[a](b"), ("emphasis", "**a [b](c) `d` "),
            ("stars", "*a_"), ("quotations", "> "), ("lists", "- a\n"), ("entities", "&#1;"),
            ("ticks", "`a``"), ("tables", "|a|-|\n"), ("angles", "<a"), ("rules", "---\n"),
            ("colons", ":"), ("closing", "]"), ("headings", "#\n"), ("short-lines", ".\n"),
            ("emphasis-ends", "?*"), ("linked-brackets", "[[](b)"),
        )},
        **{f"{name}.html": _page_of(unit) for name, unit in (
            ("spaces", " "), ("cells", "<td>\t "), ("breaks", "<br>\n "), ("open", "<b>"),
            ("deep", "<div>"), ("paragraphs", "<p>Swans on deck.</p>"), ("links", "<a href=a>b"),
            ("notes", "aaa<sup>1</sup>"), ("entities", "&amp;"), ("comments", "<!-- a -->"),
            ("verbatim", "<pre> a\n\n</pre>"), ("hidden", "<p style='display:none;;;'>a"),
            ("tables", "<table><tr><td>a"), ("titles", "<title>a | </title>"),
            ("dates", "<p>4 March 2024 | by A. Author"), ("scripts", "<script>a</script>"),
            ("unseen", "a<i hidden>geese</i>"), ("unseen-parts", "<p>Swans.<p style=opacity:0>a"),
            ("marks", "\ufdd0\ufdd2\ufdd1"),
        )},
        "attributes.html": _attributes,
        "saved.mhtml": lambda size: (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
            + b"--b\nContent-Type: text/plain\n\nx\n" * (size // 32)
        ),
        "latin.txt": lambda size: b"caf\xe9 " * (size // 5),
        "bytes.txt": lambda size: bytes(range(128, 256)) * (size // 128),
        "wide.txt": lambda size: "日本 ".encode("utf-16-le") * (size // 6),
        **{f"{name}.docx": _word_of(unit) for name, unit in (
            ("empty", "<w:p/>"), ("runs", "<w:p><w:r><w:t>a</w:t></w:r></w:p>"), ("deep", "<w:p>"),
            ("tabs", "<w:r><w:tab/></w:r>"),
            ("hidden", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r></w:p>"),
            ("raised", "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>a</w:t></w:r>"),
        )},
        "members.docx": _members,
        **{f"{name}.odt": _open_of(unit) for name, unit in (
            ("spaces", "<text:p>a<text:s text:c='999'/></text:p>"), ("white", "<text:p> </text:p>"),
            ("deep", "<text:span>"),
        )},
        **{f"{name}.rtf": _rtf_of(unit) for name, unit in (
            ("groups", "{"), ("closed", "{}"), ("words", "\\par a"), ("unicode", "\\u8220?"),
            ("fonts", "{\\fonttbl{\\f0 A;}}"), ("hex", "\\'e9"), ("slashes", "\\"),
            ("hidden", "a{\\v a}"), ("raised", "aaa\\super 1\\super0 "),
        )},
        **{f"{name}.srt": _run_of(unit) for name, unit in (
            ("words", "1\n00:00:01,000 --> 00:00:02,000\nSwans\n\n"),
            ("times", "1\n00:00:01,000 --> 00:00:02,000\n"),
        )},
        "tags.vtt": lambda size: b"WEBVTT\n\n00:00.000 --> 00:09.000\n" + b"<c.a" * (size // 4),
        **{f"{name}.epub": _book_of(unit) for name, unit in (
            ("paragraphs", "<p>Swans."), ("unseen", "a<i hidden>geese</i>"), ("deep", "<div>"),
        )},
        "old.doc": _old_word,
        "inkless.pdf": _inkless,
        "pages.pdf": _pages,
        "pieces.pdf": _pieces,
    }
)  # fmt: skip
"""What makes a document of about so many bytes, by the name of its file."""


def damaged(chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield damaged files of the packed formats, without end."""
    body = word_paragraphs([_PLAIN] * 20)
    whole = {
        "docx": docx(body, header1=body, footnotes=body),
        "odt": odt(f"<text:p>{_PLAIN}</text:p>" * 20, styles="<style:master-page/>"),
        "rtf": b"{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}" + _PLAIN.encode() * 20 + b"}",
        "pdf": pdf([[(50.0, 700.0, 11.0, _PLAIN.strip())]] * 3),
    }
    while True:
        for format, data in whole.items():
            changed = bytearray(data)
            for _ in range(chance.randint(1, 30)):
                at = chance.randrange(len(changed))
                length = chance.randint(0, 20)
                changed[at : at + length] = chance.randbytes(chance.randint(0, 20))
            yield format, bytes(changed[: chance.choice((len(changed), chance.randrange(1, 9999)))])


class Outcome(NamedTuple):
    """What became of a document: in how many seconds, what was said, whether that is right."""

    seconds: float
    said: str
    held: bool


def loaded(path: Path, reader: Reader) -> Outcome:
    """Load the document at *path*."""
    begun = time.monotonic()
    try:
        said = counted(load(path, reader=reader).words, "word")
        held = True
    except DocumentError as error:
        said = str(error)
        held = said.endswith(".") and "\n" not in said
    except Exception as error:  # a fault of the program's: that is what is looked for
        said, held = f"{type(error).__name__}: {error}", False
    seconds = time.monotonic() - begun
    return Outcome(seconds, said, held and seconds < _READ)


def compared(path: Path, plain: Path) -> Outcome:
    """Compare the document at *path* with another by the command line."""
    begun = time.monotonic()
    command = [
        sys.executable,
        "-c",
        "import sys; from gui.commands.compare import main; sys.exit(main())",
        str(path),
        str(plain),
    ]
    try:
        ended = subprocess.run(
            command, capture_output=True, text=True, timeout=_COMPARED, cwd=ROOT, check=False
        )
    except subprocess.TimeoutExpired:
        return Outcome(time.monotonic() - begun, "no answer in time", False)
    said = ended.stderr.strip()
    is_refusal = ended.returncode == 2 and not ended.stdout and len(said.splitlines()) == 1
    is_result = ended.returncode == 0 and bool(ended.stdout) and not said
    return Outcome(time.monotonic() - begun, said or "compared", is_refusal or is_result)


class _Table:
    """Prints what became of each document and counts what did not hold."""

    def __init__(self) -> None:
        self.documents = self.refused = self.failed = 0
        self.slowest = 0.0

    def take(self, name: str, size: int, way: str, outcome: Outcome) -> None:
        self.documents += 1
        self.refused += outcome.held and outcome.said.endswith(".")
        self.failed += not outcome.held
        self.slowest = max(self.slowest, outcome.seconds)
        if not outcome.held or outcome.seconds > 2:
            mark = "     " if outcome.held else "FAIL "
            about = f"{name:22} {size:>10,} bytes {way:8} {outcome.seconds:6.1f} s"
            print(f"{mark}{about}  {outcome.said[-110:]}", flush=True)

    def last_line(self) -> str:
        """Return what came of all of them."""
        return (
            f"{counted(self.documents, 'reading')}: {self.refused} refused in a sentence, "
            f"{self.failed} failed or hung, the slowest took {self.slowest:.1f} s"
        )


def torture(folder: Path, largest: int, deadline: Deadline, chance: random.Random) -> _Table:
    """Read hostile documents of growing size until *deadline*, and damaged ones in between."""
    table = _Table()
    plain = folder / "plain.txt"
    plain.write_text(_PLAIN * 5, encoding="utf-8")
    broken = damaged(chance)
    size = _SMALLEST
    with Reader() as reader:
        while size <= largest and not deadline.over():
            for name, make in HOSTILE.items():
                if deadline.over():
                    break
                path = folder / name
                path.write_bytes(make(size))
                table.take(name, size, "load", loaded(path, reader))
                format, data = next(broken)
                other = folder / f"broken.{format}"
                other.write_bytes(data)
                table.take(other.name, len(data), "load", loaded(other, reader))
                if size == _SMALLEST or 4 * size > largest:
                    table.take(name, size, "compare", compared(path, plain))
                path.unlink()
            size *= 4
    return table


def main(argv: Sequence[str]) -> int:
    """Run the torture and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.torture.hostile", description=(__doc__ or "").split("\n\n")[0]
    )
    parser.add_argument("--minutes", type=float, default=10, help="(default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with (default: 1)")
    parser.add_argument(
        "--largest", type=int, default=_LARGEST, help="bytes of a document (default: %(default)s)"
    )
    given = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        table = torture(
            Path(folder), given.largest, Deadline(given.minutes), random.Random(given.seed)
        )
    print(table.last_line())
    return FAILED if table.failed else HELD


if __name__ == "__main__":
    run("hostile", main)
