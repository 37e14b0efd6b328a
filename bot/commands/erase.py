"""Erase what is kept of one person: they asked for it, in a question to the staff."""

from __future__ import annotations

import argparse

from bot import clock
from bot.channels.port import Message
from bot.commands.words import Words
from bot.config import Settings
from dialog.reply import t
from storage import open_storage
from storage.port import Outgoing


async def work(settings: Settings, options: argparse.Namespace, words: Words) -> int:
    storage = open_storage(settings.storage_url)
    await storage.open(serve=False)
    number = str(options.number)
    try:
        asked = {q.number: q for q in await storage.questions(waiting=False)}
        lang = asked[options.number].lang if options.number in asked else ""
        lang = lang or words.lang
        now = clock.now()
        message = Message(words.texts.render(t("human.erased"), lang), lang)
        if not await storage.erase(options.number, Outgoing(message.to_json(), now), now):
            words.complain(t("ops.no_question", number=number))
            return 1
    finally:
        await storage.close()
    words.print(t("ops.erased", number=number))
    return 0
