"""Subtitles in SubRip and WebVTT are read as prose."""

from __future__ import annotations

import pytest

from tests.documents.shared_reader import from_bytes, message, sections

SRT = """1
00:00:01,000 --> 00:00:03,500
<i>The ferry did not sail
on Monday,</i>

2
00:00:03,600 --> 00:00:06,000
{\\an8}because the swans slept on deck.
7

3
00:00:06,100 --> 00:00:07,000
They woke at <font color="#fff">noon</font>.

4
00:00:12,000 --> 00:00:14,000
- Who says so?
- The mate, who was there

5
00:00:14,100 --> 00:00:15,000
all day.
"""
SAID = [
    "The ferry did not sail on Monday, because the swans slept on deck. 7 They woke at noon.",
    "Who says so?",
    "The mate, who was there all day.",
]
VTT = """WEBVTT - made by hand
Kind: captions

NOTE
nobody reads this

STYLE
::cue(b) { color: red }

beginning
00:01.000 --> 00:03.500 align:start position:10%
<v.loud Ann>The ferry did not sail
on <c.day>Monday</c>,

2
00:03.500 --> 00:05.000
<v Ann>swans &amp; geese slept.

00:05.100 --> 01:00:06.000
<v Tom>I <b>saw</b> it.
"""


@pytest.mark.parametrize(("begins", "is_new"), [("05,000", True), ("04,900", False)])
def test_a_paragraph_begins_two_seconds_after_the_end_of_a_sentence(
    begins: str, is_new: bool
) -> None:
    text = (
        f"1\n00:00:01,000 --> 00:00:03,000\nThey woke.\n\n2\n00:00:{begins} --> 00:00:06,000\nLate."
    )
    found = sections(from_bytes(text.encode(), name="x.srt"))
    assert found == (["They woke.", "Late."] if is_new else ["They woke. Late."])


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("name", ["x.srt", "x.txt"])
def test_subrip_is_read_as_prose(ends: str, name: str) -> None:
    data = SRT.replace("\n", ends).encode("utf-8-sig")
    document = from_bytes(data, name=name)
    assert (document.format, sections(document)) == ("subtitles", SAID)


def test_webvtt_is_read_as_prose() -> None:
    document = from_bytes(VTT.encode(), name="x.vtt")
    said = ["The ferry did not sail on Monday, swans & geese slept.", "I saw it."]
    assert (document.format, sections(document)) == ("subtitles", said)


def test_lines_that_roll_up_are_read_once() -> None:
    text = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n \nthe<00:00:01.200><c> ferry</c>\n\n"
        "00:00:02.000 --> 00:00:02.010\nthe ferry\n \n\n"
        "00:00:02.010 --> 00:00:04.000\nthe ferry\ndid<00:00:02.200><c> not</c>\n"
    )
    assert sections(from_bytes(text.encode(), name="x.vtt")) == ["the ferry did not"]


def test_what_is_said_twice_is_read_twice() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nNo!\n\n00:02.000 --> 00:03.000\nNo!\n"
    assert sections(from_bytes(text.encode(), name="x.vtt")) == ["No! No!"]


def test_lines_without_spaces_are_joined_without() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n白鳥が甲板で\n眠っていた。\n"
    assert sections(from_bytes(text.encode(), name="x.srt")) == ["白鳥が甲板で眠っていた。"]


def test_a_script_of_subtitles_reads_as_what_is_said() -> None:
    events = [
        "Format: Layer, Start, End, Style, Name, Effect, Text",
        "Dialogue: 0,0:00:04.00,0:00:05.00,Default,,,{\\i1}on deck,{\\i0} all day.",
        "Comment: 0,0:00:00.00,0:00:09.00,Default,,,by a fan",
        "Dialogue: 0,0:00:02.00,0:00:03.90,Default,,,The swans\\Nslept",
        "Dialogue: 0,0:00:09.00,0:00:10.00,Default,,,Nobody came.",
    ]
    head = "[Script Info]\nTitle: Swans\n\n[V4+ Styles]\nFormat: Name, Fontname\n\n[Events]\n"
    document = from_bytes((head + "\n".join(events)).encode(), name="x.ass")
    assert sections(document) == ["The swans slept on deck, all day.", "Nobody came."]


@pytest.mark.parametrize(
    "text",
    ["1\nTo the harbour --> 3 km\n", "WEBVTTs are files.\n", "7\n12:30 the ferry sails\n"],
)
def test_what_only_begins_like_subtitles_is_text(text: str) -> None:
    assert from_bytes(text.encode(), name="x.srt").format == "text"


@pytest.mark.parametrize(
    "text",
    [
        "\\documentclass[12pt]{article}\n\\begin{document}Swans\\end{document}",
        "% a remark\n\n  % another\n\\documentstyle{letter}\nSwans",
        "\\RequirePackage{x}\n\\documentclass{article}\n\\begin{document}",
        "\\section*{Swans}\nThe \\emph{swans} came.",
        "\\newcommand{\\x}{}\n\\documentclass{article}\n\\begin{document}Swans",
    ],
)
def test_the_source_of_latex_is_refused_with_what_to_open(text: str) -> None:
    said = "it: this is the source of a LaTeX document; open the PDF that is made from it."
    assert message(text.encode()) == said
    assert from_bytes(b"Say \\documentclass here.", name="x.tex").format == "text"
