"""Files by way of an upload page: offered where a channel cannot carry a file, and filed when they
come, which may be long after something else was asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from contest.documents.facts import OVER_CHANNEL
from contest.pack import DossierStep
from dialog.event import Attachment, Pressed, Sent
from dialog.reply import (
    PAGE_MINUTES,
    Button,
    Reply,
    Text,
    UploadPage,
    paragraphs,
    t,
    verbatim,
    words,
)
from handlers.dossier import helping
from handlers.dossier.advising import CANNOT_USE
from handlers.dossier.contents import steps_for
from handlers.dossier.filing import kinds_named
from handlers.dossier.handing_in import locked
from handlers.dossier.loose import filed, home
from handlers.dossier.overview import is_open
from handlers.turn import (
    HUMAN,
    Contest,
    Outcome,
    Turn,
    answers_of,
    dossier_of_dialog,
    open_step,
    with_ways_on,
)

CHANNELS = {"telegram": "Telegram", "zalo": "Zalo"}
LARGE = 20_000_000  # bytes; a smaller file is not carried for what it is
NEW = "page/new"

To = tuple[str, str]  # a dialog, and its step


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a page asks for: what it is called, and the kinds of file that may be sent."""

    title: Text
    kinds: tuple[str, ...]


# --- what a page asks for -------------------------------------------------------------------------


def wanted(contest: Contest, dialog: str | None, step: str | None) -> Wanted | None:
    """None: that step of that dialog takes no files, or there is no such step."""
    if (dialog, step) == (helping.NAME, helping.PROOF):
        return Wanted(contest.talks[helping.NAME].title, helping.PROVES)
    if dossier_of_dialog(dialog) is None or step is None:
        return None
    its = step_named(contest, step)
    if its is None:
        return None
    kinds = ("audio",) if its.kind == "story" else its.accepts
    return Wanted(words(its.title), kinds) if kinds else None


def step_named(contest: Contest, name: str) -> DossierStep | None:
    """The step of that name, or that had it once."""
    steps = contest.pack.checklist.steps
    return next((s for s in steps if name in (s.id, *s.was)), None)


def cannot_use(asked: Wanted | None, about: Mapping[str, Any]) -> Text | None:
    """Why a file cannot be handed in for what is asked, with what to do instead."""
    if problem := about.get("problem"):
        return CANNOT_USE[problem]
    if asked and about["kind"] not in asked.kinds:
        return t("files.cannot_kind", kinds=kinds_named(asked.kinds))
    return None


# --- a page is offered ----------------------------------------------------------------------------


async def over_channel(turn: Turn) -> Outcome | None:
    match turn.did:
        case Sent(files=files, caption=caption) if files and all(map(_is_over, files)):
            outcome = _offered(turn, _goes_to(turn, files), _why(turn, files))
            # whoever presses «talk to staff» next is offered to send these words
            return replace(outcome, unanswered=caption.strip() or None)
        case Pressed(pressed) if pressed == NEW or pressed.startswith(f"{NEW}/"):
            dialog, _, step = pressed.removeprefix(f"{NEW}/").partition("/")
            known = turn.talk(dialog) and wanted(turn.contest, dialog, step)
            to = (dialog, step) if known else None
            return _offered(turn, to, t("by_page.new", minutes=PAGE_MINUTES))
    return None


def _is_over(file: Attachment) -> bool:
    return (file.about or {}).get("problem") == OVER_CHANNEL


def _offered(turn: Turn, to: To | None, said: Text) -> Outcome:
    """What was asked still stands above, and stays on the screen."""
    dialog, step = to or (None, None)
    asked = wanted(turn.contest, dialog, step)
    parts = [said, t("by_page.goes_to", title=asked.title)] if asked else [said]
    reply = Reply(
        paragraphs(parts),
        (Button(t("by_page.again"), f"{NEW}/{dialog}/{step}" if to else NEW),),
        key=f"page/{step or ''}",
        page=UploadPage(t("by_page.open"), dialog, step),
    )
    return Outcome(turn.place, with_ways_on(turn, (reply,)))


def _goes_to(turn: Turn, files: tuple[Attachment, ...]) -> To | None:
    """The step on the screen, if it takes what these seem to be; else the first item that does."""
    kinds = {str((f.about or {}).get("kind")) for f in files} - {"other"}
    name, step = turn.place.dialog, open_step(turn)
    asked = wanted(turn.contest, name, step.name) if step else None
    if name and step and asked and kinds <= set(asked.kinds):
        return name, step.name
    talk = turn.talk(name)
    if name is None or talk is None or dossier_of_dialog(name) is None:
        return None
    item = home(steps_for(turn.contest.pack, answers_of(turn, talk).given), files)
    return (name, item.id) if item else None


def _why(turn: Turn, files: tuple[Attachment, ...]) -> Text:
    known = CHANNELS.get(turn.event.chat.channel)
    channel = verbatim(known) if known else t("by_page.this_app")
    if max(file.size for file in files) > LARGE:
        return t("by_page.too_large", channel=channel, minutes=PAGE_MINUTES)
    return t("by_page.not_carried", channel=channel, minutes=PAGE_MINUTES)


# --- files come by a page -------------------------------------------------------------------------


async def by_page(turn: Turn) -> Outcome | None:
    """Files for a step that is not on the screen: what is meant for the screen, it hears itself."""
    if not isinstance(turn.did, Sent) or turn.did.to is None:
        return None
    dialog, name = turn.did.to
    if _on_screen(turn, dialog, name):
        return None
    code = dossier_of_dialog(dialog)
    dossier = turn.own(code)
    if code is None or dossier is None:
        return _kept(turn, turn.did)
    if not is_open(turn, dossier):
        return await _too_late(replace(turn, place=turn.place.opened(dialog)), turn.did)
    step = step_named(turn.contest, name) if wanted(turn.contest, dialog, name) else None
    if step is None or step not in steps_for(turn.contest.pack, turn.given(code)):
        return _kept(turn, turn.did)
    return filed(turn, code, step, turn.did) or _kept(turn, turn.did)


async def _too_late(turn: Turn, sent: Sent) -> Outcome | None:
    """The chat keeps them, and why the dossier does not take them is said as always."""
    outcome = await locked(turn)
    if outcome is None:
        return None
    head, *rest = outcome.replies
    said = paragraphs([t("uploads.kept_shortly", n=len(sent.files)), head.text])
    return replace(outcome, replies=(replace(head, text=said), *rest))


def _on_screen(turn: Turn, dialog: str, name: str) -> bool:
    talk = turn.talk(dialog) if turn.place.dialog == dialog else None
    meant = talk.dialog.step(name) if talk else None
    here = open_step(turn)
    return bool(meant and here and meant.name == here.name)


def _kept(turn: Turn, sent: Sent) -> Outcome:
    """The chat has them, as it has whatever comes unasked; and what was asked stays asked."""
    kept = Reply(t("by_page.kept", n=len(sent.files)), (HUMAN,))
    return Outcome(turn.place, with_ways_on(turn, (kept,)))
