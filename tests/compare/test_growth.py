"""Four times the text takes about four times the work, told by counting calls, not seconds."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any

import pytest
from rapidfuzz.distance import Indel

from gui.compare import compare
from gui.compare.aligning.alignment import Aligned
from gui.compare.aligning.viterbi import Aligner
from gui.compare.furniture.furniture import furniture_of
from gui.compare.modelling import swap_features
from gui.compare.modelling.scores import Scores
from gui.compare.modelling.scoring_model import load_model
from gui.compare.modelling.sequences import TextPair
from gui.compare.modelling.swap_features import SwapScorer
from gui.compare.pairing import tears
from gui.compare.pairing.leftovers import find_counterparts
from gui.compare.pairing.moves import Passage
from gui.compare.tokenizing.tokens import number_tokens
from gui.documents import Document, read_text
from gui.own_process import collector_paused


def work_of(function: Callable[[], object]) -> int:
    """Return how many functions are called, of Python and of C, but for the collector's own."""
    count = 0

    def called(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event.endswith("call")

    before = sys.getprofile()
    with collector_paused():
        sys.setprofile(called)
        try:
            function()
        finally:
            sys.setprofile(before)
    return count


def test_a_word_of_thousands_of_passages_does_not_lead_from_each_to_all() -> None:
    def work(number: int) -> int:
        texts = [
            " ".join([f"Harbor council {own}{n}." for n in range(number)]) for own in ("v", "w")
        ]
        sides = number_tokens(*map(read_text, texts))
        ranges = [(4 * n, 4 * n + 4) for n in range(number)]
        return work_of(lambda: find_counterparts(ranges, ranges, sides, None, share_many))

    assert work(2400) < 6 * work(600)


def share_many(passage: Passage, others: int) -> bool:
    """Judge as if those that share many words correspond, and no others."""
    return not others


def test_passages_of_the_same_words_are_looked_at_as_one() -> None:
    def work(number: int) -> int:
        sides = number_tokens(*[read_text("Harbor council. " * number)] * 2)
        ranges = [(3 * n, 3 * n + 3) for n in range(number)]
        found: list[object] = []
        counted = work_of(
            lambda: found.extend(find_counterparts(ranges, ranges, sides, None, share_many))
        )
        assert found == [(*pair, *pair) for pair in ranges]
        return counted

    assert work(800) < 6 * work(200)


def test_of_unrelated_texts_most_passages_are_never_put_opposite_each_other() -> None:
    chance = random.Random(5)
    syllables = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in "lmnrst"]
    words = [f"{own}{end}" for own in syllables for end in "aeio"]

    def text(number: int, own: Sequence[str]) -> str:
        return "\n\n".join(
            f"The {' '.join(chance.choices(own, k=8))} of a {' '.join(chance.choices(words, k=3))}."
            for _ in range(number)
        )

    def work(number: int) -> int:
        documents = [read_text(text(number, own)) for own in (words[::2], words[1::2])]
        return work_of(lambda: compare(*documents))

    work(2)  # what is read from files, once
    assert work(160) < 5 * work(40)


LEAD = (
    "Seed maker Orrin is taking back 40,000 bags of bird food because they hold poppy seeds, "
    "the company said on Monday."
)
TITLE = "Orrin recalls bird food after complaints"
TORN = (
    "Orrin is taking back 40,000 bags of bird food, the firm announced on Monday. They hold "
    "poppy seeds."
)


