"""Each folder in tests/cases: two texts and the comparison a careful reader would make."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gui.compare import Comparison, Options, compare
from gui.documents import Document, Span, read_text

CASES = Path(__file__).parent.parent / "cases"


def documents(case: Path) -> tuple[Document, Document]:
    """Return both documents of a case."""
    texts = [(case / f"{role}.txt").read_bytes() for role in ("reference", "candidate")]
    return read_text(texts[0].decode()), read_text(texts[1].decode())


def described(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as the texts of its spans, as expected.json has them."""
    texts = comparison.reference.text, comparison.candidate.text

    def shown(reference: Span | None, candidate: Span | None) -> dict[str, str | None]:
        return {
            "reference": reference.of(texts[0]) if reference else None,
            "candidate": candidate.of(texts[1]) if candidate else None,
        }

    return {
        "sections": [
            {"kind": s.kind.value, **shown(s.reference, s.candidate)} for s in comparison.sections
        ],
        "changes": [
            {"kind": c.kind.value, **shown(c.reference, c.candidate)} for c in comparison.changes
        ],
    }


@pytest.mark.parametrize("name", sorted(p.name for p in CASES.iterdir() if p.is_dir()))
def test_case(name: str) -> None:
    case = CASES / name
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    options = Options(**expected.get("options", {}))
    found = described(compare(*documents(case), options=options))
    assert found["sections"] == expected["sections"], expected["why"]
    assert found["changes"] == expected["changes"], expected["why"]
