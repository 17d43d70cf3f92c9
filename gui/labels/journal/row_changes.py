"""Applies decisions to rows, even if somebody else changed them meanwhile.

Pure functions; rows are merged column by column.
"""

from __future__ import annotations

from collections.abc import Collection
from types import MappingProxyType

from ...documents.web.web_addresses import undated
from ..file.csv_format import plain
from ..label_values import DecisionContext, Key, LabelRow, Pair

# What a decision is about: the column it sets, and those that go back with it.
_ABOUT = MappingProxyType(
    {
        "label": (
            "label",
            "reference_sha256",
            "candidate_sha256",
            "shown_swapped",
            "verbatim",
            "with_substitutions",
            "blind",
            "seed",
            "role",
        ),
        "flag": ("flagged",),
        "note": ("note",),
    }
)


def decided(
    pair: Pair,
    key: Key,
    current: LabelRow | None,
    past: LabelRow | None,
    at: str,
    context: DecisionContext,
    role: str = "",
    **what: bool | str,
) -> LabelRow:
    """Return the row of *pair* after a decision on *what*: ``label``, ``flagged`` or ``note``.

    *past* is the row before it was removed; its seconds of attention still count. *role* is the
    role of the annotator.
    """
    known = current or past
    row = current or LabelRow(*_named(pair, key), created_at=at, updated_at=at, revision=0)
    if "label" in what:
        row = _with_snapshots(row, pair)
    if current is None or "label" in what:
        row = row._replace(
            reference_sha256=context.reference_sha256,
            candidate_sha256=context.candidate_sha256,
            shown_swapped=context.shown_swapped,
            verbatim=context.verbatim,
            with_substitutions=context.with_substitutions,
            blind=context.blind,
            seed=context.seed,
            role=role,
        )
    row = row._replace(
        updated_at=later(at, row.updated_at),
        lead_time=(known.lead_time if known else 0.0) + context.lead_time,
        revision=row.revision + 1,
        **what,  # type: ignore[arg-type]  # each is of its field's type
    )
    return LabelRow.from_texts(row.texts())  # exactly what a file can hold


def _with_snapshots(row: LabelRow, pair: Pair) -> LabelRow:
    """Return *row* with the names of the snapshots that *pair* was judged by; others stay."""
    reference, candidate = plain(pair.reference), plain(pair.candidate)
    if undated(reference) != reference:
        row = row._replace(reference=reference)
    if undated(candidate) != candidate:
        row = row._replace(candidate=candidate)
    return row


def with_similarities(row: LabelRow, context: DecisionContext) -> LabelRow:
    """Return *row* with the similarities of *context*; as it is where that has other documents."""
    hashes = (context.reference_sha256, context.candidate_sha256)
    if hashes != (row.reference_sha256, row.candidate_sha256):
        return row
    filled = row._replace(verbatim=context.verbatim, with_substitutions=context.with_substitutions)
    return LabelRow.from_texts(filled.texts())  # exactly what a file can hold


def has_effect(subject: str, current: LabelRow | None, after: LabelRow | None) -> bool:
    """Return whether the decision that led to *after* still has an effect on the row."""
    name = _ABOUT[subject][0]
    return _get(current, name) == _get(after, name)


def set_as(
    subject: str,
    current: LabelRow | None,
    past: LabelRow | None,
    wanted: LabelRow | None,
    at: str,
) -> LabelRow | None:
    """Return the row with what *subject* is about as it is in *wanted*; None if it is empty.

    *current* is None where the row is gone; *past* is what it was before it was taken away.
    """
    base = current or past or wanted
    if base is None:
        return None
    row = current or base._replace(label=None, flagged=False, note="")
    if current is None and wanted is not None:
        row = row._replace(created_at=wanted.created_at)
    row = row._replace(
        updated_at=later(at, row.updated_at),
        revision=row.revision + 1,
        **{name: _get(wanted, name) for name in _ABOUT[subject]},  # type: ignore[arg-type]
    )
    if subject == "label" and wanted is not None:
        row = _with_snapshots(row, Pair(wanted.pair_id, wanted.reference, wanted.candidate))
    return None if row.is_empty else row


def later(at: str, before: str) -> str:
    """Return *at*, or *before* if the clock was set back since.

    >>> later("2025-01-31T09:00:00.000Z", "2025-01-31T10:00:00.000Z")
    '2025-01-31T10:00:00.000Z'
    """
    return max(at, before) if before[-1:] == "Z" and len(before) == len(at) else at


def _named(pair: Pair, key: Key) -> tuple[str, str, str, None, str]:
    return (key[0], plain(pair.reference), plain(pair.candidate), None, key[1])


def _get(row: LabelRow | None, name: str) -> object:
    blank = {"label": None, "flagged": False, "shown_swapped": False}
    if row is not None:
        return getattr(row, name)
    return blank.get(name, None if name in ("verbatim", "with_substitutions", "seed") else "")


_FIELDS = LabelRow._fields
_KEY = ("pair_id", "annotator")
SUBJECTS = ("label", "flagged", "note")  # what people decide


def merged(
    current: LabelRow | None,
    before: LabelRow | None,
    after: LabelRow | None,
    subjects: Collection[str] = (),
) -> LabelRow | None:
    """Return *current* after a decision that turned *before* into *after*.

    Where nobody interfered that is *after*. Else what the decision changed is taken over and
    the rest stays: a label given here and a note written elsewhere are both kept. What it is
    about, its *subjects*, is taken over also where it confirmed what was there. A row that
    was taken away meanwhile comes back, because the decision is newer; but not for what was only
    filled in, which is no decision and leaves the revision.
    """
    filled_in = before is not None and after is not None and before.revision == after.revision
    if current is None and filled_in:
        return None
    if current in (before, after) or current is None:
        return after
    blank = current._replace(label=None, flagged=False, note="", created_at="", updated_at="")
    old = before or blank._replace(reference_sha256="", candidate_sha256="", lead_time=0.0)
    new = after or old._replace(label=None, flagged=False, note="")
    about = {name for subject in subjects for name in _ABOUT.get(subject, ())}
    changes = {
        name: getattr(new, name)
        for name in _FIELDS
        if name not in _KEY and (name in about or getattr(new, name) != getattr(old, name))
    }
    changes["created_at"] = current.created_at or changes.get("created_at", "")
    if not filled_in:
        changes["revision"] = max(current.revision + 1, new.revision)
    row = current._replace(**changes)
    return None if row.is_empty else row
