"""The dossiers, for the staff at the server: read them, take one out, return or accept it."""

from __future__ import annotations

import argparse
import asyncio
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot import clock
from bot.app import contest_from
from bot.channels.port import Message, ShownButton
from bot.commands.words import Words
from bot.config import Settings
from bot.facts import of_today
from contest import codes
from contest.calendar import ZONE
from contest.dossier import Act, Note, Returned, State, after
from contest.papers import MAKERS
from contest.review import mark_of
from contest.staff import Exported, Looking
from dialog.reply import Text, t, verbatim
from dialog.reply import words as pack_words
from handlers import of_pack
from handlers.dossier.contents import files_in, recordings, title
from handlers.dossier.overview import STATES, Standing, stood
from handlers.dossier.papers import dossier_view
from handlers.dossier.returned import accepted, asks_again
from handlers.turn import Contest
from storage import open_files, open_storage
from storage.files import LocalFiles
from storage.port import Held, Outgoing, Storage, Told

# the complete ones that nobody handed in come first: they are the ones that would be missed
ORDER: tuple[State, ...] = (
    "complete", "submitted", "resubmitted", "returned", "draft", "accepted", "withdrawn",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Office:
    storage: Storage
    files: LocalFiles
    contest: Contest
    words: Words


async def work(settings: Settings, options: argparse.Namespace, words: Words) -> int:
    contest = contest_from(settings)
    storage = open_storage(settings.storage_url)
    await storage.open(serve=False)
    try:
        contest = of_pack(contest, await of_today(contest.pack, storage))
        office = _Office(storage, open_files(settings.data_dir / "files"), contest, words)
        if options.code is None:
            await storage.at_server(Looking("dossiers"), clock.now())
            return await _list(office)
        held = await storage.dossier(codes.read(options.code) or "")
        if held is None:
            words.complain(t("ops.no_dossier", code=options.code))
            return 1
        if options.zip:
            await storage.at_server(Looking("zip", held.dossier.code), clock.now())
            return await _zip(office, held, options.zip)
        if options.invite:
            return await _invite(office, held)
        if options.accept:
            return await _judge(office, held, "accepted", None)
        if options.correct:
            return await _return(office, held, options)
        await storage.at_server(Looking("dossier", held.dossier.code), clock.now())
        return await _show(office, held)
    finally:
        await storage.close()


async def _list(office: _Office) -> int:
    found = await office.storage.dossiers()
    for held in sorted(found, key=lambda h: ORDER.index(h.dossier.state)):
        office.words.print(_line(office, held))
    office.words.print(t("ops.dossiers_count", n=len(found)))
    return 0


def _line(office: _Office, held: Held) -> Text:
    now = _standing(office, held)
    return t(
        "ops.dossier",
        code=codes.shown(held.dossier.code),
        state=STATES[held.dossier.state],
        done=len(now.there),
        of=len(now.steps),
        changed=held.dossier.changed_at.astimezone(ZONE),
        title=verbatim(title(now.answers.given) or "-"),
    )


def _standing(office: _Office, held: Held) -> Standing:
    """As its people see it: what was sent but not closed is there."""
    return stood(office.contest, held.dossier, held.answers, _today())


def _today() -> date:
    return clock.now().astimezone(ZONE).date()


async def _show(office: _Office, held: Held) -> int:
    office.words.print(_line(office, held))
    now = _standing(office, held)
    if now.unit:
        office.words.print(t("ops.unit", unit=verbatim(now.unit.name)))
    for step in now.steps:
        there = t("ops.item_there") if step.id in now.answers else t("ops.item_missing")
        item = t("ops.item", id=step.id, title=pack_words(step.title), there=there)
        office.words.print(item)
        if spoken := recordings(now.answers.get(step.id)):
            office.words.print(t("ops.recordings", n=spoken))
    for file in await office.storage.files_of(held.dossier.code):
        if path := office.files.path(file.sha256):
            office.words.print(t("ops.question_file", path=str(path.resolve())))
    for note in await office.storage.notes(held.dossier.code):
        office.words.print(t("ops.note", at=note.at.astimezone(ZONE), what=_what(note)))
    return 0


def _what(note: Note) -> Text:
    detail = note.detail
    match note.what:
        case "opened":
            return t("note.opened_for") if detail.get("helped") else t("note.opened")
        case "moved":
            return STATES[detail["to"]]
        case "judged":
            return STATES[detail["state"]]
        case "handed_in":
            return t("note.handed_in", number=str(detail["number"]))
        case "late_file":
            return t("note.late_file", began=_moment(detail["began"]), here=_moment(detail["here"]))
        case _ if note.what in _NOTES:
            return _NOTES[note.what]
        case _:
            return verbatim(note.what)


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written).astimezone(ZONE)


