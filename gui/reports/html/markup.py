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


def is_hard_wrapped(content: str) -> bool:
    r"""Return whether the line ends of *content* are a column's edge and not the author's.

    Before → after: three or more lines of which all but the last are nearly as long as the
    longest, and that one at most 100 characters, flow as one paragraph; a poem or an address
    keeps its lines.

    >>> is_hard_wrapped("The ferry came back on\nMonday after a winter\nin the dock.")
    True
    >>> is_hard_wrapped("Harbour Office\n12 Quay Street, Third Floor\nOslo")
    False
    """
    lines = [line.strip() for line in content.split("\n")]
    longest = max(map(len, lines))
    return (
        len(lines) >= 3
        and longest <= 100
        and all(len(line) >= 0.75 * longest for line in lines[:-1])
    )
