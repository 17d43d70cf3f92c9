"""Passages that an alignment left over are found again, wherever they stand."""

from itertools import accumulate, pairwise

import pytest

from gui.compare import compare
from gui.compare.comparison import Comparison, SectionKind
from gui.compare.modelling.scoring_model import load_model
from gui.compare.modelling.swap_features import SwapScorer
from gui.compare.pairing.leftovers import Leftovers, find_counterparts
from gui.compare.pairing.moves import Passage
from gui.compare.tokenizing.tokens import number_tokens
from gui.documents import read_text

TIPS = (
    "Never use petrol to light the charcoal.",
    "Keep a bucket of sand close by.",
    "Put the grill on level ground, away from fences.",
    "Do not leave children alone near the fire.",
    "Wait until the ash is cold before you empty the tray.",
)
REWORDED = (
    "Petrol must never be used for lighting charcoal.",
    "Have sand close by, a pail of it.",
    "The grill belongs on even ground, far from fences.",
    "Children must not be left alone beside the fire.",
    "The tray may be emptied when the ash has grown cold.",
)


def compared(reference: str, candidate: str) -> Comparison:
    return compare(read_text(reference), read_text(candidate))


def opposite(found: Comparison, sentence: str) -> str:
    """Return what stands opposite a sentence of the reference, empty where nothing does."""
    start = found.reference.text.index(sentence)
    middle = start + len(sentence) // 2
    for section in found.sections:
        if section.reference and section.reference[0] <= middle < section.reference[1]:
            return found.candidate.text[slice(*section.candidate)] if section.candidate else ""
    raise AssertionError(sentence)


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("order", [(4, 3, 2, 1, 0), (1, 0, 2, 4, 3), (2, 4, 1, 3, 0)])
def test_reworded_lines_in_any_order_find_their_counterparts(
    between: str, order: tuple[int, ...]
) -> None:
    found = compared(between.join(TIPS), between.join(REWORDED[n] for n in order))
    for ours, theirs in zip(TIPS, REWORDED, strict=True):
        assert theirs in opposite(found, ours)


def test_what_moved_may_hold_sentences_that_moved_inside_it() -> None:
    tail = "The harbour office opens at nine and closes at noon. Nobody answers the telephone."
    found = compared(f"{' '.join(TIPS)} {tail}", f"{tail} {' '.join(TIPS[::-1])}")
    assert {section.kind for section in found.sections} == {SectionKind.PAIRED, SectionKind.MOVED}
    for tip in TIPS:
        assert opposite(found, tip).strip() == tip


def test_two_that_stand_between_others_and_changed_places_are_one_in_place_and_one_moved() -> None:
    first, last = "The fair opened on Monday with a brass band.", "It closes on Sunday at midnight."
    found = compared(
        "\n\n".join([first, TIPS[0], TIPS[1], last]),
        "\n\n".join([first, REWORDED[1], REWORDED[0], last]),
    )
    kinds = [section.kind for section in found.sections]
    assert kinds.count(SectionKind.MOVED) == 1
    assert kinds.count(SectionKind.PAIRED) == 3


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        (
            (
                "Ночью в порту Орловска сгорел склад с мебелью.",
                "Полиция начала расследование.",
                "Пожар тушили сорок человек.",
            ),
            (
                "В порту Орловска ночью сгорел мебельный склад.",
                "Сорок человек тушили пожар.",
                "Полиция приступила к расследованию.",
            ),
        ),
        (
            (
                "En la noche ardió un almacén del puerto de Orla.",
                "La policía inició una investigación.",
                "Cuarenta bomberos trabajaron hasta el alba.",
            ),
            (
                "Un almacén del puerto de Orla ardió en la noche.",
                "Cuarenta bomberos trabajaron hasta la mañana.",
                "La policía abrió una pesquisa sobre el caso.",
            ),
        ),
    ],
)
def test_a_short_sentence_that_moved_is_found_without_a_thesaurus(
    reference: tuple[str, ...], candidate: tuple[str, ...]
) -> None:
    found = compared("\n\n".join(reference), "\n\n".join(candidate))
    assert opposite(found, reference[1]) == candidate[2]
    assert opposite(found, reference[2]) == candidate[1]


