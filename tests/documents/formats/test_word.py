"""Word files as people have them: parts anywhere, tracked changes, what is seen and what is not."""

from __future__ import annotations

import pytest

from gui.documents import Document
from tests.documents.builders import ODF, WORD, archive, docx, odt, word_paragraphs, word_part
from tests.documents.shared_reader import from_bytes, hidden, message, sections, seen

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
STORY = ["The gulls moved to the mill.", "Nobody had asked them to."]


def related(*targets: tuple[str, str]) -> str:
    return (
        f'<Relationships xmlns="{RELATIONS}">'
        + "".join(
            f'<Relationship Id="r{n}" Type="{OFFICE}/{role}" Target="{target}"/>'
            for n, (role, target) in enumerate(targets, start=1)
        )
        + "</Relationships>"
    )


def typed(main: str) -> str:
    return f'<Types xmlns="{TYPES}"><Override PartName="{main}" ContentType="{MAIN}"/></Types>'


def package(main: str, body: str, more: dict[str, str] | None = None) -> bytes:
    """A Word file whose text is in the part *main*, with *more* parts."""
    return archive(
        {
            "[Content_Types].xml": typed(f"/{main}"),
            "_rels/.rels": related(("officeDocument", main)),
            main: word_part(body),
            **(more or {}),
        }
    )


def run(text: str, properties: str = "") -> str:
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def notices(document: Document) -> dict[str, tuple[int, str]]:
    return {n.code: (n.count, str(n.message)) for n in document.notices}


@pytest.mark.parametrize("main", ["word/document7.xml", "WORD/Story.xml", "text/main.xml"])
def test_the_text_is_found_through_the_relationships(main: str) -> None:
    document = from_bytes(package(main, word_paragraphs(STORY)), name="x")
    assert (document.format, sections(document)) == ("docx", STORY)


def test_names_are_found_in_any_case_and_with_any_slash() -> None:
    data = archive(
        {
            "[content_types].XML": typed("/word/document.xml"),
            "_RELS\\.rels": related(("officeDocument", "word\\document.xml")),
            "Word\\DOCUMENT.xml": word_part(word_paragraphs(STORY)),
            "Word\\_rels\\document.XML.rels": related(("footnotes", "Notes.xml")),
            "word\\notes.xml": word_part(word_paragraphs(["A note"])),
        }
    )
    assert sections(from_bytes(data, name="x")) == [*STORY, "A note"]


def test_a_relationship_is_followed_to_parts_of_the_file_only() -> None:
    rels = related(("officeDocument", "../../etc/passwd")).replace(
        "<Relationship ", '<Relationship TargetMode="External" '
    )
    data = archive({"_rels/.rels": rels, "word/document.xml": word_part(word_paragraphs(STORY))})
    assert sections(from_bytes(data, name="x")) == STORY


def test_other_office_files_with_relationships_are_still_refused() -> None:
    data = archive(
        {"_rels/.rels": related(("officeDocument", "xl/workbook.xml")), "XL/workbook.xml": "<x/>"}
    )
    assert "spreadsheet" in message(data)


def test_symbols_are_the_signs_that_their_font_shows() -> None:
    body = (
        "<w:p>" + run("From 3 ")
        + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 2 </w:t></w:r>'
        + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        + '<w:r><w:sym w:font="Arial" w:char="20AC"/><w:sym w:font="Symbol" w:char="?"/></w:r>'
        + run("\uf061", '<w:rFonts w:ascii="Symbol"/>') + "</w:p>"
    )  # fmt: skip
    assert from_bytes(docx(body), name="x").text == "From 3 ≥ 2 ✓€?α"


