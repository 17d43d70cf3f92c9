"""What can be said of documents and other files that are read, by code: why one is of no use."""

from __future__ import annotations

from .message_value import QT_TRANSLATE_NOOP, Code


class AboutDocument(Code):
    """Why a document cannot be read, and what a reader should know about one."""

    # The file
    OF_FILE = QT_TRANSLATE_NOOP("Messages", "{name}: {clause}.")
    NO_SUCH_FILE = QT_TRANSLATE_NOOP("Messages", "there is no such file; check the path")
    NO_FOLDER_IN_PATH = QT_TRANSLATE_NOOP(
        "Messages", "there is no such file: a part of the path is not a folder; check the path"
    )
    NO_PERMISSION = QT_TRANSLATE_NOOP(
        "Messages", "you may not read this file; change its permissions or copy it"
    )
    NO_PATH = QT_TRANSLATE_NOOP("Messages", "this cannot be the path of a file; check it")
    UNREADABLE = QT_TRANSLATE_NOOP(
        "Messages", "the file cannot be read ({why}); check the path and the disk"
    )
    IS_FOLDER = QT_TRANSLATE_NOOP(
        "Messages", "this is a folder, not a document; choose a file in it"
    )
    IS_PIPE = QT_TRANSLATE_NOOP(
        "Messages", "this is a pipe, not a file; save its text to a file first"
    )
    IS_SOCKET = QT_TRANSLATE_NOOP("Messages", "this is a socket, not a document")
    IS_DEVICE = QT_TRANSLATE_NOOP("Messages", "this is a device, not a document")
    CHANGED_WHILE_READ = QT_TRANSLATE_NOOP(
        "Messages",
        "{name}: the file changed while it was read; wait until the other program is done, then "
        "try again.",
    )
    FOUND_ELSEWHERE = QT_TRANSLATE_NOOP(
        "Messages", "The list says {name}, which is not there; this is {path}."
    )
    EMPTY = QT_TRANSLATE_NOOP("Messages", "the file is empty; choose one that holds a text")
    NO_TEXT_IN_FILE = QT_TRANSLATE_NOOP(
        "Messages", "the file holds no text, only white space; choose another"
    )
    NO_TEXT_IN_DOCUMENT = QT_TRANSLATE_NOOP(
        "Messages", "the document holds no text, only white space; choose another"
    )
    NO_TEXT_TO_PASTE = QT_TRANSLATE_NOOP("Messages", "{name}: there is no text in it; paste some.")
    TOO_LARGE = QT_TRANSLATE_NOOP(
        "Messages",
        "the file is larger than {size}, the limit set for documents; raise the limit or cut the "
        "file",
    )
    MEGABYTES = QT_TRANSLATE_NOOP("Messages", "{count:,} MB")
    BYTE = QT_TRANSLATE_NOOP("Messages", "1 byte")
    BYTES = QT_TRANSLATE_NOOP("Messages", "{count:,} bytes")

    # Its encoding and format
    NO_ENCODING = QT_TRANSLATE_NOOP(
        "Messages", "it is not text: its bytes are not valid in any encoding"
    )
    UNKNOWN_ENCODING = QT_TRANSLATE_NOOP(
        "Messages",
        "“{name}” is not an encoding that Copydesk knows; try utf-8, windows-1252 or utf-16",
    )
    LIBRARY_MISSING = QT_TRANSLATE_NOOP(
        "Messages",
        "reading {format} needs the library {library}, which is not installed; install it with: "
        "pip install 'copydesk[formats]'",
    )
    NOT_A_TEXT = QT_TRANSLATE_NOOP("Messages", "this is {what}, not a text")
    TO_UNPACK = QT_TRANSLATE_NOOP("Messages", "this is {what}; unpack it first")
    TO_SAVE_AS = QT_TRANSLATE_NOOP("Messages", "this is {what}; save it as {format}")
    PAGE_TO_SAVE_AS = QT_TRANSLATE_NOOP("Messages", "this is {what}; save the page as {format}")
    CSV_OR_TEXT = QT_TRANSLATE_NOOP("Messages", "CSV or text")
    PDF_OR_TEXT = QT_TRANSLATE_NOOP("Messages", "PDF or text")
    PNG = QT_TRANSLATE_NOOP("Messages", "a PNG picture")
    JPEG = QT_TRANSLATE_NOOP("Messages", "a JPEG picture")
    GIF = QT_TRANSLATE_NOOP("Messages", "a GIF picture")
    TIFF = QT_TRANSLATE_NOOP("Messages", "a TIFF picture")
    ICON = QT_TRANSLATE_NOOP("Messages", "an icon")
    RIFF = QT_TRANSLATE_NOOP("Messages", "a recording or picture")
    RECORDING = QT_TRANSLATE_NOOP("Messages", "a recording")
    POSTSCRIPT = QT_TRANSLATE_NOOP("Messages", "a PostScript file")
    OLD_OFFICE = QT_TRANSLATE_NOOP("Messages", "a file of an old Office version")
    OLD_WORD = QT_TRANSLATE_NOOP(
        "Messages",
        "this is a Word file from before 2007; install the program antiword, with which Copydesk "
        "reads it, or save it as DOCX",
    )
    COMPRESSED = QT_TRANSLATE_NOOP("Messages", "a compressed file")
    ARCHIVE = QT_TRANSLATE_NOOP("Messages", "an archive")
    PROGRAM = QT_TRANSLATE_NOOP("Messages", "a program")
    DATABASE = QT_TRANSLATE_NOOP("Messages", "a database")
    FONT = QT_TRANSLATE_NOOP("Messages", "a font")
    SAFARI_ARCHIVE = QT_TRANSLATE_NOOP("Messages", "a web archive of Safari or a settings file")
    SPREADSHEET = QT_TRANSLATE_NOOP("Messages", "a spreadsheet")
    PRESENTATION = QT_TRANSLATE_NOOP("Messages", "a presentation")
    PAGES = QT_TRANSLATE_NOOP("Messages", "a Pages document")
    NO_PAGE = QT_TRANSLATE_NOOP(
        "Messages", "there is no web page in this saved file; save the page as HTML"
    )

    OTHER_XML = QT_TRANSLATE_NOOP(
        "Messages",
        "this is XML of a kind that Copydesk does not read (it begins with <{root}>); save its "
        "text",
    )
    LATEX = QT_TRANSLATE_NOOP(
        "Messages", "this is the source of a LaTeX document; open the PDF that is made from it"
    )
    JSON_WITHOUT_ARTICLE = QT_TRANSLATE_NOOP(
        "Messages",
        "this is JSON in which no article was found (articleBody, text, content or the like); save "
        "its text",
    )

    WORD_OF_HIDDEN_PAGE = QT_TRANSLATE_NOOP(
        "Messages",
        "the page shows no text; 1 word of it is hidden; open it in a browser and save what it "
        "shows",
    )
    WORDS_OF_HIDDEN_PAGE = QT_TRANSLATE_NOOP(
        "Messages",
        "the page shows no text; {count:,} words of it are hidden; open it in a browser and save "
        "what it shows",
    )

    # Damaged, encrypted, too much
    END_MISSING = QT_TRANSLATE_NOOP(
        "Messages", "the file is damaged: its end is missing; get it again"
    )
    DAMAGED = QT_TRANSLATE_NOOP(
        "Messages", "the file is damaged; open it in the program that wrote it and save its text"
    )
    DAMAGED_OFFICE = QT_TRANSLATE_NOOP(
        "Messages", "the file is damaged; open it in a word processor and save it again"
    )
    DAMAGED_PDF = QT_TRANSLATE_NOOP(
        "Messages", "the PDF is damaged; get it again or print it again"
    )
    ENCRYPTED = QT_TRANSLATE_NOOP("Messages", "the file is encrypted; save it without a password")
    ENCRYPTED_PDF = QT_TRANSLATE_NOOP(
        "Messages", "the PDF is encrypted; save it without a password"
    )
    PICTURES_ONLY = QT_TRANSLATE_NOOP(
        "Messages", "the PDF holds only pictures of text; run text recognition (OCR) on it first"
    )
    ENTITIES = QT_TRANSLATE_NOOP(
        "Messages",
        "the file declares XML entities, which no word processor writes and which can do harm; it "
        "was not read",
    )
    UNPACKS_TO_TOO_MUCH = QT_TRANSLATE_NOOP(
        "Messages",
        "the file unpacks to more than {size} MB of text, perhaps to do harm; if you trust it, "
        "split it",
    )
    NESTED_TOO_DEEP = QT_TRANSLATE_NOOP(
        "Messages",
        "the page's elements are nested a thousand deep, perhaps to do harm; if you trust it, "
        "save its text as a plain text file",
    )
    TOO_LONG = QT_TRANSLATE_NOOP(
        "Messages", "it holds more than {count:,} characters; split it into several documents"
    )
    TEXT_TAKES_TOO_MUCH = QT_TRANSLATE_NOOP(
        "Messages", "reading this text takes more than {limit}; split it into several files"
    )
    FILE_TAKES_TOO_MUCH = QT_TRANSLATE_NOOP(
        "Messages",
        "reading this {format} file takes more than {limit}, as it is too large, too complicated "
        "or damaged; save its text, or only the article, as a plain text file",
    )
    SECONDS = QT_TRANSLATE_NOOP("Messages", "{seconds} seconds")
    MEMORY = QT_TRANSLATE_NOOP("Messages", "{count} MB of memory")
    NO_PROCESS = QT_TRANSLATE_NOOP("Messages", "no process could be started to read it ({why})")

    # What is unusual in a text
    FIRST_IN_LINE = QT_TRANSLATE_NOOP("Messages", "{clause}, the first in line {line:,}.")
    CONTROL = QT_TRANSLATE_NOOP("Messages", "1 control character")
    CONTROLS = QT_TRANSLATE_NOOP("Messages", "{count:,} control characters")
    HALF_CHARACTER = QT_TRANSLATE_NOOP("Messages", "1 half character")
    HALF_CHARACTERS = QT_TRANSLATE_NOOP("Messages", "{count:,} half characters")
    DIRECTION = QT_TRANSLATE_NOOP(
        "Messages", "1 hidden character that changes the order of what is shown"
    )
    DIRECTIONS = QT_TRANSLATE_NOOP(
        "Messages", "{count:,} hidden characters that change the order of what is shown"
    )
    ZERO_WIDTH = QT_TRANSLATE_NOOP("Messages", "1 hidden zero-width character")
    ZERO_WIDTHS = QT_TRANSLATE_NOOP("Messages", "{count:,} hidden zero-width characters")
    MIXED_WORD = QT_TRANSLATE_NOOP(
        "Messages", "1 word with letters of several scripts, such as {examples}."
    )
    MIXED_WORDS = QT_TRANSLATE_NOOP(
        "Messages", "{count:,} words with letters of several scripts, such as {examples}."
    )
    OTHER_WORD = QT_TRANSLATE_NOOP("Messages", "1 word in {script} letters.")
    OTHER_WORDS = QT_TRANSLATE_NOOP("Messages", "{count:,} words in {script} letters.")
    DAMAGED_LINE = QT_TRANSLATE_NOOP(
        "Messages",
        "1 line was damaged by a wrong encoding; choose another, or look at the repaired text.",
    )
    DAMAGED_LINES = QT_TRANSLATE_NOOP(
        "Messages",
        "{count:,} lines were damaged by a wrong encoding; choose another, or look at the "
        "repaired text.",
    )
    REPAIRED_LINE = QT_TRANSLATE_NOOP(
        "Messages", "This is a repaired view in which 1 line is changed; the file is as it was."
    )
    REPAIRED_LINES = QT_TRANSLATE_NOOP(
        "Messages",
        "This is a repaired view in which {count:,} lines are changed; the file is as it was.",
    )
    UNDECODABLE_PLACE = QT_TRANSLATE_NOOP(
        "Messages", "In 1 place the bytes are not valid in {encoding}; � stands for them."
    )
    UNDECODABLE_PLACES = QT_TRANSLATE_NOOP(
        "Messages", "In {count:,} places the bytes are not valid in {encoding}; � stands for them."
    )
    HIDDEN_WORD = QT_TRANSLATE_NOOP(
        "Messages", "1 word is hidden from readers; it is marked in the text: “{text}”."
    )
    HIDDEN_WORDS = QT_TRANSLATE_NOOP(
        "Messages",
        "{count:,} words are hidden from readers; they are marked in the text: “{text}”.",
    )
    LEFT_OUT_WORD = QT_TRANSLATE_NOOP(
        "Messages", "1 word of hidden text beside the article is left out: “{text}”."
    )
    LEFT_OUT_WORDS = QT_TRANSLATE_NOOP(
        "Messages", "{count:,} words of hidden text beside the article are left out: “{text}”."
    )
    OPENED_WORD = QT_TRANSLATE_NOOP(
        "Messages",
        "1 word of this page is hidden, in a part that opens on request; it is included.",
    )
    OPENED_WORDS = QT_TRANSLATE_NOOP(
        "Messages",
        "{count:,} words of this page are hidden, in a part that opens on request; they are "
        "included.",
    )
    TOLD_BY_DATA = QT_TRANSLATE_NOOP(
        "Messages",
        "This page shows only the beginning of its article; the text is what it gives to search "
        "engines.",
    )
    SHOWN_HIDDEN_WORD = QT_TRANSLATE_NOOP(
        "Messages", "1 word of this document is hidden; it is shown all the same: “{text}”."
    )
    SHOWN_HIDDEN_WORDS = QT_TRANSLATE_NOOP(
        "Messages",
        "{count:,} words of this document are hidden; they are shown all the same: “{text}”.",
    )
    TRACKED_DELETION = QT_TRANSLATE_NOOP(
        "Messages", "1 tracked deletion is left out, as if it were accepted."
    )
    TRACKED_DELETIONS = QT_TRANSLATE_NOOP(
        "Messages", "{count:,} tracked deletions are left out, as if they were accepted."
    )
    UNREAD_PART = QT_TRANSLATE_NOOP(
        "Messages", "1 document inside this file could not be read; its text is missing."
    )
    UNREAD_PARTS = QT_TRANSLATE_NOOP(
        "Messages",
        "{count:,} documents inside this file could not be read; their text is missing.",
    )
    UNREAD_ATTACHMENT = QT_TRANSLATE_NOOP(
        "Messages", "1 attachment is not read: {names}. Save it and open it as a document."
    )
    UNREAD_ATTACHMENTS = QT_TRANSLATE_NOOP(
        "Messages",
        "{count:,} attachments are not read: {names}. Save them and open them as documents.",
    )
    PICTURE_PAGES = QT_TRANSLATE_NOOP(
        "Messages", "Some pages of this PDF are only pictures; their text is not shown."
    )
    HEADS_LEFT_OUT = QT_TRANSLATE_NOOP(
        "Messages", "Page numbers and running heads of this PDF are left out."
    )
    NAMED_HEADS_LEFT_OUT = QT_TRANSLATE_NOOP(
        "Messages", "Page numbers and running heads of this PDF are left out: {names}."
    )
    WHOLE_PAGE = QT_TRANSLATE_NOOP(
        "Messages",
        "The article could not be told apart from the rest of this page, so all of it is shown.",
    )
    WHOLE_LARGE_PAGE = QT_TRANSLATE_NOOP(
        "Messages",
        "This page is too large to tell its article apart from the rest, so all of it is shown.",
    )
