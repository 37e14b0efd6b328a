"""What there is to do today, shown at once; its lists, its chart, and when it comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from contest.calendar import DeadlineNow
from contest.digest import (
    LISTS,
    SEES,
    TIMES,
    Digest,
    compared_with,
    digest,
    digest_time,
    weeks_to,
    window,
)
from contest.pack import Pack
from contest.staff import DIGEST_OFF, DigestAt, Looking, Member, StaffRole
from dialog.reply import Button, Picture, Reply, Text, t, verbatim
from handlers.staff import digest_words
from handlers.staff.digest_words import MOST, TODAY, time_of
from handlers.staff.people import DESK
from handlers.turn import LookUps, Outcome, Turn, say


async def made(look_up: LookUps, pack: Pack, role: StaffRole, at: datetime) -> Digest:
    """As it is at this moment, which is in the contest's time zone."""
    works = pack.working.is_worked
    kept = await look_up.kept_counts(compared_with(role, at.date(), works))
    counts = await look_up.counts(window(at, kept.at if kept else None, works))
    left = DeadlineNow(pack.deadline, at.date()).days_left
    return digest(role, at, counts, kept, left, look_up.down(), works)


async def picture(look_up: LookUps, pack: Pack, at: datetime) -> Picture:
    weeks = weeks_to(at)
    step = next((step.id for step in pack.checklist.steps if step.kind == "field"), "")
    charted = await look_up.chart(weeks, step)
    return digest_words.chart(pack, charted, weeks, at.date())


async def shown(turn: Turn, rest: str) -> Outcome | None:
    member = turn.member
    assert member is not None  # the table of commands asks for the right
    pack, at, sees = turn.contest.pack, turn.event.at, SEES[member.role]
    what = next((name for name in LISTS if name == rest), None)
    match rest:
        case "":
            reply = digest_words.told(pack, await made(turn.look_up, pack, member.role, at))
            return say(turn, replace(reply, buttons=(*reply.buttons, DESK)))
        case "chart" if "dossiers" in sees:
            drawn = await picture(turn.look_up, pack, at)
            return say(turn, Reply(t("digest.chart_here"), (TODAY, DESK), (drawn,)))
        case "time":
            return say(turn, _times(member, t("digest.time_ask", now=time_of(member))))
        case _ if rest.startswith("at/"):
            return _set(turn, member, rest.removeprefix("at/"))
        case _ if what and LISTS[what] in sees:
            since = window(at, await _since(turn, member), pack.working.is_worked)
            found = await turn.look_up.pressing(what, since, MOST)
            reply = digest_words.listed(what, list(found), at, member.role)
            return replace(say(turn, reply), acts=(Looking(f"digest/{what}"),))
    return None


async def _since(turn: Turn, member: Member) -> datetime | None:
    """What their digest is compared with."""
    works = turn.contest.pack.working.is_worked
    kept = await turn.look_up.kept_counts(compared_with(member.role, turn.today, works))
    return kept.at if kept else None


def _set(turn: Turn, member: Member, chosen: str) -> Outcome | None:
    if chosen not in (*TIMES, DIGEST_OFF):
        return None
    after = replace(member, digest_at=chosen)
    reply = _times(after, t("digest.time_set", now=time_of(after)))
    return replace(say(turn, reply), acts=(DigestAt(chosen),))


def _times(member: Member, asked: Text) -> Reply:
    wanted = digest_time(member)
    now = f"{wanted:%H:%M}" if wanted else DIGEST_OFF
    others = [Button(verbatim(time), f"staff/digest/at/{time}") for time in TIMES if time != now]
    if now != DIGEST_OFF:
        others.append(Button(t("digest.time_off"), f"staff/digest/at/{DIGEST_OFF}"))
    return Reply(asked, (*others, TODAY, DESK))