@pytest.mark.parametrize(
    ("equation", "text"),
    [
        ("<m:r><m:t>a=b</m:t></m:r>", "a=b"),
        (
            "<m:sSup><m:e><m:r><m:t>v</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup>"
            "</m:sSup>",
            "v²",
        ),
        (
            "<m:f><m:num><m:r><m:t>a+1</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den>"
            "</m:f>",
            "(a+1)/b",
        ),
        (
            "<m:f><m:num><m:r><m:t>∞</m:t></m:r></m:num><m:den><m:r><m:t>−x</m:t></m:r></m:den>"
            "</m:f>",
            "∞/(−x)",
        ),
        ("<m:rad><m:deg/><m:e><m:r><m:t>x</m:t></m:r></m:e></m:rad>", "√x"),
        ("<m:d><m:e><m:r><m:t>x</m:t></m:r></m:e></m:d>", "(x)"),
    ],
)
def test_equations_are_text(equation: str, text: str) -> None:
    inline = f"<w:p>{run('So ')}<m:oMath {MATH}>{equation}</m:oMath>{run(' holds.')}</w:p>"
    alone = f"<m:oMathPara {MATH}><m:oMath>{equation}</m:oMath></m:oMathPara>"
    assert sections(from_bytes(docx(inline + alone), name="x")) == [f"So {text} holds.", text]


CHUNKS = {
    "html": "<html><body><p>One inside.</p><p>Two inside.</p></body></html>",
    "txt": "One inside.\n\nTwo inside.",
    "rtf": "{\\rtf1\\ansi One inside.\\par Two inside.}",
}


def with_chunk(name: str, chunk: str | bytes) -> bytes:
    chunk_at = f'<w:altChunk xmlns:r="{OFFICE}" r:id="r1"/>'
    parts: dict[str, str | bytes] = {
        "word/document.xml": word_part(word_paragraphs(["Before."]) + chunk_at
                                       + word_paragraphs(["After."])),
        "word/_rels/document.xml.rels": related(("aFChunk", name)),
        f"word/{name}": chunk,
    }  # fmt: skip
    return archive(parts)


@pytest.mark.parametrize("format", CHUNKS)
def test_documents_inside_stand_where_they_are_shown(format: str) -> None:
    document = from_bytes(with_chunk(f"part.{format}", CHUNKS[format]), name="x")
    assert sections(document) == ["Before.", "One inside.", "Two inside.", "After."]


def test_a_word_file_inside_is_read_once_and_no_deeper() -> None:
    inner = with_chunk("more.docx", docx(word_paragraphs(["Too deep."])))
    document = from_bytes(with_chunk("part.docx", inner), name="x")
    assert sections(document) == ["Before.", "Before.", "After.", "After."]


def test_a_document_inside_that_cannot_be_read_is_said_to_be_missing() -> None:
    document = from_bytes(with_chunk("part.bin", b"\x89PNG"), name="x")
    assert sections(document) == ["Before.", "After."]
    assert notices(document)["unread-parts"][0] == 1


def test_a_reading_aid_stands_behind_its_base() -> None:
    ruby = f"<w:ruby><w:rt>{run('きょうと')}</w:rt><w:rubyBase>{run('京都')}</w:rubyBase></w:ruby>"
    assert from_bytes(docx(f"<w:p>{ruby}{run('の駅')}</w:p>"), name="x").text == "京都きょうとの駅"


W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_NO_FILL = f"<w14:textFill {W14}><w14:noFill/></w14:textFill>"
_OUTLINE = f"<w14:textOutline {W14} w14:w='9525'><w14:solidFill/></w14:textOutline>"


def filled(colour: str) -> str:
    return f"<w14:textFill {W14}><w14:solidFill>{colour}</w14:solidFill></w14:textFill>"


