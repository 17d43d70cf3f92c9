"""The rules of style sheets: what each says, and which elements it is for.

Rules count whose selector names elements by tags, classes, ids and attributes; nested ones too,
those in layers, and those for a screen of usual width. Others, such as ``:hover``, say how an
element looks at some moment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_SIMPLE = re.compile(
    r"(?:[a-z][a-z0-9-]*|\*)?(?:[.#][\w-]+|\[[\w-]+(?:[~|^$*]?=[^\]\s]*)?\])*", re.I
)
_NAME = re.compile(r"([.#]?)([\w-]+)")
_ATTRIBUTE = re.compile(r"\[([\w-]+)(?:([~|^$*]?)=[\"']?([^\"'\[\]]*)[\"']?)?\]")
_COMBINATOR = re.compile(r"[\s>+~]")
_ALTERNATIVES = re.compile(r":(?:is|where)\(([^()]*)\)", re.IGNORECASE)
_WIDTH = re.compile(r"\(min-width:\s*([\d.]{1,12})(px|em|rem)\)")
_IMPORT = re.compile(r"@import\s+(?:url\(\s*)?[\"']?([^\"')\s;]{1,500})", re.IGNORECASE)
_USUAL = 1024.0  # pixels that a screen is wide
_EM = 16.0  # pixels
_AROUND = 8  # elements around another that a selector names
_NESTED = 8  # rules inside each other
_MOST = 50  # selectors of a rule


class _Compound(NamedTuple):
    """What a selector says of one element."""

    tag: str
    id: str
    classes: frozenset[str]
    attributes: tuple[tuple[str, str, str], ...]  # name, how it is compared, value

    @classmethod
    def of(cls, text: str) -> _Compound:
        """Return what *text* says, such as ``p.lead``."""
        names = _NAME.findall(_ATTRIBUTE.sub("", text))
        tag = "".join(name.lower() for sign, name in names if not sign)
        ids = [name for sign, name in names if sign == "#"]
        classes = frozenset(name for sign, name in names if sign == ".")
        attributes = tuple(
            (
                found[1].lower(),
                (found[2] or "") + "=" if found[3] is not None else "",
                found[3] or "",
            )
            for found in _ATTRIBUTE.finditer(text)
        )
        return cls(tag, ids[0] if ids else "", classes, attributes)

    def fits(self, element: Any) -> bool:
        """Return whether *element* is one of those meant."""
        if self.tag not in ("", element.tag) or self.id not in ("", element.get("id")):
            return False
        if self.classes and not self.classes.issubset(element.get("class", "").split()):
            return False
        return all(_has(element.get(name), how, value) for name, how, value in self.attributes)


def _has(said: str | None, how: str, value: str) -> bool:
    """Return whether an attribute, None if it is not there, is as a selector wants it."""
    if said is None or not how:
        return said is not None
    if how == "~=":
        return value in said.split()
    if how == "|=":
        return said == value or said.startswith(f"{value}-")
    if how == "=":
        return said == value
    compared = {"^=": said.startswith, "$=": said.endswith, "*=": said.__contains__}[how]
    return bool(value) and compared(value)


class Selector(NamedTuple):
    """Which elements a rule is for; ``within`` are the elements around, from the inside."""

    last: _Compound
    within: tuple[_Compound, ...]

    @property
    def key(self) -> str:
        """The id, class or attribute that elements must have, "" if only their tag is named."""
        last = self.last
        if last.id:
            return f"#{last.id}"
        if last.classes:
            return f".{min(last.classes)}"
        return f"[{last.attributes[0][0]}" if last.attributes else ""

    @property
    def weight(self) -> tuple[int, int, int]:
        """The ids, classes and tags it names; of two rules the weightier one wins."""
        parts = (self.last, *self.within)
        return (
            sum(bool(part.id) for part in parts),
            sum(len(part.classes) + len(part.attributes) for part in parts),
            sum(bool(part.tag) for part in parts),
        )

    def fits(self, element: Any) -> bool:
        """Return whether *element* is one of those meant."""
        if not self.last.fits(element):
            return False
        around = element.iterancestors() if self.within else ()
        return all(any(own.fits(each) for each in around) for own in self.within)


def selector_of(text: str) -> Selector | None:
    """Return the selector *text*; None if it says more than tags, classes, ids and attributes.

    >>> selector_of("p > .lead").key, selector_of("[data-x='1']").key, selector_of("a:hover")
    ('.lead', '[data-x', None)
    """
    parts = text.replace(">", " ").split()
    if not parts or not all(map(_SIMPLE.fullmatch, parts)):
        return None
    last, *within = (_Compound.of(part) for part in reversed(parts))
    return Selector(last, tuple(within[:_AROUND]))


def names_in_last(text: str) -> tuple[list[str], bool]:
    """Return the classes and ids of a selector's last part, and whether it says more than that.

    >>> names_in_last(".loaded .fade:not(.x)"), names_in_last(".fade")
    ((['.fade', '.x'], True), (['.fade'], False))
    """
    last = _COMBINATOR.split(text)[-1]
    names = [sign + name for sign, name in _NAME.findall(last) if sign]
    return names, len(names) > 1 or last != text or ":" in last


def weighed_declarations(style: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the properties in *style*, and those marked as important, in lower case.

    >>> weighed_declarations("Display: NONE !important; color:#FFF")
    ({'color': '#fff'}, {'display': 'none'})
    """
    normal: dict[str, str] = {}
    important: dict[str, str] = {}
    for each in style.lower().split(";"):
        name, colon, value = each.partition(":")
        if not colon:
            continue
        plain = value.replace("!important", "").replace("! important", "")
        (normal if plain == value else important)[name.strip()] = plain.strip()
    return normal, important


