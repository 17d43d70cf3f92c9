"""Reports: a comparison as text, JSON or HTML, and how reports and the window put it in words.

Nothing here may import Qt; it knows ``compare``, ``documents``, ``messages``. Begin with
``text_report.to_text``; ``marked`` says what every report draws.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .wording import Wording, on_one_line, percent, visible

if TYPE_CHECKING:
    from .html import to_html, to_print_html
    from .json_report import json_page, json_text, to_json, to_json_error
    from .text_report import to_text
else:

    def __getattr__(name: str) -> object:
        """Import a report on first use: at its start the window needs nothing but the wording."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        source = "json_report" if "json" in name else "html" if "html" in name else "text_report"
        return getattr(import_module(f".{source}", __name__), name)


__all__ = [
    "Wording",
    "json_page",
    "json_text",
    "on_one_line",
    "percent",
    "to_html",
    "to_json",
    "to_json_error",
    "to_print_html",
    "to_text",
    "visible",
]
