"""Pages are fetched within limits, and every way in which a server fails is said in a sentence."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator

import pytest

from gui.documents.document import DocumentError
from gui.documents.web.page_request import Exchange, PageLimits, PageRequest
from gui.messages import Code
from gui.messages.about_web import AboutWeb
from tests.documents.web.web_server import Site, article, serving

PAGE = article("The swans left the car deck at noon, and nobody had complained about the wait.")
SMALL = PageLimits(size=200_000, seconds=10)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


def fetch(url: str, limits: PageLimits = SMALL) -> list[Exchange]:
    return PageRequest(local=True, limits=limits, proxies={}).fetch(url)


def refusal(url: str, limits: PageLimits = SMALL) -> tuple[Code, str]:
    with pytest.raises(DocumentError) as caught:
        fetch(url, limits)
    return caught.value.message.code, str(caught.value)


def test_a_page_comes_as_it_was_sent_with_what_was_said(site: Site) -> None:
    url = site.page("/swans", PAGE, "text/html", "X-Served-By: pond")
    (found,) = fetch(url)
    assert (found.url, found.body, found.ip) == (url, PAGE, "127.0.0.1")
    assert b"X-Served-By: pond\r\n" in found.head
    assert found.request.startswith(b"GET /swans HTTP/1.1\r\n")


def test_the_server_hears_the_name_of_the_program_and_nothing_of_the_reader(site: Site) -> None:
    site.page("/b", PAGE, "text/html", "Set-Cookie: who=you")
    site.redirect("/a", "/b")
    fetch(site.url("/a"))
    fetch(site.url("/b"))
    assert len(site.asked) == 3
    for asked in site.asked:
        assert asked.headers["User-Agent"].startswith("Copydesk/")
        assert set(asked.headers) <= {
            "Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"
        }  # fmt: skip


def test_redirects_are_followed_and_told(site: Site) -> None:
    site.page("/c", PAGE)
    site.redirect("/b", site.url("/c"), "301 Moved Permanently")
    found = fetch(site.redirect("/a", "b"))
    assert [exchange.url for exchange in found] == [site.url(p) for p in ("/a", "/b", "/c")]
    assert found[-1].body == PAGE


def test_five_redirects_are_followed_and_no_sixth(site: Site) -> None:
    site.page("/0", PAGE)
    for number in range(1, 7):
        site.redirect(f"/{number}", f"/{number - 1}", "307 Temporary Redirect")
    assert len(fetch(site.url("/5"))) == 6
    code, said = refusal(site.url("/6"))
    assert (code, "5 times" in said) == (AboutWeb.TOO_MANY_REDIRECTS, True)


def test_a_circle_of_redirects_ends(site: Site) -> None:
    assert refusal(site.redirect("/round", "/round"))[0] is AboutWeb.TOO_MANY_REDIRECTS


@pytest.mark.parametrize(
    "place", ["file:///etc/passwd", "ftp://example.org/a", "data:text/html,hello", "javascript:1"]
)
def test_redirects_lead_to_no_other_kind_of_address(site: Site, place: str) -> None:
    code, said = refusal(site.redirect("/astray", place))
    assert code is AboutWeb.REDIRECTED_ASTRAY
    assert place.partition(":")[0] in said


def test_a_redirect_to_names_and_passwords_is_not_followed(site: Site) -> None:
    url = site.redirect("/astray", "http://me:secret@127.0.0.1/")
    assert refusal(url)[0] is AboutWeb.REDIRECTED_ASTRAY


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("404 Not Found", AboutWeb.NO_SUCH_PAGE),
        ("410 Gone", AboutWeb.NO_SUCH_PAGE),
        ("401 Unauthorized", AboutWeb.NOT_FOR_PROGRAMS),
        ("402 Payment Required", AboutWeb.NOT_FOR_PROGRAMS),
        ("403 Forbidden", AboutWeb.NOT_FOR_PROGRAMS),
        ("406 Not Acceptable", AboutWeb.NOT_FOR_PROGRAMS),
        ("429 Too Many Requests", AboutWeb.NOT_FOR_PROGRAMS),
        ("451 Unavailable For Legal Reasons", AboutWeb.NOT_FOR_PROGRAMS),
        ("500 Internal Server Error", AboutWeb.SERVER_ERROR),
        ("503 Service Unavailable", AboutWeb.SERVER_ERROR),
        ("418 I'm a teapot", AboutWeb.OTHER_STATUS),
        ("206 Partial Content", AboutWeb.OTHER_STATUS),
        ("304 Not Modified", AboutWeb.OTHER_STATUS),
    ],
)
def test_what_is_no_page_is_told_by_its_status(site: Site, status: str, code: AboutWeb) -> None:
    url = site.raw("/x", status, ("Content-Length: 5",), b"sorry")
    found, said = refusal(url)
    assert (found, status in said, "127.0.0.1" in said) == (code, True, True)


def test_80_characters_of_what_a_server_gives_as_its_reason_are_told(site: Site) -> None:
    said = refusal(site.raw("/x", f"404 {'x' * 81}"))[1]
    assert "x" * 80 in said
    assert "x" * 81 not in said


def test_a_page_that_says_it_is_too_large_is_refused_before_it_comes(site: Site) -> None:
    url = site.raw("/huge", "200 OK", ("Content-Length: 300000",), b"only this")
    assert refusal(url)[0] is AboutWeb.TOO_LARGE


def test_a_page_has_20_megabytes_at_most(site: Site) -> None:
    for size, is_too_large in ((20_000_000, False), (20_000_001, True)):
        url = site.raw(f"/{size}", "200 OK", (f"Content-Length: {size}",), b"only this")
        found, said = refusal(url, PageLimits())
        assert (found is AboutWeb.TOO_LARGE) is is_too_large
    assert "20 MB" in said


def test_a_page_that_never_ends_is_refused_at_the_limit(site: Site) -> None:
    assert refusal(site.without_end("/endless", b"x" * 10_000))[0] is AboutWeb.TOO_LARGE


def test_all_answers_together_have_one_limit(site: Site) -> None:
    body = b"x" * 120_000
    site.page("/b", body)
    url = site.raw("/a", "302 Found", ("Location: /b", f"Content-Length: {len(body)}"), body)
    assert refusal(url)[0] is AboutWeb.TOO_LARGE


@pytest.mark.parametrize("coding", ["gzip", "deflate", "x-gzip"])
def test_a_small_answer_that_unpacks_to_much_is_refused(site: Site, coding: str) -> None:
    data = b"\0" * 10_000_000
    body = zlib.compress(data) if coding == "deflate" else gzip.compress(data)
    assert len(body) < 20_000
    url = site.page("/bomb", body, "text/html", f"Content-Encoding: {coding}")
    assert refusal(url)[0] is AboutWeb.TOO_LARGE_UNPACKED


def test_bombs_in_several_parts_are_refused(site: Site) -> None:
    body = gzip.compress(b"\0" * 90_000) * 3
    url = site.page("/bombs", body, "text/html", "Content-Encoding: gzip")
    assert refusal(url)[0] is AboutWeb.TOO_LARGE_UNPACKED


def test_packing_that_nobody_asked_for_is_refused_by_name(site: Site) -> None:
    url = site.page("/packed", PAGE, "text/html", "Content-Encoding: br")
    code, said = refusal(url)
    assert (code, "br" in said) == (AboutWeb.UNKNOWN_CODING, True)
    url = site.page("/damaged", PAGE, "text/html", "Content-Encoding: gzip")
    assert refusal(url)[0] is AboutWeb.DAMAGED_CODING
    url = site.page("/cut", gzip.compress(PAGE)[:-9], "text/html", "Content-Encoding: gzip")
    assert refusal(url)[0] is AboutWeb.DAMAGED_CODING


def test_half_a_page_is_none(site: Site) -> None:
    url = site.raw("/half", "200 OK", ("Content-Length: 90000",), b"the first words")
    assert refusal(url)[0] is AboutWeb.CUT_OFF
    chunked = ("Transfer-Encoding: chunked",)
    assert refusal(site.raw("/chunk", "200 OK", chunked, b"ff\r\nhalf"))[0] is AboutWeb.CUT_OFF


def test_chunks_are_put_together(site: Site) -> None:
    body = b"6\r\nswans \r\n5\r\nleave\r\n0\r\n\r\n"
    url = site.raw("/chunks", "200 OK", ("Transfer-Encoding: chunked",), body)
    (found,) = fetch(url)
    assert found.body == b"swans leave"
    assert b"\r\nTransfer-Encoding" not in found.head


def test_nothing_is_no_page(site: Site) -> None:
    assert refusal(site.page("/empty", b""))[0] is AboutWeb.NOTHING_SENT


@pytest.mark.parametrize("answer", [b"", b"220 mail.example ESMTP\r\n", b"HTTP/1.1 abc\r\n\r\n"])
def test_answers_that_mean_nothing_are_told(site: Site, answer: bytes) -> None:
    site.answers["/odd"] = lambda out: out.write(answer)
    code, said = refusal(site.url("/odd"))
    assert code in (AboutWeb.BROKEN_ANSWER, AboutWeb.NO_CONNECTION)
    assert "\n" not in said


def test_a_server_that_speaks_no_tls_is_not_trusted(site: Site) -> None:
    site.page("/", PAGE)
    code, said = refusal(f"https://127.0.0.1:{site.port}/")
    assert (code, "127.0.0.1" in said) == (AboutWeb.NO_SECURE_CONNECTION, True)


def test_a_server_that_is_silent_is_left(site: Site) -> None:
    site.answers["/silent"] = lambda _out: site.closing.wait(60)
    assert refusal(site.url("/silent"), PageLimits(seconds=0.2))[0] is AboutWeb.TOO_SLOW


def test_where_nobody_listens_it_is_said(site: Site) -> None:
    port = site.port
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert refusal(f"http://127.0.0.1:{port}/")[0] is AboutWeb.NO_CONNECTION


def test_how_far_a_page_is_is_told(site: Site) -> None:
    told: list[tuple[str, int, int | None]] = []
    url = site.page("/long", PAGE * 500)
    request = PageRequest(local=True, proxies={}, progress=lambda *what: told.append(what))
    request.fetch(url)
    assert told[0] == (url, 0, len(PAGE) * 500)
    assert told[-1] == (url, len(PAGE) * 500, len(PAGE) * 500)


def test_letters_beyond_ascii_go_as_browsers_send_them(site: Site) -> None:
    site.page("/sch%C3%B6n", PAGE)
    site.answers["/latin"] = lambda out: out.write(
        "HTTP/1.1 302 Found\r\nLocation: /schön\r\nContent-Length: 0\r\n\r\n".encode()
    )
    assert fetch(site.url("/schön"))[-1].body == PAGE
    assert fetch(site.url("/latin"))[-1].body == PAGE


def test_a_proxy_of_the_environment_is_asked_and_its_password_is_not_kept() -> None:
    with serving() as proxy:
        url = "http://news.invalid/a"
        proxy.page("http://news.invalid/a", PAGE)
        request = PageRequest(
            local=True, proxies={"http": f"http://me:secret@127.0.0.1:{proxy.port}"}
        )
        (found,) = request.fetch(url)
    assert (found.body, found.ip) == (PAGE, "")
    assert proxy.asked[0].headers["Proxy-Authorization"].startswith("Basic ")
    assert b"Proxy-Authorization" not in found.request


def test_other_kinds_of_proxies_are_told() -> None:
    request = PageRequest(local=True, proxies={"http": "socks5://127.0.0.1:1080"})
    with pytest.raises(DocumentError) as caught:
        request.fetch("http://news.invalid/")
    assert caught.value.message.code is AboutWeb.OTHER_PROXY
