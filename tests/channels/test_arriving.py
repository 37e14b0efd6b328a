"""Updates: each is durable before Telegram hears of it, and answered once, whatever happens."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.channels.telegram import polling, webhook
from bot.channels.telegram.commands import COMMANDS
from bot.channels.telegram.polling import GetRawUpdates
from bot.channels.telegram.webhook import HEADER, MOST_BODY, secret_of
from bot.commands.doctor import findings
from bot.commands.words import Words
from dialog.reply import Reply, t, verbatim
from handlers import route
from handlers.turn import Outcome, Turn
from storage.memory import Memory
from storage.port import Arrival, Unavailable
from tests.channels.line import Line, a_line
from tests.talk import bytes_of, until
from tests.telegram import Delay, Gateway, Refuse, TelegramServer, TooMany
from tests.telegram.polling import AT_ONCE
from tests.telegram.raw import RawBot


class Stormy(Memory):
    """A storage that is away as often as it is told."""

    away = 0
    raised = 0
    poison = ""

    async def accept(self, arrival: Arrival) -> Arrival | None:
        if self.poison and self.poison in json.dumps(arrival.payload, ensure_ascii=False):
            raise ValueError("this cannot be kept")
        if self.away:
            self.away -= 1
            self.raised += 1
            raise Unavailable("disk full")
        return await super().accept(arrival)


async def echo(turn: Turn) -> Outcome:
    said = getattr(turn.did, "text", None) or getattr(turn.did, "token", "?")
    return Outcome(turn.place, (Reply(verbatim(f"«{said}»")),))


def ours(line: Line, number: int = 1001) -> list[str]:
    return [m.text for m in line.user(number).screen if m.by_bot]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses as long as a test can wait."""
    monkeypatch.setattr(polling, "FIRST_WAIT", 0.02)
    monkeypatch.setattr(polling, "LONGEST_WAIT", 0.1)
    monkeypatch.setattr(polling, "CONFLICT_WAIT", 0.2)
    monkeypatch.setattr(webhook, "TRY_AGAIN", 1)


@asynccontextmanager
async def hurried(server: TelegramServer) -> AsyncIterator[None]:
    """Telegram's time goes fast: what it waits between two tries is over soon."""

    async def hurry() -> None:
        while True:
            server.clock.advance(0.5)
            await asyncio.sleep(0.02)

    hurrying = asyncio.create_task(hurry())
    try:
        yield
    finally:
        hurrying.cancel()


# -- both ways


async def test_a_talk(line: Line) -> None:
    user = line.user()
    await user.starts()
    heard = await user.hears()
    assert heard.buttons
    await user.presses("Menu" if "Menu" in heard.buttons else heard.buttons[0])
    assert (await user.hears()).text
    await user.sees(lambda _: user.toasts)
    await user.sends_photo(bytes_of("may.jpg"), caption="máy")
    assert (await user.hears()).text
    assert line.telegram.health.state == "ok"


@pytest.mark.slow
async def test_while_the_storage_is_away_nothing_is_lost_or_skipped(
    tmp_path: Path, server: TelegramServer
) -> None:
    for mode in ("polling", "webhook"):
        storage = Stormy()
        async with a_line(tmp_path / mode, server=server, mode=mode, storage=storage,
                          handle=echo) as line:  # fmt: skip
            user = line.user(1001 if mode == "polling" else 1002)
            async with hurried(server):
                for n in range(8):
                    storage.away += n % 3
                    await user.types(f"{n}")
                    await asyncio.sleep(0.02)
                await user.sees(lambda screen: sum(m.by_bot for m in screen) == 8, 20)
            await line.idle()
            assert ours(line, user.id) == [f"«{n}»" for n in range(8)]
            assert storage.raised == 7


async def test_what_comes_twice_is_answered_once(tmp_path: Path, server: TelegramServer) -> None:
    for mode in ("polling", "webhook"):
        async with a_line(tmp_path / mode, server=server, mode=mode, handle=echo) as line:
            user = line.user(1001 if mode == "polling" else 1002)
            for n in range(6):
                server.twice()
                await user.types(f"{n}")
            await line.idle()
            assert ours(line, user.id) == [f"«{n}»" for n in range(6)]


