"""Reports of all pairs of a list, in a folder or a zip file, with an index."""

from __future__ import annotations

import csv
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest

from gui.commands import comparing
from gui.commands.compare import main
from gui.commands.compare_list import ListRun
from gui.labels import Pair, read_pairs
from gui.reports.report_folder import page_name

PAIRS = 6
ODD = "../<b>odd</b>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list, its documents, and a label file; the current folder."""
    for number in range(PAIRS):
        text = " ".join(f"The harbour opened at dawn, and boat {n} left." for n in range(5))
        (tmp_path / f"{number}-r.txt").write_text(text)
        changed = text.replace("dawn", "sunrise", number).replace("boat 0", "ship")
        (tmp_path / f"{number}-c.txt").write_text(changed)
    (tmp_path / "2-c.txt").unlink()
    with (tmp_path / "pairs.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("id", "reference", "candidate"))
        for number in range(PAIRS):
            name = ODD if number == 5 else f"p{number}"
            rows.writerow((name, f"{number}-r.txt", f"{number}-c.txt"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


class Page(HTMLParser):
    """What a page links to, runs and loads, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.texts: list[str] = []
        self.elements: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        found = dict(attrs)
        if tag == "a":
            self.links.append(found.get("href") or "")
        assert "src" not in found
        assert not any(name.startswith("on") for name in found)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def index_of(report: Path) -> Page:
    return Page((report / "index.html").read_text(encoding="utf-8"))


def run(*arguments: str) -> int:
    return main(["--format", "html", "--jobs", "2", *arguments, "pairs.csv"])


def pages(index: Page) -> list[str]:
    return [link for link in index.links if not link.startswith("#")]


def test_each_row_of_the_index_leads_to_its_report(folder: Path) -> None:
    assert run("-o", "report") == 1
    report = folder / "report"
    index = index_of(report)
    found = pages(index)
    assert found == [page_name(name) for name in (ODD, "p0", "p1", "p3", "p4")]
    assert {f"pairs/{path.name}" for path in (report / "pairs").iterdir()} == set(found)
    for name, link in (("p0", page_name("p0")), ("p1", page_name("p1"))):
        page = (report / link).read_text(encoding="utf-8")
        assert f"<h1>{name}</h1>" in page
        (back,) = [each for each in Page(page).links if not each.startswith("#")]
        assert (report / link).parent.joinpath(back).resolve() == report / "index.html"
    said = " ".join(index.texts)
    assert "p2" in said
    assert "The candidate 2-c.txt is not there." in said
    assert "script" not in index.elements
    assert ODD in index.texts
    assert sorted(path.name for path in folder.iterdir() if "report" in path.name) == ["report"]


def test_names_are_safe_and_stay_the_same(folder: Path) -> None:
    assert page_name(ODD).startswith("pairs/b-odd-b-")
    names = [page_name(name) for name in ("con", "a/b", "a-b", "A-B", "é", "x" * 300, "")]
    assert len({name.lower() for name in names}) == len(names)
    assert all(re.fullmatch(r"pairs/[\w.-]{1,60}\.html", name, re.ASCII) for name in names)
    run("-o", "one")
    (folder / "pairs.csv").write_text("id,reference,candidate\np3,3-r.txt,3-c.txt\n")
    run("-o", "two")
    assert set(pages(index_of(folder / "two"))) < set(pages(index_of(folder / "one")))


def test_labels_make_groups(folder: Path) -> None:
    (folder / "labels.csv").write_text(
        "pair_id,label,annotator,flagged,note\np0,unrelated,anna,0,\np1,copy,anna,1,<i>spun</i>\n"
        "p3,copy,anna,0,\np3,original,bert,0,\np4,copy,anna,0,\np2,copy,anna,0,look\n"
    )
    run("-o", "report", "--labels", "labels.csv")
    index = index_of(folder / "report")
    headings = [part.strip() for part in index.texts if part.strip() in NAMES]
    assert headings == [*NAMES[:5], *NAMES[:5]]  # the way there, and the headings themselves
    html = (folder / "report/index.html").read_text(encoding="utf-8")
    assert "⚑ flagged" in html
    assert "&lt;i&gt;spun&lt;/i&gt;" in html
    assert html.index("p4</bdi>") < html.index("p0</bdi>") < html.index("p3</bdi>")
    several = (folder / "report" / page_name("p3")).read_text(encoding="utf-8")
    assert "anna: a copy" in several
    assert "bert: the original" in several
    assert "is <strong>a copy</strong>" in (folder / "report" / page_name("p1")).read_text()


NAMES = ("a copy", "unrelated", "labelled differently", "without a label", "not compared")


def test_a_zip_file(folder: Path) -> None:
    run("-o", "report.zip")
    with zipfile.ZipFile(folder / "report.zip") as packed:
        assert packed.testzip() is None
        names = set(packed.namelist())
        index = Page(packed.read("report/index.html").decode())
    assert names == {"report/index.html", *(f"report/{link}" for link in pages(index))}
    assert sorted(path.name for path in folder.iterdir() if "report" in path.name) == ["report.zip"]


def test_a_report_takes_the_place_of_an_older_one(folder: Path) -> None:
    run("-o", "report")
    (folder / "pairs.csv").write_text("id,reference,candidate\np3,3-r.txt,3-c.txt\n")
    assert run("-o", "report") == 0
    assert pages(index_of(folder / "report")) == [page_name("p3")]
    assert len(list((folder / "report/pairs").iterdir())) == 1


def test_other_files_are_never_replaced(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("-o", "report")
    (folder / "report/pairs/mine.txt").write_text("precious")
    for name in ("report", ".", "0-r.txt"):
        assert run("-o", name) == 2
        assert "choose another" in capsys.readouterr().err
    assert (folder / "report/pairs/mine.txt").read_text() == "precious"
    (folder / "other.parts").mkdir()
    (folder / "other.parts/mine.txt").write_text("precious")
    assert run("-o", "other") == 2
    (folder / "empty").mkdir()
    assert run("-o", "empty") == 1
    assert (folder / "empty/index.html").is_file()


def interrupted_after(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    results = ListRun.results

    def some(run: ListRun) -> object:
        for number, result in enumerate(results(run)):
            if number == count:
                raise KeyboardInterrupt
            yield result

    monkeypatch.setattr(ListRun, "results", some)


def test_an_interrupted_report_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run("-o", "whole")
    with monkeypatch.context() as patch:
        interrupted_after(patch, 4)
        assert run("-o", "report") == 130
    assert not (folder / "report").exists()
    assert "the same command with --resume goes on" in capsys.readouterr().err
    assert run("-o", "report") == 2
    assert "add --resume" in capsys.readouterr().err
    done = folder / "report.parts" / page_name("p0")
    stamp = done.stat().st_mtime_ns
    (folder / "report.parts" / page_name("p1")).unlink()  # somebody tidied up
    assert run("-o", "report", "--resume") == 1
    for path in (folder / "whole/pairs").iterdir():
        assert (folder / "report/pairs" / path.name).read_bytes() == path.read_bytes()
    assert (folder / "report" / page_name("p0")).stat().st_mtime_ns == stamp
    whole, resumed = ((folder / n / "index.html").read_bytes() for n in ("whole", "report"))
    assert whole == resumed
    left = {path.name for path in folder.iterdir() if path.name.startswith("report")}
    assert left == {"report"}


def test_a_page_that_cannot_be_written_is_tried_again(folder: Path) -> None:
    """The place of one page is taken by a folder: that pair alone is told as not compared."""
    task = comparing.Task(0, pair_of(folder), folder)
    (folder / "parts" / page_name("p0")).mkdir(parents=True)
    piece = job(folder / "parts").piece(task)
    assert (piece.failed, piece.passing) == (True, True)
    assert "could not be written" in piece.text


def pair_of(folder: Path) -> Pair:
    return read_pairs(folder / "pairs.csv").pairs[0]


def job(parts: Path) -> comparing.Job:
    from gui.compare import Options
    from gui.documents import Reader

    return comparing.Job(comparing.Manner("html", Options(), parts=str(parts)), Reader())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--format", "html", "pairs.csv"], "add -o FOLDER or -o FILE.zip"),
        (["--labels", "l.csv", "pairs.csv"], "--labels is for the HTML report of a list"),
        (["--format", "html", "-o", "x", "--labels", "gone.csv", "pairs.csv"], "gone.csv"),
        (["--format", "html", "-o", "gone/x", "pairs.csv"], "gone"),
    ],
)
def test_wrong_use_is_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1


def test_an_index_can_be_read_without_style_scripts_and_requests(folder: Path) -> None:
    run("-o", "report")
    html = (folder / "report/index.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in html
    assert "prefers-color-scheme: dark" in html
    assert 'name="viewport"' in html
    assert "url(" not in html
    assert "http" not in html.replace("http-equiv", "")
