"""Words that some write as one, and others in parts: with a hyphen, a joiner or a blank.

``e-mails`` is ``emails`` elsewhere, ``Online-Shop`` is ``Onlineshop``. Where a text has the one
writing, the other one is a single element in both, so that the whole word is swapped, whatever
changed beside it. In Persian, what one keyboard sets apart by an invisible joiner, another does by
a blank: only white space differs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations, pairwise

import regex

from ...documents import Document
from ..cancellation import checked
from .elements import Elements, element_ranges, token_texts
from .normalization import key
from .tokens import TokenPair, Tokens

_HYPHENS = "-\u2010\u2011"
_HYPHEN = regex.compile(rf"[{_HYPHENS}](?=[^\W_])")
_HYPHEN_AT_END = regex.compile(rf"[{_HYPHENS}][^\S\n]*\n")
_BEFORE = regex.compile(r"(?r)[^\W_]+")
_COMPOUND = regex.compile(rf"[^\W_]++(?:[{_HYPHENS}][^\W_]++)+")
_DIVIDED = regex.compile(rf"(?<![^\W_])([^\W_]++)[{_HYPHENS}][^\S\n]*\n\s*([^\W_]++)")
_PART = regex.compile(r"[^\W_]+")
_WORD = regex.compile(r"\w+")
_SHORTEST = 4  # letters; shorter ones are initials: "A-C" is no AC
_MOST_PARTS = 8  # of a compound that are looked at; a longer row of words is none
_NON_JOINER = "\u200c"
_LETTER = r"[\p{Arabic}\p{M}]"
_JOINED = regex.compile(rf"(?<!{_LETTER}){_LETTER}++(?:{_NON_JOINER}++{_LETTER}++){{1,3}}+")


def unify_compounds(sides: TokenPair) -> TokenPair:
    """Return both sides with a word that a text writes as one made one element.

    >>> changes("After leaked e-mails they left", "Following leaked emails they left")
    After → Following | e-mails → emails
    """
    documents = sides[0].document, sides[1].document
    with_hyphens, with_blanks = _with_hyphens(sides), _with_blanks(documents)
    found = [sorted({*x, *y}) for x, y in zip(with_hyphens, with_blanks, strict=True)]
    if not any(found):
        return sides
    numbers = {name: n for n, name in enumerate(sides[0].names)}
    wholes = TokenPair(
        *[_joined(side, own, numbers) for side, own in zip(sides, found, strict=True)]
    )
    return wholes.named([*numbers][len(sides[0].names) :])


def _joined(side: Tokens, found: list[tuple[int, int]], numbers: dict[str, int]) -> Tokens:
    """Return a side with the stretches *found* as one element each; *numbers* gets new words."""
    ranges = element_ranges(found, Elements(side.starts, side.ends, side.is_word))
    keys = [key(side.span(*own).of(side.document.text), side.turkic) for own in ranges]
    return side.joined(ranges, [numbers.setdefault(own, len(numbers)) for own in keys])


def _with_hyphens(sides: TokenPair) -> list[list[tuple[int, int]]]:
    """Return for each text its compounds, and parts of longer ones, that either writes as one word.

    Not those that a line end divides somewhere: whether the hyphen belongs to them there is told by
    their parts (``elements``). Nor a part that begins with a function word: ``day-to-day`` has no
    ``today``.

    >>> changes("An e-mail-based list of names", "An email-based roll of names")
    e-mail → email | list → roll
    """
    found = [_compounds(side.document.text) for side in sides]
    if not any(found):
        return [[], []]
    whole: set[str] = set()
    for name in checked(sides[0].names, 4096):
        whole.update([name] if name.isalnum() else _WORD.findall(name))
    for side in sides:
        text = side.document.text
        if _HYPHEN_AT_END.search(text):
            divided = checked(_DIVIDED.finditer(text))
            whole -= {(match[1] + match[2]).casefold() for match in divided}
    return [
        [
            place
            for word in own.keys() & whole
            for place in own[word]
            if not _is_inside(side, place[0])
        ]
        for side, own in zip(sides, found, strict=True)
    ]


def _is_inside(side: Tokens, start: int) -> bool:
    """Return whether a function word stands at *start*, as a later part of a compound."""
    is_later = start > 0 and side.document.text[start - 1] in _HYPHENS
    n = side.at(start)
    is_whole = n < len(side.ids) and side.starts[n] == start
    return is_later and is_whole and side.classes[side.ids[n]] is not None


def _compounds(text: str) -> dict[str, list[tuple[int, int]]]:
    """Return where compounds, and parts of longer ones, stand, by what they are without hyphens."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    end = 0
    for hyphen in checked(_HYPHEN.finditer(text)):
        first_part = _BEFORE.match(text, end, hyphen.start()) if hyphen.start() >= end else None
        match = _COMPOUND.match(text, first_part.start()) if first_part else None
        if not match:
            continue
        end = match.end()
        parts = [*_PART.finditer(match[0])][:_MOST_PARTS]
        for first, last in combinations(parts, 2):
            start, behind = first.start(), last.end()
            whole = "".join(_PART.findall(match[0], start, behind)).casefold()
            if not whole.isdigit() and (len(whole) >= _SHORTEST or not whole.isalpha()):
                found[whole].append((match.start() + start, match.start() + behind))
    return found


def _with_blanks(documents: Sequence[Document]) -> list[list[tuple[int, int]]]:
    """Return for each text the words in a row that are one word with joiners in one of the texts.

    >>> changes("او می\u200cرود به خانه", "او مي رود به خانه")
    می\u200cرود ~ مي رود
    """
    wanted: dict[str, set[tuple[str, ...]]] = defaultdict(set)  # what follows a part
    for text in [document.text for document in documents if _NON_JOINER in document.text]:
        for word in checked({match[0] for match in _JOINED.finditer(text)}):
            for head, *tail in _ways_to_part(word.split(_NON_JOINER)):
                wanted[head].add(tuple(tail))
    return [[*_in_a_row(document, wanted)] if wanted else [] for document in documents]


def _in_a_row(
    document: Document, wanted: Mapping[str, Set[tuple[str, ...]]]
) -> Iterator[tuple[int, int]]:
    """Yield where a part stands before what it is *wanted* with, with white space between."""
    text, tokens = document.text, document.tokens
    keys = [*map(key, token_texts(document))]
    for n, head in enumerate(keys):
        for following in wanted.get(head, ()):
            last = n + len(following)
            if tuple(keys[n + 1 : last + 1]) == following and all(
                text[a.end : b.start].isspace() for a, b in pairwise(tokens[n : last + 1])
            ):
                yield tokens[n].start, tokens[last].end


def _ways_to_part(parts: list[str]) -> Iterator[list[str]]:
    """Yield each way to write *parts* with blanks between some: the keys of what they enclose."""
    places = range(1, len(parts))
    for count in places:
        for cuts in combinations(places, count):
            bounds = pairwise((0, *cuts, len(parts)))
            yield [key("".join(parts[start:end])) for start, end in bounds]
