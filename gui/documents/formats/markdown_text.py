"""The text of Markdown: as a reader sees it once it is set, with its notes and its front matter.

Imported with the first such file.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, image, link

from ..document import Notice
from ..pages.markup import page_blocks, parse_page
from ..pages.unseen import set_apart
from ..text.hidden_text import put_back, without_marks

_NOTE_TEXT = re.compile(r"^ {0,3}\[\^([^\]\s]{1,50})\]:[ \t]*", re.MULTILINE)
_NOTE_AT = re.compile(r"(?<=(\S))?\[\^([^\]\s]{1,50})\](?!:)")
_NESTED = 25  # nested quotations or lists; the library drops what is nested deeper
_DEEP = re.compile(
    rf"^(?:[ \t]*(?:>|[*+-][ \t]|\d{{1,9}}[.)][ \t])){{{_NESTED}}}|^[ \t]{{{2 * _NESTED}}}",
    re.MULTILINE,
)
# Where something other than words may begin: a break, an escape, code, emphasis, a picture, an
# entity, an address or a tag; and, where there are links at all, a link.
_MARK = r"[\n\\`*_]|~(?=~)|&(?=[#A-Za-z])|<(?=[A-Za-z/!?])"
_MARKS = re.compile(_MARK)
_MARKS_AND_LINKS = re.compile(rf"{_MARK}|!(?=\[)|[\[\]]")
_INLINE_NOTE = re.compile(r"(?<=\S)\^\[([^\[\]\n]{1,2000})\]")
_FRONT_MATTER = MappingProxyType({"---": ("---", "..."), "+++": ("+++",)})  # of YAML, of TOML


def read_markdown(text: str) -> tuple[str, tuple[Notice, ...]]:
    r"""Return the Markdown *text* without its marks, its blocks between blank lines, and notices.

    What HTML in it hides is marked. If quotations or lists are nested too deep, *text* is returned
    as it is.

    >>> read_markdown("# A *big* day\n\nRead [this](https://example.org).\n")
    ('A big day\n\nRead this.', ())
    """
    if _DEEP.search(text):
        return without_marks(text), ()
    root = parse_page(_parser().render(_body(_with_numbered_notes(text))))
    if root is None:
        return "", ()
    unseen = set_apart(root)
    whole = "\n\n".join(block.whole for block in page_blocks(root))
    return put_back(whole, unseen.texts)[0], unseen.notices


def _parser() -> MarkdownIt:
    """Return a parser that does not stop at each mark of a text that is full of them."""
    parser = MarkdownIt("commonmark", {"maxNesting": 4 * _NESTED}).enable(
        ["table", "strikethrough"]
    )
    marks = _Marks()
    parser.inline.ruler.at("text", marks.words)
    parser.inline.ruler.at("link", lambda *state: marks.may_link(*state) and link(*state))
    parser.inline.ruler.at("image", lambda *state: marks.may_link(*state) and image(*state))
    return parser


class _Marks:
    """Which marks of a paragraph may mean something.

    The library tries each of its rules wherever any mark stands, also one that means something to
    none of them, such as a colon; and for each bracket it looks for the end of a link anew.
    """

    def __init__(self) -> None:
        self._text = ""
        self._last_link = -1

    def words(self, state: StateInline, silent: bool) -> bool:
        """Take what stands before the next mark for words, as the rule "text" of the library."""
        marks = _MARKS if self._last_link_of(state) < 0 else _MARKS_AND_LINKS
        found = marks.search(state.src, state.pos, state.posMax)
        end = found.start() if found else state.posMax
        if end == state.pos:
            return False
        if not silent:
            state.append_pending(state.src[state.pos : end])
        state.pos = end
        return True

    def may_link(self, state: StateInline, _silent: bool) -> bool:
        """Tell whether a link or picture may begin here."""
        return state.pos <= self._last_link_of(state)

    def _last_link_of(self, state: StateInline) -> int:
        """Return where the words of the last link or picture may end at most, -1 without any."""
        if state.env.get("references"):  # what stands in any brackets may be a link
            return state.posMax
        if state.src is not self._text:
            self._text, self._last_link = state.src, state.src.rfind("](")
        return self._last_link


def _with_numbered_notes(text: str) -> str:
    r"""Return *text* with its footnotes numbered, apart from words, each in its own paragraph.

    Otherwise a note of one word would be taken for the target of a link and vanish.

    >>> _with_numbered_notes("Gulls[^a] sing.\n\n[^a]: Ibid.")
    'Gulls 1 sing.\n\n\n1 Ibid.'
    """
    text = _with_named_notes(text)
    noted = dict.fromkeys(_NOTE_TEXT.findall(text))
    used = dict.fromkeys(found[2] for found in _NOTE_AT.finditer(text) if found[2] in noted)
    numbers = {name: number for number, name in enumerate(used | noted, start=1)}

    def mark(found: re.Match[str]) -> str:
        if found[2] not in numbers:
            return found[0]
        return f"{' ' if found[1] else ''}{numbers[found[2]]}"

    marked = _NOTE_AT.sub(mark, text) if numbers else text
    return _NOTE_TEXT.sub(lambda found: f"\n{numbers[found[1]]} ", marked)


def _with_named_notes(text: str) -> str:
    r"""Return *text* with the notes that stand inside its sentences behind all of it.

    >>> _with_named_notes("Gulls^[Ibid.] sing.")
    'Gulls[^inline-1] sing.\n\n[^inline-1]: Ibid.'
    """
    notes: list[str] = []

    def name(found: re.Match[str]) -> str:
        notes.append(found[1])
        return f"[^inline-{len(notes)}]"

    marked = _INLINE_NOTE.sub(name, text) if "^[" in text else text
    behind = [f"\n\n[^inline-{n}]: {note}" for n, note in enumerate(notes, start=1)]
    return "".join([marked, *behind])


def _body(text: str) -> str:
    r"""Return *text* with its front matter, if any, as a code block.

    Otherwise its lines would be taken for a heading. They stay because there may be a date.

    >>> _body("---\ntitle: A\n---\nText")
    '```\ntitle: A\n```\nText'
    """
    lines = text.split("\n")
    ends = _FRONT_MATTER.get(lines[0].rstrip(), ())
    for end, line in enumerate(lines[1:] if ends else (), start=1):
        if line.rstrip() in ends:
            return "\n".join(["```", *lines[1:end], "```", *lines[end + 1 :]])
    return text
