"""What can be said of files that hold many articles, a row each, by code."""

from __future__ import annotations

from .message_value import QT_TRANSLATE_NOOP, Code


class AboutArticles(Code):
    """Why an article cannot be read out of such a file, and what is odd in it."""

    NO_TEXT_COLUMN = QT_TRANSLATE_NOOP(
        "Messages",
        "no column for the texts of the articles; name one of them text, or say --text NAME (there "
        "are: {columns})",
    )
    NOT_OF_ROWS = QT_TRANSLATE_NOOP(
        "Messages", "this is not a file with a row for each article, such as CSV or JSON lines"
    )
    NO_ROWS = QT_TRANSLATE_NOOP("Messages", "there are no articles in it; add a row for each")
    NO_SUCH_ARTICLE = QT_TRANSLATE_NOOP(
        "Messages", "there is no article “{id}” in it (articles: {total:,}; the first is “{first}”)"
    )
    ROW_UNREADABLE = QT_TRANSLATE_NOOP("Messages", "row {row} {clause}")
    ROW_TOO_LARGE = QT_TRANSLATE_NOOP("Messages", "has more than {most:,} MB")
    TOO_LARGE_TO_KEEP = QT_TRANSLATE_NOOP(
        "Messages",
        "its articles have more than {most:,} million characters, too many to look one up in such "
        "a file; save it as JSON lines, and do not pack it",
    )
    ROW_PASSED_OVER = QT_TRANSLATE_NOOP("Messages", "{name}: row {row} {clause}; it is skipped.")
    ROWS_PASSED_OVER = QT_TRANSLATE_NOOP(
        "Messages",
        "{name}: {count:,} rows cannot be read and are skipped; the first of them is row {row}, "
        "which {clause}.",
    )
    ID_TWICE = QT_TRANSLATE_NOOP(
        "Messages",
        "{name}: the article in row {row} has the id “{id}”, which an earlier one already has; it "
        "is called “{new}”.",
    )
    IDS_TWICE = QT_TRANSLATE_NOOP(
        "Messages",
        "{name}: {count:,} articles have the id of an earlier one; that in row {row}, for example, "
        "has the id “{id}” and is called “{new}”.",
    )
