"""Who helps: by what is needed, and by where somebody lives."""

from __future__ import annotations

from contest.faq.normalise import fold
from contest.pack import Body, HelpNeed, Pack, Unit
from contest.units import Candidate, Gazetteer, unit_id
from dialog.event import Input, Pressed, Said
from dialog.place import Answers, Given, Json
from dialog.reply import Button, Joined, Reply, Text, lines, paragraphs, t, verbatim, words
from dialog.step import Dialog, Done, NotMine, Refused, Step, Taken
from dialog.takers import choice
from handlers.saying import cited, told
from handlers.turn import HUMAN, Outcome, Talk, Turn, closing, entered, say

NAME = "commune"
MOST_LETTERS = 120


async def helpers(turn: Turn) -> Outcome | None:
    needs = turn.contest.pack.needs
    match turn.did:
        case Pressed("helpers/open"):
            buttons = tuple(Button(words(n.label), _token(n)) for n in needs)
            return say(turn, Reply(t("helpers.ask"), (*buttons, HUMAN)))
        case Pressed("commune/open"):
            return entered(turn, NAME)
        case Pressed(pressed):
            need = next((n for n in needs if pressed == _token(n)), None)
            return say(turn, _bodies(turn, need)) if need else None
    return None


def _token(need: HelpNeed) -> str:
    return "commune/open" if need.by_commune else f"help/{need.id}"


def _bodies(turn: Turn, need: HelpNeed) -> Reply:
    pack = turn.contest.pack
    bodies = [pack.bodies[name] for name in need.bodies]
    parts: list[Text] = [words(need.label), *(_body(turn, body) for body in bodies)]
    if any(body.contact is None for body in bodies):
        parts.append(t("helpers.no_contact"))
    return Reply(paragraphs(parts), (HUMAN,), note=cited(pack, *bodies))


def _body(turn: Turn, body: Body) -> Text:
    does = [t("list.item", item=told(turn, task)) for task in body.does]
    contact = [told(turn, body.contact)] if body.contact else []
    return lines([t("helpers.body", name=words(body.name)), *does, *contact])


def commune_talk(pack: Pack, gazetteer: Gazetteer) -> Talk:
    """Which commune? Asked again only where a name fits several."""
    every = [unit_id(unit) for unit in gazetteer.units]

    def take_name(_: Json | None, did: Input) -> Taken:
        match did:
            case Said(text) if len(text) > MOST_LETTERS:
                return Refused(t("helpers.commune_too_long"))
            case Said(text) if fold(text):
                known = gazetteer.find(text).candidates
                return Done(text.strip()) if known else Refused(t("helpers.commune_unknown"))
        return NotMine()

    def ask_which(given: Given) -> Reply:
        found = gazetteer.find(str(given["name"]))
        buttons = tuple(Button(_described(c), f"which/{unit_id(c.unit)}") for c in found.candidates)
        other = Button(t("helpers.commune_other"), "name/edit")
        asked = t("helpers.commune_guess") if found.guessed else t("helpers.commune_which")
        return Reply(asked, (*buttons, other))

    def unclear(given: Given) -> bool:
        if "name" not in given:
            return False
        found = gazetteer.find(str(given["name"]))
        return len(found.candidates) > 1 or found.guessed

    steps = (
        Step(
            "name",
            t("helpers.commune_title"),
            lambda _: Reply(t("helpers.commune_ask")),
            take_name,
            free=True,
        ),
        Step("which", t("helpers.commune_title"), ask_which, choice(every), applies=unclear),
    )

    def found(turn: Turn, answers: Answers) -> Outcome:
        picked = answers.get("which") if unclear(answers.given) else None
        if picked:
            unit = gazetteer.by_id(str(picked))
        else:
            unit = gazetteer.find(str(answers["name"])).candidates[0].unit
        assert unit is not None  # `choice(every)` took nothing else
        return closing(turn, NAME, answers, _commune(turn, unit))

    return Talk(t("helpers.commune_title"), Dialog(NAME, steps), found, open_from_start=True)


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


def _commune(turn: Turn, unit: Unit) -> Reply:
    pack = turn.contest.pack
    by_district: dict[str, list[str]] = {}
    for old in unit.was:
        by_district.setdefault(old.district, []).append(old.name)
    olds = [
        t("helpers.commune_was", names=verbatim(", ".join(names)), district=verbatim(district))
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