async def test_text_and_press_that_change_places_are_both_answered(line: Line) -> None:
    user = line.user()
    await user.starts()
    shown = await user.hears()
    line.server.swapped()
    await user.types("hạn nộp hồ sơ là ngày nào")
    await user.presses(shown.buttons[0], message=shown)
    await line.idle()
    texts = ours(line)
    assert len(texts) >= 3
    assert any("30/5/2027" in text for text in texts)
    assert len(user.toasts) == 1


async def test_an_update_that_cannot_be_kept_holds_up_nobody(
    tmp_path: Path, server: TelegramServer, caplog: pytest.LogCaptureFixture
) -> None:
    for mode in ("polling", "webhook"):
        storage = Stormy()
        storage.poison = "độc"
        async with a_line(tmp_path / mode, server=server, mode=mode, storage=storage,
                          handle=echo) as line:  # fmt: skip
            user = line.user(1001 if mode == "polling" else 1002)
            await user.types("trước")
            await user.types("độc")
            await user.types("sau")
            async with hurried(server):
                await user.sees(lambda screen: sum(m.by_bot for m in screen) == 2, 20)
            assert ours(line, user.id) == ["«trước»", "«sau»"]
        assert "cannot be kept" in caplog.text
        assert "độc" not in caplog.text
        caplog.clear()


async def test_broken_updates_are_answered_and_hold_up_nobody(line: Line) -> None:
    server, user = line.server, line.user()
    await user.types("chào")
    await user.hears()
    said = server.emitted[-1]["message"]
    for broken in ({**said, "date": "hôm qua", "message_id": 71}, {**said, "from": 5},
                   {**said, "text": "nửa \ud83d", "message_id": 72},
                   {**said, "message_id": {"x": 1}}):  # fmt: skip
        server.emit("message", broken, chat=1001)
    for broken in (None, [], "x", {"chat": {"id": "a", "type": "private"}}):
        server.emit("message", broken)
    under = {"chat": said["chat"], "reply_markup": {"x": 1}}
    pressed = {"id": "77", "from": said["from"], "data": "menu/open", "message": under}
    server.emit("callback_query", pressed)
    server.emit("telepathy", {"chat": {"id": 1001}})
    await user.types("sau cùng hỏi hạn nộp")
    await line.idle()
    assert (await line.app.ages()).parked == 0
    assert len(line.app.storage.inbox) == 1 + 4 + 1 + 1  # type: ignore[attr-defined]
    del server.emitted[1:]  # the judge reads right ones


async def test_presses_are_answered_at_once_and_late_ones_harm_nothing(line: Line) -> None:
    server, user = line.server, line.user()
    await user.starts()
    shown = await user.hears()
    server.faults.next("answerCallbackQuery", Refuse(400, "Bad Request: query is too old and"
        " response timeout expired or query ID is invalid"))  # fmt: skip
    await user.presses(shown.buttons[0], message=shown)
    await user.hears()
    again = next(m for m in user.screen if m.message_id == shown.message_id)
    await user.presses(again.buttons[0], message=again)
    await user.hears()
    await user.sees(lambda _: len(user.toasts) == 1)
    assert line.telegram.health.state == "ok"


async def test_what_was_pressed_is_marked(line: Line) -> None:
    user = line.user()
    await user.starts()
    shown = await user.hears()
    await user.presses(shown.buttons[1], message=shown)

    def marked(_: Any) -> bool:
        now = next(m for m in user.screen if m.message_id == shown.message_id)
        return [label != old for label, old in zip(now.buttons, shown.buttons, strict=True)] == [
            n == 1 for n in range(len(shown.buttons))
        ]

    await user.sees(marked)


async def test_a_press_under_a_message_too_old_to_be_shown_is_answered(line: Line) -> None:
    user = line.user()
    await user.starts()
    shown = await user.hears()
    user.ages(shown)
    await user.presses(shown.buttons[0], message=shown)
    assert (await user.hears()).text


