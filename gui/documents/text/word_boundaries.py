"""Words and signs of a text, as spans.

Words are found by Unicode's word boundaries (UAX #29), whose rules depend only on the class of
each character. So the text is translated to one sign per character, its class, and the rules are
one regular expression over these signs. ``regex`` knows such boundaries too, but takes five times
as long, joins an apostrophe to any vowel after it, and splits words at a full stop after a
combining mark. One rule is not in the standard: a full stop between two sentences whose space was
lost (``begins.Residents``) joins no words.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from itertools import chain, compress

import regex

from ..document import Spans

# The classes of UAX #29 in the order of _SIGNS: letters, Hebrew letters, digits, katakana, what
# joins words as "_" does, what occurs within words, within numbers or both, quotes, marks, the
# joiner of emoji, halves of flags, and pictures.
_CLASS = regex.compile(
    r"(\p{WB=ALetter})|(\p{WB=Hebrew_Letter})|(\p{WB=Numeric})|(\p{WB=Katakana})"
    r"|(\p{WB=ExtendNumLet})|(\p{WB=MidLetter})|(\p{WB=MidNum})|(\p{WB=MidNumLet})"
    r"|(\p{WB=Single_Quote})|(\p{WB=Double_Quote})|([\p{WB=Extend}\p{WB=Format}])|(\p{WB=ZWJ})"
    r"|(\p{WB=Regional_Indicator})|(\p{Extended_Pictographic})"
)
_SIGNS = "AH0K_:,.'\"EZRP"
# Lower case is for those of the first four that Python does not count as letters or digits.
# Characters of no such class are "w", a word by itself (an ideograph), "v", invisible, or "!", any
# other; "s" is a space that joins.
_NOT_ALNUM = str.maketrans("AH0K", "ahnk")
# Invisible characters belong to the word that they touch: spinners hide them there to defeat
# string matching.
_INVISIBLE = regex.compile(r"\p{Default_Ignorable_Code_Point}+")
# Thai and Lao am in one character or two, ae typed as two e, Lao ho before another consonant, and
# what Khmer writes below a letter: the last of the characters continues a letter as a mark does.
_HIDDEN = r"[\u00ad\u200b-\u200d\u2060\ufeff]"
_CONTINUES = regex.compile(
    rf"[\u0e33\u0eb3]|\u0e32(?<=\u0e4d(?:{_HIDDEN}|[\u0e48-\u0e4b]){{0,2}}\u0e32)"
    rf"|\u0eb2(?<=\u0ecd(?:{_HIDDEN}|[\u0ec8-\u0ecb]){{0,2}}\u0eb2)"
    rf"|\u0e40(?<=\u0e40{_HIDDEN}?\u0e40)|\u0ec0(?<=\u0ec0{_HIDDEN}?\u0ec0)"
    rf"|[\u0e99\u0ea1](?<=\u0eab{_HIDDEN}?.)|[\u1780-\u17b3](?<=\u17d2{_HIDDEN}{{0,2}}.)"
)
_CONTINUING = re.compile("[\u0e33\u0e40\u0e4d\u0eab\u0eb3\u0ec0\u0ecd\u17d2]")
# An invisible character between a letter and what continues it.
_INTO_LETTER = regex.compile(
    r"\p{Default_Ignorable_Code_Point}++"
    r"[\p{M}\u0e32\u0e33\u0e40\u0e99\u0ea1\u0eb2\u0eb3\u0ec0\u1780-\u17b3]++"
)
# South-East Asian scripts write U+200B between words, where it is genuine.
_ZWSP = "\u200b"
_ASIAN = r"\p{LB=SA}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_SPACED_BY_ZWSP = regex.compile(rf"[{_ASIAN}]")
# Each of these is a word by itself, also behind invisible characters.
_ONE_BY_ONE = regex.compile(
    rf"\p{{Default_Ignorable_Code_Point}}{{0,8}}[{_ASIAN}\p{{Han}}\p{{Hiragana}}]"
)
_NOTHING, _WORDS, _ANYTHING = range(3)
_FOREIGN = re.compile("[^\x00-\x7f]+")
_MARKED = re.compile(rb"([AaHh0nKk_])(?:E|Z(?!P))+")
_STOP_INSIDE = re.compile(rb"\.[AH]")
# How sentences end and begin around a stop whose space was lost: with a small letter and a capital,
# which may stand alone ("ended.A") behind a longer word. Without capitals, with two letters each.
LOST_END = r"(?<=\p{L}\p{M}*\p{Ll}\p{M}*|\p{Lo}\p{M}*\p{Lo}\p{M}*)"
_LONE = r"(?<=\p{L}{2}\p{Ll}\W{1,4}\p{Lu})(?:\s{1,2}\p{Ll}|['\u2019]\p{L})"
LOST_START = rf"(?:\p{{Lu}}(?:\p{{M}}*\p{{Ll}}|{_LONE})|\p{{Lo}}\p{{M}}*\p{{Lo}})"
_LOST_SPACE = regex.compile(rf"{LOST_END}\.(?={LOST_START})")
_LAST_QUOTE = re.compile(rb"(?<=[Hh])'(?![EZ]*[AaHh])")  # Hebrew ends words with it; "q" from here
_TOKEN = re.compile(
    rb"""
    A+ (?![AaHh0nKk_s.:'"EZq]) | [!w] (?![EZ])      # what most tokens are
    |
    (?:
        (?:_[_s]*)? (?:%(a)s|[Kk]+) (?:[_s]+(?:%(a)s|[Kk]+))* (?:[_s]*_)? (?:q[EZ]*)?
        | _ (?:[_s]*_)?
        | R[EZ]* (?:R[EZ]*)?                # a flag
        | [^ s][EZ]*
    )
    (?: Z?(?<=Z)P[EZ]* )*                   # one emoji of several
    """
    % {
        b"a": rb"""
        [AaHh0n]+
        (?:
            (?: (?<=[AaHh])[.:'][EZ]*(?=[AaHh]) | (?<=[0n])[.,'][EZ]*(?=[0n])
                | (?<=[Hh])"[EZ]*(?=[Hh]) )
            [AaHh0n]+
        )*
        """
    },
    re.VERBOSE,
)
# Most texts have nothing but these signs, and only one rule matters: what joins letters or digits.
_PLAIN = b" A0!wP:,.'\""
_INSIDE = re.compile(rb"[:,.'](?:(?<=A[:.'])(?=A)|(?<=0[,.'])(?=0))")
_RUNS = bytes.maketrans(b"0P:,.'\"", b"A!!!!!!")
_IS_WORD = bytes(sign in b"AH0Kw" for sign in range(256))
_IS_VISIBLE = bytes(sign in b"A!w" for sign in range(256))
_IS_ALONE = bytes(sign in b"!w" for sign in range(256))
_IS_OTHER = bytes(sign > 0 for sign in range(256))
_OF_ONE_OR_TWO = bytes([0, 0, 1]) + bytes(253)
_UNSURE = re.compile(b"[ahnk_EZ]")
_MARK_ALONE = re.compile(b"(?:^|[ s])[EZ]")


def _sign(character: str) -> str:
    """Return the sign of a character's class.

    >>> [_sign(character) for character in "é5“"]
    ['A', '0', '!']
    """
    found = _CLASS.match(character)
    if character.isspace():
        return "s" if found else " "
    alnum = character.isalnum()
    sign = _SIGNS[found.lastindex - 1] if found and found.lastindex else "w" if alnum else "!"
    if sign in "!P" and _INVISIBLE.match(character):
        return "v"
    return sign if alnum else sign.translate(_NOT_ALNUM)


# The signs of ASCII characters, then those of others, which are marked by adding 128.
_TABLE = bytes(ord(_sign(chr(code))) for code in range(128)) + bytes(range(128))


class _Known(dict[str, str]):
    """The results of a function, each computed once."""

    def __init__(self, answer: Callable[[str], str]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, question: str) -> str:
        answer = self[question] = self._answer(question)
        return answer


def find_tokens(text: str) -> tuple[Spans, bytes]:
    r"""Return the tokens of *text* and, in parallel, 1 for each word and 0 for each sign.

    A token is a word of UAX #29 or one other visible character (a grapheme cluster), without
    white space at its edges. Zero-width characters belong to the token that they are in or
    touch; between spaces they are signs. A word ends at a full stop after a small letter if a
    capitalised word follows without a space.

    >>> text = "the U.S. spent 5,000 on today\u2019s long-term plan.Polygraph.info said so"
    >>> [s.of(text) for s in find_tokens(text)[0]][5:]
    ['on', 'today’s', 'long', '-', 'term', 'plan', '.', 'Polygraph.info', 'said', 'so']
    """
    signs = _parted(_signs(text), text)
    if not signs.translate(None, _PLAIN):
        return _of_runs(_INSIDE.sub(b"A", signs).translate(_RUNS))
    edges = array("i", chain.from_iterable(map(re.Match.span, _TOKEN.finditer(signs))))
    spans = Spans(edges[::2], edges[1::2])
    firsts = bytes(map(signs.__getitem__, spans.starts))
    is_word = bytearray(firsts.translate(_IS_WORD))
    for unsure in _UNSURE.finditer(firsts):
        token = spans[unsure.start()].of(text)
        is_word[unsure.start()] = any(map(str.isalnum, token))
    if b"v" in signs or (_has_marks(signs) and _MARK_ALONE.search(signs)):
        return _glued(text, spans, is_word)
    return spans, bytes(is_word)


def _signs(text: str) -> bytes:
    """Return the sign of each character's class; a mark has the sign of its base character."""
    continuing: list[int] = []
    if not text.isascii():
        if _CONTINUING.search(text):
            continuing = [match.start() for match in _CONTINUES.finditer(text)]
        of = _Known(lambda character: chr(ord(_sign(character)) + 128))
        runs = _Known(lambda run: "".join(map(of.__getitem__, run)))
        text = _FOREIGN.sub(lambda run: runs[run.group()], text)
    signs = text.encode("latin-1").translate(_TABLE)
    if continuing:
        marked = bytearray(signs)
        for at in continuing:
            marked[at] = ord("E")
        signs = bytes(marked)
    if _has_marks(signs):
        signs = _MARKED.sub(lambda run: run[1] * len(run[0]), signs)
    return _LAST_QUOTE.sub(b"q", signs) if b"H" in signs else signs


def _parted(signs: bytes, text: str) -> bytes:
    """Return *signs* with full stops that end a sentence made signs that join nothing."""
    # Few full stops are followed by a letter, so the slow expression is tried on these only.
    inside = [match.start() for match in _STOP_INSIDE.finditer(signs)]
    stops = [at for at in inside if _LOST_SPACE.match(text, at)]
    if not stops:
        return signs
    parted = bytearray(signs)
    for at in stops:
        parted[at] = ord("!")
    return bytes(parted)


def _has_marks(signs: bytes) -> bool:
    return b"E" in signs or b"Z" in signs


def _of_runs(signs: bytes) -> tuple[Spans, bytes]:
    """Return the tokens of a plain text: runs of "A", and each "!" and "w" by itself.

    All signs are compared with their neighbours at once, in numbers with one byte, 1 or 0, for
    each sign: a token begins where a visible sign differs from the one before it or is alone.
    """
    size = len(signs) + 1

    def number(table: bytes) -> int:
        return int.from_bytes(signs.translate(table), "little")

    def places(flags: int) -> array[int]:
        return array("i", compress(range(size), flags.to_bytes(size, "little")))

    here = int.from_bytes(signs, "little")
    other = (here ^ here << 8).to_bytes(size, "little").translate(_IS_OTHER)
    visible, alone = number(_IS_VISIBLE), number(_IS_ALONE)
    edges = int.from_bytes(other, "little") | (alone & alone << 8)
    starts = visible & edges
    words = (starts + (starts & number(_IS_WORD))).to_bytes(size, "little")
    spans = Spans(places(starts), places(visible << 8 & edges))
    return spans, words.translate(_OF_ONE_OR_TWO, b"\0")


def _glued(text: str, spans: Spans, is_word: Sequence[int]) -> tuple[Spans, bytes]:
    r"""Return the tokens, with invisible characters added to the token that they touch.

    They join the token before them, and the next one if that follows at once; otherwise the
    next, as before an ideograph, which is joined to no other word. Between spaces they are signs:
    only white space is in no token.

    >>> for text in ("A\u200bB", "A \u200bB", "A \u200b B"):
    ...     print([span.of(text) for span in find_tokens(text)[0]])
    ['A\u200bB']
    ['A', '\u200bB']
    ['A', '\u200b', 'B']
    """
    found: list[tuple[int, int]] = []
    words: list[int] = []
    takes = _NOTHING  # which token right after it the last one takes in
    space = -1  # the end of the last zero-width space that separates words
    for (start, end), word in zip(spans, is_word, strict=True):
        touches = bool(found) and found[-1][1] == start
        if touches and not word and _INTO_LETTER.fullmatch(text, start, end):
            found[-1] = (found[-1][0], end)
            takes = _WORDS if words[-1] and not _ONE_BY_ONE.match(text, found[-1][0]) else _NOTHING
        elif not word and _INVISIBLE.fullmatch(text, start, end):
            if _is_space(text, start, end) or (space == start and text[start] == _ZWSP):
                space = end
                takes = _NOTHING
            elif touches and (takes == _ANYTHING or not _ONE_BY_ONE.match(text, end)):
                joins = words[-1] and not _ONE_BY_ONE.match(text, found[-1][0])
                takes = takes if takes == _ANYTHING else _WORDS if joins else _NOTHING
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
                words.append(0)
                takes = _ANYTHING
        elif touches and (takes == _ANYTHING or (takes == _WORDS and word)):
            found[-1] = (found[-1][0], end)
            words[-1] |= word
            takes = _NOTHING
        else:
            found.append((start, end))
            words.append(word)
            takes = _NOTHING
    return Spans.of(found), bytes(words)


def _is_space(text: str, start: int, end: int) -> bool:
    """Return whether ``[start, end)`` is a zero-width space that separates words."""
    return text[start:end] == _ZWSP and bool(
        (start and _SPACED_BY_ZWSP.match(text, start - 1)) or _SPACED_BY_ZWSP.match(text, end)
    )
