"""A study as one HTML page with tables, heat maps and a chart, without scripts or requests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import __version__
from ..reports.html.html_pair import text
from ..reports.html.html_report import page_head
from . import FIGURES, HEADS
from .agreement_report import about, introduction, shown
from .coefficients import Agreement, Estimate
from .study import Study

_NAMED = 200  # disputed pairs
_CHART, _LEFT, _RIGHT, _ROW = 640, 200, 620, 26  # of the chart, in its own units
_STEPS = 10  # of the colours of a heat map
_LOWEST = -0.2  # of a figure that the chart shows; what is below stands at the edge


def to_page(study: Study, title: str) -> str:
    """Return the page of a study with the name *title*."""
    parts = [
        f"<header><h1>{text(title)}</h1><p>{text(introduction(study))}</p></header>",
        *_agreement(study),
        *_confusions(study),
        *_annotators(study),
        *_disputed(study),
        f"<footer>{text(f'Computed with Copydesk {__version__}')}</footer>",
    ]
    return page_head(title, "agreement.css", "en") + "\n".join(parts) + "\n</body>\n</html>\n"


def _agreement(study: Study) -> Iterator[str]:
    found = study.agreements
    names = study.ratings.annotators
    rows: list[tuple[str, Agreement]] = [("all labels", found.over_all)]
    rows += list(zip(study.labels, found.by_label, strict=True))
    rows += [(f"{names[a]}, {names[b]}", own) for (a, b), own in found.of_two.items()]
    rows += [
        (f"{band.low:.0%} to {band.high:.0%} verbatim", band.agreement)
        for band in study.bands
        if band.agreement.pairs
    ]
    yield "<section><h2>Agreement</h2>"
    yield (
        "<p>With 95 % intervals over the pairs. <b>raw</b>: the same label; <b>κ</b>: Cohen’s "
        "kappa, of more than two annotators its mean; <b>α</b>: Krippendorff’s alpha; <b>AC1</b>: "
        "Gwet’s, which stays meaningful where nearly all pairs have one label.</p>"
    )
    heads = "".join(f"<th scope=col>{head}</th>" for head in ("", "pairs", *HEADS))
    yield f'<div class="wide"><table><thead><tr>{heads}</tr></thead><tbody>'
    for name, own in rows:
        cells = "".join(f"<td>{text(shown(getattr(own, key)))}</td>" for key in FIGURES)
        yield f"<tr><th scope=row>{text(name)}</th><td>{own.pairs:,}</td>{cells}</tr>"
    yield "</tbody></table></div>"
    yield _chart([(name, own.alpha) for name, own in rows])
    yield "</section>"


def _chart(rows: Sequence[tuple[str, Estimate]]) -> str:
    """Return a chart of alpha in each row: a dot, and a line for its interval."""
    rows = [(name, own) for name, own in rows if own.value is not None]
    if not rows:
        return ""

    def x(value: float) -> float:
        inside = min(1.0, max(_LOWEST, value))
        return round(_LEFT + (_RIGHT - _LEFT) * (inside - _LOWEST) / (1 - _LOWEST), 1)

    height = _ROW * (len(rows) + 1)
    drawn = []
    for tick in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        drawn.append(
            f'<line class="grid" x1="{x(tick)}" x2="{x(tick)}" y1="0" y2="{height - 18}"/>'
        )
        drawn.append(f'<text class="tick" x="{x(tick)}" y="{height - 4}">{tick:.1f}</text>')
    for n, (name, own) in enumerate(rows):
        y = _ROW * n + _ROW // 2
        drawn.append(f'<text x="0" y="{y + 4}">{text(_short(name))}</text>')
        if own.low is not None and own.high is not None:
            line = f'x1="{x(own.low)}" x2="{x(own.high)}" y1="{y}" y2="{y}"'
            drawn.append(f'<line class="interval" {line}/>')
        drawn.append(f'<circle cx="{x(own.value or 0.0)}" cy="{y}" r="4"/>')
    said = "Krippendorff’s alpha with its interval, as in the table above"
    return (
        f'<figure><svg viewBox="0 0 {_CHART} {height}" role="img" aria-label="{said}">'
        f"{''.join(drawn)}</svg><figcaption>{said}</figcaption></figure>"
    )


def _short(name: str) -> str:
    return name if len(name) <= 26 else f"{name[:25]}…"


def _confusions(study: Study) -> Iterator[str]:
    """Yield a heat map for each pair of annotators."""
    tables = study.agreements.tables
    if not tables:
        return
    names = study.ratings.annotators
    yield "<section><h2>Who says what where</h2><div class=maps>"
    for (a, b), table in tables.items():
        yield _heat_map(study.labels, table.tolist(), names[a], names[b])
    yield "</div></section>"


def _heat_map(labels: Sequence[str], table: list[list[int]], first: str, second: str) -> str:
    most = max(1, *(number for row in table for number in row))
    heads = "".join(f"<th scope=col>{text(label)}</th>" for label in labels)
    rows = []
    for label, row in zip(labels, table, strict=True):
        cells = "".join(
            f'<td class="h{round(_STEPS * number / most)}">{number:,}</td>' for number in row
        )
        rows.append(f"<tr><th scope=row>{text(label)}</th>{cells}</tr>")
    return (
        f"<table><caption>{text(first)} (rows) and {text(second)} (columns)</caption>"
        f"<thead><tr><td></td>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _annotators(study: Study) -> Iterator[str]:
    yield "<section><h2>Annotators</h2>"
    for own in study.annotators:
        counts = ", ".join(f"{number:,} {label}" for label, number in sorted(own.labels.items()))
        yield f"<h3>{text(own.name)}</h3><p>{own.pairs:,} pairs: {text(counts)}</p><ul>"
        yield from (f"<li>{text(line)}</li>" for line in about(own))
        quarters = [shown(part) for part in own.drift if part.value is not None]
        if quarters:
            yield f"<li>the same by quarters of the work: {text('; '.join(quarters))}</li>"
        yield "</ul>"
    yield "</section>"


def _disputed(study: Study) -> Iterator[str]:
    if not study.disputed:
        return
    yield "<section><h2>Different labels, the hardest first</h2>"
    heads = "".join(
        f"<th scope=col>{head}</th>" for head in ("pair", "said", "likeliest", "probability")
    )
    yield f'<div class="wide"><table><thead><tr>{heads}</tr></thead><tbody>'
    for own in study.disputed[:_NAMED]:
        said = ", ".join(f"{by}: {label}" for by, label in sorted(own.said.items()))
        cells = (own.pair, said, own.likeliest, f"{own.certainty:.2f}")
        yield "<tr>" + "".join(f"<td>{text(cell)}</td>" for cell in cells) + "</tr>"
    yield "</tbody></table></div>"
    if len(study.disputed) > _NAMED:
        yield f"<p>And {len(study.disputed) - _NAMED:,} more.</p>"
    yield "</section>"
