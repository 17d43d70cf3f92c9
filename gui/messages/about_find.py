"""What can be said of a search for pairs among loose articles."""

from __future__ import annotations

from .message_value import QT_TRANSLATE_NOOP, Code


class AboutFind(Code):
    """Why a search cannot go on, and what it could not read."""

    NO_PROCESS = QT_TRANSLATE_NOOP(
        "Messages",
        "The processes that compare articles end as soon as they start (there may be too little "
        "memory); close other programs, or search with fewer processes.",
    )
    NO_SOURCE = QT_TRANSLATE_NOOP(
        "Messages", "{name} is not there; check the path of the articles."
    )
    SOURCE_IS_ADDRESS = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is one article of a file, and a search works on whole files; name {file} instead.",
    )
    FILE_LEFT_BEHIND = QT_TRANSLATE_NOOP(
        "Messages", "{name} is skipped: an editor or a download left it behind."
    )
    FILES_LEFT_BEHIND = QT_TRANSLATE_NOOP(
        "Messages",
        "{count:,} files that editors or downloads left behind are skipped, for instance {name}.",
    )
    NO_FILE_OF_ARTICLES = QT_TRANSLATE_NOOP(
        "Messages",
        "No file of the sources holds many articles, so the columns named for texts and ids were "
        "not needed.",
    )
    SOURCE_IS_LIST = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} has the articles, and the list would overwrite it; name another file for the list.",
    )
    NO_SUCH_LIST = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} exists and is not a list that a search wrote, so it is not overwritten; name "
        "another file for the list, or delete it.",
    )
    NO_SUCH_FORMAT = QT_TRANSLATE_NOOP(
        "Messages",
        "{name}: the list is written as CSV or Parquet; give it a name that ends in .csv or "
        ".parquet.",
    )
    ON_BOTH_SIDES = QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is on both sides of --against; without --against its articles are searched for "
        "copies of each other.",
    )
    FOLDER_UNREADABLE = QT_TRANSLATE_NOOP(
        "Messages", "The folder {name} cannot be read ({why}) and is left out."
    )
    ARTICLE_WITHOUT_WORDS = QT_TRANSLATE_NOOP("Messages", "{name} has no words and is left out.")
    ARTICLES_WITHOUT_WORDS = QT_TRANSLATE_NOOP(
        "Messages",
        "{count:,} articles have no words and are left out, for instance {name}.",
    )
    NO_NUMPY = QT_TRANSLATE_NOOP(
        "Messages",
        "Searching for pairs requires numpy, which is not installed; install copydesk[find].",
    )
    NO_PARQUET = QT_TRANSLATE_NOOP(
        "Messages",
        "Writing {name} requires a library for Parquet files, which is not installed; install "
        "copydesk[parquet], or name a CSV file.",
    )
    NONE = QT_TRANSLATE_NOOP(
        "Messages", "There are no articles with words; check the path of the articles."
    )
    ONLY_ONE = QT_TRANSLATE_NOOP(
        "Messages", "There is only one article with words; a search needs two or more."
    )
    TOO_FEW_ACROSS = QT_TRANSLATE_NOOP(
        "Messages",
        "One of the two collections has no articles with words; check both paths.",
    )
    NOTHING_FOUND = QT_TRANSLATE_NOOP(
        "Messages",
        "There are no pairs with a score of {least} or more among {count:,} articles; none of them "
        "looks like a copy of another.",
    )
    LIST_NOT_WRITTEN = QT_TRANSLATE_NOOP(
        "Messages",
        "The list of the pairs cannot be written to {name} ({why}); free some space, or copy the "
        "articles to a folder that you can write to.",
    )
    NO_MEMORY = QT_TRANSLATE_NOOP(
        "Messages",
        "The search needs more memory than there is; search fewer articles, or close other "
        "programs.",
    )
    ENDED = QT_TRANSLATE_NOOP(
        "Messages",
        "The process that searches for pairs ended early (there may be too little memory); search "
        "again, and what was compared is not compared again.",
    )
