"""Work that a worker can do badly. A worker finds it by its name."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import time
from pathlib import Path


def double(number: int) -> int:
    return 2 * number


def pid() -> int:
    return os.getpid()


def niceness() -> int:
    return os.nice(0)


def many_bytes(count: int) -> bytes:
    return b"x" * count


def refuse(word: str) -> None:
    raise ValueError(word)


class PickyError(Exception):
    """Packs well, and cannot be unpacked."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first + second)


def refuse_pickily() -> None:
    raise PickyError("a", "b")


def unpackable() -> object:
    return lambda: None


def once(mark: Path, kind: str) -> str:
    """Goes wrong the first time."""
    if mark.exists():
        return "done"
    mark.touch()
    go_wrong(kind)
    return "not reached"


def go_wrong(kind: str) -> None:
    match kind:
        case "exit":
            os._exit(3)
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "crash":
            ctypes.string_at(0)
        case "hang":
            time.sleep(600)
        case "hang in C":
            re.match(r"(a+)+$", "a" * 60 + "b")
        case "memory":
            bytearray(4_000_000_000)
        case "much memory, slowly":
            kept = []
            while True:
                kept.append(bytearray(50_000_000))


def tell_and(mark: Path, kind: str) -> None:
    """Writes its process id, then goes wrong."""
    mark.write_text(str(os.getpid()))
    go_wrong(kind)


def take(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()
