"""What can be said of thesauri and tables of swaps, by code."""

from __future__ import annotations

from .message_value import QT_TRANSLATE_NOOP, Code


class AboutModel(Code):
    """Why a file that the comparison is to know words from cannot be used."""

    # A table of swaps
    TABLE_UNREADABLE = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} cannot be read ({why}); give a table that copydesk-compare --learn wrote.",
    )
    TABLE_TOO_LARGE = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is larger than any table of swaps; give a table that copydesk-compare --learn "
        "wrote.",
    )
    NO_TABLE = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} does not begin with {columns}; give a table that copydesk-compare --learn wrote.",
    )
    TABLE_NO_TEXT = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is not a CSV file in UTF-8; give a table that copydesk-compare --learn wrote.",
    )
    TABLE_NO_CSV = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is not a CSV file in UTF-8 ({why}); give a table that copydesk-compare --learn "
        "wrote.",
    )
    NO_SWAP = QT_TRANSLATE_NOOP(
        "Messages",
        "Line {line} of {name} is not a swap: it needs words, words, a number of pairs and at "
        "least as many occurrences; correct the line, or learn the table again.",
    )

    # A thesaurus
    SENTENCE = QT_TRANSLATE_NOOP("Messages", "{clause}.")
    NO_INDEX = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is not the index of a MyThes thesaurus; give its .idx file, with the .dat file "
        "beside it.",
    )
    GIVE_INDEX = QT_TRANSLATE_NOOP(
        "Messages",
        "{clause}; give the .idx file of a MyThes thesaurus, with its .dat file beside it.",
    )
    FILE_NOT_OPENED = QT_TRANSLATE_NOOP("Messages", "{name} cannot be opened ({why})")
    NOT_OPENED = QT_TRANSLATE_NOOP("Messages", "The thesaurus {name} cannot be opened: {why}")
    NO_THESAURUS = QT_TRANSLATE_NOOP("Messages", "{name} is not a thesaurus")
    OTHER_VERSION = QT_TRANSLATE_NOOP(
        "Messages", "The thesaurus {name} has version {found}, not {wanted}"
    )
    OTHER_MACHINE = QT_TRANSLATE_NOOP(
        "Messages", "The thesaurus {name} is for little-endian machines only"
    )
    WRONG_SIZE = QT_TRANSLATE_NOOP("Messages", "The thesaurus {name} is damaged: its size is wrong")
    TOO_MANY_HEADS = QT_TRANSLATE_NOOP(
        "Messages", "The thesaurus {name} is damaged: it has more heads than phrases"
    )
    WRONG_FIRST_LINES = QT_TRANSLATE_NOOP(
        "Messages", "The thesaurus {name} is damaged: its first lines are wrong"
    )
    DATA_DISAGREE = QT_TRANSLATE_NOOP(
        "Messages", "The thesaurus {name} is damaged: index and data do not agree"
    )
    LIST_TOO_LONG = QT_TRANSLATE_NOOP("Messages", "{found} heads are more than {wanted}")
    ONE_FINGERPRINT = QT_TRANSLATE_NOOP("Messages", "Two phrases have one fingerprint")
    NO_ENCODING = QT_TRANSLATE_NOOP("Messages", "The thesaurus {name} has no encoding: {why}")
