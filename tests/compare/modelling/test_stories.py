"""Two stories of one kind, which sound alike, are not paired; copies of one story are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui.compare import Comparison, SectionKind, compare
from gui.compare.aligning.alignment import Aligned
from gui.compare.modelling.scoring_model import Model, load_model
from gui.compare.modelling.steps import gaps, kept
from gui.compare.modelling.stories import LEAST, NAMES, facts, odds_of_story, tell_one_story
from gui.compare.modelling.swap_features import NAME
from gui.compare.pairing.pair_alignment import PairAlignment
from gui.compare.tokenizing.tokens import number_tokens
from gui.documents import read_text
from tests.compare import oracle

PAIRED = (SectionKind.PAIRED, SectionKind.MOVED)

COUNCIL = """\
Hallows council has decided by 11 votes to 4 to close the ice rink in Mercer Street. It loses
90,000 pounds a year.

"Nobody takes such a step lightly," said councillor Amy Dorn.

The doors will be locked for good at the end of March."""
MATCH = """\
Tarn lost 3-0 at home to Melby on Saturday after two early goals by Sven Holt.

Coach Ida Krone blamed the wet pitch. "We could not stand up," she said.

Tarn are now last in the league."""
OTHER_MATCH = """\
Brisk won 2-1 away at Oldgate on Sunday thanks to a late penalty by Jo Amadi.

Coach Carl Weir praised the young keeper. "He kept us in the game," he said.

Brisk are now level with the leaders."""
WITHDRAWN = """\
The dairy Larch has called back its goat cheese because it may contain bits of metal. Jars with the
number 88 are affected.

Customers get their money back in every shop."""
OTHER_WITHDRAWN = """\
The firm Pendle has called back its garden swing because the rope may break. Models with a green
seat are affected.

