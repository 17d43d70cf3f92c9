"""``copydesk-labels assign``, ``agree`` and ``gold``, about the labels of several people."""

from __future__ import annotations

import argparse
import json
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..agreement import ASSIGNMENT
from ..documents import plural, shown_name
from ..extra_libraries import is_installed
from ..messages import Message
from ..messages.about_agreement import AboutAgreement
from ..messages.about_pairs import AboutPairs
from .agreement_arguments import PROBLEMS
from .arguments import BadInput
from .label_arguments import csv_line, label_set, made_folder, pair_list, refuse_to_overwrite
from .output import Output, say

if TYPE_CHECKING:
    from ..agreement.assignment import Assigned, Wishes
    from ..agreement.ratings import Ratings
    from ..labels import LabelSet
    from ..labels.label_reading import LabelsRead
    from ..labels.label_values import LabelRow, Pair, PairList

Read = Callable[[Path], "LabelsRead"]
_UNSAFE = re.compile(r"[^\w.-]+")


class StudyInput(NamedTuple):
    """The content of label files: ratings, and the latest row of an adjudicator by pair.

    ``pairs`` is the pair list, if one is named; ``complete`` says whether everything was read,
    ``speaking`` how many files have labels.
    """

    ratings: Ratings
    pairs: PairList | None
    complete: bool
    decided: dict[str, LabelRow]
    speaking: int


def assign(arguments: argparse.Namespace) -> int:
    """Make the lists of an assignment; return the exit status."""
    from ..agreement.assignment import TooShortError, Wishes
    from ..agreement.assignment import assign as share_out
    from ..labels import read_pairs

    found = read_pairs(arguments.file, columns=arguments.columns)
    names: list[str] = arguments.annotators
    copies = _copies(arguments, len(names))
    pairs = list(found.pairs)
    for option, column in (("--balance", arguments.balance), ("--gold", arguments.gold)):
        _check_column(option, column, pairs)
    wishes = Wishes(
        names,
        arguments.overlap,
        copies,
        arguments.repeat,
        arguments.balance,
        arguments.gold,
        arguments.seed,
    )
    usable = [pair for pair in pairs if pair.problem is None]
    known = _gold_in(usable, arguments.gold, found.folder)
    try:
        assigned = share_out(usable, wishes)
    except TooShortError as error:
        raise BadInput(
            "--repeat: a pair comes again at least 30 pairs later, and the longest list has only "
            f"{plural(error.longest, 'pair')}; leave --repeat out."
        ) from None
    assigned = assigned._replace(gold=known)  # in the letters of the label set
    files = {name: f"{_file_name(name)}.csv" for name in names}
    if len({file.casefold() for file in files.values()}) < len(files):  # as on most desktops
        raise BadInput("--annotators: two names would give one file; make them differ in letters.")
    _write(made_folder(arguments.output), assigned, wishes, found, files)
    lines = _lines_about(assigned, files, copies)
    if left := len(pairs) - len(usable):
        lines.append(f"{plural(left, 'pair')} of the list cannot be read and went to nobody.")
    with Output(None) as output:
        output.write("".join(f"{line}\n" for line in lines))
    return 0


def _gold_in(pairs: Sequence[Pair], column: str | None, folder: Path) -> dict[str, str]:
    """Return the known labels in *column* of *pairs*, by pair; raises BadInput for others."""
    from ..labels import labels_beside

    if column is None:
        return {}
    known, wrong = _as_labels(_known_in_list(pairs, column), [labels_beside(folder)], "--gold")
    if wrong:
        raise BadInput(f"{wrong}; put that right, or leave the cell empty where no label is known.")
    return known


def _lines_about(assigned: Assigned, files: Mapping[str, str], copies: int) -> list[str]:
    """Return what to print of an assignment."""
    lines = [f"{files[name]}: {plural(len(own), 'pair')}" for name, own in assigned.lists.items()]
    again = sum(map(len, assigned.repeats.values()))
    kinds = (
        (len(assigned.overlap), f"in {copies} lists"),
        (len(assigned.gold), "with a known label" + (" in every list" if len(files) > 1 else "")),
        (again, "that comes again" if again == 1 else "that come again"),
    )
    if said := [(count, words) for count, words in kinds if count]:
        (first, words), *others = said
        told = [f"{plural(first, 'pair')} {words}", *(f"{n:,} {words}" for n, words in others)]
        lines.append(f"{', '.join(told)}; {ASSIGNMENT} says which.")
    else:
        lines.append(f"{ASSIGNMENT} says what they were drawn from.")
    return lines


