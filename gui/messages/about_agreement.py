"""What can be said of the label files that are compared with each other."""

from __future__ import annotations

from .message_value import QT_TRANSLATE_NOOP, Code


class AboutAgreement(Code):
    """What there is to know of label files before what they say together, and why they do not."""

    # Why there is nothing to say
    ALL_BY_ONE = QT_TRANSLATE_NOOP(
        "Messages", "All labels are by {name}: agreement needs at least two annotators."
    )
    NO_LABELS = QT_TRANSLATE_NOOP(
        "Messages", "There are no labels in the files; agreement needs those of two annotators."
    )
    NOTHING_SHARED = QT_TRANSLATE_NOOP(
        "Messages",
        "No pair has labels of two annotators: there is nothing to compare. Are these label files "
        "of one list?",
    )

    NAMED_TWICE = QT_TRANSLATE_NOOP("Messages", "{name} is named twice; name each label file once.")

    # What to know of the files
    FILE_WITHOUT_LABELS = QT_TRANSLATE_NOOP("Messages", "{name} has no labels.")
    PAIR_SAID_ANOTHER = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} labelled 1 pair differently in different files; the latest label counts.",
    )
    PAIRS_SAID_ANOTHER = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} labelled {count:,} pairs differently in different files; the latest label counts.",
    )
    NAMES_ALIKE = QT_TRANSLATE_NOOP(
        "Messages",
        "{names} differ only in blanks, capitals or Unicode form, and count as different "
        "annotators. If they are one person, use --join-names.",
    )
    PAIR_NOT_LISTED = QT_TRANSLATE_NOOP(
        "Messages", "1 pair with labels is not in the list, for instance {name}."
    )
    PAIRS_NOT_LISTED = QT_TRANSLATE_NOOP(
        "Messages", "{count:,} pairs with labels are not in the list, for instance {name}."
    )
    NO_ASSIGNMENT = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is not an assignment.json written by copydesk-labels assign; check the path.",
    )
    NO_ASSIGNMENT_READ = QT_TRANSLATE_NOOP("Messages", "{name} cannot be read ({why}).")
    NOBODY_NAMED = QT_TRANSLATE_NOOP("Messages", "nobody named")