HIDING = [
    _NO_FILL,
    f"<w14:textOutline {W14}><w14:noFill/></w14:textOutline>{_NO_FILL}",
    '<w:color w:val="000000"/>' + filled('<w14:srgbClr w14:val="FFFFFF"/>'),
    filled('<w14:schemeClr w14:val="bg1"/>'),
    filled('<w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr>'),
    "<w:vanish/>",
    '<w:vanish w:val="true"/>',
    '<w:sz w:val="2"/>',
    '<w:color w:val="ffffff"/>',
    '<w:rStyle w:val="Derived"/>',
    '<w:color w:val="FEFEFE"/>',
    '<w:color w:val="auto" w:themeColor="background1"/>',
    '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>',
    '<w:color w:val="112233"/><w:shd w:val="clear" w:fill="11223B"/>',
    '<w:rStyle w:val="White"/>',
    '<w:rStyle w:val="Tiny"/>',
    '<w:rStyle w:val="Tiny"/><w:color w:val="000000"/>',
]
STYLES = (
    f'<w:styles xmlns:w="{WORD}"><w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Derived"><w:basedOn w:val="Secret"/></w:style>'
    '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:styleId="White"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:styleId="Tiny"><w:basedOn w:val="Loop"/><w:rPr><w:sz w:val="1"/></w:rPr></w:style>'
    '<w:style w:styleId="Dark"><w:pPr><w:shd w:val="clear" w:fill="000000"/></w:pPr>'
    "</w:style></w:styles>"
)


@pytest.mark.parametrize(("between", "is_hidden"), [(20, True), (21, False)])
def test_a_style_is_based_on_20_others(between: int, is_hidden: bool) -> None:
    chain = "".join(
        f'<w:style w:styleId="S{n}"><w:basedOn w:val="S{n + 1}"/></w:style>' for n in range(between)
    )
    chain += f'<w:style w:styleId="S{between}"><w:rPr><w:vanish/></w:rPr></w:style>'
    styles = f'<w:styles xmlns:w="{WORD}">{chain}</w:styles>'
    styled = run(" Unseen.", '<w:rStyle w:val="S0"/>')
    body = f"<w:p>{run('Seen.')}{styled}</w:p>"
    document = from_bytes(package("word/document.xml", body, {"word/styles.xml": styles}), name="x")
    assert bool(hidden(document)) is is_hidden


@pytest.mark.parametrize("properties", HIDING)
def test_hidden_text_is_told_apart(properties: str) -> None:
    body = f"<w:p>{run('Seen.')}{run(' Unseen words 4711.', properties)}</w:p>"
    document = from_bytes(package("word/document.xml", body, {"word/styles.xml": STYLES}), name="x")
    assert (seen(document), hidden(document)) == (["Seen."], ["Unseen words 4711."])
    assert document.text == "Seen. Unseen words 4711."
    assert notices(document)["hidden-text"] == (
        3,
        "3 words are hidden from readers; they are marked in the text: “Unseen words 4711”.",
    )


@pytest.mark.parametrize(
    "properties",
    [
        _OUTLINE + _NO_FILL,
        '<w:color w:val="FFFFFF"/>' + _OUTLINE,
        '<w:color w:val="FFFFFF"/>' + filled('<w14:schemeClr w14:val="tx1"/>'),
        '<w:color w:val="FFFFFF"/>' + filled('<w14:srgbClr w14:val="102030"/>'),
        f'<w:color w:val="FFFFFF"/><w14:textFill {W14}><w14:gradFill/></w14:textFill>',
        filled('<w14:srgbClr w14:val="000000"><w14:alpha w14:val="x"/></w14:srgbClr>'),
        '<w:vanish w:val="0"/>',
        '<w:vanish w:val="false"/><w:rStyle w:val="Secret"/>',
        '<w:rStyle w:val="Loop"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>',
        '<w:color w:val="112233"/><w:shd w:val="clear" w:fill="11223C"/>',
        '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>',
        '<w:rStyle w:val="White"/><w:color w:val="000000"/>',
        '<w:rStyle w:val="White"/><w:highlight w:val="black"/>',
        '<w:rStyle w:val="Tiny"/><w:sz w:val="24"/>',
    ],
)  # fmt: skip
def test_what_only_looks_like_hidden_text_is_shown(properties: str) -> None:
    body = f"<w:p>{run('Seen.', properties)}</w:p>"
    document = from_bytes(package("word/document.xml", body, {"word/styles.xml": STYLES}), name="x")
    assert (document.text, notices(document)) == ("Seen.", {})


