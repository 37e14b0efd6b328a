"""Announcements: wanted or not, by each person, at any moment."""

from __future__ import annotations

from dataclasses import replace

from dialog.event import Pressed
from dialog.reply import Button, Reply, Text, t
from handlers.turn import Outcome, Turn, answered_aside

SHOW = Button(t("news.button"), "news/show")
OFF = Button(t("news.off_button"), "news/off")
ON = Button(t("news.on_button"), "news/on")


async def news(turn: Turn) -> Outcome | None:
    match turn.did:
        case Pressed("news/show"):
            return answered_aside(turn, Reply(now(turn), (switch(turn),)))
        case Pressed("news/off"):
            return replace(answered_aside(turn, Reply(t("news.off"), (ON,))), news=False)
        case Pressed("news/on"):
            return replace(answered_aside(turn, Reply(t("news.on"), (OFF,))), news=True)
    return None


def now(turn: Turn) -> Text:
    return t("news.is_on") if turn.news else t("news.is_off")


def switch(turn: Turn) -> Button:
    return OFF if turn.news else ON
