"""What others of a dossier are told, each in their language and their channel's shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.channels.port import Channel
from bot.channels.shape import shaped
from bot.telling import Teller
from dialog.event import ChatRef
from handlers.turn import Tell
from storage.port import Outgoing, Storage, Told


@dataclass(frozen=True, slots=True)
class Others:
    """`default_lang`: of those who have not chosen one."""

    storage: Storage
    channels: Mapping[str, Channel]
    teller: Teller
    default_lang: str

    async def told(
        self, tell: Tell, at: datetime, *, but: ChatRef | None = None, many: bool = False
    ) -> list[Told]:
        """For whom of these roles a served channel reaches. `but`: the chat that need not be told.

        `many`: one of many of its kind, which waits behind replies where a channel is paced.
        """
        found = []
        for person in await self.storage.participants(tell.code):
            channel = self.channels.get(person.chat.channel)
            if channel is None or person.chat == but or person.role not in tell.roles:
                continue
            message = await self.teller.told(tell.reply, person.lang or self.default_lang)
            bulk = many and channel.abilities.paced
            parts = shaped(message, channel.abilities)
            found += [Told(person.chat, Outgoing(p.to_json(), at, bulk=bulk)) for p in parts]
        return found
