"""An announcement is made: to whom, the words, a picture if there is one; then it is proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from contest.announcing import (
    LARGEST_FILE,
    LONGEST,
    STANDINGS,
    WHOM,
    Announcement,
    Enclosed,
    Segment,
    units_of,
)
from contest.pack import Pack
from contest.staff import may
from contest.units import Gazetteer, unit_id
from dialog.engine import EDIT, dialog_of, fingerprint, token
from dialog.event import Attachment, Input, Pressed, Said, Sent
from dialog.place import Answers, Given, Json
from dialog.reply import Button, Reply, Text, paragraphs, t, verbatim, words
from dialog.step import Dialog, Done, More, NotMine, Refused, Step, Taken
from dialog.takers import choice
from handlers.fallback import fallback
from handlers.staff import people
from handlers.staff.announced import ALL, STANDS, shown_to_staff
from handlers.staff.proposing import proposed
from handlers.steps import advance_dialog
from handlers.turn import MENU, Outcome, Talk, Turn, answers_of, closing, entered, open_step, say

NAME, TOPIC = "staff-announce", "topic"
MOST_TYPED = 200  # letters of a commune or of a question
MOST_TOPICS = 4
TYPES = (
    "image/jpeg", "image/png", "image/webp", "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)  # fmt: skip
ANNOUNCE = Button(t("announce.button"), "staff/announce")
_BY_WHOM: dict[str, Text] = {
    "all": t("announce.all"),
    "field": t("announce.field"),
    "unit": t("announce.unit"),
    "state": t("announce.state"),
    "topic": t("announce.topic"),
    "staff": t("announce.staff"),
}


def announce_talk(pack: Pack, gazetteer: Gazetteer) -> Talk:
    title = t("announce.title")
    example = words(pack.units_today.example)
    fields = {field.id: words(field.title) for field in pack.fields}
    roles: dict[str, Text] = dict(people.ROLES.items())
    topics = _Topics(pack)
    steps = (
        _choice("whom", t("announce.ask_whom"), _BY_WHOM),
        _choice("field", t("announce.ask_field"), fields, of="field"),
        Step(
            "unit",
            t("announce.unit"),
            lambda _: Reply(t("staff.unit_ask"), (people.DESK,)),
            lambda _, did: _unit(gazetteer, example, did),
            applies=_meant("unit"),
            still_good=lambda name: gazetteer.by_id(str(name)) is not None,
            free=True,
        ),
        _choice(
            "officers",
            t("announce.ask_officers"),
            {"yes": t("announce.officers_yes"), "no": t("announce.officers_no")},
            of="unit",
        ),
        _choice("state", t("announce.ask_state"), STANDS, of="state"),
        Step(
            TOPIC,
            t("announce.topic"),
            lambda _: Reply(t("announce.ask_topic"), (people.DESK,)),
            topics.take,
            topics.again,
            applies=_meant("topic"),
            still_good=lambda name: name in pack.topics,
            free=True,
        ),
        _choice("role", t("announce.ask_role"), roles, of="staff"),
        Step(
            "words",
            t("announce.words"),
            lambda given: _written(given.get("words")),
            _write,
            _written,
            free=True,
        ),
    )

    def done(turn: Turn, answers: Answers) -> Outcome:
        return closing(turn, NAME, answers, Reply(t("announce.ready"), (ANNOUNCE,)))

    return Talk(title, Dialog(NAME, steps), done, for_questions=True)


def _meant(whom: str) -> Any:
    return lambda given: given.get("whom") == whom


def _choice(name: str, asked: Text, options: Any, of: str | None = None) -> Step:
    buttons = tuple(Button(text, f"{name}/{option}") for option, text in options.items())
    reply = Reply(asked, (*buttons, people.DESK))
    takes = choice(tuple(options))
    if of is None:
        return Step(name, asked, lambda _: reply, takes)
    return Step(name, asked, lambda _: reply, takes, applies=_meant(of))


def _unit(gazetteer: Gazetteer, example: Text, did: Input) -> Taken:
    if not isinstance(did, Said):
        return NotMine()
    unit = people.unit_named(gazetteer, did.text[:MOST_TYPED])
    return Done(unit_id(unit)) if unit else Refused(t("staff.unit_unclear", example=example))


@dataclass(frozen=True, slots=True)
class _Topics:
    """Takes the ids of topics, which `_found` has made of what was typed, to choose one of them.
    What is held meanwhile is {"near": [ids]}."""

    pack: Pack

    def take(self, _: Json | None, did: Input) -> Taken:
        match did:
            case Pressed(picked) if picked in self.pack.topics:
                return Done(picked)
            case Said(text) if text.strip():
                near = [name for name in text.split() if name in self.pack.topics]
                if not near:
                    return Refused(t("announce.no_topic"))
                value = {"near": near}
                return More(value, self.again(value))
        return NotMine()

    def again(self, held: Json) -> Reply:
        found = [self.pack.topics[name] for name in held["near"] if name in self.pack.topics]
        buttons = tuple(Button(words(topic.question), f"topic/{topic.id}") for topic in found)
        return Reply(t("announce.which_topic"), (*buttons, people.DESK))


# --- the words -----------------------------------------------------------------------------------


def _written(held: Json | None) -> Reply:
    """`held`: {"text": the words, "file": {sha256, name, type, size} or none}."""
    if not held or not (held["text"] or held["file"]):
        return Reply(t("announce.ask_words", most=LONGEST), (people.DESK,))
    parts: list[Text] = [t("announce.have_words") if held["text"] else t("announce.no_words")]
    parts += [verbatim(held["text"])] if held["text"] else []
    buttons: list[Button] = []
    if held["text"]:
        buttons.append(Button(t("announce.see"), "words/done", tone="good"))
    if held["file"]:
        parts.append(t("announce.have_file", name=held["file"]["name"]))
        buttons.append(Button(t("announce.no_file"), "words/nofile"))
    return Reply(paragraphs(parts), (*buttons, people.DESK))


def _write(held: Json | None, did: Input) -> Taken:
    """What is written takes the place of what was; a file is added, or takes the file's place."""
    have = held or {"text": "", "file": None}
    match did:
        case Pressed("done") if have["text"]:
            return Done(have)
        case Pressed("nofile"):
            return _more({**have, "file": None})
        case Said(text) if text.strip():
            return _worded(have, text)
        case Sent(files=files, caption=caption):
            if (why := _refused(files)) is not None:
                return Refused(why)
            (file,) = files
            kept = Enclosed(file.file, file.name or file.kind, file.type, file.size)
            have = {**have, "file": asdict(kept)}
            return _worded(have, caption) if caption.strip() else _more(have)
    return NotMine()


