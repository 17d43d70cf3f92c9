"""Words aligned where the thesaurus knows none of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui.compare import Comparison, SectionKind, compare
from gui.compare.aligning.unaided import is_unaided
from gui.compare.modelling.scoring_model import load_model
from gui.documents import Span, read_text
from gui.resources import resource_path
from gui.training.marked_pairs import read_languages
from tests.compare.as_seen import as_seen
from tests.compare.oracle import compared, told

BEFORE = "1952: Nr. 7"  # a section that says nothing about a language
SHIPPED = load_model()
OTHERS = replace(SHIPPED, unaided={})  # by the weights for what the thesaurus knows


def sections_of(found: Comparison) -> list[tuple[SectionKind, Span | None, Span | None]]:
    return [(section.kind, section.reference, section.candidate) for section in found.sections]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council sold the old town hall to a baker.", False),
        ("Der Rat hat das alte Rathaus an eine Bäckerin verkauft.", True),
        ("Городской совет продал старую ратушу пекарю.", True),
        ("Le conseil a vendu la vieille mairie à une boulangère.", True),
        ("市议会把旧市政厅卖给了一位面包师。", False),  # letters are no words
        ("1952", False),  # no word at all speaks for another language
        ("", False),
    ],
)
def test_the_words_tell_whether_the_thesaurus_knows_the_language(text: str, expected: bool) -> None:
    _, sequences = as_seen(text, text)
    assert is_unaided(sequences.swaps) == expected


def test_one_long_text_is_told_by_a_sample_of_its_words() -> None:
    text = " ".join(f"{word}heit {word}ung" for word in map(chr, range(0x3B1, 0x3B1 + 25)))
    _, sequences = as_seen(f"{text} {text.upper()}" * 40, text)
    assert is_unaided(sequences.swaps)


@pytest.mark.parametrize(
    ("reference", "candidate", "expected"),
    [
        (
            "Der alte Bäcker verkaufte seinen kleinen Laden.",
            "Der betagte Brotmacher veräußerte sein winziges Geschäft.",
            "alte → betagte | Bäcker → Brotmacher | verkaufte → veräußerte | seinen → sein"
            " | kleinen → winziges | Laden → Geschäft",
        ),
        (
            "De burgemeester was allang blij met het plan.",
            "De burgervader was reeds lang tevreden met het voornemen.",
            "burgemeester → burgervader | allang → reeds lang | blij → tevreden | plan → voornemen",
        ),
        (
            "Ο δήμαρχος υποσχέθηκε χθες να επισκευάσει τους δρόμους.",
            "Ο άρχοντας διαβεβαίωσε προχθές πως θα φτιάξει τις οδούς.",
            "δήμαρχος → άρχοντας | υποσχέθηκε → διαβεβαίωσε | χθες → προχθές | να → πως θα"
            " | επισκευάσει → φτιάξει | τους → τις | δρόμους → οδούς",
        ),
    ],
)
def test_neighbours_that_were_swapped_are_told_one_by_one(
    reference: str, candidate: str, expected: str
) -> None:
    a, b = read_text(f"{BEFORE}\n\n{reference}"), read_text(f"{BEFORE}\n\n{candidate}")
    assert told(compare(a, b)) == expected
    assert told(compare(a, b, model=OTHERS)) != expected


@pytest.mark.parametrize(
    ("reference", "candidate", "expected"),
    [
        (
            "Der Rat billigte am späten Abend den Haushalt.",
            "Der Rat genehmigte den Haushalt.",
            "billigte → genehmigte | -am späten Abend",
        ),
        (
            "Es spielen Bayern, Bremen, Köln und Mainz.",
            "Es spielen Köln, Bayern, Bremen und Mainz.",
            "+Köln, | -, Köln",
        ),
    ],
)
def test_no_phrase_is_swallowed_and_no_kept_word_given_up(
    reference: str, candidate: str, expected: str
) -> None:
    assert told(compared(reference, candidate)) == expected


def test_what_stands_around_a_line_told_elsewhere_is_left_as_it_was() -> None:
    """``1`` is a section of its own, before the full stop that was added."""
    found = compared("\u0435\n1", "\u0435.")
    assert told(found) == "+."
    assert [section.kind for section in found.sections] == [
        SectionKind.PAIRED,
        SectionKind.MISSING,
    ]


def test_what_corresponds_stays_as_it_was() -> None:
    """The same sections, whichever weights align their words."""
    for pair in read_languages(resource_path("model", "pairs"))[::5]:
        texts = read_text(pair.reference), read_text(pair.candidate)
        unaided, by_others = compare(*texts), compare(*texts, model=OTHERS)
        assert sections_of(unaided) == sections_of(by_others)
