"""What kind of difference two ways of writing one word are."""

from __future__ import annotations

import pytest

from gui.compare import ChangeKind, Options, compare
from gui.compare.telling.section_changes import are_minor_signs
from gui.compare.tokenizing.normalization import difference_kind, is_hyphenated, is_turkic
from gui.compare.tokenizing.tokens import number_tokens
from gui.documents import read_text
from gui.resources import read_table
from tests.compare.variants import VARIANTS

MINOR, SUBSTITUTION, LOOK_ALIKE = ChangeKind.MINOR, ChangeKind.SUBSTITUTION, ChangeKind.LOOK_ALIKE


def kinds(reference: str, candidate: str, options: Options) -> set[ChangeKind]:
    """Return the kinds of all differences between two texts with the same keys."""
    a, b = number_tokens(read_text(reference), read_text(candidate))
    pairs = zip(a.texts, b.texts, strict=True)
    return {difference_kind(*pair, options) for pair in pairs if pair[0] != pair[1]}


@pytest.mark.parametrize("name", VARIANTS)
def test_the_same_in_another_hand_is_minor(name: str) -> None:
    reference, candidate, _ = VARIANTS[name]
    for pair in ((reference, candidate), (candidate, reference)):
        assert kinds(*pair, Options()) == {MINOR}


@pytest.mark.parametrize("name", VARIANTS)
def test_it_is_a_substitution_where_the_option_is_off(name: str) -> None:
    reference, candidate, option = VARIANTS[name]
    off = Options()._replace(**{option: False})
    for pair in ((reference, candidate), (candidate, reference)):
        found = kinds(*pair, off)
        assert SUBSTITUTION in found
        assert LOOK_ALIKE not in found


def test_every_spelling_in_two_encodings_is_the_same_letter() -> None:
    table = read_table("model", "spellings.toml")
    for one, others in [pair for group in table.values() for pair in group.items()]:
        plain, *found = [
            "".join(chr(int(code, 16)) for code in letter.split("-"))
            for letter in (one, *others.split())
        ]
        for other in found:
            for pair in ((f"{plain} 7", f"{other} 7"), (f"{other} 7", f"{plain} 7")):
                assert kinds(*pair, Options()) == {MINOR}, (one, others)


@pytest.mark.parametrize("option", ["case", "quotes", "dashes", "spacing", "marks"])
def test_one_option_is_enough_for_what_it_covers(option: str) -> None:
    only = Options(*[name == option for name in Options._fields])
    pair = {
        "case": ("Mayor", "MAYOR"),
        "quotes": ("``", "“"),
        "dashes": ("--", "–"),
        "spacing": (". . .", "..."),
        "marks": ("...", "…"),
    }[option]
    assert difference_kind(*pair, only) is MINOR
    assert difference_kind(*pair, Options(*[not on for on in only])) is SUBSTITUTION


def test_several_options_together() -> None:
    assert difference_kind(". . .", "…", Options()) is MINOR
    assert difference_kind(". . .", "…", Options(spacing=False)) is SUBSTITUTION
    assert difference_kind("ETAT", "État", Options(case=False)) is SUBSTITUTION
    assert difference_kind("ETAT", "ÉTAT", Options(case=False)) is MINOR


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("copper", "c\u043epper", LOOK_ALIKE),  # a Cyrillic letter
        ("copper", "cop\u200bper", LOOK_ALIKE),
        ("harbour", "har\u00adbour", LOOK_ALIKE),
        ("copper", "\U0001d41copper", LOOK_ALIKE),  # a letter of mathematics
        ("copper", "\u24d2opper", LOOK_ALIKE),  # in a circle
        ("copper", "\uff43opper", LOOK_ALIKE),  # one wide letter among others
        ("copper", "cop\u200fper", LOOK_ALIKE),
        ("copper", "cop\u200cper", LOOK_ALIKE),
        ("copper", "\uff43\uff4f\uff50\uff50\uff45\uff52", MINOR),
        ("Co\u200bpper", "CO\u200bPPER", MINOR),  # disguised alike
        ("שלום", "שלום\u200f", MINOR),
        ("क्ष", "क्\u200dष", MINOR),
        ("\u845b", "\u845b\U000e0100", MINOR),  # a variant of one ideograph
        ("Straße", "STRASSE", MINOR),
        ("e\u0301te\u0301", "été", MINOR),
        ("Å", "\u212b", MINOR),
    ],
)
def test_only_what_deceives_is_a_look_alike(a: str, b: str, kind: ChangeKind) -> None:
    assert difference_kind(a, b, Options()) is kind
    assert difference_kind(b, a, Options()) is kind


