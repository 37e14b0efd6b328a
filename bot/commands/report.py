"""The draft of a month's report, as a Word file."""

from __future__ import annotations

import argparse
import asyncio
from datetime import timedelta

from bot import clock
from bot.commands.words import Words
from bot.config import Settings
from bot.dossiers import StoredLookUps
from bot.telling import plain
from contest.calendar import ZONE
from contest.papers import MAKERS
from contest.reading import load
from contest.reporting import name_of
from contest.units import Gazetteer
from dialog.event import ChatRef
from dialog.reply import t
from handlers.staff.monthly import made, months
from storage import open_storage

NOBODY = ChatRef("", "")  # who sits at the server has no chat


async def work(settings: Settings, options: argparse.Namespace, words: Words) -> int:
    pack, now = load(settings.contest_pack), clock.now().astimezone(ZONE)
    if pack.reporting is None:
        words.complain(t("ops.report_none"))
        return 2
    known = months(pack.reporting, now.date())
    before = name_of("month", now.date().replace(day=1) - timedelta(days=1))
    month = options.month or before
    if month not in known:
        words.complain(t("ops.report_months", months=", ".join(known) or "-"))
        return 2
    storage = open_storage(settings.storage_url)
    await storage.open(serve=False)
    try:
        look_up = StoredLookUps(storage, NOBODY)
        paper = await made(look_up, pack, Gazetteer.of(pack), month, now)
    finally:
        await storage.close()
    args = plain(words.texts, paper.args, paper.lang or words.lang)
    data = await asyncio.to_thread(MAKERS[paper.maker].make, args, lambda _: None)
    try:
        await asyncio.to_thread(options.file.write_bytes, data)
    except OSError:
        words.complain(t("ops.cannot_write", path=str(options.file)))
        return 1
    words.print(t("ops.written", path=str(options.file)))
    return 0
