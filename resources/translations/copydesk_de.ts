<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccidentNotice</name>
    <message>
        <source>Take them out again</source>
        <translation>Wieder herausnehmen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Draußen lassen</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Copydesk</source>
        <translation>Über Copydesk</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It comes without any warranty. The window is drawn by Qt {version} (LGPL, version 3).</source>
        <translation>Freie Software unter der MIT-Lizenz, ohne jede Gewährleistung. Das Fenster zeichnet Qt {version} (LGPL, Version 3).</translation>
    </message>
    <message>
        <source>Read two articles side by side, see what was swapped, label the pair.</source>
        <translation>Zwei Artikel nebeneinander lesen, sehen, was ausgetauscht wurde, und das Paar beurteilen.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Agreement of annotators</source>
        <translation>Übereinstimmung der Annotatoren</translation>
    </message>
    <message>
        <source>Compare two snapshots of a page…</source>
        <translation>Zwei Schnappschüsse einer Seite vergleichen …</translation>
    </message>
    <message>
        <source>Fetch all web pages of the list…</source>
        <translation>Alle Webseiten der Liste abrufen …</translation>
    </message>
    <message>
        <source>Fetch the pair&apos;s web pages again</source>
        <translation>Webseiten des Paars neu abrufen</translation>
    </message>
    <message>
        <source>Open web pages…</source>
        <translation>Webseiten öffnen …</translation>
    </message>
    <message>
        <source>Summary of the work</source>
        <translation>Zusammenfassung der Arbeit</translation>
    </message>
    <message>
        <source>Label: {label}</source>
        <translation>Label: {label}</translation>
    </message>
    <message>
        <source>Change the annotator…</source>
        <translation>Urteilende Person wechseln …</translation>
    </message>
    <message>
        <source>About Copydesk</source>
        <translation>Über Copydesk</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Choose a guidelines file…</source>
        <translation>Datei mit Richtlinien wählen …</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>Ausgewählten Text kopieren</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>Flag: unsure, come back</source>
        <translation>Vormerken: unsicher, später noch einmal</translation>
    </message>
    <message>
        <source>Fold long equal stretches</source>
        <translation>Lange gleiche Strecken einklappen</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Labelling</source>
        <translation>Beurteilen</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>List of pairs</source>
        <translation>Liste der Paare</translation>
    </message>
    <message>
        <source>Mark added words</source>
        <translation>Hinzugefügte Wörter kennzeichnen</translation>
    </message>
    <message>
        <source>Mark look-alike characters</source>
        <translation>Verwechselbare Zeichen kennzeichnen</translation>
    </message>
    <message>
        <source>Mark minor differences</source>
        <translation>Geringfügige Unterschiede kennzeichnen</translation>
    </message>
    <message>
        <source>Mark missing words</source>
        <translation>Fehlende Wörter kennzeichnen</translation>
    </message>
    <message>
        <source>Mark moved sections</source>
        <translation>Verschobene Abschnitte kennzeichnen</translation>
    </message>
    <message>
        <source>Mark substitutions</source>
        <translation>Ersetzungen kennzeichnen</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>Nächstes Paar</translation>
    </message>
    <message>
        <source>Next unlabelled pair</source>
        <translation>Nächstes Paar ohne Label</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open a list of pairs…</source>
        <translation>Liste von Paaren öffnen …</translation>
    </message>
    <message>
        <source>Open the sample pairs</source>
        <translation>Beispielpaare öffnen</translation>
    </message>
    <message>
        <source>Open two documents…</source>
        <translation>Zwei Dokumente öffnen …</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Paste two texts…</source>
        <translation>Zwei Texte einfügen …</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Voriger Unterschied</translation>
    </message>
    <message>
        <source>Previous pair</source>
        <translation>Voriges Paar</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Read the pair from disk again</source>
        <translation>Das Paar neu von der Platte lesen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Redo the decision</source>
        <translation>Entscheidung wiederherstellen</translation>
    </message>
    <message>
        <source>Repair wrongly decoded text (for this session)</source>
        <translation>Falsch dekodierten Text reparieren (für diese Sitzung)</translation>
    </message>
    <message>
        <source>Save a report as HTML…</source>
        <translation>Bericht als HTML speichern …</translation>
    </message>
    <message>
        <source>Save a report as PDF…</source>
        <translation>Bericht als PDF speichern …</translation>
    </message>
    <message>
        <source>Serif font</source>
        <translation>Schrift mit Serifen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Show web pages whole</source>
        <translation>Webseiten ganz zeigen</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Summary, ledger and sections</source>
        <translation>Zusammenfassung, Ersetzungen und Abschnitte</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>Seiten tauschen</translation>
    </message>
    <message>
        <source>Text at its normal size</source>
        <translation>Text in normaler Größe</translation>
    </message>
    <message>
        <source>To the other place of a moved section</source>
        <translation>Zur anderen Stelle eines verschobenen Abschnitts</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>Letzte Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>Undo this session&apos;s last decision</source>
        <translation>Letzte Entscheidung dieser Sitzung zurücknehmen</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Go to pair number…</source>
        <translation>Zu Paar Nummer …</translation>
    </message>
    <message>
        <source>Search the list of pairs</source>
        <translation>Liste der Paare durchsuchen</translation>
    </message>
    <message>
        <source>Legend of the marks</source>
        <translation>Legende der Markierungen</translation>
    </message>
    <message>
        <source>How to judge a pair</source>
        <translation>So beurteilen Sie ein Paar</translation>
    </message>
    <message>
        <source>Copy details for a bug report</source>
        <translation>Angaben für einen Fehlerbericht kopieren</translation>
    </message>
    <message>
        <source>Save reports of all pairs…</source>
        <translation>Berichte aller Paare speichern …</translation>
    </message>
    <message>
        <source>Show the marks, or none of them</source>
        <translation>Markierungen zeigen, oder keine</translation>
    </message>
    <message>
        <source>Read blind: hide names, paths and columns</source>
        <translation>Blind lesen: Namen, Pfade und Spalten verbergen</translation>
    </message>
    <message>
        <source>Read blind: hide similarities, too</source>
        <translation>Blind lesen: auch Ähnlichkeiten verbergen</translation>
    </message>
    <message>
        <source>Search the articles for pairs again</source>
        <translation>Artikel noch einmal nach Paaren durchsuchen</translation>
    </message>
    <message>
        <source>Next candidate of this reference</source>
        <translation>Nächster Kandidat dieser Referenz</translation>
    </message>
    <message>
        <source>Previous candidate of this reference</source>
        <translation>Voriger Kandidat dieser Referenz</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>DocumentWatch</name>
    <message>
        <source>A document of this pair changed on disk.</source>
        <translation>Ein Dokument dieses Paars hat sich auf der Platte geändert.</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>Neu lesen (F5)</translation>
    </message>
</context>
<context>
    <name>ComparingPage</name>
    <message>
        <source>All punctuation</source>
        <translation>Alle Satzzeichen</translation>
    </message>
    <message>
        <source>Dashes and bullets: 2019–2024, 2019-2024</source>
        <translation>Striche und Listenzeichen: 2019–2024, 2019-2024</translation>
    </message>
    <message>
        <source>Minor differences</source>
        <translation>Geringfügige Unterschiede</translation>
    </message>
    <message>
        <source>Optional accents and encodings: ETAT, État; ş, ș</source>
        <translation>Weglassbare Akzente und Kodierungen: ETAT, État; ş, ș</translation>
    </message>
    <message>
        <source>Quotation marks: “so”, &quot;so&quot;</source>
        <translation>Anführungszeichen: „so“, &quot;so&quot;</translation>
    </message>
    <message>
        <source>They are marked quietly and count as equal in the figures.</source>
        <translation>Sie werden unauffällig gekennzeichnet und gelten in den Zahlen als gleich.</translation>
    </message>
    <message>
        <source>Upper and lower case: Minister, minister</source>
        <translation>Groß- und Kleinschreibung: Sie, sie</translation>
    </message>
    <message>
        <source>White space inside a word: 10 000, 10000</source>
        <translation>Leerraum in einem Wort: 10 000, 10000</translation>
    </message>
</context>
<context>
    <name>ElsewhereNotice</name>
    <message>
        <source>Next unlabelled</source>
        <translation>Nächstes ohne Label</translation>
    </message>
    <message>
        <source>Since this pair came into the window, it was labelled “{label}” in another window or by another program. A label key replaces that label.</source>
        <translation>Seit dieses Paar im Fenster steht, hat es in einem anderen Fenster oder durch ein anderes Programm das Label „{label}“ bekommen. Eine Label-Taste ersetzt es.</translation>
    </message>
</context>
<context>
    <name>EncodingMenu</name>
    <message>
        <source>As found ({encoding})</source>
        <translation>Wie erkannt ({encoding})</translation>
    </message>
</context>
<context>
    <name>EndPanel</name>
    <message>
        <source>Here are the first {shown}; the filters of the list have all.</source>
        <translation>Hier stehen die ersten {shown}; die Filter der Liste zeigen alle.</translation>
    </message>
    <message>
        <source>Where an id occurs twice, only its first pair can have another label.</source>
        <translation>Wo eine ID doppelt steht, kann nur das erste Paar mit ihr ein anderes Label haben.</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) with the id of an earlier one</source>
        <translation>
            <numerusform>%Ln Paar mit der ID eines früheren</numerusform>
            <numerusform>%Ln Paare mit der ID eines früheren</numerusform>
        </translation>
    </message>
    <message>
        <source>id occurs twice</source>
        <translation>ID doppelt</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>to label</source>
        <translation>noch offen</translation>
    </message>
    <message>
        <source>{key} leads to the first of them.</source>
        <translation>{key} führt zum ersten davon.</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) that the list does not show are left to label.</source>
        <translation>
            <numerusform>%Ln Paar, das die Liste nicht zeigt, hat noch kein Label.</numerusform>
            <numerusform>%Ln Paare, die die Liste nicht zeigt, haben noch kein Label.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list shows no pair that is left to label</source>
        <translation>Die Liste zeigt kein Paar, dem noch ein Label fehlt und das eines bekommen kann</translation>
    </message>
    <message>
        <source>Show all pairs</source>
        <translation>Alle Paare zeigen</translation>
    </message>
    <message>
        <source>Summary of the work</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Nobody can judge what cannot be shown. Repair the documents and read them again, or go to the pairs from here and label them unusable.</source>
        <translation>Was nicht gezeigt werden kann, kann niemand beurteilen. Bringen Sie die Dokumente in Ordnung und lesen Sie sie neu, oder öffnen Sie die Paare von hier aus und nennen Sie sie unbrauchbar.</translation>
    </message>
    <message>
        <source>Here are the first {shown}; the filter “Flagged” of the list has all.</source>
        <translation>Hier stehen die ersten {shown}; der Filter „Vorgemerkt“ der Liste hat alle.</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) flagged to come back to</source>
        <translation>
            <numerusform>%Ln Paar ist vorgemerkt</numerusform>
            <numerusform>%Ln Paare sind vorgemerkt</numerusform>
        </translation>
    </message>
    <message>
        <source>All pairs are labelled</source>
        <translation>Alle Paare haben ein Label</translation>
    </message>
    <message>
        <source>Back to the pairs</source>
        <translation>Zurück zu den Paaren</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Flagged pairs</source>
        <translation>Vorgemerkte Paare</translation>
    </message>
    <message>
        <source>No pair is flagged.</source>
        <translation>Kein Paar ist vorgemerkt.</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>The label keys do nothing here, because no pair is shown. Go back to the pairs to change a label, or undo the last decision.</source>
        <translation>Die Tasten für Labels ruhen hier, weil kein Paar zu sehen ist. Um ein Label zu ändern, gehen Sie zurück zu den Paaren, oder nehmen Sie die letzte Entscheidung zurück.</translation>
    </message>
    <message>
        <source>The labels are in</source>
        <translation>Die Labels stehen in</translation>
    </message>
    <message>
        <source>All pairs that can be read are labelled</source>
        <translation>Alle lesbaren Paare haben ein Label</translation>
    </message>
    <message>
        <source>Pairs that cannot be read</source>
        <translation>Nicht lesbare Paare</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) cannot be read</source>
        <translation>
            <numerusform>%Ln Paar ist nicht lesbar</numerusform>
            <numerusform>%Ln Paare sind nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>All pairs that the list shows are labelled</source>
        <translation>Alle Paare, die die Liste zeigt, haben ein Label</translation>
    </message>
    <message>
        <source>None of the pairs can be read</source>
        <translation>Keines der Paare ist lesbar</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the find bar (Esc)</source>
        <translation>Suchleiste schließen (Esc)</translation>
    </message>
    <message>
        <source>Find in both documents</source>
        <translation>In beiden Dokumenten suchen</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>{current} von {total}</translation>
    </message>
</context>
<context>
    <name>FurnitureList</name>
    <message>
        <source>Byline</source>
        <translation>Autorenzeile</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Bildunterschriften</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Footer</source>
        <translation>Fußzeilen</translation>
    </message>
    <message>
        <source>Furniture</source>
        <translation>Beiwerk</translation>
    </message>
    <message>
        <source>Go to this section</source>
        <translation>Zu diesem Abschnitt</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>Neither document has one.</source>
        <translation>Keines der Dokumente hat das.</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>altered</source>
        <translation>verändert</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>The candidate has it as the reference does.</source>
        <translation>Der Kandidat hat sie wie die Referenz.</translation>
    </message>
    <message>
        <source>Both have one, but its words are not the same.</source>
        <translation>Beide haben so etwas, aber nicht mit denselben Wörtern.</translation>
    </message>
    <message>
        <source>Only the reference has it: it was left out of the candidate.</source>
        <translation>Nur in der Referenz: Im Kandidaten wurde es weggelassen.</translation>
    </message>
    <message>
        <source>Only the candidate has it: it does not come from the reference.</source>
        <translation>Nur im Kandidaten: Es stammt nicht aus der Referenz.</translation>
    </message>
</context>
<context>
    <name>GuidelinesPanel</name>
    <message>
        <source>These are the first {shown} of {all} characters; the rest is in {name}.</source>
        <translation>Dies sind die ersten {shown} von {all} Zeichen; der Rest steht in {name}.</translation>
    </message>
    <message>
        <source>A text file of yours, such as the rules of your project, can stand here.</source>
        <translation>Hier kann eine eigene Textdatei stehen, etwa die Regeln Ihres Projekts.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Choose a guidelines file</source>
        <translation>Datei mit Richtlinien wählen</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>Richtlinien</translation>
    </message>
</context>
<context>
    <name>GuidelinesController</name>
    <message>
        <source>Choose a guidelines file</source>
        <translation>Datei mit Richtlinien wählen</translation>
    </message>
</context>
<context>
    <name>GutterHandle</name>
    <message>
        <source>Border between the documents</source>
        <translation>Grenze zwischen den Dokumenten</translation>
    </message>
    <message>
        <source>Left and right move it, Home puts it in the middle.</source>
        <translation>Links und rechts verschieben sie, Pos1 stellt sie in die Mitte.</translation>
    </message>
</context>
<context>
    <name>KeyBindings</name>
    <message>
        <source>This is not a key.</source>
        <translation>Das ist keine Taste.</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}”. Remove it there first.</source>
        <translation>{key} gehört zu „{action}“. Nehmen Sie sie dort zuerst weg.</translation>
    </message>
    <message>
        <source>{key} moves through the text that has the focus.</source>
        <translation>{key} bewegt den Text, der den Fokus hat.</translation>
    </message>
    <message>
        <source>{key} works the buttons and fields of the window.</source>
        <translation>{key} bedient die Knöpfe und Felder des Fensters.</translation>
    </message>
</context>
<context>
    <name>KeyGuard</name>
    <message>
        <source>Ignored, because a text is being edited. Esc leaves it.</source>
        <translation>Ignoriert, weil gerade ein Text bearbeitet wird. Esc verlässt ihn.</translation>
    </message>
    <message>
        <source>Ignored, because the key was held down. Press it again.</source>
        <translation>Ignoriert, weil die Taste gehalten wurde. Drücken Sie sie neu.</translation>
    </message>
    <message>
        <source>Ignored, because the pair had only just appeared. Press it again.</source>
        <translation>Ignoriert, weil das Paar eben erst erschien. Drücken Sie noch einmal.</translation>
    </message>
    <message>
        <source>Ignored, because the pair is not on the screen yet.</source>
        <translation>Ignoriert, weil das Paar noch nicht auf dem Schirm steht.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>All as at first</source>
        <translation>Alle wie anfangs</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Wie anfangs</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Press a key for “{action}”; the newest comes first.</source>
        <translation>Drücken Sie eine Taste für „{action}“; die neueste steht vorn.</translation>
    </message>
    <message>
        <source>Second key</source>
        <translation>Zweite Taste</translation>
    </message>
    <message>
        <source>Take keys away</source>
        <translation>Tasten wegnehmen</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Arrows and page keys belong to the text that has the focus. All other keys can be changed in the settings.</source>
        <translation>Pfeil- und Bildtasten gehören dem Text, der den Fokus hat. Alle anderen Tasten lassen sich in den Einstellungen ändern.</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Look-alike</source>
        <translation>Verwechselbar</translation>
    </message>
    <message>
        <source>Looks the same, other characters. Mark: a wavy line.</source>
        <translation>Sieht gleich aus, andere Zeichen. Zeichen: Wellenlinie.</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Geringfügig</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Only case, quotation marks, dashes, spacing, optional accents or encoding differ.</source>
        <translation>Nur Groß- und Kleinschreibung, Anführungszeichen, Striche, Leerraum, weglassbare Akzente oder die Kodierung sind anders.</translation>
    </message>
    <message>
        <source>Only the candidate has it. Mark: a bar at the side.</source>
        <translation>Nur der Kandidat hat es. Zeichen: Balken am Rand.</translation>
    </message>
    <message>
        <source>Only the reference has it. Mark: struck edge or hatching.</source>
        <translation>Nur die Referenz hat es. Zeichen: Streifen am Rand oder Schraffur.</translation>
    </message>
    <message>
        <source>Other words stand in the same place. Mark: underline.</source>
        <translation>An derselben Stelle stehen andere Wörter. Zeichen: Unterstreichung.</translation>
    </message>
    <message>
        <source>Substituted</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>The section stands elsewhere. Mark: a dashed frame.</source>
        <translation>Der Abschnitt steht an anderer Stelle. Zeichen: gestrichelter Rahmen.</translation>
    </message>
</context>
<context>
    <name>LabelBar</name>
    <message>
        <source>The pair cannot be judged: a document cannot be read, or is the wrong one.</source>
        <translation>Das Paar lässt sich nicht beurteilen: Ein Dokument ist nicht lesbar oder das falsche.</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Vormerken</translation>
    </message>
    <message>
        <source>Label of the pair</source>
        <translation>Label des Paars</translation>
    </message>
    <message>
        <source>Neither was made from the other.</source>
        <translation>Keines wurde aus dem anderen gemacht.</translation>
    </message>
    <message>
        <source>No pair is open.</source>
        <translation>Kein Paar ist offen.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>The candidate is</source>
        <translation>Der Kandidat ist</translation>
    </message>
    <message>
        <source>The candidate was made from the reference.</source>
        <translation>Der Kandidat wurde aus der Referenz gemacht.</translation>
    </message>
    <message>
        <source>The reference was made from the candidate.</source>
        <translation>Die Referenz wurde aus dem Kandidaten gemacht.</translation>
    </message>
</context>
<context>
    <name>LabellingController</name>
    <message>
        <source>flagged</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>not flagged any more</source>
        <translation>nicht mehr vorgemerkt</translation>
    </message>
    <message>
        <source>The only label for this pair is unusable. It can be flagged and noted, too.</source>
        <translation>Für dieses Paar gibt es nur das Label unbrauchbar. Vormerken und eine Notiz schreiben können Sie auch.</translation>
    </message>
    <message>
        <source>The key {key} of the label “{label}” is that of “{action}”. Choose another one in the settings, under Keys, or in {file}.</source>
        <translation>Die Taste {key} des Labels „{label}“ gehört zu „{action}“. Wählen Sie eine andere in den Einstellungen unter Tasten oder in {file}.</translation>
    </message>
    <message>
        <source>Ignored, because no pair is shown here. Go back to the pairs first.</source>
        <translation>Ignoriert, weil hier kein Paar gezeigt wird. Gehen Sie erst zu den Paaren zurück.</translation>
    </message>
    <message>
        <source>Brought back: {what}.</source>
        <translation>Wiederhergestellt: {what}.</translation>
    </message>
    <message>
        <source>No pair is shown here.</source>
        <translation>Hier ist kein Paar zu sehen.</translation>
    </message>
    <message>
        <source>Nothing was decided in this session. Ctrl+Z undoes earlier decisions.</source>
        <translation>In dieser Sitzung wurde nichts entschieden. Strg+Z nimmt frühere Entscheidungen zurück.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts wiederherzustellen.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>This pair cannot be read.</source>
        <translation>Dieses Paar ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation>Zurückgenommen: {what}.</translation>
    </message>
    <message>
        <source>the decision on {pair}</source>
        <translation>die Entscheidung zu {pair}</translation>
    </message>
    <message>
        <source>the flag of {pair}</source>
        <translation>die Vormerkung von {pair}</translation>
    </message>
    <message>
        <source>the label of {pair}</source>
        <translation>das Label von {pair}</translation>
    </message>
    <message>
        <source>the note of {pair}</source>
        <translation>die Notiz zu {pair}</translation>
    </message>
    <message>
        <source>“{key}” went into the text field, not to the pair. Esc empties it.</source>
        <translation>„{key}“ steht jetzt im Textfeld, am Paar ändert sich nichts. Esc leert das Feld.</translation>
    </message>
</context>
<context>
    <name>LedgerModel</name>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message numerus="yes">
        <source>{reference} became {candidate}, %n time(s)</source>
        <translation>
            <numerusform>Aus {reference} wurde {candidate}, %Ln-mal</numerusform>
            <numerusform>Aus {reference} wurde {candidate}, %Ln-mal</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerPanel</name>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy the substitutions</source>
        <translation>Ersetzungen kopieren</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the substitutions</source>
        <translation>Ersetzungen filtern</translation>
    </message>
    <message>
        <source>No word was substituted.</source>
        <translation>Kein Wort wurde ersetzt.</translation>
    </message>
    <message>
        <source>Substitutions</source>
        <translation>Ersetzungen</translation>
    </message>
    <message>
        <source>Substitutions ({count})</source>
        <translation>Ersetzungen ({count})</translation>
    </message>
</context>
<context>
    <name>ListReportController</name>
    <message>
        <source>The report could not be written ({why}).</source>
        <translation>Der Bericht ließ sich nicht schreiben ({why}).</translation>
    </message>
    <message>
        <source>The process that compared this pair ended early, or took too long.</source>
        <translation>Der Prozess, der dieses Paar verglich, endete zu früh oder brauchte zu lange.</translation>
    </message>
    <message>
        <source>Zip file</source>
        <translation>Zip-Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Save the reports of all pairs</source>
        <translation>Berichte aller Paare speichern</translation>
    </message>
    <message>
        <source>{path} exists and is not a report of a list; choose another name, or an empty folder.</source>
        <translation>{path} gibt es schon, und es ist etwas anderes darin als der Bericht einer Liste; einen anderen Namen oder einen leeren Ordner wählen.</translation>
    </message>
    <message>
        <source>Reports of all pairs</source>
        <translation>Berichte aller Paare</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{done} of {total} pairs compared and written</source>
        <translation>{done} von {total} Paaren verglichen und geschrieben</translation>
    </message>
    <message>
        <source>The processes that compare pairs end as soon as they start; close other programs.</source>
        <translation>Die Prozesse, die Paare vergleichen, enden sofort; andere Programme schließen.</translation>
    </message>
    <message>
        <source>The reports were stopped; none of them is kept.</source>
        <translation>Die Berichte wurden abgebrochen; keiner davon bleibt.</translation>
    </message>
    <message>
        <source>The reports are in {path}.</source>
        <translation>Die Berichte liegen in {path}.</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) could not be compared.</source>
        <translation>
            <numerusform>%Ln Paar ließ sich nicht vergleichen.</numerusform>
            <numerusform>%Ln Paare ließen sich nicht vergleichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The reports could not be written to {path} ({why}); choose another place.</source>
        <translation>Die Berichte ließen sich nicht nach {path} schreiben ({why}); einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Reports have similarities, which are hidden while the list is read so.</source>
        <translation>Berichte enthalten Ähnlichkeiten; die sind verborgen, solange die Liste so gelesen wird.</translation>
    </message>
