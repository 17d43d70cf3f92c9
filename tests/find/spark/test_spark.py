"""On Apache Spark a search, and the comparing of a list, end as they do on one machine.

All tests share one session with two threads, in which nothing is compiled for the few rows that
there are: else a search takes five times as long.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from importlib.metadata import PackageNotFoundError
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import gui.spark_session
from gui.commands.compare import main as compare
from gui.commands.find import main as find
from gui.find.sources import ArticleTable, GatheredArticles, SourceOptions, gather
from gui.find.spark.spark_articles import ArticleFrame
from gui.labels import read_pairs
from gui.spark_session import SparkError, spark_session
from tests.find.little_articles import (
    BEETLE,
    HARBOUR,
    MILL,
    NEXT_REPORT,
    OTHERS,
    QUOTING,
    REPORT,
    SPUN,
)

if find_spec("pyspark") is None:
    pytest.skip("pyspark is not installed", allow_module_level=True)
if shutil.which("java") is None:
    pytest.skip("Java is not installed", allow_module_level=True)


pytestmark = pytest.mark.timeout(600)  # of a busy machine
# Threads that search for garbage, and searching often, take as long as a third of the rest.
_QUICK_JAVA = "'-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:MetaspaceSize=300m -Xms1g -Xmn300m'"
_OPTIONS = (
    f"--driver-java-options {_QUICK_JAVA}",
    "--conf spark.buffer.pageSize=1m",  # of memory for a few rows, not for millions
    "--conf spark.python.daemon.module=tests.find.spark.spark_daemon",
    "pyspark-shell",
)
_QUICK = {
    "shuffle.partitions": "1",
    "adaptive.enabled": "false",
    "codegen.wholeStage": "false",
    "codegen.factoryMode": "NO_CODEGEN",
}


@pytest.fixture(scope="module", autouse=True)
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    logs = tmp_path_factory.mktemp("logs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_SUBMIT_ARGS", " ".join(_OPTIONS))
        patch.setenv("PYTHONPATH", str(Path(__file__).parents[3]))  # where that module is
        with spark_session(None, 2, logs, lambda _done, _total: None) as found:
            for name, value in _QUICK.items():
                found.conf.set(f"spark.sql.{name}", value)
            yield found


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write_parquet(path: Path, **columns: list[Any]) -> None:
    from pyarrow import parquet, table

    parquet.write_table(table(columns), path)


def both(output: str, *arguments: str) -> tuple[Path, Path]:
    """Search on one machine and on Spark; return where the lists are."""
    paths = []
    for engine in ("local", "spark"):
        paths.append(Path(engine) / output)
        paths[-1].parent.mkdir()
        assert find([*arguments, "-o", str(paths[-1]), "--engine", engine]) in (0, 1)
    return paths[0], paths[1]


def test_a_search_finds_the_same_in_the_same_order(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "articles").mkdir()
    for name, text in (("a", SPUN), ("c", BEETLE), ("d", f"{MILL}\n"), ("e", "…")):
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    texts = [*OTHERS, " ", None, MILL.upper(), HARBOUR, SPUN.replace("travellers", "riders")]
    ids = ["m", "m", "m (2)", "", "blank", "none", "m", "[text=id]h", None]
    # In a file as numbers with a point, or as times of a zone, that is the same.
    begin = datetime(2024, 3, 4, 10, 30, tzinfo=timezone(timedelta(hours=-5)))
    times = [begin + timedelta(minutes=7 * n) for n in range(len(ids))]
    seconds = [moment.timestamp() for moment in times]
    write_parquet(folder / "articles" / "b [1].parquet", body=texts, url=ids, created_at=seconds)
    write_parquet(
        folder / "articles" / "b [2].parquet", body=[BEETLE, HARBOUR], date=[None, times[0]]
    )
    local, spark = both("pairs.csv", "articles", "--at-least", "0.01", "--top", "2")
    assert spark.read_bytes() == local.read_bytes()
    with spark.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    parquet = "../articles/b [1].parquet"
    pairs = {(row["reference"], row["candidate"]) for row in rows}
    assert (f"{parquet}#m", f"{parquet}#m (3)") in pairs
    assert (f"{parquet}#[text=body&id=url][text=id]h", "../articles/a.txt") in pairs
    assert len({row["score"] for row in rows}) == 4
    said = capsys.readouterr().err
    assert f"{len(rows)} pairs among 12 articles." in said
    assert "2 articles have no words and are left out, for instance" in said


def test_so_does_one_collection_against_another_in_parquet(folder: Path) -> None:
    mine = [HARBOUR, MILL, MILL.upper(), REPORT, QUOTING[0]]
    days = ["4 March 2024, 2:15 PM ET", None, "", "4 March 2024", "2024"]
    write_parquet(folder / "mine.parquet", id=[1, 2, 3, 4, 5], text=mine, date_published=days)
    lifted = "\n\n".join((BEETLE[::-1], *HARBOUR.split("\n\n")[2:], NEXT_REPORT[::-1]))
    crawl = [SPUN, MILL, SPUN, NEXT_REPORT, QUOTING[1], lifted]
    rows = [{"id": n, "text": text, "timestamp": 1709546400 + n} for n, text in enumerate(crawl)]
    lines = "".join(f"{json.dumps(row)}\n" for row in rows)
    (folder / "crawl.jsonl").write_text(lines, encoding="utf-8")
    for name, day in (("later", "2024-03-04T16:00Z"), ("earlier", "2024-03-05T01:00+09:30")):
        head = f'<meta property="article:published_time" content="{day}">'
        page = f"<title>Beetle</title>{head}<p>{BEETLE.replace('mile', name)}</p>"
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
        same = page.replace(BEETLE.replace("mile", name), BEETLE)
        (folder / f"{name}-same.html").write_text(same, encoding="utf-8")
    later, earlier = ((f"{name}.html", f"{name}-same.html") for name in ("later", "earlier"))
    sources = ("mine.parquet", *later, "--against", "crawl.jsonl", *earlier)
    arguments = (*sources, "--at-least", "0")
    local, spark = both("pairs.parquet", *arguments)
    assert spark.read_bytes() == local.read_bytes()
    pairs = [(own.reference, own.candidate) for own in read_pairs(spark).pairs]
    assert ("../crawl.jsonl#2", "../mine.parquet#1") in pairs  # whose column says a later time
    assert ("../mine.parquet#3", "../crawl.jsonl#1") in pairs
    assert ("../earlier.html", "../later.html") in pairs
    assert ("../earlier-same.html", "../later-same.html") in pairs
    assert {
        ("../mine.parquet#1", "../crawl.jsonl#5"),
        ("../crawl.jsonl#5", "../mine.parquet#1"),
    } & {*pairs}
    # They share a sentence, and the first has more of another article, which it collects.
    assert ("../mine.parquet#5", "../crawl.jsonl#4") not in pairs
    assert ("../crawl.jsonl#1", "../mine.parquet#5") in pairs


@pytest.mark.parametrize(("parts", "deep"), [(50, 3), (51, 1), (1, 4)])
def test_the_same_texts_inside_of_columns_are_found(
    folder: Path, session: Any, parts: int, deep: int
) -> None:
    """A column of more than 50 parts is no text, nor what is four columns deep in others."""
    inside: dict[str, Any] = {"text": HARBOUR} | {f"p{n}": n for n in range(1, parts)}
    for _ in range(deep):
        inside = {"a": inside}
    write_parquet(folder / "own.parquet", a=[inside["a"]], b=["Noel"], c=["Renke"])
    local = gather(["own.parquet"], (), SourceOptions())
    table = ArticleTable(str(folder / "own.parquet"), 0, 0)
    spark = ArticleFrame(session, GatheredArticles([], [], tables=[table]), SourceOptions())
    assert [own.code for own in spark.problems] == [own.code for own in local.problems]
    assert bool(spark.problems) is (parts > 50 or deep > 3)


def test_the_pairs_of_a_list_are_compared_as_on_one_machine(folder: Path) -> None:
    (folder / "a.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "b.txt").write_text(SPUN, encoding="utf-8")
    rows = [f"p{n},a.txt,{name}\n" for n, name in enumerate(("b.txt", "gone.txt", "a.txt"))]
    (folder / "pairs.csv").write_text("id,reference,candidate\n" + "".join(rows), encoding="utf-8")
    found = []
    for engine in ("local", "spark"):
        output = folder / f"{engine}.jsonl"
        options = ["--format", "jsonl", "--engine", engine, "-o", str(output)]
        assert compare([*options, "pairs.csv"]) == 1
        found.append(output.read_text(encoding="utf-8"))
    assert found[0] == found[1]
    assert [json.loads(line)["pair_id"] for line in found[1].splitlines()] == ["p0", "p1", "p2"]
    assert not list(folder.glob("*.partial"))


def test_what_goes_wrong_in_spark_is_one_sentence(folder: Path, session: Any) -> None:
    def fail() -> None:
        with spark_session(None, 2, folder, lambda _done, _total: None) as same:
            assert same is session
            same.sql("SELECT raise_error('no more room') FROM range(1)").collect()

    with pytest.raises(SparkError, match=r"Apache Spark failed \(.*no more room.*\); check"):
        fail()
    assert len(list(folder.glob("spark-*.log"))) == 1


def test_so_is_the_end_of_java_which_cannot_be_asked_any_more(folder: Path) -> None:
    from py4j.protocol import Py4JError

    class LastError(Py4JError):  # type: ignore[misc]
        def __str__(self) -> str:
            raise ConnectionRefusedError

    def fail(error: Exception) -> None:
        with spark_session(None, 2, folder, lambda _done, _total: None):
            raise error

    for error in (LastError(), ConnectionRefusedError()):
        with pytest.raises(SparkError, match=r"Apache Spark failed \(.*\); check --master"):
            fail(error)


@pytest.mark.parametrize(("behind", "is_found"), [(199_900, True), (200_100, False)])
def test_the_reason_is_looked_for_in_the_last_200_000_bytes_of_the_log(
    folder: Path, behind: int, is_found: bool
) -> None:
    """Else the last line is given, of which 300 characters are enough."""

    def fail() -> None:
        with spark_session(None, 2, folder, lambda _done, _total: None):
            (log,) = folder.glob("spark-*.log")
            log.write_bytes(b"Caused by: no more room\n" + b"x" * behind)
            raise ConnectionRefusedError

    why = "no more room" if is_found else "x" * 300
    with pytest.raises(SparkError, match=rf"Apache Spark failed \({why}\); check"):
        fail()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--master", "spark://head:7077"), "--master is for Apache Spark; add --engine spark"),
        (("--engine", "spark", "--master", "head:7077"), "head:7077 is not a cluster that Apache"),
        (("--engine", "spark", "--master", "yarn", "--jobs", "2"), "--jobs is for this machine"),
    ],
)
@pytest.mark.parametrize("program", [find, compare])
def test_options_that_do_not_go_together(
    program: Any, arguments: tuple[str, ...], said: str, folder: Path, capsys: Any
) -> None:
    (folder / "pairs.csv").write_text("reference,candidate\na,b\n", encoding="utf-8")
    assert program([*arguments, "pairs.csv"]) == 2
    assert said in capsys.readouterr().err


def test_what_is_missing_is_told_with_what_to_install(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["--engine", "spark", ".", "-o", "pairs.csv"]
    monkeypatch.setenv("JAVA_HOME", str(folder))
    assert find(command) == 2
    assert "There is no Java in the folder" in capsys.readouterr().err
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", str(folder))
    assert find(command) == 2
    assert "requires Java 17 or newer, which is not installed; install" in capsys.readouterr().err
    monkeypatch.setattr(gui.spark_session, "version", lambda _name: "3.5.1")
    assert find(command) == 2
    assert "requires pyspark 4 or newer, and 3.5.1 is installed" in capsys.readouterr().err

    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(gui.spark_session, "version", missing)
    assert find(command) == 2
    assert "pyspark, which is not installed; install copydesk[spark]" in capsys.readouterr().err
    assert not (folder / "pairs.csv").exists()
