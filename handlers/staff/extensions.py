"""Longer deadlines for single dossiers: who was kept from handing in, proposed one by one; and any
dossier, with a reason of one's own. The head decides (`handlers.staff.proposals`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from contest import codes
from contest.extensions import (
    LONGEST_REASON,
    Extension,
    Suggested,
    Trace,
    suggested,
    without_cause,
)
from contest.proposals import OPEN, Proposal
from contest.staff import Looking, may
from dialog.event import Input, Said
from dialog.place import Answers, Json
from dialog.reply import Button, Reply, Text, lines, paragraphs, t, verbatim
from dialog.step import Dialog, Done, NotMine, Refused, Step, Taken
from dialog.takers import words as own_words
from handlers.staff import extension_words, people
from handlers.staff.extension_words import rule_of
from handlers.staff.outages import EXTENSIONS, OUTAGES
from handlers.staff.proposing import proposed
from handlers.steps import advance_dialog
from handlers.turn import MENU, Outcome, Talk, Turn, closing, entered, say

PAGE = 6  # of one screen
TALK = "staff-extend"
ANOTHER = Button(t("extension.another"), "staff/extendfor")
WAYS = (ANOTHER, OUTAGES, people.DESK)
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


async def _found(turn: Turn) -> tuple[list[Suggested], list[Trace]]:
    """Whom the ledger speaks for, without those a proposal waits for; and who only asks."""
    rule, now = rule_of(turn.contest.pack), turn.event.at
    outages = list(await turn.look_up.outages(rule.since))
    traces = list(await turn.look_up.traces(rule.since))
    waiting = {p.detail["code"] for p in await _open(turn)}
    traces = [trace for trace in traces if trace.code not in waiting]
    return suggested(traces, outages, rule, now), without_cause(traces, outages, rule, now)


async def _open(turn: Turn) -> list[Proposal]:
    return [p for p in await turn.look_up.proposals(OPEN) if p.kind == "extension"]


async def listed(turn: Turn, start: str) -> Outcome:
    """One after another, in the order of their codes."""
    found, asking = await _found(turn)
    first = int(start) if start.isdecimal() else 0
    shown = found[first : first + PAGE]
    parts: list[Text] = [t("extension.title", n=len(found)) if found else t("extension.none")]
    parts += [extension_words.suggestion(one) for one in shown]
    if asking:
        names = ", ".join(codes.shown(trace.code) for trace in asking)
        parts.append(t("extension.asking", n=len(asking), codes=names))
    parts.append(t("extension.how"))
    buttons = [_one_button(one.code) for one in shown if one.until]
    if first + PAGE < len(found):
        buttons.append(Button(t("cases.next"), f"staff/extensions/{first + PAGE}"))
    reply = Reply(paragraphs(parts), (*buttons, *WAYS))
    return replace(say(turn, reply), acts=(Looking("extensions"),))


def _one_button(code: str) -> Button:
    return Button(t("extension.propose_for", code=codes.shown(code)), f"staff/extension/{code}")


async def one(turn: Turn, code: str) -> Outcome:
    """As it would be proposed, before it is."""
    found = await _suggested(turn, code)
    if found is None or found.until is None:
        return say(turn, Reply(t("extension.not_there"), (EXTENSIONS, *WAYS)))
    buttons = (
        Button(t("extension.propose"), f"staff/extend/{found.code}", "good"),
        Button(t("extension.see_dossier"), f"staff/dossier/{found.code}"),
        EXTENSIONS,
        *WAYS,
    )
    said = [extension_words.suggestion(found), extension_words.says(turn.contest.pack)]
    return replace(
        say(turn, Reply(paragraphs(said), buttons)), acts=(Looking("extension", found.code),)
    )


async def extend(turn: Turn, code: str) -> Outcome:
    """Proposed as the ledger says it now; pressed twice, it is proposed once."""
    found = await _suggested(turn, code)
    if found is None or found.until is None:
        return say(turn, Reply(t("extension.not_there"), (EXTENSIONS, *WAYS)))
    wanted = Extension(found.code, found.until, "", found.causes)
    return await proposed(turn, "extension", wanted.to_json())


async def _suggested(turn: Turn, code: str) -> Suggested | None:
    found, _ = await _found(turn)
    return next((one for one in found if one.code == code), None)


# --- any dossier, by its code --------------------------------------------------------------------


async def extend_for(turn: Turn, code: str) -> Outcome:
    """Asked for step by step; with a code, that is known already."""
    known = codes.read(code) if code else None
    given = {"code": known} if known else {}
    answers = {**turn.answers, TALK: Answers(given)}
    return entered(replace(turn, answers=answers), TALK, resume=True)


async def typed_code(turn: Turn) -> Outcome | None:
    """While it is asked for, a dossier's code is the answer, and no invitation."""
    if (turn.place.dialog, turn.place.asked) != (TALK, "code") or not isinstance(turn.did, Said):
        return None
    said = turn.did.text
    return await advance_dialog(turn) if codes.read(said) or codes.looks_like_one(said) else None


