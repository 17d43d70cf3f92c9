r"""How texts and times are written so that any program reads them back."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from pathlib import Path

from ..documents import shown_name

_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


def plain(text: str) -> str:
    r"""Return *text* with what UTF-8 cannot hold, and NUL, turned into escapes.

    A byte of a path that is not UTF-8, kept by Python as a lone surrogate, becomes ``\xNN``.

    >>> plain("caf\udce9.txt")
    'caf\\xe9.txt'
    """
    if text.isascii() and "\0" not in text:  # as a rule, and a long id is asked about often
        return text
    return _UNWRITABLE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0 or 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code & 0xFF:02x}"
    return f"\\u{code:04x}"


def stamp(moment: datetime) -> str:
    """Return *moment* in UTC with milliseconds.

    >>> stamp(datetime(2025, 1, 31, 9, 5, 7, 120_000, timezone.utc))
    '2025-01-31T09:05:07.120Z'
    """
    utc = moment.astimezone(timezone.utc)
    return utc.strftime("%Y-%m-%dT%H:%M:%S") + f".{utc.microsecond // 1000:03d}Z"


def proposed_name(path: Path) -> str:
    """Return a name like *path* that is still free, for a message.

    ``labels.csv`` → ``labels-2.csv``
    """
    number = 2
    while (proposal := path.with_name(f"{path.stem}-{number}{path.suffix}")).exists():
        number += 1
    return shown_name(proposal)