def test_soft_hyphens_are_typography_where_a_text_is_set_with_them() -> None:
    plain = "Die Gemeindeverwaltung veröffentlichte das Sitzungsprotokoll der Frühjahrsversammlung."
    words = "Gemeinde|verwaltung veröffent|lichte Sitzungs|protokoll Frühjahrs|versammlung".split()
    hyphenated = plain
    for word in words:
        hyphenated = hyphenated.replace(word.replace("|", ""), word.replace("|", "\u00ad"))
    hidden = hyphenated.replace("Die", "D\u200bie")
    sparse = plain.replace("protokoll", "proto\u00adkoll")
    odd = plain.replace("Die", "D\u00adie")
    for text, kinds_found in (
        (hyphenated, [MINOR] * 4),
        (hidden, [LOOK_ALIKE] + [MINOR] * 4),
        (sparse, [MINOR]),
        (odd, [LOOK_ALIKE]),
    ):
        for pair in ((plain, text), (text, plain)):
            assert [c.kind for c in compare(*map(read_text, pair)).changes] == kinds_found
    for a, b in ((plain, hyphenated), (hyphenated, plain)):
        strict = compare(read_text(a), read_text(b), options=Options(marks=False))
        assert [c.kind for c in strict.changes] == [SUBSTITUTION] * 4


SET_THROUGHOUT = "The min|is|ter re|signed af|ter a let|ter was found in Lon|don on Tues|day."
AT_LINE_ENDS = """
The parish council of Orle met on Tues|day and voted to keep its pool open, al|though
it loses money. Each swim|mer pays two coins a visit, and the roof has to be men|ded soon.
"""


def soft(text: str) -> str:
    return text.replace("|", "\u00ad")


@pytest.mark.parametrize(
    "text",
    [
        SET_THROUGHOUT,
        AT_LINE_ENDS,
        "Der Rat der Stadt will das Bad er|hal|ten, das viel kos|tet. Die Leu|te zah|len.",
        "Совет ре|шил со|хра|нить ста|рый бас|сейн.",
        "Ο δή|μος θα κρα|τή|σει την πα|λιά πι|σί|να.",
    ],
)
def test_soft_hyphens_where_programs_divide_words_are_typography(text: str) -> None:
    plain, divided = read_text(text.replace("|", "")), read_text(soft(text))
    for pair in ((plain, divided), (divided, plain)):
        found = compare(*pair)
        assert [change.kind for change in found.changes] == [MINOR] * len(found.changes)
        assert found.similarity.verbatim == 1.0


@pytest.mark.parametrize(
    "odd",
    [
        ("letter", "lette|r"),
        ("letter", "l|etter"),
        ("letter", "l|e|t|ter"),
        ("was", "w|as"),
        (" in ", " i|n "),
        ("1815", "18|15"),
        ("letter", "let\u200bter"),
        ("letter", "let\u2060ter"),
    ],
)
def test_what_makes_no_sense_as_a_division_deceives(odd: tuple[str, str]) -> None:
    others = "His mo|ther found it in sum|mer, with pic|tures and a pres|ent from her bro|ther."
    text = SET_THROUGHOUT.replace("let|ter", "letter") + " It was of 1815. " + others
    plain, divided = read_text(text.replace("|", "")), read_text(soft(text.replace(*odd, 1)))
    for pair in ((plain, divided), (divided, plain)):
        kinds = [change.kind for change in compare(*pair).changes]
        assert sorted(kinds, key=str) == [LOOK_ALIKE, *[MINOR] * 10]


@pytest.mark.parametrize(
    ("text", "is_set_so"),
    [
        (SET_THROUGHOUT, True),
        (SET_THROUGHOUT.replace("|", ""), False),
        (AT_LINE_ENDS, True),
        (AT_LINE_ENDS.replace("al|though", "al|though it is|nt"), False),  # two in one line
        (AT_LINE_ENDS.replace("men|ded", "mended"), False),  # three are too few
        (AT_LINE_ENDS.replace("men|ded", "mend|ed").replace("mon", "m|on"), False),
        ("The mi|nister r|esigned af|ter a lett|er was fo|und in Lo|nd|on.", False),
        ("A pret|ty let|ter came, and lit|tle hap|pened.", True),
        ("A pret|ty let|ter came, and lit|tle hap|pened behind closed windows.", True),
        (
            "A pret|ty let|ter came, and lit|tle hap|pened behind broken closed office windows.",
            False,
        ),
    ],
)
def test_how_a_text_is_set_is_told_by_where_it_is_divided(text: str, is_set_so: bool) -> None:
    assert is_hyphenated(soft(text)) is is_set_so


