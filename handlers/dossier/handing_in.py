"""Handing in, taking back, and what happens after the deadline."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from contest import codes
from contest.dossier import (
    HANDED_IN,
    Consented,
    Deed,
    Dossier,
    HandedIn,
    MovedTo,
    Noted,
    Reminding,
    Returned,
    Submission,
    after,
)
from contest.ends import own_end
from contest.review import left_of
from contest.staff import may
from dialog.engine import dialog_of, fingerprint
from dialog.event import Attachment, Pressed, Said, Sent
from dialog.place import Answers
from dialog.reply import Button, Reply, Text, paragraphs, t, verbatim
from handlers.dossier.contents import authors
from handlers.dossier.opening import version
from handlers.dossier.overview import (
    Standing,
    authors_button,
    is_open,
    shown,
    standing,
)
from handlers.dossier.own_end import own_end_said
from handlers.dossier.papers import receipt_files
from handlers.saying import told
from handlers.turn import (
    HUMAN,
    MENU,
    Outcome,
    Tell,
    TellStaff,
    Turn,
    dialog_of_dossier,
    dossier_of_dialog,
    open_step,
    say,
    to_dossier,
)

TOKEN_LETTERS = 18  # of a receipt's page: 31^17 of them cannot be searched through


async def handing_in(turn: Turn) -> Outcome | None:
    if not isinstance(turn.did, Pressed) or not turn.did.token.startswith("dossier/"):
        return None
    _, act, *rest = turn.did.token.split("/")
    code = rest[0] if rest else ""
    dossier = turn.own(code)
    if dossier is None:
        return None
    match act, rest[1:]:
        case "submit", [mark]:
            return await _submit(turn, standing(turn, code), mark)
        case "withdraw", []:
            return _sure(turn, code)
        case "withdrawn", []:
            return _withdraw(turn, dossier)
        case "takeup", []:
            return _take_up(turn, standing(turn, code))
        case "late", []:
            return _late(turn, code)
        case "quiet", []:
            return _quiet(turn, code)
        case "remind", []:
            return _remind(turn, code)
    return None


async def _submit(turn: Turn, now: Standing, mark: str) -> Outcome:
    code, dossier = now.dossier.code, now.dossier
    last = dossier.submission
    if last and last.changes == mark and dossier.state in ("submitted", "resubmitted"):
        return shown(turn, code, Reply(t("submit.already", at=last.at)))
    if not now.open:
        return shown(turn, code, _why_locked(turn, dossier))
    if now.missing or mark != fingerprint(now.answers):
        return shown(turn, code, Reply(t("submit.changed")))
    declined = [
        a
        for a in authors(turn.contest.pack, now.answers.given)
        if a.sign == "chat" and dossier.agreed.get(a.id) is False
    ]
    if declined:
        names = verbatim(", ".join(a.name for a in declined))
        ask = Reply(t("submit.declined", names=names), (authors_button(code),))
        return shown(turn, code, ask)
    handed_in = _handed_in(turn, now)
    return replace(handed_in, tell_staff=await _told_staff(turn, now))


def _handed_in(turn: Turn, now: Standing) -> Outcome:
    dossier = now.dossier
    state = after(dossier.state, "submit")
    assert state is not None  # it is open and nothing is missing
    deed = HandedIn(
        dossier.code,
        state,
        turn.new_code(TOKEN_LETTERS),
        digest(now.answers),
        len(now.there),
        len(now.steps),
        fingerprint(now.answers),
        _still(now),
    )
    number = len(dossier.submissions) + 1
    made = Submission(
        number, turn.event.at, deed.token, deed.digest, deed.done, deed.of, deed.changes
    )
    submissions = (*dossier.submissions, made)
    after_it = replace(dossier, state=state, submissions=submissions, returned=deed.still)
    name = dialog_of_dossier(dossier.code)
    turn = replace(turn.with_dossier(after_it), answers={**turn.answers, name: now.answers})
    said: list[Text] = [
        t("submit.done", code=codes.shown(dossier.code), at=turn.event.at, done=made.done)
    ]
    if number > 1:
        said.append(t("submit.replaces", n=number - 1))
    said += own_end_said(turn.contest.pack, dossier)
    said.append(t("submit.paper_too"))
    receipt = Reply(paragraphs(said), files=receipt_files(turn, dossier.code))
    told = Tell(
        dossier.code,
        ("owner", "helper", "author"),
        Reply(t("submit.told", code=codes.shown(dossier.code), at=turn.event.at)),
    )
    outcome = shown(turn, dossier.code, receipt)
    return replace(outcome, answers={name: now.answers}, deeds=(deed,), tell=(told,))


def _still(now: Standing) -> Returned | None:
    """What was returned, and is handed in as it was."""
    returned = now.dossier.returned if now.dossier.wanted else None
    return left_of(returned, now.answers.given) if returned else None


async def _told_staff(turn: Turn, now: Standing) -> tuple[TellStaff, ...]:
    """Whoever returned it hears of it once, when all is back; if they do so no more, those who do
    now."""
    returned = now.dossier.returned if now.dossier.wanted else None
    if returned is None or _still(now):
        return ()
    code = now.dossier.code
    button = Button(t("review.open", code=codes.shown(code)), f"staff/dossier/{code}")
    reply = Reply(t("review.all_back", code=codes.shown(code)), (button,))
    reviewers = {m.number for m in await turn.look_up.staff() if may(m, "review")}
    if returned.by in reviewers:
        return (TellStaff(reply, members=(returned.by or 0,)),)
    return (TellStaff(reply, members=tuple(sorted(reviewers))),)


def digest(answers: Answers) -> str:
    """Of all that is handed in: the answers name every file by its own hash."""
    written = json.dumps(answers.given, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()


# --- taking back ---------------------------------------------------------------------------------


def _sure(turn: Turn, code: str) -> Outcome:
    dossier = turn.dossiers[code]
    handed_in = dossier.state in HANDED_IN
    ask = t("withdraw.sure_handed_in") if handed_in else t("withdraw.sure")
    buttons = (
        to_dossier(code, t("withdraw.no")),
        Button(t("withdraw.yes"), f"dossier/withdrawn/{code}", "grave"),
    )
    return say(turn, Reply(ask, buttons))


def _withdraw(turn: Turn, dossier: Dossier) -> Outcome:
    state = after(dossier.state, "withdraw")
    if state is None:
        return shown(turn, dossier.code)
    turn = turn.with_dossier(replace(dossier, state=state))
    told = Tell(
        dossier.code,
        ("owner", "helper", "author"),
        Reply(t("withdraw.told", code=codes.shown(dossier.code))),
    )
    outcome = shown(turn, dossier.code, Reply(t("withdraw.done")))
    return replace(outcome, deeds=(MovedTo(dossier.code, state),), tell=(told,))


def _take_up(turn: Turn, now: Standing) -> Outcome:
    state = after(now.dossier.state, "take_up")
    if state is None or turn.over_for(now.dossier):
        return shown(turn, now.dossier.code)
    deeds: list[Deed] = [MovedTo(now.dossier.code, state)]
    if not now.missing and (full := after(state, "complete")):
        state = full
        deeds.append(MovedTo(now.dossier.code, state))
    turn = turn.with_dossier(replace(now.dossier, state=state))
    return replace(shown(turn, now.dossier.code, Reply(t("withdraw.undone"))), deeds=tuple(deeds))


# --- after the deadline --------------------------------------------------------------------------


async def locked(turn: Turn) -> Outcome | None:
    """Answers to a dossier that can no longer be changed: said honestly, and what was meant to be
    handed in is noted with its time, for the staff to judge."""
    match turn.did:
        case Pressed("continue/go"):
            code = dossier_of_dialog(turn.place.dialog)
        case Pressed(pressed):
            code = dossier_of_dialog(dialog_of(pressed))
        case Sent():
            code = dossier_of_dialog(turn.place.dialog)
        case Said() if open_step(turn):
            code = dossier_of_dialog(turn.place.dialog)
        case _:
            return None
    dossier = turn.own(code)
    if dossier is None or is_open(turn, dossier):
        return None
    code = dossier.code
    outcome = shown(turn, code, _why_locked(turn, dossier))
    if isinstance(turn.did, Sent) and turn.over_for(dossier):
        notes = tuple(_late_file(turn, dossier, file) for file in turn.did.files)
        return replace(outcome, deeds=notes)
    return outcome


def _why_locked(turn: Turn, dossier: Dossier) -> Reply:
    if dossier.state == "accepted":
        return Reply(t("dossier.accepted_locked"), (HUMAN,))
    if dossier.state == "withdrawn":
        return Reply(t("dossier.withdrawn_locked"))
    late = Button(t("late.button"), f"dossier/late/{dossier.code}")
    kept = isinstance(turn.did, Sent)
    return Reply(t("late.kept") if kept else t("dossier.locked"), (late, HUMAN))


def _late_file(turn: Turn, dossier: Dossier, file: Attachment) -> Noted:
    began = file.begun or turn.event.at
    last = own_end(dossier, turn.contest.pack.deadline)
    in_time = began.astimezone(turn.event.at.tzinfo).date() <= last
    detail = {
        "file": file.file,
        "began": began.isoformat(),
        "here": turn.event.at.isoformat(),
        "began_in_time": in_time,
    }
    return Noted(dossier.code, "late_file", detail)


def _late(turn: Turn, code: str) -> Outcome:
    """«I still want to hand in»: noted with its time. Nothing is promised."""
    if is_open(turn, turn.dossiers[code]):
        return shown(turn, code)
    detail = {"at": turn.event.at.isoformat(), "state": turn.dossiers[code].state}
    reply = Reply(t("late.noted", at=turn.event.at), (HUMAN, MENU))
    return replace(say(turn, reply), deeds=(Noted(code, "late_intent", detail),))


def _quiet(turn: Turn, code: str) -> Outcome:
    reply = Reply(t("remind.stopped"), (to_dossier(code),))
    return replace(say(turn, reply), deeds=(Reminding(code, wanted=False),))


def _remind(turn: Turn, code: str) -> Outcome:
    """Pressing it is agreeing to it: what it means stands on the button's own answer."""
    purpose = next((p for p in turn.contest.pack.checklist.purposes if p.id == "reminders"), None)
    agreed = (Consented(purpose.id, version(purpose), given=True, code=code),) if purpose else ()
    turn = turn.with_dossier(replace(turn.dossiers[code], reminders=True))
    said = [told(turn, purpose.text)] if purpose else []
    first = Reply(paragraphs([t("remind.started"), *said]))
    return replace(shown(turn, code, first), deeds=(*agreed, Reminding(code, wanted=True)))
