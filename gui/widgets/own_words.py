"""The sentences of the layers below in the reviewer's language.

Documents, labels and the rest know no Qt and speak English; what they say reaches people only
through here. A sentence that no pattern knows is shown as it came.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

_PLACE = re.compile(r"\{(\w+)\}")


def in_own_words(sentence: str) -> str:
    """Return *sentence* in the language of the window.

    In German ``a.txt: there is no such file; check the path.`` → ``a.txt: Diese Datei gibt es
    nicht; prüfen Sie den Pfad.``
    """
    return (_known(sentence) or sentence) if sentence else ""


def _known(sentence: str) -> str | None:
    from .sentences import CONTEXT  # a long table, which no start needs

    for literals, source in _sources():
        if not (sentence.startswith(literals[0]) and sentence.endswith(literals[-1])):
            continue
        said = _said(sentence, literals, _PLACE.findall(source))
        if said is None:
            continue
        values = {}
        for name, value in said.items():
            # A clause is a sentence of its own; names, numbers and words of the system are not.
            own = _known(value) if name.startswith("clause") else value
            if own is None:
                break
            values[name] = own
        else:
            return QCoreApplication.translate(CONTEXT, source).format(**values)
    return None


@cache
def _sources() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return each sentence with its literal parts.

    First come those that begin with words of their own, then those that say the most: a place
    at the beginning would take another sentence's beginning for a name.
    """
    from .sentences import SENTENCES

    def order(source: str) -> tuple[bool, int]:
        return source.startswith("{"), -len(_PLACE.sub("", source))

    return tuple(
        (tuple(_PLACE.split(source)[::2]), source) for source in sorted(SENTENCES, key=order)
    )


def _said(sentence: str, literals: tuple[str, ...], names: list[str]) -> dict[str, str] | None:
    """Return what stands in *sentence* between the *literals*, by *names*; None if they differ.

    ``"a.txt is empty."`` with ``("", " is empty.")`` and ``["name"]`` → ``{"name": "a.txt"}``

    Each literal is taken where it stands first: if the rest fits behind any, it does behind that.
    """
    if len(literals) == 1:
        return {} if sentence == literals[0] else None
    end = len(sentence) - len(literals[-1])
    at = len(literals[0])
    values = []
    for literal in literals[1:-1]:
        found = sentence.find(literal, at + 1, end)
        if found < 0:
            return None
        values.append(sentence[at:found])
        at = found + len(literal)
    if at >= end:
        return None
    return dict(zip(names, [*values, sentence[at:end]], strict=True))
