"""The process that reads documents: what ends it, and that nothing of it is left for the next."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from gui.documents import DocumentError, Reader
from gui.documents import reader as reader_module
from gui.documents.extraction import Contents, Wanted, is_short_plain_text
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
    patch.setattr(reader_module, "command_for", lambda module, *numbers: command)


def refused(reader: Reader, data: bytes, name: str = "x") -> str:
    with pytest.raises(DocumentError) as caught:
        reader.read(data, Wanted(name))
    return str(caught.value)


def process_of(reader: Reader) -> int:
    assert reader.pid is not None
    return reader.pid


def test_one_process_reads_document_after_document(reader: Reader) -> None:
    assert reader.read(PAGE, Wanted("a")).format == "html"
    first = process_of(reader)
    assert reader.read(docx(word_paragraphs(["Swans"])), Wanted("b")).text == "Swans"
    assert refused(reader, b"\x89PNG\r\n") == "this is a PNG picture, not a text"
    assert reader.read(b"# Swans", Wanted("c.md")).text == "Swans"
    assert process_of(reader) == first


def test_what_is_read_is_passed_on_unchanged(reader: Reader) -> None:
    text = "\ud800 half, \U0001f600 whole, nul \0\n"
    wanted = Wanted("caf\udce9\n.txt", encoding="utf-16")
    assert reader.read(text.encode("utf-16", "surrogatepass"), wanted).format == "text"
    assert reader.read("Größe\r\n".encode("latin-1"), Wanted("x")) == Contents(
        "Größe\r\n", "windows-1252", "text"
    )


def test_markdown_is_given_as_it_was_written_where_that_is_wanted(reader: Reader) -> None:
    assert reader.read(b"1. *Look*", Wanted("rules.md", as_written=True)).text == "1. *Look*"


def test_a_process_that_takes_too_long_is_ended(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_module, "PATIENCE", 0.5)
    start_instead(monkeypatch, "import time; time.sleep(60)")
    assert "reading this text takes more than 5 seconds; split it" in refused(reader, PAGE)
    monkeypatch.undo()
    assert reader.read(PAGE, Wanted("a")).format == "html"


@pytest.mark.skipif(os.name != "posix", reason="only POSIX bounds the processor's time")
def test_the_processors_time_is_bounded_for_each_document(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_module, "SECONDS", 0.1)  # the system counts in whole seconds
    assert reader.read(PAGE, Wanted("a")).format == "html"
    slow = b"".join(b"**a [b](c) `d` " for _ in range(400_000))
    said = refused(reader, slow, "x.md")
    assert said == (
        "reading this Markdown file takes more than 0.1 seconds, as it is too large, too "
        "complicated or damaged; save its text, or only the article, as a plain text file"
    )


@only_linux
def test_a_page_that_fills_the_memory_is_refused(reader: Reader) -> None:
    said = refused(reader, b"<!doctype html>" + b"<p a=b>x" * 3_000_000)
    assert "this HTML file takes more than 200 MB of memory" in said


@only_linux
def test_the_memory_is_bounded_and_what_was_read_before_does_not_count(reader: Reader) -> None:
    large = archive({"word/document.xml": b"<a>" + b"<b/>" * 3_000_000})
    assert reader.read(PAGE, Wanted("a")).format == "html"
    assert "this DOCX file takes more than 200 MB of memory" in refused(reader, large)
    assert reader.read(PAGE, Wanted("a")).format == "html"


@only_linux
def test_a_worn_process_is_followed_by_a_fresh_one(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"import sys; sys.path[:] = {sys.path!r}"
    code = "import gui.documents.reading_process as p; p._WORN = 0"
    with monkeypatch.context() as patch:
        start_instead(patch, f"{path}; {code}; p.main({os.getpid()})")
        assert reader.read(PAGE, Wanted("a")).format == "html"
    worn = process_of(reader)
    assert reader.read(PAGE, Wanted("a")).format == "html"
    fresh = process_of(reader)
    assert reader.read(PAGE, Wanted("a")).format == "html"
    assert process_of(reader) == fresh != worn


def test_a_process_that_was_killed_is_followed_by_another(reader: Reader) -> None:
    assert reader.read(PAGE, Wanted("a")).format == "html"
    os.kill(process_of(reader), signal.SIGTERM)
    assert reader.read(PAGE, Wanted("a")).format == "html"


def test_what_was_read_so_far_is_used_if_the_rest_takes_too_much(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = (
        '{"kind": "so far", "size": 3, "encoding": "utf-8", "format": "html", '
        '"notices": [["whole-page", ["AboutDocument", "WHOLE_PAGE", {}], 1]]}'
    )
    monkeypatch.setattr(reader_module, "PATIENCE", 2.0)
    code = f"import time; print({answer!r} + '\\nAll', flush=True); time.sleep(60)"
    start_instead(monkeypatch, code)
    read = reader.read(PAGE, Wanted("a"))
    assert read.text == "All"
    assert [notice.code for notice in read.notices] == ["whole-page"]


@pytest.mark.parametrize(
    ("data", "name", "is_short"),
    [
        (b"A text.", "a.txt", True),
        ("Über “Größe” – 日本.".encode(), "a", True),
        (b"A text." * 100_000, "a.txt", False),  # long
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
    assert is_short_plain_text(data, Wanted(name)) is is_short
    assert not is_short_plain_text(data, Wanted(name, encoding="utf-8"))


def test_an_answer_that_could_not_be_taken_is_not_given_for_the_next_document(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> str:
        raise MemoryError

    monkeypatch.setattr("gui.documents.reader.json.loads", fails)
    with pytest.raises(MemoryError):
        reader.read(b"{\\rtf1 A large document}", Wanted("b"))
    monkeypatch.undo()
    assert "ferry" in reader.read(PAGE, Wanted("a")).text


# A system without a limit on the processor's time, whose one end of the pipe was killed.
_WITHOUT_LIMITS = """
import os, sys, time
sys.modules["resource"] = None
from gui.documents import reading_process
if sys.argv[1] == "endless":
    reading_process.read_contents = lambda *_: sum(iter(int, 1))  # one call into C, for ever
reading_process.main(os.getppid())
"""


def start_without_limits(how: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", _WITHOUT_LIMITS, how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def order_for(data: bytes, seconds: float) -> bytes:
    about = {"size": len(data), "wanted": Wanted("a"), "memory": 10**9, "seconds": seconds}
    return json.dumps(about).encode() + b"\n" + data


def test_nobody_waits_for_it_and_it_ends_all_the_same() -> None:
    with start_without_limits("endless") as process:
        try:
            process.communicate(order_for(PAGE, 0.2), timeout=30)
        finally:
            process.kill()
        assert process.returncode == 1


def test_it_does_not_end_while_it_has_nothing_to_read() -> None:
    with start_without_limits("as it is") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for seconds in (30.0, 1.0, 1.0):  # the first page also loads what reads pages
            process.stdin.write(order_for(PAGE, seconds))
            process.stdin.flush()
            answers = [json.loads(process.stdout.readline()) for _ in range(2)]
            assert [answer["kind"] for answer in answers] == ["format", "read"]
            process.stdout.read(answers[1]["size"])
            if seconds == 1.0:
                time.sleep(2.2)
