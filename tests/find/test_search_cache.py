"""What a search has cached is passed over as soon as the code that found it is another one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.compare import version
from gui.compare.version import comparison_version
from gui.find.verifying.comparing_pairs import key_of


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    comparison_version.cache_clear()
    yield
    comparison_version.cache_clear()


@pytest.mark.parametrize("room", ["find", "compare"])
def test_a_pair_has_another_key_after_each_change_of_the_code(
    room: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "gui"
    (package / room / "inner").mkdir(parents=True)
    monkeypatch.setattr(version, "__file__", str(package / "compare" / "version.py"))
    found = {key_of("a", "b")}
    for place in ("rule.py", "inner/further_rule.py"):
        (package / room / place).write_text("RULE = 1\n", encoding="utf-8")
        comparison_version.cache_clear()
        found.add(key_of("a", "b"))
    assert len(found) == 3
    assert key_of("a", "b") in found
