"""The program, killed by itself at a chosen point: python -m tests.bot.crashing FOLDER PORT POINT N

POINT is a call of the storage, before or after («before save», «after accept»); it dies at the Nth
such call, or never where N is 0.
Killing is SIGKILL: nothing is flushed, closed or said.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.app import App
from bot.channels.web.limits import Limits
from bot.commands.run import web_part
from bot.config import Settings
from storage import open_storage
from tests.talk import contest

POINTS = [
    f"{moment} {call}"
    for call in ("accept", "load", "save", "sent")
    for moment in ("before", "after")
]


class Dies:
    """A storage that passes every call on, and kills the process at one of them."""

    def __init__(self, storage: Any, point: str, at: int) -> None:
        self._storage = storage
        self._moment, _, self._call = point.partition(" ")
        self._left = at

    def __getattr__(self, name: str) -> Callable[..., Awaitable[Any]]:
        call = getattr(self._storage, name)
        if name != self._call:
            return call  # type: ignore[no-any-return]

        async def dying(*args: Any, **kwargs: Any) -> Any:
            if self._moment == "before":
                self._perhaps()
            result = await call(*args, **kwargs)
            if self._moment == "after":
                self._perhaps()
            return result

        return dying

    def _perhaps(self) -> None:
        self._left -= 1
        if not self._left:
            os.kill(os.getpid(), signal.SIGKILL)


async def main(folder: Path, port: int, point: str, at: int) -> None:
    real = open_storage(f"sqlite:///{folder / 'bot.db'}")
    storage: Any = Dies(real, point, at)
    app = App(Settings(data_dir=folder), storage=storage, contest=contest())
    channel, server = web_part(app, Limits())
    await app.start([channel])
    runner = web.AppRunner(server)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4])))
