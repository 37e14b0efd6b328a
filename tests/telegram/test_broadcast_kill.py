"""kill -9 during a message to many: nobody gets it twice, and who may have missed it is known."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.port import Message
from dialog.event import ChatRef
from storage import open_storage
from storage.port import Outgoing, Storage, Told
from tests.telegram.process import ServerProcess
from tests.telegram.program import Program

CHATS, KILLS = 2000, 8
OVERALL, ALLOWED = 290, 600  # a second; with room for a machine that stumbles
MESSAGE = Message("Còn 7 ngày nữa là hết hạn", "vi").to_json()


def database(folder: Path) -> Storage:
    return open_storage(f"sqlite:///{folder / 'bot.db'}")


async def tell_everybody(folder: Path) -> None:
    storage, now = database(folder), datetime.now(UTC)
    await storage.open(serve=False)
    told = [
        Told(ChatRef("telegram", str(n)), Outgoing(MESSAGE, now, bulk=True))
        for n in range(1, CHATS + 1)
    ]
    assert await storage.run_once("news", "1", now, told)
    await storage.close()


async def left(folder: Path) -> int:
    storage = database(folder)
    await storage.open(serve=False)
    ages = await storage.ages(datetime.now(UTC), ["telegram"])
    await storage.close()
    return ages.unsent


@pytest.mark.slow
async def test_killed_again_and_again_nobody_hears_it_twice(tmp_path: Path) -> None:
    await tell_everybody(tmp_path)
    async with ServerProcess() as server:
        await server.post("crowd", first=1, count=CHATS)
        await server.post("rates", overall=ALLOWED)
        await server.fault("sendMessage", "Delay", 0.03, times=CHATS)
        with Program(tmp_path, server.url, overall=OVERALL) as program:
            for _ in range(KILLS):
                before = len(await server.get("sent"))
                async with asyncio.timeout(30):
                    while len(await server.get("sent")) < before + 20:  # noqa: ASYNC110 -- there
                        await asyncio.sleep(0.02)
                await asyncio.sleep(random.random() * 0.1)
                program.kill()
                program.start()
            async with asyncio.timeout(60):
                while await left(tmp_path):  # noqa: ASYNC110 -- another process empties it
                    await asyncio.sleep(0.2)
            assert program.alive
        sent = await server.get("sent")
        rates = await server.get("rates")
    storage = database(tmp_path)
    await storage.open(serve=False)
    doubtful = {int(p.chat.id) for p in await storage.doubtful()}
    await storage.close()
    heard = Counter(chat for _, chat, status, _ in sent if status == 200)
    assert set(heard.values()) == {1}
    assert set(range(1, CHATS + 1)) - set(heard) <= doubtful
    assert 0 < len(doubtful) <= KILLS * 16  # no more than were under way
    assert rates["violations"] == 0
