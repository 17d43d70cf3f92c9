"""Comparisons written down by hand, so that these tests do not hang on how texts are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gui.compare import Change, ChangeKind, Comparison, Options, Section, SectionKind, Similarity
from gui.documents import Span, read_text

_MARK = re.compile(r"\[(?P<kind>[smali]):(?P<old>[^|\]]*)\|(?P<new>[^|\]]*)\]")
_KINDS = {
    "s": ChangeKind.SUBSTITUTION,
    "m": ChangeKind.MISSING,
    "a": ChangeKind.ADDED,
    "l": ChangeKind.LOOK_ALIKE,
    "i": ChangeKind.MINOR,
}


def written(blocks: Sequence[tuple[str, str]], candidate_order: Sequence[int]) -> Comparison:
    """Build a comparison of *blocks*: (kind of section, text with ``[s:old|new]`` changes).

    Blocks stand in the reference's order; *candidate_order* tells theirs in the candidate.
    The first letter of a change: substitution, missing, added, look-alike, i for minor.
    """
    olds = [_MARK.sub(lambda m: m["old"], text) for _, text in blocks]
    news = [_MARK.sub(lambda m: m["new"], text) for _, text in blocks]
    in_reference = [n for n, (kind, _) in enumerate(blocks) if kind != "added"]
    reference, starts = _joined(olds, in_reference)
    candidate, counterpart_starts = _joined(news, candidate_order)
    sections, changes = [], []
    for number, (kind, text) in enumerate(blocks):
        here, there = starts.get(number), counterpart_starts.get(number)
        old = Span(here, here + len(olds[number])) if here is not None else None
        new = Span(there, there + len(news[number])) if there is not None else None
        sections.append(Section(SectionKind(kind), old, new))
        if here is not None and there is not None:
            changes += _changes(number, text, here, there)
    return Comparison(
        read_text(reference, name="reference.txt"),
        read_text(candidate, name="candidate.txt"),
        Options(),
        tuple(sections),
        tuple(changes),
        (),
        Similarity(None, None, None, None),
    )


def _joined(texts: Sequence[str], order: Sequence[int]) -> tuple[str, dict[int, int]]:
    text, starts = "", {}
    for number in order:
        text += "\n\n" if text else ""
        starts[number] = len(text)
        text += texts[number]
    return text, starts


def _changes(section: int, text: str, here: int, there: int) -> list[Change]:
    found = []
    at = 0
    for mark in _MARK.finditer(text):
        equal = mark.start() - at
        here, there = here + equal, there + equal
        old, new = mark["old"].strip(), mark["new"].strip()
        left = mark["old"].index(old) if old else 0
        right = mark["new"].index(new) if new else 0
        found.append(
            Change(
                _KINDS[mark["kind"]],
                section,
                Span(here + left, here + left + len(old)) if old else None,
                Span(there + right, there + right + len(new)) if new else None,
            )
        )
        here, there, at = here + len(mark["old"]), there + len(mark["new"]), mark.end()
    return found
