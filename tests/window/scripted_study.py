"""A scripted study from pairs to one label for each: three annotators, blind, by keys.

    python -m tests.window.scripted_study [--xvfb] [--pictures FOLDER] [PAIRS [SEED]]

PAIRS pairs (300) of short texts are shared out by ``copydesk-labels assign``, with pairs that all
read, pairs whose label is known and pairs that come again. Three annotators with given habits label
them by keys in the program's own window, blind. ``agree`` is held against figures that are counted
here from what the script pressed, in plain Python. A fourth person decides the disagreements by
keys, ``gold`` writes one label for each pair, and pandas reads it. What does not hold ends the
study with an AssertionError; the figures are printed.

The windows are drawn offscreen, in this process. With ``--xvfb`` each annotator starts ``copydesk``
on an X server of its own and presses the keys of its keyboard, in light or dark and in English,
German or Japanese. That takes Xvfb and xdotool (the exit status is 3 where one is missing), and
some ten minutes, more on a busy machine.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from itertools import combinations
from pathlib import Path
from typing import Any

from gui.commands.labels import main as labels_command
from gui.labels.pairs.blind import REPEATED
from tests.torture.common import HELD, run
from tests.window.driving import read_labels
from tests.window.study_seats import DriverSeats, RealSeats, Seat, Seats

KEYS = {"original": "1", "copy": "2", "unrelated": "3"}
JUDGE = "dora"
TRUTHS = ("copy",) * 6 + ("original",) * 2 + ("unrelated",) * 2
KNOWN = 15  # every how many pairs the label is known

ARTICLES = (
    "The {town} bridge will close for {n} weeks from Monday.\n\n"
    "Drivers said the detour through the old mill road adds an hour to the way to work.\n\n"
    "The council asked for patience and promised a second ferry in the mornings.\n",
    "A bakery in {town} gave away {n} loaves after its oven was mended.\n\n"
    "The owner said neighbours had lent her their kitchens for a whole month.\n\n"
    "Children carried the bread to the school in wooden carts.\n",
    "Rangers near {town} counted {n} herons this spring, more than in any year before.\n\n"
    "The marsh was flooded again two winters ago, and the fish came back at once.\n\n"
    "A tower for watchers is to be built beside the northern dike.\n",
    "The library of {town} opens at night, {n} readers at a time.\n\n"
    "Students had asked for quiet tables while their own halls are painted.\n\n"
    "A guard walks through the rooms once an hour and makes tea at two.\n",
)
TOWNS = ("Ashby", "Brenmoor", "Calder", "Dunlow", "Elmstead", "Farrow")
SWAPS = (
    ("said", "mentioned"),
    ("asked for", "requested"),
    ("adds", "includes"),
    ("neighbours", "folks nearby"),
    ("quiet", "silent"),
    ("opens", "commences"),
    ("counted", "tallied"),
    ("built", "constructed"),
    ("Children", "Kids"),
    ("hour", "60 minutes"),
)


class Habit:
    """What an annotator says of a pair: the truth, or another label as often as is his habit."""

    def __init__(self, name: str, slips: Mapping[str, tuple[str, float]], again: float) -> None:
        """*slips*: by the true label, what is said instead, and how often.

        Of a pair that comes again something else is said in a share of *again*.
        """
        self.name = name
        self._slips = slips
        self._again = again

    def says(self, pair: str, truth: str) -> str:
        """Return the label that is given to *pair*: the same in every run."""
        first = pair.removesuffix(REPEATED)
        other, share = self._slips[truth]
        label = other if random.Random(f"{self.name} {first}").random() < share else truth
        if pair != first and random.Random(f"{self.name} {pair}").random() < self._again:
            return other if label == truth else truth
        return label


HABITS = (
    Habit("ada", dict.fromkeys(KEYS, ("unrelated", 0.04)) | {"unrelated": ("copy", 0.04)}, 0.0),
    Habit(  # takes the direction for a toss
        "ben",
        {"copy": ("original", 0.2), "original": ("copy", 0.3), "unrelated": ("copy", 0.05)},
        0.2,
    ),
    Habit(  # sees a copy everywhere
        "cleo",
        {"copy": ("unrelated", 0.02), "original": ("copy", 0.25), "unrelated": ("copy", 0.3)},
        0.1,
    ),
)


def write_list(folder: Path, pairs: int, seed: int) -> dict[str, str]:
    """Write ``pairs.csv`` with texts in it; return what is true of each pair."""
    chance = random.Random(seed)
    truths = {}
    with (folder / "pairs.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("id", "reference_text", "candidate_text", "known"))
        for number in range(pairs):
            truth = chance.choice(TRUTHS)
            first, second = chance.sample(ARTICLES, 2)
            place = {"town": chance.choice(TOWNS), "n": str(chance.randrange(3, 90))}
            source = first.format(**place)
            spun = source
            for word, other in chance.sample(SWAPS, 8):
                spun = spun.replace(word, other)
            texts = {
                "copy": (source, f"{spun}\nSource link\n"),
                "original": (f"{spun}\nSource link\n", source),
                "unrelated": (source, second.format(**place)),
            }
            name = f"pair-{number:03}"
            truths[name] = truth
            writer.writerow((name, *texts[truth], truth if number % KNOWN == 0 else ""))
    return truths


def command(*arguments: object) -> None:
    """Call ``copydesk-labels``, which has to find nothing wrong."""
    assert labels_command([*map(str, arguments)]) == 0, arguments


def label_all(seat: Seat, pairs: int, says: Callable[[str], str]) -> dict[str, str]:
    """Label so many *pairs* of a window by keys; return what was said of each."""
    said: dict[str, str] = {}
    for _ in range(pairs):
        pair = seat.pair()
        assert pair not in said, "led to a pair that is labelled"
        said[pair] = says(pair)
        number = int(pair.removesuffix(REPEATED).rpartition("-")[2])
        if number % 20 == 0:
            seat.flag()
        if number % 50 == 0:
            seat.note("hard to tell")
        seat.label(KEYS[said[pair]])
    return said


# --- figures in plain Python ------------------------------------------------------------------


def first_readings(said: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Return the labels of each pair by annotator, without those of pairs that came again."""
    found: dict[str, dict[str, str]] = {}
    for name, own in said.items():
        for pair, label in own.items():
            if not pair.endswith(REPEATED):
                found.setdefault(pair, {})[name] = label
    return found


