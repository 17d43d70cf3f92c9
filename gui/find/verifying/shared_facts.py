"""Finds names and figures that two articles share, and whether the same stand at the same places.

A capital alone makes no name: it also begins sentences and quotations, and is in headlines, months
and days of the week. And the day and time of an article are figures, but not of its story.

A spinner swaps words and leaves names and figures as they are. In serial reports, such as those on
a market or a match, it is the other way round: the words stay the same from one to the next, with
other names and figures between them (`facts_kept`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import regex

from ...compare import ChangeKind, Comparison
from ...documents import Document, Span
from ...lexicon.grammar import language_of, word_classes
from ..dating.clock_times import without_times
from ..dating.month_names import is_month, is_weekday
from ..sharing.terms import words_of

_Words: TypeAlias = "list[tuple[str, bool]]"
IsLittle: TypeAlias = "Callable[[str], object]"
_SHOWN = 3  # names
_STEM = 3  # letters: names that begin alike are likely one, written or declined otherwise
_HEADLINE = 0.6  # share of words with capitals, or in capitals, from which on a line is one
_FEWEST = 4  # words of a headline
_LONGEST = 6  # words of a name; more are a headline that is glued to a sentence
_SHORT = 4  # letters of a day of the week that may be something else, such as Sun
_BEFORE = frozenset("\"'“”„«»‹›‘’‚([{<:—–-•*…「『（《")  # as at the beginning of a sentence
_POSSESSIVE = regex.compile(r"['’]s$")
_DAY = regex.compile(
    r"(?<!\d)(?:\d{4}[-./]\d\d?[-./]\d\d?|\d\d?[./]\d\d?[./]\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2})"
    r"(?!\d)|\d{1,4}\s?[年년月월日일号]"
)
_YEAR = regex.compile(r"(?:1[89]|20)\d\d")
_FIGURE = regex.compile(r"\d")


def names_in_both(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    """Return at most three of the names that two articles share, the longest ones."""
    others = set(second)
    both = (name for name in dict.fromkeys(first) if name in others)
    found: list[str] = []
    for name in sorted(both, key=lambda name: -len(name.split())):
        if not any(f" {name} " in f" {longer} " for longer in found):
            found.append(name)
    return tuple(found[:_SHOWN])


def names_of(document: Document) -> list[str]:
    """Return the names in *document*, each as often as it occurs."""
    words = Counter(span.of(document.text).casefold() for span in document.tokens)
    language = language_of(words)
    is_little = lru_cache(maxsize=None)(word_classes(language))
    sentences = [own for own in _sentences(document) if not _is_headline(own, is_little)]
    inside = {word for own in sentences for word, begins in own if word and not begins}
    capital = {word for word in inside if word[:1].isupper()}
    # Nouns have capitals in German: only one beside another is likely to be a name.
    fewest = 2 if language == "German" else 1
    found = []
    for own in sentences:
        for run in _runs(own, capital):
            name = _trimmed(run, is_little)
            is_word = len(name) == 1 and (name[0].casefold() in inside or len(name[0]) < 2)
            if fewest <= len(name) <= _LONGEST and not is_word:
                found.append(without_possessive(" ".join(name)))
    return found


def without_possessive(name: str) -> str:
    """Return *name* without a possessive ending, as in Renke's."""
    return _POSSESSIVE.sub("", name)


def _sentences(document: Document) -> Iterator[_Words]:
    """Yield the words of each sentence, each with whether a sentence or quotation begins there.

    Separators between words become empty words.
    """
    begins = {span.start for span in document.sentences}
    words: _Words = []
    is_first = True
    for span, is_word in zip(document.tokens, document.is_word, strict=True):
        token = span.of(document.text)
        if span.start in begins:
            yield words
            words, is_first = [], True
        if is_word:
            words.append((token, is_first))
            is_first = False
        else:
            words.append(("", False))
            is_first = is_first or token in _BEFORE
    yield words


def _is_headline(words: _Words, is_little: IsLittle) -> bool:
    """Return whether most words of a sentence are capitalized, so that capitals mean nothing."""
    cased = [word for word, _ in words if word[:1].isalpha() and len(word) > 1]
    if sum(map(str.isupper, cased)) > _HEADLINE * len(cased):
        return True
    own = [word for word in cased if not is_little(word.casefold())]
    has_end = not words or not words[-1][0]
    is_titled = sum(word[:1].isupper() for word in own) > _HEADLINE * len(own)
    return is_titled and len(cased) >= _FEWEST and not has_end


def _runs(words: _Words, capital: set[str]) -> Iterator[list[str]]:
    """Yield the words with capitals that stand side by side, where the capitals tell something.

    Where a sentence begins they do not, unless the word has one elsewhere, too. Words in capitals
    there are a dateline: NEW YORK, March 4. What is left of a name whose first word
    is in doubt may be none: Sun Co.
    """
    run: list[str] = []
    is_headless = False
    dateline = _words_of_dateline(words)
    for number, (word, begins) in enumerate(words):
        is_date = is_month(word) and any(
            own[:1].isdigit() for own, _ in (*words[max(0, number - 1) : number + 2],)
        )
        is_telling = word[:1].isupper() and number >= dateline and not is_date
        if run and (begins or not is_telling):
            yield from [] if is_headless and len(run) == 1 else [run]
            run = []
        if begins or not is_telling:
            is_headless = is_telling and word not in capital
        if is_telling and (not begins or word in capital):
            run.append(word)
    if run and not (is_headless and len(run) == 1):
        yield run


