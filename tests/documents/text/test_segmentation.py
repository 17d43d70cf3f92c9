"""Where sentences end, also where the space between two of them was lost."""

from __future__ import annotations

import time

import pytest

from gui.documents import Span
from gui.documents.text.segmentation import split_sentences


def sentences_of(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "The season begins.|Residents said so.",
        "“The season begins.”|Residents said so.",
        "(The season begins.)|Residents said so.",
        "The season begins.|“Residents said so.”",
        "They came late!|Residents said so.",
        "Did they come late?|Residents said so.",
        "They came late...|Residents said so.",
        "They came late…|Residents said so.",
        "L’été commence.|Élise le dit.",
        "L’e\u0301te\u0301.|E\u0301lise le dit.",
        "Сезон начался.|Жители не знали.",
        "One ends.|Two ends.|Three ends.",
        "The season begins.|A resident said so.",
        "La saison commence.|L’été dure.",
        "Ξεκίνησε η σεζόν.|Η πόλη χάρηκε.",
        "بدأ الموسم.|وقال السكان ذلك.",
        "העונה החלה.|התושבים אמרו זאת.",
        "계절이 시작되었다.|주민들이 말했다.",
    ],
)
def test_a_lost_space_ends_a_sentence(text: str) -> None:
    assert sentences_of(text.replace("|", "")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "ฝนตกทั้งคืน| น้ำท่วมถนนในเช้าวันนี้",
        "ฝนตกทั้งคืน|\nน้ำท่วมถนนในเช้าวันนี้",
        "ຝົນຕົກໝົດຄືນ| ນ້ຳຖ້ວມຖະໜົນໃນເຊົ້ານີ້",
        "ភ្លៀងពេញមួយយប់។| ទឹកលិចផ្លូវ។",
        "မိုးရွာသည်။| လမ်းများ ရေကြီးသည်။",
        "Անձրև եկավ։| Ճանապարհը փակվեց։",
        "ราคา 40 บาทต่อกิโลกรัม",
        "เด็กๆ ไปโรงเรียน",
        "ที่กรุงเทพฯ มีฝน",
        "เด็ก ๆ ไปเร็ว ๆ นี้| ซื้อผลไม้ ฯลฯ มาด้วย",
        "ดร. สมชาย| มาเมื่อ| พ.ศ. 2566",
        "ດຣ. ຄຳ| ມາແລ້ວ",
        "ฝนตกทั้งคืน.| น้ำท่วมถนน.",
        "เขาซื้อ iPhone มา",
    ],
)
def test_a_space_is_a_full_stop_in_thai_and_lao_and_signs_are_elsewhere(text: str) -> None:
    assert sentences_of(text.replace("|", "")) == [part.strip() for part in text.split("|")]


@pytest.mark.parametrize(
    "text",
    [
        "Πού πας;| Πάω στο σπίτι.",
        "Πού πας\u037e| Πάω στο σπίτι.",
        "«Πού πας»;| Είπε.",
        "أين ذهبت؟| ذهبت إلى البيت.",
        "وہ کہاں گیا؟| وہ گھر گیا۔| پھر سو گیا۔",
        "वह कहाँ गया?| वह घर गया।| फिर सो गया॥| बस।",
        "ሄደ።| መጣ፧| ተኛ፡፡| ተነሳ፨| አበቃ።",
        "Նա գնաց:| Նա եկավ։",
        "བོད་ཡིག།| ང་འགྲོ།",
        "ᠮᠣᠩᠭᠣᠯ᠃| ᠪᠢ ᠶᠠᠪᠤᠨ᠎ᠠ᠃",
        "ගියා෴| ආවා.",
        "ߞߊ߹| ߞߊ.",
        "ܫܠܡܐ܀| ܬܘܒ.",
        "គាត់ទៅ៕| គាត់មក៚",
        "ꓡꓲ꓿| ꓟꓬ꓿",
        "ᱟᱢ᱾| ᱤᱧ᱿",
        "他走了．|他来了．",
        "Did he go‽| He did.",
    ],
)
def test_each_script_ends_sentences_with_its_own_signs(text: str) -> None:
    assert sentences_of(text.replace("|", "")) == [part.strip() for part in text.split("|")]


@pytest.mark.parametrize(
    "text",
    [
        "Elle a dit : « Je reste. »|Puis elle est partie.",
        "Elle a dit : «\u00a0Je reste\u00a0!\u00a0»|Puis elle est partie.",
        "Elle a dit : «\u202fJe reste.\u202f»|Puis elle est partie.",
        "« Je reste. » dit-elle.|Puis elle est partie.",
        "Sie sagte: „Ich bleibe.“|Dann ging sie.",
        "Sie sagte: ‚Ich bleibe.‘|Dann ging sie.",
        "Sie sagte: »Ich bleibe!«|Dann ging sie.",
        "„Ich bleibe!“ sagte sie.|Dann ging sie.",
        "She left.|“Then he stayed.”|So be it.",
        "She left.|« Puis il est resté. »|So be it.",
    ],
)
def test_a_closing_quotation_mark_belongs_to_the_sentence_before_it(text: str) -> None:
    assert sentences_of(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize("text", ["He rowed; She swam.", "Two things: A boat.", "ά; Then β"])
def test_a_sign_of_another_script_ends_no_sentence(text: str) -> None:
    assert sentences_of(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S.Navy came.",
        "A Ph.D. is needed, e.g. here",
        "She wrote it in Node.js and ASP.NET today.",
        "See www.example.org or Polygraph.info now.",
        "At 3.5 metres and no.5 it stood.",
        "Then Mr.Smith came.",
        "A.Smith came.",
        "Open example.org/search?Query=tide first.",
        "Write to the.Mayor@example.org today.",
        "He likes pl.A best.",
        "It was NATO?Residents said so.",
        "It begins.residents said so.",
        "It begins.5 said so.",
    ],
)
def test_a_stop_inside_a_name_ends_none(text: str) -> None:
    assert sentences_of(text) == [text]


def test_a_long_run_of_stops_takes_linear_time() -> None:
    for run in (".", "?!", "\u061f", '."', "ab.Cd"):
        started = time.thread_time()
        sentences_of(run * 40_000)
        assert time.thread_time() - started < 5, run


def test_an_address_is_looked_for_within_200_characters() -> None:
    for size, sentences in ((190, 1), (205, 2)):
        assert len(sentences_of(f"See https://{'x' * size}.Now it rains.")) == sentences
