"""How soon it is known what a photo is, and whether the event loop notices.

Baseline: the same files, looked at in this process, one after the other.
"""

from __future__ import annotations

import asyncio
import io
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from bench import pages
from bench.timing import percentile, table
from bot.looking import Looker
from bot.workers import Workers
from contest.documents.facts import look
from storage.files import LocalFiles

MILLISECONDS = 1000
TICK = 0.005  # seconds: how often the event loop is asked whether it is there
EACH = 40
SIZES = ((2304, 1728), (4000, 3000))  # 4 and 12 megapixels


def photos(count: int, size: tuple[int, int]) -> list[bytes]:
    """Different files of that size: pages in colour with a sensor's noise, of some megabytes."""
    random = np.random.default_rng(size[0])
    seen = pages.photographed(pages.sheet(random, pages.letter), random)
    wide, high = min(size), max(size)
    big = np.asarray(Image.fromarray(seen).resize((wide, high)), np.float32)
    grain = random.normal(0, 6, (high, wide, 3)).astype(np.float32)
    image = Image.fromarray(np.clip(big[..., None] + grain, 0, 255).astype(np.uint8))
    made = []
    for number in range(count):
        out = io.BytesIO()
        image.save(out, "JPEG", quality=92, comment=str(number).encode())
        made.append(out.getvalue())
    return made


async def lag(into: list[float]) -> None:
    while True:
        began = time.perf_counter()
        await asyncio.sleep(TICK)
        into.append(time.perf_counter() - began - TICK)


async def asked(looker: Looker, stored: Sequence[str], at_once: int) -> list[float]:
    """Seconds that each answer took, so many being asked at once."""
    room, took = asyncio.Semaphore(at_once), []

    async def one(sha256: str) -> None:
        async with room:
            began = time.perf_counter()
            await looker.facts(sha256)
            took.append(time.perf_counter() - began)

    await asyncio.gather(*(one(sha256) for sha256 in stored))
    return took


def _row(what: str, took: Sequence[float], lags: Sequence[float]) -> tuple[object, ...]:
    spread = [MILLISECONDS * percentile(took, share) for share in (0.5, 0.95)]
    return (what, *spread, MILLISECONDS * percentile(lags, 0.99) if lags else "-")


async def measure(folder: Path) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = [("what", "p50 ms", "p95 ms", "lag of the loop, p99 ms")]
    files, workers = LocalFiles(folder), Workers()
    await files.open()
    for size in SIZES:
        made = photos(2 * EACH + 1, size)
        stored = [(await files.put(photo)).sha256 for photo in made]
        name = f"{size[0] * size[1] / 1e6:.0f} MP, {len(made[0]) / 1e6:.1f} MB"
        first = await asked(Looker(files, workers), stored[-1:], 1)
        if size == SIZES[0]:
            rows.append(("the very first, its worker being started", *_row("", first, [])[1:]))
        for at_once, some in ((1, stored[:EACH]), (20, stored[EACH : 2 * EACH])):
            lags: list[float] = []
            watch = asyncio.ensure_future(lag(lags))
            took = await asked(Looker(files, workers), some, at_once)
            watch.cancel()
            rows.append(_row(f"{name}, {at_once} at once", took, lags))
        alone = []
        for sha256 in stored[:10]:
            path = files.path(sha256)
            assert path is not None
            began = time.perf_counter()
            look(path)
            alone.append(time.perf_counter() - began)
        rows.append(_row(f"baseline: {name}, in this process", alone, []))
    await workers.close()
    return rows


def main() -> None:
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as folder:
        table("Looking at photos", asyncio.run(measure(Path(folder))))
