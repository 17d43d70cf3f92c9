"""The text of Word files from before 2007 (.doc), which the program antiword reads if installed.

It has no library: antiword runs in a process of its own, which ends with the limits of the one
that reads. Imported with the first such file.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile

from ...messages import Message
from ...messages.about_documents import AboutDocument
from ..document import DocumentError

_PROGRAM = "antiword"
_PARAGRAPH_A_LINE = ("-w", "0")
_IN_UTF8 = ("-m", "UTF-8.txt")
_SECONDS = 12.0  # by the clock; it may use as much processor time as the process that reads
_ENCRYPTED = b"ncrypt"


def read_doc(data: bytes) -> str:
    """Return the text of a Word file from before 2007, its paragraphs between blank lines.

    Raises :class:`DocumentError` if it is damaged or encrypted, or antiword is not installed.
    """
    program = shutil.which(_PROGRAM) if os.name == "posix" else None
    if program is None:
        raise DocumentError(Message(AboutDocument.OLD_WORD))
    with tempfile.TemporaryFile() as file:  # it has no name: nothing is left of it in any case
        file.write(data)
        file.flush()
        file.seek(0)
        number = file.fileno()
        try:
            ended = subprocess.run(  # noqa: S603 - of the user's own system
                [program, *_PARAGRAPH_A_LINE, *_IN_UTF8, f"/dev/fd/{number}"],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                pass_fds=(number,),
                timeout=_SECONDS,
            )
        except subprocess.TimeoutExpired:
            limit = Message(AboutDocument.SECONDS, seconds=f"{_SECONDS:g}")
            code = AboutDocument.FILE_TAKES_TOO_MUCH
            raise DocumentError(Message(code, format="DOC", limit=limit)) from None
        except OSError as error:
            why = error.strerror or str(error)
            raise DocumentError(Message(AboutDocument.NO_PROCESS, why=why)) from None
    if ended.returncode:
        code = (
            AboutDocument.ENCRYPTED if _ENCRYPTED in ended.stderr else AboutDocument.DAMAGED_OFFICE
        )
        raise DocumentError(Message(code))
    lines = (line.strip() for line in ended.stdout.decode("utf-8", "replace").splitlines())
    return "\n\n".join(line for line in lines if line)
