"""Resumable uploads at their wall: the protocol, another client than ours, broken lines, kills."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import io
import random
import resource
import socket
import sqlite3
import time
from base64 import b64encode
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tusclient.client import TusClient
from tusclient.exceptions import TusCommunicationError, TusUploadFailed

from bot.channels.web import tus
from bot.channels.web.limits import Limits, Slots
from bot.channels.web.part import Refused
from bot.channels.web.uploads import ABANDONED, MOST_UNFINISHED
from storage.memory import Memory
from storage.partial import KEPT_FOR
from storage.port import ChatFile, Unavailable
from tests.bot.browser import Browser, Server, a_browser, a_server
from tests.bot.test_kill import Child
from tests.talk import until


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    async with a_server(tmp_path) as server:
        yield server


@pytest.fixture
async def browser(server: Server) -> AsyncIterator[Browser]:
    async with a_browser(server) as browser:
        await browser.hello()
        yield browser


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


async def created(browser: Browser, length: int, **headers: str) -> str:
    answer = await browser.create(length, **headers)
    assert answer.status == 201, await answer.text()
    return answer.headers["Location"]


async def offset_of(browser: Browser, path: str) -> int:
    answer = await browser.tus("HEAD", path)
    assert answer.status == 200
    return int(answer.headers["Upload-Offset"])


async def message_of(answer: aiohttp.ClientResponse) -> str:
    return str((await answer.json())["error"]["message"])


# --- the protocol ---------------------------------------------------------------------------------


async def test_what_the_server_can_do_is_told(browser: Browser) -> None:
    async with browser.session.options(f"{browser.url}/api/uploads") as answer:
        assert answer.status == 204
        assert answer.headers["Tus-Version"] == "1.0.0"
        assert answer.headers["Tus-Max-Size"] == "1000000"
        wanted = {"creation", "termination", "checksum", "expiration"}
        assert set(answer.headers["Tus-Extension"].split(",")) == wanted
        assert "sha1" in answer.headers["Tus-Checksum-Algorithm"]


async def test_a_file_in_three_pieces(browser: Browser, server: Server) -> None:
    data = random.randbytes(300_000)
    path = await created(browser, len(data))
    for start in (0, 100_000, 200_000):
        assert await offset_of(browser, path) == start
        answer = await browser.patch(path, start, data[start : start + 100_000])
        assert answer.status == 204
        assert answer.headers["Upload-Offset"] == str(start + 100_000)
        assert answer.headers["Tus-Resumable"] == "1.0.0"
        assert "Upload-Expires" in answer.headers
        assert ("File-Sha256" in answer.headers) is (start == 200_000)
    stored = server.app.files.path(sha256(data))
    assert stored is not None
    assert stored.read_bytes() == data
    asked = await browser.tus("HEAD", path)  # the last answer may have been lost
    assert asked.headers["File-Sha256"] == sha256(data)
    assert asked.headers["Upload-Offset"] == asked.headers["Upload-Length"] == str(len(data))
    assert asked.headers["Cache-Control"] == "no-store"
    again = await browser.patch(path, len(data), b"")
    assert (again.status, again.headers["File-Sha256"]) == (204, sha256(data))


@pytest.mark.parametrize("offset", ["1", "49", "51", "100", "-1", "x", "", "٣", "9" * 30])
async def test_a_wrong_offset_adds_nothing(browser: Browser, offset: str) -> None:
    path = await created(browser, 100)
    await browser.patch(path, 0, b"x" * 50)
    answer = await browser.patch(path, 0, b"y" * 50, Upload_Offset=offset)
    whole = offset.isascii() and offset.isdecimal() and len(offset) < 16
    assert answer.status == (409 if whole else 400)
    assert answer.headers["Tus-Resumable"] == "1.0.0"
    assert await offset_of(browser, path) == 50


@pytest.mark.parametrize("name", ["a" * 32, "x", "..", "%2e%2e%2ftmp", "a" * 32 + ".json"])
async def test_what_was_never_created_is_not_there(browser: Browser, name: str) -> None:
    for method in ("HEAD", "PATCH", "DELETE"):
        assert (await browser.tus(method, f"/api/uploads/{name}")).status in (404, 405)


async def test_an_upload_belongs_to_its_chat(browser: Browser, server: Server) -> None:
    path = await created(browser, 100)
    async with a_browser(server) as other:
        assert (await other.tus("HEAD", path)).status == 401
        await other.hello()
        assert (await other.tus("HEAD", path)).status == 404
        assert (await other.patch(path, 0, b"x")).status == 404
        assert (await other.tus("DELETE", path)).status == 404
    assert await offset_of(browser, path) == 0


@pytest.mark.parametrize("version", ["0.2.2", "2.0.0", ""])
async def test_another_version_is_told_ours(browser: Browser, version: str) -> None:
    path = await created(browser, 100)
    for method, where in (("POST", "/api/uploads"), ("HEAD", path), ("PATCH", path)):
        answer = await browser.tus(method, where, Tus_Resumable=version, Upload_Length="1")
        assert (answer.status, answer.headers["Tus-Version"]) == (412, "1.0.0")


async def test_another_site_cannot_send_files(browser: Browser) -> None:
    path = await created(browser, 100)
    foreign = {"Origin": "https://evil.example"}
    assert (await browser.create(10, **foreign)).status == 403
    assert (await browser.patch(path, 0, b"x", **foreign)).status == 403
    assert (await browser.tus("DELETE", path, **foreign)).status == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Upload-Length": "-1"},
        {"Upload-Length": "ten"},
        {"Upload-Length": ""},
        {"Upload-Metadata": "filename ***"},
        {"Upload-Metadata": "filename " + "A" * 5000},
    ],
)
async def test_a_creation_that_makes_no_sense(browser: Browser, headers: dict[str, str]) -> None:
    answer = await browser.create(10, **headers)
    assert answer.status == 400
    assert "gửi lại tệp" in await message_of(answer)


async def test_names_come_as_they_are_and_never_as_paths(browser: Browser) -> None:
    for n, (sent, kept) in enumerate(
        {
            "ảnh máy tẽ ngô.jpg": "ảnh máy tẽ ngô.jpg",
            "../../etc/passwd": "passwd",
            "C:\\Users\\Thử\\bản vẽ.pdf": "bản vẽ.pdf",
            "a\nb\u202e.jpg": "a_b.jpg",
        }.items()
    ):
        uploaded = await browser.upload(b"%d" % n, sent)
        file = {"file": uploaded.headers["File-Sha256"], "kind": "document"}
        await browser.post({"kind": "files", "files": [file]})
        mine, _ = await browser.read(2)
        assert mine["files"][0]["name"] == kept


@given(st.dictionaries(st.text("abcdefgh_-", min_size=1, max_size=9), st.text(max_size=40)))
def test_metadata_is_read_as_it_was_written(given: dict[str, str]) -> None:
    given = {k: v.encode("utf-8", "replace").decode() for k, v in given.items()}
    written = ",".join(f"{k} {b64encode(v.encode()).decode()}" for k, v in given.items())
    assert tus.metadata({"Upload-Metadata": written}) == given


@given(st.text(max_size=200))
def test_wild_metadata_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(Refused):
        tus.metadata({"Upload-Metadata": text})


async def test_files_too_large_and_empty_are_refused_kindly(
    browser: Browser, tmp_path: Path
) -> None:
    too_large = await browser.create(1_000_001)
    assert too_large.status == 413
    assert "1 MB" in await message_of(too_large)
    empty = await browser.create(0)
    assert empty.status == 400
    assert "Tệp rỗng" in await message_of(empty)
    assert list((tmp_path / "files" / "partial").iterdir()) == []


async def test_more_than_was_announced_is_not_taken(browser: Browser) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(30):
            yield b"x" * 1000

    path = await created(browser, 2500)
    assert (await browser.patch(path, 0, b"x" * 2501)).status == 413
    assert await offset_of(browser, path) == 0
    assert (await browser.patch(path, 0, endless())).status == 413
    assert await offset_of(browser, path) <= 2500


async def test_a_body_of_another_type_is_not_taken(browser: Browser) -> None:
    path = await created(browser, 10)
    answer = await browser.patch(path, 0, b"x", Content_Type="application/json")
    assert answer.status == 415


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
async def test_a_piece_that_was_changed_on_the_way_is_thrown_away(
    browser: Browser, algorithm: str
) -> None:
    data = b"x" * 1000

    def sum_of(data: bytes) -> str:
        return f"{algorithm} {b64encode(hashlib.new(algorithm, data).digest()).decode()}"

    path = await created(browser, 2000)
    good = await browser.patch(path, 0, data, Upload_Checksum=sum_of(data))
    assert good.status == 204
    bad = await browser.patch(path, 1000, b"y" * 1000, Upload_Checksum=sum_of(data))
    assert (bad.status, bad.reason) == (460, "Checksum Mismatch")
    assert await offset_of(browser, path) == 1000
    for nonsense in ("md4 abc=", "", "sha1 ***"):
        unknown = await browser.patch(path, 1000, data, Upload_Checksum=nonsense)
        assert unknown.status == 400
    last = await browser.patch(path, 1000, data, Upload_Checksum=sum_of(data))
    assert last.headers["File-Sha256"] == sha256(data * 2)


async def test_an_upload_can_be_taken_back(browser: Browser, tmp_path: Path) -> None:
    path = await created(browser, 100)
    await browser.patch(path, 0, b"x" * 50)
    assert (await browser.tus("DELETE", path)).status == 204
    assert (await browser.tus("HEAD", path)).status == 404
    assert list((tmp_path / "files" / "partial").iterdir()) == []


async def test_where_only_post_gets_through(browser: Browser) -> None:
    path = await created(browser, 3)
    headers = {
        "X-HTTP-Method-Override": "PATCH",
        "Upload-Offset": "0",
        "Content-Type": tus.BYTES,
    }
    answer = await browser.tus("POST", path, io.BytesIO(b"abc"), **headers)
    assert (answer.status, answer.headers["File-Sha256"]) == (204, sha256(b"abc"))
    assert (await browser.tus("POST", path)).status == 405
    answer = await browser.tus("POST", path, **{"X-HTTP-Method-Override": "DELETE"})
    assert answer.status == 204


async def test_what_is_old_is_gone(browser: Browser, server: Server) -> None:
    path = await created(browser, 100)
    server.clock.forward(days=KEPT_FOR.days - 1)
    assert (await browser.patch(path, 0, b"x")).status == 204
    server.clock.forward(days=KEPT_FOR.days - 1)
    assert await offset_of(browser, path) == 1
    server.clock.forward(days=2)
    answer = await browser.patch(path, 1, b"x")
    assert answer.status == 410
    assert "từ đầu" in await message_of(answer)
    await server.app.schedule.look()
    assert (await browser.tus("HEAD", path)).status == 404


async def test_a_file_that_was_forgotten_is_not_said_to_be_there(
    browser: Browser, server: Server
) -> None:
    created_ = await browser.create(3)
    path = created_.headers["Location"]
    await browser.patch(path, 0, b"abc")
    await server.app.storage.forget(server.clock() + timedelta(days=1))
    assert (await browser.tus("HEAD", path)).status == 410
    assert (await browser.tus("HEAD", path)).status == 404


# --- two at once, and lines that break ------------------------------------------------------------


class Line:
    """A connection that sends a PATCH as slowly as we like, and can be cut."""

    def __init__(self, browser: Browser, path: str, offset: int, length: int) -> None:
        host, port = browser.url.removeprefix("http://").split(":")
        self._address = host, int(port)
        self._head = (
            f"PATCH {path} HTTP/1.1\r\nHost: {host}:{port}\r\nCookie: {browser.cookie}\r\n"
            f"Tus-Resumable: 1.0.0\r\nUpload-Offset: {offset}\r\nContent-Type: {tus.BYTES}\r\n"
            f"Content-Length: {length}\r\n\r\n"
        )

    async def open(self) -> None:
        self.reader, self.writer = await asyncio.open_connection(*self._address)
        self.writer.write(self._head.encode())

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()
        await asyncio.sleep(0.1)

    async def status(self) -> int:
        return int((await self.reader.readline()).split()[1])

    def cut(self) -> None:
        self.writer.transport.abort()


async def test_two_at_once_are_not_mixed(browser: Browser) -> None:
    path = await created(browser, 2000)
    line = Line(browser, path, 0, 2000)
    await line.open()
    await line.send(b"x" * 1000)
    second = await browser.patch(path, 0, b"y" * 2000)
    assert second.status == 423
    assert second.headers["Retry-After"] == "1"
    await line.send(b"x" * 1000)
    assert await line.status() == 204
    line.cut()
    answer = await browser.tus("HEAD", path)
    assert answer.headers["File-Sha256"] == sha256(b"x" * 2000)


async def test_who_asks_again_need_not_wait_for_a_line_that_died_silently(
    browser: Browser,
) -> None:
    path = await created(browser, 2000)
    line = Line(browser, path, 0, 2000)
    await line.open()
    await line.send(b"x" * 700)
    async with asyncio.timeout(5):
        assert await offset_of(browser, path) == 700
        assert await line.status() == 423
    line.cut()
    assert (await browser.patch(path, 700, b"x" * 1300)).status == 204


async def test_what_came_before_a_line_broke_is_kept_and_is_no_error(
    browser: Browser, caplog: pytest.LogCaptureFixture, server: Server
) -> None:
    data = random.randbytes(90_000)
    path = await created(browser, len(data))
    sent = 0
    while sent < 60_000:
        line = Line(browser, path, sent, len(data) - sent)
        await line.open()
        await line.send(data[sent : sent + 20_000])
        line.cut()
        sent = await offset_of(browser, path)
    answer = await browser.patch(path, sent, data[sent:])
    assert answer.headers["File-Sha256"] == sha256(data)
    assert [r for r in caplog.records if r.levelname in ("ERROR", "CRITICAL")] == []


async def test_a_line_that_breaks_in_a_piece_with_a_checksum_adds_nothing(
    browser: Browser,
) -> None:
    path = await created(browser, 2000)
    line = Line(browser, path, 0, 2000)
    line._head = line._head.replace("Upload-Offset", "Upload-Checksum: sha1 AA==\r\nUpload-Offset")
    await line.open()
    await line.send(b"x" * 1000)
    line.cut()
    assert await offset_of(browser, path) == 0


async def test_an_upload_that_stands_still_is_let_go_and_keeps_what_came(tmp_path: Path) -> None:
    async def stalls() -> AsyncIterator[bytes]:
        yield b"x" * 1000
        await asyncio.sleep(30)

    limits = Limits(chunk_seconds=0.2)
    async with a_server(tmp_path, limits=limits) as server, a_browser(server) as browser:
        await browser.hello()
        path = await created(browser, 5000)
        answer = await browser.patch(path, 0, stalls())
        assert answer.status == 408
        assert "gửi lại tệp" in await message_of(answer)
        assert await offset_of(browser, path) == 1000


async def test_too_many_uploads_at_once_wait_their_turn(tmp_path: Path) -> None:
    limits = Limits(uploads=Slots(each=1, all=1))
    async with a_server(tmp_path, limits=limits) as server, a_browser(server) as browser:
        await browser.hello()
        path = await created(browser, 2000)
        line = Line(browser, path, 0, 2000)
        await line.open()
        await line.send(b"x" * 1000)
        assert (await browser.upload(b"y")).status == 429
        await line.send(b"x" * 1000)
        assert await line.status() == 204
        line.cut()
        assert (await browser.upload(b"y")).status == 204


# --- room -----------------------------------------------------------------------------------------


async def test_a_chat_has_room_for_so_much_and_says_so(tmp_path: Path) -> None:
    async with (
        a_server(tmp_path, max_chat_mb=1) as server,
        a_browser(server) as browser,
        a_browser(server) as other,
    ):
        await browser.hello()
        await other.hello()
        assert (await browser.upload(b"x" * 600_000)).status == 204
        full = await browser.create(600_000)
        assert full.status == 413
        assert "đủ 1 MB" in await message_of(full)
        begun = await created(browser, 400_000)  # counts, though nothing of it came
        assert (await browser.create(1)).status == 413
        assert (await browser.tus("DELETE", begun)).status == 204
        assert (await browser.upload(b"z" * 400_000)).status == 204
        assert (await browser.create(1)).status == 413
        assert (await other.upload(b"y" * 600_000)).status == 204


async def test_what_was_abandoned_makes_room(tmp_path: Path) -> None:
    async with a_server(tmp_path, max_chat_mb=1) as server, a_browser(server) as browser:
        await browser.hello()
        old = await created(browser, 400_000)
        newer = await created(browser, 400_000)
        server.clock.forward(seconds=ABANDONED + 1)
        await browser.patch(newer, 0, b"x")
        assert (await browser.create(600_001)).status == 413
        assert await offset_of(browser, newer) == 1
        await created(browser, 600_000)
        assert (await browser.tus("HEAD", old)).status == 404
        assert await offset_of(browser, newer) == 1


async def test_creations_whose_answer_was_lost_do_not_pile_up(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    for _ in range(MOST_UNFINISHED):
        await created(browser, 10)
    assert (await browser.create(10)).status == 429
    server.clock.forward(seconds=ABANDONED + 1)
    await created(browser, 10)
    assert len(list((tmp_path / "files" / "partial").iterdir())) == 2 * MOST_UNFINISHED


async def test_a_full_disk_loses_nothing_and_says_that_it_goes_on(browser: Browser) -> None:
    data = random.randbytes(400_000)
    path = await created(browser, len(data))
    await browser.patch(path, 0, data[:150_000])
    _, hard = before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        answer = await browser.patch(path, 150_000, data[150_000:])
        assert answer.status == 503
        assert answer.headers["Retry-After"] == "2"
        assert "tự gửi" in await message_of(answer)
        assert await offset_of(browser, path) == 150_000
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    answer = await browser.patch(path, 150_000, data[150_000:])
    assert answer.headers["File-Sha256"] == sha256(data)


class Refusing(Memory):
    """A storage that cannot keep files, until it can."""

    refusing = True

    async def keep_file(self, *args: object) -> None:
        if self.refusing:
            raise Unavailable("disk full")
        await super().keep_file(*args)  # type: ignore[arg-type]


async def test_a_file_is_not_acknowledged_before_its_chat_has_it(tmp_path: Path) -> None:
    storage = Refusing()
    async with a_server(tmp_path, storage=storage) as server, a_browser(server) as browser:
        await browser.hello()
        path = await created(browser, 3)
        answer = await browser.patch(path, 0, b"abc")
        assert answer.status == 503
        assert "tự gửi" in await message_of(answer)
        assert (await browser.tus("HEAD", path)).status == 503
        storage.refusing = False
        answer = await browser.tus("HEAD", path)
        assert answer.headers["File-Sha256"] == sha256(b"abc")
        assert await storage.known_files() == {sha256(b"abc")}


# --- another client, and kills --------------------------------------------------------------------


def send_with_tuspy(url: str, cookie: str, data: bytes, chunk: int, *, checksum: bool) -> str:
    """Each piece may be cut off; a new client takes the upload up by its address."""
    client = TusClient(f"{url}/api/uploads", headers={"Cookie": cookie})
    address = None
    while True:
        uploader = client.uploader(
            file_stream=io.BytesIO(data),
            chunk_size=chunk,
            url=address,
            metadata={"filename": "ảnh.jpg"},
            upload_checksum=checksum,
        )
        stop = min(len(data), uploader.offset + random.randint(1, 3) * chunk)
        uploader.upload(stop_at=stop)
        address = uploader.url
        if stop == len(data):
            return str(uploader.request.response_headers["file-sha256"])


@pytest.mark.parametrize("checksum", [False, True])
async def test_tuspy_sends_a_file_in_pieces(
    browser: Browser, server: Server, checksum: bool
) -> None:
    data = random.randbytes(random.randint(300_000, 900_000))
    chunk = random.randint(20_000, 100_000)
    told = await asyncio.to_thread(
        send_with_tuspy, browser.url, browser.cookie, data, chunk, checksum=checksum
    )
    assert told == sha256(data)
    stored = server.app.files.path(told)
    assert stored is not None
    assert stored.read_bytes() == data


class Cutting:
    """A relay before the server that cuts each connection after a random number of bytes."""

    def __init__(self, port: int, most: int) -> None:
        self._port = port
        self._most = most
        self.cuts = 0

    async def __aenter__(self) -> Cutting:
        self._server = await asyncio.start_server(self._relay, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        left = random.randint(1000, self._most)
        upstream, down = await asyncio.open_connection("127.0.0.1", self._port)
        back = asyncio.ensure_future(self._back(upstream, writer))
        with contextlib.suppress(ConnectionError):
            while left > 0 and (data := await reader.read(min(left, 20_000))):
                left -= len(data)
                down.write(data)
                await down.drain()
                await asyncio.sleep(0.005)  # a line this bad is no fast one
        if left <= 0:
            self.cuts += 1
        back.cancel()
        down.transport.abort()
        writer.transport.abort()

    async def _back(self, upstream: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            while data := await upstream.read(65536):
                writer.write(data)
                await writer.drain()
            writer.close()


def insist_with_tuspy(url: str, cookie: str, data: bytes, chunk: int) -> str:
    """As a good client does: whatever breaks, ask how far it is and go on."""
    client = TusClient(f"{url}/api/uploads", headers={"Cookie": cookie, "Connection": "close"})
    address = None
    until_ = time.monotonic() + 60
    while time.monotonic() < until_:
        try:
            uploader = client.uploader(file_stream=io.BytesIO(data), chunk_size=chunk, url=address)
            if address is None:
                address = uploader.create_url()
                uploader.set_url(address)
            while uploader.offset < len(data):
                uploader.upload_chunk()
                time.sleep(0.02)
        except (TusCommunicationError, TusUploadFailed):
            time.sleep(0.02)
        else:
            return str(address)
    raise AssertionError("it never got through")


async def test_tuspy_gets_through_a_line_that_is_cut_at_random(
    browser: Browser, server: Server
) -> None:
    data = random.randbytes(900_000)
    port = int(server.url.rpartition(":")[2])
    async with Cutting(port, 150_000) as relay:
        address = await asyncio.to_thread(insist_with_tuspy, relay.url, browser.cookie, data, 10**7)
        assert relay.cuts > 3
    path = address.removeprefix(relay.url)
    assert (await browser.tus("HEAD", path)).headers["File-Sha256"] == sha256(data)


@pytest.mark.slow
async def test_tuspy_gets_through_kills_of_the_server(tmp_path: Path) -> None:
    data = random.randbytes(6_000_000)
    async with Child(tmp_path) as child, a_browser(child.url) as browser:
        await until(lambda: listens(child.port), seconds=20)
        await browser.hello()
        sending = asyncio.ensure_future(
            asyncio.to_thread(insist_with_tuspy, child.url, browser.cookie, data, 50_000)
        )
        for deaths in range(1, 5):
            await until(lambda: listens(child.port), seconds=20)
            await asyncio.sleep(random.uniform(0.1, 0.5))
            child.kill()
            await until(lambda deaths=deaths: child.deaths >= deaths)
        path = (await sending).removeprefix(child.url)
        answer = await browser.tus("HEAD", path)
        assert answer.headers["File-Sha256"] == sha256(data)
    database = sqlite3.connect(tmp_path / "bot.db")
    assert database.execute("SELECT sha256, size FROM files").fetchall() == [
        (sha256(data), len(data))
    ]
    database.close()
    stored = tmp_path / "files" / sha256(data)[:2] / sha256(data)
    assert stored.read_bytes() == data


def listens(port: int) -> bool:
    with socket.socket() as sock:
        return sock.connect_ex(("127.0.0.1", port)) == 0


async def test_the_same_picture_twice_is_one_file(browser: Browser, server: Server) -> None:
    for _ in range(2):
        assert (await browser.upload(b"abc")).headers["File-Sha256"] == sha256(b"abc")
    assert await server.app.storage.known_files() == {sha256(b"abc")}
    assert isinstance(server.app.storage, Memory)
    ((_, (file, _at)),) = server.app.storage._files.items()
    assert replace(file, begun=None) == ChatFile(
        sha256(b"abc"), "a.jpg", "application/octet-stream", 3
    )
    assert file.begun == server.clock()
