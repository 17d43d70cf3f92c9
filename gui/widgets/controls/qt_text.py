"""Text on its way to Qt and back, without Qt's losses, and marks for the translators."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument


def exact_text(document: QTextDocument) -> str:
    r"""Return the text of *document* with its non-breaking spaces and line separators kept.

    ``toPlainText`` turns U+00A0 into a space and U+2028 into a line end; the raw text has
    U+2029 between paragraphs and nothing else is changed: ``"a\u00a0b"`` stays itself.
    """
    return document.toRawText().replace("\u2029", "\n")


def middle_cut(text: str, most: int) -> str:
    """Return *text* on one line, its middle left out where it has more than *most* characters.

    What is drawn on one line is measured whole, however long it is; nobody sees more than a
    few hundred characters of it.

    >>> middle_cut("abcdefghij", 5)
    'ab…ij'
    """
    if len(text) > most:
        half = (most - 1) // 2
        text = f"{text[: most - 1 - half]}…{text[len(text) - half :]}"
    return " ".join(text.split("\n"))


def short_lines(text: str, longest: int) -> str:
    r"""Return *text* with lines of at most *longest* characters, broken at spaces where it can.

    Qt lays a line out as a whole: one of a megabyte takes seconds, and without a space minutes.

    >>> short_lines("one two three\nfour", 8)
    'one two \nthree\nfour'
    """
    lines = []
    for line in text.split("\n"):
        start = 0
        while len(line) - start > longest:
            space = line.rfind(" ", start + 1, start + longest)
            end = space + 1 if space > start else start + longest
            lines.append(line[start:end])
            start = end
        lines.append(line[start:])
    return "\n".join(lines)
