"""Web pages on the command line: fetched where they are named, and of a list only where asked."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from gui.commands.compare import main
from gui.commands.compare_list import ListRun, PartialFile
from gui.commands.comparing import Manner
from gui.compare import Options
from gui.documents.web.page_fetcher import FetchRun
from gui.documents.web.snapshot_folder import snapshots_folder, times_of
from gui.labels.pairs.pair_sources import read_pairs
from tests.documents.web.web_server import Site, article, serving

SAID = "The swans left the car deck at noon, and nobody had complained about the long wait."
COPIED = "The swans departed the car deck at midday, and nobody had complained about the long wait."


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        found.page("/a", article(SAID))
        found.page("/b", article(COPIED))
        yield found


@pytest.fixture(autouse=True)
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no server rest between two pages; that it does is tested where pages are fetched."""
    monkeypatch.setattr("gui.commands.fetch_pages.FetchRun", partial(FetchRun, rest=0.0))


@pytest.fixture
def listed(site: Site, tmp_path: Path) -> str:
    path = tmp_path / "pairs.csv"
    rows = (f"1,{site.url('/a')},{site.url('/b')}", f"2,{site.url('/a')},{site.url('/gone')}")
    path.write_text("\n".join(("id,reference,candidate", *rows)))
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    said = capsys.readouterr()
    return status, said.out, said.err


def test_two_pages_are_fetched_kept_and_compared(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = (site.url("/a"), site.url("/b"))
    status, out, err = run(capsys, "--allow-local", "--format", "json", *pages)
    assert (status, err) == (0, "")
    found = json.loads(out)
    assert found["pair_id"] == "|".join(pages)
    (time,) = times_of(pages[0])
    assert found["reference"]["path"] == pages[0]
    assert found["reference"]["snapshot"] == {
        "url": pages[0],
        "final_url": pages[0],
        "fetched_at": time,
    }
    assert len(found["ledger"]) == 2
    site.asked.clear()
    status, again, _ = run(capsys, "--format", "json", *pages)
    assert (status, json.loads(again)) == (0, found)
    assert not site.asked


@pytest.mark.parametrize("form", ["text", "html"])
def test_reports_name_address_time_and_hash(
    site: Site, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    from gui.documents import load
    from gui.documents.web.snapshot_folder import snapshot_path

    pages = (site.url("/a"), site.url("/b"))
    _, out, _ = run(capsys, "--allow-local", "--format", form, *pages)
    for page in pages:
        path = snapshot_path(page)
        assert path is not None
        time = f"{times_of(page)[0][:19].replace('T', ' ')} UTC"
        assert page in out
        assert time in out
        assert load(path).sha256 in out


def test_pages_are_fetched_again_on_request_and_old_ones_stay(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = (site.url("/a"), site.url("/b"))
    run(capsys, "--allow-local", *pages)
    site.page("/a", article("The heron was there first, as anybody could have told the crew."))
    status, out, _ = run(capsys, "--allow-local", "--fetch-again", *pages)
    assert (status, "heron" in out) == (0, True)
    first, second = times_of(pages[0])
    dates = [f"{pages[0]}#fetched={time}" for time in (first, second)]
    status, out, _ = run(capsys, *dates)
    assert (status, "[-The swans" in out, "heron" in out) == (0, True, True)


def test_a_page_that_cannot_be_had_is_one_sentence(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "--allow-local", site.url("/a"), site.url("/gone"))
    assert (status, out) == (2, "")
    assert f"{site.url('/gone')}: 127.0.0.1 has no such page (404 Not Found)" in err
    assert err.count("\n") == 1
    gone = f"{site.url('/a')}#fetched=2001-01-01T00:00:00.000Z"
    status, _, err = run(capsys, gone, site.url("/a"))
    assert (status, "no such snapshot" in err) == (2, True)


def test_this_machine_is_not_asked_unless_that_is_allowed(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = run(capsys, site.url("/a"), site.url("/b"))
    assert (status, "--allow-local" in err) == (2, True)
    assert not site.asked
    assert not snapshots_folder().exists()


def test_one_page_alone_is_not_compared(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, site.url("/a"))
    assert (status, "second document" in err) == (2, True)
    assert not site.asked


def test_a_list_fetches_nothing_unless_it_is_asked_to(
    site: Site, listed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(capsys, "--format", "jsonl", "--allow-local", listed)
    assert status == 1
    assert all("--fetch" in json.loads(line)["error"] for line in out.splitlines())
    assert not site.asked


def test_a_list_says_whom_it_asks_and_what_could_not_be_had(
    site: Site, listed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("--format", "jsonl", "--allow-local", "--fetch", listed)
    status, out, err = run(capsys, *arguments)
    assert "fetching 3 web pages from 1 server: 127.0.0.1 (3)" in err
    assert f"{site.url('/gone')}: 127.0.0.1 has no such page (404 Not Found)" in err
    first, second = map(json.loads, out.splitlines())
    assert (status, first["pair_id"], "similarity" in first) == (1, "1", True)
    assert second["error"] == (
        f"The candidate {site.url('/gone')} could not be fetched. 127.0.0.1 has no such page "
        "(404 Not Found); check the link."
    )
    assert sorted(asked.path for asked in site.asked) == ["/a", "/b", "/gone"]


def test_a_page_that_could_not_be_had_again_is_compared_as_it_was(
    site: Site, listed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    site.page("/gone", article(COPIED))
    arguments = ("--format", "jsonl", "--allow-local")
    assert run(capsys, *arguments, "--fetch", listed)[0] == 0
    site.raw("/gone", "404 Not Found", ("Content-Length: 0",))
    status, out, err = run(capsys, *arguments, "--fetch-again", listed)
    assert (status, "404 Not Found" in err) == (0, True)
    assert all("similarity" in json.loads(line) for line in out.splitlines())


def test_who_goes_on_with_a_list_has_its_missing_pages_looked_for_again(
    site: Site, listed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Why they are missing is not kept: the next run may have them."""
    manner = Manner("jsonl", Options())
    with PartialFile(tmp_path / "partial", manner, resume=False) as partial:
        run_of = ListRun(read_pairs(listed), manner, 1, partial)
        assert all("--fetch" in piece.text for _, piece in run_of.results())
        assert not len(partial)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("answer", ["\n", "n\n", "", "yes please\n"])
def test_at_a_terminal_it_asks_and_only_a_yes_is_one(
    site: Site, listed: str, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    monkeypatch.setattr(sys, "stderr", screen)
    assert main(["--allow-local", "--fetch", listed]) == 2
    assert "Fetch them? [y/N]" in screen.getvalue()
    assert not site.asked


def test_a_yes_at_a_terminal_fetches_under_a_line_that_says_how_far_it_is(
    site: Site, listed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal("y\n"))
    monkeypatch.setattr(sys, "stderr", screen)
    assert main(["--format", "jsonl", "--allow-local", "--fetch", listed]) == 1
    assert "fetching from 127.0.0.1 (page 1 of 3)" in screen.getvalue()
    assert len(site.asked) == 3