</context>
<context>
    <name>LooksPage</name>
    <message>
        <source>As the desktop</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Colours:</source>
        <translation>Farben:</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Fold long equal stretches</source>
        <translation>Lange gleiche Strecken einklappen</translation>
    </message>
    <message>
        <source>Font of the texts:</source>
        <translation>Schrift der Texte:</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Sprache:</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Size of the texts:</source>
        <translation>Größe der Texte:</translation>
    </message>
    <message>
        <source>The new language is used from the next start on.</source>
        <translation>Die neue Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>With serifs</source>
        <translation>Mit Serifen</translation>
    </message>
    <message>
        <source>Without serifs</source>
        <translation>Ohne Serifen</translation>
    </message>
</context>
<context>
    <name>MeasuringLine</name>
    <message>
        <source>{figures}, less than 1 min</source>
        <translation>{figures}, noch weniger als 1 min</translation>
    </message>
    <message>
        <source>{measured} of {total} measured, {others} without figures</source>
        <translation>{measured} von {total} gemessen, {others} ohne Messwerte</translation>
    </message>
    <message>
        <source>{measured} of {total} measured</source>
        <translation>{measured} von {total} gemessen</translation>
    </message>
    <message>
        <source>{figures}, about {time}</source>
        <translation>{figures}, noch etwa {time}</translation>
    </message>
    <message>
        <source>{figures}, paused</source>
        <translation>{figures}, angehalten</translation>
    </message>
    <message>
        <source>{figures}, goes on with mains power</source>
        <translation>{figures}, weiter mit Netzstrom</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>Go on measuring</source>
        <translation>Weiter messen</translation>
    </message>
    <message>
        <source>Pause the measuring</source>
        <translation>Messen anhalten</translation>
    </message>
</context>
<context>
    <name>MessagePanel</name>
    <message>
        <source>Next pair</source>
        <translation>Nächstes Paar</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Noch einmal lesen</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Not inserted: a note has at most {characters} characters and {lines} lines.</source>
        <translation>Nicht eingefügt: Eine Notiz hat höchstens {characters} Zeichen und {lines} Zeilen.</translation>
    </message>
    <message>
        <source>These are the first {shown} of {all} characters; the note can be read and changed in the label file.</source>
        <translation>Dies sind die ersten {shown} von {all} Zeichen; lesen und ändern lässt sich die Notiz in der Labeldatei.</translation>
    </message>
    <message>
        <source>Back to the text (Esc)</source>
        <translation>Zurück zum Text (Esc)</translation>
    </message>
    <message>
        <source>Enter or Esc goes back; Shift+Enter begins a line.</source>
        <translation>Enter oder Esc führt zurück, die Notiz bleibt; Umschalt+Enter beginnt eine Zeile.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on this pair</source>
        <translation>Notiz zu diesem Paar</translation>
    </message>
    <message>
        <source>What the next reader of this label should know</source>
        <translation>Was wissen soll, wer dieses Label liest</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns of the articles</source>
        <translation>Spalten der Artikel</translation>
    </message>
    <message>
        <source>None: the number of the row</source>
        <translation>Keine: die Nummer der Zeile</translation>
    </message>
    <message>
        <source>Column with the &amp;text</source>
        <translation>Spalte mit dem &amp;Text</translation>
    </message>
    <message>
        <source>Column with the &amp;id</source>
        <translation>Spalte mit der &amp;ID</translation>
    </message>
    <message>
        <source>{name} has no columns named like those of a pair list. If each row is an article, say which column holds the text; pairs are looked for among them.</source>
        <translation>{name} hat keine Spalten, die wie die einer Paarliste heißen. Wenn jede Zeile ein Artikel ist, wählen Sie die Spalte mit dem Text; unter den Artikeln werden dann Paare gesucht.</translation>
    </message>
    <message>
        <source>Look for pairs</source>
        <translation>Paare suchen</translation>
    </message>
</context>
<context>
    <name>OpeningController</name>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Choose a folder with pairs or articles</source>
        <translation>Ordner mit Paaren oder Artikeln wählen</translation>
    </message>
    <message>
        <source>Choose a list of pairs</source>
        <translation>Liste von Paaren wählen</translation>
    </message>
    <message>
        <source>Choose the candidate</source>
        <translation>Kandidaten wählen</translation>
    </message>
    <message>
        <source>Choose the reference</source>
        <translation>Referenz wählen</translation>
    </message>
    <message>
        <source>Drop two documents, or one list of pairs, or one folder.</source>
        <translation>Legen Sie zwei Dokumente ab, eine Liste von Paaren oder einen Ordner.</translation>
    </message>
    <message>
        <source>Lists of pairs</source>
        <translation>Listen von Paaren</translation>
    </message>
    <message>
        <source>Reading the labels…</source>
        <translation>Die Beurteilungen werden gelesen…</translation>
    </message>
    <message>
        <source>Choose the reference that belongs to {name}</source>
        <translation>Referenz wählen, die zu {name} gehört</translation>
    </message>
    <message>
        <source>Choose the candidate that belongs to {name}</source>
        <translation>Kandidaten wählen, der zu {name} gehört</translation>
    </message>
    <message>
        <source>{name} is one document; open or drop it together with a second one.</source>
        <translation>{name} ist ein einzelnes Dokument; öffnen Sie es zusammen mit einem zweiten oder legen Sie beide hier ab.</translation>
    </message>
</context>
<context>
    <name>OverruledNotice</name>
    <message>
        <source>Show the pair</source>
        <translation>Paar zeigen</translation>
    </message>
    <message>
        <source>{pair}: another window had just decided “{before}”; “{now}”, decided later in this window, counts. Undo brings the other one back.</source>
        <translation>{pair}: Ein anderes Fenster hatte gerade „{before}“ entschieden; „{now}“, später in diesem Fenster entschieden, gilt. Rückgängig holt die andere Entscheidung zurück.</translation>
    </message>
    <message>
        <source>{pair}: the label was “{before}”; another window decided “{now}” later, and that counts.</source>
        <translation>{pair}: Das Label war „{before}“; ein anderes Fenster hat später „{now}“ entschieden, und das gilt.</translation>
    </message>
    <message numerus="yes">
        <source>So it is with %n further pair(s).</source>
        <translation>
            <numerusform>Ebenso bei %Ln weiteren Paar.</numerusform>
            <numerusform>Ebenso bei %Ln weiteren Paaren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewStrip</name>
    <message>
        <source>A click or drag scrolls both documents there.</source>
        <translation>Klicken oder Ziehen rollt beide Dokumente dorthin.</translation>
    </message>
    <message>
        <source>Overview of the differences</source>
        <translation>Übersicht der Unterschiede</translation>
    </message>
</context>
<context>
    <name>PairDetails</name>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Details of the pair</source>
        <translation>Angaben zum Paar</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
</context>
<context>
    <name>PairListView</name>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
</context>
<context>
    <name>PairsModel</name>
    <message>
        <source>its id occurs twice</source>
        <translation>ID steht doppelt</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>unbrauchbar</translation>
    </message>
    <message>
        <source>changed since it was labelled</source>
        <translation>seit dem Label geändert</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>has a note</source>
        <translation>mit Notiz</translation>
    </message>
    <message>
        <source>not labelled</source>
        <translation>ohne Label</translation>
    </message>
    <message>
        <source>original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>unrelated</source>
        <translation>ohne Bezug</translation>
    </message>
    <message>
        <source>Pair {number}</source>
        <translation>Paar {number}</translation>
    </message>
    <message>
        <source>overruled: {label}</source>
        <translation>überstimmt: {label}</translation>
    </message>
</context>
<context>
    <name>PairsPanel</name>
    <message>
        <source>Search the pairs by id, path, note or column of the list</source>
        <translation>Paare nach Id, Pfad, Notiz oder Spalte der Liste suchen</translation>
    </message>
    <message>
        <source>Search id, path, note or column</source>
        <translation>Id, Pfad, Notiz, Spalte suchen</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} von {total}</translation>
    </message>
    <message>
        <source>Search number or note</source>
        <translation>Nummer oder Notiz suchen</translation>
    </message>
    <message>
        <source>Search the pairs by number or note</source>
        <translation>Die Paare nach Nummer oder Notiz durchsuchen</translation>
    </message>
</context>
<context>
    <name>PaneHeader</name>
    <message>
        <source>{role}: read as {encoding}</source>
        <translation>{role}: gelesen als {encoding}</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Not inserted: there is room for {characters} characters in {lines} lines of at most {line}. Save the text in a file and open that.</source>
        <translation>Nicht eingefügt: Hier ist Platz für {characters} Zeichen in {lines} Zeilen von höchstens {line}. Speichern Sie den Text in einer Datei und öffnen Sie diese.</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Paste the candidate here</source>
        <translation>Hier den Kandidaten einfügen</translation>
    </message>
    <message>
        <source>Paste the reference here</source>
        <translation>Hier die Referenz einfügen</translation>
    </message>
    <message>
        <source>Paste two texts</source>
        <translation>Zwei Texte einfügen</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Texts and labels are kept in your own data folder, and stay under Recent.</source>
        <translation>Texte und Labels liegen in Ihrem eigenen Datenordner und bleiben unter „Zuletzt geöffnet“.</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>Pointer</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Go to where this section moved</source>
        <translation>Zur anderen Stelle dieses Abschnitts</translation>
    </message>
    <message>
        <source>Select all of this document</source>
        <translation>Dieses Dokument ganz auswählen</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>outside the {total} shown</source>
        <translation>außerhalb der {total} gezeigten</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%Ln Stunde</numerusform>
            <numerusform>%Ln Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labelled</source>
        <translation>
            <numerusform>%Ln beurteilt</numerusform>
            <numerusform>%Ln beurteilt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%Ln Minute</numerusform>
            <numerusform>%Ln Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <source>pair {number} of {total}</source>
        <translation>Paar {number} von {total}</translation>
    </message>
    <message>
        <source>{seconds} s a pair</source>
        <translation>{seconds} s je Paar</translation>
    </message>
</context>
<context>
    <name>ReadingController</name>
    <message>
        <source>Nothing is selected that could be copied.</source>
        <translation>Nichts ist ausgewählt, was sich kopieren ließe.</translation>
    </message>
    <message>
        <source>No text is shown here.</source>
        <translation>Hier ist kein Text zu sehen.</translation>
    </message>
    <message>
        <source>There is nothing to fold: no long stretch of this pair is equal.</source>
        <translation>Hier gibt es nichts einzuklappen: keine lange Strecke dieses Paares ist gleich.</translation>
    </message>
    <message>
        <source>The marks are hidden.</source>
        <translation>Die Markierungen sind verborgen.</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>{role}: cannot be read</source>
        <translation>{role}: nicht lesbar</translation>
    </message>
    <message>
        <source>still being read…</source>
        <translation>wird noch gelesen …</translation>
    </message>
    <message>
        <source>comparing…</source>
        <translation>wird verglichen …</translation>
    </message>
    <message>
        <source>Reading the documents…</source>
        <translation>Die Dokumente werden gelesen …</translation>
    </message>
    <message>
        <source>That lies beyond what is shown of this very long text.</source>
        <translation>Das steht hinter dem, was von diesem sehr langen Text gezeigt wird.</translation>
    </message>
    <message numerus="yes">
        <source>%n equal word(s)</source>
        <translation>
            <numerusform>%Ln gleiches Wort</numerusform>
            <numerusform>%Ln gleiche Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) without a shown difference</source>
        <translation>
            <numerusform>%Ln Wort ohne gezeigten Unterschied</numerusform>
            <numerusform>%Ln Wörter ohne gezeigten Unterschied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in this pair</source>
        <translation>
            <numerusform>%Ln-mal in diesem Paar</numerusform>
            <numerusform>%Ln-mal in diesem Paar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added in the candidate (%n word(s)): {words}</source>
        <translation>
            <numerusform>Im Kandidaten hinzugefügt (%Ln Wort): {words}</numerusform>
            <numerusform>Im Kandidaten hinzugefügt (%Ln Wörter): {words}</numerusform>
        </translation>
    </message>
    <message>
        <source>Both documents are empty.</source>
        <translation>Beide Dokumente sind leer.</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Look-alike: {old} is written with other characters</source>
        <translation>Verwechselbar: {old} ist mit anderen Zeichen geschrieben</translation>
    </message>
    <message>
        <source>Minor: {old} is written {new}</source>
        <translation>Geringfügig: {old} steht als {new}</translation>
    </message>
    <message>
        <source>Minor: {words} is added in the candidate</source>
        <translation>Geringfügig: {words} ist im Kandidaten hinzugefügt</translation>
    </message>
    <message>
        <source>Minor: {words} is missing in the candidate</source>
        <translation>Geringfügig: {words} fehlt im Kandidaten</translation>
    </message>
    <message numerus="yes">
        <source>Missing in the candidate (%n word(s)): {words}</source>
        <translation>
            <numerusform>Fehlt im Kandidaten (%Ln Wort): {words}</numerusform>
            <numerusform>Fehlt im Kandidaten (%Ln Wörter): {words}</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved section: it stands elsewhere in the other document</source>
        <translation>Verschobener Abschnitt: im anderen Dokument steht er an anderer Stelle</translation>
    </message>
    <message>
        <source>No moved section is in view.</source>
        <translation>Kein verschobener Abschnitt ist in Sicht.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message numerus="yes">
        <source>Section added in the candidate (%n word(s))</source>
        <translation>
            <numerusform>Abschnitt im Kandidaten hinzugefügt (%Ln Wort)</numerusform>
            <numerusform>Abschnitt im Kandidaten hinzugefügt (%Ln Wörter)</numerusform>
        </translation>
    </message>
    <message>
        <source>Section in both documents</source>
        <translation>Abschnitt in beiden Dokumenten</translation>
    </message>
    <message numerus="yes">
        <source>Section missing in the candidate (%n word(s))</source>
        <translation>
            <numerusform>Abschnitt fehlt im Kandidaten (%Ln Wort)</numerusform>
            <numerusform>Abschnitt fehlt im Kandidaten (%Ln Wörter)</numerusform>
        </translation>
    </message>
    <message>
        <source>Substitution: {old} became {new}</source>
        <translation>Ersetzung: aus {old} wurde {new}</translation>
    </message>
    <message>
        <source>That was the first difference; this is the last.</source>
        <translation>Das war der erste Unterschied; dies ist der letzte.</translation>
    </message>
    <message>
        <source>That was the last difference; this is the first.</source>
        <translation>Das war der letzte Unterschied; dies ist der erste.</translation>
    </message>
    <message>
        <source>The candidate is empty: it has no visible character.</source>
        <translation>Der Kandidat ist leer: er hat kein sichtbares Zeichen.</translation>
    </message>
    <message>
        <source>The reference is empty: it has no visible character.</source>
        <translation>Die Referenz ist leer: sie hat kein sichtbares Zeichen.</translation>
    </message>
    <message>
        <source>There is no difference to step to.</source>
        <translation>Es gibt keinen Unterschied.</translation>
    </message>
    <message numerus="yes">
        <source>added: %n character(s)</source>
        <translation>
            <numerusform>hinzugefügt: %Ln Zeichen</numerusform>
            <numerusform>hinzugefügt: %Ln Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>added: %n word(s)</source>
        <translation>
            <numerusform>hinzugefügt: %Ln Wort</numerusform>
            <numerusform>hinzugefügt: %Ln Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missing: %n character(s)</source>
        <translation>
            <numerusform>fehlt: %Ln Zeichen</numerusform>
            <numerusform>fehlen: %Ln Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missing: %n word(s)</source>
        <translation>
            <numerusform>fehlt: %Ln Wort</numerusform>
            <numerusform>fehlen: %Ln Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved here from ↑ %n section(s) above</source>
        <translation>
            <numerusform>hierher verschoben, von ↑ %Ln Abschnitt weiter oben</numerusform>
            <numerusform>hierher verschoben, von ↑ %Ln Abschnitten weiter oben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved here from ↓ %n section(s) below</source>
        <translation>
            <numerusform>hierher verschoben, von ↓ %Ln Abschnitt weiter unten</numerusform>
            <numerusform>hierher verschoben, von ↓ %Ln Abschnitten weiter unten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved to ↑ %n section(s) above</source>
        <translation>
            <numerusform>verschoben, ↑ %Ln Abschnitt weiter oben</numerusform>
            <numerusform>verschoben, ↑ %Ln Abschnitte weiter oben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved to ↓ %n section(s) below</source>
        <translation>
            <numerusform>verschoben, ↓ %Ln Abschnitt weiter unten</numerusform>
            <numerusform>verschoben, ↓ %Ln Abschnitte weiter unten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no counterpart: %n word(s) added</source>
        <translation>
            <numerusform>ohne Gegenstück: %Ln Wort hinzugefügt</numerusform>
            <numerusform>ohne Gegenstück: %Ln Wörter hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no counterpart: %n word(s) missing</source>
        <translation>
            <numerusform>ohne Gegenstück: %Ln Wort fehlt</numerusform>
            <numerusform>ohne Gegenstück: %Ln Wörter fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>{role}: {name}</source>
        <translation>{role}: {name}</translation>
    </message>
    <message numerus="yes">
        <source>Hidden in the reference (%n word(s)): {words}</source>
        <translation>
            <numerusform>In der Referenz verborgen (%Ln Wort): {words}</numerusform>
            <numerusform>In der Referenz verborgen (%Ln Wörter): {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hidden in the candidate (%n word(s)): {words}</source>
        <translation>
            <numerusform>Im Kandidaten verborgen (%Ln Wort): {words}</numerusform>
            <numerusform>Im Kandidaten verborgen (%Ln Wörter): {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden word(s)</source>
        <translation>
            <numerusform>%Ln verborgenes Wort</numerusform>
            <numerusform>%Ln verborgene Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hidden: %n word(s)</source>
        <translation>
            <numerusform>verborgen: %Ln Wort</numerusform>
            <numerusform>verborgen: %Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>marks hidden</source>
        <translation>Markierungen verborgen</translation>
    </message>
</context>
<context>
    <name>ReportController</name>
    <message>
        <source>Save a report as HTML</source>
        <translation>Bericht als HTML speichern</translation>
    </message>
    <message>
        <source>Save a report as PDF</source>
        <translation>Bericht als PDF speichern</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>Der Bericht steht in {path}.</translation>
    </message>
    <message>
        <source>There is no compared pair in the window to report on.</source>
        <translation>Im Fenster ist kein verglichenes Paar, über das zu berichten wäre.</translation>
    </message>
    <message>
        <source>The printer accepted nothing; check its settings.</source>
        <translation>Der Drucker hat nichts angenommen; sehen Sie nach seinen Einstellungen.</translation>
    </message>
    <message>
        <source>The report went to {printer}.</source>
        <translation>Der Bericht ging an {printer}.</translation>
    </message>
    <message>
        <source>A report has similarities, which are hidden while the list is read so.</source>
        <translation>Ein Bericht enthält Ähnlichkeiten; die sind verborgen, solange die Liste so gelesen wird.</translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>The report could not be written to {path} ({why}); choose another place.</source>
        <translation>Der Bericht konnte nicht nach {path} geschrieben werden ({why}); wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>This is the only pair. It cannot be read, but can be labelled unusable.</source>
        <translation>Das ist das einzige Paar. Es ist nicht lesbar, aber Sie können es unbrauchbar nennen.</translation>
    </message>
    <message>
        <source>No pair is shown here.</source>
        <translation>Hier ist kein Paar zu sehen.</translation>
    </message>
    <message>
        <source>Now the pair is shown. Press the key again.</source>
        <translation>Jetzt ist das Paar zu sehen. Drücken Sie die Taste noch einmal.</translation>
    </message>
    <message>
        <source>These texts are very long: the first {share} of them are shown here. Figures, substitutions and reports are about all of them.</source>
        <translation>Diese Texte sind sehr lang: Hier stehen die ersten {share}. Zahlen, Ersetzungen und Berichte gelten für die ganzen Texte.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleiche …</translation>
    </message>
    <message>
        <source>Labelled. The label is in {path}.</source>
        <translation>Beurteilt. Das Label steht in {path}.</translation>
    </message>
    <message>
        <source>There is no comparison of this pair.</source>
        <translation>Von diesem Paar gibt es keinen Vergleich.</translation>
    </message>
    <message>
        <source>The marks are hidden.</source>
        <translation>Die Markierungen sind verborgen.</translation>
    </message>
</context>
<context>
    <name>SaveSign</name>
    <message>
        <source>a label is in doubt</source>
        <translation>ein Label ist zweifelhaft</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>kept in the recovery journal</source>
        <translation>im Sicherungsjournal</translation>
    </message>
    <message>
        <source>label file is read-only</source>
        <translation>Labeldatei ist schreibgeschützt</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>saving …</source>
        <translation>wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>SectionsModel</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message numerus="yes">
        <source>{kind} section of %n word(s): {beginning}</source>
        <translation>
            <numerusform>{kind}, Abschnitt mit %Ln Wort: {beginning}</numerusform>
            <numerusform>{kind}, Abschnitt mit %Ln Wörtern: {beginning}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hidden section of %n word(s): {beginning}</source>
        <translation>
            <numerusform>Verborgener Abschnitt von %Ln Wort: {beginning}</numerusform>
            <numerusform>Verborgener Abschnitt von %Ln Wörtern: {beginning}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionsPanel</name>
    <message>
        <source>The first {listed} are listed; the reports have all.</source>
        <translation>Die ersten {listed} sind aufgeführt; die Berichte enthalten alle.</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>No section is missing, added or moved.</source>
        <translation>Kein Abschnitt fehlt, kam hinzu oder wurde verschoben.</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Sections ({count})</source>
        <translation>Abschnitte ({count})</translation>
    </message>
    <message>
        <source>Sections missing, added and moved</source>
        <translation>Fehlende, hinzugefügte und verschobene Abschnitte</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Labels and documents</source>
        <translation>Labels und Dokumente</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>StartPanel</name>
    <message>
        <source>Or drop two documents, a list of pairs, a folder or links here.</source>
        <translation>Oder legen Sie hier zwei Dokumente, eine Paarliste, einen Ordner oder Links ab.</translation>
    </message>
    <message>
        <source>No pairs yet? Open a folder of articles, or a file with one in each row: Copydesk finds the pairs among them that are worth reading.</source>
        <translation>Noch keine Paare? Öffnen Sie einen Ordner mit Artikeln oder eine Datei mit einem Artikel je Zeile: Copydesk findet darin die Paare, die zu lesen sich lohnt.</translation>
    </message>
    <message>
        <source>Open web pages…</source>
        <translation>Webseiten öffnen …</translation>
    </message>
    <message>
        <source>Open a folder of pairs or articles…</source>
        <translation>Ordner mit Paaren oder Artikeln öffnen …</translation>
    </message>
    <message>
        <source>Open a list of pairs…</source>
        <translation>Liste von Paaren öffnen …</translation>
    </message>
    <message>
        <source>Open two documents…</source>
        <translation>Zwei Dokumente öffnen …</translation>
    </message>
    <message>
        <source>Paste two texts…</source>
        <translation>Zwei Texte einfügen …</translation>
    </message>
    <message>
        <source>Read two articles side by side, see what was swapped, label the pair.</source>
        <translation>Zwei Artikel nebeneinander lesen, sehen, was ausgetauscht wurde, und das Paar beurteilen.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Try the sample pairs</source>
        <translation>Beispielpaare ansehen</translation>
    </message>
</context>
<context>
    <name>StrayRowsController</name>
    <message numerus="yes">
        <source>%n row(s) of {file} name no pair of this list</source>
        <translation>
            <numerusform>%Ln Zeile von {file} nennt kein Paar dieser Liste</numerusform>
            <numerusform>%Ln Zeilen von {file} nennen kein Paar dieser Liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) have no row</source>
        <translation>
            <numerusform>%Ln Paar hat keine Zeile</numerusform>
            <numerusform>%Ln Paare haben keine Zeile</numerusform>
        </translation>
    </message>
    <message>
        <source>{rows}, and {pairs}; a spreadsheet may have rewritten ids.</source>
        <translation>{rows}, und {pairs}; vielleicht hat eine Tabellenkalkulation Kennungen umgeschrieben.</translation>
    </message>
    <message>
        <source>Show them…</source>
        <translation>Anzeigen …</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were put right.</source>
        <translation>
            <numerusform>%Ln Zeile wurde berichtigt.</numerusform>
            <numerusform>%Ln Zeilen wurden berichtigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The label file as it was is kept in {copy}.</source>
        <translation>Die Labeldatei im vorherigen Stand liegt in {copy}.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>The rows could not be corrected: {why}</source>
        <translation>Die Zeilen ließen sich nicht berichtigen: {why}</translation>
    </message>
</context>
<context>
    <name>StrayRowsDialog</name>
    <message>
        <source>Rows that name no pair</source>
        <translation>Zeilen ohne Paar</translation>
    </message>
    <message>
        <source>A row gets the id of the one pair that it can be about: that of the same documents, by path or content, without a row of the same annotator, and with an id that a spreadsheet would turn into the row's. Where several are possible, it stays as it is. Times and figures that a spreadsheet rewrote become what they were. {file} is kept as it is now, and all of this can be taken back.</source>
        <translation>Eine Zeile erhält die Kennung des einzigen Paares, um das es gehen kann: mit denselben Dokumenten (nach Pfad oder Inhalt), ohne Zeile derselben Person und mit einer Kennung, aus der eine Tabellenkalkulation die der Zeile macht. Kommen mehrere in Frage, bleibt sie, wie sie ist. Zeiten und Zahlen, die eine Tabellenkalkulation umgeschrieben hat, werden wieder, was sie waren. {file} wird im jetzigen Stand aufbewahrt, und alles lässt sich zurücknehmen.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) can get the id of their pair.</source>
        <translation>
            <numerusform>%Ln Zeile kann die Kennung ihres Paares erhalten.</numerusform>
            <numerusform>%Ln Zeilen können die Kennung ihres Paares erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first {listed} are listed.</source>
        <translation>Die ersten {listed} sind aufgeführt.</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>Rows and the pairs that they may be about</source>
        <translation>Zeilen und die Paare, um die es gehen kann</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>none that is left</source>
        <translation>keines, das noch frei ist</translation>
    </message>
    <message>
        <source>any of {pairs}</source>
        <translation>eines von {pairs}</translation>
    </message>
