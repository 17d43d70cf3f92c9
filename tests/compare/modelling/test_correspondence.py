"""Which passages are believed to correspond, and which only stand opposite each other."""

from __future__ import annotations

from math import log

import pytest

from gui.compare import SectionKind, compare
from gui.compare.modelling.correspondence import (
    BETWEEN,
    NAMES,
    Companion,
    Odds,
    doubted,
    evidence,
    is_mostly_kept,
    is_word_for_word,
    log_odds,
    related,
)
from gui.compare.modelling.scoring_model import load_model
from gui.compare.modelling.steps import ADDED, DROPPED, KEPT, REWRITTEN, SWAPPED, Step
from gui.documents import read_text
from tests.compare.as_seen import as_seen

CELL, DATE = Companion.CELL, Companion.DATE
NOTHING = float("-inf")
FIRST = "The ferry to Orm leaves at nine and carries forty cars. It was built in 1961."
LAST = "Tickets are sold on board. Dogs travel free, and so do children under six."
MIDDLE = "In winter the crew is paid by the harbour, since nobody travels."
RECAST = "When winter comes, wages for the crew are met by the port authority, as no one travels."
FOREIGN = "Our beekeeper answers letters: why do hives hum louder before a storm?"


def kinds(a: str, b: str) -> list[SectionKind]:
    return [s.kind for s in compare(read_text(a), read_text(b)).sections]


def test_the_evidence_counts_what_the_steps_share() -> None:
    _, sequences = as_seen("The big cat sat there.", "The large cat slept.")
    steps = [
        Step(KEPT, 0, 1, 0, 1),
        Step(SWAPPED, 1, 2, 1, 2),
        Step(KEPT, 2, 3, 2, 3),
        Step(REWRITTEN, 3, 5, 3, 4),
        Step(KEPT, 5, 6, 4, 5),
    ]
    seen = steps, sequences
    found = evidence(*seen) | related(*seen)
    assert sorted(found) == list(NAMES)
    root = 5**0.5
    assert found["believe_content"] == pytest.approx(1 / root)
    assert found["believe_closed"] == pytest.approx(1 / root)
    assert found["believe_synonym"] == pytest.approx(1 / root)
    assert found["believe_rewritten"] == pytest.approx(3 / 5)
    assert found["believe_guess"] == found["believe_gap"] == 0.0


@pytest.mark.parametrize(
    ("reference", "candidate", "content"),
    [
        ("dog bites", "waits dog", 0.0),  # one word at another place is chance
        ("dog bites", "bites dog", 0.5),  # of two, the second counts half
        ("dog bites postman", "postman bites dog", 1.0),
        ("dog bites", "bites every dog", 0.5),
    ],
)
def test_words_in_another_order_count_half_and_the_first_of_them_nothing(
    reference: str, candidate: str, content: float
) -> None:
    sides, sequences = as_seen(reference, candidate)
    size = len(sides[0].ids), len(sides[1].ids)
    steps = [Step(REWRITTEN, 0, size[0], 0, size[1])]
    found = evidence(steps, sequences)
    assert found["believe_content"] == pytest.approx(content / max(size) ** 0.5)
    assert found["believe_size"] == pytest.approx(log(max(size)))


def test_shared_words_speak_for_a_pair_and_gaps_against_it() -> None:
    weights = load_model().weights
    base = dict.fromkeys(NAMES, 0.0) | {"believe": 1.0, "believe_size": 3.0}
    more = base | {"believe_content": 0.5}
    less = more | {"believe_gap": 0.8}
    assert log_odds(base, weights) < log_odds(more, weights)
    assert log_odds(less, weights) < log_odds(more, weights)


def test_word_for_word_there_is_no_doubt() -> None:
    assert is_word_for_word([Step(KEPT, 0, 1, 0, 1), Step(SWAPPED, 1, 2, 1, 2)])
    assert not is_word_for_word([Step(SWAPPED, 0, 1, 0, 1)])
    assert not is_word_for_word([Step(KEPT, 0, 1, 0, 1), Step(DROPPED, 1, 2, 1, 1)])
    assert not is_word_for_word([Step(KEPT, 0, 1, 0, 1), Step(ADDED, 1, 1, 1, 2)])