@pytest.mark.parametrize(
    ("plain", "marked"),
    [
        ("قال إن شركة ABC ستفتح 3 فروع.", "قال إن شركة \u200eABC\u200e ستفتح \u200f3 فروع.\u200f"),
        ("החברה ABC תפתח (בקרוב).", "החברה \u2066ABC\u2069 תפתח \u202b(בקרוב)\u202c."),
        ("The word שלום means peace.", "The word \u200fשלום\u200e means peace."),
    ],
)
def test_marks_of_direction_are_no_alarm_where_words_run_to_the_left(
    plain: str, marked: str
) -> None:
    for pair in ((plain, marked), (marked, plain)):
        found = compare(*map(read_text, pair))
        assert {change.kind for change in found.changes} == {MINOR}


def test_marks_of_direction_deceive_elsewhere() -> None:
    hebrew = "החברה ABC תפתח סניפים."
    for plain, marked in (
        ("Say hello there.", "Say \u200ehello there."),
        ("Say hello there.", "Say hello\u2066 there."),
        (hebrew, hebrew.replace("ABC", "\u202eABC")),
    ):
        (change,) = compare(read_text(plain), read_text(marked)).changes
        assert change.kind is LOOK_ALIKE


UNSPACED = "ทำน้ำ แม่ ຫນ້າ ສ\u0ebcັນ ស្ត្រី ខ្មែរ ပြီ မြန်မာ 東京へ船。「港」 フェリー བོད་ཡིག ㄅㄆ".split()


@pytest.mark.parametrize("sign", ["\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\ufeff"])
@pytest.mark.parametrize("word", UNSPACED)
def test_what_cannot_be_seen_deceives_nobody_where_words_have_no_spaces(
    word: str, sign: str
) -> None:
    for n in range(1, len(word)):
        marked = word[:n] + sign + word[n:]
        for pair in ((word, marked), (marked, word)):
            found = compare(*map(read_text, pair))
            assert {change.kind for change in found.changes} <= {MINOR}, n
            assert found.similarity.verbatim == 1, n


def test_a_zero_width_space_stays_with_the_ideograph_beside_it() -> None:
    plain, marked = read_text("在copper坐船"), read_text("在\u200bcopper\u200b\u200b坐\u200b船")
    assert [c.kind for c in compare(plain, marked).changes] == [MINOR] * 3
    hidden = compare(plain, read_text("在cop\u200bper坐船"))
    assert [c.kind for c in hidden.changes] == [LOOK_ALIKE]


@pytest.mark.parametrize(
    ("small", "capitals"),
    [
        ("à l'école du village", "A L'ECOLE DU VILLAGE"),
        ("il va à l'école et il a un livre", "IL VA A L'ECOLE ET IL A UN LIVRE"),
        ("on sait où il va ou non", "ON SAIT OU IL VA OU NON"),
        ("là où il va, la ville est belle", "LA OU IL VA, LA VILLE EST BELLE"),
        ("él dijo que sí, si el niño va", "EL DIJO QUE SI, SI EL NIÑO VA"),
        ("o porto não é grande e a cidade é bela", "O PORTO NAO E GRANDE E A CIDADE E BELA"),
        ("la città è bella e la gente è qui", "LA CITTA E BELLA E LA GENTE E QUI"),
        ("η Αθήνα ή το λιμάνι", "Η ΑΘΗΝΑ Η ΤΟ ΛΙΜΑΝΙ"),
        ("πού πας; εκεί που είναι", "ΠΟΥ ΠΑΣ; ΕΚΕΙ ΠΟΥ ΕΙΝΑΙ"),
    ],
)
def test_short_words_lose_their_accents_in_capitals_too(small: str, capitals: str) -> None:
    for pair in ((small, capitals), (capitals, small)):
        assert {c.kind for c in compare(*map(read_text, pair)).changes} == {MINOR}
        strict = compare(*map(read_text, pair), options=Options(marks=False))
        assert SUBSTITUTION in {c.kind for c in strict.changes}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("il va a la ville et à la mer", "il va à la ville et à la mer"),
        ("il sait où il va ou non", "il sait ou il va ou non"),
        ("A cidade é bela e não grande", "À cidade é bela e não grande"),
        ("EL ANO DE LOS MUCHOS", "el año de los muchos"),
        ("DIE SCHON UND DER WEG", "die schön und der Weg schon"),
    ],
)
def test_other_words_do_not_lose_their_accents(one: str, other: str) -> None:
    for pair in ((one, other), (other, one)):
        assert SUBSTITUTION in {c.kind for c in compare(*map(read_text, pair)).changes}


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u00ad", "\u00ac"])
def test_a_word_divided_at_a_line_end_is_that_word(hyphen: str) -> None:
    (change,) = compare(
        read_text("The administration met again."),
        read_text(f"The adminis{hyphen}\ntration met again."),
    ).changes
    assert change.kind is MINOR


