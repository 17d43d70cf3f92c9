"""A server of this machine for tests: what it answers is written down, path by path."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import BinaryIO, NamedTuple

import gui.documents.web.page_request  # noqa: F401 - nothing of it may be imported in a thread first

Write = Callable[[BinaryIO], object]
"""Writes the whole of an answer, its status line included."""


class Asked(NamedTuple):
    """A request that came."""

    path: str
    headers: dict[str, str]


class Site:
    """The answers of a server by path, and what it was asked for."""

    def __init__(self) -> None:
        self.answers: dict[str, Write] = {}
        self.asked: list[Asked] = []
        self.closing = threading.Event()
        self.port = 0

    def url(self, path: str) -> str:
        """The address of *path* on this server."""
        return f"http://127.0.0.1:{self.port}{path}"

    def page(
        self, path: str, body: bytes, kind: str = "text/html; charset=utf-8", *headers: str
    ) -> str:
        """Answer *path* with *body*; return its address."""
        lines = (f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers)
        return self.raw(path, "200 OK", lines, body)

    def redirect(self, path: str, to: str, status: str = "302 Found") -> str:
        """Lead from *path* on to the address *to*; return that of *path*."""
        return self.raw(path, status, (f"Location: {to}", "Content-Length: 0"))

    def raw(self, path: str, status: str, headers: tuple[str, ...] = (), body: bytes = b"") -> str:
        """Answer *path* with exactly this; return its address."""
        head = "".join(f"{line}\r\n" for line in (f"HTTP/1.1 {status}", *headers, ""))
        self.answers[path] = lambda out: out.write(head.encode("latin-1") + body)
        return self.url(path)

    def without_end(self, path: str, piece: bytes, seconds: float = 0.0) -> str:
        """Send *piece* on *path* again and again, resting *seconds* each time."""

        def write(out: BinaryIO) -> None:
            out.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
            while not self.closing.wait(seconds):
                out.write(piece)
                out.flush()

        self.answers[path] = write
        return self.url(path)


@contextmanager
def serving() -> Iterator[Site]:
    """Serve a site until the end of the block."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(Asked(self.path, dict(self.headers.items())))
            answer = site.answers.get(self.path)
            self.close_connection = True
            try:
                if answer is None:
                    self.wfile.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone")
                else:
                    answer(self.wfile)  # type: ignore[arg-type]
            except OSError:  # whoever asked is gone
                pass

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True

        def handle_error(self, *_: object) -> None:
            """Say nothing: tests break connections."""

    with Server(("127.0.0.1", 0), Handler) as server:
        site.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield site
        finally:
            site.closing.set()
            server.shutdown()
            thread.join()


def article(*paragraphs: str, title: str = "Swans on the ferry") -> bytes:
    """A page with an article of *paragraphs*."""
    listed = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f"<!doctype html><html><head><title>{title}</title></head><body><article>"
        f"<h1>{title}</h1>{listed}</article></body></html>"
    ).encode()
