"""People whose turns a storage is asked to remember."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from contest.dossier import Deed, HandedIn, Requested
from contest.model import Asked
from dialog.event import ChatRef
from dialog.place import Answers
from storage.port import Answered, Arrival, ChatFile, ChatState, Held, Save, Storage, Told
from tests.talk import NOW

CODE, CODE_2 = "ABC23D", "XYZ45K"
INVITATION, INVITATION_2 = "KLMNP2345", "QRSTU6789"
TOKEN = "token-of-a-receipt"


@dataclass
class Somebody:
    """A chat; each of its turns is one arrival, saved over what the chat is now."""

    storage: Storage
    name: str
    turns: int = 0

    @property
    def chat(self) -> ChatRef:
        return ChatRef("test", self.name)

    async def does(
        self,
        *deeds: Deed,
        answered: Sequence[Answered] = (),
        told: Sequence[Told] = (),
        files: Sequence[ChatFile] = (),
        asked: Sequence[Asked] = (),
        at: datetime = NOW,
    ) -> None:
        """Raises what the storage raises; then the turn was not taken."""
        save = await self.turn(*deeds, answered=answered, told=told, files=files, at=at)
        self.turns += 1
        await self.storage.save(replace(save, asked=tuple(asked)))

    async def turn(
        self,
        *deeds: Deed,
        answered: Sequence[Answered] = (),
        told: Sequence[Told] = (),
        files: Sequence[ChatFile] = (),
        at: datetime = NOW,
    ) -> Save:
        """A turn that was thought and not yet saved."""
        accepted = await self.storage.accept(
            Arrival(self.chat, f"{self.name}-{self.turns}", {"text": "…"}, at)
        )
        assert accepted is not None
        return Save(
            accepted,
            (await self.storage.load(self.chat)).version,
            ChatState(lang="vi"),
            at,
            files=tuple(files),
            deeds=deeds,
            answered=tuple(answered),
            told=tuple(told),
        )

    async def sees(self) -> list[Held]:
        return list((await self.storage.load(self.chat)).dossiers)

    async def codes(self) -> list[str]:
        return [held.dossier.code for held in await self.sees()]


async def now(storage: Storage, code: str = CODE) -> Held:
    held = await storage.dossier(code)
    assert held is not None
    return held


async def unchanged(storage: Storage, code: str = CODE) -> Answered:
    """The answers as they are, which say what version was seen."""
    held = await now(storage, code)
    return Answered(code, held.version, held.answers)


def said(text: str) -> Answers:
    return Answers({"title": text})


def handing_in(token: str = TOKEN, code: str = CODE, again: bool = False) -> HandedIn:
    state = "resubmitted" if again else "submitted"
    return HandedIn(code, state, token, "d" * 64, done=7, of=9, changes="c1")  # type: ignore[arg-type]


def to_erase(code: str | None = None) -> Requested:
    return Requested("erase", "Xóa hết giúp tôi", date(2026, 11, 26), date(2026, 12, 8), code)
