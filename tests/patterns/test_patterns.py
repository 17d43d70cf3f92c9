"""No regular expression of the program can be made to hang by a text: all are linear."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
import regex

from .hostile_texts import hostile
from .measure import seconds, slow
from .sites import ROOT, WAYS, AnyPattern, Named, name_of, sites, ways_of


def named(pattern: AnyPattern, *ways: str) -> Named:
    return Named("here", pattern, frozenset(ways or WAYS))


@pytest.fixture(scope="module")
def measured() -> subprocess.CompletedProcess[str]:
    """What measuring all patterns of the program says, in a process that is ended if one hangs."""
    command = [sys.executable, "-m", "tests.patterns.measure"]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)


# Processor time counts, of which a busy machine gives it little.
patient = pytest.mark.timeout(1_200)


@patient
def test_every_pattern_of_the_program_is_known(
    measured: subprocess.CompletedProcess[str],
) -> None:
    places = [line for line in measured.stdout.splitlines() if line.startswith("UNKNOWN")]
    assert not places, "\n".join(places)


def test_what_a_pattern_is_used_for_is_seen_in_its_module() -> None:
    from gui.documents.formats import recognition
    from gui.documents.text import segmentation

    ways = {
        name_of(site): ways_of(site)
        for site in sites()
        if site.module in (recognition.__name__, segmentation.__name__)
    }
    assert ways["_MAIL_HEADERS"] == {"match"}
    assert ways["_BLANK_LINE"] == {"search"}


@patient
def test_each_way_of_using_each_pattern_takes_linear_time(
    measured: subprocess.CompletedProcess[str],
) -> None:
    lines = measured.stdout.splitlines()
    assert measured.returncode in (0, 1), f"a pattern hangs: {lines[-1]}"
    places = [f"{lines[n - 1]}: {line}" for n, line in enumerate(lines) if line.startswith("SLOW")]
    assert not places, "\n".join(places)
    assert measured.returncode == 0
    assert len(lines) > 100


@pytest.mark.parametrize(
    "pattern",
    [
        re.compile(r"\[[^\]\n]+\]\(\S+?\)"),  # each bracket is a beginning
        re.compile(r" *\t"),  # each space too
        re.compile(r"a\s*\s*b"),  # two repeats of the same
        re.compile(rb"<meta\b[^>]*?charset"),
        regex.compile(r"[.!?][\p{P}\s]*$"),
    ],
)
def test_a_quadratic_pattern_is_told(pattern: AnyPattern) -> None:
    told = slow(named(pattern), tries=1)  # it is slow each time, so the first one tells
    assert "not linear" in told


def test_a_linear_pattern_is_passed() -> None:
    assert not slow(named(re.compile(r"<[^<>]*>|\d+(?:\.\d+)*"), "search"))
    assert not slow(named(regex.compile(r"(?<!\s)\s++x"), "search"))


def takes_ages(pattern: AnyPattern) -> bool:
    """Whether some text that grows to 240 characters, by two each time, takes 5 ms."""
    return any(
        seconds(pattern, "fullmatch", whole[:size] + series.tail) > 0.005
        for series in hostile(pattern)
        for whole in [series.head + series.pump * 240]
        for size in range(0, 240, 2)
    )


@pytest.mark.parametrize(
    "source", [r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<html", r"(?:a|a)*b", r"(?:\w+\s?)*$"]
)
def test_texts_are_made_on_which_an_exponential_pattern_hangs(source: str) -> None:
    assert takes_ages(re.compile(source, re.DOTALL))


def test_the_same_texts_take_a_linear_pattern_no_time() -> None:
    assert not takes_ages(regex.compile(r"\s*+(?:<\?xml[^>]*+>\s*+)*+<html"))
