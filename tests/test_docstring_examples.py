"""Every before → after example in a docstring of the core is a test."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import pkgutil
import re

import pytest

import gui.compare
import gui.documents
import gui.labels
import gui.lexicon
import gui.reports
import gui.training

PACKAGES = (gui.compare, gui.documents, gui.labels, gui.lexicon, gui.reports, gui.training)
# Packages in which no docstring shows an example as prose, which nothing would run.
WITHOUT_PROSE = (gui.documents, gui.lexicon, gui.reports, gui.training)
PROSE = re.compile(r"``(?: \([^()]*\))? → |Before → after")


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


def test_what_claims_to_be_an_example_is_run() -> None:
    prefixes = tuple(f"{package.__name__}." for package in WITHOUT_PROSE)
    found = []
    for name in filter(lambda name: name.startswith(prefixes), core_modules()):
        for node in ast.walk(ast.parse(inspect.getsource(importlib.import_module(name)))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
                said = ast.get_docstring(node) or ""
                found += [f"{name}: {said}"] if PROSE.search(said) else []
    assert not found
