"""A port to listen on, for a program that has to be told which before it starts."""

from __future__ import annotations

import secrets
import socket

# below those that systems give to whoever connects: one of these could be taken by any connection
# between our choosing it and the program's listening there
FIRST, END = 10_000, 30_000


def free_port() -> int:
    while True:
        port = FIRST + secrets.randbelow(END - FIRST)
        with socket.socket() as sock:
            try:
                sock.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
