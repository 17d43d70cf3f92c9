"""How well copies hidden among many articles are found, and how long that takes.

    python -m tests.benchmarks.find POOL PAIRS... [--foreign 2000] [--seed 1] [--limits]
    python -m tests.benchmarks.find POOL --alone
    python -m tests.benchmarks.find POOL --times 10 [--seed 1]

POOL is a file of JSON lines with ``text`` (it may be packed with gzip); PAIRS are files of JSON
lines with ``original``, ``copy`` and ``label``, of which those with the label ``copy`` count. The
originals are hidden in the pool; the other collection has the copies, and *foreign* articles taken
out of the pool. Those of them that the pool has in another version (one five-word run in ten) are
set aside. Originals that share half of their five-word runs are one article.

Prints a table and asserts nothing. Beside the search stand, in the same run, BM25 (bm25s) and
MinHash over five-word runs (datasketch) at two thresholds, where they are installed. ``--limits``
looks for the numbers of ``resources/model/find.toml``: it prints the six choices with the largest
ratio of a true pair to the best of the others, true pairs from the third-least on; and the reach,
which it also does with ``--alone`` and ``--times``. ``--alone``
searches the pool for pairs within it and prints what that takes. ``--times`` does so with as many
articles times N, made of sentences that are drawn from the pool, each article as long as one of it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import resource
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import NamedTuple

from gui.find.proposing.proposals import Proposal, Wish, covered_of
from gui.find.search import find_pairs
from gui.find.search_values import LooseArticle
from gui.find.sharing.scoring import ScoreLimits, figures_kept, likeness, limits
from gui.find.sharing.standing import Standing
from gui.find.sharing.term_index import TermIndex
from gui.find.sharing.terms import terms_of, words_of

_RUN = 5  # words
_SAME, _REISSUED = 0.5, 0.1  # shares of runs
_ODD = 2  # true pairs that no numbers need fit
_THRESHOLDS = 0.5, 0.2  # of MinHash: its usual one, and one at which it finds more
_PARAGRAPH = 3  # sentences
_FARTHEST = 200  # terms


class Copy(NamedTuple):
    """A copy, the set that it is of, and the number of the article that it was made from."""

    text: str
    of: str
    article: int


class Collections(NamedTuple):
    """Both collections, what is true, and how many foreign articles were set aside."""

    articles: list[LooseArticle]
    article_of: dict[str, int]  # address → number of the article, of originals and copies
    sets: dict[str, str]  # address of a copy → name of the set
    set_aside: int


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a file of JSON lines."""
    data = path.read_bytes()
    for line in (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines():
        yield json.loads(line)


def runs(text: str) -> set[tuple[str, ...]]:
    """Return the runs of five words of *text*."""
    words = words_of(text)
    return {tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)}


def share(first: set[tuple[str, ...]], second: set[tuple[str, ...]]) -> float:
    """Return the share of runs of the smaller that both have."""
    return len(first & second) / max(1, min(len(first), len(second)))


def originals(paths: Iterable[Path]) -> tuple[list[str], list[Copy]]:
    """Return the original articles, and their copies."""
    texts: list[str] = []
    known: list[set[tuple[str, ...]]] = []
    copies = []
    for path in paths:
        for row in rows(path):
            if row["label"] != "copy":
                continue
            own = runs(row["original"])
            same = [n for n, other in enumerate(known) if share(own, other) >= _SAME]
            if not same:
                same = [len(texts)]
                texts.append(row["original"])
                known.append(own)
            copies.append(Copy(row["copy"], path.stem, same[0]))
    return texts, copies


def collections(pool: list[str], paths: list[Path], foreign: int, seed: int) -> Collections:
    """Return the two collections: pool and originals, copies and foreign articles."""
    texts, copies = originals(paths)
    drawn = list(pool)
    random.Random(seed).shuffle(drawn)
    taken, left = drawn[:foreign], drawn[foreign:]
    having: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes = []
    for number, text in enumerate(left):
        own = runs(text)
        sizes.append(len(own))
        for run in own:
            having[run].append(number)
    alone = [text for text in taken if not is_reissued(runs(text), having, sizes)]
    articles = [LooseArticle(f"pool:{n}", text) for n, text in enumerate(left)]
    articles += [LooseArticle(f"original:{n}", text) for n, text in enumerate(texts)]
    articles += [LooseArticle(f"copy:{n}", copy.text, 1) for n, copy in enumerate(copies)]
    articles += [LooseArticle(f"foreign:{n}", text, 1) for n, text in enumerate(alone)]
    article_of = {f"original:{n}": n for n in range(len(texts))}
    article_of |= {f"copy:{n}": copy.article for n, copy in enumerate(copies)}
    sets = {f"copy:{n}": copy.of for n, copy in enumerate(copies)}
    return Collections(articles, article_of, sets, len(taken) - len(alone))


