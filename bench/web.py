"""From the POST of a message to the reply on the page, at 1, 50 and 200 chats at once.

Baseline: a request to the same server that touches no database (the page's words), at the same
number at once in the same run.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from pathlib import Path

import aiohttp

from bench.serving import served
from bench.timing import percentile, table

AT_ONCE = (1, 50, 200)
MESSAGES = {1: 100, 50: 10, 200: 5}  # of each chat


async def chat(url: str, messages: int, waits: list[float], start: asyncio.Barrier) -> None:
    jar = aiohttp.CookieJar(unsafe=True)
    timeout = aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(cookie_jar=jar, timeout=timeout) as session:
        async with session.post(f"{url}/api/hello", json={}) as answer:
            await answer.read()
        async with session.get(f"{url}/api/stream") as stream:
            await start.wait()
            for n in range(messages):
                began = time.perf_counter()
                event = {"id": f"m{n}", "kind": "say", "text": "hạn nộp hồ sơ là ngày nào"}
                async with session.post(f"{url}/api/events", json=event) as answer:
                    assert answer.status == 200
                while True:
                    line = await stream.content.readline()
                    if line.startswith(b"data: ") and json.loads(line[6:]).get("from") == "bot":
                        break
                waits.append((time.perf_counter() - began) * 1000)


async def baseline(url: str, at_once: int, requests: int) -> list[float]:
    waits: list[float] = []
    async with aiohttp.ClientSession() as session:

        async def one() -> None:
            for _ in range(requests):
                began = time.perf_counter()
                async with session.get(f"{url}/api/words") as answer:
                    await answer.read()
                waits.append((time.perf_counter() - began) * 1000)

        await asyncio.gather(*(one() for _ in range(at_once)))
    return waits


async def measure(url: str) -> None:
    rows: list[tuple[object, ...]] = [
        ("chats at once", "messages/s", "p50 ms", "p99 ms", "baseline p50 ms", "times the baseline")
    ]
    for at_once in AT_ONCE:
        waits: list[float] = []
        start = asyncio.Barrier(at_once + 1)
        tasks = [
            asyncio.ensure_future(chat(url, MESSAGES[at_once], waits, start))
            for _ in range(at_once)
        ]
        await start.wait()
        began = time.perf_counter()
        await asyncio.gather(*tasks)
        rate = len(waits) / (time.perf_counter() - began)
        base = percentile(await baseline(url, at_once, MESSAGES[at_once]), 0.5)
        p50 = percentile(waits, 0.5)
        rows.append((at_once, rate, p50, percentile(waits, 0.99), base, p50 / base))
    table("From POST to the reply on the page (client on the same machine)", rows)


def main() -> None:
    with (
        tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as folder,
        served(Path(folder)) as server,
    ):
        asyncio.run(measure(server.url))
