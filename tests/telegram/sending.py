"""What a bot sends: checked, kept in the chat, answered with the message."""

from __future__ import annotations

from typing import Any

from tests.telegram import rich
from tests.telegram.chats import JSON, Chat, Message, shown
from tests.telegram.entities import formatted, length
from tests.telegram.errors import bad
from tests.telegram.files import PHOTO_MOST, Stored
from tests.telegram.keyboards import inline_keyboard, reply_keyboard
from tests.telegram.state import State
from tests.telegram.wire import Call

TEXT, CAPTION = 4096, 1024  # UTF-16 code units
ALBUM = (2, 10)
ACTIONS = (
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
)  # fmt: skip

Content = tuple[JSON, list[Stored]]


async def send_message(state: State, call: Call) -> JSON:
    chat = state.chats.writable(call.text("chat_id"))
    content = {**text_content(call), **_preview(call)}
    return await post(state, chat, call, (content, []))


def text_content(call: Call, *, edit: bool = False) -> JSON:
    """`text` and `entities`. Raises Refused."""
    if not call.text("text"):
        raise bad("message text is empty")
    text, entities = formatted(call.text("text"), call.text("parse_mode"), call.json("entities"))
    if not text:
        raise bad("text must be non-empty")
    if length(text) > TEXT:
        raise bad("MESSAGE_TOO_LONG" if edit else "message is too long")
    return {"text": text, **({"entities": entities} if entities else {})}


def _preview(call: Call) -> JSON:
    options = call.json("link_preview_options")
    return {"link_preview_options": options} if options else {}


def caption_content(given: JSON) -> JSON:
    """`caption` and `caption_entities` of a request or of one item of an album."""
    caption = str(given.get("caption") or "")
    text, entities = formatted(
        caption, str(given.get("parse_mode") or ""), given.get("caption_entities")
    )
    if length(text) > CAPTION:
        raise bad("message caption is too long")
    content: JSON = {"caption": text} if text else {}
    if entities:
        content["caption_entities"] = entities
    return content


def _captioned(call: Call) -> JSON:
    return caption_content({**call.args, "caption_entities": call.json("caption_entities")})


async def send_photo(state: State, call: Call) -> JSON:
    return await _send_file(state, call, "photo")


async def send_document(state: State, call: Call) -> JSON:
    return await _send_file(state, call, "document")


async def send_voice(state: State, call: Call) -> JSON:
    return await _send_file(state, call, "voice")


async def send_video(state: State, call: Call) -> JSON:
    return await _send_file(state, call, "video")


async def _send_file(state: State, call: Call, kind: str) -> JSON:
    chat = state.chats.writable(call.text("chat_id"))
    caption = _captioned(call)
    media, files = file_content(state, call, kind, call.args.get(kind), call.args)
    return await post(state, chat, call, ({**media, **caption}, files))


async def send_media_group(state: State, call: Call) -> list[JSON]:
    chat = state.chats.writable(call.text("chat_id"))
    media = call.json("media")
    if not isinstance(media, list) or not ALBUM[0] <= len(media) <= ALBUM[1]:
        raise bad("album must contain from 2 to 10 media")
    kinds = {str(item.get("type")) for item in media}
    if not kinds <= {"photo", "video", "document"}:
        raise bad("can't parse InputMedia: invalid media type specified")
    if "document" in kinds and len(kinds) > 1:
        raise bad("Can't use the media of the specified type in the album")
    group = state.new_id()
    contents: list[Content] = []
    for item in media:
        found, files = file_content(state, call, str(item["type"]), item.get("media"), item)
        contents.append(({**found, **caption_content(item), "media_group_id": group}, files))
    return await post_all(state, chat, call, contents)


