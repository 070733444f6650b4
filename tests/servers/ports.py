"""Ports for servers that must come back on the port they had."""

import random
import socket

_BELOW_THE_KERNELS_OWN = range(20_000, 32_000)
_chance = random.SystemRandom()


def free_port() -> int:
    """A port of loopback on which nobody listens, and which the kernel gives to no outgoing connection meanwhile."""
    while True:
        port = _chance.choice(_BELOW_THE_KERNELS_OWN)
        with socket.socket() as tried:
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
