"""The characters of the fonts Symbol and Wingdings, whose places are not those of Unicode.

Word processors write them as the codes 0xF020 to 0xF0FE, or as single bytes.
"""

from __future__ import annotations

import re
from types import MappingProxyType

_FIRST, _LATER = 0x20, 0xA0
# The encoding of Adobe's Symbol; a blank stands where it has nothing that Unicode has.
_SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘ"
    "ΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉"
    "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
)
# Of Wingdings what people put into a text: bullets, boxes, arrows, check marks.
_WINGDINGS = MappingProxyType(
    {
        0x28: "☎",
        0x2A: "✉",
        0x4A: "☺",
        0x4C: "☹",
        0x6C: "●",
        0x6E: "■",
        0x6F: "□",
        0x71: "❑",
        0x75: "◆",
        0x76: "❖",
        0x9F: "•",
        0xA1: "○",
        0xA7: "▪",
        0xA8: "◻",
        0xAB: "★",
        0xD8: "➢",
        0xDF: "←",
        0xE0: "→",
        0xE1: "↑",
        0xE2: "↓",
        0xF0: "⇨",
        0xFB: "✗",
        0xFC: "✓",
        0xFD: "☒",
        0xFE: "☑",
    }
)
_PRIVATE = re.compile("[\uf020-\uf0ff]")


def is_symbol_font(font: str) -> bool:
    """Return whether the letters of *font* are signs."""
    return font.strip().lower() in ("symbol", "wingdings")


def sign(code: int, font: str) -> str:
    """Return the character that *font* shows for *code*, or the one of that code.

    >>> sign(0xF0B0, "Symbol"), sign(0xB3, "Symbol"), sign(0xF0FC, "Wingdings")
    ('°', '≥', '✓')
    >>> sign(0xB0, "Times New Roman")
    '°'
    """
    is_private = 0xF000 <= code <= 0xF0FF
    name = font.strip().lower()
    if is_private or is_symbol_font(name):
        place = code & 0xFF if is_private or code < 0x100 else 0
        found = _WINGDINGS.get(place, "") if name == "wingdings" else _in_symbol(place, name)
        if found:
            return found
    try:
        return chr(code) if not 0xD800 <= code <= 0xDFFF else "\ufffd"
    except (ValueError, OverflowError):
        return "\ufffd"


def _in_symbol(place: int, name: str) -> str:
    if name != "symbol":
        return ""
    for first, row in zip((_FIRST, _LATER), _SYMBOL, strict=True):
        if first <= place < first + len(row):
            return row[place - first]
    return ""


def with_signs(text: str, font: str) -> str:
    r"""Return *text* with the private codes of symbol fonts replaced by what they show.

    >>> with_signs("4 \uf0b0C", "Symbol")
    '4 °C'
    """
    return _PRIVATE.sub(lambda found: sign(ord(found[0]), font), text)
