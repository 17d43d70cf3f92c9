"""Whether a browser would show an element of a page: its styles, as far as the page itself says.

Style sheets are never fetched. Of those inside the page the rules count whose selector names
elements by tags, classes and ids, outside of conditions such as ``@media``.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)*", re.IGNORECASE)
_NAME = re.compile(r"([.#]?)([\w-]+)")
_LENGTH = re.compile(r"([+-]?[\d.]{1,12})(px|pt|em|rem|vw|vh|%)?")
_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_CHANNELS = re.compile(r"(rgb|hsl)a?\(([\d.,%/ deg]{5,60})\)")
_NUMBER = re.compile(r"([\d.]{1,12})(%?)")
_NAMED = {"white": (255, 255, 255), "snow": (255, 250, 250), "black": (0, 0, 0)}
_WHITE = 250  # of 255, of each colour
_LIGHT = 98.0  # per cent, of white and what nobody tells from it
_ALIKE = 8  # of 255, by which two colours differ that nobody tells apart
_FONT_SIZE = re.compile(r"(?:^|\s)([\d.]{1,12}(?:px|pt|em|rem|%)?)(?=/|\s)")
# Properties of what a script or an animation brings into view.
_MOVES = re.compile("(?:-webkit-|-moz-)?(?:transition|animation|transform|will-change)")
_AROUND = 8  # elements around another that a selector names
_COMBINATOR = re.compile(r"[\s>+~]")
_SIDES = ("left", "top", "right", "bottom")
_AWAY = -500.0  # pixels; nobody scrolls there
_TINY = 1.0  # pixels, of type or of a box
_FAINT = 0.05  # of full opacity
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "vw": 10.0, "vh": 8.0, "%": 10.0}
_FOR_THE_EAR = re.compile(
    r"(?<![a-z])(?<!not-)(?:sr[-_]only|visually[-_]?hidden|screen-?_?reader(?:[-_](?:text|only))?"
    r"|a11y-hidden|u-hidden-visually|accessibly-hidden|assistive-text|element-invisible|offscreen)"
    r"(?![\w-])",
    re.IGNORECASE,
)


class _Compound(NamedTuple):
    """What a selector says of one element: its tag, id and classes."""

    tag: str
    id: str
    classes: frozenset[str]

    @classmethod
    def of(cls, text: str) -> _Compound:
        """Return what *text* says, such as ``p.lead``."""
        names = _NAME.findall(text)
        tag = "".join(name.lower() for sign, name in names if not sign)
        ids = [name for sign, name in names if sign == "#"]
        classes = frozenset(name for sign, name in names if sign == ".")
        return cls(tag, ids[0] if ids else "", classes)

    def fits(self, element: Any) -> bool:
        """Return whether *element* is one of those meant."""
        if self.tag not in ("", element.tag) or self.id not in ("", element.get("id")):
            return False
        return not self.classes or self.classes.issubset(element.get("class", "").split())


class _Selector(NamedTuple):
    """Which elements a rule is for; ``within`` are the elements around, from the inside."""

    last: _Compound
    within: tuple[_Compound, ...]

    def fits(self, element: Any) -> bool:
        """Return whether *element* is one of those meant."""
        if not self.last.fits(element):
            return False
        around = element.iterancestors() if self.within else ()
        return all(any(own.fits(each) for each in around) for own in self.within)


def declarations(style: str) -> dict[str, str]:
    """Return the properties of a style attribute, in lower case.

    >>> declarations("Display: NONE !important; color:#FFF")
    {'display': 'none', 'color': '#fff'}
    """
    found = {}
    for each in style.lower().split(";"):
        name, colon, value = each.partition(":")
        if colon:
            found[name.strip()] = value.replace("!important", "").strip()
    return found


def hides(style: dict[str, str]) -> bool:
    """Return whether the properties *style* of an element keep its text from being seen.

    >>> hides(declarations("opacity: 0")), hides(declarations("left: -9999px"))
    (True, False)
    """
    get = style.get
    if get("display") == "none" or get("content-visibility") == "hidden":
        return True
    if _has_no_colour(style) or _is_tiny(style) or _is_out_of_sight(style):
        return True
    is_placed = get("position") in ("absolute", "fixed")
    is_away = any(_at_most(style, side, _AWAY) for side in _SIDES)
    if is_away and (is_placed or get("position") == "relative"):
        return True
    if any(_at_most(style, name, _AWAY) for name in ("text-indent", "margin-left", "margin-top")):
        return True
    if get("overflow", "").split(" ")[0] in ("hidden", "clip"):
        boxes = ("height", "max-height", "width", "max-width")
        if any(_at_most(style, name, _TINY) for name in boxes):
            return True
    clipped = get("clip", "").replace(" ", "").replace("px", "").replace(",", "")
    if is_placed and clipped in ("rect(0000)", "rect(1111)"):
        return True
    shape = get("clip-path", "")
    if shape.startswith("polygon("):
        return not any(digit in shape for digit in "123456789")
    return shape in ("inset(50%)", "inset(100%)", "circle(0)")


def _is_out_of_sight(style: dict[str, str]) -> bool:
    """Return whether an element has its place and is not seen there."""
    if style.get("visibility") in ("hidden", "collapse"):
        return True
    filtered = style.get("filter", "").removeprefix("opacity(").removesuffix(")")
    return any(_share(text) <= _FAINT for text in (style.get("opacity", ""), filtered))


def _share(text: str) -> float:
    """Return an opacity, 0 to 1; 1 for what is none."""
    found = _NUMBER.fullmatch(text.strip())
    return _float(found[1]) / (100 if found[2] else 1) if found else 1.0


def _is_tiny(style: dict[str, str]) -> bool:
    size = _FONT_SIZE.search(style.get("font", ""))
    told = {"font-size": size[1], **style} if size else style
    return _at_most(told, "font-size", _TINY)


def _has_no_colour(style: dict[str, str]) -> bool:
    """Return whether text is transparent, or of the colour of the ground that it brings along."""
    text = style.get("color", "")
    if text == "transparent":
        return True
    colour = colour_of(text)
    if colour is None:
        return False
    if colour[3] <= _FAINT:
        return True
    grounds = (style.get("background-color", ""), *_values(style.get("background", "")))
    return any(
        ground is not None
        and ground[3] == 1.0
        and all(abs(one - other) <= _ALIKE for one, other in zip(colour, ground[:3], strict=False))
        for ground in map(colour_of, grounds)
    )


def _values(text: str) -> list[str]:
    """Return the values of a shorthand; those with spaces inside as they are."""
    return [text, *text.split()]


def colour_of(text: str) -> tuple[float, float, float, float] | None:
    """Return red, green and blue, 0 to 255, and the opacity of a colour; None if it is unknown.

    >>> colour_of("#fff"), colour_of("rgb(0 0 0 / 50%)"), colour_of("navy")
    ((255.0, 255.0, 255.0, 1.0), (0.0, 0.0, 0.0, 0.5), None)
    """
    if text in _NAMED:
        red, green, blue = map(float, _NAMED[text])
        return red, green, blue, 1.0
    if found := _HEX.fullmatch(text):
        digits = found[1] if len(found[1]) > 4 else "".join(2 * digit for digit in found[1])
        red, green, blue, *alpha = (int(digits[at : at + 2], 16) for at in range(0, len(digits), 2))
        return float(red), float(green), float(blue), alpha[0] / 255 if alpha else 1.0
    found = _CHANNELS.fullmatch(text)
    numbers = _NUMBER.findall(found[2]) if found else []
    if found is None or len(numbers) not in (3, 4):
        return None
    parts = [_float(number) * (2.55 if per_cent else 1) for number, per_cent in numbers]
    opacity = _share("".join(numbers[3])) if len(numbers) == 4 else 1.0
    if found[1] == "hsl":
        return (255.0, 255.0, 255.0, opacity) if parts[2] >= _LIGHT * 2.55 else None
    return parts[0], parts[1], parts[2], opacity


def _float(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("inf")


def _at_most(style: dict[str, str], name: str, most: float) -> bool:
    found = _LENGTH.match(style.get(name, ""))
    if found is None:
        return False
    return _float(found[1]) * _PIXELS.get(found[2] or "", 1.0) <= most


def _no_longer_invisible(element: Any) -> None:
    parts = element.get("style", "").split(";")
    kept = [part for part in parts if part.partition(":")[0].strip().lower() != "visibility"]
    if len(kept) < len(parts):
        element.set("style", ";".join(kept))


class Styles:
    """The rules of the style sheets inside the page *root*."""

    def __init__(self, root: Any) -> None:
        self._rules: dict[str, dict[_Selector, dict[str, str]]] = {}
        self._shown_later: set[str] = set()
        self._has_ground = any("stylesheet" in e.get("rel", "").lower() for e in root.iter("link"))
        for element in root.iter("style"):
            if element.get("media", "all").strip().lower() in ("all", "screen", ""):
                self._add(element.text or "")

    def _add(self, sheet: str) -> None:
        head, *others = sheet.split("/*")
        plain = head + "".join(part.partition("*/")[2] for part in others)
        open_at: list[str] = []
        said = ""
        for piece in re.split(r"([{}])", plain):
            if piece == "{":
                open_at.append(said.strip())
            elif piece == "}":
                if len(open_at) == 1 and not open_at[0].startswith("@"):
                    self._add_rule(open_at[0], declarations(said))
                open_at[-1:] = []
            said = piece if piece not in ("{", "}") else ""

    def _add_rule(self, selectors: str, style: dict[str, str]) -> None:
        self._has_ground |= any(name.startswith("background") for name in style)
        for text in selectors.split(","):
            plain = " ".join(text.replace(">", " ").split())
            if not _is_out_of_sight(style) and ("opacity" in style or "visibility" in style):
                self._add_shown_later(plain)
            parts = plain.split()
            if not parts or not all(map(_SIMPLE.fullmatch, parts)):
                continue
            last, *within = (_Compound.of(part) for part in reversed(parts))
            if last.id or last.classes:  # rules for a whole tag are those of animations
                key = f"#{last.id}" if last.id else f".{min(last.classes)}"
                selector = _Selector(last, tuple(within[:_AROUND]))
                self._rules.setdefault(key, {}).setdefault(selector, {}).update(style)

    def _add_shown_later(self, selector: str) -> None:
        """Note the names of what a selector shows in some state, such as ``.fade.in-view``."""
        last = _COMBINATOR.split(selector)[-1]
        signs = [sign + name for sign, name in _NAME.findall(last) if sign]
        if len(signs) > 1 or last != selector or ":" in last:
            self._shown_later.update(signs)

    def of(self, element: Any) -> dict[str, str]:
        """Return the properties of an element itself, without what it inherits."""
        style: dict[str, str] = {}
        if self._rules:
            classes = element.get("class", "").split()
            for key in (*(f".{name}" for name in classes), f"#{element.get('id', '')}"):
                for selector, rule in self._rules.get(key, {}).items():
                    if selector.fits(element):
                        style |= rule
        if element.tag == "font" and element.get("color"):
            style["color"] = element.get("color").strip().lower()
        style |= declarations(element.get("style", ""))
        return style

    def hide(self, element: Any) -> bool:
        """Return whether nobody sees the text of an element: it is none, nowhere, or white.

        Of one that a script brings into view, ``visibility`` is taken out, because the extractor
        would leave it out.
        """
        if "hidden" in element.attrib:
            return True
        style = self.of(element)
        if _is_out_of_sight(style) and self._is_shown_later(element, style):
            style = {k: v for k, v in style.items() if k not in ("opacity", "visibility")}
            _no_longer_invisible(element)
        return bool(style) and (hides(style) or self._is_white(element, style))

    def may_wait(self, element: Any) -> bool:
        """Return whether a hidden element is one that a script might show, not white or tiny."""
        style = self.of(element)
        is_off = "hidden" in element.attrib or style.get("display") == "none"
        return is_off or _is_out_of_sight(style)

    def _is_shown_later(self, element: Any, style: dict[str, str]) -> bool:
        """Return whether the text comes into view as the reader scrolls, or the page is ready."""
        if any(_MOVES.match(name) for name in style):
            return True
        signs = [f".{name}" for name in element.get("class", "").split()]
        return not self._shown_later.isdisjoint((*signs, f"#{element.get('id', '')}"))

    def _is_white(self, element: Any, style: dict[str, str]) -> bool:
        """Return whether the text is white, and no ground of another colour is known."""
        colour = colour_of(style.get("color", ""))
        if colour is None or min(colour[:3]) < _WHITE or self._has_ground:
            return False
        return not any(
            "background" in each.get("style", "").lower() or "bgcolor" in each.attrib
            for each in (element, *element.iterancestors())
        )


def is_for_the_ear(element: Any) -> bool:
    """Return whether an element is for screen readers alone, by its class."""
    return _FOR_THE_EAR.search(element.get("class", "")) is not None
