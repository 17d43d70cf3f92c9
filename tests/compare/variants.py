"""Texts that say the same in another hand, and the option that makes their difference minor."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class Variant(NamedTuple):
    reference: str
    candidate: str
    option: str


def _decomposed(text: str) -> Variant:
    return Variant(text, unicodedata.normalize("NFD", text), "marks")


VARIANTS = {
    # Typewriters and typesetters.
    "dots": Variant("They left... and came back.", "They left… and came back.", "marks"),
    "many dots": Variant("They left..... and came.", "They left… and came.", "marks"),
    "dots and a full stop": Variant("They left....", "They left….", "marks"),
    "two ellipses": Variant("他们走了……", "他们走了…", "marks"),
    "spaced dots": Variant("They left. . . and came.", "They left... and came.", "spacing"),
    "spaced dots, hard spaces": Variant("They left.\xa0.\xa0. So", "They left... So", "spacing"),
    "two hyphens": Variant("It sank -- and rose.", "It sank — and rose.", "dashes"),
    "three hyphens": Variant("It sank---and rose.", "It sank—and rose.", "dashes"),
    "two dashes": Variant("他走了——回来了", "他走了—回来了", "dashes"),
    "non-breaking hyphen": Variant("a well-known quay", "a well\u2011known quay", "dashes"),
    "minus": Variant("at -5 degrees", "at \u22125 degrees", "dashes"),
    "backticks": Variant("She said ``too late'' twice.", "She said “too late” twice.", "quotes"),
    "backticks, straight": Variant("Say ``no'' now.", 'Say "no" now.', "quotes"),
    "commas below": Variant("Er rief ,,halt'' laut.", "Er rief „halt“ laut.", "quotes"),
    "angles": Variant("Il dit <<non>> encore.", "Il dit « non » encore.", "quotes"),
    "guillemets": Variant("Il dit «\u202fnon\u202f» encore.", 'Il dit "non" encore.', "quotes"),
    "corner brackets": Variant("彼は「嫌だ」と『白』", "彼は“嫌だ”と‘白’", "quotes"),
    "single and double": Variant("'so'", '"so"', "quotes"),
    "single and double, curly": Variant("He said ‘no’ twice.", "He said “no” twice.", "quotes"),
    "nested": Variant(
        "“He said ‘no’ to us,” she said.", "‘He said “no” to us,’ she said.", "quotes"
    ),
    "typewritten, single": Variant("Say ``no'' now.", "Say 'no' now.", "quotes"),
    "single angles": Variant("Er rief ‹halt› laut.", "Er rief „halt“ laut.", "quotes"),
    "double and single, below": Variant("Er rief „halt“ laut.", "Er rief ‚halt‘ laut.", "quotes"),
    "angles inwards": Variant("Er rief »halt« laut.", "Er rief ›halt‹ laut.", "quotes"),
    "corner brackets, white": Variant("彼は「嫌だ」と", "彼は『嫌だ』と", "quotes"),
    "feet and inches": Variant("a 6′2″ man", "a 6'2\" man", "quotes"),
    "after a figure": Variant("He said 'in 1999' twice.", 'He said "in 1999" twice.', "quotes"),
    "apostrophe": Variant("the mayor's boats' hulls", "the mayor’s boats’ hulls", "quotes"),
    "backtick as apostrophe": Variant("We don`t row.", "We don’t row.", "quotes"),
    "acute as apostrophe": Variant("C´est l´eau.", "C'est l'eau.", "quotes"),
    "okina": Variant("on Oʻahu today", "on O'ahu today", "quotes"),
    "gershayim": Variant('הוא מנכ"ל חדש', "הוא מנכ״ל חדש", "quotes"),
    "gershayim, curly": Variant("הוא מנכ”ל חדש", 'הוא מנכ"ל חדש', "quotes"),
    "thousands": Variant("some 12 500 crates", "some 12500 crates", "spacing"),
    "thousands, hard space": Variant("some 12\xa0500 crates", "some 12500 crates", "spacing"),
    "thousands, narrow space": Variant("some 12\u202f500 crates", "some 12500 crates", "spacing"),
    # Vowel marks.
    "Arabic": Variant("وَصَلَتِ السُّفُنُ لَيْلًا", "وصلت السفن ليلا", "marks"),
    "Arabic, dagger alef": Variant("هٰذا بحر", "هذا بحر", "marks"),
    "tatweel": Variant("البحـــر هادئ", "البحر هادئ", "marks"),
    "Hebrew": Variant("הַסְּפִינָה יָצְאָה", "הספינה יצאה", "marks"),
    "Hebrew, cantillation": Variant("בְּרֵאשִׁ֖ית בָּרָ֣א", "בראשית ברא", "marks"),
    "Hebrew, presentation forms": Variant("\ufb2aלום", "שלום", "marks"),
    "maqaf": Variant("בית־ספר", "בית-ספר", "dashes"),
    # One letter, two encodings.
    "Persian letters": Variant("کشتی دریایی", "كشتي دريايي", "marks"),
    "Persian joiner": Variant("کشتی می\u200cرود", "کشتی میرود", "marks"),
    "Urdu heh": Variant("وہ یہاں ہے", "وه یهاں هے", "marks"),
    "schwa": Variant("Azərbaycan gəmisi", "Azǝrbaycan gǝmisi", "marks"),
    "Syriac": Variant("ܫܠܵܡܵܐ ܥܲܡܟ݂ܘܿܢ", "ܫܠܡܐ ܥܡܟܘܢ", "marks"),
    "Arabic forms": Variant("\ufefb أحد", "لا أحد", "marks"),
    "Arabic signs": Variant("لماذا؟ لا، أبدا؛ نعم", "لماذا? لا, أبدا; نعم", "marks"),
    "Arabic digits": Variant("في ٢٠٢٤ بلغ ٣٫٥", "في 2024 بلغ 3.5", "marks"),
    "Persian digits": Variant("سال ۱۴۰۳", "سال 1403", "marks"),
    "Devanagari digits": Variant("वर्ष २०२४ में", "वर्ष 2024 में", "marks"),
    "Bengali digits": Variant("সাল ২০২৪", "সাল 2024", "marks"),
    "Thai digits": Variant("ปี ๒๕๖๗", "ปี 2567", "marks"),
    "Romanian": Variant("Țara și orașul își țin", "Ţara şi oraşul îşi ţin", "marks"),
    "Romanian capitals": Variant("ȘTIRI DIN ȚARĂ", "ŞTIRI DIN ŢARĂ", "marks"),
    "yo": Variant("Ёжик ещё идёт", "Ежик еще идет", "marks"),
    "ligatures": Variant("the ﬁrst oﬃce", "the first office", "marks"),
    "formula": Variant("less CO₂ and H₂O", "less CO2 and H2O", "marks"),
    "Thai am": Variant("การทำงาน", "การท\u0e4d\u0e32งาน", "marks"),
    "Thai am, tone behind": Variant("น้ำแข็ง", "น\u0e4d\u0e49\u0e32แข็ง", "marks"),
    "Thai am, tone before": Variant("น้ำแข็ง", "น\u0e49\u0e4d\u0e32แข็ง", "marks"),
    "Thai am, late tone": Variant("น้ำแข็ง", "น\u0e33\u0e49แข็ง", "marks"),
    "Thai ae": Variant("แม่แก่", "\u0e40\u0e40ม่\u0e40\u0e40ก่", "marks"),
    "Lao am": Variant("ທ\u0eb3ລາຍ", "ທ\u0ecd\u0eb2ລາຍ", "marks"),
    "Lao am, tone": Variant("ນ\u0ec9\u0eb3ໃສ", "ນ\u0ecd\u0ec9\u0eb2ໃສ", "marks"),
    "Lao ae": Variant("ແມ່ແກ່", "\u0ec0\u0ec0ມ່\u0ec0\u0ec0ກ່", "marks"),
    "Lao ho": Variant("ໜ້າ ໝາ", "ຫນ້າ ຫມາ", "marks"),
    "Khmer, letters below": Variant("ស\u17d2ត\u17d2រី", "ស\u17d2រ\u17d2តី", "marks"),
    "Khmer, vowel before": Variant("ខ\u17d2មែរ", "ខែ\u17d2មរ", "marks"),
    "Khmer vowels": Variant("គ\u17beត ក\u17c4ត", "គ\u17c1\u17b8ត ក\u17c1\u17b6ត", "marks"),
    "Burmese": Variant("က\u102d\u102f လ\u102f\u1036", "က\u102f\u102d လ\u1036\u102f", "marks"),
    "Malayalam": Variant("അവ\u0d7b അവ\u0d7e", "അവന\u0d4d\u200d അവള\u0d4d\u200d", "marks"),
    "Bengali ta": Variant("উ\u09ceসব", "উত\u09cd\u200dসব", "marks"),
    "Bengali vowel": Variant("\u0986মার", "\u0985\u09beমার", "marks"),
    "Bengali, nukta": Variant("বা\u09dcি", "বা\u09a1\u09bcি", "marks"),
    "Hindi vowel": Variant("\u0906ज", "\u0905\u093eज", "marks"),
    "Hindi, nukta": Variant("\u0958लम", "\u0915\u093cलम", "marks"),
    "Tamil au": Variant("\u0b94வை க\u0bcc", "\u0b92\u0bd7வை க\u0bc6\u0bd7", "marks"),
    "Tamil shri": Variant("\u0bb8\u0bcdரீ ராம்", "\u0bb6\u0bcdரீ ராம்", "marks"),
    "Telugu vowel": Variant("\u0c14షధం", "\u0c12\u0c4cషధం", "marks"),
    "Persian heh": Variant("خان\u0647\u0654 من", "خان\u06c0 من", "marks"),
    "Ethiopic stop": Variant("ሄደ።", "ሄደ፡፡", "marks"),
    "danda": Variant("वह गया॥", "वह गया।।", "marks"),
    "Urdu stop": Variant("وہ گیا۔", "وہ گیا.", "marks"),
    "Armenian stop": Variant("Նա գնաց։", "Նա գնաց:", "marks"),
    "full width": Variant("ＮＨＫ：２０２４！（Ａ）", "NHK:2024!(A)", "marks"),
    "ideographic": Variant("船、港。", "船,港.", "marks"),
    "half-width katakana": Variant("ﾌｪﾘｰﾊﾞｽ｡", "フェリーバス。", "marks"),
    "emoji": Variant("We ❤ it", "We ❤\ufe0f it", "marks"),
    # Composed and decomposed.
    "Vietnamese": _decomposed("Bến tàu cũ đã đóng cửa từ thứ Bảy"),
    "Korean": _decomposed("항구는 오늘 문을 닫았다"),
    "Greek": _decomposed("Το λιμάνι έκλεισε χθες, ποιό ΰφος"),
    "Greek, oxia": Variant("\u1f71\u03bb\u03bb\u03bf", "\u03ac\u03bb\u03bb\u03bf", "marks"),
    "French": _decomposed("L’été à Noël, où ça"),
    "kana": _decomposed("がぎぐパピプ"),
    # Case, by the language.
    "case": Variant("The Harbour Board", "the HARBOUR board", "case"),
    "sharp s": Variant("die Straße und", "DIE STRASSE UND", "case"),
    "sigma": Variant("ο δρόμος", "Ο ΔΡΌΜΟΣ", "case"),
    "Turkish": Variant("KIYIDAKİ IŞIK BİR GECE SÖNDÜ", "Kıyıdaki ışık bir gece söndü", "case"),
    "Turkish, the other way": Variant("ilk ısı iyi ve ılık", "İLK ISI İYİ VE ILIK", "case"),
    "Turkish headline": Variant("İKİ KAYIK BATTI", "İki kayık battı", "case"),
    "Turkish, dots lost": Variant(
        "İki belediye ışığı ve bir kıyı", "IKI BELEDIYE IŞIĞI VE BIR KIYI", "case"
    ),
    "Turkish, dots too many": Variant(
        "IŞIK VE İSKELE AÇILDI BİR", "işik ve i̇skele açildi bi̇r", "case"
    ),
    "Azeri": Variant("Qızıl gəmi və iki ışıq", "QIZIL GƏMİ VƏ İKİ IŞIQ", "case"),
    "dotted capital": Variant("the İzmir ferry", "the izmir ferry", "case"),
    # Accents and dots.
    "Lithuanian": Variant("li\u0307\u0301etus mi\u0307\u0303nkšta", "líetus mĩnkšta", "marks"),
    "Lithuanian, ogonek": Variant("į\u0307\u0301", "į\u0301", "marks"),
    "stress": Variant("За́мок у ре́ки стои́т", "Замок у реки стоит", "marks"),
    "grave stress": Variant("пѐредовица дру\u0300гих", "передовица других", "marks"),
    "French capitals": Variant(
        "L’ETAT ET LES ELEVES FRANCAIS", "L’État et les élèves français", "marks"
    ),
    "Spanish capitals": Variant("LA PAGINA DE MEXICO", "La página de México", "marks"),
    "Portuguese capitals": Variant("O PORTO NAO DE SAO JOSE", "O porto não de São José", "marks"),
    "accents on other capitals": Variant("LES MARCHES DE PARIS", "LES MARCHÉS DE PARIS", "marks"),
    "Greek capitals": Variant("Η ΑΘΗΝΑ ΚΑΙ ΤΟ ΛΙΜΑΝΙ", "Η Αθήνα και το λιμάνι", "marks"),
    "Greek diaeresis": Variant("ΤΟΝ ΜΑΪΟ", "τον Μάιο", "marks"),
}

# Words that differ, and that nothing makes equal.
DIFFERENT = {
    "accent in small letters": ("resume", "résumé"),
    "accent in small letters, Spanish": ("esta", "está"),
    "accent of an initial capital": ("Etat", "État"),
    "capitals of the wrong word": ("ÉTAT", "etat"),
    "accents elsewhere": ("LES ÉLEVÉS", "les élèves"),
    "umlaut": ("SCHON der die und", "schön der die und"),
    "tilde": ("EL ANO DE LOS", "el año de los"),
    "short capital": ("O", "ó"),
    "Cyrillic breve": ("КРАИ", "край"),
    "digit": ("2024", "٢٠٢٥"),
    "Bengali digit like another": ("৪", "8"),
    "decimal": ("3,5", "3.5"),
    "raised digit": ("10²", "102"),
    "alef maksura": ("على", "علي"),
    "hamza": ("أمل", "امل"),
    "Bulgarian pronoun": ("и", "ѝ"),
    "Macedonian": ("се", "сѐ"),
    "Macedonian letter": ("куќа", "КУКА"),
    "dotless i": ("sınır ve bir", "sinir ve bir"),
    "Romanian vowel": ("sa", "să"),
    "two dots": ("so..", "so…"),
    "hyphen rule": ("-----", "—"),
    "nothing and a dash": ("well known", "well-known"),
    "figures in a row": ("12 500 900", "12 500 901"),
    "Thai am and a": ("ทำ", "ทา"),
    "Thai ae and e": ("แก", "เก"),
    "Bengali vowels": ("আমার", "অমার"),
    "Khmer, other letter below": ("ស\u17d2ត\u17d2រី", "ស\u17d2ត\u17d2លី"),
    "two commas": ("so,, he", 'so" he'),
}
