"""Every form in which the libraries write a request."""

from __future__ import annotations

import asyncio
import io
import json

import aiohttp
import pytest

from tests.telegram import TelegramServer, User
from tests.telegram.raw import RawBot

MARKUP = {"inline_keyboard": [[{"text": "Đồng ý", "callback_data": "1"}]]}


async def test_forms_json_queries_and_gets_with_a_body_say_the_same(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    values = {"chat_id": 1001, "text": "123", "disable_notification": True, "reply_markup": MARKUP}
    form = {"chat_id": "1001", "text": "123", "disable_notification": "true",
            "reply_markup": json.dumps(MARKUP)}  # fmt: skip
    url = bot.url("sendMessage")
    async with (
        bot.session.post(url, json=values),
        bot.session.post(url, data=form),
        bot.session.get(url, data=form),
        bot.session.get(url, params=form),
        bot.session.post(bot.url("SENDmessage"), data=aiohttp.FormData(form)),
    ):
        pass
    form_data = aiohttp.FormData(form, default_to_multipart=True)
    async with bot.session.post(url, data=form_data):
        pass
    sent = server.requests("sendMessage")
    assert [r.status for r in sent] == [200] * 6
    assert all(r.params == values for r in sent)
    assert [shown.buttons for shown in person.screen[1:]] == [("Đồng ý",)] * 6


async def test_a_get_with_a_body_moves_the_offset(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    await person.types("một")
    async with bot.session.get(bot.url("getUpdates"), data={"offset": "0"}) as answer:
        (update,) = (await answer.json())["result"]
    offset = {"offset": str(update["update_id"] + 1), "timeout": "0"}
    async with bot.session.get(bot.url("getUpdates"), data=offset) as answer:
        assert (await answer.json())["result"] == []


@pytest.mark.parametrize("reference", ["document", "attach://xyz"])
async def test_a_file_is_its_own_part_or_attached(
    bot: RawBot, person: User, reference: str
) -> None:
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("chat_id", "1001")
    part = reference.removeprefix("attach://")
    if part != "document":
        form.add_field("document", reference)
    form.add_field(part, b"%PDF-1.7", filename="Đơn.pdf", content_type="application/pdf")
    async with bot.session.post(bot.url("sendDocument"), data=form, chunked=True) as answer:
        sent = (await answer.json())["result"]["document"]
    assert (sent["file_name"], sent["mime_type"], sent["file_size"]) == (
        "Đơn.pdf", "application/pdf", 8,
    )  # fmt: skip
    assert person.screen[-1].files == (b"%PDF-1.7",)


async def test_a_wrong_token_or_method_is_refused(server: TelegramServer, bot: RawBot) -> None:
    base = server.url
    async with bot.session.post(f"{base}/bot{server.token}x/getMe") as answer:
        assert await answer.json() == {
            "ok": False, "error_code": 401, "description": "Unauthorized",
        }  # fmt: skip
        assert answer.status == 401
    assert await bot.no("sendTelepathy") == "404 Not Found: method not found"
    async with bot.session.get(f"{base}/file/bot{server.token}/documents/none") as answer:
        assert answer.status == 404


async def test_what_is_no_json_is_refused(bot: RawBot, person: User) -> None:
    async with bot.session.post(
        bot.url("sendMessage"), data=b"{", headers={"Content-Type": "application/json"}
    ) as answer:
        assert answer.status == 400
    said = await bot.no("sendMessage", chat_id=1001, text="x", reply_markup="{")
    assert said == "400 Bad Request: can't parse reply markup JSON object"


async def test_more_than_fifty_megabytes_is_too_large(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    head = (
        f"POST /bot{server.token}/sendDocument HTTP/1.1\r\nHost: x\r\nContent-Length: 60000000\r\n"
    )
    writer.write(f"{head}Content-Type: multipart/form-data; boundary=x\r\n\r\n".encode())
    assert b" 413 " in await reader.readline()
    writer.close()
    form = aiohttp.FormData({"chat_id": "1001"})
    form.add_field("document", io.BytesIO(bytes((50 << 20) + 1)), filename="x")
    async with bot.session.post(bot.url("sendDocument"), data=form, chunked=True) as answer:
        assert answer.status == 413
        assert (await answer.json())["description"] == "Request Entity Too Large"
    assert len(person.screen) == 1
