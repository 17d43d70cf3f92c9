"""The house: what may stand where, and what may know what."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.source_trees import nodes_of, tree_of

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "gui").rglob("*.py"))
CORE = ("messages", "documents", "lexicon", "compare", "labels", "reports", "agreement")
KNOWN_AT_THE_TOP = {
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "gui",
    "resources",
    "tests",
    "seeds",
}


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )


# Who may write to the standard streams, and why.
MAY_PRINT = {
    "gui/commands/output.py": "the door: what goes through it is legible",
    "gui/app.py": "Qt ends the process there",
    "gui/errors.py": "where no log can be written",
    "gui/training/__main__.py": "a tool of developers: figures, and names made legible",
}


def test_everything_printed_goes_through_one_door() -> None:
    found = {
        path.relative_to(ROOT).as_posix() for path in SOURCES if any(map(prints, nodes_of(path)))
    }
    assert found == MAY_PRINT.keys()


def prints(node: ast.AST) -> bool:
    """Whether *node* calls print, or names a standard stream of ours that is written to."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id == "print"
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.value.id == "sys" and node.attr in ("stdout", "stderr", "__stderr__")
    return False


def tracked() -> list[str]:
    run = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if run.returncode:
        pytest.skip("not a git checkout")
    return [name for name in run.stdout.split("\0") if name]


@pytest.mark.parametrize(
    "modules",
    [
        *(f"gui.{name}" for name in CORE),
        "gui.resources",
        "gui.commands",
        "gui.commands.compare",
        "gui.commands.labels",
    ],
)
def test_the_core_loads_without_qt(modules: str) -> None:
    run = run_python(
        "import sys; sys.modules['PySide6'] = None; sys.modules['shiboken6'] = None\n"
        f"import {modules}"
    )
    assert run.returncode == 0, run.stderr


def test_copydesk_compare_pays_for_no_library_that_it_does_not_use() -> None:
    run = run_python(
        "import sys; from gui.commands.compare import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = ('PySide6', 'diff_match_patch', 'rapidfuzz', 'regex', 'lxml')\n"
        "print([m for m in heavy if m in sys.modules])"
    )
    assert run.stdout.splitlines()[-1] == "[]", run.stdout + run.stderr


def test_no_table_is_read_before_the_first_comparison() -> None:
    run = run_python(
        "import gui.resources as r; r.resource_path = None; r.read_table = None\n"
        "import gui.compare.pipeline"
    )
    assert run.returncode == 0, run.stderr


def test_two_texts_are_compared_without_the_libraries_of_other_formats(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("The ferry came back to the harbour on Monday.", encoding="utf-8")
    run = run_python(
        "import sys; from gui.commands.compare import main\n"
        f"assert main([{str(text)!r}, {str(text)!r}]) == 0\n"
        "print([m for m in ('PySide6', 'trafilatura', 'lxml') if m in sys.modules])"
    )
    assert run.stdout.splitlines()[-1] == "[]", run.stdout + run.stderr


def test_arrows_point_downwards_only() -> None:
    """The contracts of pyproject.toml hold (import-linter)."""
    pytest.importorskip("importlinter")
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_imports_inside_the_program_are_relative() -> None:
    absolute = {
        str(path.relative_to(ROOT)): [name for name in named if name.split(".")[0] == "gui"]
        for path in SOURCES
        if "gui" in path.read_text(encoding="utf-8")
        for named in [absolutely_imported(path)]
    }
    assert len(absolute) > 5, "some name it in other places"
    assert {path: names for path, names in absolute.items() if names} == {}


def absolutely_imported(path: Path) -> list[str]:
    return [
        name
        for node in nodes_of(path)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom) and node.level == 0
            else []
        )
    ]


@pytest.mark.parametrize("folder", ["gui", "tests"])
def test_no_two_modules_have_one_name(folder: str) -> None:
    of_each_folder = ("__init__.py", "__main__.py", "conftest.py")
    names = [path.name for path in (ROOT / folder).rglob("*.py")]
    names = [name for name in names if name not in of_each_folder]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("folder", ["gui", "tests"])
def test_no_module_is_too_long_to_be_one_idea(folder: str) -> None:
    sizes = {
        str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n")
        for path in (ROOT / folder).rglob("*.py")
    }
    assert [path for path, lines in sizes.items() if lines > 500] == []


def test_no_class_is_too_large_to_be_one_idea() -> None:
    """It has at most 25 public methods, properties included."""
    sizes = {
        f"{path.relative_to(ROOT)}: {node.name}": len(public_methods(node))
        for path in SOURCES
        for node in nodes_of(path)
        if isinstance(node, ast.ClassDef)
    }
    assert max(sizes.values()) > 20, "the methods are counted"
    assert [name for name, methods in sizes.items() if methods > 25] == []


