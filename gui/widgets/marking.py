"""Marks texts of tables for the translators, who find them by the name of the function."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return *text*; that it is to be translated in *context* is all that this says."""
    return text
