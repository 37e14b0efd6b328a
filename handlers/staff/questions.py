"""Questions on the desk: brought to a member, looked at, taken, handed on, closed, given back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import get_args

from contest.desk import Case
from contest.faq.answer import Decision
from contest.model import AskedKind, Closed
from contest.staff import Claiming, Closing, GivingBack, HandingOn, Member, StaffRole, may
from dialog.event import Attachment
from dialog.reply import Button, Reply, Stored, Text, Value, lines, paragraphs, t, verbatim, words
from handlers.staff import answering, people
from handlers.staff.answering import MINE
from handlers.turn import Contest, Outcome, TellAsker, Turn, say

PAGE = 8  # of one screen
HANDED_TO: tuple[StaffRole, ...] = ("secretary", "adviser", "officer", "head")

KINDS: Mapping[AskedKind, Text] = {
    "human": t("ops.asked_human"),
    "unanswered": t("ops.asked_unanswered"),
    "refused": t("ops.asked_refused"),
    "outside": t("ops.asked_outside"),
    "wrong": t("ops.asked_wrong"),
}
WHY: Mapping[Closed, Text] = {
    "double": t("cases.why_double"),
    "outside": t("cases.why_outside"),
    "settled": t("cases.why_settled"),
}


# --- what a member is shown of a question --------------------------------------------------------


def brought(contest: Contest, case: Case, now: datetime) -> Reply:
    """To a member who has not taken it yet."""
    return _shown(contest, case, now, _free(case))


def many_more(n: int) -> Reply:
    return Reply(t("cases.many_more", n=n), (MINE,))


def continued(question: int, text: str, files: Iterable[Attachment]) -> Reply:
    """More of it, for the member who talks with the person."""
    said = verbatim(f"«{text}»") if text.strip() else t("ops.question_no_words")
    number = str(question)
    buttons = (_answer_button(number), _close_button(number))
    head = t("cases.continued", number=number)
    return Reply(paragraphs([head, said]), buttons, answering.stored(files), about=question)


def _shown(contest: Contest, case: Case, now: datetime, buttons: tuple[Button, ...]) -> Reply:
    """The question, and nothing else about who asked it."""
    asked = case.asked
    head = t(
        "cases.head", number=str(case.number), kind=KINDS[asked.kind], waits=waits(now - case.at)
    )
    said = verbatim(f"«{asked.text}»") if asked.text.strip() else t("ops.question_no_words")
    about = [*_meant(contest, case), *_unit(contest, case.unit)]
    if case.enclosed:
        about.append(t("cases.files", n=len(case.enclosed)))
    files = tuple(Stored(f.sha256, f.name, f.type, f.size) for f in case.enclosed)
    return Reply(paragraphs([head, said, lines(about)]), buttons, files, about=case.number)


def _meant(contest: Contest, case: Case) -> list[Text]:
    """What the assistant took it for, and what it would have said or offered."""
    topics = contest.pack.topics
    decision: Decision = contest.faq.decide(case.asked.text)
    if case.asked.topic in topics and case.asked.kind == "wrong":
        return [t("cases.said", topic=words(topics[case.asked.topic or ""].question))]
    names = [words(topic.question) for topic in decision.topics]
    if not names:
        return [t("cases.no_topic")]
    if decision.topic:
        return [t("cases.understood", topic=names[0])]
    return [t("cases.offers"), *(t("list.item", item=name) for name in names)]


def _unit(contest: Contest, unit: str | None) -> list[Text]:
    found = contest.gazetteer.workplace(unit)
    return [t("cases.unit", unit=verbatim(found))] if found else []


def waits(passed: timedelta) -> Text:
    if passed >= timedelta(days=1):
        return t("cases.days", n=passed.days)
    if passed >= timedelta(hours=1):
        return t("cases.hours", n=passed.seconds // 3600)
    return t("cases.minutes", n=max(passed.seconds // 60, 1))


def _free(case: Case) -> tuple[Button, ...]:
    number = str(case.number)
    claim = Button(t("cases.claim"), f"staff/claim/{number}")
    return (claim, _hand_button(number), _close_button(number))


def _theirs(case: Case) -> tuple[Button, ...]:
    """Of the member who has taken it."""
    number = str(case.number)
    if not case.waiting:
        return (Button(t("cases.answer_more"), f"staff/answer/{number}"),)
    back = Button(t("cases.back"), f"staff/back/{number}")
    return (_answer_button(number), back, _hand_button(number), _close_button(number))


def _answer_button(number: str) -> Button:
    return Button(t("cases.answer"), f"staff/answer/{number}")


def _hand_button(number: str) -> Button:
    return Button(t("cases.hand"), f"staff/hand/{number}")


def _close_button(number: str) -> Button:
    return Button(t("cases.close"), f"staff/close/{number}")


# --- the list ------------------------------------------------------------------------------------


async def mine(turn: Turn, start: str) -> Outcome:
    """What a member may do something about, the oldest first, a screen at a time."""
    member = _member(turn)
    found = [case for case in await turn.look_up.cases() if sees(member, case)]
    first = int(start) if start.isdecimal() else 0
    shown = found[first : first + PAGE]
    if not shown:
        return say(turn, Reply(t("cases.none"), (people.DESK,)))
    rows = [_row(turn, member, case) for case in shown]
    buttons = [
        Button(t("cases.open", number=str(case.number)), f"staff/question/{case.number}")
        for case in shown
    ]
    if first + PAGE < len(found):
        buttons.append(Button(t("cases.next"), f"staff/mine/{first + PAGE}"))
    return say(turn, Reply(lines([t("cases.list", n=len(found)), *rows]), (*buttons, people.DESK)))


def sees(member: Member, case: Case) -> bool:
    return case.is_of(member) or may(member, "every_question")


def _row(turn: Turn, member: Member, case: Case) -> Text:
    """Without the person's words: those are on the question's own screen only."""
    state: Value = t("cases.free")
    if case.claimed_by == member.number:
        state = t("cases.yours")
    elif case.claimed_by is not None:
        state = t("cases.taken", who=t("staff.number", number=str(case.claimed_by)))
    waited = waits(turn.event.at - case.at)
    kind = KINDS[case.asked.kind]
    return t("cases.row", number=str(case.number), kind=kind, waits=waited, state=state)


# --- one question --------------------------------------------------------------------------------

WithCase = Callable[[Turn, Case, str], Awaitable[Outcome]]


async def found(turn: Turn, rest: str, then: WithCase) -> Outcome:
    """With the question of that number, if this member may see it; `rest`: what stands behind."""
    number, _, more = rest.partition("/")
    case = await turn.look_up.case(int(number)) if number.isdecimal() else None
    if case is None or not sees(_member(turn), case):
        return say(turn, Reply(t("cases.nothing"), (MINE, people.DESK)))
    return await then(turn, case, more)


def _member(turn: Turn) -> Member:
    assert turn.member is not None  # COMMANDS asks for the right
    return turn.member


async def opened(turn: Turn, rest: str) -> Outcome:
    return await found(turn, rest, _opened)


async def _opened(turn: Turn, case: Case, _: str) -> Outcome:
    buttons: tuple[Button, ...] = ()
    if case.claimed_by == _member(turn).number and not case.closed:
        buttons = _theirs(case)
    elif case.claimed_by is None and case.waiting:
        buttons = _free(case)
    if not case.waiting and case.closed is None:
        buttons = (*buttons, *answering.to_teach(turn, case))
    shown = _shown(turn.contest, case, turn.event.at, (*buttons, MINE, people.DESK))
    state = await _standing(turn, case)
    if state is None:
        return say(turn, shown)
    return say(turn, replace(shown, text=paragraphs([shown.text, state])))


async def _standing(turn: Turn, case: Case) -> Text | None:
    """Why a member cannot take it: somebody else has, or it is over."""
    number = str(case.number)
    if case.closed:
        return t("cases.is_closed", number=number, why=WHY[case.closed])
    if not case.waiting:
        return t("cases.is_answered", number=number)
    if case.claimed_by in (None, _member(turn).number):
        return None
    others = {m.number: m for m in await turn.look_up.staff()}
    who = others.get(case.claimed_by or 0)
    named = people.called(turn, who) if who else t("staff.number", number=str(case.claimed_by))
    return t("cases.is_taken", number=number, who=named)


async def _if_free(turn: Turn, case: Case) -> Outcome | None:
    """None: it waits, and is nobody else's."""
    state = await _standing(turn, case)
    return say(turn, Reply(state, (MINE, people.DESK))) if state else None


