"""Whatever a document names - pictures, style sheets, parts, entities - it is never fetched."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.documents.builders import archive, pdf
from tests.documents.formats.test_epub import XHTML
from tests.documents.formats.test_epub import book as epub_parts

SAID = "The loudspeaker said that the ferry would wait for the swans on the car deck until noon."
PROSE = [
    SAID,
    "Nobody on board had asked for it, and nobody complained about the hours in the harbour.",
    "When the swans had left of their own accord, the ferry followed them at some distance.",
]
SECRET = "swordfish"
HOST = "http://127.0.0.1:9"
# Entities that stand in files, one of which is there, and on the network.
ENTITIES = f"""[<!ENTITY secret SYSTEM "file://WANTED"> <!ENTITY name SYSTEM "file:///etc/hostname">
<!ENTITY far SYSTEM "{HOST}/entity"> <!ENTITY % more SYSTEM "{HOST}/more.dtd">]"""
USED = "&secret; &name; &far;"
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in PROSE)
# Everything that a browser would fetch.
FETCHED = f"""<link rel="stylesheet" href="file://WANTED"><base href="{HOST}/">
<script src="{HOST}/x.js"></script><meta http-equiv="refresh" content="0;url=//host/x">
<style>@import url("{HOST}/x.css"); p {{ background: url(file://WANTED) }}</style>"""
SHOWN = f"""<h1>Swans</h1><img src="file://WANTED" srcset="{HOST}/2.png 2x">
<iframe src="WANTED"></iframe><object data="WANTED"></object><embed src="//host/share/e">
<video src="{HOST}/v"></video>{PARAGRAPHS}"""
PAGE = f"<html><head>{FETCHED}</head><body background='//host/b.png'>{SHOWN}</body></html>"
WITH_ENTITIES = f"""<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="{HOST}/x.xsl"?>
<!DOCTYPE html {ENTITIES}>{PAGE.replace("<p>", f"<p>{USED} ", 1)}"""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = "http://schemas.openxmlformats.org/package/2006/relationships"
TARGETS = (f"{HOST}/far.html", "file://WANTED", "WANTED", "//host/share/far.html")


def word_file() -> dict[str, str | bytes]:
    """A Word file whose inserted documents, template and notes are said to be elsewhere."""
    roles = ("aFChunk", "attachedTemplate", "footnotes", "image", "subDocument")
    related = "".join(
        f'<Relationship Id="r{n}{role}" Type="{OFFICE}/{role}" Target="{target}"'
        ' TargetMode="External"/>'
        for n, target in enumerate(TARGETS)
        for role in roles
    )
    chunks = "".join(f'<w:altChunk r:id="r{n}aFChunk"/>' for n in range(len(TARGETS)))
    texts = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in PROSE)
    return {
        "word/document.xml": f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}">'
        f"<w:body>{texts}{chunks}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{NAMES}">{related}</Relationships>',
    }


def flat_odt() -> str:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "drawing")
    )
    linked = f'<text:section-source xlink:href="{HOST}/part.odt"/>'
    image = '<drawing:image xlink:href="file://WANTED"/>'
    texts = "".join(f"<text:p>{text}</text:p>" for text in PROSE)
    return (
        f'<?xml version="1.0"?><office:document {spaces} xmlns:xlink="http://www.w3.org/1999/xlink">'
        f'<office:body><office:text><text:section text:name="s">{linked}{texts}</text:section>'
        f"<text:p>{image}</text:p></office:text></office:body></office:document>"
    )


def saved_page() -> str:
    return (
        "From: <Saved by a browser>\nMIME-Version: 1.0\n"
        f'Content-Location: {HOST}/page\nContent-Type: multipart/related; boundary="b"\n\n'
        f"--b\nContent-Type: text/html; charset=utf-8\n\n{PAGE}\n"
        f'--b\nContent-Type: message/external-body; access-type=URL; URL="{HOST}/body"\n\n'
        "Content-Type: text/html\n\n--b--\n"
    )


def feed() -> str:
    inside = PAGE.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f'<?xml version="1.0"?><?xml-stylesheet href="{HOST}/feed.css"?><!DOCTYPE rss {ENTITIES}>'
        '<rss xmlns:xi="http://www.w3.org/2001/XInclude"><channel><item>'
        f"<title>Swans {USED}</title>"
        f'<link>{HOST}/article</link><enclosure url="{HOST}/e.mp3"/><xi:include href="WANTED"/>'
        f"<description>{inside}</description></item></channel></rss>"
    )


