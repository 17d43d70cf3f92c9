"""``python -m gui.training``: learn the weights of the scoring model and report how good they are."""

import argparse, json, time, sys
from pathlib import Path
from ..compare.model import load_model
from ..resources import resource_path
from .lattice import Corpus, fit
from .pairs import Example, read_pair, strangers, with_foreign_paragraph


def main():
    p = argparse.ArgumentParser(prog="python -m gui.training", description=__doc__)
    p.add_argument("--iterations", type=int, default=60)
    p.add_argument("--penalty", type=float, default=2.0)
    p.add_argument("--strangers", type=int, default=60)
    p.add_argument("--all", action="store_true")
    p.add_argument("--start", type=Path)
    p.add_argument("-o", "--output", type=Path)
    o = p.parse_args()
    folder = resource_path("model", "pairs")
    pairs = [read_pair(f) for f in sorted(folder.glob("*.txt"))]
    train = [x for x in pairs if o.all or not x.is_test]
    more = strangers(train, o.strangers)
    for n, x in enumerate(train[::4]):
        y = with_foreign_paragraph(x, train[(n * 7 + 3) % len(train)], n)
        if y:
            more.append(y)
    thesaurus = load_model().thesaurus
    t = time.time()
    corpus = Corpus([Example(x, thesaurus) for x in [*train, *more]])
    print(
        "pairs",
        len(train),
        "+",
        len(more),
        "parts",
        len(corpus.segs),
        "features",
        corpus.F,
        "edges",
        corpus.nx,
        f"{time.time() - t:.0f} s",
        flush=True,
    )
    start = json.loads(o.start.read_text())["weights"] if o.start else {}
    w = fit(corpus, start, l2=o.penalty, iters=o.iterations)
    o.output.write_text(
        json.dumps({"weights": {k: round(v, 4) for k, v in sorted(w.items())}}, indent=1) + "\n"
    )
    print(f"{time.time() - t:.0f} s")


main()
