"""What a section looks like from outside: a headline, a date line, names, a caption, prose.

Nothing here knows a word of any language but the marks that all share: stops, digits, capitals.
"""

from __future__ import annotations

import regex

_STOP = regex.compile(r"[.\u2026\u3002\uff61\u06d4\u0964\u1362][\p{P}\s]*$")
_ANY_STOP = regex.compile(r"[.!?\u2026\u3002\uff01\uff1f\uff61\u061f\u06d4\u0964\u1362][\p{P}\s]*$")
_INNER_STOP = regex.compile(r"[\p{Ll}\p{N})\u201d\u2019\"][.!?]\s+[\p{Lu}(\u00a9]|[\u3002]\s*\S")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:[.'\u2019-][\p{L}\p{M}\p{N}]+)*")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}]")
_SITE = regex.compile(r"\u00a9|https?://|www\.|\S@\S|\(c\)", regex.IGNORECASE)
_CREDIT = regex.compile(
    r"\([^()]{3,60}\)$"  # (Photo by Ann Lee)
    r"|\p{Lu}[\p{L}.]+ ?/ ?\p{Lu}[\p{L}. ]{1,40}$"  # Agency/Ann Lee
    r"|(?:^|[.!?] )[\p{L} ]{3,20}: ?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3}$"  # Photo: Ann Lee
    r"|\u00a9 ?\S.{1,40}$"
)
_LETTERS = r"[\p{L}\p{M}]"
_DATES = regex.compile(
    r"\d{1,4}([./-])\d{1,2}\1\d{1,4}"
    r"|\d{2,4} ?[\u5e74\ub144] ?\d{1,2} ?[\u6708\uc6d4](?: ?\d{1,2} ?[\u65e5\uc77c])?"
    rf"|\d{{1,2}}(?:\.|{_LETTERS}{{1,2}}|\u00ba)? (?:{_LETTERS}{{1,3}} )?"
    rf"{_LETTERS}{{3,}}\.?,?(?: {_LETTERS}{{1,3}})? \d{{4}}"
    rf"|{_LETTERS}{{3,}}\.? \d{{1,2}}(?:{_LETTERS}{{2}})?,? \d{{4}}"
    rf"|^{_LETTERS}{{3,}},? \d{{1,2}}\.? {_LETTERS}{{3,}}$"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?: ?[apAP]\.?[mM]\.?)?"
)


def word_count(text: str) -> int:
    """Return roughly how many words *text* has; in scripts without spaces two letters are one."""
    words = _WORD.findall(text)
    return sum(max(1, len(w) // 2) if _UNSPACED.search(w) else 1 for w in words)


def is_prose(text: str) -> bool:
    """Return whether *text* is written as sentences.

    >>> is_prose("The talks went on until midnight."), is_prose("Talks go on past midnight")
    (True, False)
    """
    words = word_count(text)
    return (words >= 6 and _STOP.search(text) is not None) or (
        words >= 15 and _ANY_STOP.search(text) is not None
    )


def is_headline(text: str) -> bool:
    """Return whether *text* may be a headline: one short line that is no sentence with a stop.

    >>> is_headline("Ferry returns after a long winter"), is_headline("It returned on Monday.")
    (True, False)
    """
    return (
        2 <= word_count(text) <= 30
        and text.count("\n") < 3
        and _STOP.search(text) is None
        and not is_caption(text)
    )


def without_date(text: str) -> str | None:
    """Return what a date line says besides its date and time, or None where it is no date line.

    Dates of any language count: numbers beside a word and a year, numbers with points or
    strokes between, or years, months and days as East Asia writes them.

    >>> without_date("Published 2 de febrero de 2025, 18:01")
    'Published'
    >>> without_date("The mayor on Jan. 31, 2025. Photo by the town") is None
    True
    """
    line = " ".join(text.split())
    if len(line) > 160:
        return None
    rest = _DATES.sub(" ", line)
    seen = len(line.replace(" ", ""))
    if seen - len(rest.replace(" ", "")) < 0.4 * seen:
        return None
    return " ".join(rest.split()).strip(" ,;:|/-\u2013\u2014\u00b7\u2022")


def is_name_line(text: str) -> bool:
    """Return whether *text* is one short line of names, perhaps with a word such as *by* before.

    >>> [is_name_line(line) for line in ("By Ann Lee", "von Ann Lee und Bo Ek", "Source link")]
    [True, True, False]
    """
    line = text.strip()
    words = _WORD.findall(line)
    if "\n" in line or not 2 <= len(words) <= 8 or any(c.isdigit() for c in line):
        return False
    if _ANY_STOP.search(line):
        return False
    cased = [w for w in words if w[0].isupper() or w[0].islower()]
    if not cased:
        return len(line) <= 20 and ":" not in line
    capitals = [w for w in cased if w[0].isupper()]
    small = [w for w in cased if w[0].islower()]
    return len(capitals) >= 2 and (len(small) <= 1 or all(len(w) <= 3 for w in small))


def bare_name(text: str) -> str:
    """Return the name of a name line, folded, without a short word before it.

    >>> bare_name("By Ann Lee")
    'ann lee'
    """
    words = _WORD.findall(text)
    if len(words) > 2 and len(words[0]) <= 3:
        words = words[1:]
    return " ".join(words).casefold()


def is_caption(text: str) -> bool:
    """Return whether *text* has the shape of a caption: a sentence, then a credit without a stop.

    >>> is_caption("The mayor on Jan. 31, 2025. Town Photo")
    True
    >>> is_caption("The mayor spoke on Monday.")
    False
    """
    line = " ".join(text.split())
    if not 3 <= word_count(line) <= 60 or _STOP.search(line.rstrip(")")):
        return False
    return _INNER_STOP.search(line) is not None or _CREDIT.search(line) is not None


def is_boilerplate(text: str) -> bool:
    r"""Return whether *text* speaks of a site: a copyright sign, an address, a mail address.

    >>> is_boilerplate("\u00a9 2025 The Harbour Post. All rights reserved.")
    True
    """
    return _SITE.search(text) is not None and word_count(text) <= 50
