"""The buttons under a message, checked as Telegram checks them."""

from __future__ import annotations

from typing import Any

from tests.telegram.errors import bad

MOST, IN_A_ROW = 100, 8
DATA = 64  # bytes
STYLES = ("primary", "success", "danger")

_DOES = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text",
    "callback_game", "pay", "disabled",
)  # fmt: skip


def inline_keyboard(markup: Any, *, styled: bool) -> list[list[dict[str, Any]]] | None:
    """The rows of an inline keyboard, or None if the markup is something else.

    `styled=False`: the server is older than button styles and drops them. Raises Refused.
    """
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" not in markup:
        return None
    rows = _rows(markup["inline_keyboard"], 'Field "inline_keyboard" of the InlineKeyboardMarkup')
    return [[_inline_button(button, styled=styled) for button in row] for row in rows if row]


def reply_keyboard(markup: Any) -> list[list[dict[str, Any]]] | None:
    """The rows of a keyboard instead of the letters, [] if it is taken away, or None."""
    if not isinstance(markup, dict):
        return None
    if markup.get("remove_keyboard") is True:
        return []
    if "keyboard" not in markup:
        return None
    rows = _rows(markup["keyboard"], 'Field "keyboard"')
    keys = [[{"text": key} if isinstance(key, str) else key for key in row] for row in rows]
    for key in (key for row in keys for key in row):
        if not isinstance(key, dict) or not key.get("text"):
            raise bad('can\'t parse keyboard button: Field "text" must be of type String')
        _check_style(key, "keyboard button")
    return keys


def _rows(rows: Any, what: str) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad(f"{what} must be an Array of Arrays")
    if sum(map(len, rows)) > MOST or any(len(row) > IN_A_ROW for row in rows):
        raise bad("reply markup is too long")
    return rows


def _inline_button(button: Any, *, styled: bool) -> dict[str, Any]:
    what = "inline keyboard button"
    if not isinstance(button, dict):
        raise bad(f"can't parse {what}: InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str) or not button["text"]:
        raise bad(f'can\'t parse {what}: Field "text" must be of type String')
    does = [name for name in _DOES if button.get(name) is not None]
    if not does:
        raise bad(f"can't parse {what}: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in does and not 1 <= len(str(button["callback_data"]).encode()) <= DATA:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in does and "." not in button["url"] and "://" not in button["url"]:
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    if "copy_text" in does and not 1 <= len(button["copy_text"].get("text", "")) <= 256:
        raise bad("BUTTON_COPY_TEXT_INVALID")
    _check_style(button, what)
    kept = {key: value for key, value in button.items() if value is not None}
    return kept if styled else {key: kept[key] for key in kept if key != "style"}


def _check_style(button: dict[str, Any], what: str) -> None:
    style = button.get("style")
    if style is not None and style not in STYLES:
        raise bad(f"can't parse {what}: invalid button style specified")
