"""What people do, and what the bot gets of it."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from tests.telegram import NoSuchButtonError, TelegramServer, User
from tests.telegram.raw import RawBot


async def last(bot: RawBot) -> dict[str, Any]:
    """The newest update; all others are forgotten."""
    return (await bot.updates(offset=-1))[0]


async def test_a_deep_link_starts_with_its_payload(server: TelegramServer, bot: RawBot) -> None:
    person = server.user(1001, "Nông", "Thử", username="nong_thu", language_code="vi")
    await person.starts("hoso-7K3M2P")
    message = (await last(bot))["message"]
    assert message["text"] == "/start hoso-7K3M2P"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"] == {
        "id": 1001, "is_bot": False, "first_name": "Nông", "last_name": "Thử",
        "username": "nong_thu", "language_code": "vi",
    }  # fmt: skip


async def test_only_what_is_on_the_screen_can_be_pressed(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    rows = [[{"text": "Có", "callback_data": "co"}, {"text": "Đọc", "url": "https://a.vn"}]]
    params = {"chat_id": 1001, "text": "Nộp?", "reply_markup": {"inline_keyboard": rows}}
    first = await bot.ok("sendMessage", **params)
    await bot.ok("sendMessage", **params)
    with pytest.raises(NoSuchButtonError, match=r"'Không' is not among \['Có', 'Đọc'"):
        await person.presses("Không")
    assert (await person.presses("Đọc")).url == "https://a.vn"
    await person.presses("Có", message=person.screen[1])
    assert (await last(bot))["callback_query"]["message"]["message_id"] == first["message_id"]
    await bot.ok("editMessageReplyMarkup", chat_id=1001, message_id=first["message_id"])
    with pytest.raises(NoSuchButtonError):
        await person.presses("Có", message=person.screen[1])
    await person.presses("co")
    disabled = [[{"text": "Xong", "callback_data": "x", "disabled": {}}]]
    await bot.ok("sendMessage", chat_id=1001, text="x", reply_markup={"inline_keyboard": disabled})
    with pytest.raises(NoSuchButtonError):
        await person.presses("Xong")


async def test_the_keyboard_instead_of_the_letters(bot: RawBot, person: User) -> None:
    keyboard = [["Hỏi", "Nộp"], [{"text": "Gửi số", "request_contact": True}]]
    markup = {"keyboard": keyboard, "resize_keyboard": True}
    sent = await bot.ok("sendMessage", chat_id=1001, text="Chọn", reply_markup=markup)
    assert "reply_markup" not in sent
    assert person.keys == [["Hỏi", "Nộp"], ["Gửi số"]]
    await person.presses("Nộp")
    assert (await last(bot))["message"]["text"] == "Nộp"
    await person.presses("Gửi số")
    assert (await last(bot))["message"]["contact"] == {
        "phone_number": "+84900000001", "first_name": "Nông", "last_name": "Thử", "user_id": 1001,
    }  # fmt: skip
    await bot.ok("sendMessage", chat_id=1001, text="Thôi", reply_markup={"remove_keyboard": True})
    assert person.keys == []


async def fetched(bot: RawBot, file_id: str) -> bytes:
    path = (await bot.ok("getFile", file_id=file_id))["file_path"]
    url = f"{bot.server.url}/file/bot{bot.server.token}/{path}"
    async with bot.session.get(url) as answer:
        return await answer.read()


async def test_a_photo_is_made_small_and_loses_where_it_was_taken(
    bot: RawBot, person: User, picture: bytes
) -> None:
    await person.sends_photo(picture, caption="Máy sấy, gọi +84912345678")
    message = (await last(bot))["message"]
    assert [max(s["width"], s["height"]) for s in message["photo"]] == [90, 320, 800, 1280]
    assert message["caption_entities"][0]["type"] == "phone_number"
    largest = message["photo"][-1]
    content = await fetched(bot, largest["file_id"])
    assert len(content) == largest["file_size"]
    image = Image.open(io.BytesIO(content))
    assert (image.format, image.size, len(image.getexif())) == ("JPEG", (1280, 853), 0)
    await person.sends_photo(picture, hd=True)
    again = (await last(bot))["message"]["photo"]
    assert max(again[-1]["width"], again[-1]["height"]) == 2560
    await person.sends_photo(picture)
    third = (await last(bot))["message"]["photo"][-1]
    assert third["file_unique_id"] == largest["file_unique_id"]
    assert third["file_id"] != largest["file_id"]


async def test_a_document_keeps_every_byte(bot: RawBot, person: User, picture: bytes) -> None:
    await person.sends_document(picture, "Ảnh máy.png", "image/png", caption="Bản gốc")
    document = (await last(bot))["message"]["document"]
    assert (document["file_name"], document["mime_type"]) == ("Ảnh máy.png", "image/png")
    assert await fetched(bot, document["file_id"]) == picture
    await person.sends_document(b"?")
    assert "file_name" not in (await last(bot))["message"]["document"]


async def test_a_large_file_cannot_be_fetched(bot: RawBot, person: User) -> None:
    await person.sends_document(bytes((20 << 20) + 1), "phim.mp4")
    document = (await last(bot))["message"]["document"]
    assert document["file_size"] == 20_971_521
    said = await bot.no("getFile", file_id=document["file_id"])
    assert said == "400 Bad Request: file is too big"
    assert await bot.no("getFile", file_id="x") == "400 Bad Request: invalid file_id"
    await person.sends_document(bytes(20 << 20), "phim.mp4")
    await bot.ok("getFile", file_id=(await last(bot))["message"]["document"]["file_id"])


async def test_an_album_is_several_messages(bot: RawBot, person: User, picture: bytes) -> None:
    await person.sends_album([picture, picture, picture], caption="Ba mặt")
    messages = [update["message"] for update in await bot.updates()]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert len({message["message_id"] for message in messages}) == 3
    assert [message.get("caption") for message in messages] == ["Ba mặt", None, None]
    await person.sends_album([b"1", b"2"], names=["a.pdf", "b.pdf"])
    assert (await last(bot))["message"]["document"]["file_name"] == "b.pdf"


async def test_everything_else_people_send(bot: RawBot, person: User, picture: bytes) -> None:
    await person.sends_voice(b"OggS", 7)
    await person.sends_video(b"mp4", caption="Chạy thử")
    await person.sends_video_note(b"mp4")
    await person.sends_animation(b"gif")
    await person.sends_sticker()
    await person.sends_live_photo(picture, b"mov")
    await person.sends_location()
    await person.sends_venue("Uỷ ban xã thử", "Xã Thử")
    await person.sends_contact("+84912345678", "Hoàng", "Thử")
    await person.sends_poll("Chọn?", ["Một", "Hai"])
    await person.sends_dice()
    await person.sends_story()
    messages = [update["message"] for update in await bot.updates()]
    kinds = ("voice", "video", "video_note", "animation", "sticker", "live_photo", "location",
             "venue", "contact", "poll", "dice", "story")  # fmt: skip
    assert all(kind in message for kind, message in zip(kinds, messages, strict=True))
    assert [shown.kind for shown in person.screen[1:]] == list(kinds)
    assert "document" in messages[3]
    assert "photo" in messages[5]
    assert "user_id" not in messages[8]["contact"]


async def test_forwards_say_whose_they_were(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    first = await person.types("Tôi có sáng kiến")
    await person.forwards(first)
    message = (await last(bot))["message"]
    assert message["text"] == "Tôi có sáng kiến"
    assert message["forward_origin"]["sender_user"]["id"] == 1001
    await person.forwards(first, hidden=True)
    origin = (await last(bot))["message"]["forward_origin"]
    assert (origin["type"], origin["sender_user_name"]) == ("hidden_user", "Nông")


async def test_edits_come_and_deletions_do_not(bot: RawBot, person: User, picture: bytes) -> None:
    said = await person.types("Xã Thữ")
    await person.edits(said, text="Xã Thử")
    update = await last(bot)
    assert update["edited_message"]["text"] == "Xã Thử"
    assert update["edited_message"]["message_id"] == said.message_id
    photo = await person.sends_photo(picture, caption="a")
    other = Image.new("RGB", (500, 400))
    out = io.BytesIO()
    other.save(out, "PNG")
    await person.edits(photo, photo=out.getvalue(), caption="b")
    edited = (await last(bot))["edited_message"]
    assert (edited["photo"][-1]["width"], edited["caption"]) == (500, "b")
    await person.deletes(said)
    assert [list(u)[1] for u in await bot.updates(offset=-1)] == ["edited_message"]
    assert said.message_id not in [shown.message_id for shown in person.screen]


async def test_blocking_is_told(bot: RawBot, person: User) -> None:
    await person.blocks()
    change = (await last(bot))["my_chat_member"]
    assert change["old_chat_member"]["status"] == "member"
    assert change["new_chat_member"]["status"] == "kicked"
    with pytest.raises(ValueError, match="blocked"):
        await person.types("?")
    await person.starts()
    kinds = [list(update)[1] for update in await bot.updates()]
    assert kinds == ["my_chat_member", "my_chat_member", "message"]


async def test_a_bot_reads_in_a_group_only_what_is_meant_for_it(
    server: TelegramServer, bot: RawBot, person: User
) -> None:
    group = server.group("Tổ thư ký thử", [person], supergroup=True)
    (joined, service) = await bot.updates()
    assert joined["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert service["message"]["new_chat_members"][0]["is_bot"] is True
    sent = await bot.ok("sendMessage", chat_id=group.id, text="Câu hỏi 7")
    await person.types("chuyện riêng", chat=group)
    await person.types("/tra_loi", chat=group)
    await person.types("/tra_loi@bot_khac", chat=group)
    await person.types("@hoi_thi_thu_bot ơi", chat=group)
    await person.types("trả lời đây", chat=group, reply_to=group.screen[1])
    server.clock.advance(4)
    texts = [update["message"]["text"] for update in (await bot.updates())[2:]]
    assert texts == ["/tra_loi", "@hoi_thi_thu_bot ơi", "trả lời đây"]
    assert (await last(bot))["message"]["reply_to_message"]["message_id"] == sent["message_id"]
    group.promote_bot()
    await person.types("ai cũng đọc", chat=group)
    assert (await last(bot))["message"]["text"] == "ai cũng đọc"


async def test_hearing_goes_through_messages_one_by_one(bot: RawBot, person: User) -> None:
    for text in ("một", "hai"):
        await bot.ok("sendMessage", chat_id=1001, text=text)
    assert (await person.hears()).text == "một"
    assert (await person.hears()).text == "hai"
    await person.hears_nothing(0.05)
    with pytest.raises(TimeoutError):
        await person.hears(0.05)
    await bot.ok("sendMessage", chat_id=1001, text="ba")
    with pytest.raises(AssertionError, match="ba"):
        await person.hears_nothing(0.05)
    assert await person.sees(lambda screen: len(screen) == 4)
