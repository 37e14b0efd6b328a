"""Files on the page, in a real Chromium: several, dropped, spoken, cut off, gone on with."""

from __future__ import annotations

import asyncio
import hashlib
import random
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import BrowserContext, Page, Route, expect

from storage import open_storage
from tests.bot.browser import Server, a_server
from tests.bot.test_kill import Child
from tests.bot.test_tus import listens
from tests.bot.test_web import jpeg
from tests.browser import chromium
from tests.browser.test_page import a_phone, last, opened, pytestmark, say
from tests.talk import until

__all__ = ["pytestmark"]

UPLOADS = "**/api/uploads/*"


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    storage = open_storage(f"sqlite:///{tmp_path / 'a.db'}")
    async with a_server(tmp_path, storage=storage, max_file_mb=20) as server:
        yield server


@pytest.fixture
async def phone() -> AsyncIterator[BrowserContext]:
    async with a_phone(permissions=["microphone"]) as context:
        yield context


def photo(folder: Path, name: str, size: int) -> Path:
    """A picture that browsers show, of any size: what follows its end is ignored."""
    path = folder / name
    path.write_bytes(jpeg(random.choice(["red", "green", "blue"])) + random.randbytes(size))
    return path


def stored(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in (folder / "files").glob("[0-9a-f][0-9a-f]/*")]


async def choose(page: Page, *paths: Path) -> None:
    await page.locator("#files").set_input_files(list(paths))
    await expect(page.locator("#staged li")).to_have_count(len(paths))


async def events_of(folder: Path) -> list[str]:
    database = sqlite3.connect(folder / "a.db")
    rows = database.execute("SELECT payload FROM inbox ORDER BY number").fetchall()
    database.close()
    return [row[0] for row in rows if '"files"' in row[0]]


async def test_several_files_are_one_message_and_show_how_far_they_are(
    server: Server, phone: BrowserContext, tmp_path: Path
) -> None:
    page = await opened(phone, server)
    gate = asyncio.Event()
    seen = 0

    async def slow(route: Route) -> None:
        nonlocal seen
        seen += 1
        if seen == 4:  # the first file is up, the second has begun
            await gate.wait()
        await route.continue_()

    await page.route(UPLOADS, slow)
    paths = [photo(tmp_path, f"máy {n}.jpg", 700_000) for n in range(3)]
    await choose(page, *paths)
    await page.locator("#send").click()
    await expect(page.locator(".msg.me .total span").first).to_have_text("1/3")
    await expect(page.locator(".msg.me progress")).to_have_count(4)
    shares = [0.0] * 4
    while shares[2] < 0.5:
        shares = await page.locator(".msg.me progress").evaluate_all(
            "(bars) => bars.map((bar) => bar.value / bar.max)"
        )
    all_files, first, _, third = shares
    assert 0.5 < all_files < 0.7
    assert (first, third) == (1, 0)
    await expect(page.get_by_role("progressbar", name="Tất cả các tệp")).to_be_visible()
    await expect(page.locator(".msg.me .picture img")).to_have_count(3)
    gate.set()
    await expect(last(page)).to_contain_text("Đã nhận và giữ 3 tệp")
    await expect(page.locator(".msg.me progress")).to_have_count(0)
    assert len(await events_of(tmp_path)) == 1
    assert sorted(stored(tmp_path)) == sorted(path.read_bytes() for path in paths)
    left = await page.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('chat-'))")
    assert left == []


DROP = """async ([names, where]) => {
    const data = new DataTransfer();
    for (const name of names) data.items.add(new File(["hồ sơ " + name], name));
    const event = (kind) => new DragEvent(kind, {dataTransfer: data, bubbles: true});
    document.querySelector(where).dispatchEvent(event("dragover"));
    const shown = document.querySelector("#drop").checkVisibility();
    document.querySelector(where).dispatchEvent(event("drop"));
    return [shown, document.querySelector("#drop").checkVisibility()];
}"""


async def test_files_are_dropped_on_a_desktop(server: Server, tmp_path: Path) -> None:
    async with chromium.chromium() as browser:
        page = await opened(await browser.new_context(**chromium.DESKTOP), server)
        assert await page.evaluate(DROP, [["a.pdf", "b.docx"], "#view"]) == [True, False]
        await expect(page.locator("#staged li")).to_have_count(2)
        await page.get_by_role("button", name="Bỏ b.docx").click()
        await expect(page.locator("#staged li")).to_have_count(1)
        await page.locator("#send").click()
        await expect(last(page)).to_contain_text("1 tệp")
        assert stored(tmp_path) == ["hồ sơ a.pdf".encode()]


