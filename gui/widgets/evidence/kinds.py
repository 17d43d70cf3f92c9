"""The kinds of differences as the window shows them: word, hint, icon and colour.

A kind's name is also the name of its icon and of its theme role. The icon repeats the shape
of the mark in the text, so that colour is never the only sign of a kind.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

KIND_NAMES = ("substitution", "missing", "added", "moved", "look-alike", "minor")
"""All kinds, in the order in which they are listed everywhere."""


def kind_text(name: str) -> str:
    """Return the word for the kind *name* in the reviewer's language; KeyError for others."""
    translate = QCoreApplication.translate
    return {
        "substitution": translate("Kinds", "Substituted"),
        "missing": translate("Kinds", "Missing"),
        "added": translate("Kinds", "Added"),
        "moved": translate("Kinds", "Moved"),
        "look-alike": translate("Kinds", "Look-alike"),
        "minor": translate("Kinds", "Minor"),
    }[name]


def kind_hint(name: str) -> str:
    """Return one sentence: what the kind *name* means and how it is marked."""
    translate = QCoreApplication.translate
    return {
        "substitution": translate("Kinds", "Other words stand in the same place. Mark: underline."),
        "missing": translate("Kinds", "Only the reference has it. Mark: struck edge or hatching."),
        "added": translate("Kinds", "Only the candidate has it. Mark: a bar at the side."),
        "moved": translate("Kinds", "The section stands elsewhere. Mark: a dashed frame."),
        "look-alike": translate("Kinds", "Looks the same, other characters. Mark: a wavy line."),
        "minor": translate(
            "Kinds",
            "Only case, quotation marks, dashes, spacing, optional accents or encoding differ.",
        ),
    }[name]
