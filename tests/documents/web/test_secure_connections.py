"""Whom a page is from is checked: a certificate that nobody vouches for proves nothing."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from gui.documents.document import DocumentError
from gui.documents.web.page_request import PageLimits, PageRequest
from gui.messages.about_web import AboutWeb

PAGE = b"<p>The swans left the car deck at noon."
SUBJECT = "/CN=127.0.0.1"


class Quiet(HTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing: whoever does not trust us goes away."""


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that its own key vouches for, for this machine."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl here to make a certificate")
    folder = tmp_path_factory.mktemp("certificate")
    parts = ("-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", SUBJECT)
    name = ("-addext", "subjectAltName=IP:127.0.0.1")
    out = ("-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem"))
    subprocess.run([openssl, "req", "-x509", *parts, *name, *out], check=True, capture_output=True)
    return folder


@pytest.fixture
def address(certificate: Path) -> Iterator[str]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    with Quiet(("127.0.0.1", 0), Handler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"https://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


def fetch(url: str) -> bytes:
    request = PageRequest(local=True, limits=PageLimits(seconds=10), proxies={})
    return request.fetch(url)[-1].body


def test_a_server_for_which_nobody_vouches_is_refused(address: str) -> None:
    with pytest.raises(DocumentError) as caught:
        fetch(address)
    assert caught.value.message.code is AboutWeb.NO_SECURE_CONNECTION
    assert "certificate" in str(caught.value)


def test_a_server_for_which_the_system_vouches_is_believed(
    address: str, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    assert fetch(address) == PAGE


def test_a_certificate_for_another_name_is_refused(
    address: str, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    with pytest.raises(DocumentError) as caught:
        fetch(address.replace("127.0.0.1", "localhost"))
    assert caught.value.message.code is AboutWeb.NO_SECURE_CONNECTION
