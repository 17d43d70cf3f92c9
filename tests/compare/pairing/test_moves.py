"""Sentences in any other order: all of them are there, and what moved is whole sentences."""

from __future__ import annotations

import random

import pytest

from gui.compare import SectionKind, compare
from gui.compare.modelling.sequences import Unit
from gui.compare.pairing.moves import Passage, widened
from gui.documents import read_text

SENTENCES = {
    "Greek": [
        "Η δημοτική βιβλιοθήκη θα κλείσει το φθινόπωρο δύο από τα πέντε παραρτήματά της.",
        "Οι αναγνώστες το έμαθαν με επιστολή μόλις μια μέρα πριν.",
        "Μια διαμαρτυρία εναντίον του σχεδίου έχει τέσσερις χιλιάδες υπογραφές από το Σάββατο.",
        "Ο συντάκτης της, ένας συνταξιούχος τυπογράφος, θέλει να την παραδώσει ο ίδιος.",
        "Η δήμαρχος υπερασπίστηκε το κλείσιμο σε μια θορυβώδη συνεδρίαση.",
    ],
    "Chinese": [
        "市图书馆秋天将关闭五个分馆中的两个，市议会星期一宣布。",
        "读者前一天才收到通知信。",
        "反对这一计划的请愿书自周末以来已收到四千多个签名。",
        "发起人是一位退休的印刷工，他想亲手递交。",
        "市长在一次吵闹的会议上为关闭分馆辩护。",
    ],
    "Korean": [
        "시립 도서관은 가을에 다섯 분관 가운데 두 곳을 닫는다고 시의회가 월요일에 밝혔다.",
        "이용자들은 겨우 하루 전에 편지로 알게 되었다.",
        "계획에 반대하는 청원에는 주말부터 사천 명이 넘게 서명했다.",
        "은퇴한 인쇄공인 작성자는 직접 전달하고 싶어 한다.",
        "시장은 시끄러운 회의에서 폐관을 옹호했다.",
    ],
    "Thai": [
        "ห้องสมุดเทศบาลจะปิดสาขาสองแห่งจากห้าแห่งในฤดูใบไม้ร่วงนี้",
        "ผู้อ่านเพิ่งรู้ข่าวจากจดหมายเมื่อวันก่อนเท่านั้น",
        "คำร้องคัดค้านแผนนี้มีคนลงชื่อแล้วกว่าสี่พันคนตั้งแต่วันเสาร์",
        "ผู้เขียนคำร้องเป็นช่างพิมพ์ที่เกษียณแล้วและอยากยื่นด้วยตนเอง",
        "นายกเทศมนตรีอธิบายเหตุผลของการปิดในที่ประชุมที่วุ่นวาย",
    ],
    "Khmer": [
        "បណ្ណាល័យក្រុងនឹងបិទសាខាពីរក្នុងចំណោមសាខាទាំងប្រាំនៅរដូវស្លឹកឈើជ្រុះ។",
        "អ្នកអានទើបតែដឹងដំណឹងនេះតាមសំបុត្រមួយថ្ងៃមុន។",
        "មនុស្សជាងបួនពាន់នាក់បានចុះហត្ថលេខាប្រឆាំងនឹងផែនការនេះ។",
        "ជាងបោះពុម្ពចូលនិវត្តន៍ម្នាក់ចង់ប្រគល់វាដោយខ្លួនឯង។",
    ],
    "Turkish": [
        "Şehir kütüphanesi sonbaharda beş şubesinden ikisini kapatacak.",
        "Okurlar bunu ancak bir gün önce mektupla öğrendi.",
        "Plana karşı yazılan dilekçe hafta sonundan beri dört binden fazla imza topladı.",
        "Yazarı, emekli bir matbaacı, onu kendi eliyle vermek istiyor.",
        "Belediye başkanı gürültülü bir toplantıda kapatma kararını savundu.",
        "Binaları ısıtmak bütün yeni kitaplardan daha pahalı, dedi.",
    ],
}


@pytest.mark.parametrize("language", SENTENCES)
def test_shuffled_sentences_are_all_there(language: str) -> None:
    own = SENTENCES[language]
    space = "" if language == "Chinese" else " "
    chance = random.Random(3)
    for _ in range(20):
        shuffled = chance.sample(own, len(own))
        found = compare(read_text(space.join(own)), read_text(space.join(shuffled)))
        assert found.similarity.verbatim == 1, shuffled
        kinds = {section.kind for section in found.sections}
        assert kinds <= {SectionKind.PAIRED, SectionKind.MOVED}
        assert not found.changes


