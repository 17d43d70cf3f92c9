"""Web pages are kept as they came, whole or not at all, and are documents from then on."""

from __future__ import annotations

import gzip
import hashlib
import os
import stat
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from gui.documents import DocumentError
from gui.documents.loading import sha256_of
from gui.documents.web.page_request import Exchange
from gui.documents.web.snapshot_folder import snapshot_path, snapshots_folder, times_of
from gui.documents.web.snapshots import keep, page_in
from gui.documents.web.web_content import encoding_of
from gui.messages.about_web import AboutWeb
from tests.documents.shared_reader import load
from tests.documents.web.web_server import article

URL = "https://news.example/swans?page=1"
SAID = "The swans left the car deck at noon, and nobody had complained about the wait."
PAGE = article(SAID)
FIRST, SECOND = "2026-02-03T04:05:06.789Z", "2026-03-01T00:00:00.000Z"


def exchange(
    body: bytes = PAGE,
    kind: str = "text/html; charset=utf-8",
    *headers: str,
    url: str = URL,
    at: str = FIRST,
    status: str = "200 OK",
) -> Exchange:
    lines = (f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers, "", "")
    request = f"GET {url.partition('.example')[2]} HTTP/1.1\r\nHost: news.example\r\n\r\n"
    return Exchange(url, at, "192.0.2.7", request.encode(), "\r\n".join(lines).encode(), body)


def kept_text(*arguments: str | bytes) -> str:
    return load(keep(URL, [exchange(*arguments)])).text  # type: ignore[arg-type]


def test_other_programs_read_what_was_kept() -> None:
    moved = exchange(b"", "text/html", "Location: /swans?page=1", url="https://news.example/s",
                     status="301 Moved Permanently")  # fmt: skip
    path = keep("https://news.example/s", [moved, exchange()])
    with path.open("rb") as file:
        records = [
            (
                record.rec_type,
                record.rec_headers.get_header("WARC-Target-URI"),
                record.rec_headers.get_header("WARC-Date"),
                record.rec_headers.get_header("WARC-IP-Address"),
                record.content_stream().read(),
                record.digest_checker.passed,
            )
            for record in ArchiveIterator(file, check_digests=True)
        ]
    assert [record[0] for record in records] == [
        "warcinfo", "response", "request", "response", "request"
    ]  # fmt: skip
    assert records[3] == ("response", URL, FIRST, "192.0.2.7", PAGE, True)
    assert records[1][1] == "https://news.example/s"
    assert all(record[5] for record in records)


def test_a_snapshot_is_a_document_that_says_where_it_is_from() -> None:
    moved = exchange(b"", url="https://news.example/s", status="302 Found")
    document = load(keep("https://news.example/s", [moved, exchange()]))
    assert SAID in document.text
    assert document.snapshot is not None
    assert document.snapshot.url == "https://news.example/s"
    assert (document.snapshot.final, document.snapshot.fetched) == (URL, FIRST)
    assert document.sha256 == document.snapshot.sha256 == hashlib.sha256(PAGE).hexdigest()
    said = [str(notice.message) for notice in document.notices]
    assert said[0] == "Fetched from https://news.example/s on 2026-02-03 04:05:06 UTC."
    assert URL in said[1]


def test_the_newest_snapshot_is_meant_unless_a_time_is_named() -> None:
    assert snapshot_path(URL) is None
    first = keep(URL, [exchange()])
    second = keep(URL, [exchange(article("Another text."), at=SECOND)])
    assert times_of(URL) == [FIRST, SECOND]
    assert snapshot_path(URL) == snapshot_path(f"{URL}#comments") == str(second)
    assert snapshot_path(f"{URL}#fetched={FIRST}") == str(first)
    assert snapshot_path(f"{URL}#fetched=2020-01-01T00:00:00.000Z") is None
    assert snapshot_path("https://news.example/other") is None
    assert times_of("https://") == []


def test_a_page_that_did_not_change_has_the_same_hash() -> None:
    first = keep(URL, [exchange()])
    second = keep(URL, [exchange(at=SECOND)])
    assert first.read_bytes() != second.read_bytes()
    hashes = {sha256_of(path.read_bytes()) for path in (first, second)}
    assert hashes == {load(first).sha256} == {hashlib.sha256(PAGE).hexdigest()}
    assert sha256_of(b"text") == hashlib.sha256(b"text").hexdigest()
    damaged = first.read_bytes()[:300]
    assert sha256_of(damaged) == hashlib.sha256(damaged).hexdigest()


def test_what_the_server_packed_is_read_and_kept_as_it_came() -> None:
    body = gzip.compress(PAGE)
    path = keep(URL, [exchange(body, "text/html", "Content-Encoding: gzip")])
    assert SAID in load(path).text
    assert page_in(path.read_bytes()).snapshot.sha256 == hashlib.sha256(body).hexdigest()
    assert body in path.read_bytes()


CZECH = "Žluťoučký kůň se na přívozu lekl labutí, které čekaly na oběd."


