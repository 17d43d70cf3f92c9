"""Whether a browser would show an element of a page: its styles, as far as the page itself says.

Style sheets are never fetched. Of those inside the page the rules count whose selector names one
element by its tag, classes and id, outside of conditions such as ``@media``.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)*", re.IGNORECASE)
_NAME = re.compile(r"([.#]?)([\w-]+)")
_LENGTH = re.compile(r"([+-]?[\d.]{1,12})(px|pt|em|rem|vw|vh|%)?")
_WHITES = frozenset(("#fff", "#ffffff", "white", "rgb(255,255,255)", "rgba(255,255,255,1)"))
_CLEAR = frozenset(("transparent", "rgba(0,0,0,0)", "rgba(255,255,255,0)"))
# Properties of what a script or an animation brings into view.
_MOVES = re.compile("(?:-webkit-|-moz-)?(?:transition|animation|transform|will-change)")
_COMBINATOR = re.compile(r"[\s>+~]")
_SIDES = ("left", "top", "right", "bottom")
_AWAY = -500.0  # pixels; nobody scrolls there
_TINY = 1.0  # pixels, of type or of a box
_FAINT = 0.05  # of full opacity
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "vw": 10.0, "vh": 8.0, "%": 10.0}
_FOR_THE_EAR = re.compile(
    r"(?<![\w-])(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|a11y-hidden|u-hidden-visually"
    r"|element-invisible|offscreen)(?![\w-])",
    re.IGNORECASE,
)


class _Selector(NamedTuple):
    tag: str
    id: str
    classes: frozenset[str]


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
    if get("display") == "none" or get("color", "").replace(" ", "") in _CLEAR:
        return True
    if _at_most(style, "font-size", _TINY):
        return True
    if _is_out_of_sight(style):
        return True
    is_placed = get("position") in ("absolute", "fixed")
    if is_placed and any(_at_most(style, side, _AWAY) for side in _SIDES):
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
    return get("clip-path", "") in ("inset(50%)", "inset(100%)", "circle(0)")


def _is_out_of_sight(style: dict[str, str]) -> bool:
    """Return whether an element has its place and is not seen there."""
    return style.get("visibility") in ("hidden", "collapse") or _at_most(style, "opacity", _FAINT)


def _at_most(style: dict[str, str], name: str, most: float) -> bool:
    found = _LENGTH.match(style.get(name, ""))
    if found is None:
        return False
    try:
        return float(found[1]) * _PIXELS.get(found[2] or "", 1.0) <= most
    except ValueError:
        return False


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
            plain = text.strip()
            if not _is_out_of_sight(style) and ("opacity" in style or "visibility" in style):
                self._add_shown_later(plain)
            if not plain or not _SIMPLE.fullmatch(plain):
                continue
            names = _NAME.findall(plain)
            tag = "".join(name.lower() for sign, name in names if not sign)
            ids = [name for sign, name in names if sign == "#"]
            classes = frozenset(name for sign, name in names if sign == ".")
            if ids or classes:  # rules for a whole tag are those of animations and the like
                key = f"#{ids[0]}" if ids else f".{min(classes)}"
                selector = _Selector(tag, ids[0] if ids else "", classes)
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
                    if selector.tag in ("", element.tag) and selector.classes.issubset(classes):
                        style |= rule
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
        if style.get("color", "").replace(" ", "") not in _WHITES or self._has_ground:
            return False
        return not any(
            "background" in each.get("style", "").lower() or "bgcolor" in each.attrib
            for each in (element, *element.iterancestors())
        )


def is_for_the_ear(element: Any) -> bool:
    """Return whether an element is for screen readers alone, by its class."""
    return _FOR_THE_EAR.search(element.get("class", "")) is not None
