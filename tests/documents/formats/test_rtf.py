r"""RTF as word processors write it: the same text as the document has in DOCX."""

from __future__ import annotations

import pytest

from gui.documents import Document
from gui.documents.formats.recognition import packed_format
from tests.documents.shared_reader import from_bytes, hidden, sections

FONTS = (
    rb"{\fonttbl{\f0\froman\fcharset0{\*\panose 02020603}Times;}{\f1\fcharset204 Arial CYR;}"
    rb"{\f2\fcharset128 MS Mincho;}{\f3\fcharset2 Symbol;}{\f4\fcharset77 Geneva;}}"
)


def rtf(body: bytes, start: bytes = rb"\rtf1\ansi\ansicpg1252\deff0") -> Document:
    return from_bytes(b"{" + start + FONTS + body + b"}", name="x.rtf")


def codes(document: Document) -> dict[str, int]:
    return {notice.code: notice.count for notice in document.notices}


@pytest.mark.parametrize("before", [b"\n\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf  \t\n"])
def test_blanks_and_a_mark_may_come_before(before: bytes) -> None:
    document = from_bytes(before + rb"{\rtf1\ansi Gulls\par}", name="x")
    assert (document.format, document.text) == ("rtf", "Gulls")


def test_so_many_blanks_may_come_before_that_the_mark_is_within_1024_bytes() -> None:
    mark = rb"{\rtf"
    assert packed_format(b" " * (1_024 - len(mark)) + mark) == "rtf"
    assert packed_format(b" " * (1_025 - len(mark)) + mark) is None


def test_deletions_read_as_accepted() -> None:
    document = rtf(
        rb"The gulls {\deleted\revauthdel1 were }{\deleted not }moved.{\deleted\par}"
        rb"{\revised\revauth1  To the mill.}\par {\deleted All gone.\par}End\par"
    )
    assert sections(document) == ["The gulls moved. To the mill.", "End"]
    assert codes(document) == {"deletions": 3}


def test_hidden_text_is_told_apart() -> None:
    document = rtf(rb"Seen. {\v Unseen {\b words} 4711}\fs2  tiny\fs24\v0  Seen.\plain\par")
    assert document.text == "Seen. Unseen words 4711 tiny Seen."
    assert hidden(document) == ["Unseen words 4711 tiny"]
    assert codes(document) == {"hidden-text": 4}


TABLE = rb"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;\red254\green254\blue254;}"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (rb"{\cf2 Not seen.}", ["Not seen."]),
        (rb"{\cf3 Not seen.}", ["Not seen."]),
        (rb"{\cf1\highlight1 Not seen.}", ["Not seen."]),
        (rb"{\cf2\chcbpat3 Not seen.}", ["Not seen."]),
        (rb"{\cf2\highlight1 Seen.}", []),
        (rb"\par\pard\cbpat1{\cf2 Seen.}", []),
        (rb"{\cf2\cf0 Seen.}", []),
        (rb"{\cf9 Seen.}", []),
        (rb"\par\trowd\cellx100\intbl{\cf2 Seen.}\cell\row", []),
    ],
)
def test_type_of_the_colour_of_its_ground_is_hidden(body: bytes, told: list[str]) -> None:
    assert hidden(rtf(TABLE + rb"Seen. " + body + rb"\par")) == told


def test_a_link_is_its_text() -> None:
    field = rb'{\field{\*\fldinst{HYPERLINK "https://example.org"}}{\fldrslt{\ul the mill}}}'
    assert rtf(rb"Moved to " + field + rb" today.\par").text == "Moved to the mill today."


def test_notes_headers_and_footers_follow_the_text() -> None:
    document = rtf(
        rb"{\header\pard The Post\par}{\footerf Page foot\par}{\headerr The Post\par}"
        rb"The gulls{\super\chftn}{\footnote\pard{\super\chftn} A note.\par} moved.\par End\par"
    )
    assert sections(document) == ["The gulls moved.", "End", "A note.", "The Post", "Page foot"]


