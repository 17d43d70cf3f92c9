"""Pages that are built in unusual ways: nothing of the article is lost, its furniture in place."""

from __future__ import annotations

import pytest

from gui.documents.pages.markup import page_blocks, parse_page
from gui.documents.pages.page_furniture import date_and_byline, kind_by_words
from tests.documents.shared_reader import from_bytes

P = [
    "The ferry to the island of Oster did not sail on Monday, because its captain had found a "
    "family of swans asleep on the car deck and would not have them woken before noon.",
    "Passengers were told over the loudspeaker, first politely and then, as the morning went on, "
    "with a growing warmth for the birds, that the company regretted nothing at all.",
    "“We have been late for storms, for strikes and once for a piano,” said the mate, who has "
    "worked on the boat for nineteen years, “so I do not see why we should not wait for these.”",
    "By half past twelve the swans had left of their own accord, and the ferry followed them out "
    "of the harbour at a distance that several people on board described as respectful.",
]
H, B, D = "Swans delay the island ferry", "By Ines Halvorsen", "4 March 2024, 14:10"
C = "The car deck on Monday. Photo: O. Brandt"
NOTE = "Ines Halvorsen has written about boats and birds for the Gazette since 2011."
BAKERY = "The bakery in the harbour street has won a prize for its bread, the third in a row."
COMMENT = "I was on that boat, and it was the best morning of the whole long winter for me."
LINK = '<a href="http://x.example/y">Source link</a>'
FOOT = "Copyright The Oster Gazette. All rights reserved. Terms and privacy."
MENU = "".join(f'<li><a href="/{n}">Section number {n}</a></li>' for n in range(12))
TEXT = "".join(f"<p>{p}</p>" for p in P)
REST = "".join(f"<p>{p}</p>" for p in P[1:])
WORDPRESS = f"""<article class="post hentry"><header class="entry-header">
<h1 class="entry-title">{H}</h1><div class="entry-meta"><span class="posted-on">
<time class="entry-date">{D}</time></span><span class="byline"> by <span class="author vcard">
admin</span></span></div></header><div class="entry-content"><figure class="wp-caption"><img src=a>
<figcaption class="wp-caption-text">{C}</figcaption></figure>{TEXT}<p>[ad_2]<br/>{LINK}</p></div>
<footer class="entry-footer"><span class="cat-links">Posted in News</span></footer></article>
<div id="comments"><h2>2 thoughts on this</h2><ol><li><div class=comment-body><p>{COMMENT}</p></div>
</li></ol></div>"""
BLOGGER = f"""<div class="post hentry"><h3 class="post-title entry-title">{H}</h3>
<div class="date-header"><span>{D}</span></div><div class="post-body entry-content">
<div class="separator"><a><img src=a></a></div>
<div>{"</div><div><br></div><div>".join(P)}</div></div>
<div class="post-footer">Posted by <span class=fn>Oster Blog</span></div></div>"""
AMP = f"""<article class="amp-wp-article"><header class="amp-wp-article-header">
<h1 class="amp-wp-title">{H}</h1><div class="amp-wp-meta amp-wp-byline">
<span class="amp-wp-author author vcard">{B}</span></div><div class="amp-wp-meta amp-wp-posted-on">
<time>{D}</time></div></header><figure class="amp-featured-image"><amp-img src=a></amp-img>
<p class="wp-caption-text">{C}</p></figure><div class="amp-wp-article-content">{TEXT}</div>
</article>"""
TEASERS = f"""<article class=teaser><h2><a href=x>Bakery wins</a></h2><p>{BAKERY}</p></article>
<article class=teaser><h2><a href=x>Rain expected</a></h2><p>Rain is expected for most of the week,
with wind from the west on Thursday evening.</p></article>"""
SCHEMA = f"""<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop=headline>{H}</h1>
<div itemprop=author><span itemprop=name>{B}</span></div><div itemprop=datePublished>{D}</div>
<div itemprop=image><img src=a><small itemprop=caption>{C}</small></div>
<div itemprop=articleBody>{TEXT}</div></div>"""
OLD_LAYOUT = f"""<table><tr><td><ul>{MENU}</ul></td><td><font size=5><b>{H}</b></font><br>
<font size=1>{D}</font><p>{"<p>".join(P)}</td></tr></table>"""

