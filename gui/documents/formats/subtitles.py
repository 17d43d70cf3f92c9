"""Subtitles (SubRip, WebVTT, SubStation Alpha) as prose, without numbers, times and tags.

Each sentence is in one piece. A paragraph ends where a sentence ends before a pause, or where
somebody else speaks.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import NamedTuple

import regex

_TIME = r"(?:\d{1,4}:)?\d{1,2}:\d{2}[,.]\d{3}"
_TIMES = regex.compile(rf"\s*+({_TIME})\s*+-->\s*+({_TIME})")
_NUMBER = regex.compile(r"\s*+\d++\s*+")
_TAGS = regex.compile(
    r"</?(?:[ibuvc]|font|ruby|rt|lang)(?:[.\s][^<>\n]*+)?+>|<[\d:.]++>|\{\\[^{}\n]*+\}",
    regex.IGNORECASE,
)
_VOICE = regex.compile(r"<v(?:\.[^\s<>]*+)?+\s++([^<>\n]++)>")
_WORD_TIMES = regex.compile(rf"<{_TIME}>")
_TIME_OF_SCRIPT = regex.compile(r"\d{1,4}:\d{1,2}:\d{2}\.\d{1,3}")
_BREAK = regex.compile(r"\\[Nnh]")  # in SubStation Alpha
_SAYS = regex.compile(r"[-\u2013\u2014]\s*+(?=\S)|>>\s*+")  # somebody else speaks
_END = regex.compile(r"[.!?\u2026\u3002\uff01\uff1f][\"'\u2019\u201d\u00bb)\]\u300d]*+$")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\uff00-\uff65]")
_PAUSE = 2.0  # seconds


class _Line(NamedTuple):
    text: str
    voice: str
    start: float  # seconds
    end: float


def read_subtitles(text: str) -> str:
    r"""Return what is said in the subtitles *text*, its paragraphs separated by blank lines.

    >>> read_subtitles("1\n00:00:01,000 --> 00:00:02,000\n<i>Gulls\nsing.</i>\n")
    'Gulls sing.'
    """
    paragraphs: list[str] = []
    before: _Line | None = None
    # Captions made as somebody speaks show the last line again while the next one is written.
    rolls_up = _WORD_TIMES.search(text) is not None
    is_script = text.lstrip("\ufeff \r\n").startswith("[")
    for line in _script_lines(text) if is_script else _lines(text):
        if before is not None and rolls_up and line.text == before.text:
            before = before._replace(end=line.end)
            continue
        if before is None or _begins_paragraph(line, before):
            paragraphs.append(_SAYS.sub("", line.text, count=1) if _speaks(line) else line.text)
        else:
            unspaced = _UNSPACED.match(before.text[-1]) and _UNSPACED.match(line.text)
            paragraphs[-1] += line.text if unspaced else f" {line.text}"
        before = line._replace(voice=line.voice or before.voice if before else line.voice)
    return "\n\n".join(paragraphs)


def _begins_paragraph(line: _Line, before: _Line) -> bool:
    if _speaks(line) or line.voice not in ("", before.voice):
        return True
    return line.start - before.end >= _PAUSE and _END.search(before.text) is not None


def _speaks(line: _Line) -> bool:
    return _SAYS.match(line.text) is not None


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines that are shown.

    In WebVTT what follows an empty line is a name, a remark or a style until there is a time.
    SubRip has numbers there only, so that all else belongs to the text.
    """
    start = end = 0.0
    is_shown = False
    voice = ""
    is_web = text.lstrip("\ufeff \n").startswith("WEBVTT")
    all_lines = text.splitlines()
    for raw, following in zip(all_lines, [*all_lines[1:], ""], strict=True):
        if times := _TIMES.match(raw):
            start, end = _seconds(times[1]), _seconds(times[2])
            is_shown, voice = True, ""
        elif is_web and not raw:
            is_shown = False
        elif not is_shown or (_NUMBER.fullmatch(raw) and _TIMES.match(following)):
            continue
        else:
            if said := _VOICE.search(raw):
                voice = said[1].strip()
            plain = _TAGS.sub("", raw)
            plain = " ".join((html.unescape(plain) if is_web else plain).split())
            if plain:
                yield _Line(plain, voice, start, end)


def _script_lines(text: str) -> Iterator[_Line]:
    """Yield the lines that a SubStation Alpha script shows, in the order of their times."""
    names: list[str] = []
    found = []
    for raw in text.splitlines():
        kind, _, rest = raw.partition(":")
        if kind == "Format":  # that of the events is the last one
            names = [name.strip().lower() for name in rest.split(",")]
        elif kind == "Dialogue" and names:
            fields = dict(zip(names, rest.split(",", len(names) - 1), strict=False))
            times = [_TIME_OF_SCRIPT.fullmatch(fields.get(n, "").strip()) for n in ("start", "end")]
            plain = " ".join(_TAGS.sub("", _BREAK.sub(" ", fields.get("text", ""))).split())
            if plain and all(times):
                start, end = (_seconds(time[0]) for time in times if time)
                found.append(_Line(plain, fields.get("name", "").strip(), start, end))
    yield from sorted(found, key=lambda line: line.start)


def _seconds(time: str) -> float:
    *hours, minutes, seconds = time.replace(",", ".").split(":")
    return 3600 * int(hours[0] if hours else 0) + 60 * int(minutes) + float(seconds)
