"""What a page puts around an article is told by words that say what it is, in many languages."""

from __future__ import annotations

import pytest

from gui.compare import compare
from gui.documents import read_text

BODY = (
    "The lighthouse was lit again on Saturday after eleven years in the dark, and most of those "
    "who live on the point came up the path with lamps of their own to see whether it would work.",
    "It did, said the keeper, who had cleaned the lens himself and had not slept for two nights.",
    "Visitors may climb the tower from Easter on.",
)
HEADLINE = "Lighthouse shines again over the point"
FIRST = "Danny Okafor put the hosts ahead after twelve minutes of play at the lane."
SECOND = "The barrier cost a great deal of money and was opened four years ago."


def names(*parts: str) -> dict[str, str]:
    """Return what each part that is furniture is called, without the body."""
    document = read_text("\n\n".join(parts))
    found = compare(document, document)
    own = {n: item.kind.value for item in found.furniture for n in item.sections}
    spans = [section.reference for section in found.sections]
    return {span.of(document.text): own[n] for n, span in enumerate(spans) if span and n in own}


def kept(*above: str) -> dict[str, str]:
    return names(*above, *BODY)


@pytest.mark.parametrize(
    "line",
    [
        "The Pell Observer",
        "The Daily Carrow",
        "No. 312",
        "Início » Local",
        "À la une",
        "Neue Hafenzeitung",
        "Corriere del Porto",
        "pellpost.example",
        "News | Local",
        "Opinion",
        "Meinung",
        "Société",
        "Deportes",
        "Cronaca",
        "Notícias",
        "Binnenland",
        "CARROW POINT",
        "Carrow",
        "Skip to content",
        "Share this page",
        "Home > News > Local",
        "The Pell Observer | News",
        "Главная > Мир",
        "首页 > 国际",
    ],
)
def test_what_stands_above_the_headline_is_none(line: str) -> None:
    assert kept(line, HEADLINE) == {HEADLINE: "headline"}
    assert kept("The Pell Observer", line, HEADLINE) == {HEADLINE: "headline"}
    assert kept(line, "Carrow | Lamps", HEADLINE) == {HEADLINE: "headline"}


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("Lamp is lit", "After eleven years in the dark the whole point came to see it"),
        ("LAMP IS LIT", "After eleven years in the dark the whole point came to see it"),
        ("Sport and Politics", "Share this page"),
        ("The Pell Observer", "Ann Lee"),
        ("The Pell Observer closes", "After eleven years the paper has no more readers"),
        ("Share prices fall again", "After eleven years the harbour has no more ships"),
    ],
)
def test_a_short_headline_stays_one(line: str, below: str) -> None:
    assert kept(line, below)[line] == "headline"


MENU = ["News", "Local", "Opinion", "Sport", "Culture", "Travel", "Weather", "Crime", "Letters"]


@pytest.mark.parametrize("above", [MENU, ["Subscribe now", "Log in", "Share this page", *MENU]])
def test_a_menu_above_the_headline_may_have_many_lines(above: list[str]) -> None:
    assert kept("The Pell Observer", *above, HEADLINE) == {HEADLINE: "headline"}


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        ("News, Sport, Business and Culture", "News, Sport, Business, Culture and Travel"),
        ("The Old Pell Evening Post", "The Old North Pell Evening Post"),
        (
            "Sign up for a letter on the lamps and tides of Pell",
            "Sign up for a letter on the lamps and tides of Pell, says keeper",
        ),
    ],
)
def test_what_stands_above_a_headline_has_few_words(inside: str, outside: str) -> None:
    assert kept(inside, HEADLINE) == {HEADLINE: "headline"}
    assert kept(outside, HEADLINE) == {outside: "headline"}


def test_a_headline_below_a_place_has_four_words() -> None:
    place, long, short = "CARROW POINT", "Lamp shines again tonight", "Lamp shines again"
    assert kept(place, long) == {long: "headline"}
    assert kept(place, short) == {place: "headline"}


def test_two_articles_of_one_site_have_not_the_same_headline() -> None:
    site, match, barrier = (
        "The Pell Observer",
        "Carrow beat Pell by three",
        "Barrier fails its test",
    )
    a, b = (read_text("\n\n".join(own)) for own in ((site, match, FIRST), (site, barrier, SECOND)))
    found = [(item.kind.value, item.state.value) for item in compare(a, b).furniture]
    assert found == [("headline", "lost"), ("headline", "added")]