PAGES = {
    "plain divs": (
        f"<div><h1>{H}</h1><div>{B}</div><div>{D}</div><div>{'</div><div>'.join(P)}</div></div>",
        [H, B, D, *P],
    ),
    "two line breaks": (
        f"<div><h2>{H}</h2><p>{B}<br>{D}</p><div>{'<br><br>'.join(P)}</div></div>",
        [H, *P],
    ),
    "one line break": (
        f"<div><h2>{H}</h2><div class=text>{'<br>'.join(P)}</div></div>",
        [H, *P],
    ),
    "inline furniture": (
        f"<div id=content><h1>{H}</h1><span class=author>{B}</span> <span class=date>{D}</span>"
        f"<div><img src=a><span class=caption>{C}</span></div>{TEXT}</div>",
        [H, B, D, C, *P],
    ),
    "source among the paragraphs": (
        f"<div class=entry-content><h1>{H}</h1>{TEXT}<p>{LINK}</p></div>",
        [H, *P, "Source link"],
    ),
    "source behind their container": (
        f"<article><h1>{H}</h1><div>{TEXT}</div><p>{LINK}</p></article>",
        [H, *P, "Source link"],
    ),
    "WordPress": (
        WORDPRESS,
        [H, D, "by admin", C, *P, "[ad_2]\nSource link"],
    ),
    "Blogger": (
        BLOGGER,
        [H, D, *P],
    ),
    "AMP": (
        AMP,
        [H, B, D, C, *P],
    ),
    "schema.org": (
        SCHEMA,
        [H, B, D, C, *P],
    ),
    "photographer": (
        f"<article><h1>{H}</h1><picture><img src=a></picture><div class=credit>O. Brandt</div>"
        f"{TEXT}</article>",
        [H, "O. Brandt", *P],
    ),
    "caption without a name": (
        f"<article><h1>{H}</h1><figure><img src=a><span>{C}</span></figure>{TEXT}</article>",
        [H, C, *P],
    ),
    "date of publishing and of changes": (
        f"<article><h1>{H}</h1><div><div>Published: {D}</div><div>Updated: 5 March 2024, 09:00"
        f"</div></div>{TEXT}</article>",
        [H, f"Published: {D}", "Updated: 5 March 2024, 09:00", *P],
    ),
    "German": (
        f"<article><h1>{H}</h1><p>Von Ines Halvorsen</p><p>4. März 2024, 14:10 Uhr</p>{TEXT}"
        "<p><a href=x>Quelle: Oster Zeitung</a></p></article>",
        [H, "Von Ines Halvorsen", "4. März 2024, 14:10 Uhr", *P, "Quelle: Oster Zeitung"],
    ),
    "list": (
        f"<article><h1>{H}</h1><p>{P[0]}</p><ul><li>Swans have the right of way on deck two.</li>"
        f"<li>Passengers wait ashore until the birds are up.</li></ul>{REST}</article>",
        [
            H,
            P[0],
            "Swans have the right of way on deck two.",
            "Passengers wait ashore until the birds are up.",
            *P[1:],
        ],
    ),
    "table": (
        f"<article><h1>{H}</h1><p>{P[0]}</p><table><tr><th>Day</th><th>Swans</th></tr><tr><td>Monday</td>"
        f"<td>7</td></tr></table>{REST}</article>",
        [H, P[0], "Monday\t7", *P[1:]],
    ),
    "quotations": (
        f"<article><h1>{H}</h1><p>{P[0]}</p><blockquote>The sea belongs to whoever sleeps on it."
        f"</blockquote>{REST}</article>",
        [H, P[0], "The sea belongs to whoever sleeps on it.", *P[1:]],
    ),
    "several articles": (
        f"<main><article><h1>{H}</h1><p class=byline>{B}</p>{TEXT}</article>{TEASERS}</main>",
        [H, B, *P],
    ),
    "comments": (
        f"<div class=article><h1>{H}</h1>{TEXT}</div><section id=comments><h3>Comments (1)</h3>"
        f"<div class=comment><b>Ola</b><p>{COMMENT}</p></div></section>",
        [H, *P],
    ),
    "picture that loads late": (
        f"<article><h1>{H}</h1><div data-src=a><noscript><img src=a></noscript>"
        f"<div class=image__caption>{C}</div></div>{TEXT}</article>",
        [H, C, *P],
    ),
    "caption amid the text": (
        f"<article><h1>{H}</h1><p>{P[0]}</p><div class=wp-caption><img src=a>"
        f"<p class=wp-caption-text>{C}</p></div>{REST}</article>",
        [H, P[0], C, *P[1:]],
    ),
    "date and byline in a line of no name": (
        f"<article><h1>{H}</h1><p class=meta>{B} | {D}</p>{TEXT}</article>",
        [H, f"{B} | {D}", *P],
    ),
    "no names at all": (
        f"<h1>{H}</h1><p>{B}</p><p>{D}</p>{TEXT}<p>Source link</p>",
        [H, B, D, *P, "Source link"],
    ),
    "headline in bold type": (
        f"<div><p><b>{H}</b></p><p>{B}</p><p>{D}</p>{TEXT}</div>",
        [H, B, D, *P],
    ),
    "author's note": (
        f"<article><h1>{H}</h1>{TEXT}<p><em>{NOTE}</em></p></article>",
        [H, *P, NOTE],
    ),
    "old layout of tables": (
        OLD_LAYOUT,
        [H, D, *P],
    ),
    "short paragraphs": (
        f"<article><h1>{H}</h1><p>{P[0]}</p><p>No one minded.</p>{REST}<p>Really.</p></article>",
        [H, P[0], "No one minded.", *P[1:], "Really."],
    ),
    "headings": (
        f"<article><h1>{H}</h1><p>{P[0]}</p><h2>A long wait</h2>{REST}</article>",
        [H, P[0], "A long wait", *P[1:]],
    ),
    "related links amid the text": (
        f"<article><h1>{H}</h1><div class=share><a>Facebook</a> <a>Twitter</a></div><p>{P[0]}</p>"
        f"<div class=related><h4>Read more</h4><ul><li><a href=x>{BAKERY}</a></li></ul></div>"
        f"{REST}</article>",
        [H, *P],
    ),
    "related links behind the text": (
        f"<article><h1>{H}</h1>{TEXT}<p><a href=a>Rain is here</a></p>"
        f"<p><a href=b>Bread wins</a></p>"
        f"<p><a href=c>Mayor sings</a></p></article>",
        [H, *P],
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_an_unusual_page_gives_its_article_with_all_that_belongs_to_it(name: str) -> None:
    body, wanted = PAGES[name]
    page = (
        f"<!doctype html><html><head><title>{H} - The Oster Gazette</title><meta charset=utf-8>"
        f"</head><body><div id=top><ul>{MENU}</ul></div>{body}"
        f"<div class=bottom><p>{FOOT}</p></div></body></html>"
    )
    document = from_bytes(page.encode(), name="x.html")
    found = [span.of(document.text) for span in document.sections]
    assert [text for text in found if text in wanted] == wanted
    for foreign in (FOOT, BAKERY, COMMENT, "Section number 3", "Bread wins"):
        assert foreign not in document.text


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        (f"<time>{D}</time> <span>by A. Author</span>", [(D, "date"), ("by A. Author", "byline")]),
        (f"<a>Ann Author</a> - <b>{D}</b>", [("Ann Author", "byline"), (D, "date")]),
        (f"<b>{D} by</b> <a>Ann Author</a>", [(D, "date"), ("by Ann Author", "byline")]),
        (f"<b>Updated</b> <i>{D}</i>", [(f"Updated {D}", "date")]),
        (f"<b>{D}</b> <i>2 min read</i>", [(f"{D} 2 min read", "date")]),
        (f"{B} | {D}", [(f"{B} | {D}", "date")]),
    ],
)
def test_date_and_author_of_one_line_are_two_sections(
    line: str, lines: list[tuple[str, str]]
) -> None:
    (block,) = page_blocks(parse_page(f"<p>{line}</p>"))
    assert date_and_byline(block, "date") == lines


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("By Ann Author", "byline"),
        ("Von Anna Autor, München", "byline"),
        ("Updated 4 March 2024", "date"),
        ("Monday, 4 March, 14:10", "date"),
        ("3 days ago", "date"),
        ("By half past twelve the swans had left of their own accord in 2024, said the mate", ""),
        ("by and large", ""),
        ("Get it for 39.99", ""),
        ("Ferries", ""),
    ],
)
def test_a_line_below_the_headline_is_recognized_by_its_words(text: str, kind: str) -> None:
    assert kind_by_words(text) == kind
