"""Equations of Word files as a line of text, as people type them."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
EQUATION = f"{_MATH}oMath"
_RAISED = MappingProxyType(dict(zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True)))
_LOWERED = MappingProxyType(dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True)))
_SIMPLE = 1  # characters that need no brackets


def equation_text(element: Any) -> str:
    r"""Return the text of an equation, the element ``m:oMath``.

    >>> from lxml import etree
    >>> m = "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
    >>> part = "<m:{0}><m:r><m:t>{1}</m:t></m:r></m:{0}>"
    >>> inside = "<m:sSup>" + part.format("e", "c") + part.format("sup", "2") + "</m:sSup>"
    >>> equation_text(etree.fromstring(f"<m:oMath {m}>{inside}</m:oMath>"))
    'c²'
    """
    return "".join(map(_said, element))


def _said(element: Any) -> str:
    kind = element.tag.removeprefix(_MATH) if isinstance(element.tag, str) else ""
    if kind == "t" or (isinstance(element.tag, str) and element.tag.endswith("}t")):
        return element.text or ""
    if kind.endswith("Pr") or element.tag.__class__ is not str or element.tag.endswith("}del"):
        return ""
    if kind in _BUILT:
        return _BUILT[kind](element)
    return equation_text(element)


def _part(element: Any, name: str) -> str:
    found = element.find(f"{_MATH}{name}")
    return "" if found is None else equation_text(found)


def _sign(element: Any, properties: str, name: str, usual: str) -> str:
    found = element.find(f"{_MATH}{properties}/{_MATH}{name}")
    return usual if found is None else found.get(f"{_MATH}val", usual)


def _grouped(text: str) -> str:
    return text if len(text) <= _SIMPLE or text.isalnum() else f"({text})"


def _raised(text: str) -> str:
    if text and all(c in _RAISED for c in text):
        return "".join(_RAISED[c] for c in text)
    return f"^{_grouped(text)}" if text else ""


def _lowered(text: str) -> str:
    if text and all(c in _LOWERED for c in text):
        return "".join(_LOWERED[c] for c in text)
    return f"_{_grouped(text)}" if text else ""


def _fraction(element: Any) -> str:
    return f"{_grouped(_part(element, 'num'))}/{_grouped(_part(element, 'den'))}"


def _scripts(element: Any) -> str:
    below, above = _lowered(_part(element, "sub")), _raised(_part(element, "sup"))
    return f"{_part(element, 'e')}{below}{above}"


def _root(element: Any) -> str:
    degree = _raised(_part(element, "deg"))
    return f"{degree}√{_grouped(_part(element, 'e'))}"


def _sum(element: Any) -> str:
    sign = _sign(element, "naryPr", "chr", "∫")
    return f"{sign}{_lowered(_part(element, 'sub'))}{_raised(_part(element, 'sup'))} " + _part(
        element, "e"
    )


def _bracketed(element: Any) -> str:
    between = _sign(element, "dPr", "sepChr", "|")
    inside = between.join(map(equation_text, element.findall(f"{_MATH}e")))
    return f"{_sign(element, 'dPr', 'begChr', '(')}{inside}{_sign(element, 'dPr', 'endChr', ')')}"


def _limited(element: Any) -> str:
    return f"{_part(element, 'e')}{_lowered(_part(element, 'lim'))}"


def _function(element: Any) -> str:
    return f"{_part(element, 'fName')} {_part(element, 'e')}"


_BUILT = MappingProxyType(
    {"f": _fraction, "sSup": _scripts, "sSub": _scripts, "sSubSup": _scripts, "sPre": _scripts}
    | {"rad": _root, "nary": _sum, "d": _bracketed, "limLow": _limited, "func": _function}
)