@pytest.mark.parametrize(
    "line",
    [
        "Updated 3 hours ago",
        "2 days ago",
        "Today, 14:30",
        "Published 14 March at 06:40",
        "Aktualisiert vor 3 Stunden",
        "Dienstag, 14. März, 18.01 Uhr",
        "Mis à jour il y a 2 heures",
        "Publié le 14 mars à 18h01",
        "Hace 3 horas",
        "Lunes 14 de marzo",
        "3 ore fa",
        "Aggiornato il 14 maggio alle 18:01",
        "Há 3 horas",
        "Atualizado em 14 de maio às 18h01",
        "3 uur geleden",
        "Gepubliceerd op 14 maart om 18:01",
        "14 września, 18:01",
        "Среда, 14 сентября",
        "Wczoraj, 10:02",
        "5 minut temu",
        "Ayer a las 10:02",
        "Hier, 10 h 02",
        "Вчера в 10:02",
        "3 часа назад",
        "Обновлено 14 марта в 10:02",
        "Igår kl. 10.02",
        "2 tuntia sitten",
        "Včera v 10:02",
        "před 3 hodinami",
        "3 órája",
        "acum 3 ore",
        "3 saat önce",
        "Χθες 10:02",
        "2h ago",
        "昨天 10:02",
        "3小时前",
        "3시간 전",
    ],
)
def test_a_line_that_says_when(line: str) -> None:
    assert kept(HEADLINE, line)[line] == "date"


def test_a_line_that_says_nothing_but_when_may_be_long() -> None:
    line = "First published on Tuesday at 06:40 GMT and last updated today at 18:20 GMT"
    assert kept(HEADLINE, line)[line] == "date"


def test_a_word_that_says_when_has_five_letters() -> None:
    assert kept("Stand: 14. März", HEADLINE)["Stand: 14. März"] == "date"
    line = "First published on 14 March 2024 by Ann Lee in News"
    assert kept(HEADLINE, line)[line] == "date"
    for line in ("Time at sea ends on 14 March 2024 for pilots of Pell", "The last 10 days of May"):
        assert kept(line) == {line: "headline"}


@pytest.mark.parametrize(
    "line",
    [
        "Serves 6 | Preparation: 20 minutes | Baking: 40 minutes",
        "Bake 20 minutes, 14:30",
        "Kick-off 15:00",
        "Sunday League, Division Two, matchday 14",
        "Chapter 12",
        "11 lamps",
        "5 min read",
        "Lesezeit: 3 Minuten",
        "Temps de lecture : 3 min",
        "Pieczenie: 2 godziny",
        "Cuire 10 h 02",
        "Готовить 3 часа",
        "Til 4 timer",
        "烘烤40分钟",
        "Today",
        "Net profit 9,174,000 against profit 29.1 m",
    ],
)
def test_figures_that_are_no_date(line: str) -> None:
    assert line not in kept(HEADLINE, line)


@pytest.mark.parametrize("line", ["By Ann Lee", "Von Ann Lee", "Par Ann Lee", "Por Ana Ruiz"])
def test_the_author_may_stand_above_the_headline(line: str) -> None:
    assert kept(line, HEADLINE) == {line: "byline", HEADLINE: "headline"}


@pytest.mark.parametrize("line", ["Photo: Ann Lee", "Foto: Ann Lee", "Photo by Ann Lee"])
def test_who_took_the_picture_did_not_write_the_text(line: str) -> None:
    assert kept(HEADLINE, "By Jo Carr", line) == {
        HEADLINE: "headline",
        "By Jo Carr": "byline",
        line: "caption",
    }


def test_a_name_above_the_headline_must_say_that_it_is_the_authors() -> None:
    assert kept("Opinion", "Carrow Point", HEADLINE) == {HEADLINE: "headline"}


@pytest.mark.parametrize(
    "line",
    [
        "Related Stories",
        "Share This Article",
        "Sign Up Now",
        "Artikel Drucken",
        "World News",
        "Sunday League, Division Two",
    ],
)
def test_capitals_alone_name_no_author(line: str) -> None:
    assert line not in kept(HEADLINE, line)


@pytest.mark.parametrize(
    "line",
    [
        "12 comments",
        "Tags: lamps, Pell",
        "Lesen Sie auch: Neue Lampen für den Hafen",
        "À lire aussi : le phare de Pell",
        "© 2023 The Pell Observer",
        "www.pellpost.example",
        "Write to desk@pellpost.example",
        "Back to our front page",
    ],
)
def test_lines_behind_the_text_are_its_footer(line: str) -> None:
    assert names(HEADLINE, *BODY, line)[line] == "footer"


def test_what_belongs_to_the_text_is_no_footer() -> None:
    verses = "Ship of paper, ship of tin,\ncarry me over, carry me in."
    more = "Mother is waiting,\nthe lamp is low."
    assert names(verses, more, "(Chorus)") == {}
    assert names(verses, more, "Ship of paper,\nship of tin") == {}
    assert names(HEADLINE, *BODY, "3. One lamp of glass") == {HEADLINE: "headline"}
    assert names(HEADLINE, BODY[0], "3. The Lamp", BODY[1]) == {HEADLINE: "headline"}
    assert names("Light the lamp", *BODY, "Light the lamp") == {"Light the lamp": "headline"}


def test_an_aside_between_verses_has_at_most_twenty_characters() -> None:
    verses = ("Ship of paper, ship of tin,\ncarry me over, carry me in.", "[Chorus]")
    inside, outside = "[Chorus, sung by four]", "[Chorus, sung by three]"
    assert names(*verses, inside) == {}
    assert names(*verses, outside) == {outside: "footer"}


