"""Reading in tests: one process for all of them, so that each need not start its own."""

from __future__ import annotations

from functools import partial

from gui import documents

READER = documents.Reader()
from_bytes = partial(documents.from_bytes, reader=READER)
load = partial(documents.load, reader=READER)
