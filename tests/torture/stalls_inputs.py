"""The inputs of ``stalls``, and what is done with each in the window."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gui.labels import DecisionContext, LabelStore, read_pairs
from gui.review.pair_list.pair_fields import SORTS
from gui.review.pair_list.pair_state import FILTERS

if TYPE_CHECKING:
    from gui.widgets.window.main_window import MainWindow

WORDS = (
    "harbour council ferry Monday morning the a of and to road bridge market letter school "
    "gardener quietly opened closed after before seven boats along river stones"
).split()

Done = Callable[[], bool]


class Action(NamedTuple):
    """One thing that a reviewer does; ``do`` may return what tells whether it has come about."""

    name: str
    do: Callable[[MainWindow], Done | None]


class Input(NamedTuple):
    """``make`` writes the files into a folder and returns the arguments of the command."""

    make: Callable[[Path], Sequence[object]]
    actions: Callable[[Path], Iterable[Action]]


# What a reviewer does


def wait() -> Action:
    """Until the pair is compared and everything about it is shown."""

    def do(window: MainWindow) -> Done:
        return lambda: (
            window.session.pair.comparison is not None or bool(window.session.pair.problem)
        )

    return Action("compare and show", do)


def trigger(what: str, name: str) -> Action:
    """Do the action *name* of the window, as its key does."""

    def do(window: MainWindow) -> Done:
        window.actions_by_name[name].trigger()
        return lambda: (
            window.session.pair.comparison is not None or bool(window.session.pair.problem)
        )

    return Action(what, do)


def label() -> Action:
    """Label the pair and go on."""
    return trigger("label", "label-copy")


def step() -> Action:
    """Go to the next pair."""
    return trigger("next pair", "next-pair")


def pairs_panel(what: str, do: Callable[[MainWindow], None]) -> Action:
    def done(window: MainWindow) -> Done:
        do(window)
        return lambda: not getattr(window.views.pairs_model, "busy", False)

    return Action(what, done)


def choose(names: Sequence[str], number: int, window: MainWindow) -> None:
    """Choose a filter or an order of the list by its number in *names*."""
    from PySide6.QtWidgets import QComboBox

    for box in window.views.late_pairs.part.findChildren(QComboBox):
        if box.itemData(0) == names[0]:
            box.setCurrentIndex(number)
            box.activated.emit(number)


def search(text: str, window: MainWindow) -> None:
    """Search the list for *text*."""
    from gui.widgets.controls.controls import SearchField

    field = window.views.late_pairs.part.findChild(SearchField)
    assert field is not None
    field.setText(text)


def shuffle(window: MainWindow) -> None:
    """Show the pairs in an order that is nobody's."""
    window.views.pairs_model.set_sort("shuffled", 7)


def look_for(text: str) -> Action:
    """Find *text* in both documents."""

    def do(window: MainWindow) -> None:
        find = window.views.late_find.make()
        find.show()
        find.activate(text)

    return Action(f"find “{text}”", do)


def resize(width: int) -> Action:
    return Action(f"width {width}", lambda window: window.resize(width, 800))


# What is on the disk


def article(folder: Path, name: str = "a.txt") -> str:
    """Write a short article and return its name."""
    (folder / name).write_text("The ferry came back on Monday.", encoding="utf-8")
    return name


def prose(characters: int, seed: int, paragraph: int = 80) -> str:
    """Text of about so many characters, in paragraphs of so many words."""
    chance = random.Random(seed)
    written, found = 0, []
    while written < characters:
        line = " ".join(chance.choices(WORDS, k=paragraph)).capitalize() + "."
        found.append(line)
        written += len(line) + 2
    return "\n\n".join(found)


def plain_list(folder: Path, rows: int) -> list[object]:
    """A list of *rows* pairs of short articles."""
    name = article(folder)
    listed = folder / "pairs.csv"
    with listed.open("w", encoding="utf-8") as stream:
        stream.write("id,reference,candidate\n")
        stream.writelines(f"pair-{number},{name},{name}\n" for number in range(rows))
    return [listed, "--annotator", "ada"]


