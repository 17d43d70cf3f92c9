"""Pages that hold more than they show: hidden text, and articles that wait for a click."""

from __future__ import annotations

import json

import pytest

from gui.documents import Document
from gui.documents.pages.markup import parse_page
from gui.documents.pages.unseen import Unseen, set_apart
from tests.documents.shared_reader import from_bytes, hidden, message, sections, seen

TITLE = "Gulls move to the mill"
PROSE = [
    "The gulls moved to the old mill on Monday, as they had done in every spring before.",
    "Nobody had asked them to leave the harbour, the miller said when he opened the door.",
    "A count is planned for the first week of May, and anybody may come and help with it.",
    "Until then the mill wheel stands still, but the bakery goes on with flour from elsewhere.",
]
UNSEEN = "Seven green hats sing 4711 where nobody looks."


def page(body: str, head: str = "") -> bytes:
    start = f"<!doctype html><html><head><meta charset=utf-8><title>{TITLE}</title>{head}</head>"
    return f"{start}<body>{body}</body></html>".encode()


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def article(inside: str = "", head: str = "", tag: str = "span") -> bytes:
    """A page whose second paragraph holds a hidden element with these attributes."""
    unseen = f"<{tag} {inside}>{UNSEEN}</{tag}>"
    first, second, *others = PROSE
    body = f"<article><h1>{TITLE}</h1><p>{first}</p>"
    if tag == "span":
        body += f"<p>{second} {unseen}</p>"
    else:
        body += f"<p>{second}</p>{unseen}"
    return page(f"{body}{paragraphs(others)}</article>", head)


def codes(document: Document) -> dict[str, int]:
    return {notice.code: notice.count for notice in document.notices}


HIDING = [
    "style='display:none'",
    "style='VISIBILITY: hidden !important'",
    "style='opacity:.0'",
    "style='font-size:0'",
    "style='font-size:1px'",
    "style='color:white'",
    "style='color: #FFFFFF'",
    "style='color:transparent'",
    "style='position:absolute; left:-5000px'",
    "style='position:fixed;top:-100em'",
    "style='text-indent:-9999px'",
    "style='height:0;overflow:hidden'",
    "style='line-height:0;overflow:hidden'",
    "style='position:absolute;clip:rect(0, 0, 0, 0)'",
    "style='clip-path:inset(50%)'",
    "style='mask:linear-gradient(transparent, transparent)'",
    "style='-webkit-mask-image:linear-gradient(to right, #0000 0 0)'",
    "style='mask-image:radial-gradient(circle, rgba(0, 0, 0, 0) 10%, transparent 90%)'",
    "style='mask:url(x.svg);mask-size:0'",
    "style='clip-path:polygon(0 0, 0px 0px, 0 0)'",
    "style='color:#fefefe'",
    "style='color:rgb(255 255 255)'",
    "style='color:hsl(0, 0%, 100%)'",
    "style='color:rgba(0,0,0,0.01)'",
    "style='color:#eee;background:#eee url(x.png)'",
    "style='color:#000; background-color: black'",
    "style='opacity:1%'",
    "style='filter:opacity(0)'",
    "style='font:0/0 a'",
    "style='content-visibility:hidden'",
    "style='position:relative;left:-9999px'",
    "style='color:red;background:#f00'",
    "style='-webkit-text-fill-color:transparent'",
    "style='position:absolute;inset:-9999px auto auto -9999px'",
    "style='position:absolute;left:9999px'",
    "style='transform:translateX(-9999px)'",
    "style='translate:-200em'",
    "style='transform:scale(0)'",
    "style='transform:rotate(1deg) scaleY(0)'",
    "style='scale:0'",
    "style='transform:rotateX(90deg)'",
    "style='transform:matrix(0,0,0,0,0,0)'",
    "style='text-indent:100%;white-space:nowrap;overflow:hidden'",
    "style='clip-path:circle(0px at 50% 50%)'",
    "style='clip-path:inset(0 100% 0 0)'",
    "class='usa-sr_only'",
    "class='screenreader-only'",
    "hidden",
    "aria-hidden=true",
    "class='visually-hidden'",
    "class='screen-reader-text'",
]


