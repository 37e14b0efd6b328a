"""The program as a process, for measurements from outside."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.ports import free_port


@dataclass
class Served:
    process: subprocess.Popen[bytes]
    url: str
    began: float

    def memory_mb(self) -> float:
        """Resident memory, from the kernel's books (Linux)."""
        return self._booked("VmRSS")

    def peak_mb(self) -> float:
        """The most resident memory since the start or `forget_peak`."""
        return self._booked("VmHWM")

    def forget_peak(self) -> None:
        Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")

    def _booked(self, name: str) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        line = next(row for row in status.splitlines() if row.startswith(name))
        return int(line.split()[1]) / 1000


@contextmanager
def served(folder: Path, *command: str) -> Iterator[Served]:
    """`python -m bot run`, or another module that serves, with its data in `folder`.

    It is ready when the block begins.
    """
    port = free_port()
    settings = {"DATA_DIR": str(folder), "WEB_PORT": str(port), "LOG_LEVEL": "WARNING"}
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", *(command or ("bot", "run"))],
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _until_up(url)
        yield Served(process, url, began)
    finally:
        process.terminate()
        process.wait(30)


def _until_up(url: str) -> None:
    for _ in range(3000):
        try:
            urllib.request.urlopen(f"{url}/healthz", timeout=5).read()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.01)
        else:
            return
    raise TimeoutError("the program did not start")