def extend_talk() -> Talk:
    title = t("extension.talk")
    steps = (
        Step("code", title, lambda _: Reply(t("extension.ask_code"), WAYS), _code, free=True),
        Step("until", title, lambda _: Reply(t("extension.ask_until"), WAYS), _until, free=True),
        Step(
            "reason",
            title,
            lambda _: Reply(t("extension.ask_reason"), WAYS),
            own_words(LONGEST_REASON),
            free=True,
        ),
    )
    return Talk(title, Dialog(TALK, steps), _asked)


def _code(_: Json | None, did: Input) -> Taken:
    if not isinstance(did, Said):
        return NotMine()
    code = codes.read(did.text)
    if code is None or len(code) != codes.DOSSIER:
        return Refused(t("extension.bad_code"))
    return Done(code)


def _until(_: Json | None, did: Input) -> Taken:
    if not isinstance(did, Said):
        return NotMine()
    day = day_in(did.text)
    return Refused(t("extension.bad_day")) if day is None else Done(day.isoformat())


def day_in(text: str) -> date | None:
    """«2/6/2027», with all three of its parts, and nothing else; a day the calendar has."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _asked(turn: Turn, answers: Answers) -> Outcome:
    """Shown once more before it is proposed. Asked again for a day that cannot be."""
    if not may(turn.member, "extend"):  # the role ended while they typed
        return closing(turn, TALK, Answers(), Reply(t("staff.not_any_more"), (MENU,)))
    wanted = _typed(answers)
    rule = rule_of(turn.contest.pack)
    if not rule.good(wanted.until, turn.today):
        kept = {name: value for name, value in answers.given.items() if name != "until"}
        again = replace(turn, answers={**turn.answers, TALK: Answers(kept)})
        why = [t("extension.day_not_good", deadline=rule.deadline)]
        if rule.limit:
            why.append(t("extension.limit", until=rule.limit))
        return entered(again, TALK, Reply(lines(why)), resume=True)
    code = codes.shown(wanted.code)
    said = [
        t("extension.of", code=code),
        t("extension.until", until=wanted.until),
        t("extension.reason", reason=verbatim(wanted.reason)),
    ]
    buttons = (
        Button(t("extension.propose"), "staff/extendit", "good"),
        Button(t("extension.see_dossier"), f"staff/dossier/{wanted.code}"),
        *WAYS,
    )
    parts = [lines(said), extension_words.says(turn.contest.pack)]
    return closing(turn, TALK, answers, Reply(paragraphs(parts), buttons))


def _typed(answers: Answers) -> Extension:
    until = date.fromisoformat(str(answers["until"]))
    return Extension(str(answers["code"]), until, str(answers["reason"]))


async def extend_it(turn: Turn, _: str) -> Outcome:
    """What was typed, proposed once: what it was typed into is empty afterwards."""
    answers = turn.answers.get(TALK, Answers())
    if not all(name in answers for name in ("code", "until", "reason")):
        return say(turn, Reply(t("extension.not_there"), (EXTENSIONS, *WAYS)))
    wanted = _typed(answers)
    no = await _cannot(turn, wanted)
    if no is not None:
        outcome = say(turn, Reply(no, (EXTENSIONS, *WAYS)))
    else:
        outcome = await proposed(turn, "extension", wanted.to_json())
    return replace(outcome, answers={**outcome.answers, TALK: Answers()})


async def _cannot(turn: Turn, wanted: Extension) -> Text | None:
    held = await turn.look_up.dossier(wanted.code)
    if held is None:
        return t("extension.no_dossier", code=codes.shown(wanted.code))
    if held[0].state == "accepted":
        return t("extension.accepted", code=codes.shown(wanted.code))
    if any(p.detail["code"] == wanted.code for p in await _open(turn)):
        return t("extension.waits", code=codes.shown(wanted.code))
    if not rule_of(turn.contest.pack).good(wanted.until, turn.today):
        return t("extension.not_good")
    return None


# --- for whoever decides -------------------------------------------------------------------------


async def preview(turn: Turn, proposal: Proposal) -> Reply:
    wanted = Extension.from_json(proposal.detail)
    reply = extension_words.preview(turn.contest.pack, wanted, turn.today)
    held = await turn.look_up.dossier(wanted.code)
    notes: Sequence[Text] = ()
    if held is None:
        notes = (t("extension.no_dossier", code=codes.shown(wanted.code)),)
    elif held[0].extended:
        notes = (t("extension.had", until=held[0].extended.until),)
    return replace(reply, text=paragraphs([*notes, reply.text]))
