"""What is left of a pair's id made of its two documents where the list has no room for all of it.

A list without ids, such as one that a search wrote, calls a pair by both paths. Cut in the middle,
the beginning of one path and the end of the other are left, which are the same for most pairs.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_FOLDER_END = re.compile(r"[/\\#]")  # also behind the file that holds an article: FILE#ID
_SUFFIX = re.compile(r"(?<=\w)\.[A-Za-z][A-Za-z0-9]{1,4}$")
_LEAST = 4  # characters of a name that still tell it from others


def short_forms(pair_id: str, reference: str, candidate: str) -> tuple[str, ...]:
    """Return *pair_id* and its shorter forms, the longest first; others than of two paths have one.

    Folders that both share go first, then all folders, then an ending that both have.

    >>> for form in short_forms("../a/b/x.txt|../a/c/y.txt", "../a/b/x.txt", "../a/c/y.txt"):
    ...     print(form)
    ../a/b/x.txt|../a/c/y.txt
    b/x.txt|c/y.txt
    x.txt|y.txt
    x|y
    >>> short_forms("0017", "a/x.txt", "b/y.txt")
    ('0017',)
    """
    both = reference, candidate
    if pair_id != "|".join(both):
        both = candidate, reference  # a search keeps the id of a pair that it turned round
    if pair_id != "|".join(both):
        return (pair_id,)
    shared = _shared_folders(*both)
    names = [_without_folders(path) for path in both]
    endings = {found.group() if (found := _SUFFIX.search(name)) else "" for name in names}
    ending = len(endings.pop()) if len(endings) == 1 else 0
    forms = (
        pair_id,
        "|".join(path[shared:] for path in both),
        "|".join(names),
        "|".join(name[: len(name) - ending] for name in names),
    )
    return tuple(dict.fromkeys(forms))


def fitting_id(
    forms: tuple[str, ...],
    room: float,
    width: Callable[[str], float],
    elided: Callable[[str, int], str],
) -> str:
    """Return the longest of *forms* that fits into *room*, or the shortest, elided.

    *width* measures a text, and *elided* returns one cut to a width. Of two names each keeps half
    of the room, or what the other one leaves.

    >>> def cut(text, room):
    ...     return text if len(text) <= room else f"{text[: room // 2]}…{text[-(room - 1) // 2 :]}"
    >>> forms = ("a/harbour-reopens.txt|b/harbour.txt", "harbour-reopens|harbour")
    >>> fitting_id(forms, 24, len, cut), fitting_id(forms, 19, len, cut)
    ('harbour-reopens|harbour', 'harbo…opens|harbour')
    """
    for form in forms:
        if width(form) <= room:
            return form
    first, bar, second = forms[-1].partition("|") if len(forms) > 1 else (forms[-1], "", "")
    left = room - width(bar)
    if not bar or left < 2 * _LEAST * width("n"):
        return elided(forms[-1], int(room))
    # A short name gives what it does not need to the other one.
    for_first = max(left / 2, left - width(second)) if width(first) > left / 2 else width(first)
    shown = elided(first, int(for_first)) if width(first) > for_first else first
    return f"{shown}|{elided(second, int(left - width(shown)))}"


def _shared_folders(one: str, other: str) -> int:
    """Return how many characters the folders take in which both paths are.

    >>> _shared_folders("../new/a.txt", "../news/b.txt")
    3
    """
    shared = 0
    for place in _FOLDER_END.finditer(one):
        if one[: place.end()] != other[: place.end()]:
            break
        shared = place.end()
    return shared


def _without_folders(path: str) -> str:
    """Return what *path* has behind its last folder, or all of it.

    >>> _without_folders("https://example.org/2024/harbour/"), _without_folders("crawl.jsonl#17")
    ('harbour/', '17')
    """
    places = [place.end() for place in _FOLDER_END.finditer(path) if place.end() < len(path)]
    return path[places[-1] :] if places else path
