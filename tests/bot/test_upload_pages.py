"""Upload pages at their wall: who may send what, until when, and that it is handed in once."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import random
import re
import sqlite3
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.console import NAME, ConsoleChannel
from bot.channels.port import Message
from bot.channels.web.channel import chat_of
from bot.channels.web.limits import Allowance, Limits
from bot.channels.web.upload_pages import MOST_FILES
from bot.log import redacted
from bot.pages import OPEN_FOR, kept
from contest.dossier import Opened
from contest.model import Asked
from dialog.event import ChatRef
from dialog.place import Answers, Place
from handlers.turn import dialog_of_dossier
from storage import open_storage
from storage.memory import Memory
from storage.partial import KEPT_FOR
from storage.port import (
    Answered,
    Arrival,
    ChatState,
    Outgoing,
    Save,
    Storage,
    Unavailable,
    UploadPage,
)
from tests.bot.browser import Browser, Server, a_browser, a_server
from tests.bot.test_kill import Child
from tests.bot.test_tus import listens, message_of
from tests.talk import NOW, a_house, bytes_of, until

CHAT = ChatRef(NAME, "nong_van_thu")
CODE = "7K3M2P"
DIALOG = dialog_of_dossier(CODE)
FILM = {"kind": "video", "file": "", "name": "may.mp4", "type": "video/mp4", "size": 30_000_000}


async def a_dossier(
    storage: Storage, chat: ChatRef, lang: str = "vi", step: str = "photos"
) -> None:
    """A dossier of this chat, which is asked for that step."""
    arrival = await storage.accept(Arrival(chat, f"{chat.id}-open", {"kind": "start"}, NOW))
    assert arrival is not None
    state = ChatState(lang=lang, place=Place(DIALOG, step))
    version = (await storage.load(chat)).version
    answers = Answered(CODE, 0, Answers({"entrant": "one"}))
    asked = (Asked("human", "Xóa hết cho tôi"),)
    await storage.save(
        Save(arrival, version, state, NOW, (), asked, deeds=(Opened(CODE),), answered=(answers,))
    )


@dataclass
class Phone:
    """Somebody on a channel that carries no large files, and the browser of their phone."""

    server: Server
    browser: Browser
    heard: list[Message] = field(default_factory=list)

    @property
    def storage(self) -> Storage:
        return self.server.app.storage

    async def asks_for_page(self) -> str:
        """They send a film that is too large; returns the token of the page they are given."""
        event = f"film-{len(self.heard)}"
        payload = {"kind": "files", "files": [FILM], "caption": ""}
        app = self.server.app
        await app.intake.accept(Arrival(CHAT, event, payload, self.server.clock()))
        await app.idle()
        (token,) = re.findall(r"/u/(\S+)", self.heard[-1].text)
        return str(token)

    async def get(self, path: str) -> tuple[int, str]:
        async with self.browser.session.get(f"{self.browser.url}{path}") as answer:
            return answer.status, await answer.text()

    async def files(self, token: str) -> list[dict[str, Any]]:
        async with self.browser.session.get(f"{self.browser.url}/u/{token}/files") as answer:
            assert answer.status == 200, await answer.text()
            return list((await answer.json())["files"])

    async def create(self, token: str, length: int, name: str) -> aiohttp.ClientResponse:
        filename = b64encode(name.encode()).decode()
        headers = {"Upload-Length": str(length), "Upload-Metadata": f"filename {filename}"}
        return await self.browser.tus("POST", f"/u/{token}/uploads", **headers)

    async def begin(self, token: str, length: int, name: str) -> str:
        answer = await self.create(token, length, name)
        assert answer.status == 201, await answer.text()
        return answer.headers["Location"]

    async def upload(self, token: str, name: str, data: bytes | None = None) -> str:
        data = data or bytes_of(name)
        path = await self.begin(token, len(data), name)
        answer = await self.browser.patch(path, 0, data)
        assert answer.status == 204, await answer.text()
        return path

    async def done(self, token: str) -> tuple[int, str]:
        """Its status, and what is said if it is not taken."""
        url = f"{self.browser.url}/u/{token}/done"
        async with self.browser.session.post(url) as answer:
            said = await answer.json()
        await self.server.app.idle()
        return answer.status, said.get("error", {}).get("message", "")

    async def photos(self) -> list[dict[str, Any]]:
        held = await self.storage.dossier(CODE)
        assert held is not None
        return list(held.answers.begun.get("photos", {}).get("files", ()))

    async def arrivals(self) -> list[dict[str, Any]]:
        """What was handed in by pages."""
        assert isinstance(self.storage, Memory)
        rows = [row.arrival for row in self.storage.inbox]
        return [a.payload for a in rows if a.event.startswith("page:")]


@asynccontextmanager
async def a_phone(folder: Path, lang: str = "vi", **more: Any) -> AsyncIterator[Phone]:
    async with a_server(folder, **more) as server, a_browser(server) as browser:
        phone = Phone(server, browser)
        channel = ConsoleChannel(lambda _, message: phone.heard.append(message))
        server.app.channels[NAME] = channel
        await a_dossier(server.app.storage, CHAT, lang)
        yield phone


@pytest.fixture
async def phone(tmp_path: Path) -> AsyncIterator[Phone]:
    async with a_phone(tmp_path) as phone:
        yield phone


# --- looking at it --------------------------------------------------------------------------------


async def test_looking_at_a_page_does_not_use_it_up(phone: Phone) -> None:
    token = await phone.asks_for_page()
    for _ in range(5):
        status, text = await phone.get(f"/u/{token}")
        assert status == 200
    assert (await phone.browser.session.head(f"{phone.browser.url}/u/{token}")).status == 200
    assert "Gửi tệp cho mục «Ảnh, video giải pháp»" in text
    assert "Nhận: ảnh, video." in text
    assert "nhiều nhất 1 MB" in text
    assert "trước 09:30" in text
    assert 'accept="image/*,video/*"' in text
    assert '<html lang="vi">' in text
    await phone.upload(token, "may.mp4")
    assert (await phone.done(token))[0] == 200


async def test_it_speaks_the_language_of_its_chat(tmp_path: Path) -> None:
    async with a_phone(tmp_path, lang="en") as phone:
        token = await phone.asks_for_page()
        _, text = await phone.get(f"/u/{token}")
        assert "Send files for the item «Photos and video»" in text
        await phone.upload(token, "a.txt", b"just words")
        (file,) = await phone.files(token)
        assert "Send a photo" in file["why"]


async def test_nothing_finds_copies_or_frames_it(phone: Phone) -> None:
    token = await phone.asks_for_page()
    async with phone.browser.session.get(f"{phone.browser.url}/u/{token}") as answer:
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert "Set-Cookie" not in answer.headers
        assert token not in await answer.text()


# --- sending --------------------------------------------------------------------------------------


async def test_files_come_in_pieces_and_are_handed_in_together(phone: Phone) -> None:
    token = await phone.asks_for_page()
    film, photo = bytes_of("may.mp4"), bytes_of("may.jpg")
    path = await phone.begin(token, len(film), "máy chạy.mp4")
    await phone.browser.patch(path, 0, film[:9000])
    (half,) = await phone.files(token)
    assert (half["offset"], half["size"], half["whole"]) == (9000, len(film), False)
    asked = await phone.browser.tus("HEAD", path)
    assert asked.headers["Upload-Offset"] == "9000"
    assert asked.headers["Tus-Resumable"] == "1.0.0"
    phone.server.clock.forward(minutes=2)
    await phone.upload(token, "máy.jpg", photo)
    answer = await phone.browser.patch(path, 9000, film[9000:])
    assert answer.headers["File-Sha256"] == hashlib.sha256(film).hexdigest()
    listed = await phone.files(token)
    assert [(f["name"], f["whole"], f["why"]) for f in listed] == [
        ("máy chạy.mp4", True, ""),
        ("máy.jpg", True, ""),
    ]
    assert await phone.arrivals() == []
    assert (await phone.done(token))[0] == 200
    (handed,) = await phone.arrivals()
    assert handed["to"] == [DIALOG, "photos"]
    assert [f["kind"] for f in handed["files"]] == ["video", "photo"]
    begun = [datetime.fromisoformat(f["begun"]) for f in handed["files"]]
    assert begun == [NOW, NOW + timedelta(minutes=2)]
    photos = await phone.photos()
    assert [(f["name"], f["kind"]) for f in photos] == [
        ("máy chạy.mp4", "video"),
        ("máy.jpg", "image"),
    ]
    stored = phone.server.app.files.path(photos[0]["file"])
    assert stored is not None
    assert stored.read_bytes() == film
    assert "đã nhận 2 tệp" in phone.heard[-1].text


async def test_done_pressed_twice_is_one_arrival(phone: Phone) -> None:
    token = await phone.asks_for_page()
    await phone.upload(token, "may.mp4")
    before = len(phone.heard)
    answers = await asyncio.gather(*(phone.done(token) for _ in range(6)))
    assert {status for status, _ in answers} == {200}
    assert (await phone.done(token))[0] == 200
    assert len(await phone.arrivals()) == 1
    assert len(await phone.photos()) == 1
    assert len(phone.heard) == before + 1


async def test_a_used_page_takes_nothing_more_and_says_what_to_do(phone: Phone) -> None:
    token = await phone.asks_for_page()
    path = await phone.upload(token, "may.mp4")
    await phone.done(token)
    status, text = await phone.get(f"/u/{token}")
    assert status == 410
    assert "tệp đã nhận" in text
    assert "quay lại tin nhắn và bấm «Gửi bằng trang web»" in text
    assert '<script type="module"' not in text
    assert (await phone.create(token, 10, "a.jpg")).status == 410
    assert (await phone.browser.tus("DELETE", path)).status == 410
    assert (await phone.get(f"/u/{token}/files"))[0] == 410


async def test_nothing_is_handed_in_over_a_gap(phone: Phone) -> None:
    token = await phone.asks_for_page()
    assert (await phone.done(token))[0] == 400
    path = await phone.begin(token, 100, "a.mp4")
    await phone.upload(token, "may.mp4")
    status, said = await phone.done(token)
    assert status == 409
    assert "Còn 1 tệp chưa gửi hết" in said
    assert await phone.arrivals() == []
    assert (await phone.browser.tus("DELETE", path)).status == 204
    assert (await phone.done(token))[0] == 200
    assert len(await phone.photos()) == 1


async def test_what_was_taken_back_is_not_handed_in(phone: Phone) -> None:
    token = await phone.asks_for_page()
    path = await phone.upload(token, "one.mp4")
    await phone.upload(token, "two.mp4")
    await phone.upload(token, "three.mp4", bytes_of("two.mp4"))  # the same once more
    assert (await phone.browser.tus("DELETE", path)).status == 204
    assert (await phone.done(token))[0] == 200
    assert [f["name"] for f in await phone.photos()] == ["two.mp4"]


# --- what is not taken ----------------------------------------------------------------------------


async def test_what_the_item_does_not_take_is_said_at_once_with_what_to_do(phone: Phone) -> None:
    token = await phone.asks_for_page()
    await phone.upload(token, "giay.pdf")
    await phone.upload(token, "trang.html", b"<html><script>alert(1)</script></html>")
    pdf, page = await phone.files(token)
    assert pdf["why"] == "mục này nhận ảnh, video."
    assert "Gửi ảnh, PDF hoặc Word" in page["why"]
    status, said = await phone.done(token)
    assert status == 400
    assert "Chưa có tệp nào dùng được" in said
    await phone.upload(token, "may.mp4")
    assert (await phone.done(token))[0] == 200
    (handed,) = await phone.arrivals()
    assert [f["name"] for f in handed["files"]] == ["may.mp4"]


async def test_limits_are_those_of_the_chat(phone: Phone) -> None:
    token = await phone.asks_for_page()
    large = await phone.create(token, 1_000_001, "a.mp4")
    assert large.status == 413
    assert "nhiều nhất 1 MB" in await message_of(large)
    assert (await phone.create(token, 0, "a.mp4")).status == 400
    for n in range(MOST_FILES):
        await phone.begin(token, 10, f"{n}.jpg")
    many = await phone.create(token, 10, "a.jpg")
    assert many.status == 413
    assert f"nhiều nhất {MOST_FILES} tệp" in await message_of(many)


async def test_another_site_can_neither_send_nor_hand_in(phone: Phone) -> None:
    token = await phone.asks_for_page()
    await phone.upload(token, "may.mp4")
    foreign = {"Origin": "https://evil.example"}
    url = f"{phone.browser.url}/u/{token}"
    assert (await phone.browser.session.post(f"{url}/done", headers=foreign)).status == 403
    answer = await phone.browser.tus("POST", f"/u/{token}/uploads", Upload_Length="1", **foreign)
    assert answer.status == 403
    assert await phone.arrivals() == []


async def test_a_page_reaches_only_what_came_by_it(phone: Phone) -> None:
    one, two = await phone.asks_for_page(), await phone.asks_for_page()
    assert one != two
    path = await phone.begin(one, 100, "a.mp4")
    name = path.rpartition("/")[2]
    await phone.browser.hello()  # a chat of the same browser
    for elsewhere in (f"/u/{two}/uploads/{name}", f"/api/uploads/{name}"):
        for method in ("HEAD", "DELETE"):
            assert (await phone.browser.tus(method, elsewhere)).status == 404
        assert (await phone.browser.patch(elsewhere, 0, b"x")).status == 404
    assert await phone.files(two) == []
    own = await phone.browser.create(10)
    (mine,) = own.headers["Location"].rsplit("/", 1)[1:]
    assert (await phone.browser.tus("HEAD", f"/u/{one}/uploads/{mine}")).status == 404
    assert len(await phone.files(one)) == 1


# --- its time -------------------------------------------------------------------------------------


async def test_after_half_an_hour_it_is_over(phone: Phone) -> None:
    token = await phone.asks_for_page()
    phone.server.clock.forward(seconds=OPEN_FOR.total_seconds())
    assert (await phone.get(f"/u/{token}"))[0] == 200
    phone.server.clock.forward(seconds=1)
    status, text = await phone.get(f"/u/{token}")
    assert status == 410
    assert "đã hết giờ" in text
    assert "quay lại tin nhắn và bấm «Gửi bằng trang web»" in text
    assert (await phone.create(token, 10, "a.jpg")).status == 410
    assert (await phone.done(token))[0] == 410


async def test_what_was_begun_in_time_is_finished_later_and_keeps_when(phone: Phone) -> None:
    token = await phone.asks_for_page()
    film = bytes_of("may.mp4")
    phone.server.clock.forward(minutes=29)
    path = await phone.begin(token, len(film), "may.mp4")
    await phone.browser.patch(path, 0, film[:5000])
    phone.server.clock.forward(days=KEPT_FOR.days - 1)
    status, text = await phone.get(f"/u/{token}")
    assert status == 200
    assert "Đã hết giờ chọn tệp mới" in text
    refused = await phone.create(token, 10, "a.jpg")
    assert refused.status == 410
    assert "gửi nốt được" in await message_of(refused)
    assert (await phone.browser.patch(path, 5000, film[5000:])).status == 204
    assert (await phone.done(token))[0] == 200
    (handed,) = await phone.arrivals()
    begun = datetime.fromisoformat(handed["files"][0]["begun"])
    assert begun == NOW + timedelta(minutes=29)
    assert len(await phone.photos()) == 1


async def test_who_forgets_done_has_sent_all_the_same(phone: Phone) -> None:
    token = await phone.asks_for_page()
    await phone.upload(token, "may.mp4")
    await phone.server.app.schedule.look()
    phone.server.clock.forward(minutes=31)
    await phone.server.app.schedule.look()
    await phone.server.app.idle()
    (handed,) = await phone.arrivals()
    assert [f["name"] for f in handed["files"]] == ["may.mp4"]
    assert len(await phone.photos()) == 1
    await phone.server.app.schedule.look()
    assert len(await phone.arrivals()) == 1
    assert (await phone.get(f"/u/{token}"))[0] == 410


async def test_what_is_half_sent_has_a_day_and_the_rest_is_handed_in(phone: Phone) -> None:
    token = await phone.asks_for_page()
    await phone.upload(token, "may.jpg")
    path = await phone.begin(token, 1000, "phim.mp4")
    await phone.browser.patch(path, 0, b"x" * 500)
    phone.server.clock.forward(hours=20)
    await phone.server.app.schedule.look()
    assert await phone.arrivals() == []
    phone.server.clock.forward(hours=5)
    await phone.server.app.schedule.look()
    (handed,) = await phone.arrivals()
    assert [f["name"] for f in handed["files"]] == ["may.jpg"]


async def test_what_nobody_finishes_is_given_up(phone: Phone) -> None:
    token = await phone.asks_for_page()
    path = await phone.begin(token, 100, "may.mp4")
    phone.server.clock.forward(days=KEPT_FOR.days, seconds=1)
    assert (await phone.get(f"/u/{token}"))[0] == 410
    assert (await phone.browser.patch(path, 0, b"x")).status == 410
    assert (await phone.done(token))[0] == 410


# --- who guesses, and who is erased ---------------------------------------------------------------


async def test_every_unknown_page_gets_the_same_answer(phone: Phone) -> None:
    known = await phone.asks_for_page()
    tokens = ["x", "a" * 32, known[:-1], f"{known}x", kept(known), "a" * 65, "%00", "%C3%A9", "a.b"]
    answers = {await phone.get(f"/u/{token}") for token in tokens}
    ((status, text),) = answers
    assert status == 404
    assert "bấm «Gửi bằng trang web» để lấy trang mới" in text
    for token in ("a" * 32, kept(known)):
        assert (await phone.create(token, 10, "a.jpg")).status == 404
        assert (await phone.done(token))[0] == 404


async def test_who_guesses_is_slowed_and_who_has_a_page_is_not(tmp_path: Path) -> None:
    limits = Limits(guesses=Allowance(3, 1))
    async with a_phone(tmp_path, limits=limits) as phone:
        token = await phone.asks_for_page()
        statuses = [(await phone.get(f"/u/guess{n}"))[0] for n in range(5)]
        assert statuses == [404, 404, 404, 429, 429]
        assert (await phone.get(f"/u/{token}"))[0] == 200


@given(st.text(max_size=80))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_any_token_is_survived(phone: Phone, raw: str) -> None:
    from urllib.parse import quote

    token = quote(raw.encode("utf-8", "replace").decode(), safe="")
    for path in (f"/u/{token}", f"/u/{token}/files"):
        assert (await phone.get(path))[0] in (404, 429)


async def test_a_page_is_gone_with_its_chat(phone: Phone) -> None:
    token = await phone.asks_for_page()
    path = await phone.upload(token, "may.mp4")
    number = (await phone.storage.questions())[0].number
    await phone.storage.erase(number, Outgoing({"text": "x", "lang": "vi"}, NOW), NOW)
    assert (await phone.get(f"/u/{token}"))[0] == 404
    assert (await phone.browser.tus("HEAD", path)).status == 404
    assert (await phone.done(token))[0] == 404
    assert await phone.arrivals() == []


async def test_a_file_that_was_forgotten_is_not_said_to_be_there(phone: Phone) -> None:
    token = await phone.asks_for_page()
    await phone.upload(token, "may.mp4")
    number = (await phone.storage.questions())[0].number
    await phone.storage.answer_question(number, Outgoing({"text": "x", "lang": "vi"}, NOW), NOW)
    phone.server.clock.forward(minutes=1)
    await phone.storage.forget(phone.server.clock())
    assert await phone.files(token) == []
    assert (await phone.done(token))[0] == 400


class Failing(Memory):
    """A storage that cannot answer for pages, or is broken, until it can."""

    trouble: Exception | None = None

    async def upload_page(self, token: str) -> UploadPage | None:
        if self.trouble:
            raise self.trouble
        return await super().upload_page(token)


@pytest.mark.parametrize(("trouble", "status"), [(Unavailable("locked"), 503), (KeyError(), 500)])
async def test_the_secret_of_a_page_is_in_no_log_and_in_no_table(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, trouble: Exception, status: int
) -> None:
    caplog.set_level("DEBUG")
    storage = Failing()
    async with a_phone(tmp_path, storage=storage) as phone:
        token = await phone.asks_for_page()
        await phone.upload(token, "may.mp4")
        storage.trouble = trouble
        for path in (f"/u/{token}", f"/u/{token}/files", f"/u/{token}/uploads/{'a' * 32}"):
            assert (await phone.get(path))[0] in (status, 405)
        storage.trouble = None
        assert (await phone.done(token))[0] == 200
    written = {r.name: "" for r in caplog.records}
    for record in caplog.records:
        written[record.name] += f"{record.getMessage()}\n{record.exc_text or ''}\n"
    # the program itself serves without it; where it is turned on, the address is taken out
    requests = written.pop("aiohttp.access")
    assert token in requests
    assert token not in redacted(requests)
    assert "bot.channels.web.server" in written
    assert token not in "".join(written.values())
    assert list(storage._pages) == [kept(token)]
    assert token not in str(storage._pages.values())


def test_an_address_of_a_page_in_a_librarys_words_is_taken_out() -> None:
    said = redacted("cannot open https://chat.example.vn/u/AbC-_19xyz/done: refused")
    assert said == "cannot open https://chat.example.vn/u/***/done: refused"


# --- in the chat ----------------------------------------------------------------------------------


async def test_an_album_of_large_files_gets_one_message(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        house.app.turns.settle = timedelta(hours=1)  # more may follow
        person = house.person()
        for n in range(5):
            await person.send_over_channel(f"{n}.mp4")
        storage = house.app.storage
        assert isinstance(storage, Memory)
        (waiting,) = [row.pending.body for row in storage.outbox if row.state == "due"]
        assert "lớn quá" in waiting["text"]


async def test_files_for_a_dossier_of_somebody_else_are_kept_and_said_so(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        await a_dossier(house.app.storage, ChatRef(NAME, "another"))
        person = house.person()
        await person.send_over_channel("may.mp4")
        files = [await person._kept("may.mp4")]
        payload = {"kind": "files", "files": files, "caption": "", "to": [DIALOG, "photos"]}
        (said,) = await person.do(payload)
        assert "Đã nhận và giữ 1 tệp" in said.text
        assert "chưa vào hồ sơ" in said.text
        held = await house.app.storage.dossier(CODE)
        assert held is not None
        assert held.answers.begun == {}
        assert await house.app.storage.file_of(person.chat, files[0]["file"]) is not None


async def test_a_file_begun_before_the_deadline_is_noted_as_such(tmp_path: Path) -> None:
    async with a_phone(tmp_path) as phone:
        pack = phone.server.app.contest.pack
        last = datetime.combine(pack.deadline, NOW.time(), NOW.tzinfo).replace(hour=23, minute=50)
        phone.server.clock.now = last
        token = await phone.asks_for_page()
        film = bytes_of("may.mp4")
        path = await phone.begin(token, len(film), "may.mp4")
        phone.server.clock.forward(minutes=25)
        await phone.browser.patch(path, 0, film)
        assert (await phone.done(token))[0] == 200
        (note,) = [n for n in await phone.storage.notes(CODE) if n.what == "late_file"]
        assert note.detail["began_in_time"] is True
        assert note.detail["file"] == hashlib.sha256(film).hexdigest()
        assert "giờ bắt đầu gửi" in "\n".join(m.text for m in phone.heard)


async def test_the_web_chat_shows_links_and_what_came_by_the_page(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server, a_browser(server) as browser:
        await browser.hello()
        chat = chat_of(browser.cookie.partition("=")[2])
        await a_dossier(server.app.storage, chat)
        payload = {"kind": "press", "token": f"page/new/{DIALOG}/photos", "label": "x"}
        assert (await browser.post(payload)).status == 200
        _, message = await browser.read(2)
        (link,) = message["links"]
        assert link["label"] == "Mở trang gửi tệp"
        assert "/u/" not in message["text"]
        phone = Phone(server, browser)
        token = link["url"].rpartition("/")[2]
        await phone.upload(token, "may.mp4")
        assert (await phone.done(token))[0] == 200
        mine, answer = await browser.read(2)
        assert [f["name"] for f in mine["files"]] == ["may.mp4"]
        assert "đã nhận 1 tệp" in answer["text"]


# --- kills ----------------------------------------------------------------------------------------


class DiesOnce(Child):
    """At the first such call of its first life."""

    async def _keep(self) -> None:
        while True:
            at = "1" if self._point and not self.deaths else "0"
            self.process = await asyncio.create_subprocess_exec(*self._arguments, self._point, at)
            assert await self.process.wait() == -9, "it died of something else"
            self.deaths += 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "point",
    ["between", "before keep_file", "after keep_file", "before accept", "after accept"],
)
async def test_a_kill_before_done_or_during_it_loses_nothing(tmp_path: Path, point: str) -> None:
    secret, token = "cookie", "page-token"
    chat = chat_of(secret)
    storage = open_storage(f"sqlite:///{tmp_path / 'bot.db'}")
    await storage.open()
    await a_dossier(storage, chat)
    arrival = await storage.accept(Arrival(chat, "page", {"kind": "start"}, NOW))
    assert arrival is not None
    snapshot = await storage.load(chat)
    until_ = datetime.now(NOW.tzinfo) + OPEN_FOR
    page = UploadPage(kept(token), chat, DIALOG, "photos", until_)
    await storage.save(Save(arrival, snapshot.version, snapshot.chat, NOW, pages=(page,)))
    await storage.close()
    film = random.randbytes(100_000)
    film = bytes_of("may.mp4") + len(film).to_bytes(4, "big") + b"free" + film[8:]
    at = "" if point == "between" else point
    async with DiesOnce(tmp_path, at) as child, a_browser(child.url) as browser:
        phone = Phone(Server(None, child.url, None), browser)  # type: ignore[arg-type]

        async def insist(path: str, method: str = "GET") -> dict[str, Any]:
            async with asyncio.timeout(40):
                while True:
                    with contextlib.suppress(aiohttp.ClientError):
                        url = f"{child.url}/u/{token}{path}"
                        async with browser.session.request(method, url) as answer:
                            if answer.status == 200:
                                return dict(await answer.json())
                    await asyncio.sleep(0.1)

        await until(lambda: listens(child.port), seconds=20)
        path = await phone.begin(token, len(film), "may.mp4")
        with contextlib.suppress(aiohttp.ClientError):
            await browser.patch(path, 0, film)
        if point == "between":
            child.kill()
            await until(lambda: child.deaths == 1)
        (file,) = (await insist("/files"))["files"]
        assert (file["whole"], file["offset"]) == (True, len(film))
        await insist("/done", "POST")
        await insist("/done", "POST")
        assert child.deaths == 1

        def filed() -> bool:
            with contextlib.closing(sqlite3.connect(tmp_path / "bot.db")) as db:
                (answers,) = db.execute("SELECT answers FROM dossiers").fetchone()
            return hashlib.sha256(film).hexdigest() in answers

        await until(filed, seconds=20)
    with contextlib.closing(sqlite3.connect(tmp_path / "bot.db")) as db:
        events = db.execute("SELECT event FROM inbox WHERE event LIKE 'page:%'").fetchall()
    assert events == [(f"page:{kept(token)}",)]
