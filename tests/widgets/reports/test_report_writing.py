"""The report that is sent on speaks the language of the window; the texts stay as they are."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from gui.labels import LabelRow
from gui.messages import Message
from gui.messages.about_documents import AboutDocument
from gui.reports import Wording
from gui.widgets.reports.report_writing import WindowWording, report_html, report_strips
from tests.reports.sample_comparisons import every_kind
from tests.widgets.texts_to_translate import Text, texts_of_reports


@pytest.fixture(params=["en", "de", "ja"])
def language(request: pytest.FixtureRequest, speaking: Callable[[str], None]) -> str:
    chosen = str(request.param)
    speaking(chosen)
    return chosen


@pytest.mark.parametrize("paper", [False, True])
def test_headings_and_counts_are_in_the_language_of_the_window(language: str, paper: bool) -> None:
    if paper:
        strips = report_strips(every_kind(), "t", None)
        html = "\n".join(strip.toPlainText() for strip in strips)
    else:
        html = report_html(every_kind(), "t", None)
    said = re.sub(r"<style>.*?</style>|<[^>]*>", " ", html, flags=re.DOTALL)
    wanted = {
        "en": ("Substitutions", "verbatim", "1 section moved"),
        "de": ("Ersetzungen", "wörtlich", "1 Abschnitt verschoben"),
        "ja": ("置換", "完全一致", "1セクション移動"),
    }
    for name, texts in wanted.items():
        for text in texts:
            assert (text in said) == (name == language), text
    if not paper:
        assert f'<html lang="{language}">' in html


@pytest.mark.parametrize("paper", [False, True])
def test_what_was_decided_stands_in_the_report(language: str, paper: bool) -> None:
    row = LabelRow("t", "a", "b", "copy", "Ada", "", "", flagged=True, note="Look again")
    if paper:
        said = "".join(strip.toPlainText() for strip in report_strips(every_kind(), "t", row))
    else:
        said = report_html(every_kind(), "t", row)
    flag = {"en": "flagged", "de": "vorgemerkt", "ja": "保留"}[language]
    for words in ("Ada", "Look again", flag):
        assert words in said


def test_numbers_are_written_as_the_reviewer_writes_them(language: str) -> None:
    words = WindowWording()
    assert words.percent(0.36)[:4] == {"de": "36,0"}.get(language, "36.0")
    assert words.count("%n word(s)", 1200) == {
        "en": "1,200 words",
        "de": "1.200 Wörter",
        "ja": "1,200語",
    }.get(language)


def test_notices_are_in_the_language_of_the_window(language: str) -> None:
    notice = Message(AboutDocument.PICTURE_PAGES)
    assert (WindowWording().sentence(notice) == str(notice)) == (language == "en")


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_english_is_the_same_with_and_without_a_window(language: str) -> None:
    for text, number in (("%n look-alike(s)", 1), ("%n word(s) missing", 1200), ("%n word(s)", 0)):
        assert WindowWording().count(text, number) == Wording().count(text, number)


def test_the_texts_of_reports_are_found_in_code() -> None:
    code = 'a = words.say("One") + words.count("%n two", n) + letters.count("x")'
    assert texts_of_reports(code) == {Text("Reports", "One"), Text("Reports", "%n two")}
