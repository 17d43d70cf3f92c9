"""Names the packages to install if a Linux machine lacks a library that Qt needs.

Imported only after something failed. Imports no Qt, which could not be loaded.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

# soname: (package of Debian and Ubuntu, package of Fedora)
PACKAGES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "libEGL.so.1": ("libegl1", "libglvnd-egl"),
        "libGL.so.1": ("libgl1", "libglvnd-glx"),
        "libOpenGL.so.0": ("libopengl0", "libglvnd-opengl"),
        "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
        "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
        "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
        "libfreetype.so.6": ("libfreetype6", "freetype"),
        "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
        "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
        "libX11.so.6": ("libx11-6", "libX11"),
        "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
        "libxcb.so.1": ("libxcb1", "libxcb"),
        "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
        "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
        "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
        "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
        "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
        "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
        "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
        "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
        "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
        "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
        "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
        "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
        "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    }
)

_SONAME = re.compile(r"((?<![\w+.-])lib[\w+.-]+?\.so(?:\.\d+)*)")


def missing_libraries() -> list[str]:
    """Return the libraries of the table that this machine cannot load."""
    return [name for name in PACKAGES if not _loads(name)]


def explain(error: str) -> str:
    """Return what to install, given the *error* of the loader or of Qt.

    Names libraries only if this machine cannot load them; otherwise repeats *error*.
    """
    named = [name for name in _SONAME.findall(error) if not _loads(name)]
    missing = list(dict.fromkeys([*named, *missing_libraries()]))
    if not missing:
        return (
            "Copydesk cannot open a window: Qt does not start here. It said: "
            f"{' '.join(error.split())}"
        )
    debian = sorted({PACKAGES[name][0] for name in missing if name in PACKAGES})
    fedora = sorted({PACKAGES[name][1] for name in missing if name in PACKAGES})
    lines = [
        "Copydesk cannot open a window: Qt needs the system "
        f"{'library' if len(missing) == 1 else 'libraries'} {', '.join(missing)}."
    ]
    if debian:
        lines += [
            f"  Debian, Ubuntu:  sudo apt-get install {' '.join(debian)}",
            f"  Fedora:          sudo dnf install {' '.join(fedora)}",
        ]
    return "\n".join(lines)


def explain_platform(message: str, environment: Mapping[str, str]) -> str:
    """Return why Qt's platform plugin did not start: no display, or a missing library.

    *message* is Qt's last message, *environment* the variables of the process.
    """
    chosen = environment.get("QT_QPA_PLATFORM", "")
    asked = chosen.partition(":")[0]
    if asked and asked not in ("xcb", "wayland", "wayland-egl") and not _plugin(asked).exists():
        return (
            f"Copydesk cannot open a window: QT_QPA_PLATFORM is set to {chosen}, "
            "which Qt does not know here. Unset it and start again."
        )
    loading = _plugin_error("xcb" if not asked.startswith("wayland") else "wayland")
    if loading:
        return explain(loading)
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        return (
            "Copydesk cannot open a window: no display is set. Start it from a desktop, "
            "or set DISPLAY (over ssh: connect with ssh -X)."
        )
    if "display" in message or "plugin" in message:
        display = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
        return (
            f"Copydesk cannot open a window: the display {display} does not answer. "
            "Check DISPLAY, or start it from a desktop."
        )
    return explain(message)


def _plugin(platform: str) -> Path:
    found = importlib.util.find_spec("PySide6")
    folder = Path(found.origin or "").parent if found else Path()
    return folder / "Qt" / "plugins" / "platforms" / f"libq{platform}.so"


def _plugin_error(platform: str) -> str:
    """Return the loader's message about a platform plugin; empty if it loads."""
    path = _plugin(platform)
    if not sys.platform.startswith("linux") or not path.exists():
        return ""
    try:
        ctypes.CDLL(str(path), mode=os.RTLD_LAZY)
    except OSError as error:
        return str(error)
    return ""


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name, mode=os.RTLD_LAZY)
    except OSError:
        return False
    return True
