"""The card that invites a commune, and the link on it."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
import segno
from PIL import Image

from contest.cards import is_public, link, silent
from contest.papers import MAKERS
from contest.reading import load
from contest.units import unit_id
from tests.talk import contest

URL = "https://hoithi.example.vn/?xa=phuong-luong-van-tri"
CARD = {
    "contest": "Hội thi Sáng tạo Kỹ thuật tỉnh Thử lần thứ 9 (2026-2027)",
    "unit": "Phường Lương Văn Tri",
    "calls": ["Mời bà con có máy móc, cách làm mới của mình tham gia", "Hỏi trên điện thoại"],
    "deadline": "Nhận hồ sơ đến hết ngày 30/5/2027",
    "scan": "Quét mã bằng điện thoại, hoặc gõ địa chỉ:",
    "url": URL,
}


def make(maker: str, args: dict[str, Any]) -> bytes:
    return MAKERS[maker].make(args, lambda _: None)


def code_in(image: Image.Image, size: int) -> list[list[int]]:
    """The modules of the code: what is quite black on a card is nothing else."""
    black = image.convert("L").point(lambda value: 255 if value < 12 else 0)
    left, top, right, bottom = black.getbbox() or (0, 0, 0, 0)
    assert right - left == bottom - top, "it is not square"
    side = (right - left) / size
    return [
        [int(bool(black.getpixel((int(left + (x + 0.5) * side), int(top + (y + 0.5) * side)))))
         for x in range(size)]
        for y in range(size)
    ]  # fmt: skip


def test_a_card_leads_to_its_commune_and_a_phone_shows_it() -> None:
    data = make("commune_card", CARD)
    assert data == make("commune_card", CARD)
    image = Image.open(io.BytesIO(data))
    assert image.width == 1080
    assert 1200 < image.height < 1700
    assert len(data) < 100_000  # for a weak signal
    wanted = [[int(cell) for cell in row] for row in segno.make_qr(URL, error="q").matrix]
    assert code_in(image, len(wanted)) == wanted
    assert make("commune_card", {**CARD, "unit": "Xã Thử"}) != data


def test_a_long_name_stays_on_the_card() -> None:
    long = {**CARD, "unit": "Xã " + "Rất Dài " * 6, "url": f"https://{'x' * 60}.example.vn/?xa=a"}
    image = Image.open(io.BytesIO(make("commune_card", long))).convert("RGB")
    edges = [image.getpixel((x, y)) for x in (4, 1075) for y in range(400, image.height)]
    assert len(set(edges)) == 1  # nothing is cut off at the sides


def test_all_cards_are_one_file() -> None:
    cards = [{**CARD, "unit": name} for name in ("Xã Chi Lăng", "Phường Đông Kinh")]
    with zipfile.ZipFile(io.BytesIO(make("commune_cards", {"cards": cards}))) as archive:
        assert archive.namelist() == ["01-xa-chi-lang.png", "02-phuong-dong-kinh.png"]
        assert archive.read("01-xa-chi-lang.png") == make("commune_card", cards[0])


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://chat.example.vn", True),
        ("http://chat.example.vn:8443/hoi-thi", True),
        ("https://8.8.8.8", True),
        ("http://127.0.0.1:8080", False),
        ("http://localhost:8080", False),
        ("http://192.168.1.7", False),
        ("https://[::1]", False),
        ("http://may-chu.local", False),
        ("ftp://chat.example.vn", False),
        ("https://[broken", False),
        ("", False),
    ],
)
def test_a_card_holds_only_what_a_phone_elsewhere_can_open(address: str, public: bool) -> None:
    assert is_public(address) is public
    unit = contest().gazetteer.by_id("xa-chi-lang")
    assert unit is not None
    assert bool(link(address, unit)) is public


def test_a_link_leads_to_its_own_commune() -> None:
    """As the page and Telegram read it: without «xa-», or whole."""
    gazetteer = contest().gazetteer
    for unit in gazetteer.units:
        url = link("https://chat.example.vn/", unit) or ""
        start, _, name = url.partition("/?xa=")
        assert start == "https://chat.example.vn"
        found = gazetteer.by_id(name) or gazetteer.by_id(f"xa-{name}")
        assert found == unit


def test_silent_are_those_no_dossier_came_from() -> None:
    units = load("lang-son-9").units
    heard = {unit_id(units[0]), unit_id(units[2]), "no-such"}
    assert silent(units, heard) == [unit for unit in units if unit not in (units[0], units[2])]