def test_what_straddles_a_passage_in_place_stays_as_it_is_and_its_parts_are_looked_at() -> None:
    """The alignment is led through the ends of both, which would not ascend."""
    texts = "The fair opened. A band played.", "A band played. The fair opened."
    sides = number_tokens(*map(read_text, texts))
    home = [0] * len(sides[0].ids), [0] * len(sides[1].ids)
    part = Passage(4, 8, 0, 4)
    assert Leftovers(sides, [[]], home, []).is_open(part)
    assert Leftovers(sides, [[]], home, [Passage(0, 8, 0, 8)]).is_open(part)
    assert not Leftovers(sides, [[]], home, [Passage(0, 6, 0, 6)]).is_open(part)
    assert not Leftovers(sides, [[]], home, [part]).is_open(part), "it was left over again"


def test_a_part_of_what_was_found_in_place_may_be_found_in_place_as_well() -> None:
    """The alignment is led through the ends of both, in their order."""
    figures = "2-5/8 to 31-7/8"
    reference = ("council.", "Harrow-Vale's mill, and a wheel.", f"{figures}.", "mill.", "We're in")
    candidate = ("mayor.", f"{figures} daily. Pell closed 31-7/8,")
    found = compared("\n\n".join(reference), "\n\n".join(candidate))
    assert opposite(found, f"{figures}.") == candidate[1]


def test_a_sentence_with_a_word_in_common_is_no_counterpart() -> None:
    rest = "The museum bought nine paintings from a dealer in Leeds. Two of them are forged."
    lost, new = "Petrol is sold at the old pier.", "She paid for the petrol herself, he said."
    found = compared(f"{lost}\n\n{rest}", f"{rest}\n\n{new}")
    assert {section.kind for section in found.sections} == {
        SectionKind.MISSING,
        SectionKind.PAIRED,
        SectionKind.ADDED,
    }


def test_a_date_is_no_counterpart_of_a_line_with_its_year() -> None:
    rest = "The museum bought nine paintings from a dealer in Leeds. Two of them are forged."
    found = compared(f"May 14, 2021 09:30\n\n{rest}", f"{rest}\n\n©2021 Ferngate")
    assert [section.kind for section in found.sections] == [
        SectionKind.MISSING,
        SectionKind.PAIRED,
        SectionKind.ADDED,
    ]


def tried(missing: list[str], added: list[str], *, related: bool = False) -> list[tuple[str, str]]:
    """Return the texts that are put opposite each other, where nothing then corresponds."""
    texts = [" ".join(own) for own in (missing, added)]
    sides = number_tokens(*map(read_text, texts))
    ours, theirs = (
        list(pairwise([0, *accumulate(len(text.split()) for text in own)]))
        for own in (missing, added)
    )
    model = load_model()
    swaps = SwapScorer(sides[0].names, sides[0].classes, model.thesaurus, model.table)
    found = []

    def refuse(own: Passage, others: int) -> bool:
        found.append(
            (sides[0].span(own.i0, own.i1).of(texts[0]), sides[1].span(own.j0, own.j1).of(texts[1]))
        )
        return False

    assert find_counterparts(ours, theirs, sides, swaps if related else None, refuse) == []
    return found


def test_the_three_nearest_passages_are_tried_the_nearest_first() -> None:
    others = ["gnu yak", "gnu yak emu asp", "gnu yak emu", "gnu cod eel", "gnu cod elk roe"]
    assert [theirs for _, theirs in tried(["gnu yak emu fox"], others)] == [
        "gnu yak emu asp",
        "gnu yak emu",
        "gnu yak",
    ]


@pytest.mark.parametrize(("size", "is_tried"), [(20, True), (21, False)])
def test_one_word_in_common_is_worth_a_look_but_for_long_passages(
    size: int, is_tried: bool
) -> None:
    fillers = [f"yak{chr(97 + n)}" for n in range(size - 1)]
    assert bool(tried(["gnu fox"], [" ".join(["gnu", *fillers])])) == is_tried


def test_of_a_word_that_most_passages_have_nothing_is_learned() -> None:
    def others(number: int) -> list[str]:
        letters = [chr(97 + n) for n in range(26)]
        return [f"gnu yak{a}{b}" for a in letters for b in letters][:number]

    assert len(tried(["gnu fox"], others(500))) == 3
    assert tried(["gnu fox"], others(501)) == []


def test_of_short_passages_without_content_words_all_words_count() -> None:
    words = "if he or she did not do it then what of it".split()
    assert len(tried([" ".join(words)], [" ".join(words[::-1])])) == 1
    assert tried([" ".join([*words, "now"])], [" ".join(["now", *words[::-1]])]) == []


