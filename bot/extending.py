"""Who is told of a longer deadline when it is carried out; the storage keeps that it holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.others import Others
from contest.extensions import Extension
from contest.proposals import Proposal
from handlers.staff import extension_words
from handlers.turn import Tell, TellStaff
from storage.port import Storage, Told


class Extending:
    """A `Carrier`, see `bot.proposals`."""

    def __init__(self, storage: Storage, others: Others) -> None:
        self._storage = storage
        self._others = others

    async def __call__(self, proposal: Proposal, now: datetime) -> Sequence[Told]:
        """Its owner and helpers, who proposed it, and who decided. If it changes nothing, because
        the day is over by now or the dossier is accepted or erased, only the staff."""
        wanted = Extension.from_json(proposal.detail)
        held = await self._storage.dossier(wanted.code)
        holds = held is not None and wanted.holds(held.dossier.state, now)
        told: list[Told] = []
        if holds:
            reply = extension_words.to_its_people(wanted)
            told += await self._others.told(Tell(wanted.code, ("owner", "helper"), reply), now)
        both = tuple(n for n in (proposal.by, proposal.decided_by) if n is not None)
        reply = extension_words.to_staff(proposal, wanted, done=holds)
        return [*told, *await self._others.told_staff(TellStaff(reply, both), now)]
