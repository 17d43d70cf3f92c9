"""How quickly and how rightly documents are read: prints tables, asserts nothing.

    python -m tests.benchmarks.documents [--pages FILE.jsonl] [--encodings FOLDER]

Load times are of an article of some 1,000 words made from the sample pairs, in each format: cold
in a fresh interpreter that expects it, as the commands do, warm the best of five that follow; of
long texts the processor time. FILE.jsonl
has on each line ``html``, the path of a page relative to it, and ``text``, its article; FOLDER has
a folder per encoding.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import regex

from gui.documents import DocumentError, Reader, from_bytes, load
from gui.documents.pages.article import article
from gui.documents.pages.layout_tables import undo_layout_tables
from gui.documents.pages.markup import page_blocks, parse_page
from gui.documents.pages.unseen import set_apart
from gui.documents.text.decode import decode
from gui.documents.text.word_boundaries import find_tokens
from tests.documents.builders import docx, odt, pdf, word_paragraphs

ROOT = Path(__file__).parents[2]
COLD = (
    "import sys, time; start = time.perf_counter(); from gui.documents.reader import Reader;"
    "reader = Reader(); reader.expect(sys.argv[1:]); from gui.documents import load;"
    "load(sys.argv[1], reader=reader); print(time.perf_counter() - start); reader.close()"
)


def made_article() -> list[str]:
    paragraphs: list[str] = []
    for path in sorted((ROOT / "seeds").glob("*/reference.txt")):
        paragraphs += [p for p in path.read_text(encoding="utf-8").split("\n\n") if p.isascii()]
        if sum(len(p.split()) for p in paragraphs) > 1000:
            break
    return paragraphs


def in_every_format(paragraphs: list[str]) -> dict[str, bytes]:
    text = "\n\n".join(paragraphs)
    lines = [line for p in paragraphs for line in (*re.findall(r".{1,80}(?:\s|$)", p), "")]
    pages = [lines[i : i + 50] for i in range(0, len(lines), 50)]
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return {
        "text, UTF-8": text.encode(),
        "text, UTF-16": text.encode("utf-16"),
        "text, windows-1252": (text + " “é”").encode("cp1252"),
        "markdown.md": b"# " + text.encode(),
        "page.html": f"<!doctype html><html><body><h1>A day</h1>{body}</body></html>".encode(),
        "word.docx": docx(word_paragraphs(paragraphs)),
        "open.odt": odt("".join(f"<text:p>{escape(p)}</text:p>" for p in paragraphs)),
        "rich.rtf": b"{\\rtf1\\ansi " + "\\par ".join(paragraphs).encode() + b"}",
        "printed.pdf": pdf(
            [[(50, 800 - 15 * i, 10, t) for i, t in enumerate(page) if t] for page in pages]
        ),
    }


def load_times() -> None:
    print(f"{'':20} {'words':>6} {'cold':>8} {'warm':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, data in in_every_format(made_article()).items():
            path = Path(folder) / name
            path.write_bytes(data)
            cold = min(
                float(subprocess.check_output([sys.executable, "-c", COLD, path], cwd=ROOT))
                for _ in range(3)
            )
            warm = []
            with Reader() as reader:
                words = load(path, reader=reader).words
                for _ in range(5):
                    start = time.perf_counter()
                    load(path, reader=reader)
                    warm.append(time.perf_counter() - start)
            print(f"{name:20} {words:6} {cold * 1000:5.0f} ms {min(warm) * 1000:5.1f} ms")


def long_texts() -> None:
    """Processor time of reading long texts, beside counting words with a regular expression."""
    article = "\n\n".join(made_article())
    words = sorted(set(re.findall(r"[a-z]{1,6}", article)))
    line = " ".join(random.Random(1).choices(words, k=1_750_000))
    texts = {
        "100,000 words": "\n\n".join([article] * 84),
        "one line, 10 MB": line[:10_000_000],
        "1 MB, no space": "abcdefghij" * 100_000,
        "100,000 marks": "e" + "\u0301" * 100_000,
        "Chinese, 480,000": "市长今天在河边讲话。他说，桥要修三年！路也要修，钱不够。" * 16_600,
        "Thai, 480,000": "เรือข้ามฟากไม่ออกวันนี้ เพราะหงส์หลับอยู่ " * 11_000,
    }
    print(f"\n{'':20} {'load':>8} {'words':>8} {'ratio':>6}")
    for name, text in texts.items():
        data = text.encode()
        load_time = processor_time(partial(from_bytes, data, name="x"))
        peer = processor_time(partial(regex.findall, r"\w+", text))
        print(f"{name:20} {load_time:6.3f} s {peer:6.3f} s {load_time / peer:5.1f}x")


def processor_time(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def words_of(text: str) -> Counter[str]:
    spans, is_word = find_tokens(text)
    return Counter(s.of(text).lower() for s, w in zip(spans, is_word, strict=True) if w)


def f_score(found: Counter[str], wanted: Counter[str]) -> float:
    return 2 * (found & wanted).total() / max((found + wanted).total(), 1)


def body_alone(data: bytes) -> str:
    root = parse_page(decode(data).text)
    set_apart(root)
    undo_layout_tables(root)
    return "\n\n".join(p.text for p in article(root, page_blocks(root.body)) if p.kind == "body")


def page_scores(listed: Path) -> None:
    import trafilatura

    def bare(**options: Any) -> Callable[[bytes], str]:
        return lambda data: trafilatura.extract(data, **options) or ""

    readers: dict[str, Callable[[bytes], str]] = {
        "extractor bare": bare(),
        "without comments": bare(include_comments=False),
        "for precision": bare(include_comments=False, favor_precision=True),
        "our article's body": body_alone,
        "with its furniture": lambda data: from_bytes(data, name="page.html").text,
    }
    rows = [json.loads(line) for line in listed.read_text(encoding="utf-8").splitlines()]
    pages = [((listed.parent / row["html"]).read_bytes(), words_of(row["text"])) for row in rows]
    print(f"\nF of the words of {len(pages)} articles")
    for name, read in readers.items():
        scores = [f_score(words_of(read(data)), wanted) for data, wanted in pages]
        print(f"{name:20} {sum(scores) / len(scores):.4f}")


def encoding_scores(folder: Path) -> None:
    paths = sorted(path for path in folder.glob("*/*") if path.is_file())
    wrong = [line for path in paths for line in wrongly_read(path)]
    print(f"\n{len(paths) - len(wrong)} of {len(paths)} files read as their folder's encoding")
    print(*wrong, sep="\n")


def wrongly_read(path: Path) -> Iterable[str]:
    name = re.sub(r"^((?:iso-8859|windows)-\d+).*", r"\1", path.parent.name)
    name = {"MacCyrillic": "mac-cyrillic", "MacRoman": "mac-roman"}.get(name, name)
    data = path.read_bytes()
    try:
        read = decode(data)
        wanted = data.decode(name, "replace").removeprefix("\ufeff")
    except (DocumentError, LookupError) as error:
        yield f"  {path.parent.name}/{path.name}: {error}"
        return
    if read.text != wanted:
        yield f"  {path.parent.name}/{path.name}: {read.encoding}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--encodings", type=Path)
    arguments = parser.parse_args()
    load_times()
    long_texts()
    if arguments.pages:
        page_scores(arguments.pages)
    if arguments.encodings:
        encoding_scores(arguments.encodings)


if __name__ == "__main__":
    main()
