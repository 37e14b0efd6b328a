"""The program on Telegram as another process that can be killed at any moment.

with Program(folder, server.url, overall=580) as program:
    ...
    program.kill()
    program.start()

Processes are forked from one that has everything loaded, so a start takes no seconds.
"""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType

from bot.app import App
from bot.channels.telegram.part import Telegram
from bot.config import Settings
from tests.talk import TINY, contest
from tests.telegram.server import TOKEN

_FORKED = multiprocessing.get_context("forkserver")
_FORKED.set_forkserver_preload(["tests.telegram.program"])
_CONTEST = contest(TINY)
_TICKS = os.sysconf("SC_CLK_TCK")


class Program:
    """`overall`: messages in a second, nearly, that it allows itself."""

    def __init__(self, folder: Path, url: str, *, overall: int) -> None:
        self._arguments = (folder, url, overall)
        self._process: BaseProcess | None = None
        # whoever holds the other end, and lives, keeps it open
        self._ends, self._open = _FORKED.Pipe(duplex=False)

    def __enter__(self) -> Program:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.kill()

    def start(self) -> None:
        self._process = _FORKED.Process(target=_run, args=(*self._arguments, self._ends))
        self._process.start()

    def kill(self) -> None:
        """SIGKILL: nothing is flushed, closed or said."""
        assert self._process is not None
        self._process.kill()
        self._process.join()

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.is_alive()

    def memory_mb(self) -> float:
        """Resident, from the kernel's books (Linux)."""
        line = next(row for row in self._book("status").splitlines() if row.startswith("VmRSS"))
        return int(line.split()[1]) / 1000

    def cpu_seconds(self) -> float:
        fields = self._book("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def _book(self, name: str) -> str:
        assert self._process is not None
        return Path(f"/proc/{self._process.pid}/{name}").read_text("utf-8")


def _run(folder: Path, url: str, overall: int, ends: Connection) -> None:
    logging.basicConfig(level=logging.ERROR)
    asyncio.run(_serve(folder, url, overall, ends))


async def _serve(folder: Path, url: str, overall: int, ends: Connection) -> None:
    settings = Settings(data_dir=folder, telegram_token=TOKEN, telegram_api_url=url)
    app = App(settings, contest=_CONTEST)
    telegram = Telegram(app, overall=overall)
    await app.start([telegram.channel])
    telegram.start()
    ended = asyncio.Event()
    asyncio.get_running_loop().add_reader(ends.fileno(), ended.set)
    await ended.wait()
    os._exit(1)  # a test that is killed leaves no program behind