</context>
<context>
    <name>SummaryPanel</name>
    <message>
        <source>punctuation {times}</source>
        <translation>Satzzeichen {times}</translation>
    </message>
    <message numerus="yes">
        <source>%n section(s)</source>
        <translation>
            <numerusform>%Ln Abschnitt</numerusform>
            <numerusform>%Ln Abschnitte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%Ln×</numerusform>
            <numerusform>%Ln×</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>Candidate: {notice}</source>
        <translation>Kandidat: {notice}</translation>
    </message>
    <message>
        <source>Equal words, of both sides, by the words of both documents.</source>
        <translation>Gleiche Wörter beider Seiten, geteilt durch die Wörter beider Dokumente.</translation>
    </message>
    <message>
        <source>No comparison yet.</source>
        <translation>Noch kein Vergleich.</translation>
    </message>
    <message>
        <source>Reference: {notice}</source>
        <translation>Referenz: {notice}</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>The documents are being compared.</source>
        <translation>Die Dokumente werden verglichen.</translation>
    </message>
    <message>
        <source>The same, but substituted and look-alike words count as kept.</source>
        <translation>Dasselbe, aber ersetzte und verwechselbare Wörter zählen mit.</translation>
    </message>
    <message>
        <source>There is no figure, because neither document has words.</source>
        <translation>Es gibt keine Zahl, weil keines der Dokumente Wörter hat.</translation>
    </message>
    <message>
        <source>verbatim</source>
        <translation>wörtlich</translation>
    </message>
    <message>
        <source>with substitutions</source>
        <translation>mit Ersetzungen</translation>
    </message>
    <message>
        <source>{kind}: marked in the text</source>
        <translation>{kind}: im Text gekennzeichnet</translation>
    </message>
    <message>
        <source>{kind}: not marked in the text</source>
        <translation>{kind}: im Text nicht gekennzeichnet</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Difference {place}</source>
        <translation>Unterschied {place}</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>List of pairs</source>
        <translation>Liste der Paare</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Voriger Unterschied</translation>
    </message>
    <message>
        <source>Summary, ledger and sections</source>
        <translation>Zusammenfassung, Ersetzungen und Abschnitte</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>A label leads to:</source>
        <translation>Ein Label führt:</translation>
    </message>
    <message>
        <source>no other pair</source>
        <translation>zu keinem anderen Paar</translation>
    </message>
    <message>
        <source>the next pair of the list</source>
        <translation>zum nächsten Paar der Liste</translation>
    </message>
    <message>
        <source>the next pair without a label</source>
        <translation>zum nächsten Paar ohne Label</translation>
    </message>
    <message>
        <source>Goes into each row that is decided from now on.</source>
        <translation>Steht ab jetzt in jeder Zeile, die entschieden wird.</translation>
    </message>
    <message>
        <source>Annotator:</source>
        <translation>Beurteilt von:</translation>
    </message>
    <message>
        <source>Largest document:</source>
        <translation>Größtes Dokument:</translation>
    </message>
    <message>
        <source>Measure all pairs of a list in the background</source>
        <translation>Alle Paare einer Liste im Hintergrund messen</translation>
    </message>
    <message>
        <source>Also on battery</source>
        <translation>Auch im Akkubetrieb</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>flagged</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>unbrauchbar</translation>
    </message>
    <message>
        <source>{share} of its words are the same</source>
        <translation>{share} der Wörter sind gleich</translation>
    </message>
    <message>
        <source>{different} different, {all} in all</source>
        <translation>{different} verschiedene, {all} insgesamt</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Compared with Copydesk {version}</source>
        <translation>Verglichen mit Copydesk {version}</translation>
    </message>
    <message>
        <source>Counted as minor</source>
        <translation>Als geringfügig gezählt</translation>
    </message>
    <message>
        <source>optional accents and encodings</source>
        <translation>weglassbare Akzente und Kodierungen</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>SHA-256 of the candidate</source>
        <translation>SHA-256 des Kandidaten</translation>
    </message>
    <message>
        <source>SHA-256 of the reference</source>
        <translation>SHA-256 der Referenz</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Sections missing, added, moved</source>
        <translation>Fehlende, hinzugefügte, verschobene Abschnitte</translation>
    </message>
    <message>
        <source>Substitutions</source>
        <translation>Ersetzungen</translation>
    </message>
    <message>
        <source>The candidate is {verdict}</source>
        <translation>Der Kandidat ist {verdict}</translation>
    </message>
    <message>
        <source>The pair</source>
        <translation>Das Paar</translation>
    </message>
    <message>
        <source>Where the sections of both documents stand</source>
        <translation>Wo die Abschnitte beider Dokumente stehen</translation>
    </message>
    <message>
        <source>a copy</source>
        <translation>eine Kopie</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>altered</source>
        <translation>verändert</translation>
    </message>
    <message>
        <source>byline</source>
        <translation>Autorenzeile</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>candidate covered</source>
        <translation>vom Kandidaten gedeckt</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>Bildunterschriften</translation>
    </message>
    <message>
        <source>case</source>
        <translation>Groß- und Kleinschreibung</translation>
    </message>
    <message>
        <source>dashes</source>
        <translation>Striche</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>footer</source>
        <translation>Fußzeilen</translation>
    </message>
    <message>
        <source>headline</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>judged by {annotator}</source>
        <translation>beurteilt von {annotator}</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>looks alike, other characters</source>
        <translation>sieht gleich aus, andere Zeichen</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>geringfügig</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>missing, added, moved</source>
        <translation>fehlend, hinzugefügt, verschoben</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>moved: further down in the candidate</source>
        <translation>verschoben: weiter unten im Kandidaten</translation>
    </message>
    <message>
        <source>moved: further down in the reference</source>
        <translation>verschoben: weiter unten in der Referenz</translation>
    </message>
    <message>
        <source>moved: further up in the candidate</source>
        <translation>verschoben: weiter oben im Kandidaten</translation>
    </message>
    <message>
        <source>moved: further up in the reference</source>
        <translation>verschoben: weiter oben in der Referenz</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>paired</source>
        <translation>gepaart</translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation>Satzzeichen</translation>
    </message>
    <message>
        <source>quotation marks</source>
        <translation>Anführungszeichen</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>reference covered</source>
        <translation>von der Referenz gedeckt</translation>
    </message>
    <message>
        <source>spacing</source>
        <translation>Leerraum</translation>
    </message>
    <message>
        <source>substitution</source>
        <translation>Ersetzung</translation>
    </message>
    <message>
        <source>the original</source>
        <translation>das Original</translation>
    </message>
    <message>
        <source>unrelated</source>
        <translation>ohne Bezug</translation>
    </message>
    <message>
        <source>verbatim</source>
        <translation>wörtlich</translation>
    </message>
    <message>
        <source>with substitutions</source>
        <translation>mit Ersetzungen</translation>
    </message>
    <message>
        <source>words of the candidate found in the reference</source>
        <translation>Wörter des Kandidaten, die in der Referenz stehen</translation>
    </message>
    <message>
        <source>words of the reference found in the candidate</source>
        <translation>Wörter der Referenz, die im Kandidaten stehen</translation>
    </message>
    <message>
        <source>words that are the same in both</source>
        <translation>Wörter, die in beiden gleich sind</translation>
    </message>
    <message>
        <source>words the same or substituted, in both</source>
        <translation>Wörter, die in beiden gleich oder ersetzt sind</translation>
    </message>
    <message numerus="yes">
        <source>%n look-alike(s)</source>
        <translation>
            <numerusform>%Ln verwechselbares Wort</numerusform>
            <numerusform>%Ln verwechselbare Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minor difference(s)</source>
        <translation>
            <numerusform>%Ln geringfügiger Unterschied</numerusform>
            <numerusform>%Ln geringfügige Unterschiede</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n section(s) moved</source>
        <translation>
            <numerusform>%Ln Abschnitt verschoben</numerusform>
            <numerusform>%Ln Abschnitte verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n substitution(s)</source>
        <translation>
            <numerusform>%Ln Ersetzung</numerusform>
            <numerusform>%Ln Ersetzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) added</source>
        <translation>
            <numerusform>%Ln Wort hinzugefügt</numerusform>
            <numerusform>%Ln Wörter hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) missing</source>
        <translation>
            <numerusform>%Ln Wort fehlt</numerusform>
            <numerusform>%Ln Wörter fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>added in the candidate: %n word(s)</source>
        <translation>
            <numerusform>im Kandidaten hinzugefügt: %Ln Wort</numerusform>
            <numerusform>im Kandidaten hinzugefügt: %Ln Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missing here: %n word(s)</source>
        <translation>
            <numerusform>fehlt hier: %Ln Wort</numerusform>
            <numerusform>fehlen hier: %Ln Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved, stands elsewhere: %n word(s)</source>
        <translation>
            <numerusform>verschoben, steht anderswo: %Ln Wort</numerusform>
            <numerusform>verschoben, steht anderswo: %Ln Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved: %n word(s)</source>
        <translation>
            <numerusform>verschoben: %Ln Wort</numerusform>
            <numerusform>verschoben: %Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>kept: the same in both</source>
        <translation>erhalten: in beiden gleich</translation>
    </message>
    <message>
        <source>altered: in both, with other words</source>
        <translation>verändert: in beiden, aber mit anderen Wörtern</translation>
    </message>
    <message>
        <source>lost: in the reference only</source>
        <translation>verloren: nur in der Referenz</translation>
    </message>
    <message>
        <source>added: in the candidate only</source>
        <translation>hinzugefügt: nur im Kandidaten</translation>
    </message>
    <message>
        <source>All pairs of the list</source>
        <translation>Alle Paare der Liste</translation>
    </message>
    <message>
        <source>without a label</source>
        <translation>ohne Label</translation>
    </message>
    <message>
        <source>labelled differently</source>
        <translation>unterschiedlich gelabelt</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>nicht verglichen</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>substitutions</source>
        <translation>Ersetzungen</translation>
    </message>
    <message>
        <source>words missing</source>
        <translation>Wörter fehlen</translation>
    </message>
    <message>
        <source>words added</source>
        <translation>Wörter hinzugefügt</translation>
    </message>
    <message>
        <source>sections moved</source>
        <translation>Abschnitte verschoben</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%Ln Paar</numerusform>
            <numerusform>%Ln Paare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden word(s) in the reference</source>
        <translation>
            <numerusform>%Ln verborgenes Wort in der Referenz</numerusform>
            <numerusform>%Ln verborgene Wörter in der Referenz</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden word(s) in the candidate</source>
        <translation>
            <numerusform>%Ln verborgenes Wort im Kandidaten</numerusform>
            <numerusform>%Ln verborgene Wörter im Kandidaten</numerusform>
        </translation>
    </message>
    <message>
        <source>hidden text: readers do not see it</source>
        <translation>verborgener Text: Leser sehen ihn nicht</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Evidence</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Substitutions</source>
        <translation>Ersetzungen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
</context>
<context>
    <name>PairJump</name>
    <message>
        <source>Go to a pair</source>
        <translation>Zu einem Paar gehen</translation>
    </message>
    <message>
        <source>Number of the pair, 1 to {count}:</source>
        <translation>Nummer des Paares, 1 bis {count}:</translation>
    </message>
</context>
<context>
    <name>CandidateSteps</name>
    <message>
        <source>No other pair of the list has this reference.</source>
        <translation>Kein anderes Paar der Liste hat diese Referenz.</translation>
    </message>
    <message>
        <source>This is the last candidate of this reference.</source>
        <translation>Das ist der letzte Kandidat dieser Referenz.</translation>
    </message>
    <message>
        <source>This is the first candidate of this reference.</source>
        <translation>Das ist der erste Kandidat dieser Referenz.</translation>
    </message>
