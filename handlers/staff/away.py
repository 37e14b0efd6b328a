"""Somebody of the staff is away for some days, and passes their desk to a colleague."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from contest.deputies import LONGEST, Absence, coming, may_stand
from contest.staff import ComingBack, Declining, GoingAway, Member, may
from contest.typed_days import Days, read_days, this_week
from dialog.event import Input, Said
from dialog.place import Answers, Json
from dialog.reply import Button, Reply, Text, lines, t
from dialog.step import Dialog, Done, NotMine, Refused, Step, Taken
from handlers.staff import people
from handlers.turn import MENU, Outcome, Talk, TellStaff, Turn, closing, entered, say

NAME, STEP = "staff-away", "days"
AWAY = Button(t("away.button"), "staff/away")
NOBODY = "0"  # where a deputy's number would stand


async def away(turn: Turn, rest: str) -> Outcome:
    """«», «days», or «who/», «set/», «back/», «decline/» with what they are about."""
    what, _, more = rest.partition("/")
    match what:
        case "days":
            return _asked(turn)
        case "who":
            return await _who(turn, more)
        case "set":
            return await _set(turn, more)
        case "back":
            return await _back(turn, more)
        case "decline":
            return await _decline(turn, more)
        case _:
            return await _shown(turn)


def _member(turn: Turn) -> Member:
    assert turn.member is not None  # COMMANDS asks for the right
    return turn.member


async def _all(turn: Turn) -> Sequence[Absence]:
    return await turn.look_up.absences(turn.today)


async def _named(turn: Turn) -> dict[int, Text]:
    """What colleagues are called, by number."""
    return {m.number: people.called(turn, m) for m in await turn.look_up.staff()}


# --- what is planned -----------------------------------------------------------------------------


async def _shown(turn: Turn) -> Outcome:
    member, found, names = _member(turn), await _all(turn), await _named(turn)
    rows: list[Text] = []
    buttons: list[Button] = []
    for one in coming(found, member.number, turn.today):
        rows.append(_planned(one, names))
        label = t("away.back") if one.on(turn.today) else t("away.cancel", days=days_of(one))
        buttons.append(Button(label, f"staff/away/back/{one.number}"))
    for one in found:
        if one.stand_in == member.number and one.member in names:
            rows.append(t("away.for", who=names[one.member], days=days_of(one)))
            label = t("away.decline_for", who=names[one.member])
            buttons.append(Button(label, f"staff/away/decline/{one.number}"))
    tomorrow = turn.today + timedelta(days=1)
    for label, days in (
        (t("away.today"), (turn.today, turn.today)),
        (t("away.tomorrow"), (tomorrow, tomorrow)),
        (t("away.week"), this_week(turn.today)),
    ):
        buttons.append(Button(label, f"staff/away/who/{_token(days)}"))
    buttons.append(Button(t("away.other"), "staff/away/days"))
    head = t("away.ask")
    return say(turn, Reply(lines([*rows, head]), (*buttons, people.DESK)))


def _planned(one: Absence, names: dict[int, Text]) -> Text:
    if one.stand_in in names:
        return t("away.yours", days=days_of(one), who=names[one.stand_in])
    return t("away.yours_role", days=days_of(one))


def days_of(one: Absence) -> Text:
    return _days((one.first, one.last))


def _days(days: Days) -> Text:
    first, last = days
    return t("away.day", day=first) if first == last else t("away.days", first=first, last=last)


def _token(days: Days) -> str:
    return "-".join(f"{day:%Y%m%d}" for day in days)


def _read(token: str, today: date) -> Days | None:
    """From a button: nothing past, nothing too long."""
    try:
        first, last = (date.fromisoformat(part) for part in token.split("-"))
    except ValueError:
        return None
    return (first, last) if today <= first <= last <= first + LONGEST else None


# --- which days, typed ---------------------------------------------------------------------------


def _asked(turn: Turn) -> Outcome:
    """Today is told to the question: it cannot know by itself what «mai» is."""
    answers = Answers(begun={STEP: {"today": turn.today.isoformat()}})
    return entered(replace(turn, answers={**turn.answers, NAME: answers}), NAME)


def days_talk() -> Talk:
    title = t("away.title")
    ask = Reply(t("away.type"), (AWAY, people.DESK))

    def take(held: Json | None, did: Input) -> Taken:
        if not isinstance(did, Said) or not held:
            return NotMine()
        today = date.fromisoformat(held["today"])
        found = read_days(did.text, today)
        if found is None or found[1] - found[0] > LONGEST:
            return Refused(t("away.unclear", most=LONGEST.days))
        return Done({"today": held["today"], "days": _token(found)})

    def done(turn: Turn, answers: Answers) -> Outcome:
        days = _read(str(answers[STEP]["days"]), turn.today)
        if not may(turn.member, "desk"):
            return closing(turn, NAME, Answers(), Reply(t("staff.not_any_more"), (MENU,)))
        if days is None:  # it was asked days ago
            return closing(turn, NAME, Answers(), Reply(t("away.past"), (AWAY, people.DESK)))
        who = Button(t("away.choose"), f"staff/away/who/{_token(days)}")
        said = Reply(t("away.understood", days=_days(days)), (who, AWAY, people.DESK))
        return closing(turn, NAME, Answers(), said)

    step = Step(STEP, title, lambda _: ask, take, lambda _: ask, free=True)
    return Talk(title, Dialog(NAME, (step,)), done)


# --- who stands for them -------------------------------------------------------------------------


async def _who(turn: Turn, token: str) -> Outcome:
    days = _read(token, turn.today)
    if days is None:
        return say(turn, Reply(t("away.past"), (AWAY, people.DESK)))
    buttons = [
        Button(t("away.by", who=people.called(turn, m), role=people.role_of(turn, m)),
               f"staff/away/set/{_token(days)}/{m.number}")
        for m in await _possible(turn, days)
    ]  # fmt: skip
    ask = t("away.who", days=_days(days)) if buttons else t("away.nobody", days=_days(days))
    nobody = Button(t("away.by_role"), f"staff/away/set/{_token(days)}/{NOBODY}")
    return say(turn, Reply(ask, (*buttons, nobody, people.DESK)))


async def _possible(turn: Turn, days: Days) -> list[Member]:
    """Who may stand for them, and is there on these days."""
    gone = {
        a.member
        for a in await _all(turn)
        if a.first <= days[1] and a.last >= days[0]
    }  # fmt: skip
    return [
        m
        for m in await turn.look_up.staff()
        if may_stand(m, _member(turn)) and m.number not in gone
    ]


async def _set(turn: Turn, rest: str) -> Outcome:
    token, _, number = rest.partition("/")
    days, member = _read(token, turn.today), _member(turn)
    if days is None:
        return say(turn, Reply(t("away.past"), (AWAY, people.DESK)))
    by_number = {str(m.number): m for m in await _possible(turn, days)}
    deputy = by_number.get(number)
    if deputy is None and number != NOBODY:
        return await _who(turn, token)
    claimed = [c for c in await turn.look_up.cases() if c.claimed_by == member.number]
    said = [
        t("away.set", days=_days(days), who=people.called(turn, deputy))
        if deputy
        else t("away.set_role", days=_days(days))
    ]
    if claimed:
        said.append(t("away.claimed", n=len(claimed)))
    said.append(t("away.still"))
    told: tuple[TellStaff, ...] = ()
    if deputy:
        words = t("away.you_stand", who=people.called(turn, member), days=_days(days))
        told = (TellStaff(Reply(words, (AWAY, people.DESK)), (deputy.number,), for_them=True),)
    act = GoingAway(*days, deputy.number if deputy else None)
    outcome = say(turn, Reply(lines(said), (AWAY, people.DESK)))
    return replace(outcome, acts=(act,), tell_staff=told)


# --- back, and not able to -----------------------------------------------------------------------


async def _one(turn: Turn, number: str) -> Absence | None:
    return next((a for a in await _all(turn) if str(a.number) == number), None)


async def _back(turn: Turn, number: str) -> Outcome:
    found, member = await _one(turn, number), _member(turn)
    if found is None or found.member != member.number:
        return await _shown(turn)
    told: tuple[TellStaff, ...] = ()
    if found.stand_in is not None:
        words = t("away.is_back", who=people.called(turn, member), days=days_of(found))
        told = (TellStaff(Reply(words, (people.DESK,)), (found.stand_in,), for_them=True),)
    done = say(turn, Reply(t("away.welcome_back"), (AWAY, people.DESK)))
    return replace(done, acts=(ComingBack(found.number),), tell_staff=told)


async def _decline(turn: Turn, number: str) -> Outcome:
    found, member = await _one(turn, number), _member(turn)
    if found is None or found.stand_in != member.number:
        return await _shown(turn)
    words = t("away.declined", who=people.called(turn, member), days=days_of(found))
    first = max(found.first, turn.today)
    other = Button(t("away.choose"), f"staff/away/who/{_token((first, found.last))}")
    told = TellStaff(Reply(words, (other, people.DESK)), (found.member,), for_them=True)
    done = say(turn, Reply(t("away.you_declined"), (AWAY, people.DESK)))
    return replace(done, acts=(Declining(found.number),), tell_staff=(told,))
