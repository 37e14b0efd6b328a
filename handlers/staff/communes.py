"""The communes from which no dossier has come, and a card for each that invites its people."""

from __future__ import annotations

from dataclasses import replace

from contest.cards import is_public, link, silent
from contest.pack import Unit
from contest.staff import OF_A_UNIT, Looking
from contest.units import unit_id
from dialog.reply import Button, Paper, Picture, Reply, Text, lines, paragraphs, t, verbatim, words
from handlers.fallback import fallback
from handlers.staff import people
from handlers.turn import Outcome, Turn, say

SILENT = Button(t("communes.button"), "staff/communes")
ALL = Button(t("communes.all_cards"), "staff/cards")
PAGE = 10  # of one screen
_FROM = "from-"  # and how many stand before the screen


async def communes(turn: Turn, rest: str) -> Outcome | None:
    """`rest`: a unit's id; «from-20»: from the 21st on; nothing: from the first on."""
    heard = await turn.look_up.units_with_dossiers()
    own = _only(turn)
    if own is not None and rest != own and turn.contest.gazetteer.by_id(rest):
        return replace(await fallback(turn), denied="staff/communes")
    unit = turn.contest.gazetteer.by_id(own or rest)
    if unit is not None:
        return _one(turn, unit, heard=unit_id(unit) in heard)
    if own is not None:
        return say(turn, Reply(t("communes.no_unit"), (people.DESK,)))
    first = rest.removeprefix(_FROM) if rest.startswith(_FROM) else ""
    return _listed(turn, silent(turn.contest.pack.units, heard), _number(first))


def _only(turn: Turn) -> str | None:
    """The only unit this member may see; None: they see all."""
    member = turn.member
    assert member is not None  # COMMANDS asks for the right
    return (member.unit or "") if member.role in OF_A_UNIT else None


def _number(said: str) -> int:
    return int(said) if said.isdecimal() and len(said) < 6 else 0


def _listed(turn: Turn, found: list[Unit], first: int) -> Outcome:
    every = len(turn.contest.pack.units)
    if not found:
        return say(turn, Reply(t("communes.none", all=every), (people.DESK,)))
    shown = found[first : first + PAGE] or found[:PAGE]
    rows = [t("list.item", item=verbatim(unit.name)) for unit in shown]
    buttons = [Button(verbatim(u.name), f"staff/communes/{unit_id(u)}") for u in shown]
    after = first + PAGE
    if after < len(found):
        buttons.append(Button(t("communes.more"), f"staff/communes/{_FROM}{after}"))
    said = [t("communes.silent", count=len(found), all=every), *rows]
    parts: list[Text] = [lines(said), t("communes.pick")]
    reply = Reply(paragraphs(parts), (*buttons, ALL, people.DESK))
    return replace(say(turn, reply), acts=(Looking("communes"),))


def _one(turn: Turn, unit: Unit, *, heard: bool) -> Outcome:
    """The card as a picture, and words that go with it: both to be passed on as they are."""
    has = t("communes.heard") if heard else t("communes.not_heard")
    head = t("communes.one", unit=verbatim(unit.name), standing=has)
    url = link(turn.contest.address, unit)
    back = () if _only(turn) is not None else (SILENT,)
    if (why := _no_card(turn)) or url is None:
        text = paragraphs([head, why or t("communes.no_address")])
        return replace(say(turn, Reply(text, (*back, people.DESK))), acts=_looked(unit))
    picture = Picture(
        "commune_card",
        t("communes.card_name", unit=unit_id(unit)),
        t("communes.card_alt", unit=verbatim(unit.name)),
        _card(turn, unit, url),
    )
    pack = turn.contest.pack
    to_pass_on = t(
        "communes.words",
        unit=verbatim(unit.name),
        contest=words(pack.short_name),
        deadline=pack.deadline,
        url=url,
    )
    outcome = say(
        turn,
        Reply(paragraphs([head, t("communes.pass_on")]), files=(picture,)),
        Reply(to_pass_on, (*back, people.DESK)),
    )
    return replace(outcome, acts=_looked(unit))


def _looked(unit: Unit) -> tuple[Looking, ...]:
    return (Looking(f"communes/{unit_id(unit)}"),)


def _no_card(turn: Turn) -> Text | None:
    """Why there is nothing to invite to, or no way to lead there."""
    if turn.over:
        return t("communes.over", deadline=turn.contest.pack.deadline)
    return None if is_public(turn.contest.address) else t("communes.no_address")


def _card(turn: Turn, unit: Unit, url: str) -> dict[str, object]:
    pack = turn.contest.pack
    return {
        "contest": words(pack.name),
        "unit": verbatim(unit.name),
        "calls": [t("communes.call_1"), t("communes.call_2")],
        "deadline": t("communes.deadline", deadline=pack.deadline),
        "scan": t("communes.scan"),
        "url": url,
    }


async def cards(turn: Turn, _: str) -> Outcome | None:
    """All cards of those that are silent, in one file; an officer's is the one of their commune."""
    if _only(turn) is not None:
        return await communes(turn, "")
    if why := _no_card(turn):
        return say(turn, Reply(why, (SILENT, people.DESK)))
    heard = await turn.look_up.units_with_dossiers()
    found = silent(turn.contest.pack.units, heard)
    if not found:
        return _listed(turn, found, 0)
    made = [_card(turn, unit, url) for unit in found if (url := link(turn.contest.address, unit))]
    paper = Paper("commune_cards", t("communes.zip_name"), {"cards": made})
    reply = Reply(t("communes.all", n=len(made)), (SILENT, people.DESK), (paper,))
    return replace(say(turn, reply), acts=(Looking("communes/cards"),))
