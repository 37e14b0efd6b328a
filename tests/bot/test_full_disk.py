"""A disk that is full while a file is written and while a turn is saved: said kindly, nothing is
lost, and it goes on when there is room."""

from __future__ import annotations

import asyncio
import hashlib
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import aiohttp
import pytest

from storage import open_storage
from storage.port import Arrival, Unavailable
from storage.sql import SqlStorage
from storage.sqlite import SqliteEngine
from tests.bot.browser import Browser, a_browser, a_server
from tests.bot.photographing import photo
from tests.filling import Farmer, NoPapers
from tests.talk import a_house, until

WORDS = ("Đêm nào cũng nghĩ. " * 900).strip()
SIZE = "4m"


@asynccontextmanager
async def a_story(folder: Path) -> AsyncIterator[tuple[Farmer, SqliteEngine, Arrival]]:
    """Somebody who is about to tell a long one."""
    engine = SqliteEngine(folder / "bot.db")
    async with a_house(folder, storage=SqlStorage(engine), workers=NoPapers()) as house:
        farmer = await Farmer(house.person()).begin()
        await farmer.fill(until="why")
        payload = {"kind": "say", "text": WORDS}
        yield farmer, engine, Arrival(farmer.person.chat, "long", payload, house.clock())


async def full(engine: SqliteEngine) -> None:
    """The database may not become larger, which is what a full disk is to it."""
    used = await engine.read(lambda db: db.exec_driver_sql("PRAGMA page_count").scalar())
    await engine.write(lambda db: db.exec_driver_sql(f"PRAGMA max_page_count={used}"))


async def roomy(engine: SqliteEngine) -> None:
    await engine.write(lambda db: db.exec_driver_sql("PRAGMA max_page_count=100000"))


async def told_and_handed_in(farmer: Farmer) -> None:
    (part,) = (await farmer.answers()).begun["why"]["parts"]
    assert part["text"] == WORDS
    await farmer.choose("why", "enough")
    await farmer.fill()
    await farmer.submit()
    assert (await farmer.dossier()).state == "submitted"
    assert (await farmer.house.app.ages()).parked == 0


async def test_what_cannot_be_kept_is_not_acknowledged_and_comes_again(tmp_path: Path) -> None:
    async with a_story(tmp_path) as (farmer, engine, arrival):
        await full(engine)
        with pytest.raises(Unavailable):
            await farmer.house.app.intake.accept(arrival)
        assert (await farmer.answers()).begun == {}
        await roomy(engine)
        await farmer.house.app.intake.accept(arrival)
        await farmer.house.app.idle()
        await told_and_handed_in(farmer)


async def test_a_turn_that_finds_no_room_waits_for_it(tmp_path: Path) -> None:
    async with a_story(tmp_path) as (farmer, engine, arrival):
        accepted = await farmer.house.app.storage.accept(arrival)
        assert accepted is not None
        await full(engine)
        heard = len(farmer.person.messages)
        farmer.house.app.lanes.put(accepted)
        await asyncio.sleep(0.5)  # it has tried, and not once
        assert len(farmer.person.messages) == heard
        assert (await farmer.answers()).begun == {}
        await roomy(engine)
        await farmer.house.app.idle()
        assert len(farmer.person.messages) == heard + 1
        await told_and_handed_in(farmer)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, of a few megabytes; only who may mount has one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False).returncode
    except FileNotFoundError:
        done = 1
    if done:
        pytest.skip("a small disk cannot be mounted here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill_up(disk: Path) -> Path:
    """Not one byte is free."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (4096, 1):
            with suppress(OSError):
                while True:
                    file.write(b"\0" * size)
    return filler


def sending(name: str) -> dict[str, object]:
    return {"id": name, "kind": "files", "files": [{"file": name, "kind": "photo"}]}


async def insist(browser: Browser, event: dict[str, object], seconds: float = 20) -> None:
    """What the page does: the same once more, until it is acknowledged."""
    async with asyncio.timeout(seconds):
        while (await browser.post(dict(event))).status != 200:  # noqa: ASYNC110
            await asyncio.sleep(0.1)


async def said(answer: aiohttp.ClientResponse) -> str:
    return str((await answer.json())["error"]["message"])


@pytest.mark.slow
async def test_photos_over_a_disk_that_fills_up(small_disk: Path) -> None:
    photos = [photo(n) for n in range(6)]
    names = [hashlib.sha256(data).hexdigest() for data in photos]
    storage = open_storage(f"sqlite:///{small_disk / 'bot.db'}")
    async with a_server(small_disk, storage=storage) as server, a_browser(server) as browser:
        await browser.hello()
        await browser.press("dossier/new")
        for purpose in ("dossier", "contact", "reminders"):
            await browser.press(f"consent:{purpose}/yes")
        for n, data in enumerate(photos[:3]):
            assert (await browser.upload(data, f"{n}.jpg")).status == 204
            await insist(browser, sending(names[n]))
        await server.app.idle()

        filler = fill_up(small_disk)
        refused = await browser.upload(photos[3], "3.jpg")
        assert refused.status == 503
        assert "tự gửi" in await said(refused)
        event = {"id": "late", "kind": "say", "text": "còn chỗ không?"}
        answer = await browser.post(dict(event))
        assert answer.status == 503
        assert "tự gửi" in await said(answer)

        filler.unlink()
        await insist(browser, event)
        for n, data in enumerate(photos[3:], 3):
            assert (await browser.upload(data, f"{n}.jpg")).status == 204
            await insist(browser, sending(names[n]))
        await server.app.idle()
        (held,) = await storage.dossiers()
        kept = [f["file"] for f in held.answers.begun["photos"]["files"]]
        assert sorted(kept) == sorted(names)
        for name, data in zip(names, photos, strict=True):
            path = server.app.files.path(name)
            assert path is not None
            assert path.read_bytes() == data
        ages = await server.app.ages()
        assert (ages.undone, ages.parked) == (0, 0)


@pytest.mark.slow
async def test_a_disk_that_fills_up_between_acceptance_and_answer(small_disk: Path) -> None:
    """The event is durable, its answer finds no room: it waits, and nobody need do anything."""
    storage = open_storage(f"sqlite:///{small_disk / 'bot.db'}")
    async with a_house(small_disk, storage=storage, workers=NoPapers()) as house:
        farmer = await Farmer(house.person()).begin()
        await farmer.fill(until="why")
        payload = {"kind": "say", "text": WORDS}
        arrival = Arrival(farmer.person.chat, "long", payload, house.clock())
        accepted = await storage.accept(arrival)
        assert accepted is not None
        filler = fill_up(small_disk)
        heard = len(farmer.person.messages)
        house.app.lanes.put(accepted)
        await asyncio.sleep(0.5)
        assert len(farmer.person.messages) == heard
        filler.unlink()
        await until(lambda: len(farmer.person.messages) > heard, seconds=20)
        await told_and_handed_in(farmer)
