"""How labels look: icon and colour of each, and what its button says of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ...labels import DEFAULT_LABELS, Label, LabelSet


def sign_of_label(name: str, labels: LabelSet) -> tuple[str, str]:
    """Return the icon and the colour role of the label *name*, which *labels* need not know."""
    known = labels.find(name)
    role = "muted" if known is None else known.colour
    return f"label-{name}" if name in DEFAULT_LABELS.names else "label", role


def hint_of(label: Label) -> str:
    """Return when to choose *label*: what its list says, or what a default one means."""
    if label.description or label.name not in DEFAULT_LABELS.names:
        return label.description
    return {
        "original": QCoreApplication.translate(
            "LabelBar", "The reference was made from the candidate."
        ),
        "copy": QCoreApplication.translate(
            "LabelBar", "The candidate was made from the reference."
        ),
        "unrelated": QCoreApplication.translate("LabelBar", "Neither was made from the other."),
    }.get(
        label.name,
        QCoreApplication.translate(
            "LabelBar", "The pair cannot be judged: a document cannot be read, or is the wrong one."
        ),
    )
