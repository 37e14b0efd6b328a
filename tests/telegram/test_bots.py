"""Bots on two libraries, driven through the server in both ways of getting updates."""

from __future__ import annotations

import pytest

from tests.telegram import LostAnswer, TelegramServer, TooMany
from tests.telegram.judges import judge_call, judge_result, judge_update
from tests.telegram.samples import BOTS, aiogram_polling, talk


@pytest.mark.parametrize("name", BOTS)
async def test_a_talk_with_a_bot(name: str, picture: bytes) -> None:
    async with TelegramServer() as server, BOTS[name](server):
        await talk(server.user(1001, "Nông", "Thử"), picture)
    for update in server.emitted:
        judge_update(update)
    for request in server.log:
        if request.status == 200:
            judge_result(request.method, request.result)
            judge_call(request.method, request.params)
    # a library that stops polls once more, and so ends its own last poll
    assert {request.status for request in server.requests()} == {200}


async def test_what_the_library_makes_of_faults() -> None:
    from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter

    from tests.telegram.samples import aiogram_bot

    async with TelegramServer() as server:
        await server.user(1001, "Nông").starts()
        bot = aiogram_bot(server)
        server.faults.next("sendMessage", TooMany(9))
        with pytest.raises(TelegramRetryAfter) as told:
            await bot.send_message(1001, "x")
        assert told.value.retry_after == 9
        server.faults.next("sendMessage", LostAnswer())
        with pytest.raises(TelegramNetworkError):
            await bot.send_message(1001, "x")
        assert len(server.chat(1001).messages) == 2
        await bot.session.close()


async def test_what_comes_twice_is_answered_twice_by_a_bot_that_keeps_no_book() -> None:
    async with TelegramServer() as server, aiogram_polling(server):
        person = server.user(1001, "Nông")
        server.twice()
        await person.types("một")
        assert [(await person.hears()).text for _ in range(2)] == ["«một»", "«một»"]