def public_methods(node: ast.ClassDef) -> set[str]:
    """Return the names of the methods of a class that do not begin with an underscore."""
    functions = ast.FunctionDef | ast.AsyncFunctionDef
    named = {part.name for part in node.body if isinstance(part, functions)}
    return {name for name in named if not name.startswith("_")}


# Types that had one name when this test was written; each should lose one of them.
SHARED_NAMES = frozenset(
    "Band Block Bounds Column Counts Floats Integers Link Mark Part Passage Place Places Row Rows "
    "Run Sides Sums Swap Tally".split()
)


def test_no_two_types_have_one_name() -> None:
    """Neither classes nor what is short for a type, such as a tuple of certain things."""
    names = [
        name
        for path in SOURCES
        for node in tree_of(path).body
        for name in [type_named_by(node)]
        if name and not name.startswith("_")
    ]
    assert {name for name in names if names.count(name) > 1} <= SHARED_NAMES


def type_named_by(node: ast.stmt) -> str:
    """Return the name of the class or type that a statement defines, or nothing."""
    if isinstance(node, ast.ClassDef):
        return node.name
    target: ast.expr | None = None
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript | ast.BinOp):
        target = node.targets[0]
    elif isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias":
        target = node.target
    is_type = isinstance(target, ast.Name) and re.fullmatch(r"[A-Z]\w*[a-z]\w*", target.id)
    return target.id if isinstance(target, ast.Name) and is_type else ""


def test_no_module_gives_a_name_twice() -> None:
    """What stands first would be lost, or say the same once more."""
    for path in [*SOURCES, *sorted((ROOT / "tests").rglob("*.py"))]:
        names = []
        for node in tree_of(path).body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                names.append(node.name)
            elif isinstance(node, ast.Assign):
                names += [target.id for target in node.targets if isinstance(target, ast.Name)]
        assert sorted(names) == sorted(set(names)), path


@pytest.mark.parametrize("package", [*CORE, "review", "training", "commands", "widgets"])
def test_no_module_imports_one_that_imports_it(package: str) -> None:
    """Not even inside a function: whoever reads one of them would have to read both at once."""
    modules = {
        module_name(path): path for path in SOURCES if package in path.relative_to(ROOT).parts
    }
    imported = {name: imports_of(path) & modules.keys() for name, path in modules.items()}
    while free := {name for name, found in imported.items() if not found}:
        imported = {name: found - free for name, found in imported.items() if name not in free}
    assert not imported


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> set[str]:
    """Return the modules of ours that the module at *path* names; not those of an ``__init__``.

    A package hands out what its modules have, so that it imports all of them.
    """
    if path.name == "__init__.py":
        return set()
    package = module_name(path).split(".")[:-1]
    found = set()
    for node in nodes_of(path):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            source = ".".join([*base, *filter(None, [node.module])])
            found.add(source)
            found |= {f"{source}.{alias.name}" for alias in node.names}
    return found


# What Python calls so although anybody may use it.
PUBLIC_ALL_THE_SAME = {"os._exit", "sys._current_frames"}


def test_the_tests_use_what_the_program_uses() -> None:
    """They poke at no private attribute of an object, and import or replace no private name."""
    tests = sorted((ROOT / "tests").rglob("*.py"))
    poking = {str(path.relative_to(ROOT)): private_names(path) for path in tests}
    assert len(poking) > 200
    assert {path: names for path, names in poking.items() if names} == {}


def private_names(path: Path) -> list[str]:
    """Return the private names of others that the module at *path* uses."""
    private = re.compile(r"_(?!replace$|asdict$|fields$)[A-Za-z]\w*")
    reached = []
    for node in nodes_of(path):
        if isinstance(node, ast.ImportFrom):
            reached += [alias.name for alias in node.names if private.fullmatch(alias.name)]
        elif isinstance(node, ast.Attribute) and private.fullmatch(node.attr):
            if ast.unparse(node.value) not in ("self", "cls", "super()"):
                reached.append(ast.unparse(node))
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".setattr", ".patch")):
            named = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            texts = [name for name in named if isinstance(name, str)]
            reached += [n for n in texts if private.fullmatch(n.rpartition(".")[2])]
    return [name for name in reached if name not in PUBLIC_ALL_THE_SAME]


def test_what_is_private_and_what_is_absolute_is_told(tmp_path: Path) -> None:
    code = (
        "import gui.labels\nfrom gui import _x\nfrom . import y\nself._a.b\ny._c._replace()\n"
        "self.d._E\nmonkeypatch.setattr(y, '_f', 1)\nmonkeypatch.setattr('gui.labels._G', 1)\n"
    )
    path = tmp_path / "made.py"
    path.write_text(code, encoding="utf-8")
    assert sorted(private_names(path)) == ["_f", "_x", "gui.labels._G", "self.d._E", "y._c"]
    assert absolutely_imported(path) == ["gui.labels", "gui"]


