"""Which commune or ward? Found by any name people still use, asked again where several fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from contest.faq.normalise import asks, fold
from contest.pack import Pack, Unit
from contest.units import Candidate, Found, Gazetteer, unit_id
from dialog.event import Input, Pressed, Said
from dialog.place import Answers, Json
from dialog.reply import Button, Joined, Reply, Text, lines, paragraphs, t, verbatim, words
from dialog.step import Dialog, Done, More, NotMine, Refused, Step, Taken
from handlers.entrant.start import greeting
from handlers.saying import cited, told
from handlers.steps import advance_dialog
from handlers.turn import (
    HUMAN,
    MENU,
    Outcome,
    Talk,
    Turn,
    answered_aside,
    closing,
    entered,
    open_step,
)

NAME, STEP = "commune", "where"
AT = "commune/at/"  # and a unit's id: what a commune's own link or poster leads to
KIND = "xa-"  # how the ids of communes begin; a link may leave it out
MOST_LETTERS = 120
MOST_WORDS = 8  # of a message that is nothing but a place
ASK = Reply(t("helpers.commune_ask"), (MENU,))
GIVEN = ("/commune",)  # see `handlers.said`


async def commune(turn: Turn) -> Outcome | None:
    match turn.did:
        case Pressed("commune/open"):
            return entered(turn, NAME)
        case Pressed(token) if token.startswith(AT):
            return _came_by(turn, token.removeprefix(AT))
        case Said(text) if _just_a_place(turn, text):
            place = replace(turn.place.opened(NAME), asked=STEP)
            answers = {name: a for name, a in turn.answers.items() if name != NAME}
            return await advance_dialog(replace(turn, place=place, answers=answers))
    return None


def _came_by(turn: Turn, name: str) -> Outcome:
    """A link of that unit; of one there is not, they are asked. It may be their first word here."""
    first = () if turn.shown else (Reply(greeting(turn)),)
    gazetteer = turn.contest.gazetteer
    unit = gazetteer.by_id(name) or gazetteer.by_id(f"{KIND}{name}")
    if unit is None:
        return entered(turn, NAME, *first)
    outcome = answered_aside(_at_home(turn, unit), *first, described(turn, unit))
    return replace(outcome, given=GIVEN)


def _at_home(turn: Turn, unit: Unit) -> Turn:
    """The last one said is where they live."""
    return replace(turn, place=replace(turn.place, home=unit_id(unit)))


def _just_a_place(turn: Turn, text: str) -> bool:
    """Somebody says where they live before being asked, as people do."""
    if open_step(turn) or asks(text) or len(fold(text).split()) > MOST_WORDS:
        return False
    return turn.contest.gazetteer.names_only(text)


def commune_talk(pack: Pack, gazetteer: Gazetteer) -> Talk:
    title = t("helpers.commune_title")
    where = _Where(gazetteer, words(pack.units_today.example))
    step = Step(
        STEP,
        title,
        lambda _: ASK,
        where.take,
        where.again,
        still_good=lambda name: gazetteer.by_id(str(name)) is not None,
        free=True,
    )

    def done(turn: Turn, answers: Answers) -> Outcome:
        unit = gazetteer.by_id(str(answers[STEP]))
        assert unit is not None  # `still_good` sees to it
        outcome = closing(_at_home(turn, unit), NAME, Answers(), described(turn, unit))
        return replace(outcome, given=GIVEN)

    return Talk(title, Dialog(NAME, (step,)), done, open_from_start=True, can_restart=True)


@dataclass(frozen=True, slots=True)
class _Where:
    """Takes a name. What is held meanwhile is {"typed": the name that was not enough}."""

    gazetteer: Gazetteer
    example: Text

    def take(self, held: Json | None, did: Input) -> Taken:
        match did:
            case Pressed(choice):
                return self._chosen(self._found(held), choice)
            case Said(text) if len(text) > MOST_LETTERS:
                return Refused(t("helpers.commune_too_long", example=self.example))
            case Said(text) if fold(text):
                return self._heard(held, text)
        return NotMine()

    def again(self, held: Json) -> Reply:
        found = self._found(held)
        return _which(found) if found.candidates else ASK

    def _found(self, held: Json | None) -> Found:
        typed = held.get("typed") if isinstance(held, Mapping) else None
        return self.gazetteer.find(str(typed)) if typed else Found(())

    def _chosen(self, before: Found, choice: str) -> Taken:
        if choice == "no":
            return More({}, ASK)
        if choice == "yes" and before.candidates:
            return Done(unit_id(before.candidates[0].unit))
        return Done(choice) if self.gazetteer.by_id(choice) else NotMine()

    def _heard(self, held: Json | None, text: str) -> Taken:
        """A name; the number of a choice; or a district, to tell apart what a name left open."""
        before = self._found(held)
        if text.isdecimal() and 1 <= int(text) <= len(before.candidates):
            return Done(unit_id(before.candidates[int(text) - 1].unit))
        if held:
            both = self.gazetteer.find(f"{held['typed']}, {text}").candidates
            if len(both) == 1 and both[0].unit in (c.unit for c in before.candidates):
                return Done(unit_id(both[0].unit))
        found = self.gazetteer.find(text)
        if not found.candidates:
            return Refused(t("helpers.commune_unknown", example=self.example))
        if len(found.candidates) == 1 and not found.guessed:
            return Done(unit_id(found.candidates[0].unit))
        return More({"typed": text}, _which(found))


def _which(found: Found) -> Reply:
    other = Button(t("helpers.commune_other"), f"{STEP}/no")
    if len(found.candidates) == 1:
        asked = t("helpers.commune_guess", unit=_described(found.candidates[0]))
        return Reply(asked, (Button(t("helpers.commune_yes"), f"{STEP}/yes"), other))
    buttons = tuple(Button(_described(c), f"{STEP}/{unit_id(c.unit)}") for c in found.candidates)
    return Reply(t("helpers.commune_which"), (*buttons, other))


def _described(candidate: Candidate) -> Text:
    """Today's unit, told by the old name through which it was found."""
    name = verbatim(candidate.unit.name)
    old = candidate.through
    if old is None:
        districts = dict.fromkeys(o.district for o in candidate.unit.was)
        where = Joined(tuple(verbatim(d) for d in districts), ", ")
        return t("helpers.commune_option", unit=name, district=where)
    return t(
        "helpers.commune_option_old",
        unit=name,
        old=verbatim(old.name),
        district=verbatim(old.district),
    )


def described(turn: Turn, unit: Unit) -> Reply:
    pack = turn.contest.pack
    by_district: dict[str, list[Text]] = {}
    for old in unit.was:
        name = (
            t("helpers.commune_part", name=verbatim(old.name)) if old.part else verbatim(old.name)
        )
        by_district.setdefault(old.district, []).append(name)
    olds = [
        t("helpers.commune_was", names=Joined(tuple(names), ", "), district=verbatim(district))
        for district, names in by_district.items()
    ]
    bodies = [pack.bodies[name] for need in pack.needs if need.by_commune for name in need.bodies]
    does = [t("list.item", item=told(turn, task)) for body in bodies for task in body.does]
    parts: list[Text] = [
        lines(
            [
                t("helpers.commune_found", unit=verbatim(unit.name), since=pack.units_today.day),
                *olds,
            ]
        ),
        lines([t("helpers.commune_does", unit=verbatim(unit.name)), *does]),
        t("helpers.no_contact"),
    ]
    again = Button(t("helpers.commune_again"), "commune/open")
    return Reply(paragraphs(parts), (again, HUMAN), note=cited(pack, *bodies, pack.units_today))
