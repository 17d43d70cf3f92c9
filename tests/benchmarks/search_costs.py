"""What a search costs for each article, of which ``gui/find/README.md`` makes its table.

    python -m tests.benchmarks.search_costs POOL.jsonl.gz

The articles (``id``, ``text``) are searched at several sizes, each twice the one before, so that
it shows what grows with the number of articles. Seconds are those of one processor.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from gui.find.proposing.proposals import Wish
from gui.find.search import find_pairs
from gui.find.search_values import LooseArticle
from gui.find.sharing.term_index import RARE, among_rarest
from gui.find.sharing.terms import terms_of
from gui.find.verifying.verification import ComparisonTask, verify

_HALVINGS = 3
_COMPARED = 200  # pairs of articles whose comparison is timed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pool", type=Path)
    parser.add_argument("--most", type=int, default=16_000)
    arguments = parser.parse_args()
    with gzip.open(arguments.pool, "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in islice(file, arguments.most)]
    began = time.process_time()
    keys = [terms_of(text).keys() for text in texts]
    seconds = (time.process_time() - began) / len(texts)
    size = sum(len(text.encode()) for text in texts) / len(texts)
    print(f"bytes of text an article      {size:10,.0f}")
    print(f"terms: ms an article          {seconds * 1000:10.2f}")
    print(f"terms an article              {sum(map(len, keys)) / len(keys):10.0f}")
    print("  articles  looked for by  rows of the join  pairs listed  compared")
    for halving in range(_HALVINGS, -1, -1):
        _at_size(texts[: len(texts) >> halving], keys[: len(texts) >> halving])
    pairs = [ComparisonTask(n, texts[n], texts[n + 1]) for n in range(_COMPARED)]
    began = time.process_time()
    for pair in pairs:
        verify(pair)
    print(f"comparing: ms a pair          {(time.process_time() - began) / _COMPARED * 1000:10.1f}")


def _at_size(texts: Sequence[str], keys: Sequence[Sequence[int]]) -> None:
    frequency = Counter(key for own in keys for key in own)
    kept: Counter[int] = Counter()
    looked_for = 0
    for own in keys:
        often = np.array([frequency[key] for key in own], np.int64)
        chosen = (often <= RARE) | among_rarest(often, own) if len(own) else often > 0
        looked_for += int(chosen.sum())
        kept.update(own[place] for place in np.flatnonzero(chosen).tolist())
    rows = sum(min(place, RARE) for count in kept.values() for place in range(count))
    compared: list[int] = []
    articles = [LooseArticle(str(number), text) for number, text in enumerate(texts)]
    found = find_pairs(
        articles, Wish(jobs=2), lambda s: compared.append(s.total) if s.name == "compared" else None
    )
    count = len(texts)
    print(
        f"{count:>10,}  {looked_for / count:13.0f}  {rows / count:16.0f}"
        f"  {len(found) / count:12.4f}  {max(compared, default=0) / count:8.4f}"
    )


if __name__ == "__main__":
    main()