class Rule(NamedTuple):
    """A rule of a style sheet: its selector as written and as read, and its properties."""

    text: str
    selector: Selector | None
    normal: dict[str, str]
    important: dict[str, str]


class Sheet(NamedTuple):
    """A style sheet: its name, the addresses of those that it begins with, and its rules."""

    name: str
    imported: list[str]
    rules: list[Rule]

    @classmethod
    def of(cls, name: str, text: str) -> Sheet:
        """Return the sheet of this name and text."""
        imported = _IMPORT.findall(text)[:_MOST] if "@import" in text.lower() else []
        rules = [
            Rule(selector, selector_of(selector), *weighed_declarations(said))
            for selector, said in rules_of(text)
        ]
        return cls(name, imported, rules)


def rules_of(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield selector and declarations of each rule in *sheet* that holds on a usual screen.

    >>> list(rules_of("@charset 'x'; .a, b { top: 0; .c { top: 1px } } @media print { .d {} }"))
    [('.a .c', ' top: 1px '), ('b .c', ' top: 1px '), ('.a', ' top: 0; '), ('b', ' top: 0; ')]
    """
    head, *others = sheet.split("/*")
    plain = head + "".join(part.partition("*/")[2] for part in others)
    # What is open: its selectors, none where it does not count, and the declarations so far.
    within: list[tuple[list[str], list[str]]] = []
    said = ""
    for piece in re.split(r"([{}])", plain):
        if piece == "{":
            before, semicolon, prelude = said.rpartition(";")
            around = within[-1][0] if within else [""]
            if within:
                within[-1][1].append(before + semicolon)
            found = _inside(prelude.strip(), around) if len(within) < _NESTED else []
            within.append((found, []))
        elif piece == "}" and within:
            selectors, parts = within.pop()
            text = "".join([*parts, said])
            if ":" in text:
                yield from ((selector, text) for selector in selectors if selector)
        said = piece if piece not in ("{", "}") else ""


def _inside(prelude: str, around: list[str]) -> list[str]:
    """Return the selectors of what begins with *prelude* inside rules with those *around*."""
    if not prelude.startswith("@"):
        own = _selectors(prelude)
        return [_nested(each, parent) for parent in around for each in own][:_MOST]
    name, _, condition = prelude.partition(" ")
    if name.lower().startswith("@media"):
        return around if holds_on_screen(prelude[len("@media") :]) else []
    if name.lower() == "@supports":
        return [] if condition.strip().lower().startswith("not") else around
    return around if name.lower() == "@layer" else []


def _nested(selector: str, parent: str) -> str:
    if "&" in selector:
        return selector.replace("&", parent, 1)
    return f"{parent} {selector}" if parent else selector


def _selectors(text: str) -> list[str]:
    """Return the selectors of a rule, one for each alternative inside them.

    >>> _selectors(".a, p:is(.b, .c) i")
    ['.a', 'p.b i', 'p.c i']
    """
    if "(" not in text:
        return [" ".join(part.split()) for part in text.split(",")][:_MOST]
    found: list[str] = []
    waiting = [" ".join(part.split()) for part in _parts(text)]
    while waiting and len(found) < _MOST:
        part = waiting.pop(0)
        choice = _ALTERNATIVES.search(part)
        if choice is None:
            found.append(part)
        elif len(waiting) < _MOST:
            head, tail = part[: choice.start()], part[choice.end() :]
            waiting[:0] = [f"{head}{each.strip()}{tail}" for each in choice[1].split(",")]
    return found


def _parts(text: str) -> Iterator[str]:
    """Yield what stands between the commas of *text* that are in no brackets."""
    depth, start = 0, 0
    for at, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth <= 0:
            yield text[start:at]
            start = at + 1
    yield text[start:]


def holds_on_screen(condition: str) -> bool:
    """Return whether a media query holds on a screen of usual width.

    >>> [holds_on_screen(each) for each in ("", "print", "screen and (min-width: 40em)")]
    [True, False, True]
    """
    return any(map(_query_holds, condition.lower().split(",")))


def _query_holds(query: str) -> bool:
    for part in query.split(" and "):
        plain = part.strip().removeprefix("only ").strip()
        width = _WIDTH.fullmatch(plain)
        if width is not None:
            try:
                wide = float(width[1]) * (1.0 if width[2] == "px" else _EM)
            except ValueError:
                return False
            if wide > _USUAL:
                return False
        elif plain not in ("", "all", "screen"):
            return False
    return True
