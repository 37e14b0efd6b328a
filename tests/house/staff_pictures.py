"""The pictures of the guides for the staff: three weeks of an invented office, in May.

Who is photographed sits at a real browser; the entrants and officers around them are on a second
channel of the same program.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PIL import Image, ImageFilter
from playwright.async_api import Browser, BrowserContext, Page

from bot.channels.console import ConsoleChannel
from bot.channels.port import Message
from contest import codes
from contest.calendar import ZONE
from contest.outages import Beat
from contest.pack import DossierStep
from contest.staff import INVITED_FOR, Inviting, StaffRole, token_of
from dialog.event import ChatRef
from storage.port import ChatFile
from tests.bot.browser import a_server
from tests.browser.chromium import PHONE
from tests.filling import Farmer
from tests.handlers.test_staff import staff
from tests.house.guide_pictures import machine, page_of_text
from tests.house.screenshots import opened, say, settled
from tests.talk import House, Person

ASKED = "Máy tôi nặng 300 cân, chở lên tỉnh kiểu gì?"
ANSWER = "Bác chưa phải chở máy lên. Khi nào cần xem máy, chúng tôi hẹn trước."
NEWS = "Mời bà con đến buổi hướng dẫn làm hồ sơ. Ai bận thì cứ nhắn ở đây, trợ lý hỏi từng câu."
MADE: tuple[tuple[str, str, str, str, bool], ...] = (  # when, whose, where, what, handed in
    ("2027-04-13", "Nông Văn Thử", "xã Na Sầm", "Bếp đun trấu ít khói", True),
    ("2027-04-14", "Hoàng Thị Thử", "phường Kỳ Lừa", "Sổ điểm bằng điện thoại", True),
    ("2027-04-21", "Lương Văn Thử", "xã Bắc Sơn", "Giàn phơi hồi quay tay", True),
    ("2027-04-22", "Vi Thị Thử", "xã Chi Lăng", "Máy gọt vỏ quýt", False),
    ("2027-04-28", "Chu Văn Thử", "xã Na Dương", "Máy tưới theo độ ẩm", True),
    ("2027-04-29", "Lý Văn Thử", "xã Thất Khê", "Lò sấy thạch đen", False),
    ("2027-05-03", "Triệu Thị Thử", "xã Lộc Bình", "Áo che máy tuốt lúa", True),
    ("2027-05-05", "Dương Văn Thử", "xã Hữu Lũng", "Xe kéo gỗ một bánh", False),
)
REPORTS = (
    ("xa-chi-lang", "khoảng 120", "2: máy tách ngô, bếp đun", "ít người biết viết bản mô tả"),
    ("xa-na-sam", "60", "1: bếp đun trấu", "Không có"),
    ("xa-bac-son", "khoảng 80", "1: giàn phơi hồi", "sóng yếu ở hai thôn"),
)


WIDE, HIGH = 360, 860
BEAT = timedelta(minutes=2)
BEGIN = "2027-04-12T07:00"
TALL = {**PHONE, "viewport": {"width": WIDE, "height": HIGH}}


async def press(page: Page, label: str) -> None:
    """In the talk: below it stands a button to send, too."""
    await page.locator("#log").get_by_role("button", name=label, exact=True).last.click()
    await settled(page)


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=ZONE)


class Outside(ConsoleChannel):
    """Of those who are not photographed. Its name is read in an announcement's preview."""

    name = "telegram"


class Town(House):
    def person(self, name: str = "thu") -> Person:
        return Person(self, ChatRef(Outside.name, name))


@dataclass
class Photographer(Person):
    """An entrant whose photos are drawn ones: by their names sharp or blurred ones."""

    folder: Path = Path()

    async def _kept(self, name: str) -> dict[str, Any]:
        path = machine(self.folder / name, sum(map(ord, name.removeprefix("mo-"))))
        if name.startswith("mo-"):
            Image.open(path).filter(ImageFilter.GaussianBlur(22)).save(path, quality=85)
        if name.startswith(("proof", "confirmation")):
            path = page_of_text(path, 0)
        stored = await self.house.app.files.put(path.read_bytes())
        file = ChatFile(stored.sha256, name, "image/jpeg", stored.size)
        await self.house.app.storage.keep_file(self.chat, file, self.house.clock())
        return {"kind": "photo", "file": file.sha256, "name": name, "type": file.type,
                "size": file.size}  # fmt: skip


