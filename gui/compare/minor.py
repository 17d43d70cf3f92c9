"""What kind of difference two elements with the same key show."""

from __future__ import annotations

import unicodedata

import regex

from .comparison import ChangeKind, Options
from .folding import INVISIBLE, SOFT_HYPHEN, folded
from .tokens import Tokens

_EVERYTHING = Options()
# Invisible characters that spelling asks for: joiners in the scripts whose letters change their
# shape, selectors of a character's variant. Anywhere else they are put in to deceive.
_SPELT = regex.compile(
    r"(?<=[\p{Arabic}\p{Syriac}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}"
    r"\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Khmer}\p{Myanmar}"
    r"\u064b-\u0652])[\u200c\u200d]"
    r"|(?<=[\p{Extended_Pictographic}\p{Han}\p{Mongolian}])\p{Variation_Selector}"
)
_DIRECTIONS = regex.compile("[\u061c\u200e\u200f]")
_WIDE = regex.compile("[\uff21-\uff3a\uff41-\uff5a]")
_NARROW = regex.compile("[A-Za-z]")


def difference_kind(
    a: str, b: str, options: Options, hyphenated: tuple[bool, bool] = (False, False)
) -> ChangeKind:
    r"""Return the kind of change between two elements that are written in two ways.

    Their keys are equal, or the one looks like the other (``look_alikes``). Where *options* do
    not call the difference minor, it is a substitution. *hyphenated* says of which document soft
    hyphens are the typography (``Tokens.is_hyphenated``).

    >>> difference_kind("Defense", "DEFENSE", Options()).value
    'minor'
    >>> difference_kind("caf\u00e9", "cafe\u0301", Options(marks=False)).value
    'substitution'
    >>> difference_kind("defense", "de\u200bfense", Options()).value
    'look-alike'
    """
    disguises = _disguises(a, hyphenated[0]), _disguises(b, hyphenated[1])
    bare = _undisguised(a, disguises[0]), _undisguised(b, disguises[1])
    if _same(*bare, options):
        disguised = disguises[0] != disguises[1]
        return ChangeKind.LOOK_ALIKE if disguised else ChangeKind.MINOR
    return ChangeKind.SUBSTITUTION if _same(*bare, _EVERYTHING) else ChangeKind.LOOK_ALIKE


def _same(a: str, b: str, options: Options) -> bool:
    """Return whether *a* and *b* are equal without what *options* call minor.

    They have one key in their documents, so a Turkish ``I`` beside ``ı`` needs no second thought
    about the language.
    """
    for turkic in (False, True):
        pair = folded(a, options, turkic), folded(b, options, turkic)
        if pair[0] == pair[1]:
            return True
        # Accents that capitals lose: ETAT, État.
        if options.marks and (a.isupper() or b.isupper()) and _bare(pair[0]) == _bare(pair[1]):
            return True
    return False


def _bare(folded_token: str) -> str:
    letters = unicodedata.normalize("NFD", folded_token)
    return "".join([c for c in letters if not unicodedata.combining(c)])


def _disguises(token: str, hyphenated: bool) -> list[str]:
    r"""Return the characters that only make *token* look like what it is not.

    Invisible ones (``cop\u200bper``), letters of mathematics and in circles (``𝐜opper``), and
    full-width letters among plain ones.
    """
    if token.isascii():
        return []
    token = _SPELT.sub("", token)
    if hyphenated:
        token = token.replace(SOFT_HYPHEN, "")
    if not any(unicodedata.bidirectional(c) == "L" for c in token):
        token = _DIRECTIONS.sub("", token)
    mixed = bool(_NARROW.search(token))
    return [c for c in token if _is_disguise(c, mixed)]


def _is_disguise(character: str, mixed: bool) -> bool:
    if character.isascii():
        return False
    shape = unicodedata.decomposition(character).partition(" ")[0]
    return bool(
        shape in ("<font>", "<circle>")
        or INVISIBLE.match(character)
        or (mixed and _WIDE.match(character))
    )


def _undisguised(token: str, disguises: list[str]) -> str:
    """Return *token* with plain letters for *disguises*; where there are any, with no invisible."""
    if not disguises:
        return token
    plain = [unicodedata.normalize("NFKC", c) if c in disguises else c for c in token]
    return INVISIBLE.sub("", "".join(plain))


def are_minor_signs(
    sides: tuple[Tokens, Tokens],
    reference: tuple[int, int],
    candidate: tuple[int, int],
    options: Options,
) -> bool:
    """Return whether only signs differ that *options* call minor.

    As spacing they are so if nobody sees them (a zero-width space between two spaces), as
    punctuation all are.
    """
    both = tuple(zip(sides, (reference, candidate), strict=True))
    if options.punctuation:
        return not any(side.words_in(*bounds) for side, bounds in both)
    return options.spacing and all(
        INVISIBLE.fullmatch(side.texts[n]) for side, bounds in both for n in range(*bounds)
    )
