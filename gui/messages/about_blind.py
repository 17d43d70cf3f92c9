"""What can be said of blind reading, and of reading somebody's labels without changing any."""

from __future__ import annotations

from .message_value import QT_TRANSLATE_NOOP, Code


class AboutBlind(Code):
    """How a list is read, and why it cannot be read so."""

    # Clauses about the file beside a list
    BAD_SETTING = QT_TRANSLATE_NOOP("Messages", '“blind” is neither true, false nor "figures"')
    BAD_SEED = QT_TRANSLATE_NOOP("Messages", "“seed” is not a whole number from 0 to {most:,}")

    # Blind reading
    IS_BLIND = QT_TRANSLATE_NOOP(
        "Messages",
        "Blind reading: names, paths and columns of the list are hidden; order and sides are drawn "
        "for {annotator}, from the number {seed}.",
    )
    IS_BLIND_TO_FIGURES = QT_TRANSLATE_NOOP(
        "Messages",
        "Blind reading: names, paths, columns of the list and similarities are hidden; order and "
        "sides are drawn for {annotator}, from the number {seed}.",
    )


class AboutLookingBack(Code):
    """Reading the labels of a file without changing any."""

    NO_LIST = QT_TRANSLATE_NOOP("Messages", "Reviewing labels requires a pair list; name it first.")
    NO_LABELS = QT_TRANSLATE_NOOP(
        "Messages", "{name} holds no label, flag or note, so there is nothing to review."
    )
    NO_SUCH_ANNOTATOR = QT_TRANSLATE_NOOP(
        "Messages", "{name} holds nothing by {annotator}; it has something by {names}."
    )
    NONE_LISTED = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is about other pairs than {list}: none of its ids is in that list.",
    )
    PAIR_SAID_ANOTHER = QT_TRANSLATE_NOOP(
        "Messages",
        "1 pair has different labels under one name in different files; that of the file named "
        "first is shown. If these are several people, use --by-file.",
    )
    PAIRS_SAID_ANOTHER = QT_TRANSLATE_NOOP(
        "Messages",
        "{count:,} pairs have different labels under one name in different files; those of the "
        "file named first are shown. If these are several people, use --by-file.",
    )
    WHOSE = QT_TRANSLATE_NOOP(
        "Messages", "For reading only: the labels of {annotator} in {name}. Nothing is changed."
    )
    WHOSE_AMONG = QT_TRANSLATE_NOOP(
        "Messages",
        "For reading only: the labels of {annotator} in {name}, which also has those of {names}. "
        "Nothing is changed.",
    )
    READ_ONLY = QT_TRANSLATE_NOOP(
        "Messages",
        "Ignored, because labels are only read here. Open the list without --review to label.",
    )
