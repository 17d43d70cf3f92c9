"""How ``copydesk-compare`` reads and compares a pair; ``compare_forms`` says what it prints.

Two documents are compared in the command's own process; the pairs of a list in a pool of processes,
which get a `Manner` and then a `Task` for each pair.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..compare import Comparison, Options
from ..compare.modelling.scoring_model import ModelError, load_model
from ..documents import Document, DocumentError, Reader, shown_name
from ..documents.web.web_addresses import address_of, is_address
from ..labels.label_values import Pair
from ..labels.pairs.article_addresses import split_address
from ..labels.pairs.pair_documents import read_document
from ..labels.pairs.pair_paths import DocumentPlace, found_sources
from ..labels.pairs.pair_table import missing_document
from ..messages import Message
from ..messages.about_web import AboutWeb, is_page_missing
from .arguments import BadInput
from .compare_forms import PrintedPair, failure, pair_output

if TYPE_CHECKING:
    from ..compare.modelling.scoring_model import Model, Sources
    from ..reports.html import Decided


class Manner(NamedTuple):
    """How pairs are read, compared and printed, the same for all pairs of a run.

    ``form`` is the output format, or "learn" for the swaps of the pairs. With "html" the report of
    each pair is written into the folder ``parts``, and ``labels`` has the labels that the reports
    show.
    """

    form: str
    options: Options
    shipped: bool = True
    thesauri: tuple[str, ...] = ()
    swaps: str | None = None
    encoding: str | None = None
    whole_page: bool = False
    parts: str = ""
    labels: str = ""

    def model(self) -> Model:
        """Return the model that scores swaps; raises BadInput if one of its files is unusable."""
        try:
            return load_model(shipped=self.shipped, thesauri=self.thesauri, swaps=self.swaps)
        except ModelError as error:
            raise BadInput(str(error)) from None


class Task(NamedTuple):
    """A pair of a list; its paths are relative to ``folder``. ``decided`` is for its report."""

    number: int
    pair: Pair
    folder: Path
    decided: tuple[Decided, ...] = ()


class PassingError(Exception):
    """A temporary problem with a pair or its report; the message is a sentence."""


class Job:
    """Reads and compares pairs in one manner."""

    def __init__(self, manner: Manner, reader: Reader) -> None:
        """Raise BadInput if a file of the model cannot be used."""
        self._manner = manner
        self._model = manner.model()
        self._reader = reader

    @property
    def sources(self) -> Sources:
        """The thesauri, the table of swaps and the weights that the comparisons use."""
        return self._model.sources

    def pair(self, pair: Pair, folder: Path) -> Comparison:
        """Return the comparison of a pair; raises BadInput with the reason if there is none.

        Raises PassingError if a web page was not fetched.
        """
        problem = pair.problem or missing_document(pair, folder)
        if problem is not None and is_page_missing(problem):
            raise PassingError(str(problem))
        if problem is not None:
            raise BadInput(str(problem))
        first, second = found_sources(pair, folder)
        return self.compare(self._read(first, pair.reference), self._read(second, pair.candidate))

    def load_named(self, name: str) -> Document:
        """Return the document *name*: a path, an article in a file, or a fetched page.

        Raises BadInput with the reason if there is none.
        """
        if not is_address(name):
            return self._read(split_address(name) or Path(name), name)
        from ..documents.web.snapshot_folder import snapshot_path

        path = snapshot_path(name)
        if path is None:
            raise BadInput(str(Message(AboutWeb.NO_SUCH_SNAPSHOT, url=shown_name(name))))
        return self._read(Path(path), address_of(name).name)

    def compare(self, reference: Document, candidate: Document) -> Comparison:
        """Return the comparison of two documents."""
        from .. import compare  # which loads its libraries when it is asked for

        return compare.compare(
            reference, candidate, options=self._manner.options, model=self._model
        )

    def piece(self, task: Task) -> PrintedPair:
        """Return what is printed of a pair of a list, even if it cannot be compared."""
        try:
            return PrintedPair(self._text(task, self.pair(task.pair, task.folder)))
        except BadInput as error:
            return failure(self._manner.form, task.pair.id, str(error))
        except PassingError as error:
            return failure(self._manner.form, task.pair.id, str(error))._replace(passing=True)
        except MemoryError:
            return failure(self._manner.form, task.pair.id, _TOO_LARGE)
        except Exception as error:  # a fault of ours must not cost the rest of a long run
            said = _FAULT.format(kind=type(error).__name__, error=error)
            return failure(self._manner.form, task.pair.id, said)

    def _text(self, task: Task, comparison: Comparison) -> str:
        form = self._manner.form
        if form == "html":
            return self._write_report(task, comparison)
        return pair_output(form, comparison, task.pair.id, self.sources)

    def _write_report(self, task: Task, comparison: Comparison) -> str:
        """Write the report of a pair of a list; return its figures for the list's index."""
        from ..reports.html import Figures, to_pair_report
        from ..reports.report_folder import page_name, write_page

        html = to_pair_report(comparison, title=task.pair.id, decided=task.decided)
        try:
            write_page(Path(self._manner.parts), page_name(task.pair.id), html)
        except OSError as error:
            raise PassingError(
                f"The report could not be written ({error.strerror or error})."
            ) from None
        return json.dumps(Figures.of(comparison))

    def _read(self, place: DocumentPlace, name: str) -> Document:
        manner = self._manner
        try:
            return read_document(
                place,
                name,
                encoding=manner.encoding,
                whole_page=manner.whole_page,
                reader=self._reader,
            )
        except DocumentError as error:
            raise BadInput(str(error)) from None


_TOO_LARGE = (
    "This pair needs more memory than Copydesk allows for one; leave it out, or shorten its "
    "documents."
)
_FAULT = (
    "This pair could not be compared because of a fault in Copydesk ({kind}: {error}); please "
    "report it."
)


def main(quiet: int = 0) -> None:
    """Serve the pool's requests."""
    from ..process_pool import serve

    with ExitStack() as stack:

        def prepared(setup: tuple[Manner, tuple[str, ...]]) -> Callable[[Task], PrintedPair]:
            manner, names = setup
            reader = stack.enter_context(Reader())
            reader.expect(names)  # it gets ready while the model is loaded
            return Job(manner, reader).piece

        serve(prepared, quiet)
