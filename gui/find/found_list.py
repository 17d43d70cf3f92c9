"""The pair list of a search: CSV that the window and all command lines read, best pair first."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from pathlib import Path

from ..documents import counted
from ..labels.csv_format import plain
from .loose_article import LooseArticle
from .proposals import Proposal

COLUMNS = (
    "id",
    "reference",
    "candidate",
    "score",
    "verbatim",
    "with_substitutions",
    "shared",
    "reason",
    "earlier",
    "cluster",
)


def list_of(proposals: Sequence[Proposal], articles: Sequence[LooseArticle], folder: str) -> str:
    """Return the list as CSV; its paths are relative to *folder*, where it will stand.

    A pair is called by its articles, so that a label stays with it when a later search finds more.
    """
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for found in proposals:
        own = found.verified
        reference = _relative(articles[found.reference], folder)
        candidate = _relative(articles[found.candidate], folder)
        rows.writerow(
            (
                f"{reference}|{candidate}",
                reference,
                candidate,
                f"{found.score:.4f}",
                f"{own.verbatim:.4f}" if own else "",
                f"{own.with_substitutions:.4f}" if own else "",
                f"{found.shared:.4f}",
                reason_for(found),
                found.earlier.value,
                found.group,
            )
        )
    return out.getvalue()


def reason_for(found: Proposal) -> str:
    """Return one line that says why a pair is proposed."""
    own = found.verified
    if found.is_same_text:
        return "the same words"
    parts = []
    if own and own.names:
        parts.append(f"both name {', '.join(own.names)}")
    if found.figures[0]:
        both, fewer = found.figures
        parts.append(f"{both:,} of {counted(fewer, 'figure')} kept")
    if own and own.sentences[0]:
        kept, fewer = own.sentences
        parts.append(f"{kept:,} of {counted(fewer, 'sentence')} word for word")
    if own and own.substitutions:
        parts.append(counted(own.substitutions, "substitution"))
    parts.append(f"{found.shared:.0%} of the rare word pairs shared")
    return "; ".join(parts)


def _relative(article: LooseArticle, folder: str) -> str:
    """Return the address of *article* as the list has it.

    The file is relative to *folder*, if that is on the same drive. The id stays as it is: it is
    no path, and one such as ``https://news.example/a`` would lose a slash.
    """
    file = article.file or article.address
    id = article.address[len(file) :]
    try:
        path = Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:
        path = os.path.abspath(file)  # noqa: PTH100 - as texts, like the other addresses
    return plain(f"{path}{id}")
