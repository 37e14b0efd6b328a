"""Edits, deletions, answers to presses, and what a bot says of itself."""

from __future__ import annotations

from typing import Any

import pytest

from tests.telegram import TelegramServer, User
from tests.telegram.errors import NOT_MODIFIED, OLD_QUERY
from tests.telegram.raw import RawBot

MARKUP = {"inline_keyboard": [[{"text": "Có", "callback_data": "co"}]]}


async def say(bot: RawBot, **params: Any) -> int:
    sent = await bot.ok("sendMessage", **{"chat_id": 1001, "text": "Nộp?", **params})
    return int(sent["message_id"])


async def test_an_edit_changes_the_screen(bot: RawBot, person: User) -> None:
    number = await say(bot, reply_markup=MARKUP)
    target = {"chat_id": 1001, "message_id": number}
    edited = await bot.ok("editMessageText", **target, text="<i>Đã nộp</i>", parse_mode="HTML")
    assert edited["edit_date"]
    assert "reply_markup" not in edited
    shown = person.screen[-1]
    assert (shown.text, shown.edited, shown.buttons) == ("Đã nộp", True, ())
    await bot.ok("editMessageReplyMarkup", **target, reply_markup=MARKUP)
    assert person.screen[-1].buttons == ("Có",)


async def test_wrong_edits_are_refused(bot: RawBot, person: User, picture: bytes) -> None:
    number = await say(bot, reply_markup=MARKUP)
    target = {"chat_id": 1001, "message_id": number}

    async def refused(method: str, **params: Any) -> str:
        return (await bot.no(method, **params)).removeprefix("400 Bad Request: ")

    same = {**target, "text": "Nộp?", "reply_markup": MARKUP}
    assert await refused("editMessageText", **same) == NOT_MODIFIED
    assert await refused("editMessageText", **target, text="x" * 4097) == "MESSAGE_TOO_LONG"
    nowhere = {"chat_id": 1001, "message_id": 9999, "text": "x"}
    assert await refused("editMessageText", **nowhere) == "message to edit not found"
    theirs = {"chat_id": 1001, "message_id": person.screen[0].message_id, "text": "x"}
    assert await refused("editMessageText", **theirs) == "message can't be edited"
    no_caption = "there is no caption in the message to edit"
    assert await refused("editMessageCaption", **target, caption="x") == no_caption
    answer = await bot.upload("sendPhoto", {"photo": picture}, chat_id="1001")
    photo = {"chat_id": 1001, "message_id": answer["result"]["message_id"]}
    no_text = "there is no text in the message to edit"
    assert await refused("editMessageText", **photo, text="x") == no_text
    await bot.ok("editMessageCaption", **photo, caption="Mặt trước")
    assert person.screen[-1].text == "Mặt trước"


async def test_deleting(server: TelegramServer, bot: RawBot, person: User) -> None:
    number = await say(bot)
    await bot.ok("deleteMessage", chat_id=1001, message_id=number)
    assert len(person.screen) == 1
    said = await bot.no("deleteMessage", chat_id=1001, message_id=number)
    assert said == "400 Bad Request: message to delete not found"
    number = await say(bot)
    server.clock.advance(48 * 3600 + 1)
    said = await bot.no("deleteMessage", chat_id=1001, message_id=number)
    assert said == "400 Bad Request: message can't be deleted"


