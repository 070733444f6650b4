"""What a service manager is told (systemd's `Type=notify`): that Homeward is ready, and that it stops."""

import os
import socket
from contextlib import suppress
from typing import Literal

SOCKET = "NOTIFY_SOCKET"
"""The variable by which a manager that wants to know says where."""


def tell_manager(what: Literal["READY=1", "STOPPING=1"]) -> None:
    """Tell it, if there is one; a manager that has gone is no reason to fail."""
    address = os.environ.get(SOCKET, "")
    if not address:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as telling, suppress(OSError):
        # One that begins with @ lies in no folder: the kernel marks it by a zero byte.
        telling.sendto(what.encode(), "\0" + address[1:] if address.startswith("@") else address)