def file_content(state: State, call: Call, kind: str, reference: Any, about: JSON) -> Content:
    """A file that was uploaded, or sent again by its id. Raises Refused."""
    upload = call.upload(reference)
    if upload is not None:
        if not upload.content:
            raise bad("file must be non-empty")
        if kind == "photo" and len(upload.content) > PHOTO_MOST:
            raise bad(
                f"file of size {len(upload.content)} bytes is too big for a photo;"
                f" the maximum size is {PHOTO_MOST} bytes"
            )
        return media_content(state, kind, upload.content, upload.name, upload.mime, about)
    if not reference or str(reference).startswith("attach://"):
        raise bad(f"there is no {kind} in the request")
    if str(reference).startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    stored = state.files.find(str(reference))
    if stored is None:
        raise bad("wrong file identifier/HTTP URL specified")
    if stored.kind != kind:
        names = {"photo": "Photo", "document": "Document", "voice": "VoiceNote", "video": "Video"}
        raise bad(f"can't use file of type {names.get(stored.kind, stored.kind)} as {names[kind]}")
    name = state.names.get(stored.unique, "")
    return media_content(state, kind, stored.content, name, "application/octet-stream", about)


def media_content(
    state: State, kind: str, content: bytes, name: str, mime: str, about: JSON
) -> Content:
    """The object a message holds for a file of a kind, and the file."""
    if kind == "photo":
        sizes = state.files.photo(content)
        return {"photo": [size for _, size in sizes]}, [sizes[-1][0]]
    stored = state.files.keep(content, kind, name)
    state.names[stored.unique] = name
    media = stored.sized()
    if kind == "document":
        media |= {"file_name": name, "mime_type": state.mime_of(name, mime)}
    elif kind == "voice":
        media |= {"duration": int(about.get("duration") or 1), "mime_type": "audio/ogg"}
    else:
        media |= {
            "duration": int(about.get("duration") or 1),
            "width": int(about.get("width") or 640),
            "height": int(about.get("height") or 360),
            "mime_type": "video/mp4",
        }
    return {kind: {key: value for key, value in media.items() if value != ""}}, [stored]


async def post(state: State, chat: Chat, call: Call, content: Content) -> JSON:
    """Put a message of the bot into a chat; the answer is its Message."""
    return (await post_all(state, chat, call, [content]))[0]


async def post_all(state: State, chat: Chat, call: Call, contents: list[Content]) -> list[JSON]:
    """Put an album, or a message, of the bot into a chat."""
    markup = call.json("reply_markup")
    rows = inline_keyboard(markup, styled=state.can("styles"))
    keys = reply_keyboard(markup)
    reply = replied(chat, call)
    state.rates.spend(chat.id, group=chat.kind != "private")
    sent = []
    for content, files in contents:
        body = {
            "message_id": state.chats.next_number(chat),
            "from": state.bot_json(),
            "chat": chat.json(),
            "date": state.clock.today(),
            **({"reply_to_message": reply} if reply else {}),
            **content,
            **({"reply_markup": {"inline_keyboard": rows}} if rows else {}),
        }
        message = state.chats.add(chat, Message(body, by_bot=True, files=files))
        sent.append(shown(message))
    if keys is not None:
        chat.keyboard = keys
    state.changed()
    return sent


def replied(chat: Chat, call: Call) -> JSON | None:
    """The message that is answered, without what it answers itself. Raises Refused."""
    wanted = call.json("reply_parameters") or {}
    number = int(wanted.get("message_id") or call.integer("reply_to_message_id"))
    if not number:
        return None
    message = chat.find(number)
    if message is None:
        if wanted.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
            return None
        raise bad("message to be replied not found")
    body = shown(message)
    body.pop("reply_to_message", None)
    return body


async def send_chat_action(state: State, call: Call) -> bool:
    chat = state.chats.writable(call.text("chat_id"))
    if call.text("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    chat.actions.append(call.text("action"))
    state.changed()
    return True


async def send_message_draft(state: State, call: Call) -> bool:
    chat = state.chats.writable(call.text("chat_id"))
    if chat.kind != "private":
        raise bad("method is available only for private chats")
    if not call.integer("draft_id"):
        raise bad("DRAFT_ID_INVALID")
    text, entities = formatted(call.text("text"), call.text("parse_mode"), call.json("entities"))
    if length(text) > TEXT:
        raise bad("message is too long")
    chat.drafts.append({"draft_id": call.integer("draft_id"), "text": text, "entities": entities})
    state.changed()
    return True


async def send_rich_message(state: State, call: Call) -> JSON:
    chat = state.chats.writable(call.text("chat_id"))
    message = rich.read(call.json("rich_message"))
    return await post(state, chat, call, ({"rich_message": message}, []))