def is_reissued(
    own: set[tuple[str, ...]], having: dict[tuple[str, ...], list[int]], sizes: list[int]
) -> bool:
    """Return whether an article of the pool shares one of ten runs."""
    counts: dict[int, int] = defaultdict(int)
    for run in own:
        for number in having.get(run, ()):
            counts[number] += 1
    return any(n / max(1, min(len(own), sizes[k])) >= _REISSUED for k, n in counts.items())


class DecisionContext(NamedTuple):
    """A pair of the list: the copy's address, whether the pair is true, and the pair."""

    copy: str
    is_true: bool
    found: Proposal
    is_right_way: bool


def judged(found: Iterable[Proposal], own: Collections) -> list[DecisionContext]:
    """Return the pairs of the list, judged; of several true ones of a copy the first counts."""
    seen: set[str] = set()
    result = []
    for pair in found:
        ends = own.articles[pair.reference], own.articles[pair.candidate]
        original, copy = sorted(ends, key=lambda article: article.side)
        article = own.article_of.get(copy.address)
        is_true = article is not None and own.article_of.get(original.address) == article
        if is_true and copy.address in seen:
            continue
        if is_true:
            seen.add(copy.address)
        result.append(DecisionContext(copy.address, is_true, pair, ends[1] is copy))
    return result


def average_precision(pairs: list[DecisionContext], total: int) -> float:
    """Return the average precision of a list in which *total* pairs are to be found."""
    hits, found = 0, 0.0
    for place, pair in enumerate(pairs, start=1):
        if pair.is_true:
            hits += 1
            found += hits / place
    return found / total


def tell(own: Collections, found: list[Proposal]) -> None:
    """Print what the list is worth."""
    pairs = judged(found, own)
    sizes: dict[str, int] = defaultdict(int)
    for name in own.sets.values():
        sizes[name] += 1
    print(f"average precision {average_precision(pairs, len(own.sets)):.4f}")
    first: dict[str, list[bool]] = defaultdict(list)
    for pair in pairs:
        first[pair.copy].append(pair.is_true)
    for name, size in sizes.items():
        copies = [first[copy] for copy, of in own.sets.items() if of == name]
        at_1, at_5 = (sum(any(places[:k]) for places in copies) / size for k in (1, 5))
        kept = sum(
            p.is_true and p.found.score >= 0.5 for p in pairs if own.sets.get(p.copy) == name
        )
        print(f"  {name:<22} at 1 {at_1:.3f}  at 5 {at_5:.3f}  found at .5 {kept / size:.3f}")
    proposed = [pair for pair in pairs if pair.found.score >= 0.5]
    print(f"proposals at .5 that are true: {sum(p.is_true for p in proposed)} of {len(proposed)}")
    true = [pair for pair in pairs if pair.is_true]
    told = [pair for pair in true if pair.found.earlier.value not in ("unknown", "date")]
    right = sum(pair.is_right_way for pair in told) / max(1, len(told))
    print(f"original told {len(told) / max(1, len(true)):.3f}, right when told {right:.3f}")


def beside_bm25(own: Collections) -> None:
    """Print how often BM25 has the original first, and among the first five."""
    try:
        bm25s = import_module("bm25s")
    except ImportError:
        print("BM25: bm25s is not installed")
        return
    pool = [article for article in own.articles if article.side == 0]
    asked = [article for article in own.articles if article.address in own.sets]
    index = bm25s.BM25()
    index.index([words_of(a.text) for a in pool], show_progress=False)
    places, _ = index.retrieve([words_of(a.text) for a in asked], k=5, show_progress=False)
    hits = [
        [own.article_of.get(pool[n].address) == own.article_of[article.address] for n in row]
        for article, row in zip(asked, places, strict=True)
    ]
    at_1, at_5 = (sum(any(row[:k]) for row in hits) / len(hits) for k in (1, 5))
    print(f"BM25: at 1 {at_1:.3f}, at 5 {at_5:.3f}")


def beside_minhash(own: Collections) -> None:
    """Print which pairs MinHash has: of how many copies the original, and how many are true."""
    try:
        datasketch = import_module("datasketch")
    except ImportError:
        print("MinHash: datasketch is not installed")
        return

    def hashed(text: str) -> object:
        found = datasketch.MinHash()
        found.update_batch([" ".join(run).encode() for run in runs(text)])
        return found

    articles = [a for a in own.articles if a.side == 0 or a.address in own.sets]
    hashes = {article.address: hashed(article.text) for article in articles}
    for threshold in _THRESHOLDS:
        index = datasketch.MinHashLSH(threshold)
        for article in articles:
            if article.side == 0:
                index.insert(article.address, hashes[article.address])
        true: dict[str, int] = defaultdict(int)
        proposed = 0
        for copy, name in own.sets.items():
            found = index.query(hashes[copy])
            proposed += len(found)
            true[name] += any(own.article_of.get(a) == own.article_of[copy] for a in found)
        sizes = {name: list(own.sets.values()).count(name) for name in own.sets.values()}
        shares = ", ".join(f"{name} {true[name] / size:.3f}" for name, size in sizes.items())
        print(f"MinHash at {threshold}: {shares}; true {sum(true.values())} of {proposed:,} pairs")


