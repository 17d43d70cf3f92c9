"""How long a reviewer really looked at a pair."""

from __future__ import annotations

from collections.abc import Callable

IDLE_LIMIT = 60.0
"""Seconds without a sign of the reviewer after which time no longer counts."""


class AttentionClock:
    """Seconds of attention to one pair during one visit.

    Time runs while the window is active; of a stretch in which the reviewer gives no sign
    (no key, no mouse, no scrolling) only the first minute counts.

    Signs at 0 s and 10 s, then none until 100 s: 10 + 60 = 70 seconds.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        """*now* gives seconds that never go back, such as ``time.monotonic``."""
        self._now = now
        self._counted = 0.0
        self._last_sign: float | None = None  # None: paused

    @property
    def running(self) -> bool:
        """True while the window is active."""
        return self._last_sign is not None

    def seconds(self) -> float:
        """Seconds of attention so far."""
        return self._counted + self._since_sign()

    def sign(self) -> None:
        """The reviewer did something; without effect while paused."""
        if self._last_sign is not None:
            self._counted += self._since_sign()
            self._last_sign = self._now()

    def resume(self) -> None:
        """The window became active."""
        if self._last_sign is None:
            self._last_sign = self._now()

    def pause(self) -> None:
        """The window is no longer active."""
        self._counted += self._since_sign()
        self._last_sign = None

    def restart(self) -> None:
        """Another visit begins: count from zero, running or paused as before."""
        self._counted = 0.0
        if self._last_sign is not None:
            self._last_sign = self._now()

    def take(self) -> float:
        """The seconds since the last taking, for a decision that is being kept."""
        seconds = self.seconds()
        self.restart()
        return seconds

    def _since_sign(self) -> float:
        if self._last_sign is None:
            return 0.0
        return min(max(0.0, self._now() - self._last_sign), IDLE_LIMIT)
