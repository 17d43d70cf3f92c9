"""Documents: bytes on disk become a text with sections, sentences and tokens.

This package may not import Qt, nor any other package of the program.
"""

from .model import Document, Notice, Span
from .segment import read_text

__all__ = ["Document", "Notice", "Span", "read_text"]
