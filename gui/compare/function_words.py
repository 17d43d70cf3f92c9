"""Words of the closed classes: they join other words and say little about the subject.

Two texts are not alike for sharing them, and one of them seldom stands for a word of another
class. English only; in other languages length and rarity must do.
"""

from __future__ import annotations

_CLASSES = {
    "article": "a an the this that these those",
    "preposition": """
        of in on at by for from to with without within into onto upon about above across after
        against along among around before behind below beneath beside besides between beyond
        despite down during except inside near off out outside over past per since through
        throughout toward towards under underneath up via as
    """,
    "conjunction": """
        and or but nor so yet if then than because although though while whereas unless until
        not
    """,
    "pronoun": """
        i me my mine myself you your yours yourself he him his himself she her hers herself it
        its itself we us our ours ourselves they them their theirs themselves who whom whose
        which what there here where when why how one ones
    """,
    "auxiliary": """
        am is are was were be been being do does did doing done have has had having will would
        shall should can could may might must ought
    """,
    # Between the classes: these are swapped for content words as often as not.
    "adverb or quantifier": """
        also too

        some any each every no all both either neither such same very just only even more most
        less least much many few other another own again further once now
    """,
}
WORD_CLASS = {word: name for name, words in _CLASSES.items() for word in words.split()}
OPEN = "adverb or quantifier"
PREPOSITION = "preposition"
# Those that verbs and adjectives govern ("able to", "carry out"); where a phrase begins with
# one of the second row, the word before it governs it.
GOVERNED = frozenset(
    [
        "to",
        "of",
        "as",
        "on",
        "for",
        "from",
        "with",
        "at",
        "by",
        "in",
        "into",
        "out",
        "up",
        "off",
        "over",
        "down",
        "away",
    ]
)
PARTICLES = frozenset(["out", "up", "off", "down", "away"])
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve",
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
)
NUMBER_WORDS = {
    word: f"{n}{ending}"
    for words, ending in zip(_NUMBERS, ("", "th"), strict=True)
    for n, word in enumerate(words.split())
} | {"first": "1st", "second": "2nd", "third": "3rd"}


def word_class(name: str) -> str | None:
    """Return the closed class of a comparison key, or None for a content word.

    >>> word_class("within"), word_class("they're"), word_class("harbour")
    ('preposition', 'pronoun', None)
    """
    return WORD_CLASS.get(name) or WORD_CLASS.get(name.partition("'")[0])
