"""What a bot may send, and what it is told when it may not."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from PIL import Image

from tests.telegram import TelegramServer, User
from tests.telegram.raw import RawBot

BUTTON = "can't parse inline keyboard button"


async def test_the_answer_is_the_message(bot: RawBot, person: User) -> None:
    sent = await bot.ok(
        "sendMessage", chat_id=1001, text="<b>Chào</b> /nop ", parse_mode="HTML",
        reply_parameters={"message_id": person.screen[0].message_id},
    )  # fmt: skip
    assert sent["text"] == "Chào /nop"
    assert sent["entities"] == [
        {"type": "bold", "offset": 0, "length": 4},
        {"type": "bot_command", "offset": 5, "length": 4},
    ]
    assert sent["from"]["is_bot"] is True
    assert sent["chat"] == {
        "id": 1001, "type": "private", "first_name": "Nông", "last_name": "Thử",
    }  # fmt: skip
    assert sent["reply_to_message"]["text"] == "/start"
    assert person.screen[-1].text == "Chào /nop"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "đ" * 4097}, "message is too long"),
        ({"text": "👋" * 2049}, "message is too long"),
        ({"text": "<b>x", "parse_mode": "HTML"},
         'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"'),
        ({"chat_id": ""}, "chat_id is empty"),
        ({"chat_id": 99}, "chat not found"),
        ({"chat_id": "@ai_do"}, "chat not found"),
        ({"reply_parameters": {"message_id": 9999}}, "message to be replied not found"),
    ],
)  # fmt: skip
async def test_wrong_messages_are_refused(
    bot: RawBot, person: User, given: dict[str, Any], said: str
) -> None:
    params = {"chat_id": 1001, "text": "x", **given}
    assert await bot.no("sendMessage", **params) == f"400 Bad Request: {said}"
    assert len(person.screen) == 1


async def test_length_counts_what_is_left_of_markup(bot: RawBot, person: User) -> None:
    text = "<b>" + "đ" * 4096 + "</b>"
    await bot.ok("sendMessage", chat_id=1001, text=text, parse_mode="HTML")
    await bot.ok("sendMessage", chat_id=1001, text="👋" * 2048)


@pytest.mark.parametrize(
    ("buttons", "said"),
    [
        ([[{"text": "x", "callback_data": "ớ" * 22}]], "BUTTON_DATA_INVALID"),
        ([[{"text": "x", "callback_data": ""}]], "BUTTON_DATA_INVALID"),
        ([[{"text": "x"}]],
         f"{BUTTON}: Text buttons are unallowed in the inline keyboard"),
        ([[{"text": "", "callback_data": "x"}]],
         f'{BUTTON}: Field "text" must be of type String'),
        ([[{"text": "x", "callback_data": "x", "style": "green"}]],
         f"{BUTTON}: invalid button style specified"),
        ([[{"text": "x", "callback_data": "x"}] * 9], "reply markup is too long"),
        ([[{"text": "x", "callback_data": "x"}]] * 101, "reply markup is too long"),
        ([{"text": "x", "callback_data": "x"}],
         'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
    ],
)  # fmt: skip
async def test_wrong_buttons_are_refused(
    bot: RawBot, person: User, buttons: list[Any], said: str
) -> None:
    answer = await bot.no(
        "sendMessage", chat_id=1001, text="x", reply_markup={"inline_keyboard": buttons}
    )
    assert answer == f"400 Bad Request: {said}"


async def test_as_many_buttons_as_there_may_be(bot: RawBot, person: User) -> None:
    row = [{"text": "x", "callback_data": "ớ" * 21, "style": "primary"}] * 4
    await bot.ok(
        "sendMessage", chat_id=1001, text="x", reply_markup={"inline_keyboard": [row] * 25}
    )
    assert len(person.screen[-1].buttons) == 100


async def test_who_cannot_be_written_to(server: TelegramServer, bot: RawBot, person: User) -> None:
    server.user(1002, "Chưa", "Bắt Đầu")
    said = await bot.no("sendMessage", chat_id=1002, text="x")
    assert said == "403 Forbidden: bot can't initiate conversation with a user"
    await person.blocks()
    for method in ("sendMessage", "sendPhoto", "sendChatAction"):
        said = await bot.no(method, chat_id=1001, text="x", action="typing")
        assert said == "403 Forbidden: bot was blocked by the user"
    await person.unblocks()
    await bot.ok("sendMessage", chat_id=1001, text="x")
    await person.deletes_account()
    said = await bot.no("sendMessage", chat_id=1001, text="x")
    assert said == "403 Forbidden: user is deactivated"


async def test_a_group_that_was_upgraded_says_where_it_is(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    group = server.group("Tổ thư ký thử", [person])
    await bot.ok("sendMessage", chat_id=group.id, text="x")
    bigger = group.upgrade()
    answer = await bot("sendMessage", chat_id=group.id, text="x")
    assert answer["description"] == ("Bad Request: group chat was upgraded to a supergroup chat")
    assert answer["parameters"] == {"migrate_to_chat_id": bigger.id}
    assert (await bot.ok("sendMessage", chat_id=bigger.id, text="x"))["message_id"] == 2
    bigger.kick_bot()
    said = await bot.no("sendMessage", chat_id=bigger.id, text="x")
    assert said == "403 Forbidden: bot was kicked from the supergroup chat"


async def test_photos_are_made_again_and_files_are_not(
    bot: RawBot, person: User, picture: bytes
) -> None:
    answer = await bot.upload("sendPhoto", {"photo": picture}, chat_id="1001", caption="Ảnh")
    sizes = answer["result"]["photo"]
    assert [max(size["width"], size["height"]) for size in sizes] == [90, 320, 800, 1280]
    shown = Image.open(io.BytesIO(person.screen[-1].files[0]))
    assert (shown.format, shown.size, len(shown.getexif())) == ("JPEG", (1280, 853), 0)
    await bot.upload("sendDocument", {"document": picture}, chat_id="1001")
    assert person.screen[-1].files == (picture,)


async def test_a_file_is_sent_again_by_its_id(bot: RawBot, person: User, picture: bytes) -> None:
    first = (await bot.upload("sendDocument", {"document": b"%PDF"}, chat_id="1001"))["result"]
    file_id = first["document"]["file_id"]
    again = await bot.ok("sendDocument", chat_id=1001, document=file_id)
    assert again["document"]["file_unique_id"] == first["document"]["file_unique_id"]
    assert again["document"]["file_id"] != file_id
    said = await bot.no("sendPhoto", chat_id=1001, photo=file_id)
    assert said == "400 Bad Request: can't use file of type Document as Photo"
    for wrong, said in (
        ("AgADnone", "wrong file identifier/HTTP URL specified"),
        ("https://example.com/a.pdf", "failed to get HTTP URL content"),
        ("attach://none", "there is no document in the request"),
    ):
        answer = await bot.no("sendDocument", chat_id=1001, document=wrong)
        assert answer == f"400 Bad Request: {said}"


async def test_what_is_no_photo_is_refused(bot: RawBot, person: User) -> None:
    async def refused(content: bytes) -> str:
        answer = await bot.upload("sendPhoto", {"photo": content}, chat_id="1001")
        return str(answer["description"])

    assert await refused(b"%PDF-1.7") == "Bad Request: IMAGE_PROCESS_FAILED"
    size = (10 << 20) + 1
    assert await refused(bytes(size)) == (
        f"Bad Request: file of size {size} bytes is too big for a photo;"
        " the maximum size is 10485760 bytes"
    )
    assert await refused(b"") == "Bad Request: file must be non-empty"
    out = io.BytesIO()
    Image.new("L", (2100, 100)).save(out, "PNG")
    assert await refused(out.getvalue()) == "Bad Request: PHOTO_INVALID_DIMENSIONS"


async def test_captions_are_shorter_than_messages(
    bot: RawBot, person: User, picture: bytes
) -> None:
    ok = await bot.upload("sendPhoto", {"photo": picture}, chat_id="1001", caption="đ" * 1024)
    assert ok["ok"]
    no = await bot.upload("sendPhoto", {"photo": picture}, chat_id="1001", caption="đ" * 1025)
    assert no["description"] == "Bad Request: message caption is too long"


async def test_albums(bot: RawBot, person: User, picture: bytes) -> None:
    media = [{"type": "photo", "media": f"attach://p{n}"} for n in (1, 2)]
    media[0]["caption"] = "Hai ảnh"
    files = {"p1": picture, "p2": picture}
    answer = await bot.upload("sendMediaGroup", files, chat_id="1001", media=json.dumps(media))
    first, second = answer["result"]
    assert first["media_group_id"] == second["media_group_id"] == person.screen[-1].group
    assert [shown.text for shown in person.screen[-2:]] == ["Hai ảnh", ""]
    for wrong in (media[:1], media * 6):
        said = await bot.no("sendMediaGroup", chat_id=1001, media=wrong)
        assert said == "400 Bad Request: album must contain from 2 to 10 media"
    mixed = [media[0], {"type": "document", "media": "attach://p2"}]
    said = await bot.no("sendMediaGroup", chat_id=1001, media=mixed)
    assert said == "400 Bad Request: Can't use the media of the specified type in the album"


async def test_voice_and_video(bot: RawBot, person: User) -> None:
    voice = await bot.upload("sendVoice", {"voice": b"OggS"}, chat_id="1001", duration="3")
    assert voice["result"]["voice"]["duration"] == 3
    video = await bot.upload("sendVideo", {"video": b"mp4"}, chat_id="1001")
    assert video["result"]["video"]["width"] == 640
    assert [shown.kind for shown in person.screen[1:]] == ["voice", "video"]


async def test_typing_and_drafts_are_seen(bot: RawBot, person: User) -> None:
    await bot.ok("sendChatAction", chat_id=1001, action="typing")
    await bot.ok("sendMessageDraft", chat_id=1001, draft_id=5, text="Đang ngh")
    assert person.actions == ["typing"]
    assert [draft["text"] for draft in person.drafts] == ["Đang ngh"]
    said = await bot.no("sendChatAction", chat_id=1001, action="juggling")
    assert said == "400 Bad Request: wrong parameter action in request"
    assert "DRAFT_ID_INVALID" in await bot.no("sendMessageDraft", chat_id=1001, text="x")


async def test_rich_messages(bot: RawBot, person: User) -> None:
    html = "<h2>Hạn nộp</h2><p>Nộp <b>trước</b> 30/5</p><hr>"
    sent = await bot.ok("sendRichMessage", chat_id=1001, rich_message={"html": html})
    assert sent["rich_message"]["blocks"] == [
        {"type": "heading", "text": "Hạn nộp", "size": 2},
        {"type": "paragraph", "text": ["Nộp ", {"type": "bold", "text": "trước"}, " 30/5"]},
        {"type": "divider"},
    ]
    assert "Nộp trước 30/5" in person.screen[-1].text
    rows = [[{"text": "A", "align": "left", "valign": "top"},
             {"text": "B", "align": "left", "valign": "top"}]]  # fmt: skip
    table = {"blocks": [{"type": "table", "cells": rows}]}
    await bot.ok("sendRichMessage", chat_id=1001, rich_message=table)
    assert person.screen[-1].text == "A | B"
    for wrong in ({}, {"html": "x", "blocks": []} | {"markdown": "y"}, {"html": "<div>x</div>"},
                  {"html": "<p>x"}, {"blocks": [{"type": "moon"}]}):  # fmt: skip
        assert "400 Bad Request" in await bot.no(
            "sendRichMessage", chat_id=1001, rich_message=wrong
        )


async def test_an_older_server_has_no_new_methods_and_no_styles() -> None:
    async with TelegramServer(api=(9, 3)) as server:
        bot = RawBot(server)
        person = server.user(1, "Nông")
        await person.starts()
        for method in ("sendRichMessage", "sendMessageDraft"):
            assert await bot.no(method, chat_id=1) == "404 Not Found: method not found"
        button = {"text": "x", "callback_data": "x", "style": "primary"}
        sent = await bot.ok(
            "sendMessage", chat_id=1, text="x", reply_markup={"inline_keyboard": [[button]]}
        )
        assert "style" not in sent["reply_markup"]["inline_keyboard"][0][0]
        await bot.session.close()
