"""What a bot says of itself, and what it may ask about chats and files."""

from __future__ import annotations

import re
from typing import Any

from tests.telegram.chats import JSON, shown
from tests.telegram.errors import bad, too_many
from tests.telegram.state import State
from tests.telegram.wire import Call

COMMANDS, COMMAND, ABOUT_COMMAND = 100, r"[a-z0-9_]{1,32}", 256
NAME, DESCRIPTION, SHORT = 64, 512, 120
WAIT_TO_CLOSE = 600  # seconds

_SCOPES = {
    "default": (), "all_private_chats": (), "all_group_chats": (), "all_chat_administrators": (),
    "chat": ("chat_id",), "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}  # fmt: skip


async def get_me(state: State, call: Call) -> JSON:
    return dict(state.bot)


async def close(state: State, call: Call) -> bool:
    left = int(WAIT_TO_CLOSE - (state.clock.now() - state.began))
    if left > 0:
        raise too_many(left)
    return True


async def log_out(state: State, call: Call) -> bool:
    state.logged_out = True
    state.updates.clear()
    return True


async def get_file(state: State, call: Call) -> JSON:
    if not call.text("file_id"):
        raise bad("file_id not specified")
    stored = state.files.to_download(call.text("file_id"))
    return {**stored.sized(), "file_path": stored.path}


async def get_chat(state: State, call: Call) -> JSON:
    """A ChatFullInfo."""
    chat = state.chats.find(call.text("chat_id"))
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription",
         "gifts_from_channels"), True
    )  # fmt: skip
    full = {
        **chat.json(),
        "accent_color_id": 3,
        "max_reaction_count": 11,
        "accepted_gift_types": gifts,
    }
    if chat.kind != "private":
        full["permissions"] = {"can_send_messages": True}
    pinned = chat.find(chat.pinned)
    return {**full, "pinned_message": shown(pinned)} if pinned else full


def _scope(call: Call) -> tuple[str, str]:
    scope = call.json("scope") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
        raise bad("can't parse BotCommandScope: unsupported type specified")
    named = [str(scope.get(key, "")) for key in _SCOPES[scope["type"]]]
    if not all(named):
        raise bad("can't parse BotCommandScope: chat_id is empty")
    return ":".join([scope["type"], *named]), _language(call)


def _language(call: Call) -> str:
    code = call.text("language_code")
    if not re.fullmatch(r"([a-z]{2})?", code):
        raise bad("invalid language code specified")
    return code


async def set_my_commands(state: State, call: Call) -> bool:
    commands = call.json("commands")
    if not isinstance(commands, list):
        raise bad("expected an Array of BotCommand")
    if len(commands) > COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(COMMAND, str(command.get("command", "")).removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= ABOUT_COMMAND:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    state.profile.commands[_scope(call)] = [
        {"command": c["command"].removeprefix("/"), "description": c["description"]}
        for c in commands
    ]
    return True


async def get_my_commands(state: State, call: Call) -> list[JSON]:
    return state.profile.commands.get(_scope(call), [])


async def delete_my_commands(state: State, call: Call) -> bool:
    state.profile.commands.pop(_scope(call), None)
    return True


def _remember(where: dict[str, str], call: Call, key: str, most: int) -> bool:
    text = call.text(key)
    if len(text) > most:
        raise bad(f"BOT_{key.upper()}_TOO_LONG")
    where[_language(call)] = text
    return True


def _recall(where: dict[str, str], call: Call, key: str, default: str = "") -> JSON:
    return {key: where.get(_language(call)) or where.get("") or default}


async def set_my_name(state: State, call: Call) -> bool:
    return _remember(state.profile.names, call, "name", NAME)


async def get_my_name(state: State, call: Call) -> JSON:
    return _recall(state.profile.names, call, "name", state.bot["first_name"])


async def set_my_description(state: State, call: Call) -> bool:
    return _remember(state.profile.descriptions, call, "description", DESCRIPTION)


async def get_my_description(state: State, call: Call) -> JSON:
    return _recall(state.profile.descriptions, call, "description")


async def set_my_short_description(state: State, call: Call) -> bool:
    return _remember(state.profile.short_descriptions, call, "short_description", SHORT)


async def get_my_short_description(state: State, call: Call) -> JSON:
    return _recall(state.profile.short_descriptions, call, "short_description")


async def set_chat_menu_button(state: State, call: Call) -> bool:
    button: Any = call.json("menu_button") or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad("can't parse menu button: unsupported type specified")
    state.profile.menu_buttons[call.integer("chat_id")] = button
    return True


async def get_chat_menu_button(state: State, call: Call) -> JSON:
    buttons = state.profile.menu_buttons
    return buttons.get(call.integer("chat_id")) or buttons.get(0) or {"type": "commands"}
