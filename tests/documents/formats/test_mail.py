"""Mail, and the pages that browsers save as mail."""

from __future__ import annotations

import base64
import quopri

import pytest

from gui.documents.formats.recognition import is_mail
from tests.documents.shared_reader import from_bytes, hidden, message, sections

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


def test_headers_are_looked_through_for_500_000_bytes() -> None:
    last = b"\nMIME-Version:"
    for length, is_seen in ((500_000, True), (500_001, False)):
        headers = b"Received: a".ljust(length - len(last), b"a") + last
        assert is_mail(headers + b" 1.0\n\nText", "x") is is_seen


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


def attachment(text: str, type: str) -> str:
    start = 'Content-Disposition: attachment; filename="gulls.html"\nContent-T'
    return part(text, type, "base64").replace("Content-T", start, 1)


def test_a_plain_form_that_only_names_the_other_one_is_no_letter() -> None:
    stub = part("Your program does not show pages.", "text/plain", "base64")
    html = part(PAGE.replace("</article>", "<p>And so on, again.</p>" * 9), "text/html", "base64")
    document = from_bytes(mail(LETTER, stub, html, kind="alternative"), name="x")
    assert sections(document)[1] == "Gulls at the mill"
    assert "does not show" not in document.text


@pytest.mark.parametrize(("plain", "pages", "is_stub"), [(39, 118, True), (39, 117, False)])
def test_a_plain_form_that_only_names_the_other_one_has_a_third_of_its_words(
    plain: int, pages: int, is_stub: bool
) -> None:
    assert is_read_as_page(plain, pages) is is_stub


def test_a_plain_form_of_40_words_is_the_letter() -> None:
    assert is_read_as_page(39, 500)
    assert not is_read_as_page(40, 500)


def is_read_as_page(plain: int, pages: int) -> bool:
    """Whether of two forms with so many words the page is read."""
    forms = part("Plain " * plain, "text/plain", "base64"), f"<p>{'page ' * pages}</p>"
    data = mail(LETTER, forms[0], part(forms[1], "text/html", "base64"), kind="alternative")
    return "page" in from_bytes(data, name="x").text


def test_all_plain_parts_of_a_letter_are_read() -> None:
    first, second = (part(text, "text/plain", "base64") for text in PROSE)
    picture = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw=="
    document = from_bytes(mail(LETTER, first, picture, second), name="x")
    assert sections(document) == ["Gulls at the mill", *PROSE]


@pytest.mark.parametrize("disposition", ["", "Content-Disposition: attachment\n"])
def test_a_forwarded_letter_follows_the_one_that_brings_it(disposition: str) -> None:
    inside = mail({**LETTER, "Subject": "News"}, part(TEXT, "text/plain", "base64")).decode()
    forwarded = f"Content-Type: message/rfc822\n{disposition}\n{inside}"
    note = part("See below.", "text/plain", "base64")
    document = from_bytes(mail(LETTER, note, forwarded), name="x")
    assert sections(document) == ["Gulls at the mill", "See below.", "News", *PROSE]


def test_letters_are_read_five_deep_inside_each_other() -> None:
    inside = mail({**LETTER, "Subject": "News 6"}, part("Text 6.", "text/plain", "base64"))
    for depth in reversed(range(6)):
        note = part(f"Text {depth}.", "text/plain", "base64")
        forwarded = f"Content-Type: message/rfc822\n\n{inside.decode()}"
        inside = (
            mail({**LETTER, "Subject": f"News {depth}"}, note, forwarded)
            .replace(b"--X", b"--%d" % depth)
            .replace(b'"X"', b'"%d"' % depth)
        )
    document = from_bytes(inside, name="x")
    assert sections(document)[1::2] == [f"Text {depth}." for depth in range(6)]


def test_an_attached_document_is_named_or_read_where_there_is_no_other_text() -> None:
    attached = attachment(PAGE, "text/html")
    document = from_bytes(
        mail(LETTER, part("See there.", "text/plain", "base64"), attached), name="x"
    )
    assert sections(document) == ["Gulls at the mill", "See there."]
    assert [(n.code, n.count) for n in document.notices] == [("attachments", 1)]
    assert "gulls.html" in str(document.notices[0].message)
    document = from_bytes(mail(LETTER, part(" ", "text/plain", "base64"), attached), name="x")
    assert PROSE[1][:20] in document.text
    assert not document.notices


def test_the_first_letter_of_a_box_is_a_letter() -> None:
    data = b"From bo@example.org Mon Nov  2 09:00:00 2026\n"
    data += mail(LETTER, part(TEXT, "text/plain", "base64"))
    assert sections(from_bytes(data, name="x")) == ["Gulls at the mill", *PROSE]


def test_style_sheets_that_were_saved_with_a_page_hide_text() -> None:
    told = PAGE.replace("<head>", '<head><link rel=stylesheet href="a.css">')
    told = told.replace("</article>", "<p class=x>Purple cows sing 4711 again.</p></article>")
    place = "\nContent-Location: https://example.org/s/{}\n\n"
    page = part(told, "text/html", "base64").replace("\n\n", place.format("p.html"), 1)
    sheet = part(".x{display:none}", "text/css", "base64").replace("\n\n", place.format("a.css"), 1)
    document = from_bytes(mail({"From": "<Saved>"}, page, sheet, kind="related"), name="x.mht")
    assert hidden(document) == ["Purple cows sing 4711 again."]


def test_of_a_saved_page_with_frames_the_page_is_read() -> None:
    place = "\nContent-Location: https://example.org/{}\n\n"
    frame = part("<p>Buy a boat.", "text/html", "base64").replace("\n\n", place.format("f"), 1)
    page = part(PAGE, "text/html", "base64").replace("\n\n", place.format("p"), 1)
    headers = {"From": "<Saved>", "Snapshot-Content-Location": "https://example.org/p"}
    assert "gulls" in from_bytes(mail(headers, frame, page, kind="related"), name="x").text


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
