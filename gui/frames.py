"""How values go through a pipe from one process of this program to another.

A value is sent as a frame: eight bytes of length and a pickle. Both ends are this program:
nothing is unpickled that another program wrote.
"""

from __future__ import annotations

import gc
import pickle
import struct
from typing import IO, Any

from .collector import collector_paused

_LENGTH = struct.Struct("<Q")
_LARGE = 500_000  # bytes; such a value is too large to be searched for garbage in a moment


def write_frame(stream: IO[bytes], value: object) -> None:
    """Send *value*; raises OSError where the other end is gone."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Any:
    """Receive a value; raises EOFError where the other end is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    with collector_paused():
        value = pickle.loads(data)  # noqa: S301 - written by our own process
        if length > _LARGE:
            gc.freeze()  # values without cycles: their end is known without a search
    return value