@pytest.mark.parametrize(
    ("divided", "plain"),
    [
        ("A multi-\nservice firm.", "A multiservice firm."),
        ("A multi-\nservice bar, multi-service.", "A multiservice bar, multi-service."),
        ("A Multi-\nService firm.", "A MultiService firm."),
        ("GOVERN-\nMENT HOUSE", "GOVERNMENT HOUSE"),
        ("A well-be-\ning clinic.", "A well-being clinic."),
        ("A long-estab-\nlished firm.", "A long-established firm."),
        ("An inter-\nnational-minded firm.", "An international-minded firm."),
    ],
)
def test_a_word_that_the_other_text_has_whole_is_that_word(divided: str, plain: str) -> None:
    for pair in ((divided, plain), (plain, divided)):
        assert [c.kind for c in compare(*map(read_text, pair)).changes] == [MINOR]


@pytest.mark.parametrize(
    ("divided", "plain"),
    [
        ("A multi-\nservice firm.", "A multi-service firm."),
        ("A multi-\nservice bar, multiservice.", "A multi-service bar, multiservice."),
        ("A multi-\nservice bar, multi-service.", "A multi-service bar, multi-\nservice."),
        ("A state-of-the-\nart firm and the art.", "A state-of-the-art firm and the art."),
        ("A non-\nEuropean firm.", "A non-European firm."),
    ],
)
def test_a_compound_that_is_divided_at_its_hyphen_does_not_change(divided: str, plain: str) -> None:
    for pair in ((divided, plain), (plain, divided)):
        assert not compare(*map(read_text, pair)).changes


@pytest.mark.parametrize(
    ("one", "other"),
    [("It is 5' long", 'It is 5" long'), ("51° 30′ N", "51° 30″ N"), ("6' (2\") x", "6\" (2') x")],
)
def test_feet_and_minutes_are_no_inches_and_seconds(one: str, other: str) -> None:
    for pair in ((one, other), (other, one)):
        assert {c.kind for c in compare(*map(read_text, pair)).changes} == {SUBSTITUTION}


def test_what_differs_and_is_disguised_is_a_substitution() -> None:
    assert difference_kind("Copper", "cop\u200bper", Options(case=False)) is SUBSTITUTION
    assert difference_kind("cop\u200bper", "copper", Options(case=False)) is LOOK_ALIKE


def test_punctuation_is_minor_where_the_options_say_so() -> None:
    sides = number_tokens(read_text("He came, he saw..."), read_text("He came; he saw!"))
    every = Options(punctuation=True)
    assert are_minor_signs(sides, (2, 3), (2, 3), every)
    assert are_minor_signs(sides, (5, 6), (5, 6), every)
    assert are_minor_signs(sides, (2, 3), (2, 2), every)
    assert not are_minor_signs(sides, (1, 3), (1, 3), every)
    assert not are_minor_signs(sides, (2, 3), (2, 3), Options())


def test_what_cannot_be_seen_between_two_spaces_is_spacing() -> None:
    sides = number_tokens(read_text("He \u200b came \ufeff home"), read_text("He \u2060 came home"))
    assert are_minor_signs(sides, (1, 2), (1, 1), Options())
    assert are_minor_signs(sides, (1, 2), (1, 2), Options())
    assert not are_minor_signs(sides, (1, 3), (1, 1), Options())
    assert not are_minor_signs(sides, (1, 2), (1, 1), Options(spacing=False))


def test_one_word_in_four_with_turkish_letters_makes_a_headline_turkish() -> None:
    assert is_turkic(["\u0131\u015f\u0131k", "blorp", "krad", "snev"])
    assert is_turkic(["\u0131\u015f\u0131k", "ve", "blorp", "krad", "snev", "plim"])
    assert not is_turkic(["\u0131\u015f\u0131k", "blorp", "krad", "snev", "plim"])
