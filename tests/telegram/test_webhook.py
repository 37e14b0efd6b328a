"""Delivery to a webhook: queues, tries, waits, and what an answer may ask for."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.telegram import TelegramServer, User
from tests.telegram.raw import Hook, RawBot

MARKUP = {"inline_keyboard": [[{"text": "Có", "callback_data": "co"}]]}


async def settled(server: TelegramServer, seconds: float = 0.05) -> None:
    """Let requests on this machine come to rest."""
    await asyncio.sleep(seconds)


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_are_brought_with_the_secret(
    server: TelegramServer, bot: RawBot, person: User, hook: Hook
) -> None:
    await person.types("trước")  # what waited is brought too
    await bot.ok("setWebhook", url=hook.url, secret_token="bi-mat_1", max_connections=5)
    await person.types("sau")
    assert texts(await hook.has(2)) == ["trước", "sau"]
    assert hook.secrets == ["bi-mat_1"] * 2
    await settled(server)
    info = await bot.ok("getWebhookInfo")
    assert info == {
        "url": hook.url, "has_custom_certificate": False, "pending_update_count": 0,
        "max_connections": 5, "ip_address": "127.0.0.1",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"url": "http://example.com/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "ftp://127.0.0.1/"}, "invalid webhook URL specified"),
        ({"secret_token": "x" * 257}, "secret token is too long"),
        ({"secret_token": "mã mật"}, "secret token contains unallowed characters"),
    ],
)
async def test_a_wrong_webhook_is_refused(
    bot: RawBot, hook: Hook, given: dict[str, str], said: str
) -> None:
    params = {"url": hook.url, **given}
    assert await bot.no("setWebhook", **params) == f"400 Bad Request: {said}"
    assert (await bot.ok("getWebhookInfo"))["url"] == ""


async def test_it_is_set_once_a_second(server: TelegramServer, bot: RawBot, hook: Hook) -> None:
    await bot.ok("setWebhook", url=hook.url)
    answer = await bot("setWebhook", url=hook.url)
    assert answer == {
        "ok": False, "error_code": 429, "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }  # fmt: skip
    server.clock.advance(1.1)
    await bot.ok("setWebhook", url=hook.url)


async def test_what_waits_may_be_dropped(
    server: TelegramServer, bot: RawBot, person: User, hook: Hook
) -> None:
    await person.types("cũ")
    await bot.ok("setWebhook", url=hook.url, drop_pending_updates=True)
    await person.types("mới")
    assert texts(await hook.has(1)) == ["mới"]
    await bot.ok("deleteWebhook")
    await person.types("bỏ")
    await bot.ok("deleteWebhook", drop_pending_updates=True)
    assert await bot.updates() == []


async def test_one_chat_is_in_order_and_presses_go_beside_it(
    server: TelegramServer, bot: RawBot, person: User, hook: Hook
) -> None:
    await bot.ok("sendMessage", chat_id=1001, text="Nộp?", reply_markup=MARKUP)
    hook.hold = asyncio.Event()
    await bot.ok("setWebhook", url=hook.url)
    first = await person.types("một")
    await person.edits(first, text="một rồi")
    await person.presses("Có")
    other = server.user(1002, "Vi", "Thử")
    await other.starts()
    await person.blocks()
    await hook.has(4)
    await settled(server)
    kinds = [(list(u)[1], u[list(u)[1]]["from"]["id"]) for u in hook.got]
    assert sorted(kinds) == [
        ("callback_query", 1001), ("message", 1001), ("message", 1002), ("my_chat_member", 1001),
    ]  # fmt: skip
    hook.hold.set()
    got = await hook.has(5)
    assert list(got[4])[1] == "edited_message"


async def test_no_more_at_a_time_than_connections(
    server: TelegramServer, bot: RawBot, hook: Hook
) -> None:
    hook.hold = asyncio.Event()
    await bot.ok("setWebhook", url=hook.url, max_connections=2)
    for number in range(4):
        await server.user(2000 + number, f"Người {number}").starts()
    await hook.has(2)
    await settled(server)
    assert len(hook.got) == 2
    hook.hold.set()
    await hook.has(4)


async def test_tries_are_at_once_then_after_two_four_eight_seconds(
    server: TelegramServer, bot: RawBot, person: User, hook: Hook
) -> None:
    hook.answers = lambda update: web.Response(status=500)
    await bot.ok("setWebhook", url=hook.url)
    await person.types("một")
    await person.types("hai")
    await hook.has(2)  # at once, and once more
    for wait in (2, 4, 8, 16, 32):
        tried = len(hook.got)
        await settled(server)
        server.clock.advance(wait - 0.1)
        await settled(server)
        assert len(hook.got) == tried
        server.clock.advance(0.2)
        await hook.has(tried + 1)
    assert set(texts(hook.got)) == {"một"}  # the rest of the chat waits
    info = await bot.ok("getWebhookInfo")
    expected = "Wrong response from the webhook: 500 Internal Server Error"
    assert info["last_error_message"] == expected
    assert info["last_error_date"] == pytest.approx(server.clock.now(), abs=2)
    assert info["pending_update_count"] == 2
    await settled(server)
    tried = len(hook.got)
    server.clock.advance(59)
    await settled(server)
    assert len(hook.got) == tried
    hook.answers = lambda update: web.Response()
    server.clock.advance(62)  # the cap is somewhere between 60 and 120
    await hook.has(tried + 2)
    assert texts(hook.got)[-2:] == ["một", "hai"]


async def test_what_the_bot_asks_to_wait_is_waited(
    server: TelegramServer, bot: RawBot, person: User, hook: Hook
) -> None:
    hook.answers = lambda update: web.Response(status=503, headers={"Retry-After": "30"})
    await bot.ok("setWebhook", url=hook.url)
    await person.types("một")
    await hook.has(1)
    await settled(server)
    server.clock.advance(29)
    await settled(server)
    assert len(hook.got) == 1
    server.clock.advance(1.5)
    await hook.has(2)


async def test_silence_of_a_minute_is_a_failure(
    server: TelegramServer, bot: RawBot, person: User, hook: Hook
) -> None:
    hook.hold = asyncio.Event()
    await bot.ok("setWebhook", url=hook.url)
    await person.types("một")
    await hook.has(1)
    server.clock.advance(61)
    await hook.has(2)
    assert (await bot.ok("getWebhookInfo"))["last_error_message"] == "Read timeout expired"
    hook.hold.set()


async def test_a_bot_that_is_not_there_is_looked_for_again(
    server: TelegramServer, bot: RawBot, person: User, hook: Hook
) -> None:
    await bot.ok("setWebhook", url="http://127.0.0.1:9/")
    await person.types("một")
    await settled(server)
    assert (await bot.ok("getWebhookInfo"))["last_error_message"] == "Connection refused"
    server.clock.advance(2.1)
    await settled(server)
    await bot.ok("setWebhook", url=hook.url)
    assert texts(await hook.has(1)) == ["một"]


async def test_updates_too_old_are_dropped(
    server: TelegramServer, bot: RawBot, person: User, hook: Hook
) -> None:
    hook.answers = lambda update: web.Response(status=500)
    await bot.ok("setWebhook", url=hook.url)
    await person.types("một")
    await hook.has(2)
    await settled(server)
    server.clock.advance(86_401)
    await settled(server)
    assert (await bot.ok("getWebhookInfo"))["pending_update_count"] == 0


async def test_a_webhook_that_is_gone_for_a_day_is_removed(
    server: TelegramServer, bot: RawBot, person: User, hook: Hook
) -> None:
    hook.answers = lambda update: web.Response(status=410)
    await bot.ok("setWebhook", url=hook.url)
    await person.types("một")
    await hook.has(2)
    await settled(server)
    server.clock.advance(22 * 3600)
    await hook.has(3)
    await settled(server)
    assert (await bot.ok("getWebhookInfo"))["url"] == hook.url
    server.clock.advance(3601)
    await hook.has(4)
    await settled(server)
    assert (await bot.ok("getWebhookInfo"))["url"] == ""
    assert texts(await bot.updates()) == ["một"]  # it still waits


def as_json(params: dict[str, Any]) -> web.Response:
    return web.json_response(params)


def as_form(params: dict[str, Any]) -> web.Response:
    return web.Response(
        body=aiohttp.FormData({k: str(v) for k, v in params.items()})()._value,
        content_type="application/x-www-form-urlencoded",
    )


@pytest.mark.parametrize("form", [as_json, as_form])
async def test_an_answer_may_ask_for_a_method(
    server: TelegramServer, bot: RawBot, person: User, hook: Hook, form: Any
) -> None:
    hook.answers = lambda update: form({"method": "sendMessage", "chat_id": 1001, "text": "Chào"})
    await bot.ok("setWebhook", url=hook.url)
    await person.types("một")
    assert (await person.hears()).text == "Chào"
    (request,) = server.requests("sendMessage")
    assert (request.via, request.status) == ("webhook", 200)


async def test_an_answer_in_parts_may_bring_a_file(
    server: TelegramServer, bot: RawBot, person: User, hook: Hook
) -> None:
    body = (
        b'--x\r\nContent-Disposition: form-data; name="method"\r\n\r\nsendDocument\r\n'
        b'--x\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n1001\r\n'
        b'--x\r\nContent-Disposition: form-data; name="document"; filename="a.txt"\r\n\r\nabc\r\n'
        b"--x--\r\n"
    )
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    hook.answers = lambda update: web.Response(body=body, headers=headers)
    await bot.ok("setWebhook", url=hook.url)
    await person.types("một")
    assert (await person.hears()).files == (b"abc",)


@pytest.mark.parametrize("method", ["deleteWebhook", "getMe", "logOut", "close", "setWebhook"])
async def test_an_answer_may_not_ask_for_everything(
    server: TelegramServer, bot: RawBot, person: User, hook: Hook, method: str
) -> None:
    hook.answers = lambda update: web.Response(
        text=json.dumps({"method": method}), content_type="application/json"
    )
    await bot.ok("setWebhook", url=hook.url)
    await person.types("một")
    await hook.has(1)
    await settled(server)
    assert [r.via for r in server.requests(method)] == ["http"] * (method == "setWebhook")
    assert (await bot.ok("getWebhookInfo"))["url"] == hook.url


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b"{"), ("application/json", b"[1]"), ("application/json", b"{}"),
        ("text/plain", b"ok"), ("multipart/form-data; boundary=x", b"?"),
        ("application/x-www-form-urlencoded", b"\xff"),
    ],
)  # fmt: skip
async def test_an_answer_that_asks_for_nothing_is_taken_as_yes(
    server: TelegramServer, bot: RawBot, person: User, hook: Hook, kind: str, body: bytes
) -> None:
    hook.answers = lambda update: web.Response(body=body, headers={"Content-Type": kind})
    await bot.ok("setWebhook", url=hook.url)
    await person.types("một")
    await person.types("hai")
    assert texts(await hook.has(2)) == ["một", "hai"]
    assert len(person.screen) == 3


async def test_the_same_webhook_again_changes_nothing(
    server: TelegramServer, bot: RawBot, person: User, hook: Hook
) -> None:
    hook.hold = asyncio.Event()
    await bot.ok("setWebhook", url=hook.url)
    await person.types("một")
    await hook.has(1)
    server.clock.advance(2)
    await bot.ok("setWebhook", url=hook.url)
    hook.hold.set()
    await settled(server)
    assert len(hook.got) == 1
    server.clock.advance(2)
    hook.hold = asyncio.Event()
    await person.types("hai")
    await hook.has(2)
    await bot.ok("setWebhook", url=hook.url, secret_token="moi")
    await hook.has(3)  # what was on its way to the old one comes again
    assert hook.secrets == [None, None, "moi"]
    hook.hold.set()


async def test_an_update_may_come_twice_here_too(
    server: TelegramServer, bot: RawBot, person: User, hook: Hook
) -> None:
    await bot.ok("setWebhook", url=hook.url)
    server.twice()
    await person.types("một")
    got = await hook.has(2)
    assert got[0] == got[1]
