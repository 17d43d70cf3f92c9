"""Libraries that wait until they are called: what comes of them is what an import gives."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from gui.documents.pages.extractor import deferred

SETTING = """
class Page: pass
class Failed(ValueError): pass
def opened(*, by): return by + "!"
LIMIT = {"seconds": 30}
"""
PAGES = """
import json, sys
from lxml import html
from gui.documents.pages.extractor import main_text

waiting = [name for name in sys.argv[1].split() if name in sys.modules]
prose = "The ferry came back to the harbour on Monday, with %d people and a goat on board. "
many = "".join(f"<p>{(prose % n) * 3}</p>" for n in range(9))
pages = [f"<html><body><nav><a href='x'>Sport</a></nav>{of}</body></html>" for of in
         (f"<article>{many}</article>", f"<p>{prose % 2}</p>", "<ul><li>Sport<li>Trade</ul>")]
found = [main_text(html.fromstring(page)) for page in pages]
print(json.dumps([waiting, [f is not None and " ".join(f.itertext()) for f in found]]))
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    for name in ("setting_out", "setting_out/inner"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(SETTING)
    (tmp_path / "user_of_it.py").write_text(
        "import setting_out\n"
        "from setting_out.inner import LIMIT, Page, opened\n"
        "Kind = int | Page | str\n"
        "def is_page(value): return isinstance(value, Page)\n"
    )
    (tmp_path / "user_at_once.py").write_text(
        "from setting_out.inner import Failed\nclass Late(Failed): pass\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("setting_out", "setting_out.inner", "user_of_it", "user_at_once"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return "setting_out"


def test_a_library_waits_until_something_of_it_is_used(library: str) -> None:
    with deferred([library]):
        import user_of_it  # type: ignore[import-not-found]
    assert not user_of_it.is_page("a page")
    assert not {"setting_out", "setting_out.inner"} & set(sys.modules)
    assert user_of_it.LIMIT.get("seconds") == 30
    assert user_of_it.opened(by="hand") == "hand!"
    from setting_out.inner import Page  # type: ignore[import-not-found]

    assert user_of_it.is_page(Page())
    assert user_of_it.setting_out.opened(by="key") == "key!"


def test_what_is_inherited_from_is_loaded_at_once(library: str) -> None:
    with deferred([library]):
        import user_at_once  # type: ignore[import-not-found]
    assert issubclass(user_at_once.Late, ValueError)


def test_what_was_loaded_before_is_taken_as_it_is(library: str) -> None:
    import setting_out.inner  # type: ignore[import-not-found]

    with deferred([library]):
        import user_of_it
    assert user_of_it.Page is setting_out.inner.Page


def test_pages_are_extracted_alike_without_what_fetches_and_dates_them() -> None:
    waiting = "charset_normalizer courlan htmldate urllib3 justext ssl trafilatura.downloads"

    def found(before: str) -> list[object]:
        ended = subprocess.run(
            [sys.executable, "-c", before + PAGES, waiting],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[3],
            check=True,
        )
        return list(json.loads(ended.stdout))

    loaded, texts = found("")
    assert loaded == []
    assert found("import trafilatura\n") == [waiting.split(), texts]
