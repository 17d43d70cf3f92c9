"""Documents that are one XML file, feeds, and JSON: read as articles, or refused by name."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from gui.documents import DocumentError
from gui.documents.loading import first_words
from gui.documents.pages.article_data import paragraphs_of
from gui.documents.pages.article_json import read_json
from tests.documents.builders import ODF, WORD
from tests.documents.shared_reader import from_bytes, hidden, message, sections, seen

PROSE = ["The gulls moved to the old mill.", "Nobody had asked them to."]
DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n'
WORDML = "http://schemas.microsoft.com/office/word/2003/wordml"
PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"


def flat_odt(extra: str = "") -> str:
    body = "".join(f"<text:p>{part}</text:p>" for part in PROSE)
    return (
        f'<office:document xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0"{extra}>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def test_flat_opendocument_is_read() -> None:
    many = "".join(f' xmlns:n{n}="urn:of:some:length:{n:040}"' for n in range(100))
    for text in (DECLARED + flat_odt(), flat_odt(many)):
        document = from_bytes(text.encode(), name="x.fodt")
        assert (document.format, sections(document)) == ("odt", PROSE)
    other = DECLARED.replace("UTF-8", "UTF-16") + flat_odt()
    assert sections(from_bytes(other.encode("utf-16"), name="x")) == PROSE


def test_word_2003_is_read() -> None:
    text = (
        f'{DECLARED}<?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="{WORDML}" '
        'xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:body>'
        f"<w:p><w:r><w:t>{PROSE[0]}</w:t></w:r><w:r><w:footnote><w:p><w:r><w:t>A note.</w:t></w:r>"
        '</w:p></w:footnote></w:r><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:t>x'
        "</w:t></w:r></aml:content></aml:annotation></w:p>"
        f"<w:p><w:r><w:t>{PROSE[1]}</w:t></w:r></w:p></w:body></w:wordDocument>"
    )
    document = from_bytes(text.encode(), name="x.xml")
    assert (document.format, sections(document)) == ("docx", [*PROSE, "A note."])
    assert [notice.code for notice in document.notices] == ["deletions"]


def test_comments_and_hidden_styles_of_word_2003_are_told_apart() -> None:
    comment = (
        '<w:r><aml:annotation w:type="Word.Comment"><aml:content><w:p><w:r><w:t>Check this.</w:t>'
        "</w:r></w:p></aml:content></aml:annotation></w:r>"
    )
    unseen = '<w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>Purple.</w:t></w:r>'
    text = (
        f'{DECLARED}<w:wordDocument xmlns:w="{WORDML}" '
        'xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:styles><w:style w:styleId="S">'
        "<w:rPr><w:vanish/></w:rPr></w:style></w:styles><w:body>"
        f"<w:p><w:r><w:t>{PROSE[0]}</w:t></w:r>{comment}{unseen}</w:p></w:body></w:wordDocument>"
    )
    document = from_bytes(text.encode(), name="x.xml")
    assert (seen(document), hidden(document)) == ([PROSE[0]], ["Purple."])


def test_word_xml_is_read_with_what_is_inside() -> None:
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    names = "http://schemas.openxmlformats.org/package/2006/relationships"

    def xml(name: str, inside: str) -> str:
        return f'<pkg:part pkg:name="{name}"><pkg:xmlData>{inside}</pkg:xmlData></pkg:part>'

    def link(role: str, target: str) -> str:
        inside = f'<Relationship Id="r1" Type="{rel}/{role}" Target="{target}"/>'
        return f'<Relationships xmlns="{names}">{inside}</Relationships>'

    chunk = base64.b64encode(f"<html><p>{PROSE[1]}</p></html>".encode()).decode()
    text = (
        f'{DECLARED}<pkg:package xmlns:pkg="{PACKAGE}">'
        + xml("/_rels/.rels", link("officeDocument", "word/document.xml"))
        + xml("/word/_rels/document.xml.rels", link("aFChunk", "a.html"))
        + xml(
            "/word/document.xml",
            f'<w:document xmlns:w="{WORD}" xmlns:r="{rel}"><w:body><w:p><w:r><w:t>{PROSE[0]}</w:t>'
            '</w:r></w:p><w:altChunk r:id="r1"/></w:body></w:document>',
        )
        + f'<pkg:part pkg:name="/word/a.html"><pkg:binaryData>{chunk}</pkg:binaryData></pkg:part>'
        "</pkg:package>"
    )
    document = from_bytes(text.encode(), name="x.xml")
    assert (document.format, sections(document)) == ("docx", PROSE)


ITEM = "<title>Gulls</title>"
ENCODED = 'xmlns:c="http://purl.org/rss/1.0/modules/content/"'
FEEDS = {
    "rss": f"<rss><channel><title>Post</title><item>{ITEM}<description>{PROSE[0]}\n\n{PROSE[1]}"
    "</description></item></channel></rss>",
    "html": f"<rss {ENCODED}><channel><item>{ITEM}<description>The gulls…</description><c:encoded>"
    f"<![CDATA[<p>{PROSE[0]}</p><p>{PROSE[1]}</p>]]></c:encoded></item></channel></rss>",
    "escaped": f"<rss><channel><item>{ITEM}<description>&lt;p&gt;{PROSE[0]}&lt;p&gt;{PROSE[1]}"
    "</description></item></channel></rss>",
    "atom": f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry>{ITEM}<content '
    'type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
    f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p></div></content></entry></feed>",
    "rdf": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    f'xmlns="http://purl.org/rss/1.0/"><item>{ITEM}<description>{PROSE[0]}\n\n{PROSE[1]}'
    "</description></item></rdf:RDF>",
}


@pytest.mark.parametrize("kind", FEEDS)
def test_the_items_of_a_feed_are_articles(kind: str) -> None:
    document = from_bytes((DECLARED + FEEDS[kind]).encode(), name="x.xml")
    assert (document.format, sections(document)) == ("feed", ["Gulls", *PROSE])


def test_all_items_of_a_feed_are_read_also_of_a_damaged_one() -> None:
    item = f"<item>{ITEM}<description>Fish&nbsp;& more</description></item>"
    document = from_bytes(f"<rss><channel>{item}{item}</rss>".encode(), name="x")
    assert sections(document)[0] == "Gulls"
    assert len(sections(document)) == 4


def test_what_a_feed_says_of_its_pictures_is_not_the_article() -> None:
    media = 'xmlns:m="http://search.yahoo.com/mrss/"'
    said = "<m:title>A boat</m:title><m:description>" + "A boat at the quay. " * 20
    item = f"<item {media}>{said}</m:description>{ITEM}<description>{PROSE[0]}</description></item>"
    document = from_bytes(f"<rss><channel>{item}</channel></rss>".encode(), name="x")
    assert sections(document) == ["Gulls", PROSE[0]]


BODY = "\n\n".join(PROSE)
ARTICLES = {
    "schema": {"@type": "NewsArticle", "headline": "Gulls", "articleBody": BODY},
    "graph": {"@graph": [{"@type": "Person"}, {"headline": "Gulls", "articleBody": BODY}]},
    "crawler": {"title": "Gulls", "description": "The…", "maintext": BODY},
    "plain": {"url": "x", "title": "Gulls", "text": BODY},
    "list": [{"title": "Gulls", "content": BODY}],
    "inside": {"status": "ok", "data": {"title": "Gulls", "content": BODY}},
    "html": {"title": "Gulls", "content": f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p>"},
    "lines": {"title": "Gulls", "text": PROSE},
    "line ends": {"title": "Gulls", "text": "\n".join(PROSE)},
    "agency": {"headline": "Gulls", "body_text": BODY, "body_xhtml": "<p>Other</p>"},
    "bodies": {"headlines": [{"value": "Gulls"}], "bodies": [{"role": "main", "value": BODY}]},
    "fields": {
        "response": {
            "content": {"webTitle": "G", "fields": {"headline": "Gulls", "bodyText": BODY}}
        }
    },
    "rendered": {
        "title": {"rendered": "Gulls"},
        "content": {"rendered": f"<p>{PROSE[0]}<p>{PROSE[1]}"},
    },
    "paragraphs": {"title": "Gulls", "content": [{"type": "p", "text": text} for text in PROSE]},
    "nested": {"article": {"title": "Gulls", "body": {"text": BODY}}},
}


@pytest.mark.parametrize("kind", ARTICLES)
def test_json_of_an_article_is_read_as_one(kind: str) -> None:
    for text in (json.dumps(ARTICLES[kind]), json.dumps(ARTICLES[kind], indent=2)):
        document = from_bytes(text.encode(), name="x.json")
        assert (document.format, sections(document)) == ("json", ["Gulls", *PROSE])


def test_json_lines_of_articles_are_read_line_by_line() -> None:
    lines = [json.dumps({"title": f"Gulls {n}", "text": text}) for n, text in enumerate(PROSE)]
    document = from_bytes("\n".join([*lines, ""]).encode(), name="x")
    assert sections(document) == ["Gulls 0", PROSE[0], "Gulls 1", PROSE[1]]


@pytest.mark.parametrize("text", ['{"a": 1}', '[{"a": {"b": "c"}}]', '{"text": ""}', '{"text": 5}'])
def test_json_without_an_article_is_refused(text: str) -> None:
    assert "JSON in which no article was found" in message(text.encode())


@pytest.mark.parametrize("text", ['{"so to speak} he said', '[{"a": ' * 5000])
def test_what_only_begins_like_json_is_text(text: str) -> None:
    document = from_bytes(text.encode(), name="x")
    assert (document.format, document.text) == ("text", text)


@pytest.mark.parametrize(
    "text",
    [
        f"{DECLARED}<plist><dict/></plist>",
        f"{DECLARED}<!-- a --><!DOCTYPE x [<!ELEMENT x ANY>]><t:OEI xmlns:t='u'>a</t:OEI>",
        '<svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>',
    ],
)
def test_other_xml_is_refused_by_its_root(text: str) -> None:
    assert "XML of a kind that Copydesk does not read" in message(text.encode())


def test_pages_that_begin_like_xml_are_pages() -> None:
    for text in (
        f'{DECLARED}<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Gulls</body></html>',
        '<div xmlns="http://www.w3.org/1999/xhtml"><p>Gulls</p></div>',
    ):
        assert from_bytes(text.encode(), name="x.html").text == "Gulls"


def test_no_first_words_are_shown_of_what_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    path.write_text(f"{DECLARED}<plist>{'<key>a</key> ' * 200_000}</plist>")
    assert first_words(str(path)) is None


_SAID = "The ferry waited at the quay for an hour. Nobody had come to the harbour by then. "
_MORE = "The swans slept on the car deck all morning. Children brought them bread and barley. "
_LATE = "The ferry was an hour late on this morning."
_LAST = "At noon the captain sent for a fisherman. He led the birds away with a bucket of feed."


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (_SAID + _MORE + _LAST, 1),
        (f"{_SAID} {_MORE} {_LAST}", 3),  # two blanks
        (f"{_SAID}\u00a0{_MORE} {_LAST}", 3),
        (_SAID.strip() + _MORE.strip() + _LAST, 3),  # no blank
        (_SAID.strip() + "\u201c" + _MORE.strip() + _LAST, 3),
        ((_SAID + _MORE + _LAST).replace(". ", ".  "), 1),  # someone types two blanks
        ((_SAID + _MORE + _LAST).replace(". ", "."), 1),  # all were lost
        (_SAID + "It runs on Node.js, of U.S.Steel. " + _MORE + _LAST, 1),
        (f"{_SAID}<br>{_MORE}<br>{_LAST}", 3),
        (f"{_SAID}\n{_MORE}\n{_LAST}", 3),
        (f"<p>{_SAID}</p><p>{_MORE}</p><p>{_LAST}</p>", 3),
    ],
)
def test_paragraphs_that_were_run_together_are_parted(text: str, paragraphs: int) -> None:
    data = json.dumps({"@type": "NewsArticle", "articleBody": text})
    assert len(sections(from_bytes(data.encode(), name="a.json"))) == paragraphs


@pytest.mark.parametrize(("wide", "paragraphs"), [(3, 4), (4, 1)])
def test_three_ends_of_paragraphs_are_believed_to_an_end_of_a_sentence_inside_one(
    wide: int, paragraphs: int
) -> None:
    text = f"{_LATE} {'  '.join([_LATE] * (wide + 1))}"
    assert len(paragraphs_of(text)) == paragraphs


@pytest.mark.parametrize(("length", "paragraphs"), [(200, 2), (199, 1)])
def test_a_line_of_200_characters_may_hold_several_paragraphs(length: int, paragraphs: int) -> None:
    assert len(paragraphs_of(f"{_SAID} So".ljust(length - 1, "o") + ".")) == paragraphs


@pytest.mark.parametrize(("length", "paragraphs"), [(100, 2), (99, 1)])
def test_a_line_of_100_characters_is_a_paragraph_whatever_it_ends_with(
    length: int, paragraphs: int
) -> None:
    assert len(paragraphs_of("\n".join(["x" * length] * 2))) == paragraphs


@pytest.mark.parametrize("title", ["headline", "name"])
def test_a_title_has_300_characters_at_most(title: str) -> None:
    for length, is_read in ((300, True), (301, False)):
        data = json.dumps({title: "x" * length, "articleBody": PROSE[0]})
        assert (len(sections(from_bytes(data.encode(), name="a.json"))) == 2) is is_read


@pytest.mark.parametrize("field", ["articleBody", "body"])
def test_an_article_is_looked_for_20_values_deep(field: str) -> None:
    article = json.dumps({"headline": "Gulls", field: PROSE[0]})
    assert read_json(f"{'[' * 20}{article}{']' * 20}") == f"Gulls\n\n{PROSE[0]}"
    with pytest.raises(DocumentError, match="no article"):
        read_json(f"{'[' * 21}{article}{']' * 21}")


def test_a_body_is_looked_into_20_values_deep() -> None:
    for depth, is_read in ((20, True), (21, False)):
        data = f'{{"articleBody": {"[" * depth}"{PROSE[0]}"{"]" * depth}, "text": "Other."}}'
        assert read_json(data) == (PROSE[0] if is_read else "Other.")


def test_an_article_told_in_one_line_has_the_paragraphs_that_the_page_shows_of_it() -> None:
    data = json.dumps({"@type": "NewsArticle", "articleBody": _SAID + _MORE + _LAST})
    page = (
        "<!doctype html><title>Swans on the ferry</title>"
        f'<script type="application/ld+json">{data}</script>'
        f"<article><h1>Swans on the ferry</h1><p>{_SAID}</p>"
        "<p>Subscribe to read on.</p></article>"
    )
    found = sections(from_bytes(page.encode(), name="a.html"))
    assert found == ["Swans on the ferry", _SAID.strip(), _MORE + _LAST]
