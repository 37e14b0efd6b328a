"""What a dossier needs, for one person, a group or an organisation."""

from __future__ import annotations

from contest.calendar import DeadlineNow
from contest.pack import EntrantKind, Item, Need
from dialog.event import Pressed
from dialog.reply import Button, Reply, Text, lines, paragraphs, t, words
from handlers.saying import cited_shortly, deadline_left, told
from handlers.turn import HUMAN, Outcome, Turn, say

NEEDS: dict[Need, Text] = {
    "now": t("checklist.need_now"),
    "advised": t("checklist.need_advised"),
    "later": t("checklist.need_later"),
    "if_any": t("checklist.need_if_any"),
    "paper": t("checklist.need_paper"),
}


async def checklist(turn: Turn) -> Outcome | None:
    kinds = turn.contest.pack.checklist.kinds
    match turn.did:
        case Pressed("checklist/open"):
            buttons = tuple(Button(words(k.label), f"checklist/{k.id}") for k in kinds)
            return say(turn, Reply(t("checklist.ask"), buttons))
        case Pressed(pressed):
            kind = next((k for k in kinds if pressed == f"checklist/{k.id}"), None)
            return say(turn, *_list(turn, kind)) if kind else None
    return None


def _list(turn: Turn, kind: EntrantKind) -> tuple[Reply, Reply]:
    """What is to be done now, then what else: two messages, so that the first is short."""
    pack = turn.contest.pack
    items = [i for i in pack.checklist.items if kind.id in i.kinds]
    now = [i for i in items if i.need in ("now", "advised")]
    later = [i for i in items if i not in now]
    title = t("checklist.title", kind=words(kind.label))
    left = deadline_left(DeadlineNow(pack.deadline, turn.today))
    intro = lines([told(turn, pack.checklist.intro), left])
    first = Reply(paragraphs([title, intro, *_numbered(turn, now, 1)]))
    others = tuple(
        Button(words(k.label), f"checklist/{k.id}") for k in pack.checklist.kinds if k is not kind
    )
    second = Reply(
        paragraphs(
            [
                t("checklist.also"),
                *_numbered(turn, later, len(now) + 1),
                told(turn, pack.checklist.caveat),
            ]
        ),
        (Button(t("menu.helpers"), "helpers/open"), HUMAN, *others),
    )
    return first, second


def _numbered(turn: Turn, items: list[Item], first: int) -> list[Text]:
    return [_item(turn, number, item) for number, item in enumerate(items, first)]


def _item(turn: Turn, number: int, item: Item) -> Text:
    return t(
        "checklist.item",
        number=number,
        title=words(item.title),
        need=NEEDS[item.need],
        what=told(turn, item.what),
        example=told(turn, item.example),
        source=cited_shortly(turn.contest.pack, item),
    )
