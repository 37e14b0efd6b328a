"""The web chat at its wall: real HTTP, a browser's cookie, broken lines, forged requests."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import io
import itertools
import json
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from PIL import Image

from bot.channels.web.limits import Allowance, Limits, Slots
from bot.channels.web.server import MOST_WAITING
from bot.channels.web.stream import MOST_SHOWN
from bot.channels.web.transfers import kind_of
from handlers import route
from handlers.turn import Outcome, Turn
from storage import open_storage
from storage.memory import Memory
from storage.port import Save, Unavailable
from tests.bot.browser import Browser, Server, a_browser, a_server

ROOT = Path(__file__).parents[2]
VENDOR = ROOT / "bot/channels/web/page/vendor"
DECISION = (ROOT / "docs/decisions/0011-uploads.md").read_text("utf-8")


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    async with a_server(tmp_path) as server:
        yield server


@pytest.fixture
async def browser(server: Server) -> AsyncIterator[Browser]:
    async with a_browser(server) as browser:
        await browser.hello()
        yield browser


def jpeg(colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(out, "JPEG")
    return out.getvalue()


async def test_a_first_visit(server: Server) -> None:
    async with a_browser(server) as browser:
        assert await browser.hello() == {"new": True, "lang": "vi"}
        await browser.post({"kind": "start"})
        (greeting,) = await browser.read(1)
        assert greeting["from"] == "bot"
        assert greeting["text"].startswith("Chào anh/chị")
        assert greeting["buttons"][0] == {"label": "Làm hồ sơ dự thi", "token": "dossier/list"}
        assert (await browser.hello())["new"] is False


async def test_the_browsers_language_is_spoken_at_first(server: Server) -> None:
    async with a_browser(server) as browser:
        assert (await browser.hello(**{"Accept-Language": "en-GB,en;q=0.9"}))["lang"] == "en"
        await browser.post({"kind": "start", "lang": "en"})
        (greeting,) = await browser.read(1)
        assert greeting["lang"] == "en"
        assert greeting["text"].startswith("Hello")
        await browser.press("lang/vi")
        answered = await browser.read(2)
        assert answered[-1]["lang"] == "vi"
        assert (await browser.hello(**{"Accept-Language": "en"}))["lang"] == "vi"


async def test_what_was_said_survives_a_reload_in_its_order(browser: Browser) -> None:
    await browser.post({"kind": "start"})
    await browser.read(1)
    await browser.say("hạn nộp hồ sơ là ngày nào?")
    await browser.read(2)
    browser.cursor = ""
    reloaded = await browser.read(3)
    assert [m["from"] for m in reloaded] == ["bot", "me", "bot"]
    assert reloaded[1]["text"] == "hạn nộp hồ sơ là ngày nào?"
    assert reloaded[2]["note"].startswith("Hạn nộp: Kế hoạch")


async def test_a_lost_connection_misses_nothing_and_doubles_nothing(browser: Browser) -> None:
    await browser.post({"kind": "start"})
    await browser.read(1)
    for n in range(5):
        await browser.press("menu/open")
        if n % 2:
            await browser.read(1)  # and cut off in the middle
    while len(browser.seen) < 11:
        await browser.read(1)
    texts = [(m["from"], m["id"]) for m in browser.seen]
    assert len(set(texts)) == 11
    assert [m["from"] for m in browser.seen[1:]] == ["me", "bot"] * 5


async def test_a_message_sent_again_is_not_doubled(browser: Browser) -> None:
    for _ in range(3):
        answer = await browser.post({"id": "once", "kind": "say", "text": "menu"})
        assert answer.status == 200
    assert len(await browser.read(2)) == 2
    with pytest.raises(TimeoutError):
        await browser.read(1, seconds=0.3)


async def test_two_tabs_show_the_same(browser: Browser) -> None:
    other = Browser(browser.url, browser.session)
    reading = asyncio.ensure_future(other.read(2))
    await asyncio.sleep(0.1)
    await browser.say("menu")
    assert await browser.read(2) == await reading


async def test_a_restarted_server_goes_on_where_it_was(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    async with a_server(tmp_path, storage=open_storage(url)) as server:
        port = int(server.url.rpartition(":")[2])
        async with a_browser(server) as browser:
            await browser.hello()
            await browser.press("eligibility/open")
            await browser.read(3)
            cookies, cursor = browser.session.cookie_jar, browser.cursor
    async with (
        a_server(tmp_path, storage=open_storage(url), port=port) as server,
        aiohttp.ClientSession(cookie_jar=cookies) as session,
    ):
        browser = Browser(server.url, session, cursor=cursor, ids=itertools.count(100))
        assert (await browser.hello())["new"] is False
        await browser.press("eligibility:who/one")
        _, question = await browser.read(2)
        assert question["text"].startswith("Câu 2/8")


async def test_buttons_of_another_chat_say_nothing_of_it(server: Server) -> None:
    async with a_browser(server) as one, a_browser(server) as other:
        await one.hello()
        await other.hello()
        await one.say("câu hỏi riêng của người thứ nhất")
        await one.read(2)
        await other.say("menu")
        seen = await other.read(2)
        assert "riêng" not in json.dumps(seen, ensure_ascii=False)


@pytest.mark.parametrize("cookie", ["", "1", "x" * 43, "../..", "' OR 1=1 --", "a" * 5000])
async def test_a_forged_cookie_opens_nothing(server: Server, cookie: str) -> None:
    async with aiohttp.ClientSession(headers={"Cookie": f"chat={cookie}"}) as session:
        for path in ("/api/stream", f"/files/{'a' * 64}/x"):
            async with session.get(server.url + path) as answer:
                assert answer.status == 401
        event = {"id": "a", "kind": "say", "text": "x"}
        async with session.post(f"{server.url}/api/events", json=event) as answer:
            assert answer.status == 401
            body = await answer.json()
        assert body["error"]["message"].startswith("Chưa nhận ra")
        async with session.post(f"{server.url}/api/hello", json={}) as answer:
            assert (await answer.json())["new"] is True
            made = answer.cookies["chat"]
        assert made.value != cookie
        assert (made["httponly"], made["samesite"]) == (True, "Strict")


async def test_the_database_never_holds_a_browsers_secret(browser: Browser, server: Server) -> None:
    await browser.say("x")
    (cookie,) = [c.value for c in browser.session.cookie_jar if c.key == "chat"]
    storage = server.app.storage
    assert isinstance(storage, Memory)
    assert cookie not in repr(storage)
    assert storage.inbox[0].arrival.chat.id == hashlib.sha256(cookie.encode()).hexdigest()[:40]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "null"},
    ],
)
async def test_another_site_cannot_speak_for_a_person(
    browser: Browser, headers: dict[str, str]
) -> None:
    event = {"id": "forged", "kind": "say", "text": "x"}
    async with browser.session.post(
        f"{browser.url}/api/events", json=event, headers=headers
    ) as answer:
        assert answer.status == 403
    assert (await browser.post(event)).status == 200


@pytest.mark.parametrize(
    "event",
    [
        [],
        "x",
        None,
        {"kind": "say", "text": "x", "id": ""},
        {"kind": "say", "text": "x", "id": "a" * 65},
        {"kind": "say", "text": "x", "id": "a b"},
        {"kind": "say", "text": "x", "id": 7},
        {"kind": "say", "id": "a"},
        {"kind": "say", "text": 5, "id": "a"},
        {"kind": "shout", "text": "x", "id": "a"},
        {"kind": "press", "token": "x" * 65, "id": "a"},
        {"kind": "press", "token": ["x"], "id": "a"},
        {"kind": "press", "token": "\ud800", "id": "a"},
        {"kind": "press", "token": "a b", "id": "a"},
        {"kind": "files", "files": [], "id": "a"},
        {"kind": "files", "files": [{"file": "a" * 64, "kind": "photo"}], "id": "a"},
        {"kind": "files", "files": ["x"], "id": "a"},
    ],
)
async def test_a_broken_event_gets_a_kind_answer_and_changes_nothing(
    browser: Browser, server: Server, event: object
) -> None:
    async with browser.session.post(f"{browser.url}/api/events", json=event) as answer:
        assert answer.status == 400
        message = (await answer.json())["error"]["message"]
    assert message.endswith(("gửi lại giúp tôi.", "gửi lại tệp giúp tôi."))
    assert (await server.app.ages()).undone == 0


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
async def test_bytes_that_are_no_json(browser: Browser, body: bytes) -> None:
    async with browser.session.post(f"{browser.url}/api/events", data=body) as answer:
        assert answer.status == 400


async def test_an_unknown_charset_is_no_failure_of_ours(browser: Browser) -> None:
    headers = {"Content-Type": "application/json; charset=klingon"}
    async with browser.session.post(
        f"{browser.url}/api/events", data=b"{}", headers=headers
    ) as answer:
        assert answer.status == 400


async def test_half_a_letter_is_taken_for_an_unreadable_one(browser: Browser) -> None:
    body = b'{"id": "half", "kind": "say", "text": "m\\ud83d\\u0000 enu"}'
    async with browser.session.post(f"{browser.url}/api/events", data=body) as answer:
        assert answer.status == 200
    mine, _ = await browser.read(2)
    assert mine["text"] == "m? enu"


async def test_a_very_long_message_is_taken_and_answered(browser: Browser) -> None:
    await browser.say("ệ" * 100_000)
    mine, answer = await browser.read(2)
    assert len(mine["text"]) == MOST_SHOWN + 1  # shown again in part; kept whole
    assert "100.000 chữ cái" in answer["text"]


async def test_a_body_over_the_limit_is_refused_kindly(browser: Browser) -> None:
    answer = await browser.post({"kind": "say", "text": "x" * 3_000_000})
    assert answer.status == 413
    assert "chia thành nhiều tin ngắn" in (await answer.json())["error"]["message"]
    await browser.say("menu")


async def test_a_flood_is_slowed_and_loses_nothing(tmp_path: Path) -> None:
    gate = asyncio.Event()

    async def slow(turn: Turn) -> Outcome:
        await gate.wait()
        return await route(turn)

    async with a_server(tmp_path, handle=slow) as server, a_browser(server) as browser:
        await browser.hello()
        events = [{"id": f"e{n}", "kind": "say", "text": "menu"} for n in range(MOST_WAITING + 50)]
        answers = await asyncio.gather(*(browser.post(e) for e in events))
        slowed = [e for e, a in zip(events, answers, strict=True) if a.status == 429]
        assert slowed
        assert all(a.headers["Retry-After"] for a in answers if a.status == 429)
        gate.set()
        await server.app.idle()
        for event in slowed:
            assert (await browser.post(event)).status == 200
        await server.app.idle()
        assert isinstance(server.app.storage, Memory)
        assert len(server.app.storage.inbox) == len(events)
        assert len(server.app.storage.outbox) == len(events)
        assert all(row.state == "done" for row in server.app.storage.inbox)


class Broken(Memory):
    """A storage that cannot be written to, until it can."""

    broken: bool = False

    async def accept(self, arrival: object) -> object:  # type: ignore[override]
        if self.broken:
            raise Unavailable("disk full")
        return await super().accept(arrival)  # type: ignore[arg-type]

    async def save(self, save: Save) -> None:
        if self.broken:
            raise Unavailable("disk full")
        await super().save(save)


async def test_while_nothing_can_be_kept_nothing_is_acknowledged(tmp_path: Path) -> None:
    storage = Broken()
    async with a_server(tmp_path, storage=storage) as server, a_browser(server) as browser:
        await browser.hello()
        storage.broken = True
        answer = await browser.post({"id": "e", "kind": "say", "text": "menu"})
        assert answer.status == 503
        assert answer.headers["Retry-After"] == "2"
        assert "tự gửi" in (await answer.json())["error"]["message"]
        storage.broken = False
        assert (await browser.post({"id": "e", "kind": "say", "text": "menu"})).status == 200
        assert len(await browser.read(2)) == 2


async def test_a_file_is_kept_whole_and_given_back_only_to_its_chat(server: Server) -> None:
    async with a_browser(server) as browser, a_browser(server) as stranger:
        await browser.hello()
        await stranger.hello()
        data = jpeg()
        answer = await browser.upload(data, "ảnh máy.jpg")
        assert answer.status == 204
        sha256 = hashlib.sha256(data).hexdigest()
        assert answer.headers["File-Sha256"] == sha256
        assert answer.headers["File-Type"] == "image/jpeg"
        await browser.post(
            {
                "kind": "files",
                "files": [{"file": sha256, "kind": "document"}],  # the content knows better
                "caption": "x",
            }
        )
        mine, reply = await browser.read(2)
        assert (mine["files"][0]["name"], mine["files"][0]["kind"]) == ("ảnh máy.jpg", "photo")
        assert "1 tệp" in reply["text"]
        url = browser.url + mine["files"][0]["url"]
        async with browser.session.get(url) as got:
            assert got.status == 200
            assert await got.read() == data
            assert got.headers["Content-Type"] == "image/jpeg"
            assert got.headers["X-Content-Type-Options"] == "nosniff"
            assert "sandbox" in got.headers["Content-Security-Policy"]
        async with stranger.session.get(url) as got:
            assert got.status == 404
        answer = await stranger.post(
            {"kind": "files", "files": [{"file": sha256, "kind": "photo"}]}
        )
        assert answer.status == 400


@pytest.mark.parametrize(
    ("file_type", "said", "kind"),
    [
        ("image/heic", "document", "photo"),
        ("audio/ogg", "document", "voice"),
        ("video/mp4", "photo", "video"),
        ("video/webm", "voice", "voice"),
        ("application/pdf", "photo", "document"),
        ("application/octet-stream", "voice", "voice"),
    ],
)
def test_the_content_says_what_kind_a_file_is(file_type: str, said: str, kind: str) -> None:
    assert kind_of(file_type, said) == kind


async def test_what_is_no_picture_is_never_shown_as_one(browser: Browser) -> None:
    page = b"<script>alert(document.cookie)</script>"
    uploaded = (await browser.upload(page, "photo.jpg")).headers
    assert uploaded["File-Type"] == "application/octet-stream"
    async with browser.session.get(f"{browser.url}/files/{uploaded['File-Sha256']}/x.html") as got:
        assert got.headers["Content-Disposition"].startswith("attachment")
        assert got.headers["Content-Type"] == "application/octet-stream"


async def test_a_picture_of_ours_can_be_fetched(browser: Browser) -> None:
    await browser.press("timeline/show")
    _, message, _ = await browser.read(3)
    (file,) = message["files"]
    assert file["kind"] == "picture"
    assert "Còn 188 ngày" in file["alt"]
    async with browser.session.get(browser.url + file["url"]) as got:
        image = Image.open(io.BytesIO(await got.read()))
        assert (image.format, image.width) == ("PNG", 1080)


async def test_the_page_loads_nothing_from_elsewhere_and_is_small(server: Server) -> None:
    total = 0
    async with aiohttp.ClientSession() as session:
        for lang, title in (("vi", "Hội thi Sáng tạo Kỹ thuật"), ("en", "Technical Innovation")):
            async with session.get(f"{server.url}/?lang={lang}") as answer:
                page = await answer.text()
                policy = answer.headers["Content-Security-Policy"]
            assert f'lang="{lang}"' in page
            assert title in page
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
        total += len(page.encode())
        for name in ("chat.css", "chat.js"):
            async with session.get(f"{server.url}/static/{name}") as answer:
                assert answer.status == 200
                assert "immutable" in answer.headers["Cache-Control"]
                text = await answer.text()
                total += len(text.encode())
                page += text
    assert total < 60_000
    outside = [part for part in page.split('"') if part.startswith(("http:", "https:", "//"))]
    assert [u for u in outside if "www.w3.org" not in u] == []


async def test_what_others_wrote_is_served_as_they_made_it_with_their_licence(
    server: Server,
) -> None:
    """The decision names the version, and the sha256 of the file as its authors published it."""
    async with aiohttp.ClientSession(auto_decompress=False) as session:
        for packed in (True, False):
            headers = {"Accept-Encoding": "gzip" if packed else "identity"}
            for name in ("tus.min.js", "tus.LICENSE.txt"):
                async with session.get(f"{server.url}/static/{name}", headers=headers) as answer:
                    body = await answer.read()
                    assert answer.headers.get("Content-Encoding") == ("gzip" if packed else None)
                    served = gzip.decompress(body) if packed else body
                    assert served == (VENDOR / name).read_bytes()
                if packed:
                    assert len(body) < 25_000
    sha256 = hashlib.sha256((VENDOR / "tus.min.js").read_bytes()).hexdigest()
    assert f"tus-js-client 4.3.1, sha256 `{sha256}`" in DECISION
    assert "The MIT License" in (VENDOR / "tus.LICENSE.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "path", ["/nothing", "/static/../config.py", "/static/page.html", "/files/x/y", "/api/nothing"]
)
async def test_there_is_nothing_else(browser: Browser, path: str) -> None:
    async with browser.session.get(browser.url + path) as answer:
        assert answer.status == 404
        assert "Traceback" not in await answer.text()


async def test_health_says_numbers_and_nothing_else(server: Server, browser: Browser) -> None:
    await browser.say("bí mật của tôi")
    await browser.read(2)
    async with browser.session.get(f"{server.url}/healthz") as answer:
        assert answer.status == 200
        body = await answer.json()
    assert body.pop("ok") is True
    assert all(isinstance(v, int) for v in body.values())


async def test_health_fails_when_something_is_stuck(tmp_path: Path) -> None:
    async def never(turn: Turn) -> Outcome:
        await asyncio.sleep(3600)
        return await route(turn)

    async with a_server(tmp_path, handle=never) as server, a_browser(server) as browser:
        await browser.hello()
        await browser.say("x")
        server.clock.forward(minutes=10)
        async with browser.session.get(f"{server.url}/healthz") as answer:
            assert answer.status == 503
            assert (await answer.json())["oldest_unanswered_seconds"] == 600
        await server.app._work.stop()


async def test_words_for_the_page_come_in_the_language_asked_for(server: Server) -> None:
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{server.url}/api/words?lang=en") as answer:
            english = await answer.json()
        async with session.get(f"{server.url}/api/words?lang=xx") as answer:
            other = await answer.json()
    assert english["lang"] == "en"
    assert other["lang"] == "vi"
    assert set(english["words"]) == set(other["words"])


# --- limits ---------------------------------------------------------------------------------------


def test_an_allowance_is_used_up_and_comes_back_with_time() -> None:
    now = [0.0]
    allowance = Allowance(at_once=3, per_second=0.5, now=lambda: now[0])
    assert [allowance.take("a") for _ in range(4)] == [0, 0, 0, 2]
    assert allowance.take("b") == 0  # another's is another's
    now[0] = 2.0
    assert [allowance.take("a"), allowance.take("a")] == [0, 2]
    now[0] = 1000.0
    assert allowance.take("a", 3) == 0  # and never more than at once
    assert allowance.take("a", 1) == 2


def test_slots_are_given_back() -> None:
    slots = Slots(each=1, all=2)
    with slots.one("a") as first, slots.one("a") as second, slots.one("b") as third:
        assert (first, second, third) == (True, False, True)
        with slots.one("c") as fourth:
            assert not fourth
    with slots.one("a") as again:
        assert again


async def test_a_chat_that_says_more_than_people_do_is_asked_to_wait(tmp_path: Path) -> None:
    limits = Limits(events=Allowance(3, 1), letters=Allowance(10_000, 100))
    async with a_server(tmp_path, limits=limits) as server, a_browser(server) as browser:
        await browser.hello()
        long = await browser.post({"id": "long", "kind": "say", "text": "x" * 6_000})
        assert (long.status, long.headers["Retry-After"]) == (429, "21")
        assert "tự gửi" in (await long.json())["error"]["message"]
        for _ in range(2):
            await browser.say("menu")
        fourth = await browser.post({"id": "fourth", "kind": "say", "text": "menu"})
        assert (fourth.status, fourth.headers["Retry-After"]) == (429, "1")


async def test_new_chats_do_not_come_without_end(tmp_path: Path) -> None:
    limits = Limits(new_chats=Allowance(2, 1))
    async with a_server(tmp_path, limits=limits) as server, aiohttp.ClientSession() as session:
        codes = []
        for _ in range(3):
            session.cookie_jar.clear()
            async with session.post(f"{server.url}/api/hello", json={}) as answer:
                codes.append(answer.status)
        assert codes == [200, 200, 429]


async def test_one_line_too_many_closes_the_oldest(tmp_path: Path) -> None:
    async with (
        a_server(tmp_path, limits=Limits(streams_each=2, streams_all=3)) as server,
        a_browser(server) as browser,
        a_browser(server) as other,
    ):
        await browser.hello()
        await other.hello()
        url = f"{server.url}/api/stream"
        first, second, third = [await browser.session.get(url) for _ in range(3)]
        async with asyncio.timeout(5):
            while not first.content.at_eof():
                await first.content.readline()
        await browser.say("menu")
        for line in (second, third):
            async with asyncio.timeout(5):
                while b"menu" not in await line.content.readline():
                    pass
        fourth = await other.session.get(url)
        async with other.session.get(url) as refused:
            assert refused.status == 503
            assert refused.headers["Retry-After"] == "10"
        for line in (first, second, third, fourth):
            line.close()
