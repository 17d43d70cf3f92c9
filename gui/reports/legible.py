"""Characters that hide, reverse or drive a terminal, made visible.

A document may hold anything. In a report for people a control character must not move the
cursor, a bidirectional override must not turn a line round (as Trojan Source showed), and a
zero-width character that was put into a word must be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Controls but tab and line feed; zero-width space and joiner, word joiner, marks and overrides
# of direction, byte-order mark, line and paragraph separators, soft hyphen, invisible operators;
# lone surrogates, which no file can hold. The joiners U+200C and U+200D are left alone: Persian,
# the scripts of India and emoji need them.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_STEERS_LINES = re.compile("[\n\t]")
# The way Python reads a file name that is not UTF-8.
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")


def split_hidden(text: str) -> Iterator[tuple[str, bool]]:
    r"""Yield the stretches of *text*, and whether each is a hidden character's name.

    >>> list(split_hidden("de\u200bfence"))
    [('de', False), ('U+200B', True), ('fence', False)]
    """
    end = 0
    for match in HIDDEN.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], False
        yield f"U+{ord(match.group()):04X}", True
        end = match.end()
    if end < len(text):
        yield text[end:], False


def visible(text: str) -> str:
    r"""Return *text* with hidden characters written as ``<U+200B>``; line feeds and tabs stay.

    >>> visible("de\u200bfence \x1b[2J")
    'de<U+200B>fence <U+001B>[2J'
    """
    return HIDDEN.sub(_named, text)


def on_one_line(text: str) -> str:
    r"""Return *text* as :func:`visible` does, with line feeds and tabs written like that too.

    >>> on_one_line("a\nb")
    'a<U+000A>b'
    """
    return _STEERS_LINES.sub(_named, visible(text))


def for_terminal(text: str) -> str:
    r"""Return *text*, which may be meant for programs, as a terminal may have it.

    Line ends stay, those of CSV files too.

    >>> for_terminal("note\r\n\x9b2J\r\n")
    'note\r\n<U+009B>2J\r\n'
    """
    return "\r\n".join(map(visible, text.split("\r\n")))


def file_name(name: str) -> str:
    r"""Return a file's name with bytes that are not UTF-8 as ``\xNN``, as in label files.

    >>> file_name("caf\udce9.txt") == "caf" + chr(92) + "xe9.txt"
    True
    """
    return _ESCAPED_BYTE.sub(lambda match: f"\\x{ord(match.group()) - 0xDC00:02x}", name)


def _named(match: re.Match[str]) -> str:
    return f"<U+{ord(match.group()):04X}>"
