"""What is remembered comes back as it was; nonsense comes back as the default."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from gui import settings as keys
from gui.documents import loading
from gui.settings import Setting, Settings
from gui.settings_file import change_texts
from tests.review.waiting import wait_until


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def test_every_value_comes_back_from_another_start(path: Path) -> None:
    settings = Settings(path)
    values: dict[Setting[Any], Any] = {
        keys.THEME: "dark",
        keys.ZOOM: 140,
        keys.FOLDING: True,
        keys.SHOWN: ("missing", "added"),
        keys.KEYS: {"flag": ("Ctrl+L", ","), "note": ()},
        keys.GEOMETRY: b"\x00\xff;=,\n",
        keys.ANNOTATOR: 'Ä, "B"; 100 %\\n',
        keys.RECENT: ("/a b/ü.csv", "C:\\x,y"),
    }
    for setting, value in values.items():
        settings[setting] = value
    assert settings.save()

    again = Settings(path)
    assert {setting: again[setting] for setting in values} == values


def test_values_that_were_edited_into_nonsense_count_as_default(path: Path) -> None:
    path.write_text(
        "[reading]\nzoom=a lot\nfont=comic\nfold%20equal%20stretches=perhaps\n"
        'shown%20kinds="{\\"no\\": 1}"\n[General]\nkeys="[1"\n[window]\ngeometry=*\n',
        encoding="utf-8",
    )
    settings = Settings(path)
    every: list[Setting[Any]] = [
        keys.ZOOM,
        keys.FONT_STYLE,
        keys.FOLDING,
        keys.SHOWN,
        keys.KEYS,
        keys.GEOMETRY,
    ]
    for setting in every:
        assert settings[setting] == setting.default


def test_keys_of_an_action_that_got_another_name_are_kept(path: Path) -> None:
    saved = {"jump-to-twin": '["G"]', "flag": '["B"]'}
    for later, expected in (("", ("G",)), (', "jump-to-counterpart": ["H"]', ("H",))):
        both = ", ".join(f'"{name}": {value}' for name, value in saved.items())
        change_texts(path, {keys.KEYS.key: f"{{{both}{later}}}"})
        found = Settings(path)[keys.KEYS]
        assert dict(found) == {"jump-to-counterpart": expected, "flag": ("B",)}
        assert keys.KEYS.read(keys.KEYS.write(found)) == found


def test_nesting_without_end_counts_as_default(path: Path) -> None:
    for depth in (900, 980, 100_000):
        deep = "[" * depth + "]" * depth
        path.write_text(f'[General]\nrecent="{deep}"\nplaces="{{\\"list\\": [{deep}]}}"\n')
        settings = Settings(path)
        assert settings[keys.RECENT] == ()
        settings[keys.PLACES]  # whatever it is, there is no traceback


@pytest.mark.parametrize(
    ("setting", "lowest", "highest"),
    [
        (keys.ZOOM, 60, 300),  # per cent
        (keys.PANE_SHARE, 100, 900),  # per mille: a tenth of the width is left for either
        (keys.SIZE_LIMIT, 1, 2_000),  # megabytes
    ],
)
def test_a_value_outside_its_bounds_is_refused(
    path: Path, setting: Setting[int], lowest: int, highest: int
) -> None:
    settings = Settings(path)
    for value in (lowest, highest):
        settings[setting] = value
        assert settings[setting] == value
    for value in (lowest - 1, highest + 1, -1):
        with pytest.raises(ValueError, match=str(value)):
            settings[setting] = value


def test_both_panes_are_as_wide_and_50_megabytes_are_read_until_somebody_says_otherwise(
    path: Path,
) -> None:
    settings = Settings(path)
    assert settings[keys.PANE_SHARE] == 1_000 - settings[keys.PANE_SHARE]
    assert settings[keys.SIZE_LIMIT] * 1_000_000 == loading.LIMIT


def test_a_default_is_not_written(path: Path) -> None:
    settings = Settings(path)
    settings[keys.ZOOM] = 120
    settings[keys.ZOOM] = 100
    settings[keys.FOLDING] = True
    assert settings.save()
    assert "zoom" not in path.read_text(encoding="utf-8")


def test_recent_ones_are_few_and_the_newest_comes_first(path: Path) -> None:
    settings = Settings(path)
    for number in range(30):
        settings.remember_recent(f"/list {number}")
    settings.remember_recent("/list 25")
    assert settings[keys.RECENT][:3] == ("/list 25", "/list 29", "/list 28")
    assert len(settings[keys.RECENT]) == 12


def test_the_place_in_each_list_is_remembered_and_old_places_give_way(path: Path) -> None:
    settings = Settings(path)
    for number in range(100):
        settings.remember_place(f"/list {number}", "ada", f"pair {number}")
    settings.remember_place("/list 99", "ada", "another")
    assert settings.place("/list 99", "ada") == "another"
    assert settings.place("/list 98", "ada") == "pair 98"
    assert settings.place("/list 40", "ada") == "pair 40", "sixty are kept"
    assert settings.place("/list 39", "ada") is None
    assert settings.place("/never", "ada") is None
    assert settings.place("/list 99", "bob") is None, "each annotator has a place of their own"


@pytest.mark.parametrize(("size", "is_kept"), [(4_000, True), (4_001, False)])
def test_an_id_of_more_than_4000_characters_is_not_written_at_each_step(
    path: Path, size: int, is_kept: bool
) -> None:
    """Two paths of the longest that there are have so many; all settings are one small file."""
    settings = Settings(path)
    settings.remember_place("/list", "ada", "pair 7")
    settings.remember_place("/list", "ada", "x" * size)
    assert settings.place("/list", "ada") == ("x" * size if is_kept else "pair 7")


def test_a_slow_disk_holds_up_nobody(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go = threading.Event()
    threads: list[threading.Thread] = []

    def slow(path: Path, changes: Mapping[str, str | None]) -> dict[str, str]:
        threads.append(threading.current_thread())
        assert go.wait(30)
        return change_texts(path, changes)

    monkeypatch.setattr(keys, "change_texts", slow)
    settings = Settings(path)
    settings[keys.ZOOM] = 120
    settings.remember_place("/list", "ada", "one")
    assert not settings.save(0.01), "it is not on the disk yet"
    settings[keys.ZOOM] = 130
    assert (settings[keys.ZOOM], settings.place("/list", "ada")) == (130, "one")
    go.set()
    assert settings.save(30)
    assert threading.current_thread() not in threads
    assert Settings(path)[keys.ZOOM] == 130


@pytest.mark.usefixtures("qapp")
def test_what_is_set_comes_to_the_disk_by_itself(path: Path) -> None:
    Settings(path)[keys.ZOOM] = 120
    wait_until(lambda: Settings(path)[keys.ZOOM] == 120)


def test_two_windows_keep_each_others_settings(path: Path) -> None:
    one, other = Settings(path), Settings(path)
    one[keys.ZOOM] = 120
    assert one.save()
    other[keys.FOLDING] = True
    assert other.save()
    assert other[keys.ZOOM] == 120
    assert (Settings(path)[keys.ZOOM], Settings(path)[keys.FOLDING]) == (120, True)


def test_what_could_not_be_written_is_tried_again(tmp_path: Path) -> None:
    folder = tmp_path / "settings"
    folder.write_text("a file in the place of the folder", encoding="utf-8")
    settings = Settings(folder / "settings.ini")
    settings[keys.ZOOM] = 120
    assert not settings.save()
    assert settings[keys.ZOOM] == 120
    folder.unlink()
    assert settings.save()
    assert Settings(folder / "settings.ini")[keys.ZOOM] == 120


def test_what_was_closed_of_a_list_is_known_until_something_else_is(path: Path) -> None:
    settings = Settings(path)
    assert not settings.was_closed("list", "keys", "N is taken.")
    settings.remember_closed("list", "keys", ("N is taken.", "F is taken."))
    assert settings.save()
    again = Settings(path)
    known = [again.was_closed("list", "keys", said) for said in ("F is taken.", "K is taken.")]
    assert known == [True, False]
    assert not again.was_closed("another", "keys", "N is taken.")
    assert not again.was_closed("list", "rows", "N is taken.")
    again.remember_closed("list", "keys", ("K is taken.",))
    assert not again.was_closed("list", "keys", "N is taken.")
