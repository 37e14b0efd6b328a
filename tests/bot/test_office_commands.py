"""The staff at the server: dossiers and requests on the command line, beside a database."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot import clock
from bot.channels.port import Message
from contest import codes
from dialog.event import ChatRef
from storage import open_storage
from storage.port import Outgoing, Storage, Told
from tests.bot.test_commands import bot
from tests.filling import Farmer
from tests.talk import NOW, a_house, bytes_of


async def in_the_office(folder: Path) -> tuple[Storage, Farmer]:
    """A dossier with photos that nobody closed, and somebody who wants to be erased."""
    storage = open_storage(f"sqlite:///{folder / 'bot.db'}")
    async with a_house(folder, storage=storage) as house:
        await house.person().come_by("yen-phuc")
        farmer = await (await Farmer(house.person()).begin()).fill(until="photos")
        await farmer.send("a.jpg")
        await farmer.press("data/erase")
        await farmer.press("data/erased")
    return storage, farmer


async def test_dossiers_are_listed_shown_and_taken_out(tmp_path: Path) -> None:
    _, farmer = await in_the_office(tmp_path)
    code = codes.shown(farmer.code)
    listed = bot("dossiers", folder=tmp_path).stdout
    assert re.search(rf"{code}  đang làm  12/15 mục", listed)
    shown = bot("dossiers", farmer.code.lower(), folder=tmp_path).stdout
    assert "từ Xã Yên Phúc" in shown
    assert "✓ photos" in shown
    assert "○ drawings" in shown
    assert "mở hồ sơ" in shown
    assert bot("dossiers", code, "--zip", str(tmp_path / "a.zip"), folder=tmp_path).returncode == 0
    with ZipFile(tmp_path / "a.zip") as found:
        assert bytes_of("a.jpg") in [found.read(name) for name in found.namelist()]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("7K3-M2A",), 1, "Không có hồ sơ"),
        (("CODE", "--accept"), 1, "đang làm"),
        (("CODE", "--return", "kite=rách"), 2, "photos"),
        (("CODE", "--return", "photos=mờ", "--until", "mai"), 2, "không phải ngày"),
        (("CODE", "--zip", "/no/such/folder/a.zip"), 1, "Không ghi được"),
    ],
)
async def test_what_cannot_be_done_is_said(
    tmp_path: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    _, farmer = await in_the_office(tmp_path)
    done = bot("dossiers", *(w.replace("CODE", farmer.code) for w in words), folder=tmp_path)
    assert (done.returncode, said in done.stderr) == (status, True)


async def test_a_code_from_the_staff_opens_a_dossier_again(tmp_path: Path) -> None:
    storage, farmer = await in_the_office(tmp_path)
    said = bot("dossiers", farmer.code, "--invite", folder=tmp_path).stdout
    invitation = re.search(r"[A-Z0-9]{3}(?:-[A-Z0-9]{3}){2}", said)
    assert invitation
    async with a_house(tmp_path, storage=storage) as house:
        house.ids = count(1000)  # events of another day
        phone = house.person("new-phone")
        await phone.say(invitation[0])
        await phone.press("Đúng, tôi đồng ý và nhận")
        (held,) = (await storage.load(phone.chat)).dossiers
        assert (held.dossier.code, held.dossier.role) == (farmer.code, "owner")


async def test_requests_are_read_and_carried_out(tmp_path: Path) -> None:
    await in_the_office(tmp_path)
    assert "1. xin xóa" in bot("requests", folder=tmp_path).stdout
    assert bot("requests", "2", "--erase", folder=tmp_path).returncode == 1
    assert bot("requests", "1", folder=tmp_path).returncode == 2
    assert bot("requests", "1", "--erase", folder=tmp_path).returncode == 0
    assert "0 hồ sơ" in bot("dossiers", folder=tmp_path).stdout
    assert "0 yêu cầu" in bot("requests", folder=tmp_path).stdout


async def test_what_is_in_doubt_is_listed_and_sent_again(tmp_path: Path) -> None:
    storage = open_storage(f"sqlite:///{tmp_path / 'bot.db'}")
    await storage.open()
    body = Message("Còn 7 ngày\nnữa là hết hạn", "vi").to_json()
    news = Told(ChatRef("telegram", "1001"), Outgoing(body, NOW, bulk=True))
    await storage.run_once("news", "1", NOW, [news])
    (message,) = await storage.next_bulk("telegram", NOW, 1)
    await storage.begin(message.id)
    await storage.doubt_interrupted(NOW)
    assert "Còn 7 ngày nữa" in bot("doubtful", folder=tmp_path).stdout
    assert "1 tin" in bot("doctor", folder=tmp_path).stdout
    assert bot("doubtful", "77", folder=tmp_path).returncode == 1
    assert bot("doubtful", str(message.id), folder=tmp_path).returncode == 0
    assert "0 tin" in bot("doubtful", folder=tmp_path).stdout
    assert len(await storage.next_bulk("telegram", clock.now(), 9)) == 1
    await storage.close()
