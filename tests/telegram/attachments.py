"""What people send besides words: the object in the message, and the files it needs."""

from __future__ import annotations

from typing import Any

from tests.telegram.chats import JSON, Person
from tests.telegram.files import Stored
from tests.telegram.state import State

Content = tuple[JSON, list[Stored]]

POINT = {"latitude": 21.853708, "longitude": 106.761519}  # somewhere in Lạng Sơn


def photo(state: State, content: bytes, *, hd: bool = False) -> Content:
    """Several sizes, the largest last, all of them new JPEGs."""
    sizes = state.files.photo(content, hd=hd)
    return {"photo": [size for _, size in sizes]}, [sizes[-1][0]]


def document(state: State, content: bytes, name: str, mime: str) -> Content:
    """A file as it is. Both its name and what it says it is may be missing."""
    stored = state.files.keep(content, "document", name)
    named = {"file_name": name, "mime_type": mime}
    return {"document": _with(stored, named)}, [stored]


def voice(state: State, content: bytes, seconds: int) -> Content:
    stored = state.files.keep(content, "voice")
    return {"voice": _with(stored, {"duration": seconds, "mime_type": "audio/ogg"})}, [stored]


def video(state: State, content: bytes, name: str, seconds: int) -> Content:
    stored = state.files.keep(content, "video", name)
    about = _moving(seconds, 1280, 720) | {"file_name": name}
    return {"video": _with(stored, about)}, [stored]


def video_note(state: State, content: bytes, seconds: int) -> Content:
    stored = state.files.keep(content, "video_note")
    return {"video_note": _with(stored, {"length": 384, "duration": seconds})}, [stored]


def animation(state: State, content: bytes, name: str) -> Content:
    """It comes as a document too, for bots of before."""
    stored = state.files.keep(content, "animation", name)
    named = {"file_name": name, "mime_type": "video/mp4"}
    return {
        "animation": _with(stored, _moving(3, 480, 270) | named),
        "document": _with(stored, named),
    }, [stored]


def sticker(state: State, content: bytes, emoji: str) -> Content:
    stored = state.files.keep(content, "sticker")
    about = {"width": 512, "height": 512, "is_animated": False, "is_video": False,
             "type": "regular", "emoji": emoji, "set_name": "BoThu"}  # fmt: skip
    return {"sticker": _with(stored, about)}, [stored]


def live_photo(state: State, still: bytes, moving: bytes) -> Content:
    """It comes as a photo too, for bots of before."""
    still_content, files = photo(state, still)
    stored = state.files.keep(moving, "live_photo")
    about = _moving(2, 1280, 960) | still_content
    return {"live_photo": _with(stored, about), **still_content}, [*files, stored]


def location() -> Content:
    return {"location": dict(POINT)}, []


def venue(title: str, address: str) -> Content:
    where = dict(POINT)
    return {"venue": {"location": where, "title": title, "address": address}, "location": where}, []


def contact(owner: Person | None, phone: str, first_name: str, last_name: str) -> Content:
    """Without an owner it is the number of somebody who has no account."""
    about = {"phone_number": phone, "first_name": first_name, "last_name": last_name}
    known = {"user_id": owner.id} if owner else {}
    return {"contact": {key: value for key, value in about.items() if value} | known}, []


def poll(state: State, question: str, options: list[str]) -> Content:
    return {
        "poll": {
            "id": state.new_id(),
            "question": question,
            "options": [
                {"persistent_id": str(number), "text": text, "voter_count": 0}
                for number, text in enumerate(options)
            ],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": True,
            "members_only": False,
        }
    }, []


def dice(value: int) -> Content:
    return {"dice": {"emoji": "🎲", "value": value}}, []


def story(of: JSON, number: int) -> Content:
    return {"story": {"chat": of, "id": number}}, []


def _moving(seconds: int, width: int, height: int) -> JSON:
    return {"duration": seconds, "width": width, "height": height, "mime_type": "video/mp4"}


def _with(stored: Stored, about: dict[str, Any]) -> JSON:
    return {**stored.sized(), **{key: value for key, value in about.items() if value != ""}}
