"""Text into markup: everything that comes from a document or a file name passes through here."""

from __future__ import annotations

import html

from ..visible import split_hidden, visible


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
