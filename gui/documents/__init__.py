"""Documents: bytes on disk become a text with sections, sentences and tokens.

This package may not import Qt, nor any other package of the program.
"""

from .errors import DocumentError, shown_name
from .files import LIMIT, from_bytes, from_text, load, looks_readable
from .model import Document, Notice, Span
from .notices import repaired
from .segment import read_text

__all__ = [
    "LIMIT",
    "Document",
    "DocumentError",
    "Notice",
    "Span",
    "from_bytes",
    "from_text",
    "load",
    "looks_readable",
    "read_text",
    "repaired",
    "shown_name",
]
