"""Reports: a comparison as text, JSON or HTML.

This package may not import Qt; of the program it knows ``compare`` and ``documents``.
"""

from .figures import counted, excerpt, percent
from .html import to_html, to_print_html
from .json_report import json_page, json_text, to_json, to_json_error
from .text_report import to_text
from .visible import visible
from .wording import Wording

__all__ = [
    "Wording",
    "counted",
    "excerpt",
    "json_page",
    "json_text",
    "percent",
    "to_html",
    "to_json",
    "to_json_error",
    "to_print_html",
    "to_text",
    "visible",
]
