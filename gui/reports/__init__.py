"""Reports: a comparison as text, JSON or HTML, and what they and the window tell of it.

This package may not import Qt; of the program it knows ``compare`` and ``documents``.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .figures import counted, excerpt, percent

if TYPE_CHECKING:
    from .html import to_html, to_print_html
    from .json_report import json_page, json_text, to_json, to_json_error
    from .legible import on_one_line, visible
    from .text_report import to_text
    from .wording import Wording
else:

    def __getattr__(name: str) -> object:
        """Load a report when it is asked for: the window needs the figures at once, no more."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        sources = {"to_text": "text_report", "Wording": "wording"}
        sources |= dict.fromkeys(("on_one_line", "visible"), "legible")
        source = sources.get(name, "json_report" if "json" in name else "html")
        return getattr(import_module(f".{source}", __name__), name)


__all__ = [
    "Wording",
    "counted",
    "excerpt",
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
