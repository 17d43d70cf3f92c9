"""Words copied into a paragraph about something else are found, and nothing else with them."""

from __future__ import annotations

import pytest

from gui.compare import ChangeKind, Comparison
from tests.compare import oracle

TRAM = [
    "The tram line will be opened next spring, two years later than was promised.",
    "The city has paid for twelve trams, nine of which are standing in the depot.",
    "Drivers are being trained on a stretch of track behind it.",
]
AUNT = (
    "My aunt used to say that you should never sell a boat to someone you like. She had sold three "
    "in her life, and not one of the buyers had ever come to see her again. {} When she died they "
    "all stood at the back of the church and looked at their shoes."
)
EXCERPTS = {
    "a sentence": "He did not know how long it would be before they could go on with it.",
    "a piece of one": "and it was a while before we could see what was",
    "pieces of two": "it was all we had. Nobody had thought of what it would",
}
# An article, another one, and a sentence that stands in both.
LANGUAGES = {
    "German": (
        "Die neue Bahn soll im Frühjahr fahren. {} Die Stadt hat zwölf Wagen bezahlt, von denen "
        "neun geliefert sind. Die Fahrer üben auf einem Gleis hinter dem alten Depot.",
        "Meine Tante sagte immer, man solle nie ein Boot an jemanden verkaufen, den man mag. Drei "
        "hatte sie in ihrem Leben verkauft, und keiner der Käufer ließ sich je wieder blicken. {}",
        "Wir wussten nicht, wie es mit uns weitergehen würde und wer von uns noch da wäre.",
    ),
    "Russian": (
        "Новую линию откроют весной будущего года. {} Город заплатил за двенадцать вагонов, девять "
        "из которых уже привезли. Водители учатся на путях за старым депо.",
        "Тётка говорила, что лодку нельзя продавать тому, кто тебе нравится. За свою жизнь она "
        "продала три, и никто из покупателей больше ни разу к ней не заглянул. {}",
        "Мы не знали, что с нами будет дальше и кто из нас ещё останется там.",
    ),
    "Chinese": (
        "新的电车线路将于明年春天开通。{}市里已经付了十二辆新车的钱，其中九辆已经交货。司机们正在车库后面的一段轨道上练习。",
        "姑妈常说，船绝不能卖给自己喜欢的人。她一辈子卖过三条，买主里没有一个再来看过她。{}",
        "我们谁也不知道以后会怎么样，也不知道到那时候还有谁会留在这里。",
    ),
}


def kept(found: Comparison) -> list[str]:
    """Return what each section with a counterpart keeps, without signs before it."""
    texts = []
    for n, section in enumerate(found.sections):
        if section.reference and section.candidate:
            changed = [c.candidate for c in found.changes if c.section == n and c.candidate]
            start, end = section.candidate.start, section.candidate.end
            places = [k for k in range(start, end) if not any(k in range(*c) for c in changed)]
            texts.append("".join([found.candidate.text[k] for k in places]).strip(" .。"))
    return texts


@pytest.mark.parametrize("excerpt", EXCERPTS.values(), ids=EXCERPTS)
@pytest.mark.parametrize("place", range(4))
def test_they_are_found_wherever_they_stand(excerpt: str, place: int) -> None:
    own = " ".join([*TRAM[:place], excerpt, *TRAM[place:]])
    found = oracle.compared(own, AUNT.format(excerpt))
    assert kept(found) == [excerpt.rstrip(".。")]
    assert {change.kind for change in found.changes} == {ChangeKind.MISSING, ChangeKind.ADDED}


@pytest.mark.parametrize(("own", "other", "excerpt"), LANGUAGES.values(), ids=LANGUAGES)
def test_they_are_found_in_any_language(own: str, other: str, excerpt: str) -> None:
    found = oracle.compared(own.format(excerpt), other.format(excerpt))
    assert kept(found) == [excerpt.rstrip(".。")]


def test_they_are_found_in_another_article() -> None:
    excerpt = EXCERPTS["a sentence"]
    own = "\n\n".join(["Fares stay as they are.", " ".join([*TRAM, excerpt]), "The council meets."])
    other = "\n\n".join(["Boats", AUNT.format(excerpt), "Nobody spoke of it for thirty years."])
    found = oracle.compared(own, other)
    assert kept(found) == [excerpt.rstrip(".")]
    missing = [c.reference for c in found.changes if c.kind is ChangeKind.MISSING]
    assert [span.of(own) for span in missing if span] == [" ".join(TRAM)]


def test_pieces_of_long_sentences_may_stand_in_another_order() -> None:
    pieces = "what they had been told about it by the others", EXCERPTS["a piece of one"]
    own = [
        "Those of the shopkeepers along the new line who had asked the council for money in May "
        f"wrote down {pieces[0]} and took the letter to a lawyer in the next town on Monday.",
        "The engineer blames a bridge that is weaker than it looked in the plans of the builders, "
        f"{pieces[1]} under the road when the first of three beams arrived from abroad in June.",
    ]
    other = [
        "She kept her last boat in a shed by the harbour until the roof fell in one winter night, "
        f"{pieces[1]} left of the hull and of the red sails that her brother had sewn for it.",
        "Of all the children who came to the funeral from both sides of the bay only one knew "
        f"{pieces[0]} because he had lived with her for as long as he could remember.",
    ]
    found = kept(oracle.compared("\n\n".join(own), "\n\n".join(other)))
    assert all(any(piece in text for text in found) for piece in pieces)


def test_a_word_of_them_may_be_swapped() -> None:
    excerpt = EXCERPTS["a sentence"]
    spun = excerpt.replace("before", "until")
    found = oracle.compared(" ".join([*TRAM, excerpt]), AUNT.format(spun))
    swaps = [c.reference for c in found.changes if c.kind is ChangeKind.SUBSTITUTION]
    assert [own.of(found.reference.text) for own in swaps if own] == ["before"]


def test_fewer_words_in_a_row_are_chance() -> None:
    own = " ".join([*TRAM, "It was not what we had hoped for it."])
    other = AUNT.format("It was not what we had to do.")
    assert not kept(oracle.compared(own, other))


FREQUENT = {
    "English": ("He has never {} one of us.", "been", "felt"),
    "English, longer": ("That is not {} we were all here to do.", "what", "why"),
    "German": ("Er war noch nie so {} bei uns wie sie.", "gern", "oft"),
    "Spanish": ("Ya no {} nada de lo que era antes.", "queda", "hay"),
    "Russian": ("Он уже никогда не {} таким же, как мы.", "будет", "станет"),
}


@pytest.mark.parametrize(("sentence", "old", "new"), FREQUENT.values(), ids=FREQUENT)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_whole_sentence_needs_fewer(sentence: str, old: str, new: str, is_first: bool) -> None:
    """All around it differs, and it has no rare word."""
    place = 0 if is_first else len(TRAM)
    own = " ".join([*TRAM[:place], sentence.format(old), *TRAM[place:]])
    other = AUNT.format(sentence.format(new))
    before = "Rain is expected from Friday on.\n\n"
    found = oracle.compared(before + own, before + other)
    swaps = [
        (c.reference.of(before + own), c.candidate.of(before + other))
        for c in found.changes
        if c.reference and c.candidate
    ]
    assert swaps == [(old, new)]
