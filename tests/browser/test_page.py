"""The page in a real Chromium, against the real program."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import BrowserContext, Page, expect

from bot.channels.port import Message
from storage import open_storage
from storage.port import Outgoing
from tests.bot.browser import Server, a_server
from tests.bot.test_web import jpeg
from tests.browser import chromium

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        chromium.path() is None,
        reason="no Chromium here: install the system's package «chromium» to run these",
    ),
]


@asynccontextmanager
async def a_phone(**more: Any) -> AsyncIterator[BrowserContext]:
    async with chromium.chromium() as browser:
        context = await browser.new_context(**{**chromium.PHONE, **more})
        context.set_default_timeout(8000)
        yield context


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    storage = open_storage(f"sqlite:///{tmp_path / 'a.db'}")
    async with a_server(tmp_path, storage=storage) as server:
        yield server


@pytest.fixture
async def phone() -> AsyncIterator[BrowserContext]:
    async with a_phone() as context:
        yield context


async def opened(context: BrowserContext, server: Server) -> Page:
    page = await context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    own = (server.url, "blob:", "data:")
    page.on("request", lambda r: r.url.startswith(own) or problems.append(r.url))
    await page.goto(server.url)
    await page.locator("#log[aria-live=polite] .msg.bot").first.wait_for()
    page.problems = problems  # type: ignore[attr-defined]
    return page


async def say(page: Page, text: str) -> None:
    await page.locator("#text").fill(text)
    await page.locator("#send").click()


async def press(page: Page, label: str) -> None:
    await page.get_by_role("button", name=label, exact=True).last.click()


def last(page: Page) -> Any:
    return page.locator(".msg.bot .bubble").last


async def test_a_newcomer_is_guided_without_typing_a_word(
    server: Server, phone: BrowserContext
) -> None:
    page = await opened(phone, server)
    await expect(page.locator(".msg.bot")).to_have_count(1)
    await expect(last(page)).to_contain_text("Chào anh/chị")
    await press(page, "Lịch và hạn nộp")
    await expect(page.locator(".msg.me")).to_contain_text("Lịch và hạn nộp")
    await expect(last(page)).to_contain_text("Còn 188 ngày")
    await expect(page.locator(".msg.bot .note").last).to_contain_text("Hạn nộp: Kế hoạch 92/KH-BTC")
    picture = page.locator(".msg.bot .picture img")
    assert "Còn 188 ngày" in (await picture.get_attribute("alt") or "")
    await page.get_by_role("button", name="Lưu vào lịch điện thoại").click()
    paper = page.locator(".msg.bot a.paper")
    await expect(paper).to_have_attribute("download", "lich-hoi-thi.ics")
    assert page.problems == []  # type: ignore[attr-defined]


async def test_a_picture_opens_large_and_closes_again(
    server: Server, phone: BrowserContext
) -> None:
    page = await opened(phone, server)
    await say(page, "lịch")
    await page.locator(".msg.bot .picture").click()
    await expect(page.locator("#viewer")).to_have_attribute("open", "")
    await page.keyboard.press("Escape")
    await expect(page.locator("#viewer")).not_to_have_attribute("open", "")


async def test_what_is_typed_without_a_network_is_sent_once_when_it_is_back(
    server: Server, phone: BrowserContext
) -> None:
    page = await opened(phone, server)
    await phone.set_offline(True)
    await say(page, "hạn nộp hồ sơ là ngày nào?")
    await say(page, "menu")
    await expect(page.locator(".msg.me.unsent")).to_have_count(2)
    await phone.set_offline(False)
    await expect(page.locator(".msg.me.unsent")).to_have_count(0, timeout=40_000)
    await expect(page.locator(".msg.bot")).to_have_count(3)
    ages = await server.app.ages()
    assert ages.undone == 0
    mine = page.locator(".msg.me")
    await expect(mine).to_have_count(2)
    await expect(mine.nth(0)).to_contain_text("hạn nộp hồ sơ")
    await expect(mine.nth(1)).to_contain_text("menu")


async def test_a_message_survives_the_page_being_closed_before_it_was_sent(
    server: Server, phone: BrowserContext
) -> None:
    page = await opened(phone, server)
    await phone.set_offline(True)
    await say(page, "hạn nộp hồ sơ là ngày nào?")
    await expect(page.locator(".msg.me.unsent")).to_have_count(1)
    await page.close()
    await phone.set_offline(False)
    page = await opened(phone, server)
    await expect(page.locator(".msg.me")).to_have_count(1)
    await expect(last(page)).to_contain_text("Còn 188 ngày")
    left = await page.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('chat-'))")
    assert left == []


async def test_a_reload_shows_the_same_talk(server: Server, phone: BrowserContext) -> None:
    page = await opened(phone, server)
    await say(page, "menu")
    await expect(page.locator(".msg")).to_have_count(3)
    before = await page.locator(".msg .bubble").all_inner_texts()
    await page.reload()
    await expect(page.locator(".msg")).to_have_count(3)
    assert await page.locator(".msg .bubble").all_inner_texts() == before


async def test_a_restarted_server_is_found_again(tmp_path: Path, phone: BrowserContext) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    async with a_server(tmp_path, storage=open_storage(url)) as server:
        port = int(server.url.rpartition(":")[2])
        page = await opened(phone, server)
        await press(page, "Tôi có được dự thi không?")
        await expect(last(page)).to_contain_text("Câu 1/8")
    await press(page, "Một mình tôi")
    await expect(page.locator(".msg.me.unsent")).to_have_count(1)
    async with a_server(tmp_path, storage=open_storage(url), port=port):
        await expect(last(page)).to_contain_text("Câu 2/8", timeout=40_000)
        await expect(page.locator(".msg.me.unsent")).to_have_count(0)
        await expect(page.locator(".msg.me")).to_have_count(2)


async def test_a_double_click_is_one_press(server: Server, phone: BrowserContext) -> None:
    page = await opened(phone, server)
    await press(page, "Tôi có được dự thi không?")
    button = page.get_by_role("button", name="Một mình tôi", exact=True)
    await button.dblclick()
    await expect(last(page)).to_contain_text("Câu 2/8")
    await expect(page.locator(".msg.me")).to_have_count(2)


async def test_two_tabs_show_the_same_talk(server: Server, phone: BrowserContext) -> None:
    one = await opened(phone, server)
    two = await opened(phone, server)
    await say(one, "menu")
    await say(two, "lĩnh vực")
    for page in (one, two):
        await expect(page.locator(".msg")).to_have_count(5)
    texts = [await page.locator(".msg .bubble").all_inner_texts() for page in (one, two)]
    assert texts[0] == texts[1]


async def test_pictures_and_files_are_sent_and_kept_whole(
    server: Server, phone: BrowserContext, tmp_path: Path
) -> None:
    page = await opened(phone, server)
    paths = []
    for name, colour in (("máy 1.jpg", "red"), ("máy 2.jpg", "blue")):
        path = tmp_path / name
        path.write_bytes(jpeg(colour))
        paths.append(path)
    await page.locator("#files").set_input_files(paths)
    await expect(page.locator("#staged li")).to_have_count(2)
    await say(page, "cái máy của nhà tôi")
    await expect(last(page)).to_contain_text("Đã nhận và giữ 2 tệp")
    await expect(page.locator(".msg.me .picture img")).to_have_count(2)
    stored = [p.read_bytes() for p in (tmp_path / "files").glob("[0-9a-f][0-9a-f]/*")]
    assert sorted(stored) == sorted(p.read_bytes() for p in paths)


async def test_a_file_that_is_too_large_is_refused_kindly(
    server: Server, phone: BrowserContext, tmp_path: Path
) -> None:
    page = await opened(phone, server)
    big = tmp_path / "phim.mp4"
    big.write_bytes(b"x" * 1_500_000)
    await page.locator("#files").set_input_files(big)
    await page.locator("#send").click()
    await expect(page.locator(".msg.local")).to_contain_text("Tệp lớn quá: nhiều nhất 1 MB")
    await say(page, "menu")
    await expect(last(page)).to_contain_text("Anh/chị muốn xem gì?")


async def test_the_language_changes_words_and_page(server: Server, phone: BrowserContext) -> None:
    page = await opened(phone, server)
    await page.locator("#language").click()
    await expect(last(page)).to_contain_text("From now on I speak English.")
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await expect(page.locator("#send")).to_have_text("Send")
    await expect(page.locator("#title")).to_contain_text("Technical Innovation Contest")


async def test_it_can_be_used_with_the_keyboard_alone(server: Server) -> None:
    async with chromium.chromium() as browser:
        context = await browser.new_context(**chromium.DESKTOP)
        page = await opened(context, server)
        await page.keyboard.press("Tab")
        focused = await page.evaluate("document.activeElement.id")
        assert focused == "skip"
        await page.keyboard.press("Enter")
        await page.keyboard.type("hạn nộp")
        await page.keyboard.press("Shift+Enter")
        await page.keyboard.type("hồ sơ là ngày nào")
        await page.keyboard.press("Enter")
        await expect(last(page)).to_contain_text("Còn 188 ngày")
        for _ in range(12):
            await page.keyboard.press("Shift+Tab")
            if await page.evaluate("document.activeElement.textContent") == "Lịch và hạn nộp":
                break
        await page.keyboard.press("Enter")
        await expect(last(page)).to_contain_text("Kế hoạch không ghi nhận hồ sơ đến mấy giờ")


async def test_a_screen_reader_is_told_what_is_new_and_not_what_is_old(
    server: Server, phone: BrowserContext
) -> None:
    page = await opened(phone, server)
    log = page.get_by_role("log", name="Cuộc trò chuyện")
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(page.get_by_role("textbox", name="Tin nhắn của anh/chị")).to_be_visible()
    nameless = await page.evaluate(
        """[...document.querySelectorAll("button, a, input:not([hidden]), textarea, img")]
            .filter((node) => node.checkVisibility())
            .filter((node) => !(node.textContent || node.ariaLabel || node.alt))
            .map((node) => node.outerHTML)"""
    )
    assert nameless == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_buttons_are_large_and_nothing_is_cut_at_360_pixels(
    server: Server, scheme: str
) -> None:
    async with a_phone(color_scheme=scheme) as phone:
        page = await opened(phone, server)
        for text in ("lịch", "lĩnh vực", "hồ sơ", "ai giúp tôi", "x" * 300):
            await say(page, text)
        await expect(page.locator(".msg.me.unsent")).to_have_count(0)
        await expect(page.locator(".msg.me")).to_have_count(5)
        small = await page.evaluate(
            """[...document.querySelectorAll("button")].filter((node) => node.checkVisibility())
                .map((node) => [node.textContent, node.getBoundingClientRect()])
                .filter(([, box]) => box.height < 44 || box.width < 44).map(([text]) => text)"""
        )
        assert small == []
        wide = await page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wide <= 0
        sizes = await page.evaluate(
            """[...document.querySelectorAll(".bubble p, button, textarea")]
                .filter((node) => node.checkVisibility())
                .map((node) => parseFloat(getComputedStyle(node).fontSize))"""
        )
        assert min(sizes) >= 15


async def test_words_of_a_stranger_are_never_markup(server: Server, phone: BrowserContext) -> None:
    page = await opened(phone, server)
    await say(page, "<img src=x onerror=\"document.title='hacked'\"><b>đậm</b>")
    await expect(page.locator(".msg.me .bubble")).to_contain_text("<b>đậm</b>")
    await expect(page.locator(".msg.me .bubble b")).to_have_count(0)
    assert await page.title() != "hacked"


async def test_an_answer_by_the_staff_arrives_by_itself(
    server: Server, phone: BrowserContext
) -> None:
    page = await opened(phone, server)
    await say(page, "gặp cán bộ")
    await expect(last(page)).to_contain_text("Nhắn vào đây")
    await say(page, "Máy nặng 2 tạ thì chở thế nào?")
    await expect(last(page)).to_contain_text("Tôi đã giữ lời nhắn")
    (question,) = await server.app.storage.questions()
    message = Message("Cán bộ trả lời: chở bằng xe.", "vi")
    now = server.clock()
    await server.app.storage.answer_question(question.number, Outgoing(message.to_json(), now), now)
    await expect(last(page)).to_contain_text("chở bằng xe")


async def test_a_flood_of_messages_is_answered_each_once(
    server: Server, phone: BrowserContext
) -> None:
    page = await opened(phone, server)
    for n in range(15):
        await say(page, f"menu {n}" if n % 2 else "menu")
    await expect(page.locator(".msg.me")).to_have_count(15)
    await expect(page.locator(".msg.bot")).to_have_count(16, timeout=20_000)
    await expect(page.locator(".msg.me.unsent")).to_have_count(0)
