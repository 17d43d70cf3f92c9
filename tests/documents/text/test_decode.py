from __future__ import annotations

import codecs
from typing import Any

import chardet
import pytest

from gui.documents import DocumentError
from gui.documents.text.decode import decode
from gui.documents.text.encoding_guess import with_most_words
from gui.documents.text.known_encodings import Decoded, known_encoding
from gui.documents.text.word_letters import fits_a_language

ENGLISH = (
    "The minister’s speech lasted an hour — “far too long”, one listener said. He had come by "
    "train, and left by the same train; nobody saw him off.\n"
) * 3
RUSSIAN = (
    "Министр приехал утренним поездом и уехал вечерним. Речь его длилась час, и никто не "
    "задал ни одного вопроса. Газеты об этом молчали.\n"
) * 3
JAPANESE = "大臣は朝の列車で到着し、夕方の列車で帰りました。演説は一時間続きました。\n" * 5


@pytest.mark.parametrize(
    ("mark", "encoding", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    ],
)
def test_a_byte_order_mark_decides_and_is_dropped(mark: bytes, encoding: str, name: str) -> None:
    decoded = decode(mark + ENGLISH.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.undecodable) == (ENGLISH, name, 0)


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, JAPANESE, "é", "plain", "😀 and on"])
def test_utf8_is_read_strictly(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding) == (text, "utf-8")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, "hi", "café", RUSSIAN, JAPANESE])
def test_utf16_without_a_mark_is_distinguished_from_utf8(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "windows-1252"),
        (ENGLISH, "mac-roman"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "ibm866"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "iso-2022-jp"),
        ("部长乘早班火车来，乘晚班火车离开，演讲持续了一个小时。\n" * 5, "gb18030"),
        ("Der Minister kam spät, sprach über Öl und Äpfel und schloß müde.\n" * 4, "iso-8859-1"),
        ("Ο υπουργός ήρθε με το πρωινό τρένο και έφυγε το βράδυ.\n" * 4, "iso-8859-7"),
    ],
)
def test_old_encodings_are_detected(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("It’s", "windows-1252"),
        ("Prices rose 3 % to €20 in May.", "windows-1252"),
        ("“It was late,” she said – and left…", "windows-1252"),
        ("Größe und Maß, für alle Fälle – „gut“.", "windows-1252"),
        ("La città è più bella di così.", "iso-8859-1"),  # not Baltic: no language has ā, č and ų
        ("Yazar: Gülşen Çağlar", "iso-8859-9"),  # not windows-1252: no language has ü, þ and ð
        ("It cost £30 – or €35.", "windows-1252"),  # not Greek: single letters among Latin words
        ("Publié le 3 février par Hélène Dubois", "windows-1252"),
        ("¿Dónde está la estación?", "windows-1252"),
        ("Autor: Michał Żebrowski", "windows-1250"),
        ("Žluťoučký kůň", "windows-1250"),
        ("Őszi eső Győrben", "iso-8859-2"),
        ("Москва", "windows-1251"),
        ("Автор: Иван Петров", "koi8-r"),
        ("Smørrebrød på en grå dag i København.", "windows-1252"),
        ("Le café était fermé, hélas.", "windows-1252"),
        ("Príliš žltý kôň zjedol celú úrodu.", "windows-1250"),
        ("Мэр говорил недолго.", "windows-1251"),
        ("市长的讲话很短。", "gb18030"),
        ("café " * 500, "windows-1252"),
        ("Das kostet 5 € pro Stück.", "iso-8859-15"),
        ("€ 12", "iso-8859-15"),
        ("Škoda: 300 €", "iso-8859-15"),
        ("Ein Škoda kostet 250 €.", "iso-8859-15"),
        ("Środa, święta: 25 ¤", "iso-8859-2"),
        ("¤ först\n¤ sedan", "windows-1252"),  # not a price
        ("¤ 12 – “so”", "windows-1252"),
    ],
)
def test_little_is_enough(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_an_encoding_that_a_person_chose_wins() -> None:
    data = "naïve".encode()
    assert decode(data, "windows-1252").text == "naÃ¯ve"
    assert decode(data, "windows-1252").encoding == "windows-1252"


def test_a_mark_is_dropped_whatever_was_chosen() -> None:
    assert decode(codecs.BOM_UTF16_LE + "a".encode("utf-16-le"), "utf-16-le").text == "a"


def test_a_declared_encoding_is_tried_after_utf8_and_before_the_detector() -> None:
    assert decode("naïve".encode(), declared="windows-1252").text == "naïve"
    assert decode("ŝipo ĉe la ĝardeno".encode("iso-8859-3"), declared="iso-8859-3").text.startswith(
        "ŝipo"
    )
    assert decode(ENGLISH.encode("cp1252"), declared="no such thing").text == ENGLISH


@pytest.mark.parametrize(
    "name", ["klingon", "", "hex", "idna", "utf-7", "zip", "a\0b", "raw_unicode_escape"]
)
def test_what_is_no_encoding_is_refused_by_name(name: str) -> None:
    with pytest.raises(DocumentError, match="is not an encoding that Copydesk knows"):
        decode(b"text", name)


def test_known_encoding_is_forgiving_about_spelling() -> None:
    assert known_encoding(" UTF_16 ") == "utf-16"
    assert known_encoding("Latin-1") == "latin-1"


def test_bytes_that_mean_nothing_are_shown_and_counted() -> None:
    data = "“a café, a café, a café”".encode().replace(b"a caf", b"a\xffcaf", 1)
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.text == "“a\ufffdcafé, a café, a café”"
    assert decoded.undecodable == 1


def test_a_replacement_character_of_the_file_itself_is_not_counted() -> None:
    data = "café \ufffd café \ufffd café".encode() + b"\xff"
    assert decode(data).undecodable == 1


def test_a_forced_encoding_never_stops_at_bytes_it_does_not_know() -> None:
    decoded = decode("naïve".encode("latin-1"), "utf-8")
    assert (decoded.text, decoded.undecodable) == ("na\ufffdve", 1)


def test_halves_of_characters_in_utf8_are_joined_or_counted() -> None:
    pair = "a \ud83d\ude00 b".encode("utf-8", "surrogatepass")
    assert decode(pair).text == "a 😀 b"
    lone = decode("a \ud83d b".encode("utf-8", "surrogatepass"))
    assert (lone.text, lone.encoding, lone.undecodable) == ("a \ufffd b", "utf-8", 1)


def test_a_few_nul_bytes_do_not_make_a_text_binary() -> None:
    assert decode(b"one\0two\0three").text == "one\0two\0three"


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 20, bytes(range(1, 32)) * 9, b"\0" * 1000, bytes([1, 200, 3, 250]) * 99],
)
def test_noise_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match="not text"):
        decode(data)


