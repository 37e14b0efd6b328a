"""An announcement as people see it, for who proposes and who decides; and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from contest import codes
from contest.announcing import FATES, Announcement, Became, Fate, Left, Reach, Segment
from contest.pack import Pack
from contest.proposals import Proposal
from contest.staff import Looking, StaffRole
from dialog.reply import Button, Reply, Stored, Text, lines, paragraphs, t, verbatim, words
from handlers.entrant.news import OFF
from handlers.staff import people
from handlers.turn import MENU, Contest, Outcome, Turn, say

LISTED = 8  # announcements of one screen
MOST_MISSED = 20  # dossiers of one screen
MOST_SHOWN = 60  # letters of the words, where they name an announcement
ALL = Button(t("announced.button"), "staff/announcements")

STANDS: Mapping[str, Text] = {
    "begun": t("announce.state_begun"),
    "ready": t("announce.state_ready"),
    "returned": t("announce.state_returned"),
    "handed_in": t("announce.state_handed_in"),
}
_LEFT: Mapping[Left, Text] = {
    "off": t("announced.off"),
    "gone": t("announced.gone"),
    "unserved": t("announced.unserved"),
}
_FATES: Mapping[Fate, Text] = {
    "sent": t("announced.sent"),
    "waiting": t("announced.waiting"),
    "doubt": t("announced.doubt"),
    "dead": t("announced.dead"),
    "gone": _LEFT["gone"],
    "off": _LEFT["off"],
    "unserved": _LEFT["unserved"],
}


def message(pack: Pack, announcement: Announcement) -> Reply:
    """What each person gets: the words as they were written, who says so, and the way to stop."""
    file = announcement.file
    files = (Stored(file.sha256, file.name, file.type, file.size),) if file else ()
    heading = t("announce.heading", contest=words(pack.short_name))
    text = paragraphs([heading, verbatim(announcement.words)])
    return Reply(text, (OFF, MENU), files, note=words(pack.bodies[pack.office].name))


def whom(contest: Contest, segment: Segment) -> Text:
    which, pack = segment.which, contest.pack
    match segment.whom:
        case "all":
            return t("announce.whom_all")
        case "field":
            title = next((words(f.title) for f in pack.fields if f.id == which), verbatim(which))
            return t("announce.whom_field", field=title)
        case "unit":
            unit = contest.gazetteer.by_id(which)
            name = verbatim(unit.name if unit else which)
            said = t("announce.whom_unit", unit=name)
            return t("announce.whom_officers", whom=said) if segment.officers else said
        case "state":
            return t("announce.whom_state", state=STANDS.get(which, verbatim(which)))
        case "topic":
            topic = pack.topics.get(which)
            asked = words(topic.question) if topic else verbatim(which)
            return t("announce.whom_topic", topic=asked)
        case "staff":
            roles: Mapping[StaffRole, Text] = people.ROLES
            named = (text for role, text in roles.items() if role == which)
            return t("announce.whom_staff", role=next(named, verbatim(which)))


def counted(reach: Reach) -> Text:
    """Who would be reached now, and who not."""
    rows = [t("announce.reaches", n=reach.total)]
    rows += [
        t("list.item", item=t("announce.by_channel", channel=channel, count=n))
        for channel, n in sorted(reach.by_channel.items())
    ]
    if left := [(why, n) for why in _LEFT if (n := reach.left.get(why))]:
        rows.append(t("announce.left", n=sum(n for _, n in left)))
        rows += [
            t("list.item", item=t("announced.row", what=_LEFT[why], count=n)) for why, n in left
        ]
    return lines(rows)


async def shown_to_staff(turn: Turn, announcement: Announcement) -> Reply:
    """Whom it is for, how many they are, and the message exactly as people will see it."""
    reach = await turn.look_up.reach(announcement.segment)
    seen = message(turn.contest.pack, announcement)
    parts = [
        lines([t("announce.to", whom=whom(turn.contest, announcement.segment)), counted(reach)]),
        t("announce.as_seen", button=OFF.label),
        seen.text,
        *([seen.note] if seen.note else []),
        t("announce.end_seen"),
    ]
    return Reply(paragraphs(parts), files=seen.files)


async def preview(turn: Turn, proposal: Proposal) -> Reply:
    """See `proposals.PREVIEWS`."""
    return await shown_to_staff(turn, Announcement.from_json(proposal.detail))


# --- what became of it ---------------------------------------------------------------------------


def _report(number: int) -> Button:
    return Button(t("announced.report", number=str(number)), f"staff/announcements/{number}")


def begun(number: int) -> Reply:
    return Reply(t("announced.begun", number=str(number)), (_report(number),))


def ended(number: int, became: Became) -> Reply:
    head = t("announced.ended", number=str(number))
    return Reply(paragraphs([head, _counts(became)]), (_report(number), people.DESK))


def _counts(became: Became) -> Text:
    found = [(fate, became.counts.get(fate, 0)) for fate in FATES]
    return lines(
        t("list.item", item=t("announced.row", what=_FATES[fate], count=n))
        for fate, n in found
        if n or fate == "sent"
    )


async def announcements(turn: Turn, rest: str) -> Outcome | None:
    """Those that went out, the newest first; or what became of one."""
    done = [p for p in await turn.look_up.proposals(("done",)) if p.kind == "announcement"]
    found = next((p for p in done if str(p.number) == rest), None)
    if found:
        return await _became(turn, found)
    if not done:
        return say(turn, Reply(t("announced.none"), (people.DESK,)))
    newest = done[::-1][:LISTED]
    rows = [t("list.item", item=_named(turn, p)) for p in newest]
    buttons = tuple(_report(p.number) for p in newest)
    said = lines([t("announced.title", n=len(done)), *rows])
    return say(turn, Reply(said, (*buttons, people.DESK)))


def _named(turn: Turn, proposal: Proposal) -> Text:
    announcement = Announcement.from_json(proposal.detail)
    return t(
        "announced.named",
        number=str(proposal.number),
        at=proposal.done_at or proposal.at,
        whom=whom(turn.contest, announcement.segment),
        words=verbatim(_shortly(announcement.words)),
    )


def _shortly(said: str) -> str:
    said = " ".join(said.split())
    return said if len(said) <= MOST_SHOWN else f"{said[:MOST_SHOWN].rstrip()}…"


async def _became(turn: Turn, proposal: Proposal) -> Outcome:
    became = await turn.look_up.became(proposal.number, MOST_MISSED + 1)
    parts: list[Text] = [_named(turn, proposal), _counts(became)]
    if became.not_reached:
        rows = [
            t("announced.missed", code=codes.shown(one.dossier), why=_FATES[one.fate])
            for one in became.missed[:MOST_MISSED]
        ]
        rows += [t("announced.missed_more", n=MOST_MISSED)] * (len(became.missed) > MOST_MISSED)
        listed = [t("list.item", item=row) for row in rows]
        head = t("announced.missed_title") if rows else t("announced.missed_nobody")
        parts.append(lines([head, *listed]))
    if became.counts.get("doubt"):
        parts.append(t("announced.doubt_more"))
    reply = Reply(paragraphs(parts), (ALL, people.DESK))
    return replace(say(turn, reply), acts=(Looking(f"announcement/{proposal.number}"),))
