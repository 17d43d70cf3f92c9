"""The search finds a copy among other articles, and nothing else."""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from gui.find.proposing.direction import Earlier
from gui.find.proposing.proposals import Proposal, Wish
from gui.find.search import find_pairs
from gui.find.search_cache import NAME
from gui.find.search_values import LooseArticle, SearchStage
from gui.find.sharing.terms import Terms, terms_of
from gui.find.verifying.comparing_pairs import VerifiedPairs, key_of
from gui.find.verifying.verification import ComparisonTask, verify
from tests.find.little_articles import (
    BEETLE,
    HARBOUR,
    MILL,
    NEXT_REPORT,
    OTHERS,
    QUOTE,
    QUOTING,
    REPORT,
    SPUN,
    collection,
)


@pytest.fixture(scope="module")
def found() -> list[Proposal]:
    return find_pairs(collection(SPUN, *OTHERS, HARBOUR), Wish())


def test_the_copy_is_found_with_its_original_as_reference(found: list[Proposal]) -> None:
    (pair,) = found
    assert (pair.reference, pair.candidate) == (5, 0)
    assert pair.score > 0.7
    assert pair.figures == (3, 3, 3)
    assert pair.verified is not None
    assert pair.verified.with_substitutions > pair.verified.verbatim > 0.5
    assert "Odile Marchetti" in " ".join(pair.verified.names)


def test_the_report_of_next_week_is_no_copy() -> None:
    (pair,) = find_pairs(collection(REPORT, NEXT_REPORT), Wish(at_least=0))
    assert pair.score < 0.5


def test_what_shares_too_little_is_not_compared() -> None:
    text = f"{MILL} {BEETLE}".replace("paper mill", "fish market beside the new terminal")
    (pair,) = find_pairs(collection(HARBOUR, text), Wish(at_least=0))
    assert pair.verified is None
    assert 0 < pair.score < 0.1


def test_articles_that_share_one_quotation_are_not_compared() -> None:
    """What they share is rare, and much; but it stands in one place."""
    (pair,) = find_pairs(collection(*QUOTING), Wish(at_least=0))
    assert pair.shared > 0.15
    assert pair.verified is None
    (short,) = find_pairs(collection(QUOTE, QUOTING[0]), Wish(at_least=0))
    assert short.verified is not None


def test_short_articles_that_share_one_sentence_are_no_pair_but_excerpts_are() -> None:
    opening = BEETLE.split(". ")[0]
    assert find_pairs(collection(f"{QUOTE} {opening}.", f"{QUOTE}\n\n{MILL}"), Wish()) == []
    assert find_pairs(collection(QUOTE, f"{QUOTE}\n\n{MILL}"), Wish()) == []
    long = "\n\n".join((HARBOUR, MILL, BEETLE, REPORT))
    (excerpt,) = find_pairs(collection(HARBOUR.split("\n\n", 1)[1], long), Wish())
    (brief,) = find_pairs(collection(f"Promise kept\n\n{QUOTE}", f"A drawer\n\n{QUOTE}"), Wish())
    assert min(excerpt.score, brief.score) > 0.7


def test_the_more_words_of_a_copy_are_swapped_the_less_likely_it_is() -> None:
    """Each swap makes two passages of one; that must not make a copy likelier."""
    copy, scores = BEETLE, list[float]()
    for own, other in (("thought", "believed"), ("faintly", "weakly"), ("joke", "jest")):
        copy = copy.replace(own, other)
        scores += [pair.score for pair in find_pairs(collection(BEETLE, copy), Wish())]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)


def test_of_articles_that_share_a_passage_the_two_nearest_are_a_pair() -> None:
    quoting = (*QUOTING, f"{QUOTE}\n\n{BEETLE}")
    found = find_pairs(collection(*quoting), Wish(at_least=0))
    assert len(found) == 1
    paragraphs = HARBOUR.split("\n\n")
    long = "\n\n".join((*paragraphs, *OTHERS))
    excerpts = ["\n\n".join(paragraphs[n : n + 2]) for n in (0, 2)]
    found = find_pairs(collection(long, *excerpts), Wish(at_least=0))
    assert {(pair.reference, pair.candidate) for pair in found} >= {(0, 1), (0, 2)}


def test_articles_with_the_same_words_are_pairs_whatever_else_differs() -> None:
    found = find_pairs(collection(MILL, BEETLE, MILL.upper(), f"{MILL}\n"), Wish())
    assert [(p.reference, p.candidate, p.score, p.earlier) for p in found] == [
        (0, 2, 1.0, Earlier.SAME),
        (0, 3, 1.0, Earlier.SAME),
    ]
    assert {p.group for p in found} == {1}


def test_across_two_collections_only_pairs_across_are_listed() -> None:
    articles = [*collection(HARBOUR, MILL, MILL), *collection(SPUN, SPUN, MILL, side=1)]
    found = find_pairs(articles, Wish())
    assert {(p.reference, p.candidate) for p in found} == {(0, 3), (0, 4), (1, 5), (2, 5)}


