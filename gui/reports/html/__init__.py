"""The HTML report: one file that stands alone, and the plain variant that becomes a PDF."""

from .page import to_html
from .print_page import to_print_html

__all__ = ["to_html", "to_print_html"]