def _worded(have: Any, text: str) -> Taken:
    text = text.strip()
    if (letters := units_of(text)) > LONGEST:
        return Refused(t("dialog.too_long", most=LONGEST, sent=letters))
    return _more({**have, "text": text})


def _more(value: Json) -> Taken:
    return More(value, _written(value))


def _refused(files: Sequence[Attachment]) -> Text | None:
    if len(files) != 1 or not files[0].file or files[0].type not in TYPES:
        return t("announce.one_file")
    return t("announce.large_file") if files[0].size > LARGEST_FILE else None


# --- from the draft to the proposal --------------------------------------------------------------


def drafted(turn: Turn) -> Announcement | None:
    """What has been written so far, if nothing is missing."""
    talk = turn.talk(NAME)
    assert talk is not None  # it is among the talks
    given: Given = answers_of(turn, talk).given
    if not {"whom", "words"} <= given.keys() or given["whom"] not in WHOM:
        return None
    whom = given["whom"]
    asked = "role" if whom == "staff" else whom
    if whom != "all" and asked not in given:
        return None
    if (whom == "unit" and "officers" not in given) or given.get("state", "begun") not in STANDINGS:
        return None
    step = next((s.id for s in turn.contest.pack.checklist.steps if s.kind == "field"), "")
    segment = Segment(
        whom,
        "" if whom == "all" else given[asked],
        whom == "unit" and given["officers"] == "yes",
        step if whom == "field" else "",
    )
    file = given["words"]["file"]
    return Announcement(segment, given["words"]["text"], Enclosed(**file) if file else None)


