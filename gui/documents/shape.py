"""What a section looks like from outside: a headline, a date line, names, a caption, prose.

Nothing here knows a word of any language but the marks that all share: stops, digits, capitals.
"""

from __future__ import annotations

import regex

# (?r) searches from the end, where the answer is.
_STOP = regex.compile(r"(?r)[.\u2026\u3002\uff61\u06d4\u0964\u1362][\p{P}\s]*$")
_ANY_STOP = regex.compile(
    r"(?r)[.!?\u2026\u3002\uff01\uff1f\uff61\u061f\u06d4\u0964\u1362][\p{P}\s]*$"
)
_INNER_STOP = regex.compile(r"[\p{Ll}\p{N})\u201d\u2019\"]\.\s+[\p{Lu}(\u00a9]|[\u3002]\s*\S")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]++(?:[.'\u2019-][\p{L}\p{M}\p{N}]++)*+")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}]")
_CREDIT = regex.compile(
    r"(?r)"
    r"\([^()]{3,60}\)$"  # (Photo by Ann Lee)
    r"|\p{Lu}[\p{L}.]+ ?/ ?\p{Lu}[\p{L}. ]{1,40}$"  # Agency/Ann Lee
    r"|(?:^|[.!?] )[\p{L} ]{3,20}: ?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3}$"  # Photo: Ann Lee
    r"|\u00a9 ?\S.{1,40}$"
)
_LETTERS = r"[\p{L}\p{M}]"
_RUN = rf"(?<!{_LETTERS}){_LETTERS}"  # no letter goes before: a long word is read once only
_DATES = regex.compile(
    r"\d{1,4}([./-])\d{1,2}\1\d{1,4}"
    r"|\d{2,4} ?[\u5e74\ub144] ?\d{1,2} ?[\u6708\uc6d4](?: ?\d{1,2} ?[\u65e5\uc77c])?"
    rf"|\d{{1,2}}(?:\.|{_LETTERS}{{1,2}}|\u00ba)? (?:{_LETTERS}{{1,3}} )?"
    rf"{_LETTERS}{{3,}}+\.?,?(?: {_LETTERS}{{1,3}})? \d{{4}}"
    rf"|{_RUN}{{3,}}+\.? \d{{1,2}}(?:{_LETTERS}{{2}})?,? \d{{4}}"
    rf"|{_RUN}{{3,}}+,? \d{{1,2}}\.? {_LETTERS}{{3,}}+(?=,? \d{{1,2}}:\d\d)"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?: ?[apAP]\.?[mM]\.?)?"
)
_NUMBER = r"(?:[12]?\d|3[01])"
_DAY = regex.compile(
    r"(?:[^\d:]{1,25}: )?"
    rf"(?:(?:{_LETTERS}{{2,}},? )?{_NUMBER}(?:\.|{_LETTERS}{{2}})?"
    rf" (?:{_LETTERS}{{1,3}} )?{_LETTERS}{{3,}}"
    rf"|(?:{_LETTERS}{{2,}},? )?{_LETTERS}{{3,}} {_NUMBER}(?:{_LETTERS}{{2}})?)"
)
_TIME = regex.compile(r"(?<![, ])[, ]*+\d{1,2}[:.]\d\d(?: ?[apAP]\.?[mM]\.?)?$")
_NAME_ENDS = regex.compile(r"(?<!\s)\s++(?:[,|;\u2022\u00b7]|[-\u2013\u2014/]\s)|[,|;\u2022\u00b7]")
_SEPARATOR = regex.compile(r"(?<!\p{N})\s?[|\u203a\u00bb>\u2022\u00b7]\s?")
_ENOUGH = 600  # characters; no line is longer, and a paragraph is known by its beginning
_PARAGRAPH = 300  # characters; longer than 25 words
_END = 40  # characters; stops and closing quotation marks stand in the last few


def word_count(text: str) -> int:
    """Return roughly how many words *text* has; in scripts without spaces two letters are one.

    Counting stops after some hundred words: only short texts need an answer that is right.
    """
    words = _WORD.findall(text, 0, _ENOUGH)
    if _UNSPACED.search(text, 0, _ENOUGH) is None:
        return len(words)
    return sum(max(1, len(w) // 2) if _UNSPACED.search(w) else 1 for w in words)


def is_prose(text: str) -> bool:
    """Return whether *text* is written as sentences.

    >>> is_prose("The talks went on until midnight."), is_prose("Talks go on past midnight")
    (True, False)
    """
    if _ends(_STOP, text):
        return is_long(text) or word_count(text) >= 6
    return _ends(_ANY_STOP, text) and (is_long(text) or word_count(text) >= 15)


def is_long(text: str) -> bool:
    """Return whether *text* is as long as a paragraph, longer than any headline or line."""
    return len(text) > _PARAGRAPH or word_count(text) >= 25


def is_headline(text: str) -> bool:
    """Return whether *text* may be a headline: one short line that is no sentence with a stop.

    >>> is_headline("Ferry returns after a long winter"), is_headline("It returned on Monday.")
    (True, False)
    """
    return (
        2 <= word_count(text) <= 30
        and text.count("\n") < 3
        and not _ends(_STOP, text)
        and not is_caption(text)
        and not is_menu(text)
    )


def without_date(text: str) -> str | None:
    """Return what a date line says besides its date and time, or None where it is no date line.

    Dates of any language count: numbers beside a word and a year, numbers with points or
    strokes between, or years, months and days as East Asia writes them.

    >>> without_date("Published 14 de septiembre de 2023, 18:01")
    'Published'
    >>> without_date("The mayor on Sept. 14, 2023. Photo by the town") is None
    True
    """
    if len(text) > 200:
        return None
    line = " ".join(text.split())
    rest = _DATES.sub(" ", line)
    seen = len(line.replace(" ", ""))
    if seen - len(rest.replace(" ", "")) < 0.4 * seen:
        return None
    return " ".join(rest.split()).strip(" ,;:|/-\u2013\u2014\u00b7\u2022")


def without_day(text: str) -> str | None:
    """Return what a line says besides a date without a year, or None where it has none.

    Some headlines have the shape of such a date.

    >>> [without_day(line) for line in ("Updated: 2 December, 06:40", "Friday 32 January")]
    ['', None]
    >>> without_day("Thursday 30 January | Courts")
    'Courts'
    """
    line = " ".join(text.split())
    if len(line) > 80:
        return None
    pieces = [piece for piece in _NAME_ENDS.split(_TIME.sub("", line)) if piece]
    rest = [piece.strip() for piece in pieces if _DAY.fullmatch(piece.strip()) is None]
    if _DAY.fullmatch(" ".join(pieces)) is not None:
        return ""
    return ", ".join(rest) if len(rest) < len(pieces) else None


def is_menu(text: str) -> bool:
    """Return whether *text* is a line of short entries, as menus and trails of a site are.

    >>> is_menu("Home \u203a Local \u203a Culture"), is_menu("Ferry returns | Harbour Post")
    (True, False)
    """
    return len(text) < 200 and len(_SEPARATOR.findall(text)) >= 2 and word_count(text) <= 25


def is_name_line(text: str) -> bool:
    """Return whether *text* is one short line of names, perhaps with a word such as *by* before.

    What follows a comma may say who that is.

    >>> lines = ("By Ann Lee, port reporter", "von Ann Lee und Bo Ek", "From our reporter Bo Ek")
    >>> [is_name_line(line) for line in (*lines, "Source link")]
    [True, True, True, False]
    """
    line = text.strip()
    if len(line) > 160 or word_count(line) > 12 or is_menu(line) or any(c.isdigit() for c in line):
        return False
    line = _NAME_ENDS.split(line, maxsplit=1)[0]
    words = _WORD.findall(line)
    if "\n" in text.strip() or not 2 <= len(words) <= 8:
        return False
    if _ends(_ANY_STOP, line):
        return False
    cased = [w for w in words if w[0].isupper() or w[0].islower()]
    if not cased:
        return len(line) <= 20 and ":" not in line
    capitals = [w for w in cased if w[0].isupper()]
    small = [w for w in cased if w[0].islower()]
    if len(capitals) < 2 or (len(small) > 1 and not words[-1][0].isupper()):
        return False
    return len(small) <= 2 or all(len(w) <= 3 for w in small)


def bare_name(text: str) -> str:
    """Return the name of a name line, folded, without a short word before it.

    >>> bare_name("By Ann Lee, port reporter")
    'ann lee'
    """
    words = _WORD.findall(_NAME_ENDS.split(text.strip(), maxsplit=1)[0])
    if len(words) > 2 and len(words[0]) <= 3:
        words = words[1:]
    return " ".join(words).casefold()


def is_caption(text: str) -> bool:
    """Return whether *text* has the shape of a caption: a sentence, then a credit without a stop.

    >>> is_caption("The mayor on Sept. 14, 2023. Town Photo")
    True
    >>> is_caption("The mayor spoke on Monday.")
    False
    """
    if len(text) > _ENOUGH or _ends(_STOP, text.rstrip(") ")):
        return False
    line = " ".join(text.split())
    if not 3 <= word_count(line) <= 60:
        return False
    return _INNER_STOP.search(line) is not None or _CREDIT.search(line) is not None


def _ends(pattern: regex.Pattern[str], text: str) -> bool:
    return pattern.search(text, max(0, len(text) - _END)) is not None
