"""Documents: bytes on disk become a text with sections, sentences and tokens.

This package may not import Qt, nor any other package of the program.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .errors import DocumentError, not_there, shown_name
from .model import Document, Notice, Span

if TYPE_CHECKING:
    from .beginning import first_words
    from .files import LIMIT, from_bytes, from_text, load, looks_readable
    from .notices import repaired
    from .segment import read_text
else:

    def __getattr__(name: str) -> object:
        """Load what reads documents when it is asked for: the window only shows them."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        sources = {"repaired": "notices", "read_text": "segment", "first_words": "beginning"}
        source = sources.get(name, "files")
        return getattr(import_module(f".{source}", __name__), name)


__all__ = [
    "LIMIT",
    "Document",
    "DocumentError",
    "Notice",
    "Span",
    "first_words",
    "from_bytes",
    "from_text",
    "load",
    "looks_readable",
    "not_there",
    "read_text",
    "repaired",
    "shown_name",
]
