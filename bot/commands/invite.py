"""A code that makes one person one of the staff: how the first administrator comes in."""

from __future__ import annotations

import argparse
import secrets

from bot import clock
from bot.commands.words import Words
from bot.config import Settings
from contest import codes
from contest.calendar import ZONE
from contest.reading import load
from contest.staff import INVITED_FOR, OF_A_UNIT, Inviting, token_of
from contest.units import Gazetteer
from dialog.reply import t
from dialog.reply import words as pack_words
from handlers.staff.people import role_text, workplace_named
from storage import open_storage


async def work(settings: Settings, options: argparse.Namespace, words: Words) -> int:
    pack = load(settings.contest_pack)
    gazetteer = Gazetteer.of(pack)
    unit = None
    if options.role in OF_A_UNIT:
        unit = workplace_named(gazetteer, options.unit or "")
        if unit is None:
            words.complain(t("ops.invite_unit", example=pack_words(pack.units_today.example)))
            return 2
    storage = open_storage(settings.storage_url)
    await storage.open(serve=False)
    try:
        code, now = codes.made(codes.INVITATION, secrets.randbelow), clock.now()
        act = Inviting(token_of(code), options.role, now + INVITED_FOR, unit)
        await storage.at_server(act, now)
    finally:
        await storage.close()
    role = role_text(gazetteer, options.role, unit)
    words.print(
        t("staff.invited", role=role, code=codes.shown(code), until=act.until.astimezone(ZONE))
    )
    words.print(t("staff.invited_how", address=settings.address))
    return 0
