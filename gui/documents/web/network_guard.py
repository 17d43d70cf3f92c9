"""Allows connections to the public network only, not to this machine and its network.

A page that anybody may have written can name, or redirect to, a router, a printer, a cloud's
metadata service, or a program that listens on this machine and trusts whoever reaches it. So an
address is checked when it is connected to, after its name was resolved: a name that is resolved a
second time may give another address (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from ...messages import Message
from ...messages.about_web import AboutWeb
from ..document import DocumentError, shown_name

Resolve: TypeAlias = Callable[[str, int], Sequence[tuple[Any, ...]]]
_Address: TypeAlias = "ipaddress.IPv4Address | ipaddress.IPv6Address"

_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")  # at whose end one of IPv4 stands (NAT64)
# What older versions of Python take for public: local NAT64, protocol assignments, relays.
_NOT_PUBLIC = tuple(
    map(
        ipaddress.ip_network,
        ("64:ff9b:1::/48", "2001::/23", "100::/64", "fec0::/10", "5f00::/16", "3fff::/20",
         "192.0.0.0/24", "192.88.99.0/24", "100.64.0.0/10"),
    )
)  # fmt: skip
_SAME_NETWORK = 64  # bits that all addresses of one network of IPv6 begin with


def resolve(host: str, port: int) -> Sequence[tuple[Any, ...]]:
    """Return the addresses of *host* as ``socket.getaddrinfo`` does; raises OSError."""
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)


def is_public(text: str) -> bool:
    """Return whether the IP address *text* belongs to the public network.

    An address that stands for another one, as IPv6 has it, counts as that one.

    >>> is_public("93.184.216.34"), is_public("127.0.0.1"), is_public("::ffff:192.168.0.1")
    (True, False, False)
    """
    try:
        address = _meant(ipaddress.ip_address(text.partition("%")[0]))
    except ValueError:
        return False
    if address.is_multicast or address.is_reserved or address.is_unspecified:
        return False
    if any(address in network for network in _NOT_PUBLIC if network.version == address.version):
        return False
    return address.is_global


def _meant(address: _Address) -> _Address:
    """Return the address of IPv4 that one of IPv6 stands for, else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    inner = address.ipv4_mapped or address.sixtofour
    if inner is not None:
        return inner
    if address in _TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def connect(
    host: str, port: int, seconds: float, *, local: bool, resolver: Resolve = resolve
) -> socket.socket:
    """Return a connection to *host*, made to a checked address.

    Each address gets *seconds*. With *local* true, every address may be connected to. Raises
    :class:`DocumentError` where *host* has none but those of this machine and its network, or
    is not known; OSError where none answers.
    """
    try:
        found = list(resolver(host, port))
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise DocumentError(
            Message(AboutWeb.NO_SUCH_HOST, host=shown_name(host), why=why)
        ) from None
    allowed = [info for info in found if local or is_public(str(info[4][0]))]
    if not allowed:
        raise is_local(host, str(found[0][4][0]) if found else "")
    last: OSError = OSError("no address")
    for family, kind, protocol, _, place in allowed:
        connection = socket.socket(family, kind, protocol)
        try:
            connection.settimeout(seconds)
            connection.connect(place)
        except OSError as error:
            connection.close()
            last = error
            continue
        if not local and _is_near(connection):
            connection.close()
            raise is_local(host, str(place[0]))
        return connection
    raise last


def _is_near(connection: socket.socket) -> bool:
    """Return whether the other end is this machine, or in its network of IPv6.

    This machine may have public addresses of its own: what is sent to one of them comes from it.
    """
    ours, theirs = (
        ipaddress.ip_address(str(end[0]).partition("%")[0])
        for end in (connection.getsockname(), connection.getpeername())
    )
    if ours == theirs:
        return True
    return ours.version == theirs.version == 6 and (
        int(ours) >> (128 - _SAME_NETWORK) == int(theirs) >> (128 - _SAME_NETWORK)
    )


def is_local(host: str, address: str) -> DocumentError:
    """Return what to raise where *host*, at *address*, belongs to this machine or its network."""
    if host.strip("[]") == address:
        return DocumentError(Message(AboutWeb.IS_LOCAL_ADDRESS, address=address))
    return DocumentError(Message(AboutWeb.IS_LOCAL, host=shown_name(host), address=address))
