"""Words of the closed classes: they join other words and say little about the subject.

Two texts are not alike for sharing them, and one of them seldom stands for a word of another
class. English words are told apart by class; of some other languages the commonest are known,
enough to tell which language a pair is in; in any other, rarity must do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

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

_OTHER_LANGUAGES = {
    "German": """
        der die das den dem des ein eine einen einem einer eines und oder aber denn sondern dass
        ob wenn als wie weil in im an am auf aus bei beim bis durch für gegen mit nach ohne seit
        über um unter von vom vor zu zum zur zwischen ich du er sie es wir ihr ihn ihm ihnen uns
        mich dich sich mein dein sein seine seiner seinem seinen ihre ihrer ihrem ihren unser
        dieser diese dieses diesen diesem ist sind war waren wird werden wurde wurden hat haben
        hatte hatten kann können soll will muss nicht auch nur noch schon sehr so kein keine man
    """,
    "French": """
        le la les un une des du de d l au aux et ou mais donc car ni que qui quoi dont où ce cet
        cette ces il elle ils elles on nous vous je tu se s me te lui leur leurs son sa ses mon
        ma mes notre nos votre vos dans en sur sous par pour avec sans chez vers entre depuis à
        est sont était étaient être a ont avait avaient avoir ne n pas plus très aussi comme si
        qu c y tout tous toute toutes même
    """,
    "Spanish": """
        el la los las un una unos unas lo al del de y e o u pero sino que quien quienes cual como
        cuando donde si porque se su sus mi mis tu tus le les me te nos yo él ella ellos ellas en
        a con por para sin sobre entre hasta desde hacia es son era eran fue fueron ser está
        están estaba ha han había haber no ni más muy también ya este esta estos estas ese esa
        eso esto
    """,
    "Italian": """
        il lo la i gli le un uno una di a da in con su per tra fra del dello della dei degli delle
        al allo alla ai agli alle dal dalla dai dalle nel nella nei nelle sul sulla e ed o ma che
        chi cui non si se come quando dove perché è sono era erano essere ha hanno aveva avere
        più molto anche già questo questa questi queste quello quella suo sua suoi sue mi ti ci
        vi ne lui lei loro io
    """,
    "Portuguese": """
        o a os as um uma uns umas de do da dos das em no na nos nas ao aos à às por pelo pela
        pelos pelas para com sem sobre entre até desde e ou mas que quem como quando onde se
        porque não mais muito também já é são era eram foi foram ser está estão há tem têm tinha
        seu sua seus suas ele ela eles elas eu você este esta isso isto esse essa lhe
    """,
    "Dutch": """
        de het een en of maar want dat die dit deze wie wat waar als dan toen omdat in op aan uit
        bij van voor met naar door over om te tot onder tussen tegen zonder ik je jij u hij zij
        ze wij we hem haar hun ons mij zich zijn is was waren wordt werden werd heeft hebben had
        hadden kan kunnen zal zou moet niet geen ook nog al er zo zeer
    """,
    "Russian": """
        и в во на с со к ко по о об от до из за для у при над под без через между не ни но а да
        или что чтобы как когда где если то это этот эта эти тот та те он она оно они я ты мы вы
        его её их ему ей им себя свой был была было были есть будет же ли бы уже ещё только так
    """,
    "Turkish": """
        ve bir bu da de için ile olarak çok daha gibi ama o ne ki mi mı mu mü her kadar sonra önce
        değil olan en ancak şu ya veya hem ise var yok ben sen biz siz onlar bunu onu göre
    """,
    "Azeri": """
        və bir bu da də üçün ilə olaraq çox daha kimi amma o nə ki mi mı mu mü hər qədər sonra
        əvvəl deyil olan ən lakin ya isə var yox mən sən biz siz onlar bunu onu görə
    """,
    "Chinese": """
        的 了 是 在 和 有 不 我 他 她 它 们 这 那 也 就 都 与 及 而 或 但 被 把 从 到 对 为 于 之 其
    """,
    "Japanese": """
        は が の を に で と も へ や か な た だ て し い る れ ら さ す まし です ます する
        から まで より
    """,
}


def _table() -> dict[str, dict[str, str]]:
    tables = {"English": {word: name for name, words in _CLASSES.items() for word in words.split()}}
    for language, words in _OTHER_LANGUAGES.items():
        tables[language] = dict.fromkeys(words.split(), FUNCTION_WORD)
    return tables


OPEN = "adverb or quantifier"
FUNCTION_WORD = "function word"  # of a language whose classes are not told apart
# Those that verbs and adjectives govern ("able to", "carry out"); where a phrase begins with
# a particle, the word before it governs it.
GOVERNED = frozenset(
    """
    to of as on for from with at by in into out up off over down away than per
    """.split()
)
PARTICLES = frozenset(["out", "up", "off", "down", "away"])
_CLITICS = frozenset(["s", "re", "ve", "ll", "d", "m", "t"])
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve",
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
)
NUMBER_WORDS = {
    word: f"{n}{ending}"
    for words, ending in zip(_NUMBERS, ("", "th"), strict=True)
    for n, word in enumerate(words.split())
} | {"first": "1st", "second": "2nd", "third": "3rd"}


_TABLES: Mapping[str, Mapping[str, str]] = _table()


def language_of(words: Mapping[str, int]) -> str:
    """Return the language whose function words are the most among *words*, counted.

    English where none is.

    >>> language_of({"der": 3, "hund": 2, "und": 1})
    'German'
    """
    return max(_TABLES, key=lambda language: hits_of(language, words))


def hits_of(language: str, words: Mapping[str, int]) -> int:
    """Return how many of *words*, counted, are function words of *language*."""
    return sum([words.get(word, 0) for word in _TABLES[language]])


def word_classes(language: str) -> Callable[[str], str | None]:
    """Return the function that tells a comparison key's closed class, None for a content word.

    >>> [word_classes("English")(w) for w in ("within", "they're", "isn't", "sea")]
    ['preposition', 'pronoun', 'auxiliary', None]
    """
    table = _TABLES[language]

    def class_of(name: str) -> str | None:
        head, mark, tail = name.partition("'")
        if not mark:
            return table.get(name)
        # "they're" and "isn't", but not the French "l'eau", whose second part counts.
        return table.get(name.removesuffix("n't")) or (
            table.get(head) if tail in _CLITICS else None
        )

    return class_of
