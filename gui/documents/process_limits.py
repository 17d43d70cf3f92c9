"""Limits that a process sets for itself before it reads what may do harm.

They are separate from the readers, so that the limits alone load none of their libraries.
"""

from __future__ import annotations

import faulthandler
import math
import os
import signal
import sys
import time

_PROGRAM = 30_000_000  # bytes of a process that are interpreter and libraries, not data
_PER_BYTE = 10  # bytes of memory for each byte of plain text; a character may take four
_PR_SET_PDEATHSIG = 1
_LATE = 2  # times the seconds of a document: nobody waits for it any more
_STDERR = 2  # the file descriptor, which leads nowhere, see ``reader``


def end_with_parent(parent: int) -> None:
    """Make this process end when *parent*, which started it, is killed.

    On Linux the kernel does so; elsewhere this process ends when its standard input does.
    """
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it was killed before the call above
        os._exit(1)


def limit_time(seconds: float) -> None:
    """Limit this process to *seconds* of processor time from now on.

    Where the system has no such limit, the parent ends this process in time. In case the parent
    is killed before that, this process ends itself a little later, even during a call into C.
    """
    try:
        import resource
    except ImportError:  # Windows
        faulthandler.dump_traceback_later(_LATE * seconds, exit=True, file=_STDERR)
        return
    until = math.ceil(time.process_time() + seconds)
    _set_limit(resource.RLIMIT_CPU, until)
    _set_limit(resource.RLIMIT_CORE, 0)


def limit_memory(memory: int, text: int = 0) -> None:
    """Limit this process to *memory* bytes, if the system supports that.

    The memory for a plain text of *text* bytes is added.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    # The limit is on data, not on address space, of which libraries reserve more than they use.
    _set_limit(resource.RLIMIT_DATA, memory + _PER_BYTE * text - _PROGRAM)


def _set_limit(what: int, most: int) -> None:
    import resource

    try:
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, hard))
    except (OSError, ValueError):  # the system knows the limit's name but does not support it
        return
