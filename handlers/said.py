"""Everything that is said from the facts of a contest, by name; and what a turn has shown of it.

An answer is named by its topic; a screen by «/» and the token of its button, «/timeline/show». So
who was given what can be noted without a word of it, and what a changed fact changes can be found
by saying everything twice and comparing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from contest.calendar import DeadlineNow
from contest.dossier import Opened
from contest.eligibility import Point, judge
from contest.pack import Pack
from dialog.event import ChatRef, Event, Pressed
from dialog.place import Place
from dialog.reply import Joined, Reply, Text, paragraphs, t, words
from handlers.entrant import checklist, commune, eligibility, fields, helpers, questions, timeline
from handlers.saying import deadline_left, told
from handlers.turn import Contest, LookUps, Outcome, Turn

DOSSIER = "/dossier"  # what everybody who works on a dossier is told
SCREENS = (
    timeline.timeline,
    timeline.calendar_file,
    checklist.checklist,
    fields.fields,
    helpers.helpers,
)


@dataclass(frozen=True, slots=True)
class Said:
    """`title`: what it is called for staff. `replies`: without their buttons."""

    title: Text
    replies: tuple[Reply, ...]

    @property
    def text(self) -> Text:
        """All of it, with what stands small under it in brackets."""
        parts: list[Text] = []
        for reply in self.replies:
            parts += [reply.text, *([t("said.note", note=reply.note)] if reply.note else [])]
        return paragraphs(parts)


def screens(pack: Pack) -> dict[str, Text]:
    """The tokens of the screens that show facts, and what they are called."""
    return {
        "timeline/show": t("menu.timeline"),
        "timeline/calendar": t("timeline.save"),
        "fields/list": t("menu.fields"),
        **{
            f"checklist/{kind.id}": t("checklist.title", kind=words(kind.label))
            for kind in pack.checklist.kinds
        },
        **{f"field/{field.id}": words(field.title) for field in pack.fields},
        **{f"help/{need.id}": words(need.label) for need in pack.needs if not need.by_commune},
    }


def noted(turn: Turn, outcome: Outcome) -> Outcome:
    """With the names of all that it shows."""
    given = list(outcome.given)
    if outcome.answered:
        given += outcome.answered.topics
    if isinstance(turn.did, Pressed) and turn.did.token in screens(turn.contest.pack):
        given.append(f"/{turn.did.token}")
    if turn.own_dossiers or any(isinstance(deed, Opened) for deed in outcome.deeds):
        given.append(DOSSIER)
    return replace(outcome, given=tuple(dict.fromkeys(given))) if given else outcome


def bare_turn(contest: Contest, look_up: LookUps, at: datetime) -> Turn:
    """Of somebody who has said nothing yet, in the first language of the contest."""
    event = Event("", ChatRef("", ""), at, Pressed(""))
    lang = contest.pack.languages[0]
    return Turn(event, event.input, lang, Place(), {}, contest, look_up, lambda _: 0)


async def everything(turn: Turn) -> dict[str, Said]:
    """All of it as it is at the time of this turn, which is a bare one."""
    pack = turn.contest.pack
    found = {
        name: Said(words(topic.question), (_bare(questions.answer(turn, topic)),))
        for name, topic in pack.topics.items()
    }
    for token, title in screens(pack).items():
        pressed = replace(turn, did=Pressed(token))
        for screen in SCREENS:
            if (outcome := await screen(pressed)) is not None:
                found[f"/{token}"] = Said(title, tuple(map(_bare, outcome.replies)))
                break
    return {**found, **dict(_parts(turn))}


def _parts(turn: Turn) -> Iterator[tuple[str, Said]]:
    """What is shown in the middle of something else."""
    pack = turn.contest.pack
    first = {q.id: q.options[0].id for q in pack.eligibility.questions}
    verdict = eligibility.headline(turn, judge(pack.eligibility, first))
    yield "/eligibility", Said(t("eligibility.title"), (_bare(verdict),))
    for question in pack.eligibility.questions:
        for option in question.options:
            title = t(
                "eligibility.change_line", title=words(question.title), answer=words(option.label)
            )
            point = Reply(eligibility.point_of(turn, Point(question, option)))
            yield f"/may/{question.id}.{option.id}", Said(title, (point,))
    if pack.units:
        unit = commune.described(turn, pack.units[0])
        yield commune.GIVEN[0], Said(t("helpers.commune_title"), (_bare(unit),))
    left = deadline_left(DeadlineNow(pack.deadline, turn.today))
    purposes = [told(turn, purpose.text) for purpose in pack.checklist.purposes]
    yield DOSSIER, Said(t("menu.dossiers"), (Reply(paragraphs([left, *purposes])),))


def _bare(reply: Reply) -> Reply:
    return replace(reply, buttons=())


@dataclass(frozen=True, slots=True)
class Changed:
    """Something that is said otherwise from now on."""

    name: str
    before: Said
    after: Said


def differing(before: Text, after: Text) -> tuple[Text, Text]:
    """Both without the parts in which they are the same, as far as they are made of parts."""
    if not (isinstance(before, Joined) and isinstance(after, Joined)):
        return before, after
    old, new = list(before.parts), list(after.parts)
    if before.between != after.between or old == new:
        return before, after
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    if len(old) == len(new):
        pairs = [differing(*pair) for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
        old, new = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    between = before.between
    return Joined(tuple(old), between), Joined(tuple(new), between)


def changed(before: Mapping[str, Said], after: Mapping[str, Said]) -> list[Changed]:
    """In the order of the pack."""
    return [
        Changed(name, before[name], said)
        for name, said in after.items()
        if name in before and before[name].replies != said.replies
    ]