def hungry_files(wanted: Path) -> dict[str, bytes]:
    """Files of each format that want the network, and the file *wanted*, to be read."""
    linked = " ".join(f"![{text}]({HOST}/p.png) <img src=file://WANTED>" for text in PROSE)
    field = f'{{\\field{{\\*\\fldinst INCLUDETEXT "{HOST}/t"}}{{\\fldrslt x}}}}'
    book = epub_parts({"a.xhtml": WITH_ENTITIES}, ["a.xhtml"])
    listed = str(book["OEBPS/book.opf"])
    far = f'<item id="far" href="{HOST}/a.xhtml" media-type="{XHTML}"/></manifest>'
    article = {"@type": "NewsArticle", "image": f"{HOST}/i", "articleBody": "\n\n".join(PROSE)}
    texts: dict[str, str | dict[str, str | bytes]] = {
        "page.html": PAGE,
        "page.xhtml": WITH_ENTITIES,
        "book.epub": book | {"OEBPS/book.opf": listed.replace("</manifest>", far)},
        "page.mhtml": saved_page(),
        "letter.eml": saved_page().replace("From: <Saved", "Subject: Swans\nFrom: <Sent", 1),
        "feed.xml": feed(),
        "article.json": json.dumps(article),
        "word.docx": word_file(),
        "flat.fodt": flat_odt(),
        "notes.md": f"# Swans\n\n{SAID} {linked}\n\n[part]: {HOST}/part.md\n",
        "letter.rtf": "{\\rtf1\\ansi{\\*\\template WANTED} " + "\\par ".join(PROSE) + field + "}",
    }
    lines = [(50.0, 700.0 - 20 * n, 10.0, text) for n, text in enumerate(PROSE)]
    files = {"print.pdf": pdf([lines])}
    for name, text in texts.items():
        if isinstance(text, str):
            files[name] = text.replace("WANTED", str(wanted)).encode()
        else:
            files[name] = archive(
                {part: str(said).replace("WANTED", str(wanted)) for part, said in text.items()}
            )
    return files


READ = f"""
import sys
from pathlib import Path
asked = []
def watch(event, arguments):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "urllib", "subprocess")):
        asked.append(event)
sys.addaudithook(watch)
from gui.documents.document import ReadingOptions
from gui.documents.extraction import read_contents
for name in sys.argv[1:]:
    for whole in (False, True):
        text = read_contents(Path(name).read_bytes(), ReadingOptions(name, whole_page=whole)).text
        assert {SAID[4:15]!r} in text, (name, text)
        assert {SECRET!r} not in text, (name, text)
print(asked)
"""


def test_nothing_is_ever_requested(tmp_path: Path) -> None:
    wanted = tmp_path / "wanted.txt"
    wanted.write_text(SECRET)
    names = []
    for name, data in hungry_files(wanted).items():
        path = tmp_path / name
        path.write_bytes(data)
        names.append(str(path))
    check_that_nothing_is_requested(tmp_path, READ, names)


# A page that was fetched before, and a list that names others and it.
READ_SNAPSHOTS = f"""
import sys
from pathlib import Path
asked = []
def watch(event, arguments):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "urllib")):
        asked.append(event)
sys.addaudithook(watch)
from gui.documents import load
from gui.documents.web.page_request import Exchange
from gui.documents.web.snapshots import keep
from gui.labels.pairs.pair_paths import found_sources
from gui.labels.pairs.pair_sources import read_pairs
from gui.labels.pairs.pair_table import missing_document
page, listed = map(Path, sys.argv[1:])
url = "{HOST}/swans"
head = b"HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\nLink: <{HOST}/x.css>\\r\\n\\r\\n"
said = Exchange(url, "2026-02-03T04:05:06.789Z", "", b"GET / HTTP/1.1\\r\\n\\r\\n", head,
                page.read_bytes())
assert {SAID[4:15]!r} in load(keep(url, [said])).text
pairs = read_pairs(listed)
missing = [missing_document(pair, pairs.folder) for pair in pairs.pairs]
assert [why is None for why in missing] == [True, False], missing
assert {SAID[4:15]!r} in load(found_sources(pairs.pairs[0], pairs.folder)[0]).text
print(asked)
"""


def test_neither_snapshots_nor_lists_of_links_request_anything(tmp_path: Path) -> None:
    page, listed = tmp_path / "page.html", tmp_path / "pairs.csv"
    page.write_text(PAGE.replace("WANTED", str(tmp_path / "wanted.txt")))
    rows = ("reference,candidate", f"{HOST}/swans,{HOST}/swans", f"{HOST}/swans,{HOST}/other")
    listed.write_text("\n".join(rows))
    check_that_nothing_is_requested(tmp_path, READ_SNAPSHOTS, [str(page), str(listed)])


def check_that_nothing_is_requested(tmp_path: Path, program: str, arguments: list[str]) -> None:
    """Run *program* and look, where that can be done, at what it asks the system for."""
    command = [sys.executable, "-c", program, *arguments]
    log = tmp_path / "strace.log"
    strace = shutil.which("strace")
    if strace and subprocess.run([strace, "-o", log, "true"], capture_output=True).returncode == 0:
        command = [strace, "-f", "-e", "trace=network,file", "-o", str(log), *command]
    else:
        log.write_text("")
    root = Path(__file__).parents[2]
    ended = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
    )
    assert ended.stdout == "[]\n", ended.stderr
    calls = log.read_text(errors="replace").splitlines()
    calls = [call for call in calls if "execve(" not in call]
    for sign in ("connect(", "sendto(", "sendmsg(", "wanted.txt", "/etc/hostname"):
        assert [call for call in calls if sign in call] == []