</context>
<context>
    <name>ClosingController</name>
    <message numerus="yes">
        <source>%n decision(s) could not be written to {name} and are kept in the recovery journal. They are written when Copydesk opens that file the next time and can write it. Close the window again to leave.</source>
        <translation>
            <numerusform>%Ln Entscheidung konnte nicht in {name} geschrieben werden und steht im Sicherungsjournal. Sie wird geschrieben, sobald Copydesk diese Datei wieder öffnet und schreiben kann. Schließen Sie das Fenster noch einmal, um zu gehen.</numerusform>
            <numerusform>%Ln Entscheidungen konnten nicht in {name} geschrieben werden und stehen im Sicherungsjournal. Sie werden geschrieben, sobald Copydesk diese Datei wieder öffnet und schreiben kann. Schließen Sie das Fenster noch einmal, um zu gehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk does not answer: the last decision is not saved yet. The window closes by itself when it is; close it again to leave without that decision.</source>
        <translation>Die Festplatte antwortet nicht: Die letzte Entscheidung ist noch nicht gespeichert. Das Fenster schließt sich von selbst, sobald sie es ist; schließen Sie es noch einmal, um ohne diese Entscheidung zu gehen.</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>1 withdrawn label that an older copy of {name} still had was taken out again.</source>
        <translation>1 zurückgenommenes Label, das in einem älteren Stand von {name} noch stand, wurde wieder entfernt.</translation>
    </message>
    <message>
        <source>it is {what}, which this build of Copydesk cannot read; save the list as CSV or JSON lines, or use a Copydesk that is installed with: pip install &apos;copydesk[{extra}]&apos;</source>
        <translation>sie ist {what}; diese Fassung von Copydesk kann das nicht lesen; speichern Sie die Liste als CSV oder JSON Lines, oder verwenden Sie ein Copydesk, das so installiert wurde: pip install &apos;copydesk[{extra}]&apos;</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>niemand genannt</translation>
    </message>
    <message>
        <source>1 pair with labels is not in the list, for instance {name}.</source>
        <translation>1 Paar mit Labels steht nicht in der Liste: {name}.</translation>
    </message>
    <message>
        <source>All labels are by {name}: agreement needs at least two annotators.</source>
        <translation>Alle Labels sind von {name}: Übereinstimmung setzt mindestens zwei Annotatoren voraus.</translation>
    </message>
    <message>
        <source>No pair has labels of two annotators: there is nothing to compare. Are these label files of one list?</source>
        <translation>Kein Paar hat Labels von zwei Annotatoren: Es gibt nichts zu vergleichen. Gehören diese Label-Dateien zu einer Liste?</translation>
    </message>
    <message>
        <source>There are no labels in the files; agreement needs those of two annotators.</source>
        <translation>Die Dateien enthalten keine Labels; Übereinstimmung setzt die von zwei Annotatoren voraus.</translation>
    </message>
    <message>
        <source>{count:,} pairs with labels are not in the list, for instance {name}.</source>
        <translation>{count:,} Paare mit Labels stehen nicht in der Liste, zum Beispiel {name}.</translation>
    </message>
    <message>
        <source>{count} withdrawn labels that an older copy of {name} still had were taken out again.</source>
        <translation>{count} zurückgenommene Labels, die in einem älteren Stand von {name} noch standen, wurden wieder entfernt.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}).</source>
        <translation>{name} kann nicht gelesen werden ({why}).</translation>
    </message>
    <message>
        <source>{name} has 1 label again that was withdrawn, as if an older copy had been saved over it; open the list in the window, or run copydesk-labels restore, and it will be taken out.</source>
        <translation>In {name} steht wieder 1 Label, das zurückgenommen worden war, wie in einem älteren Stand, der darüber gespeichert wurde; öffnen Sie die Liste im Fenster oder rufen Sie copydesk-labels restore auf, dann wird es entfernt.</translation>
    </message>
    <message>
        <source>{name} has {count:,} labels again that were withdrawn, as if an older copy had been saved over it; open the list in the window, or run copydesk-labels restore, and they will be taken out.</source>
        <translation>In {name} stehen wieder {count:,} Labels, die zurückgenommen worden waren, wie in einem älteren Stand, der darüber gespeichert wurde; öffnen Sie die Liste im Fenster oder rufen Sie copydesk-labels restore auf, dann werden sie entfernt.</translation>
    </message>
    <message>
        <source>{name} is not an assignment.json written by copydesk-labels assign; check the path.</source>
        <translation>{name} ist keine assignment.json von copydesk-labels assign; bitte den Pfad prüfen.</translation>
    </message>
    <message>
        <source>{name} labelled 1 pair differently in different files; the latest label counts.</source>
        <translation>{name} hat 1 Paar in verschiedenen Dateien verschieden beurteilt; das letzte Label zählt.</translation>
    </message>
    <message>
        <source>{name} labelled {count:,} pairs differently in different files; the latest label counts.</source>
        <translation>{name} hat {count:,} Paare in verschiedenen Dateien verschieden beurteilt; das letzte Label zählt.</translation>
    </message>
    <message>
        <source>The reference {url} could not be fetched. {why}</source>
        <translation>Die Referenz {url} konnte nicht abgerufen werden. {why}</translation>
    </message>
    <message>
        <source>The candidate {url} could not be fetched. {why}</source>
        <translation>Der Kandidat {url} konnte nicht abgerufen werden. {why}</translation>
    </message>
    <message>
        <source>The server said that the page is in {charset}, which it is not.</source>
        <translation>Der Server sagt, die Seite sei in {charset}, und das ist sie nicht.</translation>
    </message>
    <message>
        <source>The address {url} redirected to {final}.</source>
        <translation>Die Adresse {url} hat zu {final} weitergeleitet.</translation>
    </message>
    <message>
        <source>Fetched from {url} on {time}.</source>
        <translation>Am {time} von {url} abgerufen.</translation>
    </message>
    <message>
        <source>the web archive is damaged or holds no page; fetch the page again</source>
        <translation>das Webarchiv ist beschädigt oder enthält keine Seite; rufen Sie die Seite noch einmal ab</translation>
    </message>
    <message>
        <source>There is no such snapshot on this machine: {url}.</source>
        <translation>Diesen Schnappschuss gibt es auf diesem Rechner nicht: {url}.</translation>
    </message>
    <message>
        <source>The candidate {url} is a web page that was not fetched yet; use Fetch in the window, or --fetch on the command line.</source>
        <translation>Der Kandidat {url} ist eine Webseite, die noch nicht abgerufen wurde; verwenden Sie Abrufen im Fenster oder --fetch auf der Befehlszeile.</translation>
    </message>
    <message>
        <source>The reference {url} is a web page that was not fetched yet; use Fetch in the window, or --fetch on the command line.</source>
        <translation>Die Referenz {url} ist eine Webseite, die noch nicht abgerufen wurde; verwenden Sie Abrufen im Fenster oder --fetch auf der Befehlszeile.</translation>
    </message>
    <message>
        <source>The page of {host} was fetched but cannot be kept in {folder} ({why}), so it is not shown; free some space there or change the permissions, and try again.</source>
        <translation>Die Seite von {host} wurde abgerufen, kann aber nicht in {folder} aufbewahrt werden ({why}) und wird deshalb nicht gezeigt; schaffen Sie dort Platz, oder ändern Sie die Rechte, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The process that fetches pages ended unexpectedly; try again.</source>
        <translation>Der Prozess, der Seiten abruft, hat unerwartet geendet; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Nothing more was fetched.</source>
        <translation>Es wurde nichts weiter abgerufen.</translation>
    </message>
    <message>
        <source>The page unpacks to more than {size:,} MB, so it is not read.</source>
        <translation>Die Seite ist entpackt größer als {size:,} MB und wird deshalb nicht gelesen.</translation>
    </message>
    <message>
        <source>The server compressed the page as {coding}, and the result is damaged; try again.</source>
        <translation>Der Server hat die Seite als {coding} gepackt, und sie ist beschädigt; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server compressed the page as {coding}, which was not requested and is not supported; save the page with a browser and open the file.</source>
        <translation>Der Server hat die Seite als {coding} gepackt; darum wurde nicht gebeten, und es ist hier unbekannt. Speichern Sie die Seite mit einem Browser, und öffnen Sie die Datei.</translation>
    </message>
    <message>
        <source>{host} did not send the page within {seconds:,} seconds; try again later.</source>
        <translation>{host} hat die Seite nicht innerhalb von {seconds:,} Sekunden geschickt; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The page of {host} is larger than {size:,} MB; download it with a browser and open the file.</source>
        <translation>Die Seite von {host} ist größer als {size:,} MB; laden Sie sie mit einem Browser herunter, und öffnen Sie die Datei.</translation>
    </message>
    <message>
        <source>{host} redirects more than {most:,} times; check the link.</source>
        <translation>{host} leitet mehr als {most:,} Mal weiter; prüfen Sie den Link.</translation>
    </message>
    <message>
        <source>{host} sent an empty page; check the link.</source>
        <translation>{host} hat eine leere Seite geschickt; prüfen Sie den Link.</translation>
    </message>
    <message>
        <source>{host} answered {status} {reason}, which is not a page; check the link.</source>
        <translation>{host} hat mit {status} {reason} geantwortet, und das ist keine Seite; prüfen Sie den Link.</translation>
    </message>
    <message>
        <source>{host} reports an error ({status} {reason}); try again later.</source>
        <translation>{host} hat eine Störung ({status} {reason}); versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>{host} does not give the page to this program ({status} {reason}); open it in a browser, save it, and open the file.</source>
        <translation>{host} gibt die Seite diesem Programm nicht ({status} {reason}); öffnen Sie sie in einem Browser, speichern Sie sie, und öffnen Sie die Datei.</translation>
    </message>
    <message>
        <source>{host} has no such page ({status} {reason}); check the link.</source>
        <translation>{host} hat keine solche Seite ({status} {reason}); prüfen Sie den Link.</translation>
    </message>
    <message>
        <source>{host} sent only a part of the page; try again.</source>
        <translation>{host} hat nur einen Teil der Seite geschickt; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{host} gave an answer that makes no sense ({why}); try again later.</source>
        <translation>{host} hat eine Antwort gegeben, die nichts bedeutet ({why}); versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The environment names a proxy of the kind {scheme}, and only http proxies are used; change the variables http_proxy and https_proxy.</source>
        <translation>Die Umgebung nennt einen Proxy der Art {scheme}, verwendet werden nur http-Proxys; ändern Sie die Variablen http_proxy und https_proxy.</translation>
    </message>
    <message>
        <source>There is no secure connection to {host} ({why}), so its page would prove nothing; look at the page in a browser.</source>
        <translation>Zu {host} gibt es keine sichere Verbindung ({why}), sodass die Seite nichts beweisen würde; sehen Sie sie sich in einem Browser an.</translation>
    </message>
    <message>
        <source>{host} cannot be reached ({why}); check your connection, or try again later.</source>
        <translation>{host} ist nicht zu erreichen ({why}); prüfen Sie die Verbindung oder versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>{host} ({address}) belongs to this machine or its network; start Copydesk with --allow-local if its pages are to be fetched.</source>
        <translation>{host} ({address}) gehört zu diesem Rechner oder seinem Netz; starten Sie Copydesk mit --allow-local, wenn Seiten von dort abgerufen werden sollen.</translation>
    </message>
    <message>
        <source>{address} belongs to this machine or its network; start Copydesk with --allow-local if its pages are to be fetched.</source>
        <translation>{address} gehört zu diesem Rechner oder seinem Netz; starten Sie Copydesk mit --allow-local, wenn Seiten von dort abgerufen werden sollen.</translation>
    </message>
    <message>
        <source>The server {host} was not found ({why}); check the link and your connection.</source>
        <translation>Der Server {host} wird nicht gefunden ({why}); prüfen Sie den Link und die Verbindung.</translation>
    </message>
    <message>
        <source>{host} redirects to an address that is not followed: {why}</source>
        <translation>{host} leitet an eine Adresse weiter, der nicht gefolgt wird: {why}</translation>
    </message>
    <message>
        <source>The link to {host} has a user name or password in it, which would be kept with the page; take that out of the link.</source>
        <translation>Der Link zu {host} enthält einen Benutzernamen oder ein Passwort, die mit der Seite aufbewahrt würden; nehmen Sie sie aus dem Link heraus.</translation>
    </message>
    <message>
        <source>{url} is an address of the kind {scheme}; only http and https addresses are fetched.</source>
        <translation>{url} ist eine Adresse der Art {scheme}; abgerufen werden nur http- und https-Adressen.</translation>
    </message>
    <message>
        <source>{url} is not a web address; check the link.</source>
        <translation>{url} ist keine Webadresse; prüfen Sie den Link.</translation>
    </message>
    <message>
        <source>{reference} {candidate}</source>
        <translation>{reference} {candidate}</translation>
    </message>
    <message>
        <source>No other pair is left to label. The key for the next unlabelled pair leads to the end.</source>
        <translation>Kein anderes Paar ist mehr offen. Die Taste für das nächste Paar ohne Label führt zum Ende.</translation>
    </message>
    <message>
        <source>The file {name}, which should name the labels, is not there; check its name, or leave it out to label with those that the list names.</source>
        <translation>Die Datei {name}, in der die Labels stehen sollten, gibt es nicht; prüfen Sie ihren Namen oder lassen Sie sie weg, um mit den Labels der Liste zu arbeiten.</translation>
    </message>
    <message>
        <source>it is not saved as UTF-8</source>
        <translation>sie ist nicht als UTF-8 gespeichert</translation>
    </message>
    <message>
        <source>it has {size:,} MB; a list may have at most {most:,} MB</source>
        <translation>sie hat {size:,} MB, und eine Liste hat höchstens {most:,} MB</translation>
    </message>
    <message>
        <source>it has {size:,} MB; a label file may have at most {most} MB</source>
        <translation>sie hat {size:,} MB, und eine Labeldatei hat höchstens {most} MB</translation>
    </message>
    <message>
        <source>{name} was read as {encoding}, an encoding that lacks {letters}. It is in UTF-8 now: whoever reads it must read it as UTF-8.</source>
        <translation>{name} wurde als {encoding} gelesen, eine Kodierung, in der {letters} fehlt. Die Datei ist jetzt in UTF-8: wer sie liest, muss sie als UTF-8 lesen.</translation>
    </message>
    <message>
        <source>Check whether names in it, such as “{word}”, are right; if not, it was read in the wrong encoding.</source>
        <translation>Prüfen Sie, ob Namen darin stimmen, etwa „{word}“; wenn nicht, wurde sie falsch gelesen.</translation>
    </message>
    <message>
        <source>The file as it was before is kept in {copy}.</source>
        <translation>Wie sie vorher war, liegt sie in {copy}.</translation>
    </message>
    <message>
        <source>{name} lacks {count:,} rows that it had, about {ids}: somebody took them out, damaged them, or saved an older copy over the file. They are kept here meanwhile.</source>
        <translation>In {name} fehlen {count:,} Zeilen, die darin standen, zu {ids}: Jemand hat sie herausgenommen, beschädigt oder einen älteren Stand über die Datei gespeichert. Hier bleiben sie einstweilen erhalten.</translation>
    </message>
    <message>
        <source>{name} no longer has what was decided about {ids}: somebody took that out, damaged it, or saved an older copy over the file. It is kept here meanwhile.</source>
        <translation>In {name} steht nicht mehr, was zu {ids} entschieden wurde: Jemand hat es herausgenommen, beschädigt oder einen älteren Stand über die Datei gespeichert. Hier bleibt es einstweilen erhalten.</translation>
    </message>
    <message>
        <source>{count} rows of {name} were damaged or cut off; they were written again as they were.</source>
        <translation>{count} Zeilen von {name} waren beschädigt oder abgeschnitten; sie wurden neu geschrieben, wie sie waren.</translation>
    </message>
    <message>
        <source>{name} was saved in an encoding that lacks {letters}, and {count:,} rows lost such letters; open the list in the window, or run copydesk-labels restore, and they will be written again.</source>
        <translation>{name} wurde in einer Kodierung gespeichert, in der {letters} fehlt, und {count:,} Zeilen haben solche Zeichen verloren; öffnen Sie die Liste im Fenster oder rufen Sie copydesk-labels restore auf, dann werden sie neu geschrieben.</translation>
    </message>
    <message>
        <source>{name} was saved in an encoding that lacks {letters}, and 1 row lost such letters; open the list in the window, or run copydesk-labels restore, and it will be written again.</source>
        <translation>{name} wurde in einer Kodierung gespeichert, in der {letters} fehlt, und 1 Zeile hat solche Zeichen verloren; öffnen Sie die Liste im Fenster oder rufen Sie copydesk-labels restore auf, dann wird sie neu geschrieben.</translation>
    </message>
    <message>
        <source>{name} was opened in the wrong encoding and saved like that: 1 row has other characters in place of letters such as {letters}; open the list in the window, or run copydesk-labels restore, and it will be written again.</source>
        <translation>{name} wurde in der falschen Kodierung geöffnet und so gespeichert: In 1 Zeile stehen andere Zeichen statt Buchstaben wie {letters}; öffnen Sie die Liste im Fenster oder rufen Sie copydesk-labels restore auf, dann wird sie neu geschrieben.</translation>
    </message>
    <message>
        <source>{name} was opened in the wrong encoding and saved like that: {count:,} rows have other characters in place of letters such as {letters}; open the list in the window, or run copydesk-labels restore, and they will be written again.</source>
        <translation>{name} wurde in der falschen Kodierung geöffnet und so gespeichert: In {count:,} Zeilen stehen andere Zeichen statt Buchstaben wie {letters}; öffnen Sie die Liste im Fenster oder rufen Sie copydesk-labels restore auf, dann werden sie neu geschrieben.</translation>
    </message>
    <message>
        <source>{name} has 1 row in which a spreadsheet rewrote cells, for example “{known}” as “{there}”; open the list in the window, or run copydesk-labels restore, and it will be written again.</source>
        <translation>In 1 Zeile von {name} hat eine Tabellenkalkulation Zellen umgeschrieben, etwa „{known}“ in „{there}“; öffnen Sie die Liste im Fenster oder rufen Sie copydesk-labels restore auf, dann wird sie neu geschrieben.</translation>
    </message>
    <message>
        <source>{name} has {count:,} rows in which a spreadsheet rewrote cells, for example “{known}” as “{there}”; open the list in the window, or run copydesk-labels restore, and they will be written again.</source>
        <translation>In {count:,} Zeilen von {name} hat eine Tabellenkalkulation Zellen umgeschrieben, etwa „{known}“ in „{there}“; öffnen Sie die Liste im Fenster oder rufen Sie copydesk-labels restore auf, dann werden sie neu geschrieben.</translation>
    </message>
    <message>
        <source>{name} has 1 row in which another program emptied cells, such as “{known}”; open the list in the window, or run copydesk-labels restore, and it will be written again.</source>
        <translation>In 1 Zeile von {name} hat ein anderes Programm Zellen geleert, etwa „{known}“; öffnen Sie die Liste im Fenster oder rufen Sie copydesk-labels restore auf, dann wird sie neu geschrieben.</translation>
    </message>
    <message>
        <source>{name} has {count:,} rows in which another program emptied cells, such as “{known}”; open the list in the window, or run copydesk-labels restore, and they will be written again.</source>
        <translation>In {count:,} Zeilen von {name} hat ein anderes Programm Zellen geleert, etwa „{known}“; öffnen Sie die Liste im Fenster oder rufen Sie copydesk-labels restore auf, dann werden sie neu geschrieben.</translation>
    </message>
    <message>
        <source>Another program opened {name} in the wrong encoding and saved other characters in place of letters such as {letters}; 1 row was written again as it was.</source>
        <translation>Ein anderes Programm hat {name} in der falschen Kodierung geöffnet und andere Zeichen statt Buchstaben wie {letters} gespeichert; 1 Zeile wurde neu geschrieben, wie sie war.</translation>
    </message>
    <message>
        <source>Another program opened {name} in the wrong encoding and saved other characters in place of letters such as {letters}; {count} rows were written again as they were.</source>
        <translation>Ein anderes Programm hat {name} in der falschen Kodierung geöffnet und andere Zeichen statt Buchstaben wie {letters} gespeichert; {count} Zeilen wurden neu geschrieben, wie sie waren.</translation>
    </message>
    <message>
        <source>A spreadsheet rewrote cells of {name}, for example “{known}” as “{there}”; 1 row was written again as it was.</source>
        <translation>Eine Tabellenkalkulation hat in {name} Zellen umgeschrieben, etwa „{known}“ in „{there}“; 1 Zeile wurde neu geschrieben, wie sie war.</translation>
    </message>
    <message>
        <source>A spreadsheet rewrote cells of {name}, for example “{known}” as “{there}”; {count} rows were written again as they were.</source>
        <translation>Eine Tabellenkalkulation hat in {name} Zellen umgeschrieben, etwa „{known}“ in „{there}“; {count} Zeilen wurden neu geschrieben, wie sie waren.</translation>
    </message>
    <message>
        <source>Another program emptied cells of {name}, such as “{known}”; 1 row was written again as it was.</source>
        <translation>Ein anderes Programm hat in {name} Zellen geleert, etwa „{known}“; 1 Zeile wurde neu geschrieben, wie sie war.</translation>
    </message>
    <message>
        <source>Another program emptied cells of {name}, such as “{known}”; {count} rows were written again as they were.</source>
        <translation>Ein anderes Programm hat in {name} Zellen geleert, etwa „{known}“; {count} Zeilen wurden neu geschrieben, wie sie waren.</translation>
    </message>
    <message>
        <source>Another program saved {name} in an encoding that lacks {letters}; {count} rows had lost such letters and were written again as they were.</source>
        <translation>Ein anderes Programm hat {name} in einer Kodierung gespeichert, in der {letters} fehlt; {count} Zeilen hatten solche Zeichen verloren und wurden neu geschrieben, wie sie waren.</translation>
    </message>
    <message>
        <source>Another program saved {name} in an encoding that lacks {letters}; 1 row had lost such letters and was written again as it was.</source>
        <translation>Ein anderes Programm hat {name} in einer Kodierung gespeichert, in der {letters} fehlt; 1 Zeile hatte solche Zeichen verloren und wurde neu geschrieben, wie sie war.</translation>
    </message>
    <message>
        <source>1 row of {name} was damaged or cut off; it was written again as it was.</source>
        <translation>1 Zeile von {name} war beschädigt oder abgeschnitten; sie wurde neu geschrieben, wie sie war.</translation>
    </message>
    <message>
        <source>{name} has {count:,} rows that were damaged or cut off; open the list in the window, or run copydesk-labels restore, and they will be written again.</source>
        <translation>{name} hat {count:,} Zeilen, die beschädigt oder abgeschnitten wurden; öffnen Sie die Liste im Fenster oder rufen Sie copydesk-labels restore auf, dann werden sie neu geschrieben.</translation>
    </message>
    <message>
        <source>{name} has 1 row that was damaged or cut off; open the list in the window, or run copydesk-labels restore, and it will be written again.</source>
        <translation>{name} hat 1 Zeile, die beschädigt oder abgeschnitten wurde; öffnen Sie die Liste im Fenster oder rufen Sie copydesk-labels restore auf, dann wird sie neu geschrieben.</translation>
    </message>
    <message>
        <source>{name} has its header again in record {record}; it is not counted as a row.</source>
        <translation>{name} enthält seine Kopfzeile noch einmal, in Satz {record}; sie zählt nicht als Zeile.</translation>
    </message>
    <message>
        <source>a header that does not fit its rows</source>
        <translation>eine Kopfzeile, die nicht zu den Zeilen passt</translation>
    </message>
    <message>
        <source>it has {found} labels; at most {most} are allowed</source>
        <translation>sie hat {found} Labels, und höchstens {most} haben Platz</translation>
    </message>
    <message>
        <source>needs an order that is a number</source>
        <translation>braucht als Reihenfolge eine Zahl</translation>
    </message>
    <message>
        <source>needs a description that is a text</source>
        <translation>braucht als Beschreibung einen Text</translation>
    </message>
    <message>
        <source>needs a colour that is one of: {known}</source>
        <translation>braucht eine dieser Farben: {known}</translation>
    </message>
    <message>
        <source>has the key {key}, which “{other}” already has</source>
        <translation>hat die Taste {key}, wie „{other}“</translation>
    </message>
    <message>
        <source>needs a key that is one letter, digit or sign, or a list of two such keys</source>
        <translation>braucht als Taste einen Buchstaben, eine Ziffer oder ein Zeichen, oder eine Liste von zwei solchen</translation>
    </message>
    <message>
        <source>has the name of another label of the file</source>
        <translation>heißt wie ein anderes Label der Datei</translation>
    </message>
    <message>
        <source>has the name of a filter of the list; choose another name</source>
        <translation>heißt wie ein Filter der Liste; wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>needs a name that begins with a letter and has at most {most} letters, digits, spaces, hyphens and underscores</source>
        <translation>braucht einen Namen, der mit einem Buchstaben beginnt und höchstens {most} Buchstaben, Ziffern, Leerzeichen, Bindestriche und Unterstriche hat</translation>
    </message>
    <message>
        <source>has “{entry}”, which is not a known entry; use one of: {known}</source>
        <translation>hat „{entry}“, was nichts bedeutet; möglich sind: {known}</translation>
    </message>
    <message>
        <source>“defaults” is neither true nor false</source>
        <translation>„defaults“ ist weder true noch false</translation>
    </message>
    <message>
        <source>“{entry}” is not a known entry; use one of: {known}</source>
        <translation>„{entry}“ bedeutet nichts; möglich sind: {known}</translation>
    </message>
    <message>
        <source>there is no [[label]] table</source>
        <translation>es gibt keine Tabelle [[label]]</translation>
    </message>
    <message>
        <source>label {number}, “{label}”, {clause}</source>
        <translation>Label {number}, „{label}“, {clause}</translation>
    </message>
    <message>
        <source>label {number} {clause}</source>
        <translation>Label {number} {clause}</translation>
    </message>
    <message>
        <source>The labels in {name} cannot be used: {clause}. Correct that, or move the file away to label with original, copy and unrelated.</source>
        <translation>Die Labels in {name} sind nicht brauchbar: {clause}. Bringen Sie das in Ordnung oder legen Sie die Datei beiseite, um mit Original, Kopie und ohne Bezug zu arbeiten.</translation>
    </message>
    <message>
        <source>The labels in {name} cannot be read, as it is not valid TOML: {why}. Correct that line, or move the file away to label with original, copy and unrelated.</source>
        <translation>Die Labels in {name} sind nicht lesbar, denn das ist kein gültiges TOML: {why}. Bringen Sie diese Zeile in Ordnung oder legen Sie die Datei beiseite, um mit Original, Kopie und ohne Bezug zu arbeiten.</translation>
    </message>
    <message>
        <source>The labels in {name} cannot be read ({why}); repair the file, or move it away to label with original, copy and unrelated.</source>
        <translation>Die Labels in {name} sind nicht lesbar ({why}); bringen Sie die Datei in Ordnung oder legen Sie sie beiseite, um mit Original, Kopie und ohne Bezug zu arbeiten.</translation>
    </message>
    <message>
        <source>{name} has {count:,} labels that this list does not name, the first one “{label}” in record {record}; they are kept and shown as they are.</source>
        <translation>{name} hat {count:,} Labels, die diese Liste nicht nennt, das erste „{label}“ in Satz {record}; sie bleiben und werden gezeigt, wie sie sind.</translation>
    </message>
    <message>
        <source>{name} has 1 label that this list does not name, “{label}” in record {record}; it is kept and shown as it is.</source>
        <translation>{name} hat 1 Label, das diese Liste nicht nennt, „{label}“ in Satz {record}; es bleibt und wird gezeigt, wie es ist.</translation>
    </message>
    <message>
        <source>The annotator's name has {found:,} characters; shorten it to at most {most:,}.</source>
        <translation>Der Name der urteilenden Person hat {found:,} Zeichen; bitte auf höchstens {most:,} kürzen.</translation>
    </message>
    <message>
        <source>The annotator's name has a line break or another control character; remove it.</source>
        <translation>Der Name der urteilenden Person enthält einen Zeilenumbruch oder ein anderes Steuerzeichen; bitte weglassen.</translation>
    </message>
    <message>
        <source>The annotator's name is empty; enter one.</source>
        <translation>Der Name der urteilenden Person ist leer; bitte einen angeben.</translation>
    </message>
    <message>
        <source>--columns takes two different names, reference and candidate</source>
        <translation>--columns braucht zwei verschiedene Namen, Referenz und Kandidat</translation>
    </message>
    <message>
        <source>two columns have the name “{name}”; give one of them another name</source>
        <translation>zwei Spalten heißen „{name}“; eine von ihnen braucht einen anderen Namen</translation>
    </message>
    <message>
        <source>1 control character</source>
        <translation>1 Steuerzeichen</translation>
    </message>
    <message>
        <source>1 half character</source>
        <translation>1 halbes Zeichen</translation>
    </message>
    <message>
        <source>1 hidden zero-width character</source>
        <translation>1 verstecktes Zeichen ohne Breite</translation>
    </message>
    <message>
        <source>1 hidden character that changes the order of what is shown</source>
        <translation>1 verstecktes Zeichen, das die Reihenfolge der Anzeige ändert</translation>
    </message>
    <message>
        <source>1 id in {name} that a spreadsheet had rewritten was corrected.</source>
        <translation>1 Kennung in {name}, die eine Tabellenkalkulation umgeschrieben hatte, wurde berichtigt.</translation>
    </message>
    <message>
        <source>1 label that an older copy of {name} lacked was put back.</source>
        <translation>1 Label, das in einem älteren Stand von {name} fehlte, wurde zurückgeholt.</translation>
    </message>
    <message>
        <source>1 line was damaged by a wrong encoding; choose another, or look at the repaired text.</source>
        <translation>1 Zeile ist durch eine falsche Kodierung beschädigt; wählen Sie eine andere oder sehen Sie den reparierten Text an.</translation>
    </message>
    <message>
        <source>1 row added</source>
        <translation>1 Zeile hinzugefügt</translation>
    </message>
    <message>
        <source>1 row changed</source>
        <translation>1 Zeile geändert</translation>
    </message>
    <message>
        <source>1 row removed</source>
        <translation>1 Zeile entfernt</translation>
    </message>
    <message>
        <source>1 word in {script} letters.</source>
        <translation>1 Wort in anderer Schrift ({script}).</translation>
    </message>
    <message>
        <source>1 word with letters of several scripts, such as {examples}.</source>
        <translation>1 Wort mit Buchstaben mehrerer Schriften, etwa {examples}.</translation>
    </message>
    <message>
        <source>CSV or text</source>
        <translation>CSV oder Text</translation>
    </message>
    <message>
        <source>Copydesk ended while a note on {id} was being typed; what had been typed was kept.</source>
        <translation>Copydesk wurde beendet, während eine Notiz zu {id} geschrieben wurde; was davon geschrieben war, ist erhalten.</translation>
    </message>
    <message>
        <source>Ignored, because what was decided before is still being saved.</source>
        <translation>Ignoriert, weil die vorige Entscheidung noch gespeichert wird.</translation>
    </message>
    <message>
        <source>In 1 place the bytes are not valid in {encoding}; � stands for them.</source>
        <translation>An 1 Stelle ergeben die Bytes in {encoding} keinen Sinn; dort steht �.</translation>
    </message>
    <message>
        <source>In {count:,} places the bytes are not valid in {encoding}; � stands for them.</source>
        <translation>An {count:,} Stellen ergeben die Bytes in {encoding} keinen Sinn; dort steht �.</translation>
    </message>
    <message>
        <source>It is being written.</source>
        <translation>Sie wird gerade geschrieben.</translation>
    </message>
    <message>
        <source>{name} is a folder; choose the CSV file that the window shows.</source>
        <translation>{name} ist ein Ordner; wählen Sie die CSV-Datei, die das Fenster zeigt.</translation>
    </message>
    <message>
        <source>{clause} The recovery journal holds 1 row of {name}: put the right file back so that it can be read, or move away what is there and run copydesk-labels restore, and it will be back.</source>
        <translation>{clause} Das Sicherungsjournal hat 1 Zeile von {name}: legen Sie die richtige Datei lesbar zurück, oder schaffen Sie weg, was dort liegt, und rufen Sie copydesk-labels restore auf; dann ist sie wieder da.</translation>
    </message>
    <message>
        <source>{clause} The recovery journal holds {count} rows of {name}: put the right file back so that it can be read, or move away what is there and run copydesk-labels restore, and they will be back.</source>
        <translation>{clause} Das Sicherungsjournal hat {count} Zeilen von {name}: legen Sie die richtige Datei lesbar zurück, oder schaffen Sie weg, was dort liegt, und rufen Sie copydesk-labels restore auf; dann sind sie wieder da.</translation>
    </message>
    <message>
        <source>1 row is only in the recovery journal: {clause}</source>
        <translation>1 Zeile steht nur im Sicherungsjournal: {clause}</translation>
    </message>
    <message>
        <source>{count} rows are only in the recovery journal: {clause}</source>
        <translation>{count} Zeilen stehen nur im Sicherungsjournal: {clause}</translation>
    </message>
    <message>
        <source>{name} is not a label file any more ({clause}); put the right one back or move this one away, and the labels will be written.</source>
        <translation>{name} ist keine Labeldatei mehr ({clause}); legen Sie die richtige zurück, oder schaffen Sie diese weg, dann werden die Labels geschrieben.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>sie ist ein Ordner</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>sie ist keine Datei</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}); change its permissions, and the labels will be written.</source>
        <translation>{name} ist nicht lesbar ({why}); erlauben Sie, sie zu lesen, dann werden die Labels geschrieben.</translation>
    </message>
    <message>
        <source>{name} is a link that leads nowhere; correct or remove it, and the labels will be written.</source>
        <translation>{name} ist eine Verknüpfung, die ins Leere führt; richten oder entfernen Sie sie, dann werden die Labels geschrieben.</translation>
    </message>
    <message>
        <source>the recovery journal in {name} cannot be used ({why}); make that folder usable, and the labels will be written.</source>
        <translation>das Sicherungsjournal in {name} ist nicht benutzbar ({why}); machen Sie diesen Ordner benutzbar, dann werden die Labels geschrieben.</translation>
    </message>
    <message>
        <source>Kept in the recovery journal: {clause}</source>
        <translation>Im Sicherungsjournal: {clause}</translation>
    </message>
    <message>
        <source>Line {line} of {name} is not a swap: it needs words, words, a number of pairs and at least as many occurrences; correct the line, or learn the table again.</source>
        <translation>Zeile {line} von {name} ist keine Ersetzung: sie braucht Wörter, Wörter, eine Zahl von Paaren und mindestens ebenso viele Vorkommen; bessern Sie die Zeile aus, oder lernen Sie die Tabelle neu.</translation>
    </message>
    <message>
        <source>Name two documents, or one list of pairs, or one folder.</source>
        <translation>Nennen Sie zwei Dokumente, eine Liste von Paaren oder einen Ordner.</translation>
    </message>
    <message>
        <source>The article could not be told apart from the rest of this page, so all of it is shown.</source>
        <translation>Auf dieser Seite ließ sich kein Artikel erkennen; sie wird ganz gezeigt.</translation>
    </message>
    <message>
        <source>Not saved: the disk with the recovery journal, in {name}, is full; free some space, then choose “Try again”, and decide again.</source>
        <translation>Nicht gespeichert: der Datenträger mit dem Sicherungsjournal, in {name}, ist voll; schaffen Sie Platz, wählen Sie „Erneut versuchen“ und entscheiden Sie noch einmal.</translation>
    </message>
    <message>
        <source>Not saved: the recovery journal in {name} cannot be written ({why}); make that folder usable and decide again.</source>
        <translation>Nicht gespeichert: das Sicherungsjournal in {name} lässt sich nicht schreiben ({why}); machen Sie diesen Ordner benutzbar und entscheiden Sie noch einmal.</translation>
    </message>
    <message>
        <source>Not saved: {clause}.</source>
        <translation>Nicht gespeichert: {clause}.</translation>
    </message>
    <message>
        <source>PDF or text</source>
        <translation>PDF oder Text</translation>
    </message>
    <message>
        <source>Page numbers and running heads of this PDF are left out.</source>
        <translation>Seitenzahlen und Kopfzeilen dieses PDFs sind weggelassen.</translation>
    </message>
    <message>
        <source>Page numbers and running heads of this PDF are left out: {names}.</source>
        <translation>Seitenzahlen und Kopfzeilen dieses PDFs sind weggelassen: {names}.</translation>
    </message>
    <message>
        <source>Skipped, because they do not hold exactly two documents: {names}.</source>
        <translation>Übergangen, weil sie nicht genau zwei Dokumente enthalten: {names}.</translation>
    </message>
    <message>
        <source>Reading this pair brought the reading process down (it may need too much memory); flag the pair, or press F5 to try again.</source>
        <translation>Beim Lesen dieses Paars brach der Leseprozess ab (vielleicht braucht es zu viel Speicher); merken Sie das Paar vor, oder versuchen Sie es mit F5 erneut.</translation>
    </message>
    <message>
        <source>Row {row} of the list has the id {id}, which an earlier row already has.</source>
        <translation>Zeile {row} der Liste hat die Id {id}, die schon eine frühere Zeile hat.</translation>
    </message>
    <message>
        <source>Row {row} of the list names no candidate.</source>
        <translation>Zeile {row} der Liste nennt keinen Kandidaten.</translation>
    </message>
    <message>
        <source>Row {row} of the list names no reference.</source>
        <translation>Zeile {row} der Liste nennt keine Referenz.</translation>
    </message>
    <message>
        <source>Row {row} of the list {clause}.</source>
        <translation>Zeile {row} der Liste {clause}.</translation>
    </message>
    <message>
        <source>1 tracked deletion is left out, as if it were accepted.</source>
        <translation>1 aufgezeichnete Löschung ist weggelassen, als wäre sie angenommen.</translation>
    </message>
    <message>
        <source>{count:,} tracked deletions are left out, as if they were accepted.</source>
        <translation>{count:,} aufgezeichnete Löschungen sind weggelassen, als wären sie angenommen.</translation>
    </message>
    <message>
        <source>1 document inside this file could not be read; its text is missing.</source>
        <translation>1 Dokument in dieser Datei konnte nicht gelesen werden; sein Text fehlt.</translation>
    </message>
    <message>
        <source>{count:,} documents inside this file could not be read; their text is missing.</source>
        <translation>{count:,} Dokumente in dieser Datei konnten nicht gelesen werden; ihr Text fehlt.</translation>
    </message>
    <message>
        <source>1 attachment is not read: {names}. Save it and open it as a document.</source>
        <translation>1 Anhang wird nicht gelesen: {names}. Speichern Sie ihn und öffnen Sie ihn als Dokument.</translation>
    </message>
    <message>
        <source>{count:,} attachments are not read: {names}. Save them and open them as documents.</source>
        <translation>{count:,} Anhänge werden nicht gelesen: {names}. Speichern Sie sie und öffnen Sie sie als Dokumente.</translation>
    </message>
    <message>
        <source>this is XML of a kind that Copydesk does not read (it begins with &lt;{root}&gt;); save its text</source>
        <translation>dies ist XML einer Art, die Copydesk nicht liest (es beginnt mit &lt;{root}&gt;); speichern Sie seinen Text</translation>
    </message>
    <message>
        <source>this is JSON in which no article was found (articleBody, text, content or the like); save its text</source>
        <translation>dies ist JSON, in dem kein Artikel gefunden wurde (articleBody, text, content oder Ähnliches); speichern Sie seinen Text</translation>
    </message>
    <message>
        <source>1 word of this document is hidden; it is shown all the same: “{text}”.</source>
        <translation>1 Wort dieses Dokuments ist verborgen; es wird trotzdem gezeigt: „{text}“.</translation>
    </message>
    <message>
        <source>{count:,} words of this document are hidden; they are shown all the same: “{text}”.</source>
        <translation>{count:,} Wörter dieses Dokuments sind verborgen; sie werden trotzdem gezeigt: „{text}“.</translation>
    </message>
    <message>
        <source>the page shows no text; 1 word of it is hidden; open it in a browser and save what it shows</source>
        <translation>die Seite zeigt keinen Text; 1 Wort darin ist verborgen; öffnen Sie sie in einem Browser und speichern Sie, was er zeigt</translation>
    </message>
    <message>
        <source>the page shows no text; {count:,} words of it are hidden; open it in a browser and save what it shows</source>
        <translation>die Seite zeigt keinen Text; {count:,} Wörter darin sind verborgen; öffnen Sie sie in einem Browser und speichern Sie, was er zeigt</translation>
    </message>
    <message>
        <source>1 word of this page is hidden, in a part that opens on request; it is included.</source>
        <translation>1 Wort dieser Seite ist verborgen, in einem Teil, der sich auf Wunsch öffnet; es wird gelesen.</translation>
    </message>
    <message>
        <source>{count:,} words of this page are hidden, in a part that opens on request; they are included.</source>
        <translation>{count:,} Wörter dieser Seite sind verborgen, in einem Teil, der sich auf Wunsch öffnet; sie werden gelesen.</translation>
    </message>
    <message>
        <source>This page shows only the beginning of its article; the text is what it gives to search engines.</source>
        <translation>Diese Seite zeigt nur den Anfang ihres Artikels; der Text ist der, den sie Suchmaschinen nennt.</translation>
    </message>
    <message>
        <source>Some pages of this PDF are only pictures; their text is not shown.</source>
        <translation>Manche Seiten dieses PDFs sind nur Bilder; ihr Text wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>The candidate {name} is not there.</source>
        <translation>Der Kandidat {name} ist nicht da.</translation>
    </message>
    <message>
        <source>The reference {name} is not there: it was looked for at {path}.</source>
        <translation>Die Referenz {name} ist nicht da: Gesucht wurde sie in {path}.</translation>
    </message>
    <message>
        <source>The candidate {name} is not there: it was looked for at {path}.</source>
        <translation>Der Kandidat {name} ist nicht da: Gesucht wurde er in {path}.</translation>
    </message>
    <message>
        <source>The reference {name} is an address, not a file; save the page, and name its file in the list.</source>
        <translation>Die Referenz {name} ist eine Adresse, keine Datei; speichern Sie die Seite und nennen Sie ihre Datei in der Liste.</translation>
    </message>
    <message>
        <source>The candidate {name} is an address, not a file; save the page, and name its file in the list.</source>
        <translation>Der Kandidat {name} ist eine Adresse, keine Datei; speichern Sie die Seite und nennen Sie ihre Datei in der Liste.</translation>
    </message>
    <message>
        <source>{count:,} documents are not where the list says, and others are used: for {name}, for example, {path} (pairs checked: {pairs:,}).</source>
        <translation>{count:,} Dokumente sind nicht da, wo die Liste sie nennt, und andere werden genommen: für {name} zum Beispiel {path} (angesehene Paare: {pairs:,}).</translation>
    </message>
    <message>
        <source>{name} is not where the list says, and {path} is used (pairs checked: {pairs:,}).</source>
        <translation>{name} ist nicht da, wo die Liste es nennt, und {path} wird genommen (angesehene Paare: {pairs:,}).</translation>
    </message>
    <message>
        <source>The list says {name}, which is not there; this is {path}.</source>
        <translation>Die Liste nennt {name}, das nicht da ist; dies ist {path}.</translation>
    </message>
    <message>
        <source>The folder {name} is not there; make it, or choose another file for the labels with --labels.</source>
        <translation>Den Ordner {name} gibt es nicht; legen Sie ihn an oder wählen Sie mit --labels eine andere Datei für die Labels.</translation>
    </message>
    <message>
        <source>The recovery journal {name} cannot be read ({why}); change its permissions.</source>
        <translation>Das Sicherungsjournal {name} ist nicht lesbar ({why}); erlauben Sie, es zu lesen.</translation>
    </message>
    <message>
        <source>The recovery journal {name} was written by a newer Copydesk; open the list with that one.</source>
        <translation>Das Sicherungsjournal {name} wurde von einem neueren Copydesk geschrieben; öffnen Sie die Liste mit diesem.</translation>
    </message>
    <message>
        <source>The reference {name} is not there.</source>
        <translation>Die Referenz {name} ist nicht da.</translation>
    </message>
    <message>
        <source>The thesaurus {name} cannot be opened: {why}</source>
        <translation>Der Thesaurus {name} lässt sich nicht öffnen: {why}</translation>
    </message>
    <message>
        <source>The thesaurus {name} has no encoding: {why}</source>
        <translation>Der Thesaurus {name} hat keine Kodierung: {why}</translation>
    </message>
    <message>
        <source>The thesaurus {name} has version {found}, not {wanted}</source>
        <translation>Der Thesaurus {name} hat die Version {found}, nicht {wanted}</translation>
    </message>
    <message>
        <source>The thesaurus {name} is damaged: index and data do not agree</source>
        <translation>Der Thesaurus {name} ist beschädigt: Index und Daten passen nicht zueinander</translation>
    </message>
    <message>
        <source>The thesaurus {name} is damaged: it has more heads than phrases</source>
        <translation>Der Thesaurus {name} ist beschädigt: er hat mehr Stichwörter als Wendungen</translation>
    </message>
    <message>
        <source>The thesaurus {name} is damaged: its first lines are wrong</source>
        <translation>Der Thesaurus {name} ist beschädigt: seine ersten Zeilen stimmen nicht</translation>
    </message>
    <message>
        <source>The thesaurus {name} is damaged: its size is wrong</source>
        <translation>Der Thesaurus {name} ist beschädigt: seine Größe stimmt nicht</translation>
    </message>
    <message>
        <source>The thesaurus {name} is for little-endian machines only</source>
        <translation>Der Thesaurus {name} ist nur für Little-Endian-Rechner</translation>
    </message>
    <message>
        <source>This is a repaired view in which 1 line is changed; the file is as it was.</source>
        <translation>Dies ist eine reparierte Ansicht, in der 1 Zeile geändert ist; die Datei ist, wie sie war.</translation>
    </message>
    <message>
        <source>This is a repaired view in which {count:,} lines are changed; the file is as it was.</source>
        <translation>Dies ist eine reparierte Ansicht, in der {count:,} Zeilen geändert sind; die Datei ist, wie sie war.</translation>
    </message>
    <message>
        <source>This is the first pair of the list.</source>
        <translation>Das ist das erste Paar der Liste.</translation>
    </message>
    <message>
        <source>This is the last pair of the list.</source>
        <translation>Das ist das letzte Paar der Liste.</translation>
    </message>
    <message>
        <source>This page is too large to tell its article apart from the rest, so all of it is shown.</source>
        <translation>Diese Seite ist zu groß, um den Artikel zu erkennen; sie wird ganz gezeigt.</translation>
    </message>
    <message>
        <source>This pair cannot be compared because of a fault in Copydesk ({error}); flag it and go on, the details are in the log.</source>
        <translation>Dieses Paar lässt sich wegen eines Fehlers in Copydesk ({error}) nicht vergleichen; merken Sie es vor und machen Sie weiter, die Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>This pair was given up after {minutes} minutes of work; flag it, or press F5 to try again.</source>
        <translation>Dieses Paar wurde nach {minutes} Minuten Arbeit aufgegeben; merken Sie es vor, oder versuchen Sie es mit F5 erneut.</translation>
    </message>
    <message>
        <source>Two phrases have one fingerprint</source>
        <translation>Zwei Wendungen haben denselben Fingerabdruck</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>ein GIF-Bild</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>ein JPEG-Bild</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>ein PNG-Bild</translation>
    </message>
    <message>
        <source>a Pages document</source>
        <translation>ein Pages-Dokument</translation>
    </message>
    <message>
        <source>a PostScript file</source>
        <translation>eine PostScript-Datei</translation>
    </message>
    <message>
        <source>a TIFF picture</source>
        <translation>ein TIFF-Bild</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation>eine komprimierte Datei</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>eine Datenbank</translation>
    </message>
    <message>
        <source>a file of an old Office version</source>
        <translation>eine Datei einer alten Office-Version</translation>
    </message>
    <message>
        <source>a font</source>
        <translation>eine Schrift</translation>
    </message>
    <message>
        <source>a presentation</source>
        <translation>eine Präsentation</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a quotation mark in record {record} that is never closed</source>
        <translation>in Satz {record} ein Anführungszeichen, das nie geschlossen wird</translation>
    </message>
    <message>
        <source>a quotation mark in its header that is never closed</source>
        <translation>in der Kopfzeile ein Anführungszeichen, das nie geschlossen wird</translation>
    </message>
    <message>
        <source>a recording</source>
        <translation>eine Aufnahme</translation>
    </message>
    <message>
        <source>a recording or picture</source>
        <translation>eine Aufnahme oder ein Bild</translation>
    </message>
    <message>
        <source>a spreadsheet</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>a web archive of Safari or a settings file</source>
        <translation>ein Webarchiv von Safari oder eine Einstellungsdatei</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>ein Archiv</translation>
    </message>
    <message>
        <source>an icon</source>
        <translation>ein Symbol</translation>
    </message>
    <message>
        <source>another Copydesk is using {name}; trying again.</source>
        <translation>Ein anderes Copydesk hält {name}; es wird erneut versucht.</translation>
    </message>
    <message>
        <source>another program keeps changing {name}; trying again.</source>
        <translation>Ein anderes Programm ändert {name} immer wieder; es wird erneut versucht.</translation>
    </message>
    <message>
        <source>marks of a merge conflict, as git writes them, the first in record {record}</source>
        <translation>Zeichen eines Merge-Konflikts, wie git sie hinterlässt, zuerst in Satz {record}</translation>
    </message>
    <message>
        <source>it begins with the mark of a merge conflict, as git writes it</source>
        <translation>sie beginnt mit dem Zeichen eines Merge-Konflikts, wie git es hinterlässt</translation>
    </message>
    <message>
        <source>{name} is not a label file: {clause}. It is left as it is.</source>
        <translation>{name} ist keine Labeldatei: {clause}. Sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>half a character at its end</source>
        <translation>am Ende ein halbes Zeichen</translation>
    </message>
    <message>
        <source>is nested too deeply; give each column a text or a number</source>
        <translation>ist zu tief verschachtelt; geben Sie jeder Spalte einen Text oder eine Zahl</translation>
    </message>
    <message>
        <source>is not a JSON object</source>
        <translation>ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>is not valid JSON</source>
        <translation>ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>is not valid JSON, and from there on the list cannot be read</source>
        <translation>ist kein gültiges JSON, und ab dort kann die Liste nicht gelesen werden</translation>
    </message>
    <message>
        <source>is too short: it has {found} of {wanted} columns</source>
        <translation>ist zu kurz: sie hat {found} von {wanted} Spalten</translation>
    </message>
    <message>
        <source>{count:,} lines of the list were read as parts of other rows; check the quotation marks from row {row} on.</source>
        <translation>{count:,} Zeilen der Liste wurden als Teil anderer Zeilen gelesen; prüfen Sie die Anführungszeichen ab Zeile {row}.</translation>
    </message>
    <message>
        <source>Skipped {count:,} lines of the list, which begin with #.</source>
        <translation>{count:,} Zeilen der Liste wurden übergangen, die mit # beginnen.</translation>
    </message>
    <message>
        <source>A line of the list was read as part of row {row}; check the quotation marks there.</source>
        <translation>Eine Zeile der Liste wurde als Teil von Zeile {row} gelesen; prüfen Sie dort die Anführungszeichen.</translation>
    </message>
    <message>
        <source>Skipped a line of the list, which begins with #.</source>
        <translation>Eine Zeile der Liste wurde übergangen, die mit # beginnt.</translation>
    </message>
    <message>
        <source>The list has no header: column {first} was read as the reference, column {second} as the candidate, and the first row as a pair.</source>
        <translation>Die Liste hat keine Kopfzeile: Spalte {first} wurde als Referenz gelesen, Spalte {second} als Kandidat und die erste Zeile als Paar.</translation>
    </message>
    <message>
        <source>is too long: it has {found} columns, and most rows {wanted}; put a text that holds the delimiter in quotation marks</source>
        <translation>ist zu lang: sie hat {found} Spalten, die meisten Zeilen {wanted}; setzen Sie Texte mit dem Trennzeichen darin in Anführungszeichen</translation>
    </message>
    <message>
        <source>is too long: it has {found} columns, and the header {wanted}; put a text that holds the delimiter in quotation marks</source>
        <translation>ist zu lang: sie hat {found} Spalten, die Kopfzeile {wanted}; setzen Sie Texte mit dem Trennzeichen darin in Anführungszeichen</translation>
    </message>
    <message>
        <source>it has no column {name}</source>
        <translation>ihr fehlt die Spalte {name}</translation>
    </message>
    <message>
        <source>it has no columns {names} and {last}</source>
        <translation>ihr fehlen die Spalten {names} und {last}</translation>
    </message>
    <message>
        <source>it has the column “{name}” twice</source>
        <translation>sie hat die Spalte „{name}“ zweimal</translation>
    </message>
    <message>
        <source>it holds more than {count:,} characters; split it into several documents</source>
        <translation>Es enthält mehr als {count:,} Zeichen; teilen Sie es in mehrere Dokumente</translation>
    </message>
    <message>
        <source>it is a device</source>
        <translation>es ist ein Gerät</translation>
    </message>
    <message>
        <source>it is not text: its bytes are not valid in any encoding</source>
        <translation>Das ist kein Text: die Bytes ergeben in keiner Kodierung einen Sinn</translation>
    </message>
    <message>
        <source>its bytes are not {encoding}</source>
        <translation>ihre Bytes sind nicht {encoding}</translation>
    </message>
    <message>
        <source>its columns are not separated by comma, semicolon, tab or bar</source>
        <translation>ihre Spalten sind nicht durch Komma, Semikolon, Tabulator oder senkrechten Strich getrennt</translation>
    </message>
    <message>
        <source>left in place ({why})</source>
        <translation>an Ort und Stelle belassen ({why})</translation>
    </message>
    <message>
        <source>no columns for the two documents; name them reference and candidate, or say --columns NAME,NAME (there are: {columns}); if each row is one article, find the pairs with copydesk-find --text NAME</source>
        <translation>Es gibt keine Spalten für die beiden Dokumente; nennen Sie sie reference und candidate, oder geben Sie --columns NAME,NAME an (es gibt: {columns}); ist jede Zeile ein Artikel, finden Sie die Paare mit copydesk-find --text NAME</translation>
    </message>
    <message>
        <source>no process could be started to read it ({why})</source>
        <translation>Es ließ sich kein Prozess starten, um es zu lesen ({why})</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>opens a quotation mark that is never closed</source>
        <translation>öffnet ein Anführungszeichen, das nie geschlossen wird</translation>
    </message>
    <message>
        <source>reading this text takes more than {limit}; split it into several files</source>
        <translation>Das Lesen dieses Textes braucht mehr als {limit}; teilen Sie ihn auf mehrere Dateien auf</translation>
    </message>
    <message>
        <source>reading this {format} file takes more than {limit}, as it is too large, too complicated or damaged; save its text, or only the article, as a plain text file</source>
        <translation>Das Lesen dieser {format}-Datei braucht mehr als {limit}, weil sie zu groß, zu verwickelt oder beschädigt ist; sichern Sie ihren Text oder nur den Artikel als einfache Textdatei</translation>
    </message>
    <message>
        <source>reading {format} needs the library {library}, which is not installed; install it with: pip install 'copydesk[formats]'</source>
        <translation>Um {format} zu lesen, fehlt die Bibliothek {library}; installieren Sie sie mit: pip install 'copydesk[formats]'</translation>
    </message>
    <message>
        <source>set aside in {name}</source>
        <translation>in {name} beiseitegelegt</translation>
    </message>
    <message>
        <source>the PDF holds only pictures of text; run text recognition (OCR) on it first</source>
        <translation>Das PDF enthält nur Bilder von Text; lassen Sie zuerst eine Texterkennung (OCR) laufen</translation>
    </message>
    <message>
        <source>the PDF is damaged; get it again or print it again</source>
        <translation>Das PDF ist beschädigt; besorgen Sie es neu oder drucken Sie es noch einmal als PDF</translation>
    </message>
    <message>
        <source>the PDF is encrypted; save it without a password</source>
        <translation>Das PDF ist verschlüsselt; speichern Sie es ohne Passwort</translation>
    </message>
    <message>
        <source>the disk of {name} is full; free some space, and the labels will be written.</source>
        <translation>Die Platte von {name} ist voll; schaffen Sie Platz, dann werden die Labels geschrieben.</translation>
    </message>
    <message>
        <source>the disk of {name} is read-only; make it writable, and the labels will be written.</source>
        <translation>Die Platte von {name} ist schreibgeschützt; erlauben Sie das Schreiben, dann werden die Labels geschrieben.</translation>
    </message>
    <message>
        <source>the document holds no text, only white space; choose another</source>
        <translation>Das Dokument enthält keinen Text, nur Leerraum; wählen Sie ein anderes</translation>
    </message>
    <message>
        <source>the file cannot be read ({why}); check the path and the disk</source>
        <translation>Die Datei ist nicht lesbar ({why}); prüfen Sie Pfad und Platte</translation>
    </message>
    <message>
        <source>the file declares XML entities, which no word processor writes and which can do harm; it was not read</source>
        <translation>Die Datei erklärt XML-Entitäten, die keine Textverarbeitung schreibt und die schaden können; sie wurde nicht gelesen</translation>
    </message>
    <message>
        <source>the file holds no text, only white space; choose another</source>
        <translation>Die Datei enthält keinen Text, nur Leerraum; wählen Sie eine andere</translation>
    </message>
    <message>
        <source>the file is damaged: its end is missing; get it again</source>
        <translation>Die Datei ist beschädigt: ihr Ende fehlt; besorgen Sie sie neu</translation>
    </message>
    <message>
        <source>the file is damaged; open it in a word processor and save it again</source>
        <translation>Die Datei ist beschädigt; öffnen Sie sie in einer Textverarbeitung und speichern Sie sie neu</translation>
    </message>
    <message>
        <source>the file is damaged; open it in the program that wrote it and save its text</source>
        <translation>Die Datei ist beschädigt; öffnen Sie sie in dem Programm, das sie geschrieben hat, und sichern Sie ihren Text</translation>
    </message>
    <message>
        <source>the file is empty; choose one that holds a text</source>
        <translation>Die Datei ist leer; wählen Sie eine mit Text</translation>
    </message>
    <message>
        <source>the file is encrypted; save it without a password</source>
        <translation>Die Datei ist verschlüsselt; speichern Sie sie ohne Passwort</translation>
    </message>
    <message>
        <source>the file is larger than {size}, the limit set for documents; raise the limit or cut the file</source>
        <translation>Die Datei ist größer als {size}, die eingestellte Grenze für Dokumente; erhöhen Sie die Grenze oder kürzen Sie die Datei</translation>
    </message>
    <message>
        <source>the file unpacks to more than {size} MB of text, perhaps to do harm; if you trust it, split it</source>
        <translation>Ausgepackt hat die Datei mehr als {size} MB Text, vielleicht um zu schaden; wenn Sie ihr trauen, teilen Sie sie</translation>
    </message>
    <message>
        <source>the folder {name} is gone; restore it.</source>
        <translation>Der Ordner {name} ist weg; bringen Sie ihn zurück.</translation>
    </message>
    <message>
        <source>the page's elements are nested a thousand deep, perhaps to do harm; if you trust it, save its text as a plain text file</source>
        <translation>Die Elemente der Seite sind tausendfach verschachtelt, vielleicht um zu schaden; wenn Sie ihr trauen, speichern Sie ihren Text als reine Textdatei</translation>
    </message>
    <message>
        <source>the recovery journal {name} is damaged; open the list again</source>
        <translation>das Sicherungsjournal {name} ist beschädigt; öffnen Sie die Liste noch einmal</translation>
    </message>
    <message>
        <source>the recovery journal {name} was written by a newer Copydesk; open the list with that one</source>
        <translation>das Sicherungsjournal {name} wurde von einem neueren Copydesk geschrieben; öffnen Sie die Liste mit diesem</translation>
    </message>
    <message>
        <source>there is no column “{name}” (there are: {columns})</source>
        <translation>Es gibt keine Spalte „{name}“ (es gibt: {columns})</translation>
    </message>
    <message>
        <source>there is no such file: a part of the path is not a folder; check the path</source>
        <translation>Diese Datei gibt es nicht: ein Teil des Pfads ist kein Ordner; prüfen Sie den Pfad</translation>
    </message>
    <message>
        <source>there is no such file; check the path</source>
        <translation>Diese Datei gibt es nicht; prüfen Sie den Pfad</translation>
    </message>
    <message>
        <source>this is the source of a LaTeX document; open the PDF that is made from it</source>
        <translation>Das ist der Quelltext eines LaTeX-Dokuments; öffnen Sie das PDF, das daraus entsteht</translation>
    </message>
    <message>
        <source>there is no web page in this saved file; save the page as HTML</source>
        <translation>In dieser gesicherten Datei steht keine Webseite; sichern Sie die Seite als HTML</translation>
    </message>
    <message>
        <source>this cannot be the path of a file; check it</source>
        <translation>Das kann kein Pfad einer Datei sein; prüfen Sie ihn</translation>
    </message>
    <message>
        <source>this is a device, not a document</source>
        <translation>Das ist ein Gerät, kein Dokument</translation>
    </message>
    <message>
        <source>this is a folder, not a document; choose a file in it</source>
        <translation>Das ist ein Ordner, kein Dokument; wählen Sie eine Datei darin</translation>
    </message>
    <message>
        <source>this is a pipe, not a file; save its text to a file first</source>
        <translation>Das ist eine Pipe, keine Datei; sichern Sie den Text zuerst in einer Datei</translation>
    </message>
    <message>
        <source>this is a socket, not a document</source>
        <translation>Das ist ein Socket, kein Dokument</translation>
    </message>
    <message>
        <source>this is {what}, not a text</source>
        <translation>Das ist kein Text, sondern etwas anderes ({what})</translation>
    </message>
    <message>
        <source>this is {what}; save it as {format}</source>
        <translation>Das ist kein lesbares Dokument ({what}); sichern Sie es als {format}</translation>
    </message>
    <message>
        <source>this is {what}; save the page as {format}</source>
        <translation>Das ist kein lesbares Dokument ({what}); sichern Sie die Seite als {format}</translation>
    </message>
    <message>
        <source>this is {what}; unpack it first</source>
        <translation>Das ist gepackt ({what}); entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>too many files are open to write {name}; trying again.</source>
        <translation>Es sind zu viele Dateien offen, um {name} zu schreiben; es wird erneut versucht.</translation>
    </message>
    <message>
        <source>you may not read this file; change its permissions or copy it</source>
        <translation>Sie dürfen diese Datei nicht lesen; ändern Sie ihre Rechte oder kopieren Sie sie</translation>
    </message>
    <message>
        <source>{clause} The window asks; copydesk-labels restore puts it back.</source>
        <translation>{clause} Das Fenster fragt danach; copydesk-labels restore holt es zurück.</translation>
    </message>
    <message>
        <source>{clause}, the first in line {line:,}.</source>
        <translation>{clause}, zuerst in Zeile {line:,}.</translation>
    </message>
    <message>
        <source>{clause}.</source>
        <translation>{clause}.</translation>
    </message>
    <message>
        <source>{clause}; give the .idx file of a MyThes thesaurus, with its .dat file beside it.</source>
        <translation>{clause}; geben Sie die .idx-Datei eines MyThes-Thesaurus an, mit seiner .dat-Datei daneben.</translation>
    </message>
    <message>
        <source>{count:,} MB</source>
        <translation>{count:,} MB</translation>
    </message>
    <message>
        <source>{count:,} bytes</source>
        <translation>{count:,} Bytes</translation>
    </message>
    <message>
        <source>{count:,} control characters</source>
        <translation>{count:,} Steuerzeichen</translation>
    </message>
    <message>
        <source>{count:,} half characters</source>
        <translation>{count:,} halbe Zeichen</translation>
    </message>
    <message>
        <source>{count:,} hidden zero-width characters</source>
        <translation>{count:,} versteckte Zeichen ohne Breite</translation>
    </message>
    <message>
        <source>{count:,} hidden characters that change the order of what is shown</source>
        <translation>{count:,} versteckte Zeichen, die die Reihenfolge der Anzeige ändern</translation>
    </message>
    <message>
        <source>{count:,} lines were damaged by a wrong encoding; choose another, or look at the repaired text.</source>
        <translation>{count:,} Zeilen sind durch eine falsche Kodierung beschädigt; wählen Sie eine andere oder sehen Sie den reparierten Text an.</translation>
    </message>
    <message>
        <source>{count:,} words in {script} letters.</source>
        <translation>{count:,} Wörter in anderer Schrift ({script}).</translation>
    </message>
    <message>
        <source>{count:,} words with letters of several scripts, such as {examples}.</source>
        <translation>{count:,} Wörter mit Buchstaben mehrerer Schriften, etwa {examples}.</translation>
    </message>
    <message>
        <source>{count} MB of memory</source>
        <translation>{count} MB Speicher</translation>
    </message>
    <message>
        <source>{count} ids in {name} that a spreadsheet had rewritten were corrected.</source>
        <translation>{count} Kennungen in {name}, die eine Tabellenkalkulation umgeschrieben hatte, wurden berichtigt.</translation>
    </message>
    <message>
        <source>{count} labels that an older copy of {name} lacked were put back.</source>
        <translation>{count} Labels, die in einem älteren Stand von {name} fehlten, wurden zurückgeholt.</translation>
    </message>
    <message>
        <source>{count} rows added</source>
        <translation>{count} Zeilen hinzugefügt</translation>
    </message>
    <message>
        <source>{count} rows changed</source>
        <translation>{count} Zeilen geändert</translation>
    </message>
    <message>
        <source>{count} rows removed</source>
        <translation>{count} Zeilen entfernt</translation>
    </message>
    <message>
        <source>{found} heads are more than {wanted}</source>
        <translation>{found} Stichwörter sind mehr als {wanted}</translation>
    </message>
    <message>
        <source>{id} cannot be labelled: {clause}</source>
        <translation>{id} kann kein Label bekommen: {clause}</translation>
    </message>
    <message>
        <source>{name} cannot be opened ({why})</source>
        <translation>{name} lässt sich nicht öffnen ({why})</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}); choose another file for the labels with --labels.</source>
        <translation>{name} ist nicht lesbar ({why}); wählen Sie mit --labels eine andere Datei für die Labels.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}); choose another file.</source>
        <translation>{name} ist nicht lesbar ({why}); wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}); choose another folder.</source>
        <translation>{name} ist nicht lesbar ({why}); wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}); choose another pair list.</source>
        <translation>{name} ist nicht lesbar ({why}); wählen Sie eine andere Liste.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}); give a table that copydesk-compare --learn wrote.</source>
        <translation>{name} ist nicht lesbar ({why}); geben Sie eine Tabelle an, die copydesk-compare --learn geschrieben hat.</translation>
    </message>
    <message>
        <source>{name} could not be written ({why}); trying again.</source>
        <translation>{name} konnte nicht geschrieben werden ({why}); es wird erneut versucht.</translation>
    </message>
    <message>
        <source>{name} does not begin with {columns}; give a table that copydesk-compare --learn wrote.</source>
        <translation>{name} beginnt nicht mit {columns}; geben Sie eine Tabelle an, die copydesk-compare --learn geschrieben hat.</translation>
    </message>
    <message>
        <source>{name} has {clause}: what follows cannot be read. Repair that in a text editor, after making a copy of the file; until then nothing is written to it.</source>
        <translation>{name} hat {clause}: was folgt, ist nicht lesbar. Bessern Sie das in einem Texteditor aus und legen Sie vorher eine Kopie der Datei beiseite; bis dahin wird nichts in sie geschrieben.</translation>
    </message>
    <message>
        <source>{clause} Or move the file away and run copydesk-labels restore: the recovery journal holds 1 row of it.</source>
        <translation>{clause} Oder verschieben Sie die Datei und führen Sie copydesk-labels restore aus: Das Sicherungsjournal hält 1 Zeile von ihr.</translation>
    </message>
    <message>
        <source>{clause} Or move the file away and run copydesk-labels restore: the recovery journal holds {count:,} rows of it.</source>
        <translation>{clause} Oder verschieben Sie die Datei und führen Sie copydesk-labels restore aus: Das Sicherungsjournal hält {count:,} Zeilen von ihr.</translation>
    </message>
    <message>
        <source>{name} has 1 row with line ends where none can be, in record {record}; a stray quotation mark there may hide the rows behind it. Remove it in a text editor, after making a copy of the file.</source>
        <translation>{name} hat 1 Zeile mit Zeilenenden, wo keine sein können, in Satz {record}; ein verirrtes Anführungszeichen dort verbirgt womöglich die Zeilen dahinter. Legen Sie eine Kopie der Datei beiseite und nehmen Sie es in einem Texteditor heraus.</translation>
    </message>
    <message>
        <source>{name} has {count:,} rows with line ends where none can be, the first in record {record}; stray quotation marks there may hide the rows behind them. Remove them in a text editor, after making a copy of the file.</source>
        <translation>{name} hat {count:,} Zeilen mit Zeilenenden, wo keine sein können, die erste in Satz {record}; verirrte Anführungszeichen dort verbergen womöglich die Zeilen dahinter. Legen Sie eine Kopie der Datei beiseite und nehmen Sie sie in einem Texteditor heraus.</translation>
    </message>
    <message>
        <source>{name} has {clause}: what follows cannot be read, and nothing is written until that is repaired in a text editor. Labels are kept in the recovery journal.</source>
        <translation>{name} hat {clause}: was folgt, ist nicht lesbar, und bis das in einem Texteditor ausgebessert ist, wird nichts geschrieben. Die Labels liegen im Sicherungsjournal.</translation>
    </message>
    <message>
        <source>{name} has {clause}; repair it, and the labels will be written.</source>
        <translation>{name} hat {clause}; bessern Sie es aus, dann werden die Labels geschrieben.</translation>
    </message>
    <message>
        <source>{name} holds no pairs: neither a pairs.csv nor a subfolder with exactly two documents; choose another folder, or open two documents.</source>
        <translation>{name} enthält keine Paare: weder eine pairs.csv noch einen Unterordner mit genau zwei Dokumenten; wählen Sie einen anderen Ordner oder öffnen Sie zwei Dokumente.</translation>
    </message>
    <message>
        <source>{name} holds no pairs; add a row for each pair.</source>
        <translation>{name} enthält keine Paare; schreiben Sie für jedes Paar eine Zeile.</translation>
    </message>
    <message>
        <source>it is not valid JSON, perhaps because its end is missing; get it again, or save the list as CSV</source>
        <translation>sie ist kein gültiges JSON, vielleicht weil ihr Ende fehlt; beschaffen Sie sie noch einmal, oder speichern Sie die Liste als CSV</translation>
    </message>
    <message>
        <source>The list has no “]” at its end: rows may be missing, too. Get it again, and look how many it should have.</source>
        <translation>Der Liste fehlt das „]“ am Ende: Es können auch Zeilen fehlen. Beschaffen Sie sie noch einmal, und sehen Sie nach, wie viele es sein sollten.</translation>
    </message>
    <message>
        <source>The label files hold the labels of fewer than two annotators, so nobody can disagree; name those of all, or add --by-file if each file is by somebody else.</source>
        <translation>Die Label-Dateien enthalten Labels von weniger als zwei Annotatoren, niemand kann also uneins sein; nennen Sie die Dateien aller, oder fügen Sie --by-file hinzu, wenn jede Datei von jemand anderem ist.</translation>
    </message>
    <message>
        <source>The annotators do not disagree about any pair of {name}; there is nothing to decide.</source>
        <translation>Die Annotatoren sind sich über alle Paare von {name} einig; es ist nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>This requires numpy, which is not installed; use a Copydesk that is installed with: pip install &apos;copydesk[agreement]&apos;.</source>
        <translation>Dazu braucht es numpy, das hier fehlt; nötig ist ein Copydesk, das so installiert ist: pip install &apos;copydesk[agreement]&apos;.</translation>
    </message>
    <message>
        <source>Adjudicating label files requires a pair list; name it first.</source>
        <translation>Über Label-Dateien kann nur anhand einer Paarliste entschieden werden; nennen Sie diese zuerst.</translation>
    </message>
    <message>
        <source>{name} is a folder, not a document; name two documents, or the folder alone.</source>
        <translation>{name} ist ein Ordner, kein Dokument; nennen Sie zwei Dokumente oder den Ordner allein.</translation>
    </message>
    <message>
        <source>{name} is a folder; name a file for the labels with --labels.</source>
        <translation>{name} ist ein Ordner; nennen Sie mit --labels eine Datei für die Labels.</translation>
    </message>
    <message>
        <source>{name} is gone; its rows are taken from the journal.</source>
        <translation>{name} ist weg; die Zeilen sind die des Journals.</translation>
    </message>
    <message>
        <source>{name} is larger than any table of swaps; give a table that copydesk-compare --learn wrote.</source>
        <translation>{name} ist größer als jede Tabelle von Ersetzungen; geben Sie eine Tabelle an, die copydesk-compare --learn geschrieben hat.</translation>
    </message>
    <message>
        <source>{name} is locked by another program; close it there, and the labels will be written.</source>
        <translation>{name} ist von einem anderen Programm gesperrt; schließen Sie die Datei dort, dann werden die Labels geschrieben.</translation>
    </message>
    <message>
        <source>{name} is not a CSV file in UTF-8; give a table that copydesk-compare --learn wrote.</source>
        <translation>{name} ist keine CSV-Datei in UTF-8; geben Sie eine Tabelle an, die copydesk-compare --learn geschrieben hat.</translation>
    </message>
    <message>
        <source>{name} is not a CSV file in UTF-8 ({why}); give a table that copydesk-compare --learn wrote.</source>
        <translation>{name} ist keine CSV-Datei in UTF-8 ({why}); geben Sie eine Tabelle an, die copydesk-compare --learn geschrieben hat.</translation>
    </message>
    <message>
        <source>{name} is not the index of a MyThes thesaurus; give its .idx file, with the .dat file beside it.</source>
        <translation>{name} ist kein Index eines MyThes-Thesaurus; geben Sie seine Datei auf .idx an, mit der .dat-Datei daneben.</translation>
    </message>
    <message>
        <source>{name} is not a thesaurus</source>
        <translation>{name} ist kein Thesaurus</translation>
    </message>
    <message>
        <source>{name} is not a file; choose another one for the labels with --labels.</source>
        <translation>{name} ist keine Datei; wählen Sie mit --labels eine andere für die Labels.</translation>
    </message>
    <message>
        <source>{name} is not a file; choose another one.</source>
        <translation>{name} ist keine Datei; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>{name} is not a label file: {clause}. It is left as it is; choose another file for the labels, for instance --labels {proposal}.</source>
        <translation>{name} ist keine Labeldatei: {clause}. Sie bleibt, wie sie ist; wählen Sie eine andere Datei für die Labels, etwa --labels {proposal}.</translation>
    </message>
    <message>
        <source>{name} is not a label file: {clause}; choose the CSV file that the window shows.</source>
        <translation>{name} ist keine Labeldatei: {clause}; wählen Sie die CSV-Datei, die das Fenster zeigt.</translation>
    </message>
    <message>
        <source>{name} is not a pair list: its bytes are not text; choose a CSV file.</source>
        <translation>{name} ist keine Liste von Paaren: es ist kein Text; wählen Sie eine CSV-Datei.</translation>
    </message>
    <message>
        <source>{name} is not there; check the path.</source>
        <translation>{name} ist nicht da; prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>{name} is read-only; make it writable, and the labels will be written.</source>
        <translation>{name} ist schreibgeschützt; erlauben Sie das Schreiben, dann werden die Labels geschrieben.</translation>
    </message>
    <message>
        <source>{name} was changed outside this window: {clause}, {last}.</source>
        <translation>{name} wurde außerhalb dieses Fensters geändert: {clause}, {last}.</translation>
    </message>
    <message>
        <source>{name} was changed outside this window: {clause}, {second}, {last}.</source>
        <translation>{name} wurde außerhalb dieses Fensters geändert: {clause}, {second}, {last}.</translation>
    </message>
    <message>
        <source>{name} was changed outside this window: {clause}.</source>
        <translation>{name} wurde außerhalb dieses Fensters geändert: {clause}.</translation>
    </message>
    <message>
        <source>{name} was empty; the rows that it had were written again. To start over, choose another file with --labels.</source>
        <translation>{name} war leer; ihre Zeilen wurden neu geschrieben. Um neu zu beginnen, wählen Sie mit --labels eine andere Datei.</translation>
    </message>
    <message>
        <source>{name} was gone or empty; the rows that it had are written again. To start over, choose another file with --labels.</source>
        <translation>{name} war verschwunden oder leer; die Zeilen, die darin standen, werden neu geschrieben. Um neu zu beginnen, wählen Sie mit --labels eine andere Datei.</translation>
    </message>
    <message>
        <source>{name} was gone; the rows that it had were written again. To start over, choose another file with --labels.</source>
        <translation>{name} war weg; ihre Zeilen wurden neu geschrieben. Um neu zu beginnen, wählen Sie mit --labels eine andere Datei.</translation>
    </message>
    <message>
        <source>{name}: the file changed while it was read; wait until the other program is done, then try again.</source>
        <translation>{name}: Die Datei änderte sich beim Lesen; warten Sie, bis das andere Programm fertig ist, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>{name}: there is no text in it; paste some.</source>
        <translation>{name}: Es steht kein Text darin; fügen Sie einen ein.</translation>
    </message>
    <message>
        <source>{name}: {clause}.</source>
        <translation>{name}: {clause}.</translation>
    </message>
    <message>
        <source>{reference} and {candidate} need more memory than Copydesk allows for one pair; flag the pair, or open shorter documents.</source>
        <translation>{reference} und {candidate} brauchen mehr Speicher, als Copydesk einem Paar zugesteht; merken Sie das Paar vor, oder öffnen Sie kürzere Dokumente.</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} Sekunden</translation>
    </message>
    <message>
        <source>“{name}” is not an encoding that Copydesk knows; try utf-8, windows-1252 or utf-16</source>
        <translation>„{name}“ ist keine Kodierung, die Copydesk kennt; versuchen Sie utf-8, windows-1252 oder utf-16</translation>
    </message>
    <message>
        <source>This is the only pair left that can be labelled.</source>
        <translation>Nur dieses Paar lässt sich noch beurteilen.</translation>
    </message>
    <message>
        <source>Skipped, because it cannot be read: {id}. {clause}</source>
        <translation>Übergangen, weil nicht lesbar: {id}. {clause}</translation>
    </message>
    <message>
        <source>Skipped {count:,} pairs, because they cannot be read: {ids}. The filter “Unreadable” of the list shows them.</source>
        <translation>{count:,} Paare übergangen, weil sie nicht lesbar sind: {ids}. Der Filter „Nicht lesbar“ der Liste zeigt sie.</translation>
    </message>
    <message>
        <source>Skipped, because its id occurs twice: {id}. {clause}</source>
        <translation>Übergangen, weil die ID doppelt ist: {id}. {clause}</translation>
    </message>
    <message>
        <source>Skipped {count:,} pairs, because their ids occur twice: {ids}. The filter “Id occurs twice” of the list shows them.</source>
        <translation>{count:,} Paare übergangen, weil ihre IDs doppelt sind: {ids}. Der Filter „ID doppelt“ der Liste zeigt sie.</translation>
    </message>
    <message>
        <source>Skipped {count:,} pairs, because they cannot be read or their ids occur twice: {ids}. The filters “Unreadable” and “Id occurs twice” of the list show them.</source>
        <translation>{count:,} Paare übergangen, weil sie nicht lesbar oder ihre IDs doppelt sind: {ids}. Die Filter „Nicht lesbar“ und „ID doppelt“ der Liste zeigen sie.</translation>
    </message>
    <message>
        <source>{reference} and {candidate} are not there; check the paths.</source>
        <translation>{reference} und {candidate} sind nicht da; prüfen Sie die Pfade.</translation>
    </message>
    <message>
        <source>{name} is one document, and a second one is missing; name both, or a pair list, which has columns such as reference and candidate.</source>
        <translation>{name} ist ein einzelnes Dokument, das zweite fehlt; nennen Sie beide, oder eine Paarliste, die Spalten wie reference und candidate hat.</translation>
    </message>
    <message>
        <source>{name} has no rows, not even a header, but {count:,} blank or zero bytes, as after a power cut; the first label rewrites it.</source>
        <translation>{name} hat keine Zeilen, nicht einmal eine Kopfzeile, sondern {count:,} leere oder Null-Bytes, wie ein Stromausfall sie hinterlässt; das erste Label schreibt sie neu.</translation>
    </message>
    <message>
        <source>{name} has no rows, not even a header, but 1 blank or zero byte, as after a power cut; the first label rewrites it.</source>
        <translation>{name} hat keine Zeilen, nicht einmal eine Kopfzeile, sondern 1 leeres oder Null-Byte, wie ein Stromausfall es hinterlässt; das erste Label schreibt sie neu.</translation>
    </message>
    <message>
        <source>{name} has {count:,} rows for a pair and annotator that already have one, the first in record {record}; the last one counts.</source>
        <translation>{name} hat {count:,} Zeilen für ein Paar und eine Person, die schon eine haben, zuerst in Satz {record}; die letzte gilt.</translation>
    </message>
    <message>
        <source>{name} has a second row for the same pair and annotator, in record {record}; the last one counts.</source>
        <translation>{name} hat 1 Zeile für ein Paar und eine Person, die schon eine haben, in Satz {record}; die letzte gilt.</translation>
    </message>
    <message>
        <source>{name} has {count:,} rows with too few or too many columns, the first in record {record}.</source>
        <translation>{name} hat {count:,} Zeilen mit zu wenigen oder zu vielen Spalten, zuerst in Satz {record}.</translation>
    </message>
    <message>
        <source>{name} has 1 row with too few or too many columns, in record {record}.</source>
        <translation>{name} hat 1 Zeile mit zu wenigen oder zu vielen Spalten, in Satz {record}.</translation>
    </message>
    <message>
        <source>{name} lacks {count:,} labels that it had, as if an older copy had been saved over it; open the list in the window, or run copydesk-labels restore, and they will be put back.</source>
        <translation>In {name} fehlen {count:,} Labels, die dort standen, wie in einem älteren Stand, der darüber gespeichert wurde; öffnen Sie die Liste im Fenster oder rufen Sie copydesk-labels restore auf, dann werden sie zurückgeholt.</translation>
    </message>
    <message>
        <source>{name} lacks 1 label that it had, as if an older copy had been saved over it; open the list in the window, or run copydesk-labels restore, and it will be put back.</source>
        <translation>In {name} fehlt 1 Label, das dort stand, wie in einem älteren Stand, der darüber gespeichert wurde; öffnen Sie die Liste im Fenster oder rufen Sie copydesk-labels restore auf, dann wird es zurückgeholt.</translation>
    </message>
    <message>
        <source>{name} has {count:,} rows under ids that a spreadsheet rewrote, for example 007 as 7; open the list in the window, or run copydesk-labels restore, and they will be corrected.</source>
        <translation>{name} hat {count:,} Zeilen unter Kennungen, die eine Tabellenkalkulation umgeschrieben hat, etwa 7 statt 007; öffnen Sie die Liste im Fenster oder rufen Sie copydesk-labels restore auf, dann werden sie berichtigt.</translation>
    </message>
    <message>
        <source>{name} has 1 row under an id that a spreadsheet rewrote, for example 007 as 7; open the list in the window, or run copydesk-labels restore, and it will be corrected.</source>
        <translation>{name} hat 1 Zeile unter einer Kennung, die eine Tabellenkalkulation umgeschrieben hat, etwa 7 statt 007; öffnen Sie die Liste im Fenster oder rufen Sie copydesk-labels restore auf, dann wird sie berichtigt.</translation>
    </message>
    <message>
        <source>The journal has decisions on {count:,} pairs that {name} does not have yet ({ids}); open the list in the window and they will be written.</source>
        <translation>Das Journal hat Entscheidungen über {count:,} Paare, die in {name} noch nicht stehen ({ids}); öffnen Sie die Liste im Fenster, dann werden sie geschrieben.</translation>
    </message>
    <message>
        <source>The journal has a decision on 1 pair that {name} does not have yet ({ids}); open the list in the window and it will be written.</source>
        <translation>Das Journal hat eine Entscheidung über 1 Paar, die in {name} noch nicht steht ({ids}); öffnen Sie die Liste im Fenster, dann wird sie geschrieben.</translation>
    </message>
    <message>
        <source>The recovery journal had {count:,} damaged bytes, as after a crash; they were {clause}, and all whole records were kept.</source>
        <translation>Das Sicherungsjournal hatte {count:,} beschädigte Bytes, wie ein Absturz sie hinterlässt; sie wurden {clause}, und alle ganzen Sätze blieben erhalten.</translation>
    </message>
    <message>
        <source>The recovery journal had 1 damaged byte, as after a crash; it was {clause}, and all whole records were kept.</source>
        <translation>Das Sicherungsjournal hatte 1 beschädigtes Byte, wie ein Absturz es hinterlässt; es wurde {clause}, und alle ganzen Sätze blieben erhalten.</translation>
    </message>
    <message>
        <source>The recovery journal has {count:,} damaged bytes, as after a crash; they are set aside when the label file is next opened in the window.</source>
        <translation>Das Sicherungsjournal hat {count:,} beschädigte Bytes, wie ein Absturz sie hinterlässt; sie werden beiseitegelegt, sobald die Labeldatei wieder im Fenster geöffnet wird.</translation>
    </message>
    <message>
        <source>The recovery journal has 1 damaged byte, as after a crash; it is set aside when the label file is next opened in the window.</source>
        <translation>Das Sicherungsjournal hat 1 beschädigtes Byte, wie ein Absturz es hinterlässt; es wird beiseitegelegt, sobald die Labeldatei wieder im Fenster geöffnet wird.</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>{name} is empty; its rows are taken from the journal.</source>
        <translation>{name} ist leer; die Zeilen sind die des Journals.</translation>
    </message>
    <message>
        <source>The rows of {name} are taken from the journal.</source>
        <translation>Die Zeilen von {name} sind die des Journals.</translation>
    </message>
    <message>
        <source>{name} holds one document and no pairs.csv; put a second document there, or choose another folder.</source>
        <translation>{name} enthält ein Dokument und keine pairs.csv; legen Sie ein zweites Dokument dazu oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{name} holds {count:,} documents, and nothing says which of them are a pair; find the pairs with copydesk-find, write a pairs.csv, or put each pair in a subfolder of its own.</source>
        <translation>{name} enthält {count:,} Dokumente, und nichts sagt, welche davon ein Paar sind; suchen Sie die Paare mit copydesk-find, schreiben Sie eine pairs.csv oder legen Sie jedes Paar in einen eigenen Unterordner.</translation>
    </message>
    <message>
        <source>{name} holds more than {count:,} documents, and nothing says which of them are a pair; find the pairs with copydesk-find, write a pairs.csv, or put each pair in a subfolder of its own.</source>
        <translation>{name} enthält mehr als {count:,} Dokumente, und nichts sagt, welche davon ein Paar sind; suchen Sie die Paare mit copydesk-find, schreiben Sie eine pairs.csv oder legen Sie jedes Paar in einen eigenen Unterordner.</translation>
    </message>
    <message>
        <source>The pasted text {name} cannot be read ({why}); paste it again.</source>
        <translation>Der eingefügte Text {name} kann nicht gelesen werden ({why}); fügen Sie ihn noch einmal ein.</translation>
    </message>
    <message>
        <source>it is not UTF-8 any more</source>
        <translation>er ist kein UTF-8 mehr</translation>
    </message>
    <message>
        <source>The pasted texts cannot be kept in {name} ({why}); save them in files of your own before you close the window.</source>
        <translation>Die eingefügten Texte können nicht in {name} aufbewahrt werden ({why}); speichern Sie sie in eigenen Dateien, bevor Sie das Fenster schließen.</translation>
    </message>
    <message>
        <source>it is encrypted; open it in its program, and save it without a password</source>
        <translation>sie ist verschlüsselt; in ihrem Programm öffnen und ohne Passwort speichern</translation>
    </message>
    <message>
        <source>it is an archive; unpack it</source>
        <translation>sie ist ein Archiv; bitte entpacken</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>sie ist beschädigt</translation>
    </message>
    <message>
        <source>it is {what}, and the library for that is not installed; install it with: pip install 'copydesk[{extra}]', or save the list as CSV</source>
        <translation>sie ist {what}, und die Bibliothek dafür ist nicht installiert; installieren mit: pip install 'copydesk[{extra}]', oder die Liste als CSV speichern</translation>
    </message>
    <message>
        <source>a workbook</source>
        <translation>eine Arbeitsmappe</translation>
    </message>
    <message>
        <source>a Parquet file</source>
        <translation>eine Parquet-Datei</translation>
    </message>
    <message>
        <source>packed with Zstandard</source>
        <translation>mit Zstandard gepackt</translation>
    </message>
    <message>
        <source>reading it takes more than {limit}; save the list as CSV</source>
        <translation>das Lesen braucht mehr als {limit}; die Liste als CSV speichern</translation>
    </message>
    <message>
        <source>The list has formulas whose values are not in the file: open it in its program, and save it there.</source>
        <translation>Die Liste hat Formeln, deren Werte nicht in der Datei stehen: in ihrem Programm öffnen und dort speichern.</translation>
    </message>
    <message>
        <source>The pairs come from the sheet “{sheet}”, the first one that names two documents.</source>
        <translation>Die Paare sind die des Blatts „{sheet}“, des ersten, das zwei Dokumente nennt.</translation>
    </message>
    <message>
        <source>1 word is hidden from readers; it is marked in the text: “{text}”.</source>
        <translation>1 Wort ist vor Lesern verborgen; es ist im Text gekennzeichnet: „{text}“.</translation>
    </message>
    <message>
        <source>{count:,} words are hidden from readers; they are marked in the text: “{text}”.</source>
        <translation>{count:,} Wörter sind vor Lesern verborgen; sie sind im Text gekennzeichnet: „{text}“.</translation>
    </message>
    <message>
        <source>1 word of hidden text beside the article is left out: “{text}”.</source>
        <translation>1 Wort verborgenen Textes neben dem Artikel ist weggelassen: „{text}“.</translation>
    </message>
    <message>
        <source>{count:,} words of hidden text beside the article are left out: “{text}”.</source>
        <translation>{count:,} Wörter verborgenen Textes neben dem Artikel sind weggelassen: „{text}“.</translation>
    </message>
    <message>
        <source>this is a Word file from before 2007; install the program antiword, with which Copydesk reads it, or save it as DOCX</source>
        <translation>dies ist eine Word-Datei aus der Zeit vor 2007; installieren Sie das Programm antiword, mit dem Copydesk sie liest, oder speichern Sie sie als DOCX</translation>
    </message>
    <message>
        <source>“blind” is neither true, false nor "figures"</source>
        <translation>„blind“ ist weder true noch false noch "figures"</translation>
    </message>
    <message>
        <source>“seed” is not a whole number from 0 to {most:,}</source>
        <translation>„seed“ ist keine ganze Zahl von 0 bis {most:,}</translation>
    </message>
    <message>
        <source>Blind reading: names, paths and columns of the list are hidden; order and sides are drawn for {annotator}, from the number {seed}.</source>
        <translation>Blindes Lesen: Namen, Pfade und Spalten der Liste sind verborgen; Reihenfolge und Seiten sind für {annotator} ausgelost, aus der Zahl {seed}.</translation>
    </message>
    <message>
        <source>Blind reading: names, paths, columns of the list and similarities are hidden; order and sides are drawn for {annotator}, from the number {seed}.</source>
        <translation>Blindes Lesen: Namen, Pfade, Spalten der Liste und Ähnlichkeiten sind verborgen; Reihenfolge und Seiten sind für {annotator} ausgelost, aus der Zahl {seed}.</translation>
    </message>
    <message>
        <source>Reviewing labels requires a pair list; name it first.</source>
        <translation>Labels lassen sich an einer Paarliste durchsehen; nennen Sie diese zuerst.</translation>
    </message>
    <message>
        <source>{name} holds no label, flag or note, so there is nothing to review.</source>
        <translation>{name} enthält weder Label noch Vormerkung noch Notiz; es gibt nichts durchzusehen.</translation>
    </message>
    <message>
        <source>{name} holds nothing by {annotator}; it has something by {names}.</source>
        <translation>{name} enthält nichts von {annotator}; etwas gibt es von {names}.</translation>
    </message>
    <message>
        <source>{name} is about other pairs than {list}: none of its ids is in that list.</source>
        <translation>{name} handelt von anderen Paaren als {list}: Keine ihrer Kennungen steht in dieser Liste.</translation>
    </message>
    <message>
        <source>For reading only: the labels of {annotator} in {name}. Nothing is changed.</source>
        <translation>Nur zum Lesen: die Labels von {annotator} in {name}. Nichts wird geändert.</translation>
    </message>
    <message>
        <source>You have the last word here. What each annotator said of a pair stands below the list of pairs (View → List of pairs).</source>
        <translation>Hier haben Sie das letzte Wort. Was jeder zu einem Paar gesagt hat, steht unter der Liste der Paare (Ansicht → Liste der Paare).</translation>
    </message>
    <message>
        <source>For reading only: the labels of {annotator} in {name}, which also has those of {names}. Nothing is changed.</source>
        <translation>Nur zum Lesen: die Labels von {annotator} in {name}; dort stehen auch die von {names}. Nichts wird geändert.</translation>
    </message>
    <message>
        <source>Ignored, because labels are only read here. Open the list without --review to label.</source>
        <translation>Ignoriert, denn hier werden Labels nur gelesen. Zum Labeln die Liste ohne --review öffnen.</translation>
    </message>
    <message>
        <source>1 pair has different labels under one name in different files; that of the file named first is shown. If these are several people, use --by-file.</source>
        <translation>1 Paar hat unter einem Namen in verschiedenen Dateien verschiedene Labels; gezeigt wird das der zuerst genannten Datei. Sind es mehrere Personen, hilft --by-file.</translation>
    </message>
    <message>
        <source>{count:,} pairs have different labels under one name in different files; those of the file named first are shown. If these are several people, use --by-file.</source>
        <translation>{count:,} Paare haben unter einem Namen in verschiedenen Dateien verschiedene Labels; gezeigt werden die der zuerst genannten Datei. Sind es mehrere Personen, hilft --by-file.</translation>
    </message>
    <message>
        <source>{names} differ only in blanks, capitals or Unicode form, and count as different annotators. If they are one person, use --join-names.</source>
        <translation>{names} unterscheiden sich nur in Leerzeichen, Großbuchstaben oder Unicode-Form und gelten als verschiedene Annotatoren. Ist es ein und dieselbe Person, hilft --join-names.</translation>
    </message>
    <message>
        <source>{name} is named twice; name each label file once.</source>
        <translation>{name} ist zweimal genannt; nennen Sie jede Label-Datei einmal.</translation>
    </message>
    <message>
        <source>{name} has no labels.</source>
        <translation>{name} hat keine Labels.</translation>
    </message>
    <message>
        <source>no column for the texts of the articles; name one of them text, or say --text NAME (there are: {columns})</source>
        <translation>Es gibt keine Spalte mit den Texten der Artikel; nennen Sie eine davon text oder geben Sie --text NAME an (es gibt: {columns})</translation>
    </message>
    <message>
        <source>this is not a file with a row for each article, such as CSV or JSON lines</source>
        <translation>Dies ist keine Datei mit einer Zeile je Artikel, wie CSV oder JSON Lines</translation>
    </message>
    <message>
        <source>there are no articles in it; add a row for each</source>
        <translation>Es sind keine Artikel darin; fügen Sie für jeden eine Zeile hinzu</translation>
    </message>
    <message>
        <source>there is no article “{id}” in it (articles: {total:,}; the first is “{first}”)</source>
        <translation>Es ist kein Artikel „{id}“ darin (Artikel: {total:,}; der erste ist „{first}“)</translation>
    </message>
    <message>
        <source>row {row} {clause}</source>
        <translation>Zeile {row} {clause}</translation>
    </message>
    <message>
        <source>has more than {most:,} MB</source>
        <translation>hat mehr als {most:,} MB</translation>
    </message>
    <message>
        <source>its articles have more than {most:,} million characters, too many to look one up in such a file; save it as JSON lines, and do not pack it</source>
        <translation>Die Artikel haben mehr als {most:,} Millionen Zeichen, zu viele, um in einer solchen Datei einen einzelnen nachzuschlagen; speichern Sie sie als JSON Lines, ungepackt</translation>
    </message>
    <message>
        <source>{name}: row {row} {clause}; it is skipped.</source>
        <translation>{name}: Zeile {row} {clause}; sie wird übergangen.</translation>
    </message>
    <message>
        <source>{name}: {count:,} rows cannot be read and are skipped; the first of them is row {row}, which {clause}.</source>
        <translation>{name}: {count:,} Zeilen können nicht gelesen werden und werden übergangen; die erste davon ist Zeile {row}: sie {clause}.</translation>
    </message>
    <message>
        <source>{name}: the article in row {row} has the id “{id}”, which an earlier one already has; it is called “{new}”.</source>
        <translation>{name}: Der Artikel in Zeile {row} hat die ID „{id}“ wie ein früherer; er heißt „{new}“.</translation>
    </message>
    <message>
        <source>{name}: {count:,} articles have the id of an earlier one; that in row {row}, for example, has the id “{id}” and is called “{new}”.</source>
        <translation>{name}: {count:,} Artikel haben die ID eines früheren; der in Zeile {row} zum Beispiel hat die ID „{id}“ und heißt „{new}“.</translation>
    </message>
    <message>
        <source>The processes that compare articles end as soon as they start (there may be too little memory); close other programs, or search with fewer processes.</source>
        <translation>Die Prozesse, die Artikel vergleichen, enden sofort (vielleicht fehlt Speicher); schließen Sie andere Programme oder suchen Sie mit weniger Prozessen.</translation>
    </message>
    <message>
        <source>{name} is not there; check the path of the articles.</source>
        <translation>{name} ist nicht da; prüfen Sie den Pfad der Artikel.</translation>
    </message>
    <message>
        <source>{name} is one article of a file, and a search works on whole files; name {file} instead.</source>
        <translation>{name} ist ein einzelner Artikel einer Datei, und gesucht wird in ganzen Dateien; nennen Sie stattdessen {file}.</translation>
    </message>
    <message>
        <source>{name} is skipped: an editor or a download left it behind.</source>
        <translation>{name} wird übergangen: Ein Editor oder ein Download hat die Datei hinterlassen.</translation>
    </message>
    <message>
        <source>{count:,} files that editors or downloads left behind are skipped, for instance {name}.</source>
        <translation>{count:,} Dateien, die Editoren oder Downloads hinterlassen haben, werden übergangen, zum Beispiel {name}.</translation>
    </message>
    <message>
        <source>No file of the sources holds many articles, so the columns named for texts and ids were not needed.</source>
        <translation>Keine Datei der Quellen enthält mehrere Artikel; die Spalten, die für Texte und IDs genannt sind, wurden deshalb nicht gebraucht.</translation>
    </message>
    <message>
        <source>{name} exists and is not a list that a search wrote, so it is not overwritten; name another file for the list, or delete it.</source>
        <translation>{name} ist schon da und keine Liste einer Suche, wird also nicht überschrieben; nennen Sie eine andere Datei für die Liste, oder löschen Sie sie.</translation>
    </message>
    <message>
        <source>{name}: the list is written as CSV or Parquet; give it a name that ends in .csv or .parquet.</source>
        <translation>{name}: Die Liste wird als CSV oder Parquet geschrieben; geben Sie ihr einen Namen, der auf .csv oder .parquet endet.</translation>
    </message>
    <message>
        <source>{name} has the articles, and the list would overwrite it; name another file for the list.</source>
        <translation>In {name} stehen die Artikel, und die Liste würde darüber geschrieben; nennen Sie eine andere Datei für die Liste.</translation>
    </message>
    <message>
        <source>{name} is on both sides of --against; without --against its articles are searched for copies of each other.</source>
        <translation>{name} steht auf beiden Seiten von --against; ohne --against werden seine Artikel auf Kopien voneinander durchsucht.</translation>
    </message>
    <message>
        <source>The folder {name} cannot be read ({why}) and is left out.</source>
        <translation>Der Ordner {name} kann nicht gelesen werden ({why}) und wird ausgelassen.</translation>
    </message>
    <message>
        <source>{name} has no words and is left out.</source>
        <translation>{name} enthält keine Wörter und wird ausgelassen.</translation>
    </message>
    <message>
        <source>{count:,} articles have no words and are left out, for instance {name}.</source>
        <translation>{count:,} Artikel enthalten keine Wörter und werden ausgelassen, zum Beispiel {name}.</translation>
    </message>
    <message>
        <source>Running on Apache Spark requires {name}, which is not installed; install copydesk[spark].</source>
        <translation>Für Apache Spark wird {name} gebraucht, das nicht installiert ist; installieren Sie copydesk[spark].</translation>
    </message>
    <message>
        <source>Running on Apache Spark requires pyspark 4 or newer, and {version} is installed; install copydesk[spark].</source>
        <translation>Für Apache Spark wird pyspark 4 oder neuer gebraucht, installiert ist {version}; installieren Sie copydesk[spark].</translation>
    </message>
    <message>
        <source>{master} is not a cluster that Apache Spark knows; give --master spark://HOST:7077, yarn, k8s://https://HOST:443 or local[2].</source>
        <translation>{master} ist kein Cluster, das Apache Spark kennt; geben Sie --master spark://HOST:7077, yarn, k8s://https://HOST:443 oder local[2] an.</translation>
    </message>
    <message>
        <source>Running on Apache Spark requires Java 17 or newer, which is not installed; install it (on Debian and Ubuntu: openjdk-17-jre-headless), or set JAVA_HOME to its folder.</source>
        <translation>Für Apache Spark wird Java 17 oder neuer gebraucht, das nicht installiert ist; installieren Sie es (unter Debian und Ubuntu: openjdk-17-jre-headless), oder setzen Sie JAVA_HOME auf seinen Ordner.</translation>
    </message>
    <message>
        <source>There is no Java in the folder {path} that JAVA_HOME names; correct or unset JAVA_HOME.</source>
        <translation>Im Ordner {path}, den JAVA_HOME nennt, gibt es kein Java; berichtigen oder löschen Sie JAVA_HOME.</translation>
    </message>
    <message>
        <source>The Java that is installed is too old for Apache Spark; install Java 17 or newer (on Debian and Ubuntu: openjdk-17-jre-headless), or set JAVA_HOME to its folder.</source>
        <translation>Das installierte Java ist für Apache Spark zu alt; installieren Sie Java 17 oder neuer (unter Debian und Ubuntu: openjdk-17-jre-headless), oder setzen Sie JAVA_HOME auf seinen Ordner.</translation>
    </message>
    <message>
        <source>The output of Apache Spark cannot be kept in {name} ({why}); free some space, or make the folder writable.</source>
        <translation>Was Apache Spark meldet, kann nicht in {name} abgelegt werden ({why}); schaffen Sie Platz, oder machen Sie den Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>Apache Spark failed ({why}); check --master, and see {path} for all of its output.</source>
        <translation>Apache Spark konnte nicht weiterarbeiten ({why}); prüfen Sie --master, und sehen Sie in {path} nach, wo alle seine Meldungen stehen.</translation>
    </message>
    <message>
        <source>The column {column} of {name} does not hold texts; name another one with --text.</source>
        <translation>Die Spalte {column} von {name} enthält keine Texte; nennen Sie mit --text eine andere.</translation>
    </message>
    <message>
        <source>Writing {name} requires a library for Parquet files, which is not installed; install copydesk[parquet], or name a CSV file.</source>
        <translation>Um {name} zu schreiben, wird eine Bibliothek für Parquet-Dateien gebraucht, die nicht installiert ist; installieren Sie copydesk[parquet], oder nennen Sie eine CSV-Datei.</translation>
    </message>
    <message>
        <source>Searching for pairs requires numpy, which is not installed; install copydesk[find].</source>
        <translation>Für die Suche nach Paaren wird numpy gebraucht, das nicht installiert ist; installieren Sie copydesk[find].</translation>
    </message>
    <message>
        <source>There are no articles with words; check the path of the articles.</source>
        <translation>Es gibt keine Artikel mit Wörtern; prüfen Sie den Pfad der Artikel.</translation>
    </message>
    <message>
        <source>There is only one article with words; a search needs two or more.</source>
        <translation>Es gibt nur einen Artikel mit Wörtern; eine Suche braucht zwei oder mehr.</translation>
    </message>
    <message>
        <source>One of the two collections has no articles with words; check both paths.</source>
        <translation>Eine der beiden Sammlungen hat keine Artikel mit Wörtern; prüfen Sie beide Pfade.</translation>
    </message>
    <message>
        <source>There are no pairs with a score of {least} or more among {count:,} articles; none of them looks like a copy of another.</source>
        <translation>Unter {count:,} Artikeln gibt es keine Paare mit einer Wertung von {least} oder mehr; keiner sieht wie die Kopie eines anderen aus.</translation>
    </message>
    <message>
        <source>The list of the pairs cannot be written to {name} ({why}); free some space, or copy the articles to a folder that you can write to.</source>
        <translation>Die Liste der Paare lässt sich nicht nach {name} schreiben ({why}); schaffen Sie Platz, oder kopieren Sie die Artikel in einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>The search needs more memory than there is; search fewer articles, or close other programs.</source>
        <translation>Die Suche braucht mehr Speicher, als da ist; durchsuchen Sie weniger Artikel, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>The process that searches for pairs ended early (there may be too little memory); search again, and what was compared is not compared again.</source>
        <translation>Der Prozess, der nach Paaren sucht, ist vorzeitig zu Ende gegangen (vielleicht fehlt Speicher); suchen Sie noch einmal: Was schon verglichen ist, wird nicht neu verglichen.</translation>
    </message>
