"""The pictures of the guides: a dossier made on a phone, from the first question to the receipt."""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from playwright.async_api import Browser, Page

from contest.papers.drawing import FONTS
from tests.bot.browser import Server
from tests.browser.chromium import PHONE
from tests.house.screenshots import opened, press, say, settled

STORY = (
    "Tháng 8 năm 2024 máy chạy được",
    "Nhà neo người, tách ngô bằng tay cả tháng không xong",
    "Trước tách bằng tay, một ngày 50 cân",
    "Khung sắt V4, trục gắn bu-lông làm răng, mô-tơ xe máy cũ",
    "Răng bu-lông thay được từng cái, không phải bỏ cả trục",
    "Nhà tôi dùng hai vụ, ba nhà trong thôn mượn",
    "Trước 4 người một ngày 200 cân, nay một người một giờ",
)


def machine(path: Path, seed: int) -> Path:
    """A drawn machine in a drawn yard: nothing of anybody's."""
    chance = random.Random(seed)
    size = (1600, 1200)
    picture = Image.new("RGB", size, "#b9cfe0")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 760, *size), fill="#b08d57")
    for _ in range(4000):
        x, y = chance.randrange(size[0]), chance.randrange(760, size[1])
        pen.line((x, y, x + chance.randrange(-12, 12), y - chance.randrange(18)), fill="#8d6f3f")
    left = 380 + chance.randrange(-80, 80)
    pen.polygon([(left, 360), (left + 360, 360), (left + 260, 560), (left + 100, 560)],
                fill="#4f6b5a", outline="#20302a", width=8)  # fmt: skip
    pen.rectangle((left + 60, 560, left + 620, 760), fill="#6d7f78", outline="#20302a", width=8)
    pen.ellipse((left + 520, 480, left + 760, 720), fill="#3a3f44", outline="#15181a", width=10)
    pen.ellipse((left + 600, 560, left + 680, 640), fill="#c9ced2")
    for leg in (90, 560):
        pen.rectangle((left + leg, 760, left + leg + 36, 1010), fill="#2f3b37")
    for _ in range(500):
        x = left + chance.randrange(-140, 60)
        y = 980 - chance.randrange(120) * (x - left + 200) // 260
        pen.ellipse((x, y, x + 16, y + 12), fill="#e8b93a", outline="#9c7412")
    picture.save(path, quality=90)
    return path


def page_of_text(path: Path, blur: float) -> Path:
    font = ImageFont.truetype(FONTS / "LiberationSans-Regular.ttf", 40)
    picture = Image.new("L", (1240, 1754), 246)
    pen = ImageDraw.Draw(picture)
    for row in range(30):
        line = "Bảng ghi ngô tách được mỗi ngày của nhà ông Thử, vụ thứ hai"
        pen.text((110, 140 + row * 50), f"{row + 1}. {line}", fill=30, font=font)
    picture.filter(ImageFilter.GaussianBlur(blur)).save(path, quality=88)
    return path


async def send(page: Page, *paths: Path) -> None:
    await page.locator("#files").set_input_files(list(paths))
    await page.locator("#staged li").nth(len(paths) - 1).wait_for()
    await page.locator("#send").click()
    await settled(page)
    await page.wait_for_timeout(3500)  # an album's one answer waits for the whole of it


async def take(server: Server, browser: Browser, to: Path, folder: Path) -> None:
    phone = await browser.new_context(**PHONE)
    page = await phone.new_page()

    async def picture(name: str) -> None:
        await page.screenshot(path=to / f"guide-{name}.png")

    await opened(page, server.url)
    await press(page, "Làm hồ sơ dự thi")
    await press(page, "Làm hồ sơ mới")
    await picture("consent")
    for _ in range(3):
        await press(page, "Đồng ý")
    await press(page, "Một người")
    await say(page, "Máy tách hạt ngô chạy mô-tơ xe máy cũ")
    await say(page, "máy tách hạt ngô chạy bằng mô tơ")
    await picture("field")
    await press(page, "Cơ khí tự động hóa, xây dựng, giao thông vận tải")
    for said in ("Nông Văn Thử", "1971", "thôn Thử, xã Chi Lăng"):
        await say(page, said)
    await press(page, "Không có số")
    for n, said in enumerate(STORY):
        await say(page, said)
        if n == 1:
            await picture("story")
        await press(page, "Xong")
    await send(page, *(machine(folder / f"may-{n}.jpg", n) for n in range(3)))
    await picture("photos")
    await press(page, "Xong")
    await press(page, "Tôi không có")
    await send(page, page_of_text(folder / "so-ghi.jpg", 6))
    await picture("coach")
    await press(page, "Vẫn dùng")
    await press(page, "Xong")
    await press(page, "Tôi sẽ xin dấu sau")
    await picture("complete")
    await press(page, "Giấy tờ để in")
    await press(page, "Phiếu đăng ký dự thi")
    await page.wait_for_timeout(2500)
    await picture("papers")
    await press(page, "Về hồ sơ")
    await press(page, "Nộp hồ sơ")
    await page.wait_for_timeout(4000)
    await page.locator(".msg.bot .picture").last.scroll_into_view_if_needed()
    await picture("receipt")
    (held,) = await server.app.storage.dossiers()
    assert held.dossier.submission is not None
    await page.goto(f"{server.url}/r/{held.dossier.submission.token}")
    await picture("receipt-page")
    await phone.close()


async def take_helper(server: Server, browser: Browser, to: Path, folder: Path) -> None:
    phone = await browser.new_context(**PHONE)
    page = await phone.new_page()
    await opened(page, server.url)
    await press(page, "Làm hồ sơ dự thi")
    await press(page, "Làm giúp người khác")
    await page.screenshot(path=to / "guide-helping.png")
    await send(page, page_of_text(folder / "giay-dong-y.jpg", 0))
    await press(page, "Một người")
    await say(page, "Bếp đun tiết kiệm củi")
    await say(page, "hồ sơ của tôi")
    await press(page, "Phiếu cho người có hồ sơ")
    await page.wait_for_timeout(2500)
    await page.screenshot(path=to / "guide-slip.png")
    await phone.close()
