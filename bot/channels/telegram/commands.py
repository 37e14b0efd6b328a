"""The commands of Telegram's menu, and what a link to the bot carries."""

from __future__ import annotations

import re

from dialog.event import Input, Pressed, Said
from dialog.reply import Text, t

START = "menu/start"

# command -> (the button it stands for, what the menu says of it)
COMMANDS: dict[str, tuple[str, Text]] = {
    "start": (START, t("telegram.command_start")),
    "menu": ("menu/open", t("telegram.command_menu")),
    "hoso": ("dossier/list", t("telegram.command_dossiers")),
    "lich": ("timeline/show", t("telegram.command_timeline")),
    "tieptuc": ("continue/go", t("telegram.command_continue")),
    "canbo": ("human/open", t("telegram.command_human")),
    "dulieu": ("data/show", t("telegram.command_data")),
    "tin": ("news/show", t("telegram.command_news")),
    "ngonngu": ("menu/lang", t("telegram.command_language")),
}
_ALSO = {
    "help": START, "trogiup": START, "dossier": "dossier/list", "dates": "timeline/show",
    "continue": "continue/go", "staff": "human/open", "data": "data/show", "language": "menu/lang",
    "stop": "news/off", "news": "news/show", "cancel": "menu/open", "settings": "menu/open",
}  # fmt: skip
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@\w+)?(?:\s+(\S.*))?", re.DOTALL)
_COMMUNE = "xa-"
_TO_DESK = "viec"  # as `bot.groups.TO_DESK`, which leads here from a group


def pressed_by(said: str) -> Input | None:
    """What a command means; None: it is none of ours."""
    command = _COMMAND.fullmatch(said)
    if command is None:
        return None
    name, rest = command[1].lower(), (command[2] or "").strip()
    if name == "start" and rest:
        return _carried(rest)
    if name in COMMANDS:
        return Pressed(COMMANDS[name][0])
    return Pressed(_ALSO[name]) if name in _ALSO else None


def _carried(payload: str) -> Input:
    """t.me/<bot>?start=…: «xa-» and a commune's id, «viec», or a code of ours, as if typed."""
    if payload == _TO_DESK:
        return Pressed("staff/mine")
    if payload.startswith(_COMMUNE):
        return Pressed(f"commune/at/{payload.removeprefix(_COMMUNE)}"[:64])
    return Said(payload)
