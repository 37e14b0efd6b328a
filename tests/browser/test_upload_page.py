"""The page for files a channel cannot carry, in a real Chromium on a phone's screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import BrowserContext, Page, Route, expect

from storage import open_storage
from tests.bot.test_upload_pages import Phone
from tests.bot.test_upload_pages import a_phone as somebody_elsewhere
from tests.browser.test_files import offsets, photo
from tests.browser.test_page import a_phone, pytestmark
from tests.talk import bytes_of

__all__ = ["pytestmark"]

PIECE = 512 * 1024
UPLOADS = "**/uploads/*"


@pytest.fixture
async def somebody(tmp_path: Path) -> AsyncIterator[Phone]:
    storage = open_storage(f"sqlite:///{tmp_path / 'a.db'}")
    async with somebody_elsewhere(tmp_path, storage=storage, max_file_mb=20) as somebody:
        yield somebody


@pytest.fixture
async def phone() -> AsyncIterator[BrowserContext]:
    async with a_phone() as context:
        yield context


async def opened(phone: BrowserContext, somebody: Phone, token: str) -> Page:
    page = await phone.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda r: r.url.startswith(somebody.server.url) or problems.append(r.url))
    await page.goto(f"{somebody.server.url}/u/{token}")
    await expect(page.locator("#hint")).not_to_be_empty()
    page.problems = problems  # type: ignore[attr-defined]
    return page


def line(page: Page, name: str) -> Any:
    return page.locator("#list li", has_text=name)


async def test_files_go_up_over_a_broken_line_and_are_handed_in_once(
    phone: BrowserContext, somebody: Phone, tmp_path: Path
) -> None:
    token = await somebody.asks_for_page()
    page = await opened(phone, somebody, token)
    done = page.get_by_role("button", name="Xong")
    await expect(page.locator("h2")).to_have_text("Gửi tệp cho mục «Ảnh, video giải pháp»")
    await expect(page.locator("#hint")).to_have_text("Chọn tệp để gửi.")
    await expect(page.get_by_role("button", name="Chụp ảnh")).to_be_visible()
    await expect(done).to_be_disabled()

    film = tmp_path / "máy tách ngô đang chạy.mp4"
    film.write_bytes(bytes_of("may.mp4"))
    large = photo(tmp_path, "toàn cảnh.jpg", 2_000_000)
    paper = tmp_path / "giấy khen.pdf"
    paper.write_bytes(bytes_of("giay.pdf"))
    sent = await offsets(page)
    pieces = 0

    async def cut(route: Route) -> None:
        nonlocal pieces
        pieces += route.request.method == "PATCH"
        if pieces == 4:  # the film is up, and two pieces of the photo
            await phone.set_offline(True)
        await (route.abort() if pieces == 4 else route.continue_())

    await page.route(UPLOADS, cut)
    await page.locator("#files").set_input_files([film, large, paper])
    await expect(line(page, "toàn cảnh")).to_contain_text("Mạng yếu, sẽ tự gửi tiếp")
    await expect(line(page, "đang chạy")).to_contain_text("Đã nhận ✓", timeout=20_000)
    await expect(done).to_be_disabled()
    await page.screenshot(path=tmp_path / "broken.png")
    await page.unroute(UPLOADS)
    await phone.set_offline(False)
    await expect(line(page, "toàn cảnh")).to_contain_text("Đã nhận ✓", timeout=40_000)
    await expect(line(page, "giấy khen")).to_contain_text(
        "Không dùng được: mục này nhận ảnh, video.", timeout=20_000
    )
    assert sent.count(0) == 3  # each file once from its start: what had come was not sent again
    await page.get_by_role("button", name="Bỏ giấy khen.pdf").click()
    await expect(page.locator("#list li")).to_have_count(2)
    await expect(page.locator("#hint")).to_have_text(
        "Còn một bước: bấm «Xong» thì tệp mới được gửi đi."
    )
    await page.screenshot(path=tmp_path / "ready.png")

    await done.click()
    await expect(page.locator(".verdict")).to_have_text(
        "Đã nhận. Anh/chị quay lại tin nhắn để xem trả lời."
    )
    await expect(page.locator("#foot")).to_be_hidden()
    await page.screenshot(path=tmp_path / "finished.png")
    await somebody.server.app.idle()
    assert [f["name"] for f in await somebody.photos()] == [film.name, large.name]
    assert "đã nhận 2 tệp" in somebody.heard[-1].text
    await page.reload()
    await expect(page.locator("#said")).to_contain_text("Trang này đã dùng xong")
    await expect(page.locator("#foot")).to_be_hidden()
    await page.screenshot(path=tmp_path / "used.png")
    assert page.problems == []  # type: ignore[attr-defined]
    assert await page.evaluate("Object.keys(localStorage)") == []


async def test_a_page_that_was_closed_says_what_came_and_goes_on(
    phone: BrowserContext, somebody: Phone, tmp_path: Path
) -> None:
    token = await somebody.asks_for_page()
    page = await opened(phone, somebody, token)
    path = photo(tmp_path, "máy.jpg", 2_000_000)
    pieces = 0

    async def cut(route: Route) -> None:
        nonlocal pieces
        pieces += route.request.method == "PATCH"
        await (route.abort() if pieces > 2 else route.continue_())

    await page.route(UPLOADS, cut)
    await page.locator("#files").set_input_files(path)
    await expect(line(page, "máy.jpg")).to_contain_text("Mạng yếu")
    await page.close()

    page = await opened(phone, somebody, token)
    await expect(line(page, "máy.jpg")).to_contain_text("Chọn lại tệp này để gửi tiếp")
    await expect(page.get_by_role("button", name="Xong")).to_be_disabled()
    sent = await offsets(page)
    await page.locator("#files").set_input_files(path)
    await expect(line(page, "máy.jpg")).to_contain_text("Đã nhận ✓", timeout=20_000)
    await expect(page.locator("#list li")).to_have_count(1)
    assert min(sent) == 2 * PIECE
    await page.get_by_role("button", name="Xong").click()
    await expect(page.locator(".verdict")).to_contain_text("Đã nhận")
    await somebody.server.app.idle()
    (filed,) = await somebody.photos()
    stored = somebody.server.app.files.path(filed["file"])
    assert stored is not None
    assert stored.read_bytes() == path.read_bytes()


async def test_when_its_time_is_over_nothing_new_is_chosen_and_what_came_is_handed_in(
    phone: BrowserContext, somebody: Phone, tmp_path: Path
) -> None:
    token = await somebody.asks_for_page()
    page = await opened(phone, somebody, token)
    await page.locator("#files").set_input_files(photo(tmp_path, "một.jpg", 1000))
    await expect(line(page, "một.jpg")).to_contain_text("Đã nhận ✓", timeout=20_000)
    somebody.server.clock.forward(minutes=31)
    await page.locator("#files").set_input_files(photo(tmp_path, "hai.jpg", 1000))
    await expect(line(page, "hai.jpg")).to_contain_text("Đã hết giờ chọn tệp mới")
    await expect(page.get_by_role("button", name="Chọn ảnh, tệp")).to_be_disabled()
    await page.get_by_role("button", name="Xong").click()
    await expect(page.locator(".verdict")).to_contain_text("Đã nhận")
    await somebody.server.app.idle()
    assert [f["name"] for f in await somebody.photos()] == ["một.jpg"]
