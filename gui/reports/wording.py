"""How a report puts things: its words, numbers as people write them, and hidden characters shown.

The reports of the command line are English. The window passes a ``Wording`` of its own to the
reports that it saves; the texts that a translation must cover are found by the calls of ``say``
and ``count``.

A document may contain anything. In a report for people a control character must not move the
cursor, a bidirectional override must not reverse a line (as "Trojan Source" showed), and a
zero-width character that was put into a word must be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..compare import (
    ChangeKind,
    FurnitureItem,
    FurnitureKind,
    FurnitureState,
    Options,
    SectionKind,
    rounded_share,
)
from ..messages import Message

# Controls except tab and line feed; zero-width space, word joiner, marks and overrides of
# direction, byte-order mark, line and paragraph separators, soft hyphen, invisible operators;
# lone surrogates, which no file can contain. The joiners U+200C and U+200D are left alone:
# Persian, the scripts of India and emoji need them.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_LINE_CONTROLS = re.compile("[\n\t]")
# How Python represents a byte of a file name that is not UTF-8.
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")


class Wording:
    """The words of a report in English; a subclass translates them."""

    language = "en"

    def say(self, source: str) -> str:
        """Return *source* in the language of the report."""
        return source

    def count(self, source: str, number: int) -> str:
        """Return *source* with *number* in place of ``%n``, in singular or plural.

        >>> Wording().count("%n word(s) missing", 1200), Wording().count("%n word(s)", 1)
        ('1,200 words missing', '1 word')
        """
        return source.replace("%n", f"{number:,}").replace("(s)", "" if number == 1 else "s")

    def percent(self, share: float | None) -> str:
        """Return *share* (0 to 1) as per cent, or a dash if there is none."""
        return percent(share)

    def sentence(self, message: Message) -> str:
        """Return what a notice says in the language of the report."""
        return str(message)


ENGLISH = Wording()


def kind_word(words: Wording, kind: SectionKind | ChangeKind) -> str:
    """Return the word for what happened to a section or to words."""
    missing, added = words.say("missing"), words.say("added")
    names: dict[SectionKind | ChangeKind, str] = {
        SectionKind.PAIRED: words.say("paired"),
        SectionKind.MISSING: missing,
        SectionKind.ADDED: added,
        SectionKind.MOVED: words.say("moved"),
        ChangeKind.MISSING: missing,
        ChangeKind.ADDED: added,
        ChangeKind.SUBSTITUTION: words.say("substitution"),
        ChangeKind.LOOK_ALIKE: words.say("looks alike, other characters"),
        ChangeKind.MINOR: words.say("minor"),
    }
    return names[kind]


def furniture_words(words: Wording, item: FurnitureItem) -> tuple[str, str]:
    """Return the name of a kind of furniture, and the word for what became of it."""
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


def furniture_legend(words: Wording, items: Sequence[FurnitureItem]) -> list[str]:
    """Return what the words of ``furniture_words`` for *items* mean, one sentence for each."""
    meanings = {
        FurnitureState.KEPT: words.say("kept: the same in both"),
        FurnitureState.ALTERED: words.say("altered: in both, with other words"),
        FurnitureState.LOST: words.say("lost: in the reference only"),
        FurnitureState.ADDED: words.say("added: in the candidate only"),
    }
    there = {item.state for item in items}
    return [meaning for state, meaning in meanings.items() if state in there]


def label_words(words: Wording, label: str) -> str:
    """Return what *label* says the candidate is; a label of the user's own is returned as it is."""
    known = {
        "original": words.say("the original"),
        "copy": words.say("a copy"),
        "unrelated": words.say("unrelated"),
        "unusable": words.say("unusable"),
    }
    return known.get(label, label)


def minor_words(words: Wording, options: Options) -> str:
    """Return what *options* count as minor differences."""
    names = {
        "case": words.say("case"),
        "quotes": words.say("quotation marks"),
        "dashes": words.say("dashes"),
        "spacing": words.say("spacing"),
        "punctuation": words.say("punctuation"),
        "marks": words.say("optional accents and encodings"),
    }
    found = [names.get(kind, kind) for kind in options.kinds]
    return ", ".join(found) or words.say("nothing")


def percent(share: float | None) -> str:
    """Return *share* (0 to 1) as per cent, or a dash if there is none.

    Everything that shows a share shows it so: a pair has one figure in window, list and report.

    Only 1 itself is shown as 100 %, and only 0 itself as 0 %:

    >>> percent(0.9999), percent(1.0), percent(0.00001), percent(0.3636), percent(None)
    ('99.9 %', '100 %', '0.1 %', '36.4 %', '–')
    """
    if share is None:
        return "–"
    share = rounded_share(share)
    if share in (0.0, 1.0):
        return f"{share * 100:.0f} %"
    return f"{min(max(round(share * 100, 1), 0.1), 99.9):.1f} %"


def excerpt(text: str, length: int = 60) -> str:
    r"""Return the beginning of *text* on one line, cut at a word to at most *length* characters.

    >>> excerpt("The phone\nrang all night long.", 20)
    'The phone rang all …'
    """
    line = " ".join(text[: length * 8].split())
    if len(line) <= length and len(text) <= length * 8:
        return line
    cut = line[: length - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > length // 2 else cut.rstrip()) + " …"


def split_hidden(text: str) -> Iterator[tuple[str, bool]]:
    r"""Yield the stretches of *text*, each with whether it is the name of a hidden character.

    >>> list(split_hidden("de\u200bfence"))
    [('de', False), ('U+200B', True), ('fence', False)]
    """
    end = 0
    for match in HIDDEN.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], False
        yield f"U+{ord(match.group()):04X}", True
        end = match.end()
    if end < len(text):
        yield text[end:], False


def visible(text: str) -> str:
    r"""Return *text* with hidden characters written as ``<U+200B>``; line feeds and tabs stay.

    >>> visible("de\u200bfence \x1b[2J")
    'de<U+200B>fence <U+001B>[2J'
    """
    return HIDDEN.sub(_named, text)


def on_one_line(text: str) -> str:
    r"""Return *text* like :func:`visible`, with line feeds and tabs written in the same way.

    >>> on_one_line("a\nb")
    'a<U+000A>b'
    """
    return _LINE_CONTROLS.sub(_named, visible(text))


def for_terminal(text: str) -> str:
    r"""Return *text*, which may be meant for programs, as it can safely be shown in a terminal.

    Line ends stay, including those of CSV files.

    >>> for_terminal("note\r\n\x9b2J\r\n")
    'note\r\n<U+009B>2J\r\n'
    """
    return "\r\n".join(map(visible, text.split("\r\n")))


def file_name(name: str) -> str:
    r"""Return the name of a file with bytes that are not UTF-8 as ``\xNN``, as in label files.

    >>> file_name("caf\udce9.txt") == "caf" + chr(92) + "xe9.txt"
    True
    """
    return _ESCAPED_BYTE.sub(lambda match: f"\\x{ord(match.group()) - 0xDC00:02x}", name)


def _named(match: re.Match[str]) -> str:
    return f"<U+{ord(match.group()):04X}>"
