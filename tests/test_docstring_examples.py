"""Every before → after example in a docstring is a test."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import pkgutil
import re

import pytest

import gui.commands
import gui.compare
import gui.documents
import gui.labels
import gui.lexicon
import gui.reports
import gui.review
import gui.training
import gui.widgets
from gui.compare import ChangeKind, compare
from gui.documents import read_text

PACKAGES = (
    *(gui.compare, gui.documents, gui.labels, gui.lexicon, gui.reports, gui.training),
    *(gui.review, gui.widgets, gui.commands),
)
# An example that is written as prose, so that nothing runs it.
PROSE = re.compile(r"``(?: \([^()]*\))? → |Before → after")

SIGNS = {
    ChangeKind.SUBSTITUTION: "{} → {}",
    ChangeKind.MISSING: "-{}{}",
    ChangeKind.ADDED: "{}+{}",
    ChangeKind.LOOK_ALIKE: "{} ≈ {}",
    ChangeKind.MINOR: "{} ~ {}",
}


def changes(reference: str, candidate: str) -> None:
    """Print the changes between two texts on one line, as the examples of ``gui.compare`` do."""
    found = compare(read_text(reference), read_text(candidate)).changes
    texts = [
        [" ".join(span.of(text).split()) if span else "" for span, text in both]
        for both in (((c.reference, reference), (c.candidate, candidate)) for c in found)
    ]
    print(" | ".join(SIGNS[c.kind].format(*both) for c, both in zip(found, texts, strict=True)))


def sections(reference: str, candidate: str) -> None:
    """Print the kinds of the sections of two texts on one line."""
    found = compare(read_text(reference), read_text(candidate)).sections
    print(", ".join(section.kind.value for section in found))


def module_names() -> list[str]:
    names = []
    for package in PACKAGES:
        names.append(package.__name__)
        found = pkgutil.walk_packages(package.__path__, package.__name__ + ".")
        names.extend(module.name for module in found)
    return names


@pytest.mark.parametrize("name", module_names())
def test_examples(name: str) -> None:
    module = importlib.import_module(name)
    helpers = {"changes": changes, "sections": sections} if name.startswith("gui.compare") else {}
    failed, _ = doctest.testmod(module, report=False, extraglobs=helpers)
    assert failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [
        test
        for name in module_names()
        for test in finder.find(importlib.import_module(name))
        if test.examples
    ]
    assert len(found) > 30


def test_what_claims_to_be_an_example_is_run() -> None:
    found = []
    for name in module_names():
        for node in ast.walk(ast.parse(inspect.getsource(importlib.import_module(name)))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
                said = ast.get_docstring(node) or ""
                found += [f"{name}: {said}"] if PROSE.search(said) else []
    assert not found
