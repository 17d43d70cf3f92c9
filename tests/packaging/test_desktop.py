"""What a desktop is told about the program: entry, metadata, icons, man pages."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from gui import __version__
from gui.commands.desktop_files import SIZES, desktop_files

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[2]
DESKTOP = ROOT / "resources" / "desktop"
ENTRY = (DESKTOP / "copydesk.desktop").read_text(encoding="utf-8")
METAINFO = ET.parse(DESKTOP / "copydesk.metainfo.xml").getroot()


def called(tool: str, *arguments: str) -> str:
    """Return what *tool* says where it finds fault, or skip where it is not installed."""
    place = shutil.which(tool)
    if place is None:
        pytest.skip(f"{tool} is not installed")
    run = subprocess.run([place, *arguments], capture_output=True, text=True, timeout=60)
    return run.stdout + run.stderr if run.returncode else ""


def value(key: str) -> str:
    (found,) = re.findall(rf"^{key}=(.*)$", ENTRY, re.MULTILINE)
    return str(found)


def test_the_entry_is_valid() -> None:
    assert called("desktop-file-validate", str(DESKTOP / "copydesk.desktop")) == ""


def test_the_metadata_are_valid() -> None:
    # The id is the window's; a reversed domain name needs a domain, and there is none.
    allowed = "--override=cid-desktopapp-is-not-rdns=info"
    place = str(DESKTOP / "copydesk.metainfo.xml")
    assert called("appstreamcli", "validate", "--no-net", allowed, place) == ""


def test_entry_metadata_and_window_name_one_program() -> None:
    application = (ROOT / "gui" / "app.py").read_text(encoding="utf-8")
    (window,) = re.findall(r'setDesktopFileName\("(.+?)"\)', application)
    assert METAINFO.findtext("id") == window
    assert METAINFO.findtext("launchable") == f"{window}.desktop"
    assert (DESKTOP / f"{window}.desktop").is_file()
    assert value("StartupWMClass") == value("Icon") == METAINFO.findtext("icon") == window
    assert value("Exec") == "copydesk --from-desktop %F"


def test_the_metadata_say_what_pyproject_says() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    programs = {*project["scripts"], *project["gui-scripts"]}
    assert {found.text for found in METAINFO.iterfind("provides/binary")} == programs
    assert METAINFO.findtext("project_license") == project["license"]
    newest = METAINFO.find("releases/release")
    assert newest is not None
    assert newest.get("version") == __version__
    assert METAINFO.findtext("name") == value("Name")


def test_what_is_text_in_one_language_is_there_in_all() -> None:
    languages = {"de", "ja"}
    for key in ("GenericName", "Comment"):
        assert set(re.findall(rf"^{key}\[(\w+)\]=.", ENTRY, re.MULTILINE)) == languages
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert {found.get(lang, "en") for found in METAINFO.iterfind("summary")} == {"en", *languages}


def far_apart(one: QColor, other: QColor) -> bool:
    parts = (QColor.red, QColor.green, QColor.blue, QColor.alpha)
    return any(abs(part(one) - part(other)) > 32 for part in parts)


def test_the_icons_are_the_drawing_in_all_sizes() -> None:
    script = runpy.run_path(str(ROOT / ".ci" / "packaging" / "icons.py"))
    assert script["SIZES"] == SIZES
    for size in SIZES:
        drawn: QImage = script["draw"](size)
        kept = QImage(str(DESKTOP / "icons" / f"copydesk-{size}.png"))
        assert (kept.width(), kept.height()) == (size, size)
        step = max(1, size // 16)  # other versions of Qt may smooth edges a little otherwise
        points = [(x, y) for x in range(0, size, step) for y in range(0, size, step)]
        different = sum(far_apart(drawn.pixelColor(*at), kept.pixelColor(*at)) for at in points)
        assert different <= 5, size


def test_the_wheel_has_the_same_files_as_install_desktop_writes(wheel: Path) -> None:
    marker = ".data/data/share/"
    with zipfile.ZipFile(wheel) as archive:
        shared = {
            name.partition(marker)[2]: archive.read(name)
            for name in archive.namelist()
            if marker in name
        }
    own = desktop_files(Path("copydesk"))
    assert shared.keys() == own.keys()
    entry = "applications/copydesk.desktop"
    assert shared.pop(entry).decode() == ENTRY
    del own[entry]  # that one names the program by its path
    assert shared == own
    assert {"man/man1/copydesk.1", "man/man1/copydesk-labels.1"} <= shared.keys()
