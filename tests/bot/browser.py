"""A browser without a screen: cookies, events and the stream, over real HTTP."""

from __future__ import annotations

import asyncio
import io
import itertools
import json
from base64 import b64encode
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from bot.app import App
from bot.channels.port import Channel
from bot.channels.web.limits import Limits
from bot.channels.web.part import Receipt
from bot.channels.web.tus import BYTES
from bot.commands.run import web_part
from bot.config import Settings
from bot.turn import Route
from handlers import route
from storage.memory import Memory
from storage.port import Storage
from tests.talk import SetClock, contest


@dataclass
class Server:
    app: App
    url: str
    clock: SetClock


@asynccontextmanager
async def a_server(
    folder: Path,
    *,
    storage: Storage | None = None,
    handle: Route = route,
    port: int = 0,
    max_file_mb: int = 1,
    max_chat_mb: int = 100,
    limits: Limits | None = None,
    receipt: Receipt | None = None,
    beside: Sequence[Channel] = (),
) -> AsyncIterator[Server]:
    """The whole program behind its web chat, on a port of this machine. `beside`: more channels."""
    clock = SetClock()
    settings = Settings(data_dir=folder, max_file_mb=max_file_mb, max_chat_mb=max_chat_mb)
    app = App(
        settings,
        storage=storage or Memory(),
        contest=contest(),
        clock=clock,
        handle=handle,
        settle=timedelta(),
    )
    channel, server = web_part(app, limits or Limits(), receipt)
    await app.start([channel, *beside])
    runner = web.AppRunner(server, shutdown_timeout=1.0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    address = runner.addresses[0]
    try:
        yield Server(app, f"http://127.0.0.1:{address[1]}", clock)
    finally:
        await runner.cleanup()
        await app.stop()


@dataclass
class Browser:
    """One browser: its cookie, and what it has seen."""

    url: str
    session: aiohttp.ClientSession
    seen: list[dict[str, Any]] = field(default_factory=list)
    cursor: str = ""
    ids: Any = field(default_factory=itertools.count)

    async def hello(self, **headers: str) -> dict[str, Any]:
        async with self.session.post(f"{self.url}/api/hello", json={}, headers=headers) as answer:
            assert answer.status == 200
            return dict(await answer.json())

    @property
    def cookie(self) -> str:
        """The header of that name."""
        return "; ".join(f"{c.key}={c.value}" for c in self.session.cookie_jar)

    async def post(self, event: dict[str, Any]) -> aiohttp.ClientResponse:
        event.setdefault("id", f"t{next(self.ids)}")
        body = io.BytesIO(json.dumps(event).encode())
        headers = {"Content-Type": "application/json"}
        answer = await self.session.post(f"{self.url}/api/events", data=body, headers=headers)
        await answer.read()
        return answer

    async def say(self, text: str) -> None:
        assert (await self.post({"kind": "say", "text": text})).status == 200

    async def press(self, token: str) -> None:
        assert (await self.post({"kind": "press", "token": token, "label": "x"})).status == 200

    async def read(self, messages: int, seconds: float = 5) -> list[dict[str, Any]]:
        """Connect, read so many messages of the stream from where we stopped, and disconnect."""
        found: list[dict[str, Any]] = []
        if not messages:
            return found
        async with asyncio.timeout(seconds):
            async for message in self.stream():
                found.append(message)
                if len(found) == messages:
                    break
        return found

    async def stream(self) -> AsyncIterator[dict[str, Any]]:
        headers = {"Last-Event-ID": self.cursor} if self.cursor else {}
        timeout = aiohttp.ClientTimeout(total=None)
        async with self.session.get(
            f"{self.url}/api/stream", headers=headers, timeout=timeout
        ) as answer:
            assert answer.status == 200, await answer.text()
            cursor = self.cursor
            async for line in answer.content:
                name, _, value = line.decode().rstrip("\n").partition(": ")
                if name == "id":
                    cursor = value
                elif name == "data" and value != "{}":
                    message = json.loads(value)
                    self.cursor = cursor
                    self.seen.append(message)
                    yield message

    async def create(
        self, length: int, name: str = "a.jpg", **headers: str
    ) -> aiohttp.ClientResponse:
        """Announce a file."""
        filename = b64encode(name.encode()).decode()
        more = {"Upload-Length": str(length), "Upload-Metadata": f"filename {filename}", **headers}
        return await self.tus("POST", "/api/uploads", **more)

    async def patch(
        self, path: str, offset: int, data: Any, **headers: str
    ) -> aiohttp.ClientResponse:
        """Send some of it."""
        body = io.BytesIO(data) if isinstance(data, bytes) else data
        more = {"Upload-Offset": str(offset), "Content-Type": BYTES, **headers}
        return await self.tus("PATCH", path, body, **more)

    async def tus(
        self, method: str, path: str, data: Any = None, **headers: str
    ) -> aiohttp.ClientResponse:
        """Names of headers may be written with _ for -."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = await self.session.request(
            method, self.url + path, data=data, headers={"Tus-Resumable": "1.0.0", **named}
        )
        await answer.read()
        return answer

    async def upload(self, data: bytes, name: str = "a.jpg") -> aiohttp.ClientResponse:
        """Send a file; the answer that acknowledges it, or the first that does not."""
        created = await self.create(len(data), name)
        if created.status != 201:
            return created
        return await self.patch(created.headers["Location"], 0, data)


@asynccontextmanager
async def a_browser(server: Server | str) -> AsyncIterator[Browser]:
    url = server if isinstance(server, str) else server.url
    jar = aiohttp.CookieJar(unsafe=True)  # addresses without a name are cookies' business too
    async with aiohttp.ClientSession(cookie_jar=jar) as session:
        yield Browser(url, session)
