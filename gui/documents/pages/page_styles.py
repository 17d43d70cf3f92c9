"""Whether a browser would show an element of a page: its styles, as far as the file itself says.

Style sheets are never fetched. Those inside the page count, and those that stand in the same file,
as in a book or a saved page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from .style_effects import are_alike, colour_of, hides, is_out_of_sight, is_shrunk, text_colour
from .style_rules import Rule, Selector, Sheet, holds_on_screen, names_in_last, weighed_declarations

_WHITE = 250  # of 255, of each colour
# Properties of what a script or an animation brings into view.
_MOVES = re.compile("(?:-webkit-|-moz-)?(?:transition|animation|transform|will-change)")
_LATER = re.compile("(?:-webkit-|-moz-)?(?:transition|animation|will-change)")
_VARIABLE = re.compile(r"var\(([^()]*)\)")
_MOMENT = re.compile(r":(?:hover|focus|active|visited|link|before|after|first-l|selection|marker)")
_PLAIN_TAG = re.compile(r"[a-z][a-z0-9]*", re.IGNORECASE)
_MOST_SHEETS = 50
_VEILS = frozenset(("opacity", "visibility", "transform"))
_GROUNDS = ("background", "background-color", "background-image")
_NO_GROUND = ("", "none", "transparent", "inherit", "initial", "unset", "0", "0 0")
_FOR_THE_EAR = re.compile(
    r"(?<![a-z])(?<!not-)(?:sr[-_]only|visually[-_]?hidden|screen-?_?reader(?:[-_](?:text|only))?"
    r"|a11y-hidden|u-hidden-visually|accessibly-hidden|assistive-text|element-invisible|offscreen)"
    r"(?![\w-])",
    re.IGNORECASE,
)


def _no_longer_invisible(element: Any) -> None:
    parts = element.get("style", "").split(";")
    kept = [part for part in parts if part.partition(":")[0].strip().lower() != "visibility"]
    if len(kept) < len(parts):
        element.set("style", ";".join(kept))


Sheets = Callable[[str, str], "Sheet | None"]
"""Returns a style sheet in the same file, from a reference to it and the name of what refers
("" for the page); None if the file has no such sheet."""


class PageStyles:
    """The rules of the style sheets that stand in the page *root*, or in its file as *sheets*."""

    def __init__(self, root: Any, sheets: Sheets | None = None) -> None:
        self._rules: dict[str, dict[Selector, _Merged]] = {}
        self._shown_later: set[str] = set()
        self._variables: dict[str, str] = {}
        self._tag_grounds: dict[str, str] = {}
        self._grounds: dict[Any, str] = {}
        self._sheets = sheets or (lambda reference, name: None)
        self._seen: set[str] = set()  # the names of sheets that were added
        self._has_ground = False  # whether something unknown may have a background
        for element in root.iter("style", "link"):
            if not holds_on_screen(element.get("media", "")):
                continue
            if element.tag == "style":
                self._add(Sheet.of("", element.text or ""))
            elif "stylesheet" in element.get("rel", "").lower().split():
                self._add_linked(element.get("href", ""), "")

    def _add_linked(self, reference: str, name: str) -> None:
        found = self._sheets(reference, name)
        if found is None:
            self._has_ground = True
        elif found.name not in self._seen and len(self._seen) < _MOST_SHEETS:
            self._seen.add(found.name)
            self._add(found)

    def _add(self, sheet: Sheet) -> None:
        for reference in sheet.imported:
            self._add_linked(reference, sheet.name)
        for rule in sheet.rules:
            self._add_rule(rule)

    def _add_rule(self, rule: Rule) -> None:
        text, selector, style = rule.text, rule.selector, rule.normal | rule.important
        if not is_out_of_sight(style) and not _VEILS.isdisjoint(style):
            names, is_more = names_in_last(text)
            self._shown_later.update(names if is_more else ())
        if text in (":root", "html", "body"):
            self._variables |= {name: style[name] for name in style if name.startswith("--")}
        if any(name in style for name in _GROUNDS):
            if _PLAIN_TAG.fullmatch(text):
                self._tag_grounds[text.lower()] = _ground_in(style)
                return
            self._has_ground |= _MOMENT.search(text) is None and selector is None
        if selector is not None and selector.key:  # rules for a whole tag are those of animations
            known = self._rules.setdefault(selector.key, {}).setdefault(selector, _Merged())
            known.add(rule)

    def of(self, element: Any) -> dict[str, str]:
        """Return the properties of an element itself, without what it inherits."""
        fitting: list[tuple[tuple[int, int, int], _Merged]] = []
        said = element.get("style", "")
        if not self._rules and not said and element.tag != "font":
            return {}
        if self._rules:
            classes = element.get("class", "").split()
            keys = [*(f".{name}" for name in classes), f"#{element.get('id', '')}"]
            keys += [f"[{name}" for name in element.attrib]
            for key in keys:
                for selector, rule in self._rules.get(key, {}).items():
                    if selector.fits(element):
                        fitting.append((selector.weight, rule))
            fitting.sort(key=lambda each: each[0])
        style: dict[str, str] = {}
        for _, rule in fitting:
            style |= rule.normal
        if element.tag == "font" and element.get("color"):
            style["color"] = element.get("color").strip().lower()
        normal, important = weighed_declarations(said)
        style |= normal
        for _, rule in fitting:
            style |= rule.important
        return self._filled_in(style | important)

    def _filled_in(self, style: dict[str, str]) -> dict[str, str]:
        """Return *style* with the values of variables."""

        def value(found: re.Match[str]) -> str:
            name, _, otherwise = found[1].partition(",")
            return self._variables.get(name.strip(), otherwise.strip())

        return {
            name: _VARIABLE.sub(value, said) if "var(" in said else said
            for name, said in style.items()
        }

    def hide(self, element: Any) -> bool:
        """Return whether nobody sees the text of an element: it is none, nowhere, or white.

        Of one that a script brings into view, ``visibility`` is taken out, because the extractor
        would leave it out.
        """
        if "hidden" in element.attrib:
            return True
        style = self.of(element)
        if not style:
            return False
        if is_out_of_sight(style) and self._is_shown_later(element, style, _MOVES):
            style = {k: v for k, v in style.items() if k not in ("opacity", "visibility")}
            _no_longer_invisible(element)
        if is_shrunk(style) and not self._is_shown_later(element, style, _LATER):
            return True
        return hides(style) or self._is_like_its_ground(element, style)

    def may_wait(self, element: Any) -> bool:
        """Return whether a hidden element is one that a script might show, not white or tiny."""
        if "hidden" in element.attrib or element.tag == "template":
            return True
        style = self.of(element)
        return style.get("display") == "none" or is_out_of_sight(style)

    def _is_shown_later(self, element: Any, style: dict[str, str], moves: re.Pattern[str]) -> bool:
        """Return whether the text comes into view as the reader scrolls, or the page is ready."""
        if any(moves.match(name) for name in style):
            return True
        signs = [f".{name}" for name in element.get("class", "").split()]
        return not self._shown_later.isdisjoint((*signs, f"#{element.get('id', '')}"))

    def _is_like_its_ground(self, element: Any, style: dict[str, str]) -> bool:
        """Return whether text has the colour of what it stands on, white where that is paper."""
        colour = colour_of(text_colour(style))
        if colour is None or not style:
            return False
        said = self._ground(element)
        if said:
            ground = colour_of(said)
            return ground is not None and ground[3] == 1.0 and are_alike(colour, ground)
        return min(colour[:3]) >= _WHITE and not self._has_ground

    def _ground(self, element: Any) -> str:
        """Return the colour behind the text of an element, "" if nothing has one.

        It is "unknown" where that is a picture.
        """
        passed = []
        said = ""
        for each in (element, *element.iterancestors()):
            if each in self._grounds:
                said = self._grounds[each]
                break
            passed.append(each)
            said = _ground_in(self.of(each)) if each.attrib else ""
            said = said or each.get("bgcolor", "").lower() or self._tag_grounds.get(each.tag, "")
            if said:
                break
        self._grounds |= dict.fromkeys(passed, said)
        return said


class _Merged:
    """What all rules of one selector say, and what they call important."""

    def __init__(self) -> None:
        self.normal: dict[str, str] = {}
        self.important: dict[str, str] = {}

    def add(self, rule: Rule) -> None:
        self.normal |= rule.normal
        self.important |= rule.important


def _ground_in(style: dict[str, str]) -> str:
    """Return the colour of the ground that a style brings, "unknown" of a picture, "" if none.

    >>> _ground_in({"background": "url(x.png) #eee"}), _ground_in({"background": "none"})
    ('#eee', '')
    """
    if "background-color" in style and colour_of(style["background-color"]) is not None:
        return style["background-color"]
    said = style.get("background", "")
    colour = next((each for each in _values(said) if colour_of(each) is not None), "")
    if colour:
        return colour
    is_picture = "(" in said or "(" in style.get("background-image", "")
    is_bare = said in _NO_GROUND and style.get("background-color", "") in _NO_GROUND
    return "unknown" if is_picture or not is_bare else ""


def _values(text: str) -> list[str]:
    """Return the values of a shorthand; those with spaces inside as they are."""
    return [text, *text.split()]


def is_for_the_ear(element: Any) -> bool:
    """Return whether an element is for screen readers alone, by its class."""
    return _FOR_THE_EAR.search(element.get("class", "")) is not None
