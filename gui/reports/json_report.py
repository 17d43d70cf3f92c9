"""A comparison as JSON: the public interface for scripts and data frames."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from ..compare import Change, Comparison, Section, rounded_share
from ..documents import Document, Span
from .wording import HIDDEN, file_name

if TYPE_CHECKING:
    from ..compare.modelling.scoring_model import Source, Sources

FORMAT = 1
AnyEntry = TypeVar("AnyEntry", Section, Change)


def to_json(
    comparison: Comparison, *, pair_id: str, sources: Sources | None = None
) -> dict[str, Any]:
    """Return *comparison* as plain values; spans are half-open and count code points.

    For a document that is not plain text, ``"text"`` is the text that the spans refer to; what no
    reader sees of it is ``"hidden"``, and so are the sections and changes that are nothing else.
    Shares have four decimals. *sources* are those of the model that made the comparison; they
    appear among the options.
    """
    similarity = comparison.similarity
    return {
        "format": FORMAT,
        "pair_id": pair_id,
        "reference": _document(comparison.reference),
        "candidate": _document(comparison.candidate),
        "sections": [_entry(comparison, section, _section) for section in comparison.sections],
        "changes": [_entry(comparison, change, _change) for change in comparison.changes],
        "ledger": [
            {"reference": entry.reference, "candidate": entry.candidate, "count": entry.count}
            for entry in comparison.ledger
        ],
        "similarity": {
            "verbatim": _share(similarity.verbatim),
            "with_substitutions": _share(similarity.with_substitutions),
            "reference_covered": _share(similarity.reference_covered),
            "candidate_covered": _share(similarity.candidate_covered),
        },
        "options": {"minor": comparison.options._asdict(), **_sources(sources)},
    }


def to_json_error(message: str, *, pair_id: str) -> dict[str, Any]:
    """Return the value for a pair that could not be compared."""
    return {"pair_id": pair_id, "error": message}


def json_text(value: Any) -> str:
    """Return *value* as JSON on one line of valid UTF-8, whatever it contains.

    Characters that are not UTF-8, break lines, control a terminal or are invisible become
    escapes; programs read the same value.
    """
    return _written(value, (",", ":"))


def json_page(values: dict[str, Any]) -> str:
    """Return *values* as JSON for people: a line for each key, and for each item of a list."""
    lines = []
    for key, value in values.items():
        if isinstance(value, list) and value:
            items = ",\n".join(f"    {_written(item, (', ', ': '))}" for item in value)
            lines.append(f'  "{key}": [\n{items}\n  ]')
        else:
            lines.append(f'  "{key}": {_written(value, (", ", ": "))}')
    return "{\n" + ",\n".join(lines) + "\n}"


def _written(value: Any, separators: tuple[str, str]) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=separators)
    return HIDDEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _sources(sources: Sources | None) -> dict[str, Any]:
    if sources is None:
        return {}
    swaps, weights = sources.swaps, sources.weights
    return {
        "thesaurus": [_source("name", source) for source in sources.thesauri],
        "swaps": None if swaps is None else _source("file", swaps),
        "weights": None if weights is None else _source("file", weights),
    }


def _source(key: str, source: Source) -> dict[str, str]:
    found = {key: file_name(source.name), "sha256": source.sha256}
    if source.data_sha256 is not None:
        found["data_sha256"] = source.data_sha256
    return found


def _document(document: Document) -> dict[str, Any]:
    found: dict[str, Any] = {
        "path": file_name(document.name),
        "encoding": document.encoding,
        "sha256": document.sha256,
        "characters": len(document.text),
        "words": document.words,
        "format": document.format,
    }
    if document.snapshot is not None:
        found["snapshot"] = {
            "url": document.snapshot.url,
            "final_url": document.snapshot.final,
            "fetched_at": document.snapshot.fetched,
        }
    if document.hidden:
        found["hidden"] = [_span(span) for span in document.hidden]
        found["hidden_words"] = document.hidden_words
    if document.format != "text":
        found["text"] = document.text
    return found


def _section(section: Section) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": section.kind.value,
        "reference": _span(section.reference),
        "candidate": _span(section.candidate),
    }
    if section.has_counterpart:
        found["similarity"] = _share(section.similarity)
    return found


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "section": change.section,
        "reference": _span(change.reference),
        "candidate": _span(change.candidate),
    }


def _entry(
    comparison: Comparison, found: AnyEntry, write: Callable[[AnyEntry], dict[str, Any]]
) -> dict[str, Any]:
    return {**write(found), "hidden": True} if comparison.hides(found) else write(found)


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _share(share: float | None) -> float | None:
    return None if share is None else rounded_share(share)
