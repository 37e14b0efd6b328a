"""What is set up, what is not, and how to mend it."""

from __future__ import annotations

import argparse
import asyncio
import json
import platform
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from bot import clock
from bot.channels.web.channel import NAME as WEB
from bot.commands.words import Words
from bot.config import Settings
from bot.schedule import TOO_OLD
from contest.calendar import ZONE
from contest.papers.words import words_of
from contest.reading import PackError, load
from dialog.reply import Text, t
from dialog.reply import words as pack_words
from storage import open_storage
from storage.port import Trouble

LITTLE_SPACE = 1_000_000_000  # bytes
_MARKS: dict[str, Text] = {
    "good": t("doctor.good"),
    "note": t("doctor.note"),
    "bad": t("doctor.bad"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    state: Literal["good", "note", "bad"]
    text: Text


async def work(settings: Settings, _: argparse.Namespace, words: Words) -> int:
    """Exit code 1 if something is bad."""
    bad = False
    async for finding in findings(settings, words):
        words.print(t("doctor.line", mark=_MARKS[finding.state], text=finding.text))
        bad = bad or finding.state == "bad"
    words.print(t("doctor.all_bad") if bad else t("doctor.all_good"))
    return 1 if bad else 0


async def findings(settings: Settings, words: Words) -> AsyncIterator[Finding]:
    yield Finding("good", t("doctor.python", version=platform.python_version()))
    yield _pack(settings, words)
    yield _space(settings)
    async for finding in _storage(settings, words):
        yield finding
    running = await _running(settings)
    yield _web(settings, running)
    yield await _telegram(settings)
    if running and "telegram_conflict_seconds" in running:
        yield Finding("bad", t("doctor.telegram_conflict"))


def _pack(settings: Settings, words: Words) -> Finding:
    try:
        pack = load(settings.contest_pack)
    except PackError as error:
        return Finding("bad", words.pack_problem(error))
    if pack.checklist.steps:
        try:
            words_of(settings.contest_pack)
        except (OSError, msgspec.DecodeError) as error:
            return Finding("bad", t("doctor.forms", why=str(error)))
    name = pack_words(pack.name)
    return Finding("good", t("doctor.pack", name=name, topics=len(pack.topics)))


def _space(settings: Settings) -> Finding:
    folder = settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".doctor"
        probe.write_bytes(b"x")
        probe.unlink()
        free = shutil.disk_usage(folder).free
    except OSError:
        return Finding("bad", t("doctor.folder_bad", folder=str(folder)))
    megabytes = free // 1_000_000
    if free < LITTLE_SPACE:
        return Finding("bad", t("doctor.little_space", folder=str(folder), free=megabytes))
    return Finding("good", t("doctor.folder", folder=str(folder), free=megabytes))


async def _storage(settings: Settings, words: Words) -> AsyncIterator[Finding]:
    storage = open_storage(settings.storage_url)
    try:
        await storage.open(serve=False)
        ages = await storage.ages(clock.now(), [WEB])
        requests = await storage.requests()
    except Trouble as error:
        yield Finding("bad", words.trouble(error))
        return
    finally:
        await storage.close()
    yield Finding("good", t("doctor.database"))
    oldest = max(ages.oldest_undone, ages.oldest_unsent)
    if oldest > TOO_OLD:
        waiting = ages.undone + ages.unsent
        yield Finding("bad", t("doctor.stuck", n=waiting, minutes=int(oldest // 60)))
    if ages.parked:
        yield Finding("bad", t("doctor.parked", n=ages.parked))
    if ages.dead:
        yield Finding("note", t("doctor.undeliverable", n=ages.dead))
    if ages.in_doubt:
        yield Finding("note", t("doctor.in_doubt", n=ages.in_doubt))
    if ages.questions:
        yield Finding("note", t("doctor.questions", n=ages.questions))
    if late := sum(request.done_by < clock.now().astimezone(ZONE).date() for request in requests):
        yield Finding("bad", t("doctor.requests_late", n=late))
    elif requests:
        yield Finding("note", t("doctor.requests", n=len(requests)))


async def _running(settings: Settings) -> dict[str, Any] | None:
    """What the running program says of itself; {} of another program; None: nobody is there."""
    try:
        connecting = asyncio.open_connection(settings.web_host, settings.web_port)
        reader, writer = await asyncio.wait_for(connecting, 3)
        writer.write(b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n")
        answer = await asyncio.wait_for(reader.read(10_000), 3)
        writer.close()
    except (OSError, TimeoutError):
        return None
    try:
        said = json.loads(answer.partition(b"\r\n\r\n")[2])
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _web(settings: Settings, running: dict[str, Any] | None) -> Finding:
    address = f"http://{settings.web_host}:{settings.web_port}"
    if running is None:
        return Finding("note", t("doctor.web_off", address=address))
    if "oldest_unanswered_seconds" not in running:
        return Finding("bad", t("doctor.web_other", address=address, port=str(settings.web_port)))
    return Finding("good", t("doctor.web_on", address=address))


async def _telegram(settings: Settings) -> Finding:
    """Does Telegram know the bot? Asks only who it is, which disturbs nobody."""
    if not settings.telegram_token:
        return Finding("note", t("run.other_channels"))
    from bot.channels.telegram.client import who_we_are

    found = await who_we_are(settings)
    match found.fault:
        case None:
            return Finding("good", t("doctor.telegram", name=found.name))
        case "token":
            return Finding("bad", t("doctor.telegram_token"))
        case _ if settings.telegram_proxy:
            return Finding("bad", t("doctor.telegram_proxy"))
        case _:
            return Finding("bad", t("doctor.telegram_away"))
