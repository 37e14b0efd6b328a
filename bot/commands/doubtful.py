"""Messages to many of which nobody can say whether they arrived: read them, and send one again."""

from __future__ import annotations

import argparse

from bot import clock
from bot.commands.words import Words
from bot.config import Settings
from dialog.reply import t
from storage import open_storage
from storage.port import Storage

LETTERS = 60  # of its words, to know it by


async def work(settings: Settings, options: argparse.Namespace, words: Words) -> int:
    storage = open_storage(settings.storage_url)
    await storage.open(serve=False)
    try:
        if options.number is None:
            return await _list(storage, words)
        if not await storage.repeat(options.number, clock.now()):
            words.complain(t("ops.not_doubtful", number=str(options.number)))
            return 1
        words.print(t("ops.sent_again", number=str(options.number)))
        return 0
    finally:
        await storage.close()


async def _list(storage: Storage, words: Words) -> int:
    found = await storage.doubtful()
    for message in found:
        text = message.body["text"] if message.body else "-"
        words.print(
            t(
                "ops.doubtful",
                number=str(message.id),
                channel=message.chat.channel,
                at=message.at,
                text=text[:LETTERS].replace("\n", " "),
            )
        )
    words.print(t("ops.doubtful_count", n=len(found)))
    return 0
