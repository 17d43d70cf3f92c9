"""Makes workbooks as spreadsheet programs save them, cell by cell."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
    '<xf numFmtId="22"/></cellXfs></styleSheet>'
)


def xlsx(
    sheets: Mapping[str, Iterable[str]],
    *,
    hidden: Sequence[str] = (),
    merged: Sequence[str] = (),
) -> bytes:
    """Return a workbook; the content of a sheet are rows as :func:`row` makes them."""
    packed = io.BytesIO()
    names, related = [], []
    for number, name in enumerate(sheets, start=1):
        state = ' state="hidden"' if name in hidden else ""
        names.append(f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"{state}/>')
        related.append(
            f'<Relationship Id="r{number}" Type="{_RELATIONS}/worksheet" '
            f'Target="worksheets/sheet{number}.xml"/>'
        )
    related.append(f'<Relationship Id="s" Type="{_RELATIONS}/styles" Target="styles.xml"/>')
    spans = "".join(f'<mergeCell ref="{span}"/>' for span in merged)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{"".join(names)}</sheets>'
            "</workbook>",
        )
        office = f'Id="w" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"'
        root = f'<Relationships xmlns="{_PACKAGE}"><Relationship {office}/></Relationships>'
        file.writestr("_rels/.rels", root)
        relations = f'<Relationships xmlns="{_PACKAGE}">{"".join(related)}</Relationships>'
        file.writestr("xl/_rels/workbook.xml.rels", relations)
        file.writestr("xl/styles.xml", _STYLES)
        for number, rows in enumerate(sheets.values(), start=1):
            with file.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True) as sheet:
                sheet.write(f'<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
                for each in rows:
                    sheet.write(each.encode())
                sheet.write(b"</sheetData>")
                if spans and number == 1:
                    sheet.write(f"<mergeCells>{spans}</mergeCells>".encode())
                sheet.write(b"</worksheet>")
    return packed.getvalue()


def row(number: int, *cells: str | int | float | bool | None, first: str = "A") -> str:
    """Return row *number* with *cells*, the first of them in column *first*."""
    made = []
    for place, value in enumerate(cells):
        name = f"{chr(ord(first) + place)}{number}"
        if isinstance(value, str) and value.startswith("<"):
            made.append(value.replace("<c", f'<c r="{name}"', 1))
        elif isinstance(value, str):
            made.append(f'<c r="{name}" t="inlineStr"><is><t>{escape(value)}</t></is></c>')
        elif isinstance(value, bool):
            made.append(f'<c r="{name}" t="b"><v>{int(value)}</v></c>')
        elif value is not None:
            made.append(f'<c r="{name}"><v>{value!r}</v></c>')
    return f'<row r="{number}">{"".join(made)}</row>'


def sheet(*rows: Sequence[str | int | float | bool | None]) -> list[str]:
    """Return *rows*, one below the other from the first on."""
    return [row(number, *cells) for number, cells in enumerate(rows, start=1)]


def ods(rows: Sequence[Sequence[str | float]], *, encrypted: bool = False) -> bytes:
    """Return an OpenDocument workbook with one sheet."""
    table = ""
    for cells in rows:
        table += "<table:table-row>"
        for value in cells:
            kind = "string" if isinstance(value, str) else "float"
            number = "" if isinstance(value, str) else f' office:value="{value!r}"'
            table += (
                f'<table:table-cell office:value-type="{kind}"{number}><text:p>{value}</text:p>'
                "</table:table-cell>"
            )
        table += "</table:table-row>"
    content = (
        f'<office:document-content xmlns:office="{_ODF}:office:1.0" '
        f'xmlns:table="{_ODF}:table:1.0" xmlns:text="{_ODF}:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="Pairs">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    inside = "<manifest:encryption-data/>" if encrypted else ""
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="content.xml">{inside}</manifest:file-entry>'
        "</manifest:manifest>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("content.xml", content)
        file.writestr("META-INF/manifest.xml", manifest)
    return packed.getvalue()
