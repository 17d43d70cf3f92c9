"""Elements written differently that count as the same: look-alikes, numbers of items, bullets.

A spinner, or a cheat, writes ``copper`` with Cyrillic letters so that no program finds it.
Such a word gets the number of the word it looks like, so that it counts as kept; genuine text
in another script is left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import regex

from ...resources import read_table
from ..cancellation import checked
from .compounds import unify_compounds
from .normalization import INVISIBLE
from .tokens import TokenPair, Tokens

_DIGIT = regex.compile(r"\p{Nd}")
_HAS_LETTER_OR_DIGIT = regex.compile(r"[\p{L}0-9]")
Places = tuple[list[int], list[int]]  # elements of both sides
_NEAR = 5  # words on each side that tell which script a passage is written in


@lru_cache(maxsize=2)
def _plain(turkic: bool) -> Mapping[int, str]:
    """Return the ASCII letter or digit that a character looks like, by its code point.

    In Turkish and Azeri the dotless ı is a letter, and no disguise of i.
    """
    found = {
        int(code, 16): plain
        for plain, codes in read_table("model", "confusables.toml").items()
        for code in codes.split()
    }
    return {code: plain for code, plain in found.items() if not (turkic and chr(code) == "ı")}


def skeleton(token: str, turkic: bool = False) -> str:
    r"""Return what *token* looks like in plain letters (after UTS #39's skeleton), in small ones.

    A number in another script's digits stays that number: a Bengali 4 is no disguised 8.

    >>> skeleton("c\u043epp\u0435r"), skeleton("\u09ea")
    ('copper', '4')
    """
    plain = unicodedata.normalize("NFKC", INVISIBLE.sub("", token))
    if not _HAS_LETTER_OR_DIGIT.search(plain):
        plain = _DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0], digit[0])), plain)
    return plain.translate(_plain(turkic)).casefold()


def are_look_alikes(
    sides: TokenPair, reference: tuple[int, int], candidate: tuple[int, int]
) -> bool:
    """Return whether two stretches of tokens look the same though written differently.

    Genuine words of another script are so only where both passages are in that script: a
    Latin ``O`` among Greek words, but not a Russian word where an English one stands.
    """
    texts = [side.texts[slice(*b)] for side, b in zip(sides, (reference, candidate), strict=True)]
    if len(texts[0]) != len(texts[1]) or all(t.isascii() for found in texts for t in found):
        return False
    turkic = sides[0].turkic
    if any(skeleton(x, turkic) != skeleton(y, turkic) for x, y in zip(*texts, strict=True)):
        return False
    return all(
        _scripts_near(sides[0], i) == _scripts_near(sides[1], j)
        or not (_is_genuine(sides[0], i) or _is_genuine(sides[1], j))
        for i, j in zip(range(*reference), range(*candidate), strict=True)
    )


def unify_look_alikes(sides: TokenPair) -> TokenPair:
    r"""Give words that look like a word of the other document that word's number.

    >>> changes("A copper coin", "A c\u043epper coin")
    copper ≈ c\u043epper
    """
    if all(side.document.text.isascii() for side in sides):
        return sides
    numbers = {name: n for n, name in enumerate(sides[0].names)}
    found = []
    for side, other in ((sides[0], sides[1]), (sides[1], sides[0])):
        look_alikes = _look_alikes(side, numbers, other)
        ids = list(side.ids)
        for n in checked(side.places_of(look_alikes)):
            if not _is_genuine(side, n):
                ids[n] = look_alikes[side.texts[n]]
        found.append(replace(side, ids=ids))
    return TokenPair(*found)


def _look_alikes(side: Tokens, numbers: dict[str, int], other: Tokens) -> dict[str, int]:
    """Return the written words of *side* that look like another word of the *other* document."""
    number_of = dict(checked(zip(side.texts, side.ids, strict=True), 4096))
    foreign = [token for token in number_of if not token.isascii()]
    plain = _plain(False)
    if not any(ord(c) in plain for token in foreign for c in token):
        return {}
    in_use = set(other.ids)
    look_alikes = {}
    for token in checked(foreign):
        seen = skeleton(token, side.turkic)
        # A capital I also looks like a small l, which is its plain letter.
        number = numbers.get(seen, numbers.get(seen.replace("l", "i")))
        if number is not None and number != number_of[token] and number in in_use:
            look_alikes[token] = number
    return look_alikes


def _is_genuine(side: Tokens, n: int) -> bool:
    """Tell whether token *n* is a word of another script rather than a disguised one.

    A word of mixed scripts is disguised. A word of one foreign script is genuine where a word
    near it is of that script and could not be written in look-alikes.
    """
    letters = [c for c in side.texts[n] if c.isalpha()]
    if any(c.isascii() for c in letters):
        return False
    return bool(letters) and _script(letters[0]) in _scripts_near(side, n)


def _scripts_near(side: Tokens, n: int) -> set[str]:
    """Return the scripts of the words near token *n* that could not be written in look-alikes."""
    found: set[str] = set()
    for near in side.texts[max(0, n - _NEAR) : n + _NEAR + 1]:
        own = [c for c in near if c.isalpha() and not c.isascii()]
        if len(own) > 1:
            found.update(_script(c) for c in own if ord(c) not in _plain(False))
    return found


def _script(letter: str) -> str:
    """Return the first word of a letter's Unicode name, which is its script's."""
    return unicodedata.name(letter, "").partition(" ")[0]


# The keys of the numbers of items, and of the signs before them; no token of a text is written so.
NUMBERING = "#."
BULLET = "\u2022."


_NUMBER = r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]+)"


# What stands before the number, the number, and the sign behind it: at the start of a line, perhaps
# behind a word; inside one before a closing bracket, or behind a sentence.
_ITEM = re.compile(
    rf"""
    (?: ^[ \t]*
        (?: ((?:[^\W\d_]+\.?[ ]|\#)?[(\uff08]?) ({_NUMBER})
            ([.):](?=[ \t])|[\u3001\uff0e\uff09]|(?=[ \t][-\u2013\u2014][ \t]))
          | ([A-Z][a-z]*\.?[ ]|[\#\u2116][ ]?) (\d{{1,3}}) ((?=[ \t])) )
      | (?<=\s) (\(?) ({_NUMBER}) (\)(?=[ \t]))
      | (?<=[.:;!?][ \t]) () (\d{{1,3}}) (\.(?=[ \t]))
    ) (?=[ \t]*\S)
    """,
    re.MULTILINE | re.VERBOSE,
)


# A sign at the start of a line, in place of a number. Those that are nothing else are set apart.
_ONLY_BULLETS = "\u00b7\u2022\u2023\u2043\u25a0-\u25c9\u25cb-\u25cf\u25e6\u2756\u2794-\u27be"
_BULLET = re.compile(rf"(?m)^[ \t]*([-*+\u2013\u2014{_ONLY_BULLETS}])(?=[ \t]+\S)")
_ONLY_BULLET = re.compile(rf"[{_ONLY_BULLETS}]")
_ANY = re.compile("")

_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()


def unify(sides: TokenPair) -> TokenPair:
    """Return both sides as they are aligned: compounds, what counts items, look-alikes unified."""
    return unify_look_alikes(unify_numbering(unify_bullets(unify_compounds(sides))))


def unify_bullets(sides: TokenPair) -> TokenPair:
    r"""Give the signs before items one comparison number, where the documents have other ones.

    They are kept then, and differ as dashes do (``section_changes``).

    >>> changes("\u2022 flour\n\u2022 two eggs", "- plain flour\n- two eggs")
    \u2022 ~ - | +plain | \u2022 ~ -
    """
    # A plus may be opposite a minus.
    first, second = ([n for n in _bullets(side) if side.texts[n] != "+"] for side in sides)
    bullets = first, second
    keys = [{side.ids[n] for n in own} for side, own in zip(sides, bullets, strict=True)]
    if not all(keys) or keys[0] == keys[1]:
        return sides
    return _unified(sides, _certain(sides, bullets, _ONLY_BULLET), BULLET)


def unify_numbering(sides: TokenPair) -> TokenPair:
    r"""Give the numbers of items one comparison number, where both documents have such items.

    >>> changes("1. Mix.\n2. Wait an hour.\n3. Boil.", "1. Mix.\n2. Boil.")
    -2. Wait an hour. | 3 → 2

    A number that only counts the items of a list, ``1.`` ``2.`` ``3.``, ``a)`` ``b)`` or
    ``Step 1:`` ``Step 2:``, says nothing about them: ``3. Boil`` is the same item where an
    earlier one was lost. Items correspond by what they say; a number that then differs is a
    substitution. So is one that a bullet stands for, where the other document has a list of these.

    >>> changes("1. Mix.\n2. Wait an hour.\n3. Boil.", "- Mix.\n- Boil.")
    1. → - | -2. Wait an hour. | 3. → -
    """
    joined, places = _with_bullets(sides, (_counting(sides[0]), _counting(sides[1])))
    places = _certain(joined, places, _ANY)
    if not all(places):
        return sides
    return _unified(joined, places, NUMBERING)


def _unified(sides: TokenPair, places: Places, key: str) -> TokenPair:
    """Return both sides with one comparison number for the elements at *places*, which is *key*."""
    found = []
    for side, own in zip(sides, places, strict=True):
        ids = list(side.ids)
        for n in own:
            ids[n] = len(side.names)
        found.append(replace(side, ids=ids))
    return TokenPair(*found).named([key])


def _with_bullets(sides: TokenPair, places: Places) -> tuple[TokenPair, Places]:
    """Return what stands before items, where one document counts them and the other does not.

    A number is one element there with the signs around it, as a bullet is.
    """
    if any(places) and not all(places):
        own = 0 if places[0] else 1
        bullets = _bullets(sides[1 - own])
        if bullets:
            side, numbers = _with_signs(sides[own], places[own])
            if own:
                return TokenPair(sides[0], side), (bullets, numbers)
            return TokenPair(side, sides[1]), (numbers, bullets)
    return sides, places


def _bullets(side: Tokens) -> list[int]:
    """Return the elements that are signs before items.

    One that stands alone is a dash, before a speech or an author's name.
    """
    found = [side.at(match.start(1)) for match in checked(_BULLET.finditer(side.document.text))]
    counts = Counter(side.texts[n] for n in found)
    return [n for n in found if counts[side.texts[n]] > 1]


def is_bullet(key: str) -> bool:
    """Return whether a comparison key is that of a sign that stands before items."""
    return key == BULLET or (len(key) == 1 and _BULLET.match(f"{key} .") is not None)


def _with_signs(side: Tokens, places: Sequence[int]) -> tuple[Tokens, list[int]]:
    """Return a side whose elements at *places* have the signs beside them, and their new places."""
    ranges: list[tuple[int, int]] = []
    for n in sorted({*places}):
        first = n - (n > 0 and side.starts[n] == side.ends[n - 1])
        is_glued = n + 1 < len(side.ids) and side.starts[n + 1] == side.ends[n]
        if ranges and first < ranges[-1][1]:
            first = ranges.pop()[0]
        ranges.append((first, n + 1 + is_glued))
    found = side.joined(ranges, [side.ids[first] for first, _ in ranges])
    return found, [found.at(side.starts[first]) for first, _ in ranges]


def _certain(sides: TokenPair, places: Places, doubtful: re.Pattern[str]) -> Places:
    """Return the elements that are told as what counts items wherever a document has them.

    A number, or a bullet, may be seen to be one in one document only, where lines were joined in
    the other: it is the same sign there, and compared as it is written. Only those that match
    *doubtful* are: dashes and asterisks stand anywhere.
    """
    counted = [{side.texts[n] for n in own} for side, own in zip(sides, places, strict=True)]
    elsewhere = {
        sides[side].texts[n]
        for side in (0, 1)
        for n in sides[side].places_of(counted[1 - side] - counted[side])
    }
    first, second = (
        [n for n in own if side.texts[n] not in elsewhere or not doubtful.match(side.texts[n])]
        for side, own in zip(sides, places, strict=True)
    )
    return first, second


def _counting(side: Tokens) -> list[int]:
    """Return the elements that are numbers of items that are counted up."""
    alike: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for match in checked(_ITEM.finditer(side.document.text)):
        assert match.lastindex
        group = match.lastindex - 1
        n = side.at(match.start(group))
        if n < len(side.texts) and side.texts[n] == match[group]:
            for kind, value in _counts(match[group]):
                alike[kind, match[group - 1], match[group + 1]].append((value, n))
    return [
        n
        for items in alike.values()
        if any(y == x + 1 for (x, _), (y, _) in pairwise(items))
        for _, n in items
    ]


def _counts(number: str) -> Iterator[tuple[str, int]]:
    """Yield what a number may stand for: ``i`` is the first item or the ninth."""
    if number.isdigit():
        yield "figure", int(number)
        return
    kind = "capital" if number.isupper() else "small"
    if number.lower() in _ROMAN:
        yield f"{kind} numeral", _ROMAN.index(number.lower())
    if len(number) == 1:
        yield f"{kind} letter", ord(number)
