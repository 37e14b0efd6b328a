"""Who helps, by what is needed."""

from __future__ import annotations

from contest.pack import Body, HelpNeed
from dialog.event import Pressed
from dialog.reply import Button, Reply, Text, lines, paragraphs, t, words
from handlers.saying import cited, told
from handlers.turn import HUMAN, Outcome, Turn, say


async def helpers(turn: Turn) -> Outcome | None:
    needs = turn.contest.pack.needs
    match turn.did:
        case Pressed("helpers/open"):
            buttons = tuple(Button(words(n.label), _token(n)) for n in needs)
            return say(turn, Reply(t("helpers.ask"), (*buttons, HUMAN)))
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
