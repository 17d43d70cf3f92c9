"""How quick the window is: start, label to next pair, long pairs, memory, stalls.

    python -m tests.benchmarks.window [--quick] [--beside CHECKOUT] [REFERENCE CANDIDATE]

Needs a display and xdotool (``xvfb-run -s "-screen 0 1920x1080x24"`` gives both a screen of
their own; a window manager such as openbox makes focus real). Prints a table and asserts
nothing: the figures depend on the machine. Meld is started beside it where it is installed, and
so is another version of Copydesk in the folder CHECKOUT (``git worktree add CHECKOUT TAG``), in
turn, so that what else the machine does is shared alike. Both are compiled first, as installed
programs are.
"""

from __future__ import annotations

import os
import queue
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gui.labels import DecisionContext, LabelStore, read_pairs

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
_MELD_WINDOW = ("xdotool", "search", "--onlyvisible", "--class", "meld")
_STARTS = 5
_SEEN = 0.17  # seconds to wait after a pair's paint: the guard wants 0.15


class Probe:
    """A running window and what it says."""

    def __init__(
        self,
        *arguments: object,
        guard: bool = True,
        home: Path | None = None,
        root: Path = ROOT,
    ) -> None:
        """*home* has what windows before this one left; without it everything is new.

        *root* is the checkout whose window it is.
        """
        self.begun = time.monotonic()
        self.home = tempfile.TemporaryDirectory()
        names = ("CONFIG", "STATE", "DATA")
        folders = {f"XDG_{name}_HOME": f"{home or self.home.name}/{name}" for name in names}
        options = [] if guard else ["--no-guard"]
        command = [sys.executable, "-m", "tests.benchmarks.window_probe", *options]
        self.process = subprocess.Popen(
            [*command, *map(str, arguments)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=root,
            env={**os.environ, **folders, "PYTHONPATH": str(root)},
        )
        self.events: queue.Queue[list[str]] = queue.Queue()
        self.stalls: list[float] = []
        self.measured = 0  # pairs
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            event = line.split()
            if event[0] == "stall":
                self.stalls.append(float(event[2]))
            elif event[0] == "measured":
                self.measured = int(event[2])
            self.events.put(event)
        self.events.put(["end", "0"])

    def wait_for(self, wanted: str, seconds: float = 30) -> float:
        """When *wanted* happened next, on the monotonic clock."""
        deadline = time.monotonic() + seconds
        while True:
            event = self.events.get(timeout=max(0.01, deadline - time.monotonic()))
            if event[0] == wanted:
                return float(event[1])
            if event[0] == "end":
                raise RuntimeError("the window ended")

    def wait_for_measured(self, count: int, seconds: float) -> None:
        """Wait until so many pairs are measured."""
        deadline = time.monotonic() + seconds
        while self.measured < count:
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise RuntimeError(f"only {self.measured} of {count} pairs were measured")
            time.sleep(0.01)

    def memory(self) -> float:
        """Resident megabytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0

    def close(self) -> float:
        """End it by SIGTERM; the seconds that took."""
        begun = time.monotonic()
        self.process.terminate()
        self.process.wait(timeout=20)
        self.home.cleanup()
        return time.monotonic() - begun


@contextmanager
def probing(
    *arguments: object, guard: bool = True, home: Path | None = None, root: Path = ROOT
) -> Iterator[Probe]:
    probe = Probe(*arguments, guard=guard, home=home, root=root)
    try:
        yield probe
    finally:
        probe.close()


def compile_all(root: Path) -> None:
    """Compile the program in the checkout *root*; without that each start would do it anew.

    So it is where ``PYTHONDONTWRITEBYTECODE`` is set, and it takes longer the more code there is.
    """
    folders = (str(root / "gui"), str(root / "tests" / "benchmarks"))
    subprocess.run([sys.executable, "-m", "compileall", "-q", *folders], check=True)


def press(key: str) -> None:
    """Press a key as a keyboard does."""
    subprocess.run(["xdotool", "key", key], check=True)


def start_time(reference: Path, candidate: Path, folder: Path, root: Path = ROOT) -> float:
    """Seconds from the command to the painted, marked pair."""
    with probing(reference, candidate, "--labels", folder / "start.csv", root=root) as probe:
        return probe.wait_for("marked") - probe.begun


def meld_time(reference: Path, candidate: Path) -> float | None:
    """Seconds from Meld's command to its window, which is before it has marked anything."""
    if shutil.which("meld") is None:
        return None
    deadline = time.monotonic() + 10
    while subprocess.run(_MELD_WINDOW, capture_output=True, check=False).stdout.strip():
        if time.monotonic() > deadline:
            return None  # it is open for another reason
        time.sleep(0.1)  # the one before is still going
    begun = time.monotonic()
    process = subprocess.Popen(
        ["meld", str(reference), str(candidate)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while time.monotonic() - begun < 20:
            found = subprocess.run(_MELD_WINDOW, capture_output=True, check=False)
            if found.stdout.strip():
                return time.monotonic() - begun
    finally:
        with suppress(ProcessLookupError):  # a window left behind would take the keys of the next
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return None


def label_times(probe: Probe, pairs: int) -> list[float]:
    """Seconds from the label key's arrival to the next pair painted, for each pair but the last."""
    probe.wait_for("marked")
    times = []
    for number in range(pairs - 1):
        time.sleep(_SEEN)
        press("123"[number % 3])
        pressed = probe.wait_for("key")
        times.append(probe.wait_for("painted") - pressed)
    return times


def made_list(folder: Path, pairs: int, words: int) -> Path:
    """A list of spun pairs made of the words of the sample pairs."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*/reference.txt"))]
    latin = [text for text in texts if sum(map(str.isascii, text)) > 0.9 * len(text)]
    source = " ".join(latin)
    sentences = re.split(r"(?<=[.!?])\s+", source)
    chance = random.Random(7)
    lines = ["id,reference,candidate"]
    for number in range(pairs):
        reference, candidate = made_pair(sentences, words, chance)
        for role, text in (("reference", reference), ("candidate", candidate)):
            (folder / f"{number}-{role}.txt").write_text(text, encoding="utf-8")
        lines.append(f"p{number},{number}-reference.txt,{number}-candidate.txt")
    path = folder / "pairs.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def made_pair(sentences: list[str], words: int, chance: random.Random) -> tuple[str, str]:
    """A text of about *words* words in paragraphs, and a copy with a fifth of its words swapped."""
    paragraphs: list[str] = []
    count = 0
    while count < words:
        paragraph = " ".join(chance.choice(sentences) for _ in range(4))
        count += len(paragraph.split())
        paragraphs.append(paragraph)
    spun = [
        " ".join(
            f"re{word}" if word.isalpha() and chance.random() < 0.2 else word
            for word in paragraph.split()
        )
        for paragraph in paragraphs
        if chance.random() > 0.08
    ]
    return "\n\n".join(paragraphs), "\n\n".join(spun)


def scroll_rate(probe: Probe) -> float:
    """Page keys that were painted a second while Page Down is pressed again and again."""
    begun = time.monotonic()
    pages = 60
    subprocess.run(["xdotool", "key", "--delay", "5", *["Next"] * pages], check=True)
    return pages / (time.monotonic() - begun)


def percentile(times: list[float], share: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, round(share * len(ordered)))]


def row(what: str, figure: str, aim: str = "") -> None:
    print(f"{what:58} {figure:>16}   {aim}", flush=True)


def stalls(probe: Probe) -> str:
    return f"{max(probe.stalls, default=0) * 1000:.0f} ms"


def main(arguments: list[str]) -> None:
    reference = SEEDS / "defense-calls" / "reference.txt"
    candidate = SEEDS / "defense-calls" / "candidate.txt"
    quick = arguments[:1] == ["--quick"]  # a tenth of the pairs
    arguments = arguments[1:] if quick else arguments
    beside = Path(arguments[1]).resolve() if arguments[:1] == ["--beside"] else None
    arguments = arguments[2:] if beside else arguments
    if len(arguments) == 2:
        reference, candidate = map(Path, arguments)
    for root in (ROOT, beside):
        if root is not None:
            compile_all(root)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start_rows(reference, candidate, folder, beside)
        label_rows(folder, 30 if quick else 300, beside)
        long_row(folder)
        labelled_row(folder, 5_000 if quick else 50_000)
        memory_row(folder, 400 if quick else 2000)


def start_rows(reference: Path, candidate: Path, folder: Path, beside: Path | None) -> None:
    """How long a start takes here, of the version in the folder *beside*, and of Meld."""
    ours, theirs, melds = [], [], []
    for _ in range(_STARTS):
        ours.append(start_time(reference, candidate, folder))
        if beside is not None:
            theirs.append(start_time(reference, candidate, folder, beside))
        meld = meld_time(reference, candidate)
        melds += [meld] if meld is not None else []
    row(f"command to the marked pair, median of {_STARTS}", _median(ours), "0.8 s")
    if beside is not None:
        row(f"  the version in {beside.name}", _median(theirs))
    absent = "no window" if shutil.which("meld") else "not installed"
    row("  Meld to its window", _median(melds) if melds else absent)


def _median(times: list[float]) -> str:
    return f"{statistics.median(times):.2f} s"


def label_rows(folder: Path, pairs: int, beside: Path | None) -> None:
    """From label to next pair and the stalls meanwhile, here and of the version in *beside*."""
    samples = sum(1 for _ in (SEEDS / "pairs.csv").open(encoding="utf-8")) - 1
    made = folder / "made"
    made.mkdir()
    made_list(made, pairs, 1000)
    for what, count, listed in (("samples", samples, SEEDS), (f"{pairs} made", pairs, made)):
        for root in (ROOT, beside):
            if root is None:
                continue
            with probing(
                listed, "--labels", folder / f"{root.name}-{count}.csv", root=root
            ) as probe:
                times = label_times(probe, count)
                if root != ROOT:
                    print(f"  the version in {root.name}")
                row(
                    f"label key to the next pair, 95th percentile, {what}",
                    f"{percentile(times, 0.95) * 1000:.0f} ms",
                    "100 ms",
                )
                row("  longest stall of the event loop", stalls(probe), "100 ms")


def long_row(folder: Path) -> None:
    long = folder / "long"
    long.mkdir()
    made_list(long, 1, 100_000)
    files = (long / "0-reference.txt", long / "0-candidate.txt")
    with probing(*files, "--labels", folder / "long.csv") as probe:
        painted = probe.wait_for("painted") - probe.begun
        marked = probe.wait_for("marked", 60) - probe.begun
        row("100,000 words: readable after", f"{painted:.2f} s", "2 s")
        row("  marked after", f"{marked:.2f} s")
        time.sleep(1.0)
        row("  pages a second", f"{scroll_rate(probe):.0f}", "30")
        time.sleep(0.5)
        row("  longest stall of the event loop", stalls(probe), "100 ms")
        row("  closed after", f"{probe.close():.2f} s", "2 s")


def labelled_row(folder: Path, pairs: int) -> None:
    """A long list of which every pair has a label already."""
    many = folder / "labelled"
    many.mkdir()
    (many / "a.txt").write_text("The ferry came back on Monday.", encoding="utf-8")
    listed = many / "pairs.csv"
    rows = "".join(f"pair-{number},a.txt,a.txt\n" for number in range(pairs))
    listed.write_text(f"id,reference,candidate\n{rows}", encoding="utf-8")
    labels = many / "labels.csv"
    store = LabelStore(labels, journal_folder=many / "state", annotator="ada")
    store.open()
    judged = DecisionContext("f" * 64, "e" * 64, False, 0.5123, 0.75, 3.2)
    store.label(read_pairs(listed).pairs[0], "copy", judged)
    store.project()
    store.close()
    head, first = labels.read_text(encoding="utf-8").splitlines()
    rows = "".join(first.replace("pair-0", f"pair-{number}") + "\n" for number in range(pairs))
    labels.write_text(f"{head}\n{rows}", encoding="utf-8")
    with probing(listed, "--annotator", "ada") as probe:
        shown = probe.wait_for("shown") - probe.begun
        marked = probe.wait_for("marked", 60) - probe.begun
        time.sleep(2.0)
        row(f"{pairs:,} labelled pairs: window after", f"{shown:.2f} s")
        row("  first pair marked after", f"{marked:.2f} s")
        row("  longest stall of the event loop", stalls(probe), "100 ms")


def memory_row(folder: Path, pairs: int) -> None:
    many = folder / "many"
    many.mkdir()
    with probing(made_list(many, pairs, 300), guard=False) as probe:
        probe.wait_for("marked")
        early = 0.0
        for number in range(pairs - 1):
            press("2")
            probe.wait_for("painted")
            if number == 200:
                early = probe.memory()
        late = probe.memory()
        growth = (late - early) / early * 100
        row(
            f"memory after 200 and {pairs} labels",
            f"{early:.0f} → {late:.0f} MB",
            f"{growth:+.1f} %, at most +10 %",
        )


if __name__ == "__main__":
    main(sys.argv[1:])
