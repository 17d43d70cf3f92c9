"""Which line ends are meant, and what the lines of a section are."""

from __future__ import annotations

from textwrap import wrap

from gui.documents import Span, read_text
from gui.documents.text.line_ends import (
    Paragraphs,
    are_paragraphs,
    is_list,
    true_line_ends,
    wrap_width,
)

PROSE = (
    "The ferry came back to the harbour on Monday after a winter in the dock, and people stood "
    "along the quay to watch it turn under its own power for the first time since November. "
    "Nobody had told the gulls, said the harbour master, who had been up since four."
)
POEM = (
    "The ferry, white and slow and late,",
    "Came back before the end of day,",
    "And we who had been told to wait,",
    "Had little left that we could say.",
)


def test_wrapped_prose_has_a_width_and_no_true_line_ends() -> None:
    lines = wrap(PROSE, 72)
    document = read_text("\n".join(lines))
    width = wrap_width(document)
    assert width == max(map(len, lines[:-1]))
    assert true_line_ends(document.text, document.sections[0], width) == []


def test_a_poem_has_no_width_and_ends_its_lines() -> None:
    document = read_text("\n".join(POEM))
    assert wrap_width(document) is None
    assert len(true_line_ends(document.text, document.sections[0], None)) == len(POEM) - 1


def test_short_items_are_a_list_and_long_lines_are_paragraphs() -> None:
    items = ["two cups of flour", "one egg", "a pinch of salt"]
    assert is_list(items)
    assert not are_paragraphs(items)
    assert are_paragraphs([PROSE] * 3)
    assert not is_list([PROSE] * 3)


def test_sentences_of_any_script_make_paragraphs() -> None:
    hindi = "नाव सोमवार को बंदरगाह लौट आई और लोग घाट पर खड़े होकर उसे देखते रहे।"
    urdu = "کشتی پیر کے دن بندرگاہ واپس آئی اور لوگ گھاٹ پر کھڑے اسے دیکھتے رہے۔"
    chinese = (
        "渡轮在船坞里停了一个冬天之后于星期一回到港口，人们沿着码头站着，"
        "看它自十一月以来第一次靠自己的动力转弯。"
    )
    for line in (hindi, urdu, chinese):
        assert are_paragraphs([line] * 3)
        assert not are_paragraphs([line[:-1]] * 3)


def test_a_line_end_that_is_meant_ends_what_goes_on() -> None:
    caption = "A caption"
    wrapped = "A sentence that somebody or some program wrapped"
    document = read_text(f"{caption}\nA paragraph.\n\n{wrapped}\nin the middle goes on here.")
    paragraphs = Paragraphs(document)
    assert not paragraphs.continues(len(caption), len(caption) + 1)
    end = document.text.index(wrapped) + len(wrapped)
    assert paragraphs.continues(end, end + 1)
    assert Span(end, end + 1).of(document.text) == "\n"


def line(length: int, end: str = "c") -> str:
    """Return a line of words of two letters."""
    return ("ab " * 50)[: length - 1] + end


def width_of(*lengths: int, commas: int = 0) -> int | None:
    """Return the width of a text of lines so long; the first lines end with commas."""
    ends = "," * commas + "c" * (len(lengths) - commas)
    return wrap_width(read_text("\n".join(map(line, lengths, ends))))


def test_text_is_wrapped_to_40_to_120_columns() -> None:
    assert width_of(40, 40, 40, 40) == 40
    assert width_of(39, 39, 39, 39) is None
    assert width_of(120, 120, 120, 120) == 120
    assert width_of(121, 121, 121, 121) is None


def test_three_full_lines_and_more_than_three_in_five_show_the_width() -> None:
    assert width_of(90, 90, 90, 10) == 90
    assert width_of(90, 90, 10) is None
    assert width_of(90, 90, 90, 90, 50, 50, 10) == 90
    assert width_of(90, 90, 90, 50, 50, 10) is None


def test_a_full_line_has_no_room_for_the_next_word_within_85_hundredths() -> None:
    assert width_of(100, 83, 83, 83, 10) == 100  # and a space and two letters
    assert width_of(100, 82, 82, 82, 10) is None


def test_two_pauses_at_five_line_ends_are_verse() -> None:
    assert width_of(60, 60, 60, 60, 60, 60, commas=2) is None
    assert width_of(60, 60, 60, 60, commas=1) == 60


def test_a_list_has_three_items_of_80_characters_at_most_and_one_in_four_is_long() -> None:
    assert is_list([line(9)] * 3)
    assert not is_list([line(9)] * 2)
    assert is_list([line(80), *[line(40)] * 3])
    assert not is_list([line(81), *[line(40)] * 3])
    assert not is_list([line(41), *[line(40)] * 2])


def test_a_line_of_120_characters_is_a_paragraph_whatever_it_ends_with() -> None:
    assert are_paragraphs([line(120)] * 3)
    assert not are_paragraphs([line(119)] * 3)
