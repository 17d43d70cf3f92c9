"""What can be said of label files and their journals, by code."""

from __future__ import annotations

from .message_value import QT_TRANSLATE_NOOP, Code


class AboutLabels(Code):
    """Why a label file cannot be used or written, and what is odd or was changed in it."""

    # A label file that cannot be used
    FOLDER_NOT_THERE = QT_TRANSLATE_NOOP(
        "Messages",
        "The folder {name} is not there; make it, or choose another file for the labels with "
        "--labels.",
    )
    IS_FOLDER = QT_TRANSLATE_NOOP(
        "Messages", "{name} is a folder; name a file for the labels with --labels."
    )
    NO_FILE = QT_TRANSLATE_NOOP(
        "Messages", "{name} is not a file; choose another one for the labels with --labels."
    )
    IS_FOLDER_TO_READ = QT_TRANSLATE_NOOP(
        "Messages", "{name} is a folder; choose the CSV file that the window shows."
    )
    NO_FILE_TO_READ = QT_TRANSLATE_NOOP("Messages", "{name} is not a file; choose another one.")
    UNREADABLE = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} cannot be read ({why}); choose another file for the labels with --labels.",
    )
    UNREADABLE_TO_READ = QT_TRANSLATE_NOOP(
        "Messages", "{name} cannot be read ({why}); choose another file."
    )
    NO_LABEL_FILE = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is not a label file: {clause}. It is left as it is; choose another file for the "
        "labels, for instance --labels {proposal}.",
    )
    NO_LABEL_FILE_NOW = QT_TRANSLATE_NOOP(
        "Messages", "{name} is not a label file: {clause}. It is left as it is."
    )
    NO_LABEL_FILE_TO_READ = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is not a label file: {clause}; choose the CSV file that the window shows.",
    )
    JOURNAL_HOLDS_ROW = QT_TRANSLATE_NOOP(
        "Messages",
        "{clause} The recovery journal holds 1 row of {name}: put the right file back so that it "
        "can be read, or move away what is there and run copydesk-labels restore, and it will be "
        "back.",
    )
    JOURNAL_HOLDS_ROWS = QT_TRANSLATE_NOOP(
        "Messages",
        "{clause} The recovery journal holds {count} rows of {name}: put the right file back so "
        "that it can be read, or move away what is there and run copydesk-labels restore, and "
        "they will be back.",
    )
    WRONG_ENCODING = QT_TRANSLATE_NOOP("Messages", "its bytes are not {encoding}")
    TOO_LARGE = QT_TRANSLATE_NOOP(
        "Messages", "it has {size:,} MB; a label file may have at most {most} MB"
    )
    BEGINS_WITH_CONFLICT = QT_TRANSLATE_NOOP(
        "Messages", "it begins with the mark of a merge conflict, as git writes it"
    )
    DOUBLE_COLUMN = QT_TRANSLATE_NOOP("Messages", "it has the column “{name}” twice")
    NO_SEPARATOR = QT_TRANSLATE_NOOP(
        "Messages", "its columns are not separated by comma, semicolon, tab or bar"
    )
    LACKS_COLUMN = QT_TRANSLATE_NOOP("Messages", "it has no column {name}")
    LACKS_COLUMNS = QT_TRANSLATE_NOOP("Messages", "it has no columns {names} and {last}")

    # What is odd in it
    BLANK_BYTES = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has no rows, not even a header, but {count:,} blank or zero bytes, as after a "
        "power cut; the first label rewrites it.",
    )
    BLANK_BYTE = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has no rows, not even a header, but 1 blank or zero byte, as after a power cut; "
        "the first label rewrites it.",
    )
    FLAWED = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has {clause}: what follows cannot be read, and nothing is written until that is "
        "repaired in a text editor. Labels are kept in the recovery journal.",
    )
    FLAWED_TO_READ = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has {clause}: what follows cannot be read. Repair that in a text editor, after "
        "making a copy of the file; until then nothing is written to it.",
    )
    FLAWED_JOURNAL_HOLDS_ROW = QT_TRANSLATE_NOOP(
        "Messages",
        "{clause} Or move the file away and run copydesk-labels restore: the recovery journal "
        "holds 1 row of it.",
    )
    FLAWED_JOURNAL_HOLDS_ROWS = QT_TRANSLATE_NOOP(
        "Messages",
        "{clause} Or move the file away and run copydesk-labels restore: the recovery journal "
        "holds {count:,} rows of it.",
    )
    FLAW_QUOTATION = QT_TRANSLATE_NOOP(
        "Messages", "a quotation mark in record {record} that is never closed"
    )
    FLAW_QUOTATION_IN_HEADER = QT_TRANSLATE_NOOP(
        "Messages", "a quotation mark in its header that is never closed"
    )
    FLAW_CONFLICT = QT_TRANSLATE_NOOP(
        "Messages", "marks of a merge conflict, as git writes them, the first in record {record}"
    )
    FLAW_HALF_CHARACTER = QT_TRANSLATE_NOOP("Messages", "half a character at its end")
    FLAW_HEADER = QT_TRANSLATE_NOOP("Messages", "a header that does not fit its rows")
    HEADER_AGAIN = QT_TRANSLATE_NOOP(
        "Messages", "{name} has its header again in record {record}; it is not counted as a row."
    )
    DOUBLE_ROW = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has a second row for the same pair and annotator, in record {record}; the last "
        "one counts.",
    )
    DOUBLE_ROWS = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has {count:,} rows for a pair and annotator that already have one, the first in "
        "record {record}; the last one counts.",
    )
    RAGGED_ROW = QT_TRANSLATE_NOOP(
        "Messages", "{name} has 1 row with too few or too many columns, in record {record}."
    )
    RAGGED_ROWS = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has {count:,} rows with too few or too many columns, the first in record {record}.",
    )
    SWALLOWING_ROW = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has 1 row with line ends where none can be, in record {record}; a stray quotation "
        "mark there may hide the rows behind it. Remove it in a text editor, after making a copy "
        "of the file.",
    )
    SWALLOWING_ROWS = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has {count:,} rows with line ends where none can be, the first in record "
        "{record}; stray quotation marks there may hide the rows behind them. Remove them in a "
        "text editor, after making a copy of the file.",
    )
    STRANGE_LABEL = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has 1 label that this list does not name, “{label}” in record {record}; it is kept "
        "and shown as it is.",
    )
    STRANGE_LABELS = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has {count:,} labels that this list does not name, the first one “{label}” in "
        "record {record}; they are kept and shown as they are.",
    )
    LACKS_LABEL = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} lacks 1 label that it had, as if an older copy had been saved over it; open the "
        "list in the window, or run copydesk-labels restore, and it will be put back.",
    )
    LACKS_LABELS = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} lacks {count:,} labels that it had, as if an older copy had been saved over it; "
        "open the list in the window, or run copydesk-labels restore, and they will be put back.",
    )
    HAS_WITHDRAWN_LABEL = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has 1 label again that was withdrawn, as if an older copy had been saved over it; "
        "open the list in the window, or run copydesk-labels restore, and it will be taken out.",
    )
    HAS_WITHDRAWN_LABELS = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has {count:,} labels again that were withdrawn, as if an older copy had been "
        "saved over it; open the list in the window, or run copydesk-labels restore, and they "
        "will be taken out.",
    )
    HAS_SPOILED_ROW = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has 1 row that was damaged or cut off; open the list in the window, or run "
        "copydesk-labels restore, and it will be written again.",
    )
    HAS_SPOILED_ROWS = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has {count:,} rows that were damaged or cut off; open the list in the window, or "
        "run copydesk-labels restore, and they will be written again.",
    )
    ROW_WITHOUT_LETTERS = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} was saved in an encoding that lacks {letters}, and 1 row lost such letters; open "
        "the list in the window, or run copydesk-labels restore, and it will be written again.",
    )
    ROWS_WITHOUT_LETTERS = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} was saved in an encoding that lacks {letters}, and {count:,} rows lost such "
        "letters; open the list in the window, or run copydesk-labels restore, and they will be "
        "written again.",
    )
    HAS_GARBLED_ROW = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} was opened in the wrong encoding and saved like that: 1 row has other characters "
        "in place of letters such as {letters}; open the list in the window, or run "
        "copydesk-labels restore, and it will be written again.",
    )
    HAS_GARBLED_ROWS = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} was opened in the wrong encoding and saved like that: {count:,} rows have other "
        "characters in place of letters such as {letters}; open the list in the window, or run "
        "copydesk-labels restore, and they will be written again.",
    )
    HAS_REWRITTEN_FIGURE = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has 1 row in which a spreadsheet rewrote cells, for example “{known}” as "
        "“{there}”; open the list in the window, or run copydesk-labels restore, and it will be "
        "written again.",
    )
    HAS_REWRITTEN_FIGURES = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has {count:,} rows in which a spreadsheet rewrote cells, for example “{known}” as "
        "“{there}”; open the list in the window, or run copydesk-labels restore, and they will "
        "be written again.",
    )
    HAS_EMPTIED_ROW = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has 1 row in which another program emptied cells, such as “{known}”; open the "
        "list in the window, or run copydesk-labels restore, and it will be written again.",
    )
    HAS_EMPTIED_ROWS = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has {count:,} rows in which another program emptied cells, such as “{known}”; "
        "open the list in the window, or run copydesk-labels restore, and they will be written "
        "again.",
    )
    HAS_REWRITTEN_ID = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has 1 row under an id that a spreadsheet rewrote, for example 007 as 7; open the "
        "list in the window, or run copydesk-labels restore, and it will be corrected.",
    )
    HAS_REWRITTEN_IDS = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has {count:,} rows under ids that a spreadsheet rewrote, for example 007 as 7; "
        "open the list in the window, or run copydesk-labels restore, and they will be corrected.",
    )
    DOUBT_TO_RESTORE = QT_TRANSLATE_NOOP(
        "Messages", "{clause} The window asks; copydesk-labels restore puts it back."
    )
    GONE_ROWS_FROM_JOURNAL = QT_TRANSLATE_NOOP(
        "Messages", "{name} is gone; its rows are taken from the journal."
    )
    EMPTY_ROWS_FROM_JOURNAL = QT_TRANSLATE_NOOP(
        "Messages", "{name} is empty; its rows are taken from the journal."
    )
    ROWS_FROM_JOURNAL = QT_TRANSLATE_NOOP(
        "Messages", "The rows of {name} are taken from the journal."
    )
    PAIR_NOT_THERE_YET = QT_TRANSLATE_NOOP(
        "Messages",
        "The journal has a decision on 1 pair that {name} does not have yet ({ids}); open the "
        "list in the window and it will be written.",
    )
    PAIRS_NOT_THERE_YET = QT_TRANSLATE_NOOP(
        "Messages",
        "The journal has decisions on {count:,} pairs that {name} does not have yet ({ids}); open "
        "the list in the window and they will be written.",
    )

    # Why it could not be written
    BEING_WRITTEN = QT_TRANSLATE_NOOP("Messages", "It is being written.")
    KEPT_IN_JOURNAL = QT_TRANSLATE_NOOP("Messages", "Kept in the recovery journal: {clause}")
    ROW_ONLY_IN_JOURNAL = QT_TRANSLATE_NOOP(
        "Messages", "1 row is only in the recovery journal: {clause}"
    )
    ROWS_ONLY_IN_JOURNAL = QT_TRANSLATE_NOOP(
        "Messages", "{count} rows are only in the recovery journal: {clause}"
    )
    IN_THE_WAY = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is not a label file any more ({clause}); put the right one back or move this one "
        "away, and the labels will be written.",
    )
    IT_IS_FOLDER = QT_TRANSLATE_NOOP("Messages", "it is a folder")
    IT_IS_NO_FILE = QT_TRANSLATE_NOOP("Messages", "it is not a file")
    NOT_READABLE = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} cannot be read ({why}); change its permissions, and the labels will be written.",
    )
    LINK_TO_NOWHERE = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is a link that leads nowhere; correct or remove it, and the labels will be "
        "written.",
    )
    MEND_FLAW = QT_TRANSLATE_NOOP(
        "Messages", "{name} has {clause}; repair it, and the labels will be written."
    )
    READ_ONLY = QT_TRANSLATE_NOOP(
        "Messages", "{name} is read-only; make it writable, and the labels will be written."
    )
    DISK_READ_ONLY = QT_TRANSLATE_NOOP(
        "Messages",
        "the disk of {name} is read-only; make it writable, and the labels will be written.",
    )
    LOCK_BUSY = QT_TRANSLATE_NOOP("Messages", "another Copydesk is using {name}; trying again.")
    KEEPS_CHANGING = QT_TRANSLATE_NOOP(
        "Messages", "another program keeps changing {name}; trying again."
    )
    LOCKED = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is locked by another program; close it there, and the labels will be written.",
    )
    DISK_FULL = QT_TRANSLATE_NOOP(
        "Messages", "the disk of {name} is full; free some space, and the labels will be written."
    )
    TOO_MANY_OPEN = QT_TRANSLATE_NOOP(
        "Messages", "too many files are open to write {name}; trying again."
    )
    FOLDER_GONE = QT_TRANSLATE_NOOP("Messages", "the folder {name} is gone; restore it.")
    NOT_WRITTEN = QT_TRANSLATE_NOOP(
        "Messages", "{name} could not be written ({why}); trying again."
    )

    # The recovery journal
    NOT_SAVED = QT_TRANSLATE_NOOP("Messages", "Not saved: {clause}.")
    JOURNAL_DISK_FULL = QT_TRANSLATE_NOOP(
        "Messages",
        "Not saved: the disk with the recovery journal, in {name}, is full; free some space, then "
        "choose “Try again”, and decide again.",
    )
    JOURNAL_NOT_WRITTEN = QT_TRANSLATE_NOOP(
        "Messages",
        "Not saved: the recovery journal in {name} cannot be written ({why}); make that folder "
        "usable and decide again.",
    )
    JOURNAL_UNUSABLE = QT_TRANSLATE_NOOP(
        "Messages",
        "the recovery journal in {name} cannot be used ({why}); make that folder usable, and the "
        "labels will be written.",
    )
    JOURNAL_NEWER = QT_TRANSLATE_NOOP(
        "Messages",
        "the recovery journal {name} was written by a newer Copydesk; open the list with that one",
    )
    JOURNAL_NEWER_SENTENCE = QT_TRANSLATE_NOOP(
        "Messages",
        "The recovery journal {name} was written by a newer Copydesk; open the list with that one.",
    )
    JOURNAL_DAMAGED = QT_TRANSLATE_NOOP(
        "Messages", "the recovery journal {name} is damaged; open the list again"
    )
    JOURNAL_UNREADABLE = QT_TRANSLATE_NOOP(
        "Messages", "The recovery journal {name} cannot be read ({why}); change its permissions."
    )
    JOURNAL_HAD_DAMAGED_BYTE = QT_TRANSLATE_NOOP(
        "Messages",
        "The recovery journal had 1 damaged byte, as after a crash; it was {clause}, and all "
        "whole records were kept.",
    )
    JOURNAL_HAD_DAMAGED_BYTES = QT_TRANSLATE_NOOP(
        "Messages",
        "The recovery journal had {count:,} damaged bytes, as after a crash; they were {clause}, "
        "and all whole records were kept.",
    )
    DAMAGE_SET_ASIDE = QT_TRANSLATE_NOOP("Messages", "set aside in {name}")
    DAMAGE_LEFT = QT_TRANSLATE_NOOP("Messages", "left in place ({why})")
    JOURNAL_HAS_DAMAGED_BYTE = QT_TRANSLATE_NOOP(
        "Messages",
        "The recovery journal has 1 damaged byte, as after a crash; it is set aside when the "
        "label file is next opened in the window.",
    )
    JOURNAL_HAS_DAMAGED_BYTES = QT_TRANSLATE_NOOP(
        "Messages",
        "The recovery journal has {count:,} damaged bytes, as after a crash; they are set aside "
        "when the label file is next opened in the window.",
    )

    NOTE_TAKEN_OVER = QT_TRANSLATE_NOOP(
        "Messages",
        "Copydesk ended while a note on {id} was being typed; what had been typed was kept.",
    )

    # An annotator
    ANNOTATOR_EMPTY = QT_TRANSLATE_NOOP("Messages", "The annotator's name is empty; enter one.")
    ANNOTATOR_CONTROLS = QT_TRANSLATE_NOOP(
        "Messages", "The annotator's name has a line break or another control character; remove it."
    )
    ANNOTATOR_LONG = QT_TRANSLATE_NOOP(
        "Messages",
        "The annotator's name has {found:,} characters; shorten it to at most {most:,}.",
    )
