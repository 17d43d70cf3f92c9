"""What can be said of pair lists and their pairs, and on the way from pair to pair, by code."""

from __future__ import annotations

from .message_value import QT_TRANSLATE_NOOP, Code


class AboutPairs(Code):
    """A pair list that cannot be used, and pairs that cannot be read."""

    # A list, a folder, or what the reviewer named
    NOT_THERE_CHECK_PATH = QT_TRANSLATE_NOOP("Messages", "{name} is not there; check the path.")
    NEITHER_THERE = QT_TRANSLATE_NOOP(
        "Messages", "{reference} and {candidate} are not there; check the paths."
    )
    SECOND_DOCUMENT_MISSING = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is one document, and a second one is missing; name both, or a pair list, which "
        "has columns such as reference and candidate.",
    )
    LIST_UNREADABLE = QT_TRANSLATE_NOOP(
        "Messages", "{name} cannot be read ({why}); choose another pair list."
    )
    FOLDER_UNREADABLE = QT_TRANSLATE_NOOP(
        "Messages", "{name} cannot be read ({why}); choose another folder."
    )
    LIST_TOO_LARGE = QT_TRANSLATE_NOOP(
        "Messages", "it has {size:,} MB; a list may have at most {most:,} MB"
    )
    IS_DEVICE = QT_TRANSLATE_NOOP("Messages", "it is a device")
    NO_TEXT = QT_TRANSLATE_NOOP(
        "Messages", "{name} is not a pair list: its bytes are not text; choose a CSV file."
    )
    IS_ENCRYPTED = QT_TRANSLATE_NOOP(
        "Messages", "it is encrypted; open it in its program, and save it without a password"
    )
    IS_ARCHIVE = QT_TRANSLATE_NOOP("Messages", "it is an archive; unpack it")
    IS_DAMAGED = QT_TRANSLATE_NOOP("Messages", "it is damaged")
    NEEDS_EXTRA = QT_TRANSLATE_NOOP(
        "Messages",
        "it is {what}, and the library for that is not installed; install it with: "
        "pip install 'copydesk[{extra}]', or save the list as CSV",
    )
    NOT_IN_BUNDLE = QT_TRANSLATE_NOOP(
        "Messages",
        "it is {what}, which this build of Copydesk cannot read; save the list as CSV or JSON "
        "lines, or use a Copydesk that is installed with: pip install 'copydesk[{extra}]'",
    )
    WORKBOOK = QT_TRANSLATE_NOOP("Messages", "a workbook")
    PARQUET = QT_TRANSLATE_NOOP("Messages", "a Parquet file")
    ZSTANDARD = QT_TRANSLATE_NOOP("Messages", "packed with Zstandard")
    TABLE_TAKES_TOO_MUCH = QT_TRANSLATE_NOOP(
        "Messages", "reading it takes more than {limit}; save the list as CSV"
    )
    SHEET_TAKEN = QT_TRANSLATE_NOOP(
        "Messages",
        "The pairs come from the sheet “{sheet}”, the first one that names two documents.",
    )
    FORMULAS_WITHOUT_VALUE = QT_TRANSLATE_NOOP(
        "Messages",
        "The list has formulas whose values are not in the file: open it in its program, and save "
        "it there.",
    )
    NO_PAIRS_IN_LIST = QT_TRANSLATE_NOOP(
        "Messages", "{name} holds no pairs; add a row for each pair."
    )
    LIST_NOT_JSON = QT_TRANSLATE_NOOP(
        "Messages",
        "it is not valid JSON, perhaps because its end is missing; get it again, or save the list "
        "as CSV",
    )
    LIST_CUT = QT_TRANSLATE_NOOP(
        "Messages",
        "The list has no “]” at its end: rows may be missing, too. Get it again, and look how many "
        "it should have.",
    )
    ONE_ANNOTATOR = QT_TRANSLATE_NOOP(
        "Messages",
        "The label files hold the labels of fewer than two annotators, so nobody can disagree; "
        "name those of all, or add --by-file if each file is by somebody else.",
    )
    NOTHING_DISPUTED = QT_TRANSLATE_NOOP(
        "Messages",
        "The annotators do not disagree about any pair of {name}; there is nothing to decide.",
    )
    NEEDS_NUMPY = QT_TRANSLATE_NOOP(
        "Messages",
        "This requires numpy, which is not installed; use a Copydesk that is installed with: pip "
        "install 'copydesk[agreement]'.",
    )
    NO_LIST_TO_DECIDE = QT_TRANSLATE_NOOP(
        "Messages", "Adjudicating label files requires a pair list; name it first."
    )
    NO_PAIRS_IN_FOLDER = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} holds no pairs: neither a pairs.csv nor a subfolder with exactly two documents; "
        "choose another folder, or open two documents.",
    )
    FOLDER_OF_ONE = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} holds one document and no pairs.csv; put a second document there, or choose "
        "another folder.",
    )
    FOLDER_OF_DOCUMENTS = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} holds {count:,} documents, and nothing says which of them are a pair; find the "
        "pairs with copydesk-find, write a pairs.csv, or put each pair in a subfolder of its own.",
    )
    FOLDER_OF_MANY = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} holds more than {count:,} documents, and nothing says which of them are a pair; "
        "find the pairs with copydesk-find, write a pairs.csv, or put each pair in a subfolder of "
        "its own.",
    )
    SUBFOLDERS_PASSED_OVER = QT_TRANSLATE_NOOP(
        "Messages", "Skipped, because they do not hold exactly two documents: {names}."
    )
    LINES_IN_OTHER_ROWS = QT_TRANSLATE_NOOP(
        "Messages",
        "{count:,} lines of the list were read as parts of other rows; check the quotation marks "
        "from row {row} on.",
    )
    LINE_IN_OTHER_ROWS = QT_TRANSLATE_NOOP(
        "Messages",
        "A line of the list was read as part of row {row}; check the quotation marks there.",
    )
    COMMENTS_PASSED_OVER = QT_TRANSLATE_NOOP(
        "Messages", "Skipped {count:,} lines of the list, which begin with #."
    )
    COMMENT_PASSED_OVER = QT_TRANSLATE_NOOP(
        "Messages", "Skipped a line of the list, which begins with #."
    )
    NO_HEADER = QT_TRANSLATE_NOOP(
        "Messages",
        "The list has no header: column {first} was read as the reference, column {second} as the "
        "candidate, and the first row as a pair.",
    )
    DOCUMENTS_ELSEWHERE = QT_TRANSLATE_NOOP(
        "Messages",
        "{count:,} documents are not where the list says, and others are used: for {name}, for "
        "example, {path} (pairs checked: {pairs:,}).",
    )
    DOCUMENT_ELSEWHERE = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is not where the list says, and {path} is used (pairs checked: {pairs:,}).",
    )
    NO_COLUMNS = QT_TRANSLATE_NOOP(
        "Messages",
        "no columns for the two documents; name them reference and candidate, or say --columns "
        "NAME,NAME (there are: {columns}); if each row is one article, find the pairs with "
        "copydesk-find --text NAME",
    )
    COLUMNS_ALIKE = QT_TRANSLATE_NOOP(
        "Messages", "--columns takes two different names, reference and candidate"
    )
    NO_SUCH_COLUMN = QT_TRANSLATE_NOOP(
        "Messages", "there is no column “{name}” (there are: {columns})"
    )
    COLUMN_TWICE = QT_TRANSLATE_NOOP(
        "Messages", "two columns have the name “{name}”; give one of them another name"
    )
    NO_NAMES = QT_TRANSLATE_NOOP("Messages", "none")
    NAME_DOCUMENTS_OR_LIST = QT_TRANSLATE_NOOP(
        "Messages", "Name two documents, or one list of pairs, or one folder."
    )
    FOLDER_AS_DOCUMENT = QT_TRANSLATE_NOOP(
        "Messages", "{name} is a folder, not a document; name two documents, or the folder alone."
    )

    PASTED_UNREADABLE = QT_TRANSLATE_NOOP(
        "Messages", "The pasted text {name} cannot be read ({why}); paste it again."
    )
    IS_NOT_UTF8 = QT_TRANSLATE_NOOP("Messages", "it is not UTF-8 any more")
    PASTED_NOT_KEPT = QT_TRANSLATE_NOOP(
        "Messages",
        "The pasted texts cannot be kept in {name} ({why}); save them in files of your own before "
        "you close the window.",
    )

    # One pair
    ROW_UNUSABLE = QT_TRANSLATE_NOOP("Messages", "Row {row} of the list {clause}.")
    ROW_UNCLOSED = QT_TRANSLATE_NOOP("Messages", "opens a quotation mark that is never closed")
    ROW_TOO_SHORT = QT_TRANSLATE_NOOP(
        "Messages", "is too short: it has {found} of {wanted} columns"
    )
    ROW_TOO_LONG = QT_TRANSLATE_NOOP(
        "Messages",
        "is too long: it has {found} columns, and the header {wanted}; put a text that holds the "
        "delimiter in quotation marks",
    )
    ROW_TOO_LONG_HERE = QT_TRANSLATE_NOOP(
        "Messages",
        "is too long: it has {found} columns, and most rows {wanted}; put a text that holds the "
        "delimiter in quotation marks",
    )
    ROW_NOT_JSON = QT_TRANSLATE_NOOP("Messages", "is not valid JSON")
    REST_NOT_JSON = QT_TRANSLATE_NOOP(
        "Messages", "is not valid JSON, and from there on the list cannot be read"
    )
    ROW_NO_OBJECT = QT_TRANSLATE_NOOP("Messages", "is not a JSON object")
    ROW_TOO_DEEP = QT_TRANSLATE_NOOP(
        "Messages", "is nested too deeply; give each column a text or a number"
    )
    ROW_DOUBLE = QT_TRANSLATE_NOOP(
        "Messages", "Row {row} of the list has the id {id}, which an earlier row already has."
    )
    ROW_WITHOUT_REFERENCE = QT_TRANSLATE_NOOP(
        "Messages", "Row {row} of the list names no reference."
    )
    ROW_WITHOUT_CANDIDATE = QT_TRANSLATE_NOOP(
        "Messages", "Row {row} of the list names no candidate."
    )
    REFERENCE_NOT_THERE = QT_TRANSLATE_NOOP("Messages", "The reference {name} is not there.")
    CANDIDATE_NOT_THERE = QT_TRANSLATE_NOOP("Messages", "The candidate {name} is not there.")
    REFERENCE_NOT_AT_HOME = QT_TRANSLATE_NOOP(
        "Messages", "The reference {name} is not there: it was looked for at {path}."
    )
    CANDIDATE_NOT_AT_HOME = QT_TRANSLATE_NOOP(
        "Messages", "The candidate {name} is not there: it was looked for at {path}."
    )
    REFERENCE_IS_ADDRESS = QT_TRANSLATE_NOOP(
        "Messages",
        "The reference {name} is an address, not a file; save the page, and name its file in the "
        "list.",
    )
    CANDIDATE_IS_ADDRESS = QT_TRANSLATE_NOOP(
        "Messages",
        "The candidate {name} is an address, not a file; save the page, and name its file in the "
        "list.",
    )
    CANNOT_BE_LABELLED = QT_TRANSLATE_NOOP("Messages", "{id} cannot be labelled: {clause}")


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
    LAST_WORD = QT_TRANSLATE_NOOP(
        "Messages",
        "You have the last word here. What each annotator said of a pair stands below the list of "
        "pairs (View → List of pairs).",
    )
    LAST_PAIR = QT_TRANSLATE_NOOP("Messages", "This is the last pair of the list.")
    FIRST_PAIR = QT_TRANSLATE_NOOP("Messages", "This is the first pair of the list.")
    PASSED_OVER = QT_TRANSLATE_NOOP(
        "Messages", "Skipped, because it cannot be read: {id}. {clause}"
    )
    PASSED_OVER_MANY = QT_TRANSLATE_NOOP(
        "Messages",
        "Skipped {count:,} pairs, because they cannot be read: {ids}. The filter “Unreadable” of "
        "the list shows them.",
    )
    DOUBLE_PASSED_OVER = QT_TRANSLATE_NOOP(
        "Messages", "Skipped, because its id occurs twice: {id}. {clause}"
    )
    DOUBLES_PASSED_OVER = QT_TRANSLATE_NOOP(
        "Messages",
        "Skipped {count:,} pairs, because their ids occur twice: {ids}. The filter “Id occurs "
        "twice” of the list shows them.",
    )
    PASSED_OVER_MIXED = QT_TRANSLATE_NOOP(
        "Messages",
        "Skipped {count:,} pairs, because they cannot be read or their ids occur twice: {ids}. "
        "The filters “Unreadable” and “Id occurs twice” of the list show them.",
    )
    NEITHER_READ = QT_TRANSLATE_NOOP("Messages", "{reference} {candidate}")
    NONE_LEFT = QT_TRANSLATE_NOOP(
        "Messages",
        "No other pair is left to label. The key for the next unlabelled pair leads to the end.",
    )
    ONLY_OPEN_PAIR = QT_TRANSLATE_NOOP(
        "Messages", "This is the only pair left that can be labelled."
    )
    STILL_SAVING = QT_TRANSLATE_NOOP(
        "Messages", "Ignored, because what was decided before is still being saved."
    )
