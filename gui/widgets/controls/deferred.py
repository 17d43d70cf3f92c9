"""Deferred work: widgets made when they are first shown, and work done after the first paint."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

Part = TypeVar("Part", bound=QWidget)


class LazyWidget(Generic[Part]):
    """A part of the window whose widgets are created when first needed, for a short start."""

    def __init__(
        self, make: Callable[[], Part], place: Callable[[Part], object], home: QWidget
    ) -> None:
        """*place* puts the widget that *make* returns into its place inside *home*."""
        self._make = make
        self._home = home
        self._place = place
        self._made: Part | None = None
        self._waiting: dict[str, Callable[[Part], object]] = {}

    def do(self, name: str, use: Callable[[Part], object]) -> None:
        """Call *use* with the part: now if it exists, otherwise when it is created.

        A call of the same name replaces one that is still waiting.
        """
        if self._made is not None:
            use(self._made)
        else:
            self._waiting[name] = use

    @property
    def made(self) -> Part | None:
        """The part, if it exists."""
        return self._made

    @property
    def part(self) -> Part:
        """The part, created if necessary."""
        return self.make()

    def make(self) -> Part:
        """Create the part if it does not exist yet, and return it."""
        if self._made is None:
            self._made = part = self._make()
            self._place(part)
            waiting, self._waiting = self._waiting, {}
            for use in waiting.values():
                use(part)
            _take_focus_in_turn(self._home, part)
        return self._made

    def setVisible(self, on: bool) -> None:
        """Show or hide the part."""
        if on or self._made is not None:
            self.part.setVisible(on)


class LazyPage(LazyWidget[Part]):
    """A page of a ``QStackedWidget`` that is created when first needed."""

    def __init__(self, make: Callable[[], Part], stage: QStackedWidget) -> None:
        super().__init__(make, stage.addWidget, stage)
        self._stage = stage

    @property
    def shown(self) -> bool:
        """True while this page is shown."""
        return self.made is not None and self._stage.currentWidget() is self.made

    def show(self) -> None:
        """Show this page."""
        self._stage.setCurrentWidget(self.part)


def _take_focus_in_turn(home: QWidget, part: QWidget) -> None:
    """Put *part* into the tab order at its place; Qt puts late widgets at the very end."""
    inside = []
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part and part.isAncestorOf(widget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            inside.append(widget)
        widget = widget.nextInFocusChain()
    policy = home.focusPolicy()
    home.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # behind what takes none Qt puts nothing
    for before, widget in zip([home, *inside], inside, strict=False):
        QWidget.setTabOrder(before, widget)
    home.setFocusPolicy(policy)


PATIENCE = 300  # milliseconds: a window that is hidden or minimised paints nothing


class AfterPaint(QObject):
    """Does named tasks one at a time, each in its own turn of the event loop.

    No task runs while a text is waiting to be painted; a task replaces a waiting one of the same
    name.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks: dict[str, Callable[[], object]] = {}
        self._held = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._next)

    @property
    def waiting(self) -> bool:
        """True while there are tasks to do."""
        return bool(self._tasks)

    def hold(self) -> None:
        """Begin no task before ``painted`` is called: a text is about to be painted."""
        self._held = True
        self._timer.start(PATIENCE)

    def painted(self) -> None:
        """Continue with the tasks: the text is on the screen."""
        self._held = False
        self._timer.start(0)

    def do(self, name: str, task: Callable[[], object]) -> None:
        """Run *task* when there is time for it."""
        self._tasks.pop(name, None)
        self._tasks[name] = task
        if not self._held and not self._timer.isActive():
            self._timer.start(0)

    def forget(self) -> None:
        """Drop the tasks that are still waiting; they belong to what is no longer shown."""
        self._tasks.clear()

    def _next(self) -> None:
        self._held = False
        if not self._tasks:
            return
        name = next(iter(self._tasks))
        task = self._tasks.pop(name)
        if self._tasks:
            self._timer.start(0)  # before the task, which may hold the others back again
        task()
