"""Fetches web pages for a command line, after a question if they are named in a list."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence

from ..documents import plural, shown_name
from ..documents.web.page_fetcher import Fetched, FetchRun, FetchStage
from ..documents.web.snapshot_folder import to_be_fetched
from ..documents.web.web_addresses import hosts_in, named_hosts
from ..labels.label_values import Pair, PairList
from ..messages import Message
from ..messages.about_web import AboutWeb
from .arguments import BadInput
from .output import StatusLine, agreed, say

_MEGABYTE = 1_000_000


def fetch_named(names: Sequence[str], arguments: argparse.Namespace) -> None:
    """Fetch the pages among *names*, given on the command line, that have no snapshot yet.

    With ``--fetch-again``, fetch all of them. Raises BadInput if one cannot be fetched.
    """
    for fetched in _run(to_be_fetched(names, again=arguments.fetch_again), arguments):
        if fetched.problem is not None:
            raise BadInput(f"{fetched.url}: {fetched.problem}")


def fetch_listed(program: str, listed: PairList, arguments: argparse.Namespace) -> PairList:
    """Fetch the pages in a list, after naming or confirming the servers; return the list.

    Nothing is fetched unless an option says so. Pages that cannot be fetched are reported on
    standard error, and become the problem of their pairs.
    """
    if not (arguments.fetch or arguments.fetch_again):
        return listed
    urls = to_be_fetched(names_in(listed.pairs), again=arguments.fetch_again)
    if not urls:
        return listed
    pages, hosts = plural(len(urls), "web page"), plural(len(hosts_in(urls)), "server")
    say(program, f"fetching {pages} from {hosts}: {named_hosts(urls)}")
    if not agreed("Fetch them?"):
        raise BadInput("nothing was fetched; leave --fetch out to compare what is there.")
    problems = {}
    for fetched in _run(urls, arguments):
        if fetched.problem is not None:
            say(program, f"{fetched.url}: {fetched.problem}")
            problems[fetched.url] = fetched.problem
    if not problems:
        return listed
    return listed._replace(pairs=[_with_problem(pair, problems) for pair in listed.pairs])


def _with_problem(pair: Pair, problems: Mapping[str, Message]) -> Pair:
    """Return *pair* with the problem that one of its pages is missing, and why."""
    for name, text, code in (
        (pair.reference, pair.reference_text, AboutWeb.REFERENCE_NOT_HAD),
        (pair.candidate, pair.candidate_text, AboutWeb.CANDIDATE_NOT_HAD),
    ):
        # Of a page that was fetched before there is a snapshot all the same.
        for url in to_be_fetched((name,) if text is None and pair.problem is None else ()):
            if url in problems:
                return pair._replace(problem=Message(code, url=shown_name(name), why=problems[url]))
    return pair


def names_in(pairs: Iterable[Pair]) -> Iterable[str]:
    """Yield the names of the documents of *pairs*, except for texts in the list."""
    for pair in pairs:
        if pair.reference_text is None:
            yield pair.reference
        if pair.candidate_text is None:
            yield pair.candidate


def _run(urls: Sequence[str], arguments: argparse.Namespace) -> list[Fetched]:
    line = StatusLine()
    try:
        run = FetchRun(urls, local=arguments.allow_local)
        return run.run(lambda stage: line.show(_said(stage)))
    finally:
        line.clear()


def _said(stage: FetchStage) -> str:
    size = f" of {stage.size / _MEGABYTE:.1f}" if stage.size else ""
    number = f" (page {stage.number:,} of {stage.total:,})" if stage.total > 1 else ""
    return f"fetching from {stage.host}{number}: {stage.received / _MEGABYTE:.1f}{size} MB"