@pytest.mark.parametrize(("before", "found"), [(1_999, "windows-1250"), (2_000, "windows-1252")])
def test_2000_words_tell_in_which_encoding_known_ones_are(before: int, found: str) -> None:
    words = " ".join([*(f"\xe9{number}" for number in range(before)), "\u0141ukasz"])
    assert with_most_words(words.encode("cp1250"), ["\u0141ukasz"], "windows-1252") == found


@pytest.mark.parametrize(
    ("length", "found"), [(2**20, "windows-1250"), (2**20 + 1, "windows-1252")]
)
def test_known_words_are_looked_for_in_the_first_mebibyte(length: int, found: str) -> None:
    data = "\u0141ukasz".encode("cp1250").rjust(length)
    assert with_most_words(data, ["\u0141ukasz"], "windows-1252") == found


class Watched(bytes):
    """Notes how many bytes were looked at in one call."""

    longest = 0

    def _looked(self, count: int) -> None:
        Watched.longest = max(Watched.longest, count)

    def __contains__(self, what: object) -> bool:
        if what != b"\0":  # a single byte is found many times as quickly
            self._looked(len(self))
        return super().__contains__(what)  # type: ignore[operator]

    def find(self, what: Any, start: Any = 0, end: Any = None) -> int:
        self._looked((len(self) if end is None else end) - start)
        return super().find(what, start, end)

    def translate(self, *given: Any, **named: Any) -> bytes:
        self._looked(len(self))
        return super().translate(*given, **named)

    def decode(self, *given: Any, **named: Any) -> str:
        self._looked(len(self))
        return super().decode(*given, **named)


