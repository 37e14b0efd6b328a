"""What a bot does to what is there: edits, deletes, pins, answers presses."""

from __future__ import annotations

from tests.telegram.chats import JSON, Chat, Message, shown
from tests.telegram.entities import length
from tests.telegram.errors import NOT_MODIFIED, OLD_QUERY, bad
from tests.telegram.keyboards import inline_keyboard
from tests.telegram.sending import caption_content, text_content
from tests.telegram.state import State
from tests.telegram.updates import PRESS
from tests.telegram.wire import Call

TOAST = 200  # UTF-16 code units
DELETABLE = 48 * 3600.0  # seconds


async def edit_message_text(state: State, call: Call) -> JSON:
    chat, message = _to_edit(state, call)
    if "text" not in message.json:
        raise bad("there is no text in the message to edit")
    return _change(state, chat, message, call, ("text", "entities"), text_content(call, edit=True))


async def edit_message_caption(state: State, call: Call) -> JSON:
    chat, message = _to_edit(state, call)
    if not message.files:
        raise bad("there is no caption in the message to edit")
    caption = caption_content({**call.args, "caption_entities": call.json("caption_entities")})
    return _change(state, chat, message, call, ("caption", "caption_entities"), caption)


async def edit_message_reply_markup(state: State, call: Call) -> JSON:
    chat, message = _to_edit(state, call)
    return _change(state, chat, message, call, (), {})


def _to_edit(state: State, call: Call) -> tuple[Chat, Message]:
    chat = state.chats.writable(call.text("chat_id"))
    if not call.integer("message_id"):
        raise bad("message identifier is not specified")
    message = chat.find(call.integer("message_id"))
    if message is None:
        raise bad("message to edit not found")
    if not message.by_bot:
        raise bad("message can't be edited")
    return chat, message


def _change(
    state: State, chat: Chat, message: Message, call: Call, keys: tuple[str, ...], new: JSON
) -> JSON:
    rows = inline_keyboard(call.json("reply_markup"), styled=state.can("styles"))
    if rows:
        new = {**new, "reply_markup": {"inline_keyboard": rows}}
    keys = (*keys, "reply_markup")  # an edit without buttons takes them away
    old = {key: message.json[key] for key in keys if key in message.json}
    if old == new:
        raise bad(NOT_MODIFIED)
    state.rates.spend(chat.id, group=chat.kind != "private")
    for key in keys:
        message.json.pop(key, None)
    message.json.update(new, edit_date=state.clock.today())
    state.changed()
    return shown(message)


async def delete_message(state: State, call: Call) -> bool:
    chat = state.chats.writable(call.text("chat_id"))
    message = chat.find(call.integer("message_id"))
    if message is None:
        raise bad("message to delete not found")
    mine = message.by_bot or chat.kind == "private" or chat.bot_is_admin
    if not mine or message.json["date"] < state.clock.now() - DELETABLE:
        raise bad("message can't be deleted")
    chat.messages.remove(message)
    state.changed()
    return True


async def pin_chat_message(state: State, call: Call) -> bool:
    chat = state.chats.writable(call.text("chat_id"))
    if chat.find(call.integer("message_id")) is None:
        raise bad("message to pin not found")
    if chat.kind != "private" and not chat.bot_is_admin:
        raise bad("not enough rights to manage pinned messages in the chat")
    chat.pinned = call.integer("message_id")
    state.changed()
    return True


async def answer_callback_query(state: State, call: Call) -> bool:
    query = state.queries.get(call.text("callback_query_id"))
    if query is None or query.answered or state.clock.now() > query.at + PRESS:
        raise bad(OLD_QUERY)
    if length(call.text("text")) > TOAST:
        raise bad("MESSAGE_TOO_LONG")
    query.answered = True
    state.chats.people[query.user].toasts.append(
        {"text": call.text("text"), "show_alert": call.flag("show_alert"), "url": call.text("url")}
    )
    state.changed()
    return True
