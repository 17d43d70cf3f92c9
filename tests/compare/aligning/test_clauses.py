"""A clause between signs that one text alone has, beside words that were put in other ones."""

from __future__ import annotations

from itertools import groupby

import pytest

from gui.compare.aligning.clauses import tokens_on, with_clauses_apart
from gui.compare.modelling.scoring_model import load_model
from gui.compare.modelling.steps import DROPPED, KEPT, LINKS, REWRITTEN, SWAPPED, Step, part_of
from gui.documents import read_text
from tests.compare.as_seen import as_seen
from tests.compare.oracle import compared, told

# Another section, in the language of the rest: of lone sentences likely links are told.
BEFORE = {
    "en": "The bridge opened in 1952, as our older readers know.",
    "de": "Die Brücke wurde im Mai 1952 eröffnet, wie unsere Leser wissen.",
    "es": "El puente se abrió en 1952, como saben nuestros lectores.",
    "fr": "Le pont fut ouvert en 1952, comme nos lecteurs le savent.",
    "ru": "Мост открыли в 1952 году, как знают наши читатели.",
    "sv": "Bron öppnades 1952, som våra läsare vet.",
}


def changes(reference: str, candidate: str, language: str = "en") -> str:
    before = BEFORE[language]
    return told(compared(f"{before}\n\n{reference}", f"{before}\n\n{candidate}"))


@pytest.mark.parametrize(
    ("longer", "shorter", "expected"),
    [
        (
            "The mill, which was built in 1820, burned last night.",
            "The mill went up in flames last night.",
            "-, which was built in 1820, | burned → went up in flames",
        ),
        (
            "The mill, as everybody knows, burned last night.",
            "The mill went up in flames last night.",
            "-, as everybody knows, | burned → went up in flames",
        ),
        (
            "The firm (about which more below) began in the spring.",
            "The firm got under way in the spring.",
            "-(about which more below) | began → got under way",
        ),
        (
            "The minister – he was speaking in Rome – rejected the plan.",
            "The minister said no to the plan.",
            "-– he was speaking in Rome – | rejected → said no to",
        ),
        (
            "The company, founded in Orlow, in 1924, reported a loss.",
            "The company was in trouble.",
            "-, founded in Orlow, in 1924, | reported a loss → was in trouble",
        ),
        (
            "The singer, 61, died on Monday.",
            "The singer passed away on Monday.",
            "-, 61, | died → passed away",
        ),
        (
            "The mill, however, burned last night.",
            "The mill went up in flames last night.",
            "-, however, | burned → went up in flames",
        ),
        (
            "He said, without hesitating, yes to the plan.",
            "He immediately agreed to the plan.",
            "said → immediately | -, without hesitating, | yes → agreed",
        ),
        (
            "The talks, held in Rome, collapsed, and the troops left, having lost, on Monday.",
            "The talks came to nothing, and the troops pulled out on Monday.",
            "-, held in Rome, | collapsed → came to nothing | left → pulled out | -, having lost,",
        ),
        (
            "The mill, built in 1820, burned, to the surprise of many, last night.",
            "The mill went up in flames last night.",
            "-, built in 1820, | burned → went up in flames | -, to the surprise of many,",
        ),
        (
            "The mill, to the surprise of many, sank last night.",
            "The mill went to the bottom last night.",
            "-, to the surprise of many, | sank → went to the bottom",
        ),
        (  # what is known and what one got mean nothing like the same
            "The old hotel, as everybody knows, improved in the spring.",
            "The old hotel got better and better in the spring.",
            "-, as everybody knows, | improved → got better and better",
        ),
        (
            "The mill burned, which nobody had expected, on Monday.",
            "The mill burned down on Monday.",
            "+down | -, which nobody had expected,",
        ),
    ],
)
def test_a_clause_is_no_part_of_what_was_rewritten_beside_it(
    longer: str, shorter: str, expected: str
) -> None:
    assert changes(longer, shorter) == expected


