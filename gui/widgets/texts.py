"""Reading back what was typed or pasted, without Qt's losses."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument


def exact_text(document: QTextDocument) -> str:
    r"""Return the text of *document* with its non-breaking spaces and line separators kept.

    ``toPlainText`` turns U+00A0 into a space and U+2028 into a line end; the raw text has
    U+2029 between paragraphs and nothing else is changed: ``"a\u00a0b"`` stays itself.
    """
    return document.toRawText().replace("\u2029", "\n")
