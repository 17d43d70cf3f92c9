"""A study as text for a terminal and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..documents import plural, shown_name
from . import FIGURES, HEADS
from .coefficients import Agreement, Estimate
from .study import Annotator, Study

_NAMED = 20  # disputed pairs in the text
_WIDTH = 20  # columns of a figure with its interval
_DECIMALS = 4  # of a figure in JSON


def to_lines(study: Study) -> Iterator[str]:
    """Yield the lines of the text."""
    yield introduction(study)
    yield ""
    yield from _agreement(study)
    yield from _annotators(study)
    yield from _parts(study)
    yield from _disputed(study)


def introduction(study: Study) -> str:
    """Return the sentence that says how many annotators, pairs and labels there are."""
    ratings = study.ratings
    several = study.agreements.over_all.pairs
    said = (
        f"{plural(len(ratings), 'label')} by {plural(len(ratings.annotators), 'annotator')} "
        f"for {plural(len(ratings.pairs) - study.unread, 'pair')}; "
        f"{plural(several, 'pair')} {'has' if several == 1 else 'have'} two labels or more."
    )
    if study.unread:
        have = "has" if study.unread == 1 else "have"
        said += f" {plural(study.unread, 'pair')} of the list {have} none."
    if ratings.overruled:
        was = "was" if ratings.overruled == 1 else "were"
        said += (
            f" {plural(ratings.overruled, 'label')} {was} given up for a later one of the same "
            "annotator."
        )
    return said


def shown(estimate: Estimate) -> str:
    """Return a figure with its interval.

    >>> shown(Estimate(0.7434, 0.4157, 1.0)), shown(Estimate())
    ('.743 [.416, 1.00]', 'not enough to say')
    """
    if estimate.value is None:
        return "not enough to say"
    if estimate.low is None or estimate.high is None:
        return _figure(estimate.value)
    return f"{_figure(estimate.value)} [{_figure(estimate.low)}, {_figure(estimate.high)}]"


def _figure(value: float) -> str:
    value = 0.0 if abs(value) < 0.0005 else value
    said = f"{value:.3f}" if abs(value) < 0.9995 else f"{value:.2f}"
    return said.replace("0.", ".", 1) if said.lstrip("-").startswith("0.") else said


def _line(name: str, own: Agreement) -> str:
    figures = "".join(f"  {shown(getattr(own, key)):<{_WIDTH}}" for key in FIGURES)
    return f"  {name:<24} {own.pairs:>7,}{figures}".rstrip()


def _agreement(study: Study) -> Iterator[str]:
    heads = "".join(f"  {head:<{_WIDTH}}" for head in HEADS)
    yield f"  {'Agreement':<24} {'pairs':>7}{heads}".rstrip()
    found = study.agreements
    yield _line("all labels", found.over_all)
    for label, own in zip(study.labels, found.by_label, strict=True):
        yield _line(shown_name(label), own)
    names = [shown_name(name) for name in study.ratings.annotators]
    for (a, b), own in found.of_two.items():
        yield _line(f"{names[a]}, {names[b]}", own)
    for band in study.bands:
        if band.agreement.pairs:
            yield _line(f"{band.low:.0%} to {band.high:.0%} verbatim", band.agreement)
    yield ""


def _annotators(study: Study) -> Iterator[str]:
    for own in study.annotators:
        counts = ", ".join(f"{n:,} {shown_name(label)}" for label, n in sorted(own.labels.items()))
        yield f"{shown_name(own.name)}: {plural(own.pairs, 'pair')} ({counts})"
        yield from (f"  {line}" for line in about(own))
    yield ""


def about(own: Annotator) -> Iterator[str]:
    """Yield the lines about an annotator."""
    if own.seconds is not None:
        yield f"half of the labels in at most {own.seconds:.1f} s; {own.flagged:,} flagged"
    if own.with_others.value is not None:
        yield f"says what others say: {shown(own.with_others)}"
    if own.accuracy is not None:
        yield f"likely right, by the model: {_figure(own.accuracy)}"
    if own.with_himself.pairs:
        pairs = plural(own.with_himself.pairs, "pair")
        yield f"with themselves, on {pairs} that came again: {shown(own.with_himself.raw)}"
    if own.with_gold.pairs:
        pairs = plural(own.with_gold.pairs, "pair")
        yield f"with the known labels of {pairs}: {shown(own.with_gold.raw)}"


def _parts(study: Study) -> Iterator[str]:
    with_drift = [
        own for own in study.annotators if any(part.value is not None for part in own.drift)
    ]
    if not with_drift:
        return
    yield "Says what others say, by quarters of the work in the order of time:"
    for own in with_drift:
        parts = "  ".join("-" if p.value is None else _figure(p.value) for p in own.drift)
        yield f"  {shown_name(own.name):<24} {parts}"
    yield ""


def _disputed(study: Study) -> Iterator[str]:
    if not study.disputed:
        if study.agreements.over_all.pairs:
            yield "Nobody disagrees about any pair."
        return
    yield f"{plural(len(study.disputed), 'pair')} with different labels, the hardest first:"
    for own in study.disputed[:_NAMED]:
        said = ", ".join(f"{shown_name(by)}: {shown_name(s)}" for by, s in sorted(own.said.items()))
        likeliest = f"{shown_name(own.likeliest)} {_figure(own.certainty)}"
        yield f"  {shown_name(own.pair)}  ({said}; likeliest {likeliest})"
    if len(study.disputed) > _NAMED:
        yield f"  and {len(study.disputed) - _NAMED:,} more"


def to_json(study: Study) -> str:
    """Return the study as JSON, with four decimals."""
    return json.dumps(_rounded(to_data(study)), ensure_ascii=False, indent=1) + "\n"


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, _DECIMALS)
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    return [_rounded(part) for part in value] if isinstance(value, list) else value


def to_data(study: Study) -> dict[str, Any]:
    """Return the study as values for JSON; figures without enough data are None.

    They have all their decimals: whoever shows fewer rounds once.
    """
    found = study.agreements
    names, labels = study.ratings.annotators, list(study.labels)
    return {
        "labels": labels,
        "pairs": len(study.ratings.pairs),
        "unread": study.unread,
        "ratings": len(study.ratings),
        "agreement": _data(found.over_all),
        "by_label": {name: _data(own) for name, own in zip(labels, found.by_label, strict=True)},
        "of_two": [
            {
                "annotators": [names[a], names[b]],
                **_data(own),
                "confusion": found.tables[a, b].tolist(),
            }
            for (a, b), own in found.of_two.items()
        ],
        "by_verbatim": [
            {"low": band.low, "high": band.high, **_data(band.agreement)} for band in study.bands
        ],
        "annotators": [_annotator(own) for own in study.annotators],
        "disputed": [
            {
                "pair_id": own.pair,
                "said": dict(own.said),
                "likeliest": own.likeliest,
                "posterior": own.certainty,
            }
            for own in study.disputed
        ],
    }


def _annotator(own: Annotator) -> dict[str, Any]:
    return {
        "annotator": own.name,
        "labels": dict(own.labels),
        "median_lead_time": own.seconds,
        "flagged": own.flagged,
        "with_others": _estimate(own.with_others),
        "accuracy": own.accuracy,
        "confusion": [list(row) for row in own.confusion],
        "by_quarter": [_estimate(part) for part in own.drift],
        "repeats": _data(own.with_himself),
        "gold": _data(own.with_gold),
    }


def _data(own: Agreement) -> dict[str, Any]:
    return {"pairs": own.pairs, **{key: _estimate(getattr(own, key)) for key in FIGURES}}


def _estimate(own: Estimate) -> dict[str, float | None] | None:
    return None if own.value is None else own._asdict()
