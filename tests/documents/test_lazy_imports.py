"""No one pays for a format that he does not use: seen from a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents.builders import docx, pdf, word_paragraphs

HEAVY = (
    "PySide6 chardet ftfy lxml markdown_it multiprocessing pypdfium2 socket trafilatura "
    "subprocess urllib3 zlib_ng gui.documents.pages.article "
    "email gui.documents.pages.article_data gui.documents.formats.epub gui.documents.formats.mail "
    "gui.documents.formats.open_document gui.documents.formats.rtf gui.documents.formats.word "
    "gui.documents.text.encoding_guess gui.documents.text.word_letters"
).split()
REPORT = """
import sys
from gui.documents import load
for path in sys.argv[2:]:
    assert load(path).words
print(*(name for name in sys.argv[1].split() if name in sys.modules))
"""


def imported(*paths: Path) -> set[str]:
    ended = subprocess.run(
        [sys.executable, "-c", REPORT, " ".join(HEAVY), *map(str, paths)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=True,
    )
    return set(ended.stdout.split())


def test_plain_text_loads_no_library_of_another_format(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“A café”, plain as can be. Привет.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("As plain\n", encoding="ascii")
    assert imported(tmp_path / "a.txt", tmp_path / "b.txt") == set()


@pytest.mark.parametrize(
    ("name", "data", "needed"),
    [
        ("a.md", b"# A\n\nb", {"subprocess"}),
        ("a.html", b"<!doctype html><p>A", {"subprocess"}),
        ("a.txt", "Größe und Maß, Öl".encode("latin-1"), {"subprocess"}),
        ("a.docx", docx(word_paragraphs(["x"])), {"subprocess"}),
        ("a.pdf", pdf([[(50, 700, 12, "x")]]), {"subprocess"}),
        ("a.txt", "Itâ€™s".encode(), {"ftfy"}),
    ],
)
def test_each_format_loads_only_its_own(
    tmp_path: Path, name: str, data: bytes, needed: set[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    assert imported(tmp_path / name) == needed
