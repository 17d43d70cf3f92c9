"""Scripts without spaces: their letters are tokens, which unrelated texts share by the hundred."""

from __future__ import annotations

import random
import unicodedata
from itertools import permutations

import pytest

from gui.compare import ChangeKind, SectionKind, compare
from gui.documents import read_text

LIBRARY, COPY, FOOTBALL = range(3)
TEXTS = {
    "Thai": (
        "ห้องสมุดเทศบาลจะปิดสาขาสองแห่งจากห้าแห่งในฤดูใบไม้ร่วงนี้ ผู้อ่านเพิ่งรู้ข่าวจากจดหมายเมื่อวันก่อน"
        "เท่านั้น คำร้องคัดค้านแผนนี้มีคนลงชื่อแล้วกว่าสี่พันคนตั้งแต่วันเสาร์",
        "ห้องสมุดเทศบาลจะเลิกใช้อาคารสองแห่งจากห้าแห่งในฤดูใบไม้ร่วงปีนี้ คนอ่านหนังสือเพิ่งทราบข่าวจากจดหมาย"
        "เมื่อวันก่อนเท่านั้น คำร้องคัดค้านโครงการนี้มีคนเซ็นชื่อแล้วมากกว่าสี่พันคนตั้งแต่วันเสาร์",
        "ทีมฟุตบอลของเมืองชนะคู่แข่งจากภาคใต้สามประตูต่อหนึ่งเมื่อคืนวันอาทิตย์ ผู้รักษาประตูได้รับบาดเจ็บ"
        "ที่หัวเข่าและต้องออกจากสนาม ผู้จัดการทีมกล่าวว่าเขาพอใจกับผลงานของนักเตะทุกคน",
    ),
    "Khmer": (
        "បណ្ណាល័យក្រុងនឹងបិទសាខាពីរក្នុងចំណោមសាខាទាំងប្រាំនៅរដូវស្លឹកឈើជ្រុះ។ អ្នកអានទើបតែដឹងដំណឹងនេះតាមសំបុត្រមួយថ្ងៃមុន។",
        "បណ្ណាល័យក្រុងនឹងបិទអគារពីរក្នុងចំណោមអគារទាំងប្រាំនៅរដូវស្លឹកឈើជ្រុះ។ អ្នកអានទើបតែទទួលដំណឹងនេះតាមសំបុត្រមួយថ្ងៃមុន។",
        "ក្រុមបាល់ទាត់របស់ទីក្រុងបានឈ្នះគូប្រកួតបីទល់មួយកាលពីយប់មិញ។ គ្រូបង្វឹកនិយាយថាគាត់ពេញចិត្តនឹងកីឡាករទាំងអស់។",
    ),
    "Japanese": (
        "市立図書館は秋に五つの分館のうち二つを閉鎖すると市議会が月曜日に発表した。"
        "利用者は前日になってようやく手紙で知らされた。",
        "市の図書館は秋に五つの分館のうち二つを閉めることを市議会が月曜日に明らかにした。"
        "利用者は前の日になってやっと手紙で知った。",
        "昨夜のサッカーの試合で地元のチームは三対一で勝った。監督は選手全員の働きに満足していると話した。",
    ),
}


def kinds_of(a: str, b: str) -> set[SectionKind]:
    return {section.kind for section in compare(read_text(a), read_text(b)).sections}


@pytest.mark.parametrize("language", TEXTS)
def test_a_copy_is_paired_and_another_article_is_not(language: str) -> None:
    for first, second in permutations(range(3), 2):
        kinds = kinds_of(TEXTS[language][first], TEXTS[language][second])
        if FOOTBALL in (first, second):
            assert kinds == {SectionKind.MISSING, SectionKind.ADDED}
        else:
            assert kinds == {SectionKind.PAIRED}


@pytest.mark.parametrize("language", ["Thai", "Khmer"])
def test_what_is_replaced_are_words_not_letters(language: str) -> None:
    """A letter that a new word has by chance does not cut it in two."""
    old, new, _ = TEXTS[language]
    found = compare(read_text(old), read_text(new)).changes
    swaps = [
        (c.reference.of(old), c.candidate.of(new))
        for c in found
        if c.kind is ChangeKind.SUBSTITUTION and c.reference and c.candidate
    ]
    expected = {"Thai": ("แผน", "โครงการ"), "Khmer": ("សាខា", "អគារ")}
    assert expected[language] in swaps
    assert all(min(map(len, swap)) > 1 for swap in swaps)


ALPHABETS = {"Thai": "\u0e01", "Lao": "\u0e94", "Khmer": "\u1780", "Burmese": "\u1000"}


@pytest.mark.parametrize("script", ALPHABETS)
def test_letters_at_random_are_not_paired(script: str) -> None:
    first = ord(ALPHABETS[script])
    letters = [chr(n) for n in range(first, first + 40) if unicodedata.category(chr(n)) == "Lo"]
    texts = []
    for seed in (1, 2):
        chance = random.Random(seed)
        lines = ["".join(chance.choices(letters, k=chance.randint(20, 60))) for _ in range(60)]
        texts.append("\n\n".join(" ".join(lines[n : n + 5]) for n in range(0, 60, 5)))
    assert kinds_of(*texts) == {SectionKind.MISSING, SectionKind.ADDED}
    shuffled = "\n\n".join(reversed(texts[0].split("\n\n")))
    assert kinds_of(texts[0], shuffled) == {SectionKind.PAIRED, SectionKind.MOVED}
