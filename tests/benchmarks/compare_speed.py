"""How long a comparison takes, beside difflib and diff-match-patch in the same run.

    python tests/benchmarks/compare_speed.py [REFERENCE CANDIDATE]

Prints a table and asserts nothing: speed depends on the machine, the ratio to a peer less so.
The texts are made from the sample pairs, or given, and then measured 21 times over too. All
peers get the same tokens; times are processor seconds, the best of a few runs. Peers are left
out where they would take minutes. ``growth`` is what ten times the words cost, ``asked`` the
longest time in milliseconds between two questions to ``cancelled``.
"""

from __future__ import annotations

import difflib
import gc
import random
import resource
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from diff_match_patch import diff_match_patch

from gui.compare import compare
from gui.documents import Document, load, read_text
from gui.resources import sample_pairs

PEERS_AT_MOST = 25_000  # words; difflib takes 10 s there


def best(work: Callable[[], object], runs: int) -> float:
    """Return the least processor time of *runs*, in seconds."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def sample_sentences() -> list[str]:
    """Return the sentences of the sample pairs' references, most of them English."""
    found = []
    for path in sorted(sample_pairs().parent.glob("*/reference.txt")):
        document = load(path)
        found += [s.of(document.text) for s in document.sentences]
    return found


def article(sentences: list[str], words: int, seed: int) -> str:
    """Return a made article: sentences with four words in ten replaced, in paragraphs.

    Words are drawn as often as they occur, so that "the" is as common as in any article.
    """
    chance = random.Random(seed)
    vocabulary = [w for s in sentences for w in s.split()]
    paragraphs: list[str] = []
    total = 0
    while total < words:
        paragraph = []
        for _ in range(chance.randint(2, 5)):
            made = [
                w if chance.random() < 0.6 else chance.choice(vocabulary)
                for w in chance.choice(sentences).split()
            ][: words - total]
            paragraph.append(" ".join(made))
            total += len(made)
        paragraphs.append(" ".join(paragraph).strip())
    return "\n\n".join(paragraphs)


def spun(text: str, seed: int, rate: float = 0.2) -> str:
    """Return *text* as a scraper leaves it: one paragraph in twenty lost, words swapped."""
    chance = random.Random(seed)
    vocabulary = text.split()
    kept = [p for p in text.split("\n\n") if chance.random() > 0.05]
    return "\n\n".join(
        " ".join(chance.choice(vocabulary) if chance.random() < rate else w for w in p.split(" "))
        for p in kept
    )


def asked(reference: Document, candidate: Document) -> float:
    """Return the longest processor time between two questions to ``cancelled``, in seconds."""
    times = [time.process_time()]

    def cancelled() -> bool:
        times.append(time.process_time())
        return False

    compare(reference, candidate, cancelled=cancelled)
    times.append(time.process_time())
    return max(b - a for a, b in pairwise(times))


class Table:
    """Prints a line for each pair; remembers the times, to tell what ten times the words cost."""

    def __init__(self) -> None:
        self._times: dict[str, tuple[int, float]] = {}
        heads = ("words", "seconds", "growth", "asked", "difflib", "ratio", "dmp")
        print(f"{'texts':<34} " + " ".join(f"{head:>9}" for head in heads))

    def row(self, name: str, first: str, second: str, *, peers: bool = False) -> None:
        """Measure one pair of texts and print its line."""
        self.measured(name, read_text(first), read_text(second), peers=peers)

    def measured(
        self, name: str, reference: Document, candidate: Document, *, peers: bool = False
    ) -> None:
        """Measure one pair and print its line."""
        size = max(len(reference.tokens), len(candidate.tokens))
        words = max(reference.words, candidate.words)
        runs = 9 if words < 5000 else 3 if words < 50_000 else 1
        gc.collect()
        gc.freeze()  # what was measured before is not searched again
        own = best(lambda: compare(reference, candidate), runs)
        last_size, last = self._times.get(name, (0, 0.0))
        self._times[name] = size, own
        growth = f"{own / last:.1f}" if 9 <= size / max(1, last_size) <= 11 else ""
        gap = 1000 * asked(reference, candidate)
        columns = [f"{words:>9,}", f"{own:>9.3f}", f"{growth:>9}", f"{gap:>9.0f}"]
        if peers and words <= PEERS_AT_MOST:
            columns += with_peers(reference, candidate, own)
        print(f"{name:<34} " + " ".join(columns), flush=True)