async def claim(turn: Turn, rest: str) -> Outcome:
    return await found(turn, rest, _claim)


async def _claim(turn: Turn, case: Case, _: str) -> Outcome:
    if taken := await _if_free(turn, case):
        return taken
    outcome = answering.opened(turn, case.number)
    if case.claimed_by is not None:  # theirs already: pressed twice
        return outcome
    return replace(outcome, acts=(Claiming(case.number, case.version),))


async def answer(turn: Turn, rest: str) -> Outcome:
    return await found(turn, rest, _answer)


async def _answer(turn: Turn, case: Case, _: str) -> Outcome:
    if case.claimed_by == _member(turn).number and not case.closed:
        return answering.opened(turn, case.number)
    return await _opened(turn, case, "")


async def send(turn: Turn, rest: str) -> Outcome:
    return await found(turn, rest, _send)


async def _send(turn: Turn, case: Case, _: str) -> Outcome:
    if case.claimed_by != _member(turn).number or case.closed:
        lost = await _standing(turn, case) or t("cases.not_yours", number=str(case.number))
        return say(turn, Reply(lost, (MINE, people.DESK)))
    sent = answering.sent(turn, case)
    return sent or say(turn, Reply(t("cases.no_draft"), (MINE, people.DESK)))


async def again(turn: Turn, rest: str) -> Outcome:
    return await found(turn, rest, _again)


