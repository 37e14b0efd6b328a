"""One dossier at a glance: what is there, what is missing, and what can be done with it now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from contest import codes
from contest.calendar import DeadlineNow
from contest.dossier import HANDED_IN, Dossier, State, after
from contest.ends import is_open as open_on
from contest.pack import DossierStep, Unit
from contest.units import unit_id
from dialog.engine import EDIT, fingerprint, reconcile, token
from dialog.event import Pressed
from dialog.place import Answers, Given
from dialog.reply import Button, Joined, Reply, Text, lines, paragraphs, t, verbatim, words
from handlers.dossier.contents import (
    Author,
    authors,
    files_in,
    folded,
    recordings,
    steps_for,
    title,
)
from handlers.dossier.own_end import own_end_said
from handlers.dossier.returned import is_back, redo_button
from handlers.dossier.returned import line as returned_line
from handlers.dossier.signing import state_of
from handlers.saying import deadline_left
from handlers.turn import (
    HUMAN,
    MENU,
    Contest,
    Outcome,
    Turn,
    dialog_of_dossier,
    say,
    to_dossier,
)

STATES: dict[State, Text] = {
    "draft": t("dossier.state_draft"),
    "complete": t("dossier.state_complete"),
    "submitted": t("dossier.state_submitted"),
    "returned": t("dossier.state_returned"),
    "resubmitted": t("dossier.state_resubmitted"),
    "accepted": t("dossier.state_accepted"),
    "withdrawn": t("dossier.state_withdrawn"),
}
SHOWN_TITLE = 60


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a dossier is. `answers`: as they would be handed in; `kept`: as they are kept."""

    dossier: Dossier
    answers: Answers
    kept: Answers
    steps: tuple[DossierStep, ...]  # all that belong to it
    open: bool  # may it be changed now?
    unit: Unit | None = None  # where it comes from, as far as is known

    @property
    def there(self) -> list[DossierStep]:
        return [step for step in self.steps if step.id in self.answers]

    @property
    def missing(self) -> list[DossierStep]:
        return [step for step in self.steps if step.id not in self.answers]

    @property
    def asked_again(self) -> list[DossierStep]:
        """Those that were returned and are as they were. Of what was returned by an earlier release
        nobody knows what it said: after any change it may be back."""
        returned = self.dossier.returned
        if returned is None:
            return []
        return [
            step
            for step in self.steps
            if step.id in self.dossier.wanted
            and not is_back(self.dossier, step.id, self.answers.given)
            and (step.id in returned.marks or not self.changed_since)
        ]

    @property
    def changed_since(self) -> bool:
        """Was something changed that was not handed in?"""
        last = self.dossier.submission
        return last is not None and last.changes != fingerprint(self.answers)

    @property
    def can_hand_in(self) -> bool:
        if self.missing or not self.open:
            return False
        handed_in = self.dossier.state in HANDED_IN
        return self.changed_since or self.dossier.state == "returned" if handed_in else True


def standing(turn: Turn, code: str, answers: Answers | None = None) -> Standing:
    """As of this turn; `answers`: as they are now, if the turn has changed them."""
    if answers is None:
        answers = turn.answered(code)
    return stood(turn.contest, turn.dossiers[code], answers, turn.today)


def stood(contest: Contest, dossier: Dossier, answers: Answers, today: date) -> Standing:
    """The same for whoever has no turn: on that day."""
    if dossier.role != "author":
        # the table these answers have: one of them may have changed what is asked
        answers = reconcile(
            contest.interview(dossier.code, answers.given, None, frozenset()).dialog, answers
        )
    whole = folded(contest.pack, answers)
    steps = tuple(steps_for(contest.pack, whole.given))
    unit = unit_of(contest, dossier, whole.given)
    dossier = replace(dossier, unit=unit_id(unit) if unit else dossier.unit)
    open_now = open_on(dossier, contest.pack.deadline, today)
    now = Standing(dossier, whole, answers, steps, open_now, unit)
    return replace(now, dossier=replace(dossier, state=settled_state(now)))


def unit_of(contest: Contest, dossier: Dossier, given: Given) -> Unit | None:
    """Where the lead author is, if that names one unit; else what is known already.

    People say where they live; a link only says whose poster they stood before.
    """
    lead = next((a for a in authors(contest.pack, given) if a.lead), None)
    if lead and (
        said := contest.gazetteer.by_id(lead.unit) or contest.gazetteer.certain(lead.place)
    ):
        return said
    return contest.gazetteer.by_id(dossier.unit) if dossier.unit else None


