"""What a paragraph may be by its shape: prose, headline, date, names, a menu or a caption.

What counts is how long it is, whether it ends like a sentence, and whether it is mostly a date or
names: marks that all languages share, stops, digits and capitals. Where words say better what a
line is, ``furniture_words`` is asked.
"""

from __future__ import annotations

import unicodedata
from itertools import islice, pairwise

import regex

from ...documents.text.line_ends import FULL_STOPS, SENTENCE_ENDS
from ...lexicon.grammar import word_classes
from .furniture_words import (
    WORD,
    begins_with_stamp,
    has_no_name,
    is_particle,
    is_site_line,
    is_stamp,
    may_be_month,
    pieces_of,
    says_author,
    says_newsroom,
)

_PARAGRAPH = 25  # words; no headline has so many, nor any other line of the furniture
_LINE = 12  # words of a line of names or of a date at most
_CAPTION = 60  # words at most
_INNER_STOP = regex.compile(r"[\p{Ll}\p{N})\u201d\u2019\"]\.\s+[\p{Lu}(\u00a9]|[\u3002]\s*\S")
_WORD = regex.compile(WORD)
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}]"
_WORD_OR_TWO_LETTERS = regex.compile(rf"{_UNSPACED}{{1,2}}|{WORD}")
_CREDIT = regex.compile(
    r"(?r)"  # from the end, where the answer is
    r"\([^()]{3,60}\)$"  # (Photo by Ann Lee)
    r"|\p{Lu}[\p{L}.]+ ?/ ?\p{Lu}[\p{L}. ]{1,40}$"  # Agency/Ann Lee
    r"|(?:^|[.!?] )[\p{L} ]{3,20}: ?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3}$"  # Photo: Ann Lee
    r"|\u00a9 ?\S.{1,40}$"
)
_LETTERS = r"[\p{L}\p{M}]"
_RUN = rf"(?<!{_LETTERS}){_LETTERS}"  # after no letter, so that a long word is tried once only
_DATES = regex.compile(
    r"\d{1,4}([./-])\d{1,2}\1\d{1,4}"
    rf"|\d{{1,2}}-({_LETTERS}{{3,}}+)-\d{{4}}"
    r"|\d{2,4} ?[\u5e74\ub144] ?\d{1,2} ?[\u6708\uc6d4](?: ?\d{1,2} ?[\u65e5\uc77c])?"
    rf"|\d{{1,2}}(?:\.|{_LETTERS}{{1,2}}|\u00ba)? (?:{_LETTERS}{{1,3}} )?"
    rf"{_LETTERS}{{3,}}+\.?,?(?: {_LETTERS}{{1,3}})? \d{{4}}"
    rf"|{_RUN}{{3,}}+\.? \d{{1,2}}(?:{_LETTERS}{{2}})?,? \d{{4}}"
    rf"|{_RUN}{{3,}}+,? \d{{1,2}}\.? ({_LETTERS}{{3,}}+)(?=,? \d{{1,2}}:\d\d)"
)
_CLOCK = regex.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?: ?[apAP]\.?[mM]\.?)?")
_NUMBER = r"(?:[12]?\d|3[01])"
_DAY = regex.compile(
    r"(?:[^\d:]{1,25}: )?"
    rf"(?:(?:{_LETTERS}{{2,}},? )?{_NUMBER}(?:\.|{_LETTERS}{{2}})?"
    rf" (?:{_LETTERS}{{1,3}} )?({_LETTERS}{{3,}})\.?"
    rf"|(?:{_LETTERS}{{2,}},? )?({_LETTERS}{{3,}}) {_NUMBER}(?:{_LETTERS}{{2}})?)"
)
_TIME = regex.compile(r"(?<![, ])[, ]*+\d{1,2}[:.]\d\d(?: ?[apAP]\.?[mM]\.?)?$")
_NAME_ENDS = regex.compile(r"(?<!\s)\s++(?:[,|;\u2022\u00b7]|[-\u2013\u2014/]\s)|[,|;\u2022\u00b7]")
ITEM = regex.compile(r"^(?:[-*\u2022\u2013]|\d{1,2}[.)]) ")
"""What an item of a list begins with."""
_SEPARATOR = regex.compile(r"(?<!\p{N})\s?[|\u203a\u00bb>\u2022\u00b7]\s?")


