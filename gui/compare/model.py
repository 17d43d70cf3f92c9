"""The scoring model: the weights of the aligner's features and the thesaurus they may ask."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from .thesaurus import NoThesaurus, Related, Thesaurus, ThesaurusError


@dataclass(frozen=True)
class Model:
    """What a comparison's scores depend on, besides the texts.

    ``weights`` are those of ``features``, by name; ``thesaurus`` tells synonyms; ``table`` counts
    swaps (reference's words, candidate's words) that were learned from other pairs.
    """

    weights: Mapping[str, float]
    thesaurus: Related = field(default_factory=NoThesaurus)
    table: Mapping[tuple[str, str], int] = field(default_factory=dict)


@lru_cache(maxsize=1)
def load_model() -> Model:
    """Return the model that ships with the program."""
    from ..resources import read_bytes, resource_path

    weights = json.loads(read_bytes("model", "weights.json"))["weights"]
    try:
        thesaurus: Related = Thesaurus.open(resource_path("model", "moby.thesaurus"))
    except ThesaurusError:
        thesaurus = NoThesaurus()
    return Model(weights, thesaurus)