@pytest.mark.parametrize(
    "line",
    [
        "And then it rained.",
        "Enjoy the lamp!",
        "\u201cSee you in June!\u201d",
        "Gute Nacht.",
        "灯亮了。",
    ],
)
def test_a_short_sentence_may_be_the_last_of_the_text(line: str) -> None:
    assert names(HEADLINE, *BODY, line) == {HEADLINE: "headline"}
    assert names(HEADLINE, *BODY, line, "12 comments") == {
        HEADLINE: "headline",
        "12 comments": "footer",
    }


@pytest.mark.parametrize(
    "line", ["All rights reserved.", "Written by Ann Lee.", "Originally published by Pell Post."]
)
def test_a_short_sentence_of_the_site_or_on_the_author_is_a_footer(line: str) -> None:
    assert names(HEADLINE, *BODY, line) == {HEADLINE: "headline", line: "footer"}


@pytest.mark.parametrize(
    "line",
    [
        "Lamp shines in May",
        "Lampe leuchtet im Mai",
        "Storm in Pell",
        "Incendie à Pell",
        "Pożar w Pell",
    ],
)
def test_a_headline_of_two_capitals_names_nobody(line: str) -> None:
    assert kept("12 May 2024", line) == {"12 May 2024": "date", line: "headline"}


@pytest.mark.parametrize(
    "line", ["Jan van Ek", "Ann Lee und Bo Ek", "Ludwig van der Ek", "Text und Fotos von Ann Lee"]
)
def test_small_words_in_a_name(line: str) -> None:
    assert kept(HEADLINE, line) == {HEADLINE: "headline", line: "byline"}


def test_a_short_sentence_behind_a_heading_is_no_footer_where_there_are_others() -> None:
    told = ("How to get there", "Buses leave from the station every hour.")
    where = ("Where to stay", "There are two inns on the point.")
    assert names(HEADLINE, BODY[0], *told, *where) == {HEADLINE: "headline"}
    assert names(HEADLINE, BODY[1], *told, *where) == {HEADLINE: "headline"}
    site = ("Did you enjoy this story? Tell us", "Copyright 2024 The Pell Observer, all of it.")
    found = names(HEADLINE, BODY[0], *told, *where, *site)
    assert found == {HEADLINE: "headline", site[0]: "footer", site[1]: "footer"}


def test_a_sentence_with_an_address_is_the_sites_if_it_has_twelve_words() -> None:
    told = ("How to get there", "Buses leave from the station every hour.")
    where = ("Where to stay", "There are two inns on the point.")
    asked = "Were you there, too?"
    inside = "Write to desk@pellpost.example if you were there and took pictures too."
    outside = inside.replace("pictures", "some pictures")
    found = names(HEADLINE, BODY[0], *told, *where, asked, inside)
    assert found == {HEADLINE: "headline", asked: "footer", inside: "footer"}
    found = names(HEADLINE, BODY[0], *told, *where, asked, outside)
    assert found == {HEADLINE: "headline"}


def test_a_line_of_verse_has_at_most_sixty_characters() -> None:
    verses = "Ship of paper, ship of tin,\ncarry me over, carry me in."
    inside = "Mother is waiting,\nwake me, ship, when the harbour lamps are lit, far from home"
    outside = f"{inside}s"
    assert len(inside.splitlines()[1]) == 60
    assert names(verses, inside) == {}
    assert names(verses, outside) == {outside: "footer"}


@pytest.mark.parametrize("line", ["Photo: Ann Lee", "The lamp on Saturday. Photo by Bo Ek"])
def test_a_picture_may_stand_above_the_headline(line: str) -> None:
    assert kept(line, HEADLINE) == {line: "caption", HEADLINE: "headline"}


@pytest.mark.parametrize(
    "line",
    [
        "From our correspondent",
        "Von unserer Redaktion",
        "De notre correspondant",
        "Dalla nostra redazione",
        "Por Redação",
        "Door onze redactie",
    ],
)
def test_an_author_who_is_not_named(line: str) -> None:
    assert kept(HEADLINE, line)[line] == "byline"


def test_what_stands_behind_a_name_says_who_that_is_not_what_they_did() -> None:
    role, clause = "Ann Lee, keeper of lamps", "Ann Lee, who had lamps"
    assert kept(HEADLINE, role) == {HEADLINE: "headline", role: "byline"}
    assert kept(HEADLINE, clause) == {HEADLINE: "headline"}


@pytest.mark.parametrize("line", ["Von Ann Lee", "Reporting by Ann Lee; Editing by Bo Ek"])
def test_a_line_behind_the_text_that_says_so_names_the_author(line: str) -> None:
    assert names(HEADLINE, *BODY, line)[line] == "byline"


def test_a_line_that_says_when_and_by_whom() -> None:
    line = "Posted on 14 March 2024 by Ann Lee in News"
    document = read_text("\n\n".join((HEADLINE, line, *BODY)))
    found = [item.kind.value for item in compare(document, document).furniture if item.section == 1]
    assert found == ["date", "byline"]
    plan = "Updated plan of 14 March 2024 is rejected"
    assert kept(plan) == {plan: "headline"}
