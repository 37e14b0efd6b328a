"""A chat as the person who has it open sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.telegram import rich
from tests.telegram.chats import Chat, Message

KINDS = (
    "text", "rich_message", "live_photo", "photo", "animation", "document", "voice", "video_note",
    "video", "sticker", "venue", "location", "contact", "poll", "dice", "story",
)  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """A message: its words after markup, its buttons row by row, its files as bytes."""

    message_id: int
    kind: str  # one of KINDS, or "service"
    text: str
    rows: tuple[tuple[str, ...], ...]
    files: tuple[bytes, ...]
    names: tuple[str, ...]
    by_bot: bool
    edited: bool
    group: str  # media_group_id, or ""
    entities: tuple[tuple[str, int, int], ...]  # type, offset, length
    json: dict[str, Any]

    @property
    def buttons(self) -> tuple[str, ...]:
        return tuple(label for row in self.rows for label in row)


def shown(message: Message) -> Shown:
    body = message.json
    kind = next((kind for kind in KINDS if kind in body), "service")
    text = body.get("text") or body.get("caption") or ""
    if kind == "rich_message":
        text = "\n".join(rich.words(block) for block in body["rich_message"]["blocks"])
    rows = body.get("reply_markup", {}).get("inline_keyboard", [])
    marked = body.get("entities") or body.get("caption_entities") or []
    name = body.get(kind, {}).get("file_name", "") if isinstance(body.get(kind), dict) else ""
    return Shown(
        message_id=message.id,
        kind=kind,
        text=text,
        rows=tuple(tuple(button["text"] for button in row) for row in rows),
        files=tuple(stored.content for stored in message.files),
        names=(name,) if name else (),
        by_bot=message.by_bot,
        edited="edit_date" in body,
        group=body.get("media_group_id", ""),
        entities=tuple((e["type"], e["offset"], e["length"]) for e in marked),
        json=body,
    )


def screen(chat: Chat) -> list[Shown]:
    """Oldest first, as they stand now; what was deleted is not there."""
    return [shown(message) for message in chat.messages]


def keys(chat: Chat) -> list[list[str]]:
    """The keyboard that stands instead of the letters."""
    return [[key["text"] for key in row] for row in chat.keyboard]