async def _again(turn: Turn, case: Case, _: str) -> Outcome:
    return await _answer(answering.without_draft(turn, case.number), case, "")


async def hand(turn: Turn, rest: str) -> Outcome:
    return await found(turn, rest, _hand)


async def _hand(turn: Turn, case: Case, role: str) -> Outcome:
    if taken := await _if_free(turn, case):
        return taken
    number, member = str(case.number), _member(turn)
    there = {
        m.role
        for m in await turn.look_up.staff()
        if m.number != member.number and (m.role != "officer" or m.unit == case.unit)
    }
    roles = [name for name in HANDED_TO if name in there]
    chosen = next((name for name in roles if name == role), None)
    if chosen is None:
        buttons = tuple(Button(people.ROLES[name], f"staff/hand/{number}/{name}") for name in roles)
        ask = t("cases.hand_to", number=number) if roles else t("cases.hand_nobody")
        return say(turn, Reply(ask, (*buttons, MINE, people.DESK)))
    done = t("cases.handed", number=number, role=people.ROLES[chosen])
    act = HandingOn(case.number, case.version, chosen)
    return replace(_done(turn, case, Reply(done, (MINE, people.DESK))), acts=(act,))


async def close(turn: Turn, rest: str) -> Outcome:
    return await found(turn, rest, _close)


async def _close(turn: Turn, case: Case, why: str) -> Outcome:
    if taken := await _if_free(turn, case):
        return taken
    number = str(case.number)
    reason: Closed | None = next((name for name in get_args(Closed) if name == why), None)
    if reason is None:
        buttons = tuple(
            Button(label, f"staff/close/{number}/{name}") for name, label in WHY.items()
        )
        return say(turn, Reply(t("cases.close_why", number=number), (*buttons, MINE, people.DESK)))
    done = Reply(t("cases.closed", number=number, why=WHY[reason]), (MINE, people.DESK))
    return replace(
        _done(turn, case, done),
        acts=(Closing(case.number, case.version, reason),),
        tell_asker=(TellAsker(case.number, _closed(reason, answering.quoted(case))),),
    )


def _closed(why: Closed, question: Text) -> Reply:
    match why:
        case "double":
            said = t("cases.told_double", question=question)
        case "outside":
            said = t("cases.told_outside", question=question)
        case "settled":
            said = t("cases.told_settled", question=question)
    return Reply(said, answering.ASKER_WAYS)


async def give_back(turn: Turn, rest: str) -> Outcome:
    return await found(turn, rest, _give_back)


async def _give_back(turn: Turn, case: Case, _: str) -> Outcome:
    if case.claimed_by != _member(turn).number or not case.waiting:
        return await _opened(turn, case, "")
    done = Reply(t("cases.given_back", number=str(case.number)), (MINE, people.DESK))
    return replace(_done(turn, case, done), acts=(GivingBack(case.number, case.version),))


def _done(turn: Turn, case: Case, reply: Reply) -> Outcome:
    """The member has nothing more to do with it: what they began to write is put away."""
    return answering.put_away(turn, case.number, reply)
