"""``copydesk --install-desktop``: the program in the menus of a Linux desktop.

A wheel puts desktop entry, icons, metadata and man pages into the ``share`` folder of its
environment. Desktops do not look there if that is an environment of pipx or uv or a virtual
environment, so this puts the same files into the user's own data folder.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from ..own_process import is_bundle
from ..resources import icon_path, resource_path

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)  # pixels
_ENTRY = "applications/copydesk.desktop"
_CACHE = "applications/mimeinfo.cache"  # which programs open what, made by a tool of the desktop
_QUOTED = '"`$\\'  # what a double-quoted argument of Exec writes with a backslash
PATIENCE = 20  # seconds for a tool of the desktop


class DesktopError(Exception):
    """The files cannot be written or deleted; the message is one sentence."""


def install_desktop() -> list[Path]:
    """Write the files so that the menus start this installation; return their paths.

    Existing files are replaced. Raises DesktopError if that is impossible.
    """
    home = _data_home("--install-desktop")
    contents = desktop_files(_program())
    written = []
    for name, data in contents.items():
        place = home / name
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True)  # where it is a link, what it leads to stays
            place.write_bytes(data)
        except OSError as error:
            raise DesktopError(_refusal(place, "written", error)) from None
        written.append(place)
    _update_desktop(home)
    return written


def remove_desktop() -> list[Path]:
    """Delete the files of :func:`install_desktop`, and what the desktop made of them; return them.

    Raises DesktopError if a file cannot be deleted.
    """
    home = _data_home("--remove-desktop")
    names = [*desktop_files(Path("copydesk"))]
    if _is_all_ours(home):
        names.append(_CACHE)
    removed = []
    for name in names:
        place = home / name
        if not os.path.lexists(place):
            continue
        try:
            place.unlink()
        except OSError as error:
            raise DesktopError(_refusal(place, "deleted", error)) from None
        removed.append(place)
    if _CACHE not in names:
        _update_desktop(home)
    for place in removed:
        with contextlib.suppress(OSError):  # a folder that holds something else
            for folder in place.parents[: len(place.relative_to(home).parents) - 1]:
                folder.rmdir()
    return removed


def _is_all_ours(home: Path) -> bool:
    """Return whether the cache of programs by file type exists for our entry alone.

    The tool that writes it leaves an empty one behind when the last entry is gone.
    """
    entry = home / _ENTRY
    if not entry.is_file() or any(other != entry for other in entry.parent.rglob("*.desktop")):
        return False
    try:
        lines = (home / _CACHE).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return False
    found = [line.partition("=")[2].strip(";") for line in lines if "=" in line]
    return bool(found) and set(found) == {entry.name}


def desktop_files(program: Path) -> dict[str, bytes]:
    """Return the files by their paths in a ``share`` folder, for the executable *program*."""
    from .manual import manual_pages  # imports the other commands

    entry = resource_path("desktop", "copydesk.desktop").read_text(encoding="utf-8")
    lines = []
    for line in entry.splitlines():
        if line.startswith("Exec="):
            # Menus leave out an entry whose program is gone, as when its environment was deleted.
            command = line.replace("copydesk", exec_argument(program), 1)
            lines += [f"TryExec={_escaped(str(program))}", command]
        else:
            lines.append(line)
    files = {
        _ENTRY: "".join(f"{line}\n" for line in lines).encode(),
        "metainfo/copydesk.metainfo.xml": resource_path(
            "desktop", "copydesk.metainfo.xml"
        ).read_bytes(),
        "icons/hicolor/scalable/apps/copydesk.svg": icon_path("copydesk").read_bytes(),
    }
    for size in SIZES:
        picture = resource_path("desktop", "icons", f"copydesk-{size}.png")
        files[f"icons/hicolor/{size}x{size}/apps/copydesk.png"] = picture.read_bytes()
    for name, text in manual_pages().items():
        files[f"man/man1/{name}"] = text.encode()
    return files


def exec_argument(program: Path) -> str:
    r"""Return *program* as the desktop entry's ``Exec`` must name it.

    >>> print(exec_argument(Path("/opt/copy desk/100 %/copydesk")))
    "/opt/copy desk/100 %%/copydesk"
    """
    text = "".join(f"\\{sign}" if sign in _QUOTED else sign for sign in str(program))
    return _escaped(f'"{text}"').replace("%", "%%")


def _escaped(text: str) -> str:
    """Return *text* as the value of any key; a control character has no way to stand there."""
    return text.replace("\\", "\\\\")


def _data_home(option: str) -> Path:
    systems = {"win32": "Windows", "cygwin": "Windows", "darwin": "macOS"}
    system = systems.get(sys.platform)
    if system:
        raise DesktopError(
            f"{option} is for Linux desktops; on {system} make a shortcut to the program instead."
        )
    named = os.environ.get("XDG_DATA_HOME", "")
    if named.startswith("/"):  # others are to be ignored
        return Path(named)
    try:
        return Path.home() / ".local" / "share"
    except RuntimeError:
        raise DesktopError("Your home folder is not known; set HOME and try again.") from None


def _program() -> Path:
    """Return the executable that was started, or else the one beside the interpreter."""
    beside = Path(sys.executable).parent / "copydesk"
    started = Path(sys.argv[0]).absolute()  # a link such as pipx makes stays when it updates
    if is_bundle():
        found = Path(sys.executable)
    elif started.name == "copydesk" and os.access(started, os.X_OK) and started.is_file():
        found = started
    elif beside.is_file():
        found = beside
    else:
        raise DesktopError(
            f"There is no program copydesk in {beside.parent} that a menu could start; "
            "install Copydesk there first (pip install, pipx install or uv tool install)."
        )
    if "=" in str(found) or not str(found).isprintable():
        raise DesktopError(
            f"A menu cannot start {found}, because of a sign in its path; "
            "move or install it to a folder with a plain name."
        )
    return found


def _refusal(place: Path, done: str, error: OSError) -> str:
    reason = error.strerror or str(error)
    return (
        f"{place} cannot be {done} ({reason}); make it yours to write, or name another "
        "folder in XDG_DATA_HOME, and try again."
    )


def _update_desktop(home: Path) -> None:
    """Update the desktop's list of programs by file type, where it keeps one."""
    tool = shutil.which("update-desktop-database")
    folder = home / "applications"
    if tool and folder.is_dir():
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(  # noqa: S603 - a tool of the system on a folder of the user
                [tool, str(folder)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE,
                check=False,
            )