def test_two_related_words_tell_as_much_as_one_that_is_the_same() -> None:
    ours, same, related = "the vessel car gnu", "a gnu fox yak", "an automobile ship yak"
    for others in ([same, related], [related, same]):
        assert [theirs for _, theirs in tried([ours], others, related=True)] == others


def test_two_related_words_are_worth_a_look_and_one_is_not() -> None:
    found = tried(["the vessel car"], ["a ship automobile"], related=True)
    assert found == [("the vessel car", "a ship automobile")]
    assert tried(["the vessel car"], ["a ship emu"], related=True) == []
    assert tried(["the vessel car"], ["a ship automobile"]) == []


FERRY = (
    "The ferry carried bicycles, sheep and rumours across the bay.",
    "When it sank, the island grew quiet.",
)
FERRY_RETOLD = (
    "Bicycles, sheep and rumours were what the ferry carried across the bay.",
    "The island grew quiet when it sank.",
)


def test_a_paragraph_in_a_text_about_something_else_is_found_sentence_by_sentence() -> None:
    others = (
        "For thirty years a white house stood at the end of the pier in Aldmouth.",
        "Boys fished from its steps and old women sold lace.",
        "A ticket cost as much as a bun. Today a bridge stands there and hums in the wind.",
    )
    paragraph = " ".join([others[0], FERRY_RETOLD[1], others[1], FERRY_RETOLD[0]])
    found = compared(" ".join(FERRY), f"{paragraph}\n\n{others[2]}")
    for ours, theirs in zip(FERRY, FERRY_RETOLD, strict=True):
        assert theirs in opposite(found, ours)
    added = [s.candidate for s in found.sections if s.candidate and s.kind is SectionKind.ADDED]
    told = [found.candidate.text[slice(*span)] for span in added]
    assert told == [others[0], others[2]]


def test_two_texts_on_one_subject_do_not_share_its_sentences() -> None:
    """Each pair of them shares two content words of five, which tells that the subject is one."""
    ours = (
        "Lighthouse keepers on Skarra counted passing ships.",
        "Their lamp burned whale oil until the war.",
        "A storm carried off the landing stage twice.",
    )
    theirs = (
        "Nobody applied to be among the keepers of a lighthouse with no telephone.",
        "The council painted the lamp house red and let the oil tanks rust.",
        "Since the last storm the landing has been closed to visitors.",
    )
    found = compared("\n\n".join(ours), "\n\n".join(theirs[::-1]))
    assert {section.kind for section in found.sections} == {SectionKind.MISSING, SectionKind.ADDED}


PLAYED = (
    "They played on the steps of the brewery, with a bottle cap in place of a lost king.",
    "She now runs a school in the same street.",
    "On the wall hangs a bottle cap in a silver frame.",
)
PLAYED_RETOLD = (
    "On the brewery steps they played, using a bottle cap instead of a missing king.",
    "In that same street she now has a school.",
    "A bottle cap in a silvered frame hangs on the wall.",
)


@pytest.mark.parametrize("order", [(2, 1, 0), (2, 0, 1), (1, 2, 0)])
def test_sentences_that_share_a_phrase_are_not_paired_crosswise(order: tuple[int, ...]) -> None:
    found = compared(" ".join(PLAYED), " ".join(PLAYED_RETOLD[n] for n in order))
    for ours, theirs in zip(PLAYED, PLAYED_RETOLD, strict=True):
        assert theirs in opposite(found, ours)


def test_a_sentence_stays_with_its_counterpart_that_keeps_a_word_of_it() -> None:
    """The next one is like it, and shares no more with it."""
    reference = "Keys do not belong in the fruit bowl. Bills do not belong next to the cooker."
    candidate = "Secrets do not fit in the fruits bowl. Expenses do not fit in beside the range."
    found = compared(reference, candidate)
    assert [section.kind for section in found.sections] == [SectionKind.PAIRED]
    swapped = [c.reference.of(reference) for c in found.changes if c.reference and c.candidate]
    assert {"Keys", "Bills"} <= set(swapped)


def test_a_sentence_that_was_swapped_word_by_word_is_not_given_to_a_formula_that_it_shares() -> (
    None
):
    old = "The north lift is broken. Porters in the hall are said to have cut a cable to go home."
    new = (
        "The north lift is out. Bearers in the lobby are rumoured to have severed a rope to leave."
    )
    formula = "The warden is said to have laughed."
    found = compared(old, f"{formula}\n\n{new}")
    assert new in opposite(found, old)
    assert [section.kind for section in found.sections] == [SectionKind.ADDED, SectionKind.PAIRED]
