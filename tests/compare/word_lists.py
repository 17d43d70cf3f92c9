"""Word lists of a thesaurus, made up."""

from __future__ import annotations

import random


def made_up(heads: int, seed: int) -> str:
    """Return a word list without inflections: its words are numbers."""
    chance = random.Random(seed)
    names = [str(10_000 + n) for n in range(2 * heads)]
    return "\n".join(
        ",".join([names[n], *chance.sample(names, chance.randint(0, min(12, heads)))])
        for n in range(heads)
    )
