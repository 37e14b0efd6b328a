"""Until a photo of 4 MB is acknowledged: alone, 20 people at their pace, 20 and 50 at one moment.

Sent as the page sends it, in pieces over a real socket; client and server are two processes on the
same machine. Beside it, in the same run: the most memory the server took, how late its event loop
was, and the baseline, which is the same bytes written, flushed and hashed by a thread each.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import io
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import aiohttp
from aiohttp import web

from bench.serving import Served, served
from bench.timing import percentile, table
from bot.app import App
from bot.channels.web.limits import Limits
from bot.commands.run import web_part
from bot.config import load

PHOTO = 4_000_000
PIECE = 512 * 1024  # as in the page
PEOPLE = 20
PHOTOS = 8  # of each person, at their own pace
THINKING = (0.5, 1.5)  # seconds between two photos of a person
BURSTS = 4
CROWD = 50
LOOK_EVERY = 0.01  # seconds between two looks at the loop
_NOISE = random.randbytes(PHOTO - 8)


def photo() -> bytes:
    """Bytes no other call gives."""
    return random.randbytes(8) + _NOISE


# --- the server's side ----------------------------------------------------------------------------


async def serve() -> None:
    """The program, and how late its loop was: told whenever SIGUSR1 comes, since the last time."""
    settings = load()
    app = App(settings)
    channel, server = web_part(app, Limits())
    await app.start([channel])
    runner = web.AppRunner(server, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, settings.web_host, settings.web_port).start()
    loop, stop, late = asyncio.get_running_loop(), asyncio.Event(), [0.0]

    def tell() -> None:
        (settings.data_dir / "late.json").write_text(json.dumps(late))
        late.clear()

    loop.add_signal_handler(signal.SIGUSR1, tell)
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    while not stop.is_set():
        due = loop.time() + LOOK_EVERY
        await asyncio.sleep(LOOK_EVERY)
        late.append((loop.time() - due) * 1000)
    await runner.cleanup()
    await app.stop()


def lateness(server: Served, folder: Path) -> list[float]:
    """How late the server's loop was since the last call, in ms."""
    path = folder / "late.json"
    path.unlink(missing_ok=True)
    server.process.send_signal(signal.SIGUSR1)
    while not path.exists() or not path.read_text():
        time.sleep(0.01)
    time.sleep(0.05)
    return [float(ms) for ms in json.loads(path.read_text())]


# --- the people -----------------------------------------------------------------------------------


@contextlib.asynccontextmanager
async def person(url: str) -> AsyncIterator[aiohttp.ClientSession]:
    headers = {"Tus-Resumable": "1.0.0"}
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(url, cookie_jar=jar, headers=headers) as session:
        async with session.post("/api/hello", json={}) as answer:
            await answer.read()
        yield session


async def send(session: aiohttp.ClientSession) -> float:
    """One photo, until it is acknowledged. Returns ms."""
    data = photo()
    began = time.perf_counter()
    async with session.post("/api/uploads", headers={"Upload-Length": str(PHOTO)}) as answer:
        path, sent = answer.headers["Location"], 0
    while sent < PHOTO:
        headers = {
            "Upload-Offset": str(sent),
            "Content-Type": "application/offset+octet-stream",
        }
        body = io.BytesIO(data[sent : sent + PIECE])
        async with session.patch(path, data=body, headers=headers) as answer:
            if answer.status == 429:
                await asyncio.sleep(float(answer.headers["Retry-After"]))
                continue
            assert answer.status == 204, await answer.text()
            sent = int(answer.headers["Upload-Offset"])
            told = answer.headers.get("File-Sha256")
    waited = (time.perf_counter() - began) * 1000
    assert told == hashlib.sha256(data).hexdigest()
    return waited


async def paced(url: str, people: int, photos: int) -> list[float]:
    """Each sends, looks at the next thing to photograph, and sends again."""

    async def one() -> list[float]:
        waits = []
        async with person(url) as session:
            for _ in range(photos):
                await asyncio.sleep(random.uniform(*THINKING))
                waits.append(await send(session))
        return waits

    return [
        wait for waits in await asyncio.gather(*(one() for _ in range(people))) for wait in waits
    ]


async def burst(url: str, people: int, rounds: int) -> list[float]:
    """All at one moment."""
    async with contextlib.AsyncExitStack() as stack:
        sessions = [await stack.enter_async_context(person(url)) for _ in range(people)]
        waits: list[float] = []
        for _ in range(rounds):
            waits += await asyncio.gather(*(send(session) for session in sessions))
        return waits


def written(folder: Path, at_once: int, times: int) -> list[float]:
    """The baseline: what no server could do without."""

    def one(number: int) -> float:
        data = photo()
        began = time.perf_counter()
        with (folder / f"raw{number}").open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        hashlib.sha256(data).hexdigest()
        return (time.perf_counter() - began) * 1000

    with ThreadPoolExecutor(at_once) as pool:
        waits = list(pool.map(one, range(at_once * times)))
    for path in folder.glob("raw*"):
        path.unlink()
    return waits


def measure(server: Served, folder: Path) -> None:
    rows: list[tuple[object, ...]] = [
        ("photos of 4 MB", "p50 ms", "p95 ms", "raw p50 ms", "raw p95 ms", "loop late p99 ms",
         "most memory MB")
    ]  # fmt: skip
    for name, waits_of, at_once in (
        ("one person", lambda: paced(server.url, 1, PHOTOS), 1),
        (f"{PEOPLE} people, paced", lambda: paced(server.url, PEOPLE, PHOTOS), 2),
        (f"{PEOPLE} at one moment", lambda: burst(server.url, PEOPLE, BURSTS), PEOPLE),
        (f"{CROWD} at one moment", lambda: burst(server.url, CROWD, 1), CROWD),
    ):
        lateness(server, folder)
        server.forget_peak()
        waits = asyncio.run(waits_of())
        late = lateness(server, folder)
        raw = written(folder, at_once, max(1, len(waits) // at_once // 2))
        rows.append((
            name, percentile(waits, 0.5), percentile(waits, 0.95), percentile(raw, 0.5),
            percentile(raw, 0.95), percentile(late, 0.99), server.peak_mb(),
        ))  # fmt: skip
    table("From the first request of a photo until it is acknowledged", rows)


def main() -> None:
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        folder = Path(name)
        with served(folder, "bench.uploads") as server:
            measure(server, folder)


if __name__ == "__main__":
    sys.exit(asyncio.run(serve()))