def _copies(arguments: argparse.Namespace, annotators: int) -> int:
    """Return how many annotators read a shared pair; raises BadInput if there are too few."""
    copies: int = 2 if arguments.copies is None else arguments.copies
    if annotators == 1:
        if arguments.overlap or arguments.copies not in (None, 1):
            option = "--overlap" if arguments.overlap else "--copies"
            raise BadInput(
                f"{option}: there is one annotator, and no pair is read by several; leave it out, "
                "or name more with --annotators."
            )
        return 1
    if not 1 <= copies <= annotators:
        raise BadInput(
            f"--copies: between 1 and {annotators} annotators can read a pair; {copies} cannot."
        )
    return copies


def _known_in_list(pairs: Iterable[Pair], column: str) -> dict[str, str]:
    """Return the known labels in a *column* of *pairs*, by pair."""
    said = ((pair.id, dict(pair.details).get(column, "").strip()) for pair in pairs)
    return {pair: value for pair, value in said if value}


def _as_labels(
    known: Mapping[str, str], sets: Sequence[LabelSet], option: str
) -> tuple[dict[str, str], str]:
    """Return the *known* labels as one of *sets* spells them, and what is wrong with them.

    *option* is where they come from. Nothing is wrong if all of them are labels.
    """
    found = {
        pair: next(str(own.name_of(value)) for own in sets if value in own)
        for pair, value in known.items()
        if any(value in own for own in sets)
    }
    strange = next((pair for pair in known if pair not in found), None)
    if strange is None:
        return found, ""
    count = len(known) - len(found)
    are = "1 known label is" if count == 1 else f"{count:,} known labels are"
    names = ", ".join(dict.fromkeys(shown_name(name) for own in sets for name in own.names))
    value = shown_name(known[strange])
    return found, (
        f"{option}: {are} none of {names}, for instance “{value}” of {shown_name(strange)}"
    )


def _check_column(option: str, column: str | None, pairs: Sequence[Pair]) -> None:
    there = dict.fromkeys(name for pair in pairs[:1] for name, _ in pair.details)
    if column is not None and column not in there:
        names = ", ".join(map(shown_name, there)) or "none beside those of the documents"
        raise BadInput(
            f"{option}: the list has no column {shown_name(column)}; its columns are: {names}."
        )


def _write(
    folder: Path, assigned: Assigned, wishes: Wishes, found: PairList, files: dict[str, str]
) -> None:
    """Write the lists and the file that explains them; raises BadInput if a file exists."""
    from ..agreement.gathering import VERSION

    for name in (*files.values(), ASSIGNMENT):
        if (folder / name).exists():
            raise BadInput(
                f"{shown_name(folder / name)} is there already; choose another folder, so that no "
                "list changes under somebody who reads it."
            )
    for name, pairs in assigned.lists.items():
        with Output(str(folder / files[name])) as output:
            for row in _rows(pairs, found.folder, folder, wishes.gold):
                output.write(csv_line(row))
    explained = {
        "copydesk-assignment": VERSION,
        "pairs": found.name,
        **{key: value for key, value in wishes._asdict().items() if key != "annotators"},
        "annotators": [
            {"annotator": name, "list": files[name], "pairs": len(own)}
            for name, own in assigned.lists.items()
        ],
        "several": assigned.overlap,
        "known": assigned.gold,
        "again": assigned.repeats,
    }
    with Output(str(folder / ASSIGNMENT)) as output:
        output.write(json.dumps(explained, ensure_ascii=False, indent=1) + "\n")


def _rows(
    pairs: Sequence[Pair], source: Path, folder: Path, hidden: str | None
) -> Iterable[list[str]]:
    """Yield the rows of a list, header first, with paths relative to *folder*."""
    details = [name for name, _ in pairs[0].details if name != hidden] if pairs else []
    are_texts = any(pair.reference_text is not None for pair in pairs)
    yield ["id", *_TEXTS, *details] if are_texts else ["id", *_PATHS, *details]
    for pair in pairs:
        values = dict(pair.details)
        documents = (
            [pair.reference_text or "", pair.candidate_text or ""]
            if are_texts
            else [_moved(name, source, folder) for name in (pair.reference, pair.candidate)]
        )
        yield [pair.id, *documents, *(values.get(name, "") for name in details)]


