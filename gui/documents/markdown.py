"""The text of a Markdown document as it reads when rendered."""

from __future__ import annotations

import re

from .page import page_blocks, parse_page

_DEEPEST = 25  # quotations or lists one in another; the library drops what stands deeper
_DEEP = re.compile(
    rf"^(?:[ \t]*(?:>|[*+-][ \t]|\d{{1,9}}[.)][ \t])){{{_DEEPEST}}}|^[ \t]{{{2 * _DEEPEST}}}",
    re.MULTILINE,
)


def read_markdown(text: str) -> str:
    r"""Return the text of *text* without its marks, blocks separated by blank lines.

    Where quotations stand one in another without end, *text* is returned as it is.

    >>> read_markdown("# A *big* day\n\nRead [this](https://example.org).\n")
    'A big day\n\nRead this.'
    """
    # Only here: most documents are no Markdown.
    from markdown_it import MarkdownIt

    if _DEEP.search(text):
        return text
    rendered = (
        MarkdownIt("commonmark", {"maxNesting": 4 * _DEEPEST})
        .enable(["table", "strikethrough"])
        .render(_body(text))
    )
    root = parse_page(rendered)
    return "" if root is None else "\n\n".join(block.text for block in page_blocks(root))


def _body(text: str) -> str:
    r"""Turn front matter into a block of its own: ``---\ntitle: A\n---\n`` → a code block.

    Its lines would otherwise be read as a heading. They are kept: a date may stand there.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return text
    for end, line in enumerate(lines[1:], start=1):
        if line.rstrip() in ("---", "..."):
            return "\n".join(["```", *lines[1:end], "```", *lines[end + 1 :]])
    return text
