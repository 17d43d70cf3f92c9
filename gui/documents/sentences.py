"""Where sentences end: rules on punctuation, case and abbreviations, for any script."""

from __future__ import annotations

import regex

from .model import Span

# A full stop, question or exclamation mark (of any script), closing quotes and brackets, then
# white space or, where the space was lost, a capitalised word; ideographic full stops need no
# space behind them.
_STOPS = ".!?\u2026\u061f\u06d4\u0964\u0965\u1362\u203c\u2047-\u2049"
_STOP = regex.compile(
    # Whole runs only: a line of dots is looked at once, not once for each dot.
    rf"(?<![{_STOPS}])(?P<stop>[{_STOPS}]++)(?P<close>[\"'\u2019\u201d\u00bb\u203a)\]}}*_]*+)"
    r"(?:\s+|(?P<lost>(?=[\"'\u2018\u201c\u00ab([]?\p{Lu}\p{M}*\p{Ll})))"
    r"|[\u3002\uff01\uff1f\uff61]+[\u300d\u300f\u3011\uff09\u201d\u2019\"')\]]*\s*"
)
_OPENING = "\"'\u2018\u201c\u00ab\u2039([{\u00bf\u00a1\u201e\u201a*_-\u2013\u2014"
# Titles and the like: a name or number follows, never a new sentence.
_BEFORE_NAMES = frozenset(
    """
    mr mrs ms mx dr prof rev hon gen col maj capt cmdr lt sgt cpl adm gov sen rep pres sec st fr
    sr jr messrs mme mlle no nos vol fig figs eq pp art ch vs v ca cf e.g i.e eg ie approx
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
    dept est nr bzw z.b d.h str hr
    """.split()
)
_LONGEST = max(map(len, _BEFORE_NAMES))
_INITIALS = regex.compile(r"(?:\p{L}\.)*+\p{L}")
# "3." at the start of a line counts the item behind it.
_ENUMERATOR = regex.compile(r"(?m)^[^\S\n]*+[(\[]?\p{N}{1,3}+(?:\.\p{N}{1,3}+)*+\Z")
_SMALL_END = regex.compile(r"(?<=\p{L}\p{M}*\p{Ll}\p{M}*)")
# What stands in an address and not in a word: "example.org/search?Query=tide" is one.
# (?r) searches from the end, where the answer is.
_ADDRESS = regex.compile(r"(?r)[/@=&]\S*$")
_MAIL = regex.compile(r"[^\s@]{0,64}@")
_LAST_WORD = regex.compile(r"(?r)[\p{L}\p{N}.\u2019'-]*$")


def split_sentences(text: str, section: Span) -> list[Span]:
    r"""Return the sentences of one section, without the white space between them.

    A full stop ends a sentence unless it ends an initial (``J. Smith``), a title or month
    (``Gen. Tveit``, ``Jan. 31``), counts an item at the start of a line (``2. Stir``), or is
    followed by a small letter. Where the space behind it was lost, it ends one between a small
    letter and a capitalised word: ``begins.Residents``, but not ``Node.js`` or ``U.S.``.

    >>> text = "Gen. Smith left on Jan. 3. He said: \u201cNo.\u201d It rained.Then it snowed."
    >>> [s.of(text) for s in split_sentences(text, Span(0, len(text)))]
    ['Gen. Smith left on Jan. 3.', 'He said: “No.”', 'It rained.', 'Then it snowed.']
    """
    found = []
    start = section.start
    for stop in _STOP.finditer(text, section.start, section.end):
        if stop.end() >= section.end:
            break
        if not _ends_sentence(text, start, stop, section.end):
            continue
        found.append(Span(start, stop.start() + len(stop.group().rstrip())))
        start = stop.end()
    found.append(Span(start, section.end))
    return found


def _ends_sentence(text: str, start: int, stop: regex.Match[str], limit: int) -> bool:
    mark = stop.group("stop")
    if mark is None:  # an ideographic full stop
        return True
    if stop.group("lost") is not None and not _lacks_space(text, start, stop.start()):
        return False
    at = stop.end()
    while at < limit and text[at] in _OPENING:
        at += 1
    following = text[at] if at < limit else ""
    if following.islower():
        return False
    dot = stop.start()
    if mark != "." or stop.group("close"):
        return True
    if dot - start > _LONGEST and text[dot - _LONGEST - 1 : dot].isalpha():
        return True  # no abbreviation is so long
    tail = max(start, dot - 24), dot
    word = _LAST_WORD.search(text, *tail)
    last = word.group() if word else ""
    if last.casefold() in _BEFORE_NAMES or _ENUMERATOR.search(text, *tail):
        return False
    # "J. Smith", "U.S. Marine": an initial before a capital is taken as part of a name.
    return not _INITIALS.fullmatch(last)


def _lacks_space(text: str, start: int, dot: int) -> bool:
    """Tell whether a stop that a capitalised word follows at once stands between two sentences."""
    if not _SMALL_END.match(text, dot):
        return False
    return not (_ADDRESS.search(text, max(start, dot - 200), dot) or _MAIL.match(text, dot))
