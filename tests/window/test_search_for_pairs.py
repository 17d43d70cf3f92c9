"""Loose articles are opened: the window looks for pairs among them, and shows those."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QProgressDialog, QPushButton

from gui.labels import LooseArticlesError, read_pairs
from gui.resources import sample_pairs
from gui.widgets.controls.notifications import Banner
from gui.widgets.window.columns_dialog import ColumnsDialog
from gui.widgets.window.main_window import MainWindow
from tests.review.waiting import wait_until
from tests.window.driving import Driver
from tests.window.harbour_articles import ARTICLE, OTHER

pytest.importorskip("numpy", reason="searching takes numpy")

ORIGINAL = (
    "The ferry Solveig Kvale drifted for six hours off Brennholm on Monday after both engines "
    "failed in heavy swell. Captain Torunn Aasgaard anchored two miles north of the Kjerra "
    "lighthouse and asked the coastguard at Vestmyr for a tow. All 214 passengers were unhurt, "
    "the shipping company Nordfjell Lines said, which suspects water in 38 tonnes of diesel."
)
SPUN = ORIGINAL.replace("drifted", "floated").replace("heavy", "strong").replace("said", "stated")
NAME = "copydesk-pairs.csv"


def write_articles(folder: Path) -> Path:
    """Write an article, a copy of it, and others."""
    folder.mkdir()
    for name, text in (("a", ORIGINAL), ("b", SPUN), ("c", OTHER), ("d", ARTICLE * 2)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def banner(window: MainWindow) -> bool:
    """True once the search has told what came of it."""
    return "finding" in tuple(window.views.banners.keys())


def processes() -> set[int]:
    """The numbers of the processes that search now."""
    return {
        int(folder.name)
        for folder in Path("/proc").iterdir()
        if folder.name.isdigit() and b"gui.find." in command_of(folder)
    }


def command_of(folder: Path) -> bytes:
    """What a process was started with; nothing of one that is gone."""
    try:
        return (folder / "cmdline").read_bytes()
    except OSError:
        return b""


def bars(window: MainWindow) -> list[QProgressDialog]:
    """The bars of searches that are under way."""
    return [bar for bar in window.findChildren(QProgressDialog) if bar.isVisible()]


def test_a_folder_is_searched_once_and_again_when_asked(driver: Driver, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "articles")
    window = driver.open()
    assert not window.actions_by_name["search-again"].isEnabled()
    window.opening.open_dropped([str(folder)])
    wait_until(lambda: driver.session.opened is not None)
    driver.wait_for_pair()
    (pair,) = driver.session.pairs
    assert {pair.reference, pair.candidate} == {"a.txt", "b.txt"}
    assert banner(window)
    assert not bars(window)
    driver.show()
    driver.press("2")
    wait_until((folder / "labels.csv").exists)

    with (folder / NAME).open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert row["id"] == f"{row['reference']}|{row['candidate']}"
    (folder / "e.txt").write_text(SPUN.replace("asked", "begged"), encoding="utf-8")
    window.opening.open_paths([str(folder)])  # the list is there: nothing is searched
    driver.wait_for_pair()
    assert len(driver.session.pairs) == 1
    window.actions_by_name["search-again"].trigger()
    wait_until(lambda: len(driver.session.pairs) == 2)  # nor are list and labels articles
    assert driver.session.opened is not None
    labelled = {key[0] for key in driver.session.opened.store.rows()}
    assert labelled == {row["id"]}
    assert row["id"] in {found.id for found in driver.session.pairs}


def test_a_file_of_articles_is_searched_and_its_list_stands_beside_it(
    driver: Driver, tmp_path: Path
) -> None:
    path = tmp_path / "crawl.jsonl"
    texts = (ORIGINAL, OTHER, SPUN)
    rows = [json.dumps({"id": f"n{at}", "text": text}) for at, text in enumerate(texts)]
    path.write_text("\n".join(rows), encoding="utf-8")
    window = driver.open()
    window.opening.open_paths([str(path)])
    wait_until(lambda: driver.session.opened is not None)
    driver.wait_for_pair()
    (pair,) = driver.session.pairs
    assert {pair.reference, pair.candidate} == {"crawl.jsonl#n0", "crawl.jsonl#n2"}
    assert (tmp_path / f"crawl.jsonl.{NAME}").exists()


ROWS = [("n1", "Kjerra", ORIGINAL), ("n2", "Kjerra", OTHER), ("n3", "", SPUN)]


def write_rows(path: Path) -> Path:
    """Write a file of articles whose columns have names that say nothing."""
    names = ("nr", "ressort", "inhalt")
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([names, *ROWS])
    elif path.suffix == ".jsonl":
        lines = (json.dumps(dict(zip(names, row, strict=True))) for row in ROWS)
        path.write_text("\n".join(lines), encoding="utf-8")
    else:
        parquet = pytest.importorskip("pyarrow.parquet", reason="writes a Parquet file")
        table = pytest.importorskip("pyarrow").table
        columns = zip(*ROWS, strict=True)
        parquet.write_table(table(dict(zip(names, map(list, columns), strict=True))), path)
    return path


def asked(window: MainWindow) -> ColumnsDialog:
    """The dialog that asks for columns, once it is there."""
    wait_until(lambda: bool(window.findChildren(ColumnsDialog)))
    (dialog,) = window.findChildren(ColumnsDialog)
    return dialog


@pytest.mark.parametrize("name", ["odd.csv", "odd.jsonl", "odd.parquet"])
def test_where_no_name_says_which_column_is_the_text_the_window_asks(
    driver: Driver, tmp_path: Path, name: str
) -> None:
    path = write_rows(tmp_path / name)
    window = driver.open()
    window.opening.open_paths([str(path)])
    dialog = asked(window)
    text, id = dialog.findChildren(QComboBox)
    assert [text.itemText(at).partition(":")[0] for at in range(3)] == ["nr", "ressort", "inhalt"]
    assert "The ferry Solveig Kvale" in text.currentText()
    assert dialog.columns() == ("inhalt", "")
    id.setCurrentIndex(id.findData("inhalt"))
    (go,) = [own for own in dialog.findChildren(QPushButton) if own.isDefault()]
    assert not go.isEnabled()  # a text is no id
    id.setCurrentIndex(id.findData("nr"))
    dialog.accept()
    wait_until(lambda: driver.session.opened is not None)
    driver.wait_for_pair()
    (pair,) = driver.session.pairs
    ends = {f"{name}#[text=inhalt&id=nr]{id}" for id in ("n1", "n3")}
    assert {pair.reference, pair.candidate} == ends


def test_a_list_that_was_found_in_such_a_file_knows_its_columns(
    driver: Driver, tmp_path: Path
) -> None:
    path = write_rows(tmp_path / "odd.csv")
    window = driver.open()
    window.opening.open_paths([str(path)])
    asked(window).accept()
    wait_until(lambda: driver.session.opened is not None)
    window.opening.open_paths([str(path)])  # the list is there: nothing is asked
    driver.wait_for_pair()
    with path.open("a", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerow(["n4", "", SPUN.replace("asked", "begged")])
    window.actions_by_name["search-again"].trigger()
    wait_until(lambda: len(driver.session.pairs) == 2)


def test_whoever_does_not_say_the_column_is_told_why_nothing_opens(
    driver: Driver, tmp_path: Path
) -> None:
    window = driver.open()
    window.opening.open_paths([str(write_rows(tmp_path / "odd.csv"))])
    asked(window).reject()
    wait_until(lambda: "opening" in tuple(window.views.banners.keys()))
    assert driver.session.opened is None


def test_where_the_list_cannot_stand_the_user_has_it(driver: Driver, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "articles")
    (folder / NAME).mkdir()  # as good as a folder where nobody can write, also for root
    driver.open().opening.open_paths([str(folder)])
    wait_until(lambda: driver.session.opened is not None)
    assert driver.session.opened is not None
    (path,) = driver.places.data.rglob(NAME)
    assert driver.session.opened.labels_path.parent == path.parent
    assert driver.session.opened.pairs.name == "articles"
    assert not list(folder.glob(f".{NAME}*"))


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="no /proc to look into")
def test_a_cancelled_search_leaves_nothing_behind(driver: Driver, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "articles")
    window = driver.open()
    before = processes()
    window.opening.open_paths([str(folder)])
    wait_until(lambda: bars(window) != [] and processes() - before)
    bars(window)[0].canceled.emit()
    assert not bars(window)
    assert not window.opening.search.searching
    wait_until(lambda: not (processes() - before))
    driver.close()
    assert {path.name for path in folder.iterdir()} == {"a.txt", "b.txt", "c.txt", "d.txt"}


def test_where_no_article_is_a_copy_the_window_says_so(driver: Driver, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "articles")
    (folder / "b.txt").unlink()
    window = driver.open()
    window.opening.open_paths([str(folder)])
    wait_until(lambda: banner(window))
    assert driver.session.opened is None
    assert not (folder / NAME).exists()


def test_three_articles_are_named_that_cannot_be_read(driver: Driver, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "articles")
    for number in range(4):
        (folder / f"{number}.docx").write_bytes(b"PK\x03\x04 and nothing more")
    window = driver.open()
    window.opening.open_paths([str(folder)])
    wait_until(lambda: banner(window))
    said = [one.accessibleName() for one in window.views.banners.findChildren(Banner)]
    (problems,) = (sentence for sentence in said if "could not be read" in sentence)
    assert problems.count(".docx") == 3
    assert "1 more could not be read." in problems


def test_what_is_no_pair_list_is_told_from_loose_articles(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "articles")
    with pytest.raises(LooseArticlesError) as raised:
        read_pairs(folder)
    assert raised.value.path == str(folder)
    deep = tmp_path / "by-year"
    deep.mkdir()
    folder.rename(deep / "2031")
    with pytest.raises(LooseArticlesError):
        read_pairs(deep)
    assert read_pairs(sample_pairs()).searched == ""
