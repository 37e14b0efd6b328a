"""Ten thousand photos, kill -9 in between, redelivered and out of order: each is in its dossier
once, and every one that was acknowledged is there byte for byte."""

from __future__ import annotations

import asyncio
import hashlib
import itertools
import json
import random
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.channels.console import NAME
from contest import codes
from contest.dossier import Opened
from dialog.event import ChatRef
from dialog.place import Answers, Place
from handlers.turn import dialog_of_dossier
from storage import open_files, open_storage
from storage.port import Answered, Arrival, ChatState, Save
from tests.bot.crashing import POINTS
from tests.bot.photographing import photo
from tests.talk import NOW, contest

PHOTOS, AN_EVENT = 10_000, 6
EACH = next(s.most for s in contest().pack.checklist.steps if s.id == "photos")
AGAIN = 0.1  # of the events are delivered once more though they were acknowledged
DYING = [*POINTS, "before keep_file", "after keep_file"]

Delivery = dict[str, Any]


def deliveries(chance: random.Random) -> list[Delivery]:
    """Every photo once, and some of them in a second event as well."""
    made = []
    for chat, first in enumerate(range(0, PHOTOS, EACH)):
        numbers = list(range(first, min(first + EACH, PHOTOS)))
        events = [numbers[n : n + AN_EVENT] for n in range(0, len(numbers), AN_EVENT)]
        events.append(chance.sample(numbers, AN_EVENT))
        made += [
            {"chat": f"c{chat}", "event": f"c{chat}-{n}", "photos": photos}
            for n, photos in enumerate(events)
        ]
    chance.shuffle(made)
    return made


async def opened(folder: Path, chats: list[str], chance: random.Random) -> dict[str, str]:
    """A dossier for each chat, which is asked for photos. Returns their codes by chat."""
    storage = open_storage(f"sqlite:///{folder / 'bot.db'}")
    await storage.open()

    async def one(name: str) -> str:
        chat, code = ChatRef(NAME, name), codes.made(codes.DOSSIER, chance.randrange)
        arrival = await storage.accept(Arrival(chat, f"{name}-open", {"kind": "start"}, NOW))
        assert arrival is not None
        state = ChatState(lang="vi", place=Place(dialog_of_dossier(code), "photos"))
        answers = Answered(code, 0, Answers({"entrant": "one"}))
        await storage.save(Save(arrival, 0, state, NOW, deeds=(Opened(code),), answered=(answers,)))
        return code

    found = dict(zip(chats, await asyncio.gather(*map(one, chats)), strict=True))
    await storage.close()
    return found


@dataclass
class Sender:
    """Delivers until each event is acknowledged, whatever dies in between."""

    folder: Path
    left: dict[str, Delivery]
    chance: random.Random
    acknowledged: dict[str, Delivery] = field(default_factory=dict)
    deaths: int = 0

    async def run(self, point: str, at: int, kill_after: float | None) -> bool:
        """One life of the program; True if it ended by itself, all being answered."""
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.bot.photographing", str(self.folder), point, str(at),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        assert child.stdin is not None
        assert child.stdout is not None
        known = list(self.acknowledged.values())
        again = self.chance.sample(known, int(len(known) * AGAIN))
        todo = [*self.left.values(), *again]
        self.chance.shuffle(todo)
        writing = asyncio.create_task(feed(child.stdin, todo))
        killing = asyncio.create_task(killed(child, kill_after))
        last = ""
        async for line in child.stdout:
            if not line.endswith(b"\n"):
                break
            last = line.decode().strip()
            if last in self.left:
                self.acknowledged[last] = self.left.pop(last)
        for task in (writing, killing):
            task.cancel()
        await asyncio.gather(writing, killing, return_exceptions=True)
        code = await child.wait()
        self.deaths += code == -9
        assert code in (0, -9), "it died of something else"
        return code == 0 and last == "idle"


async def feed(stdin: asyncio.StreamWriter, todo: list[Delivery]) -> None:
    for delivery in todo:
        stdin.write(json.dumps(delivery).encode() + b"\n")
        await stdin.drain()
    stdin.write(b"idle\n")
    await stdin.drain()


async def killed(child: asyncio.subprocess.Process, after: float | None) -> None:
    if after is not None:
        await asyncio.sleep(after)
        child.kill()


async def check(folder: Path, by_chat: dict[str, str], sent: list[Delivery]) -> None:
    storage = open_storage(f"sqlite:///{folder / 'bot.db'}")
    files = open_files(folder / "files")
    await storage.open(serve=False)
    known = await storage.known_files()
    of_chat: dict[str, set[int]] = {}
    for delivery in sent:
        of_chat.setdefault(delivery["chat"], set()).update(delivery["photos"])
    total = 0
    for name, code in by_chat.items():
        held = await storage.dossier(code)
        assert held is not None
        got = [f["file"] for f in held.answers.begun["photos"]["files"]]
        whole = {hashlib.sha256(photo(n)).hexdigest(): photo(n) for n in of_chat[name]}
        assert len(got) == len(set(got)), "a photo is there twice"
        assert set(got) == set(whole), "a photo is lost, or is another's"
        total += len(got)
        for sha256, data in whole.items():
            path = files.path(sha256)
            assert path is not None
            assert path.read_bytes() == data
            assert sha256 in known
        assert {f.sha256 for f in await storage.files_of(code)} == set(whole)
        one = next(iter(whole))
        assert await storage.file_of(ChatRef(NAME, name), one) is not None
    assert total == PHOTOS
    ages = await storage.ages(NOW, [NAME])
    assert (ages.undone, ages.unsent, ages.parked) == (0, 0, 0)
    await storage.close()


@pytest.mark.slow
@pytest.mark.timeout(400)
async def test_ten_thousand_photos_and_a_program_that_keeps_dying(tmp_path: Path) -> None:
    chance = random.Random()
    sent = deliveries(chance)
    by_chat = await opened(tmp_path, sorted({d["chat"] for d in sent}), chance)
    sender = Sender(tmp_path, {d["event"]: d for d in sent}, chance)
    points = chance.sample(DYING, 5)
    started = time.monotonic()
    for n in itertools.count():
        if n < len(points):
            done = await sender.run(points[n], chance.randint(20, 400), None)
        elif n < len(points) + 3:
            done = await sender.run("", 0, 2 + chance.random() * 4)
        else:
            done = await sender.run("", 0, None)
        if done and not sender.left:
            break
    print(f"{PHOTOS} photos, {sender.deaths} deaths: {time.monotonic() - started:.0f} s")
    assert sender.deaths >= len(points)
    await check(tmp_path, by_chat, sent)
