"""Requests one web page, within limits, and only from servers that the reviewer named.

It runs in the fetching process (see ``fetching_process``), which is ended when its time is up:
nothing here waits for longer than that, whatever a server does.

It uses the standard library. What urllib3 or httpx would add (pools, retries, compression, cookies)
is not wanted here, and both offer only private hooks for connecting to a checked address.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from ... import __version__
from ...messages import Message
from ...messages.about_web import AboutWeb
from ..document import DocumentError, shown_name
from .network_guard import Resolve, connect, is_local, is_public, resolve
from .web_addresses import address_of, time_in_utc
from .web_content import MOST_BYTES, unpacked

MOST_REDIRECTS = 5
USER_AGENT = f"Copydesk/{__version__} (a person asked for this page)"
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_GONE, _BARRED = frozenset((404, 410)), frozenset((401, 402, 403, 406, 429, 451))
_PIECE = 1 << 16
_LONGEST_REASON = 80  # characters


class Exchange(NamedTuple):
    """A request and its answer.

    ``at`` is the time of the answer in UTC, ``ip`` the address that gave it, "" through a proxy.
    ``request`` and ``head`` are as they went over the network, the latter without the chunks that
    a server may cut a page into; ``body`` is as it came otherwise, packed where it was.
    """

    url: str
    at: str
    ip: str
    request: bytes
    head: bytes
    body: bytes


class PageLimits(NamedTuple):
    """The limits of a page: total bytes, redirects, and seconds for each wait.

    A page as a whole has no more seconds than that either.
    """

    size: int = MOST_BYTES
    redirects: int = MOST_REDIRECTS
    seconds: float = 30.0


Progress = Callable[[str, int, "int | None"], object]
"""Called with the address, the bytes that came so far, and how many there are if that is known."""


class PageRequest:
    """Requests pages; *local* allows those of this machine and its network."""

    def __init__(
        self,
        *,
        local: bool = False,
        limits: PageLimits | None = None,
        progress: Progress = lambda *_: None,
        resolver: Resolve = resolve,
        proxies: dict[str, str] | None = None,
    ) -> None:
        """*proxies* are those of the environment where it is None."""
        self._local = local
        self._limits = limits or PageLimits()
        self._progress = progress
        self._resolve = resolver
        self._proxies = proxies if proxies is not None else urllib.request.getproxies()
        self._room = self._limits.size

    def fetch(self, url: str) -> list[Exchange]:
        """Return all exchanges up to the page at *url*, which is in the last answer.

        Raises :class:`DocumentError`, whose message names the server.
        """
        self._room = self._limits.size
        found: list[Exchange] = []
        url = address_of(url).url
        while True:
            answer, location = self._ask(url)
            found.append(answer)
            if location is None:
                return found
            if len(found) > self._limits.redirects:
                most = self._limits.redirects
                raise DocumentError(
                    Message(AboutWeb.TOO_MANY_REDIRECTS, host=_host(found[0].url), most=most)
                )
            url = _followed(url, location)

    def _ask(self, url: str) -> tuple[Exchange, str | None]:
        """Return the answer to the request for *url*, and where it leads on to."""
        host = _host(url)
        try:
            return self._exchange(url)
        except DocumentError:
            raise
        except TimeoutError:
            seconds = round(self._limits.seconds)
            code = Message(AboutWeb.TOO_SLOW, host=host, seconds=seconds)
        except ssl.SSLError as error:
            why = getattr(error, "verify_message", "") or error.reason or "TLS"
            code = Message(AboutWeb.NO_SECURE_CONNECTION, host=host, why=_one_line(str(why)))
        except http.client.IncompleteRead:
            code = Message(AboutWeb.CUT_OFF, host=host)
        except http.client.HTTPException as error:
            why = _one_line(str(error)) or type(error).__name__
            code = Message(AboutWeb.BROKEN_ANSWER, host=host, why=why)
        except OSError as error:
            why = _one_line(error.strerror or str(error))
            code = Message(AboutWeb.NO_CONNECTION, host=host, why=why)
        raise DocumentError(code) from None

    def _exchange(self, url: str) -> tuple[Exchange, str | None]:
        parts = urlsplit(url)
        connection, whole = self._connection(url)
        target = url if whole else url.partition(parts.netloc)[2]
        headers = {
            "Host": parts.netloc,
            "User-Agent": USER_AGENT,
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        if whole and (permit := _permit(self._proxies[parts.scheme])):
            headers["Proxy-Authorization"] = permit
        try:
            connection.putrequest("GET", target, skip_host=True, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            ip = "" if whole or connection.sock is None else connection.sock.getpeername()[0]
            response = connection.getresponse()
            at = time_in_utc(datetime.now(timezone.utc))
            with closing(response):
                location = _location(response)
                if location is None:
                    _check_status(response, _host(url))
                body = self._body(response, url)
            if location is None and not body:
                raise DocumentError(Message(AboutWeb.NOTHING_SENT, host=_host(url)))
        finally:
            connection.close()
        headers.pop("Proxy-Authorization", None)  # it is nobody's business who keeps the page
        sent = _block(f"GET {target} HTTP/1.1", headers.items())
        return Exchange(url, at, ip, sent, _head(response), body), location

    def _connection(self, url: str) -> tuple[http.client.HTTPConnection, bool]:
        """Return a connection for *url*, and whether the whole of it has to be asked for."""
        parts = urlsplit(url)
        host, seconds = parts.hostname or "", self._limits.seconds
        port = parts.port or (443 if parts.scheme == "https" else 80)
        proxy = self._proxies.get(parts.scheme)
        if proxy is None or urllib.request.proxy_bypass(parts.netloc):
            return _Guarded(parts.scheme, host, port, seconds, self._local, self._resolve), False
        if not self._local:
            self._check_behind_proxy(host, port)
        way = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
        if way.scheme != "http" or not way.hostname:
            raise DocumentError(Message(AboutWeb.OTHER_PROXY, scheme=shown_name(way.scheme)))
        place = way.hostname, way.port or 80
        if parts.scheme == "http":
            return http.client.HTTPConnection(*place, timeout=seconds), True
        tunnel = http.client.HTTPSConnection(*place, timeout=seconds, context=_trusted())
        permit = _permit(proxy)
        tunnel.set_tunnel(host, port, {"Proxy-Authorization": permit} if permit else {})
        return tunnel, False

    def _check_behind_proxy(self, host: str, port: int) -> None:
        """Refuse *host* where it is known here as one of this network; the proxy asks for it."""
        try:
            found = [str(info[4][0]) for info in self._resolve(host, port)]
        except (OSError, UnicodeError):
            return  # names that only the proxy knows
        if found and not any(map(is_public, found)):
            raise is_local(host, found[0])

    def _body(self, response: http.client.HTTPResponse, url: str) -> bytes:
        """Return the body as it came; raises where it, or what it unpacks to, is too large."""
        size = self._limits.size // 1_000_000
        too_large = DocumentError(Message(AboutWeb.TOO_LARGE, host=_host(url), size=size))
        total = response.length
        if total is not None and total > self._room:
            raise too_large
        pieces, received = [], 0
        self._progress(url, 0, total)
        while piece := response.read1(_PIECE):
            pieces.append(piece)
            received += len(piece)
            if received > self._room:
                raise too_large
            self._progress(url, received, total)
        if total is not None and received < total:
            raise http.client.IncompleteRead(b"", total - received)
        self._room -= received
        body = b"".join(pieces)
        unpacked(body, response.getheader("Content-Encoding", ""), self._limits.size)
        return body


class _Guarded(http.client.HTTPConnection):
    """A connection to an address that was looked at, secured where the scheme says so."""

    def __init__(
        self, scheme: str, host: str, port: int, seconds: float, local: bool, resolver: Resolve
    ) -> None:
        super().__init__(host, port, timeout=seconds)
        self._seconds, self._local, self._resolver = seconds, local, resolver
        self._is_secure = scheme == "https"

    def connect(self) -> None:
        """Connect; see ``network_guard``."""
        found: socket.socket = connect(
            self.host, self.port, self._seconds, local=self._local, resolver=self._resolver
        )
        if self._is_secure:
            try:
                found = _trusted().wrap_socket(found, server_hostname=self.host)
            except BaseException:
                found.close()
                raise
        self.sock = found


def _trusted() -> ssl.SSLContext:
    """Return what decides whom to trust: the system's authorities, or those of certifi."""
    context = ssl.create_default_context()
    known = ssl.get_default_verify_paths()
    if not context.get_ca_certs() and not any(
        Path(place).exists() for place in (known.cafile, known.capath) if place
    ):  # a bundle that was built on another system
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _location(response: http.client.HTTPResponse) -> str | None:
    if response.status not in _REDIRECTS:
        return None
    found = response.getheader("Location")
    if not found:
        return None
    try:  # headers come as Latin-1, whatever they are in
        return found.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return found


