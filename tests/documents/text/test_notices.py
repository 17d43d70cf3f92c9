from __future__ import annotations

import pytest

from gui.documents import Document, repaired
from gui.documents.text.hidden_text import quoted
from tests.documents.shared_reader import from_bytes


def notices(text: str) -> dict[str, int]:
    return {n.code: n.count for n in from_bytes(text.encode(), name="x").notices}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Plain prose — “with quotes”, a café and 😀 👩\u200d🚒.", {}),
        ("Ein Spaß“, sagte Ä“. Für 5\u00a0€ – “ÉTÉ”…", {}),
        ("nul \0 and bell \a", {"control": 2}),
        ("a \u202eesrever\u202c b", {"direction": 2}),
        ("\u2067right\u2069", {"direction": 2}),
        ("ze\u200bro wi\u2060dth\ufeff", {"zero-width": 3}),
        ("joi\u200dner", {"zero-width": 1}),
        ("می\u200cخواهم", {}),
        ("soft\u00adhyphen", {}),
        ("p\u0430ypal and \u0441\u043eco", {"mixed-scripts": 2, "other-script": 0}),
        ("The word мир means peace and мир means world.", {"other-script": 2}),
        ("Министр приехал утром. NATO молчит.", {}),
        ("Министр a премьер приехали c утра.", {"other-script": 2}),  # two Latin letters
        ("Музей открыт в XIX веке, при Петре I.", {}),
        ("Ο υπουργός ήρθε το πρωί. Το NATO σιωπά.", {"other-script": 1}),
        ("הכנס של Google ושל Apple נפתח היום בתל אביב.", {}),
        ("東京でApple社の発表会が開かれた。", {}),
        ("Google и Apple ouvrent, dit мэр.", {"other-script": 2}),
        ("漢字とかなとカナ、そして한글", {}),
        ("Itâ€™s a cafÃ©", {"mojibake": 1}),
        ("РџСЂРёРІРµС‚, РјРёСЂ", {"mojibake": 1}),
        ("Все было хорошо, и Румыния тоже.", {}),
    ],
)
def test_what_cannot_be_seen_is_counted(text: str, found: dict[str, int]) -> None:
    assert notices(text) == {code: count for code, count in found.items() if count}


def test_notices_are_sentences() -> None:
    document = from_bytes("p\u0430y\n\na\u202eb \0 Itâ€™s \u200b".encode() + b"\xff", name="x")
    assert len(document.notices) >= 5
    for notice in document.notices:
        assert str(notice.message).endswith(".")
        assert str(notice.count) in str(notice.message)


def test_undecodable_bytes_are_reported() -> None:
    document = from_bytes("“quoted” text ".encode() + b"\xff", name="x")
    assert document.text.endswith("\ufffd")
    assert [(n.code, n.count) for n in document.notices] == [("undecodable", 1)]


def test_the_line_of_the_first_is_named() -> None:
    document = from_bytes("one\ntwo\nthr\u200bee\nfo\u200bur".encode(), name="x")
    assert (
        str(document.notices[0].message) == "2 hidden zero-width characters, the first in line 3."
    )


def damaged() -> Document:
    return from_bytes("A café “here”\nItâ€™s cafÃ© time\nplain\n".encode(), name="x")


def test_repair_is_a_view_of_its_own() -> None:
    document = damaged()
    mended = repaired(document)
    assert document.text == "A café “here”\nItâ€™s cafÃ© time\nplain\n"
    assert mended.text == "A café “here”\nIt’s café time\nplain\n"
    assert (mended.name, mended.sha256) == (document.name, document.sha256)
    assert [(n.code, n.count) for n in mended.notices] == [("repaired", 1)]


def test_text_without_damage_is_left_alone() -> None:
    document = from_bytes("A café “here”, naïve — Ünïcödé.".encode(), name="x")
    assert repaired(document).text == document.text


@pytest.mark.parametrize(
    "text",
    ["â€™" * 20_000, "é“ " * 20_000, "пa" * 50_000, "a\u200b" * 30_000, "п" * 300_000],
    ids=["mojibake", "accents", "mixed word", "zero width", "one word"],
)
def test_long_lines_are_looked_at_in_linear_time(text: str) -> None:
    assert from_bytes(text.encode(), name="x").text == text


def test_a_notice_quotes_three_words_and_30_characters_of_each() -> None:
    words = [f"p\u0430y{end}" for end in ("", "s", "ed", "ing")]
    (notice,) = from_bytes(" ".join(words).encode(), name="x").notices
    assert str(notice.message).endswith("such as p\u0430y, p\u0430ys, p\u0430yed.")
    (notice,) = from_bytes(("p\u0430" + "y" * 29).encode(), name="x").notices
    assert str(notice.message).endswith("such as p\u0430" + "y" * 28 + ".")


def test_200_characters_of_what_is_hidden_are_quoted() -> None:
    assert quoted(["x" * 200]) == "x" * 200
    assert quoted(["x" * 201]) == "x" * 200 + "…"