@pytest.mark.parametrize("how", HIDING)
@pytest.mark.parametrize("tag", ["span", "p", "div"])
def test_hidden_text_is_told_apart_in_its_place(how: str, tag: str) -> None:
    document = from_bytes(article(how, tag=tag), name="x.html")
    assert seen(document) == [TITLE, *PROSE]
    assert hidden(document) == [UNSEEN]
    assert (document.hidden_words, document.words) == (8, 5 + sum(len(t.split()) for t in PROSE))
    assert document.text.index(UNSEEN) - document.text.index(PROSE[1]) - len(PROSE[1]) in (1, 2)
    assert codes(document) == {"hidden-text": 8}
    assert UNSEEN.rstrip(".") in str(document.notices[0].message)


RULES = [
    ".u{display:none}",
    "/* .a{} */ p .b, span.u { opacity : 0 } .c{}",
    "#i{position:absolute;left:-9999px}",
    ".u.v{font-size:0}",
    "@media print{.x{color:red}} .u{visibility:hidden}",
    "article p .u{display:none}",
    "body > article p>#i{opacity:0}",
    "[class~=u]{display:none}",
    "span[id^='i']{visibility:hidden}",
    ":is(.u, .w){display:none}",
    "article { & .u { opacity: 0 } }",
    "@charset 'utf-8'; .u{display:none}",
    "@media screen and (min-width:600px){.u{display:none}}",
    "@supports (display:grid){@layer a{.u{display:none}}}",
    ":root{--ground:#fff}.u{color:var(--ground)}",
    ".u{color:var(--none, transparent)}",
    ".u{display:none!important} .u.v{display:inline}",
    "p{background:#123456}.u{color:#123457}",
    ".u.v{display:none}.v{display:inline}",
]


@pytest.mark.parametrize("colour", ["white", "#FFFFFF"])
def test_white_type_of_old_pages_is_hidden(colour: str) -> None:
    data = article(f"color='{colour}'").replace(b"<span", b"<font").replace(b"</span", b"</font")
    assert hidden(from_bytes(data, name="x.html")) == [UNSEEN]


@pytest.mark.parametrize("rule", RULES)
def test_rules_of_the_page_hide_text(rule: str) -> None:
    data = article("class='v u' id='i'", f"<style>{rule}</style>")
    assert codes(from_bytes(data, name="x.html")) == {"hidden-text": 8}


SHOWN = [
    ("style='display:inline;opacity:1;font-size:12px;color:#fff0f0'", ""),
    ("style='color:#fff;background:#000'", ""),
    ("style='color:#eee'", ""),
    ("style='color:rgb(255,255,255'", ""),
    ("style='opacity:50%;filter:opacity(.5)'", ""),
    ("style='font:12px/0 a'", ""),
    ("style='clip-path:polygon(0 0, 100% 0, 0 100%)'", ""),
    ("class='not-sr-only'", ""),
    ("class=u", "<style>nav .u{display:none} p article .u{display:none}</style>"),
    ("style='color:#fff'", "<link rel=stylesheet href=x.css>"),
    ("class=u", "<style>.u{display:none}.u{display:block}</style>"),
    ("class=u", "<style>@media print{.u{display:none}}</style>"),
    ("class=u", "<style>.js .u{display:none} .u:hover{display:none} .u.w{display:none}</style>"),
    ("class=u", "<style media=print>.u{display:none}</style>"),
    ("style='position:relative;left:-2px'", ""),
    ("style='color:transparent;-webkit-background-clip:text'", ""),
    ("style='transform:translate(-50%, -50%) scale(1)'", ""),
    ("style='clip-path:inset(10% 20%)'", ""),
    ("style='mask:linear-gradient(#000 60%, transparent)'", ""),
    ("style='-webkit-mask-image:url(x.svg);mask-size:cover'", ""),
    ("style='mask-size:0'", ""),
    ("class=u", "<style>@media (max-width:600px){.u{display:none}}</style>"),
    ("class=u", "<style>@media (min-width:6000px){.u{display:none}}</style>"),
    ("class=u", "<style>[data-x]{display:none}.w .u{display:none}</style>"),
    ("class=u style='display:inline'", "<style>.u{display:none}</style>"),
    ("class=u", "<style>article{background:#000}.u{color:#fff}</style>"),
    ("class=u", "<style>article{background:url(x.png)}.u{color:#fff}</style>"),
    ("class=u", "<style>@supports not (display:grid){.u{display:none}}</style>"),
]


