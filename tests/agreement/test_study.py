"""What is said of annotators and pairs, on ratings whose answer is plain."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from gui.agreement import HEADS
from gui.agreement.agreement_page import to_page
from gui.agreement.agreement_report import to_data, to_json, to_lines
from gui.agreement.coefficients import Agreement, Estimate
from gui.agreement.consensus import How, consensus
from gui.agreement.ratings import Ratings
from gui.agreement.study import Disputed, Study, study_of

from .rating_rows import row, value

PAIRS = [f"p{n:02}" for n in range(40)]


def said(n: int, name: str) -> str:
    """Ann is always right; Ben errs on every tenth pair, Cleo on every pair of the second half."""
    true = "copy" if n % 4 else "unrelated"
    wrong = "unrelated" if n % 4 else "copy"
    errs = {"Ann": False, "Ben": n % 10 == 3, "Cleo": n >= 20}[name]
    return wrong if errs else true


@pytest.fixture(scope="module")
def ratings() -> Ratings:
    names = ("Ann", "Ben", "Cleo")
    rows = [
        row(pair, name, said(n, name), n, verbatim=n / 40, lead_time=float(n + 1))
        for n, pair in enumerate(PAIRS)
        for name in names
    ]
    rows += [row(f"{PAIRS[n]}~2", "Ben", "copy", 100) for n in range(4)]
    return Ratings(rows, pairs=[*PAIRS, "unread"])


@pytest.fixture(scope="module")
def study(ratings: Ratings) -> Study:
    return study_of(ratings, {pair: said(n, "Ann") for n, pair in enumerate(PAIRS[:8])}, draws=100)


def test_who_errs_most_agrees_least_and_is_least_likely_right(study: Study) -> None:
    ann, ben, cleo = study.annotators
    assert ann.with_others.value == pytest.approx((36 + 20) / 80)
    assert ben.with_others.value == pytest.approx((36 + 20) / 80)  # they err on the same pairs, too
    assert cleo.with_others.value == pytest.approx(40 / 80)
    accuracies = [own.accuracy or 0.0 for own in study.annotators]
    assert accuracies == sorted(set(accuracies), reverse=True)


def test_of_annotators_with_no_pair_in_common_nothing_is_told() -> None:
    rows = [row(pair, ("Ann", "Ben")[n % 2], "copy", n) for n, pair in enumerate(PAIRS)]
    apart = study_of(Ratings(rows), draws=100)
    assert [own.accuracy for own in apart.annotators] == [None, None]
    text = "\n".join(to_lines(apart))
    assert "not enough to say" in text
    assert "likely right" not in text
    assert "Nobody disagrees" not in text


def test_somebody_who_grows_tired_is_seen_by_quarters(study: Study) -> None:
    cleo = study.annotators[2]
    assert [part.value for part in cleo.drift] == pytest.approx([0.95, 0.95, 0.05, 0.05])


def test_an_annotator_is_held_against_gold_and_against_himself(study: Study) -> None:
    ann, ben, _ = study.annotators
    assert (ann.with_gold.pairs, ann.with_gold.raw.value) == (8, 1.0)
    assert ben.with_gold.raw.value == pytest.approx(7 / 8)
    # He said "copy" of all four when they came again; p00 and p03 he had called unrelated.
    assert (ben.with_himself.pairs, ben.with_himself.raw.value) == (4, 0.5)
    assert ann.with_himself.pairs == 0


def test_where_people_part_is_seen_by_how_much_of_the_words_is_the_same(study: Study) -> None:
    assert [band.agreement.pairs for band in study.bands] == [8, 8, 8, 8, 8]
    low, *_, high = study.bands
    assert value(low.agreement.raw) > 0.9
    assert value(high.agreement.raw) < 0.5


def test_disputed_pairs_begin_with_the_hardest(study: Study) -> None:
    assert len(study.disputed) == 22  # twenty of Cleo's, and p03 and p13 of Ben's
    certainties = [own.certainty for own in study.disputed]
    assert certainties == sorted(certainties)
    assert study.disputed[0].said.keys() == {"Ann", "Ben", "Cleo"}


def test_pairs_that_nobody_read_are_counted(study: Study) -> None:
    assert study.unread == 1


def test_times_and_labels_of_an_annotator(study: Study) -> None:
    ann = study.annotators[0]
    assert (ann.pairs, dict(ann.labels), ann.seconds) == (40, {"copy": 30, "unrelated": 10}, 20.5)


def test_the_label_of_a_pair_and_how_it_was_reached() -> None:
    rows = [row(f"q{n}", name, "copy") for n in range(20) for name in ("Ann", "Ben", "Cleo")]
    rows += [row(f"u{n}", name, "unrelated") for n in range(20) for name in ("Ann", "Ben")]
    rows += [row(f"u{n}", "Cleo", "copy") for n in range(20)]
    rows += [row("alone", "Ann", "copy"), row("last", "Ann", "copy"), row("last", "Ben", "copy")]
    last_word = {"last": row("last", "Dora", "original"), "new": row("new", "Dora", "copy")}
    found = {own.pair_id: own for own in consensus(Ratings(rows), last_word)}
    assert (found["q0"].label, found["q0"].how) == ("copy", How.UNANIMOUS)
    assert (found["u0"].label, found["u0"].how, found["u0"].majority) == (
        "unrelated",
        How.MAJORITY,
        "unrelated",
    )
    assert (found["alone"].label, found["alone"].how) == ("copy", How.SINGLE)
    assert (found["last"].label, found["last"].how) == ("original", How.ADJUDICATED)
    assert (found["new"].label, found["new"].said) == ("copy", {})
    assert found["u0"].posterior > 0.9


def test_a_tie_is_decided_by_who_errs_less_elsewhere() -> None:
    right = [row(f"q{n}", name, "copy") for n in range(30) for name in ("Ann", "Ben")]
    right += [row(f"u{n}", name, "unrelated") for n in range(30) for name in ("Ann", "Ben")]
    spam = [row(f"{kind}{n}", "Cleo", "copy") for n in range(30) for kind in "qu"]
    tie = [row("t", "Ann", "unrelated"), row("t", "Cleo", "copy")]
    found = {own.pair_id: own for own in consensus(Ratings([*right, *spam, *tie]))}
    assert (found["t"].label, found["t"].how, found["t"].majority) == ("unrelated", How.MODEL, "")


def test_a_pair_that_came_again_gets_one_label() -> None:
    rows = [row("a", "Ann", "copy"), row("a", "Ben", "copy"), row("a~2", "Ann", "original")]
    found = list(consensus(Ratings(rows)))
    assert [(own.pair_id, own.label, own.said) for own in found] == [
        ("a", "copy", {"Ann": "copy", "Ben": "copy"})
    ]


def test_no_pair_gets_a_label_that_nobody_gave_it() -> None:
    rows = [row(f"q{n}", name, "copy") for n in range(30) for name in ("Ann", "Cleo")]
    rows += [row(f"q{n}", "Ben", "unusable") for n in range(30)]
    found = {own.pair_id: own for own in consensus(Ratings([*rows, row("b", "Ben", "unusable")]))}
    assert (found["b"].label, found["b"].how) == ("unusable", How.SINGLE)
    assert found["b"].posterior < 0.5  # who reads the table sees that the model doubts it


def with_disputed(study: Study, number: int) -> Study:
    return replace(study, disputed=[Disputed(f"p{n}", {}, "copy", 0.5) for n in range(number)])


def test_the_text_names_20_disputed_pairs_and_the_page_200(study: Study) -> None:
    assert "p19" in list(to_lines(with_disputed(study, 20)))[-1]
    assert list(to_lines(with_disputed(study, 21)))[-1].strip() == "and 1 more"
    assert "more.</p>" not in to_page(with_disputed(study, 200), "Study")
    assert "<p>And 1 more.</p>" in to_page(with_disputed(study, 201), "Study")


def with_figures(study: Study, *found: Estimate) -> Study:
    """Return a study with these figures: over all, for both labels, and for two annotators."""
    over_all, *by_label, of_two = (Agreement(9, own, own, own, own) for own in found)
    shown = study.agreements._replace(over_all=over_all, by_label=by_label, of_two={(0, 1): of_two})
    return replace(study, agreements=shown, bands=[])


def test_the_widest_figure_leaves_the_columns_below_their_heads(study: Study) -> None:
    wide = Estimate(-0.743, -0.816, -0.501)
    heads, first = list(to_lines(with_figures(study, *[wide] * 4)))[2:4]
    starts = [found.start() for found in re.finditer(r"-\.743 \[", first)]
    assert starts == [heads.index(head) for head in HEADS]


def test_what_is_below_a_fifth_less_than_chance_stands_at_the_edge_of_the_chart(
    study: Study,
) -> None:
    values = (-0.3, -0.2, -0.19, 1.0)
    page = to_page(with_figures(study, *(Estimate(value) for value in values)), "Study")
    places = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', page)]
    assert places[0] == places[1] < places[2] < places[3]
    found = re.search(r'viewBox="0 0 (\d+) (\d+)"', page)
    assert found
    half_of_a_label = 10
    assert places[3] + half_of_a_label <= float(found[1]) < places[3] + 3 * half_of_a_label


def test_the_fullest_cell_of_a_heat_map_has_the_strongest_colour(study: Study) -> None:
    page = to_page(study, "Study")
    colours = {int(number) for number in re.findall(r"\.h(\d+) \{", page)}
    used = {int(number) for number in re.findall(r'class="h(\d+)"', page)}
    assert used <= colours
    assert max(used) == max(colours)


def test_figures_are_rounded_once() -> None:
    """0.21052... is 0.211, though its first four decimals are 0.2105."""
    rows = [row(pair, "Ann", "copy", n) for n, pair in enumerate(PAIRS[:19])]
    rows += [row(p, "Ben", "copy" if n < 4 else "unrelated") for n, p in enumerate(PAIRS[:19])]
    found = study_of(Ratings(rows), draws=100)
    raw = to_data(found)["agreement"]["raw"]
    assert f"{raw['value']:.3f}" == "0.211"
    assert any(" .211 " in line for line in to_lines(found))
    assert json.loads(to_json(found))["agreement"]["raw"]["value"] == 0.2105