@dataclass
class Entrant(Farmer):
    name: str = ""
    place: str = ""
    title: str = ""
    field: int = 0
    photo: str = ""  # how the name of the second begins

    async def author(self, name: str, born: str, *more: str) -> list[Message]:
        said: list[Message] = []
        for line in (self.name, born, self.place, "0912 345 678", *more):
            said += await self.say(line)
        return said

    async def answer(self, step: DossierStep, kind: str = "one") -> None:
        fields = self.house.app.contest.pack.fields
        match step.id:
            case "title":
                await self.say(self.title)
            case "field":
                await self.choose(step.id, fields[self.field % len(fields)].id)
            case "photos":
                await self.send("toan-canh.jpg", f"{self.photo}dang-chay.jpg", caption="")
                await self.choose(step.id, "enough")
            case _:
                await super().answer(step, kind)


class Office:
    """The staff at their browsers, and the clock."""

    def __init__(self, house: House, url: str, browser: Browser, to: Path, folder: Path) -> None:
        self.house, self.url, self.browser, self.to, self.folder = house, url, browser, to, folder
        self.phones: list[BrowserContext] = []

    async def member(self, role: StaffRole) -> tuple[Page, str]:
        """Somebody at a browser who has just typed their code; and the code."""
        code = codes.made(codes.INVITATION, random.Random(role).randrange)
        now = self.house.clock()
        act = Inviting(token_of(code), role, now + INVITED_FOR, None)
        await self.house.app.storage.at_server(act, now)
        phone = await self.browser.new_context(**TALL)
        await phone.clock.set_fixed_time(now)
        self.phones.append(phone)
        page = await phone.new_page()
        await opened(page, self.url)
        await say(page, codes.shown(code))
        return page, code

    async def picture(self, page: Page, name: str, top: str = "", high: int = HIGH) -> None:
        """`top`: words of the message that is to stand at the top; none: as it has scrolled."""
        await page.set_viewport_size({"width": WIDE, "height": high})
        await page.wait_for_timeout(1200)
        if top:
            message = page.locator(".msg.bot", has_text=top).last
            await message.evaluate("one => one.scrollIntoView({block: 'start'})")
            await page.wait_for_timeout(300)
        await page.screenshot(path=self.to / f"guide-{name}.png")

    async def large(self, page: Page, name: str) -> None:
        """The first picture of the last message that has one, as it opens when it is pressed."""
        await page.locator(".msg.bot", has=page.locator("img")).last.locator("img").first.click()
        await page.wait_for_timeout(800)
        await page.locator("#large").screenshot(path=self.to / f"guide-{name}.png")
        await page.keyboard.press("Escape")
        await page.wait_for_timeout(300)

    async def pass_to(self, moment: str) -> None:
        """What the program does by itself by then."""
        await self.run_until(at(moment))
        for phone in self.phones:
            await phone.clock.set_fixed_time(at(moment))
        await self.house.app.schedule.look()
        for chat in await self.house.app.storage.waiting_chats():
            self.house.app.outbox.wake(chat)
        await self.house.app.idle()

    async def run_until(self, moment: datetime) -> None:
        """Without a gap: a program that was stopped says so in the digest."""
        while self.house.clock.now < moment:
            self.house.clock.now = min(self.house.clock.now + BEAT, moment)
            await self.house.app.storage.beat(Beat(self.house.clock.now, {}))

    def entrant(self, n: int, name: str, place: str, title: str, photo: str = "") -> Entrant:
        person = Photographer(self.house, ChatRef(Outside.name, f"e{n}"), self.folder)
        return Entrant(person, name=name, place=place, title=title, field=n, photo=photo)


async def _before(office: Office) -> None:
    """What has come in before the pictures: dossiers, and the communes' reports of April."""
    for n, (day, name, place, title, handed_in) in enumerate(MADE):
        await office.pass_to(f"{day}T07:31")
        entrant = await office.entrant(n, name, place, title).begin()
        await entrant.fill(until=None if handed_in else "benefit")
        if handed_in:
            await entrant.submit()
    await office.pass_to("2027-05-06T08:00")
    for unit, people, solutions, difficulties in REPORTS:
        officer = await staff(office.house, unit, "officer", unit)
        await officer.press_token("staff/report/2027-04")
        await officer.press("Họp dân, họp thôn")
        await officer.press("Xong, tiếp theo")
        for said in (people, solutions, difficulties):
            await (officer.press(said) if said in officer.labels else officer.say(said))
        await officer.press("Gửi báo cáo")
    await staff(office.house, "xa-na-duong", "officer", "xa-na-duong")


async def _question(office: Office, secretary: Page) -> None:
    farmer = office.house.person("nong_van_thu")
    await farmer.say("/start")
    await farmer.press("Gặp cán bộ")
    await farmer.say(ASKED)
    await office.picture(secretary, "staff-question")
    await press(secretary, "Nhận")
    await say(secretary, ANSWER)
    await office.picture(secretary, "staff-answer")
    await press(secretary, "Gửi")


