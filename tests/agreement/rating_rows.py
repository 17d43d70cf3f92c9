"""Label rows for the tests of agreement."""

from __future__ import annotations

from gui.agreement.coefficients import Estimate
from gui.labels.label_values import LabelRow


def row(
    pair: str,
    annotator: str,
    label: str | None,
    at: int = 0,
    *,
    lead_time: float = 5.0,
    verbatim: float | None = None,
) -> LabelRow:
    """Return what *annotator* said of *pair*, at a second of the study."""
    time = f"2026-03-04T09:{at // 60:02}:{at % 60:02}.000Z"
    paths = f"{pair}/r.txt", f"{pair}/c.txt"
    given = LabelRow(pair, *paths, label, annotator, time, time, lead_time)
    return given._replace(verbatim=verbatim)


def value(estimate: Estimate) -> float:
    """Return the figure of an estimate that has one."""
    assert estimate.value is not None
    return estimate.value
