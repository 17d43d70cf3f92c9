"""The one place that looks whether a library is installed that only an extra of Copydesk brings."""

from __future__ import annotations

from importlib.util import find_spec


def is_installed(module: str) -> bool:
    """Tell whether *module* can be imported; it is not loaded for that.

    >>> is_installed("json"), is_installed("no_such_package.module")
    (True, False)
    """
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # not even the package that it is in
        return False