PLAIN = "The gardeners planted four hundred tulips beside the old canal in October."
SPUN = {
    "Goats are not allowed.": "Goats are not permitted.",
    "The firm bought a huge vessel to carry timber from Norway and hired a large crew.": (
        "The company purchased an enormous ship to transport lumber from Norway and employed "
        "a big team."
    ),
}


@pytest.mark.parametrize("sentence", SPUN)
def test_a_moved_sentence_is_found_by_the_words_that_were_swapped(sentence: str) -> None:
    for a, b in (
        (f"{PLAIN}\n\n{sentence}", f"{SPUN[sentence]}\n\n{PLAIN}"),
        (f"{sentence}\n\n{PLAIN}", f"{PLAIN}\n\n{SPUN[sentence]}"),
    ):
        found = compare(read_text(a), read_text(b))
        assert sorted(s.kind.value for s in found.sections) == ["moved", "paired"]


def test_sentences_that_only_share_the_subject_did_not_move() -> None:
    a, b = "Norway won a large game.", "A big storm hit Norway, and many ships sank there at night."
    found = compare(read_text(f"{PLAIN}\n\n{a}"), read_text(f"{b}\n\n{PLAIN}"))
    assert SectionKind.MOVED not in {section.kind for section in found.sections}


HEADLINES = ("Spring is coming", "Local news", "What we did", "The crows are back again")
PARAGRAPHS = (
    "The gardeners planted four hundred tulips beside the old canal, and the mayor paid for them.",
    "Anna drove the van home alone that night, and nobody in the village asked why she came back.",
    "Seven crows sat on the chimney of the brewery until a boy with a catapult frightened them.",
)
# Headline h and paragraphs 1 to 3 in the order of both texts: "/" parts them, " " glues them.
GLUED = (
    ("h/1/2", "h 2/1"),
    ("1/2/h", "2/1 h"),
    ("h/1/2/3", "h 3/1/2"),
    ("h/1/2/3", "h 2/3/1"),
    ("1/h/2/3", "1/h 3/2"),
    ("1/h/2/3", "2/1 h/3"),
    ("1/2/h/3", "2/1 h/3"),
    ("1/h/2", "2/h 1"),
    ("1 2/h", "2 h/1"),
    ("h/1 2", "h 2 1"),
    ("h./1/2/3", "h 3/1 2"),
)


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize(("old", "new"), GLUED)
def test_a_headline_glued_to_a_paragraph_that_moved_is_there(
    old: str, new: str, headline: str
) -> None:
    def text(order: str) -> str:
        names = {"h": headline, "h.": f"{headline}."}
        names |= {str(n): own for n, own in enumerate(PARAGRAPHS, 1)}
        return "\n\n".join(
            " ".join(names[name] for name in part.split()) for part in order.split("/")
        )

    for a, b in ((old, new), (new, old)):
        found = compare(read_text(text(a)), read_text(text(b)))
        assert found.similarity.verbatim == 1
        assert {s.kind for s in found.sections} <= {SectionKind.PAIRED, SectionKind.MOVED}


def test_two_words_that_a_sentence_begins_with_are_no_headline_where_two_do() -> None:
    """Where two sentences begin like a unit of the other text, neither is cut for it."""
    first, second = f"Local news {PARAGRAPHS[0]}", f"Local news {PARAGRAPHS[1]}"
    found = compare(
        read_text(f"Local news\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"),
        read_text(f"{second}\n\n{first}"),
    )
    assert found.tally.moved_sections == 1
    assert found.tally.added_words <= len("Local news Local news".split())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("What did he do?", "What did she do?"),
        ("How could she have been there?", "How could we have been there?"),
        ("Who are you?", "Who are they?"),
    ],
)
def test_a_sentence_of_function_words_moved_although_one_was_swapped(old: str, new: str) -> None:
    first, second = PARAGRAPHS[:2]
    for a, b in ((f"{old} {first}", f"{first} {new}"), (f"{second} {new}", f"{old} {second}")):
        kinds = sorted(s.kind.value for s in compare(read_text(a), read_text(b)).sections)
        assert kinds == ["moved", "paired"]