@pytest.mark.slow
async def test_long_work_is_shown_as_typing(tmp_path: Path, server: TelegramServer) -> None:
    gate = asyncio.Event()

    async def slow(turn: Turn) -> Outcome:
        await gate.wait()
        return await route(turn)

    async with a_line(tmp_path, server=server, handle=slow) as line:
        user = line.user()
        await user.types("chào")
        await user.sees(lambda _: user.actions, 5)
        assert user.actions == ["typing"]
        gate.set()
        await user.hears()


async def test_groups_hear_nothing_but_an_end_of_waiting(line: Line) -> None:
    server, user = line.server, line.user()
    await user.starts()
    await user.hears()
    group = server.group("Tổ thử", [user])
    await user.types("/menu", chat=group)
    await user.types("@hoi_thi_thu_bot chào", chat=group)
    await user.types("xong")
    await user.hears()
    assert not [r for r in server.requests("sendMessage") if r.params["chat_id"] == str(group.id)]


async def test_who_stops_the_bot_is_sent_nothing_more_until_they_come_back(line: Line) -> None:
    server, user = line.server, line.user()
    await user.starts()
    await user.hears()
    await user.blocks()
    await line.idle()
    sent = len(server.requests("sendMessage"))
    chat = line.person("Thử").chat
    assert await line.app.storage.next_message(chat) is None
    assert len(server.requests("sendMessage")) == sent
    await user.starts()
    assert (await user.hears()).text


async def test_the_menu_and_the_page_of_the_bot_speak_both_languages(line: Line) -> None:
    profile = line.server.state.profile
    await until(lambda: len(profile.short_descriptions) == 3)
    for code in ("", "vi", "en"):
        (commands,) = [made for (_, said), made in profile.commands.items() if said == code]
        assert [command["command"] for command in commands] == list(COMMANDS)
        assert all(3 <= len(command["description"]) <= 256 for command in commands)
        assert 20 < len(profile.descriptions[code]) <= 512
        assert 10 < len(profile.short_descriptions[code]) <= 120
    assert profile.descriptions[""] == profile.descriptions["vi"] != profile.descriptions["en"]


@pytest.mark.slow
async def test_the_menu_waits_as_it_is_told_and_gives_up_on_what_is_refused(
    tmp_path: Path, server: TelegramServer
) -> None:
    server.faults.next("setMyCommands", Refuse(400, "Bad Request: BOT_COMMAND_INVALID"))
    server.faults.next("setMyDescription", TooMany(1))
    async with a_line(tmp_path, server=server):
        await until(lambda: len(server.state.profile.short_descriptions) == 3, 5)
    assert len(server.requests("setMyDescription")) == 4
    asked = [r.at for r in server.requests("setMyDescription")]
    assert asked[1] - asked[0] >= 0.9
    assert len(server.state.profile.commands) == 2


# -- files