Owners get a stronger rope by post."""


def compared(reference: str, candidate: str, model: Model | None = None) -> Comparison:
    found = compare(read_text(reference), read_text(candidate), model=model)
    oracle.check(found)
    return found


def paired(found: Comparison) -> list[SectionKind]:
    return [section.kind for section in found.sections if section.kind in PAIRED]


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [(MATCH, OTHER_MATCH), (WITHDRAWN, OTHER_WITHDRAWN)],
)
def test_stories_of_one_kind_have_nothing_to_do_with_each_other(
    reference: str, candidate: str
) -> None:
    assert not paired(compared(reference, candidate))
    assert not paired(compared(candidate, reference))


def test_without_its_weights_nobody_doubts_that_texts_tell_one_story() -> None:
    model = load_model()
    bare = {n: w for n, w in model.weights.items() if n != LEAST}
    assert paired(compared(MATCH, OTHER_MATCH, replace(model, weights=bare)))


@pytest.mark.parametrize(
    ("text", "swaps"),
    [
        (
            COUNCIL,
            [
                ("Hallows", "Wexley"),
                ("11", "8"),
                ("Mercer Street", "Abbey Road"),
                ("90,000", "12,500"),
                ("Amy Dorn", "Omar Finn"),
                ("March", "June"),
            ],
        ),
        (
            MATCH,
            [
                ("Tarn", "Brisk"),
                ("3-0", "4-1"),
                ("Melby", "Oldgate"),
                ("Saturday", "Sunday"),
                ("Sven Holt", "Jo Amadi"),
                ("Ida Krone", "Eva Weir"),
            ],
        ),
    ],
)
def test_one_text_filled_with_other_names_stays_paired(
    text: str, swaps: list[tuple[str, str]]
) -> None:
    other = text
    for old, new in swaps:
        other = other.replace(old, new)
    found = compared(text, other)
    assert {section.kind for section in found.sections} == {SectionKind.PAIRED}


def test_a_story_written_anew_keeps_its_names_and_stays_paired() -> None:
    found = compared(
        COUNCIL,
        "The ice rink in Mercer Street will be shut: that is what Hallows council has voted for, "
        "by 11 to 4. Every year it makes a loss of 90,000 pounds.\n\n"
        "It was no easy step, councillor Amy Dorn said.\n\n"
        "At the end of March the doors close for good.",
    )
    assert [section.kind for section in found.sections] == [SectionKind.PAIRED] * 3


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        (  # German: nouns have capitals and are no names
            "Die Schule bekommt ein neues Dach.\n\nDer Hausmeister freut sich sehr.\n\n"
            "Die Arbeiten dauern zwei Monate.",
            "Das Gymnasium erhält ein modernes Dach.\n\nDer Hauswart jubelt sehr.\n\n"
            "Die Bauzeit dauert zwei Monate.",
        ),
        (
            "El museo abre una sala nueva.\n\nEl director invitó a los vecinos.\n\n"
            "La entrada cuesta tres euros.",
            "El museo inaugura un espacio moderno.\n\nEl jefe convocó a los residentes.\n\n"
            "La entrada vale tres euros.",
        ),
        (
            "Le village perd sa dernière épicerie.\n\nLe patron a vendu les murs.\n\n"
            "Il part en mai.",
            "Le village dit adieu à son unique magasin.\n\nLe gérant a cédé les locaux.\n\n"
            "Il part en mai.",
        ),
    ],
)
def test_short_paragraphs_of_other_languages_with_half_of_their_words_swapped_are_paired(
    reference: str, candidate: str
) -> None:
    found = compared(reference, candidate)
    assert [section.kind for section in found.sections] == [SectionKind.PAIRED] * 3


def test_two_such_paragraphs_between_others_are_paired() -> None:
    first, last = "Die Fähre fährt ab Montag wieder.", "Die Überfahrt kostet vier Euro."
    found = compared(
        f"{first}\n\nViele Gäste warten am Ufer.\n\nDer Kapitän begrüßt jeden.\n\n{last}",
        f"{first}\n\nZahlreiche Besucher stehen am Hafen.\n\nDer Schiffsführer empfängt alle."
        f"\n\n{last}",
    )
    assert [section.kind for section in found.sections] == [SectionKind.PAIRED] * 4


def test_names_and_figures_are_facts_unless_they_only_changed_places() -> None:
    a, b = "On Friday Ann met 40 men in Rome .", "In Rome Ann met 50 men on Monday ."
    sides = number_tokens(read_text(a), read_text(b))
    own = PairAlignment(sides, Model(load_model().weights)).main
    size = len(sides[0].ids), len(sides[1].ids)
    steps = [*gaps(0, 2, 0, 2), *kept(2, 2, 2), *gaps(4, size[0], 4, size[1])]
    assert facts(steps, own.sequences) == (1, 4)  # Ann; Friday to 50


def test_in_german_a_capital_makes_no_name() -> None:
    for text, names in (
        ("Der Hund und die Katze sind im Garten von Bonn.", []),
        ("The dog and the cat are in the garden in Bonn.", ["Bonn"]),
    ):
        sides = number_tokens(read_text(text), read_text(text))
        own = PairAlignment(sides, Model(load_model().weights)).main
        sorts = own.sequences[0].sorts
        found = [sides[0].texts[n] for n in range(len(sides[0].ids)) if sorts[n] == NAME]
        assert found == names


def test_texts_without_a_part_in_common_are_not_asked_about() -> None:
    own: Aligned = PairAlignment(
        number_tokens(read_text("A cat."), read_text("A dog.")), load_model()
    ).main
    assert tell_one_story([], own.sequences, load_model().weights)


def test_the_same_words_leave_no_doubt() -> None:
    sides = number_tokens(read_text("Ann came in 1961."), read_text("Ann came in 1961."))
    own = PairAlignment(sides, load_model()).main
    assert odds_of_story(own.steps(), own.sequences, {}) == float("inf")
    assert set(NAMES) < load_model().weights.keys()


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        (
            "At the time, skippers such as Marlow and Teague drank there as well. It was cheap.",
            "In those days some well-known skippers, such as Marlo and Tigg, had been seen there. "
            "The price was low.",
        ),
        ("“Nine!” I exclaimed. Tressel laughed.", "“Nearly ten!” I called. Hobday smiled."),
    ],
)
def test_single_paragraphs_have_too_few_names_to_be_two_stories(
    reference: str, candidate: str
) -> None:
    for texts in ((reference, candidate), (candidate, reference)):
        found = compared(*texts)
        assert [section.kind for section in found.sections] == [SectionKind.PAIRED]


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        (  # spun as well
            "A tram ran into a delivery van in Larkford on Tuesday and hurt three people.\n\n"
            "The driver, Eva Lund, said that the signals had failed.\n\n"
            "The line will stay closed until Friday.",
            "A streetcar crashed into a supply lorry in Ostrow on Thursday and injured nine people."
            "\n\nIts driver, Milan Reck, stated that the lights had broken down.\n\n"
            "The route will remain shut until Sunday.",
        ),
        (  # anonymous
            "The court in Larkford has fined Eva Lund, 38, for keeping 14 geese on a balcony.\n\n"
            "Lund told judge Carl Weir on 3 May that the birds had never bitten anybody.\n\n"
            "Neighbours had complained since 2019.",
            "The court in C-town has fined E. L., 52, for keeping 9 geese on a balcony.\n\n"
            "E. L. told judge C. W. on 8 June that the birds had never bitten anybody.\n\n"
            "Neighbours had complained since 2016.",
        ),
    ],
)
def test_a_copy_told_of_other_people_and_places_stays_paired(
    reference: str, candidate: str
) -> None:
    for texts in ((reference, candidate), (candidate, reference)):
        found = compared(*texts)
        assert [section.kind for section in found.sections] == [SectionKind.PAIRED] * 3
