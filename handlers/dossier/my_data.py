"""«My data»: what is kept, all of it as a file, and the rights to have it corrected or erased."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from contest import codes
from contest.calendar import ZONE
from contest.dossier import Consent, Consented, Reminding, Requested, RequestKind
from contest.rights import answer_by, done_by
from contest.staff import Member
from dialog.event import Pressed
from dialog.place import Answers
from dialog.reply import Button, Joined, Paper, Reply, Text, lines, paragraphs, t, verbatim, words
from dialog.step import Dialog, Step
from dialog.takers import words as own_words
from handlers.dossier.contents import every_file
from handlers.dossier.opening import last_word
from handlers.dossier.overview import line_of
from handlers.entrant.news import now, switch
from handlers.staff.people import ROLES
from handlers.turn import HUMAN, MENU, Outcome, Talk, Turn, closing, entered, say

CORRECT = "correct"
LONGEST = 4000
MINE = Button(t("data.button"), "data/show")
LOOKS = Button(t("data.looks_button"), "data/looks")
MOST_LOOKS = 15  # lines of one dossier
WHAT: Mapping[str, Text] = {
    "looked": t("data.looked"),
    "reviewing": t("data.reviewing"),
    "judged": t("data.judged"),
    "returned": t("data.returned"),
    "accepted": t("data.accepted"),
    "invited": t("data.invited"),
}


async def my_data(turn: Turn) -> Outcome | None:
    if not isinstance(turn.did, Pressed) or not turn.did.token.startswith("data/"):
        return None
    match turn.did.token.split("/")[1:]:
        case ["show"]:
            return say(turn, await _shown(turn))
        case ["looks"]:
            return say(turn, await _looks(turn))
        case ["copy"]:
            return say(turn, await _copy(turn))
        case ["correct"]:
            return entered(turn, CORRECT)
        case ["withdraw", *_]:
            return await _withdrawing(turn)
        case ["stop", purpose]:
            return await _withdrawn(turn, purpose)
        case ["erase"]:
            return say(turn, Reply(t("data.erase_sure"), _ERASE))
        case ["erased"]:
            return _requested(turn, "erase", "", t("data.erase_noted"))
    return None


_ERASE = (
    Button(t("data.erase_no"), "data/show"),
    Button(t("data.erase_yes"), "data/erased", "grave"),
)


async def _shown(turn: Turn) -> Reply:
    own = turn.own_dossiers
    files = sum(1 for d in own for _ in every_file(turn.answered(d.code)))
    parts: list[Text] = [t("data.intro")]
    if turn.home:
        parts.append(t("data.home", unit=verbatim(turn.home.name)))
    if turn.dossiers:
        listed = [
            t("list.item", item=line_of(d, turn.given(d.code))) for d in turn.dossiers.values()
        ]
        parts.append(lines([t("data.dossiers", n=len(turn.dossiers)), *listed]))
        parts.append(t("data.files", n=files))
    else:
        parts.append(t("data.no_dossiers"))
    if given := await turn.look_up.given():
        parts.append(t("data.given", n=len(given)))
    if agreed := await last_word(turn):
        parts.append(lines([t("data.consents"), *(_consent(turn, c) for c in agreed)]))
    parts += [now(turn), t("data.rights")]
    buttons = [
        *([LOOKS] if any(d.submissions for d in own) else []),
        Button(t("data.copy"), "data/copy"),
        Button(t("data.correct"), "data/correct"),
        Button(t("data.withdraw"), "data/withdraw"),
        Button(t("data.erase"), "data/erase"),
        switch(turn),
        HUMAN,
        MENU,
    ]
    return Reply(paragraphs(parts), tuple(buttons))


def _consent(turn: Turn, consent: Consent) -> Text:
    purposes = turn.contest.pack.checklist.purposes
    title = next((words(p.title) for p in purposes if p.id == consent.purpose), None)
    name = title or verbatim(consent.purpose)
    if consent.given:
        return t("data.consent_yes", purpose=name, at=consent.at)
    return t("data.consent_no", purpose=name, at=consent.at)


async def _looks(turn: Turn) -> Reply:
    """Who of the staff looked at a dossier of theirs, and what they did with it, day by day: by
    role and number, as no member is named outside. Each single time stands in the copy."""
    staff = {m.number: m for m in await turn.look_up.staff()}
    parts: list[Text] = [t("data.looks")]
    for dossier in turn.own_dossiers:
        found = [a for a in await turn.look_up.audit_of(dossier.code) if a.what in WHAT]
        head = t("data.looks_of", code=codes.shown(dossier.code))
        days: dict[tuple[date, int | None], list[str]] = {}
        for one in found:
            done = days.setdefault((one.at.astimezone(ZONE).date(), one.by), [])
            if one.what not in done:
                done.append(one.what)
        rows = [_look(day, by, done, staff) for (day, by), done in [*days.items()][:MOST_LOOKS]]
        if (more := len(days) - MOST_LOOKS) > 0:
            rows.append(t("data.looks_more", n=more))
        parts.append(lines([head, *(rows or [t("data.looks_none")])]))
    return Reply(paragraphs(parts), (MINE, HUMAN, MENU))


def _look(day: date, by: int | None, done: list[str], staff: Mapping[int, Member]) -> Text:
    who: Text = t("audit.server")
    if by is not None:
        member = staff.get(by)
        number = str(by)
        who = (
            t("data.by_role", role=ROLES[member.role], number=number)
            if member
            else t("data.by_number", number=number)
        )
    what = Joined(tuple(WHAT[name] for name in done), ", ")
    return t("data.look", day=day, who=who, what=what)


async def _copy(turn: Turn) -> Reply:
    """Everything that is kept of the person here, as one ZIP."""
    own = turn.own_dossiers
    documents = {
        f"{codes.shown(d.code)}.json": _written(
            _dossier(turn, d.code) | {"advice": await _advised(turn, d.code)}
        )
        for d in own
    }
    documents["consents.json"] = _written(
        [
            {
                "purpose": c.purpose,
                "version": c.version,
                "given": c.given,
                "way": c.way,
                "at": c.at.isoformat(),
            }
            for c in await turn.look_up.consents()
        ]
    )
    for dossier in own:
        documents[f"{codes.shown(dossier.code)}-staff.json"] = _written(
            [
                {"at": a.at.isoformat(), "by": a.by, "what": a.what, "detail": dict(a.detail)}
                for a in await turn.look_up.audit_of(dossier.code)
            ]
        )
    if given := await turn.look_up.given():
        answers = {name: at.isoformat() for name, at in given.items()}
        documents["answers.json"] = _written(answers)
    if turn.home:
        documents["commune.json"] = _written({"commune": turn.home.name})
    documents["news.json"] = _written({"announcements": turn.news})
    files = {f["file"]: f for d in own for f in every_file(turn.answered(d.code))}
    view = {
        "files": [
            {"sha256": sha, "kind": f["kind"], "name": f.get("name", "")}
            for sha, f in files.items()
        ],
        "documents": documents,
    }
    paper = Paper("data_zip", t("data.zip_name"), view)
    return Reply(t("data.copy_said"), (MINE, MENU), (paper,))


def _dossier(turn: Turn, code: str) -> dict[str, Any]:
    dossier, kept = turn.dossiers[code], turn.answered(code)
    return {
        "code": codes.shown(code),
        "state": dossier.state,
        "unit": dossier.unit,
        "opened": dossier.opened_at.isoformat(),
        "changed": dossier.changed_at.isoformat(),
        "extended_until": dossier.extended.until.isoformat() if dossier.extended else None,
        "answers": dict(kept.given),
        "begun": dict(kept.begun),
        "laid_aside": dict(kept.shelved),
        "submissions": [
            {"number": s.number, "at": s.at.isoformat(), "hash": s.digest}
            for s in dossier.submissions
        ],
    }


async def _advised(turn: Turn, code: str) -> list[dict[str, Any]]:
    wishes = await turn.look_up.wishes_of(code)
    return [
        {
            "asked": w.at.isoformat(),
            "state": w.state,
            "over": w.over_at.isoformat() if w.over_at else None,
            "texts": list(w.texts),
            "files": [name for _, name, *_ in w.files],
        }
        for w in wishes
    ]


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)


# --- requests ------------------------------------------------------------------------------------


def correct_talk() -> Talk:
    title = t("data.correct_title")
    step = Step("what", title, lambda _: Reply(t("data.correct_ask"), (MENU,)),
                own_words(LONGEST), free=True)  # fmt: skip
    return Talk(title, Dialog(CORRECT, (step,)), _corrected, open_from_start=True,
                for_questions=True)  # fmt: skip


def _corrected(turn: Turn, answers: Answers) -> Outcome:
    request = _request(turn, "correct", str(answers["what"]))
    reply = Reply(_noted(request, t("data.correct_noted")), (MINE,))
    return replace(closing(turn, CORRECT, Answers(), reply), deeds=(request,))


def _requested(turn: Turn, kind: RequestKind, text: str, said: Text) -> Outcome:
    request = _request(turn, kind, text)
    return replace(say(turn, Reply(_noted(request, said), (MINE, HUMAN))), deeds=(request,))


def _request(turn: Turn, kind: RequestKind, text: str) -> Requested:
    today = turn.today
    return Requested(kind, text, answer_by(today), done_by(kind, today))


def _noted(request: Requested, said: Text) -> Text:
    until = t("data.until", answer=request.answer_by, done=request.done_by)
    return paragraphs([said, until])


async def _withdrawing(turn: Turn) -> Outcome:
    agreed = [c for c in await last_word(turn) if c.given]
    titles = {p.id: words(p.title) for p in turn.contest.pack.checklist.purposes}
    buttons = tuple(
        Button(titles[c.purpose], f"data/stop/{c.purpose}") for c in agreed if c.purpose in titles
    )
    if not buttons:
        return say(turn, Reply(t("data.nothing_agreed"), (MINE,)))
    return say(turn, Reply(t("data.withdraw_which"), (*buttons, MINE)))


async def _withdrawn(turn: Turn, purpose: str) -> Outcome | None:
    """At once for what we do with the data; the staff do the rest within the law's time."""
    agreed = [c for c in await last_word(turn) if c.given]
    found = next((c for c in agreed if c.purpose == purpose), None)
    if found is None:
        return await _withdrawing(turn)
    no = Consented(purpose, found.version, given=False)
    if purpose == "reminders":
        stopped = [Reminding(code, wanted=False) for code in turn.dossiers]
        reply = Reply(t("remind.stopped"), (MINE, MENU))
        return replace(say(turn, reply), deeds=(no, *stopped))
    outcome = _requested(turn, "withdraw", purpose, t("data.withdraw_noted"))
    return replace(outcome, deeds=(no, *outcome.deeds))