def labelled_list(
    folder: Path, rows: int, labelled: int, others: Sequence[str] = ()
) -> list[object]:
    """A list of *rows* pairs; the first of them are labelled, by *others* too."""
    arguments = plain_list(folder, rows)
    labels = folder / "labels.csv"
    store = LabelStore(labels, journal_folder=folder / "none", annotator="ada")
    store.open()
    context = DecisionContext("f" * 64, "e" * 64, False, 0.5123, 0.75, 3.2)
    store.label(read_pairs(folder / "pairs.csv").pairs[0], "copy", context)
    store.project()
    store.close()
    head, first = labels.read_text(encoding="utf-8").splitlines()
    with labels.open("w", encoding="utf-8") as stream:
        stream.write(head + "\n")
        for who in ("ada", *others):
            one = first.replace(",ada,", f",{who},")
            stream.writelines(
                one.replace("pair-0", f"pair-{number}") + "\n" for number in range(labelled)
            )
    return arguments


def edit_outside(folder: Path) -> Action:
    """Another program changes every row of the label file."""
    labels, new = folder / "labels.csv", folder / "new.csv"

    def do(window: MainWindow) -> Done:
        model = window.views.pairs_model
        new.replace(labels)
        return lambda: model.state(49_800).label == "unrelated"

    text = labels.read_text(encoding="utf-8").replace(",copy,", ",unrelated,")
    new.write_text(text, encoding="utf-8")
    return Action("49,900 rows edited outside", do)


def outside_actions(folder: Path) -> Iterable[Action]:
    yield wait()
    yield label()
    yield step()
    yield edit_outside(folder)
    yield label()
    yield trigger("undo", "undo")


