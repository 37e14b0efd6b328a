"""«Nộp sớm được góp ý»: people wish for advice on a complete dossier, see their place in the queue,
take the wish back, and find again what they were advised."""

from __future__ import annotations

from dataclasses import replace

from contest import codes
from contest.advice import Dropped, Wish, Wished, in_order, place_of
from contest.offers import Advice
from contest.staff import may
from dialog.engine import fingerprint
from dialog.event import Pressed
from dialog.reply import Button, Reply, Text, lines, paragraphs, t
from handlers.dossier.overview import Standing, advice_button, do_button, shown, standing
from handlers.saying import cited, told
from handlers.staff.advising import advice_told
from handlers.turn import HUMAN, Outcome, Turn, say, to_dossier


async def advice(turn: Turn) -> Outcome | None:
    if not isinstance(turn.did, Pressed) or not turn.did.token.startswith("advice/"):
        return None
    _, act, code, *_ = (*turn.did.token.split("/"), "", "")
    if turn.own(code) is None:
        return None
    now = standing(turn, code)
    match act:
        case "open":
            return await _opened(turn, now)
        case "ask":
            return await _ask(turn, now)
        case "drop":
            return await _drop(turn, now)
        case "last":
            return await _last(turn, now)
    return None


async def _opened(turn: Turn, now: Standing, *first: Text) -> Outcome:
    """What is offered and what is not, where the wish stands, and what was advised before."""
    code = now.dossier.code
    wishes = await turn.look_up.wishes_of(code)
    waiting = next((wish for wish in wishes if wish.open), None)
    given = [wish for wish in wishes if wish.state == "given"]
    parts, buttons = [*first], []
    if waiting is not None:
        parts.append(await _place(turn, waiting))
        if waiting.mark != fingerprint(now.answers):
            parts.append(t("advice.changed_while_waiting"))
        buttons.append(Button(t("advice.drop"), f"advice/drop/{code}"))
    else:
        offered, ways = await _offered(turn, now)
        parts += offered
        buttons += ways
    if given:
        parts.append(t("advice.there_is", at=given[-1].over_at or given[-1].at))
        buttons.append(Button(t("advice.read"), f"advice/last/{code}"))
    offer = turn.contest.pack.checklist.advice
    note = cited(turn.contest.pack, offer) if offer else None
    return say(turn, Reply(paragraphs(parts), (*buttons, to_dossier(code)), note=note))


async def _offered(turn: Turn, now: Standing) -> tuple[list[Text], list[Button]]:
    """How to ask for it; or why not."""
    offer, code = turn.contest.pack.checklist.advice, now.dossier.code
    if offer is None or turn.today > offer.until:
        return [t("advice.too_late")], []
    if not now.open:
        return [t("advice.closed")], []
    said = [*_promised(turn, offer)]
    if now.missing:
        return [*said, t("advice.not_complete")], [do_button(code, now.missing[0])]
    if not await _somebody(turn):
        return [t("advice.nobody")], [HUMAN]
    return said, [Button(t("advice.ask"), f"advice/ask/{code}", "good")]


def _promised(turn: Turn, offer: Advice) -> list[Text]:
    said = [told(turn, offer.text), t("advice.until", until=offer.until)]
    if offer.offer == "proposed":
        said.append(t("advice.proposed"))
    return [lines(said)]


async def _somebody(turn: Turn) -> bool:
    """Does anybody of the staff give advice? Nothing is promised that nobody would do."""
    return any(may(member, "advise") for member in await turn.look_up.staff())


async def _place(turn: Turn, wish: Wish) -> Text:
    if wish.state == "taken":
        return t("advice.being_read", code=codes.shown(wish.code))
    queue = in_order(await turn.look_up.wishes(), turn.contest.pack.deadline, turn.today)
    place = place_of(wish.code, queue)
    if place is None:
        return t("advice.too_late")
    return t("advice.place", place=place, of=len(queue))


async def _ask(turn: Turn, now: Standing) -> Outcome:
    """Pressed twice, it is one wish."""
    code = now.dossier.code
    wishes = await turn.look_up.wishes_of(code)
    _, ways = await _offered(turn, now)
    if any(wish.open for wish in wishes) or f"advice/ask/{code}" not in [b.token for b in ways]:
        return await _opened(turn, now)
    wish = Wish(code, len(wishes) + 1, turn.event.at, fingerprint(now.answers))
    wish = replace(wish, extended=now.dossier.extended.until if now.dossier.extended else None)
    others = await turn.look_up.wishes()
    queue = in_order([*others, wish], turn.contest.pack.deadline, turn.today)
    place = t("advice.place", place=place_of(code, queue) or 1, of=len(queue))
    parts = [t("advice.asked", code=codes.shown(code)), place, t("advice.no_judgement")]
    buttons = (advice_button(code), to_dossier(code))
    outcome = say(turn, Reply(paragraphs(parts), buttons))
    return replace(outcome, deeds=(Wished(code, wish.mark),))


async def _drop(turn: Turn, now: Standing) -> Outcome:
    code = now.dossier.code
    wishes = await turn.look_up.wishes_of(code)
    waiting = next((wish for wish in wishes if wish.open), None)
    if waiting is None:
        return await _opened(turn, now)
    outcome = shown(turn, code, Reply(t("advice.dropped")))
    return replace(outcome, deeds=(Dropped(code, waiting.number),))


async def _last(turn: Turn, now: Standing) -> Outcome:
    """What the office wrote, with its files; the newest advice of this dossier."""
    wishes = await turn.look_up.wishes_of(now.dossier.code)
    given = [wish for wish in wishes if wish.state == "given"]
    return say(turn, advice_told(turn, given[-1], now)) if given else await _opened(turn, now)
