"""A message to many on Telegram: once each, at its pace, and never in the way of a reply."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import bulk, outbox
from bot.app import App
from bot.channels.port import Message
from bot.channels.telegram.health import Health
from bot.channels.telegram.part import Telegram
from bot.channels.telegram.polling import Poller
from bot.config import Settings
from dialog.event import ChatRef
from storage.memory import Memory
from storage.port import Outgoing, Pending, Storage, Told, Unavailable
from tests.talk import TINY, contest, until
from tests.telegram import Gateway, LostAnswer, TelegramServer, TooMany
from tests.telegram.faults import Fault
from tests.telegram.samples import aiogram_bot

BODY = Message("Sắp hết hạn nộp hồ sơ", "vi").to_json()


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server


def crowd(server: TelegramServer, count: int) -> list[int]:
    for number in range(1, count + 1):
        server.user(number, "Nông", "Thử").person.started = True
    return list(range(1, count + 1))


async def tell_all(storage: Storage, count: int) -> None:
    now = datetime.now(UTC)
    told = [
        Told(ChatRef("telegram", str(n)), Outgoing(BODY, now, bulk=True))
        for n in range(1, count + 1)
    ]
    assert await storage.run_once("news", "1", now, told)


@asynccontextmanager
async def program(
    folder: Path, server: TelegramServer, storage: Storage, overall: float = 1000
) -> AsyncIterator[App]:
    settings = Settings(data_dir=folder, telegram_token=server.token, telegram_api_url=server.url)
    app = App(settings, storage=storage, contest=contest(TINY), settle=timedelta())
    telegram = Telegram(app, overall=overall)
    await app.start([telegram.channel])
    telegram.start()
    try:
        yield app
    finally:
        await app.stop()
        await telegram.close()


def heard(server: TelegramServer) -> Counter[int]:
    """How many messages came to whom."""
    return Counter(r.params["chat_id"] for r in server.requests("sendMessage") if r.result)


async def test_everybody_gets_it_once_and_a_reply_overtakes_it(
    tmp_path: Path, server: TelegramServer
) -> None:
    storage, everybody = Memory(), crowd(server, 150)
    await tell_all(storage, len(everybody))
    asks = server.user(1000, "Nông", "Thử")
    async with program(tmp_path, server, storage, overall=100) as app:
        await until(lambda: len(heard(server)) > 10)
        await asks.types("menu")
        await asks.hears()
        assert len(heard(server)) < 100
        assert (await app.ages()).unsent > 50
        await until(lambda: len(heard(server)) == len(everybody) + 1)
        await app.idle()
    assert heard(server) == dict.fromkeys([*everybody, 1000], 1)
    assert (await storage.ages(datetime.now(UTC), ["telegram"])).unsent == 0


async def test_a_thousand_who_wait_are_not_a_thousand_tasks(
    tmp_path: Path, server: TelegramServer
) -> None:
    storage = Memory()
    await tell_all(storage, len(crowd(server, 1000)))
    async with program(tmp_path, server, storage, overall=20):
        await until(lambda: len(heard(server)) > 3)
        assert len(asyncio.all_tasks()) < 100


async def test_who_waits_for_a_reply_in_the_same_chat_gets_it_first(
    tmp_path: Path, server: TelegramServer
) -> None:
    storage, everybody = Memory(), crowd(server, 60)
    await tell_all(storage, len(everybody))
    async with program(tmp_path, server, storage, overall=20):
        await until(lambda: len(heard(server)) > 3)
        last = server.user(everybody[-1], "Nông")
        await last.types("menu")
        assert "Sắp hết hạn" not in (await last.hears()).text


@pytest.mark.parametrize(("fault", "arrived"), [(LostAnswer(), True), (Gateway(504), False)])
async def test_what_may_have_arrived_is_in_doubt_and_not_repeated(
    tmp_path: Path, server: TelegramServer, monkeypatch: pytest.MonkeyPatch, fault: Fault,
    arrived: bool,
) -> None:  # fmt: skip
    monkeypatch.setattr(bulk, "FIRST_PAUSE", 0.05)
    storage, everybody = Memory(), crowd(server, 40)
    server.faults.next("sendMessage", fault, chat=3)
    heard_it = [number for number in everybody if arrived or number != 3]
    await tell_all(storage, len(everybody))
    async with program(tmp_path, server, storage) as app:
        await until(lambda: len(heard(server)) == len(heard_it))
        await app.idle()
    assert heard(server) == dict.fromkeys(heard_it, 1)
    assert [p.chat.id for p in await storage.doubtful()] == ["3"]
    assert (await storage.ages(datetime.now(UTC), ["telegram"])).in_doubt == 1


async def test_a_pause_is_kept_and_nobody_is_left_out(
    tmp_path: Path, server: TelegramServer
) -> None:
    storage, everybody = Memory(), crowd(server, 40)
    server.faults.next("sendMessage", TooMany(1), after=10)
    await tell_all(storage, len(everybody))
    async with program(tmp_path, server, storage):
        await until(lambda: len(heard(server)) == len(everybody))
    assert heard(server) == dict.fromkeys(everybody, 1)
    sends = server.requests("sendMessage")
    told = next(r.at for r in sends if r.status == 429)
    under_way = 0.1  # seconds, of what had left us before we were told
    assert not [r for r in sends if told + under_way < r.at < told + 1]
    assert await storage.doubtful() == []


async def test_a_channel_that_is_down_is_tried_with_a_few_not_with_all(
    tmp_path: Path, server: TelegramServer
) -> None:
    storage = Memory()
    await tell_all(storage, len(crowd(server, 200)))
    server.faults.next("sendMessage", Gateway(), times=10_000)
    async with program(tmp_path, server, storage):
        await until(lambda: len(server.requests("sendMessage")) > 0)
        await asyncio.sleep(0.8)
        assert len(server.requests("sendMessage")) <= bulk.AT_ONCE
    assert (await storage.ages(datetime.now(UTC), ["telegram"])).unsent == 200


async def test_who_blocked_us_or_was_erased_meanwhile_gets_nothing(
    tmp_path: Path, server: TelegramServer
) -> None:
    storage, everybody = Memory(), crowd(server, 30)
    server.user(2, "Nông").person.blocked = True
    await tell_all(storage, len(everybody))
    async with program(tmp_path, server, storage, overall=30):
        await until(lambda: len(heard(server)) > 3)
        await storage.gone(ChatRef("telegram", "30"), datetime.now(UTC))
        await until(lambda: len(heard(server)) == 28)
        await asyncio.sleep(0.1)
    assert heard(server) == dict.fromkeys(set(everybody) - {2, 30}, 1)
    assert (await storage.ages(datetime.now(UTC), ["telegram"])).dead == 2


async def test_stopped_in_the_middle_it_goes_on_at_the_next_start(
    tmp_path: Path, server: TelegramServer
) -> None:
    storage, everybody = Memory(), crowd(server, 60)
    await tell_all(storage, len(everybody))
    async with program(tmp_path, server, storage, overall=50):
        await until(lambda: len(heard(server)) > 10)
    before = len(heard(server))
    assert before < 50
    assert await storage.doubt_interrupted(datetime.now(UTC)) == 0
    async with program(tmp_path, server, storage):
        await until(lambda: len(heard(server)) == len(everybody))
    assert heard(server) == dict.fromkeys(everybody, 1)


async def test_what_was_begun_before_a_crash_is_not_sent_at_the_start(
    tmp_path: Path, server: TelegramServer
) -> None:
    storage, everybody = Memory(), crowd(server, 5)
    await tell_all(storage, len(everybody))
    (first,) = await storage.next_bulk("telegram", datetime.now(UTC), 1)
    await storage.begin(first.id)
    async with program(tmp_path, server, storage) as app:
        await until(lambda: len(heard(server)) == 4)
        await app.idle()
        assert set(heard(server)) == {2, 3, 4, 5}
        assert await storage.repeat(first.id, datetime.now(UTC))
        await until(lambda: len(heard(server)) == 5)


async def test_a_disk_that_is_full_for_a_moment_loses_and_doubles_nothing(
    tmp_path: Path, server: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(Memory):
        calls = 0

        async def begin(self, message: int) -> bool:
            self._weather()
            return await super().begin(message)

        async def sent(self, message: Pending, receipt: str, at: datetime) -> Pending | None:
            self._weather()
            return await super().sent(message, receipt, at)

        def _weather(self) -> None:
            self.calls += 1
            if self.calls % 5 == 0:
                raise Unavailable("disk full")

    monkeypatch.setattr(bulk, "FIRST_PAUSE", 0.05)
    monkeypatch.setattr(outbox, "LOOK_EVERY", 0.05)
    storage, everybody = Full(), crowd(server, 60)
    await tell_all(storage, len(everybody))
    async with program(tmp_path, server, storage) as app:
        await until(lambda: len(heard(server)) == len(everybody))
        await app.idle()
    assert heard(server) == dict.fromkeys(everybody, 1)
    assert (await storage.ages(datetime.now(UTC), ["telegram"])).unsent == 0


async def test_more_chats_than_there_is_room_for_are_served_one_after_the_other(
    tmp_path: Path, server: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "MOST_AT_ONCE", 3)
    monkeypatch.setattr(outbox, "LOOK_EVERY", 0.05)
    storage, everybody = Memory(), crowd(server, 30)
    now = datetime.now(UTC)
    told = [Told(ChatRef("telegram", str(n)), Outgoing(BODY, now)) for n in everybody]
    await storage.run_once("replies", "1", now, told)
    async with program(tmp_path, server, storage, overall=100):
        await until(lambda: len(heard(server)) > 3)
        assert sum("outbox telegram" in task.get_name() for task in asyncio.all_tasks()) <= 3
        await until(lambda: len(heard(server)) == len(everybody))
    assert heard(server) == dict.fromkeys(everybody, 1)


async def test_updates_are_taken_chat_by_chat_in_order_and_confirmed_when_durable(
    server: TelegramServer,
) -> None:
    taken: dict[int, list[str]] = {}
    failures = {"1-2": 2, "2-0": 1}

    async def accept(update: Mapping[str, Any]) -> None:
        chat, text = update["message"]["chat"]["id"], update["message"]["text"]
        await asyncio.sleep(0.01 if chat == 1 else 0)
        if failures.get(text, 0):
            failures[text] -= 1
            raise Unavailable("disk full")
        taken.setdefault(chat, []).append(text)

    people = [server.user(number, "Nông", "Thử") for number in (1, 2, 3)]
    for n in range(5):
        for person in people:
            await person.types(f"{person.id}-{n}")
    bot = aiogram_bot(server)
    poller = Poller(bot, accept, Health(time.monotonic), held=1)
    polling = asyncio.create_task(poller.poll())
    await until(lambda: all(len(set(taken.get(n, []))) == 5 for n in (1, 2, 3)), seconds=10)
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
    await bot.session.close()
    for number in (
        1,
        2,
        3,
    ):  # what comes again after a failure was known before: order is of firsts
        assert list(dict.fromkeys(taken[number])) == [f"{number}-{n}" for n in range(5)]
