"""A sentence by its code and what stands in its places: in English here, elsewhere in the window.

Layers that know no Qt say everything to people as such values. Command lines, reports in
English and the log take ``str(message)``; the window looks the code up in its own language.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from string import Formatter
from types import MappingProxyType
from typing import Any, TypeAlias

CONTEXT = "Messages"
"""The translation context of every sentence of the catalogue."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return *text*; that it is to be translated in *context* is all that this says.

    Qt's lupdate knows the function by its name.
    """
    return text


class Code(Enum):
    """What can be said: the name of a member is its code, its value the English sentence.

    ``{place}`` stands for what changes. ``{place:,}`` takes a number, which is written with the
    digit grouping of the language. ``places`` tells them, and which of them are such numbers.
    """

    def __init__(self, english: str) -> None:
        found = (part[1:3] for part in Formatter().parse(english))
        self.places: Mapping[str, bool] = MappingProxyType(
            {name: bool(form) for name, form in found if name is not None}
        )

    def __reduce_ex__(self, _protocol: object) -> tuple[Any, ...]:
        """Go through a pipe by name, without the sentence."""
        return getattr, (type(self), self.name)


Argument: TypeAlias = "str | int | Message"
"""What may stand in a place: names, numbers, words of the system, or another message."""


class Message:
    """Something to say: a code, and an argument for each place of its sentence. Immutable.

    ``str(message)`` is the English sentence. Raises TypeError where *arguments* are not exactly
    those that the sentence has places for, or where a number is wanted and none is given.
    """

    __slots__ = ("_arguments", "_code", "_hash")

    def __init__(self, code: Code, /, **arguments: Argument) -> None:
        if arguments.keys() != code.places.keys():
            raise TypeError(
                f"{code.name} has the places {sorted(code.places)}, not {sorted(arguments)}"
            )
        for name, is_number in code.places.items():
            if is_number and not isinstance(arguments[name], int):
                raise TypeError(f"{code.name}: {name} must be a number, not {arguments[name]!r}")
        self._code = code
        self._arguments = MappingProxyType(arguments)
        self._hash: int | None = None

    @property
    def code(self) -> Code:
        """Which sentence of the catalogue it is."""
        return self._code

    @property
    def arguments(self) -> Mapping[str, Argument]:
        """What stands in the places of the sentence, by their names."""
        return self._arguments

    def with_arguments(self, **changed: Argument) -> Message:
        """Return the message with the places in *changed* filled anew.

        Raises TypeError as the constructor does.
        """
        return Message(self._code, **{**self._arguments, **changed})

    def __str__(self) -> str:
        english: str = self._code.value
        return english.format(
            **{
                name: value if isinstance(value, int) else str(value)
                for name, value in self._arguments.items()
            }
        )

    def __repr__(self) -> str:
        said = "".join(f", {name}={value!r}" for name, value in self._arguments.items())
        return f"Message({self._code}{said})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Message):
            return NotImplemented
        return self._code is other._code and self._arguments == other._arguments

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash((self._code, frozenset(self._arguments.items())))
        return self._hash

    def __reduce__(self) -> tuple[Any, ...]:
        """Go through a pipe as code and arguments."""
        return _made, (self._code, dict(self._arguments))

    def as_data(self) -> list[Any]:
        """Return the message as values that JSON can carry, see :func:`from_data`."""
        return [
            type(self._code).__name__,
            self._code.name,
            {
                name: value.as_data() if isinstance(value, Message) else value
                for name, value in self._arguments.items()
            },
        ]

    @classmethod
    def from_data(cls, data: list[Any]) -> Message:
        """Return the message that :meth:`as_data` made *data* of.

        Raises ValueError where no message is made of *data*: the catalogue, as far as it is
        loaded, has no such code, or the arguments are not those of the code.
        """
        try:
            catalogue, name, arguments = data
            codes = {codes.__name__: codes for codes in Code.__subclasses__()}
            return cls(
                codes[catalogue][name],
                **{
                    place: cls.from_data(value) if isinstance(value, list) else value
                    for place, value in arguments.items()
                },
            )
        except (AttributeError, LookupError, TypeError) as error:
            raise ValueError(f"this is no message: {data!r}") from error


def _made(code: Code, arguments: Mapping[str, Argument]) -> Message:
    return Message(code, **arguments)


def counted(one: Code, many: Code, count: int, **arguments: Argument) -> Message:
    """Return the message for *count* things: *one* for a single one, *many* with the number.

    *many* has the place ``count`` besides those of *one*, which *arguments* are for.
    """
    if count == 1:
        return Message(one, **arguments)
    return Message(many, count=count, **arguments)


class CopydeskError(Exception):
    """What the program expects to go wrong: ``message`` says to people what, and what to do.

    ``str(error)`` is its English sentence.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message