def _followed(url: str, location: str) -> str:
    """Return the address that *location* means, said by the page at *url*."""
    try:
        return address_of(urljoin(url, location.strip())).url
    except ValueError:
        why = Message(AboutWeb.NOT_AN_ADDRESS, url=shown_name(location))
    except DocumentError as error:
        why = error.message
    raise DocumentError(Message(AboutWeb.REDIRECTED_ASTRAY, host=_host(url), why=why))


def _check_status(response: http.client.HTTPResponse, host: str) -> None:
    status = response.status
    if 200 <= status < 300 and status not in (204, 205, 206):
        return
    code = AboutWeb.OTHER_STATUS
    if status in _GONE:
        code = AboutWeb.NO_SUCH_PAGE
    elif status in _BARRED:
        code = AboutWeb.NOT_FOR_PROGRAMS
    elif status >= 500:
        code = AboutWeb.SERVER_ERROR
    reason = _one_line(response.reason) or http.client.responses.get(status, "")
    raise DocumentError(Message(code, host=host, status=str(status), reason=reason))


def _head(response: http.client.HTTPResponse) -> bytes:
    """Return status line and headers of the answer; chunks are taken out of its body."""
    listed = [
        ("X-Archive-Orig-Transfer-Encoding" if name.lower() == "transfer-encoding" else name, value)
        for name, value in response.getheaders()
    ]
    version = "1.0" if response.version == 10 else "1.1"
    return _block(f"HTTP/{version} {response.status} {response.reason}".rstrip(), listed)


def _block(first: str, headers: Iterable[tuple[str, str]]) -> bytes:
    lines = [first, *(f"{name}: {' '.join(value.splitlines())}" for name, value in headers)]
    return "".join(f"{line}\r\n" for line in [*lines, ""]).encode("latin-1", "replace")


def _permit(proxy: str) -> str:
    """Return what a proxy wants to hear from whom its address names; "" for nobody."""
    parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    if parts.username is None:
        return ""
    said = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return f"Basic {b64encode(said.encode()).decode('ascii')}"


def _host(url: str) -> str:
    return shown_name(urlsplit(url).hostname or url)


def _one_line(said: str) -> str:
    """Return *said*, by a server or the system, on one line and not for ever."""
    return " ".join("".join(c if c.isprintable() else " " for c in said).split())[:_LONGEST_REASON]
