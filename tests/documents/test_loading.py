"""A path becomes a document: what is refused, what stays as it is, and the first words of it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from gui.documents import (
    DocumentError,
    first_words,
    from_text,
    loading,
    looks_readable,
    shown_name,
)
from gui.documents.formats.recognition import declared_encoding, packed_format, text_format
from tests.documents import builders
from tests.documents.shared_reader import from_bytes, load, refusal_of

posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX file system")
TEXT = "A headline\n\nThe first line.\nThe second line.\n"


def test_a_text_is_loaded_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    path.write_bytes(data)
    document = load(path)
    assert document.text == TEXT
    assert document.name == str(path)
    assert document.format == "text"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert [span.of(document.text) for span in document.sections] == [
        "A headline",
        "The first line.\nThe second line.",
    ]
    assert document.notices == ()


def test_the_path_may_be_text_bytes_or_a_path(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    assert load(str(path)) == load(path) == load(os.fsencode(path))


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_are_made_one(end: str) -> None:
    assert from_bytes(TEXT.replace("\n", end).encode(), name="x").text == TEXT


def test_nothing_else_is_touched() -> None:
    text = "a\u00a0b\u2028c\x85d\x0ce \ufb01 e\u0301 \t tab  \n \n\n trailing  "
    assert from_bytes(text.encode(), name="x").text == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t \r\n", "only white space"),
        ("\u3000\u00a0".encode(), "only white space"),
        (b"\xef\xbb\xbf", "only white space"),
        (bytes(range(256)) * 8, "not text"),
        (b"\x89PNG\r\n\x1a\n", "PNG picture"),
        (b"\xff\xd8\xff\xe0", "JPEG picture"),
        (b"\x1f\x8b\x08", "unpack it first"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\x7fELF", "program"),
        (builders.archive({"a.txt": "x"}), "archive"),
        (builders.archive({"xl/workbook.xml": "x"}), "spreadsheet"),
        (b"PK\x03\x04 cut off", "damaged"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "it.txt"
    path.write_bytes(data)
    assert said in refusal_of(path)
    assert "it.txt" in refusal_of(path)


def test_a_huge_file_is_refused_by_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(2 << 30)  # sparse: takes no room

    def never(*_: object) -> bytes:
        raise AssertionError("nothing of it may be read")

    monkeypatch.setattr(os, "read", never)
    assert "larger than 50 MB" in refusal_of(path)


def test_the_limit_can_be_set(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"word " * 20)
    assert load(path, limit=100).words == 20
    with pytest.raises(DocumentError, match="larger than 99 bytes"):
        load(path, limit=99)


@pytest.mark.parametrize(
    ("name", "begin"), [("a.txt", ""), ("a.md", "# "), ("a.html", "<!doctype html><p>")]
)
def test_a_text_longer_than_any_article_is_refused_whatever_its_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, begin: str
) -> None:
    monkeypatch.setattr(loading, "LONGEST", 2_000)
    path = tmp_path / name
    path.write_text(f"{begin}{'word ' * 390}", encoding="utf-8")
    assert load(path).words == 390
    path.write_text(f"{begin}{'word ' * 410}", encoding="utf-8")
    assert refusal_of(path) == (
        f"{path}: it holds more than 2,000 characters; split it into several documents."
    )


def test_a_pasted_text_has_the_same_limit() -> None:
    with pytest.raises(DocumentError, match="pasted: it holds more than 10,000,000 characters"):
        from_text(" " * 10_000_001, name="pasted")
    with pytest.raises(DocumentError, match="no text"):
        from_text(" " * 10_000_000, name="pasted")


def test_a_file_of_50_million_bytes_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    for size in (50_000_000, 50_000_001):
        with path.open("wb") as file:
            file.truncate(size)
        if size == 50_000_000:
            assert len(loading.read_bytes(path)) == size
        else:
            with pytest.raises(DocumentError, match="larger than 50 MB"):
                loading.read_bytes(path)


def test_a_document_shows_what_it_is_in_its_first_4096_bytes(tmp_path: Path) -> None:
    """More need not be read of all the files in a folder."""
    path = tmp_path / "a"
    for before, is_there in ((4_090, True), (4_097, False)):
        path.write_bytes(b" " * before + b"Ferry")
        assert looks_readable(path) is is_there
    declared = b"<meta charset=koi8-r>"
    assert declared_encoding(b" " * (4_096 - len(declared)) + declared) == "koi8-r"
    assert declared_encoding(b" " * 4_096 + declared) is None


def test_the_mark_of_a_pdf_file_begins_in_its_first_kilobyte() -> None:
    """So much, readers of the format accept; some mail programs put lines of theirs before."""
    mark = b"%PDF-"
    assert packed_format(b" " * (1_024 - len(mark)) + mark) == "pdf"
    assert packed_format(b" " * (1_025 - len(mark)) + mark) is None


def test_a_name_is_shown_whole_up_to_240_characters() -> None:
    assert [len(shown_name("x" * size)) for size in (240, 241)] == [240, 161]
    assert [len(shown_name("\n" * size)) for size in (120, 121)] == [240, 161]  # escaped


@posix
@pytest.mark.parametrize(
    "name",
    [
        b"with spaces .txt",
        "😀.txt".encode(),
        b"two\nlines.txt",
        b"x" * 251 + b".txt",
        b"caf\xe9.txt",
    ],
)
def test_strange_names_are_loaded_and_shown(tmp_path: Path, name: bytes) -> None:
    if sys.platform == "darwin" and name == b"caf\xe9.txt":
        pytest.skip("this file system takes only UTF-8 names")
    path = os.fsencode(tmp_path) + b"/" + name
    Path(os.fsdecode(path)).write_text(TEXT)
    document = load(path)
    assert os.fsencode(document.name) == path
    shown = shown_name(document.name)
    assert shown.encode("utf-8")
    assert all(unicodedata.category(c)[0] != "C" for c in shown)
    assert len(shown) <= 250
    Path(os.fsdecode(path)).write_bytes(b"")
    refusal_of(path).encode("utf-8")


def test_an_unknown_encoding_is_reported_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    with pytest.raises(DocumentError, match=r"a\.txt: “klingon” is not an encoding"):
        load(path, encoding="klingon")


def test_markup_in_plain_text_stays_text() -> None:
    text = "He wrote <b>bold</b> & <script>alert(1)</script> on the board.\n"
    assert from_bytes(text.encode(), name="a.txt").text == text
    assert from_bytes(text.encode(), name="a.html").format == "text"


def test_pasted_text() -> None:
    document = from_text("pasted\r\n\r\ntext \ud800", name="clipboard")
    assert (document.text, document.name) == ("pasted\n\ntext \ud800", "clipboard")
    assert [notice.code for notice in document.notices] == ["surrogate"]
    with pytest.raises(DocumentError, match="no text"):
        from_text(" \n", name="clipboard")


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "a" + "\u0301" * 100_000,
        "word " * 100_000,
        "\n" * 200_000 + "x",
        "é\u200b" * 50_000,
    ],
    ids=["no space", "combining marks", "one line", "blank lines", "zero width"],
)
def test_long_texts_keep_their_spans(text: str) -> None:
    document = from_bytes(text.encode(), name="x")
    assert document.text == text
    assert "".join(span.of(text) for span in document.tokens) == "".join(text.split())


def test_looks_readable(tmp_path: Path) -> None:
    def made(name: str, data: bytes) -> Path:
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    assert looks_readable(made("a.txt", TEXT.encode()))
    assert looks_readable(made("b", "Текст".encode("koi8-r") * 9))
    assert looks_readable(made("c.pdf", builders.pdf([[(50, 700, 12, "x")]])))
    assert looks_readable(made("d.docx", builders.docx("")))
    assert looks_readable(made("e.txt", "aé".encode() * 4000))  # cut in the middle of a letter
    assert not looks_readable(made("f.png", b"\x89PNG\r\n\x1a\n"))
    assert not looks_readable(made("g.txt", b""))
    assert not looks_readable(made("h.bin", bytes(range(256)) * 8))
    assert not looks_readable(made(".hidden.txt", TEXT.encode()))
    assert not looks_readable(tmp_path)
    assert not looks_readable(tmp_path / "gone")
    if os.name == "posix":
        os.mkfifo(tmp_path / "pipe")
        assert not looks_readable(tmp_path / "pipe")


HANGING = (
    "<!-- a -->" * 30 + "x",
    "<!--" * 1000,
    "<meta " * 700,
    "[" * 60_000,
    "[a](" * 15_000,
    "." * 100_000 + "x",
    "a." * 50_000,
    "1" * 100_000,
    "<!doctype html><pre>x" + " " * 400_000,
)


def test_no_text_makes_its_reading_hang(tmp_path: Path) -> None:
    """One process reads all; the system ends it where one of them takes it too long."""
    for number, text in enumerate(HANGING):
        (tmp_path / str(number)).write_text(text, encoding="ascii")
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from gui.documents import from_bytes\n"
        "try:\n"
        "    import resource\n"
        "    resource.setrlimit(resource.RLIMIT_CPU, (30, 30))\n"
        "except ImportError: pass\n"
        f"for number in range({len(HANGING)}):\n"
        "    print(number, flush=True)\n"
        "    from_bytes(Path(sys.argv[1], str(number)).read_bytes(), name='notes')\n"
        "print('all')\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False
    )
    last = run.stdout.split()[-1:]
    assert last == ["all"], f"hangs: {HANGING[int(last[0])][:40] if last else run.stderr}"


def test_what_precedes_the_first_tag_of_a_page_is_skipped() -> None:
    lead = "\n<?xml version='1.0'?> <!-- one > two --> <!-- <html> -->\n"
    assert text_format(f"{lead}<!DOCTYPE html><p>A", "notes") == "html"


def test_a_link_in_markdown_may_contain_a_picture() -> None:
    lines = "[![A ferry](ferry.png)](https://example.org)\n\n" * 3
    assert text_format(lines, "notes") == "markdown"


@pytest.mark.parametrize("name", ["x" * 241, "\n" * 300, "a\x1b" * 200, "é" * 1_000_000])
def test_of_a_very_long_name_only_the_ends_are_written(name: str) -> None:
    shown = shown_name(name)
    head, _, tail = shown.partition("…")
    assert (len(head), len(tail)) == (80, 80)
    assert shown.isprintable()
    assert shown_name(name[:80]).startswith(head)
    assert shown_name(name[-80:]).endswith(tail)


def test_what_is_left_out_of_a_long_name_is_not_looked_at() -> None:
    looked = 0

    def count(_frame: object, event: str, function: object) -> None:
        nonlocal looked
        looked += event == "c_call" and getattr(function, "__name__", "") == "isprintable"

    sys.setprofile(count)
    try:
        shown_name("\x07" * 1_000_000)
    finally:
        sys.setprofile(None)
    assert 0 < looked <= 160


SENTENCE = "The ferry left the quay at dawn, and nobody waved. Überall lag Schnee. "
LONG = SENTENCE * 40_000


def written(folder: Path, data: bytes) -> str:
    path = folder / "long.txt"
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_large_text_begins_as_the_whole_does(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, LONG.encode(encoding))
    found = first_words(path)
    assert found is not None
    assert 39_900 < len(found.text.encode(encoding)) <= 40_000  # several screens
    assert found.name == path
    assert LONG.startswith(found.text)
    assert LONG[len(found.text)].isspace()


def test_a_text_of_two_million_bytes_is_large(tmp_path: Path) -> None:
    """Smaller ones are read as quickly as somebody looks."""
    text = LONG.encode()
    assert first_words(written(tmp_path, text[:2_000_000])) is not None
    assert first_words(written(tmp_path, text[:1_999_999])) is None


def test_a_chosen_encoding_is_used(tmp_path: Path) -> None:
    found = first_words(written(tmp_path, LONG.encode("cp1252")), encoding="cp437")
    assert found is not None
    assert found.encoding == load(found.name, encoding="cp437").encoding
    assert "Ü" not in found.text


@pytest.mark.parametrize(
    "data",
    [
        b"A small text.",
        b"<!DOCTYPE html><html><body><p>" + LONG.encode() + b"</p></body></html>",
        b"%PDF-1.7\n" + LONG.encode(),
        b" " * 3_000_000,
        bytes(range(256)) * 12_000,
    ],
    ids=["small", "html", "pdf", "spaces", "binary"],
)
def test_what_is_no_large_text_has_no_beginning(tmp_path: Path, data: bytes) -> None:
    assert first_words(written(tmp_path, data)) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_what_is_no_file_has_no_beginning(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "", "gone"):
        assert first_words(str(tmp_path / name)) is None