_PATHS = ("reference", "candidate")
_TEXTS = ("reference_text", "candidate_text")


def _moved(name: str, source: Path, folder: Path) -> str:
    """Return *name*, which is relative to *source*, as a path relative to *folder*."""
    from ..documents.web.web_addresses import is_address
    from ..labels.pairs.article_addresses import split_address

    if is_address(name) or os.path.isabs(name):  # noqa: PTH117 - as the list has it
        return name
    article = split_address(os.path.join(source, name))  # noqa: PTH118
    if article is not None:
        file = name[: -len(article.id) - 1]
        return f"{_moved(file, source, folder)}#{article.id}"
    start = os.path.realpath(folder)
    try:
        moved = os.path.relpath(os.path.join(os.path.realpath(source), name), start)  # noqa: PTH118
    except ValueError:  # on another drive
        return os.path.join(os.path.realpath(source), name)  # noqa: PTH118
    return moved.replace(os.sep, "/")


def agree(arguments: argparse.Namespace, read: Read) -> int:
    """Print how far annotators agree; return the exit status."""
    _check_library()
    from ..agreement.agreement_page import to_page
    from ..agreement.agreement_report import to_json, to_lines
    from ..agreement.gathering import nothing_to_compare
    from ..agreement.study import study_of
    from ..reports import on_one_line

    found = _ratings(arguments, read)
    ratings, pairs, decided = found.ratings, found.pairs, found.decided
    if decided:
        are = "is" if len(decided) == 1 else "are"
        say(
            "copydesk-labels",
            f"{plural(len(decided), 'label')} by adjudicators {are} "
            "not counted: whoever has the last word is not one annotator among others.",
        )
    gold = _known_labels(arguments, pairs)
    why = nothing_to_compare(ratings)
    if why is not None:
        several = len(ratings) and found.speaking > 1 and not arguments.by_file
        hint = " If each file is by somebody else, use --by-file." if several else ""
        raise BadInput(f"{why}{hint}")
    study = study_of(ratings, gold)
    if not study.agreements.over_all.pairs:
        say("copydesk-labels", str(Message(AboutAgreement.NOTHING_SHARED)))
    with Output(arguments.output) as output:
        if arguments.format == "json":
            output.write(to_json(study))
        elif arguments.format == "html":
            output.write(to_page(study, _title(arguments)))
        else:
            output.write("".join(f"{on_one_line(line)}\n" for line in to_lines(study)))
    return 0 if found.complete else PROBLEMS


def _title(arguments: argparse.Namespace) -> str:
    names = [shown_name(Path(file).name) for file in arguments.files]
    return f"Agreement: {', '.join(names[:3])}{' …' if len(names) > 3 else ''}"


def gold(arguments: argparse.Namespace, read: Read) -> int:
    """Write one label for each pair; return the exit status."""
    _check_library()
    from ..agreement.consensus import COLUMNS, consensus

    found = _ratings(arguments, read)
    ratings, complete, decided = found.ratings, found.complete, found.decided
    if arguments.adjudicated is not None:
        last = read(Path(arguments.adjudicated))
        complete &= last.complete
        for problem in last.problems:
            say("copydesk-labels", str(problem))
        rows = sorted(last.rows.values(), key=lambda row: row.updated_at)  # of two the later one
        said = {row.pair_id: row for row in rows if row.label is not None}
        if not arguments.without and not said.keys() & {*ratings.pairs}:
            name = shown_name(Path(arguments.adjudicated))
            say("copydesk-labels", f"{name} decides none of the pairs that annotators labelled.")
        decided |= said
    if not len(ratings) and not decided:
        raise BadInput("There are no labels in the files.")
    with Output(arguments.output) as output:
        output.write(csv_line(COLUMNS))
        for own in consensus(ratings, decided):
            output.write(csv_line(own.texts()))
    return 0 if complete else PROBLEMS


