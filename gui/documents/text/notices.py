"""What the reviewer should know about a text and cannot see: it is counted, never mended silently.

Hidden characters, mixed scripts, and damage by a wrong encoding, which can be repaired on request.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

import regex

from ...messages import Message, counted
from ...messages.about_documents import AboutDocument
from ..document import Document, Notice
from .hidden_text import with_hidden_apart, with_marks

_EXAMPLES = 3  # words that a notice quotes
_LONG_WORD = 30  # characters of a word that a notice quotes
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
# Characters that make text appear in another order than it is stored, as in "Trojan Source" (2021).
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ZERO_WIDTH = regex.compile(
    "[\u200b\u2060-\u2064\u180e\U000e0000-\U000e007f]|(?<!^)\ufeff"
    # Joiners belong to Arabic, Indic scripts and emoji; soft hyphens are for line breaks.
    r"|(?<=[\p{Latin}\p{Cyrillic}\p{Greek}])[\u200c\u200d](?=[\p{Latin}\p{Cyrillic}\p{Greek}])"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
# Code of the notice, a pattern that must occur, what is counted, and its singular and plural.
_HIDDEN = (
    ("control", _CONTROL, _CONTROL, AboutDocument.CONTROL, AboutDocument.CONTROLS),
    (
        "surrogate",
        _SURROGATE,
        _SURROGATE,
        AboutDocument.HALF_CHARACTER,
        AboutDocument.HALF_CHARACTERS,
    ),
    (
        "direction",
        _DIRECTION,
        _DIRECTION,
        AboutDocument.DIRECTION,
        AboutDocument.DIRECTIONS,
    ),
    (
        "zero-width",
        re.compile("[\u200b-\u200d\u2060-\u2064\u180e\ufeff\U000e0000-\U000e007f]"),
        _ZERO_WIDTH,
        AboutDocument.ZERO_WIDTH,
        AboutDocument.ZERO_WIDTHS,
    ),
)
_LETTERS = regex.compile(r"\p{L}[\p{L}\p{M}\p{Cf}]*")
# Scripts that people write together (UTS #39 calls it "highly restrictive") count as one.
_SCRIPTS = MappingProxyType(
    {
        "Latin": regex.compile(r"\p{Latin}"),
        "Cyrillic": regex.compile(r"\p{Cyrillic}"),
        "Greek": regex.compile(r"\p{Greek}"),
        "Armenian": regex.compile(r"\p{Armenian}"),
        "Cherokee": regex.compile(r"\p{Cherokee}"),
        "Hebrew": regex.compile(r"\p{Hebrew}"),
        "Arabic": regex.compile(r"\p{Arabic}"),
        "East Asian": regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Bopomofo}]"),
    }
)
_WITHOUT_SPACES = ["Latin", "East Asian"]
# Latin letters that look like one of another script. Texts in any script have names and terms in
# Latin letters; a word of these alone may have been put for one that looks the same.
_LATIN_LOOKALIKES = MappingProxyType(
    {
        "Cyrillic": frozenset("aceijopsxyABCEHIJKMOPSTXY"),
        "Greek": frozenset("ouvxABEHIKMNOPTXYZ"),
        "Armenian": frozenset("hnouLOSU"),
        "Cherokee": frozenset("ABCDEGHIJKLMPRSTVWYZ"),
    }
)
_ROMAN_NUMERAL = re.compile("[IVXLCDM]{2,}|[IXM]")  # but C and the like may be words
# UTF-8 decoded as windows-1252 or windows-1251: cheap to search for; ftfy judges what is found.
_MOJIBAKE_LEAD = re.compile("[\u00c2-\u00c5\u00ce-\u00d1\u00d8\u00d9\u00e2\u00f0\u0420\u0421]")
_MAYBE_MOJIBAKE = re.compile(
    "[\u00c2-\u00c5\u00ce-\u00d1\u00d8\u00d9\u00e2\u00f0][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]"
    "|[\u0420\u0421][\u0402-\u040f\u0452-\u045f\u00a0-\u00bf\u2013-\u2122]"
)


def notices_of(text: str) -> tuple[Notice, ...]:
    """Return notices of what is unusual in *text*, in a fixed order."""
    return tuple(notice for notice in _found(text) if notice.count)


def _found(text: str) -> Iterator[Notice]:
    # Each character that occurs, once: for most texts no other search is needed.
    present = "".join(sorted(set(text)))
    for code, sign, pattern, one, many in _HIDDEN:
        places = [m.start() for m in pattern.finditer(text)] if sign.search(present) else []
        if places:
            line = text.count("\n", 0, places[0]) + 1
            clause = counted(one, many, len(places))
            message = Message(AboutDocument.FIRST_IN_LINE, clause=clause, line=line)
            yield Notice(code, message, len(places))
    if not present.isascii():
        yield from _scripts(text, present)
    if _MOJIBAKE_LEAD.search(present):
        yield _mojibake(text)


def _scripts(text: str, characters: str) -> Iterator[Notice]:
    r"""Count the words that mix scripts, and those of another script than most words have.

    Latin words in another text count if they look like words of that text.

    Here one letter is a Cyrillic *a*:

    >>> word = "p\u0430ypal"
    >>> [str(notice.message) for notice in _scripts(word, word)]
    ['1 word with letters of several scripts, such as pаypal.']
    """
    present = {name: p for name, p in _SCRIPTS.items() if p.search(characters)}
    if len(present) < 2:
        return
    mixed: Counter[str] = Counter()
    of: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in Counter(_LETTERS.findall(text)).items():
        scripts = ["Latin"] if word.isascii() else [n for n, p in present.items() if p.search(word)]
        if scripts == _WITHOUT_SPACES:
            scripts = scripts[1:]  # no space parts a name in Latin letters from what follows it
        if len(scripts) > 1:
            mixed[word] = count
        elif scripts:
            of[scripts[0]][word] = count
    named = list(mixed)[:_EXAMPLES]
    examples = ", ".join(word[:_LONG_WORD] for word in named)
    one, many = AboutDocument.MIXED_WORD, AboutDocument.MIXED_WORDS
    message = counted(one, many, mixed.total(), examples=examples)
    yield Notice("mixed-scripts", message, mixed.total())
    one, many = AboutDocument.OTHER_WORD, AboutDocument.OTHER_WORDS
    most, *others = sorted(of, key=lambda name: -of[name].total()) or [""]
    for name in others:
        words = of[name]
        if name == "Latin":
            alike = _LATIN_LOOKALIKES.get(most, frozenset())
            words = Counter({w: n for w, n in words.items() if _seems_of(w, alike)})
        count = words.total()
        yield Notice("other-script", counted(one, many, count, script=name), count)


def _seems_of(word: str, letters: frozenset[str]) -> bool:
    """Return whether a Latin word has only *letters* that look like those of another script."""
    return letters.issuperset(word) and not _ROMAN_NUMERAL.fullmatch(word)


def _mojibake(text: str) -> Notice:
    lines = [line for line in text.split("\n") if _MAYBE_MOJIBAKE.search(line)]
    if lines:
        # Imported here because few texts are damaged.
        from ftfy.badness import is_bad

        lines = [line for line in lines if is_bad(line)]
    message = counted(AboutDocument.DAMAGED_LINE, AboutDocument.DAMAGED_LINES, len(lines))
    return Notice("mojibake", message, len(lines))


def repaired(document: Document) -> Document:
    r"""Return *document* with text that a wrong encoding damaged repaired, as far as possible.

    This is a view for reading: offsets differ, and the file does not change. The new document
    says so in a notice with the code ``"repaired"``.

    >>> from .segmentation import read_text
    >>> repaired(read_text("It\u00e2\u20ac\u2122s late")).text
    'It’s late'
    """
    # Imported here because who only reads a file pays for neither.
    from ftfy import fix_encoding

    from .segmentation import read_text

    before = with_marks(document.text, document.hidden).split("\n")
    lines = [fix_encoding(line) if _MAYBE_MOJIBAKE.search(line) else line for line in before]
    count = sum(old != new for old, new in zip(before, lines, strict=True))
    message = counted(AboutDocument.REPAIRED_LINE, AboutDocument.REPAIRED_LINES, count)
    text, hidden = with_hidden_apart("\n".join(lines))
    found = read_text(
        text,
        name=document.name,
        encoding=document.encoding,
        sha256=document.sha256,
        format=document.format,
        notices=(Notice("repaired", message, count), *notices_of(text)),
        hidden=hidden,
    )
    return found if document.snapshot is None else replace(found, snapshot=document.snapshot)
