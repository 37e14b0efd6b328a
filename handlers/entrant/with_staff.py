"""While somebody of the staff talks with a person: the assistant keeps silent, and passes it on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from contest.deputies import away_on, gone_since
from contest.desk import Bringing, others_hear_at
from contest.model import Asked
from contest.staff import Member
from contest.working import Working
from dialog.event import Pressed, Said, Sent
from dialog.reply import Button, Joined, Reply, Text, t
from handlers.staff.questions import continued
from handlers.turn import (
    MENU,
    Outcome,
    TellStaff,
    Turn,
    answered_aside,
    continue_button,
    dossier_of_dialog,
    entered,
    open_step,
    say,
)

MORE = "human/more/"  # and the number of the question it goes on with
TO_BOT = Button(t("talk.to_bot"), "human/bot")


def hears_staff(turn: Turn) -> bool:
    """Are words of theirs for the member who talks with them? Not if a dialog has asked something
    since: then the screen decides, as ever."""
    talking = turn.talking
    if talking is None or not talking.on(turn.event.at):
        return False
    if not isinstance(turn.event.input, Said | Sent):
        return False
    if open_step(turn) is None:
        return True
    files = isinstance(turn.event.input, Sent) and dossier_of_dialog(turn.place.dialog)
    return talking.turned_at < talking.spoke_at and not files


async def with_staff(turn: Turn) -> Outcome | None:
    match turn.did:
        case Pressed("human/bot"):
            return replace(answered_aside(turn, Reply(t("talk.over"))), ends_talk=True)
        case Pressed(token) if token.startswith(MORE):
            return _more(turn, token.removeprefix(MORE))
        case Said(text) if hears_staff(turn):
            return await _heard(turn, text, turn.did)
        case Sent(caption=caption) if hears_staff(turn):
            return await _heard(turn, caption, turn.did)
    return None


def _more(turn: Turn, number: str) -> Outcome:
    """«Hỏi thêm»: to the same member while the talk is on, else a new question."""
    talking = turn.talking
    if talking is None or not talking.on(turn.event.at) or str(talking.question) != number:
        return entered(turn, "human")
    return say(turn, Reply(t("talk.ask_more"), (TO_BOT,)))


async def _heard(turn: Turn, text: str, did: Said | Sent) -> Outcome:
    """For the member who answered; if they went away since, a question of its own for whoever is
    there."""
    talking = turn.talking
    assert talking is not None  # `hears_staff` sees to it
    staff = await turn.look_up.staff()
    away = away_on(await turn.look_up.absences(turn.today), staff, turn.today)
    if not gone_since(talking.member, talking.spoke_at, away):
        return _passed_on(turn, text, did)
    asked = Asked("human", text)
    ways = tuple(b for b in (continue_button(turn), MENU) if b)
    said = Reply(t("talk.member_away"), ways)
    return Outcome(turn.place.elsewhere(), (said,), asked=(asked,), ends_talk=True)


def _passed_on(turn: Turn, text: str, did: Said | Sent) -> Outcome:
    """The first time they are told what happens to their words; then nobody stands between."""
    talking = turn.talking
    assert talking is not None  # `hears_staff` sees to it
    files = did.files if isinstance(did, Sent) else ()
    ways = tuple(b for b in (TO_BOT, continue_button(turn), MENU) if b)
    ack = Reply(t("talk.passed_on"), ways)
    return Outcome(
        turn.place.elsewhere(),
        () if talking.replied else (ack,),
        asked=(Asked("human", text, follows=talking.question),),
        tell_staff=(
            TellStaff(continued(talking.question, text, files), (talking.member,), for_them=True),
        ),
    )


def with_return(turn: Turn, outcome: Outcome) -> Outcome:
    """The assistant answers again, and says so if it is spoken to."""
    talking = turn.talking
    if talking is None or talking.on(turn.event.at):
        return outcome
    if isinstance(turn.event.input, Said) and outcome.replies:
        outcome = replace(outcome, replies=(Reply(t("talk.back")), *outcome.replies))
    return replace(outcome, ends_talk=True)


def expected(
    number: int, to: Bringing, staff: Sequence[Member], hours: Working, now: datetime
) -> Reply:
    """When the person may hope for something: what the rules of the desk say, and not more."""
    said: list[Text] = [t("desk.expect", number=str(number))]
    opens = hours.opens(now)
    if opens > now:
        said.append(t("desk.expect_from", at=opens))
    if at := others_hear_at(to, staff, hours, now):
        said.append(t("desk.expect_more", at=at))
    return Reply(Joined(tuple(said), " "))
