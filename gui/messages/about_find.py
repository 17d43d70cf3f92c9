"""What can be said of a search for pairs among loose articles."""

from __future__ import annotations

from .message_value import QT_TRANSLATE_NOOP, Code


class AboutFind(Code):
    """Why a search cannot go on, and what it could not read."""

    NO_PROCESS = QT_TRANSLATE_NOOP(
        "Messages",
        "The processes that compare articles end at once (there may be too little memory); close "
        "other programs, or search with --jobs 1.",
    )