@pytest.mark.parametrize("folder", [ROOT / "gui" / "review"])
def test_the_session_knows_no_widgets(folder: Path) -> None:
    for path in folder.rglob("*.py"):
        assert "QtWidgets" not in path.read_text(encoding="utf-8"), path


def test_nothing_else_stands_at_the_top() -> None:
    top = {name.split("/")[0] for name in tracked()}
    assert {name for name in top if not name.startswith(".")} == KNOWN_AT_THE_TOP


def test_no_module_level_object_is_changed() -> None:
    """Lists, dicts and sets at the top of a core module are constants, and no function rebinds one.

    What a function fills later would be shared by two windows of one process.
    """
    for name in CORE:
        for path in (ROOT / "gui" / name).rglob("*.py"):
            assert not [node for node in nodes_of(path) if isinstance(node, ast.Global)], path
            for node in tree_of(path).body:
                if not isinstance(node, ast.Assign):
                    continue
                if isinstance(node.value, ast.List | ast.Dict | ast.Set):
                    names = [ast.unparse(target) for target in node.targets]
                    assert all(re.fullmatch(r"_?[A-Z0-9_]+|__all__", n) for n in names), (
                        path,
                        names,
                    )


def test_the_page_about_the_code_names_things_that_exist() -> None:
    """Every name in back quotes on gui/README.md is a file, or is defined in one file of gui/."""
    page = (ROOT / "gui" / "README.md").read_text(encoding="utf-8")
    defined = [definitions(path.read_text(encoding="utf-8")) for path in SOURCES]
    names = set(re.findall(r"`([A-Za-z_][\w./-]*)(?:\(\))?`", page)) - {"copydesk", "painted"}
    assert len(names) > 60
    for name in sorted(names):
        if (ROOT / "gui" / name).exists() or (ROOT / name).exists():
            continue
        assert any(here.issuperset(name.split(".")) for here in defined), name


def test_the_picture_of_the_rooms_has_each_with_a_module_to_begin_with() -> None:
    picture = (ROOT / "gui" / "README.md").read_text(encoding="utf-8").split("```")[1]
    shown = set(re.findall(r"(\w+)/ {2,}(\w+)", picture))
    rooms = [path.parent for path in SOURCES if path.name == "__init__.py"]
    inner = {room for room in rooms if room.parents[1].name == "gui"}
    assert len(inner) > 15
    for room in inner:
        assert any((room / f"{name}.py").exists() for of, name in shown if of == room.name), room
    for room in (ROOT / "gui").glob("*/__init__.py"):
        assert re.search(rf"\b{room.parent.name}\b(?!/  )", picture), room
    for of, name in shown:
        assert any((room / f"{name}.py").exists() for room in inner if room.name == of), (of, name)


def test_each_room_says_where_to_begin() -> None:
    for path in SOURCES:
        if path.name == "__init__.py" and path.parent.name != "gui":
            said = ast.get_docstring(tree_of(path)) or ""
            assert "Begin " in said, path


def test_what_a_room_says_of_itself_is_there() -> None:
    """What an ``__init__`` names in back quotes stands in its room or above."""
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    named = 0
    for path in SOURCES:
        if path.name == "__init__.py":
            said = ast.get_docstring(tree_of(path)) or ""
            for name in re.findall(r"``?([A-Za-z_]\w*(?:\.\w+)*)``?", said):
                named += 1
                of_the_project = f"\n{name} = " in settings  # a command or an extra
                assert of_the_project or stands_near(path.parent, name), (path, name)
    assert named > 100


def stands_near(room: Path, name: str) -> bool:
    """Return whether *name* is a module or a room in *room* or above, or something in a module.

    That has a capital, or its module before it.
    """
    *modules, last = name.removeprefix("gui.").split(".")
    folders = [room, *(above for above in room.parents if (above / "__init__.py").exists())]
    for place in (folder.joinpath(*modules) for folder in folders):
        if (place / last).is_dir() or (place / f"{last}.py").exists():
            return True
        file = place.with_suffix(".py")
        inside = [file] if modules and file.exists() else sorted(place.glob("[!_]*.py"))
        if (modules or last[0].isupper()) and any(
            last in definitions(path.read_text(encoding="utf-8")) for path in inside
        ):
            return True
    return False


def test_the_page_about_the_work_names_things_where_they_are() -> None:
    """Where .github/CONTRIBUTING.md says that something is in a module, it is defined there."""
    page = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`(\w+)`\s+in\s+`((?:gui|tests)/[\w/]+\.py)`", page)
    assert len(named) > 5
    for name, place in named:
        assert name in definitions((ROOT / place).read_text(encoding="utf-8")), (name, place)


def definitions(code: str) -> set[str]:
    """Return the names of functions and classes in *code*, and those that something is put into."""
    values = re.findall(r"^\s*(\w+)\s*(?::[^=\n]+)?=", code, re.MULTILINE)
    return {*values, *re.findall(r"\b(?:def|class) (\w+)\b", code)}
