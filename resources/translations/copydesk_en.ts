<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClosingController</name>
    <message numerus="yes">
        <source>%n decision(s) could not be written to {name} and are kept in the recovery journal. They are written when Copydesk opens that file the next time and can write it. Close the window again to leave.</source>
        <translation>
            <numerusform>%Ln decision could not be written to {name} and is kept in the recovery journal. It is written when Copydesk opens that file the next time and can write it. Close the window again to leave.</numerusform>
            <numerusform>%Ln decisions could not be written to {name} and are kept in the recovery journal. They are written when Copydesk opens that file the next time and can write it. Close the window again to leave.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndPanel</name>
    <message numerus="yes">
        <source>%n pair(s) with the id of an earlier one</source>
        <translation>
            <numerusform>%Ln pair with the id of an earlier one</numerusform>
            <numerusform>%Ln pairs with the id of an earlier one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) that the list does not show are left to label.</source>
        <translation>
            <numerusform>%Ln pair that the list does not show is left to label.</numerusform>
            <numerusform>%Ln pairs that the list does not show are left to label.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) flagged to come back to</source>
        <translation>
            <numerusform>%Ln pair flagged to come back to</numerusform>
            <numerusform>%Ln pairs flagged to come back to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) cannot be read</source>
        <translation>
            <numerusform>%Ln pair cannot be read</numerusform>
            <numerusform>%Ln pairs cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerModel</name>
    <message numerus="yes">
        <source>{reference} became {candidate}, %n time(s)</source>
        <translation>
            <numerusform>{reference} became {candidate}, %Ln time</numerusform>
            <numerusform>{reference} became {candidate}, %Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListReportController</name>
    <message numerus="yes">
        <source>%n pair(s) could not be compared.</source>
        <translation>
            <numerusform>%Ln pair could not be compared.</numerusform>
            <numerusform>%Ln pairs could not be compared.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverruledNotice</name>
    <message numerus="yes">
        <source>So it is with %n further pair(s).</source>
        <translation>
            <numerusform>So it is with %Ln further pair.</numerusform>
            <numerusform>So it is with %Ln further pairs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labelled</source>
        <translation>
            <numerusform>%Ln labelled</numerusform>
            <numerusform>%Ln labelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message numerus="yes">
        <source>%n equal word(s)</source>
        <translation>
            <numerusform>%Ln equal word</numerusform>
            <numerusform>%Ln equal words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) without a shown difference</source>
        <translation>
            <numerusform>%Ln word without a shown difference</numerusform>
            <numerusform>%Ln words without a shown difference</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in this pair</source>
        <translation>
            <numerusform>%Ln time in this pair</numerusform>
            <numerusform>%Ln times in this pair</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added in the candidate (%n word(s)): {words}</source>
        <translation>
            <numerusform>Added in the candidate (%Ln word): {words}</numerusform>
            <numerusform>Added in the candidate (%Ln words): {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Missing in the candidate (%n word(s)): {words}</source>
        <translation>
            <numerusform>Missing in the candidate (%Ln word): {words}</numerusform>
            <numerusform>Missing in the candidate (%Ln words): {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Section added in the candidate (%n word(s))</source>
        <translation>
            <numerusform>Section added in the candidate (%Ln word)</numerusform>
            <numerusform>Section added in the candidate (%Ln words)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Section missing in the candidate (%n word(s))</source>
        <translation>
            <numerusform>Section missing in the candidate (%Ln word)</numerusform>
            <numerusform>Section missing in the candidate (%Ln words)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>added: %n character(s)</source>
        <translation>
            <numerusform>added: %Ln character</numerusform>
            <numerusform>added: %Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>added: %n word(s)</source>
        <translation>
            <numerusform>added: %Ln word</numerusform>
            <numerusform>added: %Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missing: %n character(s)</source>
        <translation>
            <numerusform>missing: %Ln character</numerusform>
            <numerusform>missing: %Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missing: %n word(s)</source>
        <translation>
            <numerusform>missing: %Ln word</numerusform>
            <numerusform>missing: %Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved here from ↑ %n section(s) above</source>
        <translation>
            <numerusform>moved here from ↑ %Ln section above</numerusform>
            <numerusform>moved here from ↑ %Ln sections above</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved here from ↓ %n section(s) below</source>
        <translation>
            <numerusform>moved here from ↓ %Ln section below</numerusform>
            <numerusform>moved here from ↓ %Ln sections below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved to ↑ %n section(s) above</source>
        <translation>
            <numerusform>moved to ↑ %Ln section above</numerusform>
            <numerusform>moved to ↑ %Ln sections above</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved to ↓ %n section(s) below</source>
        <translation>
            <numerusform>moved to ↓ %Ln section below</numerusform>
            <numerusform>moved to ↓ %Ln sections below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no counterpart: %n word(s) added</source>
        <translation>
            <numerusform>no counterpart: %Ln word added</numerusform>
            <numerusform>no counterpart: %Ln words added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no counterpart: %n word(s) missing</source>
        <translation>
            <numerusform>no counterpart: %Ln word missing</numerusform>
            <numerusform>no counterpart: %Ln words missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hidden in the reference (%n word(s)): {words}</source>
        <translation>
            <numerusform>Hidden in the reference (%Ln word): {words}</numerusform>
            <numerusform>Hidden in the reference (%Ln words): {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hidden in the candidate (%n word(s)): {words}</source>
        <translation>
            <numerusform>Hidden in the candidate (%Ln word): {words}</numerusform>
            <numerusform>Hidden in the candidate (%Ln words): {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden word(s)</source>
        <translation>
            <numerusform>%Ln hidden word</numerusform>
            <numerusform>%Ln hidden words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hidden: %n word(s)</source>
        <translation>
            <numerusform>hidden: %Ln word</numerusform>
            <numerusform>hidden: %Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionsModel</name>
    <message numerus="yes">
        <source>{kind} section of %n word(s): {beginning}</source>
        <translation>
            <numerusform>{kind} section of %Ln word: {beginning}</numerusform>
            <numerusform>{kind} section of %Ln words: {beginning}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hidden section of %n word(s): {beginning}</source>
        <translation>
            <numerusform>Hidden section of %Ln word: {beginning}</numerusform>
            <numerusform>Hidden section of %Ln words: {beginning}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StrayRowsController</name>
    <message numerus="yes">
        <source>%n row(s) of {file} name no pair of this list</source>
        <translation>
            <numerusform>%Ln row of {file} names no pair of this list</numerusform>
            <numerusform>%Ln rows of {file} name no pair of this list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) have no row</source>
        <translation>
            <numerusform>%Ln pair has no row</numerusform>
            <numerusform>%Ln pairs have no row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were put right.</source>
        <translation>
            <numerusform>%Ln row was put right.</numerusform>
            <numerusform>%Ln rows were put right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StrayRowsDialog</name>
    <message numerus="yes">
        <source>%n row(s) can get the id of their pair.</source>
        <translation>
            <numerusform>%Ln row can get the id of its pair.</numerusform>
            <numerusform>%Ln rows can get the ids of their pairs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryPanel</name>
    <message numerus="yes">
        <source>%n section(s)</source>
        <translation>
            <numerusform>%Ln section</numerusform>
            <numerusform>%Ln sections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message numerus="yes">
        <source>%n look-alike(s)</source>
        <translation>
            <numerusform>%Ln look-alike</numerusform>
            <numerusform>%Ln look-alikes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minor difference(s)</source>
        <translation>
            <numerusform>%Ln minor difference</numerusform>
            <numerusform>%Ln minor differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n section(s) moved</source>
        <translation>
            <numerusform>%Ln section moved</numerusform>
            <numerusform>%Ln sections moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n substitution(s)</source>
        <translation>
            <numerusform>%Ln substitution</numerusform>
            <numerusform>%Ln substitutions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) added</source>
        <translation>
            <numerusform>%Ln word added</numerusform>
            <numerusform>%Ln words added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) missing</source>
        <translation>
            <numerusform>%Ln word missing</numerusform>
            <numerusform>%Ln words missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>added in the candidate: %n word(s)</source>
        <translation>
            <numerusform>added in the candidate: %Ln word</numerusform>
            <numerusform>added in the candidate: %Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missing here: %n word(s)</source>
        <translation>
            <numerusform>missing here: %Ln word</numerusform>
            <numerusform>missing here: %Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved, stands elsewhere: %n word(s)</source>
        <translation>
            <numerusform>moved, stands elsewhere: %Ln word</numerusform>
            <numerusform>moved, stands elsewhere: %Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved: %n word(s)</source>
        <translation>
            <numerusform>moved: %Ln word</numerusform>
            <numerusform>moved: %Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%Ln pair</numerusform>
            <numerusform>%Ln pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden word(s) in the reference</source>
        <translation>
            <numerusform>%Ln hidden word in the reference</numerusform>
            <numerusform>%Ln hidden words in the reference</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden word(s) in the candidate</source>
        <translation>
            <numerusform>%Ln hidden word in the candidate</numerusform>
            <numerusform>%Ln hidden words in the candidate</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PairsLeft</name>
    <message numerus="yes">
        <source>%n whose id occurs twice</source>
        <translation>
            <numerusform>%Ln whose id occurs twice</numerusform>
            <numerusform>%Ln whose id occurs twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unreadable</source>
        <translation>
            <numerusform>%Ln unreadable</numerusform>
            <numerusform>%Ln unreadable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to label</source>
        <translation>
            <numerusform>%Ln to label</numerusform>
            <numerusform>%Ln to label</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ViewControls</name>
</context>
<context>
    <name>PairsModel</name>
</context>
<context>
    <name>Messages</name>
</context>
<context>
    <name>ReadingController</name>
</context>
<context>
    <name>LinksController</name>
    <message numerus="yes">
        <source>%n more web page(s) could not be fetched.</source>
        <translation>
            <numerusform>%Ln more web page could not be fetched.</numerusform>
            <numerusform>%Ln more web pages could not be fetched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n web page(s) fetched.</source>
        <translation>
            <numerusform>%Ln web page fetched.</numerusform>
            <numerusform>%Ln web pages fetched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetch %n web page(s) from {hosts}?</source>
        <translation>
            <numerusform>Fetch %Ln web page from {hosts}?</numerusform>
            <numerusform>Fetch %Ln web pages from {hosts}?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%Ln pair</numerusform>
            <numerusform>%Ln pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotator(s)</source>
        <translation>
            <numerusform>%Ln annotator</numerusform>
            <numerusform>%Ln annotators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of the list have none.</source>
        <translation>
            <numerusform>%Ln pair of the list has none.</numerusform>
            <numerusform>%Ln pairs of the list have none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) with two labels or more</source>
        <translation>
            <numerusform>%Ln pair with two labels or more</numerusform>
            <numerusform>%Ln pairs with two labels or more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgreementController</name>
    <message numerus="yes">
        <source>Reading %n label file(s)…</source>
        <translation>
            <numerusform>Reading %Ln label file…</numerusform>
            <numerusform>Reading %Ln label files…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message numerus="yes">
        <source>%n pair(s), the hardest first. A click or Enter opens one.</source>
        <translation>
            <numerusform>%Ln pair. A click or Enter opens it.</numerusform>
            <numerusform>%Ln pairs, the hardest first. A click or Enter opens one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more remark(s).</source>
        <translation>
            <numerusform>And %Ln more remark.</numerusform>
            <numerusform>And %Ln more remarks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchController</name>
    <message numerus="yes">
        <source>%n pair(s) found among {total} articles, the likeliest first.</source>
        <translation>
            <numerusform>%Ln pair found among {total} articles.</numerusform>
            <numerusform>%Ln pairs found among {total} articles, the likeliest first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more could not be read.</source>
        <translation>
            <numerusform>%Ln more could not be read.</numerusform>
            <numerusform>%Ln more could not be read.</numerusform>
        </translation>
    </message>
</context>
</TS>