async def test_a_file_is_taken_back_while_it_is_sent(
    server: Server, phone: BrowserContext, tmp_path: Path
) -> None:
    page = await opened(phone, server)
    never = asyncio.Event()

    async def stuck(route: Route) -> None:
        if route.request.method == "PATCH":
            await never.wait()
        await route.continue_()

    await page.route(UPLOADS, stuck)
    await choose(page, photo(tmp_path, "một.jpg", 1000), photo(tmp_path, "hai.jpg", 1000))
    await page.locator("#send").click()
    await expect(page.locator(".msg.me .loading")).to_have_count(3)
    await until(lambda: len(list((tmp_path / "files" / "partial").iterdir())) == 2)
    await page.get_by_role("button", name="Hủy tất cả").click()
    await expect(page.locator(".msg.me")).to_have_count(0)
    await until(lambda: not list((tmp_path / "files" / "partial").iterdir()))
    never.set()
    await say(page, "menu")
    await expect(last(page)).to_contain_text("Anh/chị muốn xem gì?")
    assert await events_of(tmp_path) == []


async def offsets(page: Page) -> list[int]:
    """Where each piece began that the page sent from now on."""
    found: list[int] = []

    def note(request: Any) -> None:
        if request.method == "PATCH":
            found.append(int(request.headers["upload-offset"]))

    page.on("request", note)
    return found


async def test_a_broken_line_costs_a_piece_and_not_the_file(
    server: Server, phone: BrowserContext, tmp_path: Path
) -> None:
    page = await opened(phone, server)
    path = photo(tmp_path, "máy.jpg", 2_000_000)
    sent = await offsets(page)
    pieces = 0

    async def cut(route: Route) -> None:
        nonlocal pieces
        pieces += route.request.method == "PATCH"
        if pieces == 3:
            await phone.set_offline(True)
        await (route.abort() if pieces == 3 else route.continue_())

    await page.route(UPLOADS, cut)
    await choose(page, path)
    await page.locator("#send").click()
    await expect(page.locator(".msg.me .state")).to_have_text("Đang chờ mạng, tin sẽ tự gửi")
    await page.unroute(UPLOADS)
    await phone.set_offline(False)
    await expect(last(page)).to_contain_text("1 tệp", timeout=40_000)
    assert sent.count(0) == 1
    assert stored(tmp_path) == [path.read_bytes()]


async def half_sent(page: Page, path: Path) -> None:
    """Two pieces are acknowledged, and no more gets through."""
    pieces = 0

    async def cut(route: Route) -> None:
        nonlocal pieces
        pieces += route.request.method == "PATCH"
        await (route.abort() if pieces > 2 else route.continue_())

    await page.route(UPLOADS, cut)
    await choose(page, path)
    await page.locator("#send").click()
    await expect(page.locator(".msg.me .state")).to_have_text("Đang chờ mạng, tin sẽ tự gửi")


async def test_a_page_that_was_closed_goes_on_where_it_was(
    server: Server, phone: BrowserContext, tmp_path: Path
) -> None:
    page = await opened(phone, server)
    path = photo(tmp_path, "máy.jpg", 2_000_000)
    await half_sent(page, path)
    await page.close()
    page = await phone.new_page()
    sent = await offsets(page)
    await page.goto(server.url)
    await expect(last(page)).to_contain_text("1 tệp", timeout=40_000)
    assert min(sent) == 2 * 512 * 1024
    assert stored(tmp_path) == [path.read_bytes()]
    assert len(await events_of(tmp_path)) == 1


async def test_a_file_the_browser_lost_is_asked_for_and_gone_on_with(
    server: Server, phone: BrowserContext, tmp_path: Path
) -> None:
    page = await opened(phone, server)
    path = photo(tmp_path, "máy.jpg", 2_000_000)
    await half_sent(page, path)
    await page.evaluate("indexedDB.deleteDatabase('chat-outbox') && undefined")
    await page.close()
    page = await opened(phone, server)
    notice = page.locator(".msg.local")
    await expect(notice).to_contain_text("máy.jpg: Trình duyệt không còn giữ tệp này")
    sent = await offsets(page)
    async with page.expect_file_chooser() as chooser:
        await notice.get_by_role("button", name="Chọn lại tệp").click()
    await (await chooser.value).set_files(path)
    await page.locator("#send").click()
    await expect(last(page)).to_contain_text("1 tệp", timeout=40_000)
    assert min(sent) == 2 * 512 * 1024
    assert stored(tmp_path) == [path.read_bytes()]