def _words_of_dateline(words: _Words) -> int:
    """Return how many words in capitals a sentence begins with, up to a comma or the like."""
    for number, (word, _) in enumerate(words):
        if len(word) < 2 or not word.isupper():
            return 0 if word else number
    return 0


def _trimmed(run: list[str], is_little: IsLittle) -> list[str]:
    """Return *run* without days of the week, preceding months and short words around it.

    >>> _trimmed(["When", "Mr", "Renke"], is_little={"when"}.__contains__)
    ['Mr', 'Renke']
    """
    own = list(run)
    while own and (_is_day(own[0]) or _is_month(own[0]) or is_little(own[0].casefold())):
        own = own[1:]
    while own and (_is_day(own[-1]) or (_is_month(own[-1]) and _is_owner(own[-2:-1]))):
        own = own[:-1]
    return [] if len(own) == 1 and is_weekday(own[0]) else own


def _is_day(word: str) -> bool:
    own = without_possessive(word)
    return is_weekday(own) and len(own) > _SHORT


def _is_month(word: str) -> bool:
    return is_month(without_possessive(word))


def _is_owner(words: list[str]) -> bool:
    """Return whether the last of *words*, if any, owns what comes behind it: Renke's May."""
    return not words or _POSSESSIVE.search(words[-1]) is not None


def story_figures(text: str) -> frozenset[str]:
    """Return the figures of *text* that are not part of a day or a time.

    >>> sorted(story_figures("4 March 2024, 14:07 GMT. On May 5, 40 of 300 left at 2.15pm."))
    ['300', '40']
    """
    words = words_of(without_times(_DAY.sub(" ", text)))
    is_figure = [_FIGURE.search(word) is not None for word in words]
    dates: set[int] = set()
    for month in (place for place, word in enumerate(words) if is_month(word)):
        for step in (-1, 1):
            beside = (month + step, month + 2 * step)  # the day, or the year, and the year
            own = [at for at in beside if 0 <= at < len(words) and is_figure[at]]
            dates.update(at for at in own if at == beside[0] or _YEAR.fullmatch(words[at]))
    return frozenset(
        word for place, word in enumerate(words) if is_figure[place] and place not in dates
    )


_Places = dict[int, str]  # names and figures by where they begin
_Exchange = tuple[frozenset[str], frozenset[str]]


class Facts(NamedTuple):
    """The number of names and figures in what corresponds, each counted once.

    ``kept`` are the same in both articles; for the ``others`` each article has its own.
    """

    kept: int = 0
    others: int = 0


class StatedFacts:
    """An article with the *names* and the *figures* that its story has."""

    def __init__(self, document: Document, names: Iterable[str], figures: frozenset[str]) -> None:
        """Take the *names* apart: of some, only a part is left where they stand again."""
        self._document, self._figures = document, figures
        self._names = {word for name in names for word in name.split()}

    def facts(self, span: Span) -> _Places:
        """Return the words of names in *span*, and the digits of figures."""
        document, found = self._document, {}
        first, last = map(document.token_at, span)
        for token in document.tokens[first:last]:
            word = without_possessive(token.of(document.text))
            if word in self._names:
                found[token.start] = word
                continue
            digits = "".join(filter(str.isdigit, word))
            if digits and not self._figures.isdisjoint(words_of(word)):
                found[token.start] = digits
        return found


def facts_kept(found: Comparison, first: StatedFacts, second: StatedFacts) -> Facts:
    """Return how many names and figures two articles share at the same places, and how many not.

    What only one of them has does not count.
    """
    changed: set[int] = set()
    others: set[_Exchange] = set()
    for change in found.changes:
        if change.reference is None or change.kind is ChangeKind.MINOR:
            continue
        own = first.facts(change.reference)
        changed.update(own)
        if change.candidate is not None:
            others.update(_swaps(own.values(), second.facts(change.candidate).values()))
    both = (own.reference for own in found.sections if own.reference and own.candidate)
    kept = {fact for span in both for at, fact in first.facts(span).items() if at not in changed}
    return Facts(len(kept), len(others))


def _swaps(first: Iterable[str], second: Iterable[str]) -> Iterator[_Exchange]:
    """Yield the names that replace other names, and the figures that replace other figures.

    >>> [(set(own), set(other)) for own, other in _swaps(["Renke", "40"], ["Okonjo", "300"])]
    [({'Renke'}, {'Okonjo'}), ({'40'}, {'300'})]
    >>> list(_swaps(["Odile", "Marchetti"], ["Marchetti"])), list(_swaps(["Pellow"], ["Pellows"]))
    ([], [])
    >>> [len(list(_swaps(["Renke"], [other]))) for other in ("Renata", "Redan")]
    [0, 1]
    """
    sides = frozenset(first), frozenset(second)
    for is_figure in (False, True):
        own, other = (
            frozenset(fact for fact in facts if fact.isdigit() is is_figure) for facts in sides
        )
        own, other = own - other, other - own
        is_alike = not is_figure and {fact[:_STEM] for fact in own} & {f[:_STEM] for f in other}
        if own and other and not is_alike:
            yield own, other