def is_open(turn: Turn, dossier: Dossier) -> bool:
    """May it be changed and handed in? See `contest.ends`."""
    return open_on(dossier, turn.contest.pack.deadline, turn.today)


def finished(code: str, turn: Turn, answers: Answers) -> Outcome:
    """Nothing more is asked by itself: all is there, or what is left was put off."""
    turn = with_answers(turn, code, answers)
    place = turn.place.elsewhere()
    return Outcome(place, (overview(turn, code),), {dialog_of_dossier(code): answers})


def with_answers(turn: Turn, code: str, answers: Answers) -> Turn:
    """The turn as it will be when these answers are saved: the state follows from them."""
    turn = replace(turn, answers={**turn.answers, dialog_of_dossier(code): answers})
    return turn.with_dossier(standing(turn, code).dossier)


def settled_state(now: Standing) -> State:
    """The state that follows from what is there: the table may have changed since the last turn."""
    state = now.dossier.state
    return after(state, "change" if now.missing else "complete") or state


def shown(turn: Turn, code: str, *first: Reply) -> Outcome:
    """The overview, with the dossier's dialog open so that «continue» goes on with it."""
    place = turn.place.opened(dialog_of_dossier(code)).elsewhere()
    return Outcome(place, (*first, overview(turn, code)))


def overview(turn: Turn, code: str) -> Reply:
    now = standing(turn, code)
    notable = [s for s in now.steps if not _plain(now, s)]
    notable.sort(key=lambda step: step.id not in now.dossier.wanted)  # what was returned first
    done = t("dossier.done", done=len(now.there), of=len(now.steps))
    listed = lines([done, *(_line(now, s) for s in notable)])
    parts: list[Text] = [_head(now), listed, *_what_next(turn, now)]
    return Reply(paragraphs(parts), _buttons(turn, now))


def _head(now: Standing) -> Text:
    name = title(now.answers.given)
    head = t("dossier.head", code=codes.shown(now.dossier.code), state=STATES[now.dossier.state])
    titled = [verbatim(name)] if name else []
    located = [t("dossier.unit", unit=verbatim(now.unit.name))] if now.unit else []
    return lines([head, *titled, *located])


def _plain(now: Standing, step: DossierStep) -> bool:
    """Is it simply there, so that nobody needs to be told of it?"""
    if step.id in now.dossier.wanted:
        return False
    if step.id not in now.answers or step.id in now.answers.begun:
        return False
    return state_of(now.answers[step.id]) != "to_sign" and not recordings(now.answers[step.id])


def _line(now: Standing, step: DossierStep) -> Text:
    name = words(step.title)
    if step.id in now.dossier.wanted:
        return returned_line(now.dossier, step, now.answers.given)
    if step.id in now.answers.begun:
        return t("dossier.line_begun", title=name)
    if step.id not in now.answers:
        return t("dossier.line_missing", title=name)
    value = now.answers[step.id]
    if state_of(value) == "to_sign":
        return t("dossier.line_to_sign", title=name)
    if step.kind in ("files", "paper"):
        files = files_in(value)
        return (
            t("dossier.line_files", title=name, n=len(files))
            if files
            else t("dossier.line_none", title=name)
        )
    if spoken := recordings(value):
        return t("dossier.line_spoken", title=name, n=spoken)
    return t("dossier.line_there", title=name)


def _what_next(turn: Turn, now: Standing) -> list[Text]:
    dossier = now.dossier
    said: list[Text] = []
    declined = [a for a in _waiting(turn, now) if dossier.agreed.get(a.id) is False]
    said += [t("dossier.declined", name=verbatim(a.name)) for a in declined]
    if now.dossier.wanted and not now.asked_again and now.can_hand_in:
        said.append(t("returned.all_back"))
    if dossier.state in HANDED_IN and now.changed_since and now.open:
        said.append(t("dossier.changed_since"))
    elif dossier.state in ("submitted", "resubmitted"):
        said.append(t("dossier.is_handed_in"))
    if dossier.state == "complete" and now.open:
        said.append(t("dossier.hand_in_now"))
    own = own_end_said(turn.contest.pack, dossier)
    if not now.open and dossier.state not in ("accepted", "withdrawn"):
        said.append(t("dossier.locked"))
    elif dossier.state not in HANDED_IN and now.open:
        said += own or [deadline_left(DeadlineNow(turn.contest.pack.deadline, turn.today))]
    elif now.open:
        said += own
    return said


