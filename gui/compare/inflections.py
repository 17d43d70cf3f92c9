"""The plain forms a word of an English text may be an inflection of.

A thesaurus lists ``walk`` and ``body``; texts have ``walked`` and ``bodies``. The rules below
propose every plain form that is possible, right or wrong (``neede`` for ``needed`` does no
harm), because the thesaurus is asked which of them exist. Measured on the swapped words of two
sets of news articles, this finds somewhat more than a lemmatizer whose dictionaries weigh
four times as much as the thesaurus.
"""

from __future__ import annotations

_IRREGULAR_VERBS = """
arise arose arisen, awake awoke awoken, be am is are was were been being,
bear bore borne born, beat beaten, become became, befall befell befallen, begin began begun,
behold beheld, bend bent, bid bade bidden, bind bound, bite bit bitten, bleed bled,
blow blew blown, break broke broken, breed bred, bring brought, build built, burn burnt,
buy bought, catch caught, choose chose chosen, cling clung, come came, creep crept,
deal dealt, dig dug, do does did done, draw drew drawn, dream dreamt, drink drank drunk,
drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought,
find found, flee fled, fling flung, fly flew flown, forbid forbade forbidden,
foresee foresaw foreseen, forget forgot forgotten, forgive forgave forgiven,
forgo forwent forgone, freeze froze frozen, get got gotten, give gave given,
go goes went gone, grind ground, grow grew grown, hang hung, have has had, hear heard,
hide hid hidden, hold held, keep kept, kneel knelt, know knew known, lay laid, lead led,
leap leapt, learn learnt, leave left, lend lent, lie lay lain lying, light lit, lose lost,
make made, mean meant, meet met, mistake mistook mistaken, mow mown, overcome overcame,
override overrode overridden, oversee oversaw overseen, overtake overtook overtaken,
overthrow overthrew overthrown, pay paid, plead pled, prove proven, rebuild rebuilt,
ride rode ridden, ring rang rung, rise rose risen, run ran, saw sawn, say said,
see saw seen, seek sought, sell sold, send sent, sew sewn, shake shook shaken, shine shone,
shoot shot, show shown, shrink shrank shrunk, sing sang sung, sink sank sunk, sit sat,
slay slew slain, sleep slept, slide slid, sling slung, smell smelt, sow sown,
speak spoke spoken, speed sped, spell spelt, spend spent, spill spilt, spin spun, spit spat,
spoil spoilt, spring sprang sprung, stand stood, steal stole stolen, stick stuck,
sting stung, stink stank stunk, stride strode, strike struck stricken, string strung,
strive strove striven, swear swore sworn, sweep swept, swell swollen, swim swam swum,
swing swung, take took taken, teach taught, tear tore torn, tell told, think thought,
throw threw thrown, tread trod trodden, undergo underwent undergone, understand understood,
undertake undertook undertaken, undo undid undone, uphold upheld, wake woke woken,
wear wore worn, weave wove woven, weep wept, win won, wind wound,
withdraw withdrew withdrawn, withhold withheld, withstand withstood, wring wrung,
write wrote written
"""

_IRREGULAR_DEGREES = """
good better best, well better best, bad worse worst, far farther farthest further furthest,
little less least, much more most, many more most, old elder eldest
"""

_IRREGULAR_NOUNS = """
man men, woman women, child children, foot feet, tooth teeth, goose geese, mouse mice,
louse lice, ox oxen, person people, penny pence, die dice, criterion criteria,
phenomenon phenomena, medium media, datum data, bacterium bacteria, crisis crises,
analysis analyses, basis bases, thesis theses, hypothesis hypotheses, emphasis emphases,
oasis oases, diagnosis diagnoses, axis axes, stimulus stimuli, nucleus nuclei,
alumnus alumni, fungus fungi, cactus cacti, radius radii, index indices, matrix matrices,
appendix appendices, life lives, wife wives, knife knives, half halves, self selves,
shelf shelves, leaf leaves, loaf loaves, thief thieves, wolf wolves, calf calves,
scarf scarves, hoof hooves, elf elves, sheaf sheaves
"""


def _by_form(*tables: str) -> dict[str, tuple[str, ...]]:
    """Return the plain words of every irregular form: ``left`` is a form of ``leave``."""
    found: dict[str, tuple[str, ...]] = {}
    for row in ",".join(tables).split(","):
        plain, *forms = row.split()
        for form in forms:
            found[form] = (*found.get(form, ()), plain)
    return found


IRREGULAR = _by_form(_IRREGULAR_VERBS, _IRREGULAR_DEGREES, _IRREGULAR_NOUNS)

_SHORTEST_STEM = 2  # letters before an ending: "used" and "goes" have one, "bed" and "yes" none


def phrase_forms(phrase: str) -> tuple[str, ...]:
    """Return *phrase* and what it may be an inflection of, by its first and its last word.

    >>> phrase_forms("gave up")
    ('gave up', 'give up')
    """
    first, space, rest = phrase.partition(" ")
    if not space:
        return word_forms(phrase)
    middle, space, last = rest.rpartition(" ")
    return tuple(
        f"{head} {middle}{space}{tail}" for head in word_forms(first) for tail in word_forms(last)
    )


def word_forms(word: str) -> tuple[str, ...]:
    """Return *word* and the plain forms it may be an inflection of; each stands there once.

    >>> word_forms("bodies")
    ('bodies', 'bodie', 'body')
    """
    found = [word]
    owner = word.removesuffix("'s") if word.endswith("'s") else word.removesuffix("'")
    if owner != word:
        found.append(owner)
    found += IRREGULAR.get(owner, ())
    found += _without_ending(owner)
    return tuple(dict.fromkeys(found))


def _without_ending(word: str) -> list[str]:
    """Return what *word* may be without its ending, if it has one."""
    for ending, restore in _ENDINGS:
        if word.endswith(ending):
            long_enough = len(word) >= len(ending) + _SHORTEST_STEM
            return restore(word[: -len(ending)]) if long_enough else []
    return []


def _plural(stem: str) -> list[str]:
    """``door-s``, ``bodie-s``, ``boxe-s``; but neither ``glas-s`` nor ``bu-s`` nor ``thi-s``."""
    if stem[-1] in "siu":
        return []
    if stem.endswith("ie"):
        return [stem, stem[:-2] + "y"]
    return [stem, stem[:-1]] if stem.endswith("e") else [stem]


def _inflected(stem: str) -> list[str]:
    """``walk-ed``, ``us-ed``, ``stopp-ed``, ``carri-ed``: also before -ing, -er and -est."""
    found = [stem, stem + "e"]
    if stem[-1] == stem[-2]:
        found.append(stem[:-1])
    elif stem.endswith("i"):
        found.append(stem[:-1] + "y")
    elif stem.endswith("y"):
        found.append(stem[:-1] + "ie")
    return found


def _agreed(stem: str) -> list[str]:
    """``agr-eed``, ``fr-eed``; but ``seed`` is no form of ``see``, and its stem is too short."""
    return [stem + "ee"]


def _adverb(stem: str) -> list[str]:
    """``quick-ly``, ``happi-ly``, ``possib-ly``, ``historical-ly``."""
    found = [stem]
    if stem.endswith("i"):
        found.append(stem[:-1] + "y")
    elif stem.endswith("al"):
        found.append(stem[:-2])
    elif stem.endswith("b"):
        found.append(stem + "le")
    return found


# The first that fits is cut off.
_ENDINGS = (
    ("eed", _agreed),
    ("ing", _inflected),
    ("est", _inflected),
    ("ed", _inflected),
    ("er", _inflected),
    ("ly", _adverb),
    ("s", _plural),
)
