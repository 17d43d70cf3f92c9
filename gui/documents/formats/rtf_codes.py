"""The code pages and control words of RTF."""

from __future__ import annotations

import re
from types import MappingProxyType

CODE_PAGES = MappingProxyType(  # by the number of a font's character set
    {2: "symbol", 77: "mac_roman", 78: "cp932", 79: "cp949", 80: "gb18030", 81: "cp950"}
    | {83: "cp1255", 84: "cp1256", 85: "mac_greek", 86: "mac_turkish", 88: "mac_latin2"}
    | {89: "mac_cyrillic", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030"}
    | {136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256"}
    | {186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850"}
)
_OTHERS = MappingProxyType(  # code pages that Python knows by another name
    {936: "gb18030", 10000: "mac_roman", 10001: "cp932", 10006: "mac_greek", 1361: "johab"}
    | {10007: "mac_cyrillic", 10029: "mac_latin2", 10081: "mac_turkish", 65001: "utf-8"}
)
_COLOURS = re.compile(r"\{\\colortbl\b([^{}]*)\}")
_CHANNEL = re.compile(r"\\(red|green|blue)([0-9]{1,9})")
TWO_BYTES = frozenset(("cp932", "cp949", "cp950", "gb18030", "johab"))
WHOLE_FILE = MappingProxyType({"mac": "mac_roman", "pc": "cp437", "pca": "cp850"})
SIGNS = MappingProxyType(  # what a control word stands for
    {"tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘"}
    | {"rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003"}
    | {"enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c"}
    | {"~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}"}
)
PARAGRAPH_ENDS = frozenset(("par", "sect", "page", "\n", "\r"))
SKIPPED = frozenset(
    "info stylesheet colortbl listtext pntext pict nonshppict shprslt sp tc tcn xe rxe txe "
    "nonesttables fldtype listtable listoverridetable revtbl filetbl template objdata objclass "
    "private1 mmathPict fldinst mtype mlimLoc mgrow msubHide msupHide "
    "mdegHide mpos mjc mbaseJc".split()
)
"""Destinations without text of the document, besides those that say so themselves by ``\\*``."""
KEPT = frozenset("shpinst do ud moMath moMathPara shpgrp".split())
"""Destinations with text in spite of their ``\\*``."""
BOXES = frozenset(("shptxt", "dptxbxtext"))
HEADS = frozenset("header headerl headerr headerf".split())
FEET = frozenset("footer footerl footerr footerf".split())


def code_page(number: int) -> str:
    """Return Python's name of the code page *number*; windows-1252 if it is unknown.

    >>> code_page(1251), code_page(10000), code_page(0)
    ('cp1251', 'mac_roman', 'cp1252')
    """
    name = _OTHERS.get(number, f"cp{number}")
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name


def colours(text: str) -> list[str | None]:
    r"""Return the colours of an RTF file by their numbers, as hex; None is the usual one.

    >>> colours(r"{\rtf1{\colortbl;\red255\green0\blue16;}}")
    [None, 'ff0010']
    """
    found = _COLOURS.search(text)
    if found is None:
        return []
    table: list[str | None] = []
    for entry in found[1].split(";")[:-1]:
        parts = dict(_CHANNEL.findall(entry))
        values = [min(int(parts.get(name, "0")), 255) for name in ("red", "green", "blue")]
        table.append(bytes(values).hex() if parts else None)
    return table


def is_lead(byte: int, encoding: str) -> bool:
    """Return whether *byte* is the first of two that make a character.

    >>> is_lead(0x83, "cp932"), is_lead(0xB1, "cp932"), is_lead(0x83, "cp1252")
    (True, False, False)
    """
    if encoding not in TWO_BYTES:
        return False
    if encoding == "cp932":
        return 0x81 <= byte <= 0x9F or 0xE0 <= byte <= 0xFC
    return 0x81 <= byte <= 0xFE
