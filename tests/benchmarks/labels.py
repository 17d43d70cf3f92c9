"""What a list of many pairs and its label file cost: ``python -m tests.benchmarks.labels [ROWS]``.

Prints seconds of the processor and of the clock for opening a list, deciding, writing and
opening again, and the memory at its highest. Nothing here is a test.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from gui.labels import DecisionContext, LabelStore, missing_document, read_pairs

JUDGED = DecisionContext("f" * 64, "e" * 64, False, 0.5123, 0.75, 3.2)


def measured(what: str, action: Callable[[], object]) -> None:
    processor, clock = time.process_time(), time.perf_counter()
    action()
    processor, clock = time.process_time() - processor, time.perf_counter() - clock
    print(f"{what:44} {processor:9.3f} s {clock:9.3f} s {memory():7.0f} MB")


def memory() -> float:
    try:
        import resource
    except ImportError:  # Windows
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(folder: Path, rows: int) -> None:
    (folder / "a.txt").write_text("A text.", encoding="utf-8")
    path = folder / "pairs.csv"
    lines = "".join(f"pair-{n},a.txt,a.txt,topic {n}\r\n" for n in range(rows))
    path.write_text("id,reference,candidate,topic\r\n" + lines, encoding="utf-8", newline="")
    pairs = read_pairs(path).pairs

    def store() -> LabelStore:
        made = LabelStore(folder / "labels.csv", journal_folder=folder / "state", annotator="a")
        made.open()
        return made

    def decide(store: LabelStore, numbers: range, *, each: bool) -> None:
        for number in numbers:
            store.label(pairs[number], "copy", JUDGED)
            if each:
                store.project()

    print(f"{rows:,} rows" + " " * 32 + "processor       clock   highest")
    measured("open the pair list", lambda: read_pairs(path))
    measured(
        "look for all documents", lambda: [missing_document(pair, path.parent) for pair in pairs]
    )
    labels = store()
    measured("label the first 100, each written", lambda: decide(labels, range(100), each=True))
    middle = range(100, rows - 100)
    measured("journal all but the last 100", lambda: decide(labels, middle, each=False))
    measured("write them into the label file", labels.project)
    last = range(rows - 100, rows)
    measured("label the last 100, each written", lambda: decide(labels, last, each=True))
    measured("label 20 anew, each written", lambda: decide(labels, range(20), each=True))
    measured("open label file and journal again", store)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        run(Path(name), int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
