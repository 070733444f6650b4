"""Ports: the parent binds the pages' port once and every web worker accepts on it; the feed's port is tried first."""

import errno
import socket
import time

import structlog

PATIENCE_SECONDS = 6.0  # the children of a killed parent let go of their ports within this, on a busy machine too
BACKLOG = 1024
UNREAD_MILLISECONDS = 10_000

log = structlog.get_logger()


class PortTaken(Exception):
    """The message says which port is taken and by which setting another can be chosen."""


def bound(host: str, port: int, setting: str, patience: float = PATIENCE_SECONDS) -> socket.socket:
    """A listening socket; port 0 is any free one. Raises PortTaken when it cannot be had in `patience` seconds."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    except OSError as error:
        raise PortTaken(f"{host} is no address of this machine: {error.strerror}.") from error
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        _bind(listening, address, f"Port {port} on {host}", setting, patience)
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            # A peer that stopped reading would otherwise keep its socket, and what was meant for it, for minutes.
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNREAD_MILLISECONDS)
        listening.listen(BACKLOG)
    except BaseException:
        listening.close()
        raise
    return listening


def free(host: str, port: int, setting: str, patience: float = PATIENCE_SECONDS) -> int:
    """The port, or for 0 one that is free. Raises PortTaken."""
    with bound(host, port, setting, patience) as tried:
        return port_of(tried)


def port_of(listening: socket.socket) -> int:
    """The port that a socket listens on."""
    port: int = listening.getsockname()[1]
    return port


def _bind(listening: socket.socket, address: tuple[object, ...], what: str, setting: str, patience: float) -> None:
    deadline, told = time.monotonic() + patience, False
    while True:
        try:
            return listening.bind(address)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise PortTaken(f"{what} cannot be used: {error.strerror}. Choose another with {setting}.") from error
            if time.monotonic() > deadline:
                raise PortTaken(f"{what} is taken by another program. Choose another with {setting}.") from error
        if not told and patience:
            log.warning("waiting for a port", port=what, at_most_seconds=patience)
            told = True
        time.sleep(0.1)