@pytest.mark.parametrize(
    ("odds", "expected"),
    [
        ([3.0, -1.0, 3.0], [False, True, False]),
        ([3.0, -1.0], [False, True]),
        ([-1.0, 3.0], [True, False]),
        ([3.0, None, -1.0, 3.0], [False, False, True, False]),  # behind a missing part
        ([3.0, -1.0, -1.0, 3.0], [False, True, True, False]),
        ([-0.45, -0.55], [False, True]),  # a little less than even odds suffice
    ],
)
def test_a_part_is_believed_by_its_own_odds(odds: list[Odds | None], expected: list[bool]) -> None:
    assert doubted(odds, {}) == expected


@pytest.mark.parametrize(
    ("odds", "expected"),
    [
        ([3.0, -2.0, 3.0], [False, False, False]),
        ([3.0, -2.0], [False, False]),
        ([3.0, -3.0, 3.0], [False, True, False]),  # too little
        ([3.0, NOTHING, 3.0], [False, True, False]),  # not a word in common
        ([-2.0], [True]),  # beside nothing
        ([3.0, -2.0, -2.0, 3.0], [False, False, False, False]),
        ([3.0, -2.0, -3.0, 3.0], [False, True, True, False]),  # a foreign one lies between
        ([3.0, -2.0, -2.0], [False, True, True]),
        ([-2.0, -2.0], [True, True]),
        ([3.0, -2.0, None, 3.0], [False, True, False, False]),
        ([None, -2.0, 3.0], [False, True, False]),
    ],
)
def test_believed_neighbours_speak_for_a_part(
    odds: list[Odds | None], expected: list[bool]
) -> None:
    assert doubted(odds, {BETWEEN: 2.0}) == expected


def test_a_sentence_written_anew_between_kept_ones_is_paired() -> None:
    found = kinds(f"{FIRST}\n\n{MIDDLE}\n\n{LAST}", f"{FIRST}\n\n{RECAST}\n\n{LAST}")
    assert found == [SectionKind.PAIRED] * 3


CRAFT = "Fewer young people learn the trade, and the last workshop shut its doors in spring."
RECAST_CRAFT = "The craft is dying out: apprentices are rare, and since April no workshop is left."


def test_a_paragraph_written_anew_is_paired_where_both_neighbours_are() -> None:
    found = kinds(f"{FIRST}\n\n{CRAFT}\n\n{LAST}", f"{FIRST}\n\n{RECAST_CRAFT}\n\n{LAST}")
    assert found == [SectionKind.PAIRED] * 3
    found = kinds(f"{FIRST}\n\n{CRAFT}\n\n{LAST}", f"{FIRST}\n\n{FOREIGN}\n\n{LAST}")
    assert sorted(found) == sorted(
        [*[SectionKind.PAIRED] * 2, SectionKind.MISSING, SectionKind.ADDED]
    )


def related_words(a: str, b: str) -> float:
    sides, sequences = as_seen(a, b)
    i, j = len(sides[0].ids), len(sides[1].ids)
    found = related([Step(REWRITTEN, 0, i, 0, j)], sequences)
    return sum(found.values())


def test_related_words_speak_for_a_part_wherever_they_stand() -> None:
    own = related_words("The workers mended pipes.", "Pipes, the employees repaired.")
    assert own > related_words("The workers mended pipes.", "Pipes, the employees sang.") > 0
    # Two forms of a word are one; a word counts once, and one that both have not at all.
    forms = related_words("The swimmer rested.", "Swimmers dream.")
    assert forms == related_words("The swimmer rested.", "Swimmers swimming.") > 0
    assert related_words("The swimmer rested.", "A swimmer dreams.") == 0


def test_a_lost_end_and_a_foreign_one_are_no_pair() -> None:
    found = kinds(f"{FIRST}\n\n{LAST}\n\n{MIDDLE}", f"{FIRST}\n\n{LAST}\n\n{FOREIGN}")
    assert found == [SectionKind.PAIRED] * 2 + [SectionKind.MISSING, SectionKind.ADDED]


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        (
            "The dog bit the postman. The neighbour called a doctor.",
            "The postman was bitten by the dog. A doctor was called by the neighbour.",
        ),
        (
            "A storm sank the ferry. Two fishermen saved the captain. The harbour closed the pier.",
            "The ferry was sunk by a storm. The captain was saved by two fishermen. The pier was "
            "closed by the harbour.",
        ),
        (
            "Der Hund biss den Briefträger. Die Nachbarin rief einen Arzt.",
            "Der Briefträger wurde vom Hund gebissen. Ein Arzt wurde von der Nachbarin gerufen.",
        ),
        (
            "El alcalde inauguró el puente. Los vecinos pintaron la escuela.",
            "El puente fue inaugurado por el alcalde. La escuela fue pintada por los vecinos.",
        ),
    ],
)
def test_words_that_both_have_in_another_order_speak_for_a_pair(active: str, passive: str) -> None:
    assert kinds(active, passive) == [SectionKind.PAIRED]
    assert kinds(passive, active) == [SectionKind.PAIRED]


