"""Prose in other languages: what is kept, swapped and unrelated is told there too."""

from __future__ import annotations

import pytest

from gui.compare import ChangeKind, compare
from gui.documents import read_text
from gui.lexicon.grammar import language_of

PAIRS = {
    "German": (
        "Der Bürgermeister hat am Montag die neue Brücke über den Fluss eröffnet. Viele Gäste "
        "waren aus der Stadt gekommen, und die Kapelle spielte bis in den Abend.",
        "Der Bürgermeister hat am Montag die frische Brücke über den Strom eröffnet. Viele Gäste "
        "waren aus der Stadt gekommen, und das Orchester spielte bis in den Abend.",
        "Die Preise für Milch sind in der letzten Woche gestiegen, weil das Futter knapp ist und "
        "die Bauern mit einer schlechten Ernte rechnen.",
    ),
    "French": (
        "Le maire a ouvert lundi le nouveau pont sur la rivière. Les habitants de la ville sont "
        "venus avec leurs enfants, et l’orchestre a joué dans la nuit.",
        "Le maire a inauguré lundi le récent pont sur la rivière. Les habitants de la cité sont "
        "venus avec leurs enfants, et l’harmonie a joué dans la nuit.",
        "Les prix du lait ont monté dans la région, car le fourrage est rare et les éleveurs de "
        "la vallée attendent une mauvaise récolte.",
    ),
    "Spanish": (
        "El alcalde abrió el lunes el nuevo puente sobre el río. Los vecinos de la ciudad fueron "
        "con sus hijos, y la banda tocó hasta la noche.",
        "El alcalde inauguró el lunes el reciente puente sobre el río. Los vecinos de la urbe "
        "fueron con sus hijos, y la orquesta tocó hasta la noche.",
        "Los precios de la leche han subido en la región porque el forraje es escaso y los "
        "ganaderos esperan una mala cosecha.",
    ),
    "Russian": (
        "Мэр открыл в понедельник новый мост через реку. Жители города пришли с детьми, и "
        "оркестр играл до самой ночи.",
        "Мэр открыл в понедельник свежий мост через реку. Жители посёлка пришли с детьми, и "
        "ансамбль играл до самой ночи.",
        "Цены на молоко выросли в этой области, потому что корма не хватает и хозяева ждут "
        "плохого урожая.",
    ),
}


@pytest.mark.parametrize("language", PAIRS)
def test_a_spun_copy_in_another_language(language: str) -> None:
    reference, candidate, other = PAIRS[language]
    found = compare(read_text(reference), read_text(candidate))
    assert [c.kind for c in found.changes].count(ChangeKind.SUBSTITUTION) >= 3
    assert found.similarity.with_substitutions == 1
    apart = compare(read_text(reference), read_text(other))
    assert apart.similarity.with_substitutions == 0


@pytest.mark.parametrize("language", PAIRS)
def test_the_language_is_told_by_its_function_words(language: str) -> None:
    words = PAIRS[language][0].casefold().split()
    assert language_of(dict.fromkeys(words, 1)) == language
