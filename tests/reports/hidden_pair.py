"""A pair whose candidate hides words in a paragraph, and a paragraph."""

from __future__ import annotations

from gui.compare import Comparison, compare
from gui.documents import Document, read_text
from gui.documents.text.hidden_text import as_hidden, with_hidden_apart

FIRST = "The ferry council closed the old bridge on Monday, the captain said."
SECOND = "Nobody had asked the miller, who praised the river in winter."


def hidden_pair() -> Comparison:
    """Return the comparison; ``purple cows`` and ``Seven <hats>`` are hidden."""
    start, end = FIRST.split(" on Monday")
    text = f"{start} {as_hidden('purple cows')} on Monday{end}\n\n{as_hidden('Seven <hats>')}"
    return compare(
        read_text(f"{FIRST}\n\n{SECOND}", name="reference.txt"), _read(f"{text}\n\n{SECOND}")
    )


def _read(marked: str) -> Document:
    text, hidden = with_hidden_apart(marked)
    return read_text(text, name="candidate.html", format="html", hidden=hidden)
