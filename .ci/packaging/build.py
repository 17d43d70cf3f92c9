"""``python .ci/packaging/build.py``: make programs that need no Python, below dist/.

Run by a Python with a shared library, as those of python.org and of the distributions have it.
On Linux the folder dist/copydesk and a single file come out, on Windows the same with .exe, on
macOS dist/Copydesk.app; only Linux has been tried. A bundle runs on systems that are not older
than the one it was made on.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ENVIRONMENT = HERE / "venv"


def tested_versions(lock: str) -> str:
    """Return the pins of a lock file without their hashes, as constraints for pip."""
    pins = re.findall(r"^[\w.-]+==[^\s\\]+(?: *;[^\\\n]+)?", lock, re.MULTILINE)
    return "".join(f"{pin.strip()}\n" for pin in pins)


def main() -> int:
    """Install Copydesk into an environment of its own and let PyInstaller bundle it."""
    venv.create(ENVIRONMENT, with_pip=True, symlinks=sys.platform != "win32")
    scripts = ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin")
    lock = (ROOT / ".ci" / "requirements.lock").read_text(encoding="utf-8")
    constraints = ENVIRONMENT / "constraints.txt"
    constraints.write_text(tested_versions(lock), encoding="utf-8")
    pip = [str(scripts / "python"), "-m", "pip", "install", "--quiet"]
    pinned = ["--constraint", str(constraints)]
    commands = [
        [*pip, "--requirement", str(HERE / "requirements.txt"), *pinned],
        [*pip, f"{ROOT}[formats,lists,find]", *pinned],
        [*pip, "--force-reinstall", "--no-deps", str(ROOT)],  # the code of now, same version or not
        [
            *(str(scripts / "pyinstaller"), "--noconfirm", "--log-level", "WARN"),
            *("--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")),
            str(HERE / "copydesk.spec"),
        ],
    ]
    # With a PYTHONPATH to a checkout, its code would be bundled, which has no resources inside.
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    for command in commands:
        print("+", *command, flush=True)  # noqa: T201 - a tool of developers
        status = subprocess.run(command, cwd=ROOT, env=own, check=False).returncode  # noqa: S603
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
