"""A sentence is not torn because a headline shares words with it."""

from __future__ import annotations

import pytest

from gui.compare import SectionKind, compare
from gui.documents import read_text

LEAD = (
    "Seed maker Orrin is taking back 40,000 bags of bird food because they hold poppy seeds, the "
    "company said on Monday."
)
SPUN = (
    "Orrin is taking back 40,000 bags of bird food, the firm announced on Monday. They hold poppy "
    "seeds."
)


def parts_of(reference: str, candidate: str) -> list[tuple[str, str, str]]:
    """Return the sections: their kind and both texts."""
    found = compare(read_text(reference), read_text(candidate))
    return [
        (
            section.kind.value,
            section.reference.of(reference) if section.reference else "",
            section.candidate.of(candidate) if section.candidate else "",
        )
        for section in found.sections
    ]


@pytest.mark.parametrize(
    ("headline", "lead", "copy"),
    [
        ("Orrin recalls bird food after complaints", LEAD, SPUN),
        (
            "Seals pick up tricks from tourists",
            "Grey seals that rest on the piers of Tarbock open the lunch boxes of anglers within "
            "a few weeks, according to a report published on Friday.",
            "A new report suggests that when grey seals rest on the piers of Tarbock, they open "
            "the lunch boxes of anglers within a few weeks.",
        ),
        (
            "Grey seals open lunch boxes",
            "Grey seals that rest on the piers of Tarbock open the lunch boxes of anglers within a "
            "single summer.",
            "Within a summer, grey seals open the lunch boxes of anglers when they rest on the "
            "piers of Tarbock.",
        ),
        (
            "Пекарня открылась в Заборье",
            "Во вторник в Заборье торжественно открыли новую городскую пекарню на улице Садовой.",
            "Новую городскую пекарню на улице Садовой торжественно запустили в Заборье во вторник.",
        ),
        (
            "白河镇旧书店重新营业",
            "停业三年后，白河镇的旧书店于上周五重新开张。",
            "关门三年之后，白河镇的旧书店在上星期五再次开门迎客。",
        ),
    ],
)
@pytest.mark.parametrize("is_lost", [True, False])
def test_a_headline_takes_no_words_of_the_sentence_that_repeats_it(
    headline: str, lead: str, copy: str, is_lost: bool
) -> None:
    with_headline = f"{headline}\n\n{lead}"
    if is_lost:
        assert parts_of(with_headline, copy) == [("missing", headline, ""), ("paired", lead, copy)]
    else:
        assert parts_of(copy, with_headline) == [("added", "", headline), ("paired", copy, lead)]


def test_where_a_headline_is_kept_whole_its_sentence_still_has_a_counterpart() -> None:
    """The headline has the result for itself; without it the sentence is that of the lead."""
    headline = "Eastvale Rovers 3-1 Morton Town"
    lead = (
        "Substitute Ian Berg struck in the fifth minute as Eastvale Rovers came from behind to "
        "beat Morton Town on Sunday and climb to second in the table."
    )
    copy = (
        "Eastvale Rovers moved up to second place on Sunday after a 3-1 home win over Morton Town."
    )
    assert [own[0] for own in parts_of(f"{headline}\n\n{lead}", copy)] == ["missing", "paired"]


def test_the_end_of_a_headline_is_not_swapped_for_the_beginning_of_what_follows() -> None:
    lead = "The harbour museum lends out its anchors to schools from Monday."
    spun = "Public harbour museum hands out its anchors to schools from Monday."
    reference, candidate = (
        f"Museum lends anchors by the hour\n\n{lead}",
        f"Museum lends anchors\n\n{spun}",
    )
    assert [own[1:] for own in parts_of(reference, candidate)] == [
        ("Museum lends anchors by the hour", "Museum lends anchors"),
        (lead, spun),
    ]