def guidelines(size: int, folder: Path) -> list[object]:
    """Guidelines of one line, beside a list."""
    (folder / "guidelines.txt").write_text("rule " * (size // 5), encoding="utf-8")
    return plain_list(folder, 3)


def guidelines_actions(folder: Path) -> Iterable[Action]:
    yield wait()
    yield trigger("hide guidelines", "show-guidelines")
    yield trigger("show guidelines", "show-guidelines")
    yield resize(1100)
    yield step()


def paste_note(size: int, text: str) -> Action:
    def do(window: MainWindow) -> None:
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.clipboard().setText(text)
        edit = window.views.note.focusProxy()
        edit.paste()  # type: ignore[union-attr]

    return Action(f"paste a note of {size:,}", do)


def note_actions(_folder: Path) -> Iterable[Action]:
    yield wait()
    yield trigger("open the note", "note")
    yield paste_note(5_000_000, "word " * 1_000_000)
    yield Action("leave the note", lambda window: window.views.note.left.emit())
    yield step()
    yield trigger("previous pair", "previous-pair")
    yield trigger("open the note", "note")
    yield paste_note(5_000_000, "line\n" * 1_000_000)
    yield paste_note(9_000, "word " * 1_800)
    yield paste_note(9_000, "word\n" * 1_800)
    yield Action("leave the note", lambda window: window.views.note.left.emit())
    yield step()
    yield trigger("previous pair", "previous-pair")


def noted(folder: Path) -> list[object]:
    """A label file in which another program left notes of 5 MB."""
    arguments = labelled_list(folder, 100, 3)
    labels = folder / "labels.csv"
    head, *rows = labels.read_text(encoding="utf-8").splitlines()
    place = head.split(",").index("note")
    with labels.open("w", encoding="utf-8") as stream:
        stream.write(head + "\n")
        for row in rows:
            fields = row.split(",")
            fields[place] = "word " * 1_000_000
            stream.write(",".join(fields) + "\n")
    return arguments


def noted_actions(_folder: Path) -> Iterable[Action]:
    yield wait()
    for _ in range(2):
        yield trigger("previous pair", "previous-pair")
    yield trigger("open the note", "note")
    yield Action("leave the note", lambda window: window.views.note.left.emit())
    yield label()


def columns(count: int, folder: Path) -> list[object]:
    """A list with so many further columns."""
    name = article(folder)
    names = ",".join(f"column{number}" for number in range(count))
    values = ",".join(f"value {number}" for number in range(count))
    rows = "".join(f"pair-{number},{name},{name},{values}\n" for number in range(20))
    listed = folder / "pairs.csv"
    listed.write_text(f"id,reference,candidate,{names}\n{rows}", encoding="utf-8")
    return [listed, "--annotator", "ada"]


def wide_value(folder: Path) -> list[object]:
    """A list with one column whose values have 5 MB, and ids of a thousand characters."""
    name = article(folder)
    value = "word " * 1_000_000
    rows = "".join(f"{'pair' * 250}-{number},{name},{name},{value}\n" for number in range(4))
    listed = folder / "pairs.csv"
    listed.write_text(f"id,reference,candidate,remark\n{rows}", encoding="utf-8")
    return [listed, "--annotator", "ada"]


def wide_id(folder: Path) -> list[object]:
    """A list with ids and paths of a megabyte; the paths lead nowhere."""
    name = article(folder)
    long = "x" * 1_000_000
    rows = "".join(
        f"{long}{number},{path},{name}\n" for number, path in enumerate((name, long) * 3)
    )
    listed = folder / "pairs.csv"
    listed.write_text(f"id,reference,candidate\n{rows}", encoding="utf-8")
    return [listed, "--annotator", "ada"]


def duplicates(folder: Path, rows: int = 300_000) -> list[object]:
    """A list in which all rows have one id."""
    name = article(folder)
    listed = folder / "pairs.csv"
    listed.write_text("id,reference,candidate\n" + f"same,{name},{name}\n" * rows, encoding="utf-8")
    return [listed, "--annotator", "ada"]


def list_actions(_folder: Path) -> Iterable[Action]:
    yield wait()
    yield label()
    yield step()
    yield label()
    yield trigger("next unlabelled", "next-unlabelled")
    yield trigger("undo", "undo")


def long_list_actions(folder: Path) -> Iterable[Action]:
    yield from list_actions(folder)
    yield pairs_panel("only the unlabelled", partial(choose, FILTERS, 1))
    yield label()
    yield label()
    yield step()
    yield pairs_panel("search the list", partial(search, "pair-77"))
    yield label()
    yield pairs_panel("end of the search", partial(search, ""))
    yield pairs_panel("all pairs", partial(choose, FILTERS, 0))
    yield pairs_panel("shuffle", shuffle)
    yield label()
    yield step()
    yield pairs_panel("most alike first", partial(choose, SORTS, 1))
    yield label()
    yield pairs_panel("in list order", partial(choose, SORTS, 0))
    yield label()


def open_in_window(other: Callable[[Path], Sequence[object]], what: str, folder: Path) -> Action:
    """Open another list while the window is there."""
    inner = folder / "other"
    inner.mkdir()
    path = other(inner)[0]

    def do(window: MainWindow) -> Done:
        window.opening.open_paths([str(path)])

        def done() -> bool:
            opened = window.session.opened
            here = opened is not None and opened.pairs.folder == inner
            return here and window.session.pair.comparison is not None

        return done

    return Action(f"open {what}", do)


def texts(folder: Path, reference: str, candidate: str) -> list[object]:
    """Two documents."""
    places = [folder / "reference.txt", folder / "candidate.txt"]
    for place, text in zip(places, (reference, candidate), strict=True):
        place.write_text(text, encoding="utf-8")
    return [*places, "--labels", folder / "labels.csv", "--annotator", "ada"]


def sections(folder: Path) -> list[object]:
    """Two documents with 200,000 sections."""
    chance = random.Random(5)
    lines = [f"{chance.choice(WORDS)} {number}" for number in range(200_000)]
    return texts(folder, "\n\n".join(lines), "Nothing of all this.")


def spun(folder: Path) -> list[object]:
    """A long text and its copy, in which every tenth word is another."""
    chance = random.Random(6)
    reference = prose(700_000, 3)
    candidate = " ".join(
        f"re{word}" if chance.random() < 0.1 else word for word in reference.split(" ")
    )
    return texts(folder, reference, candidate)


def text_actions(_folder: Path) -> Iterable[Action]:
    yield wait()
    for key in ("next-difference", "previous-difference", "zoom-in", "zoom-out", "swap", "fold"):
        yield trigger(key, key)
    yield trigger("unfold", "fold")
    yield trigger("hide missing", "show-missing")
    yield trigger("show missing", "show-missing")
    yield look_for("the")
    yield look_for("nowhere to be found")
    yield trigger("find next", "find-next")
    yield resize(1100)
    for column in (1, 2):
        yield Action(
            f"sort the sections by column {column}",
            partial(_sort, "sections", column),
        )
    yield Action("sort the ledger", partial(_sort, "ledger", 0))
    yield Action("filter the ledger", _filter_ledger)
    yield trigger("label", "label-copy")


def _sort(table: str, column: int, window: MainWindow) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QTableView

    evidence = window.views.evidence
    view = (evidence.ledger if table == "ledger" else evidence.sections).findChild(QTableView)
    assert view is not None
    view.sortByColumn(column, Qt.SortOrder.AscendingOrder)


def _filter_ledger(window: MainWindow) -> None:
    from gui.widgets.controls.controls import SearchField

    field = window.views.evidence.ledger.findChild(SearchField)
    assert field is not None
    field.setText("re")


def find_actions(_folder: Path) -> Iterable[Action]:
    yield wait()
    for text in ("e", "harbour council", "nowhere to be found", "closed after before seven"):
        yield look_for(text)
        yield trigger("find next", "find-next")
    yield trigger("find previous", "find-previous")


def zoom_actions(_folder: Path) -> Iterable[Action]:
    yield wait()
    for _ in range(3):
        yield trigger("zoom in", "zoom-in")
    yield trigger("zoom reset", "zoom-reset")
    yield trigger("swap", "swap")
    yield resize(1000)
    yield trigger("find", "find")


def same_text(text: str, folder: Path) -> list[object]:
    """The same text on both sides, with one word more on one."""
    return texts(folder, text, text + " more")


def wide_unicode(what: str) -> str:
    """8,000 characters that fonts find hard."""
    kinds = {
        "emoji": "😀😃🎉🚀🐙🌍",
        "family": "👨‍👩‍👧‍👦🏳️‍🌈👩🏽‍🚀",
        "marks": "a" + "\u0301\u0323\u0308" * 20,
        "cjk": "港口重新开放的消息传遍全城",
        "arabic": "افتتح الميناء القديم يوم الثلاثاء ",
    }
    pattern = kinds[what]
    return (pattern * (8_000 // len(pattern) + 1))[:8_000]


def _open_actions(
    other: Callable[[Path], Sequence[object]], what: str, folder: Path
) -> list[Action]:
    return [wait(), open_in_window(other, what, folder), label(), step()]


INPUTS: dict[str, Input] = {
    "outside": Input(lambda f: labelled_list(f, 50_000, 49_900), outside_actions),
    "guidelines-2MB": Input(partial(guidelines, 2_000_000), guidelines_actions),
    "guidelines-20MB": Input(partial(guidelines, 20_000_000), guidelines_actions),
    "note": Input(lambda f: plain_list(f, 5), note_actions),
    "noted": Input(noted, noted_actions),
    "columns-1000": Input(partial(columns, 1_000), list_actions),
    "columns-3000": Input(partial(columns, 3_000), list_actions),
    "columns-20000": Input(partial(columns, 20_000), list_actions),
    "wide-value": Input(wide_value, list_actions),
    "wide-id": Input(wide_id, list_actions),
    "duplicates": Input(duplicates, list_actions),
    "rows-50000": Input(lambda f: plain_list(f, 50_000), long_list_actions),
    "rows-1000000": Input(lambda f: plain_list(f, 1_000_000), long_list_actions),
    "labelled-200000": Input(lambda f: labelled_list(f, 200_000, 199_990), long_list_actions),
    "others": Input(
        lambda f: labelled_list(f, 50_000, 40_000, ("bob", "cleo", "dan", "eve")), list_actions
    ),
    "sections": Input(sections, text_actions),
    "spun": Input(spun, text_actions),
    "find-10MB": Input(lambda f: texts(f, prose(9_990_000, 1), prose(2_000, 2)), find_actions),
    **{
        f"zoom-{what}": Input(partial(same_text, wide_unicode(what)), zoom_actions)
        for what in ("emoji", "family", "marks", "cjk", "arabic")
    },
    "open-rows-1000000": Input(
        lambda f: plain_list(f, 3),
        partial(_open_actions, lambda f: plain_list(f, 1_000_000), "1,000,000 rows"),
    ),
    "open-duplicates": Input(
        lambda f: plain_list(f, 3), partial(_open_actions, duplicates, "300,000 duplicates")
    ),
    "open-columns": Input(
        lambda f: plain_list(f, 3),
        partial(_open_actions, partial(columns, 20_000), "20,000 columns"),
    ),
    "open-labelled": Input(
        lambda f: plain_list(f, 3),
        partial(_open_actions, lambda f: labelled_list(f, 200_000, 199_990), "200,000 labels"),
    ),
}
