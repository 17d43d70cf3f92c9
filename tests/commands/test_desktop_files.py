"""``copydesk --install-desktop`` and ``--remove-desktop``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gui.commands import desktop_files
from gui.commands.window import main

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="Linux desktops only")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the user's own data; the tools of a desktop are not called."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path / "share"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a program that says what it was started with, as if it were the one that runs."""
    place = tmp_path / 'a "strange" $HOME `x` 100 %\\folder' / "copydesk"
    place.parent.mkdir()
    place.write_text('#!/bin/sh\nprintf "%s\\n" "$0" "$@"\n')
    place.chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(place), "--install-desktop"])
    return place


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def value(home: Path, key: str) -> str:
    """Return what the desktop entry has for *key*, with the escapes of all values undone."""
    text = (home / "applications/copydesk.desktop").read_text(encoding="utf-8")
    (line,) = (line for line in text.splitlines() if line.startswith(f"{key}="))
    return line.partition("=")[2].replace("\\\\", "\\")


def test_it_says_what_it_wrote_and_does_the_same_again(
    home: Path, program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--install-desktop"]) == 0
    first = files(home)
    said = capsys.readouterr().out.splitlines()
    assert sorted(said) == sorted(f"wrote {path}" for path in first)
    assert len(first) >= 14
    assert main(["--install-desktop"]) == 0
    assert files(home) == first


def test_the_menu_starts_this_very_program_wherever_it_stands(home: Path, program: Path) -> None:
    assert main(["--install-desktop"]) == 0
    command = value(home, "Exec")
    assert command.endswith(" --from-desktop %F")
    assert value(home, "TryExec") == str(program)
    # Double quotes and backslashes mean in a shell what they mean in Exec.
    said = subprocess.run(
        f"{command.removesuffix(' %F').replace('%%', '%')} a.txt",
        shell=True,
        capture_output=True,
        text=True,
    )
    assert said.stdout.splitlines() == [str(program), "--from-desktop", "a.txt"]


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="no desktop-file-validate")
def test_the_entry_is_valid(tmp_path: Path) -> None:
    for folder in ("/usr/bin", "/home/a b/bin", '/home/"q"/$x/100 %'):
        found = desktop_files.desktop_files(Path(folder) / "copydesk")
        (tmp_path / "copydesk.desktop").write_bytes(found["applications/copydesk.desktop"])
        run = subprocess.run(
            [shutil.which("desktop-file-validate") or "", str(tmp_path / "copydesk.desktop")],
            capture_output=True,
            text=True,
        )
        assert run.stdout + run.stderr == ""


def test_everything_is_removed_but_what_is_others(
    home: Path, program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = home / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]\n")
    assert main(["--install-desktop"]) == 0
    assert main(["--remove-desktop"]) == 0
    assert set(files(home)) == {other}
    assert list(home.iterdir()) == [other.parent]
    capsys.readouterr()
    assert main(["--remove-desktop"]) == 0
    assert "nothing to delete" in capsys.readouterr().out


TYPED = "[Desktop Entry]\nType=Application\nName=Other\nExec=true\nMimeType=text/plain;\n"


@pytest.mark.skipif(not shutil.which("update-desktop-database"), reason="no such tool here")
@pytest.mark.parametrize("other", [None, TYPED, TYPED.replace("MimeType", "X-Nothing")])
def test_the_list_of_programs_by_file_type_is_as_it_was_before(
    home: Path, program: Path, monkeypatch: pytest.MonkeyPatch, other: str | None
) -> None:
    tool = shutil.which("update-desktop-database", path=os.defpath) or ""
    monkeypatch.setenv("PATH", str(Path(tool).parent))
    if other is not None:
        (home / "applications").mkdir(parents=True)
        (home / "applications" / "other.desktop").write_text(other)
        subprocess.run([tool, str(home / "applications")], check=True)
    before = files(home) if home.exists() else {}
    assert main(["--install-desktop"]) == 0
    cache = home / "applications" / "mimeinfo.cache"
    assert "copydesk.desktop" in cache.read_text()
    assert main(["--remove-desktop"]) == 0
    assert files(home) == before
    assert before or list(home.iterdir()) == []


