from __future__ import annotations

import quopri
import sys

import pytest

from gui.documents import DocumentError
from gui.documents.formats.markdown_text import read_markdown
from gui.documents.pages.article import match_blocks, read_page, same_make
from gui.documents.pages.markup import page_blocks, parse_page
from gui.documents.pages.page_furniture import find_furniture
from tests.documents.shared_reader import from_bytes

PARAGRAPHS = [
    "The ferry to the island of Oster did not sail on Monday, because its captain had found a "
    "family of swans asleep on the car deck and would not have them woken before noon.",
    "Passengers were told over the loudspeaker, first politely and then, as the morning went "
    "on, with a growing warmth for the birds, that the company regretted nothing at all.",
    "“We have been late for storms, for strikes and once for a piano,” said the mate, who has "
    "worked on the boat for nineteen years, “so I do not see why we should not wait for these.”",
    "By half past twelve the swans had left of their own accord, and the ferry followed them "
    "out of the harbour at a distance that several people on board described as respectful.",
]
MENU = "".join(f'<li><a href="/{n}">Section number {n}</a></li>' for n in range(12))
PAGE = f"""<!DOCTYPE html>
<html><head><title>Swans delay the island ferry - The Oster Gazette</title>
<meta charset="utf-8"><style>p {{ color: red }}</style></head>
<body><header><nav class="menu"><ul>{MENU}</ul></nav></header>
<main><article>
<h1 class="headline">Swans delay the island ferry</h1>
<div class="meta"><span class="byline">By Ines Halvorsen</span></div>
<div class="meta"><time datetime="2024-03-04">4 March 2024, 14:10</time></div>
<figure><img src="swans.jpg" alt="Swans"><figcaption>The car deck on Monday. Photo: O. Brandt
</figcaption></figure>
<div class="body"><p>{"</p><p>".join(PARAGRAPHS)}</p></div>
</article></main>
<aside class="related"><h3>More from Oster</h3><ul><li><a href="/x">Bakery wins prize</a></li>
</ul></aside>
<footer><p>Copyright The Oster Gazette. All rights reserved. Terms and privacy.</p></footer>
<script>document.write("never seen")</script></body></html>"""


def sections(text: str) -> list[str]:
    return text.split("\n\n")


def test_the_article_comes_with_its_furniture_in_the_order_of_the_page() -> None:
    document = from_bytes(PAGE.encode(), name="ferry.html")
    assert document.format == "html"
    assert [span.of(document.text) for span in document.sections] == [
        "Swans delay the island ferry",
        "By Ines Halvorsen",
        "4 March 2024, 14:10",
        "The car deck on Monday. Photo: O. Brandt",
        *PARAGRAPHS,
    ]
    assert document.notices == ()


def test_a_note_on_the_author_stays_after_the_text() -> None:
    note = "Ines Halvorsen has written about boats and birds for the Gazette since 2011."
    bio = f'<div class="author-bio"><p>{note}</p><p>Follow</p></div>'
    blocks = page_blocks(parse_page(PAGE.replace("</article>", f"</article>{bio}")))
    texts = [block.text for block in blocks]
    body = {texts.index(paragraph) for paragraph in PARAGRAPHS}
    kinds = find_furniture(blocks, body, "Swans delay the island ferry")
    assert [(texts[index], kinds[index]) for index in sorted(kinds)] == [
        ("Swans delay the island ferry", "headline"),
        ("By Ines Halvorsen", "byline"),
        ("4 March 2024, 14:10", "date"),
        ("The car deck on Monday. Photo: O. Brandt", "caption"),
        (note, "note"),
    ]


def test_the_whole_page_shows_menus_and_footers_too() -> None:
    document = from_bytes(PAGE.encode(), name="ferry.html", whole_page=True)
    shown = sections(document.text)
    assert shown[:2] == ["Section number 0", "Section number 1"]
    assert "Bakery wins prize" in shown
    assert shown[-1] == "Copyright The Oster Gazette. All rights reserved. Terms and privacy."
    assert set(sections(from_bytes(PAGE.encode(), name="x").text)) <= set(shown)
    assert "never seen" not in document.text
    assert "color" not in document.text


