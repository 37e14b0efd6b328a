"""Two small proxies on this machine: HTTP (CONNECT) and SOCKS5 (RFC 1928, 1929)."""

from __future__ import annotations

import asyncio
import base64
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

USER, PASSWORD = "cua", "ngo"
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Greeting = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[tuple[str, int]]]


class Proxy:
    """`passed`: where each connection went."""

    def __init__(self, scheme: str, greet: Greeting, granted: bytes) -> None:
        self.passed: list[tuple[str, int]] = []
        self.port = 0
        self._scheme = scheme
        self._greet = greet
        self._granted = granted
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        return f"{self._scheme}://{USER}:{PASSWORD}@127.0.0.1:{self.port}"

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._take, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """As if its machine were switched off; `start` brings it back to the same port."""
        if self._server is None:
            return
        self._server.close()
        for task in list(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)
        await self._server.wait_closed()
        self._server = None

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._open.add(task)
        try:
            with suppress(OSError, EOFError, asyncio.CancelledError):  # switched off, or refused
                where = await self._greet(reader, writer)
                self.passed.append(where)
                there = await asyncio.open_connection(*where)
                writer.write(self._granted)
                await _both_ways((reader, writer), there)
        finally:
            self._open.discard(task)
            writer.close()


async def _both_ways(one: Streams, other: Streams) -> None:
    pipes = {asyncio.create_task(_pipe(one[0], other[1])),
             asyncio.create_task(_pipe(other[0], one[1]))}  # fmt: skip
    try:
        await asyncio.wait(pipes, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for pipe in pipes:
            pipe.cancel()
        await asyncio.gather(*pipes, return_exceptions=True)
        other[1].close()


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()


async def _connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> tuple[str, int]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    method, where, _ = head.partition("\r\n")[0].split(" ")
    known = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    if method != "CONNECT" or f"Basic {known}" not in head:
        writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
        raise PermissionError
    host, _, port = where.rpartition(":")
    return host, int(port)


async def _socks(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> tuple[str, int]:
    _, count = await reader.readexactly(2)
    await reader.readexactly(count)
    writer.write(b"\x05\x02")  # a name and a password, please
    _, length = await reader.readexactly(2)
    name = (await reader.readexactly(length)).decode()
    (length,) = await reader.readexactly(1)
    word = (await reader.readexactly(length)).decode()
    if (name, word) != (USER, PASSWORD):
        writer.write(b"\x01\x01")
        raise PermissionError
    writer.write(b"\x01\x00")
    _, _, _, kind = await reader.readexactly(4)
    if kind == 1:
        host = ".".join(str(byte) for byte in await reader.readexactly(4))
    else:
        (length,) = await reader.readexactly(1)
        host = (await reader.readexactly(length)).decode()
    (port,) = struct.unpack(">H", await reader.readexactly(2))
    return host, port


MADE = {
    "http": lambda: Proxy("http", _connect, b"HTTP/1.1 200 Connection established\r\n\r\n"),
    "socks5": lambda: Proxy("socks5", _socks, b"\x05\x00\x00\x01" + bytes(6)),
}


@asynccontextmanager
async def a_proxy(kind: str) -> AsyncIterator[Proxy]:
    made = MADE[kind]()
    await made.start()
    try:
        yield made
    finally:
        await made.stop()
