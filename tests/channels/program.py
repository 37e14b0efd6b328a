"""The real program, `python -m bot run`, as a process that a test may kill."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from pathlib import Path

from tests.ports import free_port
from tests.talk import LEARNT, contest
from tests.telegram import TelegramServer

REPOSITORY = Path(__file__).parents[2]


class Program:
    """`start`, `kill` and `start` again: its data stays in `folder`."""

    def __init__(self, folder: Path, server: TelegramServer, mode: str) -> None:
        contest()  # what is learnt of the pack, so that no start has to learn it
        shutil.copytree(LEARNT / "lang-son-9", folder / "learnt", dirs_exist_ok=True)
        port = free_port()
        self.folder = folder
        self._environment = {
            "PATH": os.environ["PATH"],
            "DATA_DIR": str(folder),
            "WEB_PORT": str(port),
            "WEB_PUBLIC_URL": f"http://127.0.0.1:{port}",
            "TELEGRAM_TOKEN": server.token,
            "TELEGRAM_API_URL": server.url,
            "TELEGRAM_MODE": mode,
            "LOG_LEVEL": "WARNING",
        }
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        with (self.folder / "log.txt").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run",
                cwd=REPOSITORY, env=self._environment, stdout=log, stderr=log,
            )  # fmt: skip

    async def kill(self) -> None:
        """kill -9."""
        assert self._process
        assert self._process.returncode is None, "it had died of something else"
        self._process.kill()
        await self._process.wait()

    async def terminate(self) -> int:
        """SIGTERM; returns its exit code."""
        assert self._process
        self._process.terminate()
        return await asyncio.wait_for(self._process.wait(), 40)

    async def __aenter__(self) -> Program:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._process and self._process.returncode is None:
            await self.kill()

    @property
    def log(self) -> str:
        return (self.folder / "log.txt").read_text("utf-8", "replace")
