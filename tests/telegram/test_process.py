"""The server as another process."""

from __future__ import annotations

import asyncio
import sys

import aiohttp
import pytest

from tests.telegram.process import RefusedDeedError, ServerProcess

pytestmark = pytest.mark.slow


async def test_a_talk_with_a_server_elsewhere(picture: bytes) -> None:
    async with ServerProcess() as server, aiohttp.ClientSession() as session:

        async def ask(method: str, **params: object) -> dict[str, object]:
            url = f"{server.url}/bot{server.token}/{method}"
            async with session.post(url, json=params) as answer:
                return dict(await answer.json())

        person = await server.user(1001, "Nông", last_name="Thử")
        await person.does("starts", "xin")
        await person.does("sends_photo", picture, caption="Ảnh")
        assert len(await server.emitted()) == 2
        await server.fault("sendMessage", "TooMany", 2, times=1)
        assert (await ask("sendMessage", chat_id=1001, text="x"))["error_code"] == 429
        markup = {"inline_keyboard": [[{"text": "Có", "callback_data": "co"}]]}
        await ask("sendMessage", chat_id=1001, text="Nộp?", reply_markup=markup)
        heard = await person.does("hears")
        assert heard["text"] == "Nộp?"
        assert (await person.does("presses", "Có", message=heard))["data"] == "co"
        with pytest.raises(RefusedDeedError, match="NoSuchButtonError"):
            await person.does("presses", "Không")
        with pytest.raises(RefusedDeedError, match="TimeoutError"):
            await person.does("hears", 0.05)
        screen = await person.screen()
        assert [shown["kind"] for shown in screen] == ["text", "photo", "text"]
        assert screen[1]["files"][0]["size"] > 1000
        assert [line["status"] for line in await server.log("sendMessage")] == [429, 200]
        await server.post("rates", overall=None, chat=1, burst=1, group=None)
        for _ in range(3):
            await ask("sendMessage", chat_id=1001, text="x")
        assert await server.get("rates") == {"violations": 1, "refused": 2}
        await server.post("advance", seconds=200)
        query = {"callback_query_id": "1"}
        assert (await ask("answerCallbackQuery", **query))["ok"] is False


async def test_a_server_ends_with_its_parent() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.telegram.serve",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdin is not None
    assert (await process.stdout.readline()).startswith(b"http://127.0.0.1:")
    process.stdin.close()
    assert await asyncio.wait_for(process.wait(), 10) == 0
