"""Where a full stop ends an abbreviation, an initial or an ordinal, and no sentence.

Some abbreviations need something behind them, in any language that is written here with spaces:
``z. B. Kartoffeln``, ``Gen. Tveit``, ``Fig. 3``. Others may be the last word of a sentence
(``usw.``, ``a. C.``, ``1932 r.``): there a capital tells that another one begins.
"""

from __future__ import annotations

import regex

# Titles, kinds of streets, and what introduces an example or explanation: whatever follows belongs
# to them. The parts of those with several are written with or without spaces.
_BEFORE_ANYTHING = frozenset(
    """
    mr mrs ms mx messrs dr dra drs prof rev maj capt cmdr lt sgt cpl adm gov pres st ste sr sra srta
    jr mme mlle dhr mevr dl dna sig sig.ra dott ing mgr mudr hr
    vs cf approx eg ie e.g i.e
    bzw vgl evtl ggf inkl z.b d.h u.a v.a z.t u.u i.d.r o.g m.e z.zt
    p.ex p.ej p.es bijv d.w.z dwz o.a m.a.w t.ex d.v.s dvs bl.a f.eks s.k esim ns
    m.in np tj tzn tzw tzv např npr ul św sv pl ún
    т.е т.к т.н т.ч и.о напр ул проф акад св тов
    π.χ δηλ bkz örn
    """.split()
)
# So do these where they have a capital: without one most are words, which may end a sentence.
_CAPITALIZED = frozenset(
    "hon gen col rep sen sec fr mm mt av mon tue tues wed thu thur thurs fri sat".split()
)
# These need a number.
_BEFORE_NUMBERS = frozenset(
    """
    no nos nr núm num vol vols fig figs eq p pp pág pag art arts ch chap cap kap sec sect st str abb
    abs bd tab tel ca kb est č kl jan feb mar apr jun jul aug sep sept oct nov dec sun ст стр рис гл
    табл
    """.split()
)
_STREET = "str"  # "Hauptstr. 5"
_BEFORE_CHRIST = frozenset(["av", "apr", "ap"])  # these need an abbreviation
_LONGEST = max(map(len, _BEFORE_ANYTHING | _CAPITALIZED | _BEFORE_NUMBERS))
_SEEN = 24  # characters; none, no number of an item and no initials are so long
_FEW = 4  # words; what introduces a sentence has so many at most: "In October 1932"

