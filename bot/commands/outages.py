"""When the program, a channel or the storage did not work, as the staff see it too."""

from __future__ import annotations

import argparse

from bot import clock
from bot.commands.words import Words
from bot.config import Settings
from contest.calendar import ZONE
from handlers.staff.outages import SHOWN_FOR, told
from storage import open_storage


async def work(settings: Settings, _: argparse.Namespace, words: Words) -> int:
    storage = open_storage(settings.storage_url)
    await storage.open(serve=False)
    try:
        now = clock.now().astimezone(ZONE)
        words.print(told(await storage.outages(now - SHOWN_FOR), now))
    finally:
        await storage.close()
    return 0