async def _review(office: Office, secretary: Page) -> None:
    entrant = office.entrant(1, "Nông Văn Thử", "xã Na Dương", "Máy tách hạt ngô", "mo-")
    await entrant.begin()
    await entrant.fill()
    await entrant.submit()
    shown = codes.shown(entrant.code)
    await press(secretary, "Bàn làm việc")
    await office.picture(secretary, "staff-desk")
    await press(secretary, "Hồ sơ chờ duyệt")
    await press(secretary, shown)
    await office.picture(secretary, "staff-card", f"Hồ sơ {shown}")
    await press(secretary, "Duyệt từng mục")
    while not await secretary.locator(".msg.bot").last.get_by_text("Ảnh, video giải").count():
        await press(secretary, "Được")
    await press(secretary, "Trả lại")
    await press(secretary, "Tệp 2")
    await office.picture(secretary, "staff-return", "Trả lại «Ảnh")
    await press(secretary, "mờ, không đọc được")
    await secretary.get_by_role("button", name="3 ngày làm việc").last.click()
    await settled(secretary)
    await press(secretary, "Về hồ sơ")
    await press(secretary, "Xem lại và gửi")
    await press(secretary, "Các mục còn lại đều được")
    await office.picture(secretary, "staff-send", "kết quả duyệt")
    await press(secretary, "Gửi")
    await entrant.person.press("Chụp lại: Ảnh, video giải pháp")
    await entrant.send("dang-chay.jpg")
    await entrant.person.press("Xong")
    await entrant.person.press("Nộp hồ sơ")
    await office.pass_to("2027-05-07T14:00")
    await press(secretary, f"Mở hồ sơ {shown}")
    await press(secretary, "Duyệt từng mục")
    await secretary.wait_for_timeout(3000)
    await office.large(secretary, "staff-pair")
    await press(secretary, "Được")
    await press(secretary, "Nhận hồ sơ")


async def _announcement(office: Office, secretary: Page, head: Page) -> None:
    for label in ("Bàn làm việc", "Thông báo và hỏi đáp", "Soạn thông báo"):
        await press(secretary, label)
    await press(secretary, "Mọi người đã nhắn với trợ lý")
    await say(secretary, NEWS)
    await press(secretary, "Xem thử")
    await office.picture(secretary, "staff-preview", "Gửi cho", 1000)
    await press(secretary, "Đề nghị gửi")
    await press(head, "Việc chờ duyệt")
    await press(head, "Xem việc số 1")
    await office.picture(head, "head-approve", "thông báo cho nhiều", 1020)


async def _head(office: Office, head: Page) -> None:
    await press(head, "Bàn làm việc")
    await press(head, "Danh sách và báo cáo")
    await press(head, "Báo cáo các đơn vị")
    await press(head, "Xem tháng 4 năm 2027")
    await office.picture(head, "head-units", "Báo cáo tháng 4", 940)
    await press(head, "Báo cáo tháng")
    await press(head, "Báo cáo tháng 4 năm 2027")
    await head.wait_for_timeout(3000)
    await office.picture(head, "head-report")


async def take(browser: Browser, to: Path, folder: Path) -> None:
    outside = Outside(lambda chat, message: heard.setdefault(chat, []).append(message))
    heard: dict[ChatRef, list[Message]] = {}
    async with a_server(folder, beside=[outside], max_file_mb=20) as server:
        server.clock.now = at(BEGIN)
        office = Office(Town(server.app, server.clock, heard), server.url, browser, to, folder)
        await _before(office)
        await office.pass_to("2027-05-06T08:10")
        secretary, _ = await office.member("secretary")
        await office.picture(secretary, "staff-join")
        await press(secretary, "Đặt tên gọi")
        await say(secretary, "Chị Thử")
        head, _ = await office.member("head")
        await press(head, "Đặt tên gọi")
        await say(head, "Ông Mẫu")
        await _question(office, secretary)
        await _review(office, secretary)
        await _announcement(office, secretary, head)
        await _head(office, head)
        await office.pass_to("2027-05-10T07:00")
        await _question_left(office)
        await office.pass_to("2027-05-10T07:31")
        await office.picture(secretary, "staff-digest", "Việc hôm nay", 1160)
        await office.picture(head, "head-digest", "Việc tuần này", 900)
        await office.large(head, "head-chart")
        await secretary.context.close()
        await head.context.close()


async def _question_left(office: Office) -> None:
    farmer = office.house.person("ba_thu")
    await farmer.say("/start")
    await farmer.press("Gặp cán bộ")
    await farmer.say("Bà 70 tuổi làm được cái giỏ thì có thi được không?")