def test_two_copies_of_one_original_are_no_pair() -> None:
    other = HARBOUR.replace("passengers", "riders").replace("mate since 2011", "officer since 2011")
    other = other.replace("timetable", "schedule").split(" The harbour board")[0]
    found = find_pairs(collection(HARBOUR, SPUN, other, *OTHERS), Wish())
    assert {(p.reference, p.candidate) for p in found} == {(0, 1), (0, 2)}
    assert len({p.group for p in found}) == 1


def test_what_stands_in_copies_alone_is_no_more_familiar() -> None:
    """Both collections have both: the words of the copy stand in two articles, as the others do."""
    articles = [*collection(SPUN, HARBOUR), *collection(HARBOUR, SPUN, side=1)]
    found = find_pairs(articles, Wish())
    assert {(p.reference, p.candidate) for p in found if not p.is_same_text} == {(1, 3), (2, 0)}


def test_no_article_is_in_more_pairs_than_are_wanted() -> None:
    copies = [SPUN.replace("quay", f"quay {n}") for n in range(4)]
    for sides in ((0, 1), (0, 0)):  # across, and in one collection
        articles = [*collection(HARBOUR, side=sides[0]), *collection(*copies, side=sides[1])]
        whole = find_pairs(articles, Wish())
        assert {own.candidate for own in whole if own.reference == 0} == set(range(1, 5))
        for top in (1, 3):
            found = find_pairs(articles, Wish(top=top))
            had = Counter(end for own in found for end in (own.reference, own.candidate))
            assert max(had.values()) == had[0] == top
            assert found[0].score == whole[0].score


def test_the_same_words_count_among_the_best() -> None:
    articles = collection(HARBOUR, HARBOUR.upper(), HARBOUR.lower(), SPUN)
    (pair,) = find_pairs(articles, Wish(top=1))
    assert pair.is_same_text


def test_the_number_of_processes_changes_nothing() -> None:
    articles = collection(SPUN, HARBOUR, MILL, MILL.replace("union's", "workers'"))
    assert find_pairs(articles, Wish(jobs=1)) == find_pairs(articles, Wish(jobs=2))


def test_each_stage_tells_how_far_it_is() -> None:
    told: list[SearchStage] = []
    find_pairs(collection(SPUN, HARBOUR), Wish(), told.append)
    stages = dict.fromkeys(stage.name for stage in told)
    assert list(stages) == ["terms", "sorted", "shared", "compared"]
    for name in stages:
        done = [stage.done for stage in told if stage.name == name]
        assert done == sorted(done)
        assert all(stage.done <= stage.total for stage in told)
    assert len({stage.done for stage in told if stage.name == "sorted"}) > 3


def test_an_interrupted_search_goes_on_where_it_was(tmp_path: Path) -> None:
    articles, seen = collection(SPUN, HARBOUR), list[SearchStage]()

    class Interrupted(Exception):
        """Somebody pressed a key."""

    def interrupt(stage: SearchStage) -> None:
        if stage.name == "compared" and stage.done:
            raise Interrupted

    with pytest.raises(Interrupted):
        find_pairs(articles, Wish(kept_in=tmp_path), interrupt)
    whole = find_pairs(articles, Wish(kept_in=tmp_path), seen.append)
    assert SearchStage("compared", 1, 1) in seen
    assert SearchStage("compared", 0, 1) not in seen
    assert whole == find_pairs(articles, Wish())


def test_a_damaged_file_of_comparisons_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"no database at all" * 100)
    (pair,) = find_pairs(collection(SPUN, HARBOUR), Wish(kept_in=tmp_path))
    kept = VerifiedPairs(tmp_path)
    assert kept.known([key_of(SPUN, HARBOUR)])
    kept.close()
    assert (tmp_path / f"{NAME}-put-aside").exists()
    with sqlite3.connect(tmp_path / NAME) as base:
        base.execute("UPDATE pairs SET found = '[1, 2'")
    base.close()
    assert find_pairs(collection(SPUN, HARBOUR), Wish(kept_in=tmp_path)) == [pair]


def test_articles_without_words_are_passed_over() -> None:
    assert (
        find_pairs([LooseArticle("a", "", 0), LooseArticle("b", "…", 0), *collection(MILL)], Wish())
        == []
    )


def test_equal_texts_are_taken_apart_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Crawls have some pages a hundred thousand times."""
    asked: list[str] = []

    def count(text: str) -> Terms:
        asked.append(text)
        return terms_of(text)

    monkeypatch.setattr("gui.find.search.terms_of", count)
    texts = [MILL, "…", MILL, "…", HARBOUR, MILL]
    articles = [LooseArticle(str(number), text, 0) for number, text in enumerate(texts)]
    pairs = find_pairs(articles, Wish())
    assert sorted(asked) == sorted({MILL, HARBOUR, "…"})
    assert sorted((own.reference, own.candidate) for own in pairs) == [(0, 2), (0, 5)]
    across = find_pairs([*articles, LooseArticle("6", MILL, 1)], Wish())
    assert {(own.reference, own.candidate) for own in across} == {(0, 6), (2, 6), (5, 6)}


def test_days_months_and_single_letters_are_no_names() -> None:
    text = "In March the mayor of Ostrava came, and a Class B ship left him on Monday at pier A."
    found = verify(ComparisonTask(0, text, text.replace("came", "arrived")))
    assert set(found.names) == {"Ostrava", "Class B"}
