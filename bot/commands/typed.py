"""Lines from the keyboard or a pipe, as they come."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import AsyncIterator


async def typed_lines() -> AsyncIterator[str]:
    """Each line without its end.

    Read in a thread of its own that nobody waits for: Ctrl+C must not wait for another line.
    """
    loop = asyncio.get_running_loop()
    found: asyncio.Queue[str | None] = asyncio.Queue()

    def read() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(found.put_nowait, line)
        loop.call_soon_threadsafe(found.put_nowait, None)

    threading.Thread(target=read, name="typed", daemon=True).start()
    while (line := await found.get()) is not None:
        yield line.rstrip("\r\n")
