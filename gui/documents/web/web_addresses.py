"""Web addresses as people and lists write them, and their normal form for snapshots.

A *dated* address names one snapshot of a page: the address with the time at which the page was
fetched behind ``#``, a part of it that is never sent to anybody. Label files name snapshots so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timezone
from typing import NamedTuple

from ...messages import Message
from ...messages.about_web import AboutWeb
from ..document import DocumentError, shown_name

_LONGEST = 4_000  # characters; servers refuse longer ones
_WEB = re.compile(r"\s*(?:https?://[^\s/]|www\.[^\s/])", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_NO_FILE = re.compile(r"\s*(?!file:)[A-Za-z][A-Za-z0-9+.-]{1,20}://", re.IGNORECASE)
_SPACES = re.compile(r"[\s\x00-\x20]+")
_DATED = re.compile(r"#fetched=(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\Z")
_TIME = "%Y-%m-%dT%H:%M:%S"
_PORTS = {"http": 80, "https": 443}
# What stays as it is in a path or query: whoever wrote the address has quoted the rest already.
_KEPT = "!$%&'()*+,/:;=?@[]~"


class WebAddress(NamedTuple):
    """A page: its ``url`` in normal form, without a part behind ``#``, and its ``host``.

    ``fetched`` is the time of the one snapshot that is meant; "" for the newest.
    """

    url: str
    host: str
    fetched: str = ""

    @property
    def name(self) -> str:
        """The address as lists and labels name it: dated where one snapshot is meant."""
        return dated(self.url, self.fetched) if self.fetched else self.url


def is_address(name: str) -> bool:
    """Return whether *name* is meant as the address of a web page, without any look-up.

    >>> is_address("https://example.org/a"), is_address("www.example.org"), is_address("a.html")
    (True, True, False)
    """
    return _WEB.match(name) is not None


def is_other_address(name: str) -> bool:
    """Return whether *name* is meant as an address of something else than a web page or a file.

    >>> [is_other_address(name) for name in ("ftp://example.org/a", "file:///a", "a.txt")]
    [True, False, False]
    """
    return _NO_FILE.match(name) is not None and not is_address(name)


def address_of(name: str) -> WebAddress:
    """Return what the address *name* means.

    Letters beyond ASCII are written as browsers send them, the scheme's own port is left out.
    Raises :class:`DocumentError`, whose message says what is wrong with the address.

    >>> address_of(" HTTP://Example.org:80/a b#part ").url
    'http://example.org/a%20b'
    """
    bare = name.strip()
    found = _DATED.search(bare)
    try:
        url, host = _normal(bare)
    except ValueError:
        raise _refused(AboutWeb.NOT_AN_ADDRESS, bare) from None
    return WebAddress(url, host, found[1] if found else "")


def dated(url: str, fetched: str) -> str:
    """Return the address that names the snapshot of *url* that was fetched at this time.

    >>> dated("https://example.org/a", "2026-02-03T04:05:06.789Z")
    'https://example.org/a#fetched=2026-02-03T04:05:06.789Z'
    """
    return f"{url.partition('#')[0]}#fetched={fetched}"


def undated(name: str) -> str:
    """Return the address that *name* has without the time of a snapshot; else *name* as it is.

    >>> undated("https://example.org/a#fetched=2026-02-03T04:05:06.789Z"), undated("a.txt")
    ('https://example.org/a', 'a.txt')
    """
    return _DATED.sub("", name) if is_address(name) else name


def short_address(name: str) -> str:
    """Return the address *name* as a title: without its scheme, and with a time that people read.

    >>> short_address("https://example.org/a#fetched=2026-02-03T04:05:06.789Z")
    'example.org/a (2026-02-03 04:05:06 UTC)'
    """
    found = _DATED.search(name)
    bare = undated(name).partition("://")[2] or name
    return f"{bare} ({found[1][:19].replace('T', ' ')} UTC)" if found else bare


def time_in_utc(when: datetime) -> str:
    """Return *when* as ISO 8601 in UTC with milliseconds, the format of label files."""
    utc = when.astimezone(timezone.utc)
    return f"{utc:{_TIME}}.{utc.microsecond // 1000:03d}Z"


def links_in(text: str) -> list[str]:
    r"""Return the web addresses in *text*, as somebody copied or dropped it, each of them once.

    They are what stands between blanks; lines that begin with ``#`` are comments, as in lists of
    addresses that programs drop. Text with other words in it holds no links: it is a text.

    >>> links_in("https://example.org/a\nhttps://example.org/b")
    ['https://example.org/a', 'https://example.org/b']
    >>> links_in("see https://example.org/a")
    []
    """
    if len(text) > 4 * _LONGEST:
        return []
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    words = " ".join(lines).split()
    return list(dict.fromkeys(words)) if all(map(is_address, words)) else []


def hosts_in(urls: Sequence[str]) -> list[tuple[str, int]]:
    """Return the servers of *urls* and how many pages each has, those of most pages first."""
    return Counter(map(host_of, urls)).most_common()


def named_hosts(urls: Sequence[str], most: int = 6) -> str:
    """Return the servers of *urls* in one line, with the pages of each where it has several.

    >>> named_hosts(["https://example.org/a", "https://example.org/b", "https://other.example/"])
    'example.org (2), other.example'
    """
    hosts = hosts_in(urls)
    said = [f"{host} ({count:,})" if count > 1 else host for host, count in hosts[:most]]
    return ", ".join(said) + (", …" if len(hosts) > most else "")


def host_of(url: str) -> str:
    """Return the server of the address *url*; of what is no address, that itself."""
    try:
        return address_of(url).host
    except DocumentError:
        return url


def _normal(name: str) -> tuple[str, str]:
    """Return the address in normal form and its host; raises ValueError for one that is none."""
    from urllib.parse import quote, urlsplit, urlunsplit  # for lists of files nobody needs it

    if len(name) > _LONGEST:
        raise ValueError("too long")
    if not _SCHEME.match(name) and is_address(name):
        name = f"https://{name}"
    parts = urlsplit(_SPACES.sub("%20", name))
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise _refused(AboutWeb.OTHER_SCHEME, name, scheme=scheme or "file")
    if "@" in parts.netloc:
        raise DocumentError(Message(AboutWeb.NAMES_A_USER, host=shown_name(parts.hostname or "")))
    host = _host(parts.hostname or "")
    port = parts.port  # raises ValueError itself
    shown = f"[{host}]" if ":" in host else host
    place = shown if port in (None, _PORTS[scheme]) else f"{shown}:{port}"
    path = quote(parts.path or "/", safe=_KEPT)
    query = quote(parts.query, safe=_KEPT)
    return urlunsplit((scheme, place, path, query, "")), host


def _host(name: str) -> str:
    """Return the name of a host as it is asked for; raises ValueError for none."""
    host = name.rstrip(".").lower()
    if not host:
        raise ValueError("no host")
    if host.isascii():
        if not re.fullmatch(r"[a-z0-9._:%-]+", host):
            raise ValueError("odd host")
        return host
    return host.encode("idna").decode("ascii")  # a ValueError where it has no such form


def _refused(code: AboutWeb, name: str, **said: str) -> DocumentError:
    return DocumentError(Message(code, url=shown_name(name), **said))
