"""What a page does not show: parts of the article that need a click, and hidden text.

A collapsed or paywalled part of the article is read; a notice says so. Words that nobody is meant
to see, in the middle of what is read, are told apart: they are evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

import regex
from lxml import etree

from ...messages import counted
from ...messages.about_documents import AboutDocument
from ..document import Notice
from ..text.hidden_text import stand_in
from .markup import STAND_IN
from .page_styles import PageStyles, Sheets, is_for_the_ear

_NEVER_HIDDEN = frozenset({"html", "body", "main", "article"})
_NO_TEXT = frozenset({"script", "style", "svg", "canvas", "iframe", "head", "title"})
_NO_ARTICLE = frozenset(
    {"nav", "header", "footer", "aside", "form", "dialog", "button", "select", "a", "label"}
)
_PARAGRAPHS = frozenset({"p", "blockquote", "li", "div", "section", "h2", "h3"})
_PROSE = frozenset({"p", "blockquote", "li", "td", "figcaption", "h1", "h2", "h3", "h4"})
_ASIDE = regex.compile(
    r"cookie|consent|gdpr|modal|dialog|popup|pop-up|overlay|menu|navbar|newsletter|login|sign-?in"
    r"|sign-?up|comment|related|recommend|share|social|lightbox|banner|advert|sponsor|toast|search",
    regex.IGNORECASE,
)
_FOR_SCRIPTS = frozenset({"noscript", "template"})  # shown only without, or only by a script
_ASIDE_AS_A_WHOLE = frozenset({"navigation", "sidebar", "complementary", "skip-links"})
_WALL = regex.compile(
    r"paywall|pay-wall|regwall|subscri|read-?more|show-?more|upsell", regex.IGNORECASE
)
_FORMULA = regex.compile("katex|mathjax|mjx|math-", regex.IGNORECASE)
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*+")
_SENTENCE = 8  # words of a paragraph
_PART = 20  # words of a part of an article
_BESIDE_LINKS = 3  # words around the links of a menu for screen readers
_LABEL = 3  # words; what is hidden from or for the ear alone and shorter is no text
_HIDING = ("hidden", "style", "class", "id", "aria-hidden")


class Unseen(NamedTuple):
    """The notices on a page, its hidden ``texts``, and the words in other hidden elements."""

    notices: tuple[Notice, ...]
    texts: list[str]
    words: int


def set_apart(root: Any, sheets: Sheets | None = None) -> Unseen:
    """Show collapsed parts of the article in the page *root*, and take out hidden text.

    The tree is changed: ``stand_in`` stands for each hidden text. Other hidden elements, such as
    menus, stay in it as they are. *sheets* finds style sheets in the page's file.
    """
    for template in root.iter("template"):
        if "shadowrootmode" in template.attrib:  # what it holds is shown
            template.tag = "div"
    styles = PageStyles(root, sheets)
    boxes, spans = _hidden(root, styles)
    around = _Surroundings(frozenset(boxes))
    seen = _prose_words(root, frozenset(boxes)) if boxes else 0
    opened = left = 0
    texts: list[str] = []
    rows = _rows(box for box in boxes if styles.may_wait(box))
    for box in boxes:
        words = _words(box)
        in_prose = _is_in_prose(box, around)
        if (in_prose and box in rows) or (words >= _PART and _is_part(box, seen, around)):
            _open(box)
            opened += words
        elif in_prose:
            _take_out(box, texts)
        else:
            left += words
    for span in _told_alone(spans):
        if _words(span) >= _LABEL and not _is_beside_the_article(span):
            _take_out(span, texts)
    _keep_from_the_extractor(root, frozenset(boxes))
    if opened:
        _drop_walls(root)
    return Unseen(opened_notice(opened), texts, left)


def _keep_from_the_extractor(root: Any, hidden: frozenset[Any]) -> None:
    """Take out what makes the extractor pass over paragraphs that are shown, and read others.

    It takes ``overflow:hidden`` for hidden, as in a box that shows the first lines of an article
    until somebody clicks, and a template for shown.
    """
    walker = etree.iterwalk(root, events=("start",))
    for _, element in walker:
        if element.tag in _NO_TEXT or element in hidden:
            walker.skip_subtree()
            continue
        if not element.attrib:
            continue
        style = element.get("style", "")
        is_passed_over = "hidden" in style or element.get("aria-hidden") == "true"
        if is_passed_over and _paragraphs(element) and not _is_beside_the_article(element):
            for name in ("style", "aria-hidden"):
                element.attrib.pop(name, None)
    for template in list(root.iter("template")):
        template.drop_tree()


def opened_notice(words: int) -> tuple[Notice, ...]:
    """Return the notice of so many *words* in parts that wait, if there are any."""
    one, many = AboutDocument.OPENED_WORD, AboutDocument.OPENED_WORDS
    return (Notice("opened", counted(one, many, words), words),) if words else ()


def _take_out(element: Any, texts: list[str]) -> None:
    """Add the text of a hidden element to *texts* and put a stand-in in its place."""
    text, place = _text(element), stand_in(len(texts))
    is_block = element.tag in _PROSE or element.tag in _PARAGRAPHS
    element.clear(keep_tail=True)
    element.tag, element.text = STAND_IN, f" {place} " if is_block else place
    texts.append(text)


def drop_stand_ins(root: Any) -> None:
    """Take the stand-ins of hidden text out of the tree *root*."""
    for element in list(root.iter(STAND_IN)):
        element.drop_tree()


def _hidden(root: Any, styles: PageStyles) -> tuple[list[Any], list[Any]]:
    """Return the outermost hidden elements, and those that are hidden from the ear or the eye."""
    boxes, spans = [], []
    walker = etree.iterwalk(root, events=("start",))
    for _, element in walker:
        if element.tag in _NO_TEXT:
            walker.skip_subtree()
        elif element.tag in _NEVER_HIDDEN:
            continue
        elif element.tag in _FOR_SCRIPTS or (element.attrib and styles.hide(element)):
            boxes.append(element)
            walker.skip_subtree()
        elif _is_for_one_sense(element):
            spans.append(element)
            walker.skip_subtree()
    return boxes, spans


def _rows(elements: Iterable[Any]) -> frozenset[Any]:
    """Return the hidden paragraphs beside others that are hidden in the same way.

    They are an article whose script did not run when the page was saved.
    """
    alike = defaultdict(list)
    for each in elements:
        if each.tag in _PARAGRAPHS and _words(each) >= _SENTENCE:
            make = (each.tag, each.get("class"), each.get("style"))
            alike[each.getparent(), make].append(each)
    return frozenset(each for row in alike.values() if len(row) > 1 for each in row)


def _told_alone(spans: list[Any]) -> list[Any]:
    """Return those of *spans*, hidden from the ear or the eye, that are no part of the article.

    Where the same words stand there for the ear and for the eye, those for the ear are dropped.
    """
    rows = _rows(spans)
    for_ear = {(each.getparent(), _text(each)) for each in spans if is_for_the_ear(each)}
    for_eye = {(each.getparent(), _text(each)) for each in spans if not is_for_the_ear(each)}
    alone = []
    for span in spans:
        place = (span.getparent(), _text(span))
        if is_for_the_ear(span):
            if place in for_eye:
                span.drop_tree()
            elif span not in rows:
                alone.append(span)
        elif span not in rows and place not in for_ear and not _is_labelled(span, place[1]):
            alone.append(span)
    return alone


def _is_labelled(element: Any, text: str) -> bool:
    """Return whether the words of an element are those that its parent says to the ear."""
    labels = (each.get("aria-label", "") for each in (element, element.getparent()))
    return any(" ".join(label.split()) == text for label in labels)


def _is_part(box: Any, seen: int, around: _Surroundings) -> bool:
    """Return whether a hidden box is a part of the article, where *seen* words of it are shown."""
    if _is_beside_the_article(box):
        return False
    prose = _prose_words(box)
    if prose < _PART:
        return False
    if prose > 2 * seen:
        return True
    if box.tag in _FOR_SCRIPTS or _paragraphs(box) < 2:
        return False
    in_article = any(each.tag == "article" for each in box.iterancestors())
    return in_article or around.has_paragraph(box.getparent())


def _paragraphs(box: Any) -> int:
    return sum(1 for each in box.iter("p") if _words(each) >= _SENTENCE)


def _is_for_one_sense(element: Any) -> bool:
    """Return whether an element is hidden from the ear or from the eye, and is no whole article.

    A whole page is hidden from the ear while a dialog is open, and may be saved like that.
    """
    if element.get("aria-hidden") != "true" and not is_for_the_ear(element):
        return False
    is_headed = next(element.iter("article", "main", "h1"), None) is not None
    return not is_headed and _paragraphs(element) <= 1


def _is_beside_the_article(element: Any) -> bool:
    """Return whether an element belongs to a menu, a dialog and the like."""
    if _is_of_links_within(element):
        return True
    for each in (element, *element.iterancestors()):
        if each.tag in ("body", "html", "article", "main"):
            return False
        names = f"{each.get('class', '')} {each.get('id', '')} {each.get('role', '')}"
        if not _ASIDE_AS_A_WHOLE.isdisjoint(names.lower().split()):
            return True
        if each.tag in _NO_ARTICLE or _ASIDE.search(names) or _FORMULA.search(names):
            return True
    return False


def _is_of_links_within(element: Any) -> bool:
    """Return whether an element is links to parts of the page, such as "Skip to the content"."""
    links = list(element.iter("a"))
    if not links or not all(link.get("href", "").startswith("#") for link in links):
        return False
    return _words(element) <= sum(_words(link) for link in links) + _BESIDE_LINKS


def _is_in_prose(element: Any, around: _Surroundings) -> bool:
    """Return whether hidden text stands in a paragraph, or is one beside others."""
    if not _words(element) or _is_beside_the_article(element) or element.tag == "noscript":
        return False
    if element.tag in _PARAGRAPHS:
        return around.has_paragraph(element.getparent())
    inside = any(each.tag in _PROSE for each in element.iterancestors())
    if inside or around.has_text(element.getparent()):
        return True
    return _words(element) > _LABEL and around.has_paragraph(element.getparent())


class _Surroundings:
    """What stands beside the elements that are *hidden*, looked up once for each parent."""

    def __init__(self, hidden: frozenset[Any]) -> None:
        self._hidden = hidden
        self._with_paragraph: dict[Any, bool] = {}
        self._with_text: dict[Any, bool] = {}

    def has_paragraph(self, parent: Any) -> bool:
        """Return whether *parent* shows a paragraph of prose."""
        if parent not in self._with_paragraph:
            shown = (each for each in parent if each.tag == "p" and each not in self._hidden)
            self._with_paragraph[parent] = any(_words(each) >= _SENTENCE for each in shown)
        return self._with_paragraph[parent]

    def has_text(self, parent: Any) -> bool:
        """Return whether *parent* shows text of its own."""
        if parent not in self._with_text:
            texts = [parent.text, *(each.tail for each in parent)]
            self._with_text[parent] = any(text and text.strip() for text in texts)
        return self._with_text[parent]


def _prose_words(root: Any, left_out: frozenset[Any] = frozenset()) -> int:
    """Return the number of words in the paragraphs of *root*, without those of hidden elements."""
    words = 0
    walker = etree.iterwalk(root, events=("start",))
    for _, element in walker:
        if element in left_out or element.tag in _NO_TEXT or element.tag in ("nav", "footer"):
            walker.skip_subtree()
        elif element.tag in _PROSE:
            found = _words(element)
            words += found if found >= _SENTENCE else 0
            walker.skip_subtree()
        elif element.tag in ("div", "section", "article") and element.text:
            found = len(_WORD.findall(element.text))
            words += found if found >= _SENTENCE else 0
    return words


def _drop_walls(root: Any) -> None:
    """Take out the words that stand before the rest of the article, such as "Subscribe"."""
    for wall in list(root.iter("div", "p", "section", "aside", "button")):
        names = f"{wall.get('class', '')} {wall.get('id', '')}"
        if _WALL.search(names) and _words(wall) < _PART and wall.getparent() is not None:
            wall.drop_tree()


def _open(box: Any) -> None:
    if box.tag in _FOR_SCRIPTS:
        box.tag = "div"
    for name in _HIDING:
        box.attrib.pop(name, None)


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _words(element: Any) -> int:
    return len(_WORD.findall(_text(element)))
