"""The look of text in a word processor's file, as far as it decides whether readers see it."""

from __future__ import annotations

from typing import NamedTuple

_TINY = 1.0  # points; nobody reads such type
_WHITE = 250  # of 255, of each colour
_ALIKE = 8  # of 255, by which two colours differ that nobody tells apart


class Look(NamedTuple):
    """What is said of text, None where nothing is: ``size`` in points, colours as hex."""

    vanishes: bool | None = None
    size: float | None = None
    colour: str | None = None
    ground: str | None = None

    def over(self, base: Look) -> Look:
        """Return this look where it says something, else *base*."""
        if base is PLAIN:
            return self
        said = {name: value for name, value in self._asdict().items() if value is not None}
        return base._replace(**said)

    def hides(self, *, on_paper: bool) -> bool:
        """Return whether nobody sees such text; *on_paper* says that it stands on the white page.

        >>> [Look(colour="FFFFFF").hides(on_paper=where) for where in (True, False)]
        [True, False]
        """
        if self.vanishes is not None:
            return self.vanishes
        if self.size is not None and self.size <= _TINY:
            return True
        colour = _channels(self.colour)
        if colour is None:
            return False
        ground = _channels(self.ground)
        if ground is not None:
            return all(
                abs(one - other) <= _ALIKE for one, other in zip(colour, ground, strict=True)
            )
        return on_paper and self.ground is None and min(colour) >= _WHITE


PLAIN = Look()
"""The look of text of which nothing is said."""


def _channels(text: str | None) -> tuple[int, int, int] | None:
    try:
        red, green, blue = bytes.fromhex(text or "")
    except ValueError:
        return None
    return red, green, blue
