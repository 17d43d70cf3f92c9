"""Where the words and signs of a text stand, by Unicode's word boundaries (UAX #29).

The rules ask only for the class of each character, so the text is written anew with one sign a
character, its class, and the rules are one regular expression over these signs. ``regex`` has
such boundaries too, but takes five times as long, joins an apostrophe to any vowel behind it,
and parts words at a full stop behind a combining mark.

One rule is not the standard's: a full stop between two sentences whose space was lost
(``begins.Residents``) joins no words.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from itertools import chain, compress

import regex

from .model import Spans

# The classes of UAX #29 in the order of _SIGNS: letters, Hebrew ones, digits, katakana, what joins
# words as "_" does, what stands within words, within numbers or both, quotes, marks, the joiner of
# emoji, halves of flags, and pictures.
_CLASS = regex.compile(
    r"(\p{WB=ALetter})|(\p{WB=Hebrew_Letter})|(\p{WB=Numeric})|(\p{WB=Katakana})"
    r"|(\p{WB=ExtendNumLet})|(\p{WB=MidLetter})|(\p{WB=MidNum})|(\p{WB=MidNumLet})"
    r"|(\p{WB=Single_Quote})|(\p{WB=Double_Quote})|([\p{WB=Extend}\p{WB=Format}])|(\p{WB=ZWJ})"
    r"|(\p{WB=Regional_Indicator})|(\p{Extended_Pictographic})"
)
_SIGNS = "AH0K_:,.'\"EZRP"
# Lower case is for those of the first four that are no letter or digit to Python. What has no such
# class is "w", a word by itself (an ideograph), "v", invisible, or "!"; "s" is a space that joins.
_NOT_ALNUM = str.maketrans("AH0K", "ahnk")
# Characters without a shape belong to the word they stand in, behind or before: a spinner hides
# them there to defeat string matching.
_INVISIBLE = regex.compile(r"\p{Default_Ignorable_Code_Point}+")
# South-East Asian scripts write U+200B between words, where it is genuine.
_ZWSP = "\u200b"
_SPACED_BY_ZWSP = regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_NOTHING, _WORDS, _ANYTHING = range(3)
_FOREIGN = re.compile("[^\x00-\x7f]+")

_MARKED = re.compile(rb"([AaHh0nKk_])(?:E|Z(?!P))+")
_STOP_INSIDE = re.compile(rb"\.A")
_LOST_SPACE = regex.compile(r"(?<=\p{L}\p{M}*\p{Ll}\p{M}*)\.(?=\p{Lu}\p{M}*\p{Ll})")
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
# Most texts hold nothing but these, and of the rules only one counts: what joins letters or digits.
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
    """Return the sign of a character's class: ``é`` → ``A``, ``5`` → ``0``, ``“`` → ``!``."""
    found = _CLASS.match(character)
    if character.isspace():
        return "s" if found else " "
    alnum = character.isalnum()
    sign = _SIGNS[found.lastindex - 1] if found and found.lastindex else "w" if alnum else "!"
    if sign in "!P" and _INVISIBLE.match(character):
        return "v"
    return sign if alnum else sign.translate(_NOT_ALNUM)


# What the signs of foreign characters are written as on their way, and what ASCII is.
_TABLE = bytes(ord(_sign(chr(code))) for code in range(128)) + bytes(range(128))


class _Known(dict[str, str]):
    """The answers of a function, each asked for once."""

    def __init__(self, answer: Callable[[str], str]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, question: str) -> str:
        answer = self[question] = self._answer(question)
        return answer


def find_tokens(text: str) -> tuple[Spans, bytes]:
    r"""Return the tokens of *text* and, in parallel, 1 for each that is a word, 0 for a sign.

    A token is a word of UAX #29 or one other visible character (a grapheme cluster), without
    white space at its edges. Zero-width characters belong to the token they stand in or touch; one
    between spaces is a sign. A word ends at a full stop behind a small letter where a capitalised
    word follows without a space.

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
    """Return the sign of each character's class, marks with the sign of what they stand on."""
    if not text.isascii():
        of = _Known(lambda character: chr(ord(_sign(character)) + 128))
        runs = _Known(lambda run: "".join(map(of.__getitem__, run)))
        text = _FOREIGN.sub(lambda run: runs[run.group()], text)
    signs = text.encode("latin-1").translate(_TABLE)
    if _has_marks(signs):
        signs = _MARKED.sub(lambda run: run[1] * len(run[0]), signs)
    return _LAST_QUOTE.sub(b"q", signs) if b"H" in signs else signs


def _parted(signs: bytes, text: str) -> bytes:
    """Return *signs* with full stops that end a sentence as ones that join nothing."""
    # Few full stops have a letter behind them, so the slow expression sees only these.
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

    All signs are compared with their neighbours at once, as numbers of as many bytes, each 1 or
    0: a token begins where something visible differs from what is before it, or stands alone.
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
    r"""Return the tokens with what is invisible in the one it touches, first of all one before it.

    ``A|\u200b|B`` → ``A\u200bB``, ``A \u200b|B`` → ``A|\u200bB``. What touches none, between
    spaces, is a sign: no character but white space is in no token.
    """
    found: list[tuple[int, int]] = []
    words: list[int] = []
    takes = _NOTHING  # what the last token takes in that comes right behind it
    space = -1  # where a zero-width space ends that is one
    for (start, end), word in zip(spans, is_word, strict=True):
        touches = bool(found) and found[-1][1] == start
        if not word and _INVISIBLE.fullmatch(text, start, end):
            if _is_space(text, start, end) or (space == start and text[start] == _ZWSP):
                space = end
                takes = _NOTHING
            elif touches:
                found[-1] = (found[-1][0], end)
                takes = takes if takes == _ANYTHING else _WORDS if words[-1] else _NOTHING
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
    """Tell whether ``[start, end)`` is a zero-width space beside a letter that it parts."""
    return text[start:end] == _ZWSP and bool(
        (start and _SPACED_BY_ZWSP.match(text, start - 1)) or _SPACED_BY_ZWSP.match(text, end)
    )
