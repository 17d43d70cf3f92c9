"""Where two texts are cut, given the words that correspond."""

from __future__ import annotations

from gui.compare import compare
from gui.compare.comparison import SectionKind
from gui.compare.modelling.steps import SWAPPED, Step, kept
from gui.compare.pairing.section_alignment import (
    AlignedSection,
    Edges,
    cut,
    in_order,
    joined,
    links_of,
)
from gui.documents import read_text

PAIRED, MISSING, ADDED = SectionKind.PAIRED, SectionKind.MISSING, SectionKind.ADDED


def breaks(size: int, *starts: int, sentences: tuple[int, ...] = ()) -> list[int]:
    """Return the breaks of a text of *size* tokens whose sections begin at *starts* and at 0."""
    found = [0] * (size + 1)
    for n in sentences:
        found[n] = 1
    for n in (0, size, *starts):
        found[n] = 2
    return found


def links(*runs: tuple[int, int, int]) -> list[Step]:
    """Return the links of equal runs ``(i, j, n)``."""
    return [step for i, j, n in runs for step in kept(i, j, n)]


def test_a_section_split_inside_a_sentence_is_cut_at_the_word() -> None:
    found = cut(links((0, 0, 10)), (Edges(breaks(10)), Edges(breaks(10, 6))), (10, 10))
    assert found == [
        AlignedSection(PAIRED, (0, 6), (0, 6)),
        AlignedSection(PAIRED, (6, 10), (6, 10)),
    ]


def test_a_section_without_counterpart_is_missing() -> None:
    found = cut(
        links((0, 0, 4), (8, 4, 4)), (Edges(breaks(12, 4, 8)), Edges(breaks(8, 4))), (12, 8)
    )
    assert found == [
        AlignedSection(PAIRED, (0, 4), (0, 4)),
        AlignedSection(MISSING, (4, 8), None),
        AlignedSection(PAIRED, (8, 12), (4, 8)),
    ]


def test_missing_and_added_sections_at_one_place_stay_apart() -> None:
    edges = Edges(breaks(12, 4, 8)), Edges(breaks(12, 4, 8))
    found = cut(links((0, 0, 4), (8, 8, 4)), edges, (12, 12))
    assert [e.kind for e in found] == [PAIRED, MISSING, ADDED, PAIRED]


def test_words_dropped_at_a_cut_stay_with_their_sentence() -> None:
    # The first section lost its second sentence; the cut goes where sections begin on both sides.
    edges = Edges(breaks(12, 8, sentences=(4,))), Edges(breaks(8, 4))
    found = cut(links((0, 0, 4), (8, 4, 4)), edges, (12, 8))
    assert found == [
        AlignedSection(PAIRED, (0, 8), (0, 4)),
        AlignedSection(PAIRED, (8, 12), (4, 8)),
    ]


def test_a_line_without_counterpart_is_cut_off() -> None:
    edges = Edges(breaks(10), lines=(3,)), Edges(breaks(7))
    found = cut(links((3, 0, 7)), edges, (10, 7))
    assert found == [AlignedSection(MISSING, (0, 3), None), AlignedSection(PAIRED, (3, 10), (0, 7))]


def test_no_cut_goes_through_a_swapped_phrase() -> None:
    parts = (0, 2, 0, 2), (2, 4, 2, 6), (4, 6, 6, 8)
    swapped = [Step(SWAPPED, *part) for part in parts]
    found = cut(links_of(swapped), (Edges(breaks(6)), Edges(breaks(8, 4))), (6, 8))
    assert found == [AlignedSection(PAIRED, (0, 6), (0, 8))]


def test_parts_of_one_section_that_touch_are_one() -> None:
    parts = [
        AlignedSection(MISSING, (0, 3), None),
        AlignedSection(ADDED, None, (0, 2)),
        AlignedSection(MISSING, (3, 5), None),
    ]
    assert joined(parts, (breaks(5), breaks(2))) == [
        AlignedSection(MISSING, (0, 5), None),
        AlignedSection(ADDED, None, (0, 2)),
    ]
    assert joined(parts, (breaks(5, 3), breaks(2))) == parts


def test_an_added_section_stands_behind_what_precedes_it_in_the_candidate() -> None:
    entries = [
        (AlignedSection(PAIRED, (0, 4), (0, 4)), 0),
        (AlignedSection(MISSING, (4, 6), None), 1),
        (AlignedSection(ADDED, None, (4, 6)), 2),
        (AlignedSection(PAIRED, (6, 9), (6, 9)), 3),
        (AlignedSection(ADDED, None, (9, 11)), 4),
    ]
    assert [n for _, n in in_order(entries[::-1])] == [0, 1, 2, 3, 4]


def test_each_line_is_a_section_where_no_blank_lines_part_the_paragraphs() -> None:
    paragraphs = [
        "The ferry came back to the harbour on Monday, after three days at sea.",
        "Its crew had run out of water by then, and two of them were ill.",
        "A new engine will be fitted before the boat goes out again in spring.",
        "Nobody knows who left the valve open, and the owners will not say.",
    ]
    document = read_text("\n".join(paragraphs))
    found = compare(document, document).sections
    assert [section.reference and section.reference.of(document.text) for section in found] == (
        paragraphs
    )
