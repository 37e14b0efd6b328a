"""Whole turns on Telegram, over the wire, and how long a person waits for an answer.

An update is fetched by polling, made durable (SQLite, FULL), answered by the handlers, the answer
made durable, sent with sendMessage and marked as sent. Counted is the CPU time of our process only;
the Bot API is a test server in a process of its own. Our pace of 29 messages a second is lifted for
this measurement.

Baselines, in the same run against the same server: one answering handler on bare aiogram
(`feed_raw_update`) and on bare python-telegram-bot, by polling, remembering nothing.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from aiogram import Bot, Dispatcher
from aiogram import types as aio
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

from bench.timing import percentile, table
from bot.app import App
from bot.channels.telegram.part import Telegram
from bot.channels.telegram.polling import GetRawUpdates
from bot.config import Settings
from contest.reading import load
from handlers import contest_of
from tests.talk import until
from tests.telegram.process import ServerProcess

UPDATES, RATE, SECONDS, RUNS = 1000, 50, 10, 3
FAST = 1_000_000  # messages a second: no pace
ANSWER = "Bà con bấm nút hoặc gõ câu hỏi, tôi trả lời ngay. " * 4
MENU, QUESTION = "menu", "hạn nộp hồ sơ là ngày nào"

Answered = Callable[[], int]
Running = Callable[[ServerProcess], AbstractAsyncContextManager[Answered]]


@asynccontextmanager
async def ours(server: ServerProcess) -> AsyncIterator[Answered]:
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as folder:
        settings = Settings(
            data_dir=Path(folder), telegram_token=server.token, telegram_api_url=server.url
        )
        app = App(settings, contest=contest_of(load("lang-son-9")))
        telegram = Telegram(app, overall=FAST)
        sent: list[int] = []
        app.sent.append(lambda pending: sent.append(pending.id))
        await app.start([telegram.channel])
        telegram.start()
        yield lambda: len(sent)
        await app.stop()
        await telegram.close()


@asynccontextmanager
async def bare_aiogram(server: ServerProcess) -> AsyncIterator[Answered]:
    dispatcher, answered, tasks = Dispatcher(), [0], set()
    bot = Bot(server.token, AiohttpSession(api=TelegramAPIServer.from_base(server.url)))

    @dispatcher.message()
    async def answer(message: aio.Message) -> None:
        await message.answer(ANSWER, parse_mode="HTML")
        answered[0] += 1

    async def poll() -> None:
        offset = None
        while True:
            for update in await bot(GetRawUpdates(offset=offset), request_timeout=65):
                offset = update["update_id"] + 1
                task = asyncio.create_task(dispatcher.feed_raw_update(bot, update))
                tasks.add(task)
                task.add_done_callback(tasks.discard)

    polling = asyncio.create_task(poll())
    yield lambda: answered[0]
    polling.cancel()
    await asyncio.gather(polling, *tasks, return_exceptions=True)
    await bot.session.close()


@asynccontextmanager
async def bare_ptb(server: ServerProcess) -> AsyncIterator[Answered]:
    answered = [0]

    async def answer(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message
        await update.message.reply_text(ANSWER, parse_mode="HTML")
        answered[0] += 1

    made = ApplicationBuilder().token(server.token).base_url(f"{server.url}/bot").build()
    made.add_handler(MessageHandler(filters.TEXT, answer))
    async with made:
        assert made.updater
        await made.updater.start_polling(timeout=50)
        await made.start()
        yield lambda: answered[0]
        await made.updater.stop()
        await made.stop()


async def throughput(running: Running, text: str) -> tuple[float, float]:
    """(updates a CPU second, updates a second): the best of some runs, as others only slow it."""
    best = (0.0, 0.0)
    async with ServerProcess() as server, running(server) as answered:
        for run in range(RUNS + 1):
            first = 1000 + run * UPDATES
            await server.post("crowd", first=first, count=UPDATES)
            before = answered()
            began, cpu = time.perf_counter(), time.process_time()
            await server.post("chatter", first=first, count=UPDATES, text=text)
            await until(lambda before=before: answered() == before + UPDATES, 120)
            used, passed = time.process_time() - cpu, time.perf_counter() - began
            if run:  # the first one warms up
                best = max(best, (UPDATES / used, UPDATES / passed))
    return best


async def waits(running: Running, text: str) -> list[float]:
    """Milliseconds from the person's message to our answer, both by the server's clock."""
    count = RATE * SECONDS
    async with ServerProcess() as server, running(server) as answered:
        await server.post("crowd", first=1000, count=count)
        typed = await server.post("chatter", first=1000, count=count, text=text, rate=RATE)
        await until(lambda: answered() == count, 30)
        heard: dict[int, float] = {}
        for at, chat, *_ in await server.get("sent"):
            heard.setdefault(chat, at)
    return [(heard[person] - at) * 1000 for person, at in typed]


async def measure() -> None:
    rows: list[tuple[object, ...]] = [
        ("what", "updates/CPU-s", "updates/s", "p50 ms", "p95 ms", "CPU, times bare aiogram")
    ]
    found = {}
    for name, running, text in (
        ("baseline: bare aiogram, answers, remembers nothing", bare_aiogram, MENU),
        ("baseline: bare python-telegram-bot, the same", bare_ptb, MENU),
        ("ours, whole turns: the menu", ours, MENU),
        ("ours, whole turns: a question", ours, QUESTION),
    ):
        found[name] = (*await throughput(running, text), await waits(running, text))
        base = next(iter(found.values()))[0]
        per_cpu, rate, waited = found[name]
        p50, p95 = percentile(waited, 0.5), percentile(waited, 0.95)
        rows.append((name, per_cpu, rate, p50, p95, base / per_cpu))
    table(f"Telegram by polling: {UPDATES} updates at once; waits at {RATE} updates a second", rows)


def main() -> None:
    asyncio.run(measure())
