"""The reading view as a picture, light and dark, against the ones kept in ``pictures/``.

To make them anew after a change that is wanted: ``COPYDESK_NEW_PICTURES=1 python -m pytest
tests/widgets/reading/test_pictures.py``, then look at them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from gui.compare import ChangeKind, Comparison
from gui.widgets.controls.theme import load_theme
from gui.widgets.reading import ReadingView, painting
from gui.widgets.reading.differences import KINDS, Marks

PICTURES = Path(__file__).parent / "pictures"
# Font rasterisers differ in the edges of letters, which evens out over a block; the ground of
# a marked word does not. The greatest difference of a block's mean, in steps of 255.
BLOCK = 8
TOLERANCE = 9
SIZE = QSize(826, 867)  # of the text; the headings above it have the height of the desktop's font


def picture_of(view: ReadingView) -> QImage:
    return view.surface.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB888)


def block_means(image: QImage) -> bytes:
    small = image.scaled(
        image.width() // BLOCK,
        image.height() // BLOCK,
        mode=Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGBX8888)  # lines without padding
    return bytes(small.constBits())


def difference(one: QImage, other: QImage) -> int:
    """Return the greatest difference of the mean colour of any block of both pictures."""
    if one.size() != other.size():
        return 255
    means = [block_means(image) for image in (one, other)]
    return max(abs(a - b) for a, b in zip(means[0], means[1], strict=True))


def shown(
    view: ReadingView, pair: Comparison, theme: str, monkeypatch: pytest.MonkeyPatch
) -> ReadingView:
    """Show *pair*; the words in gaps are left out, they depend on the language."""
    view.set_theme(load_theme(theme))
    view.resize(860, 900)
    view.resize(view.size() + SIZE - view.surface.viewport().size())
    for pane in view.panes.values():
        pane.clearFocus()
    monkeypatch.setattr(painting, "gap_text", lambda *args: "gap")
    view.show_comparison(pair)
    return view


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_picture_is_the_one_that_was_looked_at(
    view: ReadingView,
    pair: Comparison,
    theme: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    picture = picture_of(shown(view, pair, theme, monkeypatch))
    kept = PICTURES / f"{theme}.png"
    if os.environ.get("COPYDESK_NEW_PICTURES"):
        picture.save(str(kept))
    expected = QImage(str(kept)).convertToFormat(QImage.Format.Format_RGB888)
    found = difference(picture, expected)
    if found > TOLERANCE:
        picture.save(str(tmp_path / kept.name))
    assert found <= TOLERANCE, f"see {tmp_path / kept.name}"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", list(ChangeKind))
def test_losing_the_marking_of_one_word_is_seen(
    view: ReadingView,
    pair: Comparison,
    theme: str,
    kind: ChangeKind,
    monkeypatch: pytest.MonkeyPatch,
    qapp: QApplication,
) -> None:
    lost = next(n for n, change in enumerate(pair.changes) if change.kind is kind)
    real = Marks.of_row
    monkeypatch.setattr(Marks, "of_row", lambda *args: [m for m in real(*args) if m.change != lost])
    picture = picture_of(shown(view, pair, theme, monkeypatch))
    expected = QImage(str(PICTURES / f"{theme}.png")).convertToFormat(QImage.Format.Format_RGB888)
    assert difference(picture, expected) > TOLERANCE
    assert kind.value in KINDS
