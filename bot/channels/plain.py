"""Events in our own JSON: what the page and the terminal send, and what an upload page hands in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.channels import clean
from bot.channels.port import Incoming
from contest.documents import facts
from dialog.event import Attachment, Event, FileKind, Input, Pressed, Said, Sent
from storage.port import Arrival, ChatFile

START = "menu/start"


def read(arrival: Arrival) -> Incoming:
    """{"kind": "say" | "press" | "files" | "start", …}, as it was checked when it was accepted.

    Every channel hands what has a "kind" to this: upload pages hand in files for all of them.
    `name`: of the message, where it may be changed later; `replaces`: of the one it was before.
    """
    payload = arrival.payload
    did, files = _did(payload)
    event = Event(
        arrival.event,
        arrival.chat,
        arrival.at,
        did,
        payload.get("lang"),
        payload.get("name"),
        payload.get("replaces"),
    )
    return Incoming(event, files)


def _did(payload: Any) -> tuple[Input, tuple[ChatFile, ...]]:
    match payload:
        case {"kind": "say", "text": str(text)}:
            return Said(clean.text(text)), ()
        case {"kind": "press", "token": str(token)}:
            return Pressed(token), ()
        case {"kind": "files", "files": list(files)}:
            caption = clean.text(payload.get("caption") or "")
            attachments = tuple(_attachment(file) for file in files)
            kept = tuple(ChatFile(a.file, a.name, a.type, a.size) for a in attachments if a.file)
            dialog, step = payload.get("to") or (None, None)
            return Sent(attachments, caption, to=(dialog, step) if dialog and step else None), kept
        case _:
            return Pressed(START), ()


def over_channel(kind: FileKind, name: str, size: int, media_type: str) -> Attachment:
    """A file that a channel tells of and cannot hand over. `size`: bytes; 0: not told."""
    family = {"photo": "image/*", "voice": "audio/*", "video": "video/*"}
    about = facts.over_channel(media_type or family.get(kind, ""), name, size)
    return Attachment(kind, "", name, size, media_type, about.to_json())


def _attachment(file: dict[str, Any]) -> Attachment:
    if not file["file"]:
        return over_channel(file["kind"], file["name"], file["size"], file["type"])
    begun = datetime.fromisoformat(file["begun"]) if file.get("begun") else None
    return Attachment(
        file["kind"], file["file"], file["name"], file["size"], file["type"], begun=begun
    )
