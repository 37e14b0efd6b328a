"""One turn of a dialog.

Three rules, each learned from a trial that failed without it:
the table decides what comes next (its first step that applies and has no good answer);
the screen decides who hears the answer (the step last asked, if there still is one);
nothing is sealed over a gap, and what was sealed is undone by any change.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dialog.event import Input, Pressed, Said, Sent
from dialog.place import Answers, Json, Place
from dialog.reply import Button, Reply, t
from dialog.step import Dialog, Done, More, NotMine, Refused, Step

TOKEN_BYTES = 64  # the least any channel allows

BACK, EDIT, KEEP, LATER = "back", "edit", "keep", "later"


@dataclass(frozen=True, slots=True)
class Moved:
    """What came of an event: where the person stands now, and what to say."""

    place: Place
    answers: Answers
    replies: tuple[Reply, ...] = ()
    finished: bool = False  # nothing is left to ask, or only what the person put off


def token(dialog: str, step: str, choice: str) -> str:
    """What a button means, written out, so that an old one still means it. Raises ValueError."""
    made = f"{dialog}:{step}/{choice}"
    if len(made.encode()) > TOKEN_BYTES:
        raise ValueError(f"token too long: {made}")
    return made


def dialog_of(pressed: str) -> str | None:
    """The name of the dialog a button belongs to, if it belongs to one."""
    name, colon, _ = pressed.partition(":")
    return name if colon else None


def reconcile(dialog: Dialog, answers: Answers) -> Answers:
    """Fit what was answered under another table to today's. Nothing given to us is thrown away."""
    given: dict[str, Json] = {}
    shelved: dict[str, Json] = {}
    for name, value in {**answers.shelved, **answers.given}.items():
        step = dialog.step(name)
        if step is not None and step.still_good(value):
            given[step.name] = value
        else:
            shelved[name] = value
    # what was begun at a step that is gone waits under its name: it is no answer, and on the shelf
    # it would come back as one
    begun = {_name(dialog, n): v for n, v in answers.begun.items()}
    later = tuple(name for n in answers.later if (name := _name(dialog, n)) not in given)
    return Answers(given, begun, shelved, later)


def _name(dialog: Dialog, name: str) -> str:
    """What the step of that name is called today."""
    step = dialog.step(name)
    return step.name if step else name


def applicable(dialog: Dialog, answers: Answers) -> list[Step]:
    return [s for s in dialog.steps if s.applies(answers.given)]


def missing(dialog: Dialog, answers: Answers) -> list[Step]:
    return [s for s in applicable(dialog, answers) if s.name not in answers]


def current(dialog: Dialog, place: Place, answers: Answers) -> Step | None:
    """The step on the person's screen; failing that, the first with no answer.

    None if only such are left as the person put off, and what may not be sealed over them.
    """
    gaps = missing(dialog, answers)
    shown = next((s for s in applicable(dialog, answers) if s is dialog.step(place.asked)), None)
    if shown and not (shown.seal and gaps not in ([], [shown])):
        return shown
    now = [s for s in gaps if s.name not in answers.later]
    if not now or (len(now) < len(gaps) and all(s.seal for s in now)):
        return None
    return now[0]


def fingerprint(answers: Answers) -> str:
    """Changes whenever an answer does, so that an old «submit» submits nothing."""
    return hashlib.sha256(json.dumps(answers.given, sort_keys=True).encode()).hexdigest()[:8]


def question(dialog: Dialog, answers: Answers, step: Step) -> Reply:
    """The step's question as it is shown: its tokens made whole, and a way back."""
    begun = answers.begun.get(step.name)
    reply = step.again(begun) if step.again and begun else step.ask(answers.given)
    mark = f"{fingerprint(answers)}-" if step.seal else ""
    buttons = [_whole(dialog, step, mark, b) for b in reply.buttons]
    if step.can_wait:
        label = t("dialog.as_it_is") if step.name in answers else t("dialog.later")
        buttons.append(Button(label, token(dialog.name, step.name, LATER)))
    if _before(dialog, answers, step):
        buttons.append(Button(t("dialog.back"), token(dialog.name, step.name, BACK)))
    return replace(reply, buttons=tuple(buttons))


def asking(dialog: Dialog, place: Place, answers: Answers, *first: Reply) -> Moved:
    """Say `first`, then ask what is to be asked now; finished if that is nothing."""
    answers = reconcile(dialog, answers)
    step = current(dialog, place, answers)
    if step is None:
        return Moved(replace(place, asked=None), answers, first, finished=True)
    place = replace(place, asked=step.name)
    return Moved(place, answers, (*first, question(dialog, answers, step)))


