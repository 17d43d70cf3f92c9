"""What can be said of web pages: why one was not fetched, and what is kept of those that were."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from .message_value import QT_TRANSLATE_NOOP, Code, Message


class AboutWeb(Code):
    """Why a web page cannot be opened, and what a reader should know about one."""

    # The address
    NOT_AN_ADDRESS = QT_TRANSLATE_NOOP("Messages", "{url} is not a web address; check the link.")
    OTHER_SCHEME = QT_TRANSLATE_NOOP(
        "Messages",
        "{url} is an address of the kind {scheme}; only http and https addresses are fetched.",
    )
    NAMES_A_USER = QT_TRANSLATE_NOOP(
        "Messages",
        "The link to {host} has a user name or password in it, which would be kept with the page; "
        "take that out of the link.",
    )
    REDIRECTED_ASTRAY = QT_TRANSLATE_NOOP(
        "Messages", "{host} redirects to an address that is not followed: {why}"
    )

    # The network
    NO_SUCH_HOST = QT_TRANSLATE_NOOP(
        "Messages", "The server {host} was not found ({why}); check the link and your connection."
    )
    IS_LOCAL = QT_TRANSLATE_NOOP(
        "Messages",
        "{host} ({address}) belongs to this machine or its network; start Copydesk with "
        "--allow-local if its pages are to be fetched.",
    )
    IS_LOCAL_ADDRESS = QT_TRANSLATE_NOOP(
        "Messages",
        "{address} belongs to this machine or its network; start Copydesk with --allow-local if "
        "its pages are to be fetched.",
    )
    NO_CONNECTION = QT_TRANSLATE_NOOP(
        "Messages", "{host} cannot be reached ({why}); check your connection, or try again later."
    )
    NO_SECURE_CONNECTION = QT_TRANSLATE_NOOP(
        "Messages",
        "There is no secure connection to {host} ({why}), so its page would prove nothing; look "
        "at the page in a browser.",
    )
    OTHER_PROXY = QT_TRANSLATE_NOOP(
        "Messages",
        "The environment names a proxy of the kind {scheme}, and only http proxies are used; "
        "change the variables http_proxy and https_proxy.",
    )
    BROKEN_ANSWER = QT_TRANSLATE_NOOP(
        "Messages", "{host} gave an answer that makes no sense ({why}); try again later."
    )
    CUT_OFF = QT_TRANSLATE_NOOP("Messages", "{host} sent only a part of the page; try again.")

    # The answer
    NO_SUCH_PAGE = QT_TRANSLATE_NOOP(
        "Messages", "{host} has no such page ({status} {reason}); check the link."
    )
    NOT_FOR_PROGRAMS = QT_TRANSLATE_NOOP(
        "Messages",
        "{host} does not give the page to this program ({status} {reason}); open it in a browser, "
        "save it, and open the file.",
    )
    SERVER_ERROR = QT_TRANSLATE_NOOP(
        "Messages", "{host} reports an error ({status} {reason}); try again later."
    )
    OTHER_STATUS = QT_TRANSLATE_NOOP(
        "Messages", "{host} answered {status} {reason}, which is not a page; check the link."
    )
    NOTHING_SENT = QT_TRANSLATE_NOOP("Messages", "{host} sent an empty page; check the link.")
    TOO_MANY_REDIRECTS = QT_TRANSLATE_NOOP(
        "Messages", "{host} redirects more than {most:,} times; check the link."
    )
    TOO_LARGE = QT_TRANSLATE_NOOP(
        "Messages",
        "The page of {host} is larger than {size:,} MB; download it with a browser and open the "
        "file.",
    )
    TOO_SLOW = QT_TRANSLATE_NOOP(
        "Messages", "{host} did not send the page within {seconds:,} seconds; try again later."
    )
    UNKNOWN_CODING = QT_TRANSLATE_NOOP(
        "Messages",
        "The server compressed the page as {coding}, which was not requested and is not "
        "supported; save the page with a browser and open the file.",
    )
    DAMAGED_CODING = QT_TRANSLATE_NOOP(
        "Messages",
        "The server compressed the page as {coding}, and the result is damaged; try again.",
    )
    TOO_LARGE_UNPACKED = QT_TRANSLATE_NOOP(
        "Messages", "The page unpacks to more than {size:,} MB, so it is not read."
    )
    CANCELLED = QT_TRANSLATE_NOOP("Messages", "Nothing more was fetched.")
    PROCESS_DIED = QT_TRANSLATE_NOOP(
        "Messages", "The process that fetches pages ended unexpectedly; try again."
    )

    # What is kept
    NOT_KEPT = QT_TRANSLATE_NOOP(
        "Messages",
        "The page of {host} was fetched but cannot be kept in {folder} ({why}), so it is not "
        "shown; free some space there or change the permissions, and try again.",
    )
    REFERENCE_NOT_FETCHED = QT_TRANSLATE_NOOP(
        "Messages",
        "The reference {url} is a web page that was not fetched yet; use Fetch in the window, or "
        "--fetch on the command line.",
    )
    CANDIDATE_NOT_FETCHED = QT_TRANSLATE_NOOP(
        "Messages",
        "The candidate {url} is a web page that was not fetched yet; use Fetch in the window, or "
        "--fetch on the command line.",
    )
    REFERENCE_NOT_HAD = QT_TRANSLATE_NOOP(
        "Messages", "The reference {url} could not be fetched. {why}"
    )
    CANDIDATE_NOT_HAD = QT_TRANSLATE_NOOP(
        "Messages", "The candidate {url} could not be fetched. {why}"
    )
    NO_SUCH_SNAPSHOT = QT_TRANSLATE_NOOP(
        "Messages", "There is no such snapshot on this machine: {url}."
    )
    DAMAGED_SNAPSHOT = QT_TRANSLATE_NOOP(
        "Messages", "the web archive is damaged or holds no page; fetch the page again"
    )
    SNAPSHOT = QT_TRANSLATE_NOOP("Messages", "Fetched from {url} on {time}.")
    REDIRECTED = QT_TRANSLATE_NOOP("Messages", "The address {url} redirected to {final}.")
    CHARSET_IGNORED = QT_TRANSLATE_NOOP(
        "Messages", "The server said that the page is in {charset}, which it is not."
    )


_MISSING = frozenset(
    (
        AboutWeb.REFERENCE_NOT_FETCHED,
        AboutWeb.CANDIDATE_NOT_FETCHED,
        AboutWeb.REFERENCE_NOT_HAD,
        AboutWeb.CANDIDATE_NOT_HAD,
    )
)


_WITH_REASON: Mapping[Code, Code] = MappingProxyType(
    {
        AboutWeb.REFERENCE_NOT_FETCHED: AboutWeb.REFERENCE_NOT_HAD,
        AboutWeb.CANDIDATE_NOT_FETCHED: AboutWeb.CANDIDATE_NOT_HAD,
    }
)


def with_reasons(message: Message, whys: Mapping[str, Message]) -> Message:
    """Return *message*, or one in it, that a page was not fetched yet, with why that failed.

    *whys* has the reasons by the addresses, as they are shown.
    """
    url = message.arguments.get("url")
    if message.code in _MISSING and isinstance(url, str) and url in whys:
        return Message(_WITH_REASON.get(message.code, message.code), url=url, why=whys[url])
    inner = {
        name: with_reasons(value, whys)
        for name, value in message.arguments.items()
        if isinstance(value, Message)
    }
    return message.with_arguments(**inner) if inner else message


def is_page_missing(message: Message) -> bool:
    """Return whether *message*, or one in it, says that a web page was not fetched."""
    return _says(message, _MISSING)


def was_tried(message: Message) -> bool:
    """Return whether *message*, or one in it, says that a web page could not be fetched."""
    return _says(message, frozenset(_WITH_REASON.values()))


def _says(message: Message, codes: Collection[Code]) -> bool:
    inner = (value for value in message.arguments.values() if isinstance(value, Message))
    return message.code in codes or any(_says(value, codes) for value in inner)
