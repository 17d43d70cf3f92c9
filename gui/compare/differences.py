"""What kind of difference two tokens with the same key show."""

from __future__ import annotations

import unicodedata

from .keys import DASHES, QUOTES, Keyed
from .model import ChangeKind, Options


def difference_kind(a: str, b: str, options: Options) -> ChangeKind:
    r"""Return the kind of change between two tokens whose keys are equal.

    >>> difference_kind("Defense", "DEFENSE", Options()).value
    'minor'
    >>> difference_kind("caf\u00e9", "cafe\u0301", Options()).value
    'look-alike'
    """
    if _plain(a, options) == _plain(b, options) and _composed(a) and _composed(b):
        return ChangeKind.MINOR
    everything = Options()
    if _plain(a, everything) != _plain(b, everything) or not (_composed(a) and _composed(b)):
        return ChangeKind.LOOK_ALIKE
    return ChangeKind.SUBSTITUTION


def _composed(token: str) -> bool:
    """Return whether a token has no ligatures, wide letters or loose accents, but plain ones."""
    plain = token.translate(QUOTES).translate(DASHES)
    return unicodedata.is_normalized("NFKC", plain)


def _plain(token: str, options: Options) -> str:
    """Return *token* without what *options* call minor."""
    if options.quotes:
        token = token.translate(QUOTES)
    if options.dashes:
        token = token.translate(DASHES)
    if options.spacing:
        token = "".join(token.split())
    return token.casefold() if options.case else token


def is_minor_punctuation(
    sides: tuple[Keyed, Keyed],
    reference: tuple[int, int],
    candidate: tuple[int, int],
    options: Options,
) -> bool:
    """Return whether only punctuation differs and *options* call that minor."""
    if not options.punctuation:
        return False
    return not any(
        side.document.is_word[n]
        for side, bounds in zip(sides, (reference, candidate), strict=True)
        for n in range(*bounds)
    )
