"""What a report says in words of its own, so that a window can give it another language.

The command line's reports are English. A window hands a ``Wording`` of its own to the reports
that are sent on; which texts there are is told from the calls of ``say`` and ``count``.
"""

from __future__ import annotations

from ..compare import (
    ChangeKind,
    FurnitureItem,
    FurnitureKind,
    FurnitureState,
    Options,
    SectionKind,
)
from .figures import percent


class Wording:
    """The words of a report in English; a subclass says the same in another language."""

    language = "en"

    def say(self, source: str) -> str:
        """Return *source* in the language of the report."""
        return source

    def count(self, source: str, number: int) -> str:
        """Return *source* with *number* in place of ``%n``, in the form that goes with it.

        >>> Wording().count("%n word(s) missing", 1200), Wording().count("%n word(s)", 1)
        ('1,200 words missing', '1 word')
        """
        return source.replace("%n", f"{number:,}").replace("(s)", "" if number == 1 else "s")

    def percent(self, share: float | None, digits: int = 1) -> str:
        """Return *share* (0 to 1) as per cent, or a dash where there is none."""
        return percent(share, digits)

    def sentence(self, said: str) -> str:
        """Return a sentence that a document brought along, such as a notice."""
        return said


ENGLISH = Wording()


def kind_word(words: Wording, kind: SectionKind | ChangeKind) -> str:
    """Return what happened to a section or to words."""
    return {
        "paired": words.say("paired"),
        "missing": words.say("missing"),
        "added": words.say("added"),
        "moved": words.say("moved"),
        "substitution": words.say("substitution"),
        "look-alike": words.say("looks alike, other characters"),
        "minor": words.say("minor"),
    }[kind.value]


def furniture_words(words: Wording, item: FurnitureItem) -> tuple[str, str]:
    """Return what a part of an article is called, and what became of it."""
    kind = {
        FurnitureKind.HEADLINE: words.say("headline"),
        FurnitureKind.DATE: words.say("date"),
        FurnitureKind.BYLINE: words.say("byline"),
        FurnitureKind.CAPTION: words.say("caption"),
        FurnitureKind.FOOTER: words.say("footer"),
    }[item.kind]
    state = {
        FurnitureState.KEPT: words.say("kept"),
        FurnitureState.ALTERED: words.say("altered"),
        FurnitureState.LOST: words.say("lost"),
        FurnitureState.ADDED: words.say("added"),
    }[item.state]
    return kind, state


def verdict(words: Wording, label: str) -> str:
    """Return what a label says the candidate is; one that nobody knows as it is."""
    known = {
        "original": words.say("the original"),
        "copy": words.say("a copy"),
        "unrelated": words.say("unrelated"),
    }
    return known.get(label, label)


def minor_words(words: Wording, options: Options) -> str:
    """Return what was counted as a minor difference."""
    names = {
        "case": words.say("case"),
        "quotes": words.say("quotation marks"),
        "dashes": words.say("dashes"),
        "spacing": words.say("spacing"),
        "punctuation": words.say("punctuation"),
        "marks": words.say("optional accents and encodings"),
    }
    found = [names.get(name, name) for name, on in options._asdict().items() if on]
    return ", ".join(found) or words.say("nothing")