@pytest.mark.parametrize(
    ("language", "longer", "shorter", "expected"),
    [
        (
            "de",
            "Die Mühle, wie jeder weiß, brannte in der Nacht.",
            "Die Mühle ging in Flammen auf in der Nacht.",
            "-, wie jeder weiß, | brannte → ging in Flammen auf",
        ),
        (
            "es",
            "El alcalde, elegido en 2019, dimitió el lunes.",
            "El alcalde dejó el cargo el lunes.",
            "-, elegido en 2019, | dimitió → dejó el cargo",
        ),
        (
            "fr",
            "Le moulin, construit en 1820, brûla dans la nuit.",
            "Le moulin partit en fumée dans la nuit.",
            "-, construit en 1820, | brûla → partit en fumée",
        ),
        (
            "ru",
            "Мельница сгорела, как известно, ночью.",
            "Мельница запылала ночью.",
            "сгорела → запылала | -, как известно,",
        ),
        (
            "sv",
            "Borgmästaren, vald 2019, avgick i måndags.",
            "Borgmästaren lämnade sitt uppdrag i måndags.",
            "-, vald 2019, | avgick → lämnade sitt uppdrag",
        ),
    ],
)
def test_a_clause_is_one_in_any_language(
    language: str, longer: str, shorter: str, expected: str
) -> None:
    assert changes(longer, shorter, language) == expected


@pytest.mark.parametrize(
    ("language", "longer", "shorter", "expected"),
    [
        (
            "en",
            "The lorry, which came from Lyon, caught fire on the road.",
            "The lorry burned on the road.",
            "-, which came from Lyon, | caught fire → burned",
        ),
        (
            "de",
            "Das Boot, das am Steg lag, ging unter im Sturm.",
            "Das Boot sank im Sturm.",
            "-, das am Steg lag, | ging unter → sank",
        ),
        (
            "sv",
            "Bussen, som var full av barn, satt fast i snön.",
            "Bussen fastnade i snön.",
            "-, som var full av barn, | satt fast → fastnade",
        ),
        (
            "fr",
            "Le camion a pris feu, dit le maire, sur la route.",
            "Le camion brûlait sur la route.",
            "a pris feu → brûlait | -, dit le maire,",
        ),
    ],
)
def test_what_was_dropped_ends_where_the_clause_does(
    language: str, longer: str, shorter: str, expected: str
) -> None:
    assert changes(longer, shorter, language) == expected


@pytest.mark.parametrize(
    ("longer", "shorter", "expected"),
    [
        (
            "He sells fruit. His wife is old and ill. It is late.",
            "He sells pears and apples. It is late.",
            "fruit → pears and apples | -His wife is old and ill.",
        ),
        (
            "His wife is old and ill. Fruit is sold here.",
            "Pears and apples are sold here.",
            "-His wife is old and ill. | Fruit → Pears and apples | is → are",
        ),
        (
            "He sells fruit. It rained for a week. His wife is old and ill. He is sad.",
            "He sells pears and apples. He is sad.",
            "fruit → pears and apples | -It rained for a week. His wife is old and ill.",
        ),
        (
            "The road is closed. All of us were told to expect noise. It is late.",
            "The road is closed to all cars. It is late.",
            "+to all cars | -All of us were told to expect noise.",
        ),
        (
            "The old trees go first. A list of all plans hangs in the hall. It is late.",
            "The old trees go first of all. It is late.",
            "+of all | -A list of all plans hangs in the hall.",
        ),
    ],
)
def test_a_dropped_sentence_is_no_part_of_what_was_rewritten_beside_it(
    longer: str, shorter: str, expected: str
) -> None:
    assert changes(longer, shorter) == expected


def test_a_sentence_is_not_dropped_where_two_stand_opposite() -> None:
    found = changes(
        "He came. She ran and wept. It is late.", "He slept. She sat and sang. It is late."
    )
    assert found == "came → slept | ran → sat | wept → sang"


def test_an_added_clause_is_set_apart_like_a_dropped_one() -> None:
    found = changes(
        "The mill went up in flames last night.",
        "The mill, which was built in 1820, burned last night.",
    )
    assert found == "+, which was built in 1820, | went up in flames → burned"


@pytest.mark.parametrize(
    ("longer", "shorter", "expected"),
    [
        (
            "drink, said the doctor, daily",
            "sip now and then",
            "drink | , said the doctor , | daily",
        ),
        ("met, a friend of Anna, us", "had seen Anton", ""),  # a name for a name
        (
            "met Ben, a friend of Anna, here",
            "had seen Anton",
            "met Ben | , a friend of Anna , | here",
        ),
        ("met, a friend of 12, us", "had seen 50", ""),  # a figure for a figure
        ("was, in fact,", "were", ""),  # function words, and not much else
        ("was, as we know,", "were", "was | , as we know ,"),
        ("fell, however, fled", "withdrew", ""),  # two words, and one opposite
        ("fell, however,", "withdrew", "fell | , however ,"),
        ("fell, [said the doctor,", "withdrew", ""),
        ("fell] said the doctor]", "withdrew", ""),
        ("fell [said the doctor]", "withdrew", "fell | [ said the doctor ]"),
        ("fell, said the doctor)", "withdrew", ""),
        ("a well-made-for us", "boots", ""),
    ],
)
def test_clauses(longer: str, shorter: str, expected: str) -> None:
    assert parts(longer, shorter) == (expected or spaced(longer))


