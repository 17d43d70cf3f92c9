"""What can be said on the way from pair to pair, by code."""

from __future__ import annotations

from .message_value import QT_TRANSLATE_NOOP, Code


class AboutReview(Code):
    """What became of a pair that was to be compared, and where the list ends."""

    GIVEN_UP = QT_TRANSLATE_NOOP(
        "Messages",
        "This pair was given up after {minutes} minutes of work; flag it, or press F5 to try "
        "again.",
    )
    PROCESS_DOWN = QT_TRANSLATE_NOOP(
        "Messages",
        "Reading this pair brought the reading process down (it may need too much memory); flag "
        "the pair, or press F5 to try again.",
    )
    TOO_MUCH_MEMORY = QT_TRANSLATE_NOOP(
        "Messages",
        "{reference} and {candidate} need more memory than Copydesk allows for one pair; flag the "
        "pair, or open shorter documents.",
    )
    FAULT = QT_TRANSLATE_NOOP(
        "Messages",
        "This pair cannot be compared because of a fault in Copydesk ({error}); flag it and go "
        "on, the details are in the log.",
    )
    LAST_PAIR = QT_TRANSLATE_NOOP("Messages", "This is the last pair of the list.")
    FIRST_PAIR = QT_TRANSLATE_NOOP("Messages", "This is the first pair of the list.")
    PASSED_OVER = QT_TRANSLATE_NOOP(
        "Messages", "Passed over, because it cannot be read: {id}. {clause}"
    )
    PASSED_OVER_MANY = QT_TRANSLATE_NOOP(
        "Messages",
        "Passed over {count:,} pairs, because they cannot be read: {ids}. The filter “Unreadable” "
        "of the list shows them.",
    )
    ONLY_OPEN_PAIR = QT_TRANSLATE_NOOP(
        "Messages", "This is the only pair left that can be labelled."
    )
    STILL_SAVING = QT_TRANSLATE_NOOP(
        "Messages", "Ignored, because what was decided before is still being saved."
    )
