"""Who works here: invited by a code that is good for one person and a quarter of an hour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from contest import codes
from contest.faq.normalise import fold
from contest.pack import Pack, Unit
from contest.staff import (
    INVITED_FOR,
    OF_A_UNIT,
    Ending,
    Inviting,
    Joining,
    Member,
    Naming,
    StaffRole,
    may,
    token_of,
)
from contest.units import Gazetteer, unit_id
from dialog.event import Input, Said
from dialog.place import Answers, Json
from dialog.reply import Button, Joined, Reply, Text, lines, paragraphs, t, verbatim, words
from dialog.step import Dialog, Done, NotMine, Refused, Step, Taken
from handlers.turn import (
    MENU,
    Outcome,
    Talk,
    TellStaff,
    Turn,
    answered_aside,
    closing,
    entered,
    say,
)

NAME = "staff-name"
MOST_LETTERS = 40
DESK = Button(t("staff.desk_button"), "staff/desk")
PEOPLE = Button(t("staff.people_button"), "staff/people")

ROLES: Mapping[StaffRole, Text] = {
    "admin": t("role.admin"),
    "secretary": t("role.secretary"),
    "adviser": t("role.adviser"),
    "officer": t("role.officer"),
    "head": t("role.head"),
    "privacy": t("role.privacy"),
}


def desk_button(turn: Turn) -> tuple[Button, ...]:
    """For the menu of those who have a desk."""
    return (DESK,) if may(turn.member, "desk") else ()


def role_of(turn: Turn, member: Member) -> Text:
    return role_text(turn.contest.gazetteer, member.role, member.unit)


def role_text(gazetteer: Gazetteer, role: StaffRole, unit: str | None) -> Text:
    """«Cán bộ xã (Xã Chi Lăng)»"""
    found = gazetteer.workplace(unit)
    if found is None:
        return ROLES[role]
    if gazetteer.by_id(unit or "") is None:
        return t("staff.role_of_agency", unit=verbatim(found))
    return t("staff.role_of_unit", role=ROLES[role], unit=verbatim(found))


def called(_: Turn, member: Member) -> Text:
    """As colleagues know them: the name they chose, and their number, which never changes."""
    return named(member)


def named(member: Member) -> Text:
    if not member.name:
        return t("staff.nameless", number=str(member.number))
    return t("staff.named", name=verbatim(member.name), number=str(member.number))


def in_place(reply: Reply, of: Iterable[Member]) -> Reply:
    """What is brought to a deputy says for whom."""
    names = Joined(tuple(named(member) for member in of), ", ")
    return replace(reply, text=paragraphs([reply.text, t("away.in_place", who=names)]))


async def listed(turn: Turn, _: str) -> Outcome:
    members = await turn.look_up.staff()
    rows = [
        t("staff.row", who=called(turn, m), role=role_of(turn, m), since=m.since.date())
        for m in members
    ]
    ends = may(turn.member, "invite")
    buttons = [
        Button(t("staff.end_button", who=called(turn, m)), f"staff/end/{m.number}")
        for m in members
        if ends and turn.member and m.number != turn.member.number
    ]
    return say(turn, Reply(lines([t("staff.people", n=len(rows)), *rows]), (*buttons, DESK)))


# --- inviting ------------------------------------------------------------------------------------


async def invite(turn: Turn, role: str) -> Outcome | None:
    if not role:
        buttons = tuple(Button(text, f"staff/invite/{name}") for name, text in ROLES.items())
        return say(turn, Reply(t("staff.invite_whom"), (*buttons, DESK)))
    known = next((name for name in ROLES if name == role), None)
    if known is None:
        return None
    if known in OF_A_UNIT:
        return entered(turn, UNIT)
    return _invited(turn, known, None)


def _invited(turn: Turn, role: StaffRole, unit: str | None) -> Outcome:
    code = turn.new_code(codes.INVITATION)
    until = turn.event.at + INVITED_FOR
    reply = Reply(
        paragraphs(
            [
                t(
                    "staff.invited",
                    role=role_text(turn.contest.gazetteer, role, unit),
                    code=codes.shown(code),
                    until=until,
                ),
                t("staff.invited_how", address=turn.contest.address),
            ]
        ),
        (PEOPLE, DESK),
    )
    act = Inviting(token_of(code), role, until, unit)
    return replace(say(turn, reply), acts=(act,))


UNIT = "staff-unit"


def unit_named(gazetteer: Gazetteer, typed: str) -> Unit | None:
    """The unit that staff mean: they know today's names, so one of these comes before old ones and
    before the district that had the same name."""
    found, said = gazetteer.find(typed), fold(typed)
    units = [c.unit for c in found.candidates]
    so_named = [u for u in units if said in (fold(u.name), fold(u.name).partition(" ")[2])]
    likely = so_named or units
    return likely[0] if len(likely) == 1 and not found.guessed else None


def workplace_named(gazetteer: Gazetteer, typed: str) -> str | None:
    """The id of the agency or the unit that staff mean."""
    if agency := gazetteer.agency(typed):
        return agency.id
    unit = unit_named(gazetteer, typed)
    return unit_id(unit) if unit else None


def unit_talk(pack: Pack, gazetteer: Gazetteer) -> Talk:
    """Of which commune? Asked of the only role that is of one."""
    (role,) = OF_A_UNIT
    example = words(pack.units_today.example)

    def take(_: Json | None, did: Input) -> Taken:
        if not isinstance(did, Said):
            return NotMine()
        unit = workplace_named(gazetteer, did.text[: MOST_LETTERS * 3])
        return Done(unit) if unit else Refused(t("staff.unit_unclear", example=example))

    def done(turn: Turn, answers: Answers) -> Outcome:
        over = closing(turn, UNIT, Answers(), Reply(t("staff.not_any_more"), (MENU,)))
        if not may(turn.member, "invite"):  # the role ended while they typed
            return over
        invited = _invited(replace(turn, place=over.place), role, str(answers["unit"]))
        return replace(invited, answers=over.answers)

    title = t("staff.unit_title")
    step = Step("unit", title, lambda _: Reply(t("staff.unit_ask"), (DESK,)), take, free=True)
    return Talk(title, Dialog(UNIT, (step,)), done, open_from_start=True)


# --- joining -------------------------------------------------------------------------------------


async def joined(turn: Turn) -> Outcome | None:
    """A code of ours was typed, or came by a link."""
    if not isinstance(turn.did, Said) or (code := codes.read(turn.did.text)) is None:
        return None
    invitation = await turn.look_up.staff_invitation(code)
    if invitation is None:
        return None
    if not invitation.good(turn.event.at):
        reply = Reply(t("staff.code_over"), (MENU,))
        return replace(answered_aside(turn, reply), denied="staff code that is over")
    role = role_text(turn.contest.gazetteer, invitation.role, invitation.unit)
    told: tuple[TellStaff, ...] = ()
    if invitation.by is not None:
        told = (TellStaff(Reply(t("staff.has_joined", role=role), (PEOPLE,)), (invitation.by,)),)
    return Outcome(
        turn.place.elsewhere(),
        (
            Reply(
                paragraphs([t("staff.welcome", role=role), t("staff.welcome_more")]),
                (Button(t("staff.name_button"), "staff/name"), DESK, MENU),
            ),
        ),
        acts=(Joining(token_of(code)),),
        tell_staff=told,
    )


async def name(turn: Turn, _: str) -> Outcome:
    return entered(turn, NAME)


def name_talk() -> Talk:
    title = t("staff.name_title")
    step = Step("name", title, lambda _: Reply(t("staff.name_ask"), (DESK,)), _name, free=True)

    def done(turn: Turn, answers: Answers) -> Outcome:
        if turn.member is None:
            return closing(turn, NAME, Answers(), Reply(t("staff.not_any_more"), (MENU,)))
        said = str(answers["name"])
        reply = Reply(t("staff.name_done", name=verbatim(said)), (DESK,))
        return replace(closing(turn, NAME, Answers(), reply), acts=(Naming(said),))

    return Talk(title, Dialog(NAME, (step,)), done, open_from_start=True)


def _name(_: Json | None, did: Input) -> Taken:
    if not isinstance(did, Said) or not (said := " ".join(did.text.split())):
        return NotMine()
    if len(said) > MOST_LETTERS:
        return Refused(t("dialog.too_long", most=MOST_LETTERS, sent=len(said)))
    return Done(said)


# --- ending --------------------------------------------------------------------------------------


async def end(turn: Turn, number: str) -> Outcome | None:
    """Asked once more: who is ended has to be invited anew."""
    member = await _member(turn, number)
    if member is None:
        return say(turn, Reply(t("staff.nobody"), (PEOPLE, DESK)))
    sure = Button(t("staff.end_yes"), f"staff/ended/{member.number}", tone="grave")
    asked = t("staff.end_sure", who=called(turn, member), role=role_of(turn, member))
    return say(turn, Reply(asked, (sure, PEOPLE, DESK)))


async def ended(turn: Turn, number: str) -> Outcome | None:
    member = await _member(turn, number)
    if member is None or member.number == (turn.member.number if turn.member else 0):
        return say(turn, Reply(t("staff.nobody"), (PEOPLE, DESK)))
    reply = Reply(t("staff.ended", who=called(turn, member)), (PEOPLE, DESK))
    told = TellStaff(
        Reply(t("staff.you_ended", role=role_of(turn, member)), (MENU,)), (member.number,)
    )
    return replace(say(turn, reply), acts=(Ending(member.number),), tell_staff=(told,))


async def _member(turn: Turn, number: str) -> Member | None:
    found = (m for m in await turn.look_up.staff() if str(m.number) == number)
    return next(found, None)