def test_labels_whose_contents_were_exchanged_changed() -> None:
    """What stands behind a label is longer: it moved, and has another label there."""
    first, second = PARAGRAPHS[:2]
    a = f"Monday: {first}\n\nTuesday: {second}"
    b = f"Monday: {second}\n\nTuesday: {first}"
    found = compare(read_text(a), read_text(b))
    assert sorted(s.kind.value for s in found.sections) == ["moved", "paired"]
    assert sorted(c.reference.of(a) for c in found.changes if c.reference) == ["Monday", "Tuesday"]


@pytest.mark.parametrize(
    ("moved", "copy"),
    [
        ("{first} {kept} {last}", "{other_first} {kept} {other_last}"),
        ("{first} {kept}", "{other_first} {kept}"),
        ("{kept} {last}", "{kept} {other_last}"),
    ],
)
def test_sentences_that_were_reworded_moved_with_their_paragraph(moved: str, copy: str) -> None:
    sentences = {
        "first": "The grain store burned down in March.",
        "other_first": "Fire destroyed that corn depot last spring.",
        "kept": "Forty farmers had kept their barley there since the autumn harvest.",
        "last": "None of them was insured.",
        "other_last": "Nobody held a policy.",
    }
    rest = (
        "Anna drove the van home alone that night, and nobody asked why she had come back late."
        "\n\nThe council met on Tuesday to talk about the harbour wall and what it might cost."
    )
    reference = f"{rest}\n\n{moved.format(**sentences)}"
    candidate = f"{copy.format(**sentences)}\n\n{rest}"
    found = compare(read_text(reference), read_text(candidate)).sections
    assert [section.kind.value for section in found] == ["paired", "paired", "moved"]


UNITS = [Unit(n, n + 10, block, block) for n, block in ((0, 1), (10, 1), (20, 1), (30, 2), (40, 2))]


@pytest.mark.parametrize(
    ("passages", "alone", "expected"),
    [
        ([(10, 20, 10, 20)], [], [(10, 20, 10, 20)]),
        ([(10, 20, 10, 20)], [(20, 30)], [(10, 30, 10, 30)]),
        ([(10, 20, 10, 20)], [(0, 10)], [(0, 20, 0, 20)]),
        ([(0, 10, 0, 10)], [(10, 20), (20, 30)], [(0, 30, 0, 30)]),
        ([(12, 20, 12, 20)], [(20, 30)], [(12, 30, 12, 30)]),
        ([(12, 20, 12, 20)], [(20, 45)], [(12, 20, 12, 20)]),  # it is much longer
        ([(10, 20, 20, 30)], [(20, 30)], [(10, 20, 20, 30)]),  # another section begins there
        ([(30, 40, 30, 40)], [(20, 30)], [(30, 40, 30, 40)]),
        ([(10, 20, 10, 20), (0, 10, 0, 10)], [], [(0, 20, 0, 20)]),  # neighbours are one
        ([(0, 10, 0, 10), (20, 30, 20, 30)], [(10, 20)], [(0, 30, 0, 30)]),
        ([(20, 30, 20, 30), (0, 10, 0, 10)], [(10, 20)], [(0, 30, 0, 30)]),
        ([(20, 30, 20, 30), (30, 40, 30, 40)], [], [(20, 30, 20, 30), (30, 40, 30, 40)]),
    ],
)
def test_passages_are_widened_to_what_moved_along(
    passages: list[tuple[int, ...]], alone: list[tuple[int, int]], expected: list[tuple[int, ...]]
) -> None:
    own = [Passage(*each) for each in passages]
    loose = dict(alone), dict(alone)
    found = widened(own, loose, ({}, {}), (UNITS, UNITS), always)
    assert [tuple(each) for each in found] == expected


def test_passages_are_not_widened_to_what_did_not_move_along() -> None:
    own = [Passage(10, 20, 10, 20)]
    asked: list[tuple[int, ...]] = []

    def goes_along(passage: Passage, size: float) -> bool:
        assert passage.weight <= size
        asked.append(tuple(passage))
        return False

    loose = {0: 10, 20: 30}
    assert widened(own, (loose, loose), ({}, {}), (UNITS, UNITS), goes_along) == own
    assert asked == [(0, 10, 0, 10), (20, 30, 20, 30)]
    assert widened(own, (loose, {}), ({}, {}), (UNITS, UNITS), always) == own


def always(_passage: Passage, _size: float) -> bool:
    return True


