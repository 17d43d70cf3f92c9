"""Finds an article with trafilatura, loaded without its modules that fetch and date pages.

trafilatura brings along what it needs to fetch pages, date them and guess their encoding: more than
half of its loading time, and nothing that is ever called here. Inside ``deferred``, such libraries
are not loaded; imports from them give placeholders, which load the library when they are used.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from importlib.abc import Loader

# What pages are fetched, decoded and dated with: more than half of the time to load trafilatura.
# justext is asked only where the rest finds little.
_NOT_AT_ONCE = (
    *("certifi", "charset_normalizer", "courlan", "htmldate", "justext", "urllib3"),
    "trafilatura.downloads",
)


@contextmanager
def deferred(libraries: Sequence[str]) -> Iterator[None]:
    """Let imports of *libraries*, given by their modules' names, wait until they are used.

    Libraries that are already loaded are not affected. Other threads must not import meanwhile:
    they would get placeholders, too.

    >>> with deferred(["wave"]):
    ...     from wave import open as opened
    >>> "wave" in sys.modules
    False
    >>> opened.__name__, "wave" in sys.modules
    ('open', True)
    """
    finder = _Finder(tuple(name for name in libraries if name not in sys.modules))
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        finder.give_up()


class _Finder:
    """Finds deferred libraries, and makes an empty module for each.

    The classes of ``importlib.abc`` would say so, too, but load more than they are worth here.
    """

    def __init__(self, libraries: tuple[str, ...]) -> None:
        self._libraries = libraries
        self._made: list[_Module] = []

    def give_up(self) -> None:
        """Stop finding anything, so that the real libraries are found."""
        if self in sys.meta_path:
            sys.meta_path.remove(self)
        for module in self._made:
            if sys.modules.get(module.__name__) is module:
                del sys.modules[module.__name__]

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not any(f"{fullname}.".startswith(f"{name}.") for name in self._libraries):
            return None
        return ModuleSpec(fullname, cast("Loader", self), is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = _Module(spec.name, self)
        self._made.append(module)
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Leave the module empty."""


class _Module(ModuleType):
    """A deferred module: every name in it is a placeholder."""

    def __init__(self, name: str, finder: _Finder) -> None:
        super().__init__(name)
        self.finder = finder

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what the import system asks for
            raise AttributeError(name)
        return _Placeholder(self, name)


class _Placeholder:
    """Stands for a name of a module, which is imported with the first use of it.

    It can be called, asked for attributes, be a class to inherit from or to be an instance of,
    and be a part of a type.
    """

    def __init__(self, module: _Module, name: str) -> None:
        self._from = module, name

    def _real(self) -> Any:
        module, name = self._from
        # Used at once, nothing waits any longer: the libraries may need each other.
        module.finder.give_up()
        return getattr(import_module(module.__name__), name)

    def __call__(self, *args: Any, **named: Any) -> Any:
        return self._real()(*args, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real(), name)

    def __instancecheck__(self, value: object) -> bool:
        # Of a module that nobody has loaded, nothing can be an instance.
        loaded = sys.modules.get(self._from[0].__name__)
        is_loaded = loaded is not None and not isinstance(loaded, _Module)
        return is_loaded and isinstance(value, self._real())

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[Any, ...]:
        return (self._real(),)

    def __or__(self, other: object) -> Any:
        return Any

    __ror__ = __or__


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
