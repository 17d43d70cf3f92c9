"""What can be said of what other programs did to a label file, by code."""

from __future__ import annotations

from .message_value import QT_TRANSLATE_NOOP, Code


class AboutAccidents(Code):
    """What another program did to a label file, and what was put right again."""

    CHANGED_OUTSIDE = QT_TRANSLATE_NOOP(
        "Messages", "{name} was changed outside this window: {clause}."
    )
    CHANGED_TWICE = QT_TRANSLATE_NOOP(
        "Messages", "{name} was changed outside this window: {clause}, {last}."
    )
    CHANGED_THRICE = QT_TRANSLATE_NOOP(
        "Messages", "{name} was changed outside this window: {clause}, {second}, {last}."
    )
    ROW_ADDED = QT_TRANSLATE_NOOP("Messages", "1 row added")
    ROWS_ADDED = QT_TRANSLATE_NOOP("Messages", "{count} rows added")
    ROW_CHANGED = QT_TRANSLATE_NOOP("Messages", "1 row changed")
    ROWS_CHANGED = QT_TRANSLATE_NOOP("Messages", "{count} rows changed")
    ROW_REMOVED = QT_TRANSLATE_NOOP("Messages", "1 row removed")
    ROWS_REMOVED = QT_TRANSLATE_NOOP("Messages", "{count} rows removed")
    GONE_WRITTEN_AGAIN = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} was gone; the rows that it had were written again. To start over, choose another "
        "file with --labels.",
    )
    EMPTY_WRITTEN_AGAIN = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} was empty; the rows that it had were written again. To start over, choose another "
        "file with --labels.",
    )
    GONE_WHEN_OPENED = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} was gone or empty; the rows that it had are written again. To start over, choose "
        "another file with --labels.",
    )
    LABEL_PUT_BACK = QT_TRANSLATE_NOOP(
        "Messages", "1 label that an older copy of {name} lacked was put back."
    )
    LABELS_PUT_BACK = QT_TRANSLATE_NOOP(
        "Messages", "{count} labels that an older copy of {name} lacked were put back."
    )
    LABEL_TAKEN_OUT_AGAIN = QT_TRANSLATE_NOOP(
        "Messages", "1 withdrawn label that an older copy of {name} still had was taken out again."
    )
    LABELS_TAKEN_OUT_AGAIN = QT_TRANSLATE_NOOP(
        "Messages",
        "{count} withdrawn labels that an older copy of {name} still had were taken out again.",
    )
    ROW_WRITTEN_AGAIN = QT_TRANSLATE_NOOP(
        "Messages", "1 row of {name} was damaged or cut off; it was written again as it was."
    )
    ROWS_WRITTEN_AGAIN = QT_TRANSLATE_NOOP(
        "Messages",
        "{count} rows of {name} were damaged or cut off; they were written again as they were.",
    )
    ROW_GOT_LETTERS = QT_TRANSLATE_NOOP(
        "Messages",
        "Another program saved {name} in an encoding that lacks {letters}; 1 row had lost such "
        "letters and was written again as it was.",
    )
    ROWS_GOT_LETTERS = QT_TRANSLATE_NOOP(
        "Messages",
        "Another program saved {name} in an encoding that lacks {letters}; {count} rows had lost "
        "such letters and were written again as they were.",
    )
    GARBLED_ROW = QT_TRANSLATE_NOOP(
        "Messages",
        "Another program opened {name} in the wrong encoding and saved other characters in place "
        "of letters such as {letters}; 1 row was written again as it was.",
    )
    GARBLED_ROWS = QT_TRANSLATE_NOOP(
        "Messages",
        "Another program opened {name} in the wrong encoding and saved other characters in place "
        "of letters such as {letters}; {count} rows were written again as they were.",
    )
    ROW_GOT_FIGURES = QT_TRANSLATE_NOOP(
        "Messages",
        "A spreadsheet rewrote cells of {name}, for example “{known}” as “{there}”; 1 row was "
        "written again as it was.",
    )
    ROWS_GOT_FIGURES = QT_TRANSLATE_NOOP(
        "Messages",
        "A spreadsheet rewrote cells of {name}, for example “{known}” as “{there}”; {count} rows "
        "were written again as they were.",
    )
    ROW_GOT_EMPTIED = QT_TRANSLATE_NOOP(
        "Messages",
        "Another program emptied cells of {name}, such as “{known}”; 1 row "
        "was written again as it was.",
    )
    ROWS_GOT_EMPTIED = QT_TRANSLATE_NOOP(
        "Messages",
        "Another program emptied cells of {name}, such as “{known}”; {count} "
        "rows were written again as they were.",
    )
    ID_MENDED = QT_TRANSLATE_NOOP(
        "Messages", "1 id in {name} that a spreadsheet had rewritten was corrected."
    )
    IDS_MENDED = QT_TRANSLATE_NOOP(
        "Messages", "{count} ids in {name} that a spreadsheet had rewritten were corrected."
    )
    RECODED = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} was read as {encoding}, an encoding that lacks {letters}. It is in UTF-8 now: "
        "whoever reads it must read it as UTF-8.",
    )
    RECODED_NAMES = QT_TRANSLATE_NOOP(
        "Messages",
        "Check whether names in it, such as “{word}”, are right; if not, it was read in the wrong "
        "encoding.",
    )
    KEPT_BEFORE = QT_TRANSLATE_NOOP("Messages", "The file as it was before is kept in {copy}.")
    ROW_IN_DOUBT = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} no longer has what was decided about {ids}: somebody took that out, damaged it, or "
        "saved an older copy over the file. It is kept here meanwhile.",
    )
    ROWS_IN_DOUBT = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} lacks {count:,} rows that it had, about {ids}: somebody took them out, damaged "
        "them, or saved an older copy over the file. They are kept here meanwhile.",
    )