_NOTES: dict[str, Text] = {
    "invited": t("note.invited"),
    "joined": t("note.joined"),
    "declined": t("note.declined"),
    "late_intent": t("note.late_intent"),
    "consent_proof": t("note.consent_proof"),
}


async def _zip(office: _Office, held: Held, to: Path) -> int:
    given = _standing(office, held).answers.given
    view = dossier_view(office.contest, held.dossier, given, _today())
    data = await asyncio.to_thread(MAKERS["dossier_zip"].make, view, office.files.path)
    try:
        await asyncio.to_thread(to.write_bytes, data)
    except OSError:
        office.words.complain(t("ops.cannot_write", path=str(to)))
        return 1
    act = Exported("archive", "zip", 1, personal=True, dossier=held.dossier.code)
    await office.storage.at_server(act, clock.now())
    office.words.print(t("ops.written", path=str(to)))
    return 0


async def _invite(office: _Office, held: Held) -> int:
    """For somebody who lost the phone or the browser with their chat: they must be known."""
    invitation = codes.made(codes.INVITATION, secrets.randbelow)
    if not await office.storage.invite(held.dossier.code, invitation, clock.now()):
        office.words.complain(t("ops.changed_meanwhile", code=codes.shown(held.dossier.code)))
        return 1
    shown = codes.shown(invitation)
    office.words.print(t("ops.invited", code=shown, address=office.contest.address))
    return 0


async def _return(office: _Office, held: Held, options: argparse.Namespace) -> int:
    """ITEM=REASON for each item; the person is told all of them in one message."""
    known = {step.id for step in office.contest.pack.checklist.steps}
    items: dict[str, str] = {}
    for wanted in options.correct:
        item, _, reason = wanted.partition("=")
        if item not in known or not reason.strip():
            office.words.complain(t("ops.bad_item", given=wanted, items=", ".join(sorted(known))))
            return 2
        items[item] = reason.strip()
    try:
        until = date.fromisoformat(options.until) if options.until else None
    except ValueError:
        office.words.complain(t("ops.bad_day", given=options.until))
        return 2
    given = _standing(office, held).answers.given
    if under := await office.storage.under_review(held.dossier.code):
        given = under.given
    marks = {item: mark_of(given.get(item)) for item in items}
    files = {item: tuple(f["file"] for f in files_in(given.get(item))) for item in items}
    returned = Returned(items, clock.now(), until, files=files, marks=marks)
    return await _judge(office, held, "returned", returned)


async def _judge(office: _Office, held: Held, state: State, returned: Returned | None) -> int:
    code, now = held.dossier.code, clock.now()
    act: Act = "return" if state == "returned" else "accept"
    if after(held.dossier.state, act) is None:
        now_is = STATES[held.dossier.state]
        office.words.complain(t("ops.cannot_judge", code=codes.shown(code), state=now_is))
        return 1
    given = _standing(office, held).answers.given
    reply = (
        asks_again(office.contest, held.dossier, returned, given) if returned else accepted(code)
    )
    told = []
    for person in await office.storage.participants(code):
        lang = person.lang or office.words.lang
        buttons = tuple(
            ShownButton(office.words.texts.render(button.label, lang), button.token)
            for button in reply.buttons
            if person.role != "author"
        )
        message = Message(office.words.texts.render(reply.text, lang), lang, buttons=buttons)
        told.append(Told(person.chat, Outgoing(message.to_json(), now)))
    if not await office.storage.judge(code, state, returned, told, now):
        office.words.complain(t("ops.changed_meanwhile", code=codes.shown(code)))
        return 1
    office.words.print(t("ops.judged", code=codes.shown(code), state=STATES[state]))
    return 0
