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
        # Looked at first: compiling a hundred patterns for one sentence takes too long.
        if not (sentence.startswith(literals[0]) and sentence.endswith(literals[-1])):
            continue
        found = _pattern(source).fullmatch(sentence)
        if found is None:
            continue
        values = {}
        for name, value in found.groupdict().items():
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


@cache
def _pattern(source: str) -> re.Pattern[str]:
    r"""Return what matches *source*: ``"{name} is."`` → ``(?P<name>.+?)\ is\.``."""
    parts = _PLACE.split(source)
    names = (f"(?P<{part}>.+?)" if i % 2 else re.escape(part) for i, part in enumerate(parts))
    return re.compile("".join(names), re.DOTALL)
