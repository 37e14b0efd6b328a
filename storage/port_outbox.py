"""What the program asks of a storage about messages that wait to be sent: a part of `port`.

A message is *due* until it is sent, given up, or its person is gone. One of many of its kind (bulk)
waits in a line of its own, so that it holds up no reply, and passes through one state more:

    due → (begin) being sent → sent | given up | due again | in doubt

In doubt is what was being sent when nobody could say any more whether it arrived. It is not sent
again unless somebody says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from dialog.event import ChatRef

if TYPE_CHECKING:
    from storage.port import Pending


class OutboxStorage(Protocol):
    """See `port.Storage`."""

    async def waiting_chats(
        self,
        channels: Sequence[str] | None = None,
        due: datetime | None = None,
        most: int | None = None,
    ) -> list[ChatRef]:
        """Chats with something to send that is not bulk, those that wait longest first.

        Only of these channels, only those whose oldest is due by then, only so many; or all."""

    async def next_message(self, chat: ChatRef) -> Pending | None:
        """The oldest unsent message of a chat that is not bulk."""

    async def sent(self, message: Pending, receipt: str, at: datetime) -> Pending | None:
        """The channel has it; returns the next unsent message of the chat."""

    async def put_off(self, message: int, until: datetime, *, counts: bool = True) -> None:
        """Not now. `counts`: as a try."""

    async def give_up(self, message: int, why: str, at: datetime) -> None:
        """Never: the channel will not take this message."""

    async def gone(self, chat: ChatRef, at: datetime) -> None:
        """The person cannot be reached any more: give up all that waits for them."""

    async def next_bulk(self, channel: str, now: datetime, most: int) -> list[Pending]:
        """The oldest bulk messages of a channel that are due."""

    async def begin(self, message: int) -> bool:
        """A bulk message is about to be sent. False: it no longer is to be, or somebody sends it.

        A channel that cannot be asked later what it has calls this before it sends."""

    async def doubt(self, message: int, at: datetime) -> None:
        """It may have been sent, and nobody can say."""

    async def doubt_interrupted(self, at: datetime) -> int:
        """What was being sent when the last program ended is in doubt. Returns how many."""

    async def doubtful(self) -> list[Pending]:
        """All that is in doubt, the oldest first."""

    async def repeat(self, message: int, at: datetime) -> bool:
        """Send again what is in doubt; False if it is not, or its words are forgotten."""