async def test_a_press_is_answered_once_and_in_time(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    await say(bot, reply_markup=MARKUP)
    press = await person.presses("Có")
    (update,) = await bot.updates()
    query = update["callback_query"]
    assert (query["id"], query["data"], query["message"]["text"]) == (press.id, "co", "Nộp?")
    answer = {"callback_query_id": query["id"], "text": "Đã ghi", "show_alert": True}
    await bot.ok("answerCallbackQuery", **answer)
    assert person.toasts == [{"text": "Đã ghi", "show_alert": True, "url": ""}]
    for wrong in (query["id"], "77"):
        said = await bot.no("answerCallbackQuery", callback_query_id=wrong)
        assert said == f"400 Bad Request: {OLD_QUERY}"
    late = await person.presses("co")
    server.clock.advance(151)
    said = await bot.no("answerCallbackQuery", callback_query_id=late.id)
    assert said == f"400 Bad Request: {OLD_QUERY}"
    long = await person.presses("co")
    said = await bot.no("answerCallbackQuery", callback_query_id=long.id, text="x" * 201)
    assert said == "400 Bad Request: MESSAGE_TOO_LONG"


async def test_a_press_under_an_old_message_hides_it(bot: RawBot, person: User) -> None:
    number = await say(bot, reply_markup=MARKUP)
    person.ages(person.screen[-1])
    await person.presses("Có")
    (update,) = await bot.updates()
    message = update["callback_query"]["message"]
    assert message["date"] == 0
    assert message["message_id"] == number
    assert "text" not in message


async def test_pins_show_in_the_chat(server: TelegramServer, bot: RawBot, person: User) -> None:
    number = await say(bot)
    await bot.ok("pinChatMessage", chat_id=1001, message_id=number)
    chat = await bot.ok("getChat", chat_id=1001)
    assert chat["pinned_message"]["message_id"] == number
    said = await bot.no("pinChatMessage", chat_id=1001, message_id=999)
    assert said == "400 Bad Request: message to pin not found"
    group = server.group("Nhóm thử", [person])
    number = (await bot.ok("sendMessage", chat_id=group.id, text="x"))["message_id"]
    said = await bot.no("pinChatMessage", chat_id=group.id, message_id=number)
    assert said == "400 Bad Request: not enough rights to manage pinned messages in the chat"
    group.promote_bot()
    await bot.ok("pinChatMessage", chat_id=group.id, message_id=number)


async def test_commands_by_scope_and_language(bot: RawBot) -> None:
    vi = [{"command": "nop", "description": "Nộp hồ sơ"}]
    en = [{"command": "/submit", "description": "Hand in"}]
    chat = {"type": "chat", "chat_id": 1001}
    await bot.ok("setMyCommands", commands=vi)
    await bot.ok("setMyCommands", commands=en, language_code="en", scope=chat)
    assert await bot.ok("getMyCommands") == vi
    assert await bot.ok("getMyCommands", language_code="en", scope=chat) == [
        {"command": "submit", "description": "Hand in"}
    ]
    assert await bot.ok("getMyCommands", language_code="en") == []
    await bot.ok("deleteMyCommands")
    assert await bot.ok("getMyCommands") == []


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"commands": [{"command": "Nộp", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "nop", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "n", "description": "x"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [], "language_code": "vie"}, "invalid language code specified"),
        ({"commands": [], "scope": {"type": "moon"}},
         "can't parse BotCommandScope: unsupported type specified"),
    ],
)  # fmt: skip
async def test_wrong_commands_are_refused(bot: RawBot, params: dict[str, Any], said: str) -> None:
    assert await bot.no("setMyCommands", **params) == f"400 Bad Request: {said}"


async def test_what_a_bot_says_of_itself(bot: RawBot) -> None:
    await bot.ok("setMyDescription", description="Hỏi về hội thi")
    await bot.ok("setMyDescription", description="Ask", language_code="en")
    assert await bot.ok("getMyDescription") == {"description": "Hỏi về hội thi"}
    assert await bot.ok("getMyDescription", language_code="en") == {"description": "Ask"}
    assert await bot.ok("getMyDescription", language_code="fr") == {"description": "Hỏi về hội thi"}
    await bot.ok("setMyShortDescription", short_description="Hội thi")
    assert await bot.ok("getMyShortDescription") == {"short_description": "Hội thi"}
    assert await bot.ok("getMyName") == {"name": "Hội thi thử"}
    await bot.ok("setMyName", name="Hội thi 9")
    assert await bot.ok("getMyName") == {"name": "Hội thi 9"}
    assert "TOO_LONG" in await bot.no("setMyShortDescription", short_description="x" * 121)
    await bot.ok("setChatMenuButton", menu_button={"type": "commands"})
    assert await bot.ok("getChatMenuButton", chat_id=5) == {"type": "commands"}
    assert "menu button" in await bot.no("setChatMenuButton", menu_button={"type": "moon"})


async def test_closing_and_logging_out(server: TelegramServer, bot: RawBot) -> None:
    answer = await bot("close")
    assert answer["parameters"] == {"retry_after": 600}
    server.clock.advance(601)
    assert await bot.ok("close") is True
    assert await bot.ok("logOut") is True
    assert await bot.no("getMe") == "400 Logged out"
