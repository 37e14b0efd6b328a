"""getUpdates, as the official server does it."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.telegram import TelegramServer, User
from tests.telegram.errors import OTHER_POLLER, WEBHOOK_IS_SET
from tests.telegram.raw import RawBot


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def poll(bot: RawBot, **params: Any) -> asyncio.Task[dict[str, Any]]:
    """A long poll that has begun to wait."""
    bot.server.state.polling.waits.clear()
    task = asyncio.create_task(bot("getUpdates", **params))
    await asyncio.wait_for(bot.server.state.polling.waits.wait(), 5)
    return task


async def later(server: TelegramServer) -> None:
    """Past what a repeated poll is held back for."""
    server.clock.advance(3.5)


async def test_an_offset_confirms_all_below(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    for text in ("một", "hai", "ba", "bốn"):
        await person.types(text)
    first = await bot.updates()
    assert texts(first) == ["một", "hai", "ba", "bốn"]
    await later(server)
    assert texts(await bot.updates(limit=2)) == ["một", "hai"]
    await later(server)
    assert texts(await bot.updates(offset=first[2]["update_id"])) == ["ba", "bốn"]
    await later(server)
    assert texts(await bot.updates()) == ["ba", "bốn"]
    assert await bot.updates(offset=first[3]["update_id"] + 1) == []
    assert (await bot.ok("getWebhookInfo"))["pending_update_count"] == 0


async def test_a_negative_offset_forgets_all_but_the_last(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    for text in ("một", "hai", "ba"):
        await person.types(text)
    assert texts(await bot.updates(offset=-1)) == ["ba"]
    await later(server)
    assert texts(await bot.updates()) == ["ba"]


async def test_limits_are_kept_within_one_and_a_hundred(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    for number in range(103):
        await person.types(str(number))
    assert len(await bot.updates(limit=1000)) == 100
    await later(server)
    assert len(await bot.updates(limit=0)) == 1


async def test_a_long_poll_wakes_for_what_happens(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    waiting = await poll(bot, timeout=30)
    await person.types("đây")
    assert texts((await waiting)["result"]) == ["đây"]


async def test_a_long_poll_ends_after_fifty_seconds_at_most(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    waiting = await poll(bot, timeout=3600)
    server.clock.advance(49)
    await asyncio.sleep(0.05)
    assert not waiting.done()
    server.clock.advance(1.1)
    assert (await waiting)["result"] == []


async def test_the_same_short_poll_again_waits_three_seconds_and_brings_one(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    assert await bot.updates() == []
    waiting = await poll(bot)
    assert not waiting.done()
    server.clock.advance(3.1)
    assert (await waiting)["result"] == []
    await person.types("một")
    await person.types("hai")
    await bot.updates()
    assert texts(await bot.updates()) == ["một"]


async def test_of_two_pollers_the_first_is_ended(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    first = await poll(bot, timeout=30)
    second = await poll(bot, timeout=30)
    answer = await first
    assert (answer["error_code"], answer["description"]) == (409, f"Conflict: {OTHER_POLLER}")
    third = await poll(bot, timeout=30)
    assert not second.done()  # answers of conflict stay three seconds apart
    server.clock.advance(3.1)
    assert (await second)["error_code"] == 409
    await person.types("ai nghe?")
    assert texts((await third)["result"]) == ["ai nghe?"]


async def test_no_polling_beside_a_webhook(server: TelegramServer, bot: RawBot) -> None:
    waiting = await poll(bot, timeout=30)
    await bot.ok("setWebhook", url="http://127.0.0.1:9/")
    assert (await waiting)["description"] == "Conflict: terminated by setWebhook request"
    assert await bot.no("getUpdates") == f"409 Conflict: {WEBHOOK_IS_SET}"
    await bot.ok("deleteWebhook")
    await later(server)
    assert await bot.updates() == []


async def test_messages_live_a_day_and_presses_a_hundred_and_fifty_seconds(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    markup = {"inline_keyboard": [[{"text": "Có", "callback_data": "co"}]]}
    await bot.ok("sendMessage", chat_id=1001, text="Nộp?", reply_markup=markup)
    await person.types("chữ")
    await person.presses("Có")
    server.clock.advance(149)
    assert [list(u)[1] for u in await bot.updates()] == ["message", "callback_query"]
    server.clock.advance(2)
    assert [list(u)[1] for u in await bot.updates()] == ["message"]
    server.clock.advance(86_400)
    assert await bot.updates() == []


async def test_kinds_that_are_asked_for_are_remembered(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    await bot.updates(allowed_updates=["my_chat_member"])
    await person.types("không ai hỏi")
    await person.blocks()
    server.clock.advance(4)
    assert [list(u)[1] for u in await bot.updates()] == ["my_chat_member"]
    assert (await bot.ok("getWebhookInfo"))["allowed_updates"] == ["my_chat_member"]
    await bot.updates(allowed_updates=[], offset=-1)
    await person.unblocks()
    await person.types("nghe rồi")
    server.clock.advance(4)
    kinds = [list(u)[1] for u in await bot.updates()]
    assert kinds == ["my_chat_member", "my_chat_member", "message"]


async def test_an_update_may_come_twice(server: TelegramServer, bot: RawBot, person: User) -> None:
    server.twice()
    await person.types("một")
    (first,) = await bot.updates()
    (again,) = await bot.updates(offset=first["update_id"] + 1)
    assert again == first
    server.clock.advance(4)
    assert (await bot.ok("getWebhookInfo"))["pending_update_count"] == 1
    assert await bot.updates(offset=first["update_id"] + 2) == []


async def test_two_updates_may_change_places(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    server.swapped()
    for text in ("một", "hai", "ba"):
        await person.types(text)
    got = await bot.updates()
    assert texts(got) == ["hai", "một", "ba"]
    assert [u["update_id"] for u in got] == sorted(u["update_id"] for u in got)


async def test_poison_comes_as_it_is(server: TelegramServer, bot: RawBot, person: User) -> None:
    server.emit("telepathy", {"thought": 1})
    server.emit("message", None)
    server.emit("message", {"message_id": 9, "date": 1, "chat": {"id": 1, "type": "moon"}})
    got = await bot.updates()
    assert [list(update)[1] for update in got] == ["telepathy", "message", "message"]
    assert got[1]["message"] is None