def test_an_idle_sentence_of_a_passage_takes_in_what_one_text_alone_has_beside_it() -> None:
    own = [Passage(10, 20, 10, 30)]
    alone: tuple[dict[int, int], dict[int, int]] = {0: 10, 20: 30}, {}
    idle: tuple[dict[int, int], dict[int, int]] = {}, {20: 30}
    (wide,) = widened(own, alone, idle, (UNITS, UNITS), always)
    assert wide == (10, 30, 10, 30)


def test_a_word_draws_no_sentence_with_it() -> None:
    own, loose = [Passage(8, 10, 8, 10)], {10: 20}
    assert widened(own, (loose, loose), ({}, {}), (UNITS, UNITS), always) == own


def test_the_last_sentence_of_a_paragraph_moves_along() -> None:
    first = (
        "„Ik schaamde me rot”, vertelt hij. „Ik heb nog overwogen om het 's nachts door de "
        "brievenbus te duwen.”"
    )
    spun = (
        "„Ik geneerde me dood”, zegt hij. „Ik heb nog bedacht om het 's nachts door de postgleuf "
        "te schuiven.”"
    )
    old = (
        "De boete zou bij benadering 1.350 euro bedragen, maar die wordt kwijtgescholden. "
        "Directeur Fenna Smit: „We zijn allang blij dat het terug is. Bovendien heeft hij geen "
        "enkele bladzijde gekreukt.”"
    )
    new = (
        "De bekeuring zou bij schatting € 1350 zijn, maar die wordt geannuleerd. Directeur Fenna "
        "Smit: „We zijn reeds lang tevreden dat het weer hier is. Daarnaast heeft hij niet één "
        "pagina gevouwen.”"
    )
    last = "Het boek krijgt een plek in de vitrine bij de ingang."
    reference, candidate = f"{first}\n\n{old}\n\n{last}", f"{new}\n\n{spun}\n\n{last}"
    found = compare(read_text(reference), read_text(candidate)).sections
    assert {s.kind for s in found} == {SectionKind.PAIRED, SectionKind.MOVED}
    (moved,) = [s.reference for s in found if s.kind is SectionKind.MOVED]
    assert moved
    assert moved.of(reference) in (old, first)


# Of a paragraph that moved past the others half was dropped, and the rest was reworded.
MOVED_AND_SHORTENED = {
    "English": (
        "The town pool will stay shut until May. Engineers found a crack in the deep end.",
        "A group of parents has begun to collect money. So far they hold four hundred pounds, most "
        "of it from a cake stall beside the church.",
        "Parents have started a collection. They have raised 400 pounds to date.",
    ),
    "French": (
        "La piscine restera fermée jusqu'en mai. Les ingénieurs ont trouvé une fissure.",
        "Chaque samedi, un car emmène les nageurs à Norville. Il part du marché à neuf heures et "
        "les enfants ne paient rien.",
        "Tous les samedis, un autobus conduit les baigneurs à Norville. C'est gratuit pour les "
        "petits.",
    ),
    "Italian": (
        "La piscina resterà chiusa fino a maggio. I tecnici hanno trovato una crepa nella vasca.",
        "Alcuni genitori hanno cominciato a raccogliere denaro. Finora hanno quattrocento euro, "
        "quasi tutti da un banco di torte accanto alla chiesa.",
        "Un gruppo di genitori ha avviato una colletta. Al momento ci sono 400 euro.",
    ),
    "Russian": (
        "Бассейн останется закрытым до мая. Инженеры нашли трещину в глубокой части.",
        "Родители начали собирать деньги. Пока у них четыреста рублей, в основном от продажи "
        "пирогов возле церкви.",
        "Группа родителей объявила сбор. Сейчас набралось 400 рублей.",
    ),
    "Spanish": (
        "La piscina seguirá cerrada hasta mayo. Los ingenieros hallaron una grieta en el fondo.",
        "¿Y si se marea? Consulte a su veterinario, que puede recetarle un medicamento suave. Los "
        "cachorros se acostumbran pronto si los primeros paseos son cortos.",
        "¿Y si se indispone? Pregunte a su veterinario. Los perritos se habitúan rápido si los "
        "iniciales recorridos son breves.",
    ),
}


@pytest.mark.parametrize("language", MOVED_AND_SHORTENED)
def test_a_paragraph_that_moved_and_lost_much_is_still_moved(language: str) -> None:
    kept, old, new = MOVED_AND_SHORTENED[language]
    found = compare(read_text(f"{kept}\n\n{old}"), read_text(f"{new}\n\n{kept}"))
    assert {s.kind for s in found.sections} == {SectionKind.PAIRED, SectionKind.MOVED}
