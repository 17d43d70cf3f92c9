"""Every sentence of the catalogue is said somewhere, with its places, and in every language."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

import gui.messages
from gui.labels.file.csv_format import HeaderError
from gui.messages import Code, CopydeskError
from gui.messages.message_value import CONTEXT
from gui.resources import languages, translation_path
from tests.source_trees import nodes_of

GUI = Path(__file__).parents[2] / "gui"
Sources = list[tuple[Path, tuple[ast.AST, ...]]]
LOW = ("documents", "lexicon", "compare", "labels", "reports", "review")


def catalogues() -> list[type[Code]]:
    modules = [
        importlib.import_module(f"gui.messages.{found.name}")
        for found in pkgutil.iter_modules(gui.messages.__path__)
    ]
    return [
        member
        for module in modules
        for _, member in inspect.getmembers(module, inspect.isclass)
        if issubclass(member, Code) and member is not Code
    ]


CODES = [code for catalogue in catalogues() for code in catalogue]
BY_NAME = {str(code): code for code in CODES}


@pytest.fixture(scope="module")
def sources() -> Sources:
    """The parts of each module but those of the catalogue itself."""
    return [
        (path, nodes_of(path))
        for path in sorted(GUI.rglob("*.py"))
        if path.parent != GUI / "messages"
    ]


def called(node: ast.AST) -> str:
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


def places_of(english: str) -> list[str]:
    """The places as they are written, with what is said of numbers."""
    return sorted(part.split("}")[0] for part in english.split("{")[1:])


def test_no_sentence_has_two_codes() -> None:
    sentences = [code.value for code in CODES]
    assert len(sentences) > 170
    assert [text for text in set(sentences) if sentences.count(text) > 1] == []


@pytest.mark.parametrize("language", [name for name in languages() if name != "en"])
def test_each_code_is_translated_with_the_places_of_the_english(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(translation_path(language)))
    said = {code: translator.translate(CONTEXT, code.value) or "" for code in CODES}
    missing = [code.value for code, text in said.items() if not text]
    assert not missing, f"translate in copydesk_{language}.ts, then compile it: {missing}"
    for code, text in said.items():
        assert places_of(text) == places_of(code.value), code


def test_each_message_names_the_places_of_its_code(sources: Sources) -> None:
    calls = 0
    for path, nodes in sources:
        for node in nodes:
            if not isinstance(node, ast.Call) or called(node) != "Message":
                continue
            code = BY_NAME.get(ast.unparse(node.args[0]))
            if code is None:  # one of several, chosen at run time: making it checks its places
                of_another = isinstance(node.args[0], ast.Attribute) and node.args[0].attr == "code"
                chosen = isinstance(node.args[0], ast.Name | ast.Subscript) or of_another
                assert chosen, (path, node.lineno)
                continue
            calls += 1
            named = {keyword.arg for keyword in node.keywords}
            assert named == code.places.keys(), f"{path.name}, line {node.lineno}: {code}"
    assert calls > 120


def test_each_code_is_used(sources: Sources) -> None:
    used = {
        f"{node.value.id}.{node.attr}"
        for _, nodes in sources
        for node in nodes
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    assert BY_NAME.keys() - used == set()


def test_one_and_many_have_the_same_places_but_for_the_number() -> None:
    """What ``counted`` chooses from: ROW_ADDED and ROWS_ADDED, OTHER_WORD and OTHER_WORDS."""
    pairs = 0
    for code in CODES:
        if re.search(r"\b1\b", code.value):
            first, *others = code.name.split("_")
            names = (f"{code.name}S", "_".join((f"{first}S", *others)))
            many = [one for one in type(code) if one.name in names]
            assert [one.places.keys() for one in many] == [{*code.places, "count"}], code
            pairs += 1
    assert pairs >= 14


def errors() -> set[str]:
    """The names of all exceptions that carry a message."""
    assert issubclass(HeaderError, CopydeskError)
    found, waiting = set(), [CopydeskError]
    while waiting:
        kind = waiting.pop()
        found.add(kind.__name__)
        waiting += kind.__subclasses__()
    return found


@pytest.mark.parametrize("folder", LOW)
def test_no_low_layer_raises_a_sentence(folder: str, sources: Sources) -> None:
    kinds = errors()
    for path, nodes in sources:
        if path.is_relative_to(GUI / folder):
            for node in nodes:
                if isinstance(node, ast.Call) and called(node) in kinds:
                    for argument in node.args:
                        prose = isinstance(argument, ast.JoinedStr) or (
                            isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                        )
                        assert not prose, f"{path.name}, line {node.lineno}"


# Numbers that are never 1: fixed limits; and where one thing is named instead of counted.
NEVER_ONE = {
    *("MEGABYTES", "MEMORY", "TOO_LONG", "PASSED_OVER_MANY", "PASSED_OVER_MIXED"),
    *("FOLDER_OF_DOCUMENTS", "FOLDER_OF_MANY", "NOTHING_FOUND"),
}


@pytest.mark.parametrize("code", CODES, ids=str)
def test_what_is_counted_has_a_sentence_for_one(code: Code) -> None:
    assert not re.search(r"\w\(e?s\)", code.value), "say which of both it is"
    if "count" in code.places and code.name not in NEVER_ONE:
        names = {re.sub("S$", "", code.name), re.sub("S(?=_)", "", code.name, count=1)}
        assert [one for one in type(code) if one.name in names - {code.name}], "none for one"
