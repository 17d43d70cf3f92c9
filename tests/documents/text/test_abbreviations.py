"""Full stops of abbreviations, initials and ordinals, and those that end a sentence."""

from __future__ import annotations

import pytest

from gui.documents import read_text

# A stroke stands where a sentence ends.
TEXTS = """
Wir essen z. B. Kartoffeln mit Quark.|Dann ruhen wir.
Er kommt, d. h. Anna holt ihn ab.|Danach gehen sie.
Dort leben u. a. Hirsche und Rehe.|Sie sind scheu.
Sie fährt i. d. R. Rad.|Heute nicht.
Wir brauchen Stifte o. Ä.|Bitte bringt sie mit!
Stifte, Hefte usw. liegen da.|Sie gehören niemandem.
Wir kaufen Brot, Milch usw.|Dann gehen wir heim.
Vor allem v. a. Kinder kommen.|Alle lachen.
Das Dorf entstand um 300 v. Chr. an einem Fluss.|Es brannte ab.
Das Dorf entstand um 300 v. Chr.|Danach brannte es ab.
Der Verein heißt Ruderclub e. V.|Seine Boote liegen am See.
Siehe Abb. 3 auf S. 12.|Dort steht es.
Das Gesetz vom 3. Oktober gilt.|Niemand kennt es.
Il cite p. ex. Rouen et Dijon.|Puis il se tait.
La ville fut fondée en 52 av. J.-C. par des marchands.|Elle prospéra.
La ville fut fondée en 52 av. J.-C.|Elle prospéra vite.
Le livre de J.-P. Morel est long.|Personne ne le lit.
Mme Morel et MM. Petit et Roy sont là.|Ils dînent.
Visitó p. ej. Toledo y Soria.|Luego volvió.
Viajó a EE. UU. en mayo.|Volvió en junio.
Vive en EE. UU.|Su hermana vive en Lima.
El templo es del siglo III a. C.|Fue restaurado en 1990.
El Sr. Ruiz y la Sra. Paz viajan.|La Dra. Gil no.
Cita p. ex. Coimbra e Évora.|Depois cala-se.
O Sr. Nunes mora na Av. Central.|A Dra. Lima também.
Są tam m. in. Kraków i Łódź.|Jest też Gdynia.
Są tam m.in. Kraków i Łódź.|Jest też Gdynia.
Miasto założono w III w. n. e.|Potem je porzucono.
Most zbudowano latem w 1932 r.|Potem wybuchła wojna.
W 1932 r. Kraków miał trzy mosty.|Dziś ma więcej.
Hrad vznikl ve 3. století př. n. l.|Potom zanikl.
Bydlí zde např. Novák a Svoboda.|Všichni jsou doma.
Hij noemt o. a. Utrecht en Breda.|Daarna zwijgt hij.
Het dorp, d.w.z. Oud-Zuilen, slaapt.|Niemand praat.
Hij noemt bijv. Utrecht en Breda.|Dhr. Bakker niet.
Cita p. es. Pisa e Lucca.|Poi tace.
Il tempio è del 300 a. C.|Fu distrutto.
Il sig. Rossi e la dott. Bruni cenano.|Poi escono.
Han nämner t. ex. Lund och Ystad.|Sedan tiger han.
Han nämner t.ex. Lund och Ystad.|Sedan tiger han.
Det är stängt, d. v. s. Anna har nyckeln.|Vi väntar.
Där bor bl. a. Karin och Nils.|De sover.
Han nævner f.eks. Odense og Vejle.|Så tier han.
Hun nevner f. eks. Bergen og Molde.|Så tier hun.
Der bor bl.a. Karen og Niels.|De sover.
Kaupunki syntyi vuonna 300 e. Kr.|Se paloi pian.
Siellä asuu esim. Aino ja Eero.|He nukkuvat.
A vár i. e. 300 körül épült.|Később leégett.
A vár Kr. e. 300 körül épült.|Később leégett.
Eljött pl. Anna és Béla.|Aztán elmentek.
Он здесь, т. е. Анна не одна.|Они ждут.
Купили хлеб, молоко и т. д.|Потом ушли домой.
Купили хлеб, молоко и т. п.|Потом ушли домой.
Город основан в III в. до н. э.|Потом он исчез.
Мост построили летом в 1932 г.|Потом началась война.
В 1932 г. Тверь имела два моста.|Теперь их пять.
Он живёт на ул. Мира в г. Твери.|Ему сорок лет.
Это и. о. директора И. И. Петров.|Он занят.
Приехали напр. Анна и Борис.|Потом уехали.
Он купил за 5 тыс. рублей.|Потом продал.
Πήγε π.χ. στην Πάτρα.|Μετά γύρισε.
Είδε π.χ. Πάτρα και Βόλο.|Μετά γύρισε.
Dr. Kaya ve Av. Demir geldi.|Herkes güldü.
The book by J. R. R. Tolkien is long.|Nobody minds.
They came at 9 a.m. Monday with bread.|Then they left.
Cars pay until 6 p.m.|Motorcycles are exempt.
The shop is open until 6 p. m.|But on Sundays it rests.
The talk begins at 8 p.m. Monday to Friday.|Bring a chair.
The market closes at 6 P.M.|Nobody stays.
La tienda cierra a las 6 p. m.|Nadie entra.
They pay between 7 a.m. and 6 p.m. on weekdays.|Taxis do not.
The talk begins at 8 p.m. Eastern time.|Bring a chair.
The talk begins at 8 p.m. (GMT) in the hall.|Bring a chair.
The talk begins at 8 p.m. EST.|Bring a chair.
The ferry leaves at 7 A.M. July 3 from here.|Be there.
At 6 p.m. Anna went home.|Nobody minded.
We sell bread, milk, etc.|The shop opens at nine.
She said no.|The mayor left.
He sat.|The band played.
We saw the sun.|Then it set.
They teach art.|Children love it.
See No. 5 and Fig. 3 below.|They help.
See no. 5 and fig. 3 below.|They help.
He came on Sat. Jan. 4 by train.|It was late.
The firm Smith Inc.|Then closed.
The U.S. Marine came, e.g. Tom, i.e. Thomas.|He left.
It weighs about three times 5 kg.|Then it fell.
It lies in St. Ives near Mt. Royal.|We went there.
Gen. Tveit met Prof. Dr. Anna Weiß.|They ate.
I am 12.|My brother is 10.
The score was 3.|The crowd went home.
It is so.|Dr. Smith came.
I must go.|Mr. Lee stays.
It starts in Sept.|The bells ring.
Sept. 11 is a date, Jan. 3 too.|They wait.
He was ill.|The dog barked.
He was at the mt.|The dog barked.
Ab dem 2. Mai gilt im 19. Jahrhundert der 3. Absatz.|Das wissen alle.
Wir spielen von 10 bis 12.|Danach gibt es Kuchen.
Das Haus hat die Nummer 3.|Es ist rot.
The war of 1932 B.C. Rome won.|It ended.
She lives at 5 Elm St. Louis came by.
Turn to p. 5 or pp. 6 to 8, Sec. 2 and Vol. III for more.|Thanks.
He was called Sr. by Mr. Jones Jr. and left.|Good.
On a trouvé des vases du Ier s. av. J.-C. dans la cave.|Ils sont beaux.
RR. HH. y CC. OO. firman.|Luego comen.
J. S. Bach wrote it.|A. Lee sang.
Dann kam J. Weber, der 5 m. hohe Mann.|Er sang.
Das Zelt ist 5 m.|Das Boot ist 6 m lang.
We want it.|It.|All of us.
They say it isn’t.|He says it is.
Domnul nr. 5 și dl. Popescu vin.|Apoi pleacă.
Sie wohnt in der Hauptstr. 5 neben uns.|Er auch.
Он дал им.|Потом ушёл.
Fresno, CA.|The trees are old.
It is 5 mm.|The other is 6.
It was ca. 300 B.C. that it burnt.|Nobody knows.
"""


@pytest.mark.parametrize("text", TEXTS.strip().split("\n"))
def test_sentences_end_where_the_strokes_are(text: str) -> None:
    expected = text.split("|")
    document = read_text(" ".join(expected))
    assert [sentence.of(document.text) for sentence in document.sentences] == expected


def test_a_letter_behind_a_mark_is_no_initial() -> None:
    text = "He is nai\u0308f. She is not."
    assert len(read_text(text).sentences) == 2
