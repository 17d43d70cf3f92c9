"""Parts of the work in processes of their own, installed and in a bundle."""

from __future__ import annotations

import ast
import io
import queue
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from gui.documents.document import ReadingOptions
from gui.documents.reader import Reader
from gui.own_process import Frame, command_for, does_a_part, read_frame, write_frame
from gui.review.preparing.protocol import Documents, DocumentSource, Found, Request, WorkerAnswer
from gui.review.preparing.worker_link import WorkerLink

ROOT = Path(__file__).resolve().parents[1]

# What PyInstaller makes of the entry of a bundle: an executable that sees its own arguments only.
BUNDLE = """#!{python}
import sys
sys.path.insert(0, {root!r})
sys.frozen = True
sys.executable = {place!r}
from gui.own_process import does_a_part
if not does_a_part(sys.argv[1:]):
    print("the window")
"""


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make this process one of a bundle; return the bundle's executable."""
    if sys.platform == "win32":
        pytest.skip("a script cannot stand for a program there")
    place = tmp_path / "copydesk"
    text = BUNDLE.format(python=sys.executable, root=str(ROOT), place=str(place))
    place.write_text(text, encoding="utf-8")
    place.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(place))
    return place


def run(command: list[str]) -> str:
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60
    ).stdout


def test_a_bundle_reads_documents_in_a_process_of_its_own(bundle: Path) -> None:
    page = b"<html><body><article><p>The ferry is back in the harbour.</p></article></body></html>"
    with Reader() as reader:
        contents = reader.read(page, ReadingOptions("page.html"))
    assert contents.format == "html"
    assert "The ferry is back" in contents.text


def test_a_bundle_compares_in_its_worker(bundle: Path, tmp_path: Path) -> None:
    sources = []
    for name, word in (("a.html", "harbour"), ("b.html", "port")):
        page = (
            f"<html><body><article><p>The ferry is back in the {word}.</p></article></body></html>"
        )
        (tmp_path / name).write_text(page, encoding="utf-8")
        sources.append(DocumentSource(name, path=str(tmp_path / name)))
    answers: queue.Queue[WorkerAnswer] = queue.Queue()
    link = WorkerLink()
    try:
        link.listen(answers.put, lambda: None)
        assert link.send(Request(1, sources[0], sources[1]))
        answer = answers.get(timeout=60)
        while isinstance(answer, Documents):
            answer = answers.get(timeout=60)
    finally:
        link.close()
    assert isinstance(answer, Found), answer


def test_a_bundle_opens_the_window_where_no_part_is_asked_for(bundle: Path) -> None:
    assert run([str(bundle)]) == "the window\n"
    assert run([str(bundle), "a.txt", "b.txt"]) == "the window\n"


def test_only_modules_of_the_program_are_run(bundle: Path) -> None:
    (bundle.parent / "strange.py").write_text("def main(): print('strange')", encoding="utf-8")
    asked = command_for("gui.review.preparing.worker")
    assert asked[0] == str(bundle)
    assert run([*asked[:2], "strange"]) == ""


def test_an_installed_program_knows_no_such_argument(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = command_for("gui.review.preparing.worker")[1:]
    monkeypatch.delattr(sys, "frozen")
    assert not does_a_part(arguments)


def test_a_part_finds_what_the_program_finds_and_reads_no_other_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files that installed packages have Python read at each start take long to read."""
    (tmp_path / "part.py").write_text(
        "import sys\n"
        "def main(number):\n"
        "    import regex\n"
        "    print(number, 'site' in sys.modules)\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    assert run(command_for("part", 7)) == "7 False\n"


def test_nothing_else_calls_the_interpreter() -> None:
    """In a bundle ``sys.executable`` is the program: whoever calls it gets another window.

    The desktop entry wants just that, so it may name it. Spark, which no bundle has, calls Python.
    """
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "gui").rglob("*.py")
        if "executable" in (text := path.read_text(encoding="utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "sys.executable"
    }
    spark = "gui/spark_session.py"
    assert found == {"gui/own_process.py", "gui/commands/desktop_files.py", spark}


@pytest.mark.parametrize(
    "value",
    [None, "harbour " * 50_000, "häfen 😀" * 50_000, "lone \ud800 " * 50_000, b"ab" * 200_000],
    ids=["nothing", "a long text", "wide letters", "half letters", "bytes"],
)
def test_a_value_comes_out_of_the_pipe_as_it_was(value: object) -> None:
    pipe = io.BytesIO()
    write_frame(pipe, [value, "the next one", value])
    write_frame(pipe, 7)
    pipe.seek(0)
    assert read_frame(pipe) == [value, "the next one", value]
    assert read_frame(pipe) == 7


@contextmanager
def turns() -> Iterator[list[str]]:
    """Note when a function of Python is called: only then other threads get their turn."""
    found: list[str] = []

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        if event == "call":
            found.append(event)

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield found
    finally:
        sys.setprofile(before)


def test_a_large_value_is_pickled_and_unpickled_in_turns() -> None:
    """Made by one call, the pickle of a long list kept the window waiting for half a second."""
    pipe = io.BytesIO()
    value = [(number, f"pair-{number}") for number in range(100_000)]
    with turns() as pickling:
        write_frame(pipe, value)
    pieces = pipe.tell() // 100_000
    pipe.seek(0)
    with turns() as unpickling:
        assert read_frame(pipe) == value
    assert min(len(pickling), len(unpickling)) > pieces > 10


def test_a_frame_for_several_processes_is_pickled_once() -> None:
    pickled: list[str] = []

    class Counted:
        def __reduce__(self) -> tuple[object, ...]:
            pickled.append("once")
            return str, ("arrived",)

    frame = Frame(Counted())
    for pipe in (io.BytesIO(), io.BytesIO()):
        frame.send(pipe)
        pipe.seek(0)
        assert read_frame(pipe) == "arrived"
    assert pickled == ["once"]