@pytest.fixture
def aligned(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many tokens of the reference each alignment was given."""
    counts: list[int] = []
    align = Aligned.align

    def count(self: Aligned, *args: Any) -> Aligner:
        counts.append(len(self.numbers[0]))
        return align(self, *args)

    monkeypatch.setattr(Aligned, "align", count)
    return counts


def test_only_the_sections_around_a_torn_sentence_are_aligned_again(aligned: list[int]) -> None:
    filler = " ".join(f"word{chr(97 + n)}" for n in range(26)) + "."
    around = [f"Note {n}: {filler}" for n in range(20)]
    before, behind = "\n\n".join(around[:10]), "\n\n".join(around[10:])
    reference = f"{before}\n\n{TITLE}\n\n{LEAD}\n\n{behind}"
    candidate = f"{before}\n\n{TORN}\n\n{behind}"
    compare(read_text(reference), read_text(candidate))
    assert aligned[0] > 600
    assert len(aligned) > 1
    assert sum(aligned[1:]) < aligned[0] / 5


def test_where_nothing_around_a_torn_sentence_is_paired_a_few_sections_are_aligned_again(
    aligned: list[int],
) -> None:
    chance = random.Random(1)

    def document(syllables: str, *passage: str) -> Document:
        words = [
            f"{a}{b}{c}{d}" for a in syllables for b in "aeiou" for c in "lmnrst" for d in "ae"
        ]
        notes = [f"The {' '.join(chance.choices(words, k=13))}." for _ in range(100)]
        return read_text("\n\n".join([*notes[:50], *passage, *notes[50:]]))

    compare(document("bdfgkl", TITLE, LEAD), document("mnprst", TORN))
    first, *again = aligned
    assert first > 1500
    # 200 tokens of each text before and behind, to the end of a note, and the passage.
    assert again
    assert all(400 < own < 450 for own in again)


def test_a_sentence_that_many_edges_tear_is_not_gone_through_for_each() -> None:
    def work(number: int) -> int:
        words = [f"w{n % (number // 3)}" for n in range(number)]
        lines = 0

        def traced(frame: FrameType, event: str, argument: object) -> Any:
            nonlocal lines
            lines += event == "line"
            return traced if frame.f_globals["__name__"] == tears.__name__ else None

        before = sys.gettrace()
        sys.settrace(traced)
        try:
            compare(read_text(" ".join(words)), read_text("\n\n".join(words)))
        finally:
            sys.settrace(before)
        return lines

    assert 0 < work(240) < 5 * work(60)


def test_the_same_words_in_the_same_surroundings_are_aligned_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    searched: list[object] = []
    best_path = Aligner.best_path

    def search(self: Aligner, part: object, band: object) -> object:
        searched.append(part)
        return best_path(self, part, band)  # type: ignore[arg-type]

    monkeypatch.setattr(Aligner, "best_path", search)
    # Numbers tell the paragraphs apart, and are far enough from what was changed.
    filler = " ".join(f"word{chr(97 + n)}" for n in range(26)) + ". "
    text = "The old harbor master counted nine boats and then wrote it all down with care."
    copy = text.replace("old harbor", "ancient port quay").replace("wrote it all", "noted them")

    def searches(number: int) -> int:
        searched.clear()
        texts = [
            "\n\n".join(f"{filler * 3}{own} {filler * 3}{n}" for n in range(number))
            for own in (text, copy)
        ]
        compare(*map(read_text, texts))
        return len(searched)

    assert 0 < searches(12) <= searches(4) + 2


def test_kept_words_are_not_looked_at_again_for_swaps_made_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[object] = []
    align = Aligner.align

    def look(self: Aligner, *bounds: Any) -> object:
        looked_at.append(bounds)
        return align(self, *bounds)

    monkeypatch.setattr(Aligner, "align", look)
    text = "Some boats came with cargo in May. They all found boats near ships again."
    copy = text.replace("Some boats", "Some ships").replace("near", "beside")
    found = compare(read_text(text), read_text(copy))
    assert [(entry.reference, entry.candidate) for entry in found.ledger] == [
        ("boats", "ships"),
        ("near", "beside"),
    ]
    assert len(set(looked_at)) == len(looked_at)


def test_phrases_are_put_together_only_where_something_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[object] = []
    phrase = SwapScorer.phrase

    def make(self: SwapScorer, tokens: Sequence[int]) -> int:
        made.append(tokens)
        return phrase(self, tokens)

    monkeypatch.setattr(SwapScorer, "phrase", make)
    text = "Some boats came with cargo in May. They all found boats near ships again. " * 40
    compare(read_text(text), read_text(text.replace(". ", "! ", 1)))
    assert len(made) < 20


@pytest.mark.parametrize("is_shuffled", [False, True])
def test_no_stage_works_through_a_whole_text_without_asking_whether_to_go_on(
    is_shuffled: bool,
) -> None:
    chance = random.Random(1)
    words = [f"{a}{b}{c}" for a in "bdfgk" for b in "aeiou" for c in "lmnrst"]
    own = [" ".join(chance.choices(words, k=12)) + " the end of it." for _ in range(300)]
    others = chance.sample(own, len(own)) if is_shuffled else [*own[:-1], "Nothing."]
    documents = [read_text("\n\n".join(lines)) for lines in (own, others)]
    compare(*documents)  # what is read from files, once, is no stage
    lines = most = 0

    def traced(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return traced

    def cancelled() -> bool:
        nonlocal lines, most
        most = max(most, lines)
        lines = 0
        return False

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        compare(*documents, cancelled=cancelled)
    finally:
        sys.settrace(before)
    # Lines of the program for each word of the text: a million, a tenth of a second, for 100,000.
    assert 0 < most < 13 * len(documents[0].tokens)


def test_letters_of_a_word_without_end_are_not_compared_each_with_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Counting:
        letters = 0

        @classmethod
        def normalized_similarity(cls, x: str, y: str, *, score_cutoff: float) -> float:
            cls.letters += len(x) * len(y)
            return Indel.normalized_similarity(x, y, score_cutoff=score_cutoff)

    monkeypatch.setattr(swap_features, "Indel", Counting)

    def work(number: int) -> int:
        chance = random.Random(number)
        texts = ["It is " + "".join(chance.choices("abcd", k=number)) + " again." for _ in "ab"]
        Counting.letters = 0
        compare(*map(read_text, texts))
        return Counting.letters

    assert 0 < work(8000) < 2 * work(2000)


def test_a_row_does_not_go_through_all_that_was_seen_elsewhere() -> None:
    lists = [" ".join(f"{own}{n}" for n in range(40)) for own in ("old", "new")]
    sides = number_tokens(*map(read_text, lists))
    model = load_model(shipped=False)
    swaps = SwapScorer(sides[0].names, sides[0].classes, model.thesaurus)
    texts = TextPair(sides, ((), ()), ([2] + [0] * 39 + [2],) * 2, swaps)
    aligned = Aligned(texts, (range(40), range(40)))
    scores = Scores(aligned.sequences, model.weights)

    def work(number: int) -> int:
        # None of them occurs: in the text the words ascend.
        scores.learn({((3, 2, 1, n), (4, 3, 2, 1)): 1 for n in range(number)})
        return work_of(lambda: Aligner(scores).align(0, 40, 0, 40))

    work(1)  # from now on the scores of the words are known
    assert 0 < work(5) == work(500)


def test_kept_words_around_a_change_are_not_compared_with_the_words_between(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[str, str]] = []
    features = SwapScorer.features

    def counted(self: SwapScorer, a: int, b: int) -> object:
        if max(a, b) < len(self.names):
            asked.append((self.names[a], self.names[b]))
        return features(self, a, b)

    monkeypatch.setattr(SwapScorer, "features", counted)
    kept = "The harbor board met on Tuesday, and voted to {} after a long debate in the town hall."
    old, new = "close the ferry quay", "shut that boat pier"
    compare(*[read_text(kept.format(own)) for own in (old, new)])
    between = {*old.split(), *new.split()}
    assert asked
    assert between.issuperset(word for pair in asked for word in pair)


PROSE = (
    "The ferry came back to the harbour on Monday after a winter in the dock, and people stood "
    "along the quay to watch it turn under its own power for the first time since November."
)


def work_on_furniture(*parts: str) -> int:
    document = read_text("\n\n".join(parts))
    found = compare(document, document)
    return work_of(lambda: furniture_of(document, document, found.sections, found.changes))


def test_the_text_is_not_searched_for_an_author_as_often_as_the_name_stands_above_it() -> None:
    def work(number: int) -> int:
        end = "Ann Lee writes on ports and ships."
        return work_on_furniture("Ferry returns", *["Ann Lee"] * number, PROSE, end)

    work(2)  # what is read from files, once
    assert work(160) < 5 * work(40)


def test_the_lines_above_a_headline_are_not_gone_through_for_each_of_them() -> None:
    def work(number: int) -> int:
        return work_on_furniture(*["Opinion", "Carrow"] * number, "Ferry returns to port", PROSE)

    work(2)
    assert work(160) < 5 * work(40)