@pytest.mark.parametrize(
    "spacer", ["<p>\u200b</p>", "<p><span>\ufeff&nbsp;</span></p>", "<p>&zwj;<br>&#8203;</p>", ""]
)
def test_paragraphs_that_only_make_space_are_none(spacer: str) -> None:
    """Nor are lines behind the last break of a paragraph."""
    page = PAGE.replace("</p>", f"<br>\u200d</p>{spacer}")
    assert read_page(page) == read_page(PAGE)


def test_a_title_that_the_text_begins_with_is_not_told_twice() -> None:
    title = "Swans delay the island ferry"
    story = f"<p>{'The ferry waited for the swans at the quay all day. ' * 4}</p>" * 3
    page = f"<title>{title}</title><body><p>Home News<p><font>{title}</font>{story}"
    assert read_page(page)[0].count(title) == 1


def test_a_page_without_a_heading_gets_its_title() -> None:
    page = PAGE.replace('<h1 class="headline">Swans delay the island ferry</h1>', "")
    assert sections(read_page(page)[0])[0] == "Swans delay the island ferry"


def test_a_page_without_an_article_is_shown_whole_and_says_so() -> None:
    document = from_bytes(b"<html><body><ul><li>One</li><li>Two</li></ul></body></html>", name="x")
    assert sections(document.text) == ["One", "Two"]
    assert [notice.code for notice in document.notices] == ["whole-page"]


def test_an_article_in_two_containers_is_read_to_its_end() -> None:
    def box(paragraphs: list[str]) -> str:
        return "".join(f"<p>{p}</p>" for p in paragraphs)

    blocks = page_blocks(
        parse_page(
            f'<div class="body">{box(PARAGRAPHS[:3])}</div><div class="ad"><p>Buy a boat now, '
            f'it will never wait for a swan.</p></div><div class="body">{box(PARAGRAPHS[3:])}'
            "<p>READ MORE ABOUT SWANS AND OTHER BIRDS HERE</p></div>"
        )
    )
    chosen, strays = match_blocks(blocks, PARAGRAPHS[:3])
    assert chosen == {0, 1, 2}
    assert strays == {}
    assert same_make(blocks, chosen) == {0, 1, 2, 4}


def test_a_make_that_few_paragraphs_have_adds_none() -> None:
    page = "".join(f'<div class="c{n}"><p>{text}</p></div>' for n, text in enumerate(PARAGRAPHS))
    blocks = page_blocks(parse_page(page + f'<div class="c3"><p>{PARAGRAPHS[0]}</p></div>'))
    assert same_make(blocks, {0, 1, 3}) == set()
    assert same_make(blocks, set()) == set()


def test_the_rest_of_a_divided_article_is_in_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    from gui.documents.pages import extractor

    found = parse_page(f"<body><p>{'</p><p>'.join(PARAGRAPHS[:2])}</p></body>")
    monkeypatch.setattr(extractor, "main_text", lambda root: found)
    assert sections(read_page(PAGE)[0])[-4:] == PARAGRAPHS


def test_readers_comments_are_no_part_of_the_article() -> None:
    comments = "".join(f"<p>I saw {n} swans there myself, what a day it was!</p>" for n in range(9))
    page = PAGE.replace("</article>", f'</article><section class="comments">{comments}</section>')
    assert read_page(page)[0] == read_page(PAGE)[0]


