"""The help: its texts in every language, the legend that comes once, details for a bug report."""

from __future__ import annotations

import platform
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from gui import __version__
from gui import settings as keys
from gui.resources import ResourceError, help_text, languages
from gui.settings import SHOWN_KINDS, Settings
from gui.widgets.controls.markdown_view import is_short_enough, markdown_document
from gui.widgets.evidence.evidence_tables import kind_text
from gui.widgets.window.help_pages import HelpPage, LegendStrip, details
from tests.widgets.widget_helpers import Show, heard

PAGES = ("legend", "judging")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("page", PAGES)
def test_every_page_stands_in_every_language(page: str, language: str, qapp: QApplication) -> None:
    text = help_text(page, language)
    assert is_short_enough(text)
    assert text.startswith("# ")
    english = help_text(page, "en")
    assert text.count("\n#") == english.count("\n#")
    assert text.count("\n|") == english.count("\n|")
    assert text.count("\n- ") == english.count("\n- ")
    assert (language == "en") == (text == english)
    shown = markdown_document(text).toPlainText()
    assert "**" not in shown, "emphasis that the language's punctuation breaks"


def test_an_unknown_language_gets_english_and_an_unknown_page_a_sentence() -> None:
    assert help_text("legend", "fr") == help_text("legend", "en")
    with pytest.raises(ResourceError, match=r"no-such\.en\.md is missing"):
        help_text("no-such", "en")


@pytest.mark.parametrize("language", languages())
def test_the_legend_names_every_kind_of_mark(
    language: str, qapp: QApplication, speaking: object
) -> None:
    speaking(language)  # type: ignore[operator]
    text = help_text("legend", language)
    assert [kind for kind in SHOWN_KINDS if f"**{kind_text(kind)}**" not in text] == []


def test_the_strip_has_a_sample_of_each_mark_and_a_way_out(show: Show, look: QApplication) -> None:
    strip = LegendStrip()
    strip.resize(1000, 32)
    show(strip)
    samples = [s for s in strip.findChildren(QLabel) if s.property("part")]
    assert [s.property("part") for s in samples] == [f"mark-{kind}" for kind in SHOWN_KINDS]
    assert all(sample.isVisible() for sample in samples)
    wanted, closed = heard(strip.legend_wanted), heard(strip.closed)
    more = strip.findChild(QPushButton)
    assert isinstance(more, QPushButton)
    more.click()
    close = strip.findChild(QToolButton)
    assert isinstance(close, QToolButton)
    close.click()
    assert (len(wanted), len(closed)) == (1, 1)
    strip.resize(360, 32)
    QApplication.processEvents()
    assert close.geometry().right() <= 360
    assert more.geometry().width() >= more.sizeHint().width()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("width", [1000, 640, 520, 360])
def test_the_strip_has_every_sample_in_full_at_every_width(
    language: str, width: int, show: Show, look: QApplication, speaking: Callable[[str], None]
) -> None:
    speaking(language)
    around = QWidget()
    strip = LegendStrip()
    QVBoxLayout(around).addWidget(strip)
    around.resize(1200, 300)
    show(around)
    around.resize(width, 300)
    QApplication.processEvents()
    samples = [s for s in strip.findChildren(QLabel) if s.property("part")]
    assert len(samples) == len(SHOWN_KINDS)
    for sample in samples:
        assert sample.isVisible()
        assert sample.width() >= sample.sizeHint().width()
        assert sample.height() >= sample.sizeHint().height()
        assert strip.rect().contains(sample.geometry())
    taken = [sample.geometry() for sample in samples]
    assert not any(one.intersects(other) for one, other in combinations(taken, 2))


def test_a_page_of_help_leaves_the_window_usable(show: Show, look: QApplication) -> None:
    page = HelpPage("Legend", help_text("legend", "en"))
    show(page)
    assert not page.isModal()


def test_the_details_say_what_differs_and_nothing_of_the_documents(
    tmp_path: Path, qapp: QApplication
) -> None:
    settings = Settings(tmp_path / "settings.ini")
    log = tmp_path / "state" / "crash.log"
    assert "  none" in details(settings, log)
    settings[keys.ZOOM] = 130
    settings[keys.FOLDING] = True
    settings[keys.ANNOTATOR] = "Secret Name"
    settings[keys.LAST_FOLDER] = "/secret/folder"
    settings.remember_recent("/secret/list.csv")
    settings.remember_place("/secret/list.csv", "secret", "secret-id")
    settings.remember_guidelines("/secret/list.csv", "/secret/rules.md")
    told = details(settings, log)
    for part in (__version__, platform.python_version(), platform.platform(), str(log)):
        assert part in told
    assert "reading/zoom = 130" in told
    assert "reading/fold equal stretches = yes" in told
    assert "secret" not in told.lower()
    assert "none" not in told
    settings.save()