@pytest.mark.slow
async def test_a_photo_arrives_whole_and_once_though_the_server_is_killed_in_the_middle(
    phone: BrowserContext, tmp_path: Path
) -> None:
    path = photo(tmp_path, "máy.jpg", 6_000_000)
    async with Child(tmp_path) as child:
        await until(lambda: listens(child.port), seconds=20)
        page = await phone.new_page()
        answered = 0
        known: list[str] = []

        async def note(route: Route) -> None:
            nonlocal answered
            answered += route.request.method == "PATCH"
            if answered in (4, 8):
                answered += 1
                child.kill()
            await route.continue_()

        page.on("response", lambda r: "file-sha256" in r.headers and known.append(r.url))
        await page.goto(child.url)
        await page.locator("#log[aria-live=polite] .msg.bot").first.wait_for()
        await page.route(UPLOADS, note)
        await choose(page, path)
        await page.locator("#send").click()
        await expect(last(page)).to_contain_text("Đã nhận và giữ 1 tệp", timeout=60_000)
        await expect(page.locator(".msg.me")).to_have_count(1)
        assert child.deaths == 2
        assert len(known) == 1
    database = sqlite3.connect(tmp_path / "bot.db")
    (size, sha256) = database.execute("SELECT size, sha256 FROM files WHERE NOT ours").fetchone()
    said = database.execute("SELECT count(*) FROM inbox WHERE payload LIKE '%files%'").fetchone()
    database.close()
    data = path.read_bytes()
    assert (size, sha256, said) == (len(data), hashlib.sha256(data).hexdigest(), (1,))
    assert (tmp_path / "files" / sha256[:2] / sha256).read_bytes() == data


async def test_a_voice_is_recorded_heard_and_sent(server: Server, tmp_path: Path) -> None:
    fake = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    async with chromium.chromium(*fake) as browser:
        context = await browser.new_context(**chromium.PHONE, permissions=["microphone"])
        page = await opened(context, server)
        voice = page.locator("#voice")
        await expect(voice).to_have_text("Ghi âm")
        await voice.click()
        await expect(voice).to_have_text("Dừng 0:01")
        await expect(voice).to_have_attribute("aria-pressed", "true")
        await voice.click()
        await expect(voice).to_have_text("Ghi âm")
        await expect(page.locator("#staged audio")).to_be_visible()
        await page.locator("#send").click()
        await expect(last(page)).to_contain_text("1 tệp")
        (event,) = await events_of(tmp_path)
        assert '"kind": "voice"' in event or '"kind":"voice"' in event
        (recording,) = stored(tmp_path)
        assert recording[:4] == b"\x1aE\xdf\xa3"  # Matroska, of which WebM is a kind
        # held, and let go
        await voice.hover()
        await page.mouse.down()
        await expect(voice).to_have_text("Dừng 0:01")
        await page.mouse.up()
        await expect(page.locator("#staged li")).to_have_count(1)


async def test_a_code_is_said_once_and_only_when_it_was_pressed(
    server: Server, phone: BrowserContext
) -> None:
    page = await phone.new_page()
    await page.goto(f"{server.url}/?ma=7K3M2-QX")
    button = page.get_by_role("button", name="Mở mã 7K3M2-QX")
    await expect(button).to_be_visible()
    await expect(page.locator(".msg.me")).to_have_count(0)
    await button.click()
    await expect(page.locator(".msg.me .bubble")).to_have_text("7K3M2-QX")
    await expect(button).to_be_hidden()
    assert page.url == f"{server.url}/"
    await page.reload()
    await expect(page.locator(".msg.me")).to_have_count(1)
    await expect(button).to_be_hidden()


async def test_a_communes_link_is_followed_when_it_was_pressed(
    server: Server, phone: BrowserContext
) -> None:
    page = await phone.new_page()
    await page.goto(f"{server.url}/?xa=yen-phuc")
    button = page.get_by_role("button", name="Mở trang xã, phường này")
    await expect(button).to_be_visible()
    await expect(page.locator(".msg.me")).to_have_count(0)
    await button.click()
    await expect(page.locator(".msg.me .bubble")).to_have_text("Mở trang xã, phường này")
    await expect(page.locator(".msg.bot").last).to_contain_text("là Xã Yên Phúc")
    await expect(button).to_be_hidden()
    assert page.url == f"{server.url}/"


@pytest.mark.parametrize("link", ["%3Cb%3E", "a%20b", "x" * 49, "", "Xã"])
async def test_what_is_no_communes_link_is_not_offered(
    server: Server, phone: BrowserContext, link: str
) -> None:
    page = await phone.new_page()
    await page.goto(f"{server.url}/?xa={link}")
    await page.locator("#log[aria-live=polite] .msg.bot").first.wait_for()
    await expect(page.locator("#code")).to_be_hidden()


@pytest.mark.parametrize("code", ["<b>", "a b", "x" * 33, "%22%3E", "", "7K/3M2"])
async def test_what_is_no_code_is_not_offered(
    server: Server, phone: BrowserContext, code: str
) -> None:
    page = await phone.new_page()
    await page.goto(f"{server.url}/?ma={code}")
    await page.locator("#log[aria-live=polite] .msg.bot").first.wait_for()
    await expect(page.locator("#code")).to_be_hidden()
