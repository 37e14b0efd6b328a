"""An item is returned: which file of it, why, and by when; each with a button or in own words.

Every button says all of it, `CODE/ITEM/FILE.REASON.DAY`, so that an old one means what it meant.
What is typed is for the item that was asked about last.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from contest.ends import own_end
from contest.pack import DossierStep
from contest.review import (
    READY,
    Judgement,
    Ready,
    UnderReview,
    days_offered,
    mark_of,
    may_be_asked_by,
    read_day,
)
from dialog.event import Input, Said
from dialog.place import Answers, Json
from dialog.reply import Button, Reply, Text, lines, t, verbatim, words
from dialog.step import Dialog, More, NotMine, Refused, Step, Taken
from handlers.dossier.contents import files_in
from handlers.dossier.returned import REASONS
from handlers.staff import items, people, review
from handlers.staff.review import QUEUE, card_button, found
from handlers.turn import Outcome, Talk, Turn, closing, entered

NAME, STEP = "staff-return", "said"
MOST_LETTERS = 300  # of a reason
MOST_NAMED = 10  # files that have a button
WHOLE, OWN = "0", "own"  # all of its files; own words
_DATE = "%y%m%d"
LOST = Reply(t("review.return_lost"), (QUEUE, people.DESK))


async def give_back(turn: Turn, rest: str) -> Outcome:
    return await found(turn, rest, _give_back, screen="items")


async def _give_back(turn: Turn, under: UnderReview, more: str) -> Outcome:
    if taken := await review.if_free(turn, under):
        return taken
    name, _, said = more.partition("/")
    step = next((s for s in review.steps(turn, under) if s.id == name), None)
    if step is None:
        return await items.end(turn, under)
    file, reason, day = (*said.split("."), "", "", "")[:3]
    held = _held(turn, under, step)
    count = held["n"]
    if file.isdecimal() and int(file) <= count:
        held["file"] = str(int(file))
    if reason in READY or (reason == OWN and held["typed"]):
        held["reason"] = reason
    held["day"] = day if _possible(held, _day(day)) else ""
    if not (held["file"] and held["reason"] and held["day"]):
        return _ask(turn, held)
    place = turn.place.closed() if turn.place.dialog == NAME else turn.place
    judgement = _judgement(under, step, held)
    outcome = await items.judge(replace(turn, place=place), under, {step.id: judgement})
    return replace(outcome, answers={**outcome.answers, NAME: Answers()})


def _held(turn: Turn, under: UnderReview, step: DossierStep) -> dict[str, Any]:
    """What the questions are made of, and what was typed for this item before.

    `file`: its place among the item's files, from 1; 0: all. `reason`: ready-made, or OWN.
    """
    pack, n = turn.contest.pack, len(files_in(under.given.get(step.id)))
    begun = turn.answers.get(NAME, Answers()).begun.get(STEP) or {}
    same = (begun.get("code"), begun.get("item")) == (under.code, step.id)
    last = own_end(under.dossier, pack.deadline)
    offered = days_offered(turn.today, last, pack.working.is_worked)
    return {
        "code": under.code,
        "item": step.id,
        "title": dict(step.title),
        "n": n,
        "ready": [name for name in READY if _fits(step, name)],
        "days": [[count, day.isoformat()] for count, day in offered],
        "today": turn.today.isoformat(),
        "deadline": last.isoformat(),
        "typed": begun["typed"] if same else "",
        "file": WHOLE if n < 2 else "",
        "reason": "",
        "day": "",
    }


def _fits(step: DossierStep, reason: Ready) -> bool:
    """Words have no stamp, and nobody signs the photo of a machine."""
    if step.kind not in ("files", "paper"):
        return False
    return reason in ("blurred", "cut") or step.kind == "paper" or step.coach == "page"


def _judgement(under: UnderReview, step: DossierStep, held: dict[str, Any]) -> Judgement:
    value, file = under.given.get(step.id), held["file"]
    every = [one["file"] for one in files_in(value)]
    ready: Ready | None = next((name for name in READY if name == held["reason"]), None)
    return Judgement(
        "returned",
        under.submission,
        mark_of(value),
        ready,
        "" if ready else held["typed"],
        _day(held["day"]),
        tuple(every if file == WHOLE else every[int(file) - 1 : int(file)]),
    )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(f"20{written[:2]}-{written[2:4]}-{written[4:]}")
    except ValueError:
        return None


def _possible(held: dict[str, Any], day: date | None) -> bool:
    today, deadline = (date.fromisoformat(held[name]) for name in ("today", "deadline"))
    return day is not None and may_be_asked_by(day, today, deadline)


# --- what is asked -------------------------------------------------------------------------------


def _ask(turn: Turn, held: dict[str, Any]) -> Outcome:
    """What is typed from now on is for this item."""
    answers = Answers(begun={STEP: held})
    return entered(replace(turn, answers={**turn.answers, NAME: answers}), NAME)


def _again(held: Json) -> Reply:
    card = card_button(held["code"])
    if not held["file"]:
        return Reply(t("review.which_file", title=words(held["title"])), (*_files(held), card))
    if not held["reason"]:
        ready = [Button(REASONS[n], _token(held, reason=n)) for n in READY if n in held["ready"]]
        title = words(held["title"])
        why = t("review.why", title=title) if ready else t("review.why_words", title=title)
        return Reply(why, (*ready, card))
    deadline = date.fromisoformat(held["deadline"])
    if not held["days"]:
        return Reply(t("review.too_late", deadline=deadline), (card,))
    if day := _day(held["day"]):
        sure = t("review.day_sure", title=words(held["title"]), why=_why(held), day=day)
        return Reply(sure, (Button(t("review.day_yes"), _token(held)), *_days(held), card))
    ask = lines([_why(held), t("review.by_when", deadline=deadline)])
    return Reply(ask, (*_days(held), card))


def _token(held: dict[str, Any], **more: str) -> str:
    now = {**held, **more}
    said = ".".join(now[name] for name in ("file", "reason", "day") if now[name])
    return f"staff/return/{now['code']}/{now['item']}/{said}"


def _files(held: dict[str, Any]) -> list[Button]:
    single = [
        Button(t("review.one_file", number=str(n)), _token(held, file=str(n)))
        for n in range(1, min(held["n"], MOST_NAMED) + 1)
    ]
    return [*single, Button(t("review.all_files", n=held["n"]), _token(held, file=WHOLE))]


def _days(held: dict[str, Any]) -> list[Button]:
    made = []
    for n, written in held["days"]:
        day = date.fromisoformat(written)
        label = t("review.in_days", n=n, day=day) if n else t("review.until_deadline", day=day)
        made.append(Button(label, _token(held, day=f"{day:{_DATE}}")))
    return made


def _why(held: dict[str, Any]) -> Text:
    ready = [REASONS[name] for name in READY if name == held["reason"]]
    return ready[0] if ready else verbatim(f"«{held['typed']}»")


# --- what is typed -------------------------------------------------------------------------------


def return_talk() -> Talk:
    title = t("review.return_title")

    def done(turn: Turn, answers: Answers) -> Outcome:
        return closing(turn, NAME, answers, LOST)

    step = Step(STEP, title, lambda _: LOST, _take, again=_again, free=True)
    return Talk(title, Dialog(NAME, (step,)), done, for_questions=True)


def _take(held: Json | None, did: Input) -> Taken:
    if not held or not isinstance(did, Said) or not (said := " ".join(did.text.split())):
        return NotMine()
    if not held["file"]:
        known = said.isdecimal() and 1 <= int(said) <= held["n"]
        return _more({**held, "file": said}) if known else Refused(t("review.which_number"))
    if not held["reason"]:
        if len(said) > MOST_LETTERS:
            return Refused(t("dialog.too_long", most=MOST_LETTERS, sent=len(said)))
        return _more({**held, "reason": OWN, "typed": said})
    deadline = date.fromisoformat(held["deadline"])
    day = read_day(said, date.fromisoformat(held["today"]))
    if day is None:
        return Refused(t("review.day_unclear"))
    if not _possible(held, day):
        return Refused(t("review.day_not_possible", deadline=deadline))
    return _more({**held, "day": f"{day:{_DATE}}"})


def _more(held: dict[str, Any]) -> Taken:
    return More(held, _again(held))
