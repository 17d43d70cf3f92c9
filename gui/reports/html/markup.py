"""Text into markup: everything that comes from a document or a file name passes through here."""

from __future__ import annotations

import html
import unicodedata

from ..legible import split_hidden, visible


def text(content: str) -> str:
    """Return *content* as markup that shows it literally; hidden characters get a small frame.

    >>> text("<b> & de" + chr(0x200B) + "fence")
    '&lt;b&gt; &amp; de<span class="hidden">U+200B</span>fence'
    """
    return "".join(
        f'<span class="hidden">{part}</span>' if hidden else html.escape(part)
        for part, hidden in split_hidden(content)
    )


def attribute(content: str) -> str:
    """Return *content* for a quoted attribute, on one line."""
    return html.escape(visible(" ".join(content.split())), quote=True)


def plain(content: str) -> str:
    """Return *content* as markup without any element: hidden characters as ``<U+200B>``."""
    return html.escape(visible(content))


def direction(content: str) -> str:
    """Return the side from which *content* is read: that of its first letter which has one.

    >>> direction("12 May"), direction("12 " + chr(0x5D0))
    ('ltr', 'rtl')
    """
    for letter in content:
        side = unicodedata.bidirectional(letter)
        if side in ("L", "R", "AL"):
            return "ltr" if side == "L" else "rtl"
    return "ltr"


def isolated(markup: str) -> str:
    """Return *markup* so that its direction does not turn round what stands beside it.

    Without it the arrow of two Arabic words points from the candidate's to the reference's.
    """
    return f"\u2068{markup}\u2069"