def raw(couples: Sequence[tuple[str, str]]) -> float:
    """Return the share of couples of labels that are the same."""
    return sum(one == other for one, other in couples) / len(couples)


def kappa(couples: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa."""
    firsts, seconds = Counter(a for a, _ in couples), Counter(b for _, b in couples)
    by_chance = sum(firsts[label] * seconds[label] for label in KEYS) / len(couples) ** 2
    return (raw(couples) - by_chance) / (1 - by_chance)


def alpha(units: Sequence[Sequence[str]]) -> float:
    """Return Krippendorff's alpha for labels: one less observed by expected disagreement."""
    values: Counter[str] = Counter()
    observed = 0.0
    for unit in units:
        values.update(unit)
        differ = sum(one != other for one, other in combinations(unit, 2))
        observed += 2 * differ / (len(unit) - 1)
    total = values.total()
    expected = sum(values[a] * values[b] for a in values for b in values if a != b) / (total - 1)
    return 1 - observed / expected


def close(found: Mapping[str, float] | None, counted: float) -> bool:
    """Tell whether a figure of ``agree`` is what was counted here, to four digits."""
    return found is not None and abs(found["value"] - counted) < 0.0001


def check_agreement(
    data: Any, said: Mapping[str, Mapping[str, str]], truths: Mapping[str, str]
) -> Iterator[str]:
    """Hold what ``agree`` says against what was pressed; yield lines of figures."""
    readings = first_readings(said)
    several = [list(own.values()) for own in readings.values() if len(own) > 1]
    assert data["agreement"]["pairs"] == len(several)
    assert close(data["agreement"]["alpha"], alpha(several))
    couple_count = [(a, b) for own in several for a, b in combinations(own, 2)]
    assert close(data["agreement"]["raw"], raw(couple_count))
    figures = f"alpha {alpha(several):.4f}, raw {raw(couple_count):.4f}"
    yield f"{len(several)} pairs read by several; {figures}"
    for own in data["of_two"]:
        one, two = own["annotators"]
        couples = [(r[one], r[two]) for r in readings.values() if one in r and two in r]
        assert close(own["raw"], raw(couples))
        assert close(own["kappa"], kappa(couples))
        table = Counter(couples)
        labels = data["labels"]
        assert own["confusion"] == [[table[a, b] for b in labels] for a in labels]
        figures = f"raw {raw(couples):.4f}, kappa {kappa(couples):.4f}"
        yield f"{one}, {two}: {len(couples)} pairs, {figures}"
    for own in data["annotators"]:
        name = own["annotator"]
        mine = said[name]
        again = [(mine[p.removesuffix(REPEATED)], mine[p]) for p in mine if p.endswith(REPEATED)]
        assert own["repeats"]["pairs"] == len(again)
        assert close(own["repeats"]["raw"], raw(again))
        known = [(truths[p], mine[p]) for p in mine if p in truths and int(p[-3:]) % KNOWN == 0]
        assert own["gold"]["pairs"] == len(known)
        assert close(own["gold"]["raw"], raw(known))
        right = raw([(truths[p], mine[p]) for p in mine if p in truths])
        assert abs(own["accuracy"] - right) < 0.1, "the model is far from the truth"
        yield (
            f"{name}: {len(mine)} labels, right {right:.3f}, by the model {own['accuracy']:.3f}, "
            f"known {raw(known):.3f} of {len(known)}, again {raw(again):.3f} of {len(again)}"
        )
    disputed = {pair for pair, own in readings.items() if len(set(own.values())) > 1}
    assert {own["pair_id"] for own in data["disputed"]} == disputed


# --- the study --------------------------------------------------------------------------------


def study(seats: Seats, folder: Path, pairs: int, seed: int = 7) -> Iterator[str]:
    """Do all of it in *folder*; yield lines of figures."""
    truths = write_list(folder, pairs, seed)
    names = [habit.name for habit in HABITS]
    lists = folder / "study"
    sharing = ("--overlap", "40%", "--copies", "3", "--repeat", "5%", "--gold", "known")
    command(
        *("assign", folder / "pairs.csv", "--annotators", ",".join(names)),
        *(*sharing, "--seed", str(seed), "-o", lists),
    )
    said: dict[str, dict[str, str]] = {}
    begun = time.monotonic()
    for habit in HABITS:
        said[habit.name] = _by_keys(seats, lists, habit, truths)
    files = [lists / f"{name}-labels.csv" for name in names]
    labels = sum(map(len, said.values()))
    yield f"{labels} labels by keys in {time.monotonic() - begun:.0f} s"
    command(
        *("agree", *files, "--assignment", lists / "assignment.json", "--format", "json"),
        *("-o", folder / "agree.json"),
    )
    data = json.loads((folder / "agree.json").read_text(encoding="utf-8"))
    yield from check_agreement(data, said, truths)
    disputed = [own["pair_id"] for own in data["disputed"]]
    decided = _decide(seats, folder / "pairs.csv", files, truths, disputed)
    yield f"{len(decided)} disagreements decided by keys, the hardest first"
    gold = folder / "gold.csv"
    command("gold", *files, "--adjudicated", folder / "adjudicated.csv", "-o", gold)
    yield from _check_gold(read_gold(gold), said, truths, decided)


def _by_keys(seats: Seats, lists: Path, habit: Habit, truths: Mapping[str, str]) -> dict[str, str]:
    """Let an annotator label his list, blind; return what he said, which is in his file."""
    path = lists / f"{habit.name}-labels.csv"
    own = lists / f"{habit.name}.csv"
    with seats.blind(own, path, habit.name) as seat:
        said = label_all(
            seat, len(read_labels(own)), lambda p: habit.says(p, truths[p.removesuffix(REPEATED)])
        )
    order = list(said)
    for pair in order:
        if pair.endswith(REPEATED):
            apart = order.index(pair) - order.index(pair.removesuffix(REPEATED))
            assert apart > 30, f"{pair} came again after {apart} pairs"
    rows = read_labels(path)
    assert {row["pair_id"]: row["label"] for row in rows} == said
    assert len(rows) == len(said)
    assert {row["annotator"] for row in rows} == {habit.name}
    assert {row["blind"] for row in rows} == {"names"}
    assert {row["shown_swapped"] for row in rows} == {"0", "1"}, "sides are not drawn"
    return said


def _decide(
    seats: Seats,
    pairs: Path,
    files: Sequence[Path],
    truths: Mapping[str, str],
    disputed: Sequence[str],
) -> dict[str, str]:
    """Let somebody with the last word decide each disagreement; return what was decided."""
    with seats.deciding(pairs, files, JUDGE) as seat:
        decided = label_all(seat, len(disputed), truths.__getitem__)
    assert list(decided) == list(disputed), "not the hardest first"
    rows = read_labels(pairs.parent / "adjudicated.csv")
    assert {row["pair_id"]: row["label"] for row in rows} == decided
    assert {row["role"] for row in rows} == {"adjudicator"}
    return decided


def read_gold(path: Path) -> list[dict[str, str]]:
    """Read a file of ``gold`` with pandas, or without it where it is not installed."""
    try:
        pandas: Any = import_module("pandas")
    except ImportError:
        return read_labels(path)
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
    return [dict(zip(frame.columns, values, strict=True)) for values in frame.values.tolist()]


def _check_gold(
    rows: Sequence[Mapping[str, str]],
    said: Mapping[str, Mapping[str, str]],
    truths: Mapping[str, str],
    decided: Mapping[str, str],
) -> Iterator[str]:
    by_pair = {row["pair_id"]: row for row in rows if row["pair_id"] in truths}
    assert by_pair.keys() == truths.keys()
    readings = first_readings(said)
    for pair, row in by_pair.items():
        own = readings[pair]
        if pair in decided:
            assert (row["how"], row["label"]) == ("adjudicated", truths[pair])
        elif len(own) > 1:
            assert (row["how"], {row["label"]}) == ("unanimous", set(own.values()))
        else:
            assert row["how"] in ("single", "model")
        assert json.loads(row["said"]) == own
    hows = Counter(row["how"] for row in by_pair.values())
    yield "gold: " + ", ".join(f"{count} {how}" for how, count in hows.most_common())
    for what, chosen in (
        ("all", list(truths)),
        ("read by several", [pair for pair, own in readings.items() if len(own) > 1]),
    ):
        right = raw([(truths[pair], by_pair[pair]["label"]) for pair in chosen])
        yield f"gold is right about {right:.3f} of {len(chosen)} pairs ({what})"


def main(given: Sequence[str]) -> int:
    """Do the study in a folder of its own, and print its figures; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.window.scripted_study")
    parser.add_argument("pairs", nargs="?", type=int, default=300, help="(default: %(default)s)")
    parser.add_argument("seed", nargs="?", type=int, default=7, help="(default: %(default)s)")
    parser.add_argument("--xvfb", action="store_true", help="in real windows, by a real keyboard")
    parser.add_argument(
        "--pictures", metavar="FOLDER", type=Path, help="of the screen, with --xvfb"
    )
    arguments = parser.parse_args(given)
    with tempfile.TemporaryDirectory(prefix="copydesk-study-") as name:
        folder = Path(name)
        for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[variable] = name
        make = partial(RealSeats, pictures=arguments.pictures) if arguments.xvfb else DriverSeats
        with make(folder) as seats:
            for line in study(seats, folder, arguments.pairs, arguments.seed):
                print(line, flush=True)
    return HELD


if __name__ == "__main__":
    run("scripted_study", main)
