"""A copy is marked alike alone and in a longer text: what stands around takes none of its words."""

from __future__ import annotations

import pytest

from gui.compare import ChangeKind, SectionKind, compare
from gui.documents import read_text

STORY = """The chief cook of the Larch Hotel quit on Tuesday after a row with the owner over the \
price of her fish soup, driving the bookings down.

Guests had long complained that the kitchen, which fed 60 people on two floors, was worth a \
visit more to mice than to them. But Mrs Holm, who came to the hotel as a maid in 1988, would \
hear of no repair above 9,000 crowns.

The cook, Jonas Brekke, will run the house until a buyer is found."""
COPY = """The head chef of the Larch Hotel walked out on Tuesday following a dispute with the \
proprietor about the cost of her seafood broth, pushing the reservations lower.

Visitors had long grumbled that the cookery, which nourished 60 individuals on two levels, was \
value a visit more to mice than to them. But Mrs Holm, who came to the inn as a servant in 1988, \
would listen to no fix over 9,000 crowns.

The chef, Jonas Brekke, will manage the home until a purchaser is discovered."""
BEFORE = """The price of fish rose on Tuesday. Fishermen at the quay get more for cod than last \
year, and soup of it is dear.

Hotel bookings in the valley are down by a tenth, the tourist office says. The owner of a camp \
site blames the rain.

The chief of the fire brigade asks for a row of lamps along the quay.

The lifeboat station was built in 1907 and is still in use. Four volunteers sleep \
there each night, and the sale of old boats pays for their coffee.

On Tuesday the harbour board counted the guests of the summer. Two of them had come by kayak.

A bank in the north closed its last branch after a quarrel about rents. The owner of the building \
wants to open a hotel for cyclists there, with a boathouse for rowers.

People on the island have asked for a ferry at night, which the council finds too dear. Early \
next year it will hear the matter once more."""
BEHIND = """The tower of the town hall gets a new clock, and the old one goes to the museum.

Its dial was painted by a sign maker who had never seen a clock from behind. Four of the figures \
stand in the wrong place, and visitors come early to look for them.

The museum was quick to say yes. It has room for the works on two floors, and a cook who mends \
clocks in his spare time."""


def swaps_of(reference: str, candidate: str) -> list[tuple[str, str]]:
    found = compare(read_text(reference), read_text(candidate))
    return [
        (change.reference.of(reference), change.candidate.of(candidate))
        for change in found.changes
        if change.kind is ChangeKind.SUBSTITUTION and change.reference and change.candidate
    ]


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        (STORY, f"{BEFORE}\n\n{BEHIND}\n\n{COPY}"),
        (STORY, f"{COPY}\n\n{BEHIND}"),
        (STORY, f"{BEFORE}\n\n{BEHIND}\n\n{COPY}\n\n{BEHIND}"),
        (f"{BEFORE}\n\n{BEHIND}\n\n{STORY}\n\n{BEHIND}", COPY),
        (f"{BEHIND}\n\n{STORY}", f"{COPY}\n\n{BEFORE}"),
    ],
)
def test_swaps_are_told_alike_in_a_longer_text(reference: str, candidate: str) -> None:
    alone, found = set(swaps_of(STORY, COPY)), set(swaps_of(reference, candidate))
    assert len(alone) > 20
    assert len(alone & found) >= 0.9 * len(alone)


def test_its_first_paragraph_is_no_moved_one() -> None:
    found = compare(read_text(STORY), read_text(f"{BEFORE}\n\n{BEHIND}\n\n{COPY}"))
    kinds = [section.kind for section in found.sections]
    assert kinds == [*[SectionKind.ADDED] * 10, *[SectionKind.PAIRED] * 3]


@pytest.mark.parametrize(
    "kept", ["She added that it could be done.", "It is late.", "That is all."]
)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_sentence_that_is_all_that_was_kept_of_a_paragraph(kept: str, is_first: bool) -> None:
    lost = (
        "The mayor said on Friday that the town would have to find at least nine million crowns "
        "for new pipes, pumps and filters before the winter after next, whatever anybody decides."
    )
    around = ("The town of Orle has run out of water.", "Tankers have stood there since Monday.")
    whole = f"{kept} {lost}" if is_first else f"{lost} {kept}"
    texts = ["\n\n".join([around[0], own, around[1]]) for own in (whole, kept)]
    for pair in (texts, texts[::-1]):
        found = compare(*map(read_text, pair))
        assert [own.kind for own in found.sections] == [SectionKind.PAIRED] * 3
        (change,) = found.changes
        span = change.reference or change.candidate
        assert span
        assert span.of(texts[0]) == lost
