"""A webhook that somebody else changes is noticed, and so is what Telegram says of ours."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.channels.telegram import webhook
from bot.channels.telegram.errors import MOST_SAID, without_addresses
from bot.channels.telegram.webhook import secret_of
from tests.channels.line import Line, a_line
from tests.channels.test_arriving import Stormy, echo, hurried
from tests.talk import until
from tests.telegram import Dropped, Gateway, Refuse, TelegramServer, TooMany
from tests.telegram.raw import RawBot


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses as long as a test can wait."""
    monkeypatch.setattr(webhook, "LOOK_EVERY", 0.2)
    monkeypatch.setattr(webhook, "TRY_AGAIN", 1)


@pytest.fixture(autouse=True)
def no_noise(caplog: pytest.LogCaptureFixture, server: TelegramServer) -> Iterator[None]:
    """No task of ours fails, and none says the token."""
    yield
    for record in caplog.get_records("call"):
        assert record.name != "bot.tasks", record
        assert server.token not in record.getMessage()


@pytest.fixture
async def hooked(tmp_path: Path, server: TelegramServer) -> AsyncIterator[Line]:
    storage = Stormy()
    async with a_line(
        tmp_path, server=server, mode="webhook", storage=storage, handle=echo
    ) as line:
        yield line


async def looks(server: TelegramServer, count: int = 1) -> None:
    """Until it was asked about the webhook so many times more, and had the answer."""
    before = len(server.requests("getWebhookInfo"))
    await until(lambda: len(server.requests("getWebhookInfo")) > before + count, 10)


@pytest.mark.parametrize("other", ["", "http://127.0.0.1:1/la"], ids=["none", "another"])
async def test_a_webhook_that_is_not_ours_any_more_is_named_and_set_again(
    hooked: Line,
    server: TelegramServer,
    caplog: pytest.LogCaptureFixture,
    other: str,
) -> None:
    health, rival = hooked.telegram.health, RawBot(server)
    await until(lambda: health.state == "ok")
    began = len(server.requests("setWebhook"))
    for _ in range(2):
        server.clock.advance(2)  # Telegram takes one setting a second
        await rival.ok("setWebhook", url=other)
        server.clock.advance(2)
        await until(lambda: server.state.webhook.info()["url"] == hooked.hook)
        assert health.state == "conflict"
        health.works()  # as after an answer to a person
        assert health.state == "conflict"
        await until(lambda: health.state == "ok")
    await looks(server, 2)
    await rival.session.close()
    ours_again = server.requests("setWebhook")[began:]
    assert [r.params["url"] for r in ours_again] == [other, hooked.hook] * 2
    assert ours_again[1].params["secret_token"] == secret_of(server.token)
    named = [r.getMessage() for r in caplog.records if "conflict" in r.getMessage()]
    assert len(named) == 2
    assert not any("127.0.0.1" in said for said in named)
    await hooked.user().types("x")
    assert (await hooked.user().hears()).text == "«x»"


async def test_looking_after_the_webhook_outlasts_bad_weather(
    hooked: Line, server: TelegramServer
) -> None:
    health = hooked.telegram.health
    await until(lambda: health.state == "ok")
    for fault, state in ((Refuse(401, "Unauthorized"), "token"), (Gateway(502), "unreachable"),
                         (Dropped(), "unreachable")):  # fmt: skip
        server.faults.next("getWebhookInfo", fault)
        await until(lambda state=state: health.state == state)
        await until(lambda: health.state == "ok")
    server.faults.next("getWebhookInfo", TooMany(1))
    await looks(server, 2)
    assert health.state == "ok"
    assert len(server.requests("setWebhook")) == 1


async def test_what_telegram_says_of_the_webhook_is_logged_once(
    hooked: Line, server: TelegramServer, caplog: pytest.LogCaptureFixture
) -> None:
    def logged() -> list[str]:
        return [r.getMessage() for r in caplog.records if "bring an update" in r.getMessage()]

    await looks(server)
    assert logged() == []
    hooked.app.storage.away = 1  # type: ignore[attr-defined]
    async with hurried(server):
        await hooked.user().types("x")
        await hooked.user().hears()
    await looks(server, 2)
    (said,) = logged()
    assert said.endswith(": Wrong response from the webhook: 503 Service Unavailable")
    server.state.webhook._error = (  # a day later
        server.clock.today() + 86_400,
        f"Can't connect to https://chat.example.vn/{server.token}: 10.1.2.3",
    )
    await looks(server, 2)
    assert len(logged()) == 2
    assert logged()[1].endswith(": Can't connect to … …")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Read timeout expired", "Read timeout expired"),
        ("Wrong response from the webhook: 404 Not Found",
         "Wrong response from the webhook: 404 Not Found"),
        ("SSL error {error:0A000086:SSL routines::certificate verify failed}",
         "SSL error {error:0A000086:SSL routines::certificate verify failed}"),
        ("Connection timed out, address 2001:db8::7334 or ::1",
         "Connection timed out, address … or …"),
        ("IP address 192.168.1.2 is reserved", "IP address … is reserved"),
        ("no host chat.example.vn:8443 (see https://x/y?z)", "no host … (see …"),
        ("Wrong response: 500\r\nSet-Cookie: bí mật", "Wrong response: 500"),
        ("x" * 500_000, "x" * MOST_SAID),
        ("", ""),
    ],
)  # fmt: skip
def test_what_a_server_says_is_logged_without_addresses(said: str, kept: str) -> None:
    assert without_addresses(said) == kept


def test_nothing_of_a_token_is_left_in_what_a_server_says(server: TelegramServer) -> None:
    for form in ("{}", "at bot{}/x", "({})", "id={},"):
        said = without_addresses(f"refused {form.format(server.token)}")
        assert server.token.partition(":")[2] not in said
        assert said.startswith("refused")
