"""The process that reads documents: what ends it, and that nothing of it is left for the next."""

from __future__ import annotations

import json
import mmap
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gui.documents import DocumentError, Reader, process_limits, reading_process
from gui.documents import reader as reader_module
from gui.documents.document import Contents, ReadingOptions
from gui.documents.extraction import is_short_plain_text
from gui.documents.reader import PATIENCE
from tests.documents.builders import archive, docx, word_paragraphs

PAGE = b"<!doctype html><title>Swans</title><p>The ferry waited for the swans."
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="bounds memory on Linux only")


@pytest.fixture
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def start_instead(patch: pytest.MonkeyPatch, code: str) -> None:
    """Let *code* be what runs as the reading process."""
    command = [sys.executable, "-I", "-c", code]
    patch.setattr("gui.own_process.command_for", lambda module, *numbers: command)


def refused(reader: Reader, data: bytes, name: str = "x") -> str:
    with pytest.raises(DocumentError) as caught:
        reader.read(data, ReadingOptions(name))
    return str(caught.value)


def process_of(reader: Reader) -> int:
    assert reader.pid is not None
    return reader.pid


def test_one_process_reads_document_after_document(reader: Reader) -> None:
    assert reader.read(PAGE, ReadingOptions("a")).format == "html"
    first = process_of(reader)
    assert reader.read(docx(word_paragraphs(["Swans"])), ReadingOptions("b")).text == "Swans"
    assert refused(reader, b"\x89PNG\r\n") == "this is a PNG picture, not a text"
    assert reader.read(b"# Swans", ReadingOptions("c.md")).text == "Swans"
    assert process_of(reader) == first


def test_what_is_read_is_passed_on_unchanged(reader: Reader) -> None:
    text = "\ud800 half, \U0001f600 whole, nul \0\n"
    wanted = ReadingOptions("caf\udce9\n.txt", encoding="utf-16")
    assert reader.read(text.encode("utf-16", "surrogatepass"), wanted).format == "text"
    assert reader.read("Größe\r\n".encode("latin-1"), ReadingOptions("x")) == Contents(
        "Größe\r\n", "windows-1252", "text"
    )


def test_markdown_is_given_as_it_was_written_where_that_is_wanted(reader: Reader) -> None:
    assert (
        reader.read(b"1. *Look*", ReadingOptions("rules.md", as_written=True)).text == "1. *Look*"
    )


@pytest.mark.parametrize(
    ("name", "expects"),
    [
        ("a.HTML", True),
        ("https://example.org/a", True),
        ("folder.docx/a.docx", True),
        ("a.pdf", True),
        ("a.md", True),
        ("a.txt", False),
        ("html", False),
        ("folder.html/a", False),
        ("", False),
    ],
)
def test_a_process_starts_before_there_is_a_document_that_needs_one(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, name: str, expects: bool
) -> None:
    start_instead(monkeypatch, _TAKING)
    reader.expect(["a.txt", name])
    assert (reader.pid is not None) is expects


# Takes any document for a short text, which says what was loaded when it came.
_LOADED = """
import os, sys
from gui.documents import reading_process
from gui.documents.document import Contents
watched = "trafilatura", "markdown_it", "pypdfium2", "gui.documents.formats.word", "chardet"
reading_process.read_contents = lambda *_: Contents(
    " ".join(name for name in watched if name in sys.modules), "utf-8", "text"
)
reading_process.main(os.getppid())
"""


@pytest.mark.parametrize(
    ("names", "loaded"),
    [
        ([], ""),
        (["a.html"], "trafilatura"),
        (["a.txt", "b.md"], "markdown_it"),
        (["a.docx", "b.pdf"], "pypdfium2 gui.documents.formats.word"),
    ],
)
def test_what_expected_documents_need_is_loaded_and_nothing_else(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, names: list[str], loaded: str
) -> None:
    start_instead(monkeypatch, f"import sys; sys.path[:] = {sys.path!r}\n{_LOADED}")
    reader.expect(names)
    assert reader.read(b"A", ReadingOptions("a")).text == loaded