</context>
<context>
    <name>AnnotatorButton</name>
    <message>
        <source>Annotator: {name}</source>
        <translation>Beurteilt von: {name}</translation>
    </message>
    <message>
        <source>Labels carry the name {name}. Click to change it.</source>
        <translation>Die Labels tragen den Namen {name}. Zum Ändern klicken.</translation>
    </message>
    <message>
        <source>These are the labels of {name}. Click to see those of somebody else.</source>
        <translation>Dies sind die Labels von {name}. Ein Klick zeigt die von jemand anderem.</translation>
    </message>
</context>
<context>
    <name>AnnotatorDialog</name>
    <message>
        <source>What was decided under another name stays. The list goes on where this annotator stopped, or begins at the first pair without a label of theirs.</source>
        <translation>Was unter einem anderen Namen entschieden wurde, bleibt. Die Liste geht dort weiter, wo diese Person aufgehört hat, oder beginnt beim ersten Paar, das von ihr noch kein Label hat.</translation>
    </message>
    <message>
        <source>Labels, flags and notes carry this name from now on:</source>
        <translation>Labels, Vormerkungen und Notizen tragen ab jetzt diesen Namen:</translation>
    </message>
    <message>
        <source>Name of the annotator</source>
        <translation>Name der urteilenden Person</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Wer urteilt</translation>
    </message>