def test_one_word_that_both_have_does_not() -> None:
    found = kinds(
        "The dog bit the postman. The neighbour called a doctor.",
        "Rents in the harbour fell by a third. A doctor spoke at the rally.",
    )
    assert found == [SectionKind.MISSING, SectionKind.ADDED]


@pytest.mark.parametrize(
    ("odds", "expected"),
    [
        ([3.0, CELL, CELL, None], [False, False, False, False]),
        ([None, CELL, 3.0], [False, False, False]),
        ([None, CELL, CELL, None], [False, True, True, False]),  # figures in unrelated texts
    ],
)
def test_changed_figures_go_with_the_cells_beside_them(
    odds: list[Odds | None], expected: list[bool]
) -> None:
    assert doubted(odds, {}) == expected


@pytest.mark.parametrize(
    ("odds", "expected"),
    [
        ([None, DATE, 3.0, None], [False, False, False, False]),
        ([3.0, None, DATE, None], [False, False, False, False]),
        ([None, DATE, None, 3.0, None], [False, True, False, False, False]),
        ([None, DATE, DATE, None], [False, True, True, False]),
        ([DATE, DATE], [False, False]),
        ([None, DATE, 3.0, None, None], [False, True, False, False, False]),
    ],
)
def test_date_lines_go_with_the_rest_of_the_texts(
    odds: list[Odds | None], expected: list[bool]
) -> None:
    assert doubted(odds, {}) == expected


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("30 November 2024", "7 May 2024"),
        ("Published: 30 November 2024", "Published: 7 May 2024"),
        ("Published: Tuesday, 30 November 2024", "Published: Friday, 7 May 2024"),
        ("30 November 2024, 18:01", "7 November 2024, 06:40"),
        ("Updated at 18:01 on 2024-11-30", "2024-05-07 at 18:40"),
        ("30. November 2024", "7. Mai 2024"),
        ("2024年11月30日", "2024年5月7日"),
    ],
)
def test_unrelated_articles_do_not_share_their_date_lines(ours: str, theirs: str) -> None:
    ferries = f"{FIRST}\n\n{ours}\n\n{LAST}"
    hives = f"{FOREIGN}\n\n{theirs}\n\nA queen that pipes is about to leave with half the swarm."
    for one, other in ((ferries, hives), (hives, ferries)):
        comparison = compare(read_text(one), read_text(other))
        assert comparison.tally.substituted == 0
        assert {s.kind for s in comparison.sections} == {SectionKind.MISSING, SectionKind.ADDED}


def test_a_copy_with_another_date_keeps_its_date_line() -> None:
    headline = "Harbour council votes on the winter crew"
    article = f"{headline}\n\n30 November 2024\n\n{FIRST} {LAST}"
    spun = f"7 May 2024\n\n{FIRST} {LAST}\n\nSource link"
    assert kinds(article, spun).count(SectionKind.PAIRED) == 2


def test_a_sentence_with_figures_is_no_date_line() -> None:
    ours = f"{FOREIGN}\n\nIn 2019 the harbour sold 45 berths to fishermen from Orm and Lund."
    theirs = f"{LAST}\n\nIn 2019 the harbour sold 60 berths to fishermen from Orm and Lund."
    assert SectionKind.PAIRED in kinds(ours, theirs)