async def test_a_file_is_fetched_through_all_weather_byte_for_byte(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    server, user = line.server, line.user()
    server.faults.next("getFile", Gateway(502))
    server.faults.next("getFile", TooMany(2))
    data = bytes_of("bản vẽ.pdf")
    await user.sends_document(data, "bản vẽ.pdf")
    await user.hears(15)
    stored = list((line.app.settings.data_dir / "files").rglob("*"))
    assert [p.read_bytes() for p in stored if p.is_file()] == [data]
    asked = [r.at for r in server.requests("getFile")]
    assert len(asked) == 3
    assert asked[2] - asked[1] >= 2
    assert server.token not in caplog.text
    assert line.telegram.health.state == "ok"


async def test_a_file_telegram_does_not_give_is_said_to_be_so(line: Line) -> None:
    server, user = line.server, line.user()
    for said in ("Bad Request: file is too big", "Bad Request: invalid file_id"):
        server.faults.next("getFile", Refuse(400, said))
        await user.sends_document(b"x", "a.pdf")
        assert (await user.hears()).text
    await user.types("chào")
    assert (await user.hears()).text


# -- polling


async def test_an_update_is_confirmed_only_when_it_is_durable(
    tmp_path: Path, server: TelegramServer
) -> None:
    storage = Stormy()
    storage.away = 3
    async with a_line(tmp_path, server=server, storage=storage, handle=echo) as line:
        await line.user().types("một")
        await until(lambda: storage.raised == 1)
        assert server.state.updates.alive()
        await line.user().hears()
        await until(lambda: not server.state.updates.alive())
        assert ours(line) == ["«một»"]


async def test_what_waited_while_we_were_away_comes_in_its_order(
    tmp_path: Path, server: TelegramServer
) -> None:
    user = server.user(1001, "Nông", "Thử")
    for n in range(150):
        await user.types(f"{n}")
    async with a_line(tmp_path, server=server, handle=echo) as line:
        await line.idle()
        assert ours(line) == [f"«{n}»" for n in range(150)]


async def test_a_webhook_that_was_left_is_taken_down_for_polling(
    tmp_path: Path, server: TelegramServer
) -> None:
    bot = RawBot(server)
    await bot.ok("setWebhook", url="http://127.0.0.1:1/telegram")
    await bot.session.close()
    async with a_line(tmp_path, server=server, handle=echo) as line:
        await line.user().types("x")
        await line.user().hears()


@pytest.mark.slow
async def test_another_program_that_polls_is_named_until_it_is_gone(
    tmp_path: Path, server: TelegramServer
) -> None:
    async with a_line(tmp_path, server=server, handle=echo, held=1) as line:
        user, health = line.user(), line.telegram.health
        await user.types("1")
        await user.hears()
        rival = RawBot(server)
        gone = asyncio.Event()

        async def polls() -> None:
            while not gone.is_set():
                await rival("getUpdates", timeout=1)

        polling_too = asyncio.create_task(polls())
        async with aiohttp.ClientSession() as session:

            async def healthz() -> dict[str, Any]:
                async with session.get(line.app.settings.address + "/healthz") as answer:
                    return dict(await answer.json())

            await until(lambda: health.state == "conflict", 10)
            assert "telegram_conflict_seconds" in await healthz()
            line.telegram.health.works()  # as after an answer to a person
            assert health.state == "conflict"
            words = Words(line.app.texts, "vi")
            said = [finding async for finding in findings(line.app.settings, words)]
            assert [f.state for f in said if f.text == t("doctor.telegram_conflict")] == ["bad"]
            gone.set()
            await polling_too
            await until(lambda: health.state == "ok", 10)
            assert "telegram_ok_seconds" in await healthz()
        await rival.session.close()
        await user.types("2")
        await line.idle()
        assert ours(line)[-1] == "«2»"


@pytest.mark.slow
async def test_gateways_and_pauses_only_take_time(tmp_path: Path, server: TelegramServer) -> None:
    for fault in (Gateway(502), TooMany(1), Refuse(401, "Unauthorized"), Delay(0.1)):
        server.faults.next("getUpdates", fault, times=2)
    async with a_line(tmp_path, server=server, handle=echo) as line:
        await line.user().types("x")
        await line.user().hears(20)
        await until(lambda: line.telegram.health.state == "ok")


async def test_a_wrong_token_is_named_and_loses_nothing(
    tmp_path: Path, server: TelegramServer
) -> None:
    wrong = server.token[:-5] + "wrong"
    async with a_line(tmp_path, server=server, telegram_token=wrong) as line:
        await until(lambda: line.telegram.health.state == "token")
        assert line.telegram.health.told().stuck
    await server.user(1001, "Nông", "Thử").types("chào")
    async with a_line(tmp_path, server=server) as line:
        assert (await line.user().hears()).text


STRANGE = ({"message": {"text": "bí mật"}}, {"update_id": None, "bí ẩn": 1}, {"update_id": "7"},
           {"update_id": 1.5}, {"update_id": True}, {}, [1], None, "x")  # fmt: skip


def strange(server: TelegramServer, shown: Any) -> None:
    """An update that is none comes, in the next place."""
    update = server.state.updates.put("message", {}, 1001)
    update.json = lambda: shown  # type: ignore[method-assign]
    del server.emitted[-1]  # the judge reads right ones


def left_out(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [r.getMessage() for r in caplog.records if "left out" in r.getMessage()]


@pytest.mark.parametrize("shown", STRANGE, ids=repr)
async def test_an_update_without_a_number_is_left_out_and_holds_up_nobody(
    tmp_path: Path, server: TelegramServer, caplog: pytest.LogCaptureFixture, shown: Any
) -> None:
    user = server.user(1001, "Nông", "Thử")
    await user.types("trước")
    strange(server, shown)
    await user.types("sau")
    async with a_line(tmp_path, server=server, handle=echo) as line:
        await line.idle()
        await until(lambda: not server.state.updates.alive())
        assert ours(line) == ["«trước»", "«sau»"]
        assert line.telegram.health.state == "ok"
    (said,) = left_out(caplog)
    assert "bí mật" not in said
    assert ("bí ẩn" in said) == (isinstance(shown, dict) and "bí ẩn" in shown)


async def test_updates_that_all_lack_a_number_are_asked_for_without_haste(
    tmp_path: Path, server: TelegramServer, caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """There is no confirming them: they come until one with a number stands behind them."""
    assert polling.AGAIN_WAIT > AT_ONCE
    monkeypatch.setattr(polling, "AGAIN_WAIT", 0.1)
    async with a_line(tmp_path, server=server, handle=echo) as line, hurried(server):
        user = line.user()
        await user.types("trước")
        await user.hears()
        asked = len(server.log)
        strange(server, {"message": {"text": "bí mật"}})
        strange(server, {"edited_message": {"text": "bí mật"}})
        await asyncio.sleep(0.55)
        assert 2 <= sum(r.method == "getUpdates" for r in server.log[asked:]) <= 8
        assert line.telegram.health.state == "ok"
        await user.types("sau")
        assert (await user.hears()).text == "«sau»"
        await until(lambda: not server.state.updates.alive())
        assert len(left_out(caplog)) == 2  # each once, however often it came
        strange(server, {"message": {"text": "bí mật"}})
        await until(lambda: len(left_out(caplog)) == 3)
    assert not any("bí mật" in said for said in left_out(caplog))


def test_questions_for_updates_ask_for_what_we_read() -> None:
    asked = GetRawUpdates(offset=5, timeout=50)
    assert asked.allowed_updates == [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
    ]


# -- webhook


@pytest.fixture
def secret(server: TelegramServer) -> str:
    return secret_of(server.token)


@pytest.fixture
async def hooked(tmp_path: Path, server: TelegramServer) -> Any:
    async with a_line(tmp_path, server=server, mode="webhook", storage=Stormy(),
                      handle=echo) as line:  # fmt: skip
        yield line


UPDATE = {"update_id": 5, "message": {"message_id": 1, "date": 0, "text": "x",
          "chat": {"id": 1001, "type": "private"}}}  # fmt: skip


async def post(line: Line, data: Any, headers: dict[str, str] | None) -> tuple[int, str | None]:
    async with aiohttp.ClientSession() as session, session.post(
        line.hook, data=data, headers=headers
    ) as answer:  # fmt: skip
        return answer.status, answer.headers.get("Retry-After")


async def test_only_telegram_may_bring_updates(
    hooked: Line, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []

    def compare(one: bytes, other: bytes) -> bool:
        compared.append((one, other))
        return compare_digest(one, other)

    compare_digest = hmac.compare_digest
    monkeypatch.setattr(hmac, "compare_digest", compare)
    body = json.dumps(UPDATE)
    wrong = (None, {HEADER: ""}, {HEADER: "x"}, {HEADER: secret[:-1]}, {HEADER: secret + "a"},
             {HEADER: "chữ Việt"}, {"Authorization": secret})  # fmt: skip
    for headers in wrong:
        assert await post(hooked, body, headers) == (403, None)
    assert len(compared) == len(wrong)  # in constant time
    assert hooked.app.storage.inbox == []  # type: ignore[attr-defined]
    assert await post(hooked, body, {HEADER: secret}) == (200, None)
    assert len(hooked.app.storage.inbox) == 1  # type: ignore[attr-defined]


async def test_a_secret_of_raw_bytes_is_refused_and_breaks_nothing(hooked: Line) -> None:
    port = hooked.app.settings.web_port
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n{HEADER}: "
    writer.write(head.encode() + b"\xff\xfe\r\n\r\n{}")
    answer = await asyncio.wait_for(reader.readline(), 5)
    assert b" 403 " in answer
    writer.close()


def test_the_secret_is_of_the_token_and_does_not_show_it(server: TelegramServer) -> None:
    assert secret_of(server.token) != secret_of(server.token + "x")
    assert server.token.partition(":")[2] not in secret_of(server.token)


NONSENSE = (b"", b"null", b"[]", b"5", b'"x"', b"{", b"\xff\xfe", b'{"update_id": "5"}', b"{}",
            b'{"update_id": null}', b"[" * 100_000, b'{"update_id": 1e999}',
            b'{"update_id": true}')  # fmt: skip


@pytest.mark.parametrize("body", NONSENSE, ids=lambda body: repr(body[:12]))
async def test_nonsense_is_taken_and_left(hooked: Line, secret: str, body: bytes) -> None:
    """It would come again for a day, and hold up whoever is behind it."""
    for kind in ("application/json", "application/json; charset=klingon", "text/html"):
        headers = {HEADER: secret, "Content-Type": kind}
        assert await post(hooked, body, headers) == (200, None)
    assert hooked.app.storage.inbox == []  # type: ignore[attr-defined]


async def test_a_body_that_is_too_large_is_refused(hooked: Line, secret: str) -> None:
    async def pieces() -> Any:
        for _ in range(40):
            yield b"x" * 100_000

    for body in (b"x" * (MOST_BODY + 1), pieces()):
        assert (await post(hooked, body, {HEADER: secret}))[0] == 413


async def test_while_nothing_can_be_kept_telegram_is_told_to_come_again(
    hooked: Line, secret: str
) -> None:
    storage = hooked.app.storage
    storage.away = 1  # type: ignore[attr-defined]
    body = json.dumps(UPDATE)
    assert await post(hooked, body, {HEADER: secret}) == (503, "1")
    assert storage.inbox == []  # type: ignore[attr-defined]
    assert await post(hooked, body, {HEADER: secret}) == (200, None)


async def test_telegram_hears_200_only_after_the_commit(
    tmp_path: Path, server: TelegramServer, secret: str
) -> None:
    gate = asyncio.Event()

    class Slow(Memory):
        async def accept(self, arrival: Arrival) -> Arrival | None:
            await gate.wait()
            return await super().accept(arrival)

    async with a_line(tmp_path, server=server, mode="webhook", storage=Slow(),
                      handle=echo) as line:  # fmt: skip
        asking = asyncio.create_task(post(line, json.dumps(UPDATE), {HEADER: secret}))
        await asyncio.sleep(0.2)
        assert not asking.done()
        gate.set()
        assert await asking == (200, None)


@pytest.mark.slow
@pytest.mark.parametrize("fault", [TooMany(1), Gateway(502), Refuse(401, "Unauthorized")])
async def test_the_webhook_is_announced_until_it_is_heard(
    tmp_path: Path, server: TelegramServer, fault: TooMany | Gateway | Refuse
) -> None:
    server.faults.next("setWebhook", fault, times=2)
    async with a_line(tmp_path, server=server, mode="webhook", handle=echo) as line:
        await until(lambda: line.telegram.health.state == "ok", 10)
        assert server.state.webhook.info()["url"] == line.hook
        await line.user().types("x")
        await line.user().hears()
    times = [r.at for r in server.requests("setWebhook")]
    if isinstance(fault, TooMany):
        assert times[1] - times[0] >= 1
        assert line.telegram.health.told().state == "ok"


@pytest.fixture(autouse=True)
def no_noise(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No task of ours fails in any of these, and none says the token."""
    yield
    for record in caplog.get_records("call"):
        assert "failed; it begins again" not in record.getMessage(), record.getMessage()
        assert not (record.name == "bot.tasks" and record.levelno >= logging.ERROR), record
        assert "AAFakeToken" not in record.getMessage()
