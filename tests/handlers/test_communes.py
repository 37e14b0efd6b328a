"""The communes no dossier came from: a list, a card for each, all cards; each member their own."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image

from bot.channels.port import Message
from contest.calendar import ZONE
from tests.filling import Farmer, NoPapers
from tests.handlers.test_staff import log, staff
from tests.talk import Here, House, SetClock, a_house, contest

PUBLIC = dataclasses.replace(contest(), address="https://chat.example.vn")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, pack=PUBLIC, workers=NoPapers()) as house:
        yield house


async def a_dossier(house: House, commune: str) -> None:
    person = house.person(f"from {commune}")
    await person.say("/start")
    await person.come_by(commune)
    await Farmer(person).begin()


def bytes_of(house: House, message: Message) -> bytes:
    (file,) = message.files
    path = house.app.files.path(file.sha256)
    assert path is not None
    return path.read_bytes()


async def test_a_list_a_screen_at_a_time(house: House) -> None:
    secretary = await staff(house, "secretary", "secretary")
    await a_dossier(house, "phuong-ky-lua")
    await secretary.press("Bàn làm việc")
    await secretary.press("Danh sách và báo cáo")
    await secretary.press("Xã, phường chưa có hồ sơ")
    assert "64 trên 65 xã, phường chưa có hồ sơ nào" in secretary.last.text
    assert "Phường Kỳ Lừa" not in secretary.last.text
    seen = []
    while True:
        seen += re.findall(r"^- (.+)$", secretary.last.text, re.MULTILINE)
        if "Xem tiếp" not in secretary.labels:
            break
        await secretary.press("Xem tiếp")
    assert len(seen) == len(set(seen)) == 64
    assert (await log(house))[-1] == (1, "looked")
    for rest in ("from-9999", "from-x", "from-" + "9" * 30, "no-such"):
        await secretary.press_token(f"staff/communes/{rest}")
        assert "64 trên 65" in secretary.last.text


async def test_a_card_and_words_to_pass_on(tmp_path: Path) -> None:
    async with a_house(tmp_path, pack=PUBLIC, workers=Here()) as house:
        head = await staff(house, "head", "head")
        card, to_pass_on = await head.press_token("staff/communes/xa-chi-lang")
        assert "Xã Chi Lăng: chưa có hồ sơ nào" in card.text
        assert [file.name for file in card.files] == ["the-moi-xa-chi-lang.png"]
        assert Image.open(io.BytesIO(bytes_of(house, card))).width == 1080
        assert "https://chat.example.vn/?xa=chi-lang" in to_pass_on.text
        assert "Mời bà con Xã Chi Lăng" in to_pass_on.text
        assert "30/5/2027" in to_pass_on.text
        (entry,) = [a for a in await house.app.storage.audit() if a.what == "looked"]
        assert entry.detail == {"screen": "communes/xa-chi-lang"}
        farmer = house.person("nong_van_thu")
        await farmer.come_by("chi-lang")  # what the card's link leads to
        assert (await house.app.storage.load(farmer.chat)).chat.place.home == "xa-chi-lang"


async def test_all_cards_in_one_file(tmp_path: Path) -> None:
    few = dataclasses.replace(PUBLIC.pack, units=PUBLIC.pack.units[:3])
    pack = dataclasses.replace(PUBLIC, pack=few)
    async with a_house(tmp_path, pack=pack, workers=Here()) as house:
        secretary = await staff(house, "secretary", "secretary")
        await a_dossier(house, "phuong-ky-lua")
        await secretary.press_token("staff/communes")
        await secretary.press("Tải tất cả thẻ mời")
        with zipfile.ZipFile(io.BytesIO(bytes_of(house, secretary.last))) as archive:
            assert archive.namelist() == ["01-phuong-tam-thanh.png", "02-phuong-dong-kinh.png"]
        assert "của 2 xã, phường" in secretary.last.text
        for unit in ("phuong-tam-thanh", "phuong-dong-kinh"):
            await a_dossier(house, unit)
        await secretary.press_token("staff/cards")
        assert "Cả 3 xã, phường đều đã có hồ sơ" in secretary.last.text


async def test_an_officer_sees_their_own_and_no_other(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    officer = await staff(house, "officer", "officer", "xa-chi-lang")
    for token in ("staff/communes", "staff/communes/xa-chi-lang", "staff/cards"):
        said = await officer.press_token(token)
        assert "Xã Chi Lăng: chưa có hồ sơ nào" in said[0].text
        assert "trên 65" not in said[0].text
    assert "denied" not in caplog.text
    await officer.press_token("staff/communes/phuong-ky-lua")
    assert "Kỳ Lừa" not in officer.last.text
    assert "denied: channel=console what=staff/communes" in caplog.text
    await a_dossier(house, "chi-lang")
    said = await officer.press_token("staff/communes")
    assert "Xã Chi Lăng: đã có hồ sơ" in said[0].text


async def test_without_an_address_for_phones_there_is_no_card(tmp_path: Path) -> None:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        secretary = await staff(house, "secretary", "secretary")
        for token in ("staff/communes/xa-chi-lang", "staff/cards"):
            await secretary.press_token(token)
            assert "chưa có địa chỉ mà điện thoại của bà con mở được" in secretary.last.text
            assert not secretary.last.files


async def test_after_the_deadline_nobody_is_invited(tmp_path: Path) -> None:
    clock = SetClock(datetime(2027, 6, 1, 9, tzinfo=ZONE))
    async with a_house(tmp_path, pack=PUBLIC, clock=clock, workers=NoPapers()) as house:
        secretary = await staff(house, "secretary", "secretary")
        for token in ("staff/communes/xa-chi-lang", "staff/cards"):
            await secretary.press_token(token)
            assert "đã qua" in secretary.last.text
            assert "?xa=" not in secretary.last.text


async def test_the_digest_counts_them_and_leads_there(house: House) -> None:
    secretary = await staff(house, "secretary", "secretary")
    await a_dossier(house, "chi-lang")
    await secretary.press_token("staff/digest")
    assert "– Xã, phường chưa có hồ sơ: 64 trên 65" in secretary.last.text
    await secretary.press("Xã, phường chưa có hồ sơ")
    assert "64 trên 65 xã, phường" in secretary.last.text
    adviser = await staff(house, "adviser", "adviser")
    await adviser.press_token("staff/digest")
    assert "Xã, phường chưa có hồ sơ" not in adviser.labels
