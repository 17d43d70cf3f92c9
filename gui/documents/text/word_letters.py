r"""Judges by the words of a text whether it was decoded in the right encoding.

A name that was decoded wrongly has letters that no language has together, or signs that are no
letters:

>>> misfits("Łukasz, Dvořák"), misfits("£ukasz, Dvoøák")
(0, 2)
"""

from __future__ import annotations

from types import MappingProxyType

import regex

_ASCII = frozenset(map(chr, range(128)))
# The lower-case letters beyond ASCII of each language, with those of foreign names in its news.
_ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "äöüßéèà",  # German, with French names
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
_ACCENTED = regex.compile(r"(?<!\p{L})[A-Za-z]*+[\p{L}--[A-Za-z]]\p{L}*+", regex.VERSION1)
_FOREIGN = regex.compile(r"[\p{L}--[A-Za-z]]", regex.VERSION1)
_NOT_LATIN = regex.compile(r"[\p{L}--\p{Latin}]", regex.VERSION1)
_NO_WORD = regex.compile(r"(?<!\p{L})[\p{L}--\p{Latin}](?!\p{L})", regex.VERSION1)
_LATIN_WORD = regex.compile("[A-Za-z]{2}")
_OTHER_SCRIPT = regex.compile(r"[\p{L}--[\p{Latin}\p{Cyrillic}\p{Greek}]]", regex.VERSION1)
_ODD = regex.compile(
    r"(?V1)\p{Latin}[\p{L}--\p{Latin}]|[\p{L}--\p{Latin}]\p{Latin}|[\p{Ll}--[a-z]]\p{Lu}"
    r"|\p{Ll}[\p{Lu}--[A-Z]]|(?<=\p{L})[\p{S}\p{No}\p{Cc}¿¡«»‚„†‡‰‹›§¶·ªº--[\t\n\r]]+(?=\p{Ll})"
)

_SIGNS = "£¥¤¦©®±¬¯¸¼½¾×÷"
# Signs at the edge of a word that were letters of it. Before s, m, bn and the like, and as the
# number of a note, some of them are what they seem to be.
_GLUED = regex.compile(
    rf"(?V1)(?<!\p{{L}})[{_SIGNS}]+(?=\p{{Ll}}{{3}}|[\p{{L}}--[A-Za-z]]|\p{{Ll}}+[\p{{Ll}}--[a-z]])"
    rf"|(?<=\p{{L}}{{3}}|[\p{{L}}--[A-Za-z]])[{_SIGNS}]+(?!\p{{L}})"
    r"|[ªº]+(?=\p{L}{2})|(?<=\p{L}{3})[ªº](?!\p{L})|(?<=\p{L})[¿¡](?!\p{L})"
    rf"|[{_SIGNS}°]{{3,}}"
    r"|[\x80-\x9f\p{Cn}\p{Co}\uff61-\uff9f\u02c6-\u02dd\u2500-\u259f]"
)
_HUNGARIAN = regex.compile("(?i)y|sz|cs")  # in no word that has õ
_CUBED = regex.compile(r"(?<=\p{Ll}{3})³(?!\p{L})")
_OPENED = regex.compile(r"¿(?=\p{Ll})|¡(?=\p{Ll})")
# Where letters do not stand in any language of western Europe; in others their bytes are letters
# that do. For instance, a French ï follows a vowel, and a Spanish ñ precedes one.
_MISPLACED = regex.compile(
    r"(?i)[ìù]\p{L}|(?<!\p{L})ð|þ(?!\p{L})|[eiou]æ|(?<!\p{L})è(?!re)\p{L}|[ae]è|(?<![aeou])ï"
    r"|ñ(?![aeiouáéíóú])|ã(?![oesz])\p{L}|øe(?![nr])\p{L}"
)
_BARE = regex.compile(r"(?V1)(?<!\p{L})[\p{Latin}--[A-Za-zªº]]{2,}+(?!\p{L})")
_FAR = regex.compile(r"[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}]+")
_HANGUL_RUN = regex.compile(r"\p{Hangul}+")
_LATE_CAPITAL = regex.compile(r"(?<=\p{L})[\p{Lu}--[A-Z]]", regex.VERSION1)
# Sets of letters of which the usual ones stand first, with the bytes before which the rare begin.
_USUAL = (("gb2312", 0xD8), ("euc_jp", 0xD0), ("big5", 0xC9), ("euc_kr", 0xC9))

