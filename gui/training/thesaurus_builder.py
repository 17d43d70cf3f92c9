"""Builds the file that ``lexicon.thesaurus`` reads, from a word list such as Moby Thesaurus II.

    python -m gui.training.thesaurus_builder WORDS.TXT -o resources/model/moby.thesaurus

Every line of the word list is a head and the phrases related to it, separated by commas. The
same list always gives the same bytes.
"""

from __future__ import annotations

import argparse
import struct
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

from ..lexicon.thesaurus import (
    FAR,
    HEADER,
    MAGIC,
    MOST_HEADS,
    MOST_WORDS,
    VERSION,
    ThesaurusError,
    fingerprint,
)
from ..messages import Message
from ..messages.about_model import AboutModel

# A phrase without an entry of its own must occur in this many others. One that occurs once is
# mostly a name or a mistake; without them the file is smaller and its answers are the same.
_FEWEST_ENTRIES = 2


def build(lines: Iterable[str]) -> bytes:
    """Return the bytes of the thesaurus for the *lines* of a word list.

    Raises ThesaurusError if the list does not fit the format.
    """
    heads, links = _read(lines)
    if len(heads) > MOST_HEADS:
        raise ThesaurusError(Message(AboutModel.LIST_TOO_LONG, found=len(heads), wanted=MOST_HEADS))
    near = {phrase: found & heads for phrase, found in links.items()}
    names = {head: name for name, head in enumerate(_chained(heads, near))}
    by_print = {fingerprint(phrase): phrase for phrase in heads | links.keys()}
    if len(by_print) < len(heads | links.keys()):
        raise ThesaurusError(Message(AboutModel.ONE_FINGERPRINT))
    prints = sorted(by_print, key=lambda found: (by_print[found] not in heads, found))
    phrases = [by_print[found] for found in prints]
    lists = [_packed(sorted(names[x] for x in near.get(phrase, ()))) for phrase in phrases]
    called = [names[phrase] for phrase in phrases[: len(heads)]]
    called += [0] * (len(called) % 2)  # the next table starts at a multiple of four bytes
    tables = ("Q", prints), ("H", called), ("I", list(accumulate(map(len, lists))))
    header = HEADER.pack(MAGIC, VERSION, len(heads), len(prints), sum(map(len, lists)))
    packed = (struct.pack(f"<{len(table)}{kind}", *table) for kind, table in tables)
    return b"".join((header, *packed, *lists))


def _read(lines: Iterable[str]) -> tuple[set[str], Mapping[str, set[str]]]:
    """Return the heads, and for every phrase all phrases linked to it, in both directions."""
    links: defaultdict[str, set[str]] = defaultdict(set)
    heads = set()
    for line in lines:
        head, *rest = [" ".join(phrase.lower().split()) for phrase in line.split(",")]
        if not _fits(head):
            continue
        heads.add(head)
        for phrase in filter(_fits, rest):
            if phrase != head:
                links[head].add(phrase)
                links[phrase].add(head)
    for phrase in [p for p in links if p not in heads and len(links[p]) < _FEWEST_ENTRIES]:
        for head in links.pop(phrase):
            links[head].discard(phrase)
    return heads, links


def _fits(phrase: str) -> bool:
    return bool(phrase) and phrase.count(" ") < MOST_WORDS


def _chained(heads: set[str], near: Mapping[str, set[str]]) -> Iterator[str]:
    """Yield the *heads* in an order in which each resembles the one before.

    Of the heads that are linked to the last one, the one that shares most links with it is next.
    """
    left = dict.fromkeys(sorted(heads))
    while left:
        last: str | None = next(iter(left))
        while last is not None:
            yield last
            del left[last]
            own = near.get(last, set())
            weighed = [(len(own & near[x]) ** 2 / len(near[x]), x) for x in own if x in left]
            last = max(weighed, default=(0.0, None))[1]


def _packed(names: Iterable[int]) -> bytes:
    """Return the bytes of one list: the differences between its sorted *names*."""
    found = bytearray()
    last = 0
    for name in names:
        distance, last = name - last, name
        if distance >= FAR:
            found.append(FAR + (distance >> 8))
        found.append(distance & 0xFF)
    return bytes(found)


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the thesaurus that the command line asks for; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m gui.training.thesaurus_builder",
        description="Build a thesaurus file from a word list.",
    )
    parser.add_argument("words", type=Path, help="a head and its synonyms in every line")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    given = parser.parse_args(arguments)
    try:
        with given.words.open(encoding="utf-8") as lines:
            given.output.write_bytes(build(lines))
    except (OSError, UnicodeDecodeError, ThesaurusError) as error:
        parser.error(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
