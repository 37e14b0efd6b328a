"""Dossiers that were handed in: the queue of those that wait, and one at a glance, as a card."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from contest import codes
from contest.calendar import ZONE
from contest.dossier import after
from contest.pack import DossierStep, Pack
from contest.review import HandedInRow, UnderReview, age, alike, queued
from contest.staff import Looking, Member, Reviewing, may, may_see
from dialog.reply import Button, Reply, Text, lines, paragraphs, t, verbatim, words
from handlers.dossier.advising import ADVICE
from handlers.dossier.contents import (
    authors,
    entrant,
    files_in,
    recordings,
    step_of_kind,
    steps_for,
    title,
)
from handlers.dossier.overview import SHOWN_TITLE, STATES
from handlers.staff import people
from handlers.turn import Outcome, Turn, say

PAGE = 8  # of one screen
QUEUE = Button(t("review.button"), "staff/review")
NOTHING = Reply(t("review.nothing"), (QUEUE, people.DESK))
WithDossier = Callable[[Turn, UnderReview, str], Awaitable[Outcome]]


def member_of(turn: Turn) -> Member:
    assert turn.member is not None  # COMMANDS asks for the right
    return turn.member


def field_step(pack: Pack) -> str:
    step = step_of_kind(pack, "field")
    return step.id if step else ""


def card_button(code: str, label: Text | None = None) -> Button:
    return Button(label or t("review.card"), f"staff/dossier/{code}")


# --- the queue -----------------------------------------------------------------------------------


async def queue(turn: Turn, start: str) -> Outcome:
    """What waits for a review: what is back first, then the oldest, a screen at a time. Who may not
    judge sees what was returned as well: there they can help."""
    member = member_of(turn)
    rows = await seen(turn)
    found = queued(rows)
    if not may(member, "review"):
        found += [row for row in rows if row.state == "returned"]
    first = int(start) if start.isdecimal() else 0
    shown = found[first : first + PAGE]
    if not shown:
        return say(turn, Reply(t("review.none"), (people.DESK,)))
    staff = {m.number: m for m in await turn.look_up.staff()}
    listed = [_row(turn, row, staff.get(row.by or 0)) for row in shown]
    buttons = [card_button(row.code, verbatim(codes.shown(row.code))) for row in shown]
    if first + PAGE < len(found):
        buttons.append(Button(t("review.next_page"), f"staff/review/{first + PAGE}"))
    head = t("review.queue", n=len(found))
    reply = Reply(paragraphs([head, *listed]), (*buttons, people.DESK))
    return replace(say(turn, reply), acts=(Looking("review"),))


async def seen(turn: Turn) -> list[HandedInRow]:
    """All that are handed in and that this member may see."""
    member, step = member_of(turn), field_step(turn.contest.pack)
    rows = await turn.look_up.handed_in(step)
    return [row for row in rows if may_see(member.role, member.unit, row.unit)]


def _row(turn: Turn, row: HandedInRow, who: Member | None) -> Text:
    named = row.title if len(row.title) <= SHOWN_TITLE else f"{row.title[:SHOWN_TITLE].rstrip()}…"
    said: list[Text] = [
        t("review.row", code=codes.shown(row.code), title=verbatim(named or "-")),
        _about(turn, row),
    ]
    if row.is_back:
        said.insert(0, t("review.row_back"))
    elif row.rest:
        said.append(t("review.row_rest"))
    if row.state == "returned":
        said.append(t("review.row_returned"))
    if who:
        said.append(t("review.row_with", who=people.called(turn, who)))
    return lines(said)


def _about(turn: Turn, row: HandedInRow) -> Text:
    """How long it has waited, its field, where it comes from."""
    field = next((words(f.title) for f in turn.contest.pack.fields if f.id == row.field), None)
    unit = turn.contest.gazetteer.by_id(row.unit) if row.unit else None
    return t(
        "review.row_about",
        age=waits(turn, row),
        field=field or t("review.unknown"),
        unit=verbatim(unit.name) if unit else t("review.unknown"),
    )


def waits(turn: Turn, row: HandedInRow) -> Text:
    days = _age(turn, row)
    return t("review.age", n=days) if days else t("review.today")


def _age(turn: Turn, row: HandedInRow) -> int:
    came = row.at.astimezone(ZONE).date()
    return age(came, turn.today, turn.contest.pack.working.is_worked)


# --- one dossier ---------------------------------------------------------------------------------


async def found(turn: Turn, rest: str, then: WithDossier, *, screen: str) -> Outcome:
    """With the dossier of that code, if this member may see it; `rest`: what stands behind. What
    they are shown goes into the audit log."""
    code, _, more = rest.partition("/")
    under, member = await turn.look_up.under_review(code), member_of(turn)
    if under is None or not may_see(member.role, member.unit, under.dossier.unit):
        return say(turn, NOTHING)
    outcome = await then(turn, under, more)
    if any(reply.dossier for reply in outcome.replies):
        outcome = replace(outcome, acts=(*outcome.acts, Looking(screen, code)))
    return outcome


def judges(turn: Turn, under: UnderReview) -> bool:
    """May this member judge it? Not one they have a part in themselves."""
    return may(turn.member, "review") and under.code not in turn.dossiers


def can_return(under: UnderReview) -> bool:
    """Does it wait for the staff, or was it accepted? What is returned waits for its people."""
    return after(under.dossier.state, "return") is not None


def to_judge(turn: Turn, under: UnderReview) -> list[DossierStep]:
    """The items with no judgement that holds."""
    return [s for s in steps(turn, under) if under.judged(s.id) is None]


def steps(turn: Turn, under: UnderReview) -> list[DossierStep]:
    return steps_for(turn.contest.pack, under.given)


async def who_has_it(turn: Turn, under: UnderReview) -> Text | None:
    """None: nobody, or this member."""
    by = under.review.by
    if by in (None, member_of(turn).number):
        return None
    who = next((m for m in await turn.look_up.staff() if m.number == by), None)
    return people.called(turn, who) if who else t("staff.number", number=str(by))


async def card(turn: Turn, rest: str) -> Outcome:
    return await found(turn, rest, _card, screen="dossier")


async def _card(turn: Turn, under: UnderReview, _: str) -> Outcome:
    rows = await turn.look_up.handed_in(field_step(turn.contest.pack))
    row = next((r for r in rows if r.code == under.code), None)
    parts = [_head(turn, under, row), _contents(turn, under), _noticed(turn, under)]
    parts.append(_alike(turn, under, rows))
    parts.append(await _standing(turn, under))
    shown = [part for part in parts if part is not None]
    return say(turn, Reply(paragraphs(shown), _card_buttons(turn, under), dossier=under.code))


def _head(turn: Turn, under: UnderReview, row: HandedInRow | None) -> Text:
    code, state = codes.shown(under.code), STATES[under.dossier.state]
    said: list[Text] = [
        t("dossier.head", code=code, state=state),
        verbatim(title(under.given) or "-"),
    ]
    if last := under.dossier.submission:
        said.append(t("review.handed_in", number=str(last.number), at=last.at.astimezone(ZONE)))
    if row:
        said.append(_about(turn, row))
    return lines(said)


def _contents(turn: Turn, under: UnderReview) -> Text:
    """Who enters, and how much is there."""
    pack, given = turn.contest.pack, under.given
    kind = next((k for k in pack.checklist.kinds if k.id == entrant(pack, given)), None)
    names = ", ".join(author.name for author in authors(pack, given))
    said: list[Text] = [words(kind.label)] if kind else []
    if organisation := given.get("organisation"):
        said.append(verbatim(str(organisation)))
    said.append(t("review.authors", names=verbatim(names or "-")))
    every = steps(turn, under)
    files = sum(len(files_in(given.get(step.id))) for step in every)
    there = sum(step.id in given for step in every)
    said.append(t("review.complete", done=there, of=len(every), files=files))
    if spoken := sum(recordings(given.get(step.id)) for step in every):
        said.append(t("review.spoken", n=spoken))
    return lines(said)


def _noticed(turn: Turn, under: UnderReview) -> Text | None:
    """What the photo coach told whoever sent a photo, and they sent it all the same."""
    said = [
        t("review.noticed_in", title=words(step.title), what=noticed)
        for step in steps(turn, under)
        if (noticed := noticed_in(under.given.get(step.id)))
    ]
    return lines([t("review.noticed"), *said]) if said else None


def noticed_in(value: object) -> Text | None:
    told = [
        t("files.advice", number=n, why=ADVICE[advice])
        for n, file in enumerate(files_in(value), 1)
        for advice in file.get("noticed", file.get("advice", ()))
        if advice in ADVICE
    ]
    return lines(told) if told else None


def _alike(turn: Turn, under: UnderReview, rows: Sequence[HandedInRow]) -> Text | None:
    here = {row.code: row.title for row in rows if row.code != under.code}
    former = [(one.year, one.title) for one in turn.contest.pack.former]
    near = alike(title(under.given), here, former)
    if not near:
        return None
    said: list[Text] = [t("review.alike")]
    for one in near:
        name = verbatim(one.title)
        said.append(
            t("review.alike_here", title=name, code=codes.shown(one.code), percent=one.percent)
            if one.code
            else t("review.alike_former", title=name, year=str(one.year), percent=one.percent)
        )
    return lines(said)


async def _standing(turn: Turn, under: UnderReview) -> Text | None:
    """How far it is judged, and by whom."""
    if not judges(turn, under):
        return None
    if not can_return(under):
        return t("review.waits_for_people")
    said: list[Text] = []
    every = steps(turn, under)
    done = len(every) - len(to_judge(turn, under))
    if replaced := [s for s in every if under.replaced(s.id) and not under.judged(s.id)]:
        said.append(t("review.replaced", n=len(replaced)))
    if done or replaced:
        said.append(t("review.judged", done=done, of=len(every)))
    if who := await who_has_it(turn, under):
        said.append(t("review.with", who=who))
    return lines(said) if said else None


def _card_buttons(turn: Turn, under: UnderReview) -> tuple[Button, ...]:
    code = under.code
    if judges(turn, under) and can_return(under):
        label = t("review.go_on") if under.review.by else t("review.begin")
        ways = [
            Button(label, f"staff/items/{code}"),
            Button(t("review.end"), f"staff/end_of/{code}"),
        ]
    else:
        ways = [Button(t("review.items"), f"staff/items/{code}")]
    return (*ways, QUEUE, people.DESK)


# --- two reviewers -------------------------------------------------------------------------------


async def take(turn: Turn, rest: str) -> Outcome:
    """It is this member's from now on, with what was judged so far."""
    return await found(turn, rest, _take, screen="dossier")


async def _take(turn: Turn, under: UnderReview, seen_version: str) -> Outcome:
    if not judges(turn, under):
        return say(turn, NOTHING)
    outcome = await _card(turn, under, "")
    if seen_version != str(under.review.version) or await who_has_it(turn, under) is None:
        return outcome
    after_it = replace(under, review=replace(under.review, by=member_of(turn).number))
    outcome = await _card(turn, after_it, "")
    return replace(outcome, acts=(Reviewing(under.code, under.review.version),))


async def if_free(turn: Turn, under: UnderReview) -> Outcome | None:
    """None: this member may judge it now. Else why not, and how they could."""
    if not judges(turn, under) or not can_return(under):
        return await _card(turn, under, "")
    who = await who_has_it(turn, under)
    if who is None:
        return None
    over = Button(t("review.take"), f"staff/take/{under.code}/{under.review.version}")
    said = t("review.is_with", code=codes.shown(under.code), who=who)
    return say(turn, Reply(said, (over, card_button(under.code), QUEUE)))
