"""How long a comparison takes, beside difflib and diff-match-patch in the same run.

    python tests/benchmarks/compare_speed.py [REFERENCE CANDIDATE]

Prints a table and asserts nothing: speed depends on the machine, the ratio to a peer less so.
The texts are made from the sample pairs, or given. All peers get the same tokens; times are
processor seconds, the best of a few runs. Peers are left out where they would take minutes.
"""

from __future__ import annotations

import difflib
import random
import resource
import sys
import time
from collections.abc import Callable
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


def row(name: str, reference: Document, candidate: Document, *, peers: bool = True) -> None:
    """Measure one pair and print its line."""
    words = max(reference.words, candidate.words)
    runs = 9 if words < 5000 else 1
    own = best(lambda: compare(reference, candidate), runs)
    columns = [f"{name:<34}", f"{words:>8,}", f"{own:>9.3f}"]
    if peers and words <= PEERS_AT_MOST:
        a, b = ([t.of(d.text) for t in d.tokens] for d in (reference, candidate))
        matcher = best(
            lambda: difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes(), runs
        )
        columns += [f"{matcher:>9.3f}", f"{own / matcher:>7.2f}"]
        if words < 5000:
            differ = diff_match_patch()
            differ.Diff_Timeout = 0
            letters = {t: chr(0x100 + n) for n, t in enumerate(dict.fromkeys(a + b))}
            one, two = ("".join(map(letters.__getitem__, t)) for t in (a, b))
            columns += [f"{best(lambda: differ.diff_main(one, two, False), 3):>9.3f}"]
    print(" ".join(columns), flush=True)


def main(argv: list[str]) -> None:
    """Print the table."""
    print(f"{'texts':<34} {'words':>8} {'seconds':>9} {'difflib':>9} {'ratio':>7} {'dmp':>9}")
    if len(argv) == 2:
        row("the files given", load(argv[0]), load(argv[1]))
    sentences = sample_sentences()
    half = len(sentences) // 2
    for words in (1_000, 10_000, 19_000, 100_000):
        text = article(sentences, words, 1)
        row("a spun copy", read_text(text), read_text(spun(text, 2)))
        row(
            "unrelated",
            read_text(article(sentences[:half], words, 3)),
            read_text(article(sentences[half:], words, 4)),
            peers=False,
        )
    for words in (2_000, 20_000):
        flat = article(sentences, words, 5).replace(".", "").replace("\n\n", " ")
        row("one paragraph, no full stop", read_text(flat), read_text(spun(flat, 6)), peers=False)
    for times in (10_000, 100_000):
        row(
            "one word again and again",
            read_text("word " * times),
            read_text("word " * (times * 9 // 10)),
            peers=False,
        )
    for size in (1_000_000, 10_000_000):
        line = article(sentences, size // 8, 7).replace("\n\n", " ")[:size]
        row(f"a line of {size // 1_000_000} MB", read_text(line), read_text(line[:-9]), peers=False)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory of all of it: {peak} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
