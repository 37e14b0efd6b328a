"""Which jury judges what: groups with a name, each of several fields; a field is of one at most."""

from __future__ import annotations

from dataclasses import replace

from contest.lists import LONGEST_GROUP, MOST_GROUPS, JuryGroup, group_of
from contest.pack import Field
from contest.staff import FieldGrouping, GroupEnding, GroupNaming, may
from dialog.event import Input, Said
from dialog.place import Answers, Json
from dialog.reply import Button, Joined, Reply, Text, lines, t, verbatim, words
from dialog.step import Dialog, Done, NotMine, Refused, Step, Taken
from handlers.staff.lists import BUTTON, GROUPS, named
from handlers.staff.people import DESK
from handlers.turn import MENU, Outcome, Talk, Turn, closing, entered, say

NAME, STEP = "staff-group", "group"
WAYS = (GROUPS, BUTTON, DESK)


async def groups(turn: Turn, _: str) -> Outcome:
    found = await _groups(turn)
    rows = [_row(turn, group) for group in found]
    if free := [f for f in turn.contest.pack.fields if group_of(found, f.id) is None]:
        rows.append(t("jury.free", fields=_titles(free)))
    buttons = [Button(t("jury.open", name=named(g)), f"staff/group/{g.number}") for g in found]
    if len(found) < MOST_GROUPS:
        buttons.append(Button(t("jury.new"), "staff/groupname"))
    head = t("jury.list", n=len(found)) if found else t("jury.none")
    return say(turn, Reply(lines([head, *rows]), (*buttons, BUTTON, DESK)))


async def _groups(turn: Turn) -> tuple[JuryGroup, ...]:
    return await turn.look_up.read(lambda reader: reader.groups())


def _row(turn: Turn, group: JuryGroup) -> Text:
    fields = [f for f in turn.contest.pack.fields if f.id in group.fields]
    return t("jury.row", name=named(group), fields=_titles(fields) if fields else verbatim("-"))


def _titles(fields: list[Field]) -> Text:
    return Joined(tuple(words(field.title) for field in fields), "; ")


def _of_number(found: tuple[JuryGroup, ...], number: str) -> JuryGroup | None:
    return next((group for group in found if str(group.number) == number), None)


def _gone(turn: Turn) -> Outcome:
    return say(turn, Reply(t("jury.gone"), WAYS))


async def group(turn: Turn, number: str) -> Outcome:
    found = await _groups(turn)
    chosen = _of_number(found, number)
    return say(turn, _shown(turn, found, chosen)) if chosen else _gone(turn)


def _shown(turn: Turn, found: tuple[JuryGroup, ...], chosen: JuryGroup) -> Reply:
    """Its fields; a press puts a field in, or takes it out."""
    number = chosen.number
    buttons = []
    for field in turn.contest.pack.fields:
        now, name = group_of(found, field.id), words(field.title)
        if now == chosen:
            buttons.append(Button(t("jury.take_out", field=name), f"staff/regroup/{field.id}/0"))
        else:
            label = t("jury.move", field=name, name=named(now)) if now else name
            buttons.append(Button(label, f"staff/regroup/{field.id}/{number}"))
    buttons += [
        Button(t("jury.rename"), f"staff/groupname/{number}"),
        Button(t("jury.end"), f"staff/groupend/{number}"),
    ]
    return Reply(lines([_row(turn, chosen), t("jury.how")]), (*buttons, *WAYS))


async def regroup(turn: Turn, rest: str) -> Outcome:
    """«FIELD/GROUP»: this group judges it from now on; «FIELD/0»: none."""
    field_id, _, number = rest.partition("/")
    found = await _groups(turn)
    field = next((f for f in turn.contest.pack.fields if f.id == field_id), None)
    now, to = group_of(found, field_id), _of_number(found, number)
    if field is None or (to is None and number != "0"):
        return _gone(turn)
    if now == to:  # pressed twice
        return say(turn, _shown(turn, found, to)) if to else await groups(turn, "")
    after = tuple(_with(g, field_id, g == to) for g in found)
    shown = next(g for g in after if g.number == (to or now or after[0]).number)
    act = FieldGrouping(field_id, to.number if to else None)
    return replace(say(turn, _shown(turn, after, shown)), acts=(act,))


def _with(group: JuryGroup, field: str, there: bool) -> JuryGroup:
    others = tuple(f for f in group.fields if f != field)
    return replace(group, fields=(*others, field) if there else others)


async def group_end(turn: Turn, rest: str) -> Outcome:
    """«GROUP»: sure? «GROUP/yes»: it is no more."""
    number, _, sure = rest.partition("/")
    chosen = _of_number(await _groups(turn), number)
    if chosen is None:
        return _gone(turn)
    if sure != "yes":
        button = Button(t("jury.end_yes"), f"staff/groupend/{number}/yes", tone="grave")
        return say(turn, Reply(t("jury.end_sure", name=named(chosen)), (button, *WAYS)))
    done = say(turn, Reply(t("jury.ended", name=named(chosen)), WAYS))
    return replace(done, acts=(GroupEnding(chosen.number),))


# --- its name ------------------------------------------------------------------------------------


async def group_name(turn: Turn, number: str) -> Outcome:
    """«»: of a new group; «GROUP»: another name for this one."""
    found = await _groups(turn)
    chosen = _of_number(found, number)
    if (number and chosen is None) or (not number and len(found) >= MOST_GROUPS):
        return _gone(turn)
    begun = {"number": chosen.number if chosen else None}
    fresh = replace(turn, answers={**turn.answers, NAME: Answers(begun={STEP: begun})})
    return entered(fresh, NAME)


def group_talk() -> Talk:
    title = t("jury.title")
    ask = Reply(t("jury.ask"), WAYS)
    step = Step(STEP, title, lambda _: ask, _take, again=lambda _: ask, free=True)

    def done(turn: Turn, answers: Answers) -> Outcome:
        if not may(turn.member, "lists"):  # the role ended while they typed
            return closing(turn, NAME, Answers(), Reply(t("staff.not_any_more"), (MENU,)))
        named = answers[STEP]
        reply = Reply(t("jury.name_done", name=verbatim(str(named["name"]))), WAYS)
        act = GroupNaming(str(named["name"]), named["number"])
        return replace(closing(turn, NAME, Answers(), reply), acts=(act,))

    return Talk(title, Dialog(NAME, (step,)), done)


def _take(held: Json | None, did: Input) -> Taken:
    if not isinstance(did, Said) or not (said := " ".join(did.text.split())):
        return NotMine()
    if len(said) > LONGEST_GROUP:
        return Refused(t("dialog.too_long", most=LONGEST_GROUP, sent=len(said)))
    return Done({"number": (held or {}).get("number"), "name": said})
