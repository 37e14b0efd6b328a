"""One call of each method by aiogram, so that judges see requests and results of them all."""

from __future__ import annotations

from typing import Any

from aiogram import Bot
from aiogram import types as aio

from tests.telegram import User


def _markup() -> aio.InlineKeyboardMarkup:
    buttons = [
        aio.InlineKeyboardButton(text="Có", callback_data="co", style="success"),
        aio.InlineKeyboardButton(text="Đọc", url="https://a.vn"),
        aio.InlineKeyboardButton(text="Chép", copy_text=aio.CopyTextButton(text="7K3M2P")),
    ]
    return aio.InlineKeyboardMarkup(inline_keyboard=[buttons])


async def call_everything(bot: Bot, person: User, picture: bytes) -> None:
    """`person` has started the bot. Ends logged in, without a webhook."""
    here = person.id
    photo, paper = (
        aio.BufferedInputFile(picture, "a.png"),
        aio.BufferedInputFile(b"%PDF", "a.pdf"),
    )
    await bot.get_me()
    said = await bot.send_message(here, "<b>Chào</b>", parse_mode="HTML", reply_markup=_markup())
    keyboard = [[aio.KeyboardButton(text="Gửi số", request_contact=True)]]
    await bot.send_message(
        here, "Chọn", reply_markup=aio.ReplyKeyboardMarkup(keyboard=keyboard, resize_keyboard=True)
    )
    entity = aio.MessageEntity(type="italic", offset=0, length=4)
    await bot.send_message(
        here, "Thôi rồi", entities=[entity], reply_markup=aio.ReplyKeyboardRemove(),
        reply_parameters=aio.ReplyParameters(message_id=said.message_id),
        link_preview_options=aio.LinkPreviewOptions(is_disabled=True),
    )  # fmt: skip
    sent = await bot.send_photo(here, photo, caption="Ảnh", show_caption_above_media=True)
    assert sent.photo
    await bot.send_photo(here, sent.photo[-1].file_id)
    document = await bot.send_document(here, paper, caption="<i>Đơn</i>", parse_mode="HTML")
    await bot.send_voice(here, aio.BufferedInputFile(b"OggS", "a.oga"), duration=2)
    await bot.send_video(here, aio.BufferedInputFile(b"mp4", "a.mp4"), supports_streaming=True)
    album: list[aio.MediaUnion] = [
        aio.InputMediaPhoto(media=photo, caption="Hai"),
        aio.InputMediaPhoto(media=photo),
    ]
    await bot.send_media_group(here, album)
    await bot.send_chat_action(here, "typing")
    await bot.send_message_draft(chat_id=here, draft_id=1, text="Đang")
    blocks = aio.InputRichMessage(html="<h1>Hạn</h1><p>Còn <b>7</b> ngày</p>")
    await bot.send_rich_message(chat_id=here, rich_message=blocks)
    target: dict[str, Any] = {"chat_id": here, "message_id": said.message_id}
    await bot.edit_message_text("Sửa", **target, reply_markup=_markup())
    await bot.edit_message_reply_markup(**target)
    await bot.edit_message_caption(chat_id=here, message_id=document.message_id, caption="Sửa")
    await bot.pin_chat_message(here, said.message_id)
    await bot.get_chat(here)
    await bot.send_message(here, "Bấm?", reply_markup=_markup())
    press = await person.presses("Có")
    await bot.answer_callback_query(press.id, text="Đã", show_alert=False)
    await bot.delete_message(here, document.message_id)
    await bot.get_file(sent.photo[0].file_id)
    commands = [aio.BotCommand(command="nop", description="Nộp")]
    await bot.set_my_commands(commands, scope=aio.BotCommandScopeChat(chat_id=here))
    await bot.get_my_commands(aio.BotCommandScopeChat(chat_id=here))
    await bot.delete_my_commands(language_code="vi")
    await bot.set_my_description("Hỏi đáp", language_code="vi")
    await bot.get_my_description()
    await bot.set_my_short_description("Hỏi")
    await bot.get_my_short_description()
    await bot.set_my_name("Hội thi")
    await bot.get_my_name()
    await bot.set_chat_menu_button(menu_button=aio.MenuButtonCommands())
    await bot.get_chat_menu_button(here)
    await bot.set_webhook("http://127.0.0.1:9/", secret_token="x", max_connections=3)
    await bot.get_webhook_info()
    await bot.delete_webhook(drop_pending_updates=False)
    await bot.get_updates(limit=100, allowed_updates=["message", "callback_query"])