def test_two_paragraphs_that_were_joined_to_one_sentence_are_both_found_in_it() -> None:
    first = "The ferry to Skarra sails at noon from Monday."
    second = "Dogs travel free of charge on all its decks."
    joined = f"{first[:-1]}, and d{second[1:]}"
    kinds = [own[0] for own in parts_of(f"{first}\n\n{second}", joined)]
    assert kinds == [SectionKind.PAIRED.value] * 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Flood wall fails tests for third time\n\n"
            "The flood wall at Orle has failed its tests for the third time in two years.",
            "Flood dam fails again\n\n"
            "Three times in two years the flood wall at Orle has failed its tests.",
        ),
    ],
)
def test_a_new_headline_stands_whole_beside_the_old_one(old: str, new: str) -> None:
    for reference, candidate in ((old, new), (new, old)):
        wanted = zip(reference.split("\n\n"), candidate.split("\n\n"), strict=True)
        assert [own[1:] for own in parts_of(reference, candidate)] == [*wanted]


def test_a_headline_that_lost_its_line_end_keeps_its_words() -> None:
    """All of them come again in the sentence behind it, and what stood between is missing."""
    headline = "Offshore wind industry waits for cables"
    lead = "The wind industry offshore of Skarra still waits for the cables that it was promised."
    between = "Three of the yards have sent their welders home until further notice this spring."
    found = parts_of(f"{headline}\n\n{between}\n\n{lead}", f"{headline} {lead}")
    assert [own[0] for own in found] == ["paired", "missing", "paired"]


def test_a_break_inside_a_sentence_tears_nothing() -> None:
    sentence = "Until we begin to mend the roof of the hall, we cannot begin to paint it."
    found = parts_of(sentence, sentence.replace("we begin", "we\n\nbegin", 1))
    assert [own[0] for own in found] == ["paired", "paired"]
    assert "\n\n".join(own[2] for own in found) == sentence.replace("we begin", "we\n\nbegin", 1)


def test_a_sentence_that_stands_in_a_quotation_word_for_word_is_kept() -> None:
    reference = (
        "My view of the bridge has not changed; it is a sad joke.\n\nThe tower was lovely: slim, "
        "pale, with a roof of blue slate. The stairs were not. They had been painted twice."
    )
    candidate = (
        'My view of the bridge has not changed; it is a sad joke," the visitor writes, and a '
        'little further down: "The stairs were not. They had been painted twice."'
    )
    found = compare(read_text(reference), read_text(candidate))
    changed = [own.reference.of(reference) for own in found.changes if own.reference]
    assert not [text for text in changed if "stairs" in text or "not" in text.split()]
    assert [own.kind for own in found.sections] == [SectionKind.PAIRED] * 2


@pytest.mark.parametrize(
    ("lead", "headline", "reworded"),
    [
        (
            "Trams to the north shore were halted for three days after a crane fell across the "
            "track, the operator said.",
            "Trams To The North Shore Were Halted After A Crane Fell, Operator Says",
            "Trams to the north shore have been stopped for 3 days after a crane dropped over the "
            "track, the operator stated.",
        ),
        (
            "The vicar of Pelham sold the church bell to a collector and told his flock that it "
            "was being mended.",
            "The vicar of Pelham sold the church bell to a collector",
            "The vicar of Pelham let a buyer have the church bell and informed his flock that it "
            "was being repaired.",
        ),
    ],
)
def test_a_headline_that_repeats_the_other_lead_does_not_take_its_first_half(
    lead: str, headline: str, reworded: str
) -> None:
    rest = "\n\nNobody could say when the next meeting will be held.\n"
    new = headline + "\n\n" + reworded + rest
    assert ("paired", lead, reworded) in parts_of(lead + rest, new)
    assert ("paired", reworded, lead) in parts_of(new, lead + rest)


def test_a_headline_is_kept_where_the_copy_lost_the_sentence_that_repeats_it() -> None:
    headline = "Kettle from Harrow with spare lid and cosy for 38.99"
    lost = "Save 31 if you take a blue kettle from Harrow with your choice of lid and cosy. "
    rest = "Save 21 if you want the copper one. Nobody has seen any of these for less this year."
    assert parts_of(f"{headline}\n\n{lost}{rest}\n", f"{headline}\n{rest}\n") == [
        ("paired", headline, headline),
        ("paired", lost + rest, rest),
    ]