def advance(dialog: Dialog, place: Place, answers: Answers, did: Input) -> Moved | None:
    """Take one input; None if it is no answer to anything here."""
    answers = reconcile(dialog, answers)
    here = current(dialog, place, answers)
    match did:
        case Pressed(pressed):
            return _press(dialog, place, answers, here, pressed)
        case Sent(group=group) if group and place.album and place.album[0] == group:
            here = dialog.step(place.album[1]) or here  # the rest of an album follows its first
        case Sent(group=group) if group and here:
            place = replace(place, album=(group, here.name))
    return _take(dialog, place, answers, here, did) if here else None


def _press(
    dialog: Dialog, place: Place, answers: Answers, here: Step | None, pressed: str
) -> Moved | None:
    if dialog_of(pressed) != dialog.name:
        return None
    name, _, choice = pressed.partition(":")[2].partition("/")
    step = dialog.step(name)
    if step is None or step not in applicable(dialog, answers):
        return asking(dialog, place, answers, _old())
    if choice == BACK:
        earlier = _before(dialog, answers, step)
        return asking(dialog, replace(place, asked=(earlier or step).name), answers)
    if choice == EDIT:
        return asking(dialog, replace(place, asked=step.name), answers)
    if choice == LATER:
        return _put_off(dialog, place, answers, step)
    if choice == KEEP:
        if place.aside is None or step is not here:
            return asking(dialog, place, answers, _old())
        return _take(dialog, replace(place, aside=None), answers, step, Said(place.aside))
    if step.seal:
        made_for, _, choice = choice.partition("-")
        if made_for != fingerprint(answers) or step is not here:
            return asking(dialog, place, answers, _old())
    late = step is not here and step.name in answers
    return _take(dialog, place, answers, step, Pressed(choice), late=late)


def _put_off(dialog: Dialog, place: Place, answers: Answers, step: Step) -> Moved:
    """Not now; or, of a step that has an answer, leave it as it is. What was begun is kept."""
    if not step.can_wait:
        return asking(dialog, place, answers, _old())
    left = answers if step.name in answers else answers.with_later(step.name)
    if _nothing(left.begun.get(step.name)):
        left = left.without_begun(step.name)
    asked = None if place.asked == step.name else place.asked
    return asking(dialog, replace(place, asked=asked, aside=None), left)


def _nothing(begun: Json | None) -> bool:
    """Begun anew, and then nothing came: the answer that is there stays what it is."""
    return not (any(begun.values()) if isinstance(begun, Mapping) else begun)


def _take(
    dialog: Dialog, place: Place, answers: Answers, step: Step, did: Input, *, late: bool = False
) -> Moved | None:
    held = answers.begun.get(step.name, answers.get(step.name))
    match step.take(held, did):
        case NotMine():
            return None
        case Refused(why):
            return asking(dialog, place, answers, Reply(why))
        case More(value, note):
            whole = tuple(_whole(dialog, step, "", b) for b in note.buttons)
            note = replace(note, buttons=whole)
            return Moved(place, answers.with_begun(step.name, value), (note,))
        case Done(value):
            # an old button far above may change what was answered: that must not go unseen
            changed = late and answers.get(step.name) != value
            first = (Reply(t("dialog.changed", title=step.title)),) if changed else ()
            after = answers.with_given(step.name, value)
            if not step.seal:
                after = after.without({s.name for s in dialog.steps if s.seal})
            asked = place.asked if late else None
            return asking(dialog, replace(place, asked=asked, aside=None), after, *first)


def _before(dialog: Dialog, answers: Answers, step: Step) -> Step | None:
    steps = applicable(dialog, answers)
    earlier = [s for s in steps[: steps.index(step)] if s.name in answers]
    return earlier[-1] if earlier else None


def _whole(dialog: Dialog, step: Step, mark: str, button: Button) -> Button:
    """A step names its own choices «step/choice»; on the wire they carry their dialog too."""
    name, slash, choice = button.token.partition("/")
    if not slash or ":" in name or dialog.step(name) is None:
        return button
    choice = f"{mark}{choice}" if name == step.name else choice
    return replace(button, token=token(dialog.name, name, choice))


def _old() -> Reply:
    return Reply(t("dialog.old_button"))
