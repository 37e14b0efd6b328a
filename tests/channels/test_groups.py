"""A group of staff: tied by a code, told that something waits, and nothing that is said there is
read, answered or kept."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.channels.telegram.reading import group_of, moved_to, typed_in_group
from contest.calendar import ZONE
from contest.masking import MARK
from dialog.event import ChatRef
from storage.memory import Memory
from tests.channels.line import Caller, Line, a_line
from tests.handlers.test_staff import staff
from tests.telegram import TelegramServer
from tests.telegram.groups import Group

ASKED = "Tôi là Nông Văn Thử ở xã Chi Lăng, 0912 345 678: máy nặng 300 cân chở kiểu gì?"


@pytest.fixture
async def line(tmp_path: Path, server: TelegramServer) -> AsyncIterator[Line]:
    server.rates.limit()
    async with a_line(tmp_path, server=server) as line:
        yield line


@pytest.fixture
async def admin(line: Line) -> Caller:
    return await staff(line, "admin", "admin")  # type: ignore[arg-type,return-value]


async def code_for(admin: Caller, role: str) -> str:
    await admin.press("Bàn làm việc")
    await admin.press("Người và nhật ký")
    await admin.press("Nhóm cán bộ")
    await admin.press(role)
    (code,) = re.findall(r"/nhom ([A-Z0-9]{3}(?:-[A-Z0-9]{3}){2})", admin.messages[-1].text)
    return str(code)


async def a_group(line: Line, admin: Caller, role: str = "Thư ký") -> Group:
    code = await code_for(admin, role)
    group = line.server.group("Tổ thử", [admin.user, line.person("khac").user], supergroup=True)
    await types(line, admin, group, f"/nhom {code}")
    return group


async def types(line: Line, who: Caller, group: Group, text: str) -> None:
    await who.user.types(text, chat=group)
    await line.idle()


def said(group: Group) -> list[str]:
    return [shown.text for shown in group.screen if shown.by_bot]


def kept(line: Line) -> Iterator[str]:
    """Everything the program has of anybody."""
    storage = line.app.storage
    assert isinstance(storage, Memory)
    yield from (str(row.arrival.payload) for row in storage.inbox)
    yield from (str(row.pending.body) for row in storage.outbox)
    yield from (row.state for row in storage._chats.values())


async def test_a_group_is_tied_by_a_code_once(line: Line, admin: Caller) -> None:
    group = await a_group(line, admin)
    (hello,) = said(group)
    assert "nhận tin của vai: Thư ký" in hello
    (tied,) = await line.app.storage.groups()
    assert tied.chat == ChatRef("telegram", str(group.id))
    done = [a.what for a in await line.app.storage.audit()]
    assert done[:2] == ["chat_group_tied", "chat_group_invited"]
    heard = [m.text for m in admin.user.screen if m.by_bot]
    assert any("Nhóm 1 đã nối" in text for text in heard)
    other = line.server.group("Nhóm lạ", [admin.user])
    code = await code_for(admin, "Mọi cán bộ")
    line.clock.forward(minutes=16)
    await types(line, admin, other, f"/nhom {code}")
    assert "đoạn chat riêng" in said(other)[-1]  # too late
    assert len(await line.app.storage.groups()) == 1


async def test_what_is_said_there_is_neither_answered_nor_kept(line: Line, admin: Caller) -> None:
    group = await a_group(line, admin)
    group.promote_bot()  # so that Telegram hands everything over
    before, arrived = said(group), len(list(kept(line)))
    for text in ("Hạn nộp là ngày nào?", "chuyện riêng của tổ", "@hoi_thi_thu_bot ơi"):
        await types(line, admin, group, text)
    await admin.user.types("sửa lại", chat=group)
    await types(line, admin, group, "/lich@bot_khac")
    assert said(group) == before
    assert len(list(kept(line))) == arrived
    assert "chuyện riêng" not in "".join(kept(line))


async def test_commands_there_lead_to_ones_own_chat(line: Line, admin: Caller) -> None:
    group = await a_group(line, admin)
    stranger = line.person("khac")
    before = len(list(kept(line)))
    await types(line, stranger, group, "/lich")
    shown = group.screen[-1]
    assert "đoạn chat riêng" in shown.text
    assert "30/5" not in shown.text
    await types(line, stranger, group, "/hoso@hoi_thi_thu_bot")
    await types(line, stranger, group, "/dulieu")
    assert len(said(group)) == 2  # told once a minute
    assert len(list(kept(line))) == before + 1  # which is our own message
    (button,) = shown.json["reply_markup"]["inline_keyboard"][0]
    assert button["url"] == "https://t.me/hoi_thi_thu_bot?start=viec"
    # and leads the staff to what waits
    await admin.user.starts("viec")
    await line.idle()
    assert "không có câu hỏi nào đang chờ" in admin.user.screen[-1].text.lower()


async def test_a_question_that_waits_is_told_without_anybody_in_it(
    line: Line, admin: Caller
) -> None:
    group = await a_group(line, admin)
    everybody = await a_group(line, admin, "Mọi cán bộ")
    secretary = await staff(line, "thu_ky", "secretary")  # type: ignore[arg-type]
    await staff(line, "thu_ky_hai", "secretary")  # type: ignore[arg-type]
    line.clock.now = line.clock.now.replace(hour=9).astimezone(ZONE)
    farmer = line.person("nong_van_thu")
    await farmer.say("/start")
    await farmer.press("Gặp cán bộ")
    await farmer.say(ASKED)
    await line.app.schedule.look()
    await line.idle()
    assert len(said(group)) == 1  # it was brought to one member; the group is told at the next step
    line.clock.forward(hours=3)
    await line.app.schedule.look()
    await line.idle()
    told = said(group)[-1]
    assert "Có 1 câu hỏi đang chờ" in told
    assert "máy nặng 300 cân chở kiểu gì?" in told
    assert MARK in told
    for mine in ("Nông Văn Thử", "0912"):
        assert mine not in told
    assert "Có 1 câu hỏi" in said(everybody)[-1]
    assert "300 cân" not in said(everybody)[-1]  # officers of every commune may be in it
    assert "0912" in "".join(m.text for m in secretary.user.screen)  # type: ignore[attr-defined]


async def test_the_digest_of_a_group_is_numbers(line: Line, admin: Caller) -> None:
    group = await a_group(line, admin)
    farmer = line.person("nong_van_thu")
    await farmer.say("/start")
    await farmer.press("Gặp cán bộ")
    await farmer.say(ASKED)
    line.clock.forward(days=2, hours=-1)  # past a holiday
    for _ in range(2):
        await line.app.digests.look()
        await line.idle()
    _, digest = said(group)  # what was said first, and one digest
    assert "Câu hỏi" in digest
    for theirs in ("Nông Văn Thử", "300 cân", "Chi Lăng"):
        assert theirs not in digest
    rows = group.screen[-1].json["reply_markup"]["inline_keyboard"]
    assert [b["url"] for row in rows for b in row] == ["https://t.me/hoi_thi_thu_bot?start=viec"]


async def test_out_of_the_group_the_tie_ends(line: Line, admin: Caller) -> None:
    group = await a_group(line, admin)
    group.kick_bot()
    await line.idle()
    assert await line.app.storage.groups() == []
    assert (await line.app.storage.audit())[0].what == "chat_group_ended"


async def test_an_administrator_ends_it_too(line: Line, admin: Caller) -> None:
    await a_group(line, admin)
    await admin.press("Bàn làm việc")
    await admin.press("Người và nhật ký")
    await admin.press("Nhóm cán bộ")
    assert "Nhóm 1: Thư ký" in admin.messages[-1].text
    await admin.press("Thôi báo nhóm 1")
    assert await line.app.storage.groups() == []


def test_only_commands_for_us_are_looked_at() -> None:
    def update(text: str) -> dict[str, object]:
        return {"message": {"chat": {"id": -1, "type": "group"}, "text": text}}

    assert typed_in_group(update("/nhom@Thu_Bot 23A-45B-67C"), "thu_bot") == "23A-45B-67C"
    assert typed_in_group(update("/lich"), "") == ""
    for text in ("/lich@bot_khac", "lich", "23A-45B-67C", "/a b c d", "/ x", ""):
        assert typed_in_group(update(text), "thu_bot") is None
    assert group_of(update("x")) == ChatRef("telegram", "-1")
    assert group_of({"message": {"chat": {"id": 1, "type": "private"}}}) is None
    assert group_of({"edited_message": {"chat": {"id": -1, "type": "group"}}}) is None
    moved = {"message": {"chat": {"id": -1, "type": "group"}, "migrate_to_chat_id": -100}}
    assert moved_to(moved) == ChatRef("telegram", "-100")
