"""DOCX, ODT, RTF and PDF: what is read, and that nothing in them can do harm."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from gui.documents import DocumentError
from gui.documents.formats.pdf import read_pdf
from tests.documents.builders import (
    WORD,
    archive,
    column,
    docx,
    odt,
    pdf,
    word_paragraphs,
    word_part,
)
from tests.documents.shared_reader import from_bytes, message, sections

ROOT = Path(__file__).parents[3]
STORY = ["Swans delay ferry", "By Ines Halvorsen", "The ferry waited.", "Nobody minded."]
BROKEN = pytest.mark.parametrize("format", ["docx", "odt"])


def test_word_paragraphs_are_sections() -> None:
    document = from_bytes(docx(word_paragraphs(STORY)), name="story.docx")
    assert sections(document) == STORY
    assert (document.format, document.encoding) == ("docx", "")
    assert document.text == "\n\n".join(STORY)


def test_word_files_keep_what_other_readers_lose() -> None:
    def run(text: str) -> str:
        return f"<w:r><w:t>{text}</w:t></w:r>"

    body = (
        f"<w:p>{run('Kept')}<w:ins>{run(' inserted')}</w:ins><w:del><w:r><w:delText>gone"
        f"</w:delText></w:r></w:del><w:moveFrom>{run('away')}</w:moveFrom> <w:r><w:tab/></w:r>"
        f"{run('tab')}<w:r><w:br/></w:r>{run('line')}<w:hyperlink>{run(' link')}</w:hyperlink>"
        "</w:p>"
        f"<w:sdt><w:sdtContent><w:p>{run('Control')}</w:p></w:sdtContent></w:sdt>"
        f"<w:tbl><w:tr><w:tc><w:p>{run('Cell')}</w:p></w:tc></w:tr></w:tbl>"
        f"<w:p>{run('Around')}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{run('Box')}"
        f"</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p>{run('Box')}</w:p></mc:Fallback>"
        f"</mc:AlternateContent></w:r></w:p><w:p><w:r><w:t>semi</w:t><w:noBreakHyphen/>"
        f"<w:t xml:space='preserve'>colon </w:t></w:r></w:p>"
    )
    more = {
        "header1": word_paragraphs(["The Gazette"]),
        "header2": word_paragraphs(["The Gazette"]),
        "footnotes": "".join(
            f"<w:footnote {of}>{word_paragraphs([text])}</w:footnote>"
            for of, text in (("w:type='continuationNotice'", "Goes on"), ("w:id='2'", "A note"))
        ),
        "footer1": word_paragraphs(["Page foot"]),
    }
    assert sections(from_bytes(docx(body, **more), name="x")) == [
        "Kept inserted\ttab\nline link",
        "Control",
        "Cell",
        "Around",
        "Box",
        "semi\u2011colon",
        "A note",
        "The Gazette",
        "Page foot",
    ]


def test_opendocument_paragraphs_are_sections() -> None:
    body = (
        "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
        "<text:h>Swans <text:span>delay</text:span> ferry</text:h>"
        "<text:p>The\n   ferry<text:s text:c='2'/>waited<text:tab/>long"
        "<text:line-break/>here<office:annotation><text:p>a remark</text:p></office:annotation>."
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>A note</text:p></text:note-body></text:note> End</text:p>"
        "<text:list><text:list-item><text:p>Item</text:p></text:list-item></text:list>"
    )
    styles = (
        "<style:master-page><style:header><text:p>The Gazette</text:p></style:header>"
        "<style:footer><text:p>Foot</text:p></style:footer></style:master-page>"
    )
    document = from_bytes(odt(body, styles=styles), name="x")
    assert document.format == "odt"
    assert sections(document) == [
        "Swans delay ferry",
        "The ferry  waited\tlong\nhere. End",
        "Item",
        "A note",
        "The Gazette",
        "Foot",
    ]


def test_rtf_paragraphs_are_sections() -> None:
    data = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator x}\f0 Swans\par "
        rb"The {\b caf\'e9} \u8220?waited\u8221?.\par\par End}"
    )
    document = from_bytes(data, name="story.txt")
    assert document.format == "rtf"
    assert sections(document) == ["Swans", "The café “waited”.", "End"]


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4 and nothing more",
        pdf([column(STORY)])[:300],
        docx(word_paragraphs(STORY))[:-30],
        archive({"word/document.xml": "<w:document"}),
        archive({"word/document.xml": b"\xff\xfe\0\0"}),
        archive({"content.xml": "no xml"}),
    ],
)
def test_a_damaged_file_is_reported(data: bytes) -> None:
    assert "damaged" in message(data)


def test_an_encrypted_opendocument_text_is_reported() -> None:
    data = odt("<text:p>x</text:p>", manifest="<manifest:encryption-data/>")
    assert "encrypted" in message(data)


def packed(format: str, xml: str | bytes) -> bytes:
    if format == "docx":
        return archive({"word/document.xml": xml})
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml})


@BROKEN
def test_a_zip_bomb_is_stopped(format: str) -> None:
    said = message(packed(format, b"<a>" + b" " * 55_000_000))
    assert "unpacks to more than 50 MB" in said


@BROKEN
def test_an_entity_bomb_is_stopped(format: str) -> None:
    entities = '<!ENTITY a0 "lol">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    said = message(packed(format, f"<?xml version='1.0'?><!DOCTYPE x [{entities}]><x>&a9;</x>"))
    assert "entities" in said or "damaged" in said


@BROKEN
def test_external_entities_are_never_read(format: str, tmp_path: object) -> None:
    xml = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///no/such/file">]><x>&a;</x>'
    assert "entities" in message(packed(format, xml))


@BROKEN
def test_a_tree_that_fills_the_memory_is_stopped(format: str) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux bounds the memory of a process")
    assert "200 MB of memory" in message(packed(format, "<a>" + "<b/>" * 3_000_000))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
def test_the_reader_ends_when_its_parent_is_killed() -> None:
    reader = (
        "import os, time; from gui.documents.process_limits import end_with_parent;"
        "end_with_parent(os.getppid()); print('started', flush=True); time.sleep(60);"
        "print('outlived its parent')"
    )
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {reader!r}])"
    with subprocess.Popen(
        [sys.executable, "-c", parent], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "started\n"
        process.kill()
        assert process.stdout.read() == ""


def test_only_the_process_that_reads_is_limited() -> None:
    resource = pytest.importorskip("resource", reason="Windows has no such limits")
    before = resource.getrlimit(resource.RLIMIT_DATA)
    from_bytes(docx(word_paragraphs(STORY)), name="x")
    assert resource.getrlimit(resource.RLIMIT_DATA) == before


def test_a_library_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(DocumentError, match=r"PDF needs the library pypdfium2.*\[formats\]"):
        read_pdf(b"")


def test_the_strict_variant_of_word_is_read() -> None:
    data = word_part(word_paragraphs(["Strict"])).replace(
        WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert sections(from_bytes(archive({"word/document.xml": data}), name="x")) == ["Strict"]


@BROKEN
@pytest.mark.parametrize("place", [-10, -6], ids=["size", "offset"])
def test_an_archive_with_a_wrong_directory_is_damaged(format: str, place: int) -> None:
    data = bytearray(docx(word_paragraphs(STORY)) if format == "docx" else odt("<text:p>x"))
    data[place : place + 4] = (len(data) + 1000).to_bytes(4, "little")
    assert "damaged" in message(bytes(data))


def test_an_endless_number_of_spaces_is_limited() -> None:
    document = from_bytes(odt(f"<text:p>A<text:s text:c='{'9' * 5000}'/>B</text:p>"), name="x")
    assert document.text == f"A{' ' * 1000}B"


def changed(data: bytes, chance: random.Random) -> bytes:
    """Return *data* as a bad disk or a broken transfer might give it back."""
    altered = bytearray(data)
    kind = chance.randrange(4)
    at = chance.randrange(len(data))
    if kind == 0:
        for _ in range(chance.randint(1, 8)):
            altered[chance.randrange(len(data))] = chance.randrange(256)
    elif kind == 1:
        del altered[at : at + chance.randint(1, 40)]
    elif kind == 2:
        altered[at:at] = altered[: chance.randint(1, 60)]
    else:  # the end, where an archive has its directory
        for _ in range(chance.randint(1, 4)):
            altered[-chance.randint(1, min(90, len(data)))] = chance.randrange(256)
    return bytes(altered)


@pytest.mark.parametrize("format", ["docx", "odt", "rtf", "pdf"])
def test_a_damaged_file_is_read_or_called_damaged(format: str) -> None:
    data = {
        "docx": docx(word_paragraphs(STORY), header1=word_paragraphs(["Head"])),
        "odt": odt("".join(f"<text:p>{text}</text:p>" for text in STORY)),
        "rtf": rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 Swans\par The {\b caf\'e9}}",
        "pdf": pdf([column(STORY)]),
    }[format]
    chance = random.Random(format)  # the same each time
    said = set()
    for _ in range(150):
        try:
            from_bytes(changed(data, chance), name="it")
        except DocumentError as error:
            said.add(str(error))
    assert not [sentence for sentence in said if "takes more than" in sentence]
