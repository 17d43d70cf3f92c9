"""Handles unexpected errors: logs them in full, and shows one sentence.

Exceptions in slots, in threads and in finalisers, Qt's own messages, and crashes of the interpreter
all end in one log file in the user's state folder. The window shows a sentence with the path of the
file; the traceback is for a bug report.
"""

from __future__ import annotations

import contextlib
import faulthandler
import sys
import threading
import traceback
from datetime import datetime, timezone
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from . import __version__
from .reports import visible
from .review.background import invoker

_LOG_LIMIT = 1_000_000  # bytes; a fuller log is set aside before the next start
_HARMLESS = ("OpenType support missing for",)  # a font lacks a script; Qt takes another font
_SEVERE = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


def log_path(folder: Path) -> Path:
    """Return the log in the user's state *folder*."""
    return folder / "crash.log"


class ErrorLog(QObject):
    """Catches uncaught errors, logs them, and announces one sentence about each.

    Whatever thread it happened in, ``happened`` is announced in Qt's, once its loop gets there.
    Without a folder that can be written to, the traceback goes to standard error instead.
    """

    happened = Signal(str)

    def __init__(self, folder: Path) -> None:
        """Log into ``crash.log`` in *folder*, which is made where it is missing."""
        super().__init__()
        self._invoker = invoker()
        self.path = log_path(folder)
        self._file = _open_log(self.path)
        self._writing = threading.Lock()
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def install(self) -> None:
        """Start catching errors; :meth:`remove` stops it."""
        sys.excepthook = self._exception
        threading.excepthook = lambda args: self._exception(
            args.exc_type, args.exc_value, args.exc_traceback
        )
        sys.unraisablehook = lambda args: self._exception(
            args.exc_type, args.exc_value, args.exc_traceback, quiet=True
        )
        qInstallMessageHandler(self._qt_message)
        if self._file is not None:
            faulthandler.enable(self._file)

    def remove(self) -> None:
        """Restore the previous handlers."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        qInstallMessageHandler(None)
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None

    def write(self, title: str, text: str = "") -> None:
        """Add an entry to the log, from any thread."""
        now = datetime.now(timezone.utc).isoformat(timespec="seconds")
        # A message may repeat the text of a document, and logs are read in terminals.
        entry = visible(f"{now} Copydesk {__version__}: {title}\n{text}")
        with self._writing, contextlib.suppress(OSError, ValueError):
            out = self._file or sys.stderr
            if out is not None:  # a program without a console has no stderr
                out.write(entry.rstrip() + "\n")
                out.flush()

    def _exception(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        where: TracebackType | None,
        *,
        quiet: bool = False,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        self.write(kind.__name__, "".join(traceback.format_exception(kind, error, where)))
        if not quiet:
            sentence = self._sentence(kind, error)
            self._invoker.invoke(self, lambda: self.happened.emit(sentence))

    def _sentence(self, kind: type[BaseException], error: BaseException | None) -> str:
        what = f"{kind.__name__}: {error}".splitlines()[0][:160]
        place = f"The details are in {self.path}." if self._file is not None else ""
        return (
            f"Something went wrong that should not ({what}). Your labels are safe; "
            f"you can go on. {place}"
        ).rstrip()

    def _qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind in _SEVERE and not message.startswith(_HARMLESS):
            self.write(f"Qt: {message}")
        if kind == QtMsgType.QtFatalMsg and sys.stderr is not None:
            sys.stderr.write(f"copydesk: {visible(message)}\n")


def _open_log(path: Path) -> TextIO | None:
    """Open the log for adding to it; a log that grew too long is set aside first."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LOG_LIMIT:
            path.replace(path.with_suffix(".old.log"))
        return path.open("a", encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
