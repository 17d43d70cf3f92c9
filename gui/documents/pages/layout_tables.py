"""Tables that only place things on a page become divisions, and cells of links become menus.

Pages of the time before style sheets are often one table: a menu in the left cell, the article in
another. Taken for a table of figures, all of it is the article, and the menu's words are read with
it. Tables inside the article stay what they are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from .markup import STAND_IN, is_silent

_PROSE = 200  # letters outside links of a cell that holds an article; cells of data have few
_FEW = 2  # links of a cell beside the article that may be a menu
_SEVERAL = 4  # links of a table that is a menu as a whole
_NEARLY_ALL = 0.8  # of a menu's letters are links
_BREAKS = frozenset({"p", "br", "div", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "table"})
_HEADS = frozenset({"th", "thead", "caption"})
_ROWS = frozenset({"tr", "tbody", "tfoot"})


@dataclass(eq=False)
class _Cell:
    """A cell: its letters, how many of them are links, and whether it has paragraphs."""

    element: Any
    letters: int = 0
    linked: int = 0
    links: int = 0
    has_breaks: bool = False

    def holds_article(self) -> bool:
        return self.has_breaks and self.letters - self.linked >= _PROSE

    def is_menu(self) -> bool:
        return self.links >= _FEW and 2 * self.linked >= self.letters


@dataclass(eq=False)
class _Table:
    """A table, its own cells and rows, and the letters outside links that stand before it."""

    element: Any
    before: int = 0
    cells: list[_Cell] = field(default_factory=list)
    rows: list[Any] = field(default_factory=list)
    has_head: bool = False

    def is_menu(self) -> bool:
        """Return whether it is one row or column of links, above the article or beside it.

        Below, it may be a list of what the article rests on.
        """
        if self.before >= _PROSE:
            return False
        count = sum(row.tag == "tr" for row in self.rows)
        links = sum(cell.links for cell in self.cells)
        letters = sum(cell.letters for cell in self.cells)
        linked = sum(cell.linked for cell in self.cells)
        is_line = count == 1 or count == len(self.cells)
        return is_line and links >= _SEVERAL and linked >= _NEARLY_ALL * letters


def undo_layout_tables(root: Any) -> None:
    """Make divisions of the tables in the tree *root* that are there for the layout.

    They have no heads, and a cell with paragraphs. Of the other cells, those that are mostly links
    become ``nav`` elements, and so do tables above the text that are one row or column of links.
    """
    found = _Found()
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        silent = is_silent(element) or element.tag == STAND_IN
        if event == "end":
            found.leave(element, silent=silent)
        elif silent:
            walker.skip_subtree()
        else:
            found.enter(element)
    for table in found.tables:
        _undo(table)


def _undo(table: _Table) -> None:
    if table.has_head:
        return
    if table.is_menu():
        table.element.tag = "nav"
    elif any(cell.holds_article() for cell in table.cells):
        table.element.tag = "div"
    else:
        return
    for row in table.rows:
        row.tag = "div"
    for cell in table.cells:
        is_menu = cell.is_menu() and not cell.holds_article()
        cell.element.tag = "nav" if is_menu else "div"


class _Found:
    """The tables of a page, with what their cells hold."""

    def __init__(self) -> None:
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._cells: list[_Cell] = []
        self._links = 0  # open ones
        self._unlinked = 0  # letters outside links so far

    def enter(self, element: Any) -> None:
        tag = element.tag
        cell = self._cells[-1] if self._cells else None
        if cell is not None and tag in _BREAKS:
            cell.has_breaks = True
        if tag == "table":
            self._open.append(_Table(element, self._unlinked))
        elif self._open and tag in _HEADS:
            self._open[-1].has_head = True
        elif self._open and tag in _ROWS:
            self._open[-1].rows.append(element)
        elif self._open and tag == "td":
            self._cells.append(_Cell(element))
        elif _is_link(element):
            self._links += 1
            if cell is not None:
                cell.links += 1
        self._count(element.text)

    def leave(self, element: Any, *, silent: bool) -> None:
        if silent:
            pass
        elif self._open and element is self._open[-1].element:
            self.tables.append(self._open.pop())
        elif self._cells and element is self._cells[-1].element:
            self._close_cell()
        elif _is_link(element):
            self._links -= 1
        self._count(element.tail)

    def _close_cell(self) -> None:
        cell = self._cells.pop()
        self._open[-1].cells.append(cell)
        if self._cells:
            around = self._cells[-1]
            around.letters += cell.letters
            around.linked += cell.linked
            around.links += cell.links

    def _count(self, text: str | None) -> None:
        if not text:
            return
        letters = sum(map(len, text.split()))
        self._unlinked += 0 if self._links else letters
        if self._cells:
            self._cells[-1].letters += letters
            self._cells[-1].linked += letters if self._links else 0


def _is_link(element: Any) -> bool:
    """Return whether an element leads to another page; a table of contents does not."""
    return element.tag == "a" and not element.get("href", "#").startswith("#")
