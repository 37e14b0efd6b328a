"""The examples of deploy/ in front of the program, where their programs are on this machine."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest
from yarl import URL

from bot.channels.port import ShownFile
from bot.channels.web.tus import BYTES
from bot.config import Settings
from bot.file_links import OPEN_FOR
from dialog.event import ChatRef
from storage.port import ChatFile
from tests.bot.browser import Browser, Server, a_server
from tests.house.deploying import ROOT
from tests.ports import free_port

NAME = "chat.example.vn"
UPSTREAM = "127.0.0.1:8080"
MB = 1_000_000


@dataclass
class Ports:
    upstream: int
    https: int


def nginx(folder: Path, ports: Ports) -> list[str]:
    """The example with this test's ports and certificate, and what /etc/nginx has around it."""
    text = (ROOT / "deploy/nginx.conf").read_text("utf-8")
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
        ("listen 443 ", f"listen 127.0.0.1:{ports.https} "),
        (UPSTREAM, f"127.0.0.1:{ports.upstream}"),
        (f"/etc/letsencrypt/live/{NAME}", str(folder)),
    ):
        assert old in text, old
        text = text.replace(old, new)
    paths = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = folder / "nginx.conf"
    whole.write_text(
        f"daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{ access_log off;\n{paths}{text}}}\n",
        "utf-8",
    )
    return ["nginx", "-p", str(folder), "-e", f"{folder}/error.log", "-c", str(whole)]


def caddy(folder: Path, ports: Ports) -> list[str]:
    """The example with this test's ports and certificate, and no way to other machines."""
    text = (ROOT / "deploy/Caddyfile").read_text("utf-8")
    site = f"https://127.0.0.1:{ports.https} {{\n\ttls {folder}/fullchain.pem {folder}/privkey.pem"
    for old, new in ((f"\n{NAME} {{", f"\n{site}"), (UPSTREAM, f"127.0.0.1:{ports.upstream}")):
        assert old in text, old
        text = text.replace(old, new)
    whole = folder / "Caddyfile"
    whole.write_text("{\n\tadmin off\n\tauto_https disable_redirects\n}\n" + text, "utf-8")
    home = ["env", f"XDG_DATA_HOME={folder}", f"XDG_CONFIG_HOME={folder}"]
    return [*home, "caddy", "run", "--config", str(whole), "--adapter", "caddyfile"]


@pytest.fixture(params=[nginx, caddy], ids=["nginx", "caddy"])
def proxy(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Path, Ports], list[str]]:
    for tool in (request.param.__name__, "openssl"):
        if shutil.which(tool) is None:
            pytest.skip(f"this machine has no {tool}")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", tmp_path / "privkey.pem", "-out", tmp_path / "fullchain.pem"],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    return request.param  # type: ignore[no-any-return]


@asynccontextmanager
async def behind(proxy: Callable[[Path, Ports], list[str]], folder: Path) -> AsyncIterator[Browser]:
    """A browser that speaks HTTPS to the proxy, as on any other machine's page."""
    async with program_behind(proxy, folder) as (_, browser):
        yield browser


@asynccontextmanager
async def program_behind(
    proxy: Callable[[Path, Ports], list[str]], folder: Path
) -> AsyncIterator[tuple[Server, Browser]]:
    """The same, and the program behind it."""
    async with a_server(folder / "data", max_file_mb=Settings().max_file_mb) as server:
        ports = Ports(int(server.url.rpartition(":")[2]), free_port())
        process = await asyncio.create_subprocess_exec(*proxy(folder, ports))
        try:
            url = f"https://127.0.0.1:{ports.https}"
            trust = ssl.create_default_context(cafile=str(folder / "fullchain.pem"))
            async with aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(ssl=trust),
                cookie_jar=aiohttp.CookieJar(unsafe=True),
                headers={"Origin": url, "Sec-Fetch-Site": "same-origin"},
            ) as session:
                await _until_up(session, url)
                browser = Browser(url, session)
                await browser.hello()
                yield server, browser
        finally:
            process.terminate()
            await process.wait()


async def _until_up(session: aiohttp.ClientSession, url: str) -> None:
    async with asyncio.timeout(20):
        while True:
            try:
                async with session.get(f"{url}/healthz") as answer:
                    assert answer.status == 200
                    return
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.05)


@pytest.mark.slow
async def test_answers_come_while_the_stream_is_open(
    proxy: Callable[[Path, Ports], list[str]], tmp_path: Path
) -> None:
    async with behind(proxy, tmp_path) as browser, asyncio.timeout(20):
        stream = browser.stream()
        for text in ("menu", "Lịch và hạn nộp"):
            await browser.say(text)
            own = await anext(stream)
            assert own["from"] == "me"
            assert (await anext(stream))["from"] == "bot"
        await stream.aclose()  # type: ignore[attr-defined]


@pytest.mark.slow
async def test_what_came_of_a_file_is_kept_when_the_line_breaks(
    proxy: Callable[[Path, Ports], list[str]], tmp_path: Path
) -> None:
    async with behind(proxy, tmp_path) as browser, asyncio.timeout(30):
        created = await browser.create(3 * MB)
        path = created.headers["Location"]
        broken = asyncio.Event()

        async def half() -> AsyncIterator[bytes]:
            yield b"x" * MB
            await broken.wait()

        headers = {"Tus-Resumable": "1.0.0", "Upload-Offset": "0", "Content-Type": BYTES,
                   "Content-Length": str(3 * MB)}  # fmt: skip
        sending = asyncio.ensure_future(
            browser.session.patch(browser.url + path, data=half(), headers=headers)
        )
        await asyncio.sleep(1)
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        offset = 0
        while not offset:
            asked = await browser.tus("HEAD", path)
            offset = int(asked.headers["Upload-Offset"])
        assert offset >= MB / 2
        rest = await browser.patch(path, offset, b"x" * (3 * MB - offset))
        assert (rest.status, rest.headers["Upload-Offset"]) == (204, str(3 * MB))


@pytest.mark.slow
async def test_a_download_by_a_link_goes_on_where_it_broke(
    proxy: Callable[[Path, Ports], list[str]], tmp_path: Path
) -> None:
    async with program_behind(proxy, tmp_path) as (server, browser), asyncio.timeout(20):
        data = bytes(range(256)) * 4000
        stored = await server.app.files.put(data)
        name = "Hồ sơ 100% + «1».zip"
        ours = ChatFile(stored.sha256, name, "application/zip", stored.size, ours=True)
        await server.app.storage.keep_file(ChatRef("test", "1"), ours, server.clock())
        file = ShownFile("paper", name, "application/zip", stored.sha256, stored.size)
        path = server.app.links.path(file, server.clock() + OPEN_FOR)
        url = URL(browser.url + path, encoded=True)
        for begin in (0, MB):
            async with browser.session.get(url, headers={"Range": f"bytes={begin}-"}) as answer:
                assert answer.status == 206
                assert await answer.read() == data[begin:]
                assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.slow
async def test_the_largest_file_passes_in_one_piece(
    proxy: Callable[[Path, Ports], list[str]], tmp_path: Path
) -> None:
    async with behind(proxy, tmp_path) as browser, asyncio.timeout(60):
        sent = await browser.upload(b"x" * (Settings().max_file_mb * MB))
        assert sent.status == 204
        given_up = await browser.create(10)
        dropped = await browser.tus("DELETE", given_up.headers["Location"])
        assert dropped.status == 204