def test_what_the_extractor_changed_is_still_found() -> None:
    blocks = page_blocks(parse_page("<p>Menu</p><p>One sentence of it. <a>A link.</a></p><p>End"))
    chosen, strays = match_blocks(
        blocks, ["One sentence of it.", "This stands nowhere on the page."]
    )
    assert chosen == {1}
    assert strays == {1: ["This stands nowhere on the page."]}


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("<p>One<p>Two", ["One", "Two"]),
        ("<p>One\n   line</p>", ["One line"]),
        ("<div>One<br>still one<br><br>Two</div>", ["One\nstill one", "Two"]),
        ("<div>Before<p>Inside</p>After</div>", ["Before", "Inside", "After"]),
        ("<p>in<b>ter</b>nal <i>marks</i></p>", ["internal marks"]),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td><p>c</p></td></tr></table>", ["a\tb", "c"]),
        ("<p>seen</p><p style='display: none'>hidden</p><p hidden>hidden</p>", ["seen"]),
        ("<body style='display:none'><p>shown by a script</p></body>", ["shown by a script"]),
        ("<select><option>one</option></select><noscript>two</noscript><p>three", ["three"]),
        ("<pre>kept\n  as it is</pre>", ["kept\n  as it is"]),
        ("<p>&lt;b&gt; &amp; &nbsp; &#8217;</p>", ["<b> & \u00a0 ’"]),
        ("<p>a\0b</p>", ["a\ufffdb"]),
        ("<p>half \ud800</p>", ["half ?"]),
    ],
)
def test_blocks_of_a_page(page: str, blocks: list[str]) -> None:
    assert [block.text for block in page_blocks(parse_page(page))] == blocks


