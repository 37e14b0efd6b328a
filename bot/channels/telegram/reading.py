"""An update of the Bot API → what the person did. Pure; what it does not know it does not lose."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeGuard

from aiogram import types
from pydantic import ValidationError

from bot.channels import clean, plain
from bot.channels.port import Incoming, Remote
from bot.channels.telegram.commands import pressed_by
from dialog.event import ChatRef, Event, FileKind, Input, Pressed, Said, Sent, Shared
from storage.port import Arrival

Json = Any

NAME = "telegram"
# what we ask to be told of
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
MOST_FETCHED = 20 << 20  # bytes: the Bot API gives bots no larger file
PLAIN = "application/octet-stream"
# what a sender says of a file is believed only where nothing can be run in a browser
_SAFE_TYPES = re.compile(
    r"(image/(jpeg|png|webp|gif|heic|heif)|(audio|video)/[a-z0-9.+-]+|application/pdf"
    r"|application/vnd\.openxmlformats-officedocument\.[a-z.]+)"
)
_COMMAND = re.compile(r"/\w{1,32}(?:@(\w+))?(?:\s+(\S{1,20}))?\s*", re.ASCII)
_PHONE = re.compile(r"[0-9+]{6,20}")


def is_update(came: Json) -> TypeGuard[dict[str, Json]]:
    """Has it the number by which it is confirmed? Whatever else is in it can be lived with."""
    return isinstance(came, dict) and type(came.get("update_id")) is int


def chat_of(update: Mapping[str, Json]) -> ChatRef | None:
    """The private chat an update belongs to; None: a group's, or nobody's."""
    match update:
        case (
            {"message": {"chat": {"id": int(chat), "type": "private"}}}
            | {"edited_message": {"chat": {"id": int(chat), "type": "private"}}}
            | {"my_chat_member": {"chat": {"id": int(chat), "type": "private"}}}
            | {"callback_query": {"message": {"chat": {"id": int(chat), "type": "private"}}}}
        ):
            return ChatRef(NAME, str(chat))
    return None


def group_of(update: Mapping[str, Json]) -> ChatRef | None:
    """The group an update belongs to; None: it is no group's."""
    match update:
        case {"message": {"chat": {"id": int(chat), "type": "group" | "supergroup"}}} | {
            "my_chat_member": {"chat": {"id": int(chat), "type": "group" | "supergroup"}}
        }:
            return ChatRef(NAME, str(chat))
    return None


def typed_in_group(update: Mapping[str, Json], us: str) -> str | None:
    """What stands behind a command that was typed for us in a group, «nhom 23A-45B-67»; None: it
    is nothing for us, and is not looked at. `us`: our name, as far as we know it."""
    match update:
        case {"message": {"text": str(text)}} if found := _COMMAND.fullmatch(text.strip()):
            named = (found[1] or us).casefold()
            return (found[2] or "").strip() if named == us.casefold() else None
    return None


def moved_to(update: Mapping[str, Json]) -> ChatRef | None:
    """The name that a group has from now on."""
    match update:
        case {"message": {"migrate_to_chat_id": int(chat)}}:
            return ChatRef(NAME, str(chat))
    return None


def blocked_by(update: Mapping[str, Json]) -> bool:
    """Did the person stop the bot?"""
    match update:
        case {"my_chat_member": {"new_chat_member": {"status": "kicked" | "left"}}}:
            return True
    return False


def query_of(update: Mapping[str, Json]) -> str | None:
    """The press that waits for an answer."""
    match update:
        case {"callback_query": {"id": str(query)}}:
            return query
    return None


