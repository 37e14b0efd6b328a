"""The answer of a member: the next that they write, say or send, once they have confirmed it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from contest.desk import TALK, Case
from contest.staff import Answering, may
from dialog.event import Attachment, Input, Said, Sent
from dialog.place import Answers, Json
from dialog.reply import Button, Reply, Stored, Text, lines, paragraphs, t, verbatim, words
from dialog.step import Dialog, More, NotMine, Refused, Step, Taken
from handlers.staff import people
from handlers.turn import (
    MENU,
    Outcome,
    Talk,
    TellAsker,
    Turn,
    closing,
    entered,
    say,
)

NAME, STEP = "staff-answer", "answer"
LONGEST = 3500  # letters of an answer: with the question above it, it fits one message
MOST_FILES = 10
QUOTED = 300  # letters of the question
MINE = Button(t("cases.button"), "staff/mine")
WHICH = Reply(t("answer.which"), (MINE, people.DESK))
ASKER_WAYS = (Button(t("human.button"), "human/open"), MENU)


def opened(turn: Turn, number: int) -> Outcome:
    """What is written from now on is for this question. Begun answers to others are kept."""
    begun = {**(_begun(turn) or {"drafts": {}}), "question": number}
    answers = Answers(begun={STEP: begun})
    return entered(replace(turn, answers={**turn.answers, NAME: answers}), NAME)


def _begun(turn: Turn) -> Any:
    """{"question": its number, "drafts": {number: {"texts": […], "files": […]}}}"""
    return turn.answers.get(NAME, Answers()).begun.get(STEP)


def answer_talk() -> Talk:
    title = t("answer.title")

    def done(turn: Turn, answers: Answers) -> Outcome:
        return closing(turn, NAME, answers, WHICH)

    step = Step(STEP, title, lambda _: WHICH, _take, again=_again, free=True)
    return Talk(title, Dialog(NAME, (step,)), done, for_questions=True)


def _again(held: Json) -> Reply:
    if held["question"] is None:
        return WHICH
    number, draft = str(held["question"]), _draft(held)
    if not (draft["texts"] or draft["files"]):
        ways = (
            Button(t("cases.back"), f"staff/back/{number}"),
            Button(t("cases.hand"), f"staff/hand/{number}"),
            Button(t("cases.close"), f"staff/close/{number}"),
            people.DESK,
        )
        return Reply(t("answer.ask", number=number), ways)
    buttons = (
        Button(t("answer.send"), f"staff/send/{number}/yes"),
        Button(t("answer.again"), f"staff/again/{number}"),
        people.DESK,
    )
    sure = t("answer.sure", number=number)
    return Reply(paragraphs([sure, previewed(draft)]), buttons)


def previewed(draft: Any) -> Text:
    said: list[Text] = [verbatim(text) for text in draft["texts"]]
    if draft["files"]:
        said.append(t("cases.files", n=len(draft["files"])))
    return lines(said)


def _draft(held: Json) -> Any:
    return held["drafts"].get(str(held["question"]), {"texts": [], "files": []})


def _take(held: Json | None, did: Input) -> Taken:
    if not held or held["question"] is None:
        return NotMine()
    draft = added(_draft(held), did)
    if not isinstance(draft, dict):
        return draft
    drafts = {**held["drafts"], str(held["question"]): draft}
    value = {**held, "drafts": drafts}
    return More(value, _again(value))


def added(draft: Any, did: Input) -> dict[str, Json] | NotMine | Refused:
    """The draft with what was written or sent now."""
    texts, files = list(draft["texts"]), list(draft["files"])
    match did:
        case Said(text) if text.strip():
            texts.append(text.strip())
        case Sent(files=sent, caption=caption):
            files += [_kept(file) for file in sent if file.file]
            texts += [caption.strip()] if caption.strip() else []
        case _:
            return NotMine()
    letters = len("\n".join(texts))
    if letters > LONGEST:
        return Refused(t("dialog.too_long", most=LONGEST, sent=letters))
    if len(files) > MOST_FILES:
        return Refused(t("answer.too_many", most=MOST_FILES))
    return {"texts": texts, "files": files}


def _kept(file: Attachment) -> list[Json]:
    return [file.file, file.name or file.kind, file.type, file.size]


def stored(files: Iterable[Attachment]) -> tuple[Stored, ...]:
    return tuple(Stored(f.file, f.name or f.kind, f.type, f.size) for f in files if f.file)


def without_draft(turn: Turn, number: int) -> Turn:
    """The turn as if nothing had been written for that question."""
    return replace(turn, answers={**turn.answers, NAME: _without(turn, number)})


def _without(turn: Turn, number: int) -> Answers:
    """What was begun, without this question."""
    begun = _begun(turn)
    if begun is None:
        return Answers()
    drafts = {name: draft for name, draft in begun["drafts"].items() if name != str(number)}
    question = None if begun["question"] == number else begun["question"]
    kept = {"question": question, "drafts": drafts}
    return Answers(begun={STEP: kept} if drafts or question else {})


def put_away(turn: Turn, number: int, reply: Reply) -> Outcome:
    """The question is no longer this member's to answer."""
    begun, left = _begun(turn), _without(turn, number)
    if begun and begun["question"] == number:
        return closing(turn, NAME, left, reply)
    return replace(say(turn, reply), answers={NAME: left})


def quoted(case: Case) -> Text:
    text = case.asked.text.strip()
    if not text:
        return t("ops.question_no_words")
    return verbatim(text if len(text) <= QUOTED else f"…{text[-QUOTED:].lstrip()}")


def to_teach(turn: Turn, case: Case) -> tuple[Button, ...]:
    """What one person was answered, others will ask too."""
    if not may(turn.member, "teach") or not case.asked.text.strip():
        return ()
    return (Button(t("teach.button"), f"staff/teach/{case.number}"),)


def sent(turn: Turn, case: Case) -> Outcome | None:
    """To the person, in the name of the office. None: nothing was written."""
    begun = _begun(turn)
    draft = (begun or {"drafts": {}})["drafts"].get(str(case.number))
    if not draft:
        return None
    number, until = str(case.number), turn.event.at + TALK
    pack = turn.contest.pack
    text = lines(verbatim(part) for part in draft["texts"])
    if not draft["texts"]:
        text = lines([t("answer.only_files", n=len(draft["files"]))])
    told = Reply(
        t("human.answer", question=quoted(case), answer=text),
        (Button(t("answer.ask_more"), f"human/more/{number}"), MENU),
        tuple(Stored(*file) for file in draft["files"]),
        note=words(pack.bodies[pack.office].name),
    )
    ways = (
        Button(t("cases.answer_more"), f"staff/answer/{number}"),
        *to_teach(turn, case),
        MINE,
        people.DESK,
    )
    done = Reply(t("answer.sent", number=number, until=until), ways)
    return replace(
        put_away(turn, case.number, done),
        acts=(Answering(case.number, case.version, until),),
        tell_asker=(TellAsker(case.number, told),),
    )
