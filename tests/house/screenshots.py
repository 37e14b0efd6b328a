"""python -m tests.house.screenshots: the pictures of docs/pictures, taken of the page as it is."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from playwright.async_api import Page

from storage import open_storage
from tests.bot.browser import a_server
from tests.browser.chromium import DESKTOP, PHONE, chromium

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"


async def opened(page: Page, url: str) -> None:
    await page.goto(url)
    await page.locator("#log[aria-live=polite] .msg.bot").first.wait_for()


async def press(page: Page, label: str) -> None:
    await page.get_by_role("button", name=label, exact=True).last.click()
    await settled(page)


async def say(page: Page, text: str) -> None:
    await page.locator("#text").fill(text)
    await page.locator("#send").click()
    await settled(page)


async def settled(page: Page) -> None:
    await page.locator(".msg.me[data-state=sent]").last.wait_for()
    await page.wait_for_timeout(700)


async def take() -> None:
    from tests.house import guide_pictures, staff_pictures  # they use the functions above

    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        storage = open_storage(f"sqlite:///{folder}/a.db")
        async with (
            a_server(Path(folder), storage=storage, max_file_mb=20) as server,
            chromium() as browser,
        ):
            phone = await browser.new_context(**PHONE)
            page = await phone.new_page()
            await opened(page, server.url)
            await page.screenshot(path=PICTURES / "start.png")
            await say(page, "han nop ho so den bao gio")
            await page.screenshot(path=PICTURES / "question.png")
            await press(page, "Lịch và hạn nộp")
            await page.wait_for_timeout(1500)
            await page.locator(".msg.bot .picture").last.scroll_into_view_if_needed()
            await page.screenshot(path=PICTURES / "timetable.png")
            await page.locator("#menu").click()
            await settled(page)
            await press(page, "Tôi có được dự thi không?")
            await press(page, "Một mình tôi")
            await page.screenshot(path=PICTURES / "eligibility.png")
            dark = await browser.new_context(**{**PHONE, "color_scheme": "dark"})
            page = await dark.new_page()
            await opened(page, server.url)
            await say(page, "ai giúp tôi")
            await press(page, "Làm và nộp hồ sơ")
            await page.screenshot(path=PICTURES / "dark.png")
            desktop = await browser.new_context(**DESKTOP)
            page = await desktop.new_page()
            await opened(page, server.url)
            await say(page, "hồ sơ gồm những gì")
            await press(page, "Menu")
            await page.screenshot(path=PICTURES / "desktop.png")
            await guide_pictures.take(server, browser, PICTURES, Path(folder))
            await guide_pictures.take_helper(server, browser, PICTURES, Path(folder))
            (Path(folder) / "staff").mkdir()
            await staff_pictures.take(browser, PICTURES, Path(folder) / "staff")


if __name__ == "__main__":
    asyncio.run(take())
