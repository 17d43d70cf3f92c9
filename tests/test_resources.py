from __future__ import annotations

from pathlib import Path

import pytest

from gui import resources
from gui.resources import (
    ResourceError,
    icon_path,
    languages,
    read_bytes,
    read_theme,
    resource_path,
    sample_pairs,
    theme_names,
    translation_path,
)


def test_the_themes_are_found_by_name() -> None:
    assert theme_names() == ("dark", "light")
    assert read_theme("light")["dark"] is False
    assert read_theme("dark")["dark"] is True


def test_an_icon_is_an_svg() -> None:
    assert icon_path("label-copy").suffix == ".svg"
    assert b"<svg" in read_bytes("icons", "label-copy.svg")


def test_the_sample_pairs_are_a_list() -> None:
    assert sample_pairs().read_text(encoding="utf-8").startswith("id,")


@pytest.mark.parametrize("name", ["../secret", "a/b", "", ".hidden", "a\\b"])
def test_names_do_not_lead_out_of_their_folder(name: str) -> None:
    with pytest.raises(ResourceError):
        icon_path(name)


def test_a_missing_resource_says_which_and_what_to_do() -> None:
    with pytest.raises(ResourceError, match=r"no-such-icon\.svg.*Install it again"):
        icon_path("no-such-icon")


def test_a_broken_theme_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    themes = tmp_path / "_resources" / "themes"
    themes.mkdir(parents=True)
    (themes / "odd.toml").write_text("dark = maybe", encoding="utf-8")
    monkeypatch.setattr(resources, "PACKAGE", tmp_path)
    with pytest.raises(ResourceError, match=r"odd\.toml cannot be read"):
        read_theme("odd")


def test_an_installed_program_finds_its_files_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "gui"
    (package / "_seeds").mkdir(parents=True)
    (package / "_seeds" / "pairs.csv").write_text("id\n", encoding="utf-8")
    monkeypatch.setattr(resources, "PACKAGE", package)
    assert sample_pairs() == package / "_seeds" / "pairs.csv"


def test_icons_can_be_tinted_and_stand_alone() -> None:
    for path in resource_path("icons").glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert "<image" not in text
        assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
        if path.stem != "copydesk":
            assert "currentColor" in text, f"{path.stem} cannot be tinted"


def test_regional_variants_fall_back_to_their_language() -> None:
    assert languages()[0] == "en"
    assert translation_path("xx") is None