def beside_kept(a: str, b: str) -> list[SectionKind]:
    return kinds(f"{a}\n\n{FIRST}", f"{b}\n\n{FIRST}")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("What did you do?", "What did you do"),
        ("To be or not to be", "To be, or not to be?"),
        ("About us", "About us:"),
        ("“It is me.”", "– It is me."),
        ('"All I have."', "All I have."),
        ("What did he do?", "– What did she do"),
        ("What did you do?", "What did you do then?"),
        ("3) What do you do?", "What do you do?"),
        ("You should not have been there.", "You shouldn't have been there then."),
        ("We were there before them.", "We had been there before them."),
        ("I'm against it.", "I am against it all."),
    ],
)
def test_function_words_alone_are_paired_where_they_are_as_good_as_the_same(a: str, b: str) -> None:
    paired = [SectionKind.PAIRED]
    assert kinds(a, b) == kinds(b, a) == paired
    assert beside_kept(a, b) == beside_kept(b, a) == paired * 2


@pytest.mark.parametrize(
    ("words", "more", "are_same"), [(2, 3, True), (2, 4, False), (1, 1, False), (3, 5, True)]
)
def test_more_than_half_of_the_words_are_kept(words: int, more: int, are_same: bool) -> None:
    text = " ".join(["we", "are", "here", "for", "you", "of", "it", "so"][: words + more])
    _, sequences = as_seen(text, text)
    steps = [Step(KEPT, n, n + 1, n, n + 1) for n in range(words)]
    steps += [Step(ADDED, words, words, n, n + 1) for n in range(words, words + more)]
    assert is_mostly_kept(steps, sequences) is are_same


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It was all over.", "They were not for them."),
        ("What did you do?", "Where are they from?"),
        ("It is me.", "We are not."),
        ("Who is it?", "– Where was he?"),
        ("And so it was.", "But it was not so, and they had to."),
        ("He was there.", "Is it for us?"),
        ("How do I do it?", "What is it that you do?"),
        ("All of you", "Not all of them, though"),
        ("Who are you?", "– Where are they"),
    ],
)
def test_function_words_that_chance_put_there_pair_nothing(a: str, b: str) -> None:
    apart = [SectionKind.MISSING, SectionKind.ADDED]
    assert beside_kept(a, b) == beside_kept(b, a) == [*apart, SectionKind.PAIRED]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("José Peña", "Jose Pena"),
        ("Éric Müller", "Eric Muller"),
        ("Naïve façade café", "Naive facade cafe"),
        ("Książę ogłosił źródło", "Ksiaze oglosil zrodlo"),
        ("أعلن الأمير أحمد إستقالته", "اعلن الامير احمد استقالته"),
        ("Überfüllte Züge", "Ueberfuellte Zuege"),
        ("Goverment anounced budjet", "Government announced budget"),
    ],
)
def test_words_without_their_accents_or_misspelt_are_paired(a: str, b: str) -> None:
    paired = [SectionKind.PAIRED]
    assert beside_kept(a, b) == beside_kept(b, a) == paired * 2
    assert kinds(a, b) == kinds(b, a) == paired


@pytest.mark.parametrize(
    ("a", "b"), [("José Peña", "Josh Penn"), ("Crane rental", "Crime portal"), ("10000", "20000 %")]
)
def test_words_that_only_sound_alike_are_not(a: str, b: str) -> None:
    apart = [SectionKind.MISSING, SectionKind.ADDED]
    assert beside_kept(a, b) == beside_kept(b, a) == [*apart, SectionKind.PAIRED]


@pytest.mark.parametrize(
    ("old", "new", "swapped"),
    [
        ("Ely lost 2:4 to Bath.", "Ely won 4:2 against Bath.", "2 4, 4 2"),
        (
            "Buses cost £2.40, trains £3.10.",
            "Buses cost £3.10, trains £2.40.",
            "2.40 3.10, 3.10 2.40",
        ),
        (
            "Only two men and three boys left.",
            "Only three men and two boys left.",
            "two three, three two",
        ),
        (
            "Open 9-17 on weekdays and 10-14 at weekends.",
            "Open 10-14 on weekdays and 9-17 at weekends.",
            "9 10, 17 14, 10 9, 14 17",
        ),
        ("Ely had 30 points, Bath 21 in all.", "Bath had 21 points, Ely 30 in all.", ""),
    ],
)
def test_figures_change_their_values_unless_words_changed_places_with_them(
    old: str, new: str, swapped: str
) -> None:
    found = compare(read_text(old), read_text(new)).changes
    both = [
        (c.reference.of(old), c.candidate.of(new)) for c in found if c.reference and c.candidate
    ]
    assert ", ".join(f"{x} {y}" for x, y in both if x in new) == swapped