@pytest.mark.parametrize(
    ("style", "told"), [("White", ["Unseen."]), ("Tiny", ["Unseen."]), ("Dark", [])]
)
def test_the_style_of_a_paragraph_may_hide_it(style: str, told: list[str]) -> None:
    is_style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    colour = '<w:color w:val="FFFFFF"/>' if style == "Dark" else ""
    body = f"<w:p>{run('Seen.')}</w:p><w:p>{is_style}{run('Unseen.', colour)}</w:p>"
    document = from_bytes(package("word/document.xml", body, {"word/styles.xml": STYLES}), name="x")
    assert hidden(document) == told


def test_what_was_moved_is_no_deletion_and_a_deleted_cell_is_one() -> None:
    gone = "<w:pPr><w:rPr><w:moveFrom w:id='1'/></w:rPr></w:pPr>"
    moved = f"<w:p>{gone}<w:moveFrom w:id='2'>{run('Two.')}</w:moveFrom></w:p>"
    there = f"<w:p><w:moveTo w:id='3'>{run('Two.')}</w:moveTo></w:p>"
    document = from_bytes(docx(f"{moved}<w:p>{run('One.')}</w:p>{there}"), name="x")
    assert (sections(document), notices(document)) == (["One.", "Two."], {})
    cell = "<w:tc>{}<w:p>{}</w:p></w:tc>"
    cells = cell.format("<w:tcPr><w:cellDel w:id='1'/></w:tcPr>", run("Old"))
    cells += cell.format("", run("New"))
    document = from_bytes(docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"), name="x")
    assert (document.text, set(notices(document))) == ("New", {"deletions"})


def test_tracked_deletions_read_as_accepted() -> None:
    gone = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
    mark = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    row = f"<w:tr><w:trPr><w:del w:id='2'/></w:trPr><w:tc>{word_paragraphs(['row'])}</w:tc></w:tr>"
    body = (
        f"<w:p>{mark}{run('The gulls ')}</w:p><w:p>{gone}{run('moved.')}</w:p>"
        f"<w:p>{mark}{gone}</w:p><w:tbl>{row}</w:tbl><w:p>{run('End')}</w:p><w:p>{mark}</w:p>"
    )
    document = from_bytes(docx(body), name="x")
    assert sections(document) == ["The gulls moved.", "End"]
    assert notices(document)["deletions"][0] == 6


def test_a_box_or_note_does_not_cut_its_paragraph() -> None:
    box = f"<w:r><w:txbxContent>{word_paragraphs(['Box'])}</w:txbxContent></w:r>"
    document = from_bytes(docx(f"<w:p>{run('The gulls ')}{box}{run('moved.')}</w:p>"), name="x")
    assert sections(document) == ["The gulls moved.", "Box"]
    frame = "<draw:frame xmlns:draw='d'><text:p>Box</text:p></draw:frame>"
    document = from_bytes(odt(f"<text:p>The gulls {frame}moved.</text:p>"), name="x")
    assert sections(document) == ["The gulls moved.", "Box"]


def test_short_cells_have_less_than_100_characters() -> None:
    for length, is_line in ((99, True), (100, False)):
        cells = "".join(
            f"<w:tc>{word_paragraphs([text])}</w:tc>" for text in ("Mill", "x" * length)
        )
        document = from_bytes(docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"), name="x")
        assert (len(sections(document)) == 1) is is_line


def test_a_row_of_short_cells_is_a_line() -> None:
    def table(*cells: str) -> str:
        inside = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
        return f"<w:tbl><w:tr>{inside}</w:tr></w:tbl>"

    long = "The gulls moved to the mill. " * 5
    short = word_paragraphs(["Mill"])
    body = table(short, word_paragraphs(["Open"])) + table(word_paragraphs([long]), short)
    body += table(short, word_paragraphs(STORY)) + table(table(short, short), "<w:p/>")
    assert sections(from_bytes(docx(body), name="x")) == [
        "Mill\tOpen",
        long.strip(),
        "Mill",
        "Mill",
        *STORY,
        "Mill\tMill",
    ]


def test_hidden_and_deleted_text_of_opendocument_is_told_apart() -> None:
    styles = (
        "<style:style style:name='S'><style:text-properties text:display='none'/></style:style>"
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>Seen<text:span text:style-name='S'> not seen</text:span>.</text:p>"
    )
    document = from_bytes(odt(body, styles=styles), name="x")
    assert (seen(document), hidden(document)) == (["Seen."], ["not seen"])
    assert {code: count for code, (count, _) in notices(document).items()} == {
        "deletions": 1,
        "hidden-text": 2,
    }


FO = f'xmlns:fo="{ODF}:xsl-fo-compatible:1.0"'
LOOKS = [
    "fo:color='#ffffff'",
    "fo:color='#fdfdfd'",
    "fo:font-size='1pt'",
    "fo:color='#ff0000' fo:background-color='#ff0000'",
    "text:display='none'",
]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("where", ["span", "paragraph", "derived"])
def test_opendocument_hides_text_by_its_look(look: str, where: str) -> None:
    style = f"<style:style style:name='S'><style:text-properties {FO} {look}/></style:style>"
    style += "<style:style style:name='D' style:parent-style-name='S'/>"
    if where == "paragraph":
        body = "<text:p>Seen.</text:p><text:p text:style-name='S'>Not seen.</text:p>"
    else:
        name = "D" if where == "derived" else "S"
        body = f"<text:p>Seen.<text:span text:style-name='{name}'> Not seen.</text:span></text:p>"
    document = from_bytes(odt(body, styles=style), name="x")
    assert (seen(document), hidden(document)) == (["Seen."], ["Not seen."])


@pytest.mark.parametrize(("between", "is_hidden"), [(20, True), (21, False)])
def test_a_style_of_opendocument_is_based_on_20_others(between: int, is_hidden: bool) -> None:
    chain = "".join(
        f"<style:style style:name='S{n}' style:parent-style-name='S{n + 1}'/>"
        for n in range(between)
    )
    chain += f"<style:style style:name='S{between}'><style:text-properties {FO} {LOOKS[0]}/>"
    body = "<text:p>Seen.<text:span text:style-name='S0'> Not seen.</text:span></text:p>"
    document = from_bytes(odt(body, styles=f"{chain}</style:style>"), name="x")
    assert bool(hidden(document)) is is_hidden


@pytest.mark.parametrize(
    "body",
    [
        "<text:p>Seen.</text:p><text:section text:display='none'><text:p>Not seen.</text:p>"
        "</text:section>",
        "<text:p>Seen.<text:hidden-text text:is-hidden='true' text:string-value='Not seen.'/>"
        "</text:p>",
        "<text:p>Seen.</text:p><text:p><text:hidden-paragraph text:is-hidden='true'/>Not seen."
        "</text:p>",
    ],
)
def test_opendocument_hides_text_by_fields_and_sections(body: str) -> None:
    document = from_bytes(odt(body), name="x")
    assert (seen(document), hidden(document)) == (["Seen."], ["Not seen."])


def test_white_type_of_opendocument_on_a_ground_is_seen() -> None:
    white = "fo:color='#ffffff'"
    styles = (
        f"<style:style style:name='S'><style:text-properties {FO} {white}/></style:style>"
        f"<style:style style:name='G'><style:paragraph-properties {FO} "
        f"fo:background-color='#000000'/><style:text-properties {FO} {white}/></style:style>"
        "<style:style style:name='B'><style:text-properties " + FO + " fo:color='#000000'/>"
        "</style:style>"
    )
    body = (
        "<text:p text:style-name='G'>White on black.</text:p>"
        "<text:p text:style-name='S'><text:span text:style-name='B'>Black again.</text:span>"
        "</text:p>"
    )
    document = from_bytes(odt(body, styles=styles), name="x")
    assert (sections(document), hidden(document)) == (["White on black.", "Black again."], [])
