"""The program's pulse: what it writes when it stood still, could not write, or a channel failed."""

from __future__ import annotations

from datetime import timedelta

from bot.channels.port import Doing
from bot.outages import Pulse
from contest.outages import Beat, Outage
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
