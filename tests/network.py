"""A wall around the tests: while it stands, nothing in this process may reach beyond the machine's own files.

Unix sockets stay open, because the screen and the keyring of a desktop are reached through them.
"""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_blocked = False
_installed = False


class NetworkUsedError(AssertionError):
    """The program reached for the network, which an embedded workspace never does."""


@contextmanager
def blocked() -> Iterator[None]:
    """Refuses internet sockets and name look-ups of the whole process, also those that a library opens."""
    global _blocked, _installed  # noqa: PLW0603 - an audit hook cannot be taken away, so one flag rules it
    if not _installed:
        sys.addaudithook(_refuse)
        _installed = True
    before, _blocked = _blocked, True
    try:
        yield
    finally:
        _blocked = before


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if not _blocked or not event.startswith("socket."):
        return
    internet = event == "socket.__new__" and arguments[1] in (-1, socket.AF_INET, socket.AF_INET6)
    look_up = event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
    if internet or look_up:
        raise NetworkUsedError(f"the program reached for the network ({event})")
