"""Whatever has a text, a setting or an option for each row of a table knows every row of it.

The tables are the minor kinds (`Options`), the kinds of furniture, the default labels
(`DEFAULT_LABELS`) and the formats of documents (`FORMATS`), and beside them the suffixes of lists.
Each test says which row a place lacks, and where that place is.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from email.message import EmailMessage
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox

from gui import settings
from gui.commands import compare as compare_command
from gui.commands import find as find_command
from gui.commands.arguments import Parser
from gui.commands.dataset_export import data_card
from gui.compare import FurnitureItem, FurnitureKind, FurnitureState, Options
from gui.documents import DocumentError
from gui.documents.document import ReadingOptions
from gui.documents.extraction import read_contents
from gui.documents.formats.format_table import FORMATS, DocumentFormat
from gui.documents.formats.mail import read_mail
from gui.documents.formats.recognition import OLE, is_mail, packed_format, text_format
from gui.labels import DEFAULT_LABELS, UNUSABLE, Label
from gui.labels.label_set_file import MOST_LABELS, read_label_set
from gui.labels.pairs.article_addresses import (
    JSON_SUFFIXES,
    PACKED_SUFFIXES,
    SHOWN_SUFFIXES,
    WORKBOOK_SUFFIXES,
    may_have_rows,
)
from gui.reports.wording import ENGLISH, Wording, furniture_words, label_words, minor_words
from gui.resources import icon_path
from gui.settings import Settings
from gui.widgets.controls.actions import action_table, label_actions
from gui.widgets.controls.theme import hint_of, sign_of_label
from gui.widgets.evidence.summary import FurnitureList
from gui.widgets.settings.settings_controller import keep, options_of
from gui.widgets.settings.settings_dialog import ComparingPage, Preferences
from tests.documents.builders import archive, docx, odt, pdf, word_paragraphs
from tests.widgets.texts_to_translate import Text, finished, texts_of_the_program

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MINOR_KINDS = Options._fields
LABELS = DEFAULT_LABELS.names
DESKTOP = ROOT / "resources" / "desktop"
SAMPLES = {
    "text": b"The ferry sank.",
    "markdown": b"# Ferry\n\nIt sank.",
    "html": b"<!doctype html><p>The ferry sank.",
    "mail": b"MIME-Version: 1.0\nSubject: Ferry\n\nIt sank.",
    "docx": docx(word_paragraphs(["The ferry sank."])),
    "doc": OLE + "WordDocument\0".encode("utf-16-le"),
    "odt": odt("<text:p>The ferry sank.</text:p>"),
    "rtf": b"{\\rtf1 The ferry sank.}",
    "pdf": pdf([[(50, 700, 12, "The ferry sank.")]]),
    "epub": archive({"META-INF/container.xml": "<container/>"}),
    "subtitles": b"1\n00:00:01,000 --> 00:00:02,000\nThe ferry sank.\n",
    "feed": b"<rss><channel><item><title>Ferry</title><description>It sank.</description></item>"
    b"</channel></rss>",
    "nitf": b"<nitf><body>The ferry sank.</body></nitf>",
    "tei": b"<TEI><text>The ferry sank.</text></TEI>",
    "json": b'{"headline": "Ferry", "body": "It sank."}',
}


@pytest.mark.parametrize("kind", MINOR_KINDS)
def test_each_minor_kind_has_a_text_in_the_settings_dialog(kind: str, qapp: QApplication) -> None:
    for chosen in (Options.of(()), Options.of((kind,))):
        page = ComparingPage(Preferences(options=chosen))
        boxes = page.findChildren(QCheckBox)
        assert page.onto(Preferences()).options == chosen
        assert [box.isChecked() for box in boxes].count(True) == len(chosen.kinds)
        assert len(boxes) == len(MINOR_KINDS)
        assert kind not in [box.text() for box in boxes], "give it a text in ComparingPage"
        page.deleteLater()


@pytest.mark.parametrize("kind", MINOR_KINDS)
def test_each_minor_kind_is_kept_by_the_settings(kind: str, tmp_path: Path) -> None:
    changed = Options()._replace(**{kind: not getattr(Options(), kind)})
    path = tmp_path / "settings.ini"
    found = Settings(path)
    assert options_of(found) == Options()
    keep(found, Preferences(options=changed))
    assert found.save(20)
    assert options_of(Settings(path)) == changed


def test_settings_of_minor_kinds_keep_the_keys_that_they_were_saved_under() -> None:
    assert [setting.key for setting in settings.MINOR.values()][:6] == [
        "comparison/case is minor",
        "comparison/quotation marks are minor",
        "comparison/dashes are minor",
        "comparison/white space is minor",
        "comparison/punctuation is minor",
        "comparison/marks and encodings are minor",
    ]


def test_each_minor_kind_has_words_of_its_own_in_reports() -> None:
    words = [minor_words(ENGLISH, Options.of((kind,))) for kind in MINOR_KINDS]
    assert len(set(words)) == len(MINOR_KINDS)
    marked = [minor_words(Marked(), Options.of((kind,))) for kind in MINOR_KINDS]
    lacking = [kind for kind, said in zip(MINOR_KINDS, marked, strict=True) if said[0] != "<"]
    assert lacking == [], "give them words in minor_words, gui/reports/wording.py"


@pytest.mark.parametrize("kind", FurnitureKind)
def test_each_kind_of_furniture_has_words_in_reports_and_in_the_summary(
    kind: FurnitureKind, qapp: QApplication
) -> None:
    item = FurnitureItem(kind, FurnitureState.LOST, (0,))
    shown = FurnitureList()
    try:
        assert furniture_words(Marked(), item)[0].startswith("<")
        shown.set_items([item])
    except KeyError:
        pytest.fail("name it in furniture_words, gui/reports/wording.py, and in FurnitureList")
    shown.deleteLater()


@pytest.mark.parametrize("kind", MINOR_KINDS)
def test_each_minor_kind_can_be_asked_for_and_stands_on_the_page(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        compare_command.main(["--help"])
    told = re.search(r"--minor KINDS\s(.*?)\n\s+--", capsys.readouterr().out, re.DOTALL)
    assert told is not None
    assert re.search(rf"\b{kind}\b", told[1])
    assert f"`{kind}`" in README, "README.md names the kinds where it tells of --minor"


class Marked(Wording):
    """Shows what is said in the language of a report, and not just passed on."""

    def say(self, source: str) -> str:
        return f"<{source}>"


@pytest.mark.parametrize("label", DEFAULT_LABELS.labels, ids=lambda label: label.name)
def test_each_default_label_has_an_action_with_its_keys_and_an_icon(label: Label) -> None:
    [found] = [spec for spec in action_table() if spec.name == f"label-{label.name}"]
    assert found.default_keys == label.keys != ()
    assert found.decision
    assert found.icon == sign_of_label(label.name, DEFAULT_LABELS)[0]
    assert found.icon == f"label-{label.name}", "draw its icon in resources/icons"
    assert icon_path(found.icon).is_file()
    assert found in label_actions(DEFAULT_LABELS)


def test_each_default_label_has_a_hint_and_a_meaning_of_its_own() -> None:
    hints = [hint_of(label) for label in DEFAULT_LABELS]
    lacking = [label for label, hint in zip(LABELS, hints, strict=True) if not hint]
    assert lacking == [], "give them a hint in hint_of, gui/widgets/controls/theme.py"
    assert len(set(hints)) == len(LABELS)
    assert hint_of(Label("rumour")) == ""
    card = data_card("ferry", (), 0, DEFAULT_LABELS, ())
    for label in LABELS:
        unexplained = f"| {label} | *what it means* |" in card
        assert not unexplained, f"say what {label} means in gui/commands/dataset_export.py"


@pytest.mark.parametrize("label", LABELS)
def test_each_default_label_has_words_in_every_language(label: str) -> None:
    words = label_words(Marked(), label)
    assert words.startswith("<"), "give it words in label_words, gui/reports/wording.py"
    assert label_words(Marked(), "rumour") == "rumour"
    has_name = Text("PairsModel", label) in texts_of_the_program()
    assert has_name, "give it a name to show in label_text, gui/review/pair_list/pair_state.py"


@pytest.mark.parametrize("label", DEFAULT_LABELS.labels, ids=lambda label: label.name)
def test_each_default_label_stands_on_the_pages(label: Label) -> None:
    keys = README.split("## Keys")[1]
    is_told = re.search(rf"`{label.keys[0]}`.*\| .*\b{label.name}\b", keys)
    assert is_told, "README.md has the key of each default label in the table under Keys"
    is_told = re.search(rf"order = .*\b{label.name} (?:is )?{label.order:g}\b", README)
    assert is_told, "README.md has the order of each default label where it shows copydesk.toml"
    for page in (ROOT / "resources" / "help").glob("judging.*.md"):
        language = page.name.split(".")[1]
        name = label.name
        if language != "en":
            translated = finished(language).get(Text("PairsModel", name))
            assert translated, f"translate {name} in copydesk_{language}.ts, context PairsModel"
            name = translated[0]
        is_told = re.search(rf"\*\*{re.escape(name)}\*\*", page.read_text("utf-8"), re.IGNORECASE)
        assert is_told, f"resources/help/{page.name} says when to choose each default label"


@pytest.mark.parametrize("number", [1, MOST_LABELS])
def test_labels_of_a_list_stand_behind_the_default_ones_and_before_unusable(
    number: int, tmp_path: Path
) -> None:
    path = tmp_path / "copydesk.toml"
    path.write_text(
        "".join(
            f'[[label]]\nname = "own {letter}"\n' for letter in "abcdefghijklmnopqrst"[:number]
        ),
        encoding="utf-8",
    )
    first = [name for name in LABELS if name != UNUSABLE]
    names = read_label_set(path).names
    assert names[: len(first)] == tuple(first)
    assert names[-1] == UNUSABLE
    assert len(names) == number + len(LABELS)


def test_the_option_for_labels_names_the_default_ones(capsys: pytest.CaptureFixture[str]) -> None:
    parser = Parser(prog="copydesk")
    parser.add_labels_set("beside the list")
    parser.print_help()
    told = " ".join(capsys.readouterr().out.split())
    assert all(re.search(rf"\b{label}\b", told) for label in LABELS)


each_format = pytest.mark.parametrize("format", list(FORMATS.values()), ids=list(FORMATS))


def test_each_format_has_a_sample() -> None:
    assert SAMPLES.keys() == FORMATS.keys(), "put a short document of the format into SAMPLES"


@each_format
def test_each_format_is_recognized_by_its_content(format: DocumentFormat) -> None:
    data, name = SAMPLES[format.code], f"a.{(*format.endings, 'txt')[0]}"
    found = packed_format(data)
    assert (found is not None) is format.is_packed
    told = found or ("mail" if is_mail(data, name) else text_format(data.decode(), name))
    assert told == format.code


@each_format
def test_each_packed_format_is_given_to_a_reader(
    format: DocumentFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    if format.is_packed:
        monkeypatch.setattr("gui.documents.extraction.packed_format", lambda data: format.code)
        with pytest.raises(DocumentError):
            read_contents(b"", ReadingOptions("a"))


@each_format
def test_each_format_of_text_is_given_to_a_reader(format: DocumentFormat) -> None:
    if format.is_packed or format.code == "text":
        return
    data, name = SAMPLES[format.code], f"a.{(*format.endings, 'txt')[0]}"
    found = read_contents(data, ReadingOptions(name))
    assert found.format == format.code
    as_written = found.text.strip() == data.decode().strip()
    assert not as_written, "call its reader in _rendered, gui/documents/extraction.py"


@each_format
def test_what_a_format_loads_ahead_can_be_loaded(format: DocumentFormat) -> None:
    for module in format.readers:
        assert import_module(module, "gui.documents").__name__


def test_no_ending_belongs_to_two_formats() -> None:
    found = Counter(e for each in FORMATS.values() for e in (*each.endings, *each.holders))
    assert [ending for ending, count in found.items() if count > 1] == []
    assert not [e for e in found if not re.fullmatch(r"[a-z\d]+", e)], "small, without a dot"


@each_format
def test_the_pages_name_each_format(format: DocumentFormat) -> None:
    told = README.split("Documents are ")[1].split(";")[0]
    is_told = re.search(rf"\b{format.name}\b", told)
    assert is_told, "README.md names each format in the sentence that begins “Documents are”"
    reads = ET.parse(DESKTOP / "copydesk.metainfo.xml").findall("description/ul/li")
    if format.mime_types:
        named = " ".join(line.text or "" for line in reads).replace("web pages", "HTML")
        is_told = re.search(rf"\b{format.name}\b", named)
        assert is_told, "copydesk.metainfo.xml names it among what the program reads"


def test_desktops_offer_the_program_for_the_formats_of_the_table_and_for_lists() -> None:
    entry = (DESKTOP / "copydesk.desktop").read_text(encoding="utf-8")
    [told] = re.findall("^MimeType=(.*);$", entry, re.MULTILINE)
    wanted = {kind for format in FORMATS.values() for kind in format.mime_types}
    offered = told.split(";")
    assert len(offered) == len({*offered})
    assert {*wanted, "text/csv"} - {*offered} == set(), "add them to copydesk.desktop"
    assert {*offered} - {*wanted, "text/csv"} == set(), "no format of the table has them"


@pytest.mark.parametrize("kind", [k for f in FORMATS.values() for k in f.mime_types])
def test_an_attachment_that_is_a_document_is_told(kind: str) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Ferry"
    mail.set_content("It sank.")
    main, _, sub = kind.partition("/")
    mail.add_attachment(b"x", main, sub, filename="ferry")
    assert read_mail(mail.as_bytes()).attachments == ["ferry"]


def test_a_dialog_shows_whatever_may_be_a_list() -> None:
    assert all(may_have_rows(f"pairs{suffix}") for suffix in SHOWN_SUFFIXES)
    assert {".csv", ".tab", ".csv.zstd", ".parquet"} <= set(SHOWN_SUFFIXES)


@pytest.mark.parametrize("suffix", [*JSON_SUFFIXES, *WORKBOOK_SUFFIXES, *PACKED_SUFFIXES])
def test_a_found_list_is_not_called_what_it_is_not(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("The ferry sank.", encoding="utf-8")
    output = tmp_path / f"pairs{suffix}"
    assert find_command.main([str(tmp_path), "-o", str(output)]) == 2
    assert "the list is written as CSV or Parquet" in capsys.readouterr().err
    assert not output.exists()
