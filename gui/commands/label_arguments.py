"""Interprets arguments of ``copydesk-labels``: the labels, the pairs and the output."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .arguments import BadInput
from .output import same_file

if TYPE_CHECKING:
    from ..labels import LabelSet, PairList


def label_set(arguments: argparse.Namespace, folder: Path) -> LabelSet:
    """Return the labels of ``--labels-set``, or those named in the *folder* of a list."""
    from ..labels import labels_beside, read_label_set

    named: str | None = arguments.labels_set
    return labels_beside(folder) if named is None else read_label_set(Path(named))


def pair_list(arguments: argparse.Namespace) -> PairList | None:
    """Return the list of ``--pairs``; None without that option.

    Raises PairListError, and BadInput for columns of a list that is not named.
    """
    from ..labels.pairs.pair_sources import read_pairs

    if arguments.pairs is None:
        if arguments.columns is not None:
            raise BadInput("--columns names columns of the pair list; name the list with --pairs.")
        return None
    return read_pairs(arguments.pairs, columns=arguments.columns)


def refuse_to_overwrite(arguments: argparse.Namespace, inputs: Iterable[Path]) -> None:
    """Raise BadInput if ``--output`` is one of *inputs*, or a file that an option reads."""
    from ..documents import shown_name

    options = (getattr(arguments, name, None) for name in _READ)
    for path in (*inputs, *(Path(named) for named in options if named is not None)):
        if arguments.output and same_file(Path(arguments.output), path):
            name = shown_name(path)
            raise BadInput(f"--output would overwrite {name}; choose another file.")


_READ = ("pairs", "adjudicated", "assignment", "labels_set")  # options that name such files


def made_folder(output: str) -> Path:
    """Create the folder *output* and return it; raises BadInput if that is impossible."""
    from ..documents import shown_name

    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput(
            f"{shown_name(folder)} cannot be made ({reason}); choose another folder."
        ) from None
    return folder


def csv_line(values: Sequence[str]) -> str:
    """Return *values* as a line of CSV."""
    out = io.StringIO(newline="")
    csv.writer(out).writerow(values)
    return out.getvalue()
