"""What may vary in writing without changing what is said: one folding for each option.

The text that people see is never changed; it is folded only to be compared. Two words that are
equal once everything is folded have the same comparison key, and the foldings that were needed
tell what kind of difference there is (``difference_kind``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Container, Mapping
from functools import lru_cache
from itertools import pairwise

import regex

from ...lexicon.grammar import hits_of, language_of
from ...resources import read_table
from ..cancellation import checked
from ..comparison import ChangeKind, Options

# Characters with no shape of their own: soft hyphen, zero-width spaces and joiners, marks of
# direction, variation selectors (Unicode's Default_Ignorable_Code_Point).
INVISIBLE = regex.compile(r"\p{Default_Ignorable_Code_Point}+")
SOFT_HYPHEN = "\u00ad"
_JOINER = "\u200d"  # which makes half of some letters
_LONG = 9  # characters; hyphenation divides nearly all longer words
_SHORTEST = 6  # letters; it divides most words that have so many
_FEW = 3  # divided words; no more are too few to tell how a text is set
_SOUND = 10  # of so many divided words, at most one may be divided where no program would
_LINE = 20  # characters that a line has at least
LEFTWARDS = ("R", "AL")  # Unicode's classes of Hebrew, Arabic and their like
# Marks of direction and embeddings, but no overrides, which make a text look what it is not.
DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069")

_SINGLE_QUOTES = (
    "\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u02bb\u02bc\u05f3\u275b\u275c\u300e\u300f"
    "\ufe43\ufe44\uff07`\u00b4"
)
_DOUBLE_QUOTES = (
    "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u05f4\u275d\u275e\u300c\u300d\u301d\u301e\u301f"
    "\ufe41\ufe42\uff02\uff62\uff63"
)
_DASHES = (
    "\u05be\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2e3a\u2e3b\ufe31\ufe32\ufe58\ufe63"
    "\uff0d"
)
_QUOTES = str.maketrans(
    {**dict.fromkeys(_SINGLE_QUOTES, "'"), **dict.fromkeys(_DOUBLE_QUOTES, '"')}
)
_DASHED = str.maketrans({**dict.fromkeys(_DASHES, "-"), "\u301c": "~", "\uff5e": "~"})
# A double quotation mark, or how typewriters write it: the same sign as a single one.
_DOUBLED = frozenset(['"', "''", ",,", "<<", ">>"])
_QUOTE = f"[\"'{_SINGLE_QUOTES}{_DOUBLE_QUOTES}]"
# The last quotation mark before a sign, searched from the end: group 1 is one that opens.
_LAST_QUOTE = regex.compile(rf"(?r)(?<![^\s(\[])({_QUOTE})|(?<=\S){_QUOTE}(?!\w)")
_QUOTED = 400  # characters before the sign in which it is looked for
_DASH_RUN = regex.compile("-{2,3}")
# Of a word, at the end of a line; text recognition reads the hyphen as a sign of negation.
_DIVISION = regex.compile(r"[-\u00ac\u00ad\u2010][ \t]*\n[ \t]*")
_ELLIPSIS = regex.compile(r"\.{3,}")

# Vowel marks and cantillation of Hebrew, Arabic and Syriac, and the tatweel that lengthens a word.
# Not U+0653 to U+0655: madda and hamza make another letter.
_VOWEL_MARKS = regex.compile(
    r"[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u0652"
    r"\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1"
    r"\u08e3-\u08ff\u0711\u0730-\u074a]+"
)
_CYRILLIC_VOWELS = "АЕЁИОУЫЭЮЯІЇЄѢаеёиоуыэюяіїєѣ"
_STRESS = regex.compile(f"(?<=[{_CYRILLIC_VOWELS}])[\u0300\u0301]")
_STRESSED = str.maketrans("\u0400\u0450\u040d\u045d", "ЕеИи")
_OTHER_DIGIT = regex.compile(r"(?![0-9])\p{Nd}")
# The dot that Lithuanian keeps below an accent ("i̇́"), and that İ leaves when made small.
_KEPT_DOT = regex.compile("(?<=[ijįIJĮ])\u0307")

_TURKIC = ("Turkish", "Azeri")
_TURKIC_LETTERS = frozenset("ıİğĞə")
_TURKIC_CAPITALS = str.maketrans("Iİ", "ıi")
# Thai, Lao, Burmese and Khmer: the marks of a syllable and the letters written below it are typed
# in any order, and a tone even behind the vowel that it belongs before.
_SYLLABIC = regex.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_LATE_TONE = regex.compile(r"([\u0e32\u0eb2])([\u0e48-\u0e4b\u0ec8-\u0ecb]++)")
_ATTACHED = regex.compile(r"(?:([\u1039\u17d2]\p{L}|\p{M})){2,}+")
_EVERYTHING = Options()


@lru_cache(maxsize=1)
def _spellings() -> tuple[Mapping[int, str], Mapping[str, str], frozenset[str]]:
    """Return what texts are compared by for a character, for several, and where these begin."""
    found = {
        _characters(other): _characters(one)
        for table in read_table("model", "spellings.toml").values()
        for one, others in table.items()
        for other in others.split()
    }
    several = {other: one for other, one in found.items() if len(other) > 1}
    single = {ord(other): one for other, one in found.items() if len(other) == 1}
    return single, several, frozenset([other[0] for other in several])


def _characters(codes: str) -> str:
    return "".join([chr(int(code, 16)) for code in codes.split("-")])


def _respelt(token: str) -> str:
    """Return *token* with each letter in the one of its encodings that texts are compared by."""
    if _SYLLABIC.search(token):
        token = _LATE_TONE.sub(r"\2\1", token)
        token = _ATTACHED.sub(lambda marks: "".join(sorted(marks.captures(1))), token)
    return _joined(token).translate(_spellings()[0])


def _joined(token: str) -> str:
    """Return *token* with one character for a letter that is written in several."""
    _, several, firsts = _spellings()
    if not firsts.isdisjoint(token):
        for other, one in several.items():
            token = token.replace(other, one)
    return token


def _shown(token: str) -> str:
    """Return *token* without invisible characters, but with the half letters that they make."""
    return INVISIBLE.sub("", _joined(token) if _JOINER in token else token)


def key(token: str, turkic: bool = False) -> str:
    r"""Return what *token* is compared by.

    >>> key("\u201c") == key("`"), key("Caf\u00e9") == key("cafe\u0301"), key("de\u200bfense")
    (True, True, 'defense')
    """
    if token.isascii() and token.isalnum():
        return token.translate(_TURKIC_CAPITALS).casefold() if turkic else token.casefold()
    return folded(token, _EVERYTHING, turkic) or token


def folded(token: str, options: Options, turkic: bool = False) -> str:
    """Return *token* without what *options* call minor; *turkic* texts have a small ı for I.

    >>> folded("‘ÉTAT’ – 10\u202f000", Options(case=False))
    "'ÉTAT'-10000"
    """
    if options.marks and not token.isascii():
        token = _shown(token)
    if options.spacing:
        token = "".join(_DIVISION.sub("", token).split())
    if options.quotes:
        token = token.translate(_QUOTES)
        token = "'" if token in _DOUBLED else token
    if options.dashes:
        token = token.translate(_DASHED)
        token = "-" if _DASH_RUN.fullmatch(token) else token
    if options.marks:
        token = _without_marks(token)
    if options.case:
        token = token.translate(_TURKIC_CAPITALS) if turkic else token
        token = token.casefold() if options.marks else _small(token)
    if options.marks and not token.isascii():
        token = unicodedata.normalize("NFC", _KEPT_DOT.sub("", token))
    return token


def is_other_measure(a: str, b: str, texts: tuple[str, str], places: tuple[int, int]) -> bool:
    """Return whether *a* and *b* are 5' and 5": signs of feet and inches, not of a quotation.

    Each stands in its text, at its place, behind a digit, and no quotation is open there.
    """
    doubled = [sign.translate(_QUOTES) in _DOUBLED for sign in (a, b)]
    if doubled[0] == doubled[1]:
        return False
    for text, at in zip(texts, places, strict=True):
        last = _LAST_QUOTE.search(text, max(0, at - _QUOTED), at)
        if not text[at - 1 : at].isdigit() or (last and last[1]):
            return False
    return True


def _small(token: str) -> str:
    """Return *token* in small letters, its ligatures and full-width letters left as they are."""
    return "".join([c if unicodedata.decomposition(c)[:1] == "<" else c.casefold() for c in token])


def _without_marks(token: str) -> str:
    """Return *token* in the one encoding and without the marks that writing may leave out.

    >>> [_without_marks(word) for word in ("за́мок", "٢٠٢٤", "ﬁn", "...")]
    ['замок', '2024', 'fin', '…']
    """
    if not token.isascii():
        token = unicodedata.normalize("NFKC", token)
        token = _respelt(_VOWEL_MARKS.sub("", token))
        # Short words are told apart by it: Bulgarian ѝ and и, Macedonian сѐ and се.
        if len(token) > 2:
            token = token.translate(_STRESSED)
            token = _STRESS.sub("", token)
        token = _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0], digit[0])), token)
    return "…" if token.startswith(".") and _ELLIPSIS.fullmatch(token) else token


def is_turkic(words: Collection[str]) -> bool:
    """Return whether different *words*, as written, are Turkish or Azeri: I is a capital ı.

    Told by the function words, and in a headline, which has none, by the letters that other
    languages lack. A name (``Erdoğan``) makes no English text Turkish.

    >>> is_turkic(["IŞIK", "ve", "ışık"]), is_turkic(["Erdoğan", "and", "IN"])
    (True, False)
    """
    marked = sum(not _TURKIC_LETTERS.isdisjoint(word) for word in words)
    if not marked:
        return False
    small = dict.fromkeys([key(word, turkic=True) for word in words], 1)
    most = hits_of(language_of(small), small)
    turkic = max(hits_of(language, small) for language in _TURKIC)
    return turkic >= most and (turkic > 0 or 4 * marked >= len(words))


# Invisible characters that spelling asks for: joiners in the scripts whose letters change their
# shape, selectors of a character's variant. Anywhere else they are put in to deceive.
# So is any that stands beside a letter of a script that has no spaces between words: it tells where
# a line may end.
_UNSPACED = (
    r"[\p{LB=SA}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}\p{Han}\p{Bopomofo}"
    r"\u3001-\u30ff\uff01-\uff9f]"
)
_ZERO_WIDTH = r"[\u00ad\u200b-\u200d\u2060\ufeff]"
_SPELT = regex.compile(
    r"(?<=[\p{Arabic}\p{Syriac}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}"
    r"\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Khmer}\p{Myanmar}"
    r"\u064b-\u0652])[\u200c\u200d]"
    r"|(?<=[\p{Extended_Pictographic}\p{Han}\p{Mongolian}])\p{Variation_Selector}"
    r"|\u00ad(?=[ \t]*\n)"
    rf"|(?<={_UNSPACED}){_ZERO_WIDTH}++|(?<!{_ZERO_WIDTH}){_ZERO_WIDTH}++(?={_UNSPACED})"
)
_LETTERS = r"(?:\p{L}\p{M}*)"
_DIVIDING = regex.compile(rf"(?<={_LETTERS}{{2}})\u00ad(?={_LETTERS}{{2}})")
_RUN_OF_LETTERS = regex.compile(rf"(?:{_LETTERS}|\u00ad){{2,}}+")
_NO_SYLLABLE = regex.compile(r"[\p{Latin}\p{Greek}\p{Cyrillic}]++")  # unless it has a vowel
_VOWEL = regex.compile(rf"(?i)[aeiouyæøœıαεηιουω{_CYRILLIC_VOWELS}]")
_WIDE = regex.compile("[\uff21-\uff3a\uff41-\uff5a]")
_NARROW = regex.compile("[A-Za-z]")


def is_hyphenated(text: str) -> bool:
    r"""Return whether a program put soft hyphens into *text*, where it may divide words.

    It puts them into most words that are long enough, or leaves one at the end of a line now and
    then. Whoever wants to deceive puts them anywhere, and into the words that matter to them.

    >>> text = "The min|is|ter re|signed af|ter a let|ter from Lon|don."
    >>> is_hyphenated(text.replace("|", "\u00ad"))
    True
    >>> is_hyphenated("The m|inister resi|gn|ed aft|er a l|etter.".replace("|", "\u00ad"))
    False
    """
    if SOFT_HYPHEN not in text:
        return False
    found = [*checked(_RUN_OF_LETTERS.finditer(text))]
    words = [(match.start(), match[0].split(SOFT_HYPHEN)) for match in found]
    divided = [(at, parts) for at, parts in words if len(parts) > 1]
    sound = sum([all(map(_is_syllable, parts)) for _, parts in divided])
    if len(divided) <= _FEW or _SOUND * sound < (_SOUND - 1) * len(divided):
        return False
    whole = sum([len(parts) == 1 and len(parts[0]) >= _SHORTEST for _, parts in words])
    apart = all(y - x >= _LINE for (x, _), (y, _) in pairwise(divided))
    return len(divided) >= whole or (apart and all(len(parts) == 2 for _, parts in divided))


def _is_syllable(part: str) -> bool:
    """Return whether words may be divided before and behind *part*, as far as its letters tell."""
    plain = _bare(part)
    return len(plain) > 1 and not (_NO_SYLLABLE.fullmatch(plain) and not _VOWEL.search(plain))


def difference_kind(
    a: str, b: str, options: Options, ordinary: tuple[Container[str], Container[str]] = ((), ())
) -> ChangeKind:
    r"""Return the kind of change between two elements that are written in two ways.

    Their keys are equal, or the one looks like the other (``equivalence``). Where *options* do
    not call the difference minor, it is a substitution. *ordinary* are the invisible characters
    that belong to the typography of either document (``Tokens.typography``).

    >>> difference_kind("Defense", "DEFENSE", Options()).value
    'minor'
    >>> difference_kind("caf\u00e9", "cafe\u0301", Options(marks=False)).value
    'substitution'
    >>> difference_kind("defense", "de\u200bfense", Options()).value
    'look-alike'
    """
    disguises = _disguises(a, ordinary[0]), _disguises(b, ordinary[1])
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


def _disguises(token: str, ordinary: Container[str]) -> list[str]:
    r"""Return the characters that only make *token* look like what it is not.

    Invisible ones (``cop\u200bper``), letters of mathematics and in circles (``𝐜opper``), and
    full-width letters among plain ones. Not those that are *ordinary*, nor a soft hyphen inside a
    long word, nor marks of direction beside letters that run to the left.
    """
    if token.isascii():
        return []
    token = _SPELT.sub("", token)
    if len(token) > _LONG or SOFT_HYPHEN in ordinary:
        token = _DIVIDING.sub("", token)
    token = "".join([c for c in token if c == SOFT_HYPHEN or c not in ordinary])
    if any(unicodedata.bidirectional(c) in LEFTWARDS and c.isalpha() for c in token):
        token = "".join([c for c in token if c not in DIRECTIONS])
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
