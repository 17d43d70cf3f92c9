"""How a decision meets a row that somebody else changed meanwhile: column by column."""

from __future__ import annotations

from .model import LabelRow

_FIELDS = LabelRow._fields
_KEY = ("pair_id", "annotator")
SUBJECTS = ("label", "flagged", "note")  # what people decide


def merged(
    current: LabelRow | None, before: LabelRow | None, after: LabelRow | None
) -> LabelRow | None:
    """Return what becomes of *current* when a decision turns *before* into *after*.

    Where nobody interfered that is *after*. Else what the decision changed is taken over and
    the rest stays: a label given here and a note written elsewhere are both kept. A row that
    was taken away meanwhile comes back, because the decision is the newer word.
    """
    if current in (before, after) or current is None:
        return after
    blank = current._replace(label=None, flagged=False, note="", created_at="", updated_at="")
    old = before or blank._replace(reference_sha256="", candidate_sha256="", lead_time=0.0)
    new = after or old._replace(label=None, flagged=False, note="")
    changes = {
        name: getattr(new, name)
        for name in _FIELDS
        if name not in _KEY and getattr(new, name) != getattr(old, name)
    }
    changes["created_at"] = current.created_at or changes.get("created_at", "")
    changes["revision"] = max(current.revision + 1, new.revision)
    row = current._replace(**changes)
    return None if row.is_empty else row
