"""When a page says, to machines, that it was published."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from gui.documents import Reader, from_bytes
from gui.documents.moments import day_of
from gui.documents.pages.article import read_page

MARCH = date(2024, 3, 4)
META = '<meta property="article:published_time" content="2024-03-04T23:10:00-05:00">'
AT_NIGHT = datetime(2024, 3, 4, 23, 10, tzinfo=timezone(timedelta(hours=-5)))
CHANGED = '<meta property="article:modified_time" content="2024-06-01">'
TIME = '<time datetime="2024-03-04">'
ARTICLE = '{"@type": "NewsArticle", "datePublished": "2024-03-04"}'
OTHERS = '{"@type": "ItemList", "item": {"@type": "Article", "datePublished": "2020-01-01"}}'


def data(*said: str) -> str:
    return "".join(f'<script type="application/ld+json">{each}</script>' for each in said)


def page(head: str = "", body: str = "") -> str:
    text = "<p>The swans of Port Ellery held up the island ferry for an hour.</p>" * 3
    return f"<html><head><title>Swans</title>{head}</head><body>{body}{text}</body></html>"


@pytest.mark.parametrize(
    "found",
    [
        page(META + CHANGED),
        page(CHANGED + data(OTHERS, ARTICLE)),
        page(data(f'{{"@graph": [{{"@type": "WebSite"}}, {ARTICLE}]}}')),
        page(data("{not JSON") + '<meta itemprop="datePublished" content="2024-03-04">'),
        page(body='<time itemprop="datePublished" datetime="2024-03-04">4th</time>'),
        page(body=f'{TIME}4th</time><time class="updated" datetime="2024-05-01">May</time>'),
        page(META, '<time datetime="2019-01-01">an old story</time>'),
        page(META + data(ARTICLE.replace("-04", "-05"))),  # the next day elsewhere
    ],
)
def test_a_page_says_in_many_ways_when_it_was_published(found: str) -> None:
    told = read_page(found).published
    assert told
    assert day_of(told) == MARCH


@pytest.mark.parametrize(
    "found",
    [
        page(META),
        page(META + data(ARTICLE)),  # which says the day alone
        page(META.replace("T23:10:00-05:00", " 23:10 -0500")),
        page(META.replace("2024-03-04T23:10:00-05:00", "20240305T041000Z")),
    ],
)
def test_it_may_say_at_what_time(found: str) -> None:
    assert read_page(found).published == AT_NIGHT


@pytest.mark.parametrize("time", ["T00:00:00Z", "T25:10", "T10:99", "T10:30+99:00", " 5 min"])
def test_what_is_no_time_is_a_day(time: str) -> None:
    found = page(META.replace("T23:10:00-05:00", time))
    assert read_page(found).published == MARCH


@pytest.mark.parametrize(
    "found",
    [
        page(),
        page(CHANGED),
        page(META + data(ARTICLE.replace("2024", "2021"))),
        page(META.replace("2024-03-04", "1970-01-01")),
        page(META.replace("2024-03-04", "2024-02-31")),
        page(META.replace("2024-03-04", "04/03/2024")),
        page(data(OTHERS)),
        page(body=f'{TIME}4th</time><time datetime="2024-05-01">another story</time>'),
    ],
)
def test_what_does_not_say_it_plainly_says_nothing(found: str) -> None:
    assert read_page(found).published is None


@pytest.mark.parametrize(("length", "is_read"), [(500_000, True), (500_001, False)])
def test_what_is_told_in_500_000_characters_is_read(length: int, is_read: bool) -> None:
    assert bool(read_page(page(data(ARTICLE.ljust(length)))).published) is is_read


@pytest.mark.parametrize(("depth", "is_read"), [(20, True), (21, False)])
def test_an_article_is_looked_for_20_lists_deep(depth: int, is_read: bool) -> None:
    told = read_page(page(data("[" * depth + ARTICLE + "]" * depth)))
    assert bool(told.published) is is_read


def test_the_time_comes_from_the_reading_process() -> None:
    letter = (
        b"Date: Mon, 4 Mar 2024 23:10:00 -0500\nSubject: Swans\nFrom: a@x.example\n\nThey held.\n"
    )
    with Reader() as reader:
        found = from_bytes(page(META).encode(), name="a.html", reader=reader)
        assert found.published == AT_NIGHT
        assert from_bytes(page().encode(), name="b.html", reader=reader).published is None
        assert from_bytes(letter, name="c.eml", reader=reader).published == AT_NIGHT
        undated = letter.replace(b"Mon, 4 Mar", b"some day in")
        assert from_bytes(undated, name="d.eml", reader=reader).published is None
