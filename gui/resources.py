"""Finds the files of ``resources/`` and ``seeds/`` that the program ships.

In a checkout the files stand in ``resources/`` and ``seeds/`` next to ``gui/``; a wheel
carries them as ``gui/_resources`` and ``gui/_seeds``. This module imports no Qt.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PACKAGE = Path(__file__).resolve().parent
"""The folder of the program's code."""


class ResourceError(Exception):
    """A file that belongs to the program is not there; the message says which."""


def _folder(name: str) -> Path:
    """Return the folder *name* (``"resources"`` or ``"seeds"``) of wheel or checkout."""
    installed = PACKAGE / f"_{name}"
    return installed if installed.is_dir() else PACKAGE.parent / name


def _existing(path: Path) -> Path:
    if not path.exists():
        raise ResourceError(
            f"The installation of Copydesk is incomplete: {path} is missing. Install it again."
        )
    return path


def _plain(name: str) -> str:
    """Refuse names that would lead out of their folder."""
    if not name or "/" in name or "\\" in name or name.startswith("."):
        raise ResourceError(f"{name!r} is not the name of a resource.")
    return name


def resource_path(*parts: str) -> Path:
    """Return the path of the resource at *parts*; raises ResourceError where it is missing."""
    return _existing(_folder("resources").joinpath(*(_plain(part) for part in parts)))


def read_bytes(*parts: str) -> bytes:
    """Return the bytes of the resource at *parts*; raises ResourceError where it is missing."""
    return resource_path(*parts).read_bytes()


def icon_path(name: str) -> Path:
    """Return the SVG file of the icon *name*; raises ResourceError where there is none."""
    return resource_path("icons", f"{_plain(name)}.svg")


def theme_names() -> tuple[str, ...]:
    """Return the names of the shipped themes, sorted: ``("dark", "light")``."""
    return tuple(sorted(path.stem for path in resource_path("themes").glob("*.toml")))


def read_table(*parts: str) -> dict[str, Any]:
    """Return the TOML file at *parts* as a dictionary.

    Raises ResourceError where it is missing or is no TOML.
    """
    path = resource_path(*parts)
    try:
        found: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ResourceError(f"The file {path} cannot be read: {error}") from error
    return found


def read_theme(name: str) -> dict[str, Any]:
    """Return the theme file *name*; raises ResourceError as ``read_table`` does."""
    return read_table("themes", f"{_plain(name)}.toml")


def help_text(name: str, language: str) -> str:
    """Return the page *name* of the help in Markdown, in English where *language* lacks it.

    Raises ResourceError where there is no such page.
    """
    own = _folder("resources") / "help" / f"{_plain(name)}.{_plain(language)}.md"
    path = own if own.is_file() else resource_path("help", f"{_plain(name)}.en.md")
    return path.read_text(encoding="utf-8")


def languages() -> tuple[str, ...]:
    """Return the languages of the window, English first: ``("en", "de", "ja")``."""
    found = sorted(
        path.stem.removeprefix("copydesk_")
        for path in _folder("resources").joinpath("translations").glob("copydesk_*.qm")
    )
    return ("en", *(language for language in found if language != "en"))


def translation_path(locale: str) -> Path | None:
    """Return the translation for *locale* (``"de"``, ``"de_AT"``), or None for plain English."""
    for name in (locale, locale.replace("-", "_").split("_")[0]):
        path = _folder("resources") / "translations" / f"copydesk_{_plain(name)}.qm"
        if path.is_file():
            return path
    return None


def sample_pairs() -> Path:
    """Return the pair list of the sample pairs; raises ResourceError where it is missing."""
    return _existing(_folder("seeds") / "pairs.csv")
