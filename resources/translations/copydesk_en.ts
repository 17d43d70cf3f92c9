<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>EndPanel</name>
    <message numerus="yes">
        <source>%n pair(s) flagged to come back to</source>
        <translation>
            <numerusform>%n pair flagged to come back to</numerusform>
            <numerusform>%n pairs flagged to come back to</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerModel</name>
    <message numerus="yes">
        <source>{reference} became {candidate}, %n time(s)</source>
        <translation>
            <numerusform>{reference} became {candidate}, %n time</numerusform>
            <numerusform>{reference} became {candidate}, %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labelled</source>
        <translation>
            <numerusform>%n labelled</numerusform>
            <numerusform>%n labelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) left</source>
        <translation>
            <numerusform>%n pair left</numerusform>
            <numerusform>%n pairs left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message numerus="yes">
        <source>%n equal word(s)</source>
        <translation>
            <numerusform>%n equal word</numerusform>
            <numerusform>%n equal words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) without a shown difference</source>
        <translation>
            <numerusform>%n word without a shown difference</numerusform>
            <numerusform>%n words without a shown difference</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in this pair</source>
        <translation>
            <numerusform>%n time in this pair</numerusform>
            <numerusform>%n times in this pair</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added in the candidate (%n word(s)): {words}</source>
        <translation>
            <numerusform>Added in the candidate (%n word): {words}</numerusform>
            <numerusform>Added in the candidate (%n words): {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Missing in the candidate (%n word(s)): {words}</source>
        <translation>
            <numerusform>Missing in the candidate (%n word): {words}</numerusform>
            <numerusform>Missing in the candidate (%n words): {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Section added in the candidate (%n word(s))</source>
        <translation>
            <numerusform>Section added in the candidate (%n word)</numerusform>
            <numerusform>Section added in the candidate (%n words)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Section missing in the candidate (%n word(s))</source>
        <translation>
            <numerusform>Section missing in the candidate (%n word)</numerusform>
            <numerusform>Section missing in the candidate (%n words)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>added: %n character(s)</source>
        <translation>
            <numerusform>added: %n character</numerusform>
            <numerusform>added: %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>added: %n word(s)</source>
        <translation>
            <numerusform>added: %n word</numerusform>
            <numerusform>added: %n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missing: %n character(s)</source>
        <translation>
            <numerusform>missing: %n character</numerusform>
            <numerusform>missing: %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missing: %n word(s)</source>
        <translation>
            <numerusform>missing: %n word</numerusform>
            <numerusform>missing: %n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved here from ↑ %n section(s) above</source>
        <translation>
            <numerusform>moved here from ↑ %n section above</numerusform>
            <numerusform>moved here from ↑ %n sections above</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved here from ↓ %n section(s) below</source>
        <translation>
            <numerusform>moved here from ↓ %n section below</numerusform>
            <numerusform>moved here from ↓ %n sections below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved to ↑ %n section(s) above</source>
        <translation>
            <numerusform>moved to ↑ %n section above</numerusform>
            <numerusform>moved to ↑ %n sections above</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved to ↓ %n section(s) below</source>
        <translation>
            <numerusform>moved to ↓ %n section below</numerusform>
            <numerusform>moved to ↓ %n sections below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no counterpart: %n word(s) added</source>
        <translation>
            <numerusform>no counterpart: %n word added</numerusform>
            <numerusform>no counterpart: %n words added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no counterpart: %n word(s) missing</source>
        <translation>
            <numerusform>no counterpart: %n word missing</numerusform>
            <numerusform>no counterpart: %n words missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionsModel</name>
    <message numerus="yes">
        <source>{kind} section of %n word(s): {beginning}</source>
        <translation>
            <numerusform>{kind} section of %n word: {beginning}</numerusform>
            <numerusform>{kind} section of %n words: {beginning}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryPanel</name>
    <message numerus="yes">
        <source>%n section(s)</source>
        <translation>
            <numerusform>%n section</numerusform>
            <numerusform>%n sections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message numerus="yes">
        <source>%n look-alike(s)</source>
        <translation>
            <numerusform>%n look-alike</numerusform>
            <numerusform>%n look-alikes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minor difference(s)</source>
        <translation>
            <numerusform>%n minor difference</numerusform>
            <numerusform>%n minor differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n section(s) moved</source>
        <translation>
            <numerusform>%n section moved</numerusform>
            <numerusform>%n sections moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n substitution(s)</source>
        <translation>
            <numerusform>%n substitution</numerusform>
            <numerusform>%n substitutions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) added</source>
        <translation>
            <numerusform>%n word added</numerusform>
            <numerusform>%n words added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) missing</source>
        <translation>
            <numerusform>%n word missing</numerusform>
            <numerusform>%n words missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>added in the candidate: %n word(s)</source>
        <translation>
            <numerusform>added in the candidate: %n word</numerusform>
            <numerusform>added in the candidate: %n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missing here: %n word(s)</source>
        <translation>
            <numerusform>missing here: %n word</numerusform>
            <numerusform>missing here: %n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved, stands elsewhere: %n word(s)</source>
        <translation>
            <numerusform>moved, stands elsewhere: %n word</numerusform>
            <numerusform>moved, stands elsewhere: %n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved: %n word(s)</source>
        <translation>
            <numerusform>moved: %n word</numerusform>
            <numerusform>moved: %n words</numerusform>
        </translation>
    </message>
</context>
</TS>
