"""Advice on dossiers before the deadline: the queue, one wish, and the advice as it is written."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from contest import codes
from contest.advice import Advising, LeavingWish, TakingWish, Wish, in_order, written
from contest.staff import Looking
from dialog.engine import fingerprint
from dialog.event import Input
from dialog.place import Answers, Json
from dialog.reply import Button, Reply, Stored, Text, lines, paragraphs, t, verbatim, words
from dialog.step import Dialog, More, NotMine, Refused, Step, Taken
from handlers.dossier.contents import title
from handlers.dossier.overview import STATES, Standing, stood
from handlers.staff import people
from handlers.staff.answering import added, previewed
from handlers.staff.questions import waits
from handlers.turn import HUMAN, Outcome, Talk, Tell, Turn, closing, entered, say, to_dossier

NAME, STEP = "staff-advice", "advice"
PAGE = 8  # of one screen
ADVICE = Button(t("advising.button"), "staff/advice")
WAYS = (ADVICE, people.DESK)
WHICH = Reply(t("advising.which"), WAYS)
EMPTY: dict[str, Json] = {"texts": [], "files": []}


async def queue(turn: Turn) -> list[Wish]:
    return in_order(await turn.look_up.wishes(), turn.contest.pack.deadline, turn.today)


async def listed(turn: Turn, start: str) -> Outcome:
    """In the order in which it is their turn."""
    found = await queue(turn)
    first = int(start) if start.isdecimal() else 0
    shown = found[first : first + PAGE]
    if not shown:
        return say(turn, Reply(t("advising.none"), (people.DESK,)))
    rows = [_row(turn, place, wish) for place, wish in enumerate(shown, first + 1)]
    buttons = [
        Button(t("advising.open", code=codes.shown(wish.code)), f"staff/wish/{wish.code}")
        for wish in shown
    ]
    if first + PAGE < len(found):
        buttons.append(Button(t("cases.next"), f"staff/advice/{first + PAGE}"))
    reply = Reply(lines([t("advising.title", n=len(found)), *rows]), (*buttons, people.DESK))
    return replace(say(turn, reply), acts=(Looking("advice"),))


def _row(turn: Turn, place: int, wish: Wish) -> Text:
    wait, code = waits(turn.event.at - wish.at), codes.shown(wish.code)
    return t("advising.row", place=place, code=code, waits=wait, state=_state(turn, wish))


def _state(turn: Turn, wish: Wish) -> Text:
    if wish.state == "waiting":
        return t("cases.free")
    if turn.member and wish.taken_by == turn.member.number:
        return t("cases.yours")
    return t("cases.taken", who=t("staff.number", number=str(wish.taken_by)))


# --- one of them ---------------------------------------------------------------------------------


async def opened(turn: Turn, code: str) -> Outcome:
    found = await _with_dossier(turn, code)
    if found is None:
        return say(turn, Reply(t("advising.over"), WAYS))
    wish, now = found
    reply = Reply(_about(turn, wish, now), (*_ways(turn, wish), *WAYS))
    return replace(say(turn, reply), acts=(Looking("wish", code),))


async def _with_dossier(turn: Turn, code: str) -> tuple[Wish, Standing] | None:
    """The open wish of that dossier, and how the dossier is."""
    wish = next((wish for wish in await queue(turn) if wish.code == code), None)
    held = await turn.look_up.dossier(code) if wish else None
    if wish is None or held is None:
        return None
    return wish, stood(turn.contest, *held, turn.today)


def _about(turn: Turn, wish: Wish, now: Standing) -> Text:
    name = title(now.answers.given)
    said: list[Text] = [
        t("advising.head", code=codes.shown(wish.code), state=STATES[now.dossier.state])
    ]
    said += [verbatim(name)] if name else []
    said.append(t("dossier.done", done=len(now.there), of=len(now.steps)))
    said.append(t("advising.since", at=wish.at, state=_state(turn, wish)))
    if wish.mark != fingerprint(now.answers):
        said.append(t("advising.changed"))
    return paragraphs([lines(said), t("advising.help_only")])


def _ways(turn: Turn, wish: Wish) -> tuple[Button, ...]:
    see = Button(t("extension.see_dossier"), f"staff/dossier/{wish.code}")
    theirs = turn.member is not None and wish.taken_by == turn.member.number
    if wish.state == "taken" and not theirs:
        return (see,)
    label = t("advising.write") if theirs else t("advising.take")
    ways = [Button(label, f"staff/advise/{wish.code}", "good"), see]
    if theirs:
        ways.append(Button(t("cases.back"), f"staff/leave/{wish.code}"))
    return tuple(ways)


async def take(turn: Turn, code: str) -> Outcome:
    """What is written from now on is for this dossier; its people hear that it is their turn."""
    found = await _with_dossier(turn, code)
    if found is None:
        return say(turn, Reply(t("advising.over"), WAYS))
    wish, now = found
    assert turn.member is not None  # COMMANDS asks for the right
    if wish.state == "taken" and wish.taken_by != turn.member.number:
        return await opened(turn, code)
    outcome = _collecting(turn, code)
    if wish.state == "taken":  # theirs already
        return outcome
    told = Reply(t("advice.your_turn", code=codes.shown(code)), (to_dossier(code),))
    return replace(
        outcome,
        acts=(TakingWish(code, wish.number, fingerprint(now.answers)),),
        tell=(Tell(code, ("owner", "helper"), told),),
    )


async def leave(turn: Turn, code: str) -> Outcome:
    found = await _theirs(turn, code)
    if found is None:
        return await opened(turn, code)
    outcome = _put_away(turn, code, Reply(t("advising.left"), WAYS))
    return replace(outcome, acts=(LeavingWish(code, found[0].number),))


async def again(turn: Turn, code: str) -> Outcome:
    """What was written is thrown away, and begun anew."""
    if await _theirs(turn, code) is None:
        return await opened(turn, code)
    return _collecting(replace(turn, answers={**turn.answers, NAME: _without(turn, code)}), code)


async def send(turn: Turn, code: str) -> Outcome:
    """In the name of the office, to the owner and the helpers; it is kept with the dossier."""
    found = await _theirs(turn, code)
    if found is None:
        return _put_away(turn, code, Reply(t("advising.over"), WAYS))
    wish, now = found
    draft = _drafts(turn).get(code)
    if not draft:
        return say(turn, Reply(t("advising.nothing"), WAYS))
    if wish.mark != fingerprint(now.answers) and not _seen(turn, code, now):
        return _warned(turn, code, now)
    files = written(draft["files"])
    act = Advising(code, wish.number, tuple(draft["texts"]), files)
    given = replace(wish, texts=act.texts, files=files, over_at=turn.event.at)
    told = advice_told(turn, given, now)
    outcome = _put_away(turn, code, Reply(t("advising.sent", code=codes.shown(code)), WAYS))
    return replace(outcome, acts=(act,), tell=(Tell(code, ("owner", "helper"), told),))


def _seen(turn: Turn, code: str, now: Standing) -> bool:
    """Has the member been told that the dossier is as it is now?"""
    return bool(_begun(turn).get("warned", {}).get(code) == fingerprint(now.answers))


def _warned(turn: Turn, code: str, now: Standing) -> Outcome:
    begun = _begun(turn)
    warned = {**begun.get("warned", {}), code: fingerprint(now.answers)}
    answers = Answers(begun={STEP: {**begun, "warned": warned}})
    buttons = (
        Button(t("advising.send_all_the_same"), f"staff/advised/{code}"),
        Button(t("extension.see_dossier"), f"staff/dossier/{code}"),
        *WAYS,
    )
    outcome = say(turn, Reply(t("advising.changed_since_taken"), buttons))
    return replace(outcome, answers={NAME: answers})


async def _theirs(turn: Turn, code: str) -> tuple[Wish, Standing] | None:
    found = await _with_dossier(turn, code)
    if found is None or turn.member is None:
        return None
    return found if found[0].taken_by == turn.member.number else None


def advice_told(turn: Turn, wish: Wish, now: Standing) -> Reply:
    """The advice as its people read it: what it is about, and whether that is so still."""
    pack, code = turn.contest.pack, wish.code
    said: list[Text] = [t("advice.given", code=codes.shown(code), at=wish.over_at or wish.at)]
    said.append(
        lines(verbatim(text) for text in wish.texts)
        if wish.texts
        else t("answer.only_files", n=len(wish.files))
    )
    if wish.mark != fingerprint(now.answers):
        said.append(t("advice.changed_since"))
    said.append(t("advice.no_judgement"))
    mend = (Button(t("dossier.choose_item"), f"dossier/items/{code}"),) if now.open else ()
    return Reply(
        paragraphs(said),
        (*mend, to_dossier(code), HUMAN),
        tuple(Stored(*file) for file in wish.files),
        note=words(pack.bodies[pack.office].name),
    )


# --- what is written -----------------------------------------------------------------------------


def _begun(turn: Turn) -> dict[str, Any]:
    """{"code": of the dossier it is for, "drafts": {code: {"texts": […], "files": […]}}, "warned":
    {code: fingerprint}}"""
    kept = turn.answers.get(NAME, Answers()).begun.get(STEP)
    return dict(kept) if kept else {"code": None, "drafts": {}}


def _drafts(turn: Turn) -> dict[str, Any]:
    return dict(_begun(turn)["drafts"])


def _collecting(turn: Turn, code: str) -> Outcome:
    answers = Answers(begun={STEP: {**_begun(turn), "code": code}})
    return entered(replace(turn, answers={**turn.answers, NAME: answers}), NAME)


def advice_talk() -> Talk:
    name = t("advising.talk")

    def done(turn: Turn, answers: Answers) -> Outcome:
        return closing(turn, NAME, answers, WHICH)

    step = Step(STEP, name, lambda _: WHICH, _take, again=_again, free=True)
    return Talk(name, Dialog(NAME, (step,)), done, for_questions=True)


def _again(held: Json) -> Reply:
    code = held["code"]
    if code is None:
        return WHICH
    shown, draft = codes.shown(code), held["drafts"].get(code)
    if not draft:
        see = Button(t("extension.see_dossier"), f"staff/dossier/{code}")
        ways = (see, Button(t("cases.back"), f"staff/leave/{code}"), people.DESK)
        return Reply(paragraphs([t("advising.ask", code=shown), t("advising.help_only")]), ways)
    buttons = (
        Button(t("answer.send"), f"staff/advised/{code}", "good"),
        Button(t("answer.again"), f"staff/adviseagain/{code}"),
        people.DESK,
    )
    return Reply(paragraphs([t("advising.sure", code=shown), previewed(draft)]), buttons)


def _take(held: Json | None, did: Input) -> Taken:
    if not held or held["code"] is None:
        return NotMine()
    draft = added(held["drafts"].get(held["code"], EMPTY), did)
    if isinstance(draft, NotMine | Refused):
        return draft
    value = {**held, "drafts": {**held["drafts"], held["code"]: draft}}
    return More(value, _again(value))


def _without(turn: Turn, code: str) -> Answers:
    """What was begun, without this dossier."""
    begun = _begun(turn)
    drafts = {name: draft for name, draft in begun["drafts"].items() if name != code}
    current = None if begun["code"] == code else begun["code"]
    return Answers(begun={STEP: {"code": current, "drafts": drafts}} if drafts or current else {})


def _put_away(turn: Turn, code: str, reply: Reply) -> Outcome:
    current, left = _begun(turn)["code"], _without(turn, code)
    if current == code:
        return closing(turn, NAME, left, reply)
    return replace(say(turn, reply), answers={NAME: left})
