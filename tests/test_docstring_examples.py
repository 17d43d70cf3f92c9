"""Every before → after example in a docstring is a test."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest

import gui.agreement
import gui.commands
import gui.compare
import gui.documents
import gui.find
import gui.labels
import gui.lexicon
import gui.messages
import gui.reports
import gui.review
import gui.training
import gui.widgets
from gui.compare import compare
from gui.documents import read_text
from tests.compare.oracle import told

PACKAGES = (
    *(gui.compare, gui.documents, gui.labels, gui.lexicon, gui.reports, gui.training),
    *(gui.review, gui.widgets, gui.commands, gui.agreement, gui.find, gui.messages),
)
# An example that is written as prose, so that nothing runs it.
PROSE = re.compile(r"``(?: \([^()]*\))? → |Before → after")


def changes(reference: str, candidate: str) -> None:
    """Print the changes between two texts on one line, as the examples of ``gui.compare`` do."""
    print(told(compare(read_text(reference), read_text(candidate))))


def sections(reference: str, candidate: str) -> None:
    """Print the kinds of the sections of two texts on one line."""
    found = compare(read_text(reference), read_text(candidate)).sections
    print(", ".join(section.kind.value for section in found))


def module_names() -> list[str]:
    top = pkgutil.iter_modules(gui.__path__)
    names = [f"gui.{each.name}" for each in top if not each.ispkg and each.name != "__main__"]
    for package in PACKAGES:
        names.append(package.__name__)
        found = pkgutil.walk_packages(package.__path__, package.__name__ + ".")
        names.extend(module.name for module in found)
    return names


@pytest.mark.parametrize("name", module_names())
def test_examples(name: str) -> None:
    runner = doctest.DocTestRunner()
    for test in examples(name):
        runner.run(test)
    assert runner.failures == 0


def examples(name: str) -> list[doctest.DocTest]:
    """Return the docstrings of a module that have examples.

    The others would be run as well, and before each of them Python asks for the times of all
    source files; most modules have none and need not be searched for them.
    """
    module = importlib.import_module(name)
    if ">>>" not in inspect.getsource(module):
        return []
    helpers = {"changes": changes, "sections": sections} if name.startswith("gui.compare") else {}
    return [
        test for test in doctest.DocTestFinder().find(module, extraglobs=helpers) if test.examples
    ]


def test_there_are_examples() -> None:
    assert sum(len(examples(name)) for name in module_names()) > 30


def test_an_example_that_does_not_hold_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "wrong_example.py").write_text('"""\n>>> 1 + 1\n3\n"""\n', encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(AssertionError):
        test_examples("wrong_example")


def test_what_claims_to_be_an_example_is_run() -> None:
    found = []
    for name in module_names():
        source = inspect.getsource(importlib.import_module(name))
        if not PROSE.search(source):
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
                said = ast.get_docstring(node) or ""
                found += [f"{name}: {said}"] if PROSE.search(said) else []
    assert not found
