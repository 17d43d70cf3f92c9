"""NITF and TEI: the article without what stands about it."""

from __future__ import annotations

import pytest

from tests.documents.shared_reader import from_bytes, message, sections

NITF = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf><head><title>Of no matter</title><docdata><date.issue norm="20240304"/></docdata></head>
<body><body.head>
 <hedline><hl1>Swans delay <em>the</em> ferry</hl1><hl2>Barley helped</hl2></hedline>
 <byline>By <person>Ada Berg</person></byline>
 <dateline><location>Vik</location>, <story.date>4 March</story.date></dateline>
 <abstract><p>Four swans sat on the deck.</p></abstract>
</body.head>
<body.content><block>
 <p>The ferry waited at M&ouml;en
   for an hour.</p>
 <media media-type="image"><media-reference source="a.jpg"/>
  <media-caption>The deck</media-caption><media-producer>C. Dahl</media-producer></media>
 <table><tr><th>Day</th><th>Swans</th></tr><tr><td>Monday</td><td>4</td></tr></table>
 <ul><li>bread</li><li>barley</li></ul>
</block></body.content>
<body.end><tagline>Ada Berg lives in Vik.</tagline></body.end></body></nitf>"""

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>Of no matter</title></titleStmt></fileDesc></teiHeader>
<text><front><titlePage><docTitle><titlePart>Swans</titlePart></docTitle></titlePage></front>
<body><div><head>The ferry</head>
<p>The ferry <del>sailed</del><add>waited</add><note place="foot">On Monday.</note> an
<choice><sic>howr</sic><corr>hour</corr></choice> at the har<lb break="no"/>bour.<pb n="2"/></p>
<lg><l>Four swans</l><l>on the deck</l></lg>
<sp><speaker>MASTER</speaker><p>Barley!</p><stage>He goes.</stage></sp>
<ab><w>They</w> <w>left</w> <pc>(</pc><w>at</w> <w>noon</w> <pc>)</pc> <pc>.</pc></ab>
<list><item>one</item><item>two <list><item>three</item></list></item></list>
<fw>Page 7</fw><figure><head>A swan</head><figDesc>white bird</figDesc></figure>
</div></body></text></TEI>"""


def test_an_article_of_a_news_agency_is_read() -> None:
    document = from_bytes(NITF.encode(), name="a.xml")
    assert (document.format, sections(document)) == (
        "nitf",
        [
            "Swans delay the ferry",
            "Barley helped",
            "By Ada Berg",
            "Vik, 4 March",
            "Four swans sat on the deck.",
            "The ferry waited at Möen for an hour.",
            "The deck",
            "C. Dahl",
            "Day\tSwans",
            "Monday\t4",
            "bread",
            "barley",
            "Ada Berg lives in Vik.",
        ],
    )


@pytest.mark.parametrize("root", ["TEI", "teiCorpus"])
def test_an_edition_is_read_as_it_is_to_be_read(root: str) -> None:
    corpus = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>x</teiHeader>{TEI}'
    text = TEI if root == "TEI" else f"{corpus}</teiCorpus>"
    document = from_bytes(text.encode(), name="a.xml")
    assert (document.format, sections(document)) == (
        "tei",
        [
            "Swans",
            "The ferry",
            "The ferry waited an hour at the harbour.",
            "On Monday.",
            "Four swans\non the deck",
            "MASTER",
            "Barley!",
            "He goes.",
            "They left (at noon).",
            "one",
            "two",
            "three",
            "A swan",
        ],
    )


def test_the_older_root_and_a_cut_file_are_read() -> None:
    text = "<TEI.2><text><body><p>The ferry waited.</p><p>Nobody ca"
    assert sections(from_bytes(text.encode(), name="x")) == ["The ferry waited.", "Nobody ca"]


@pytest.mark.parametrize("text", ["<nitf><head><title>Swans</title></head></nitf>", "<TEI/>"])
def test_without_an_article_it_is_refused(text: str) -> None:
    assert "text" in message(text.encode())
