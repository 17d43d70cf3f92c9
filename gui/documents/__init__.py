"""Documents: bytes on disk, or a text, become a ``Document`` with sections, sentences and words.

May import ``messages`` and ``own_process``; never Qt. Imports between the rooms go one way: web →
formats → pages → text → ``document``, which has the values. Begin with ``loading.load``.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .document import Document, DocumentError, Notice, Span, plural, shown_name

if TYPE_CHECKING:
    from .loading import (
        LIMIT,
        first_words,
        from_bytes,
        from_text,
        load,
        load_text,
        looks_readable,
    )
    from .reader import Reader
    from .text.notices import repaired
    from .text.segmentation import read_text
else:

    def __getattr__(name: str) -> object:
        """Import the modules that read documents on first use: the window only shows them."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        sources = {"Reader": "reader", "read_text": "text.segmentation", "repaired": "text.notices"}
        return getattr(import_module(f".{sources.get(name, 'loading')}", __name__), name)


__all__ = [
    "LIMIT",
    "Document",
    "DocumentError",
    "Notice",
    "Reader",
    "Span",
    "first_words",
    "from_bytes",
    "from_text",
    "load",
    "load_text",
    "looks_readable",
    "plural",
    "read_text",
    "repaired",
    "shown_name",
]
