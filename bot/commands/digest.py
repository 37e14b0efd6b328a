"""The digest of this moment, as the staff get it in the morning; and who gets it, and when."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from bot import clock
from bot.commands.words import Words
from bot.config import Settings
from bot.dossiers import StoredLookUps
from bot.facts import of_today
from bot.telling import plain
from contest.calendar import ZONE
from contest.papers import MAKERS
from contest.reading import load
from contest.staff import may
from contest.units import Gazetteer
from dialog.event import ChatRef
from dialog.reply import Picture, t
from handlers.staff import digest, digest_words
from handlers.staff.people import role_text
from storage import open_storage
from storage.port import Storage

NOBODY = ChatRef("", "")  # who sits at the server has no chat


async def work(settings: Settings, options: argparse.Namespace, words: Words) -> int:
    storage = open_storage(settings.storage_url)
    await storage.open(serve=False)
    try:
        if not (options.now or options.picture):
            return await _who(storage, settings, words)
        pack = await of_today(load(settings.contest_pack), storage)
        now = clock.now().astimezone(ZONE)
        look_up = StoredLookUps(storage, NOBODY)
        if options.now:
            made = await digest.made(look_up, pack, options.role, now)
            words.print(digest_words.told(pack, made).text)
        if options.picture:
            drawn = await digest.picture(look_up, pack, now)
            return await _draw(drawn, options.picture, words)
    finally:
        await storage.close()
    return 0


async def _who(storage: Storage, settings: Settings, words: Words) -> int:
    pack = load(settings.contest_pack)
    gazetteer = Gazetteer.of(pack)
    for staffed in await storage.staff():
        member = staffed.member
        if may(member, "digest"):
            at = digest_words.time_of(member)
            role = role_text(gazetteer, member.role, member.unit)
            words.print(t("ops.digest_for", number=str(member.number), role=role, at=at))
    words.print(t("ops.digest_how"))
    return 0


async def _draw(drawn: Picture, to: Path, words: Words) -> int:
    args = plain(words.texts, drawn.args, words.lang)
    data = MAKERS[drawn.maker].make(args, lambda _: None)
    try:
        await asyncio.to_thread(to.write_bytes, data)
    except OSError:
        words.complain(t("ops.cannot_write", path=str(to)))
        return 1
    words.print(t("ops.written", path=str(to)))
    return 0
