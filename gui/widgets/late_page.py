"""Pages of the stage that most sittings never see are made when they are first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

Page = TypeVar("Page", bound=QWidget)


class LatePage(Generic[Page]):
    """A page of a stage; a start does not pay for its widgets."""

    def __init__(self, stage: QStackedWidget, make: Callable[[], Page]) -> None:
        self._stage = stage
        self._make = make
        self._page: Page | None = None
        self._wishes: dict[str, Callable[[Page], object]] = {}

    def do(self, name: str, wish: Callable[[Page], object]) -> None:
        """Do *wish* with the page: now if it is there, else when it is made.

        A wish of the same name replaces one that is still waiting.
        """
        if self._page is not None:
            wish(self._page)
        else:
            self._wishes[name] = wish

    @property
    def page(self) -> Page:
        """The page, which is made if need be."""
        if self._page is None:
            self._page = page = self._make()
            self._stage.addWidget(page)
            wishes, self._wishes = self._wishes, {}
            for wish in wishes.values():
                wish(page)
        return self._page

    @property
    def shown(self) -> bool:
        """True while the stage shows this page."""
        return self._page is not None and self._stage.currentWidget() is self._page

    def show(self) -> None:
        """Let the stage show this page."""
        self._stage.setCurrentWidget(self.page)