def _ratings(arguments: argparse.Namespace, read: Read) -> StudyInput:
    """Read all files, and the pair list if one is named."""
    from ..agreement.gathering import gather, named_twice, names_of, without_labels

    paths = list(map(Path, arguments.files))
    refuse_to_overwrite(arguments, paths)
    _refuse_labels(arguments.output, read)
    for path in paths:
        if not os.path.exists(path):  # noqa: PTH110 - also of a name that is too long
            raise BadInput(f"{shown_name(path)} is not there; check the path.")
    if (repeated := named_twice(paths)) is not None:
        raise BadInput(str(repeated))
    files = [read(path) for path in paths]
    silent = without_labels(dict(zip(paths, files, strict=True)))
    for problem in (*(own for file in files for own in file.problems), *silent):
        say("copydesk-labels", str(problem))
    pairs = pair_list(arguments)
    found = gather(
        files,
        names=names_of(paths) if arguments.by_file else None,
        pairs=[pair.id for pair in pairs.pairs] if pairs is not None else (),
        without=arguments.without,
        join_names=arguments.join_names,
    )
    there = {row.label for file in files for row in file.rows.values()}
    for label in dict.fromkeys(arguments.without):
        if label not in there:
            say("copydesk-labels", f"--without: no row has the label {shown_name(label)}.")
    for twice in found.twice:
        say("copydesk-labels", f"{twice} If these are several people, use --by-file.")
    for alike in found.alike:
        say("copydesk-labels", str(alike))
    if found.foreign is not None:
        say("copydesk-labels", str(found.foreign))
    _say_unknown(arguments, found.ratings.labels)
    complete = all(file.complete for file in files)
    speaking = len(files) - len(silent)
    return StudyInput(found.ratings, pairs, complete, dict(found.decided), speaking)


def _say_unknown(arguments: argparse.Namespace, labels: Iterable[str]) -> None:
    """Warn about *labels* that the lists do not name, though they count like any other."""
    sets = _sets(arguments)
    unknown = [label for label in labels if not any(label in own for own in sets)]
    if unknown:
        names = ", ".join(f"“{shown_name(label)}”" for label in unknown)
        count = "counts as a label" if len(unknown) == 1 else "count as labels"
        say("copydesk-labels", f"{names} {count}; --without LABEL leaves such rows out.")


def _sets(arguments: argparse.Namespace) -> list[LabelSet]:
    """Return the label sets named beside the files."""
    folders = dict.fromkeys(Path(file).parent for file in arguments.files)
    return list(dict.fromkeys(label_set(arguments, folder) for folder in folders))


def _refuse_labels(output: str | None, read: Read) -> None:
    """Raise BadInput if *output* has labels of somebody whose file was not named."""
    from ..labels.label_values import LabelFileError

    if output is None or not Path(output).is_file():
        return
    try:
        there = read(Path(output)).rows
    except LabelFileError:
        return
    if there:
        name = shown_name(Path(output))
        raise BadInput(
            f"--output would overwrite {name}, which is a label file; choose another file."
        )


def _known_labels(arguments: argparse.Namespace, pairs: PairList | None) -> dict[str, str]:
    """Return the known labels, by pair, from the list and an assignment."""
    found: dict[str, str] = {}
    if arguments.gold is not None:
        if pairs is None:
            raise BadInput("--gold names a column of the pair list; name the list with --pairs.")
        _check_column("--gold", arguments.gold, list(pairs.pairs[:1]))
        found = _only_labels(arguments, _known_in_list(pairs.pairs, arguments.gold), "--gold")
    if arguments.assignment is not None:
        from ..agreement.gathering import AgreementError, known_labels

        try:
            known = known_labels(Path(arguments.assignment))
        except AgreementError as error:
            raise BadInput(str(error)) from None
        found |= _only_labels(arguments, known, "--assignment")
    return found


def _only_labels(
    arguments: argparse.Namespace, known: Mapping[str, str], option: str
) -> dict[str, str]:
    """Return which of *known* are labels of the files, with a warning if some are not."""
    found, wrong = _as_labels(known, _sets(arguments), option)
    if wrong:
        say("copydesk-labels", f"{wrong}; that is not counted.")
    return found


def _check_library() -> None:
    if not is_installed("numpy"):
        raise BadInput(str(Message(AboutPairs.NEEDS_NUMPY)))


def _file_name(name: str) -> str:
    return _UNSAFE.sub("-", name).strip("-.") or "annotator"
