"""The pair of two documents given by name, or of two pasted texts.

Pasted texts are kept in the user's data folder by their hash, so that they can be read again later.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path, PurePath

from ...documents import DocumentError, shown_name
from ...documents.web.web_addresses import address_of, is_address, is_other_address, short_address
from ...messages import Message
from ...messages.about_pairs import AboutPairs
from ...messages.about_web import is_page_missing
from ..file.csv_format import plain
from ..file.files import Files
from ..label_values import LABELS_NAME, LabelRow, Pair, PairList, PairListError
from .article_addresses import split_address
from .pair_paths import DocumentPlace, found_sources
from .pair_table import missing_document

_PASTED = "pasted"
_WORDS, _CHARACTERS = 6, 32  # of a pasted text, to know it by


def look_for_two(reference: str, candidate: str) -> tuple[str, str]:
    """Return the paths of two documents given by name, if both exist.

    Raises :class:`PairListError`, whose message names each that is missing or a folder; what may
    not be accessed is reported when it is read. A web address stands for a page, and ``FILE#ID``
    for an article in a file.
    """
    files = [path for path in (reference, candidate) if not is_address(path)]
    missing = [path for path in files if not _may_be_there(path) and not split_address(path)]
    for path in (reference, candidate):
        if is_address(path) or (path in missing and is_other_address(path)):
            try:
                address_of(path)
            except DocumentError as error:
                raise PairListError(error.message) from None
    if len(missing) == 2 and reference != candidate:
        first, second = map(shown_name, missing)
        raise PairListError(Message(AboutPairs.NEITHER_THERE, reference=first, candidate=second))
    for path in missing:
        raise PairListError(Message(AboutPairs.NOT_THERE_CHECK_PATH, name=shown_name(path)))
    for path in files:
        if os.path.isdir(path):  # noqa: PTH112 - also where it cannot be looked at
            raise PairListError(Message(AboutPairs.FOLDER_AS_DOCUMENT, name=shown_name(path)))
    return reference, candidate


def _may_be_there(path: str) -> bool:
    try:
        os.stat(path)  # noqa: PTH116
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return True


def pair_of_files(reference: str | os.PathLike[str], candidate: str | os.PathLike[str]) -> PairList:
    """Return a list of one pair, made of two files.

    Paths are relative to the current folder; a document elsewhere has its absolute path, and a web
    page its address. ``pair_of_files("old/a.txt", "/srv/b.txt")`` has the id
    ``old/a.txt|/srv/b.txt``.
    """
    folder = Path.cwd()
    first, second = (_name_in(folder, name) for name in (reference, candidate))
    pair = Pair(plain(f"{first}|{second}"), first, second)
    missing = missing_document(pair, folder)
    if missing is not None and not is_page_missing(missing):
        pair = pair._replace(problem=missing)
    name = " and ".join(_short_name(folder, each) for each in (first, second))
    return PairList(plain(name), folder, (pair,), folder / LABELS_NAME)


def _short_name(folder: Path, name: str) -> str:
    if is_address(name):
        return short_address(name)
    article = split_address(os.path.join(folder, name))  # noqa: PTH118 - it must stay as it is
    return Path(name).name if article is None else f"{article.file.name}#{article.id}"


def _name_in(folder: Path, name: str | os.PathLike[str]) -> str:
    """Return the path of a document, relative to *folder* if it is in there."""
    if isinstance(name, str) and is_address(name):
        return address_of(name).name
    if (article := split_address(name)) is not None:
        return f"{_name_in(folder, article.file)}#{article.id}"
    path = Path(name)
    whole = path.absolute()
    if ".." in whole.parts:  # which a link may lead anywhere
        whole = _straight(whole)
    for place in (whole, _straight(whole)):
        if folder in place.parents:
            return place.relative_to(folder).as_posix()
    return whole.as_posix()


def _straight(path: Path) -> Path:
    """Return *path* with the links in its folder followed, not that of the file itself."""
    try:
        return Path(os.path.realpath(path.parent)) / path.name
    except (OSError, ValueError):
        return path


def as_labelled(listed: PairList, labels: Path, rows: Collection[LabelRow]) -> PairList:
    """Return the pair of two files under the id that the label file at *labels* has for it.

    *rows* are those of the file. Older versions had ids such as ``../a.txt|b.txt``. If the file was
    moved away from its documents, names and hashes identify their row.
    """
    ids = {row.pair_id for row in rows}
    (pair,) = listed.pairs
    if pair.id in ids:
        return listed
    places = [listed.folder / name for name in (pair.reference, pair.candidate)]
    steps = _by_steps((labels.parent, listed.folder), places)
    former = (*steps, *_moved(labels, rows, found_sources(pair, listed.folder)))
    known = next((pair_id for pair_id in former if pair_id in ids), pair.id)
    return listed._replace(pairs=(pair._replace(id=known),))


def _by_steps(folders: Iterable[Path], places: Iterable[Path]) -> Iterator[str]:
    """Yield the ids that lead from each of *folders* to *places* by steps up and down."""
    for folder in folders:
        try:
            steps = (Path(os.path.relpath(place, folder)).as_posix() for place in places)
            yield plain("|".join(steps))
        except ValueError:  # another drive of Windows
            continue


def _moved(
    labels: Path, rows: Iterable[LabelRow], places: Iterable[DocumentPlace]
) -> Iterator[str]:
    """Yield the ids of rows about documents that are not where they say, but at *places* now."""
    first, second = places
    names = (Path(str(first)).name, Path(str(second)).name)
    alike = [
        row
        for row in rows
        if (row.reference_sha256 and row.candidate_sha256)
        and (Path(row.reference).name, Path(row.candidate).name) == names
        and not all(_may_be_there(str(labels.parent / n)) for n in (row.reference, row.candidate))
    ]
    if alike:
        hashes = (_sha256(first), _sha256(second))
        for row in alike:
            if (row.reference_sha256, row.candidate_sha256) == hashes:
                yield row.pair_id


def _sha256(place: DocumentPlace) -> str:
    if not isinstance(place, Path):
        from .pair_documents import sha256_at  # few documents stand in a file with others

        try:
            return sha256_at(place)
        except DocumentError:
            return ""
    digest = hashlib.sha256()
    try:
        with place.open("rb") as file:
            while piece := file.read(1 << 20):
                digest.update(piece)
    except OSError:  # reading it for the window says why
        return ""
    return digest.hexdigest()


def pair_of_texts(reference: str, candidate: str, folder: Path) -> PairList:
    """Return a list of one pair, made of two pasted texts; the same texts get the same id.

    *folder* is the user's data folder: the pair's paths are where :func:`keep_texts` puts them.
    """
    texts = (reference, candidate)
    names = [_name_of(text) for text in texts]
    paths = [f"{_PASTED}/{name}.txt" for name in names]
    pair = Pair("|".join(names), paths[0], paths[1], reference, candidate)
    title = " | ".join(_beginning(text) for text in texts)
    return PairList(plain(title), folder, (pair,), None)


def _name_of(text: str) -> str:
    return f"{_PASTED}-{hashlib.sha256(_bytes(text)).hexdigest()[:12]}"


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _beginning(text: str) -> str:
    """Return the first words of *text* in quotation marks.

    >>> _beginning("The council voted on Tuesday to reopen the old harbour")
    '“The council voted on Tuesday to…”'
    """
    words = text.split(None, _WORDS)
    start = " ".join(words[:_WORDS])
    cut = len(words) > _WORDS or len(start) > _CHARACTERS
    return f"“{start[:_CHARACTERS].rstrip()}…”" if cut else f"“{start}”"


def keep_texts(texts: tuple[str, str], folder: Path, files: Files) -> tuple[str, str]:
    """Save two pasted texts in *folder*, the user's data folder; return their paths.

    Each is durably in a file named by its hash. Raises OSError.
    """
    place = folder / _PASTED
    files.make_folder(place)
    paths = [place / f"{_name_of(text)}.txt" for text in texts]
    for path, text in zip(paths, texts, strict=True):
        data = _bytes(text)
        if not path.exists() or path.read_bytes() != data:
            files.write_over(path, data, mode=0o600)
    files.sync_names(place)
    return str(paths[0].absolute()), str(paths[1].absolute())


def are_pasted(paths: Iterable[str], folder: Path) -> bool:
    """Return whether *paths* are those of texts that :func:`keep_texts` put into *folder*."""
    place = (folder / _PASTED).absolute()
    return all(Path(path).absolute().parent == place for path in paths)


def pasted_again(paths: tuple[str, str], folder: Path) -> PairList:
    """Return the pair of two texts that were pasted once and lie in *folder*.

    Raises :class:`PairListError` where they are not there or cannot be read.
    """
    texts = []
    for path in look_for_two(*paths):
        try:
            texts.append(Path(path).read_bytes().decode("utf-8", "surrogatepass"))
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else None
            why = reason or Message(AboutPairs.IS_NOT_UTF8)
            raise PairListError(
                Message(AboutPairs.PASTED_UNREADABLE, name=shown_name(path), why=why)
            ) from None
    listed = pair_of_texts(texts[0], texts[1], folder)
    names = [Path(path).stem for path in paths]
    (pair,) = listed.pairs
    kept = [f"{_PASTED}/{name}.txt" for name in names]
    pair = pair._replace(id="|".join(names), reference=kept[0], candidate=kept[1])
    return listed._replace(pairs=(pair,))


_NAMES = (
    frozenset(("reference", "original", "referenz", "参照文書", "原文")),
    frozenset(("candidate", "copy", "kandidat", "kopie", "候補文書", "複製")),
)


def in_roles(paths: Sequence[str]) -> tuple[str, ...]:
    """Return two documents as reference and candidate, swapped if their names say so.

    File managers and folders list them in alphabetical order.

    >>> in_roles(["/d/candidate.txt", "/d/reference.txt"])
    ('/d/reference.txt', '/d/candidate.txt')
    >>> in_roles(["/d/b.txt", "/d/a.txt"])
    ('/d/b.txt', '/d/a.txt')
    """
    if len(paths) == 2:
        first, second = (_said_role(path) for path in paths)
        if first != second and (first == 1 or second == 0):
            return (paths[1], paths[0])
    return tuple(paths)


def has_role(path: str, role: str) -> bool:
    """True where the name of a document says that it is the *role*, reference or candidate.

    >>> has_role("/d/my copy.txt", "candidate"), has_role("/d/a.txt", "candidate")
    (True, False)
    """
    said = _said_role(path)
    return said is not None and role in _NAMES[said]


def _said_role(path: str) -> int | None:
    """Return 0 for what is named a reference, 1 for a candidate; None where nothing is said."""
    words = set(re.findall(r"[^\W\d_]+", PurePath(path).stem.lower()))
    said = [number for number, names in enumerate(_NAMES) if words & names]
    return said[0] if len(said) == 1 else None
