"""Lets the reviewer say in which encoding a document was written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QCursor
from PySide6.QtWidgets import QMenu, QWidget

# Those that articles are found in, by script; any other can be given with --encoding.
ENCODINGS = (
    *("utf-8", "utf-16", "cp1252", "iso-8859-15", "cp1250", "iso-8859-2", "cp1254", "cp1257", ""),
    *("cp1251", "koi8-r", "iso-8859-5", "cp1253", "iso-8859-7", "cp1255", "cp1256", ""),
    *("gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "cp874"),
)


def ask_encoding(
    parent: QWidget, now: str, chosen: str | None, choose: Callable[[str | None], None]
) -> QMenu:
    """Open a menu at the pointer; *choose* is told an encoding, or None for "as found".

    *now* is the encoding that the document was read in, *chosen* the one that was asked for.
    """
    menu = QMenu(parent)
    group = QActionGroup(menu)
    found = QCoreApplication.translate("EncodingMenu", "As found ({encoding})").format(encoding=now)
    _add(menu, group, found, chosen is None, lambda: choose(None))
    menu.addSeparator()
    for name in ENCODINGS:
        if name:
            _add(menu, group, name, name == chosen, _choosing(choose, name))
        else:
            menu.addSeparator()
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(QCursor.pos())
    return menu


def _add(menu: QMenu, group: QActionGroup, text: str, on: bool, chosen: Callable[[], None]) -> None:
    action = QAction(text, menu)
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(lambda _on: chosen())
    group.addAction(action)
    menu.addAction(action)


def _choosing(choose: Callable[[str | None], None], name: str) -> Callable[[], None]:
    return lambda: choose(name)
