"""Every regular expression of the program, found in its source.

Each call of ``re`` or ``regex`` that takes a pattern is found by its syntax and its pattern
evaluated in its module's own names. What a function builds from its arguments cannot be
evaluated so: BUILT says how to build it. A call that is neither is an error of the collection.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import regex

from tests.source_trees import nodes_of, tree_of

AnyPattern: TypeAlias = "re.Pattern[Any] | regex.Pattern[Any]"

ROOT = Path(__file__).resolve().parents[2]
# What a method does with a text: looks in it everywhere, at its start, or takes it as a whole.
WAYS = ("search", "match", "fullmatch")
_WAY = dict.fromkeys("search split findall finditer sub subn".split(), "search") | {
    "match": "match",
    "fullmatch": "fullmatch",
}
_TAKING_PATTERNS = frozenset(
    "compile search match fullmatch split findall finditer sub subn".split()
)


class Named(NamedTuple):
    """A pattern, where in the program it stands, and the ways in which it is used.

    The *place* is as in ``gui/documents/pages/markup.py:31``, *ways* are of WAYS.
    """

    place: str
    pattern: AnyPattern
    ways: frozenset[str]


class Site(NamedTuple):
    """A call that takes a pattern: its module, the function it stands in ("" for none)."""

    module: str
    function: str
    line: int
    call: ast.Call

    @property
    def place(self) -> str:
        return f"{self.module.replace('.', '/')}.py:{self.line}"


@cache
def sites() -> tuple[Site, ...]:
    """Return all calls in ``gui/`` that take a pattern."""
    found: list[Site] = []
    for path in sorted((ROOT / "gui").rglob("*.py")):
        if re.search(r"\b(?:re|regex)\s*\.", path.read_text(encoding="utf-8")):
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            found += _calls(tree_of(path), module, "")
    return tuple(found)


def _path(module: str) -> Path:
    return (ROOT / module.replace(".", "/")).with_suffix(".py")


def _calls(node: ast.AST, module: str, function: str) -> Iterator[Site]:
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.FunctionDef) else function
        if isinstance(child, ast.Call) and _takes_pattern(child.func):
            yield Site(module, inside, child.lineno, child)
        yield from _calls(child, module, inside)


def _takes_pattern(called: ast.expr) -> bool:
    return (
        isinstance(called, ast.Attribute)
        and isinstance(called.value, ast.Name)
        and called.value.id in ("re", "regex")
        and called.attr in _TAKING_PATTERNS
    )


@cache
def pattern_at(site: Site) -> AnyPattern:
    """Return the pattern of a call; raises NameError where it is made of a function's arguments."""
    names = vars(import_module(site.module))
    called = site.call.func
    assert isinstance(called, ast.Attribute)
    assert isinstance(called.value, ast.Name)
    flags = [k.value for k in site.call.keywords if k.arg == "flags"]
    # re.compile(p, flags), re.search(p, text, flags), but re.sub(p, new, text, count, flags)
    place = {"compile": 1, "sub": 4, "subn": 4, "split": 3}.get(called.attr, 2)
    flags += site.call.args[place : place + 1]
    given = [_value(each, names) for each in (site.call.args[0], *flags)]
    compiled: AnyPattern = names[called.value.id].compile(*given)
    return compiled


def _value(expression: ast.expr, names: dict[str, Any]) -> Any:
    return eval(compile(ast.Expression(expression), "<pattern>", "eval"), names)


def name_of(site: Site) -> str | None:
    """Return the name at the top of a module that is given to the pattern of a call, if any."""
    return next(
        (
            statement.targets[0].id
            for statement in tree_of(_path(site.module)).body
            if isinstance(statement, ast.Assign)
            and statement.value == site.call
            and isinstance(statement.targets[0], ast.Name)
        ),
        None,
    )


