"""My dossiers, a new one, and the consent that comes before the first personal question."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from contest import codes
from contest.dossier import Consent, Consented, Dossier, Noted, Opened, Reminding, Role, Way
from contest.pack import Pack, Purpose
from contest.units import unit_id
from dialog.event import Pressed
from dialog.place import Answers
from dialog.reply import Button, Reply, lines, paragraphs, t, words
from dialog.step import Dialog, Step
from dialog.takers import choice
from handlers.dossier.overview import is_open, line_of, shown
from handlers.saying import told_on
from handlers.turn import (
    HUMAN,
    MENU,
    Outcome,
    Talk,
    Turn,
    closing,
    dialog_of_dossier,
    entered,
    say,
)

CONSENT = "consent"
MOST_DOSSIERS = 30  # of one chat: a commune officer helps ten
MOST_LISTED = 20
NEW = Button(t("dossier.new_button"), "dossier/new")
MINE = Button(t("menu.dossiers"), "dossier/list")
FOR_ANOTHER = Button(t("dossier.help_button"), "dossier/help")
BEGIN = (NEW, FOR_ANOTHER)
NO_CODE = ""  # of a dossier that is being opened


def version(purpose: Purpose) -> str:
    """Names the text somebody was shown: any change of it is another version."""
    written = "\n".join(f"{lang}={text}" for lang, text in sorted(purpose.text.items()))
    return hashlib.sha256(written.encode()).hexdigest()[:12]


async def opening(turn: Turn) -> Outcome | None:
    match turn.did:
        case Pressed("dossier/list"):
            return mine(turn)
        case Pressed("dossier/new"):
            return await _new(turn)
        case Pressed(pressed) if pressed.startswith(f"{CONSENT}:") and not _asking(turn):
            return mine(turn)  # the last «yes» pressed twice does not begin it all again
        case Pressed(pressed) if pressed.startswith("dossier/open/"):
            return opened_again(turn, pressed.removeprefix("dossier/open/"))
    return None


def opened_again(turn: Turn, code: str) -> Outcome | None:
    """A dossier of theirs. Of one they only are an author of, they see that it is."""
    if code not in turn.dossiers:
        return None
    return shown(turn, code) if turn.own(code) else mine(turn)


def mine(turn: Turn) -> Outcome:
    own = turn.own_dossiers
    joined = [d for d in turn.dossiers.values() if d.role == "author"]
    if not own and not joined:
        return say(turn, Reply(t("dossier.none"), BEGIN))
    if len(own) == 1 and not joined:
        return shown(turn, own[0].code)
    buttons = tuple(
        Button(line_of(d, turn.given(d.code)), f"dossier/open/{d.code}") for d in own[:MOST_LISTED]
    )
    as_author = [t("list.item", item=line_of(d, turn.given(d.code))) for d in joined]
    also = [lines([t("dossier.as_author"), *as_author])] if joined else []
    head = [t("dossier.mine", n=len(own))] if own else []
    return say(turn, Reply(paragraphs([*head, *also]), (*buttons, *BEGIN)))


async def _new(turn: Turn) -> Outcome:
    if (no := cannot_open(turn)) is not None:
        return say(turn, no)
    last = {c.purpose: c for c in await last_word(turn)}
    if _agreed(turn, last):
        empty = (d for d in turn.dossiers.values() if d.role == "owner" and _untouched(turn, d))
        if (untouched := next(empty, None)) is not None:  # the button was pressed twice
            return entered(turn, dialog_of_dossier(untouched.code))
        wanted = "reminders" in last and last["reminders"].given
        return opened(turn, (Reminding(NO_CODE, wanted),))
    return entered(turn, CONSENT, Reply(t("consent.intro")))


def _untouched(turn: Turn, dossier: Dossier) -> bool:
    answers = turn.answered(dossier.code)
    return is_open(turn, dossier) and not answers.given and not answers.begun


def _asking(turn: Turn) -> bool:
    return CONSENT in (turn.place.dialog, *turn.place.waiting)


def cannot_open(turn: Turn) -> Reply | None:
    """No new dossiers after the deadline, and not without end."""
    if turn.over:
        return Reply(t("dossier.too_late"), (HUMAN,))
    if len(turn.own_dossiers) >= MOST_DOSSIERS:
        return Reply(t("dossier.too_many", most=MOST_DOSSIERS), (MINE, HUMAN))
    return None


async def last_word(turn: Turn) -> tuple[Consent, ...]:
    """This person's last word on each purpose, for what is their own."""
    said = [c for c in await turn.look_up.consents() if _own(turn, c)]
    return tuple({c.purpose: c for c in said}.values())


