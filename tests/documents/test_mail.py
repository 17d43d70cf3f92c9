"""Mail, and the pages that browsers save as mail."""

from __future__ import annotations

import base64
import quopri

import pytest

from tests.documents.shared_reader import from_bytes, message, sections

PROSE = ["The gulls moved to the old mill on Monday.", "Nobody had asked them, café or no café."]
TEXT = "\n\n".join(PROSE)
PAGE = (
    "<html><head><title>Gulls at the mill</title></head><body><article><h1>Gulls at the mill</h1>"
    + "".join(f"<p>{part} {part.replace('The', 'So the')}</p>" for part in PROSE)
    + "</article></body></html>"
)
LETTER = {"From": "Bo <bo@example.org>", "To": "desk@example.org", "Subject": "Gulls at the mill"}


def part(text: str, type: str, how: str, charset: str = "utf-8") -> str:
    data = text.encode(charset)
    coded = base64.encodebytes(data) if how == "base64" else quopri.encodestring(data)
    return (
        f'Content-Type: {type}; charset="{charset}"\nContent-Transfer-Encoding: {how}\n\n'
        f"{coded.decode('ascii')}"
    )


def mail(headers: dict[str, str], *parts: str, kind: str = "mixed") -> bytes:
    head = "".join(f"{name}: {value}\n" for name, value in headers.items())
    head += "MIME-Version: 1.0\n"
    if len(parts) == 1:
        return (head + parts[0]).encode()
    joined = "".join(f"--X\n{each}\n" for each in parts)
    return f'{head}Content-Type: multipart/{kind}; boundary="X"\n\n{joined}--X--\n'.encode()


@pytest.mark.parametrize("how", ["base64", "quoted-printable"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "utf-16-le"])
def test_the_body_of_a_letter_is_decoded(how: str, charset: str) -> None:
    document = from_bytes(mail(LETTER, part(TEXT, "text/plain", how, charset)), name="x.eml")
    assert document.format == "mail"
    assert sections(document) == ["Gulls at the mill", *PROSE]


def test_line_ends_of_the_network_and_long_headers_are_no_obstacle() -> None:
    headers = {"Received": "from a.example.org; " * 2000, **LETTER}
    data = mail(headers, part(TEXT, "text/plain", "base64")).replace(b"\n", b"\r\n")
    assert sections(from_bytes(data, name="x")) == ["Gulls at the mill", *PROSE]


def test_an_encoded_subject_is_decoded() -> None:
    headers = {**LETTER, "Subject": "=?iso-8859-1?Q?Caf=E9?= at the mill"}
    document = from_bytes(mail(headers, part(TEXT, "text/plain", "base64")), name="x")
    assert sections(document)[0] == "Café at the mill"


def test_of_a_letter_in_two_forms_the_plain_one_is_read_and_no_attachment() -> None:
    attached = part("Attached.", "text/plain", "base64").replace(
        "Content-T", "Content-Disposition: attachment\nContent-T", 1
    )
    html = part(PAGE, "text/html", "base64")
    plain = part(TEXT, "text/plain", "base64")
    document = from_bytes(mail(LETTER, attached, html, plain), name="x")
    assert sections(document) == ["Gulls at the mill", *PROSE]


def test_a_letter_in_html_only_is_read_as_a_whole() -> None:
    html = part("<div>Dear desk,</div><p>gulls again.</p>", "text/html", "quoted-printable")
    document = from_bytes(mail(LETTER, html), name="x")
    assert sections(document) == ["Gulls at the mill", "Dear desk,", "gulls again."]


def test_flowed_lines_are_joined() -> None:
    text = "The gulls \nmoved to \nthe mill.\n\nNobody asked.\n"
    data = mail(LETTER, part(text, "text/plain; format=flowed", "base64"))
    assert "The gulls moved to the mill.\n\nNobody asked." in from_bytes(data, name="x").text


def test_a_saved_page_of_one_part_is_read() -> None:
    saved = {"From": '"Saved by a browser"', "Subject": "Not the headline"}
    for data in (
        mail(saved, part(PAGE, "text/html;\n\t", "quoted-printable").replace(";\n\t;", ";\n\t")),
        mail({**saved, "X-Long": "y" * 6000}, part(PAGE, "text/html", "base64"), "\n\n",
             kind="related"),
    ):  # fmt: skip
        document = from_bytes(data, name="page.mht")
        assert document.format == "html"
        assert sections(document)[0] == "Gulls at the mill"
        assert "Not the headline" not in document.text


def test_the_page_that_a_saved_file_begins_with_is_read() -> None:
    frame = part("<p>Buy a boat.", "text/html", "base64").replace(
        "\n\n", "\nContent-ID: <f>\n\n", 1
    )
    page = part(PAGE, "text/html", "base64").replace("\n\n", "\nContent-ID: <p>\n\n", 1)
    data = mail({"From": "<Saved>"}, frame, page, kind='related; start="<p>"')
    assert "gulls" in from_bytes(data, name="x").text


def test_a_letter_without_a_body_is_refused() -> None:
    assert "holds no text" in message(mail(LETTER, part("", "text/plain", "base64")))


def test_prose_that_begins_like_a_mail_is_prose() -> None:
    text = "From: the desk\nSubject: gulls\n\nThey moved."
    assert from_bytes(text.encode(), name="note.txt").text == text
    assert sections(from_bytes(text.encode(), name="note.eml")) == ["gulls", "They moved."]
