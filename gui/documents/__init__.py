"""Documents: bytes on disk become a text with sections, sentences and tokens.

This package may not import Qt, nor any other package of the program.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .errors import DocumentError, not_there, shown_name
from .model import Document, Notice, Span

if TYPE_CHECKING:
    from .beginning import first_words
    from .bounded import Reader
    from .files import LIMIT, from_bytes, from_text, load, load_text, looks_readable
    from .notices import repaired
    from .segment import read_text
else:

    def __getattr__(name: str) -> object:
        """Load what reads documents when it is asked for: the window only shows them."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        sources = {
            "Reader": "bounded",
            "first_words": "beginning",
            "read_text": "segment",
            "repaired": "notices",
        }
        source = sources.get(name, "files")
        return getattr(import_module(f".{source}", __name__), name)


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
    "not_there",
    "read_text",
    "repaired",
    "shown_name",
]