def test_markup_in_an_article_is_shown_as_text() -> None:
    page = PAGE.replace("The ferry to", "The &lt;script&gt;alert(1)&lt;/script&gt; ferry to")
    assert "<script>alert(1)</script>" in read_page(page)[0]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("windows-1252", "windows-1252"),
        ("iso-8859-1", "windows-1252"),
        ("iso-8859-2", "iso-8859-2"),
    ],
)
def test_a_page_declares_its_encoding(charset: str, encoding: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><p>Łódź</p></body></html>'
    if charset != "iso-8859-2":
        page = page.replace("Łódź", "“Größe”")
    document = from_bytes(page.encode(encoding), name="x.html")
    assert document.encoding == encoding
    assert document.text in ("Łódź", "“Größe”")


def test_utf8_wins_over_a_wrong_declaration() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>Größe</p></body></html>'
    assert from_bytes(page.encode(), name="x.html").text == "Größe"


def test_a_page_nested_too_deep_is_refused() -> None:
    with pytest.raises(DocumentError, match="nested a thousand deep"):
        from_bytes(b"<html>" + b"<div>" * 3000 + b"<p>deep", name="x.html")
    assert from_bytes(b"<html>" + b"<div>" * 300 + b"<p>deep", name="x.html").text == "deep"


def test_a_page_of_unusual_size_is_there_before_its_article_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from gui.documents.pages import article as article_module

    told = []
    read_page(PAGE, so_far=lambda *said: told.append(said))
    assert not told
    monkeypatch.setattr(article_module, "MANY_BLOCKS", 3)
    article, notices, _ = read_page(PAGE, so_far=lambda *said: told.append(said))
    assert sections(article)[0] == "Swans delay the island ferry"
    assert notices == ()
    ((everything, (notice,)),) = told
    assert "Bakery wins prize" in everything
    assert notice.code == "whole-page"


@pytest.mark.parametrize(
    ("name", "text", "format"),
    [
        ("a.txt", "<!-- saved --> <!doctype html><p>x", "html"),
        ("a", '<?xml version="1.0"?><html xmlns="x"><body>x</body></html>', "html"),
        ("a.html", "no tags at all", "text"),
        ("a.htm", "<div>x</div>", "html"),
        ("a.txt", "The <html> tag is where it begins", "text"),
        ("a.txt", "<p>a fragment</p>", "text"),
        ("a.xml", '<?xml version="1.0"?><rss><item><title>x</title></item></rss>', "feed"),
        ("a.md", "plain", "markdown"),
        ("a.txt", "# One\n\n# Two\n\n# Three\n", "text"),
        ("notes", "# One\n\n# Two\n\n[x](y)\n", "markdown"),
        ("notes", "# One\n\n# Two\n", "text"),  # two marks may be there by chance
        ("README.md", "<p align=center>x</p>\n\n# Two\n", "markdown"),
    ],
)
def test_formats_are_recognized_by_content(name: str, text: str, format: str) -> None:
    assert from_bytes(text.encode(), name=name).format == format


def test_markdown_reads_as_rendered() -> None:
    text = (
        "---\ntitle: A day out\ndate: 2024-03-04\n---\n\n# A *fine* day\n\n"
        "It was [warm](http://x).\nAnd long.\n\n"
        "- first\n- second\n\n> quoted\n\n![A swan](swan.png)\n\n```\ncode  here\n```\n"
        "\n| a | b |\n|---|---|\n| c | d |\n\n<div>raw <b>markup</b></div>\n"
    )
    document = from_bytes(text.encode(), name="a.md")
    assert sections(document.text) == [
        "title: A day out\ndate: 2024-03-04",
        "A fine day",
        "It was warm. And long.",
        "first",
        "second",
        "quoted",
        "code  here",
        "a\tb",
        "c\td",
        "raw markup",
    ]


def test_markdown_is_full_of_marks_that_mean_nothing() -> None:
    plain = "At 5:30 [sic] she won! 3 < 4 & 5 = 5; a ~ b, {c}, d^2, [e [f] g, (h] (i), #j, k|l @m"
    assert read_markdown(plain)[0] == plain
    assert read_markdown(f"{plain} [*n*](o) ~~r~~ `s` &amp; <b>t</b> \\*u\\*")[0] == (
        f"{plain} n r s & t *u*"
    )
    assert read_markdown("[v] [w][x] ![y][v]\n\n[v]: /z\n")[0] == "v [w][x]"


@pytest.mark.parametrize("mark", [":", "!", "&", "<", "[", "]", "[<", "~ "])
def test_a_run_of_marks_that_mean_nothing_is_read_in_a_few_steps(mark: str) -> None:
    """A megabyte of colons took ten seconds, because a dozen rules were tried at each."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    read_markdown("warm up [a](b)")
    sys.setprofile(count)
    try:
        text, _ = read_markdown(mark * 5_000)
    finally:
        sys.setprofile(None)
    assert text == (mark * 5_000).rstrip()
    assert calls < 5_000


@pytest.mark.parametrize("mark", ["> ", "- "])
def test_markdown_that_is_nested_25_deep_is_shown_as_it_is(mark: str) -> None:
    """What is nested deeper the library would drop; nobody nests so deep by intention."""
    assert read_markdown(f"{mark * 24}deep")[0] == "deep"
    assert read_markdown(f"{mark * 25}deep")[0] == f"{mark * 25}deep"
    for spaces, end in ((49, "a"), (50, "*a*")):  # each level is indented by two at least
        assert read_markdown(f"- one\n{' ' * spaces}*a*")[0].endswith(f" {end}")


@pytest.mark.parametrize("depth", [1, 5, 24, 25, 500, 5000])
def test_no_quotation_is_too_deep_to_be_read(depth: int) -> None:
    indented = "".join(f"{'  ' * n}- item\n" for n in range(min(depth, 500)))
    for text in (f"{'> ' * depth}deep", f"{'- ' * depth}deep", f"{indented}{'  ' * depth}- deep"):
        document = from_bytes(f"# A\n\n{text}\n".encode(), name="a.md")
        assert document.text.count("item") + document.text.count("deep") >= text.count("item") + 1


def saved(page: bytes, *, charset: str = "") -> bytes:
    name = f'; charset="{charset}"' if charset else ""
    return (
        b"From: <Saved by a browser>\r\nSubject: Swans\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html"; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html" + name.encode() + b"\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quopri.encodestring(page) + b"\r\n"
        b"--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        b"\r\nAAAA\r\n--b--\r\n"
    )


def test_a_page_saved_as_one_file() -> None:
    document = from_bytes(saved(PAGE.encode()), name="ferry.mhtml")
    assert document.format == "html"
    assert document.text == from_bytes(PAGE.encode(), name="x").text
    page = "<html><body><p>Łódź, śnieg</p></body></html>".encode("iso-8859-2")
    assert from_bytes(saved(page, charset="iso-8859-2"), name="x").text == "Łódź, śnieg"


def test_a_saved_file_without_a_page_is_reported() -> None:
    data = saved(b"x").replace(b"text/html", b"text/plain")
    with pytest.raises(DocumentError, match="no web page"):
        from_bytes(data, name="x")


def test_an_e_mail_stays_text() -> None:
    mail = b"From: a@example.org\nSubject: Swans\n\nThey sleep.\n"
    assert from_bytes(mail, name="x").format == "text"


def test_the_mark_of_a_note_is_no_part_of_a_word() -> None:
    page = (
        "<html><body><article><p>The board closed the quay<sup>1</sup> on Monday.<sup>[2]</sup> "
        "It covers 40 km<sup>2</sup> and 10<sup>3</sup> boats,<sup><a href='#n'>a</a></sup> said "
        "the clerk, who has counted them every spring for thirty years.</p></article></body></html>"
    )
    text = read_page(page, whole_page=True).text
    assert "quay 1 on Monday. [2] It covers 40 km2 and 103 boats, a said" in text


MARKS_OF_NOTES = {
    "<sup>1,2</sup>": "1,2",
    "<sup>3–5</sup>": "3–5",
    "<sup>iii</sup>": "iii",
    "<a href='#note1'>1</a>": "1",
    "<a href='#note1' class='footnote-ref'><sup>1</sup></a>": "1",
    "<span style='vertical-align: super; font-size: 70%'>4</span>": "4",
    "<span class='footnote-ref'>2</span>": "2",
}


@pytest.mark.parametrize("mark", MARKS_OF_NOTES)
@pytest.mark.parametrize("word", ["quay", "<em>quay</em>"])
def test_the_mark_of_a_note_in_any_form_is_no_part_of_a_word(mark: str, word: str) -> None:
    page = (
        f"<html><body><article><p>The board closed the old {word}{mark} on Monday, said the clerk, "
        "who has counted the boats there every spring for thirty years.</p></article></body></html>"
    )
    text = read_page(page, whole_page=True).text
    assert f"the old quay {MARKS_OF_NOTES[mark]} on Monday" in text


@pytest.mark.parametrize(
    ("inside", "word"),
    [
        ("1<sup>st</sup>", "1st"),
        ("<a href='#b'>quay</a>s", "quays"),
        ("quay<span class='x'>3</span>", "quay3"),
        # No mark has nine parts; that is a piece of the page that was marked wrongly.
        ("quay<sup><b>1</b>,<b>2</b>,<b>3</b>,<b>4</b><i>5</i></sup>", "quay 1,2,3,45"),
        ("quay<sup><b>1</b>,<b>2</b>,<b>3</b>,<b>4</b><i>5</i><i>6</i></sup>", "quay1,2,3,456"),
    ],
)
def test_what_marks_no_note_stays_in_its_word(inside: str, word: str) -> None:
    page = (
        f"<html><body><article><p>The board closed the old {inside} on Monday, said the clerk, who "
        "has counted the boats there every spring for thirty years.</p></article></body></html>"
    )
    text = read_page(page, whole_page=True).text
    assert f"the old {word} on Monday" in text


def test_footnotes_of_markdown_are_numbered_and_none_vanishes() -> None:
    text = (
        "Gulls[^b] sing.[^far] No [^other] or [^0-9].\n\n[^far]: Ibid.\n[^b]: A note\n"
        "    of two lines.\n[^unused]: Passim.\n"
    )
    assert read_markdown(text)[0].split("\n\n") == [
        "Gulls 1 sing. 2 No [^other] or [^0-9].",
        "2 Ibid.",
        "1 A note of two lines.",
        "3 Passim.",
    ]


def test_a_note_inside_a_sentence_of_markdown_stands_behind_the_text() -> None:
    text = "Gulls^[Ibid.] sing.\n\nNobody[^n] came.\n\n[^n]: Passim.\n"
    assert read_markdown(text)[0].split("\n\n") == [
        "Gulls 1 sing.",
        "Nobody 2 came.",
        "2 Passim.",
        "1 Ibid.",
    ]


def test_front_matter_of_markdown_is_a_paragraph_of_its_own() -> None:
    for fence in ("---", "+++"):
        text = f"{fence}\ntitle: Gulls\ndate: May\n{fence}\n\nGulls *sing*.\n"
        assert read_markdown(text)[0] == "title: Gulls\ndate: May\n\nGulls sing."


def test_what_html_in_markdown_hides_is_told_apart() -> None:
    text = "Gulls sing at the old mill again. <span style='color:white'>Purple cows too.</span>\n"
    document = from_bytes(text.encode(), name="x.md")
    assert [span.of(document.text) for span in document.hidden] == ["Purple cows too."]
