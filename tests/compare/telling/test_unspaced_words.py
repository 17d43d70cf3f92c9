"""Swapped words in scripts without spaces are told as words, not letter by letter."""

from __future__ import annotations

import pytest

from gui.compare import ChangeKind, compare
from gui.documents import read_text


def changes(a: str, b: str) -> list[tuple[str, str]]:
    return [
        (c.reference.of(a) if c.reference else "", c.candidate.of(b) if c.candidate else "")
        for c in compare(read_text(a), read_text(b)).changes
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "渡船每天早上从北岸出发。",
            "渡船每天清晨由北岸启程。",
            [("早上", "清晨"), ("从", "由"), ("出发", "启程")],
            id="words-side-by-side-one-by-one",
        ),
        pytest.param(
            "他认为预算足够。",
            "他认为资金充足。",
            [("预算", "资金"), ("足够", "充足")],
            id="a-letter-that-both-have-elsewhere",
        ),
        pytest.param(
            "车站的目击者表示很害怕。",
            "车站的证人说很害怕。",
            [("目击者", "证人"), ("表示", "说")],
            id="three-words-for-two-by-their-length",
        ),
        pytest.param(
            "灯台の住民は霧を心配している。",
            "灯台の居住者は霧を心配している。",
            [("住民", "居住者")],
            id="a-kept-letter-inside-a-word",
        ),
        pytest.param(
            "这是他的书,我昨天在车站看见的。",
            "这是她的画,我昨天在车站看见的。",
            [("他", "她"), ("书", "画")],
            id="a-kept-word-between-two",
        ),
        pytest.param(
            "新しいプロジェクトは春に始まる。",
            "新しい計画は春に始まる。",
            [("プロジェクト", "計画")],
            id="katakana-is-one-token",
        ),
        pytest.param(
            "เขาอ่านรายงานของคณะกรรมการเมื่อวานนี้",
            "เขาอ่านเอกสารของคณะกรรมการเมื่อวานนี้",
            [("รายงาน", "เอกสาร")],
            id="thai",
        ),
        pytest.param(
            "ชาวประมงต้องการเปลี่ยนเรือก่อนฤดูฝน",
            "ชาวประมงต้องการแปรสภาพเรือก่อนฤดูฝน",
            [("เปลี่ยน", "แปรสภาพ")],
            id="thai-with-a-kept-letter-inside",
        ),
        pytest.param(
            "អ្នកភូមិនៅទីនោះបានសួររឿងនេះ។",
            "ប្រជាជននៅទីនោះបានសួររឿងនេះ។",
            [("អ្នកភូមិ", "ប្រជាជន")],
            id="khmer-whose-words-nobody-tells",
        ),
        pytest.param(
            "港口公司星期一说,渡船停开。",
            "港口公司星期一对聚集在码头上的记者们说,渡船停开。",
            [("", "对聚集在码头上的记者们")],
            id="what-was-added-stays-added",
        ),
    ],
)
def test_what_was_swapped_is_a_word(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert changes(old, new) == expected
    assert changes(new, old) == [(b, a) for a, b in expected]


def test_a_clause_that_was_rewritten_is_not_cut_word_for_word() -> None:
    """Many words for few do not pair; neither do very many in a row."""
    assert ("渔民们担心", "打鱼的人害怕") in changes(
        "港口昨天关闭,渔民们担心大雾会来。", "港口昨天关闭,打鱼的人害怕大雾会来。"
    )
    old, new = "春夏秋冬东南西北" * 8, "天地玄黄宇宙洪荒" * 8
    longest = max(
        changes(f"他写道{old}这几个字。", f"他写道{new}这几个字。"), key=lambda c: len(c[0])
    )
    assert len(longest[0]) == len(old)


def test_kept_letters_between_two_swaps_stay_where_nobody_tells_words() -> None:
    old = "អ្នកនេសាទបានលក់ទូកចាស់នៅផ្សារទីក្រុងកាលពីម្សិលមិញ។"
    new = "អ្នកនេសាទបានទិញទូកថ្មីនៅផ្សារទីក្រុងកាលពីម្សិលមិញ។"
    found = changes(old, new)
    assert found == [("លក់", "ទិញ"), ("ចាស់", "ថ្មី")]


def test_traditional_characters_have_a_segmenter_of_their_own() -> None:
    assert ("公告", "通知") in changes("警方發出公告後離開現場。", "警方發出通知後離開現場。")


def test_no_change_goes_over_a_sign() -> None:
    old, new = "船长说雾大,港口关闭。", "船长说浪高,码头停用。"
    assert all("," not in a + b for a, b in changes(old, new))


def test_words_between_spaces_are_told_as_before() -> None:
    found = compare(read_text("The harbor is closed."), read_text("The port is shut."))
    kinds = [change.kind for change in found.changes]
    assert kinds == [ChangeKind.SUBSTITUTION, ChangeKind.SUBSTITUTION]
