"""The server as a process of its own: `python -m tests.telegram.serve --port 8081`.

It prints its address when it is ready, and ends with SIGTERM or when its parent does.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys

from tests.telegram.control import add_control
from tests.telegram.server import TOKEN, TelegramServer


async def serve(port: int, token: str, *, privacy: bool) -> None:
    server = TelegramServer(port=port, token=token, privacy=privacy)
    server.extend = add_control
    async with server:
        print(server.url, flush=True)
        ended = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, ended.set)
        # a test that is killed closes our standard input, and leaves no server behind
        loop.add_reader(sys.stdin.fileno(), _closed, ended)
        await ended.wait()


def _closed(ended: asyncio.Event) -> None:
    if not os.read(sys.stdin.fileno(), 4096):
        ended.set()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.telegram.serve")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--no-privacy", action="store_true", help="read all messages of groups")
    given = parser.parse_args()
    asyncio.run(serve(given.port, given.token, privacy=not given.no_privacy))


if __name__ == "__main__":
    main()
