"""What other chats than that of the turn are told, in their language and their channel's shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.channels.port import Channel, ShownLink
from bot.channels.shape import shaped
from bot.telling import Teller
from contest.calendar import ZONE
from contest.deputies import Away, away_on
from contest.staff import Member
from dialog.event import ChatRef
from dialog.reply import Reply, Text
from handlers.staff.people import in_place
from handlers.turn import Tell, TellAsker, TellStaff
from storage.port import Outgoing, Storage, Told
from storage.port_staff import Staffed


def _is_meant(tell: TellStaff, member: Member) -> bool:
    return member.number in tell.members or (
        member.role in tell.roles and (tell.unit is None or member.unit == tell.unit)
    )


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
            if person.chat != but and person.role in tell.roles:
                files = bool(tell.reply.files)
                found += await self.to(
                    person.chat, person.lang, tell.reply, at, many=many, theirs=files
                )
        return found

    async def told_staff(
        self, tell: TellStaff, at: datetime, *, but: ChatRef | None = None
    ) -> list[Told]:
        """For whom of the staff a served channel reaches; for the deputy of who is away."""
        staff = {person.member.number: person for person in await self.storage.staff()}
        meant = [person for person in staff.values() if _is_meant(tell, person.member)]
        told: dict[int, Reply] = {p.member.number: tell.reply for p in meant if p.chat != but}
        if told and not tell.for_them:
            told = await self._by_deputies(tell.reply, told, staff, at, but)
        found = []
        for number, reply in told.items():
            person = staff[number]
            found += await self.to(person.chat, person.lang, reply, at, many=tell.many)
        return found

    async def away(self, members: Iterable[Member], at: datetime) -> Away:
        """Who of them is away, and who stands for whom."""
        day = at.astimezone(ZONE).date()
        return away_on(await self.storage.absences(day), members, day)

    async def _by_deputies(
        self,
        reply: Reply,
        told: Mapping[int, Reply],
        staff: Mapping[int, Staffed],
        at: datetime,
        but: ChatRef | None,
    ) -> dict[int, Reply]:
        """To whoever stands for who is away, saying so; once to whoever is told anyhow."""
        away = await self.away((person.member for person in staff.values()), at)
        here = {n: reply for n in told if n not in away or away[n].deputy is None}
        for number in told.keys() - here.keys():
            deputy = away[number].deputy
            if deputy is None or staff[deputy].chat == but:
                here[number] = reply
            elif deputy not in here:
                here[deputy] = in_place(reply, [staff[number].member])
        return here

    async def told_asker(self, tell: TellAsker, at: datetime) -> list[Told]:
        """For whoever asked: with files, which are their chat's from then on."""
        asked = await self.storage.case(tell.question)
        if asked is None:
            return []
        return await self.to(asked.chat, asked.case.lang, tell.reply, at, theirs=True)

    async def to(
        self,
        chat: ChatRef,
        lang: str | None,
        reply: Reply,
        at: datetime,
        *,
        many: bool = False,
        theirs: bool = False,
        link: tuple[Text, str] | None = None,
    ) -> list[Told]:
        """The reply for this chat; nothing if no served channel reaches it.

        `many`: see `told`. `theirs`: its files belong to this chat from then on. `link`: the label
        and address of a button that opens something elsewhere.
        """
        channel = self.channels.get(chat.channel)
        if channel is None:
            return []
        message = await self.teller.told(reply, lang or self.default_lang)
        if link is not None:
            label = self.teller.texts.render(link[0], message.lang)
            message = replace(message, links=(ShownLink(label, link[1]),))
        files = tuple(self.teller.files_of(message)) if theirs else ()
        bulk = many and channel.abilities.paced
        return [
            Told(
                chat,
                Outgoing(part.to_json(), at, bulk=bulk, about=reply.about, dossier=reply.dossier),
                () if number else files,
            )
            for number, part in enumerate(shaped(message, channel.abilities))
        ]