def test_a_tool_that_does_not_end_is_not_waited_for_any_longer(
    home: Path, program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "update-desktop-database"
    tool.write_text("#!/bin/sh\nexec /bin/sleep 3600\n")
    tool.chmod(0o755)
    monkeypatch.setattr(desktop_files, "PATIENCE", desktop_files.PATIENCE / 40)
    assert main(["--install-desktop"]) == 0
    assert len(files(home)) >= 14


@pytest.mark.parametrize(("needed", "killed"), [(19, False), (21, True)])
def test_a_tool_of_the_desktop_has_20_seconds(
    home: Path,
    program: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    needed: int,
    killed: bool,
) -> None:
    ended: list[str] = []

    def run(command: list[str], *, timeout: float, **_more: object) -> None:
        if needed > timeout:
            ended.append("killed")
            raise subprocess.TimeoutExpired(command, timeout)
        ended.append("by itself")

    tool = tmp_path / "update-desktop-database"
    tool.touch(mode=0o755)
    monkeypatch.setattr(subprocess, "run", run)
    assert main(["--install-desktop"]) == 0
    assert ended == ["killed" if killed else "by itself"]


@pytest.mark.parametrize("others", [False, True])
def test_without_the_tool_the_list_goes_where_it_was_made_for_copydesk_alone(
    home: Path, program: Path, others: bool
) -> None:
    """As where the tool was removed since, or the desktop itself made the list."""
    assert main(["--install-desktop"]) == 0
    cache = home / "applications" / "mimeinfo.cache"
    both = "copydesk.desktop;other.desktop;" if others else "copydesk.desktop;"
    cache.write_text(f"[MIME Cache]\ntext/csv=copydesk.desktop;\ntext/plain={both}\n")
    assert main(["--remove-desktop"]) == 0
    assert set(files(home)) == ({cache} if others else set())


def test_a_link_is_replaced_and_not_followed(home: Path, program: Path, tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("precious")
    (home / "applications").mkdir(parents=True)
    (home / "applications/copydesk.desktop").symlink_to(tmp_path / "precious")
    assert main(["--install-desktop"]) == 0
    assert (tmp_path / "precious").read_text() == "precious"
    assert value(home, "Exec").endswith("%F")


def test_without_the_variable_it_is_the_users_share_folder(
    home: Path, program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "relative")  # which the specification has ignored
    monkeypatch.setenv("HOME", str(tmp_path))
    assert main(["--install-desktop"]) == 0
    assert (tmp_path / ".local/share/applications/copydesk.desktop").is_file()


def test_where_it_cannot_write_it_says_so(
    home: Path, program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.write_text("a file where a folder should be")
    assert main(["--install-desktop"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "cannot be written" in said


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_not_ones_own(
    home: Path, program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.mkdir()
    home.chmod(0o500)
    assert main(["--install-desktop"]) == 2
    assert "Permission denied" in capsys.readouterr().err


def test_a_path_that_no_entry_can_hold_is_refused(
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("a=b", "a\nb"):
        place = tmp_path / name / "copydesk"
        place.parent.mkdir()
        place.touch(mode=0o755)
        monkeypatch.setattr(sys, "argv", [str(place)])
        assert main(["--install-desktop"]) == 2
        assert "a folder with a plain name" in capsys.readouterr().err
    assert not home.exists()


def test_a_checkout_without_an_installed_program_is_refused(
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "__main__.py")])
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert main(["--install-desktop"]) == 2
    assert "pipx install" in capsys.readouterr().err
    (tmp_path / "copydesk").touch(mode=0o755)
    assert main(["--install-desktop"]) == 0
    assert value(home, "TryExec") == str(tmp_path / "copydesk")


def test_a_bundle_names_itself(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "copydesk-1.0-linux"))
    assert main(["--install-desktop"]) == 0
    assert value(home, "TryExec") == str(tmp_path / "copydesk-1.0-linux")


@pytest.mark.parametrize(("platform", "name"), [("win32", "Windows"), ("darwin", "macOS")])
@pytest.mark.parametrize("option", ["--install-desktop", "--remove-desktop"])
def test_elsewhere_it_says_what_it_is_for(
    platform: str,
    name: str,
    option: str,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert main([option]) == 2
    said = capsys.readouterr().err
    assert f"{option} is for Linux desktops; on {name} make a shortcut" in said


def test_documents_beside_the_option_are_refused(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--install-desktop", "a.txt"]) == 2
    assert "leave the paths out" in capsys.readouterr().err
    assert main(["--install-desktop", "--remove-desktop"]) == 2
    assert not home.exists()
