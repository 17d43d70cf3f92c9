"""The scoring model: the weights of the aligner's features, thesauri and learned swaps."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from ...documents import shown_name
from ...documents.document import Signature
from ...lexicon.thesaurus import Combined, MyThes, NoThesaurus, Related, Thesaurus, ThesaurusError
from ...messages import CopydeskError, Message
from ...messages.about_model import AboutModel
from .swap_table import SwapTableError, read_swaps

SHIPPED = "moby"
_WEIGHTS = "weights.json"
_MODELS_KEPT = 4  # so many need not be read again; no result depends on it


class ModelError(CopydeskError):
    """A file given for the model cannot be used; the message says why and what to do."""


class Source(NamedTuple):
    """A file by its name and the SHA-256 of its bytes; ``data_sha256`` of the data beside it."""

    name: str
    sha256: str
    data_sha256: str | None = None


@dataclass(frozen=True)
class Sources:
    """The files that a model was made from; ``weights`` are those that ship with the program."""

    thesauri: tuple[Source, ...] = ()
    swaps: Source | None = None
    weights: Source | None = None


@dataclass(frozen=True)
class Model:
    """What a comparison's scores depend on, besides the texts.

    ``weights`` are those of the aligner's features, by name; ``thesaurus`` tells synonyms;
    ``table`` holds swaps (reference's words, candidate's words) learned from other pairs, each
    with the number of pairs that showed it. ``sources`` names the files behind them. ``unaided``
    are the weights by which words are aligned that no thesaurus knows; without them the others are.
    """

    weights: Mapping[str, float]
    thesaurus: Related = field(default_factory=NoThesaurus)
    table: Mapping[tuple[str, str], int] = field(default_factory=dict)
    sources: Sources = field(default_factory=Sources)
    unaided: Mapping[str, float] = field(default_factory=dict)


def load_model(
    *,
    shipped: bool = True,
    thesauri: Sequence[str | Path] = (),
    swaps: str | Path | None = None,
) -> Model:
    """Return the model that ships with the program, with more thesauri and a table of swaps.

    *shipped* says whether the program's own thesaurus is asked too; *thesauri* are the indices
    of MyThes thesauri (``th_en_US_v2.idx``). The last few models are kept, but not where a file
    has changed since.

    Raises:
        ModelError: when a given file is missing or is not what it should be.
    """
    paths = tuple(map(Path, thesauri))
    table = None if swaps is None else Path(swaps)
    files = [file for path in paths for file in (path, _data_beside(path))]
    return _made(shipped, paths, table, tuple(map(Signature.at, [*files, *filter(None, [table])])))


@lru_cache(_MODELS_KEPT)
def _made(
    shipped: bool,
    paths: tuple[Path, ...],
    swaps: Path | None,
    states: tuple[Signature | None, ...],
) -> Model:
    """Return a model; *states* only tell the files from others that were at the same paths."""
    found = [*(_shipped() if shipped else ()), *map(_mythes, paths)]
    thesauri = [thesaurus for thesaurus, _ in found]
    weights, unaided, weights_source = _weights()
    table, table_source = ({}, None) if swaps is None else _table(swaps)
    return Model(
        weights,
        thesauri[0] if len(thesauri) == 1 else Combined(*thesauri),
        table,
        Sources(tuple(source for _, source in found), table_source, weights_source),
        unaided,
    )


@lru_cache(maxsize=1)
def _weights() -> tuple[Mapping[str, float], Mapping[str, float], Source]:
    from ...resources import read_bytes

    written = read_bytes("model", _WEIGHTS)
    found = json.loads(written)
    # The pairs that the weights are learned from come without a table. Until there is a weight,
    # a swap of other pairs is believed as one that was made elsewhere in the same pair.
    aided, unaided = (
        {"table": own.get("seen", 0.0), **own}
        for own in (found["weights"], found["without a thesaurus"])
    )
    return aided, unaided, Source(_WEIGHTS, sha256(written).hexdigest())


@lru_cache(maxsize=1)
def _shipped() -> tuple[tuple[Related, Source], ...]:
    """Return the program's own thesaurus and its name; nothing where it cannot be used."""
    from ...resources import resource_path

    path = resource_path("model", f"{SHIPPED}.thesaurus")
    try:
        return ((Thesaurus.open(path), Source(SHIPPED, _digest(path))),)
    except (ThesaurusError, OSError):
        return ()


def _mythes(path: Path) -> tuple[Related, Source]:
    if path.suffix != ".idx":
        raise ModelError(Message(AboutModel.NO_INDEX, name=shown_name(path)))
    try:
        thesaurus = MyThes.open(path)
        return thesaurus, Source(path.name, _digest(path), _digest(_data_beside(path)))
    except (ThesaurusError, OSError) as error:
        raise ModelError(Message(AboutModel.GIVE_INDEX, clause=_reason(error, path))) from None


def _reason(error: ThesaurusError | OSError, index: Path) -> Message:
    """Return why a thesaurus cannot be used, with a name that is always on one line."""
    cause = error.__cause__ if isinstance(error, ThesaurusError) else error
    if isinstance(cause, OSError):
        name, why = shown_name(cause.filename or index), cause.strerror or str(cause)
        return Message(AboutModel.FILE_NOT_OPENED, name=name, why=why)
    assert isinstance(error, ThesaurusError)
    code, arguments = error.clause.code, error.clause.arguments
    return Message(code, **{**arguments, "name": shown_name(index)})


def _table(path: Path) -> tuple[Mapping[tuple[str, str], int], Source]:
    try:
        found = read_swaps(path)
    except SwapTableError as error:
        raise ModelError(error.message) from None
    table = {(swap.reference, swap.candidate): swap.pairs for swap in found.swaps}
    return table, Source(path.name, found.sha256)


def _data_beside(index: Path) -> Path:
    return index.with_suffix(".dat") if index.name else index


def _digest(path: Path) -> str:
    """Return the SHA-256 of the file at *path*, which is not held in memory."""
    found = sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            found.update(piece)
    return found.hexdigest()
