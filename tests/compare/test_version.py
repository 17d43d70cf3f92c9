"""The version of comparisons changes with all that decides a result."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.compare import version
from gui.compare.version import comparison_version
from gui.resources import resource_path


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    comparison_version.cache_clear()
    yield
    comparison_version.cache_clear()


def again() -> str:
    comparison_version.cache_clear()
    return comparison_version()


def test_another_weight_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = again()
    assert again() == before
    model = shutil.copytree(resource_path("model"), tmp_path / "model")
    monkeypatch.setattr(version, "resource_path", lambda *_: model)
    assert again() == before
    (model / "weights.json").write_text("{}", encoding="utf-8")
    assert again() != before


def test_what_is_made_of_comparisons_has_a_version_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gui" / "reports").mkdir(parents=True)
    monkeypatch.setattr(version, "__file__", str(tmp_path / "gui" / "compare" / "version.py"))
    before, of_reports = comparison_version(), comparison_version("reports")
    (tmp_path / "gui" / "reports" / "page.py").write_text("PAGE = 1\n", encoding="utf-8")
    comparison_version.cache_clear()
    assert comparison_version() == before
    assert comparison_version("reports") != of_reports


def test_another_rule_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "gui"
    for room in ("compare", "documents", "lexicon"):
        (package / room / "inner").mkdir(parents=True)
    monkeypatch.setattr(version, "__file__", str(package / "compare" / "version.py"))
    found = {again()}
    for room in ("compare", "documents", "lexicon"):
        for place in ("rule.py", "inner/further_rule.py"):
            (package / room / place).write_text("RULE = 1\n", encoding="utf-8")
            found.add(again())
    monkeypatch.setattr(version, "__version__", "99.0")
    found.add(again())
    assert len(found) == 8
