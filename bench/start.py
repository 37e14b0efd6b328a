"""From the command to the first answered message, and memory at rest.

Baseline: the interpreter with a bare aiohttp server, started the same way in the same run.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import aiohttp

from bench.serving import Served, _until_up, served
from bench.timing import table
from tests.ports import free_port

BARE = """
import sys
from aiohttp import web
async def ok(_): return web.Response(text="ok")
app = web.Application(); app.router.add_get("/healthz", ok)
web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None)
"""


async def first_answer(url: str) -> None:
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar) as session:
        async with session.post(f"{url}/api/hello", json={}) as answer:
            await answer.read()
        event = {"id": "m", "kind": "say", "text": "hạn nộp hồ sơ là ngày nào"}
        async with session.post(f"{url}/api/events", json=event) as answer:
            assert answer.status == 200
        async with session.get(f"{url}/api/stream") as stream:
            async for line in stream.content:
                if line.startswith(b"data: ") and json.loads(line[6:]).get("from") == "bot":
                    return


def started(folder: Path) -> tuple[float, float]:
    """(seconds to the first answer, MB at rest)"""
    with served(folder) as server:
        asyncio.run(first_answer(server.url))
        seconds = time.perf_counter() - server.began
        time.sleep(1)
        return seconds, server.memory_mb()


def bare() -> tuple[float, float]:
    port = free_port()
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", BARE, str(port)])
    try:
        _until_up(f"http://127.0.0.1:{port}")
        seconds = time.perf_counter() - began
        return seconds, Served(process, "", began).memory_mb()
    finally:
        process.terminate()
        process.wait(10)


def main() -> None:
    base_seconds, base_memory = min(bare() for _ in range(3))
    rows: list[tuple[object, ...]] = [("what", "seconds", "times", "MB at rest", "times")]
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        for what in ("first start (makes the database)", "every later start"):
            seconds, memory = started(Path(name))
            rows.append((what, seconds, seconds / base_seconds, memory, memory / base_memory))
    rows.append(("baseline: bare aiohttp server, up", base_seconds, 1.0, base_memory, 1.0))
    table("Cold start to the first answered message", rows)
