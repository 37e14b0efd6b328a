"""The same small bot twice, on aiogram and on python-telegram-bot, and a talk with it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiogram import Bot, Dispatcher, F
from aiogram import types as aio
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from tests.telegram import TelegramServer, User

SECRET = "bi-mat"


def aiogram_bot(server: TelegramServer) -> Bot:
    return Bot(server.token, AiohttpSession(api=TelegramAPIServer.from_base(server.url)))


def dispatcher() -> Dispatcher:
    """Greets, asks, edits, counts the bytes of files, sends a paper."""
    made = Dispatcher()

    @made.message(CommandStart(deep_link=True))
    async def start(message: aio.Message, command: Any) -> None:
        button = aio.InlineKeyboardButton(text="Đồng ý", callback_data="yes")
        markup = aio.InlineKeyboardMarkup(inline_keyboard=[[button]])
        await message.answer(f"Chào <b>{command.args}</b>", parse_mode="HTML", reply_markup=markup)

    @made.callback_query()
    async def pressed(query: aio.CallbackQuery) -> None:
        await query.answer("Đã ghi")
        assert isinstance(query.message, aio.Message)
        await query.message.edit_text("Xong")

    @made.message(F.photo)
    async def photo(message: aio.Message, bot: Bot) -> None:
        assert message.photo
        content = await bot.download(message.photo[-1])
        assert content is not None
        await message.reply(f"ảnh {len(content.read())} {message.media_group_id is not None}")

    @made.message(F.document)
    async def document(message: aio.Message, bot: Bot) -> None:
        assert message.document
        content = await bot.download(message.document)
        assert content is not None
        file = aio.BufferedInputFile(content.read()[::-1], "Nhận.bin")
        await message.answer_document(file, caption="Trả lại")

    @made.message(F.text)
    async def text(message: aio.Message) -> None:
        await message.answer(f"«{message.text}»")

    return made


@asynccontextmanager
async def aiogram_polling(server: TelegramServer) -> AsyncIterator[None]:
    bot, polls = aiogram_bot(server), dispatcher()
    running = asyncio.create_task(polls.start_polling(bot, handle_signals=False))
    try:
        yield
    finally:
        await polls.stop_polling()
        await running


@asynccontextmanager
async def aiogram_webhook(server: TelegramServer) -> AsyncIterator[None]:
    bot = aiogram_bot(server)
    app = web.Application()
    SimpleRequestHandler(dispatcher(), bot, secret_token=SECRET).register(app, "/hook")
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await bot.set_webhook(url, secret_token=SECRET)
    try:
        yield
    finally:
        await bot.delete_webhook()
        await runner.cleanup()
        await bot.session.close()


def ptb_application(server: TelegramServer) -> Application[Any, Any, Any, Any, Any, Any]:
    """The same bot on the other library."""
    built = ApplicationBuilder().token(server.token).base_url(f"{server.url}/bot")
    made = built.base_file_url(f"{server.url}/file/bot").concurrent_updates(False).build()

    async def start(update: Update, context: Any) -> None:
        assert update.message
        markup = InlineKeyboardMarkup([[InlineKeyboardButton("Đồng ý", callback_data="yes")]])
        await update.message.reply_html(f"Chào <b>{context.args[0]}</b>", reply_markup=markup)

    async def pressed(update: Update, context: Any) -> None:
        assert update.callback_query
        await update.callback_query.answer("Đã ghi")
        await update.callback_query.edit_message_text("Xong")

    async def photo(update: Update, context: Any) -> None:
        assert update.message
        file = await update.message.photo[-1].get_file()
        size = len(await file.download_as_bytearray())
        grouped = update.message.media_group_id is not None
        await update.message.reply_text(f"ảnh {size} {grouped}", do_quote=True)

    async def document(update: Update, context: Any) -> None:
        assert update.message
        assert update.message.document
        content = await (await update.message.document.get_file()).download_as_bytearray()
        await update.message.reply_document(
            bytes(content[::-1]), caption="Trả lại", filename="Nhận.bin"
        )

    async def text(update: Update, context: Any) -> None:
        assert update.message
        await update.message.reply_text(f"«{update.message.text}»")

    made.add_handler(CommandHandler("start", start))
    made.add_handler(CallbackQueryHandler(pressed))
    made.add_handler(MessageHandler(filters.PHOTO, photo))
    made.add_handler(MessageHandler(filters.Document.ALL, document))
    made.add_handler(MessageHandler(filters.TEXT, text))
    return made


@asynccontextmanager
async def ptb_polling(server: TelegramServer) -> AsyncIterator[None]:
    app = ptb_application(server)
    async with app:
        await app.start()
        assert app.updater
        await app.updater.start_polling(timeout=5)
        yield
        await app.updater.stop()
        await app.stop()


@asynccontextmanager
async def ptb_webhook(server: TelegramServer) -> AsyncIterator[None]:
    """Its own web server needs one more package, so updates come in by our own door."""
    app = ptb_application(server)

    async def take(request: web.Request) -> web.Response:
        assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == SECRET
        await app.update_queue.put(Update.de_json(await request.json(), app.bot))
        return web.Response()

    door = web.Application()
    door.router.add_post("/hook", take)
    runner = web.AppRunner(door, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with app:
        await app.start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        await app.bot.set_webhook(url, secret_token=SECRET)
        yield
        await app.bot.delete_webhook()
        await app.stop()
    await runner.cleanup()


BOTS = {
    "aiogram polling": aiogram_polling,
    "aiogram webhook": aiogram_webhook,
    "ptb polling": ptb_polling,
    "ptb webhook": ptb_webhook,
}


async def talk(person: User, picture: bytes) -> None:
    """Text, command, button and edit, an album, a document in and out."""
    await person.starts("hoso")
    assert (await person.hears()).text == "Chào hoso"
    await person.presses("Đồng ý")
    await person.sees(lambda screen: screen[-1].text == "Xong" and not screen[-1].buttons)
    assert person.toasts[-1]["text"] == "Đã ghi"
    await person.types("xin <chào> & 👋")
    assert (await person.hears()).text == "«xin <chào> & 👋»"
    album = await person.sends_album([picture, picture, picture], caption="Ba ảnh")
    heard = sorted([(await person.hears()).text for _ in album])
    assert heard == sorted(f"ảnh {len(shown.files[0])} True" for shown in album)
    await person.sends_document(b"\x00\xffabc", "Gửi.bin")
    back = await person.hears()
    assert (back.text, back.files, back.names) == ("Trả lại", (b"cba\xff\x00",), ("Nhận.bin",))


async def everything(person: User, picture: bytes, server: TelegramServer) -> None:
    """One of each kind of update there is. The bot may say what it likes."""
    said = await person.starts("xin")
    await person.types("gọi +84912345678 @ai #gì https://a.vn /lenh")
    photo = await person.sends_photo(picture, caption="https://a.vn", hd=True)
    await person.sends_album([picture, picture])
    await person.sends_album([b"a", b"b"], names=["a.pdf", "b"])
    await person.sends_document(b"?")
    await person.sends_voice(b"OggS")
    await person.sends_video(b"mp4", caption="Chạy")
    await person.sends_video_note(b"mp4")
    await person.sends_animation(b"gif")
    await person.sends_sticker()
    await person.sends_live_photo(picture, b"mov", caption="Động")
    await person.sends_location()
    await person.sends_venue("Uỷ ban", "Xã Thử")
    await person.sends_contact()
    await person.sends_contact("+84912345678", "Hoàng")
    await person.sends_poll("Chọn?", ["Một", "Hai"])
    await person.sends_dice()
    await person.sends_story()
    await person.forwards(photo)
    await person.forwards(said, hidden=True)
    await person.types("trả lời", reply_to=said)
    await person.edits(said, text="sửa")
    await person.edits(photo, photo=picture, caption="sửa")
    group = server.group("Tổ thư ký thử", [person])
    group.promote_bot()
    await person.types("trong nhóm", chat=group)
    bigger = group.upgrade()
    await person.types("/x", chat=bigger)
    bigger.promote_bot()
    bigger.kick_bot()
    await person.blocks()
    await person.unblocks()