@pytest.mark.parametrize(("how", "head"), SHOWN)
def test_what_is_shown_stays(how: str, head: str) -> None:
    document = from_bytes(article(how, head), name="x.html")
    assert UNSEEN in document.text
    assert "hidden-text" not in codes(document)


def test_hidden_menus_and_labels_are_no_evidence() -> None:
    body = (
        f"<nav style='display:none'><p>{UNSEEN}</p></nav>"
        f"<div class=cookie-box hidden>{UNSEEN}</div>"
        f"<article><h1>{TITLE}</h1>{paragraphs(PROSE)}"
        f"<p>{PROSE[0]} <a href=x>More<span class=sr-only> opens in a new window</span></a> "
        "<span aria-hidden=true>•</span></p></article>"
    )
    assert codes(from_bytes(page(body), name="x.html")) == {}


REVEALED = [
    ("style='opacity: 0; transform: translate(0px, 30px);'", ""),
    ("style='visibility: hidden; animation-name: none;' class='wow slow'", ""),
    ("class=fade", ".fade{opacity:0;-webkit-transition:opacity 1s}"),
    ("class=fade", ".fade{opacity:0;animation:in 1s forwards}@keyframes in{to{opacity:1}}"),
    ("class=fade", ".fade{opacity:0} .fade.in-view{opacity:1}"),
    ("class=fade", ".loaded > .fade{visibility:visible}.fade{visibility:hidden}"),
    ("class=grow", ".grow{transform:scale(0);transition:transform 1s}"),
    ("class=grow", ".grow{transform:scale(0)} .grow.in{transform:none}"),
    ("aria-hidden=true", ""),
    ("class=visually-hidden", ""),
]


@pytest.mark.parametrize(("how", "rules"), REVEALED)
def test_paragraphs_that_come_into_view_are_read_as_shown(how: str, rules: str) -> None:
    waiting = "".join(f"<p {how}>{text}</p>" for text in PROSE[2:])
    body = f"<article><h1>{TITLE}</h1>{paragraphs(PROSE[:2])}{waiting}</article>"
    document = from_bytes(page(body, f"<style>{rules}</style>"), name="x.html")
    assert (sections(document), codes(document)) == ([TITLE, *PROSE], {})


@pytest.mark.parametrize("how", ["style='opacity:0'", "style='display:none' class=x", "hidden"])
@pytest.mark.parametrize("tag", ["p", "div"])
def test_several_paragraphs_hidden_alike_are_a_part_that_waits(how: str, tag: str) -> None:
    waiting = "".join(f"<{tag} {how}>{text}</{tag}>" for text in PROSE[2:])
    body = f"<article><h1>{TITLE}</h1>{paragraphs(PROSE[:2])}{waiting}</article>"
    document = from_bytes(page(body), name="x.html")
    assert sections(document) == [TITLE, *PROSE]
    assert set(codes(document)) == {"opened"}


@pytest.mark.parametrize("how", ["style='font-size:0'", "style='text-indent:-9999px'"])
def test_several_paragraphs_that_nobody_could_ever_see_are_hidden_text(how: str) -> None:
    unseen = f"<p {how}>{UNSEEN}</p>" * 2
    body = f"<article><h1>{TITLE}</h1>{paragraphs(PROSE)}{unseen}</article>"
    document = from_bytes(page(body), name="x.html")
    assert (seen(document), codes(document)) == ([TITLE, *PROSE], {"hidden-text": 16})
    assert hidden(document) == [f"{UNSEEN} {UNSEEN}"]


def test_hidden_text_inside_a_word_does_not_cut_it() -> None:
    inside = "".join(f"{letter}<i hidden>xyz</i>" for letter in "ferry")
    body = f"<article><h1>{TITLE}</h1>{paragraphs(PROSE)}<p>The {inside}, too, came back to us at "
    document = from_bytes(page(f"{body}the old mill by the harbour.</p></article>"), name="x.html")
    assert seen(document)[-1] == "The ferry, too, came back to us at the old mill by the harbour."
    assert hidden(document) == ["xyz xyz xyz xyz xyz"]
    assert "The ferry, xyz" in document.text


