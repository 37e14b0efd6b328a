"""What the program asks of a storage about dossiers: a part of `port`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from contest.dossier import Consent, Invitation, Note, ReceiptFact, Request, Returned, State
from dialog.event import ChatRef

if TYPE_CHECKING:
    from storage.port import ChatFile, Held, Outgoing, Participant, Told


class DossierStorage(Protocol):
    """See `port.Storage`."""

    async def dossier(self, code: str) -> Held | None:
        """Any dossier, as its owner sees it."""

    async def dossiers(self, states: Sequence[State] = ()) -> list[Held]:
        """All of these states (of any, if none is named), the oldest first, as their owners see."""

    async def participants(self, code: str) -> list[Participant]:
        """Who has to do with a dossier today, the owner first."""

    async def invitation(self, invitation: str) -> Invitation | None: ...

    async def consents(self, chat: ChatRef) -> list[Consent]:
        """What this chat has agreed to or refused, in order."""

    async def receipt(self, token: str) -> ReceiptFact | None: ...

    async def files_of(self, code: str) -> list[ChatFile]:
        """All files a dossier ever held, in the order they came."""

    async def notes(self, code: str) -> list[Note]:
        """What happened to a dossier, in order: opened, handed in, returned, somebody joined…"""

    async def judge(
        self, code: str, state: State, returned: Returned | None, told: Sequence[Told], at: datetime
    ) -> bool:
        """Staff return or accept a dossier at the server; False if its state has no such way."""

    async def invite(self, code: str, invitation: str, at: datetime) -> bool:
        """Staff hand out a code for who has lost their chat. False: no such dossier, or taken."""

    async def requests(self, *, waiting: bool = True) -> list[Request]: ...

    async def finish_request(self, number: int, message: Outgoing, at: datetime) -> bool:
        """A request was carried out, and its person is told; False if none waits by that number."""

    async def erase_for(self, request: int, message: Outgoing, at: datetime) -> bool:
        """Carry out a request to erase: the chat's own (as `erase`) and every dossier it owns.

        What stays of a dossier is its code, which is never given out again, and of what was handed
        in how much and when, so that the receipt says it was withdrawn. Consents stay as the proof
        the law asks for. False if no such request waits."""

    async def forget_dossiers(self) -> int:
        """Delete every dossier with all that belongs to it, and who was given which answer: the
        contest's time to keep is over."""