def has_words(text: str, least: int) -> bool:
    """Return whether *text* has *least* words; in scripts without spaces two letters are one.

    >>> has_words("Talks go on", 3), has_words("Talks go on", 4), has_words("\u8239\u6b78\u6e2f", 2)
    (True, False, True)
    """
    # Whatever begins with a letter behind white space has one: most texts are told by that.
    if sum([piece[0].isalpha() for piece in text.split(None, least)]) >= least:
        return True
    words = _WORD_OR_TWO_LETTERS.finditer(text)
    return next(islice(words, least - 1, None), None) is not None


def is_prose(text: str) -> bool:
    """Return whether *text* is written as sentences.

    A question or exclamation mark tells it of longer texts only: headlines end with one, too.

    >>> is_prose("The talks went on until midnight."), is_prose("Talks go on past midnight")
    (True, False)
    """
    if not ends_with(FULL_STOPS, text):
        return ends_with(SENTENCE_ENDS, text) and has_words(text, 15)
    return has_words(text, 6)


def is_long(text: str) -> bool:
    """Return whether *text* is as long as a paragraph, longer than any headline or line."""
    return has_words(text, _PARAGRAPH)


def is_headline(text: str) -> bool:
    """Return whether *text* may be a headline: a short line, but no sentence with a full stop.

    >>> is_headline("Ferry returns after a long winter"), is_headline("It returned on Monday.")
    (True, False)
    """
    return (
        has_words(text, 2)
        and not is_long(text)
        and text.count("\n") < 3
        and not ends_with(FULL_STOPS, text)
        and not is_caption(text)
        and not is_menu(text)
    )


def without_date(text: str) -> str | None:
    """Return what a date line says besides its date and time, or None if it is no date line.

    Dates of any language count: a number beside a word and a year, numbers with dots, slashes or
    hyphens between them, and years, months and days as East Asia writes them.

    >>> without_date("Published 14 de septiembre de 2023, 18:01")
    'Published'
    >>> without_date("The mayor on Sept. 14, 2023. Photo by the town") is None
    True
    """
    if is_long(text):
        return None
    line = " ".join(text.split())
    rest = _DATES.sub(
        lambda found: " " if may_be_month(found[2] or found[3] or "") else found[0], line
    )
    if rest == line:
        return "" if is_stamp(line) else None
    rest = _CLOCK.sub(" ", rest)
    seen = len(line.replace(" ", ""))
    is_little = seen - len(rest.replace(" ", "")) < 0.4 * seen
    if is_little and (has_words(line, _LINE + 1) or not begins_with_stamp(line)):
        return None
    return " ".join(rest.split()).strip(" ,;:|/-\u2013\u2014\u00b7\u2022")


def without_day(text: str) -> str | None:
    """Return what a line says besides a date without a year, or None if it has no such date.

    Some headlines have the shape of such a date.

    >>> [without_day(line) for line in ("Updated: 2 December, 06:40", "Friday 32 January")]
    ['', None]
    >>> without_day("Thursday 30 January | Courts")
    'Courts'
    """
    if has_words(text, _LINE + 1):
        return None
    line = " ".join(text.split())
    pieces = [piece for piece in _NAME_ENDS.split(_TIME.sub("", line)) if piece]
    rest = [piece.strip() for piece in pieces if not is_day(piece)]
    if is_day(" ".join(pieces)):
        return ""
    return ", ".join(rest) if len(rest) < len(pieces) else None


def is_day(piece: str) -> bool:
    """Return whether *piece* is a day of a month, or says how long ago something was.

    >>> [is_day(piece) for piece in ("Thursday 30 January", "3 hours ago", "Baking: 40 minutes")]
    [True, True, False]
    """
    found = _DAY.fullmatch(piece.strip())
    return may_be_month(found[1] or found[2]) if found else is_stamp(piece)