def page_in_czech(encoding: str, meta: str = "") -> bytes:
    head = f'<meta charset="{meta}">' if meta else ""
    return f"<html><head>{head}</head><body><p>{CZECH}</p></body></html>".encode(encoding)


@pytest.mark.parametrize(
    ("written", "header", "meta"),
    [
        ("windows-1250", "windows-1250", ""),
        ("iso-8859-2", "iso-8859-2", "windows-1250"),  # the server goes before the page
        ("windows-1250", "utf-8", "windows-1250"),  # but it cannot be right here
        ("utf-8", "iso-8859-1", "utf-8"),  # nor here: one encoding for all pages
        ("utf-8", "no-such-thing", "utf-8"),
        ("utf-8", "", "utf-8"),
        ("utf-8-sig", "windows-1250", ""),
    ],
)
def test_the_encoding_that_the_server_names_counts_where_it_can_be_right(
    written: str, header: str, meta: str
) -> None:
    kind = f"text/html; charset={header}" if header else "text/html"
    assert CZECH in kept_text(page_in_czech(written, meta), kind)


def test_a_server_that_is_wrong_is_named() -> None:
    kind = "text/html; charset=utf-8"
    document = load(keep(URL, [exchange(page_in_czech("windows-1250", "windows-1250"), kind)]))
    assert "charset-ignored" in {notice.code for notice in document.notices}
    fine = load(keep(URL, [exchange(page_in_czech("utf-8"), kind)]))
    assert "charset-ignored" not in {notice.code for notice in fine.notices}


def test_the_encoding_that_a_person_names_goes_first() -> None:
    path = keep(URL, [exchange(page_in_czech("iso-8859-2"), "text/html; charset=utf-8")])
    assert CZECH in load(path, encoding="iso-8859-2").text


def test_seven_bits_in_another_way_are_no_plain_ascii() -> None:
    said = "白鳥は正午に出て行った。"
    assert encoding_of(said.encode("iso-2022-jp"), "iso-2022-jp") == "iso-2022-jp"
    assert encoding_of("swans".encode("utf-16-le"), "utf-16-le") == "utf-16-le"
    assert encoding_of(b"swans", "windows-1250") is None


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (SAID.encode(), "text/plain"),
        (b'{"@type": "NewsArticle", "articleBody": "%s"}' % SAID.encode(), "application/json"),
        (f"# Swans\n\n{SAID}\n\n[a](b)\n".encode(), "text/markdown"),
    ],
)
def test_pages_of_other_kinds_are_told_by_their_content(body: bytes, kind: str) -> None:
    assert SAID in kept_text(body, kind)


def test_a_picture_is_refused_under_its_address() -> None:
    path = keep(URL, [exchange(b"\x89PNG\r\n\x1a\n" + bytes(500), "image/png")])
    with pytest.raises(DocumentError, match=r"https://news\.example/swans"):
        load(path)


def test_archives_of_others_and_damaged_ones_are_told(tmp_path: Path) -> None:
    whole = keep(URL, [exchange()]).read_bytes()
    for number, data in enumerate(
        (whole[: len(whole) // 4], b"WARC/1.0\r\n\r\n", b"WARC/1.1 is the name of a format\n" * 9,
         keep(URL, [exchange(status="404 Not Found", at=SECOND)]).read_bytes())
    ):  # fmt: skip
        path = tmp_path / f"{number}.warc"
        path.write_bytes(data)
        with pytest.raises(DocumentError) as caught:
            load(path)
        assert "damaged or holds no page" in str(caught.value)


def test_only_the_reviewer_may_read_what_was_kept() -> None:
    path = keep(URL, [exchange()])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_full_disk_leaves_nothing_half_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DocumentError) as caught:
        keep(URL, [exchange()])
    assert caught.value.message.code is AboutWeb.NOT_KEPT
    assert "No space left on device" in str(caught.value)
    assert not list(snapshots_folder().rglob("*"))


def test_a_folder_that_cannot_be_written_to_is_named() -> None:
    folder = snapshots_folder()
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way")
    with pytest.raises(DocumentError) as caught:
        keep(URL, [exchange()])
    assert caught.value.message.code is AboutWeb.NOT_KEPT
    assert str(folder) in str(caught.value)


def test_names_of_folders_are_those_of_servers_and_lead_nowhere_else() -> None:
    odd = "http://[2001:db8::1]:8080/../../a%2f..%2f?x=/../"
    path = keep(odd, [exchange(url=odd)])
    assert path.parent.parent == snapshots_folder()
    assert ":" not in path.parent.name
    assert snapshot_path(odd) == str(path)


def test_the_name_of_a_folder_begins_with_60_characters_of_the_server() -> None:
    host = ".".join(["swans-on-the-ferry"] * 4)
    path = keep(f"https://{host}/a", [exchange(url=f"https://{host}/a")])
    assert path.parent.name.rpartition("-")[0] == host[:60]
