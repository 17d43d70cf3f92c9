"""What the layers below say, as patterns: each ``{place}`` stands for what changes.

A place whose name begins with ``clause`` holds another sentence of the table. See own_words.py.
"""

from __future__ import annotations

from .controls.qt_text import QT_TRANSLATE_NOOP

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
    # The pair list
    QT_TRANSLATE_NOOP("Sentences", "{name} is not there; check the path."),
    QT_TRANSLATE_NOOP("Sentences", "{name} is not there; check the name."),
    QT_TRANSLATE_NOOP("Sentences", "{name} cannot be read ({why}); choose another pair list."),
    QT_TRANSLATE_NOOP("Sentences", "{name} cannot be read ({why}); choose another folder."),
    QT_TRANSLATE_NOOP(
        "Sentences", "{name} is not a pair list: its bytes are no text; choose a CSV file."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "{name} is one JSON array; save it as JSON lines, one object a line."
    ),
    QT_TRANSLATE_NOOP("Sentences", "{name} holds no pairs; add a row for each pair."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} holds no pairs: neither a pairs.csv nor a subfolder with "
        "exactly two documents; choose another folder, or open two documents.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "no columns for the two documents; name them reference and candidate, "
        "or say --columns NAME,NAME (there are: {columns})",
    ),
    QT_TRANSLATE_NOOP("Sentences", "--columns takes two different names, reference and candidate"),
    QT_TRANSLATE_NOOP("Sentences", "there is no column “{name}” (there are: {columns})"),
    QT_TRANSLATE_NOOP(
        "Sentences", "Passed over, because they do not hold exactly two documents: {names}."
    ),
    QT_TRANSLATE_NOOP("Sentences", "Row {row} of the list {clause}."),
    QT_TRANSLATE_NOOP("Sentences", "opens a quotation mark that is never closed"),
    QT_TRANSLATE_NOOP("Sentences", "is too short: it has {found} of {wanted} columns"),
    QT_TRANSLATE_NOOP("Sentences", "is not valid JSON"),
    QT_TRANSLATE_NOOP("Sentences", "is nested too deeply; give each column a text or a number"),
    QT_TRANSLATE_NOOP("Sentences", "is not a JSON object"),
    QT_TRANSLATE_NOOP("Sentences", "Row {row} of the list has the id {id}, as an earlier row has."),
    QT_TRANSLATE_NOOP("Sentences", "Row {row} of the list names no reference."),
    QT_TRANSLATE_NOOP("Sentences", "Row {row} of the list names no candidate."),
    QT_TRANSLATE_NOOP("Sentences", "The reference {name} is not there."),
    QT_TRANSLATE_NOOP("Sentences", "The candidate {name} is not there."),
    QT_TRANSLATE_NOOP("Sentences", "Name two documents, or one list of pairs, or one folder."),
    QT_TRANSLATE_NOOP("Sentences", "{name} is a folder; name a file for the labels with --labels."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} is a folder, not a document; name two documents, or the folder alone.",
    ),
    # Saving labels
    QT_TRANSLATE_NOOP("Sentences", "{name} has {clause}; mend it, and the labels are written."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} has {clause}: what follows cannot be read, and nothing is "
        "written until it is mended. Labels are kept in the recovery journal.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "a quotation mark in record {record} that is never closed"),
    QT_TRANSLATE_NOOP("Sentences", "half a character at its end"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} has {count} row(s) for a pair and annotator that have one "
        "already, the first in record {record}; the last one counts.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} has {count} row(s) with too few or too many columns, the first in record {record}.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} has {count} label(s) that mean nothing here, the first one "
        "“{label}” in record {record}; they count as no label.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The recovery journal had {count} damaged bytes, as a crash leaves "
        "them; they were {clause}, and all whole records were kept.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "set aside in {name}"),
    QT_TRANSLATE_NOOP("Sentences", "left where they are ({why})"),
    QT_TRANSLATE_NOOP("Sentences", "{name} was written by a newer Copydesk"),
    QT_TRANSLATE_NOOP("Sentences", "the recovery journal {name} is damaged"),
    QT_TRANSLATE_NOOP(
        "Sentences", "{name} is not a file; choose another one for the labels with --labels."
    ),
    QT_TRANSLATE_NOOP("Sentences", "Kept in the recovery journal: {clause}"),
    QT_TRANSLATE_NOOP(
        "Sentences", "{name} is read-only; allow writing, and the labels are written."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} or its folder is read-only, or locked by another program; allow"
        " writing, and the labels are written.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "another Copydesk holds {name}; it is tried again."),
    QT_TRANSLATE_NOOP("Sentences", "another program keeps changing {name}; it is tried again."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} is locked by another program; close it there, and the labels are written.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "the disk of {name} is full; make room, and they are written."),
    QT_TRANSLATE_NOOP("Sentences", "too many files are open to write {name}; it is tried again."),
    QT_TRANSLATE_NOOP("Sentences", "the folder {name} is gone; bring it back."),
    QT_TRANSLATE_NOOP("Sentences", "{name} could not be written ({why}); it is tried again."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Not saved: the recovery journal in {name} cannot be written ({why}); "
        "make that folder usable and decide again.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{name} was changed outside this window: {clause}."),
    QT_TRANSLATE_NOOP(
        "Sentences", "{name} was changed outside this window: {clause}, {clause_next}."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} was changed outside this window: {clause}, {clause_next}, {clause_last}.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "1 row added"),
    QT_TRANSLATE_NOOP("Sentences", "{rows} rows added"),
    QT_TRANSLATE_NOOP("Sentences", "1 row changed"),
    QT_TRANSLATE_NOOP("Sentences", "{rows} rows changed"),
    QT_TRANSLATE_NOOP("Sentences", "1 row removed"),
    QT_TRANSLATE_NOOP("Sentences", "{rows} rows removed"),
    QT_TRANSLATE_NOOP(
        "Sentences", "{name} was gone; its rows were written again from the journal."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "{name} was empty; its rows were written again from the journal."
    ),
    QT_TRANSLATE_NOOP("Sentences", "1 label that an older copy of {name} lacked was put back."),
    QT_TRANSLATE_NOOP(
        "Sentences", "{labels} labels that an older copy of {name} lacked were put back."
    ),
    QT_TRANSLATE_NOOP("Sentences", "1 id in {name} that a spreadsheet had rewritten was mended."),
    QT_TRANSLATE_NOOP(
        "Sentences", "{ids} ids in {name} that a spreadsheet had rewritten were mended."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} no longer has what was decided about {ids}: somebody took that out, or saved an "
        "older copy over the file. It is kept here meanwhile.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} was gone; its rows are written again from the recovery journal."
        " To start afresh, choose another file with --labels.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The folder {name} is not there; make it, or choose another file for "
        "the labels with --labels.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} cannot be read ({why}); choose another file for the labels with --labels.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} is not a label file: {clause}. It is left as it is; choose "
        "another file for the labels, for instance --labels {proposal}.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "its bytes are not {encoding}"),
    QT_TRANSLATE_NOOP("Sentences", "it has the column “{name}” twice"),
    QT_TRANSLATE_NOOP("Sentences", "its columns are not separated by comma, semicolon, tab or bar"),
    QT_TRANSLATE_NOOP("Sentences", "it has no column {names}"),
    QT_TRANSLATE_NOOP("Sentences", "{id} cannot be labelled: {clause}"),
    # Comparing in the background
    QT_TRANSLATE_NOOP(
        "Sentences",
        "This pair was given up after {minutes} minutes of work; flag it, or "
        "press F5 to try again.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Reading this pair brought the reading process down (it may need too "
        "much memory); flag the pair, or press F5 to try again.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{reference} and {candidate} need more memory than Copydesk allows for "
        "one pair; flag the pair, or open shorter documents.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "This pair cannot be compared because of a fault in Copydesk ({error});"
        " flag it and go on, the details are in the log.",
    ),
)
"""The patterns, by what they are about."""
