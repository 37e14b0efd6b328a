"""What a stored file is, told once: looked at in a worker, remembered by its hash."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from pathlib import Path
from weakref import WeakValueDictionary

from bot.workers import WorkerFailed, Workers
from contest.documents.facts import FileFacts, Limits, look
from storage.files import LocalFiles

log = logging.getLogger(__name__)

REMEMBERED = 2_000  # files; some hundred bytes each


class Looker:
    def __init__(self, files: LocalFiles, workers: Workers, limits: Limits | None = None) -> None:
        self._files, self._workers = files, workers
        self._limits = limits or Limits()
        self._remembered: OrderedDict[str, FileFacts] = OrderedDict()
        self._looking: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def facts(self, sha256: str, name: str = "") -> FileFacts:
        """Looked at once, however many ask at once. A file that kills its worker is `broken`.

        Raises FileNotFoundError if there is no such file, WorkersClosed when the program ends.
        """
        lock = self._looking.setdefault(sha256, asyncio.Lock())
        async with lock:
            if sha256 not in self._remembered:
                self._remembered[sha256] = await self._look(sha256, name)
                if len(self._remembered) > REMEMBERED:
                    self._remembered.popitem(last=False)
            self._remembered.move_to_end(sha256)
            return self._remembered[sha256]

    async def _look(self, sha256: str, name: str) -> FileFacts:
        path = self._files.path(sha256)
        if path is None:
            raise FileNotFoundError(sha256)
        try:
            return await self._workers.run(look, path, name=name, limits=self._limits)
        except WorkerFailed:
            log.warning("file %s cannot be looked at", sha256)
            size = await asyncio.to_thread(_size, path)
            return FileFacts("other", "application/octet-stream", size, problem="broken")


def _size(path: Path) -> int:
    return path.stat().st_size