def is_menu(text: str) -> bool:
    """Return whether *text* is a line of short entries, as the menus and trails of a site are.

    >>> is_menu("Home \u203a Local \u203a Culture"), is_menu("Ferry returns | Harbour Post")
    (True, False)
    """
    return not is_long(text) and len(_SEPARATOR.findall(text)) >= 2


def is_trail(text: str) -> bool:
    """Return whether a line has a bar or arrow between pieces of a word or two.

    >>> is_trail("Home \u203a Local news"), is_trail("Ferry returns to quay | Harbour Post")
    (True, False)
    """
    is_short = not any(has_words(piece, 3) for piece in pieces_of(text))
    return is_short and _SEPARATOR.search(text) is not None


def is_name_line(text: str) -> bool:
    """Return whether *text* is a short line of names, perhaps after a word such as *by*.

    What follows a comma may say who that is, but not what they do. Two words of a name stand side
    by side, or with a particle between them, and no long word stands behind them but other names:
    *Storm in Pell* and *Pell Bridge reopens* are none.

    >>> lines = ("By Ann Lee, port reporter", "von Ann Lee und Bo Ek", "From our reporter Bo Ek")
    >>> [is_name_line(line) for line in (*lines, "Source link", "Related Stories")]
    [True, True, True, False, False]
    """
    line = text.strip()
    if is_site_line(line) or (has_no_name(line) and not says_author(line)):
        return False
    if has_words(line, _LINE + 1) or is_menu(line) or any(c.isdigit() for c in line):
        return False
    if says_newsroom(line):
        return True
    line, *role = _NAME_ENDS.split(line, maxsplit=1)
    if any(
        word_classes("English")(w.casefold()) == "auxiliary" for w in _WORD.findall(" ".join(role))
    ):
        return False
    words = _WORD.findall(line)
    if "\n" in text.strip() or not 2 <= len(words) <= 8:
        return False
    if ends_with(SENTENCE_ENDS, line):
        return False
    cased = [w for w in words if w[0].isupper() or w[0].islower()]
    if not cased:
        return len(line) <= 20 and ":" not in line
    small = [w for w in cased if w[0].islower()]
    if len(small) > 1 and not words[-1][0].isupper():
        return False
    parts = [w for w in cased if not is_particle(w)]
    names = [n for n, own in enumerate(pairwise(parts)) if all(w[0].isupper() for w in own)]
    behind = small if len(small) > 2 else parts[names[0] :] if names else []
    return bool(names) and all(w[0].isupper() or len(w) <= 3 for w in behind)


def bare_name(text: str) -> str:
    """Return the name in a line of names, case-folded, without a short word before it.

    >>> bare_name("By Ann Lee, port reporter")
    'ann lee'
    """
    words = _WORD.findall(_NAME_ENDS.split(text.strip(), maxsplit=1)[0])
    if len(words) > 2 and len(words[0]) <= 3:
        words = words[1:]
    return " ".join(words).casefold()


def is_caption(text: str) -> bool:
    """Return whether *text* has the shape of a caption: a sentence, and a credit without a stop.

    >>> is_caption("The mayor on Sept. 14, 2023. Town Photo")
    True
    >>> is_caption("The mayor spoke on Monday.")
    False
    """
    if ends_with(FULL_STOPS, text) or not has_words(text, 3) or has_words(text, _CAPTION + 1):
        return False
    line = ITEM.sub("", " ".join(text.split()), count=1)
    return _INNER_STOP.search(line) is not None or _CREDIT.search(line) is not None


def ends_with(stops: str, text: str) -> bool:
    """Return whether *text* ends with one of *stops*, perhaps with closing marks behind it.

    >>> ends_with(".", 'He said: "It is late."'), ends_with(".", "No. 10")
    (True, False)
    """
    for sign in reversed(text):
        if sign in stops:
            return True
        if not (sign.isspace() or unicodedata.category(sign).startswith("P")):
            return False
    return False
