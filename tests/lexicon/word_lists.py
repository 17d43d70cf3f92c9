"""What tests of thesauri share: word lists, and the question that the aligner asks."""

from __future__ import annotations

import random
from pathlib import Path

from gui.lexicon.thesaurus import Related, Thesaurus
from gui.training.thesaurus_builder import build

WORDS = """\
walk,stroll,March,saunter along
body,corpse,stiff
corpse,body,remains,stiff
give up,surrender,yield,quit
good,fine,decent
run,sprint,dash
harbour,Port,haven of many long words,haven
port,harbour,haven,only here
"""


def made_up(heads: int, seed: int) -> str:
    """Return a word list without inflections: its words are numbers."""
    chance = random.Random(seed)
    names = [str(10_000 + n) for n in range(2 * heads)]
    return "\n".join(
        ",".join([names[n], *chance.sample(names, chance.randint(0, min(12, heads)))])
        for n in range(heads)
    )


def opened(path: Path, words: str) -> Thesaurus:
    path.write_bytes(build(words.splitlines()))
    return Thesaurus.open(path)


def related(thesaurus: Related, a: str, b: str) -> bool:
    """Return whether *a* and *b* may stand for each other, by the sets the aligner asks for."""
    own, their = thesaurus.keys(a), thesaurus.keys(b)
    return bool(own & their or thesaurus.synonyms(a) & their or thesaurus.synonyms(b) & own)
