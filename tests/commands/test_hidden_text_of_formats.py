"""Hidden text from the file to the report: the same words, whatever the format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gui.commands.compare import main
from tests.documents.builders import docx, drawn_pdf, odt

SEEN = ("The gulls moved to the old mill on Monday.", "Nobody had asked them to leave the harbour.")
UNSEEN = "Seven green hats sing."
STYLE = "<style:style style:name='S'><style:text-properties text:display='none'/></style:style>"


def _page() -> bytes:
    hidden = f"<span style='opacity:0'>{UNSEEN}</span>"
    return f"<!doctype html><body><p>{SEEN[0]} {hidden}</p><p>{SEEN[1]}</p>".encode()


def _word_file() -> bytes:
    run = "<w:r>{}<w:t xml:space='preserve'>{}</w:t></w:r>"
    hidden = run.format("<w:rPr><w:vanish/></w:rPr>", f" {UNSEEN}")
    return docx(f"<w:p>{run.format('', SEEN[0])}{hidden}</w:p><w:p>{run.format('', SEEN[1])}</w:p>")


def _text_document() -> bytes:
    hidden = f"<text:span text:style-name='S'>{UNSEEN}</text:span>"
    body = f"<text:p>{SEEN[0]} {hidden}</text:p><text:p>{SEEN[1]}</text:p>"
    return odt(body, styles=STYLE)


def _rich_text() -> bytes:
    return rf"{{\rtf1\ansi {SEEN[0]} {{\v {UNSEEN}}}\par {SEEN[1]}\par}}".encode()


def _print() -> bytes:
    lines = ((700, "0 g", SEEN[0]), (685, "1 g", UNSEEN), (650, "0 g", SEEN[1]))
    return drawn_pdf("".join(
        f"BT {ink} /F 12 Tf 1 0 0 1 70 {y} Tm ({said}) Tj ET\n" for y, ink, said in lines
    ))  # fmt: skip


FILES = {
    "copy.html": _page,
    "copy.docx": _word_file,
    "copy.odt": _text_document,
    "copy.rtf": _rich_text,
    "copy.pdf": _print,
}


@pytest.mark.parametrize("name", FILES)
def test_hidden_text_is_added_evidence_and_changes_no_figure(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "reference.txt").write_text("\n\n".join(SEEN), encoding="utf-8")
    (tmp_path / name).write_bytes(FILES[name]())
    paths = [str(tmp_path / "reference.txt"), str(tmp_path / name)]
    assert main(["--format", "json", *paths]) == 0
    found = json.loads(capsys.readouterr().out)
    candidate = found["candidate"]
    assert [candidate["text"][a:b] for a, b in candidate["hidden"]] == [UNSEEN]
    assert candidate["hidden_words"] == 4
    assert set(found["similarity"].values()) == {1.0}
    assert [section["kind"] for section in found["sections"]] == ["paired", "paired"]
    span = candidate["hidden"][0]
    assert found["changes"] == [
        {"kind": "added", "section": 0, "reference": None, "candidate": span, "hidden": True}
    ]
    assert main(paths) == 0
    said = capsys.readouterr().out
    assert f"{{+⟦{UNSEEN}⟧+}}" in said
    assert "hidden text, counted apart: 4 words in the candidate" in said
    assert main(["--format", "html", *paths]) == 0
    page = capsys.readouterr().out
    assert f">{UNSEEN}</span></ins>" in page
    assert "4 hidden words in the candidate" in page
