"""Serve: the web chat, until asked to stop."""

from __future__ import annotations

import argparse
import asyncio
import errno
import signal
from typing import TYPE_CHECKING

from aiohttp import web

from bot.app import App
from bot.channels.web import WebChannel, make_server
from bot.channels.web.limits import Limits
from bot.channels.web.page import Page
from bot.channels.web.part import Receipt, Web
from bot.commands.words import Words
from bot.config import LEARNT, Settings
from dialog.reply import t
from dialog.reply import words as pack_words

if TYPE_CHECKING:
    from bot.channels.telegram.part import Telegram


def web_part(
    app: App, limits: Limits, receipt: Receipt | None = None
) -> tuple[WebChannel, web.Application]:
    """The web chat of a program: its channel, and the server in front of it."""
    channel = WebChannel()
    app.sent.append(channel.sent)
    settings, pack = app.settings, app.contest.pack
    part = Web(
        channel=channel,
        storage=app.storage,
        files=app.files,
        intake=app.intake,
        waiting=app.lanes.waiting,
        texts=app.texts,
        page=Page(app.texts, pack_words(pack.short_name), pack.languages),
        ages=app.ages,
        clock=app.clock,
        max_file_bytes=settings.max_file_mb * 1_000_000,
        max_chat_bytes=settings.max_chat_mb * 1_000_000,
        secure=settings.web_public_url.startswith("https://"),
        default_lang=settings.bot_language,
        limits=limits,
        receipt=receipt or app.storage.receipt,
        doing=app.doing,
        chores=app.chores,
        look=app.look,
        contests=app.contests,
        links=app.links,
    )
    return channel, make_server(part)


async def work(settings: Settings, _: argparse.Namespace, words: Words) -> int:
    if not any((settings.data_dir / LEARNT).glob("*")):
        words.print(t("run.learning"))
    app = App(settings)
    channel, server = web_part(app, Limits())
    telegram = _telegram(app)
    if telegram and telegram.webhook:
        telegram.webhook.add_to(server)
    left = await app.start([channel, *([telegram.channel] if telegram else [])])
    runner = web.AppRunner(server, access_log=None, shutdown_timeout=5.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.web_host, settings.web_port).start()
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        port, host = str(settings.web_port), settings.web_host
        cannot = t("run.cannot_listen", host=host, port=port)
        words.complain(t("run.port_taken", port=port) if taken else cannot)
        await runner.cleanup()
        await _stopped(app, telegram)
        return 1
    if telegram:
        telegram.start()
    _greet(settings, words, left)
    await _asked_to_stop()
    words.print(t("run.stopping"))
    await runner.cleanup()
    await _stopped(app, telegram)
    return 0


def _telegram(app: App) -> Telegram | None:
    """Only where it is wanted: aiogram takes seconds and much memory to load."""
    if not app.settings.telegram_token:
        return None
    from bot.channels.telegram.part import Telegram

    telegram = Telegram(app)
    app.doing["telegram"] = telegram.health.told
    return telegram


async def _stopped(app: App, telegram: Telegram | None) -> None:
    await app.stop()
    if telegram:
        await telegram.close()


def _greet(settings: Settings, words: Words, left: int) -> None:
    words.print(t("run.open", address=settings.address))
    words.print(t("run.data", folder=str(settings.data_dir.resolve())))
    words.print(t("run.telegram") if settings.telegram_token else t("run.other_channels"))
    if left:
        words.print(t("run.taken_up", n=left))
    words.print(t("run.how_to_stop"))


async def _asked_to_stop() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    await stop.wait()