def test_a_process_that_was_only_expected_to_read_is_fresh(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large document need not wait for another one."""
    start_instead(monkeypatch, _TAKING)
    reader.expect(["a.html"])
    expected = process_of(reader)
    assert reader.read(b"x" * 500_001, ReadingOptions("a.html")).text == "All"
    assert process_of(reader) == expected
    assert reader.read(b"x" * 500_001, ReadingOptions("a.html")).text == "All"
    assert process_of(reader) != expected


def test_a_process_that_ended_while_it_waited_is_followed_by_another(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        start_instead(patch, "raise SystemExit")
        reader.expect(["a.html"])
    assert reader.read(PAGE, ReadingOptions("a.html")).format == "html"


def test_where_no_process_can_be_started_that_is_told_when_one_reads(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.own_process.command_for", lambda *_: ["/no/such/program"])
    reader.expect(["a.html"])
    assert "process" in refused(reader, PAGE)


def test_a_process_that_takes_too_long_is_ended(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_module, "PATIENCE", 0.5)
    start_instead(monkeypatch, "import time; time.sleep(60)")
    assert "reading this text takes more than 5 seconds; split it" in refused(reader, PAGE)
    monkeypatch.undo()
    assert reader.read(PAGE, ReadingOptions("a")).format == "html"


def test_the_clock_allows_three_times_the_processors_time(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where other programs have the processor, a document is not refused for that."""
    limits: list[float] = []

    class Expired(threading.Timer):
        def __init__(self, interval: float, *given: Any) -> None:
            limits.append(interval)
            super().__init__(0.0, *given)

    monkeypatch.setattr("gui.documents.reader.threading.Timer", Expired)
    start_instead(monkeypatch, "import time; time.sleep(60)")
    assert "takes more than 5 seconds" in refused(reader, PAGE)
    assert limits == [reader_module.PATIENCE]
    assert (15.0 if os.name == "posix" else 5.0) == PATIENCE  # where no test is run


def test_without_a_limit_of_the_system_the_process_ends_itself_after_twice_the_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By then whoever waited for it has ended it, unless he was killed."""
    ends: list[float] = []
    monkeypatch.setitem(sys.modules, "resource", None)
    monkeypatch.setattr(
        "faulthandler.dump_traceback_later", lambda seconds, **_: ends.append(seconds)
    )
    process_limits.limit_time(5.0)
    assert ends == [10.0]


# Takes any document for a short text.
_TAKING = """
import json, sys
while order := sys.stdin.buffer.readline():
    if "expected" in json.loads(order):
        continue
    sys.stdin.buffer.read(json.loads(order)["size"])
    read = {"kind": "read", "size": 3, "encoding": "utf-8", "format": "text"}
    read |= {"notices": [], "hidden": [], "published": None}
    print(json.dumps(read) + "\\nAll", end="", flush=True)
"""


def test_a_document_of_more_than_half_a_megabyte_gets_a_fresh_process(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may need all the memory; smaller ones are read sooner by a process that is there."""
    start_instead(monkeypatch, _TAKING)
    numbers = []
    for size in (3, 500_000, 500_001):
        assert reader.read(b"x" * size, ReadingOptions("a")).text == "All"
        numbers.append(process_of(reader))
    assert numbers[0] == numbers[1] != numbers[2]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX bounds the processor's time")
def test_the_processors_time_is_bounded(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_module, "SECONDS", 0.1)  # the system counts in whole seconds
    slow = b"**a [b](c) `d` " * 400_000
    said = refused(reader, slow, "x.md")
    assert said == (
        "reading this Markdown file takes more than 0.1 seconds, as it is too large, too "
        "complicated or damaged; save its text, or only the article, as a plain text file"
    )


@pytest.mark.skipif(os.name != "posix", reason="only POSIX bounds the processor's time")
def test_what_earlier_documents_took_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system counts all that a process took, in whole seconds."""
    import resource

    limits: dict[int, int] = {}
    monkeypatch.setattr("resource.getrlimit", lambda _: (-1, -1))  # RLIM_INFINITY
    monkeypatch.setattr("resource.setrlimit", lambda what, most: limits.update({what: most[0]}))
    for used, until in ((0.5, 6), (70.2, 76)):
        monkeypatch.setattr("time.process_time", lambda used=used: used)
        process_limits.limit_time(5.0)
        assert limits[resource.RLIMIT_CPU] == until


# Its answer is how its time was bounded up to then, for each document and while it waited.
_TELLING = """
import faulthandler, os, sys
sys.modules["resource"] = None  # a system without a limit on the processor's time
from gui.documents import reading_process
from gui.documents.document import Contents
told = []
faulthandler.dump_traceback_later = lambda seconds, **_: told.append(f"{seconds:g} s")
faulthandler.cancel_dump_traceback_later = lambda: told.append("none")
reading_process.read_contents = lambda *_: Contents(", ".join(told), "utf-8", "text")
reading_process.main(os.getppid())
"""


def test_each_document_has_its_time_and_waiting_for_one_has_no_end(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_instead(monkeypatch, f"import sys; sys.path[:] = {sys.path!r}\n{_TELLING}")
    told = []
    for seconds in (5.0, 7.0):
        monkeypatch.setattr(reader_module, "SECONDS", seconds)
        told.append(reader.read(PAGE, ReadingOptions("a")).text)
    assert told == ["10 s", "10 s, none, 14 s"]


@only_linux
def test_a_page_that_fills_the_memory_is_refused(reader: Reader) -> None:
    said = refused(reader, b"<!doctype html>" + b"<p a=b>x" * 3_000_000)
    assert "this HTML file takes more than 200 MB of memory" in said


@only_linux
def test_the_memory_is_bounded_and_what_was_read_before_does_not_count(reader: Reader) -> None:
    large = archive({"word/document.xml": b"<a>" + b"<b/>" * 3_000_000})
    assert reader.read(PAGE, ReadingOptions("a")).format == "html"
    assert "this DOCX file takes more than 200 MB of memory" in refused(reader, large)
    assert reader.read(PAGE, ReadingOptions("a")).format == "html"


def let_it_hold(memory: int | None, patch: pytest.MonkeyPatch) -> None:
    """Let the system say that this process holds *memory* bytes, or let it say nothing."""

    def told(_: Path) -> bytes:
        if memory is None:
            raise FileNotFoundError
        return b"1 2 3 4 5 %d 7" % (memory // mmap.PAGESIZE)

    patch.setattr(Path, "read_bytes", told)


@pytest.mark.parametrize(("memory", "is_worn"), [(99_900_000, False), (100_100_000, True)])
def test_a_process_that_holds_100_mb_is_worn(
    monkeypatch: pytest.MonkeyPatch, memory: int, is_worn: bool
) -> None:
    """That is half of what it may hold; all libraries together take less than two thirds of it."""
    let_it_hold(memory, monkeypatch)
    assert reading_process.is_worn(0) is is_worn


def test_where_the_system_does_not_tell_a_document_of_5_mb_wears_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Read, it may have taken twenty times as much."""
    let_it_hold(None, monkeypatch)
    assert not reading_process.is_worn(5_000_000)
    assert reading_process.is_worn(5_000_001)


@pytest.mark.skipif(os.name != "posix", reason="only POSIX bounds the memory")
def test_data_may_take_what_the_program_leaves_of_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Interpreter and libraries hold 30 MB. A byte of text may be held as a character, twice."""
    limits: list[int] = []
    unlimited = (-1, -1)  # RLIM_INFINITY
    monkeypatch.setattr("resource.getrlimit", lambda _: unlimited)
    monkeypatch.setattr("resource.setrlimit", lambda _, most: limits.append(most[0]))
    process_limits.limit_memory(200_000_000)
    process_limits.limit_memory(200_000_000, text=1_000_000)
    assert limits == [170_000_000, 180_000_000]


@only_linux
def test_a_worn_process_is_followed_by_a_fresh_one(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"import sys; sys.path[:] = {sys.path!r}"
    code = "import gui.documents.reading_process as p; p.is_worn = lambda size: True"
    with monkeypatch.context() as patch:
        start_instead(patch, f"{path}; {code}; p.main({os.getpid()})")
        assert reader.read(PAGE, ReadingOptions("a")).format == "html"
    worn = process_of(reader)
    assert reader.read(PAGE, ReadingOptions("a")).format == "html"
    fresh = process_of(reader)
    assert reader.read(PAGE, ReadingOptions("a")).format == "html"
    assert process_of(reader) == fresh != worn


def test_a_process_that_was_killed_is_followed_by_another(reader: Reader) -> None:
    assert reader.read(PAGE, ReadingOptions("a")).format == "html"
    os.kill(process_of(reader), signal.SIGTERM)
    assert reader.read(PAGE, ReadingOptions("a")).format == "html"


def test_what_was_read_so_far_is_used_if_the_rest_takes_too_much(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = (
        '{"kind": "so far", "size": 3, "encoding": "utf-8", "format": "html", '
        '"published": null, "hidden": [], '
        '"notices": [["whole-page", ["AboutDocument", "WHOLE_PAGE", {}], 1]]}'
    )
    code = f"import sys; sys.stdin.buffer.readline(); sys.exit(print({answer!r} + '\\nAll'))"
    start_instead(monkeypatch, code)
    read = reader.read(PAGE, ReadingOptions("a"))
    assert read.text == "All"
    assert [notice.code for notice in read.notices] == ["whole-page"]


@pytest.mark.parametrize(
    ("data", "name", "is_short"),
    [
        (b"A text.", "a.txt", True),
        ("Über “Größe” – 日本.".encode(), "a", True),
        (b"A" * 300_000, "a.txt", True),
        (b"A" * 300_001, "a.txt", False),  # nobody waits while the window reads shorter ones
        (b"A text.", "a.md", False),
        (b"# A\n\n# B\n\n# C\n", "a", False),  # Markdown by its marks
        (b"A <b>text</b> <br>", "a.html", False),
        (b" <html><p>A text", "a.txt", False),
        ("Größe".encode("latin-1"), "a.txt", False),  # to be detected
        ("A text".encode("utf-16"), "a.txt", False),
        (b"{\\rtf1 A text}", "a.txt", False),
        (b"PK\x03\x04", "a.txt", False),
        (b"Mime-Version: 1.0\nContent-Type: multipart/related\n\n", "a.txt", False),
    ],
)
def test_only_short_plain_text_is_read_where_it_is_wanted(
    data: bytes, name: str, is_short: bool
) -> None:
    assert is_short_plain_text(data, ReadingOptions(name)) is is_short
    assert not is_short_plain_text(data, ReadingOptions(name, encoding="utf-8"))


def test_an_answer_that_could_not_be_taken_is_not_given_for_the_next_document(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> str:
        raise MemoryError

    monkeypatch.setattr("gui.documents.reader.json.loads", fails)
    with pytest.raises(MemoryError):
        reader.read(b"{\\rtf1 A large document}", ReadingOptions("b"))
    monkeypatch.undo()
    assert "ferry" in reader.read(PAGE, ReadingOptions("a")).text


# A system without a limit on the processor's time, whose one end of the pipe was killed.
_ENDLESS = """
import os, sys
sys.modules["resource"] = None
from gui.documents import reading_process
reading_process.read_contents = lambda *_: sum(iter(int, 1))  # one call into C, for ever
reading_process.main(os.getppid())
"""


def test_nobody_waits_for_it_and_it_ends_all_the_same() -> None:
    about = {"size": len(PAGE), "wanted": ReadingOptions("a"), "memory": 10**9, "seconds": 0.1}
    order = json.dumps(about).encode() + b"\n" + PAGE
    with subprocess.Popen([sys.executable, "-c", _ENDLESS], stdin=subprocess.PIPE) as process:
        try:
            process.communicate(order, timeout=100)
        finally:
            process.kill()
        assert process.returncode == 1
