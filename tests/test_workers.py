"""How many processes share the tests, which stay together in one of them, which come first."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from .conftest import (
    FIRST,
    MOST_WORKERS,
    TOGETHER,
    import_tests,
    pytest_collection_modifyitems,
    pytest_configure,
    pytest_xdist_auto_num_workers,
    stays_with,
)

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def processors(monkeypatch: pytest.MonkeyPatch) -> Any:
    def set_to(number: int) -> None:
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(number), raising=False)

    return set_to


def workers(*asked: str) -> int:
    return pytest_xdist_auto_num_workers(cast("pytest.Config", SimpleNamespace(args=asked)))


@pytest.mark.parametrize(("number", "expected"), [(1, 0), (2, 4), (3, 6), (64, MOST_WORKERS)])
def test_a_folder_is_shared_by_more_processes_than_processors(
    processors: Any, number: int, expected: int
) -> None:
    processors(number)
    assert workers(str(ROOT / "tests")) == expected


def test_files_and_single_tests_start_no_workers(processors: Any) -> None:
    processors(8)
    here = str(Path(__file__))
    assert workers(here) == workers(f"{here}::test_one", here) == 0
    assert workers(here, str(ROOT / "tests" / "labels")) == 8


def imported(monkeypatch: pytest.MonkeyPatch, **worker: object) -> list[str]:
    """Return what a process imports before it collects the tests of a folder, in this order."""
    found: list[str] = []

    def import_module(name: str) -> None:
        found.append(name)
        raise ImportError(name)  # which is told when the file is collected

    config = SimpleNamespace(args=[str(ROOT / "tests" / "reports")], rootpath=ROOT, **worker)
    with monkeypatch.context() as patch:
        patch.setattr(importlib, "import_module", import_module)
        import_tests(cast("pytest.Config", config))
    return found


def test_each_process_begins_to_import_in_another_place(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = (
        imported(monkeypatch, workerinput={"workerid": name, "workercount": 2})
        for name in ("gw0", "gw1")
    )
    assert one == sorted(one) == sorted(two)
    assert one == two[-(len(one) // 2) :] + two[: -(len(one) // 2)]
    assert len(one) > 3
    assert one[0].startswith("tests.reports.test_")
    assert imported(monkeypatch) == []


def item(nodeid: str) -> pytest.Item:
    return cast("pytest.Item", SimpleNamespace(nodeid=nodeid))


def test_a_file_is_run_by_one_process_and_so_is_the_folder_that_builds_the_wheel() -> None:
    assert stays_with("tests/window/test_focus.py::test_a[x::y]") == "tests/window/test_focus.py"
    assert stays_with("tests/test_one.py::TestIt::test_b") == "tests/test_one.py"
    both = ("tests/packaging/test_wheel.py::test_a", "tests/packaging/test_desktop.py::test_b")
    assert len(set(map(stays_with, both))) == 1


def test_what_takes_long_comes_first_and_the_rest_as_it_was() -> None:
    names = ("tests/compare/test_b.py", "tests/window/test_a.py", "tests/packaging/test_a.py")
    items = [item(f"{name}::{test}") for name in names for test in ("test_2", "test_1")]
    in_order = [items[n] for n in (4, 5, 2, 3, 0, 1)]
    pytest_collection_modifyitems(items)
    assert items == in_order


def test_the_folders_named_are_there() -> None:
    assert all((ROOT / folder).is_dir() for folder in (*FIRST, *TOGETHER))


def test_bytecode_is_kept_where_the_environment_forbids_it_beside_the_sources(
    pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not pytestconfig.pluginmanager.has_plugin("cacheprovider"):
        pytest.skip("pytest keeps nothing in this run (-p no:cacheprovider)")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    pytest_configure(pytestconfig)
    kept = [sys.pycache_prefix, os.environ.get("PYTHONPYCACHEPREFIX")]
    assert kept == [str(pytestconfig.cache.mkdir("bytecode"))] * 2
    assert not sys.dont_write_bytecode
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ


def test_bytecode_beside_the_sources_stays_there(
    pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    pytest_configure(pytestconfig)
    assert sys.pycache_prefix is None
