"""The facts of the contest as they are today, with what staff corrected."""

from __future__ import annotations

import argparse

from bot import clock
from bot.commands.words import Words
from bot.config import Settings
from bot.facts import done
from contest.amending import Skipped, today
from contest.calendar import ZONE
from contest.facts import Fact, facts
from contest.faq.normalise import fold
from contest.pack import Pack
from contest.proposals import Proposal
from contest.reading import load
from dialog.reply import t
from handlers.fact_words import named, problem, sure, value_of
from handlers.staff.corrections import ids_of
from storage import open_storage


async def work(settings: Settings, options: argparse.Namespace, words: Words) -> int:
    shipped = load(settings.contest_pack)
    storage = open_storage(settings.storage_url)
    await storage.open(serve=False)
    try:
        corrections = await done(storage)
    finally:
        await storage.close()
    pack, skipped = today(shipped, [one.detail for one in corrections])
    corrected = {name for one in corrections for name in ids_of(one.detail)}
    wanted = set(fold(options.words or "").split())
    for fact in facts(pack).values():
        if options.corrected and fact.id not in corrected:
            continue
        line = _line(pack, fact, words)
        if wanted <= set(fold(line).split()):
            print(line)
            _history(fact, corrections, words)
    _left_out(corrections, skipped, words)
    return 0


def _line(pack: Pack, fact: Fact, words: Words) -> str:
    day = clock.now().astimezone(ZONE).date()
    value = words(value_of(pack, fact, day)).replace("\n", " ")
    how = sure(pack, fact)
    return f"{fact.id}\t{words(named(fact))}\t{value}\t{words(how) if how else '-'}"


def _history(fact: Fact, corrections: list[Proposal], words: Words) -> None:
    for one in corrections:
        if fact.id in ids_of(one.detail) and one.done_at:
            at, by, yes = one.done_at.astimezone(ZONE), str(one.by), str(one.decided_by)
            words.print(t("ops.fact_corrected", number=str(one.number), at=at, by=by, yes=yes))


def _left_out(corrections: list[Proposal], skipped: list[Skipped], words: Words) -> None:
    for one in skipped:
        number = str(corrections[one.number].number)
        words.print(t("facts.skipped", number=number, why=problem(one.why)))
