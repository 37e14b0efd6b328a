"""Hops 4 to 8: one event is read, thought about, put into words and remembered, or set aside."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeVar

from bot.channels.port import Channel, Doing, Incoming, Message
from bot.channels.shape import shaped
from bot.clock import Clock
from bot.contests import Contests
from bot.dossiers import StoredLookUps, all_answers, of_chat, of_dossiers
from bot.exporting import Exporter
from bot.file_links import FileLinks
from bot.others import Others
from bot.pages import Pages
from bot.telling import Teller
from bot.trials import Trials
from contest.calendar import ZONE
from contest.documents.facts import FileFacts, broken
from dialog.event import Attachment, ChatRef, Sent
from dialog.reply import Reply, t
from handlers import route
from handlers.commands import Screen, meant
from handlers.entrant.with_staff import hears_staff
from handlers.turn import MENU, Answered, Contest, Outcome, Shown, Turn, open_step
from storage.port import (
    AlreadyDone,
    Arrival,
    ChatFile,
    ChatState,
    Conflict,
    Outgoing,
    Pending,
    Save,
    Snapshot,
    Storage,
    Told,
    Unavailable,
)

log = logging.getLogger(__name__)

TRIES = 3  # of a turn that raises, before it is set aside
STARTS = 5  # of the program with the event undone and next: it may be what kills it
MOST_RECENT = 2000  # chats whose state is remembered between two turns
MOST_SHOWN = 3  # messages whose buttons can still be typed
KEYED_WAIT = timedelta(seconds=1.5)  # more of the same may follow, and one message says it all
WEATHER_WAIT, LONGEST_WEATHER_WAIT = 0.2, 10.0
R = TypeVar("R")
Route = Callable[[Turn], Awaitable[Outcome]]
Look = Callable[[str, str], Awaitable[FileFacts]]  # sha256, name -> what the file is


@dataclass
class Turns:
    """Takes one arrival after another through hops 4 to 8."""

    storage: Storage
    channels: Mapping[str, Channel]
    contests: Contests
    teller: Teller
    links: FileLinks
    clock: Clock
    default_lang: str
    saved: Callable[[ChatRef, Pending | None], None]  # told after each commit what is to be sent
    look: Look
    draw: Callable[[int], int]  # a number from 0 to n-1 that nobody can foresee
    pages: Pages
    others: Others
    for_staff: Callable[[], None]  # told when there may be something for the staff to hear of
    route: Route = route
    settle: timedelta = KEYED_WAIT
    doing: Mapping[str, Callable[[], Doing]] = field(default_factory=dict)  # of channels
    exporter: Exporter | None = None
    trials: Trials | None = None
    remember: int = MOST_RECENT
    _recent: OrderedDict[ChatRef, Snapshot] = field(default_factory=OrderedDict)

    async def take(self, arrival: Arrival) -> None:
        """Answer it, or set it aside and say so. Returns only when one of both is durable."""
        if arrival.starts > STARTS:
            return await self._park(arrival, "undone at too many starts")
        for left in reversed(range(TRIES)):
            try:
                head = await _weathered(lambda: self._turn(arrival))
            except AlreadyDone:
                return None
            except Exception as error:
                log.exception(
                    "turn failed: channel=%s number=%s", arrival.chat.channel, arrival.number
                )
                if not left:
                    return await self._park(arrival, type(error).__name__)
            else:
                return self.saved(arrival.chat, head)
        return None

    async def _turn(self, arrival: Arrival) -> Pending | None:
        """Think and save. A lost race means: think again about what the chat is now."""
        channel = self.channels[arrival.chat.channel]
        incoming = await self._looked_into(await channel.collect(channel.parse(arrival)))
        while True:
            try:
                async with self.contests.held() as contest:
                    snapshot, save, head = await self._answered(arrival, incoming, contest)
            except Conflict:
                continue
            # a dossier may be changed by others: of a chat that has one, nothing is remembered
            # and one of the staff may be ended by another
            theirs_alone = not (snapshot.dossiers or snapshot.member or snapshot.talking)
            if theirs_alone and not save.deeds and not save.acts:
                news = snapshot.news if save.news is None else save.news
                self._recent[arrival.chat] = Snapshot(save.chat, save.version + 1, news=news)
            while len(self._recent) > self.remember:
                self._recent.popitem(last=False)
            for chat in {told.chat for told in save.told}:
                self.saved(chat, None)
            if save.asked or save.acts:
                self.for_staff()
            return head

    async def _answered(
        self, arrival: Arrival, incoming: Incoming, contest: Contest
    ) -> tuple[Snapshot, Save, Pending | None]:
        """Raises what the storage raises; then nothing came of it."""
        # what we saved last is what the chat is, unless somebody else saved it: then the version no
        # longer fits, and we look
        snapshot = self._recent.pop(arrival.chat, None) or await self.storage.load(arrival.chat)
        turn = self._turn_of(incoming, snapshot, contest)
        outcome = await self.route(turn)
        if outcome.denied:
            log.warning("denied: channel=%s what=%s", arrival.chat.channel, outcome.denied)
        save = await self._save_of(arrival, incoming, snapshot, turn, outcome)
        return snapshot, save, await self.storage.save(save)

    async def _looked_into(self, incoming: Incoming) -> Incoming:
        """With what is known of each file by its content."""
        did = incoming.event.input
        if not isinstance(did, Sent):
            return incoming
        facts = await asyncio.gather(*(self._facts(file) for file in did.files))
        files = tuple(
            replace(file, about=about.to_json())
            for file, about in zip(did.files, facts, strict=True)
        )
        event = replace(incoming.event, input=replace(did, files=files))
        return replace(incoming, event=event)

    async def _facts(self, file: Attachment) -> FileFacts:
        """Of a file that was forgotten or erased since: that it is no more."""
        if not file.file and file.about:  # what its channel said of it is all there is
            return FileFacts.from_json(file.about)
        try:
            return await self.look(file.file, file.name)
        except FileNotFoundError:
            return broken(file.type, file.size)

    def _turn_of(self, incoming: Incoming, snapshot: Snapshot, contest: Contest) -> Turn:
        chat, event = snapshot.chat, incoming.event
        shown = tuple(tuple(Shown(*button) for button in buttons) for buttons in chat.shown)
        turn = Turn(
            event=replace(event, at=event.at.astimezone(ZONE)),
            did=event.input,
            lang=chat.lang or self._first_lang(event.lang),
            place=chat.place,
            answers=all_answers(snapshot),
            contest=contest,
            look_up=StoredLookUps(
                self.storage,
                event.chat,
                self.doing,
                self.exporter,
                self.channels,
                trials=self.trials,
            ),
            draw=self.draw,
            dossiers={held.dossier.code: held.dossier for held in snapshot.dossiers},
            shown=shown,
            last_words=chat.unanswered,
            last_answer=Answered.of(chat.answered),
            member=snapshot.member,
            talking=snapshot.talking,
            news=snapshot.news,
        )
        return replace(turn, did=meant(event.input, shown, _screen(turn)))

    def _first_lang(self, device: str | None) -> str:
        """Of a person who has not chosen: their device's, if we speak it."""
        return device if device in self.contests.now.pack.languages else self.default_lang

    async def _save_of(
        self, arrival: Arrival, incoming: Incoming, before: Snapshot, turn: Turn, outcome: Outcome
    ) -> Save:
        lang = outcome.lang or turn.lang
        now = self.clock()
        messages: list[Outgoing] = []
        shown = before.chat.shown
        files, pages = [*incoming.files], []
        lent: list[tuple[str, ChatFile]] = []
        for reply in outcome.replies:
            message = await self.teller.told(reply, lang)
            shown_files = self.teller.files_of(message)
            if reply.dossier:
                lent += [(reply.dossier, file) for file in shown_files]
            elif reply.about is None:  # else they are somebody else's
                files += shown_files
            if reply.page:
                message, page = self.pages.linked(message, reply.page, arrival.chat, now)
                pages.append(page)
            if message.buttons:
                newest = tuple((b.label, b.token) for b in message.buttons)
                shown = (newest, *shown)[:MOST_SHOWN]
            messages += self._outgoing(arrival.chat, reply, message, now)
        unanswered = before.chat.unanswered if outcome.unanswered is None else outcome.unanswered
        answered = outcome.answered.kept if outcome.answered else before.chat.answered
        chat = ChatState(
            lang=lang,
            place=outcome.place,
            answers={**before.chat.answers, **of_chat(outcome.answers)},
            shown=shown,
            unanswered=unanswered,
            answered=answered,
        )
        return Save(
            arrival,
            before.version,
            chat,
            now,
            tuple(messages),
            tuple(replace(asked, unit=outcome.place.home) for asked in outcome.asked),
            tuple(files),
            outcome.deeds,
            of_dossiers(before.dossiers, outcome.answers, outcome.deeds, incoming.files),
            await self._told(outcome, arrival.chat, now),
            tuple(pages),
            outcome.acts,
            outcome.ends_talk,
            given=outcome.given,
            news=outcome.news,
            lent=tuple(lent),
        )

    async def _told(self, outcome: Outcome, but: ChatRef, now: datetime) -> tuple[Told, ...]:
        found = [
            told for tell in outcome.tell for told in await self.others.told(tell, now, but=but)
        ]
        for tell in outcome.tell_staff:
            found += await self.others.told_staff(tell, now, but=but)
        for asker in outcome.tell_asker:
            found += await self.others.told_asker(asker, now)
        return tuple(found)

    def _outgoing(
        self, chat: ChatRef, reply: Reply, message: Message, now: datetime
    ) -> list[Outgoing]:
        abilities = self.channels[chat.channel].abilities
        parts = shaped(self.links.fitted(message, abilities, now), abilities)
        due = now + self.settle if reply.key else now
        # only the last part can be replaced: a key is one message
        keys = [None] * (len(parts) - 1) + [reply.key]
        return [
            Outgoing(p.to_json(), due, key, about=reply.about, dossier=reply.dossier)
            for p, key in zip(parts, keys, strict=True)
        ]

    async def _park(self, arrival: Arrival, why: str) -> None:
        """Set it aside. The person is told; the operator sees it in the log and in `doctor`."""
        log.error("parked: channel=%s number=%s why=%s", arrival.chat.channel, arrival.number, why)
        reply = Reply(t("trouble.parked"), (MENU,))
        message = await self.teller.told(reply, await self._lang_of(arrival.chat))
        sorry = Outgoing(message.to_json(), self.clock())
        try:
            head = await _weathered(lambda: self.storage.park(arrival, why, [sorry]))
        except AlreadyDone:
            return
        self.saved(arrival.chat, head)

    async def _lang_of(self, chat: ChatRef) -> str:
        """Even of a chat whose state cannot be read: that may be what failed."""
        try:
            snapshot = await _weathered(lambda: self.storage.load(chat))
        except Exception:
            log.exception("state cannot be read: channel=%s", chat.channel)
            return self.default_lang
        return snapshot.chat.lang or self.default_lang


def _screen(turn: Turn) -> Screen:
    """What is asked for by what the person has before them."""
    if hears_staff(turn):
        return "words"
    step = open_step(turn)
    return "other" if step is None else "words" if step.free else "choice"


async def _weathered(work: Callable[[], Awaitable[R]]) -> R:
    """Bad weather is waited out, however long: what was accepted will be answered."""
    wait = WEATHER_WAIT
    while True:
        try:
            return await work()
        except Unavailable as error:
            log.warning("storage unavailable, waiting %.1f s: %s", wait, error)
        await asyncio.sleep(wait)
        wait = min(wait * 2, LONGEST_WEATHER_WAIT)
