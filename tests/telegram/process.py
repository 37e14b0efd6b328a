"""A server as another process, from the test's side: for bots that are killed, and for benches.

async with ServerProcess() as server:
    an = await server.user(1001, "Nông", last_name="Thử")
    await an.does("types", "xin chào")
    print((await an.does("hears"))["text"])
"""

from __future__ import annotations

import asyncio
import base64
import sys
from dataclasses import dataclass
from typing import Any

import aiohttp

from tests.telegram.server import TOKEN


class RefusedDeedError(AssertionError):
    """What could not be done there, as NoSuchButtonError or TimeoutError say it."""


class ServerProcess:
    """`url` and `token` are what the bot needs."""

    def __init__(self, port: int = 0, token: str = TOKEN) -> None:
        self.token = token
        self.url = ""
        self._port = port
        self._process: asyncio.subprocess.Process | None = None
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> ServerProcess:
        arguments = ("-m", "tests.telegram.serve", "--port", str(self._port), "--token", self.token)
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, *arguments,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert self._process.stdout is not None
        line = await asyncio.wait_for(self._process.stdout.readline(), 30)
        self.url = line.decode().strip()
        if not self.url:
            raise RuntimeError("the server did not start")
        self._session = aiohttp.ClientSession(self.url)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._session is not None
        assert self._process is not None
        await self._session.close()
        self._process.terminate()
        await self._process.wait()

    async def user(self, user_id: int, first_name: str, **named: str) -> RemoteUser:
        await self.post("user", user_id=user_id, first_name=first_name, **named)
        return RemoteUser(self, user_id)

    async def fault(self, method: str, fault: str, *values: Any, **rule: int) -> None:
        """As `TelegramServer.faults.next`, the fault by its name."""
        await self.post("fault", method=method, fault=fault, values=values, **rule)

    async def log(self, method: str = "") -> list[dict[str, Any]]:
        return list(await self.get("log", method=method))

    async def emitted(self) -> list[dict[str, Any]]:
        return list(await self.get("emitted"))

    async def post(self, path: str, **given: Any) -> Any:
        assert self._session is not None
        async with self._session.post(f"/control/{path}", json=given) as answer:
            return await _answer(answer)

    async def get(self, path: str, **given: str) -> Any:
        assert self._session is not None
        async with self._session.get(f"/control/{path}", params=given) as answer:
            return await _answer(answer)


@dataclass(frozen=True)
class RemoteUser:
    server: ServerProcess
    id: int

    async def does(self, deed: str, *args: Any, **options: Any) -> Any:
        """What a `User` does, by its name. A message is a dict like `Shown`, or given by number."""
        return await self.server.post(
            "do",
            user=self.id,
            deed=deed,
            args=[_to_wire(value) for value in args],
            options={key: _to_wire(value) for key, value in options.items()},
        )

    async def screen(self) -> list[dict[str, Any]]:
        return list(await self.server.get("screen", user=str(self.id)))


def _to_wire(value: Any) -> Any:
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode()}
    if isinstance(value, dict) and "message_id" in value:
        return value["message_id"]
    if isinstance(value, (list, tuple)):
        return [_to_wire(item) for item in value]
    return value


async def _answer(answer: aiohttp.ClientResponse) -> Any:
    if answer.status == 409:
        said = await answer.json()
        raise RefusedDeedError(f"{said['error']}: {said['what']}")
    answer.raise_for_status()
    return await answer.json()
