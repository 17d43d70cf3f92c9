"""What tests of thesauri share: made-up word lists, and the question that the aligner asks."""

from __future__ import annotations

import random

from gui.lexicon.thesaurus import Related


def made_up(heads: int, seed: int) -> str:
    """Return a word list without inflections: its words are numbers."""
    chance = random.Random(seed)
    names = [str(10_000 + n) for n in range(2 * heads)]
    return "\n".join(
        ",".join([names[n], *chance.sample(names, chance.randint(0, min(12, heads)))])
        for n in range(heads)
    )


def related(thesaurus: Related, a: str, b: str) -> bool:
    """Return whether *a* and *b* may stand for each other, by the sets the aligner asks for."""
    own, their = thesaurus.keys(a), thesaurus.keys(b)
    return bool(own & their or thesaurus.synonyms(a) & their or thesaurus.synonyms(b) & own)
