"""What the program says reaches the reviewer in the language that he chose."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gui.documents import DocumentError, load
from gui.documents.text.notices import notices_of
from gui.labels import PairListError, read_pairs
from gui.labels.pairs.pair_table import missing_document
from gui.labels.reconciling.file_problems import kept_in_journal, why_not_written
from gui.messages import Message
from gui.messages.about_accidents import AboutAccidents
from gui.messages.about_documents import AboutDocument
from gui.messages.about_pairs import AboutPairs
from gui.widgets.controls.qt_text import install_language, spoken_language, translated


@pytest.fixture
def german(speaking: Callable[[str], None]) -> None:
    speaking("de")


def refused(read: Callable[[Path], object], path: Path) -> Message:
    with pytest.raises((DocumentError, PairListError)) as error:
        read(path)
    return error.value.message


def test_in_english_nothing_is_changed(qapp: QApplication, tmp_path: Path) -> None:
    said = refused(load, tmp_path / "gone.txt")
    assert translated(said) == str(said)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("gone.txt", None, "Diese Datei gibt es nicht; prüfen Sie den Pfad."),
        ("empty.txt", b"", "Die Datei ist leer; wählen Sie eine mit Text."),
        ("white.txt", b" \n ", "Die Datei enthält keinen Text, nur Leerraum"),
        (
            "picture.png",
            b"\x89PNG\r\n",
            "Das ist kein Text, sondern etwas anderes (ein PNG-Bild).",
        ),
        (
            "packed.gz",
            b"\x1f\x8b123",
            "Das ist gepackt (eine komprimierte Datei); entpacken Sie es zuerst.",
        ),
        (
            "deep.html",
            b"<html>" + b"<div>" * 3000 + b"<p>deep",
            "Die Elemente der Seite sind tausendfach verschachtelt",
        ),
    ],
)
def test_a_document_that_cannot_be_read(
    name: str, content: bytes | None, expected: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    own = translated(refused(load, path))
    assert own.startswith(f"{path}: {expected}"), own


@pytest.mark.usefixtures("german")
def test_a_pair_list_that_cannot_be_used(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    said = [translated(refused(read_pairs, path))]
    for text in ("", "id,reference,candidate\n", "one,two\n1,2\n"):
        path.write_text(text, encoding="utf-8")
        said.append(translated(refused(read_pairs, path)))
    said.append(translated(refused(read_pairs, tmp_path)))
    for sentence in said:
        assert re.search(r"ist nicht da|enthält keine Paare|Es gibt keine Spalten", sentence), (
            sentence
        )


@pytest.mark.usefixtures("german")
def test_a_row_of_a_list_that_is_no_pair(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("id,reference,candidate\na,x.txt,y.txt\nb\n", encoding="utf-8")
    problems = [pair.problem or missing_document(pair, tmp_path) for pair in read_pairs(path).pairs]
    assert [translated(problem) for problem in problems] == [
        "Die Referenz x.txt ist nicht da.",
        "Zeile 2 der Liste ist zu kurz: sie hat 1 von 3 Spalten.",
    ]


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ENOSPC, "full"), "die Platte"),
        (OSError(errno.EROFS, "no"), "schreibgeschützt"),
        (FileNotFoundError(errno.ENOENT, "gone"), "Der Ordner"),
        (OSError(errno.EIO, "Input/output error"), "(Input/output error); es wird erneut versucht"),
    ],
)
def test_labels_that_cannot_be_written(error: OSError, expected: str) -> None:
    _, clause = why_not_written(error, Path("/data/labels.csv"))
    own = translated(kept_in_journal(clause, 0))
    assert own.startswith("Im Sicherungsjournal: ")
    assert expected.casefold() in own.casefold()


@pytest.mark.usefixtures("german")
def test_what_is_unusual_in_a_document() -> None:
    text = (
        "one\np\u0430ypal \u202ehidden\u202c\n\u041c\u043e\u0441\u043a\u0432\u0430 zero\u200bwidth"
    )
    own = [translated(notice.message) for notice in notices_of(text)]
    assert own
    assert all(re.search(r"Zeichen|Wort|Wörter", sentence) for sentence in own), own


@pytest.mark.usefixtures("german")
def test_what_another_program_did_to_the_label_file() -> None:
    added, changed = (
        Message(AboutAccidents.ROW_ADDED),
        Message(AboutAccidents.ROWS_CHANGED, count=2),
    )
    twice = Message(AboutAccidents.CHANGED_TWICE, name="a, b.csv", clause=added, last=changed)
    assert translated(twice) == (
        "a, b.csv wurde außerhalb dieses Fensters geändert: 1 Zeile hinzugefügt, 2 Zeilen geändert."
    )


@pytest.mark.usefixtures("german")
def test_names_are_not_translated() -> None:
    name = "it holds; the file is empty {x}"
    clause = Message(AboutDocument.NO_SUCH_FILE)
    own = translated(Message(AboutDocument.OF_FILE, name=name, clause=clause))
    assert own == f"{name}: Diese Datei gibt es nicht; prüfen Sie den Pfad."


@pytest.mark.usefixtures("german")
def test_numbers_are_grouped_as_the_language_has_it() -> None:
    clause = Message(AboutDocument.CONTROLS, count=12_000)
    assert str(clause) == "12,000 control characters"
    own = translated(Message(AboutDocument.FIRST_IN_LINE, clause=clause, line=3_000))
    assert own == "12.000 Steuerzeichen, zuerst in Zeile 3.000."
    row = Message(AboutPairs.ROW_WITHOUT_REFERENCE, row=12_000)  # a number that names one
    assert translated(row) == "Zeile 12000 der Liste nennt keine Referenz."


@pytest.mark.usefixtures("german")
def test_a_name_may_hold_parts_of_the_sentence(tmp_path: Path) -> None:
    path = tmp_path / "there is no such file; check the path..txt"
    own = translated(refused(load, path))
    assert own == f"{path}: Diese Datei gibt es nicht; prüfen Sie den Pfad."


@pytest.mark.usefixtures("german")
def test_a_row_that_is_nested_too_deeply(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    deep = "[" * 100_000
    path.write_text(f'{{"id": "x", "reference": {deep}\n{{"reference": "a", "candidate": "b"}}\n')
    assert translated(read_pairs(path).pairs[0].problem) == (
        "Zeile 1 der Liste ist zu tief verschachtelt; geben Sie jeder Spalte einen Text oder "
        "eine Zahl."
    )


@pytest.mark.parametrize(
    ("choice", "desktop", "spoken"),
    [
        ("en", ["de-DE"], "en"),
        ("xx", ["de-DE"], "en"),
        ("system", ["xx-XX", "en-GB"], "en"),
        ("", [], "en"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_desktops(
    choice: str, desktop: list[str], spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        QLocale,
        "system",
        staticmethod(lambda: type("Desktop", (), {"uiLanguages": lambda self: desktop})()),
    )
    assert spoken_language(choice) == spoken


def test_a_language_can_be_changed_and_leaves_nothing_behind(qapp: QApplication) -> None:
    before = QLocale()
    try:
        for choice in ("en", "en"):
            assert install_language(qapp, choice) == "en"
        found = qapp.findChildren(QTranslator, "language")
        assert len(found) <= 4
    finally:
        for translator in qapp.findChildren(QTranslator, "language"):
            qapp.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(before)