# Characters of everyday words and names: the same bytes are common ones in both encodings.
_EVERYDAY = MappingProxyType(
    {
        "euc-jp": frozenset(
            "佐藤鈴木高橋田中伊渡辺山本村小林加吉斎松井上清水口野原川石池岡島崎前後森長谷部内西東南北近"
            "金大平和今福三一二十五七八千太郎次子美恵智由紀香奈真理優結愛花菜陽翔蓮悠斗健雄男夫司誠明正"
            "義弘隆博之英樹幸治秀俊浩哲也直洋介裕康宏信光彦久保坂阪京都府県市町区日語文章同記事写典引用"
            "新旧年月人国会社学生先見出来行入手間時分方話気心思言書読聞食物者名目的合意味違似別確認済要"
            "再無有古桜葉宮竹阿工遠青武酒千々丸安河関横浅菊杉増馬永星服熊樋"
        ),
        "gb18030": frozenset(
            "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾"
            "丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤"
            "尹黎易常武乔贺赖龚文伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志海小晓东的"
            "一是不了在人有我他这个们中来上大为和地到以说时要就出会可也你对生能而子那得着下自之年过发后"
            "作里用道行所然家种事成多经么去法学如都同现当没动面起看定天分还进好部其些主样理心本前开但因"
            "只从想实日者意无力它与长把机十民第公此已工使情原抄袭改写无关标注"
        ),
    }
)


def accented_words(text: str) -> set[str]:
    """Return the words of *text* that have letters beyond ASCII."""
    return set(_ACCENTED.findall(text))


def misfits(text: str) -> int:
    """Return how many words of *text* are in no language what they are here, each counted once.

    These have letters of several languages, signs that are no letters, or hardly anything but
    accents; or they are rare characters of East Asia.
    """
    odd = {found.group() for found in _ODD.finditer(text)}
    odd.update(found.group() for found in _GLUED.finditer(text))
    odd.update(
        word for word in _BARE.findall(text) if len(set(word.lower())) > 1 and word[0] not in "Þþ"
    )
    odd.update(word for word in accented_words(text) if _MISPLACED.search(word))
    odd.update(w for w in accented_words(text) if "õ" in w.lower() and _HUNGARIAN.search(w))
    if "¹" not in text and "²" not in text:
        odd.update(found.group() for found in _CUBED.finditer(text))
    if "?" not in text and "!" not in text:
        odd.update(found.group() for found in _OPENED.finditer(text))
    odd.update(word for word in accented_words(text) if not fits_a_language(word))
    odd.update(word for word in set(_FAR.findall(text)) if not _is_usual(word))
    return len(odd)


def late_capitals(text: str) -> int:
    """Return how many words of *text* have a capital beyond ASCII behind their first letter."""
    return sum(_LATE_CAPITAL.search(word) is not None for word in accented_words(text))


def _is_usual(word: str) -> bool:
    """Return whether all characters of an East Asian *word* are common ones of one country."""
    if _HANGUL_RUN.search(word) and not _HANGUL_RUN.fullmatch(word):
        return False
    for encoding, rare in _USUAL:
        try:
            data = word.encode(encoding)
        except UnicodeError:
            continue
        # Korean syllables beyond the standard's own are composed of eight bytes each.
        if len(data) == 2 * len(word) and max(data[::2]) < rare:
            return True
    return False


def is_everyday(text: str, encoding: str) -> bool:
    """Return whether most of the East Asian *text* are everyday characters where *encoding* is.

    >>> is_everyday("佐藤, 鈴木", "euc-jp"), is_everyday("捍疲, 騰球", "gb18030")
    (True, False)
    """
    everyday = _EVERYDAY.get(encoding)
    characters = [c for word in _FAR.findall(text) for c in word] if everyday is not None else []
    usual = sum(c in everyday for c in characters) if everyday is not None else 0
    return usual > 1 and 2 * usual > len(characters)


def oddities(text: str) -> int:
    r"""Count what no word contains: two scripts, signs, or a capital after an accented letter.

    An Italian sentence that was decoded as Cyrillic has two such places:

    >>> oddities("Per\u0442 la citt\u0430")
    2
    """
    return sum(1 for _ in _ODD.finditer(text))


def fits_a_language(text: str) -> bool:
    """Return whether one language has all letters of *text*, or they are of another script.

    Letters of another script that only stand alone among Latin words are signs which were
    decoded wrongly. Here an Italian phrase is read as ISO 8859-4, and two currency signs as
    Greek:

    >>> fits_a_language("città più"), fits_a_language("cittā pių")
    (True, False)
    >>> fits_a_language("It cost £30 or €35"), fits_a_language("It cost μ30 or Α35")
    (True, False)
    """
    singles = len(_NO_WORD.findall(text))
    if singles and singles == len(_NOT_LATIN.findall(text)) and _LATIN_WORD.search(text):
        return False
    # The small Turkish İ is an i and a dot.
    foreign = {letter.lower()[0] for letter in _FOREIGN.findall(text)} - _ASCII
    if any(alphabet >= foreign for alphabet in _ALPHABETS):
        return True
    return all(map(_OTHER_SCRIPT.match, foreign))
