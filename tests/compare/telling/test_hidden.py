"""Hidden text is told beside what readers see, and disturbs nothing of it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.compare import ChangeKind, Comparison, Section, SectionKind, compare
from gui.documents import Document, Span, read_text
from gui.documents.text.hidden_text import as_hidden, with_hidden_apart
from tests.compare.oracle import check
from tests.compare.test_mirror import check_mirror
from tests.compare.test_properties import damaged

FIRST = "The ferry council closed the old bridge on Monday, the captain said in the harbor."
SECOND = "Nobody had asked the miller, who praised the river and repaired his orchard in winter."
KEYWORDS = "cheap watches online"


def read(text: str) -> Document:
    """Return *text* as a document; what stands in <…> is hidden."""
    plain, hidden = with_hidden_apart("".join(_marked(text)))
    return read_text(plain, hidden=hidden)


def _marked(text: str) -> list[str]:
    seen, *others = text.split("<")
    pieces = (piece.partition(">") for piece in others)
    return [seen, *(as_hidden(own) + after for own, _, after in pieces)]


def compared(reference: str, candidate: str) -> Comparison:
    found = compare(read(reference), read(candidate))
    check(found)
    check_mirror(found.reference, found.candidate)
    return found


def told(found: Comparison) -> list[tuple[str, bool, str, str]]:
    """Return kind, whether it is hidden, and the texts of all changes."""
    return [
        (
            own.kind.value,
            found.hides(own),
            _of(found.reference, own.reference),
            _of(found.candidate, own.candidate),
        )
        for own in found.changes
    ]


def sections(found: Comparison) -> list[tuple[str, bool]]:
    return [(section.kind.value, found.hides(section)) for section in found.sections]


def _of(document: Document, span: Span | None) -> str:
    return span.of(document.text) if span else ""


def test_hidden_words_in_a_paragraph_are_added_and_count_for_nothing() -> None:
    middle = FIRST.replace("on Monday", f"<{KEYWORDS}> on Monday")
    found = compared(f"{FIRST}\n\n{SECOND}", f"{middle}\n\n{SECOND}")
    assert told(found) == [("added", True, "", KEYWORDS)]
    assert sections(found) == [("paired", False), ("paired", False)]
    assert found.similarity == (1.0, 1.0, 1.0, 1.0)
    assert (found.tally.added_words, found.candidate.hidden_words) == (0, 3)


@pytest.mark.parametrize("copy", [f"{FIRST} <{KEYWORDS}>", f"<{KEYWORDS}> {FIRST}"])
def test_hidden_words_at_the_edge_of_a_paragraph_belong_to_it(copy: str) -> None:
    found = compared(f"{FIRST}\n\n{SECOND}", f"{copy}\n\n{SECOND}")
    assert told(found) == [("added", True, "", KEYWORDS)]
    assert [s.candidate for s in found.sections] == list(found.candidate.sections)


def test_a_hidden_paragraph_is_a_section_of_its_own() -> None:
    found = compared(f"{FIRST}\n\n{SECOND}", f"{FIRST}\n\n<{KEYWORDS}>\n\n{SECOND}")
    assert (told(found), sections(found)) == (
        [],
        [("paired", False), ("added", True), ("paired", False)],
    )


def test_a_hidden_copy_of_the_reference_takes_no_counterpart() -> None:
    spun = FIRST.replace("closed", "shut").replace("captain", "skipper")
    seen = compared(f"{FIRST}\n\n{SECOND}", f"{spun}\n\n{SECOND}")
    found = compared(f"{FIRST}\n\n{SECOND}", f"<{FIRST}>\n\n{spun}\n\n{SECOND}")
    assert found.similarity == seen.similarity
    assert told(found) == told(seen)
    assert sections(found) == [("added", True), ("paired", False), ("paired", False)]


def test_what_both_hide_in_the_same_place_is_the_same() -> None:
    middle = FIRST.replace("on Monday", f"<{KEYWORDS}> on Monday")
    other = SECOND.replace("praised", "<unlike> praised")
    reference = f"<A label>\n\n{middle}\n\n<One.>\n\n<Two.>\n\n{SECOND}"
    found = compared(reference, f"<A label>\n\n{middle}\n\n<One.>\n\n<Three.>\n\n{other}")
    assert told(found) == [("added", True, "", "unlike")]
    assert sections(found) == [
        ("paired", True),
        ("paired", False),
        ("paired", True),
        ("missing", True),
        ("added", True),
        ("paired", False),
    ]


def test_hidden_words_stand_in_order_with_other_changes() -> None:
    copy = "The <a> ferry board <b> shut old bridge on Monday, <c> the captain said in harbor."
    found = compared(f"{FIRST}\n\n{SECOND}", f"{copy}\n\n{SECOND}")
    hidden = [own[3] for own in told(found) if own[1]]
    assert hidden == ["a", "b", "c"]
    assert any(own[0] == "substitution" for own in told(found))
    assert any(own[0] == "missing" for own in told(found))


def test_hidden_words_inside_added_words_are_part_of_them() -> None:
    copy = FIRST.replace("on Monday", "in the cold and <x> windy night on Monday")
    found = compared(f"{FIRST}\n\n{SECOND}", f"{copy}\n\n{SECOND}")
    assert [own[:2] for own in told(found)] == [("added", False)]


def test_a_document_may_be_hidden_but_for_nothing() -> None:
    found = compared(f"<{KEYWORDS}>", f"{FIRST}")
    assert sections(found) == [("missing", True), ("added", False)]
    assert compared(f"<{KEYWORDS}>", f"<{KEYWORDS}>").similarity.verbatim is None


def hide(text: str, chance: random.Random) -> str:
    """Return *text* with hidden words put in at some places, also inside words."""
    for _ in range(chance.randrange(5)):
        at = chance.randrange(len(text) + 1)
        words = " ".join(chance.choices("comet parish comet, the a.".split(), k=3))
        text = text[:at] + chance.choice(["", " ", "\n\n"]) + as_hidden(words) + text[at:]
    return text


@given(damaged(), st.integers(0, 2**32))
def test_whatever_is_hidden_where_the_contract_holds(pair: tuple[str, str], seed: int) -> None:
    chance = random.Random(seed)
    texts = [with_hidden_apart(hide(text, chance)) for text in pair]
    documents = [read_text(text, hidden=hidden) for text, hidden in texts]
    found = compare(*documents)
    check(found)
    check_mirror(*documents)
    seen = compare(*(read_text(_seen(document)) for document in documents))
    assert found.similarity == seen.similarity
    assert [e.count for e in found.ledger] == [e.count for e in seen.ledger]
    shown = [c.kind for c in found.changes if not found.hides(c)]
    assert shown == [c.kind for c in seen.changes]
    assert [s.kind for s in found.sections if not found.hides(s)] == [s.kind for s in seen.sections]


def _seen(document: Document) -> str:
    whole = Span(0, len(document.text))
    return "".join(part.of(document.text) for part, hidden in document.parts(whole) if not hidden)


def test_hidden_sections_and_changes_are_told_from_others() -> None:
    found = compared(FIRST, f"{FIRST} <{KEYWORDS}>")
    assert not any(found.hides(section) for section in found.sections)
    assert all(found.hides(change) for change in found.changes)
    assert {change.kind for change in found.changes} == {ChangeKind.ADDED}
    partly = Section(SectionKind.ADDED, None, found.candidate.sections[0])
    assert not found.hides(partly)