def ways_of(site: Site) -> frozenset[str]:
    """Return the ways in which the pattern of a call is used, all where that cannot be seen."""
    called = site.call.func
    assert isinstance(called, ast.Attribute)
    if called.attr != "compile":
        return frozenset({_WAY[called.attr]})
    name = name_of(site)
    # A name without an underscore may be used from elsewhere.
    if name is None or not name.startswith("_"):
        return frozenset(WAYS)
    methods, names = _uses(site.module)
    read = names.get(name, [])
    return frozenset(_WAY[methods[n]] if n in methods else way for n in read for way in WAYS)


@cache
def _uses(module: str) -> tuple[dict[ast.expr, str], dict[str, list[ast.Name]]]:
    """Return on what a module calls methods of patterns, and which, and each name's uses."""
    methods: dict[ast.expr, str] = {}
    names: dict[str, list[ast.Name]] = {}
    for node in nodes_of(_path(module)):
        if isinstance(node, ast.Attribute) and node.attr in _WAY:
            methods[node.value] = node.attr
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            names.setdefault(node.id, []).append(node)
    return methods, names


def _of_records() -> list[AnyPattern]:
    from gui.labels.file.csv_records import DELIMITERS, record_patterns

    return [pattern for delimiter in DELIMITERS for pattern in record_patterns(delimiter)]


def _of_rows() -> list[AnyPattern]:
    from gui.labels.pairs.pair_rows import proper_record

    return [proper_record(delimiter, width) for delimiter in ",\t" for width in (1, 4)]


def _of_entries() -> list[AnyPattern]:
    from gui.labels.journal.journal_entries import BODY

    return [BODY]


def _of_find() -> list[AnyPattern]:
    from gui.widgets.reading.text_search import pattern_for

    return [pattern_for(wanted) for wanted in ("a", "a a", "a a b", "a b a b c")]


def _of_weekdays() -> list[AnyPattern]:
    from gui.find.dating import month_names

    return [month_names.weekday_pattern()]


class Built(NamedTuple):
    """How the patterns that a function makes are made here, and the way they are used."""

    patterns: Callable[[], list[AnyPattern]]
    way: str


def _of_times() -> list[AnyPattern]:
    from gui.find.dating import clock_times

    # Several groups have one name, which only ``regex`` knows.
    pattern = re.sub(r"\(\?P<\w+>", "(", clock_times.clock_pattern().pattern)
    return [regex.compile(pattern)]


def _of_days() -> list[AnyPattern]:
    from gui.find.dating import month_names

    return [pattern for pattern, _ in month_names.day_patterns(frozenset({"mai", "tháng 5"}))]


BUILT = {
    ("gui.find.dating.clock_times", "clock_pattern"): Built(_of_times, "search"),
    ("gui.find.dating.month_names", "day_patterns"): Built(_of_days, "search"),
    ("gui.find.dating.month_names", "weekday_pattern"): Built(_of_weekdays, "search"),
    ("gui.labels.file.csv_records", "record_patterns"): Built(_of_records, "match"),
    ("gui.labels.pairs.pair_rows", "proper_record"): Built(_of_rows, "fullmatch"),
    ("gui.labels.journal.journal_entries", "_body_pattern"): Built(_of_entries, "fullmatch"),
    ("gui.widgets.reading.text_search", "pattern_for"): Built(_of_find, "search"),
}


def unknown() -> list[str]:
    """Return what to say of each call whose pattern cannot be told."""
    found = []
    for site in sites():
        if (site.module, site.function) not in BUILT:
            try:
                pattern_at(site)
            except NameError as error:
                found.append(f"{site.place}, {site.function}: {error}; say how in BUILT")
    return found


def all_patterns() -> list[Named]:
    """Return every pattern of the program."""
    found: dict[AnyPattern, Named] = {}
    for site in sites():
        built = BUILT.get((site.module, site.function))
        patterns = [pattern_at(site)] if built is None else built.patterns()
        ways = ways_of(site) if built is None else frozenset({built.way})
        for pattern in patterns:
            known = found.get(pattern)
            if known is None or not ways <= known.ways:
                ways = ways if known is None else ways | known.ways
                found[pattern] = Named(site.place, pattern, ways)
    return list(found.values())
