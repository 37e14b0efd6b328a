"""A schema of the whole Bot API reads every update, result and request of a recorded talk."""

from __future__ import annotations

from typing import Any

import fastjsonschema
import pytest

from tests.telegram import TelegramServer
from tests.telegram.mutations import misspelt, of_wrong_type, without
from tests.telegram.schema import Schema, make

pytestmark = pytest.mark.npm

SPELT = (
    "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo", "getMe", "getFile", "getChat",
    "sendMessage", "sendPhoto", "sendDocument", "sendVoice", "sendVideo", "sendMediaGroup",
    "sendChatAction", "sendMessageDraft", "sendRichMessage", "editMessageText",
    "editMessageCaption", "editMessageReplyMarkup", "deleteMessage", "pinChatMessage",
    "answerCallbackQuery", "setMyCommands", "getMyCommands", "deleteMyCommands",
    "setMyDescription", "getMyDescription", "setMyShortDescription", "getMyShortDescription",
    "setMyName", "getMyName", "setChatMenuButton", "getChatMenuButton",
)  # fmt: skip


NEEDED: tuple[tuple[str | int, ...], ...] = (
    ("update_id",), ("message", "chat"), ("message", "chat", "id"), ("message", "date"),
    ("message", "photo", 0, "file_id"),
)  # fmt: skip


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    return make(tmp_path_factory.mktemp("npm"), list(SPELT))


async def test_the_schema_knows_all_that_is_said(schema: Schema, spoken: TelegramServer) -> None:
    for update in spoken.emitted:
        schema.update(update)
    called = set()
    for request in spoken.log:
        called.add(request.method)
        schema.result(request.method, request.result)
        schema.request(request.method, request.params)
    assert called == set(SPELT)


def refused(schema: Schema, wrong: Any) -> bool:
    try:
        schema.update(wrong)
    except fastjsonschema.JsonSchemaException:
        return True
    return False


async def test_the_schema_catches_what_is_misspelt_lost_or_of_a_wrong_type(
    schema: Schema, spoken: TelegramServer
) -> None:
    press = next(update for update in spoken.emitted if "callback_query" in update)
    photo = next(u for u in spoken.emitted if "photo" in u.get("message", {}))
    for update in (press, photo):
        assert [key for key, wrong in misspelt(update) if not refused(schema, wrong)] == []
        assert [key for key, wrong in of_wrong_type(update) if not refused(schema, wrong)] == []
    for path in NEEDED:
        assert refused(schema, without(photo, *path)), path


def test_a_wrong_request_is_caught(schema: Schema) -> None:
    schema.request("sendMessage", {"chat_id": 1, "text": "x"})
    button = {"text": "x", "callback_data": "x", "style": "green"}
    for wrong in (
        {"chat_id": 1}, {"chat_id": 1, "text": "x", "txet": "y"},
        {"chat_id": 1, "text": "x", "reply_markup": {"inline_keyboard": [[button]]}},
    ):  # fmt: skip
        with pytest.raises(fastjsonschema.JsonSchemaException):
            schema.request("sendMessage", wrong)
