"""Bad days, and rates."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from tests.telegram import (
    Clock,
    Delay,
    Dropped,
    Gateway,
    LostAnswer,
    Refuse,
    TelegramServer,
    TooMany,
    User,
)
from tests.telegram.raw import RawBot


async def test_too_many_says_how_long_to_wait(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    server.faults.next("sendMessage", TooMany(7), times=2)
    for _ in range(2):
        answer = await bot("sendMessage", chat_id=1001, text="x")
        assert answer == {
            "ok": False, "error_code": 429, "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        }  # fmt: skip
    await bot.ok("sendMessage", chat_id=1001, text="x")
    assert len(person.screen) == 2


async def test_a_gateway_answers_with_a_page(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    server.faults.next("*", Gateway(502))
    url = bot.url("sendMessage")
    async with bot.session.post(url, json={"chat_id": 1001, "text": "x"}) as answer:
        assert answer.status == 502
        assert answer.content_type == "text/html"
        assert "<center><h1>502 Bad Gateway</h1></center>" in await answer.text()
    assert len(person.screen) == 1


@pytest.mark.parametrize(("fault", "done"), [(Dropped(), 0), (LostAnswer(), 1)])
async def test_a_connection_ends_before_or_after_it_is_done(
    server: TelegramServer, bot: RawBot, person: User, fault: Dropped | LostAnswer, done: int
) -> None:
    server.faults.next("sendMessage", fault)
    with pytest.raises(aiohttp.ClientError):
        await bot("sendMessage", chat_id=1001, text="x")
    assert len(person.screen) == 1 + done
    assert [r.status for r in server.requests("sendMessage")] == [0]
    await bot.ok("sendMessage", chat_id=1001, text="y")
    assert person.screen[-1].text == "y"


async def test_a_delay_is_of_the_servers_clock(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    server.faults.next("sendMessage", Delay(10))
    sending = asyncio.create_task(bot.ok("sendMessage", chat_id=1001, text="x"))
    await asyncio.sleep(0.05)
    assert not sending.done()
    server.clock.advance(10)
    await sending


async def test_rules_are_for_a_chat_and_after_so_many(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    await server.user(1002, "Vi").starts()
    server.faults.next("sendMessage", Refuse(400, "Bad Request: no"), chat=1002, after=1)
    await bot.ok("sendMessage", chat_id=1001, text="x")
    await bot.ok("sendMessage", chat_id=1002, text="x")
    await bot.ok("sendMessage", chat_id=1001, text="x")
    assert await bot.no("sendMessage", chat_id=1002, text="x") == "400 Bad Request: no"
    server.faults.next("sendMessage", TooMany())
    server.faults.clear()
    await bot.ok("sendMessage", chat_id=1002, text="x")


async def test_there_is_no_rate_unless_one_is_set(bot: RawBot, person: User) -> None:
    for number in range(40):
        await bot.ok("sendMessage", chat_id=1001, text=str(number))


async def test_one_chat_takes_a_burst_and_then_one_a_second(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    await server.user(1002, "Vi").starts()
    server.rates.limit(overall=None, chat=1, burst=3, group=None)
    for _ in range(3):
        await bot.ok("sendMessage", chat_id=1001, text="x")
    answer = await bot("sendMessage", chat_id=1001, text="x")
    assert answer["error_code"] == 429
    assert answer["parameters"]["retry_after"] == 3
    assert server.rates.violations == 0
    await bot.ok("sendMessage", chat_id=1002, text="x")
    server.clock.advance(1)
    answer = await bot("sendMessage", chat_id=1001, text="x")
    assert answer["parameters"]["retry_after"] == 2
    assert (server.rates.violations, server.rates.refused) == (1, 2)
    server.clock.advance(2.1)
    await bot.ok("sendMessage", chat_id=1001, text="x")
    await bot.ok("sendChatAction", chat_id=1001, action="typing")


async def test_all_chats_together_and_groups_by_the_minute(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    server.rates.limit(overall=5, chat=None, group=2)
    group = server.group("Nhóm thử", [person])
    for _ in range(2):
        await bot.ok("sendMessage", chat_id=group.id, text="x")
    answer = await bot("sendMessage", chat_id=group.id, text="x")
    assert answer["parameters"]["retry_after"] == 60
    server.clock.advance(61)
    for _ in range(5):
        await bot.ok("sendMessage", chat_id=1001, text="x")
    assert "429" in await bot.no("sendMessage", chat_id=group.id, text="x")
    server.clock.advance(4)
    await bot.ok("sendMessage", chat_id=group.id, text="x")


async def test_a_running_clock_can_be_moved_on() -> None:
    clock = Clock()
    sleeping = asyncio.create_task(clock.sleep(3600))
    await asyncio.sleep(0.01)
    clock.advance(3599.95)
    await asyncio.wait_for(sleeping, 2)
    never: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    assert not await clock.wait(never, 0.01)
    never.set_result(None)
    assert await clock.wait(never, 3600)