def _agreed(turn: Turn, last: Mapping[str, Consent]) -> bool:
    """Has this chat agreed to all that is needed, in the words of today?"""
    return all(
        p.id in last and last[p.id].given and last[p.id].version == version(p)
        for p in turn.contest.pack.checklist.needed
    )


def _own(turn: Turn, consent: Consent) -> bool:
    """Was it said for this person's own dossiers? Not what a helper has noted for somebody, nor
    what an author has said of another's dossier."""
    of = turn.dossiers.get(consent.code or "")
    return consent.way == "chat" and (consent.code is None or (of and of.role == "owner") is True)


def opened(
    turn: Turn, deeds: tuple[Consented | Reminding | Noted, ...], *, helped: bool = False
) -> Outcome:
    """A new dossier, and its first question. `deeds`: what else is done to it, of NO_CODE yet."""
    code = turn.new_code()
    at = turn.event.at
    role: Role = "helper" if helped else "owner"
    unit = unit_id(turn.home) if turn.home else None
    dossier = Dossier(code, "draft", role, at, at, helped=helped, unit=unit)
    place = turn.place.closed() if turn.place.dialog in (CONSENT, "helping") else turn.place
    after = replace(turn.with_dossier(dossier), place=place)
    first = (
        t("dossier.opened_for", code=codes.shown(code))
        if helped
        else t("dossier.opened", code=codes.shown(code))
    )
    outcome = entered(after, dialog_of_dossier(code), Reply(first))
    return replace(
        outcome, deeds=(Opened(code, helped, unit), *(replace(d, code=code) for d in deeds))
    )


# --- consent, purpose by purpose -----------------------------------------------------------------


def consent_talk(pack: Pack) -> Talk:
    steps = tuple(_purpose(pack, p) for p in pack.checklist.purposes)
    return Talk(t("consent.title"), Dialog(CONSENT, steps), _consented, open_from_start=True)


def _purpose(pack: Pack, purpose: Purpose) -> Step:
    buttons = (
        Button(t("consent.yes"), f"{purpose.id}/yes"),
        Button(t("consent.no"), f"{purpose.id}/no"),
    )
    needed = [p.id for p in pack.checklist.needed]
    text = told_on(pack, purpose.text, pack.deadline)
    return Step(
        purpose.id,
        words(purpose.title),
        lambda _: Reply(
            paragraphs([t("consent.asked", title=words(purpose.title)), text]), buttons
        ),
        choice(("yes", "no")),
        # who refuses what is needed is asked no more
        applies=lambda given: all(given.get(n, "yes") == "yes" for n in needed if n != purpose.id),
    )


def to_all_needed(
    pack: Pack, code: str, *, given: bool = True, way: Way = "chat"
) -> tuple[Consented, ...]:
    """One yes, or no, to every purpose without which there is no dossier."""
    return tuple(
        Consented(p.id, version(p), given, way, code or None) for p in pack.checklist.needed
    )


def _consented(turn: Turn, answers: Answers) -> Outcome:
    checklist = turn.contest.pack.checklist
    said = tuple(
        Consented(p.id, version(p), answers[p.id] == "yes")
        for p in checklist.purposes
        if p.id in answers
    )
    if any(answers.get(p.id) != "yes" for p in checklist.needed):
        reply = Reply(
            t("consent.refused"),
            (NEW, Button(t("menu.checklist"), "checklist/open"), HUMAN, MENU),
        )
        return replace(closing(turn, CONSENT, Answers(), reply), deeds=said)
    if (no := cannot_open(turn)) is not None:  # it was asked before the deadline
        return replace(closing(turn, CONSENT, Answers(), no), deeds=said)
    outcome = opened(turn, (*said, Reminding(NO_CODE, answers.get("reminders") == "yes")))
    return replace(outcome, answers={**outcome.answers, CONSENT: Answers()})
