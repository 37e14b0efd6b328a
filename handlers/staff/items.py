"""What was handed in, one item after another, with its files: to be judged, or just seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from contest import codes
from contest.pack import DossierStep
from contest.review import Judgement, UnderReview, mark_of, returned_of
from contest.staff import DecidingDossier, Judging, OfDossier, Reviewing, may
from dialog.reply import Button, Picture, Reply, Stored, Text, lines, paragraphs, t, verbatim, words
from handlers.dossier.contents import authors, files_in, recordings, story_text
from handlers.dossier.people import line as author_line
from handlers.dossier.returned import REASONS, accepted, asks_again, of_files
from handlers.dossier.signing import state_of
from handlers.staff import people, review
from handlers.staff.review import QUEUE, card_button, found, member_of, noticed_in
from handlers.turn import Outcome, Tell, Turn, say

MOST_FILES = 10  # of one screen
MOST_PAIRS = 3  # of pictures side by side
COMPARED = ("image", "pdf")


# --- what is shown of an item --------------------------------------------------------------------


async def items(turn: Turn, rest: str) -> Outcome:
    """`CODE[/ITEM[/FILE]]`: that item, from that file on; none named: the first to be judged."""
    return await found(turn, rest, _items, screen="items")


async def _items(turn: Turn, under: UnderReview, more: str) -> Outcome:
    name, _, start = more.partition("/")
    step = _step(turn, under, name) if name else _first(turn, under)
    if step is None:
        return await end(turn, under)
    return say(turn, item(turn, under, step, int(start) if start.isdecimal() else 0))


def _first(turn: Turn, under: UnderReview) -> DossierStep | None:
    """To be judged; to be seen, for who does not judge."""
    if review.judges(turn, under) and review.can_return(under):
        return next(iter(review.to_judge(turn, under)), None)
    return next(iter(review.steps(turn, under)), None)


def _step(turn: Turn, under: UnderReview, name: str) -> DossierStep | None:
    return next((s for s in review.steps(turn, under) if s.id == name), None)


def item(turn: Turn, under: UnderReview, step: DossierStep, start: int = 0) -> Reply:
    every = review.steps(turn, under)
    place = every.index(step)
    head = t("review.item", n=place + 1, of=len(every), title=words(step.title))
    parts: list[Text] = [head, *_said(turn, under, step)]
    if told := _judged_text(under, step.id):
        parts.append(told)
    files = _files(turn, under, step)
    buttons = [*_judge_buttons(turn, under, step)]
    if start + MOST_FILES < len(files):
        way = f"staff/items/{under.code}/{step.id}/{start + MOST_FILES}"
        buttons.append(Button(t("review.more_files"), way))
    for offset, label in ((1, t("review.next")), (-1, t("review.before"))):
        if 0 <= place + offset < len(every):
            way = f"staff/items/{under.code}/{every[place + offset].id}"
            buttons.append(Button(label, way))
    ways = (*buttons, card_button(under.code))
    return Reply(paragraphs(parts), ways, files[start : start + MOST_FILES], dossier=under.code)


def _judge_buttons(turn: Turn, under: UnderReview, step: DossierStep) -> tuple[Button, ...]:
    if not (review.judges(turn, under) and review.can_return(under)):
        return ()
    return (
        Button(t("review.accept"), f"staff/accept/{under.code}/{step.id}"),
        Button(t("review.return"), f"staff/return/{under.code}/{step.id}"),
    )


def _said(turn: Turn, under: UnderReview, step: DossierStep) -> list[Text]:
    """What the item says, and what it said when it was returned."""
    now = _content(turn, step, under.given)
    if not under.replaced(step.id):
        again = [t("review.as_it_was")] if under.asked_for(step.id) else []
        return [*again, now]
    asked = under.asked_for(step.id)
    why = [t("review.was_returned", why=_why(asked))] if asked else []
    if step.kind in ("files", "paper"):
        return [*why, now]
    before = _content(turn, step, {**under.given, step.id: under.before.get(step.id)})
    return [*why, t("review.old", text=before), t("review.new", text=now)]


def _content(turn: Turn, step: DossierStep, given: Mapping[str, Any]) -> Text:
    value, pack = given.get(step.id), turn.contest.pack
    match step.kind:
        case "words":
            return verbatim(str(value or "-"))
        case "field":
            return _one_of({f.id: words(f.title) for f in pack.fields}, value)
        case "entrant":
            return _one_of({k.id: words(k.label) for k in pack.checklist.kinds}, value)
        case "people":
            return _people(turn, given)
        case "story":
            spoken = [t("review.spoken", n=n)] if (n := recordings(value)) else []
            return lines([verbatim(story_text(value) or "-"), *spoken])
        case "files" | "paper":
            return _of_files(turn, step, value)


def _one_of(named: Mapping[str, Text], value: object) -> Text:
    return named.get(str(value), verbatim("-"))


def _people(turn: Turn, given: Mapping[str, Any]) -> Text:
    """Who does not judge needs no birth years, phone numbers and guardians."""
    rows = authors(turn.contest.pack, given)
    if not may(turn.member, "review"):
        return lines([verbatim(author.name) for author in rows] or [verbatim("-")])
    said: list[Text] = []
    for author in rows:
        said.append(author_line(author))
        if author.phone:
            said.append(t("review.phone", phone=author.phone))
        if author.guardian:
            guardian = verbatim(f"{author.guardian} {author.guardian_phone}".strip())
            said.append(t("review.guardian", guardian=guardian))
    return lines(said or [verbatim("-")])


def _of_files(turn: Turn, step: DossierStep, value: object) -> Text:
    files = files_in(value)
    if step.kind == "paper" and state_of(value) == "to_sign":
        return t("review.to_sign")
    if not files:
        return t("review.no_files")
    said: list[Text] = [t("review.files", n=len(files))]
    if _hidden(turn, step):
        said.append(t("review.hidden"))
        return lines(said)
    said += [
        t("review.caption", n=n, text=verbatim(file["caption"]))
        for n, file in enumerate(files, 1)
        if file.get("caption")
    ]
    if noticed := noticed_in(value):
        said.append(noticed)
    return lines(said)


def _hidden(turn: Turn, step: DossierStep) -> bool:
    """Papers that somebody signs and stamps hold what is personal."""
    return step.kind == "paper" and not may(turn.member, "review")


def _files(turn: Turn, under: UnderReview, step: DossierStep) -> tuple[Picture | Stored, ...]:
    """What was returned beside what came instead; then all that is there now."""
    if _hidden(turn, step):
        return ()
    files = files_in(under.given.get(step.id))
    pairs = _pairs(under, step.id) if under.replaced(step.id) else []
    stored = tuple(
        Stored(f["file"], f.get("name") or f["kind"], f.get("type", ""), f.get("size", 0))
        for f in files
    )
    return (*pairs, *stored)


def _pairs(under: UnderReview, name: str) -> list[Picture]:
    """Each returned file and the new one in its place, as far as both can be drawn."""
    asked = under.asked_for(name)
    before = files_in(under.before.get(name))
    now = files_in(under.given.get(name))
    gone = [f for f in before if asked and f["file"] in asked.files] or before
    kept = {f["file"] for f in now} & {f["file"] for f in before}
    old = [f["file"] for f in gone if f["kind"] in COMPARED and f["file"] not in kept]
    new = [f["file"] for f in now if f["kind"] in COMPARED and f["file"] not in kept]
    return [
        Picture(
            "side_by_side",
            t("review.pair_name", number=str(n)),
            t("review.pair_alt"),
            {
                "old": one,
                "new": other,
                "old_label": t("review.pair_old"),
                "new_label": t("review.pair_new"),
            },
        )
        for n, (one, other) in enumerate(zip(old, new, strict=False), 1)
    ][:MOST_PAIRS]


# --- what was judged -----------------------------------------------------------------------------


def _why(judged: Judgement | None) -> Text:
    if judged is None:
        return verbatim("-")
    said = [REASONS[judged.reason]] if judged.reason else []
    return lines([*said, *([verbatim(judged.words)] if judged.words else [])])


def _judged_text(under: UnderReview, name: str) -> Text | None:
    judged = under.judged(name)
    if judged is None:
        return None
    if judged.verdict == "accepted":
        return t("review.is_accepted")
    why = of_files(under.given.get(name), judged.files, _why(judged))
    if judged.until is None:
        return t("review.is_returned", why=why)
    return t("review.is_returned_until", why=why, day=judged.until)


async def accept(turn: Turn, rest: str) -> Outcome:
    return await found(turn, rest, _accept, screen="items")


async def _accept(turn: Turn, under: UnderReview, name: str) -> Outcome:
    if taken := await review.if_free(turn, under):
        return taken
    step = _step(turn, under, name)
    if step is None:
        return await end(turn, under)
    return await judge(turn, under, {step.id: _accepted(under, step)})


def _accepted(under: UnderReview, step: DossierStep) -> Judgement:
    return Judgement("accepted", under.submission, mark_of(under.given.get(step.id)))


async def rest_of(turn: Turn, rest: str) -> Outcome:
    """Everything that is not judged yet is accepted, at once."""
    return await found(turn, rest, _rest_of, screen="items")


async def _rest_of(turn: Turn, under: UnderReview, version: str) -> Outcome:
    if taken := await review.if_free(turn, under):
        return taken
    left = review.to_judge(turn, under)
    if not left or version != str(under.review.version):
        return await end(turn, under)
    return await judge(turn, under, {step.id: _accepted(under, step) for step in left})


async def judge(turn: Turn, under: UnderReview, judged: Mapping[str, Judgement]) -> Outcome:
    """Remember it, and go on to what is to be judged next. Nobody is told yet."""
    acts, version = _held(turn, under)
    judging = Judging(under.code, version, under.submission, judged)
    found_so_far = {**under.review.judgements, **judged}
    number = member_of(turn).number
    after = replace(under.review, version=version + 1, by=number, judgements=found_so_far)
    under = replace(under, review=after)
    step = next(iter(review.to_judge(turn, under)), None)
    outcome = say(turn, item(turn, under, step)) if step else await end(turn, under)
    return replace(outcome, acts=(*acts, judging))


def _held(turn: Turn, under: UnderReview) -> tuple[tuple[OfDossier, ...], int]:
    """What makes the dossier this member's, if it is nobody's; the version that is then."""
    version = under.review.version
    if under.review.by == member_of(turn).number:
        return (), version
    return (Reviewing(under.code, version),), version + 1


# --- the end: what is sent -----------------------------------------------------------------------


async def end_of(turn: Turn, rest: str) -> Outcome:
    async def shown(turn: Turn, under: UnderReview, _: str) -> Outcome:
        return await review.if_free(turn, under) or await end(turn, under)

    return await found(turn, rest, shown, screen="items")


async def end(turn: Turn, under: UnderReview) -> Outcome:
    """All judgements, and the one button that lets its people know."""
    every = review.steps(turn, under)
    left = review.to_judge(turn, under)
    rows = [
        t("review.end_row", title=words(step.title), what=what)
        for step in every
        if (judged := under.judged(step.id)) and judged.verdict == "returned"
        if (what := _judged_text(under, step.id))
    ]
    done = t("review.judged", done=len(every) - len(left), of=len(every))
    parts: list[Text] = [t("review.end_head", code=codes.shown(under.code)), done]
    parts.append(lines(rows) if rows else t("review.none_returned"))
    parts.append(t("review.not_sent_yet"))
    buttons = _end_buttons(turn, under, left, bool(rows))
    return say(turn, Reply(paragraphs(parts), buttons, dossier=under.code))


def _end_buttons(
    turn: Turn, under: UnderReview, left: list[DossierStep], returns: bool
) -> tuple[Button, ...]:
    """Each carries the version it was shown for: after any change it sends nothing."""
    code, version = under.code, under.review.version
    buttons: list[Button] = []
    if review.judges(turn, under) and review.can_return(under):
        if left:
            buttons.append(Button(t("review.go_on"), f"staff/items/{code}"))
            buttons.append(Button(t("review.accept_rest"), f"staff/rest/{code}/{version}"))
        if returns:
            buttons.append(Button(t("review.send"), f"staff/decide/{code}/{version}", "good"))
        elif not left and under.dossier.state != "accepted":
            label = t("review.accept_all")
            buttons.append(Button(label, f"staff/decide/{code}/{version}", "good"))
    return (*buttons, card_button(code), QUEUE)


async def decide(turn: Turn, rest: str) -> Outcome:
    return await found(turn, rest, _decide, screen="items")


async def _decide(turn: Turn, under: UnderReview, version: str) -> Outcome:
    if taken := await review.if_free(turn, under):
        return taken
    returned = returned_of(under, turn.event.at, member_of(turn).number)
    left = review.to_judge(turn, under)
    if version != str(under.review.version) or (left and not returned.items):
        return await end(turn, under)
    acts, seen = _held(turn, under)
    code = codes.shown(under.code)
    ways = (QUEUE, people.DESK)
    if returned.items:
        deciding = DecidingDossier(under.code, seen, under.submission, "returned", returned)
        told = asks_again(turn.contest, under.dossier, returned, under.given)
        tell = Tell(under.code, ("owner", "helper"), told)
        done = Reply(t("review.sent", code=code, n=len(returned.items)), ways)
    elif under.dossier.state == "accepted":
        return await end(turn, under)
    else:
        deciding = DecidingDossier(under.code, seen, under.submission, "accepted")
        tell = Tell(under.code, ("owner", "helper", "author"), accepted(under.code))
        done = Reply(t("review.accepted", code=code), ways)
    outcome = say(turn, done)
    return replace(outcome, acts=(*acts, deciding), tell=(tell,))
