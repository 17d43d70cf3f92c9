"""The file that names the labels of a list: what it can say, and what is refused how."""

from pathlib import Path

import pytest

from gui.labels import DEFAULT_LABELS, LabelSet, LabelSetError, labels_beside, read_label_set
from gui.labels.label_set import COLOURS, Blinding
from gui.labels.label_set_file import RESERVED, SET_NAME
from gui.review.pair_list.pair_state import FILTERS
from gui.widgets.controls.theme import ROLES


def read(folder: Path, text: str) -> LabelSet:
    path = folder / SET_NAME
    path.write_text(text, encoding="utf-8")
    return read_label_set(path)


def test_a_list_without_such_a_file_has_the_default_labels(tmp_path: Path) -> None:
    assert labels_beside(tmp_path) is DEFAULT_LABELS


def test_further_labels_stand_between_the_default_ones_and_unusable(tmp_path: Path) -> None:
    read(
        tmp_path,
        '[[label]]\nname = "Agency text"\nkey = ["a", "7"]\ncolour = "moved"\n'
        'description = "Both have one source."\n\n[[label]]\nname = "übersetzt"\n',
    )
    found = labels_beside(tmp_path)
    assert found.names == (*DEFAULT_LABELS.names[:-1], "Agency text", "übersetzt", "unusable")
    agency, translated = found.labels[3:5]
    assert agency[1:4] == (("A", "7"), "moved", "Both have one source.")
    assert translated.keys == ("4",), "the first digit that is free"
    assert found.source == SET_NAME


def test_labels_without_an_order_are_40_and_more(tmp_path: Path) -> None:
    """So there is room for others before and behind them: 20 are less than 43."""
    orders = {"before": 40, "plain": None, "behind": 43}
    tables = [
        f'[[label]]\nname = "{name}"\n' + (f"order = {order}\n" if order else "")
        for name, order in orders.items()
    ]
    plain = [f'[[label]]\nname = "l{n}"\n' for n in range(17)]
    found = read(tmp_path, "".join([*plain, *tables])).names
    assert (found[len(DEFAULT_LABELS.names) - 1], found[-2]) == ("before", "behind")


def test_a_file_may_do_without_the_default_labels_but_not_without_unusable(tmp_path: Path) -> None:
    text = (
        'defaults = false\n[[label]]\nname = "same"\norder = 2\n[[label]]\nname = "other"\n'
        'order = 1\n[[label]]\nname = "COPY"\nkey = "x"\n'
    )
    found = read(tmp_path, text)
    assert found.names == ("other", "same", "copy", "unusable")
    keys = {label.name: label.keys for label in found}
    assert keys == {"other": ("2",), "same": ("1",), "copy": ("X",), "unusable": ("0",)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[label]]\nname = \n", "at line 2"),
        ("", "there is no [[label]] table"),
        ("label = 3\n", "there is no [[label]] table"),
        ('label = ["copy"]\n', "there is no [[label]] table"),
        ("labels = 1\n", "“labels” is not a known entry"),
        ("defaults = 1\n", "“defaults” is neither true nor false"),
        ("[[label]]\n", "label 1 needs a name"),
        ('[[label]]\nname = "a"\n[[label]]\nname = " b"\n', "label 2, “ b”, needs a name"),
        ('[[label]]\nname = "1st"\n', "begins with a letter"),
        ('[[label]]\nname = "a,b"\n', "begins with a letter"),
        ('[[label]]\nname = "a\\nb"\n', "begins with a letter"),
        (f'[[label]]\nname = "{"a" * 41}"\n', "at most 40"),
        ('[[label]]\nname = "Flagged"\n', "the name of a filter"),
        ('[[label]]\nname = "a"\n[[label]]\nname = "A"\n', "label 2, “A”, has the name of another"),
        ('[[label]]\nname = "a"\nkey = "1"\n', "has the key 1, which “original” already has"),
        (
            '[[label]]\nname = "a"\nkey = "q"\n[[label]]\nname = "b"\nkey = "Q"\n',
            "which “a” already has",
        ),
        ('[[label]]\nname = "a"\nkey = "0"\n', "which “unusable” already has"),
        ('[[label]]\nname = "a"\nkey = "F1"\n', "needs a key"),
        ('[[label]]\nname = "a"\nkey = " "\n', "needs a key"),
        ('[[label]]\nname = "a"\nkey = []\n', "needs a key"),
        ('[[label]]\nname = "a"\nkey = 4\n', "needs a key"),
        ('[[label]]\nname = "a"\ncolour = "red"\n', "needs a colour that is one of: accent"),
        ('[[label]]\nname = "a"\ncolour = []\n', "needs a colour"),
        ('[[label]]\nname = "a"\ndescription = 1\n', "needs a description"),
        ('[[label]]\nname = "a"\norder = "first"\n', "needs an order"),
        ('[[label]]\nname = "a"\norder = nan\n', "needs an order"),
        ('[[label]]\nname = "a"\ncolor = "ok"\n', "has “color”, which is not a known entry"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(LabelSetError) as caught:
        read(tmp_path, text)
    sentence = str(caught.value)
    assert said in sentence
    assert sentence.startswith("The labels in ")
    assert "move the file away" in sentence


def test_more_than_20_labels_of_ones_own_are_refused(tmp_path: Path) -> None:
    """That many rows the label bar can show below each other in a low window."""
    most = "".join(f'[[label]]\nname = "l{n}"\n' for n in range(20))
    assert len(read(tmp_path, most).labels) == 20 + len(DEFAULT_LABELS.names)
    with pytest.raises(LabelSetError, match="at most 20 are allowed"):
        read(tmp_path, f'{most}[[label]]\nname = "more"\n')


def test_a_seed_has_nine_digits_at_most(tmp_path: Path) -> None:
    label = '[[label]]\nname = "same"\n'
    assert read(tmp_path, f"blind = true\nseed = 999_999_999\n{label}").blind == Blinding(
        False, 999_999_999
    )
    with pytest.raises(LabelSetError, match="999,999,999"):
        read(tmp_path, f"seed = 1_000_000_000\n{label}")


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LabelSetError, match="which should name the labels, is not there"):
        read_label_set(tmp_path / "none.toml")
    with pytest.raises(LabelSetError, match="cannot be read"):
        read_label_set(tmp_path)
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LabelSetError, match="saved as UTF-8"):
        read_label_set(tmp_path / "bytes.toml")


def test_a_file_of_more_than_a_megabyte_is_refused(tmp_path: Path) -> None:
    """Nobody writes so much by hand: it is another file that was renamed."""
    label = '[[label]]\nname = "a"\n'
    with pytest.raises(LabelSetError, match="more than 1 MB"):
        read(tmp_path, label + "#" * (1_000_001 - len(label)))
    assert "a" in read(tmp_path, label + "#" * (1_000_000 - len(label)))


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / SET_NAME
    path.write_bytes(b'\xef\xbb\xbf[[label]]\r\nname = "a"\r\n')
    assert "a" in read_label_set(path)


def test_names_and_colours_agree_with_those_of_the_window() -> None:
    assert frozenset(FILTERS) == RESERVED
    assert set(COLOURS) <= set(ROLES)