def test_a_page_cannot_say_that_its_text_is_hidden() -> None:
    said = PROSE[0].replace("gulls", "\ufdd0gulls\ufdd2\ufdd1")
    body = f"<article><h1>{TITLE}</h1>{paragraphs([said, *PROSE[1:]])}</article>"
    document = from_bytes(page(body), name="x.html")
    assert (hidden(document), codes(document)) == ([], {})


def test_hidden_text_beside_the_article_is_left_out_and_told() -> None:
    beside = f"<div><p>{PROSE[0][:30]} {PROSE[1]}</p><p style='font-size:0'>{UNSEEN}</p></div>"
    told = json.dumps({"articleBody": "\n\n".join([PROSE[0], *PROSE])})
    script = f'<script type="application/ld+json">{told}</script>'
    document = from_bytes(page(f"<h1>{TITLE}</h1>{beside}{script}"), name="x.html")
    assert codes(document) == {"article-data": 1, "hidden-beside": 8}


@pytest.mark.parametrize(
    "headline",
    [
        "<span class=sr-only>{0}</span><span aria-hidden=true>{0}</span>",
        "<span aria-hidden=true><i>Gulls</i> move to the <b>mill</b></span>"
        "<span class=visually-hidden>{0}</span>",
        "<span aria-label='{0}' aria-hidden=true>{0}</span>",
    ],
)
def test_words_said_to_the_eye_and_to_the_ear_are_read_once(headline: str) -> None:
    head = f"<h1>{headline.format(TITLE)}</h1>"
    document = from_bytes(page(f"<article>{head}{paragraphs(PROSE)}</article>"), name="x.html")
    assert (sections(document), codes(document)) == ([TITLE, *PROSE], {})


@pytest.mark.parametrize(
    "menu",
    [
        "<div class=sr-only><h2>For the keyboard</h2><ul><li><a href='#a'>Skip to the content</a>"
        "<li><a href='#b'>Skip to the search</a></ul></div>",
        "<my-drawer aria-hidden=true role=navigation><p>One two three four</p></my-drawer>",
        "<div class='right sidebar'><h4><span class=sr-only>Now on our pages</span></h4></div>",
    ],
)
def test_menus_for_the_ear_are_no_evidence(menu: str) -> None:
    body = f"{menu}<article><h1>{TITLE}</h1>{paragraphs(PROSE)}</article>"
    assert codes(from_bytes(page(body), name="x.html")) == {}


@pytest.mark.parametrize("around", ["article", "div"])
def test_a_page_that_was_saved_with_a_dialog_open_is_read(around: str) -> None:
    inside = f"<{around}><h1>{TITLE}</h1>{paragraphs(PROSE)}</{around}>"
    document = from_bytes(page(f"<div id=root aria-hidden=true>{inside}</div>"), name="x.html")
    assert (sections(document), codes(document)) == ([TITLE, *PROSE], {})


SHOWN_IN_PART = [
    "<div style='max-height:200px;overflow:hidden'>{}</div>",
    "<div aria-hidden=true>{}</div>",
    "<div><template shadowrootmode=open>{}</template></div>",
]


@pytest.mark.parametrize("box", SHOWN_IN_PART)
def test_a_box_whose_first_lines_are_shown_is_read(box: str) -> None:
    body = f"<article><h1>{TITLE}</h1><p>{PROSE[0]}</p>{box.format(paragraphs(PROSE[1:]))}"
    document = from_bytes(page(f"{body}</article>"), name="x.html")
    assert (sections(document), codes(document)) == ([TITLE, *PROSE], {})


def test_a_template_is_shown_by_a_script_alone() -> None:
    unseen = f"<template>{UNSEEN}</template>"
    body = f"<article><h1>{TITLE}</h1>{paragraphs(PROSE)}<p>{PROSE[0]} {unseen}</p></article>"
    document = from_bytes(page(body), name="x.html")
    assert (seen(document), hidden(document)) == ([TITLE, *PROSE, PROSE[0]], [UNSEEN])


