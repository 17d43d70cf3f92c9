"""What lines around an article say by their words: a date, an author, or that they are the site's.

Shape alone takes ``Preparation: 20 minutes`` for a day, ``Related Stories`` for an author and the
name of a paper for a headline. The words are those of the languages that are written most, in
``resources/model/furniture_words.toml``; what a line in another language is, its shape must tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import Any

import regex

from ...resources import read_table

_LONGEST = 12  # words of a line of the site at most; more are a sentence
_NAME = 4  # words at most of a paper's name, without an article, and of that of a part of it
_SAID = 5  # letters at least of a word such as "published" or "Stand"; shorter ones are articles
_NUMBER = regex.compile(r"\d[\d.,]*k?")
_NUMBER_OR_TIME = regex.compile(r"\d+(?:[.h]\d+){0,2}(?:am|pm|h|st|nd|rd|th|er)?")
_CLOCK = regex.compile(r"\d(?::| ?h ?)\d\d|\d ?[ap]\.?m\b")
_DOTTED_CLOCK = regex.compile(r"\d\.[0-5]\d\b")
WORD = r"[\p{L}\p{M}\p{N}]++(?:[.'\u2019-][\p{L}\p{M}\p{N}]++)*+"
_WORD = regex.compile(rf"{WORD}|:")
_GLUED = regex.compile(r"(?<=\d)(?=[hdm]\b|\p{Han}|\p{Hangul})")  # 2h, of which the h is a unit
_PIECES = regex.compile(r"\s{2,}|[|\u203a\u00bb>\u2022\u00b7\n]|(?<=\s)[/\u2013\u2014-](?=\s)")
_OF_MONTHS_KNOWN = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}]")
_DOMAIN = regex.compile(r"(?:https?://)?[\p{L}\p{N}-]++(?:\.[\p{L}\p{N}-]++){0,3}\.\p{L}{2,}+/?")
_OWNED = regex.compile(r"(?i:copyright\b|\(c\) ?\d{4})|\u00a9")
_REACHED = regex.compile(r"https?://\S|\bwww\.\S|\S@[\p{L}\p{N}-]++\.\p{L}")


def may_be_month(word: str) -> bool:
    """Return whether *word* is a month, or of a script of whose months nothing is known.

    >>> [may_be_month(word) for word in ("März", "Sept.", "minutes", "\u0645\u0627\u0631\u0633")]
    [True, True, False, True]
    """
    return is_month(word) or not _OF_MONTHS_KNOWN.match(word)


def is_month(word: str) -> bool:
    """Return whether *word* is a month, or short for one.

    >>> [is_month(word) for word in ("März", "Sept.", "minutes")]
    [True, True, False]
    """
    return word.casefold().rstrip(".") in _words("months")


def is_stamp(text: str) -> bool:
    """Return whether *text* says nothing but when: a time of day, or how long ago it was.

    >>> [is_stamp(line) for line in ("Updated 3 hours ago", "Publié à 18:01", "Today, 14:30")]
    [True, True, True]
    >>> is_stamp("Publié le 14 mars à 18h01"), is_stamp("Le 14 juillet")
    (True, False)
    >>> [is_stamp(line) for line in ("Baking 14:30", "20 minutes", "Yesterday", "5 min read")]
    [False, False, False, False]
    """
    words = _tokens(_GLUED.sub(" ", text), _NUMBER_OR_TIME)
    own = {word.rstrip(".") for word in words} - {":"}
    own -= _words("weekdays") | _words("between")
    stamps, units, today, ago = map(_words, ("stamps", "units", "today", "ago"))
    months = own & _words("months") - ago  # which is short for a month, too
    if not own <= {"#"} | stamps | units | today | ago | months:
        return False
    line = text.casefold()
    said = own & stamps
    is_said = any(len(word) >= _SAID for word in said)
    is_clock = _CLOCK.search(line) or (said and _DOTTED_CLOCK.search(line))
    if months:
        return "#" in own and bool(is_clock or is_said)
    if not own.isdisjoint(today):
        return bool(is_clock or is_said)
    if is_clock and own.isdisjoint(units - stamps):
        return True
    return not (own.isdisjoint(units) or own.isdisjoint(ago)) and len(own) > 1


def is_site_line(text: str) -> bool:
    """Return whether *text* is a line of the site: a button, a heading of a list, an offer.

    >>> [is_site_line(line) for line in ("Share this page", "12 Kommentare", "Lire aussi : Pell")]
    [True, True, True]
    >>> [is_site_line(line) for line in ("Share | Tweet | Print", "Share prices fall again")]
    [True, False]
    """
    pieces = pieces_of(text)
    return bool(pieces) and all(map(_is_site_piece, pieces))


def pieces_of(text: str) -> list[str]:
    """Return what stands between the bars and other signs of a line.

    >>> pieces_of("Share | Tweet   Print - all")
    ['Share ', ' Tweet', 'Print ', ' all']
    """
    return [piece for piece in _PIECES.split(text) if piece.strip()]


def names_site(text: str) -> bool:
    """Return whether *text* names the site or its owner: with an address or a sign of copyright.

    >>> names_site("\u00a9 2023 Harbour Post"), names_site("Write to desk@example.org")
    (True, True)
    """
    if _OWNED.match(text) or _DOMAIN.fullmatch(text.strip()):
        return True
    return len(_WORD.findall(text)) <= _LONGEST and _REACHED.search(text) is not None


def is_kicker(text: str) -> bool:
    """Return whether *text* names a part of a paper, as lines above headlines do.

    >>> is_kicker("News | Local"), is_kicker("Meinung"), is_kicker("Local ferry returns")
    (True, True, False)
    """
    own = [word for word in _tokens(text) if word not in _words("between")]
    return 0 < len(own) <= _NAME and _words("parts").issuperset(own)


def is_paper(text: str) -> bool:
    """Return whether *text* has the form of the name of a paper or site.

    >>> [is_paper(line) for line in ("The Pell Observer", "Neue Hafenzeitung", "pellpost.example")]
    [True, True, True]
    >>> is_paper("Ferry returns for the post")
    False
    """
    if _DOMAIN.fullmatch(text.strip()):
        return True
    words = _WORD.findall(text)
    if words and words[0].casefold() in _words("articles"):
        words = words[1:]
    if not 0 < len(words) <= _NAME or len(_PIECES.split(text.strip())) > 1:
        return False
    if not all(w[0].isupper() or w in _words("between") for w in words):
        return False
    first, last = words[0].casefold(), words[-1].casefold()
    endings = tuple(_words("paper_endings"))
    is_called = last in _words("papers") or first in _words("papers_before")
    return is_called or last.endswith(endings)


def says_author(text: str) -> bool:
    """Return whether *text* begins with a word such as *by*.

    >>> says_author("By Ann Lee"), says_author("Text: Ann Lee"), says_author("Ann Lee")
    (True, True, False)
    """
    return next(_tokens(text), "") in _words("authors")


def is_particle(word: str) -> bool:
    """Return whether *word* joins the parts of a name, as in *Jan van Ek* and *Ann und Bo Ek*."""
    return word in _words("particles")


def says_photographer(text: str) -> bool:
    """Return whether *text* begins with a word such as *photo* and a colon, or *photo by*.

    >>> [says_photographer(line) for line in ("Foto: Ann Lee", "Photo by Ann Lee", "Photo finish")]
    [True, True, False]
    """
    first, second = [*islice(_tokens(text), 2), "", ""][:2]
    return first in _words("pictures") and (second == ":" or second in _words("authors"))


def says_newsroom(text: str) -> bool:
    """Return whether *text* says that an author wrote who is not named.

    >>> [says_newsroom(line) for line in ("From our correspondent", "Door onze redactie")]
    [True, True]
    >>> says_newsroom("Our ferry")
    False
    """
    own = set(_tokens(text))
    newsroom = _words("newsroom")
    return own <= newsroom | _words("ours") | _words("authors") and not own.isdisjoint(newsroom)


def begins_with_stamp(text: str) -> bool:
    """Return whether *text* begins with a word such as *published*, and when that was.

    >>> begins_with_stamp("Posted on 14 March 2024 by Ann Lee in News")
    True
    >>> begins_with_stamp("Updated plan of 14 March 2024 is rejected")
    False
    """
    words = [*_tokens(text, _NUMBER_OR_TIME)]
    if len(words) < 2 or len(words[0]) < _SAID or words[0] not in _words("stamps"):
        return False
    stamps = _words("stamps") | _words("months") | _words("weekdays")
    return words[1] in "#:" or words[1] in stamps


def has_no_name(text: str) -> bool:
    """Return whether *text* has a day of the week, or names a part of a paper: nobody's name.

    >>> has_no_name("Sunday League"), has_no_name("World News"), has_no_name("Ann Lee")
    (True, True, False)
    """
    return any(word in _words("weekdays") for word in _tokens(text)) or is_kicker(text)


def _is_site_piece(piece: str) -> bool:
    own = tuple(_tokens(piece))
    if not own or len(own) > _LONGEST:
        return False
    whole, beginnings = _site_phrases()
    return own in whole or any(own[:n] in beginnings for n in range(1, len(own) + 1))


def _tokens(text: str, numbers: regex.Pattern[str] = _NUMBER) -> Iterator[str]:
    """Yield the words of *text* as the lists have them, ``#`` for a number.

    Of a long paragraph the first few may be enough.
    """
    for found in _WORD.finditer(text.replace("\u2019", "'").casefold()):
        yield "#" if numbers.fullmatch(found[0]) else found[0]


@lru_cache(maxsize=1)
def _site_phrases() -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    """Return the phrases that are whole lines, and those that lines begin with."""
    phrases = [phrase.replace("\u2019", "'").split() for phrase in _table()["site"]]
    whole = frozenset(tuple(own) for own in phrases if own[-1] != "*")
    return whole, frozenset(tuple(own[:-1]) for own in phrases if own[-1] == "*")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_table()[name].replace("\u2019", "'").casefold().split())


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return read_table("model", "furniture_words.toml")
