"""The way to Telegram through a proxy, which Vietnam often needs: works, breaks, and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.telegram import polling
from bot.channels.telegram.client import who_we_are
from bot.commands.doctor import findings
from bot.commands.words import Words
from bot.config import Settings
from bot.texts import Texts
from dialog.event import ChatRef
from storage.port import Arrival
from tests.channels.line import a_line
from tests.channels.proxies import PASSWORD, a_proxy
from tests.ports import free_port
from tests.talk import bytes_of, until
from tests.telegram import TelegramServer

KINDS = ["http", "socks5"]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "FIRST_WAIT", 0.05)
    monkeypatch.setattr(polling, "LONGEST_WAIT", 0.2)


@pytest.mark.parametrize("kind", KINDS)
async def test_all_goes_through_the_proxy_and_nothing_beside_it(
    kind: str, tmp_path: Path, server: TelegramServer
) -> None:
    async with a_proxy(kind) as proxy, a_line(
        tmp_path, server=server, telegram_proxy=proxy.url
    ) as line:  # fmt: skip
        user = line.user()
        await user.starts()
        assert (await user.hears()).buttons
        await user.sends_document(bytes_of("a.pdf"), "a.pdf")
        await user.hears()
        assert set(proxy.passed) == {("127.0.0.1", server.port)}
        files = [p for p in (tmp_path / "files").rglob("*") if p.is_file()]
        assert [p.read_bytes() for p in files] == [bytes_of("a.pdf")]


@pytest.mark.parametrize("kind", KINDS)
async def test_a_proxy_that_dies_is_named_and_nothing_is_lost(
    kind: str, tmp_path: Path, server: TelegramServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_proxy(kind) as proxy, a_line(
        tmp_path, server=server, telegram_proxy=proxy.url
    ) as line:  # fmt: skip
        user, health = line.user(), line.telegram.health
        await user.starts()
        await user.hears()
        await proxy.stop()
        await until(lambda: health.state == "unreachable", 10)
        assert health.told().stuck
        await user.types("hạn nộp hồ sơ là ngày nào")
        sent = len(server.requests("sendMessage"))
        # an answer of ours that was due just then
        payload = {"kind": "say", "text": "menu"}
        arrival = Arrival(ChatRef("telegram", "1001"), "own", payload, line.clock())
        await line.app.intake.accept(arrival)
        await line.app.idle()
        unsent = (await line.app.ages()).unsent
        assert unsent
        await proxy.start()
        await until(lambda: health.state == "ok", 10)
        await line.idle()
        assert len(server.requests("sendMessage")) >= sent + unsent + 1
        texts = [m.text for m in user.screen if m.by_bot]
        assert len(texts) == len(server.requests("sendMessage"))
        assert any("30/5/2027" in text for text in texts)
        assert PASSWORD not in caplog.text
        assert server.token not in caplog.text


@pytest.mark.parametrize("kind", KINDS)
async def test_a_proxy_that_refuses_us_is_no_wrong_token(kind: str, server: TelegramServer) -> None:
    async with a_proxy(kind) as proxy:
        wrong = proxy.url.replace(PASSWORD, "sai")
        known = await who_we_are(_settings(server, wrong))
        assert known.fault == "certain"
        assert (await who_we_are(_settings(server, proxy.url))).name == "@hoi_thi_thu_bot"


def _settings(server: TelegramServer, proxy: str = "", **named: object) -> Settings:
    given = {"telegram_token": server.token, "telegram_api_url": server.url}
    return Settings(**{**given, "telegram_proxy": proxy, "web_port": free_port(), **named})  # type: ignore[arg-type]


@pytest.mark.slow
async def test_the_doctor_says_what_is_in_the_way(tmp_path: Path, server: TelegramServer) -> None:
    words = Words(Texts(), "vi")
    dead = f"http://127.0.0.1:{free_port()}"
    cases = [
        (_settings(server, data_dir=tmp_path), "doctor.telegram"),
        (_settings(server, dead, data_dir=tmp_path), "doctor.telegram_proxy"),
        (_settings(server, data_dir=tmp_path, telegram_api_url=dead), "doctor.telegram_away"),
        (_settings(server, data_dir=tmp_path, telegram_token=server.token + "x"),
         "doctor.telegram_token"),
    ]  # fmt: skip
    for settings, key in cases:
        said = [f async for f in findings(settings, words)]
        (found,) = [f for f in said if f.text.key.startswith("doctor.telegram")]  # type: ignore[union-attr]
        assert found.text.key == key  # type: ignore[union-attr]
        assert (found.state == "good") == (key == "doctor.telegram")
