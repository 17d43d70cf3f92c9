"""Lines at the head of two articles stand opposite their like, and are not torn."""

from __future__ import annotations

import pytest

from gui.compare import compare
from gui.documents import read_text
from tests.compare.oracle import compared, told

TEXT = (
    "A barge ran aground below the old weir at Pell early on Sunday, the river police said, and "
    "none of the nine people aboard was hurt.",
    "Two tugs came up from the sea by noon and will try to pull it free at high water.",
)
HEADLINE = "Barge aground below old weir"
OTHER = "Ship stuck on stones below old weir"


def sections(old: tuple[str, ...], new: tuple[str, ...]) -> set[tuple[str, str]]:
    """Return what each line of two heads stands opposite; it is the same from the other side."""
    a, b = "\n\n".join((*old, *TEXT)), "\n\n".join((*new, *TEXT))
    found = []
    for x, y in ((a, b), (b, a)):
        own = [
            (s.reference.of(x) if s.reference else "", s.candidate.of(y) if s.candidate else "")
            for s in compare(read_text(x), read_text(y)).sections
        ]
        found.append(set(own if x is a else [pair[::-1] for pair in own]))
    assert found[0] == found[1]
    return found[0] - {(text, text) for text in TEXT}


@pytest.mark.parametrize(
    ("above", "beside"),
    [
        ("SHIPPING", ""),
        ("Home > News > Shipping", "News | World | Seas"),
        ("Weir Lane News", "The Old Weir Post"),
        ("Новости | Суда", "Главная > Новости"),
    ],
)
def test_what_stands_above_a_reworded_headline_has_none_of_its_words(
    above: str, beside: str
) -> None:
    new = (beside, OTHER) if beside else (OTHER,)
    found = sections((above, HEADLINE), new)
    assert (HEADLINE, OTHER) in found


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("By Ann Lee", "By Bo Ek"),
        ("By Ann Lee", "Staff reporter"),
        ("By Ann Lee", "By Bo Ek and Jo Carr"),
        ("by Ann Lee, Political Editor", "by Bo Ek"),
        ("Von Ann Lee", "Von Bo Ek"),
        ("Par Ann Lee", "Par Bo Ek"),
        ("Por Ana Ruiz", "Redacción"),
        ("di Ann Lee", "di Bo Ek"),
        ("Door Ann Lee", "Onze redactie"),
        ("Автор: Анна Петрова", "Автор: Иван Лисов"),
        ("Yesterday at 10:02", "2h ago"),
        ("4 March 2024", "Published 2 days ago"),
        ("昨天 10:02", "3小时前"),
    ],
)
@pytest.mark.parametrize("headline", [HEADLINE, "Tugs wait for high water"])
def test_another_author_or_date_in_its_place_is_a_swap(
    line: str, other: str, headline: str
) -> None:
    found = sections((HEADLINE, line), (headline, other))
    assert (line, other) in found
    assert sections((HEADLINE, line, "12 comments"), (headline, other, "12 comments")) > {
        (line, other)
    }


def test_a_byline_and_a_date_keep_apart() -> None:
    old = (HEADLINE, "By Ann Lee", "Published 3 March 2024, 08:15 GMT", "Updated 3 hours ago")
    new = (OTHER, "Staff reporter", "March 3, 2024 10:02", "Last updated: 5 hours ago")
    assert sections(old, new) == set(zip(old, new, strict=True))


def test_of_lines_in_another_order_the_heaviest_keep_their_places() -> None:
    old = (HEADLINE, "4 March 2024", "By Ann Lee")
    new = (OTHER, "By Bo Ek", "5 May 2024, 10:02")
    assert sections(old, new) == {
        (HEADLINE, OTHER),
        ("", "By Bo Ek"),
        (old[1], new[2]),
        ("By Ann Lee", ""),
    }