def _waiting(turn: Turn, now: Standing) -> list[Author]:
    """Authors who are to agree from their own phone, and have not."""
    return [
        a
        for a in authors(turn.contest.pack, now.answers.given)
        if not a.lead and a.sign == "chat" and now.dossier.agreed.get(a.id) is not True
    ]


def _buttons(turn: Turn, now: Standing) -> tuple[Button, ...]:
    """What to do now first, what the dossier gives then, and at the end how to leave it."""
    doing = _doing(turn, now) if now.open else []
    given = (*_papers(now), *_advice(turn, now))
    return (*doing, *given, *_access(now), *_leaving(turn, now), HUMAN, MENU)


def _doing(turn: Turn, now: Standing) -> list[Button]:
    code = now.dossier.code
    made: list[Button] = [redo_button(code, step) for step in now.asked_again]
    if now.can_hand_in:
        made.append(hand_in_button(now))
    if now.missing:
        made.append(do_button(code, now.missing[0]))
    made.append(Button(t("dossier.choose_item"), f"dossier/items/{code}"))
    if _waiting(turn, now):
        made.append(authors_button(code))
    return made


def _papers(now: Standing) -> list[Button]:
    code = now.dossier.code
    made = [Button(t("papers.button"), f"papers/list/{code}")]
    if now.dossier.state in HANDED_IN:
        made.append(Button(t("dossier.receipt_button"), f"papers/receipt/{code}"))
    return made


def _advice(turn: Turn, now: Standing) -> list[Button]:
    """Where it is wished for, and found again."""
    offer, state = turn.contest.pack.checklist.advice, now.dossier.state
    asks = offer is not None and now.open and state != "draft" and turn.today <= offer.until
    return [advice_button(now.dossier.code)] if asks or now.dossier.advised else []


def _access(now: Standing) -> list[Button]:
    code, helps = now.dossier.code, now.dossier.role == "helper"
    label = t("dossier.claim_button") if helps else t("dossier.elsewhere")
    made = [Button(label, f"dossier/claim/{code}")]
    if now.open and not now.dossier.reminders:
        made.append(Button(t("remind.start"), f"dossier/remind/{code}"))
    return made


def _leaving(turn: Turn, now: Standing) -> list[Button]:
    code, state = now.dossier.code, now.dossier.state
    if state == "withdrawn":
        return (
            []
            if turn.over_for(now.dossier)
            else [Button(t("dossier.take_up"), f"dossier/takeup/{code}")]
        )
    made = [Button(t("dossier.withdraw"), f"dossier/withdraw/{code}")]
    if not now.open and state not in HANDED_IN:
        made.insert(0, Button(t("late.button"), f"dossier/late/{code}"))
    return made


def hand_in_button(now: Standing) -> Button:
    """It carries what it was pressed for: after any change it hands in nothing."""
    mark = fingerprint(now.answers)
    return Button(t("dossier.hand_in"), f"dossier/submit/{now.dossier.code}/{mark}", "good")


def do_button(code: str, step: DossierStep) -> Button:
    return Button(t("dossier.do", title=words(step.title)), edit(code, step.id))


def advice_button(code: str) -> Button:
    return Button(t("advice.button"), f"advice/open/{code}")


def authors_button(code: str) -> Button:
    return Button(t("dossier.invite"), f"dossier/authors/{code}")


def edit(code: str, step: str) -> str:
    return token(dialog_of_dossier(code), step, EDIT)


def items(turn: Turn, code: str) -> Reply:
    """Which item is to be done or changed?"""
    now = standing(turn, code)
    buttons = tuple(Button(_line(now, step), edit(code, step.id)) for step in now.steps)
    return Reply(t("dossier.items"), (*buttons, to_dossier(code)))


def line_of(dossier: Dossier, given: Given) -> Text:
    """A dossier in a list: its code, its title, how it stands."""
    name = title(given)
    short = name if len(name) <= SHOWN_TITLE else f"{name[:SHOWN_TITLE].rstrip()}…"
    parts: list[Text] = [verbatim(codes.shown(dossier.code))]
    if short:
        parts.append(verbatim(short))
    parts.append(STATES[dossier.state])
    return Joined(tuple(parts), " · ")


async def items_of(turn: Turn) -> Outcome | None:
    match turn.did:
        case Pressed(pressed) if pressed.startswith("dossier/items/"):
            code = pressed.removeprefix("dossier/items/")
            return say(turn, items(turn, code)) if turn.own(code) else None
    return None