def test_a_clause_that_another_word_stands_for_is_one_change() -> None:
    found = changes("The shop, closed since May, burned again.", "The shop was shut again.")
    assert found == ", closed since May, burned → was shut"
    found = changes("The mayor, a former baker, resigned.", "The mayor angrily resigned.")
    assert found == ", a former baker, → angrily"


@pytest.mark.parametrize(
    ("both", "is_apart"),
    [
        ("We/We met/saw ,/- on/on the/a hill/roof of/of town/time ,/- friends/a us/us", True),
        ("We/We met/saw ,/- on/on the/the hill/roof of/of town/time ,/- friends/a us/us", False),
        ("We/We met/saw ,/- for/a them/them all/now ,/- friends/a us/us", False),
        ("We/We met/saw ,/- for/a men/now all/now ,/- friends/a us/us", True),
        ("We/We ,/- on/on a/- hill/- ,/- left/- us/us", False),  # nothing stands for it
        ("We/We ,/- on/on a/the hill/- ,/- left/- us/us", True),
    ],
)
def test_what_both_texts_have_of_a_clause(both: str, is_apart: bool) -> None:
    pairs = [own.split("/") for own in both.split()]
    texts = [" ".join(pair[n] for pair in pairs if pair[n] != "-") for n in (0, 1)]
    _, sequences = as_seen(*texts)
    steps: list[Step] = []
    i = j = 0
    for x, y in pairs:
        kind = DROPPED if y == "-" else KEPT if x == y else SWAPPED
        steps.append(Step(kind, i, i + 1, j, j + (y != "-")))
        i, j = i + 1, j + (y != "-")
    found = with_clauses_apart(steps, sequences, load_model().weights)
    assert (found != steps) == is_apart


def spaced(text: str) -> str:
    """Return the tokens of *text* with blanks between."""
    document = read_text(text)
    return " ".join(span.of(text) for span in document.tokens)


def parts(longer: str, shorter: str) -> str:
    """Return the words of the longer side of one change, set apart, whichever text has them."""
    found = [_parts(longer, shorter, 0), _parts(shorter, longer, 1)]
    assert found[0] == found[1]
    return found[0]


def _parts(reference: str, candidate: str, longer: int) -> str:
    sides, sequences = as_seen(f"We {reference} so.", f"We {candidate} so.")
    whole = Step(REWRITTEN, 1, len(sides[0].ids) - 2, 1, len(sides[1].ids) - 2)
    found = with_clauses_apart([whole], sequences, load_model().weights)
    assert part_of(found) == whole[1:]
    found = [step for step in found if tokens_on(step, longer)]
    runs = [[*steps] for _, steps in groupby(found, lambda step: step.kind in LINKS)]
    bounds = [part_of(run)[2 * longer : 2 * longer + 2] for run in runs]
    return " | ".join(" ".join(sides[longer].texts[slice(*bound)]) for bound in bounds)


def test_a_clause_with_signs_inside_is_dropped_as_a_whole() -> None:
    guard = "The guard, from Lyon, France, resigned on Monday."
    found = changes(guard, "The guard gave up on Monday.")
    assert found == "-, from Lyon, France, | resigned → gave up"


def test_what_is_left_beside_a_dropped_clause_stands_for_about_as_many_words() -> None:
    found = changes(
        "The firm, on Monday, said that it had found great and lasting damage to the mill.",
        "The firm caused harm to the mill.",
    )
    said = "-, on Monday, said that it had found great and"
    assert found == f"{said} | lasting → caused | damage → harm"


def test_what_has_no_link_was_unlikely_to_have_one_in_a_short_passage() -> None:
    lorry, burned = "The lorry, he said, caught fire there.", "The lorry burned there."
    _, sequences = as_seen(lorry, burned)
    steps = [
        Step(KEPT, 0, 1, 0, 1),
        Step(KEPT, 1, 2, 1, 2),
        *[Step(DROPPED, n, n + 1, 2, 2) for n in range(2, 7)],
        Step(SWAPPED, 7, 8, 2, 3),
        Step(KEPT, 8, 9, 3, 4),
        Step(KEPT, 9, 10, 4, 5),
    ]
    weights = load_model().weights
    assert with_clauses_apart(steps, sequences, weights) != steps
    assert with_clauses_apart(steps, sequences, weights, by_links=True) == steps