</context>
<context>
    <name>PairDelegate</name>
    <message>
        <source>Flagged</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>Overruled: {label}</source>
        <translation>Überstimmt: {label}</translation>
    </message>
</context>
<context>
    <name>WorkSummary</name>
    <message>
        <source>The journal cannot be read ({why}).</source>
        <translation>Das Journal ist nicht lesbar ({why}).</translation>
    </message>
    <message>
        <source>{annotator}: {list}</source>
        <translation>{annotator}: {list}</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Summary of the work</source>
        <translation>Zusammenfassung der Arbeit</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Es wird gezählt …</translation>
    </message>
    <message>
        <source>Given another label later</source>
        <translation>Später anders beurteilt</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>Time in all</source>
        <translation>Zeit zusammen</translation>
    </message>
    <message>
        <source>Time a pair, median</source>
        <translation>Zeit je Paar, Median</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Diese Sitzung</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>HelpController</name>
    <message>
        <source>Legend of the marks</source>
        <translation>Legende der Markierungen</translation>
    </message>
    <message>
        <source>How to judge a pair</source>
        <translation>So beurteilen Sie ein Paar</translation>
    </message>
    <message>
        <source>The details are on the clipboard. They hold no texts and no document names.</source>
        <translation>Die Angaben sind in der Zwischenablage. Sie enthalten keine Texte und keine Dokumentnamen.</translation>
    </message>
