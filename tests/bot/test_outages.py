"""The program's pulse: what it writes when it stood still, could not write, or a channel failed."""

from __future__ import annotations

import argparse
from datetime import timedelta
from pathlib import Path

import pytest

from bot import clock
from bot.channels.port import Doing
from bot.commands.outages import work
from bot.commands.words import Words
from bot.config import Settings
from bot.outages import Pulse
from bot.texts import Texts
from contest.outages import Beat, Outage
from storage import open_storage
from storage.memory import Memory
from storage.port import Unavailable
from tests.talk import NOW, SetClock


class Full(Memory):
    """A storage whose disk may be full."""

    full = False

    async def beat(self, beat: Beat) -> list[Outage]:
        if self.full:
            raise Unavailable("disk full")
        return await super().beat(beat)


async def test_a_disk_that_was_full_is_one_outage_from_when_it_was_noticed() -> None:
    storage, clock = Full(), SetClock(NOW)
    pulse = Pulse(storage, clock, {})
    await pulse.beat()
    storage.full = True
    for _ in range(10):
        clock.forward(minutes=1)
        await pulse.beat()
    storage.full = False
    clock.forward(minutes=1)
    for _ in range(3):
        await pulse.beat()
    ended = NOW + timedelta(minutes=11)
    assert await storage.outages(NOW) == [Outage("storage", "", NOW + timedelta(minutes=1), ended)]


async def test_a_stop_and_a_channel() -> None:
    storage, clock, doing = Memory(), SetClock(NOW), [Doing("ok", 0.0)]
    await Pulse(storage, clock, {"telegram": lambda: doing[0]}).beat()
    clock.forward(hours=1)
    doing[0] = Doing("starting", 1.0)
    pulse = Pulse(storage, clock, {"telegram": lambda: doing[0]})  # another start
    await pulse.beat()
    clock.forward(minutes=1)
    doing[0] = Doing("unreachable", 30.0)
    await pulse.beat()
    clock.forward(minutes=1)
    doing[0] = Doing("ok", 10.0)
    await pulse.beat()
    hour = NOW + timedelta(hours=1)
    assert await storage.outages(NOW) == [
        Outage("down", "", NOW, hour),
        Outage("channel", "telegram", hour + timedelta(seconds=30), hour + timedelta(seconds=110)),
    ]


async def test_who_sits_at_the_server_reads_the_ledger(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    storage = open_storage(f"sqlite:///{tmp_path / 'bot.db'}")
    await storage.open()
    for minutes in (90, 0):
        await storage.beat(Beat(clock.now() - timedelta(minutes=minutes), {}))
    await storage.close()
    settings = Settings(data_dir=tmp_path, database_url=f"sqlite:///{tmp_path / 'bot.db'}")
    assert await work(settings, argparse.Namespace(), Words(Texts(), "vi")) == 0
    said = capsys.readouterr().out
    assert "Trợ lý không chạy" in said
    assert "1 giờ 30 phút" in said
