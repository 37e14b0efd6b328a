"""A file that Telegram does not carry for us comes by a link, and the person can open it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

from bot.file_links import OPEN_FOR
from tests.channels.line import Line, a_line
from tests.telegram import Refuse, Shown, TelegramServer


def lowered(line: Line, most: int) -> None:
    """As if Telegram took files of `most` bytes at most."""
    channel = line.telegram.channel
    channel.abilities = replace(channel.abilities, largest_file=most)


async def a_picture_asked_for(line: Line) -> Shown:
    """The message that has the timetable as a picture, or what stands there instead."""
    user = line.user()
    await user.starts()
    await line.idle()
    before = len(user.screen)
    await user.types("lịch")
    await line.idle()
    return next(shown for shown in user.screen[before:] if shown.by_bot)


def links_of(shown: Shown) -> dict[str, str]:
    rows = shown.json.get("reply_markup", {}).get("inline_keyboard", [])
    return {b["text"]: b["url"] for row in rows for b in row if "url" in b}


async def test_a_file_too_large_for_telegram_can_be_downloaded(line: Line) -> None:
    lowered(line, 10_000)
    shown = await a_picture_asked_for(line)
    assert shown.kind == "text"
    assert "lớn quá, ứng dụng này không chuyển được" in shown.text
    assert "09:00, 30/11/2026" in shown.text
    ((label, url),) = links_of(shown).items()
    assert label.startswith("Tải ")
    assert label.endswith(" KB)")
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as answer:
            assert answer.status == 200
            picture = await answer.read()
            assert answer.headers["Content-Type"] == "image/png"
        assert picture.startswith(b"\x89PNG")
        assert len(picture) > 10_000
        line.clock.forward(seconds=OPEN_FOR.total_seconds() + 1)
        async with session.get(url) as answer:
            assert answer.status == 410
    assert not line.server.requests("sendPhoto")


async def test_what_telegram_carries_comes_as_a_file(line: Line) -> None:
    shown = await a_picture_asked_for(line)
    assert shown.kind == "photo"
    assert links_of(shown) == {}
    assert "không chuyển được" not in shown.text


async def test_without_a_public_address_the_person_is_told_all_the_same(
    server: TelegramServer, tmp_path: Path
) -> None:
    async with a_line(tmp_path, server=server, web_public_url="") as line:
        lowered(line, 10_000)
        shown = await a_picture_asked_for(line)
        assert "lớn quá, ứng dụng này không chuyển được" in shown.text
        assert "«Gặp cán bộ»" in shown.text
        assert links_of(shown) == {}


async def test_an_address_telegram_finds_odd_stands_in_the_text(line: Line) -> None:
    lowered(line, 10_000)
    line.server.faults.next("sendMessage", Refuse(400, "Bad Request: BUTTON_URL_INVALID"), after=1)
    shown = await a_picture_asked_for(line)
    assert links_of(shown) == {}
    assert f"{line.app.settings.address}/f/" in shown.text


@pytest.mark.parametrize("most", [10_000, 50_000_000])
async def test_the_file_belongs_to_the_chat_either_way(
    server: TelegramServer, tmp_path: Path, most: int
) -> None:
    """So it is kept for as long as the link opens."""
    async with a_line(tmp_path, server=server) as line:
        lowered(line, most)
        await a_picture_asked_for(line)
        (kept,) = await line.app.storage.known_files()
        assert line.app.files.path(kept)