def with_peers(reference: Document, candidate: Document, own: float) -> list[str]:
    """Return the columns of the peers; diff-match-patch gets one letter a token."""
    a, b = ([t.of(d.text) for t in d.tokens] for d in (reference, candidate))
    few = len(a) < 6000
    matcher = best(
        lambda: difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes(), 9 if few else 1
    )
    columns = [f"{matcher:>9.3f}", f"{own / matcher:>9.2f}"]
    if few:
        differ = diff_match_patch()
        differ.Diff_Timeout = 0
        letters = {t: chr(0x100 + n) for n, t in enumerate(dict.fromkeys(a + b))}
        one, two = ("".join(map(letters.__getitem__, t)) for t in (a, b))
        columns += [f"{best(lambda: differ.diff_main(one, two, False), 3):>9.3f}"]
    return columns


def articles(table: Table, sentences: list[str]) -> None:
    """Measure made articles: copies, unrelated ones, without full stops, on one line."""
    half = len(sentences) // 2
    for words in (1_000, 10_000, 19_000, 100_000):
        text = article(sentences, words, 1)
        # Growth is told from 10,000 to 100,000 words.
        name = "a spun copy, 19,000" if words == 19_000 else "a spun copy"
        table.row(name, text, spun(text, 2), peers=True)
    print(f"peak memory so far: {peak_memory()} MB")
    for words in (1_000, 10_000, 100_000):
        texts = article(sentences[:half], words, 3), article(sentences[half:], words, 4)
        table.row("unrelated", *texts)
    for words in (2_000, 20_000):
        flat = article(sentences, words, 5).replace(".", "").replace("\n\n", " ")
        table.row("one paragraph, no full stop", flat, spun(flat, 6))
    for size in (1_000_000, 10_000_000):
        line = article(sentences, size // 8, 7).replace("\n\n", " ")[:size]
        table.row("a line of 1 and 10 MB", line, line[:-9])


def traps(table: Table) -> None:
    """Measure texts that make a careless method quadratic."""
    for n in (10_000, 100_000):
        table.row("one word again and again", "word " * n, "word " * (n * 9 // 10))
        few = random.Random(n).choices(["red", "green", "blue"], k=n)
        table.row("three different words", " ".join(few), " ".join(few[::-1]))
        lone = [f"w{i}" for i in range(n)]
        table.row("every word once", prose(lone), prose(changed(lone, n)))
        table.row("every word once, one paragraph", " ".join(lone), " ".join(changed(lone, n)))
        rare = random.Random(n).choices([f"v{i}" for i in range(n // 30)], k=n)
        table.row("rare words, each thirty times", prose(rare), prose(changed(rare, n)))
    for n in (2_000, 20_000):
        equal = ["A short line."] * n
        table.row("equal short sections", "\n\n".join(equal), "\n\n".join(equal[n // 10 :]))
        table.row("a list of equal lines", "\n".join(equal), "\n".join(equal[n // 10 :]))
        twice = [f"Item {i} is sold" for i in range(n // 2)] * 2
        table.row("each section twice", "\n\n".join(twice), "\n\n".join(changed(twice, n)))
    for n in (500, 5_000):
        words = [f"w{i % (n // 3)}" for i in range(n)]
        table.row("a paragraph, its words as sections", " ".join(words), "\n\n".join(words))


def prose(words: list[str]) -> str:
    """Return *words* in paragraphs of thirty."""
    return "\n\n".join(" ".join(words[i : i + 30]) + "." for i in range(0, len(words), 30))


def changed(words: list[str], seed: int) -> list[str]:
    """Return *words* with every fifth or so replaced by a new one."""
    chance = random.Random(seed)
    return [f"x{i}" if chance.random() < 0.2 else word for i, word in enumerate(words)]


def peak_memory() -> int:
    """Return the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(argv: list[str]) -> None:
    """Print the table."""
    table = Table()
    if len(argv) == 2:
        given = load(argv[0]), load(argv[1])
        table.measured("the files given", *given, peers=True)
        table.row(
            "the files given, 21 times over",
            *("\n\n".join([document.text] * 21) for document in given),
            peers=True,
        )
    articles(table, sample_sentences())
    traps(table)
    print(f"peak memory of all of it: {peak_memory()} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