</context>
<context>
    <name>LegendStrip</name>
    <message>
        <source>Legend of the marks</source>
        <translation>Legende der Markierungen</translation>
    </message>
    <message>
        <source>What they mean</source>
        <translation>Was sie bedeuten</translation>
    </message>
    <message>
        <source>Close the legend</source>
        <translation>Legende schließen</translation>
    </message>
</context>
<context>
    <name>PairFields</name>
    <message>
        <source>The first {shown} of {total} columns</source>
        <translation>Die ersten {shown} von {total} Spalten</translation>
    </message>
    <message>
        <source>{name} {value} to {limit}</source>
        <translation>{name} {value} bis {limit}</translation>
    </message>
    <message>
        <source>{name} up to {limit}</source>
        <translation>{name} bis {limit}</translation>
    </message>
    <message>
        <source>{name} from {limit}</source>
        <translation>{name} ab {limit}</translation>
    </message>
    <message>
        <source>{name} is “{value}”</source>
        <translation>{name} ist „{value}“</translation>
    </message>
    <message>
        <source>{name} contains “{value}”</source>
        <translation>{name} enthält „{value}“</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Vormerkung</translation>
    </message>
    <message>
        <source>When labelled</source>
        <translation>Zeitpunkt des Labels</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>Benötigte Zeit</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Length in words</source>
        <translation>Länge in Wörtern</translation>
    </message>
    <message>
        <source>Sections moved</source>
        <translation>Verschobene Abschnitte</translation>
    </message>
    <message>
        <source>Sections added</source>
        <translation>Hinzugefügte Abschnitte</translation>
    </message>
    <message>
        <source>Sections missing</source>
        <translation>Fehlende Abschnitte</translation>
    </message>
    <message>
        <source>Substitutions</source>
        <translation>Ersetzungen</translation>
    </message>
    <message>
        <source>Words moved</source>
        <translation>Verschobene Wörter</translation>
    </message>
    <message>
        <source>Words added</source>
        <translation>Hinzugefügte Wörter</translation>
    </message>
    <message>
        <source>Words missing</source>
        <translation>Fehlende Wörter</translation>
    </message>
    <message>
        <source>Verbatim</source>
        <translation>Wörtlich</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>In list order</source>
        <translation>In der Folge der Liste</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>ConditionsPopup</name>
    <message>
        <source>“{text}” is not a number: this condition does not count.</source>
        <translation>„{text}“ ist keine Zahl: Diese Bedingung zählt nicht.</translation>
    </message>
    <message>
        <source>Only pairs for which all of this holds:</source>
        <translation>Nur Paare, für die all das gilt:</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>is between</source>
        <translation>liegt zwischen</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>How it is compared</source>
        <translation>Wie verglichen wird</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>Was betrachtet wird</translation>
    </message>
