"""Finds an article with trafilatura, loaded without its modules that fetch and date pages."""

from __future__ import annotations

import logging
import sys
from typing import Any

from .deferred_imports import deferred

# What pages are fetched, decoded and dated with: more than half of the time to load trafilatura.
# justext is asked only where the rest finds little.
_NOT_AT_ONCE = (
    *("certifi", "charset_normalizer", "courlan", "htmldate", "justext", "urllib3"),
    "trafilatura.downloads",
)


def _load() -> Any:
    if "trafilatura" not in sys.modules:
        try:
            with deferred(_NOT_AT_ONCE):
                import trafilatura
        except Exception:  # some other version may need at once what was to wait
            for name in [name for name in sys.modules if name.partition(".")[0] == "trafilatura"]:
                del sys.modules[name]
    import trafilatura  # an import statement, so that PyInstaller finds it

    return trafilatura


_trafilatura = _load()
# Its log messages about a page have no reader.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def main_text(root: Any) -> Any:
    """Return the element with the article of the page *root*, or None if none is found.

    The tree must not be used afterwards.
    """
    try:
        found = _trafilatura.bare_extraction(root, include_comments=False, favor_precision=True)
    except MemoryError:
        raise
    except Exception:  # whatever it raises for a strange page, the page is shown
        return None
    return None if found is None else found.body
