"""The role of each document in its pair, wherever it stands in the window."""

from __future__ import annotations

from enum import Enum
from typing import Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Role(str, Enum):
    """Which of the two documents."""

    REFERENCE = "reference"
    CANDIDATE = "candidate"

    @property
    def other(self) -> Role:
        """The other document."""
        return Role.CANDIDATE if self is Role.REFERENCE else Role.REFERENCE


ROLES = (Role.REFERENCE, Role.CANDIDATE)


class TwoSided(Protocol[T_co]):
    """Anything with something for each role: a comparison, a section, a change, a row."""

    @property
    def reference(self) -> T_co:
        """What belongs to the reference."""

    @property
    def candidate(self) -> T_co:
        """What belongs to the candidate."""


def of(value: TwoSided[T_co], role: Role) -> T_co:
    """Return what *value* holds for *role*."""
    return value.reference if role is Role.REFERENCE else value.candidate