@pytest.mark.parametrize("tag", ["font color=white", "span style='display:none'", "b hidden"])
def test_hidden_words_between_paragraphs_are_told_apart(tag: str) -> None:
    first, *others = PROSE
    unseen = f"<{tag}>{UNSEEN}</{tag.split()[0]}>"
    body = f"<article><h1>{TITLE}</h1><p>{first}</p>{unseen}{paragraphs(others)}</article>"
    document = from_bytes(page(body), name="x.html")
    assert (seen(document), hidden(document)) == ([TITLE, *PROSE], [UNSEEN])


REST = [
    "<template>{}</template>",
    "<div class=more style='display: none;'>{}</div><button>Read more</button>",
    "<div class=wall><p class=subscribe>Subscribe to read on.</p></div><div hidden>{}</div>",
    "<section style='max-height:0;overflow:hidden'>{}</section>",
    "<div class=rest aria-label=x style='visibility:hidden'>{}</div>",
]


@pytest.mark.parametrize("rest", REST)
@pytest.mark.parametrize("around", ["article", "div"])
def test_a_part_of_the_article_that_waits_is_read(rest: str, around: str) -> None:
    body = f"<{around}><h1>{TITLE}</h1><p>{PROSE[0]}</p>{rest.format(paragraphs(PROSE[1:]))}"
    document = from_bytes(page(f"{body}</{around}>"), name="x.html")
    assert sections(document) == [TITLE, *PROSE]
    words = sum(len(text.split()) for text in PROSE[1:])
    assert codes(document) == {"opened": words}


@pytest.mark.parametrize(
    "body",
    [
        "<div id=app></div><noscript><article>{}</article></noscript>",
        "<div id=content style='opacity:0'>{}</div>",
        "<div id=root hidden><div>{}</div></div>",
    ],
)
def test_an_article_that_is_hidden_as_a_whole_is_read(body: str) -> None:
    data = page(body.format(f"<h1>{TITLE}</h1>{paragraphs(PROSE)}"))
    document = from_bytes(data, name="x.html")
    assert sections(document) == [TITLE, *PROSE]
    assert set(codes(document)) == {"opened"}


@pytest.mark.parametrize("shown", ["<div id=root></div>", f"<h1>{TITLE}</h1><p>{PROSE[0]}</p>"])
@pytest.mark.parametrize("graph", [False, True])
def test_the_rest_of_a_teaser_is_what_search_engines_are_told(shown: str, graph: bool) -> None:
    told: dict[str, object] = {"@type": "NewsArticle", "articleBody": "\n\n".join(PROSE)}
    data = json.dumps({"@graph": [{"@type": "WebPage"}, told]} if graph else told)
    body = f'{shown}<script type="application/ld+json">{data}</script>'
    document = from_bytes(page(body), name="x.html")
    assert sections(document) == [TITLE, *PROSE]
    assert codes(document) == {"article-data": 1}


WRITTEN = [
    "\n".join(PROSE),
    "\r\n".join(PROSE),
    "\\n".join(PROSE),
    "\u2029".join(PROSE),
    "<br>".join(PROSE),
    paragraphs(PROSE),
    paragraphs(PROSE).replace("<", "&lt;").replace(">", "&gt;"),
    "\n".join(PROSE).replace("Monday", "<b>Monday</b>").replace("mill", "&#109;ill"),
]


@pytest.mark.parametrize("told", WRITTEN)
def test_what_search_engines_are_told_has_the_paragraphs_that_it_says(told: str) -> None:
    data = json.dumps({"articleBody": told})
    body = f'<h1>{TITLE}</h1><script type="application/ld+json">{data}</script>'
    assert sections(from_bytes(page(body), name="x.html")) == [TITLE, *PROSE]