def test_a_row_of_short_cells_is_a_line() -> None:
    document = rtf(
        rb"Before\par\trowd\cellx1\cellx2\pard\intbl Quay\cell Shut\cell\row"
        rb"\trowd\cellx1\cellx2 Mill\cell\cell Open\cell\row\pard After\par"
        rb"\trowd\pard\intbl One.\par Two.\cell Three.\cell\row\pard End"
    )
    assert sections(document) == [
        "Before", "Quay\tShut", "Mill\t\tOpen", "After", "One.", "Two.", "Three.", "End"
    ]  # fmt: skip


def test_a_table_that_is_cut_off_keeps_its_words() -> None:
    assert sections(rtf(rb"A\par\trowd\intbl Quay\cell Shut")) == ["A", "Quay\tShut"]


def test_a_text_box_follows_its_paragraph() -> None:
    shape = (
        rb"{\shp{\*\shpinst\shpleft0{\sp{\sn a}{\sv 1}}{\shptxt\pard In the box.\par}}"
        rb"{\shprslt{\*\do\dptxbx{\dptxbxtext\pard In the box.\par}}}}"
    )
    document = rtf(shape + rb"The gulls " + shape + rb"moved.\par End\par")
    assert sections(document) == ["The gulls moved.", "In the box.", "In the box.", "End"]


def test_what_is_for_older_programs_is_passed_over() -> None:
    document = rtf(
        rb"{\upr{?old}{\*\ud{new \u1078?}}} "
        rb"\u8220\ldblquote x\u8221\'94 \uc2\u8212\'97\'97\uc0\u33 ."
        rb"{\*\generator none}{\pict 00ff}{\info{\title No}}{\listtext 1.\tab}{\*\unknown{no}}"
    )
    assert document.text == "new ж “x” —!."


def test_characters_beyond_the_first_plane_are_joined() -> None:
    assert rtf(rb"\u-10179?\u-8704?").text == "😀"


@pytest.mark.parametrize(
    ("start", "body", "text"),
    [
        (rb"\rtf1\mac", rb"It\'d5s a caf\'8e", "It’s a café"),
        (rb"\rtf1\ansi\ansicpg10000\deff9", rb"\'d2caf\'8e\'d3", "“café”"),
        (rb"\rtf1\pc", rb"Stra\'e1e", "Straße"),
        (rb"\rtf1\ansi\ansicpg1250", rb"\'b9koda", "ąkoda"),
        (rb"\rtf1\ansi\deff0", rb"\f1\'ec\'ee\'f1\'f2\f0  caf\'e9", "мост café"),
        (rb"\rtf1\ansi\deff0", rb"{\f4 \'d2x\'d3} \f3 \'b0a", "“x” °α"),
        (rb"\rtf1\ansi\deff0", rb"\f3\u-3933?", "≤"),
    ],
)
def test_each_font_has_its_code_page(start: bytes, body: bytes, text: str) -> None:
    assert rtf(body, start).text == text


@pytest.mark.parametrize(
    "body",
    [
        rb"\'83\'5c\'83\'7b\'95\'7d\'94\'5c",
        rb"\'83\\\'83\{\'95\}\'94\'5c",
        "ソボ扶能".encode("cp932"),
        rb"\'83" + b"\\'5c" + "ボ扶".encode("cp932") + rb"\'94\'5c",
    ],
)
def test_second_bytes_may_be_signs_of_rtf(body: bytes) -> None:
    assert rtf(rb"\f2 " + body + rb"\f0  x\par").text == "ソボ扶能 x"


def test_a_second_byte_may_be_a_letter_that_stands_as_it_is() -> None:
    assert rtf(rb"\f2 \'83A\'83B!\par").text == "アィ!"


@pytest.mark.parametrize(
    "body", [b"{" * 100_000, b"}" * 100_000, b"\\" * 99_999, rb"\'83" * 50_000]
)
def test_a_strange_file_is_read_in_time(body: bytes) -> None:
    assert rtf(b"Gulls " + body).text.startswith("Gulls")


@pytest.mark.parametrize("behind", [b"\0", b"\r\n\0\0\0", b"\x1a", b" \n"])
def test_what_programs_write_behind_the_end_is_no_text(behind: bytes) -> None:
    document = from_bytes(b"{\\rtf1 The ferry waited.\\par}" + behind, name="x")
    assert (document.text, document.notices) == ("The ferry waited.", ())