def test_many_megabytes_are_looked_at_piece_by_piece_so_that_no_thread_waits_for_them() -> None:
    text = "caf\u00e9 \U0001f600 seven boats, " * 200_000
    data = Watched(text.encode())
    assert decode(data) == Decoded(text, "utf-8")
    assert 2**20 <= Watched.longest < 2**20 + 4  # a few bytes more, for a mark across two pieces


@pytest.mark.parametrize("place", range(-4, 4))
def test_what_stands_across_two_pieces_is_found(place: int) -> None:
    before = "a" * (2**20 + place)
    assert decode(f"{before}\u00e9\U0001f600!".encode()).text == f"{before}\u00e9\U0001f600!"
    shifted = before.encode() + "\u65e5\u672c\u8a9e".encode("iso2022-jp")
    assert decode(shifted).encoding != "utf-8"


@pytest.mark.parametrize(("controls", "size"), [(3, 20), (10, 200)])
def test_a_text_may_have_three_control_characters_or_one_in_twenty(
    controls: int, size: int
) -> None:
    """Those come from old programs; bytes that are no text have many more."""
    text = ("\x01" * controls).ljust(size, "a")
    assert decode(text.encode()).encoding == "utf-8"
    with pytest.raises(DocumentError, match="not text"):
        decode(b"\x01" + text[:-1].encode())


@pytest.mark.parametrize(("good", "broken"), [(2, 1), (4, 2)])
def test_damaged_utf8_has_two_letters_for_each_broken_place(good: int, broken: int) -> None:
    """With fewer it is rather another encoding, of which two bytes happen to be a letter."""

    def of(count: int) -> Decoded:
        return decode(("caf\u00e9 " * count).encode() + b"t\xe9l " * broken)

    found = of(good)
    assert (found.encoding, found.undecodable) == ("utf-8", broken)
    assert of(good - 1).encoding != "utf-8"


# Words in ISO 8859-1, and how they look when they are read as ISO 8859-4.
ITALIAN = tuple(
    "".join(f"{a}{b}tt{at} {a}{b}i{us} " for a in "bcdfglmn" for b in "aeiou")
    for at, us in ("\u00e0\u00f9", "\u0101\u0173")
)


def italian(letters: int, odd: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Return whether a text is read as the detector says, which says the wrong thing."""
    answers = [{"encoding": name, "confidence": 0.5} for name in ("iso-8859-4", "iso-8859-1")]
    monkeypatch.setattr(chardet, "detect", lambda *_, **_options: answers[0])
    monkeypatch.setattr(chardet, "detect_all", lambda *_, **_options: answers)
    own = odd + ITALIAN[0]
    cut = next(n for n in range(len(own)) if len(own[:n].encode()) - n == letters)
    found = decode(own[:cut].encode("iso-8859-1")).text
    assert found[len(odd) :] in (own[len(odd) : cut], ITALIAN[1][: cut - len(odd)])
    return "batt\u0101" in found


@pytest.mark.parametrize(("letters", "odd"), [(40, ""), (60, "\u00e9A " * 3)])
def test_the_detector_is_believed_above_40_letters_and_above_20_for_each_odd_word(
    letters: int, odd: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With fewer, the alphabets of languages know better; by then it has seen enough."""
    assert not italian(letters, odd, monkeypatch)
    assert italian(letters + 1, odd, monkeypatch)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("It was Zo\u00eb who came by train.", "windows-1252"),  # in Lithuanian encodings \u0117
        ("p1;copy;No\u00ebl;n\u00e9e\r\np2;copy;No\u00ebl;Stra\u00dfe\r\n" * 30, "windows-1252"),
        ("p1;copy;\u017demait\u0117;a\u010di\u016b\r\n" * 9, "windows-1257"),
    ],
    ids=["a name", "a table", "Lithuanian"],
)
def test_words_that_tell_nothing_are_read_in_the_most_common_encoding(
    text: str, encoding: str
) -> None:
    assert decode(text.encode(encoding)) == Decoded(text, encoding)


