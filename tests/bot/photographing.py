"""The program without a wire: python -m tests.bot.photographing FOLDER POINT N

Each line it reads is a delivery: `{"chat": …, "event": …, "photos": [number, …]}`. When the photos
are kept and the event is accepted, it writes the event's name; not before. At the line «idle» it
answers all there is, writes «idle» and ends. It dies at the Nth storage call POINT, as
`tests/bot/crashing.py` does, or never where N is 0.
"""

from __future__ import annotations

import asyncio
import io
import json
import sys
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

from bot.app import App
from bot.channels.console import NAME, ConsoleChannel
from bot.config import Settings
from dialog.event import ChatRef
from storage import open_storage
from storage.port import Arrival, ChatFile
from tests.bot.crashing import Dies
from tests.talk import NOW, Here, SetClock, contest

AT_ONCE = 64  # deliveries


@cache
def tiny() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (16, 12), (90, 140, 60)).save(out, "JPEG")
    return out.getvalue()


def photo(number: int) -> bytes:
    """A whole JPEG; each has other bytes, for a comment that stands in it."""
    comment = f"anh {number}".encode()
    length = (len(comment) + 2).to_bytes(2, "big")
    return tiny()[:2] + b"\xff\xfe" + length + comment + tiny()[2:]


async def deliver(app: App, delivery: dict[str, Any], turn: asyncio.Semaphore) -> None:
    """What a channel does: keep the files, accept the event, and then acknowledge it."""
    async with turn:
        chat, files = ChatRef(NAME, delivery["chat"]), []
        for number in delivery["photos"]:
            stored = await app.files.put(photo(number))
            file = ChatFile(stored.sha256, f"{number}.jpg", "image/jpeg", stored.size)
            await app.storage.keep_file(chat, file, NOW)
            files.append({"kind": "photo", "file": file.sha256, "name": file.name,
                          "type": file.type, "size": file.size})  # fmt: skip
        payload = {"kind": "files", "files": files, "caption": ""}
        await app.intake.accept(Arrival(chat, delivery["event"], payload, NOW))
        print(delivery["event"], flush=True)


async def main(folder: Path, point: str, at: int) -> None:
    storage: Any = Dies(open_storage(f"sqlite:///{folder / 'bot.db'}"), point, at)
    app = App(
        Settings(data_dir=folder),
        storage=storage,
        contest=contest(),
        clock=SetClock(),
        settle=timedelta(),
        workers=Here(),
    )
    await app.start([ConsoleChannel(lambda _chat, _message: None)])
    lines = asyncio.StreamReader(limit=1 << 20)
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(lines), sys.stdin
    )
    turn = asyncio.Semaphore(AT_ONCE)
    async with asyncio.TaskGroup() as deliveries:
        while (line := (await lines.readline()).decode().strip()) != "idle":
            deliveries.create_task(deliver(app, json.loads(line), turn))
    await app.idle()
    print("idle", flush=True)
    await app.stop()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