</context>
<context>
    <name>ViewControls</name>
    <message>
        <source>Filter again</source>
        <translation>Neu filtern</translation>
    </message>
    <message>
        <source>Id occurs twice</source>
        <translation>ID doppelt</translation>
    </message>
    <message>
        <source>To label</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>{figures} when it was filtered</source>
        <translation>{figures}, als gefiltert wurde</translation>
    </message>
    <message>
        <source>{figures} when it was sorted</source>
        <translation>{figures}, als sortiert wurde</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Changed since labelled</source>
        <translation>Seit dem Label geändert</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Mit Notiz</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>Alle Paare</translation>
    </message>
    <message>
        <source>Labelled since it was sorted</source>
        <translation>Seit dem Sortieren kamen Labels dazu</translation>
    </message>
    <message>
        <source>{read} of {total} rows read</source>
        <translation>{read} von {total} Zeilen gelesen</translation>
    </message>
    <message>
        <source>Ascending; press to reverse the order</source>
        <translation>Aufsteigend; drücken kehrt die Reihenfolge um</translation>
    </message>
    <message>
        <source>Descending; press to reverse the order</source>
        <translation>Absteigend; drücken kehrt die Reihenfolge um</translation>
    </message>
    <message>
        <source>Sort again</source>
        <translation>Neu sortieren</translation>
    </message>
    <message>
        <source>Shuffle again</source>
        <translation>Neu mischen</translation>
    </message>
    <message>
        <source>In which order</source>
        <translation>In welcher Reihenfolge</translation>
    </message>
    <message>
        <source>Remove all conditions</source>
        <translation>Alle Bedingungen entfernen</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Which pairs</source>
        <translation>Welche Paare</translation>
    </message>
    <message>
        <source>Overruled</source>
        <translation>Überstimmt</translation>
    </message>
</context>
<context>
    <name>PairsLeft</name>
    <message numerus="yes">
        <source>%n whose id occurs twice</source>
        <translation>
            <numerusform>%Ln mit doppelter ID</numerusform>
            <numerusform>%Ln mit doppelter ID</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unreadable</source>
        <translation>
            <numerusform>%Ln nicht lesbar</numerusform>
            <numerusform>%Ln nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to label</source>
        <translation>
            <numerusform>%Ln noch offen</numerusform>
            <numerusform>%Ln noch offen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinksDialog</name>
    <message>
        <source>Asked for their pages, unless there is a snapshot: {hosts}. Nothing else is fetched, no pictures, scripts or cookies. The pages are kept in your data folder with their date and SHA-256.</source>
        <translation>Um die Seiten wird gebeten, soweit es keinen Schnappschuss gibt: {hosts}. Sonst wird nichts abgerufen, keine Bilder, Skripte oder Cookies. Die Seiten werden mit Datum und SHA-256 in Ihrem Datenordner aufbewahrt.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Fetch and compare</source>
        <translation>Abrufen und vergleichen</translation>
    </message>
    <message>
        <source>A link, or the path of a file</source>
        <translation>Ein Link oder der Pfad einer Datei</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Open web pages</source>
        <translation>Webseiten öffnen</translation>
    </message>
</context>
<context>
    <name>SnapshotsDialog</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Compare two snapshots</source>
        <translation>Zwei Schnappschüsse vergleichen</translation>
    </message>
</context>
<context>
    <name>LinksController</name>
    <message>
        <source>Fetch all of the list…</source>
        <translation>Alle der Liste abrufen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Web pages of this pair could not be fetched: {hosts}.</source>
        <translation>Webseiten dieses Paars konnten nicht abgerufen werden: {hosts}.</translation>
    </message>
    <message>
        <source>{came} MB</source>
        <translation>{came} MB</translation>
    </message>
    <message>
        <source>{came} of {size} MB</source>
        <translation>{came} von {size} MB</translation>
    </message>
    <message>
        <source>Fetching page {number} of {total} from {host}…</source>
        <translation>Abruf von Seite {number} von {total} von {host} …</translation>
    </message>
    <message>
        <source>Fetching from {host}…</source>
        <translation>Abruf von {host} …</translation>
    </message>
    <message numerus="yes">
        <source>%n more web page(s) could not be fetched.</source>
        <translation>
            <numerusform>%Ln weitere Webseite konnte nicht abgerufen werden.</numerusform>
            <numerusform>%Ln weitere Webseiten konnten nicht abgerufen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare snapshots…</source>
        <translation>Schnappschüsse vergleichen …</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>Neu abrufen</translation>
    </message>
    <message>
        <source>The candidate is the same as on {time}.</source>
        <translation>Der Kandidat ist derselbe wie am {time}.</translation>
    </message>
    <message>
        <source>The candidate has changed since {time}.</source>
        <translation>Der Kandidat hat sich seit {time} geändert.</translation>
    </message>
    <message>
        <source>The reference is the same as on {time}.</source>
        <translation>Die Referenz ist dieselbe wie am {time}.</translation>
    </message>
    <message>
        <source>The reference has changed since {time}.</source>
        <translation>Die Referenz hat sich seit {time} geändert.</translation>
    </message>
    <message>
        <source>Web pages as they were fetched on {times}.</source>
        <translation>Webseiten, wie sie am {times} abgerufen wurden.</translation>
    </message>
    <message>
        <source>This pair has web pages that were not fetched yet: {hosts}.</source>
        <translation>Webseiten dieses Paars wurden noch nicht abgerufen: {hosts}.</translation>
    </message>
    <message numerus="yes">
        <source>%n web page(s) fetched.</source>
        <translation>
            <numerusform>%Ln Webseite abgerufen.</numerusform>
            <numerusform>%Ln Webseiten abgerufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No web page of this pair has two snapshots; fetch one again.</source>
        <translation>Von keiner Webseite dieses Paars gibt es zwei Schnappschüsse; rufen Sie sie neu ab.</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>Fetch pages</source>
        <translation>Seiten abrufen</translation>
    </message>
    <message>
        <source>They are fetched one after another, with a pause of a second between two pages of one server, and kept in your data folder.</source>
        <translation>Sie werden nacheinander abgerufen, mit einer Sekunde Pause zwischen zwei Seiten eines Servers, und in Ihrem Datenordner aufbewahrt.</translation>
    </message>
    <message numerus="yes">
        <source>Fetch %n web page(s) from {hosts}?</source>
        <translation>
            <numerusform>%Ln Webseite von {hosts} abrufen?</numerusform>
            <numerusform>%Ln Webseiten von {hosts} abrufen?</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a snapshot of every web page of this list.</source>
        <translation>Von jeder Webseite dieser Liste gibt es einen Schnappschuss.</translation>
    </message>
    <message>
        <source>This pair names no web pages that can be fetched.</source>
        <translation>Dieses Paar nennt keine Webseiten, die abgerufen werden können.</translation>
    </message>
    <message>
        <source>Snapshots are not compared while the list is read blind.</source>
        <translation>Solange die Liste blind gelesen wird, werden keine Schnappschüsse verglichen.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>blind</source>
        <translation>blind</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesen</translation>
    </message>
</context>
<context>
    <name>BlindController</name>
    <message>
        <source>Blind reading requires a pair list or a folder.</source>
        <translation>Blind lesen lässt sich eine Paarliste oder ein Ordner.</translation>
    </message>
    <message>
        <source>Blind reading is switched on before the first decision, and {annotator} has made some in this label file. Start with --labels and a new file.</source>
        <translation>Blindes Lesen wird vor der ersten Entscheidung eingeschaltet, und {annotator} hat in dieser Labeldatei schon entschieden. Beginnen Sie mit --labels und einer neuen Datei.</translation>
    </message>
    <message>
        <source>From now on names, paths and columns of the list are shown, and the rows of the label file say so. What was decided before stays marked as read blind.</source>
        <translation>Ab jetzt werden Namen, Pfade und Spalten der Liste gezeigt, und die Zeilen der Labeldatei halten das fest. Was vorher entschieden wurde, bleibt als blind gelesen vermerkt.</translation>
    </message>
    <message>
        <source>From now on similarities are shown, and the rows of the label file say so.</source>
        <translation>Ab jetzt werden Ähnlichkeiten gezeigt, und die Zeilen der Labeldatei halten das fest.</translation>
    </message>
    <message>
        <source>Show more?</source>
        <translation>Mehr zeigen?</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>AnnotatorController</name>
    <message>
        <source>Annotator</source>
        <translation>Wer urteilt</translation>
    </message>
    <message>
        <source>Whose labels are shown:</source>
        <translation>Wessen Labels gezeigt werden:</translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%Ln Paar</numerusform>
            <numerusform>%Ln Paare</numerusform>
        </translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Time a pair, median</source>
        <translation>Zeit je Paar, Median</translation>
    </message>
    <message>
        <source>  in the first quarter of the work</source>
        <translation>  im ersten Viertel der Arbeit</translation>
    </message>
    <message>
        <source>  in the second</source>
        <translation>  im zweiten</translation>
    </message>
    <message>
        <source>  in the third</source>
        <translation>  im dritten</translation>
    </message>
    <message>
        <source>  in the last</source>
        <translation>  im letzten</translation>
    </message>
    <message numerus="yes">
        <source>%n annotator(s)</source>
        <translation>
            <numerusform>%Ln Annotator</numerusform>
            <numerusform>%Ln Annotatoren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%Ln Label</numerusform>
            <numerusform>%Ln Labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of the list have none.</source>
        <translation>
            <numerusform>%Ln Paar der Liste hat keines.</numerusform>
            <numerusform>%Ln Paare der Liste haben keines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) with two labels or more</source>
        <translation>
            <numerusform>%Ln Paar mit mindestens zwei Labels</numerusform>
            <numerusform>%Ln Paare mit mindestens zwei Labels</numerusform>
        </translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>Likeliest</source>
        <translation>Am wahrscheinlichsten</translation>
    </message>
    <message>
        <source>Likely right, by the model</source>
        <translation>Nach dem Modell wohl richtig</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Says what others say</source>
        <translation>Sagt, was andere sagen</translation>
    </message>
    <message>
        <source>Who said what</source>
        <translation>Wer was sagte</translation>
    </message>
    <message>
        <source>With labels that are known</source>
        <translation>Mit bekannten Labels</translation>
    </message>
    <message>
        <source>With themselves, on pairs that came again</source>
        <translation>Mit sich selbst, bei wiederholten Paaren</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>niemand genannt</translation>
    </message>
    <message>
        <source>not enough to say</source>
        <translation>zu wenig für eine Aussage</translation>
    </message>
    <message>
        <source>{figure}; {pairs}</source>
        <translation>{figure}; {pairs}</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} und {second}</translation>
    </message>
    <message>
        <source>{labels} by {annotators} for {pairs}; {shared}.</source>
        <translation>{labels} von {annotators} für {pairs}; {shared}.</translation>
    </message>
    <message>
        <source>{low} to {high} % of the words verbatim</source>
        <translation>{low} bis {high} % der Wörter wörtlich</translation>
    </message>
    <message>
        <source>{value} [{low}, {high}]</source>
        <translation>{value} [{low}; {high}]</translation>
    </message>
</context>
<context>
    <name>AgreementController</name>
    <message>
        <source>Add the label files of others.</source>
        <translation>Fügen Sie die Label-Dateien anderer hinzu.</translation>
    </message>
    <message>
        <source>Computing from {labels} labels by {annotators}…</source>
        <translation>Wird aus {labels} Labels von {annotators} berechnet …</translation>
    </message>
    <message>
        <source>If these are several people, treat each file as an annotator of its own.</source>
        <translation>Sind das mehrere Personen, nehmen Sie jede Datei als eigenen Annotator.</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n label file(s)…</source>
        <translation>
            <numerusform>%Ln Label-Datei wird gelesen …</numerusform>
            <numerusform>%Ln Label-Dateien werden gelesen …</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the agreement as HTML</source>
        <translation>Übereinstimmung als HTML speichern</translation>
    </message>
    <message>
        <source>The page is in {path}.</source>
        <translation>Die Seite liegt in {path}.</translation>
    </message>
    <message>
        <source>The process that computes the figures ended early, or took too long; close other programs and try again.</source>
        <translation>Der Prozess, der die Zahlen berechnet, endete vorzeitig oder brauchte zu lange; schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>You read this list blind: labels of others, and how far yours agree with them, are not shown. Turn blind reading off to see them.</source>
        <translation>Sie lesen diese Liste blind: Labels anderer, und wie weit Ihre damit übereinstimmen, werden nicht gezeigt. Schalten Sie das Blindlesen aus, um sie zu sehen.</translation>
    </message>
    <message>
        <source>You decide without names: the figures, which say who gave which label, are not shown. Open the list without --hide-names to see them.</source>
        <translation>Sie entscheiden ohne Namen: Die Zahlen, die sagen, wer welches Label vergeben hat, werden nicht gezeigt. Öffnen Sie die Liste ohne --hide-names, um sie zu sehen.</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Agreement of annotators</source>
        <translation>Übereinstimmung der Annotatoren</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s), the hardest first. A click or Enter opens one.</source>
        <translation>
            <numerusform>%Ln Paar. Ein Klick oder die Eingabetaste öffnet es.</numerusform>
            <numerusform>%Ln Paare, die schwierigsten zuerst. Ein Klick oder die Eingabetaste öffnet eines.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Add label files…</source>
        <translation>Label-D&amp;ateien hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Compute again</source>
        <translation>Neu &amp;berechnen</translation>
    </message>
    <message>
        <source>&amp;Disagreements</source>
        <translation>&amp;Uneinigkeit</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>Weg&amp;lassen</translation>
    </message>
    <message>
        <source>&amp;Save as HTML…</source>
        <translation>Als HTML &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Who says what</source>
        <translation>&amp;Wer was sagt</translation>
    </message>
    <message>
        <source>A&amp;greement</source>
        <translation>Übereinstimmun&amp;g</translation>
    </message>
    <message>
        <source>A&amp;nnotators</source>
        <translation>A&amp;nnotatoren</translation>
    </message>
    <message>
        <source>Add label files</source>
        <translation>Label-Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message numerus="yes">
        <source>And %n more remark(s).</source>
        <translation>
            <numerusform>Und %Ln weiterer Hinweis.</numerusform>
            <numerusform>Und %Ln weitere Hinweise.</numerusform>
        </translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>Annotatoren</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Wird berechnet</translation>
    </message>
    <message>
        <source>Each &amp;file is an annotator of its own</source>
        <translation>Jede Datei ist ein eigener Anno&amp;tator</translation>
    </message>
    <message>
        <source>Label files</source>
        <translation>Label-Dateien</translation>
    </message>
    <message>
        <source>Labels have changed since; F5 computes the figures again.</source>
        <translation>Seither haben sich Labels geändert; F5 berechnet die Zahlen neu.</translation>
    </message>
    <message>
        <source>Nobody disagrees about any pair.</source>
        <translation>Bei keinem Paar ist man uneins.</translation>
    </message>
    <message>
        <source>Pairs with different labels</source>
        <translation>Paare mit verschiedenen Labels</translation>
    </message>
    <message>
        <source>That pair is not in the list that is open.</source>
        <translation>Dieses Paar steht nicht in der offenen Liste.</translation>
    </message>
    <message>
        <source>The model: how likely each label is true, and which errors each annotator makes, estimated in turn (Dawid and Skene 1979).</source>
        <translation>Das Modell: wie wahrscheinlich jedes Label stimmt und welche Fehler jeder Annotator macht, abwechselnd geschätzt (Dawid und Skene 1979).</translation>
    </message>
    <message>
        <source>Two annotators</source>
        <translation>Zwei Annotatoren</translation>
    </message>
    <message>
        <source>What the label files say</source>
        <translation>Was die Label-Dateien sagen</translation>
    </message>
    <message>
        <source>With 95 % intervals over the pairs. Raw: the same label. κ: Cohen’s kappa, of more than two annotators its mean. α: Krippendorff’s alpha. AC1: Gwet’s, which stays meaningful where nearly all pairs have one label.</source>
        <translation>Mit 95-%-Intervallen über die Paare. Roh: dasselbe Label. κ: Cohens Kappa, bei mehr als zwei Annotatoren dessen Mittel. α: Krippendorffs Alpha. AC1: nach Gwet, aussagekräftig auch dort, wo fast alle Paare dasselbe Label haben.</translation>
    </message>
    <message>
        <source>{first} down, {second} across; pairs that both labelled.</source>
        <translation>{first} in Zeilen, {second} in Spalten; Paare, die beide beurteilt haben.</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>Who says what where</source>
        <translation>Wer was wo sagt</translation>
    </message>
</context>
<context>
    <name>HeatModel</name>
    <message>
        <source>{first} says {one}, {second} says {other}: {count}</source>
        <translation>{first} sagt {one}, {second} sagt {other}: {count}</translation>
    </message>
</context>
<context>
    <name>SearchController</name>
    <message>
        <source>Looking for pairs</source>
        <translation>Suche nach Paaren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reading the articles: {done}</source>
        <translation>Artikel werden gelesen: {done}</translation>
    </message>
    <message>
        <source>Sorting what the articles have: {done} of {total}</source>
        <translation>Was die Artikel enthalten, wird sortiert: {done} von {total}</translation>
    </message>
    <message>
        <source>Taking the articles apart: {done} of {total}</source>
        <translation>Artikel werden zerlegt: {done} von {total}</translation>
    </message>
    <message>
        <source>Looking for what they share: {done} of {total}</source>
        <translation>Gemeinsames wird gesucht: {done} von {total}</translation>
    </message>
    <message>
        <source>Comparing pairs: {done} of {total}</source>
        <translation>Paare werden verglichen: {done} von {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) found among {total} articles, the likeliest first.</source>
        <translation>
            <numerusform>%Ln Paar unter {total} Artikeln gefunden.</numerusform>
            <numerusform>%Ln Paare unter {total} Artikeln gefunden, die wahrscheinlichsten zuerst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more could not be read.</source>
        <translation>
            <numerusform>%Ln weiteres ließ sich nicht lesen.</numerusform>
            <numerusform>%Ln weitere ließen sich nicht lesen.</numerusform>
        </translation>
    </message>
</context>
</TS>
