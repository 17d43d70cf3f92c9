"""A monkey at the real window: random keys, clicks, drags and turns of the wheel.

Whatever it does, each label that the window showed as saved must be in the label file or come out
of the journal; the event loop must never stand still for long; and nothing may crash. Now and then
its window is killed, once its fingers have rested.
"""

from __future__ import annotations

import random
import signal
from collections.abc import Sequence
from types import MappingProxyType

from tests.torture.chain import Chain, Tally
from tests.torture.common import Deadline, arguments_for, counted, for_ears, run
from tests.torture.sitting import Screen, Sitting, XScreen, a_place, a_screen

_OFTEN = ("1", "2", "3", "j", "k", "bracketright", "bracketleft", "Escape")
_NOW_AND_THEN = (
    *("f", "n", "ctrl+z", "ctrl+shift+z", "BackSpace", "ctrl+t", "shift+j", "F5", "Escape"),
    *("ctrl+f", "F3", "shift+F3", "ctrl+plus", "ctrl+minus", "ctrl+0", "ctrl+e", "ctrl+h"),
    *("Tab", "shift+Tab", "Return", "space", "Down", "Up", "Next", "Prior", "Home", "End"),
    *("F7", "F8", "F9", "alt+Down", "alt+Up", "alt+Right", "ctrl+1", "ctrl+3", "ctrl+a", "ctrl+c"),
    *("question", "ctrl+g", "ctrl+comma", "ctrl+shift+v", "shift+Right", "Delete", "Menu"),
)
_SELDOM = ("ctrl+q", "alt+F4", "ctrl+o", "ctrl+shift+s", "ctrl+p", "ctrl+shift+o")
_WORDS = ("harbour", "a", 'ü,;"', "the new wall", "12", "=1+1", "日本", "  ")
_IN_QT = MappingProxyType(
    {
        "bracketright": "]",
        "bracketleft": "[",
        "Escape": "Esc",
        "Return": "Return",
        "ctrl+plus": "ctrl++",
        "ctrl+minus": "ctrl+-",
        "ctrl+comma": "ctrl+,",
    }
)
_SITTING = 240  # actions
_REST = 2.5  # seconds; a note is kept when the fingers rest for one


def act(sitting: Sitting, screen: Screen, chance: random.Random) -> None:
    """Do one thing."""
    what = chance.random()
    if what < 0.45:
        press(sitting, screen, chance.choice(_OFTEN))
    elif what < 0.70:
        press(sitting, screen, chance.choice(_NOW_AND_THEN))
    elif what < 0.76:
        screen.type(sitting, chance.choice(_WORDS))
    elif what < 0.765:
        press(sitting, screen, chance.choice(_SELDOM))
    elif isinstance(screen, XScreen):
        use_mouse(screen, chance)
    sitting.rest(chance.choice((0.0, 0.02, 0.05, 0.2, 0.4)))


def press(sitting: Sitting, screen: Screen, key: str) -> None:
    """Press a key that is named as X names it."""
    if isinstance(screen, XScreen):
        screen.xdotool("key", key)
    else:
        name = _IN_QT.get(key, key)
        if len(name) > 1 and name not in _IN_QT.values() and not name.startswith("ctrl+"):
            return  # Qt names it otherwise
        sitting.send({"key": name})


def use_mouse(screen: XScreen, chance: random.Random) -> None:
    """Click, double-click, drag or turn the wheel somewhere."""
    there = (chance.randrange(1440), chance.randrange(900))
    button = chance.choice((1, 1, 1, 1, 3, 4, 5))
    screen.xdotool("mousemove", *there)
    if chance.random() < 0.2:
        elsewhere = (chance.randrange(1440), chance.randrange(900))
        screen.xdotool("mousedown", 1, "mousemove", *elsewhere, "mouseup", 1)
    elif button in (4, 5):
        screen.xdotool("click", "--repeat", chance.randrange(1, 8), "--delay", 10, button)
    else:
        screen.xdotool("click", "--repeat", chance.choice((1, 1, 2)), "--delay", 60, button)


def main(argv: Sequence[str]) -> int:
    """Let the monkey play until the minutes are over."""
    parser = arguments_for("monkey", __doc__, 10)
    parser.add_argument(
        "--longest",
        type=float,
        default=1.0,
        metavar="SECONDS",
        help="what the event loop may stand still; the machine may be busy (default: %(default)s)",
    )
    arguments = parser.parse_args(argv)
    chance, deadline, tally = (
        random.Random(arguments.seed),
        Deadline(arguments.minutes),
        Tally("monkey"),
    )
    stalls: list[float] = []
    actions = 0
    with a_screen(arguments.offscreen) as screen, a_place(60) as place:
        chain = Chain(place, screen, tally, ["--tame", *for_ears(arguments)], trusting=True)
        while not deadline.over():
            where = f"sitting {tally.sittings + 1}"
            killed = chance.random() < 0.4
            # Ctrl+Q ends it too: that is how the monkey wants it, and the status still counts.
            with chain.sitting(where, dies=killed, quits=True) as sitting:
                chain.check_shown(where, sitting)
                for _ in range(_SITTING):
                    actions += 1
                    act(sitting, screen, chance)
                    if deadline.over():
                        break
                if killed:
                    sitting.rest(_REST)
                    sitting.kill(signal.SIGKILL)
            stalls += sitting.stalls
            long = [seconds for seconds in sitting.stalls if seconds > arguments.longest]
            tally.wrong("hung", where, [f"the event loop stood still for {s:.1f} s" for s in long])
        chain.check_in_order("at the end")
        chain.check_others("at the end")
    noticed = [seconds for seconds in stalls if seconds > 0.1]
    return tally.finish(
        f"{counted(actions, 'action')} in {counted(tally.sittings, 'sitting')}, longest stall "
        f"{max(stalls, default=0):.2f} s, {len(noticed)} over 0.1 s"
    )


if __name__ == "__main__":
    run("monkey", main)