def drawn(pool: list[str], times: int, seed: int) -> Iterator[str]:
    """Yield *times* as many articles as *pool* has, of sentences that are drawn from all of it."""
    split = [re.split(r"(?<=[.!?])\s+", text) for text in pool]
    sentences = [sentence for text in split for sentence in text]
    draw = random.Random(seed)
    for number in range(times * len(pool)):
        own = draw.choices(sentences, k=len(split[number % len(pool)]))
        parts = (own[n : n + _PARAGRAPH] for n in range(0, len(own), _PARAGRAPH))
        yield "\n\n".join(" ".join(part) for part in parts)


def best_limits(own: Collections, found: list[Proposal]) -> None:
    """Print the numbers that part true pairs from others best."""
    pairs = [pair for pair in judged(found, own) if pair.found.verified is not None]
    tried = []
    evidences, shares = (100.0, 200.0, 300.0, 400.0, 600.0, 800.0), (0.0, 0.1, 0.3, 0.5)
    for evidence, figures in product(evidences, shares):
        limit = limits()._replace(evidence=evidence, figures=figures)
        products = [(remade(own, pair.found, limit), pair.is_true) for pair in pairs]
        true = sorted(value for value, is_true in products if is_true)
        other = max(value for value, is_true in products if not is_true)
        tried.append((true[_ODD] / other, evidence, figures, (true[0] + other) / 2))
    for ratio, evidence, figures, middle in sorted(tried, reverse=True)[:6]:
        print(f"evidence {evidence:.0f}, figures {figures}, middle {middle:.3f}: ratio {ratio:.2f}")


def least_reach(articles: list[LooseArticle], found: list[Proposal]) -> None:
    """Print the reach with which nothing proposed is taken for less than it proved to be.

    What would be proposed, but was not compared, is missed only where the present reach takes it
    for less than half as much as it is: *found* has pairs down to a score of 0.3.
    """
    index = TermIndex(terms_of(article.text).keys() for article in articles)
    reaches = []
    for pair in found:
        if pair.score < 0.5 or pair.verified is None or pair.is_same_text:
            continue
        ends, covered = (pair.reference, pair.candidate), pair.verified.covered
        first, second = (index.placed(end) for end in ends)
        where = Standing(first, second)
        spreads = ((n, where.spread(n)) for n in range(_FARTHEST))
        tried = (reach for reach, spread in spreads if spread >= covered)
        reaches.append(next(tried, _FARTHEST))
    print(f"reach {max(reaches)}; of 99 in 100 pairs {sorted(reaches)[len(reaches) * 99 // 100]}")


def remade(own: Collections, found: Proposal, limit: ScoreLimits) -> float:
    """Return the product of a pair's factors with other numbers."""
    assert found.verified is not None
    first, second = (
        terms_of(own.articles[n].text).figures for n in (found.reference, found.candidate)
    )
    kept = figures_kept(first, second)
    alike: float = likeness(found.evidence, found.shared, kept, limit)
    return alike * covered_of(found.verified)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pool", type=Path)
    parser.add_argument("pairs", type=Path, nargs="*")
    parser.add_argument("--foreign", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--limits", action="store_true")
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--times", type=int)
    arguments = parser.parse_args()
    pool = [row["text"] for row in rows(arguments.pool)]
    begun = time.monotonic()
    is_alone = arguments.alone or arguments.times
    if is_alone:
        texts = drawn(pool, arguments.times, arguments.seed) if arguments.times else pool
        articles = [LooseArticle(str(n), text) for n, text in enumerate(texts)]
        begun = time.monotonic()
        least = 0.3 if arguments.limits else 0.5
        compared = [0]
        found = find_pairs(
            articles,
            Wish(jobs=arguments.jobs, at_least=least),
            lambda stage: compared.append(stage.total) if stage.name == "compared" else None,
        )
        print(f"{len(found):,} pairs among {len(articles):,} articles, {max(compared):,} compared")
    else:
        own = collections(pool, arguments.pairs, arguments.foreign, arguments.seed)
        print(f"{own.set_aside:,} foreign articles set aside")
        begun = time.monotonic()
        found = find_pairs(own.articles, Wish(jobs=arguments.jobs, at_least=0.3))
    took = time.monotonic() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    print(f"{took:.0f} s, {time.process_time():.0f} + {child:.0f} s of processor, {memory:,} MB")
    if arguments.limits:
        least_reach(articles if is_alone else own.articles, found)
    if not is_alone:
        tell(own, found)
        beside_bm25(own)
        beside_minhash(own)
        if arguments.limits:
            best_limits(own, found)


if __name__ == "__main__":
    main()