def read(arrival: Arrival) -> Incoming:
    """The event; its files are still at Telegram (`Incoming.remote`)."""
    payload = arrival.payload
    if "kind" in payload:  # from our own upload page
        return plain.read(arrival)
    try:
        update = types.Update.model_validate(payload)
    except ValidationError:  # newer than we are, or broken: it is answered as something unknown
        return _incoming(arrival, Shared("other"), None)
    if update.callback_query is not None:
        query = update.callback_query
        return _incoming(arrival, Pressed(query.data or ""), query.from_user)
    edited = update.edited_message
    message = edited or update.message
    if message is None:
        return _incoming(arrival, Shared("other"), None)
    did, remote = _did(message)
    number = str(message.message_id)
    if edited:
        return _incoming(arrival, did, message.from_user, remote, replaces=number)
    return _incoming(arrival, did, message.from_user, remote, name=number)


def _incoming(
    arrival: Arrival,
    did: Input,
    who: types.User | None,
    remote: tuple[Remote, ...] = (),
    *,
    name: str | None = None,
    replaces: str | None = None,
) -> Incoming:
    lang = who.language_code[:2] if who and who.language_code else None
    event = Event(arrival.event, arrival.chat, arrival.at, did, lang, name=name, replaces=replaces)
    return Incoming(event, remote=remote)


def _did(message: types.Message) -> tuple[Input, tuple[Remote, ...]]:
    caption = clean.text(message.caption or "")
    if remote := _remote(message):
        return Sent((), caption, message.media_group_id), (remote,)
    if message.text is not None:
        return _said(message.text), ()
    if message.contact is not None:
        return _contact(message), ()
    if message.location is not None or message.venue is not None:
        return Shared("location"), ()
    return Shared("other", message.content_type), ()


def _said(text: str) -> Input:
    said = clean.text(text)
    if said.startswith("/"):
        return pressed_by(said) or Said(said.lstrip("/"))
    return Said(said)


def _contact(message: types.Message) -> Input:
    """One's own number, shared by Telegram's button, is that number typed."""
    contact = message.contact
    number = re.sub(r"[^0-9+]", "", contact.phone_number) if contact else ""
    own = contact and message.from_user and contact.user_id == message.from_user.id
    return Said(number) if own and _PHONE.fullmatch(number) else Shared("contact")


def _remote(message: types.Message) -> Remote | None:
    """The file of a message, if it has one."""
    photos = message.photo or (message.live_photo.photo if message.live_photo else None)
    if photos:
        photo = photos[-1]  # the largest
        return Remote(photo.file_id, "photo", "", "image/jpeg", photo.file_size or 0, shrunk=True)
    if message.animation is not None:  # has a document too
        return _named(message.animation, "video")
    if message.document is not None:
        kind: FileKind = "photo" if _type(message.document).startswith("image/") else "document"
        return _named(message.document, kind)
    if message.voice is not None:
        return _named(message.voice, "voice")
    if message.audio is not None:
        return _named(message.audio, "voice")
    if message.video is not None:
        return _named(message.video, "video")
    if message.video_note is not None:
        note = message.video_note
        return Remote(note.file_id, "video", "", "video/mp4", note.file_size or 0)
    return None


def _named(
    file: types.Document | types.Voice | types.Audio | types.Video | types.Animation,
    kind: FileKind,
) -> Remote:
    name = clean.file_name(getattr(file, "file_name", None) or "")
    return Remote(file.file_id, kind, name, _type(file), file.file_size or 0)


def _type(
    file: types.Document | types.Voice | types.Audio | types.Video | types.Animation,
) -> str:
    said = (file.mime_type or "").lower()
    return said if _SAFE_TYPES.fullmatch(said) else PLAIN


def arrival_of(update: Mapping[str, Json], chat: ChatRef, now: datetime) -> Arrival:
    """As it is kept before anybody reads it.

    After a quiet week Telegram begins its numbers anew, anywhere: the message's number makes sure.
    """
    match update:
        case {"callback_query": {"id": str(what)}}:
            pass
        case {"message": {"message_id": int(what)}} | {"edited_message": {"message_id": int(what)}}:
            pass
        case _:
            what = ""
    return Arrival(chat, f"{update['update_id']}-{what}", dict(update), now)