def test_a_turkish_capital_i_with_its_dot_is_a_letter_of_turkish() -> None:
    assert fits_a_language("\u0130stanbul, ya\u011fmur")
    assert not fits_a_language("\u0130stanbul, \u011f\u0101")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("\u017di\u017eka, \u0141ukasz", "windows-1250"),  # not \u00a3ukasz
        ("Dvo\u0159\u00e1k, \u0141ukasz", "windows-1250"),
        ("Dvo\u0159\u00e1k", "windows-1250"),  # in windows-1252 of two languages
        ("No\u00ebl, \u0141ukasz", "windows-1250"),
        ("\u0160imek, \u0141ukasz", "iso-8859-2"),  # not \u00a9imek
        ("Micha\u0142", "windows-1250"),  # not the number of a note
        ("\u010dlov\u011bk", "windows-1250"),
        ("Matko Mati\u0107", "windows-1250"),
        ("dzie\u0144", "windows-1250"),
        ("\u738b\u4f1f, \u674e\u5a1c", "gb18030"),
        ("\u7530\u4e2d\u3055\u3093", "euc-jp"),
        # Three names of two characters each, of which other bytes make six Korean syllables.
        ("\u9234\u6728, \u5c71\u7530, \u6e05\u6c34", "cp932"),
        ("\u4f50\u85e4, \u5409\u7530, \u6e05\u6c34", "cp932"),
        # The same bytes are common Chinese characters, but none that stand together.
        ("\u4f50\u85e4, \u9234\u6728, \u6e05\u6c34", "euc-jp"),
        ("\u7530\u4e2d, \u9ad8\u6a4b, \u4f0a\u85e4", "euc-jp"),
        ("\u9648\u9759, \u5f20\u654f, \u90ed\u6d9b", "gb18030"),
        ("\uae40\ubbfc\uc218, \ubc15\uc9c0\ud6c8, \uc774\uc601\ud76c", "cp949"),
    ],
)
def test_a_word_that_is_in_no_language_speaks_against_a_reading(text: str, encoding: str) -> None:
    for data in (text, f"p1;copy;{text}\r\n" * 20):
        assert decode(data.encode(encoding)).text == data


@pytest.mark.parametrize(
    "text",
    [
        "\u00a330, \u00a3m, \u00a3bn",
        "\u00a9 Reuters, \u00a9Getty",
        "word\u00b9, word\u00b2, word\u00b3 and m\u00b2",
        "\u00bfqui\u00e9n? \u00a1s\u00ed!",
        "1\u00ba, 2\u00aa, n\u00ba",
        "citt\u00e0, pi\u00f9, perch\u00e9, cos\u00ec, gi\u00e0, pu\u00f2",
        "\u00de\u00f3r, \u00fe\u00fa, Gu\u00f0r\u00fan",
    ],
)
def test_signs_and_letters_where_they_belong_are_read_in_the_most_common_encoding(
    text: str,
) -> None:
    assert decode(text.encode("windows-1252")) == Decoded(text, "windows-1252")


def test_the_detector_looks_at_the_first_200_000_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is slow, and what stands there tells the encoding of the whole."""
    looked: list[bytes] = []

    def detect(seen: bytes, **_: object) -> dict[str, object]:
        looked.append(seen)
        return {"encoding": "iso-8859-5", "confidence": 1.0}

    monkeypatch.setattr(chardet, "detect", detect)
    monkeypatch.setattr(chardet, "detect_all", lambda seen, **_: [detect(seen)])
    last = b"\n" * 199_999 + b"\xe9"
    for data, is_seen in ((last, True), (b"\n" + last, False)):
        decode(data)
        assert (b"\xe9" in looked[-1]) is is_seen
