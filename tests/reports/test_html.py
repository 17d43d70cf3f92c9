"""The HTML report stands alone, shows text literally, and leaves nothing out."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
import sys
from collections.abc import Callable, Iterable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from gui.compare import ChangeKind, Comparison, LedgerEntry
from gui.reports import to_html, to_print_html
from gui.reports.html.html_pair import direction
from tests.any_message import any_message
from tests.reports.sample_comparisons import (
    cut,
    every_kind,
    moved_in_a_paragraph,
    of_texts,
    phone_rang,
    split_in_the_candidate,
)

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[2]
VOID = {"meta", "col", "br"}


class Page(HTMLParser):
    """What a browser would see: elements, their attributes, the texts of the table's cells."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.cells: dict[str, list[str]] = {"reference": [], "candidate": []}
        self.style = ""
        self._cell: str | None = None
        self._literal = 0
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.append((tag, found))
        if tag not in VOID:
            self.open.append(tag)
        role = (found.get("class") or "").partition(" ")[0]
        if tag == "td" and role in self.cells:
            self._cell = role
        if tag == "p" and self._cell:
            self.cells[self._cell].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "td":
            self._cell = None

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += data
        if self._cell and "p" in self.open:
            self.cells[self._cell][-1] += data


def page_of(comparison: Comparison) -> Page:
    return Page(to_html(comparison, title="A <pair>", label="copy", annotator="a&b", note="<hm>"))


@pytest.fixture(params=[phone_rang, every_kind], ids=lambda make: make.__name__)
def comparison(request: pytest.FixtureRequest) -> Comparison:
    found = request.param()
    assert isinstance(found, Comparison)
    return found


def test_every_element_is_closed(comparison: Comparison) -> None:
    assert page_of(comparison).open == []


def test_the_cells_contain_both_documents(comparison: Comparison) -> None:
    page = page_of(comparison)
    for side in ("reference", "candidate"):
        document = getattr(comparison, side)
        assert page.cells[side] == [span.of(document.text) for span in document.sections]


def test_nothing_is_requested_and_no_script_runs(comparison: Comparison) -> None:
    page = page_of(comparison)
    names = {tag for tag, _ in page.elements}
    assert not names & {"script", "img", "link", "iframe", "object", "embed", "base", "form"}
    for _, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on")]
        assert not attributes.keys() & {"src", "srcset", "style", "action", "background"}
        for name, value in attributes.items():
            if name.endswith("href"):
                assert (value or "").startswith("#")
    assert "url(" not in re.sub(r"url\(#\w+\)", "", page.style)
    assert "@import" not in page.style


