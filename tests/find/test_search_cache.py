"""What a search has cached is passed over as soon as the code that found it is another one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.find import search_cache
from gui.find.search_cache import search_version
from gui.find.verifying.comparing_pairs import key_of


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    search_version.cache_clear()
    yield
    search_version.cache_clear()


def test_a_pair_has_another_key_after_each_change_of_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_cache, "__file__", str(tmp_path / "search_cache.py"))
    found = {key_of("a", "b")}
    (tmp_path / "verifying").mkdir()
    for place in ("search_cache.py", "verifying/verification.py"):
        (tmp_path / place).write_text("RULE = 1\n", encoding="utf-8")
        search_version.cache_clear()
        found.add(key_of("a", "b"))
    assert len(found) == 3
    assert key_of("a", "b") in found


def test_a_pair_has_another_key_after_a_change_of_the_comparison(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = key_of("a", "b")
    search_version.cache_clear()
    monkeypatch.setattr(search_cache, "comparison_version", lambda: "another")
    assert key_of("a", "b") != before