# The parts of an abbreviation, with spaces or without: "z. B", "p.ex", "Gen". As below, there are
# 12 at most, more than ``_SEEN`` characters hold; without a limit the time would not be linear.
_PARTS = regex.compile(r"(?r)(?<![\p{L}\p{M}\p{N}'\u2019-])(?:\p{L}{1,4}\.[^\S\n]?){0,12}\p{L}+\Z")
_INITIALS = regex.compile(r"(?r)(?<![\p{L}\p{M}\p{N}.'\u2019-])(?:\p{L}\.-?){0,12}\p{L}\Z")
# "3." at the start of a line, or by itself, is the number of a list's item.
_ENUMERATOR = regex.compile(r"(?m)^[^\S\n]*+[(\[]?\p{N}{1,3}+(?:\.\p{N}{1,3}+)*+\Z")
# A German noun follows an ordinal: "am 3. Oktober".
_ORDINAL = regex.compile(
    r"(?<!\p{L})(?:(?<!I )am|beim|das|dem|den|der|des|im|ins|vom|zum|zur)"
    r"[^\S\n]\p{N}{1,2}+\Z"
)
# Spanish plurals have each letter twice: "EE. UU.", the United States.
_TWICE = regex.compile(r"(?<!\p{L})(\p{Lu})\1\Z")
_TWICE_MORE = regex.compile(r"\s(\p{Lu})\1\.")
# Small letters in a row, or a year, century or measure: "и т. д.", "1932 r.", "5 m."
_SMALL = regex.compile(
    r"(?<!\p{L})(?:(?:\p{Ll}\.[^\S\n]?){1,12}\p{Ll}"
    r"|(?:\p{N}|(?<!\p{L})[IVXLC]+[^\S\n])[^\S\n]?\p{Ll})\Z"
)
# Capitals that may end a sentence, though they look like initials.
_CAPITALS = regex.compile(
    r"(?<!\p{L})(?:[ad]\.[^\S\n]?C|e\.[^\S\n]?V|o\.[^\S\n]?Ä|(?:av|apr|ap)\.[^\S\n]?J\.-C)\Z"
)
_MORE = regex.compile(r"\s(?:J\.-C\.|\p{Lu}\p{L}{0,2}\.)")  # "v. Chr.", "av. J.-C.", "J. R. R."
# A time of day, which may end a sentence too, and the days and zones that belong to it: "6 p.m.
# Monday", "9 a.m. GMT", "8 p.m. Eastern time".
_TIME = regex.compile(r"\p{N}[^\S\n]?[AaPp]\.[^\S\n]?[Mm]\Z")
_OF_TIME = regex.compile(
    r"\s[(\[]?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[.,]"
    r"|(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)\s\p{N}"
    r"|(?:[A-Z]{1,4}T|UTC)\b|(?:\p{Lu}\w+\s){1,3}[Tt]ime\b)"
)
# A space ends sentences in Thai and Lao; a stop behind a few letters only shortens a word.
_THAI = regex.compile(r"(?<![\p{Thai}\p{Lao}])(?:[\p{Thai}\p{Lao}]\p{M}*){1,4}\Z")
_CAPITAL = regex.compile(r"\W*\p{Lu}")
_NUMBER = regex.compile(r"\s*(?:\p{N}|[IVXLC]+\b)")


def ends_no_sentence(text: str, start: int, dot: int) -> bool:
    """Return whether the full stop at *dot* belongs to an abbreviation, an initial or an ordinal.

    The sentence begins at *start*. Behind the stop stands no small letter.

    >>> [ends_no_sentence(f"Ask {who}. Lee.", 0, 4 + len(who)) for who in ("Dr", "A. B", "him")]
    [True, True, False]
    >>> text = "Es gibt z. B. Brot, Milch usw. Dann"
    >>> [ends_no_sentence(text, 0, n) for n, sign in enumerate(text) if sign == "."]
    [True, True, False]
    """
    tail = text[max(start, dot - _SEEN) : dot]
    if len(tail) > _LONGEST and tail[-_LONGEST - 1 :].isalpha():
        return tail.endswith(_STREET) and _NUMBER.match(text, dot + 1) is not None
    if _ENUMERATOR.search(tail) or _ORDINAL.search(tail) or _THAI.search(tail):
        return True
    if _needs_more(tail, text, dot + 1):
        return True
    is_time = _TIME.search(tail) is not None
    if is_time or _SMALL.search(tail) or _CAPITALS.search(tail):
        is_sentence = text.count(" ", start, dot) >= _FEW
        more = _OF_TIME if is_time else _MORE
        return (
            not (is_sentence and _CAPITAL.match(text, dot + 1))
            or more.match(text, dot + 1) is not None
        )
    # An initial before a capital is taken for part of a name: "J. Smith", "U.S. Marine".
    return _INITIALS.search(tail) is not None


def _needs_more(tail: str, text: str, behind: int) -> bool:
    """Return whether *tail* ends with an abbreviation that what stands *behind* it belongs to."""
    found = _PARTS.search(tail)
    if found is None:
        return False
    parts = [part.strip() for part in found.group().casefold().split(".")]
    if any(".".join(parts[n:]) in _BEFORE_ANYTHING for n in range(len(parts))):
        return True
    last = parts[-1]
    return bool(
        (last in _CAPITALIZED and found.group()[-len(last)].isupper())
        or ((last in _BEFORE_NUMBERS or last.endswith(_STREET)) and _NUMBER.match(text, behind))
        or (last in _BEFORE_CHRIST and _MORE.match(text, behind))
        or (_TWICE.search(tail) and _TWICE_MORE.match(text, behind))
    )
