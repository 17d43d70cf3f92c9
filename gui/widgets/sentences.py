"""What the layers below say, as patterns: each ``{place}`` stands for what changes.

A place whose name begins with ``clause`` holds another sentence of the table. See own_words.py.
"""

from __future__ import annotations

from ..messages import QT_TRANSLATE_NOOP

CONTEXT = "Sentences"
"""The translation context of every text in the table."""

SENTENCES = (
    # Reading a document
    QT_TRANSLATE_NOOP("Sentences", "no process could be started to read it ({why})"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "the file unpacks to more than {size} MB of text, perhaps to do harm; if you trust it, "
        "split it",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "the page's elements are nested a thousand deep, perhaps to do harm; if you trust it, "
        "save its text as a plain text file",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "the file declares XML entities, which no word processor writes and "
        "which can do harm; it was not read",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "there is no web page in this saved file; save the page as HTML"
    ),
    QT_TRANSLATE_NOOP("Sentences", "{name}: {clause}."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{name}: the file changed while it was read; wait until the other "
        "program is done, then try again.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{name}: there is no text in it; paste one."),
    QT_TRANSLATE_NOOP("Sentences", "there is no such file; check the path"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "there is no such file: a part of the path is not a folder; check the path",
    ),
    QT_TRANSLATE_NOOP("Sentences", "you may not read this file; change its permissions or copy it"),
    QT_TRANSLATE_NOOP("Sentences", "this cannot be the path of a file; check it"),
    QT_TRANSLATE_NOOP("Sentences", "the file cannot be read ({why}); check the path and the disk"),
    QT_TRANSLATE_NOOP("Sentences", "the file is empty; choose one that holds a text"),
    QT_TRANSLATE_NOOP("Sentences", "the file holds no text, only white space; choose another"),
    QT_TRANSLATE_NOOP("Sentences", "the document holds no text, only white space; choose another"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "the file is larger than {size}, the limit set for documents; raise the"
        " limit or cut the file",
    ),
    QT_TRANSLATE_NOOP("Sentences", "this is a folder, not a document; choose a file in it"),
    QT_TRANSLATE_NOOP("Sentences", "this is a pipe, not a file; save its text to a file first"),
    QT_TRANSLATE_NOOP("Sentences", "it is not a text: the bytes mean nothing in any encoding"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "“{name}” is not an encoding that Copydesk knows; try utf-8, windows-1252 or utf-16",
    ),
    QT_TRANSLATE_NOOP("Sentences", "this is {what}, not a text"),
    QT_TRANSLATE_NOOP("Sentences", "this is {what}; unpack it first"),
    QT_TRANSLATE_NOOP("Sentences", "this is {what}; save it as {format}"),
    QT_TRANSLATE_NOOP("Sentences", "the file is damaged: its end is missing; get it again"),
    QT_TRANSLATE_NOOP(
        "Sentences", "the file is damaged; open it in a word processor and save it again"
    ),
    QT_TRANSLATE_NOOP("Sentences", "the file is encrypted; save it without a password"),
    QT_TRANSLATE_NOOP("Sentences", "the PDF is encrypted; save it without a password"),
    QT_TRANSLATE_NOOP("Sentences", "the PDF is damaged; get it again or print it anew"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "the PDF holds only pictures of text; run text recognition (OCR) on it first",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "reading this {format} file takes more than {limit}, as it is too large, too "
        "complicated or damaged; save its text, or only the article, as a plain text file",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "reading this text takes more than {limit}; split it into several files"
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "the file is damaged; open it in the program that wrote it and save its text",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "reading {format} needs the library {library}, which is not installed; "
        "install it with: pip install 'copydesk[formats]'",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "it holds more than {count} characters; split it into several documents"
    ),
    # What is unusual in a document
    QT_TRANSLATE_NOOP("Sentences", "{clause}, the first in line {line}."),
    QT_TRANSLATE_NOOP("Sentences", "1 control character"),
    QT_TRANSLATE_NOOP("Sentences", "{count} control characters"),
    QT_TRANSLATE_NOOP("Sentences", "1 half character"),
    QT_TRANSLATE_NOOP("Sentences", "{count} half characters"),
    QT_TRANSLATE_NOOP("Sentences", "1 hidden character that changes the order of what is shown"),
    QT_TRANSLATE_NOOP(
        "Sentences", "{count} hidden characters that change the order of what is shown"
    ),
    QT_TRANSLATE_NOOP("Sentences", "1 hidden character of no width"),
    QT_TRANSLATE_NOOP("Sentences", "{count} hidden characters of no width"),
    QT_TRANSLATE_NOOP("Sentences", "1 word with letters of several scripts, such as {examples}."),
    QT_TRANSLATE_NOOP(
        "Sentences", "{count} words with letters of several scripts, such as {examples}."
    ),
    QT_TRANSLATE_NOOP("Sentences", "1 word in {script} letters."),
    QT_TRANSLATE_NOOP("Sentences", "{count} words in {script} letters."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "1 line was damaged by a wrong encoding; choose another, or look at the repaired text.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{count} lines were damaged by a wrong encoding; choose another, or "
        "look at the repaired text.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "This is a repaired view in which 1 line is changed; the file is as it was.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "This is a repaired view in which {count} lines are changed; the file is as it was.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "In 1 place the bytes mean nothing in {encoding}; \ufffd stands for them."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "In {count} places the bytes mean nothing in {encoding}; \ufffd stands for them.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "Some pages of this PDF are only pictures; their text is not shown."
    ),
    QT_TRANSLATE_NOOP("Sentences", "Page numbers and running heads of this PDF are left out."),
    QT_TRANSLATE_NOOP(
        "Sentences", "Page numbers and running heads of this PDF are left out: {names}."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "No article could be told from the rest of this page, so all of it is shown.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "This page is too large to tell its article from the rest, so all is shown.",
    ),
)
"""The patterns, by what they are about."""
