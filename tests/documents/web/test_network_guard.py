"""What belongs to this machine and its network is not connected to, however it is written."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from typing import Any

import pytest

from gui.documents.document import DocumentError
from gui.documents.web.network_guard import connect, is_public
from gui.documents.web.page_request import PageLimits, PageRequest
from gui.messages.about_web import AboutWeb
from tests.documents.web.web_server import serving

NEAR = """127.0.0.1 127.9.9.9 0.0.0.0 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1
169.254.169.254 100.64.0.1 100.127.255.254 192.0.0.8 192.0.2.1 198.18.0.1 224.0.0.1 239.1.1.1
240.0.0.1 255.255.255.255 :: ::1 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:10.0.0.1
::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 2002:7f00:1:: 2002:c0a8:101::
2001::1 2001:db8::1 fe80::1 fe80::1%eth0 fec0::1 fc00::1 fd12:3456::1 ff02::1 ff0e::1""".split()
FAR = """8.8.8.8 93.184.215.14 172.15.0.1 172.32.0.1 100.63.0.1 100.128.0.1 1.1.1.1
2606:4700::1111 2a00:1450:4001::71 ::ffff:8.8.8.8 64:ff9b::808:808 2002:808:808::""".split()


@pytest.mark.parametrize("address", NEAR)
def test_addresses_of_this_machine_and_its_network_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", FAR)
def test_addresses_of_the_public_network_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("nonsense", ["", "localhost", "1.2.3", "12345678"])
def test_what_is_no_address_is_not_public(nonsense: str) -> None:
    assert not is_public(nonsense)


def answers(*addresses: str, asked: list[str] | None = None) -> Any:
    """A resolver that gives the next of *addresses* each time, the last one for ever."""
    left = list(addresses)

    def resolver(host: str, port: int) -> Sequence[tuple[Any, ...]]:
        if asked is not None:
            asked.append(host)
        address = left.pop(0) if len(left) > 1 else left[0]
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        place = (address, port, 0, 0) if ":" in address else (address, port)
        return [(family, socket.SOCK_STREAM, 6, "", place)]

    return resolver


@pytest.mark.parametrize("address", ["127.0.0.1", "::ffff:127.0.0.1", "10.0.0.1", "::1"])
def test_a_name_that_means_this_network_is_refused_without_connecting(address: str) -> None:
    with serving() as site, pytest.raises(DocumentError) as caught:
        connect("news.example", site.port, 5.0, local=False, resolver=answers(address))
    assert caught.value.message.code is AboutWeb.IS_LOCAL
    assert "--allow-local" in str(caught.value)
    assert not site.asked


@pytest.mark.parametrize(("host", "address"), [("10.0.0.1", "10.0.0.1"), ("[::1]", "::1")])
def test_an_address_that_is_named_itself_is_told_once(host: str, address: str) -> None:
    with pytest.raises(DocumentError) as caught:
        connect(host, 9, 5.0, local=False, resolver=answers(address))
    assert str(caught.value).startswith(f"{address} belongs to this machine")


def test_odd_forms_of_a_number_are_seen_through() -> None:
    for host in ("2130706433", "0x7f.1", "0177.0.0.1", "127.1", "localhost"):
        with pytest.raises(DocumentError) as caught:
            connect(host, 9, 5.0, local=False)
        codes = (AboutWeb.IS_LOCAL, AboutWeb.IS_LOCAL_ADDRESS, AboutWeb.NO_SUCH_HOST)
        assert caught.value.message.code in codes


def test_a_name_is_looked_up_once_and_that_address_connected_to() -> None:
    """DNS rebinding: the second answer would be another one."""
    asked: list[str] = []
    with serving() as site:
        resolver = answers("127.0.0.1", "10.9.9.9", asked=asked)
        found = connect("news.example", site.port, 5.0, local=True, resolver=resolver)
        assert found.getpeername() == ("127.0.0.1", site.port)
        found.close()
    assert asked == ["news.example"]


@pytest.mark.parametrize(
    ("theirs", "is_near"),
    [("2600:1:2:3::9", True), ("2600:1:2:3:ffff::9", True), ("2600:1:2:2::9", False)],
)
def test_a_network_of_ipv6_is_told_by_the_first_64_bits(
    monkeypatch: pytest.MonkeyPatch, theirs: str, is_near: bool
) -> None:
    class Connected:
        def __init__(self, *_: int) -> None:
            self.settimeout = self.connect = self.close = lambda *_: None

        def getsockname(self) -> tuple[str, int]:
            return "2600:1:2:3:aaaa::1", 1

        def getpeername(self) -> tuple[str, int]:
            return theirs, 1

    monkeypatch.setattr("gui.documents.web.network_guard.socket.socket", Connected)
    if is_near:
        with pytest.raises(DocumentError) as caught:
            connect("news.example", 80, 5.0, local=False, resolver=answers(theirs))
        assert caught.value.message.code is AboutWeb.IS_LOCAL
    else:
        connect("news.example", 80, 5.0, local=False, resolver=answers(theirs))


def test_each_step_of_a_redirect_is_looked_at() -> None:
    """The first address is public, as far as its name says; the next is this machine's."""
    with serving() as site:
        site.redirect("/out", f"http://router.example:{site.port}/secret")
        site.page("/secret", b"the keys of the kingdom")
        hosts: list[str] = []

        def resolver(host: str, port: int) -> Sequence[tuple[Any, ...]]:
            hosts.append(host)
            return answers("127.0.0.1")(host, port)  # type: ignore[no-any-return]

        class Once(PageRequest):
            """The first server may be here, as a public one cannot be had in a test."""

            def _ask(self, url: str) -> Any:
                self._local = "router" not in url
                return super()._ask(url)

        request = Once(limits=PageLimits(seconds=10), resolver=resolver, proxies={})
        with pytest.raises(DocumentError) as caught:
            request.fetch(site.url("/out"))
    assert caught.value.message.code is AboutWeb.IS_LOCAL
    assert "router.example" in str(caught.value)
    assert [asked.path for asked in site.asked] == ["/out"]
    assert hosts == ["127.0.0.1", "router.example"]


def test_behind_a_proxy_names_of_this_network_are_refused_too() -> None:
    with serving() as proxy:
        request = PageRequest(
            resolver=answers("192.168.0.1"), proxies={"http": f"127.0.0.1:{proxy.port}"}
        )
        with pytest.raises(DocumentError) as caught:
            request.fetch("http://printer.example/")
    assert caught.value.message.code is AboutWeb.IS_LOCAL
    assert not proxy.asked
