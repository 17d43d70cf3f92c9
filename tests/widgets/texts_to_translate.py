"""Finds the texts of the program that are to be translated, by reading its code.

Qt's lupdate finds the same texts, but overlooks that a text counts something where the
number is not written as a digit.
"""

from __future__ import annotations

import ast
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gui.resources import resource_path
from gui.widgets.reports.report_writing import CONTEXT
from tests.source_trees import tree_of

GUI = Path(__file__).parents[2] / "gui"


@dataclass(frozen=True, order=True)
class Text:
    """A text to be translated; ``counts`` where it has a form for one and a form for many."""

    context: str
    source: str

    @property
    def counts(self) -> bool:
        """True where the text counts something."""
        return "%n" in self.source


class Unreadable(Exception):
    """A call from which no text can be told; the message says where it is."""


@cache
def texts_of_the_program() -> frozenset[Text]:
    """Return all texts of gui/."""
    found: set[Text] = set()
    for folder in (GUI / "review", GUI / "widgets", GUI / "commands", GUI / "messages"):
        for path in sorted(folder.rglob("*.py")):
            found.update(_walk(tree_of(path), "", path.name))
    for path in sorted(GUI.glob("*.py")):
        found.update(_walk(tree_of(path), "", path.name))
    for path in sorted((GUI / "reports").rglob("*.py")):
        found.update(_reported(tree_of(path), path.name))
    return frozenset(found)


def texts_of_reports(code: str, name: str = "code") -> set[Text]:
    """Return the texts that a report says in *code*, see gui/reports/wording.py."""
    return set(_reported(ast.parse(code), name))


def _reported(tree: ast.Module, name: str) -> Iterator[Text]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        if node.func.attr == "say" or (node.func.attr == "count" and len(node.args) == 2):
            yield Text(CONTEXT, _written(node.args[0], node, name))


def texts_in(code: str, name: str = "code") -> set[Text]:
    """Return the texts in *code*; raise Unreadable for a text that is not written out."""
    return set(_walk(ast.parse(code), "", name))


def _walk(node: ast.AST, context: str, name: str) -> Iterator[Text]:
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call):
            yield from _text(child, context, name)
        yield from _walk(child, inside, name)


def _text(call: ast.Call, context: str, name: str) -> Iterator[Text]:
    what = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if what == "tr":
        yield Text(context, _written(call.args[0], call, name))
    elif what == "QT_TRANSLATE_NOOP" or (what == "translate" and _names_a_context(call)):
        yield Text(_written(call.args[0], call, name), _written(call.args[1], call, name))


def _names_a_context(call: ast.Call) -> bool:
    """Tell a text from a table's, whose texts are marked where they stand, and from bytes'."""
    return (
        len(call.args) > 1 and isinstance(call.args[0], ast.Constant) and bool(call.args[0].value)
    )


def _written(argument: ast.expr, call: ast.Call, name: str) -> str:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    raise Unreadable(f"{name}, line {call.lineno}: the text is not written out")


def finished(language: str) -> dict[Text, list[str]]:
    """Return the translations in the source file of *language* that are finished."""
    root = ET.fromstring(resource_path("translations", f"copydesk_{language}.ts").read_bytes())
    found: dict[Text, list[str]] = {}
    for context in root.iter("context"):
        for message in context.iter("message"):
            text = Text(context.findtext("name") or "", message.findtext("source") or "")
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found[text] = forms or [translation.text or ""]
    return found
