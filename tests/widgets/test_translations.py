"""Every text of the program stands in every language, and its windows hold it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.resources import languages, translation_path
from gui.review.pair_list.pair_state import label_text
from gui.widgets.controls.buttons import LinkButton
from gui.widgets.controls.controls import ElidedLabel
from gui.widgets.controls.qt_text import spoken_language
from tests.widgets.filled_widgets import WIDGETS, themed
from tests.widgets.texts_to_translate import (
    Text,
    Unreadable,
    finished,
    texts_in,
    texts_of_the_program,
)
from tests.widgets.widget_helpers import Show

FOREIGN = ("de", "ja")
FORMS = {"en": 2, "de": 2, "ja": 1}

each_language = pytest.mark.parametrize("language", FOREIGN)


def test_the_shipped_languages() -> None:
    assert languages() == ("en", *FOREIGN)
    for language in languages():
        assert spoken_language(language) == language
    assert translation_path("de_AT") == translation_path("de")


@pytest.mark.parametrize("language", ["en", *FOREIGN])
def test_every_text_has_a_finished_translation_and_none_is_left_over(language: str) -> None:
    wanted = {t for t in texts_of_the_program() if t.counts or language != "en"}
    there = set(finished(language))
    file = f"resources/translations/copydesk_{language}.ts"
    missing, left = sorted(wanted - there), sorted(there - wanted)
    assert not missing, f"translate in {file}, then compile it: {missing}"
    assert not left, f"take out of {file}, which the program does not say any more: {left}"


@pytest.mark.parametrize("language", ["en", *FOREIGN])
def test_what_counts_has_each_form_that_the_language_has(language: str) -> None:
    for text, forms in finished(language).items():
        assert all(form.strip() for form in forms), text
        if text.counts:
            assert len(forms) == FORMS[language], text
            assert all("%Ln" in form for form in forms), f"{text}: %n does not group 1,240"


@each_language
def test_places_and_keys_of_a_text_are_kept(language: str) -> None:
    for text, forms in finished(language).items():
        for form in forms:
            places = sorted(re.findall(r"\{\w+(?::,)?\}", text.source))
            assert sorted(re.findall(r"\{\w+(?::,)?\}", form)) == places, text
            assert text.source.endswith("…") == form.endswith("…"), text
            assert "(s)" not in form, text


@pytest.mark.parametrize("language", ["en", *FOREIGN])
def test_the_compiled_file_says_the_same_as_its_source(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(translation_path(language)))
    for text, forms in finished(language).items():
        if text.counts:
            said = [translator.translate(text.context, text.source, None, n) for n in (1, 2)]
            assert said == [forms[0], forms[-1]], text
        else:
            assert translator.translate(text.context, text.source) == forms[0], text


def test_the_program_speaks_and_counts(qapp: QApplication, speaking: Callable[[str], None]) -> None:
    for language, one, many in (
        ("en", "1 word", "2 words"),
        ("de", "1 Wort", "2 Wörter"),
        ("ja", "1語", "2語"),
    ):
        speaking(language)
        said = [qapp.translate("SummaryPanel", "%n word(s)", "", count) for count in (1, 2)]
        assert said == [one, many]
    assert label_text(None) == "未判定"


@each_language
@pytest.mark.parametrize("name", WIDGETS)
def test_nothing_is_cut_off(
    name: str,
    language: str,
    look: QApplication,
    show: Show,
    speaking: Callable[[str], None],
) -> None:
    speaking(language)
    widget = themed(WIDGETS[name]())
    width, height = ROOM.get(name, (1280, 400))
    window = _around(widget) if name == "label bar" else widget
    window.resize(width, height)
    show(window)
    assert window.width() <= width, f"needs more room than the {width} pixels that it has"
    cut = [_text_of(part) for part in widget.findChildren(QWidget) if _is_cut(part)]
    assert cut == []


# The room that the window of 1280 x 800 pixels gives a widget; dialogs have their own size.
ROOM = {
    "evidence": (290, 690),
    "pairs": (230, 690),
    "guidelines": (230, 300),
    "no guidelines": (230, 300),
    "note": (760, 120),
    "find bar": (760, 40),
    "message": (760, 600),
    "end": (760, 600),
    "progress": (560, 40),
    "settings": (760, 560),
    "keys": (940, 680),
    "paste": (860, 480),
    "about": (460, 300),
}


def _around(bar: QWidget) -> QWidget:
    """Return a window with *bar* in it, which leaves out what does not fit there."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    column.addWidget(bar)
    return window


def _is_cut(part: QWidget) -> bool:
    text = _text_of(part)
    if not text or not part.isVisible() or isinstance(part, ElidedLabel | LinkButton):
        return False
    if isinstance(part, QLabel) and part.wordWrap():
        return part.heightForWidth(part.width()) > part.height()
    return part.fontMetrics().horizontalAdvance(text.replace("&", "")) > part.width()


def _text_of(part: QWidget) -> str:
    if isinstance(part, QToolButton):
        only_icon = Qt.ToolButtonStyle.ToolButtonIconOnly
        return "" if part.toolButtonStyle() == only_icon else part.text()
    return part.text() if isinstance(part, QLabel | QAbstractButton) else ""


def test_texts_are_found_in_code() -> None:
    code = """
class Panel:
    def draw(self, n):
        self.tr("One")
        translate("Kinds", "Two " "parts")
        text.translate(table)
        QT_TRANSLATE_NOOP("Actions", "Three")
        self.tr("%n word(s)", "", n)
"""
    assert texts_in(code) == {
        Text("Panel", "One"),
        Text("Kinds", "Two parts"),
        Text("Actions", "Three"),
        Text("Panel", "%n word(s)"),
    }
    with pytest.raises(Unreadable, match="line 1"):
        texts_in("self.tr(name)")