async def announce(turn: Turn, rest: str) -> Outcome | None:
    """`rest`: what to do with the draft; nothing: go on with it, or begin one."""
    what, _, seen = rest.partition("/")
    match what:
        case "edit":
            return await announcing(replace(turn, did=Pressed(token(NAME, "words", EDIT))))
        case "whom":  # all anew, but for the words
            kept = turn.answers.get(NAME, Answers()).given.get("words")
            answers = Answers({"words": kept} if kept else {})
            return entered(replace(turn, answers={**turn.answers, NAME: answers}), NAME)
        case "drop":
            reply = Reply(t("announce.dropped"), (ANNOUNCE, people.DESK))
            return closing(turn, NAME, Answers(), reply)
        case "propose":
            return await _proposed(turn, seen)
    return await previewed(turn) if drafted(turn) else entered(turn, NAME)


async def announcing(turn: Turn) -> Outcome | None:
    """While it is being made: as any dialog, but that its end is a preview, with counts."""
    pressed = isinstance(turn.did, Pressed) and dialog_of(turn.did.token) == NAME
    typed = isinstance(turn.did, Said | Sent) and turn.place.dialog == NAME
    if not pressed and not (typed and open_step(turn)):
        return None
    if not may(turn.member, "announce"):
        if turn.place.dialog == NAME:  # the role ended meanwhile
            return closing(turn, NAME, Answers(), Reply(t("staff.not_any_more"), (MENU,)))
        return replace(await fallback(turn), denied="staff/announce")
    outcome = await advance_dialog(_found(turn))
    if outcome is None or NAME not in outcome.answers or outcome.place.dialog == NAME:
        return outcome
    answers = {**turn.answers, NAME: outcome.answers[NAME]}
    seen = await previewed(replace(turn, place=outcome.place, answers=answers))
    return replace(seen, answers={NAME: outcome.answers[NAME]})


def _found(turn: Turn) -> Turn:
    """Where a topic is asked for: with the ids of those that are likest to what was typed."""
    step = open_step(turn)
    if not isinstance(turn.did, Said) or step is None or step.name != TOPIC:
        return turn
    read = turn.contest.faq.decide(turn.did.text[:MOST_TYPED])
    known = turn.contest.pack.topics
    near = [n.label for n in read.near if n.label in known][:MOST_TOPICS]
    return replace(turn, did=Said(" ".join(near) or turn.did.text))


async def previewed(turn: Turn) -> Outcome:
    announcement = drafted(turn)
    assert announcement is not None  # whoever asks has looked
    shown = await shown_to_staff(turn, announcement)
    buttons = (
        Button(t("announce.propose"), f"staff/announce/propose/{_mark(turn)}", tone="good"),
        Button(t("announce.edit"), "staff/announce/edit"),
        Button(t("announce.other_whom"), "staff/announce/whom"),
        Button(t("announce.drop"), "staff/announce/drop"),
        ALL,
        people.DESK,
    )
    return say(turn, replace(shown, buttons=buttons))


def _mark(turn: Turn) -> str:
    """Of the draft as it was shown: an old button proposes nothing else."""
    return fingerprint(turn.answers.get(NAME, Answers()))


async def _proposed(turn: Turn, seen: str) -> Outcome:
    announcement = drafted(turn)
    if announcement is None:
        return say(turn, Reply(t("announce.nothing"), (ANNOUNCE, people.DESK)))
    if seen != _mark(turn):
        return await previewed(turn)
    reach = await turn.look_up.reach(announcement.segment)
    if not reach.total:
        reply = await previewed(turn)
        *before, last = reply.replies
        said = replace(last, text=paragraphs([t("announce.nobody"), last.text]))
        return replace(reply, replies=(*before, said))
    outcome = await proposed(turn, "announcement", announcement.to_json())
    return replace(outcome, answers={NAME: Answers()})
