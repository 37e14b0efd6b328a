"""The fields, with examples people recognise; and which field fits, from a description."""

from __future__ import annotations

from dataclasses import replace

from contest.fields import Suggestion
from contest.pack import Field, Pack
from dialog.event import Pressed
from dialog.place import Answers
from dialog.reply import Button, Reply, Text, lines, paragraphs, t, verbatim, words
from dialog.step import Dialog, Step
from dialog.takers import words as own_words
from handlers.saying import cited, told
from handlers.turn import HUMAN, MENU, Outcome, Talk, Turn, closing, entered, say

FIND = Button(t("fields.find_button"), "find/open")
LONGEST_DESCRIPTION = 3000


async def fields(turn: Turn) -> Outcome | None:
    match turn.did:
        case Pressed("fields/list"):
            return say(turn, _list(turn))
        case Pressed("find/open"):
            return entered(turn, "find")
        case Pressed(pressed) if pressed.startswith("field/"):
            field = next(
                (f for f in turn.contest.pack.fields if f.id == pressed.removeprefix("field/")),
                None,
            )
            return say(turn, _one(turn, field)) if field else None
    return None


def _list(turn: Turn) -> Reply:
    pack = turn.contest.pack
    named = [
        t("fields.line", number=n, title=words(f.title), plain=told(turn, f.plain))
        for n, f in enumerate(pack.fields, 1)
    ]
    buttons = tuple(_button(f) for f in pack.fields)
    text = paragraphs([told(turn, pack.fields_intro), lines(named), told(turn, pack.fields_caveat)])
    return Reply(text, (FIND, *buttons), note=cited(pack, *pack.fields))


def _one(turn: Turn, field: Field) -> Reply:
    text = paragraphs([words(field.title), told(turn, field.plain), _examples(turn, field)])
    return Reply(text, (FIND,), note=cited(turn.contest.pack, field))


def _examples(turn: Turn, field: Field) -> Text:
    shown = field.examples[
        turn.lang if turn.lang in field.examples else turn.contest.pack.languages[0]
    ]
    return t("fields.examples", examples=lines([t("list.item", item=verbatim(e)) for e in shown]))


def _button(field: Field) -> Button:
    return Button(words(field.title), f"field/{field.id}")


def find_talk(pack: Pack) -> Talk:
    step = Step(
        "description",
        t("fields.find_title"),
        lambda _: Reply(t("fields.describe"), (MENU,)),
        own_words(LONGEST_DESCRIPTION),
        free=True,
    )
    return Talk(
        t("fields.find_title"),
        Dialog("find", (step,)),
        _found,
        open_from_start=True,
        can_restart=True,
    )


def _found(turn: Turn, answers: Answers) -> Outcome:
    pack, described = turn.contest.pack, answers["description"]
    suggested = turn.contest.finder.suggest(described)
    again = Button(t("fields.describe_again"), "find/open")
    if not suggested:
        reply = Reply(
            t("fields.not_found"), (again, Button(t("menu.fields"), "fields/list"), HUMAN)
        )
    else:
        reply = Reply(
            paragraphs([_verdict(suggested), told(turn, pack.fields_caveat)]),
            (*(_button(s.field) for s in suggested), again, HUMAN),
            note=cited(pack, *(s.field for s in suggested)),
        )
    outcome = closing(turn, "find", answers, reply)
    return replace(outcome, given=("/fields/list",) if suggested else ())


def _verdict(suggested: list[Suggestion]) -> Text:
    reasons = [
        t("fields.because", title=words(s.field.title), example=verbatim(s.because))
        for s in suggested
    ]
    if len(suggested) == 1:
        return lines([t("fields.one_fits"), *reasons])
    return lines([t("fields.two_fit"), *reasons, t("fields.two_choose")])