def test_the_policy_allows_the_style_and_nothing_else(comparison: Comparison) -> None:
    page = page_of(comparison)
    policy = next(
        attributes["content"]
        for tag, attributes in page.elements
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_every_link_leads_somewhere_and_ids_are_unique(comparison: Comparison) -> None:
    page = page_of(comparison)
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = {attributes["href"] for tag, attributes in page.elements if tag == "a"}
    assert {link[1:] for link in links if link} <= set(ids)


def test_furniture_links_to_its_sections() -> None:
    body = "The ferry came back to the harbour on Monday, and nobody had told the gulls of it. " * 2
    found = of_texts(f"Ferry returns to the harbour\n\n3 May\n\n{body}", body)
    page = page_of(found)
    links = [a.get("href") for tag, a in page.elements if tag == "a"]
    assert links[:2] == ["#s0", "#s1"]
    assert ("li", {"class": "lost"}) in page.elements
    markup = to_html(found, title="t")
    assert "lost: in the reference only" in markup
    assert "added: in the candidate only" not in markup
    assert "lost: in the reference only" in "".join(to_print_html(found, title="t"))


def test_moved_sections_link_both_ways() -> None:
    links = [
        attributes["href"]
        for tag, attributes in page_of(every_kind()).elements
        if tag == "a" and attributes.get("class") == "went"
    ]
    assert links == ["#s1-candidate", "#s1-reference"]


def test_long_texts_without_a_counterpart_face_each_other() -> None:
    fish = "Herring were landed at the quay before dawn and sold by noon to buyers from inland. "
    tram = "A driverless tram will carry passengers around the docks from next spring, they say. "
    short = of_texts(fish, tram)
    long = of_texts("\n\n".join([fish * 3, fish * 3]), tram * 6)
    for comparison, facing in ((short, 0), (long, 1)):
        assert {section.kind.value for section in comparison.sections} == {"missing", "added"}
        markup = to_html(comparison, title="t")
        assert markup.count("≠") == facing
        assert "".join(to_print_html(comparison, title="t")).count("≠") == facing
        page = Page(markup)
        ids = {attributes.get("id") for _, attributes in page.elements}
        assert {f"s{n}" for n in range(len(comparison.sections))} <= ids


def test_each_change_is_marked_with_its_kind() -> None:
    page = page_of(every_kind())
    marks = [
        attributes["class"] or "" for tag, attributes in page.elements if tag in ("ins", "del")
    ]
    assert sorted(marks) == sorted(
        ["substitution", "look-alike", "minor"] * 2 + ["missing", "added"]
    )


def test_markup_in_texts_names_and_notes_is_shown_literally() -> None:
    markup = to_html(every_kind(), title="<u>t</u>", label="<s>", annotator="<b>", note="<hm>")
    assert not re.search(r"<(u|s|b|i|hm)>", markup)
    assert "&lt;i&gt;.txt" in markup


def test_hidden_characters_are_seen() -> None:
    markup = to_html(of_texts("the defence plan", "the de\u202efence plan"), title="t")
    assert "\u202e" not in markup
    assert '<span class="hidden">U+202E</span>' in markup


def test_a_page_with_lone_surrogates_can_be_written() -> None:
    to_html(of_texts("a \ud83d b", "a b"), title="\udce9").encode("utf-8")


def test_every_kind_has_a_shape_besides_its_colour() -> None:
    style = page_of(phone_rang()).style
    shapes = set()
    for kind in ChangeKind:
        rule = re.search(rf"^\.{kind.value}\b[^{{]*\{{([^}}]*)\}}", style, re.MULTILINE)
        assert rule, kind
        shape = re.search(r"(underline[a-z ]*|line-through|border-left)", rule.group(1))
        assert shape, kind
        shapes.add(shape.group(1).strip())
    assert len(shapes) == len(ChangeKind)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_are_those_of_the_themes(theme: str) -> None:
    style = (ROOT / "gui/reports/html/colours.css").read_text(encoding="utf-8")
    wanted = tomllib.loads((ROOT / f"resources/themes/{theme}.toml").read_text(encoding="utf-8"))
    part = style.split("@media (prefers-color-scheme: dark)")[theme == "dark"].split("}")[0]
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", part))
    assert len(found) > 15
    assert found == {role: wanted["base"][wanted["roles"][role]] for role in found}


def test_hard_wrapped_text_flows_and_a_poem_does_not() -> None:
    wrapped = (
        "The ferry came back to the harbour on Monday, after\n"
        "a long winter in the dock, and the people who stood\n"
        "along the quay said that they had missed its horn."
    )
    poem = "The ferry\nCame back\nAt last"
    page = page_of(of_texts(wrapped + "\n\n" + poem, wrapped + "\n\n" + poem))
    for side in ("reference", "candidate"):
        assert page.cells[side] == [wrapped.replace("\n", " "), poem]


def test_the_print_variant_has_no_links_and_escapes_all() -> None:
    markup = "".join(to_print_html(every_kind(), title="<u>t</u>", label="copy", note="a\n<hm>"))
    page = Page(markup)
    assert page.open == []
    assert not {tag for tag, _ in page.elements} & {"a", "img", "script", "style", "svg"}
    assert "a<br>&lt;hm&gt;" in markup
    assert markup.count("text-decoration:line-through") == 1  # the word, not the count of them


def test_a_count_of_missing_words_is_not_struck_through() -> None:
    style = page_of(every_kind()).style
    rules = re.findall(r"^\.missing\.sample \{([^}]*)\}", style, re.MULTILINE)
    assert len(rules) == 1
    assert "text-decoration: none" in rules[0]
    assert style.index(rules[0]) > style.index("line-through")


def test_headings_keep_with_what_follows_them_on_paper() -> None:
    style = page_of(every_kind()).style
    paper = style[style.index("@media print") :]
    rule = re.search(r"h1, h2, thead \{([^}]*)\}", paper)
    assert rule
    assert "break-after: avoid" in rule.group(1)


def test_labels_are_left_out_where_there_is_none() -> None:
    assert 'class="verdict"' not in to_html(phone_rang(), title="t")


@pytest.mark.parametrize("label", [None, "copy"])
def test_a_flag_is_said_on_the_page_and_on_paper(label: str | None) -> None:
    def said(flagged: bool, write: Callable[..., Iterable[str]]) -> str:
        page = "".join(
            write(phone_rang(), title="t", label=label, annotator="Ada <3", flagged=flagged)
        )
        return page[page.index("<body") :]

    for write in (to_html, to_print_html):
        assert "· judged by Ada &lt;3" in said(True, write)
        assert "flagged" in said(True, write)
        assert "flagged" not in said(False, write)


def test_documents_that_share_nothing_and_empty_ones_make_a_page() -> None:
    for reference, candidate in (("", ""), ("", "Some words stand here."), ("A", "")):
        found = Page(to_html(of_texts(reference, candidate), title="t"))
        assert found.open == []


def test_notices_are_shown() -> None:
    from gui.documents import Notice

    comparison = phone_rang()
    odd = dataclasses.replace(
        comparison.reference, notices=(Notice("undecodable", any_message("3 bytes <bad>."), 3),)
    )
    assert "<li>3 bytes &lt;bad&gt;.</li>" in to_html(
        dataclasses.replace(comparison, reference=odd), title="t"
    )


def test_a_paragraph_that_was_cut_is_marked_on_the_side_that_has_it_whole() -> None:
    page = to_html(split_in_the_candidate(), title="a")
    assert re.findall(r'<tr id="(s\d)"(?: class="([^"]*)")?>', page) == [
        ("s0", ""),
        ("s1", ""),
        ("s2", "reference-goes-on"),
    ]
    assert page.count('class="joins reference-goes-on candidate-goes-on"') == 0
    assert (
        to_html(moved_in_a_paragraph(), title="a").count(
            "joins reference-goes-on candidate-goes-on"
        )
        == 2
    )


QtGui = pytest.importorskip("PySide6.QtGui", exc_type=ImportError)


def test_all_text_and_every_mark_arrive_in_the_document(qapp: object) -> None:
    comparison = every_kind()
    document = QtGui.QTextDocument()
    document.setHtml("".join(to_print_html(comparison, title="A <pair>")))
    plain = document.toPlainText()
    for side in (comparison.reference, comparison.candidate):
        for section in side.sections:
            assert section.of(side.text) in plain
    marks = dict(_marks(document))
    assert marks["old"] == marks["new"] == "underline"
    assert marks["big"] == "strike-out"
    assert marks["today"] == "bold"
    assert marks["harb\u043eur"] == "italic underline"
    assert marks["quay"] == "italic"


def _marks(document: object) -> list[tuple[str, str]]:
    """Return each stretch of text that has a format of its own, with what marks it."""
    found = []
    block = document.begin()  # type: ignore[attr-defined]
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            font = fragment.charFormat()
            names = (
                ("italic", font.fontItalic()),
                ("bold", font.fontWeight() >= QtGui.QFont.Weight.DemiBold),
                ("underline", font.fontUnderline()),
                ("strike-out", font.fontStrikeOut()),
            )
            found.append((fragment.text(), " ".join(name for name, on in names if on)))
            fragments += 1
        block = block.next()
    return found


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("12 May", "ltr"),
        ("12 \u05d0", "rtl"),
        ("\u0641\u062a\u062d", "rtl"),
        ("12", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_text_is_set_from_the_side_of_its_first_letter(text: str, side: str) -> None:
    assert direction(text) == side


def test_arabic_is_set_from_the_right_and_the_arrows_keep_their_direction(qapp: object) -> None:
    same = "\u0627\u0644\u0645\u062c\u0644\u0633 \u0642\u0631\u0631 \u064a\u0648\u0645 "
    comparison = of_texts(
        same + "\u0641\u062a\u062d " + same, same + "\u0645\u0631\u0641\u0623 " + same
    )
    assert len(comparison.ledger) == 1
    [entry] = comparison.ledger
    markup = "".join(to_print_html(comparison, title="t"))
    assert markup.count('dir="rtl"') == 2
    assert f"\u2068{entry.reference}\u2069 → <b>\u2068{entry.candidate}\u2069</b>" in markup
    document = QtGui.QTextDocument()
    document.setHtml(markup)
    sides = set()
    block = document.begin()
    while block.isValid():
        if same.strip() in block.text():
            sides.add(block.textDirection())
        block = block.next()
    assert [side.name for side in sides] == ["RightToLeft"]


def test_up_to_600_sections_are_drawn() -> None:
    texts = [f"w{n}x" for n in range(601)]
    pages = [
        to_html(
            cut("\n\n".join(texts[:n]), "none", tuple(("missing", t, None) for t in texts[:n])),
            title="t",
        )
        for n in (600, 601)
    ]
    assert ['class="map"' in page for page in pages] == [True, False]


def test_a_substitution_has_60_links_at_most() -> None:
    entries = [LedgerEntry("phone", "telephone", (0,) * n) for n in (60, 61)]
    pages = [
        to_html(dataclasses.replace(phone_rang(), ledger=(entry,)), title="t") for entry in entries
    ]
    links = [page.count('href="#c0"') for page in pages]
    assert links[0] == links[1] > 60
    assert pages[0].count("\u2026") + 1 == pages[1].count("\u2026")


def test_a_heading_has_room_for_a_name_of_40_characters() -> None:
    for size, is_short in ((38, False), (39, True)):
        named = dataclasses.replace(phone_rang().reference, name="d/" + "x" * size)
        page = to_html(dataclasses.replace(phone_rang(), reference=named), title="t")
        assert (f">{'x' * size}<" in page) is is_short


def test_substitutions_are_printed_in_three_columns() -> None:
    entries = tuple(LedgerEntry(f"a{n}", f"b{n}", (0,)) for n in range(4))
    page = "".join(to_print_html(dataclasses.replace(phone_rang(), ledger=entries), title="t"))
    assert page.count('<td width="33%"') == 4


def test_the_bands_of_the_overview_stand_at_its_edges_and_ribbons_between_them() -> None:
    page = to_html(every_kind(), title="Two texts")
    drawn = page.partition('class="overview"')[2].partition("</svg>")[0]
    height = float(re.findall(r'viewBox="0 0 \d+ (\d+)"', drawn)[0])
    tops = {float(top) for top in re.findall(r'<rect [^>]* y="(\d+)"', drawn)}
    (band,) = {float(found) for found in re.findall(r'height="(\d+)" rx', drawn)}
    assert tops == {0, height - band}
    begin, end = map(float, re.findall(r'd="M[\d.]+,(\d+) .*?,(\d+) H', drawn)[0])
    assert begin - band == height - band - end == 4


def test_two_sections_of_the_overview_are_two_units_apart() -> None:
    page = to_html(every_kind(), title="Two texts")
    first = re.findall(r'<rect [^>]*x="([\d.]+)" y="0" width="([\d.]+)"', page)
    places = [(float(x), float(width)) for x, width in first]
    assert len(places) > 1
    for (x, width), (following, _) in pairwise(places):
        assert following - x - width == pytest.approx(2, abs=0.2)
