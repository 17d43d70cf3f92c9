"""The reading view as a picture, light and dark, against the ones kept in ``pictures/``.

To make them anew after a change that is wanted: ``COPYDESK_NEW_PICTURES=1 python -m pytest
tests/widgets/reading/test_pictures.py``, then look at them.
"""

from __future__ import annotations

import os
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gui.compare import ChangeKind, Comparison, compare
from gui.documents import read_text
from gui.widgets.controls.theme import load_theme
from gui.widgets.reading import ReadingView, painting, picture
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


def hatched(clip: QRectF, scale: float = 1.0) -> QImage:
    """Return a picture with a box of rising lines 9 pixels apart, painted as far as *clip*."""
    image = QImage(QSize(300, 200) * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setClipRect(clip)
    picture.hatch(painter, QRectF(10, 20, 180, 150), QColor("black"), 9, 1.5)
    painter.end()
    return image


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_hatching_has_its_spacing_and_is_seamless(scale: float, qapp: QApplication) -> None:
    image = hatched(QRectF(0, 0, 300, 200), scale)
    row = [image.pixelColor(round(x * scale), round(100 * scale)).red() for x in range(300)]
    assert all(red == 255 for red in (*row[:10], *row[190:]))
    dark = [x for x in range(11, 189) if row[x] == min(row[x - 1 : x + 2]) and row[x] < 160]
    gaps = [after - before for before, after in pairwise(dark) if after > before + 1]
    assert set(gaps) <= {8, 9, 10}
    assert len(gaps) in (180 // 9 - 2, 180 // 9 - 1)


def test_a_part_is_hatched_as_the_whole_is(qapp: QApplication) -> None:
    part = QRect(0, 73, 300, 31)
    whole = hatched(QRectF(0, 0, 300, 200))
    assert hatched(QRectF(part)).copy(part) == whole.copy(part)


def widest_bar(view: ReadingView, colour: QColor) -> int:
    """Return how many columns of pixels side by side have an upright bar in *colour*."""
    image = picture_of(view)
    high = view.surface.typography.line // 2
    parts = (QColor.red, QColor.green, QColor.blue)

    def is_bar(x: int) -> bool:
        column = [image.pixelColor(x, y) for y in range(image.height())]
        near = [max(abs(part(each) - part(colour)) for part in parts) < 40 for each in column]
        runs = (len(list(run)) for same, run in groupby(near) if same)
        return max(runs, default=0) > high

    runs = (len(list(run)) for same, run in groupby(map(is_bar, range(image.width()))) if same)
    return max(runs, default=0)


@pytest.mark.parametrize(
    ("whole", "less"),
    [
        ("She left for an hour. Then.", "She left for an hour Then."),
        ("他们已经等了很久。", "他们等了很久。"),
    ],
)
def test_the_bar_of_a_mark_hides_no_letter_where_no_blank_is_before_it(
    view: ReadingView, whole: str, less: str
) -> None:
    """The r of "hour." was behind the bar of the full stop."""
    colour = load_theme("light").colour("missing")
    view.set_theme(load_theme("light"))
    view.resize(860, 200)
    spaced = compare(read_text("She left for good. Then."), read_text("She left. Then."))
    view.show_comparison(spaced)
    assert widest_bar(view, colour) >= 3
    pair = compare(read_text(whole), read_text(less))
    assert [change.kind.value for change in pair.changes] == ["missing"]
    view.show_comparison(pair)
    assert widest_bar(view, colour) <= 2
