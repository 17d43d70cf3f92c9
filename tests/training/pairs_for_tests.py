"""Small marked texts, and what is asked of every pair."""

from __future__ import annotations

from pathlib import Path

from gui.training.marked_pairs import MarkedPair, read_pair

FERRY = """\
The ferry [[company|firm]] opened a [[new|fresh]] line on Monday[[ morning|]].

[[Its boats|The vessels]] carry sixty people[[| and their bicycles]] across the wide harbour, \
and the council [[said|stated]] that the line would run until the end of October.

A [[large|big]] crowd watched from the quay. [[Nobody had asked them to come.|]]
"""
BAKER = """\
The baker [[sold|vended]] forty loaves before noon.

Her [[shop|store]] stands beside the old mill, where the river bends towards the village, and \
[[people walk for miles to taste|folk come a long way for]] the dark bread with its thick crust.

[[“|"]]I [[begin|start]] at three[[,”|,"]] she [[said|stated]]. [[|The oven is hot by four.]]
"""
FAEHRE = """\
Die [[alte|betagte]] [[Fähre|Barke]] [[fährt|verkehrt]] ab Montag[[ wieder|]] über den Fluss.

[[Viele Leute|Etliche Menschen]] standen am Ufer, und der [[Bürgermeister|Ortsvorsteher]] \
[[verkaufte|veräußerte]] die ersten Karten selbst.
"""


def write_pair(folder: Path, name: str, body: str, which: str = "train") -> Path:
    path = folder / f"{name}.txt"
    path.write_text(f"style: made up\nhand: 1\nset: {which}\n\n{body}", encoding="utf-8")
    return path


def tiny_pairs(folder: Path) -> list[MarkedPair]:
    return [
        read_pair(write_pair(folder, name, body))
        for name, body in (("ferry", FERRY), ("baker", BAKER))
    ]


def assert_consistent(pair: MarkedPair) -> None:
    """Both texts are the same between the marks, and these ascend and stay inside."""
    i = j = 0
    for i0, i1, j0, j1 in pair.marks:
        assert i <= i0 <= i1 <= len(pair.reference)
        assert j <= j0 <= j1 <= len(pair.candidate)
        assert pair.reference[i:i0] == pair.candidate[j:j0]
        i, j = i1, j1
    assert pair.reference[i:] == pair.candidate[j:]
