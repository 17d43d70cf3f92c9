"""Numbers and short texts as people read them; used by every report and by the window."""

from __future__ import annotations

from itertools import accumulate

from ..documents import Document, Span


def percent(share: float | None, digits: int = 1) -> str:
    """Return *share* (0 to 1) as per cent, or a dash where there is none.

    Only what is whole reads 100 %, only what is nothing reads 0 %:

    >>> percent(0.9999), percent(1.0), percent(0.00001), percent(0.3636), percent(None)
    ('99.9 %', '100 %', '0.1 %', '36.4 %', '–')
    """
    if share is None:
        return "–"
    if share in (0.0, 1.0):
        return f"{share * 100:.0f} %"
    step = 10**-digits
    return f"{min(max(round(share * 100, digits), step), 100 - step):.{digits}f} %"


def counted(count: int, one: str, many: str | None = None) -> str:
    """Return *count* with its noun.

    >>> counted(1, "word"), counted(1200, "word"), counted(2, "entry", "entries")
    ('1 word', '1,200 words', '2 entries')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def excerpt(text: str, length: int = 60) -> str:
    r"""Return the beginning of *text* on one line, cut at a word to at most *length* characters.

    >>> excerpt("The phone\nrang all night long.", 20)
    'The phone rang all …'
    """
    line = " ".join(text[: length * 8].split())
    if len(line) <= length and len(text) <= length * 8:
        return line
    cut = line[: length - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > length // 2 else cut.rstrip()) + " …"


class Words:
    """Counts of words and tokens in spans of one document, without walking it each time."""

    def __init__(self, document: Document) -> None:
        self._token_at = document.token_at
        self._before = [0, *accumulate(document.is_word)]
        self._tokens = document.tokens

    def count(self, span: Span) -> int:
        """Return the number of words (not punctuation) that begin inside *span*."""
        first, last = self.tokens(span.start, span.end)
        return self._before[last] - self._before[first]

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of tokens that begin inside ``[start, end)``."""
        return self._token_at(start), self._token_at(end)

    def span(self, first: int, last: int) -> Span | None:
        """Return the span of the tokens ``[first, last)``, or None where there are none."""
        if first >= last:
            return None
        return Span(self._tokens[first].start, self._tokens[last - 1].end)
