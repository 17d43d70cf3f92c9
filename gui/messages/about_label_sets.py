"""What can be said of the labels that a list names, by code."""

from __future__ import annotations

from .message_value import QT_TRANSLATE_NOOP, Code


class AboutLabelSet(Code):
    """A set of labels that cannot be used: whole sentences, and clauses that say what is wrong."""

    NOT_THERE = QT_TRANSLATE_NOOP(
        "Messages",
        "The file {name}, which should name the labels, is not there; check its name, or leave it "
        "out to label with those that the list names.",
    )
    UNREADABLE = QT_TRANSLATE_NOOP(
        "Messages",
        "The labels in {name} cannot be read ({why}); repair the file, or move it away to label "
        "with original, copy and unrelated.",
    )
    NO_TOML = QT_TRANSLATE_NOOP(
        "Messages",
        "The labels in {name} cannot be read, as it is not valid TOML: {why}. Correct that line, "
        "or move the file away to label with original, copy and unrelated.",
    )
    WRONG = QT_TRANSLATE_NOOP(
        "Messages",
        "The labels in {name} cannot be used: {clause}. Correct that, or move the file away to "
        "label with original, copy and unrelated.",
    )
    OF_LABEL = QT_TRANSLATE_NOOP("Messages", "label {number} {clause}")
    OF_NAMED_LABEL = QT_TRANSLATE_NOOP("Messages", "label {number}, “{label}”, {clause}")

    # Clauses about the file
    NO_UTF8 = QT_TRANSLATE_NOOP("Messages", "it is not saved as UTF-8")
    NO_LABELS = QT_TRANSLATE_NOOP("Messages", "there is no [[label]] table")
    TOO_MANY = QT_TRANSLATE_NOOP("Messages", "it has {found} labels; at most {most} are allowed")
    STRANGE_ENTRY = QT_TRANSLATE_NOOP(
        "Messages", "“{entry}” is not a known entry; use one of: {known}"
    )
    BAD_DEFAULTS = QT_TRANSLATE_NOOP("Messages", "“defaults” is neither true nor false")

    # Clauses about one label
    STRANGE_FIELD = QT_TRANSLATE_NOOP(
        "Messages", "has “{entry}”, which is not a known entry; use one of: {known}"
    )
    BAD_NAME = QT_TRANSLATE_NOOP(
        "Messages",
        "needs a name that begins with a letter and has at most {most} letters, digits, spaces, "
        "hyphens and underscores",
    )
    TAKEN_NAME = QT_TRANSLATE_NOOP(
        "Messages", "has the name of a filter of the list; choose another name"
    )
    DOUBLE_NAME = QT_TRANSLATE_NOOP("Messages", "has the name of another label of the file")
    BAD_KEY = QT_TRANSLATE_NOOP(
        "Messages", "needs a key that is one letter, digit or sign, or a list of two such keys"
    )
    DOUBLE_KEY = QT_TRANSLATE_NOOP("Messages", "has the key {key}, which “{other}” already has")
    BAD_COLOUR = QT_TRANSLATE_NOOP("Messages", "needs a colour that is one of: {known}")
    BAD_DESCRIPTION = QT_TRANSLATE_NOOP("Messages", "needs a description that is a text")
    BAD_ORDER = QT_TRANSLATE_NOOP("Messages", "needs an order that is a number")
