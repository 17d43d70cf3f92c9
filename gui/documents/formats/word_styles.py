"""The look of text in Word files, by its own properties and its styles: whether readers see it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, NamedTuple

from .text_flow import PLAIN, Look

_OFF = frozenset(("0", "false", "off", "none"))
_MOST_STYLES = 20  # styles that are based on each other
_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_CLEAR = 95_000  # thousandths of a per cent of transparency
_PAPER = frozenset(("background1", "light1", "bg1", "lt1"))  # the theme's colours of the page
_HIGHLIGHTS = MappingProxyType(
    {"yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF"}
    | {"blue": "0000FF", "red": "FF0000", "darkBlue": "000080", "darkCyan": "008080"}
    | {"darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000"}
    | {"darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0"}
    | {"black": "000000", "white": "FFFFFF"}
)


def look_of(properties: Any, word: str) -> Look:
    """Return the look that the properties of a run, the element ``w:rPr``, give to it."""
    if properties is None:
        return PLAIN
    vanishes = size = colour = ground = None
    inside, is_outlined = None, False
    for each in properties:
        tag = each.tag
        if tag == f"{word}vanish":
            vanishes = each.get(f"{word}val") not in _OFF
        elif tag == f"{word}sz":
            size = _points(each.get(f"{word}val"))
        elif tag == f"{word}color":
            is_paper = each.get(f"{word}themeColor") in _PAPER
            colour = "FFFFFF" if is_paper else each.get(f"{word}val")
        elif tag == f"{word}highlight":
            ground = _HIGHLIGHTS.get(each.get(f"{word}val", ""), "unknown")
        elif tag == f"{word}shd":
            ground = ground or _fill(each, word)
        elif tag == f"{_WORD_2010}textFill":
            inside = _inside_letters(each)
        elif tag == f"{_WORD_2010}textOutline":
            is_outlined = each.find(f"{_WORD_2010}noFill") is None and len(each) > 0
    if inside == "" and not is_outlined:
        vanishes = True
    elif inside is not None or is_outlined:
        colour = "unknown" if is_outlined else inside
    return Look(vanishes, size, colour, ground)


def _inside_letters(fill: Any) -> str:
    """Return the colour that letters are filled with, "" if with none, "unknown" of a pattern."""
    if fill.find(f"{_WORD_2010}noFill") is not None:
        return ""
    colour = fill.find(f"{_WORD_2010}solidFill/*")
    if colour is None:
        return "unknown"
    clear = colour.find(f"{_WORD_2010}alpha")
    if clear is not None and _number(clear.get(f"{_WORD_2010}val")) >= _CLEAR:
        return ""
    said: str = colour.get(f"{_WORD_2010}val", "")
    return "FFFFFF" if said in _PAPER else said if colour.tag.endswith("srgbClr") else "unknown"


def _fill(shade: Any, word: str) -> str | None:
    """Return the colour of a shade, None if it has none."""
    fill: str = shade.get(f"{word}fill", "auto")
    is_bare = fill == "auto" and shade.get(f"{word}val") in (None, "clear", "nil")
    return None if is_bare else fill


def paragraph_ground(properties: Any, word: str) -> str | None:
    """Return the colour behind a paragraph, None if it has none; *properties* are ``w:pPr``."""
    shade = None if properties is None else properties.find(f"{word}shd")
    return None if shade is None else _fill(shade, word)


class WordStyles(NamedTuple):
    """The looks of the styles of a file, by their ids.

    ``hide`` is false where none of them hides text, so that it is enough to look at runs.
    """

    looks: dict[str, Look]
    hide: bool

    def of(self, number: str | None) -> Look:
        """Return the look of the style with this id; ``PLAIN`` if there is none."""
        return self.looks.get(number or "", PLAIN)


NO_STYLES = WordStyles({}, hide=False)
"""The styles of a file that has none."""


def read_styles(root: Any) -> WordStyles:
    """Return the styles in the tree *root*, each with what it takes from those it is based on."""
    based: dict[str, str] = {}
    own: dict[str, Look] = {}
    for style in root.iter("{*}style"):
        word = style.tag[: style.tag.index("}") + 1]
        number = style.get(f"{word}styleId", "")
        parent = style.find(f"{word}basedOn")
        based[number] = "" if parent is None else parent.get(f"{word}val", "")
        look = look_of(style.find(f"{word}rPr"), word)
        if look.ground is None:
            ground = paragraph_ground(style.find(f"{word}pPr"), word)
            look = look._replace(ground=ground)
        own[number] = look
    looks = {}
    for number in own:
        look, at = own[number], based[number]
        for _ in range(_MOST_STYLES):
            if at not in own:
                break
            look, at = look.over(own[at]), based[at]
        if look != PLAIN:
            looks[number] = look
    return WordStyles(looks, any(look.hides(on_paper=True) for look in looks.values()))


def _number(text: str | None) -> float:
    try:
        return float(text or "")
    except ValueError:
        return 0.0


def _points(half: str | None) -> float | None:
    try:
        return float(half or "") / 2
    except ValueError:
        return None
