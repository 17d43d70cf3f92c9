"""A message of any text, for tests to which it does not matter what is said."""

from __future__ import annotations

from gui.messages import Code, Message


class Anything(Code):
    """A sentence that is all place."""

    SAID = "{text}"


def any_message(text: str) -> Message:
    """Return a message that says *text*, in every language."""
    return Message(Anything.SAID, text=text)
