"""A study in the language of the window, as rows of texts for tables.

Studies have the form of ``agreement_report.to_data``. A figure is None if there are too few data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from ...agreement import FIGURES, HEADS
from ...review.pair_list.pair_state import label_text
from ..controls.qt_text import grouped, middle_cut
from ..pairs.work_summary_dialog import duration

Data = Mapping[str, Any]
Rows = Sequence[Sequence[str]]
_DASH = "–"
_NAME = 60  # characters of a name in a heading


def figure(value: float) -> str:
    """Return *value* with three decimals."""
    return QLocale().toString(0.0 if abs(value) < 0.0005 else value, "f", 3)


def estimate(found: Data | None) -> str:
    """Return a figure with its interval: ``0.743 [0.416, 1.000]``."""
    if found is None:
        return QCoreApplication.translate("Agreement", "not enough to say")
    if found["low"] is None or found["high"] is None:
        return figure(found["value"])
    return QCoreApplication.translate("Agreement", "{value} [{low}, {high}]").format(
        value=figure(found["value"]), low=figure(found["low"]), high=figure(found["high"])
    )


def short(name: str) -> str:
    """Return the *name* of an annotator, with the middle elided if it is very long."""
    if not name:
        return QCoreApplication.translate("Agreement", "nobody named")
    return middle_cut(name, _NAME)


def introduction(data: Data) -> str:
    """Return the sentence that says how many annotators, pairs and labels there are."""
    translate = QCoreApplication.translate
    annotators = len(data["annotators"])
    pairs, shared = data["pairs"] - data["unread"], data["agreement"]["pairs"]
    said = translate("Agreement", "{labels} by {annotators} for {pairs}; {shared}.").format(
        labels=translate("Agreement", "%n label(s)", "", data["ratings"]),
        annotators=translate("Agreement", "%n annotator(s)", "", annotators),
        pairs=translate("Agreement", "%n pair(s)", "", pairs),
        shared=translate("Agreement", "%n pair(s) with two labels or more", "", shared),
    )
    if data["unread"]:
        unread = translate("Agreement", "%n pair(s) of the list have none.", "", data["unread"])
        said = f"{said} {unread}"
    return said


def agreement_headings() -> Sequence[str]:
    """Return the headings of ``agreement_rows``."""
    translate = QCoreApplication.translate
    return (
        "",
        translate("Agreement", "Pairs"),
        translate("Agreement", "Raw"),
        *HEADS[1:],
    )


def agreement_rows(data: Data) -> Rows:
    """Return how far annotators agree: overall, by label, by pair of annotators, by similarity."""
    translate = QCoreApplication.translate
    rows: list[tuple[str, Data]] = [(translate("Agreement", "All labels"), data["agreement"])]
    rows += [(label_text(name), own) for name, own in data["by_label"].items()]
    rows += [(couple(own), own) for own in data["of_two"]]
    band = translate("Agreement", "{low} to {high} % of the words verbatim")
    rows += [
        (band.format(low=_hundredths(own["low"]), high=_hundredths(own["high"])), own)
        for own in data["by_verbatim"]
        if own["pairs"]
    ]
    return [
        (name, grouped(own["pairs"]), *(estimate(own[key]) for key in FIGURES))
        for name, own in rows
    ]


def _hundredths(share: float) -> str:
    return grouped(round(100 * share))


def couple(own: Data) -> str:
    """Return the names of two annotators."""
    return QCoreApplication.translate("Agreement", "{first} and {second}").format(
        first=short(own["annotators"][0]), second=short(own["annotators"][1])
    )


def annotator_rows(data: Data) -> Rows:
    """Return the figures of annotators, a column for each, headings first."""
    people: Sequence[Data] = data["annotators"]
    translate = QCoreApplication.translate

    def row(name: str, say: Callable[[Data], str]) -> tuple[str, ...]:
        return (name, *map(say, people))

    def count(label: str) -> Callable[[Data], str]:
        return lambda own: grouped(own["labels"].get(label, 0))

    def quarter(part: int) -> Callable[[Data], str]:
        return lambda own: estimate(own["by_quarter"][part])

    quarters = (
        translate("Agreement", "  in the first quarter of the work"),
        translate("Agreement", "  in the second"),
        translate("Agreement", "  in the third"),
        translate("Agreement", "  in the last"),
    )
    return [
        row("", lambda own: short(own["annotator"])),
        row(
            translate("Agreement", "Pairs"),
            lambda own: grouped(sum(own["labels"].values())),
        ),
        *(row(f"  {label_text(name)}", count(name)) for name in data["labels"]),
        row(
            translate("Agreement", "Time a pair, median"),
            lambda own: duration(own["median_lead_time"]),
        ),
        row(translate("Agreement", "Flagged"), lambda own: grouped(own["flagged"])),
        row(
            translate("Agreement", "Says what others say"),
            lambda own: estimate(own["with_others"]),
        ),
        *(row(name, quarter(part)) for part, name in enumerate(quarters)),
        row(
            translate("Agreement", "Likely right, by the model"),
            lambda own: _DASH if own["accuracy"] is None else figure(own["accuracy"]),
        ),
        row(
            translate("Agreement", "With themselves, on pairs that came again"),
            lambda own: _of_pairs(own["repeats"]),
        ),
        row(
            translate("Agreement", "With labels that are known"),
            lambda own: _of_pairs(own["gold"]),
        ),
    ]


def _of_pairs(own: Data) -> str:
    if not own["pairs"]:
        return _DASH
    pairs = QCoreApplication.translate("Agreement", "%n pair(s)", "", own["pairs"])
    return QCoreApplication.translate("Agreement", "{figure}; {pairs}").format(
        figure=estimate(own["raw"]), pairs=pairs
    )


def dispute_headings() -> Sequence[str]:
    """Return the headings of ``dispute_row``."""
    translate = QCoreApplication.translate
    return (
        translate("Agreement", "Pair"),
        translate("Agreement", "Who said what"),
        translate("Agreement", "Likeliest"),
        translate("Agreement", "Probability"),
    )


def dispute_row(own: Data) -> Sequence[str]:
    """Return a pair that annotators disagree about."""
    said = ", ".join(
        f"{short(name)}: {label_text(label)}" for name, label in sorted(own["said"].items())
    )
    likeliest = label_text(own["likeliest"])
    probability = QLocale().toString(own["posterior"], "f", 2)
    return middle_cut(own["pair_id"]), said, likeliest, probability
