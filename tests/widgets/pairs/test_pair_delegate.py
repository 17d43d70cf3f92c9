"""How a row of the list of pairs is painted, and what gives way where there is little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QStyleOptionViewItem,
)

from gui.labels import DEFAULT_LABELS
from gui.review.pair_list.pair_state import PairState
from gui.review.pair_list.pairs_model import PairsModel
from gui.widgets.controls.qt_text import least_width
from gui.widgets.controls.theme import load_theme
from gui.widgets.pairs.pair_delegate import IdWidth, PairDelegate, sign_of
from gui.widgets.pairs.pair_list import PairListView
from tests.any_message import any_message


def test_each_state_has_its_own_sign() -> None:
    states = [
        PairState(),
        PairState(problem=any_message("gone")),
        *(PairState(label) for label in DEFAULT_LABELS.names),
    ]
    assert len({sign_of(state, DEFAULT_LABELS)[0] for state in states}) == len(states)


def test_an_id_keeps_its_room_whatever_stands_beside_it(look: QApplication) -> None:
    state = PairState("unrelated", flagged=True, note="x", changed=True, similarity=0.5)
    delegate = PairDelegate(PairListView(PairsModel()))
    delegate.set_theme(load_theme("light"))
    option = QStyleOptionViewItem()
    picture = QPixmap(400, 30)
    painter = QPainter(picture)
    pair_id = "agency-2024/harbour-storm"
    least = least_width(option.fontMetrics, pair_id)
    assert least > option.fontMetrics.horizontalAdvance("agen…rm")
    for width in range(160, 400, 20):
        inside = QRect(0, 0, width, 30)
        theme = load_theme("light")
        end = delegate.draw_extras(
            painter, inside, state, option, theme, IdWidth(least, least + 40), "50 %"
        )
        assert end - inside.left() >= least, width
    painter.end()
    assert least_width(option.fontMetrics, "7") == option.fontMetrics.horizontalAdvance("7")


def test_the_word_for_a_label_with_an_icon_of_its_own_cuts_no_id(look: QApplication) -> None:
    delegate = PairDelegate(PairListView(PairsModel()))
    delegate.set_theme(load_theme("light"))
    option = QStyleOptionViewItem()
    painter = QPainter(picture := QPixmap(600, 30))
    wanted, theme = IdWidth(100, 200), load_theme("light")

    def taken(label: str, width: int) -> int:
        """The pixels that the word takes in a line of this width."""
        inside = QRect(0, 0, width, 30)
        state = PairState(label)
        return width - 1 - delegate.draw_extras(painter, inside, state, option, theme, wanted, "")

    for width in range(150, 600, 5):
        room = max(0, width - 1 - 200)  # beside the id
        assert taken("unrelated", width) <= room, width
    assert taken("unrelated", 599) > option.fontMetrics.horizontalAdvance("unrelated")
    assert taken("agency", 230) > 30, "the icon of such labels differs from others by its colour"
    painter.end()
    assert not picture.isNull()


LONG_NAME = "a translation somebody has shortened"


def drawn(state: PairState, width: int) -> QPixmap:
    """The right end of a line for a pair in *state*."""
    delegate = PairDelegate(PairListView(PairsModel()))
    delegate.set_theme(load_theme("light"))
    option = QStyleOptionViewItem()
    picture = QPixmap(width, 30)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    inside, wanted = (
        QRect(0, 0, width, 30),
        IdWidth(*2 * [least_width(option.fontMetrics, "p-007")]),
    )
    delegate.draw_extras(painter, inside, state, option, load_theme("light"), wanted, "")
    painter.end()
    return picture


@pytest.mark.parametrize("width", [180, 260, 400])
def test_a_long_label_is_shown_with_an_ellipsis_and_not_left_out(
    look: QApplication, width: int
) -> None:
    blank = drawn(PairState(), width).toImage()
    assert drawn(PairState(LONG_NAME), width).toImage() != blank
