"""Which letters stand together in a language: a text of a few words tells its encoding by them."""

from __future__ import annotations

import regex

# The letters beyond ASCII of languages that are written in Latin ones, small, and what else stands
# in a line of news.
_ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "äöüßéèà",  # German, with what stands in names
        "àâæçéèêëîïôœùûüñ",  # French
        "áéíñóúüªº",  # Spanish
        "áàâãçéêíóôõúüªº",  # Portuguese
        "àèéìíîòóùú",  # Italian
        "àçèéíïòóúü",  # Catalan
        "áéíóúèëïêöüäç",  # Dutch
        "åäöéæøóèêüà",  # Danish, Finnish, Norwegian, Swedish
        "áðéíóúýþæö",  # Icelandic
        "ąćęłńóśźżéü",  # Polish
        "áäčďéěíĺľňóôŕřšťúůýžöü",  # Czech, Slovak
        "áéíóöőúüű",  # Hungarian
        "ăâîșțşţé",  # Romanian
        "čćđšžé",  # Croatian, Slovene
        "çğıöşüâîûə",  # Turkish, Azeri
        "ąčęėįšųūž",  # Lithuanian
        "āčēģīķļņšūž",  # Latvian
        "äõöüšž",  # Estonian
        "ëçé",  # Albanian
        "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",  # Vietnamese
        "абвгдежзийклмнопрстуфхцчшщъыьэюяё",  # Russian
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяэыўё",  # Ukrainian, Belarusian
        "абвгдђежзијклљмнњопрстћуфхцчџшѓќѕ",  # Serbian, Macedonian
        "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",  # Greek
    )
)
_FOREIGN = regex.compile(r"[\p{L}--[A-Za-z]]", regex.VERSION1)
_NOT_LATIN = regex.compile(r"[\p{L}--\p{Latin}]", regex.VERSION1)
_NO_WORD = regex.compile(r"(?<!\p{L})[\p{L}--\p{Latin}](?!\p{L})", regex.VERSION1)
_LATIN_WORD = regex.compile("[A-Za-z]{2}")
_OTHER_SCRIPT = regex.compile(r"[\p{L}--[\p{Latin}\p{Cyrillic}\p{Greek}]]", regex.VERSION1)


def fits_a_language(text: str) -> bool:
    """Tell whether all letters of *text* are of one language, or of a script of its own.

    ``città più`` (Italian) → True; the same bytes as ISO 8859-4, ``cittā pių`` → False
    Letters of another script that only stand by themselves between Latin words are signs that
    were misread: ``It cost £30 or €35`` → True, ``It cost μ30 or Α35`` → False
    """
    singles = len(_NO_WORD.findall(text))
    if singles and singles == len(_NOT_LATIN.findall(text)) and _LATIN_WORD.search(text):
        return False
    foreign = {letter.lower() for letter in _FOREIGN.findall(text)}
    if any(alphabet >= foreign for alphabet in _ALPHABETS):
        return True
    return all(map(_OTHER_SCRIPT.match, foreign))