@pytest.mark.parametrize(
    ("old", "end", "new", "start"),
    [
        (
            "and its manager was pushed out.",
            "The hotel has since begun a campaign to answer union members\u2019 claims that cooks "
            "in its cellar fall ill sooner than others. It denies that.",
            ". Its manager also had to leave the hotel.",
            "Union members say that cooks in its cellar fall ill sooner than others. It denies "
            "that.",
        ),
        (
            "and its old head was forced out.",
            "The hotel has since started a campaign to fight keepers\u2019 claims that bears in "
            "its yard die younger than wild ones.",
            ". Its old head also had to leave the hotel.",
            "Keepers say that bears in its yard die younger than wild ones.",
        ),
    ],
)
def test_the_end_of_a_sentence_is_not_opposite_the_beginning_of_the_next(
    old: str, end: str, new: str, start: str
) -> None:
    """Both name the hotel there; the paragraphs stand opposite each other as they are."""
    lost = "the hotel lost half of its bookings for the summer"
    before = f"Guests stayed away after the report, {lost} {old}"
    behind = f"Guests stayed away after the report and {lost}{new}"
    expected = [("paired", before, behind), ("paired", end, start)]
    assert parts_of(f"{before}\n\n{end}", f"{behind}\n\n{start}") == expected


SEAMS = [
    ("Workers repaired the old tram depot in March", ", and ", "neighbours sold soup at the gate."),
    ("Das alte Depot wurde im März saniert", ", und ", "Anwohner verkauften Suppe am Tor."),
    (
        "L'ancien dépôt a été rénové en mars",
        ", et ",
        "des voisins vendaient de la soupe au portail.",
    ),
    ("Старое депо отремонтировали в марте", ", и ", "соседи продавали суп у ворот."),
]


@pytest.mark.parametrize(("first", "joint", "second"), SEAMS)
@pytest.mark.parametrize("between", ["Advertisement", "Dogs slept in the shade."])
@pytest.mark.parametrize("before", ["", "Rain fell. ", "Nobody came to see it.\n\n"])
def test_a_block_in_the_middle_of_a_sentence_costs_neither_half(
    first: str, joint: str, second: str, between: str, before: str
) -> None:
    """A word was dropped there, so that it seems to be torn twice."""
    reference = f"{before}{first}{joint}{second} The clerk left."
    candidate = f"{before}{first}.\n\n{between}\n\n{second} The clerk left."
    for old, new in ((reference, candidate), (candidate, reference)):
        found = parts_of(old, new)
        paired = [own[1:] for own in found if own[0] == "paired"]
        for half in (first, second):
            assert any(half in ours and half in theirs for ours, theirs in paired)
        assert "paired" not in [own[0] for own in found if between in own[1:]]


PAGE = ("The Orle Herald", "Menu Search", "Tram depot opens as a market hall", "By Ann Pell")
RUN_ON = "ORLEHERALD Live Video Tram depot opens as a market hall Our reporter"
OPENING = "Farmers and bakers moved into the old tram depot at dawn."


def test_a_head_that_runs_into_the_lead_costs_neither_the_headline_nor_the_lead() -> None:
    page, run_on = "\n\n".join([*PAGE, OPENING]), f"{RUN_ON} {OPENING}"
    for old, new in ((page, run_on), (run_on, page)):
        paired = [own[1:] for own in parts_of(old, new) if own[0] == "paired"]
        for line in (PAGE[2], OPENING):
            assert any(ours.endswith(line) and theirs.endswith(line) for ours, theirs in paired)


@pytest.mark.parametrize(
    ("headline", "title", "between", "lead", "copy"),
    [
        (
            "Winzer klagen gegen neue Umgehungsstraße",
            "Weinbauern klagen gegen geplante Umgehungsstraße",
            "dpa | 03.05.2024, 08:15 Uhr",
            "In Hohenau wächst der Ärger über die neue Umgehungsstraße.",
            "In Hohenau steigt der Unmut über die geplante Umgehungsstraße.",
        ),
        (
            "Fishers sue over new harbour wall",
            "Fishermen sue over planned harbour wall",
            "AFP - 3 May 2024, 08:15",
            "Anger is growing in Orle over the new harbour wall.",
            "Anger is rising in Orle over the planned harbour wall.",
        ),
    ],
)
def test_a_date_between_headline_and_lead_costs_neither(
    headline: str, title: str, between: str, lead: str, copy: str
) -> None:
    found = parts_of(f"{headline}\n\n{lead}", f"{title} {between} {copy}")
    assert [own[0] for own in found] == ["paired", "paired"]
    assert found[0][1:] == (headline, title)
    assert found[1][1] == lead
    assert found[1][2].endswith(copy)