def test_a_line_without_its_like_is_missing() -> None:
    old, new = (HEADLINE, "By Ann Lee", "4 March 2024"), (HEADLINE, "5 May 2024, 10:02")
    assert ("By Ann Lee", "") in sections(old, new)
    assert ("By Ann Lee", "") in sections((HEADLINE, "By Ann Lee"), (HEADLINE, "5 May 2024"))


def test_a_name_may_be_anything() -> None:
    found = sections((HEADLINE, "Ann Lee"), (HEADLINE, "Weir Archives"))
    assert found >= {("Ann Lee", ""), ("", "Weir Archives")}


def test_headlines_of_which_another_line_has_the_words_are_no_counterparts() -> None:
    old, new = (HEADLINE, "4 March 2024"), ("Nine people saved", HEADLINE, "4 March 2024")
    assert sections(old, new) == {
        ("", "Nine people saved"),
        (HEADLINE, HEADLINE),
        ("4 March 2024", "4 March 2024"),
    }


def test_lines_of_articles_that_have_nothing_in_common_but_their_site_are_none() -> None:
    mill = "Millers in the north have had no wheat since the roads were closed in the long winter."
    text = (HEADLINE, "Staff reporter", "Share this page", TEXT[0])
    other = ("Mills stand still", "By Bo Ek", "Share this page", mill)
    a, b = (read_text("\n\n".join(own)) for own in (text, other))
    paired = [own for own in compare(a, b).sections if own.reference and own.candidate]
    assert [own.reference.of(a.text) for own in paired if own.reference] == ["Share this page"]


def test_so_do_lines_of_one_section() -> None:
    old = "\n".join(("SHIPPING", HEADLINE, "By Ann Lee", "Published 3 March 2024, 08:15 GMT"))
    new = "\n".join((OTHER, "Staff reporter", "5 May 2024, 10:02"))
    a, b = (read_text("\n\n".join((own, *TEXT))) for own in (old, new))
    found = [
        (
            c.reference.of(a.text) if c.reference else "",
            c.candidate.of(b.text) if c.candidate else "",
        )
        for c in compare(a, b).changes
    ]
    assert ("SHIPPING", "") in found
    assert ("Barge", "Ship") in found
    assert ("Lee", "reporter") in found
    assert not any("\n" in text for own in found for text in own)


@pytest.mark.parametrize(
    ("reference", "candidate", "marks"),
    [
        (
            "LISBON, May 4 - At least 30 fishing boats sank in the storm.",
            "No less than 30 fishing boats sank in the storm.",
            "-LISBON, May 4 - | At → No | least → less than",
        ),
        (
            "Oslo (Reuters) — Shipping firms pay more for fuel, brokers said.",
            "Brokers said shipping firms pay more for fuel.",
            "-Oslo (Reuters) — | +Brokers said | Shipping ~ shipping | -, brokers said",
        ),
        (  # both have one: it is compared
            "ROME, June 2 - Several banks raised their rates again.",
            "MILAN, June 3 - Numerous banks raised their rates again.",
            "ROME → MILAN | 2 → 3 | Several → Numerous",
        ),
        (  # neither a day nor capitals: this is no place
            "A storm - the third - sank 30 boats off the coast.",
            "One gale - the third - sank 30 boats off the coast.",
            "A → One | storm → gale",
        ),
    ],
)
def test_the_place_before_a_report_is_lost_whole(
    reference: str, candidate: str, marks: str
) -> None:
    assert told(compared(reference, candidate)) == marks


def test_where_only_one_text_has_two_dates_nothing_is_told() -> None:
    old = ("Opening Bell 11.18.19", "4 March 2024")
    new = ("Published 11:11 PM, May 19, 2019", *old[1:], "Updated 3 hours ago")
    assert (old[0], "") in sections(old, new)


def test_a_line_of_two_kinds_is_none_of_them() -> None:
    old, new = "Opening Bell 11.18.19", "Published 11:11 PM EST Nov 19, 2019"
    assert sections((old, HEADLINE), (new, HEADLINE)) == {
        (HEADLINE, HEADLINE),
        (old, ""),
        ("", new),
    }
