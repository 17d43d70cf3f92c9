"""Every before → after example in a docstring of the core is a test."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import gui.compare
import gui.documents
import gui.labels
import gui.reports

PACKAGES = (gui.compare, gui.documents, gui.labels, gui.reports)


def core_modules() -> list[str]:
    names = []
    for package in PACKAGES:
        names.append(package.__name__)
        found = pkgutil.walk_packages(package.__path__, package.__name__ + ".")
        names.extend(module.name for module in found)
    return names


@pytest.mark.parametrize("name", core_modules())
def test_examples(name: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(name), report=False)
    assert failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [
        test
        for name in core_modules()
        for test in finder.find(importlib.import_module(name))
        if test.examples
    ]
    assert len(found) > 30
