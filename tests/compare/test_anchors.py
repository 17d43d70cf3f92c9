"""Where two texts certainly correspond, in what order, and what left it."""

from __future__ import annotations

from gui.compare.anchors import Cluster, common_anchors, find_clusters, heaviest_chain
from gui.compare.moves import Passage, crosses, find_lost, find_moved
from gui.compare.sequences import find_units
from gui.compare.tokens import TokenPair, number_tokens
from gui.documents import read_text

FIRST = "The harbor master counted nine boats at dawn and wrote it down."
SECOND = "Nobody in the village had ever seen such a storm before that night."
THIRD = "The baker opened late because the ovens had gone cold again."


def numbered(a: str, b: str) -> TokenPair:
    return number_tokens(read_text(a), read_text(b))


def moved(a: str, b: str) -> list[tuple[str, str]]:
    """Return the moved passages of two texts, as both have them."""
    sides = numbered(a, b)
    clusters = find_clusters(sides)
    units = find_units(sides[0]), find_units(sides[1])
    passages = find_moved(clusters, heaviest_chain(clusters), units)
    return [(sides[0].span(p.i0, p.i1).of(a), sides[1].span(p.j0, p.j1).of(b)) for p in passages]


def test_neighbouring_anchors_make_a_cluster() -> None:
    sides = numbered(f"{FIRST}\n\n{SECOND}", f"{FIRST}\n\n{SECOND}")
    (cluster,) = find_clusters(sides)
    assert cluster.first == (0, 0)
    assert {i - j for i, j in cluster.anchors} == {0}


def test_words_in_both_texts_by_chance_are_clusters_of_their_own() -> None:
    sides = numbered("A pilot slept. " + FIRST, SECOND + " " + THIRD + " The pilot snored.")
    assert all(len(c.anchors) == 1 for c in find_clusters(sides))


def test_the_heaviest_chain_is_the_common_order() -> None:
    near, far = Cluster.of([(0, 30), (1, 31)]), Cluster.of([(40, 0), (41, 1)])
    heavy = Cluster.of([(10, 10), (14, 14), (18, 18), (22, 22)])
    clusters = [near, heavy, far, Cluster.of([(60, 60)])]
    assert heaviest_chain(clusters) == [1, 3]
    assert common_anchors(clusters, [1, 3]) == [*heavy.anchors, (60, 60)]


def test_a_chain_of_nothing_is_empty() -> None:
    assert heaviest_chain([]) == []


def test_anchors_of_one_word_in_several_places_never_repeat_a_place() -> None:
    found = common_anchors(
        [Cluster.of([(0, 0)]), Cluster.of([(0, 4)]), Cluster.of([(5, 5)])], [0, 1, 2]
    )
    assert len({i for i, _ in found}) == len(found) == len({j for _, j in found})


def test_a_section_that_stands_elsewhere_moved_whole() -> None:
    two = "It was found by a diver. Its owner paid for the salvage."
    a = f"{FIRST}\n\n{two}\n\n{SECOND}\n\n{THIRD}"
    assert moved(a, f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{two}") == [(two, two)]


def test_a_sentence_that_went_to_another_section_moved_alone() -> None:
    short = "Rain fell on the empty quay all night."
    found = moved(
        f"{FIRST} {short}\n\n{SECOND}\n\n{THIRD}", f"{FIRST}\n\n{SECOND}\n\n{THIRD} {short}"
    )
    assert found == [(short, short)]


def test_a_copy_pasted_elsewhere_does_not_take_a_spun_sentence_away() -> None:
    spun = FIRST.replace("counted", "tallied")
    assert moved(f"{FIRST}\n\n{SECOND}", f"{spun}\n\n{SECOND}\n\n{FIRST}") == []


def test_only_what_crosses_something_moved() -> None:
    anchors = [(5, 5), (20, 20)]
    assert not crosses(Passage(6, 9, 8, 12), anchors)
    assert crosses(Passage(6, 9, 22, 25), anchors)
    assert crosses(Passage(22, 25, 6, 9), anchors)


def test_short_sections_that_are_the_same_are_found_among_what_is_left() -> None:
    sides = numbered("It is late. ___", "___ It is late.")
    lost = find_lost([(0, 4), (4, 5)], [(0, 1), (1, 5)], sides)
    assert sorted(lost) == [Passage(0, 4, 1, 5), Passage(4, 5, 0, 1)]