@pytest.mark.parametrize(
    "script",
    [
        '<script type="Application/LD+JSON">{}</script>',
        '<script type="application/ld+json"><!--\n{}\n--></script>',
        '<script type="application/ld+json">//<![CDATA[\n{}\n//]]></script>',
        '<script type="application/ld+json">/*<![CDATA[*/{}/*]]>*/</script>',
        '<script type="application/ld+json">[{}];</script>',
    ],
)
@pytest.mark.parametrize("field", ["articleBody", "text"])
def test_what_search_engines_are_told_is_found_as_pages_write_it(script: str, field: str) -> None:
    data = json.dumps({"@type": ["NewsArticle"], field: "\n\n".join(PROSE)})
    body = f"<h1>{TITLE}</h1>{script.format(data)}"
    assert sections(from_bytes(page(body), name="x.html")) == [TITLE, *PROSE]


def test_an_article_that_is_shown_is_read_as_shown() -> None:
    data = json.dumps({"articleBody": "Another text. " * 15})
    script = f'<script type="application/ld+json">{data}</script>'
    document = from_bytes(page(f"<article><h1>{TITLE}</h1>{paragraphs(PROSE)}</article>{script}"),
                          name="x.html")  # fmt: skip
    assert (sections(document), codes(document)) == ([TITLE, *PROSE], {})


@pytest.mark.parametrize(
    ("shown", "told", "is_taken"), [(40, 60, False), (40, 61, True), (9, 20, False), (9, 21, True)]
)
def test_what_search_engines_are_told_is_half_as_much_again_and_more_than_20_words(
    shown: int, told: int, is_taken: bool
) -> None:
    data = json.dumps({"articleBody": "told " * told})
    body = f'<p>{"shown " * shown}</p><script type="application/ld+json">{data}</script>'
    assert ("told" in from_bytes(page(body), name="x.html").text) is is_taken


def test_a_page_that_shows_nothing_says_how_much_it_hides() -> None:
    said = message(page("<div hidden>Six words that nobody can see</div>"))
    assert "shows no text; 6 words of it are hidden" in said


@pytest.mark.parametrize(
    "body",
    [
        "<p>a" + "<span hidden>a b c</span>" * 12_000,
        "<div>a" + "<p hidden>a b c</p>" * 6000,
        "<style>" + "/*" * 100_000 + "{" * 100_000 + "</style><p>a",
        "<style>" + ".a.b{color:red}" * 20_000 + "</style>" + "<p class='a b'>a</p>" * 1000,
    ],
)
def test_many_hidden_parts_and_rules_take_no_longer_than_others(body: str) -> None:
    # The reading process gives up after seconds; work that grew with the square would take more.
    assert from_bytes(page(body), name="x.html").text


def words(count: int) -> str:
    return " ".join(f"word{number}" for number in range(count))


def what_is_hidden(body: str) -> Unseen:
    return set_apart(parse_page(f"<html><body>{body}</body></html>"))


@pytest.mark.parametrize(("beside", "is_text"), [(8, True), (7, False)])
def test_a_paragraph_beside_hidden_text_has_eight_words(beside: int, is_text: bool) -> None:
    found = what_is_hidden(f"<p hidden>Nobody sees it.</p><p>{words(beside)}</p>")
    assert (found.texts, found.words) == ((["Nobody sees it."], 0) if is_text else ([], 3))


@pytest.mark.parametrize(("length", "is_part"), [(20, True), (19, False)])
def test_a_part_that_waits_has_20_words(length: int, is_part: bool) -> None:
    found = what_is_hidden(f"<div hidden><p>{words(length)}</p></div><p>Seen.</p>")
    assert bool(found.notices) is is_part


@pytest.mark.parametrize(("beside", "is_text"), [(4, True), (3, False)])
def test_a_menu_for_the_ear_has_three_words_beside_its_links(beside: int, is_text: bool) -> None:
    links = "<a href='#a'>Skip to the text</a> <a href='#b'>Search</a>"
    found = what_is_hidden(f"<div class=sr-only><i>{words(beside)}</i> {links}</div>")
    assert bool(found.texts) is is_text


@pytest.mark.parametrize(("length", "is_text"), [(3, True), (2, False)])
def test_text_for_the_ear_alone_has_three_words(length: int, is_text: bool) -> None:
    found = what_is_hidden(f"<p>Seen. <span class=sr-only>{words(length)}</span></p>")
    assert found.texts == ([words(length)] if is_text else [])
