"""Who there is, which chats they have with the bot, and what was said in them."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.telegram.errors import bad, forbidden
from tests.telegram.files import Stored

JSON = dict[str, Any]


@dataclass
class Person:
    """An account."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    phone: str = ""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    toasts: list[JSON] = field(default_factory=list)  # what answered a press, in order

    def json(self) -> JSON:
        named = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            **{key: value for key, value in named.items() if value},
        }


@dataclass(eq=False)
class Message:
    """What stands in a chat: as the Bot API writes it, and the bytes of its files."""

    json: JSON
    by_bot: bool
    files: list[Stored] = field(default_factory=list)
    old: bool = False  # a press under it shows the bot an InaccessibleMessage

    @property
    def id(self) -> int:
        return int(self.json["message_id"])


@dataclass(eq=False)
class Chat:
    id: int
    kind: str  # private, group, supergroup
    title: str = ""
    person: Person | None = None
    members: list[Person] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    keyboard: list[list[JSON]] = field(default_factory=list)  # instead of the letters
    actions: list[str] = field(default_factory=list)  # "typing" and the like
    drafts: list[JSON] = field(default_factory=list)
    pinned: int = 0
    bot_is_admin: bool = False
    bot_is_member: bool = True
    upgraded_to: int = 0

    def json(self) -> JSON:
        if self.person is None:
            return {"id": self.id, "type": self.kind, "title": self.title}
        person = self.person.json()
        known: JSON = {"id": self.id, "type": "private"}
        for key in ("first_name", "last_name", "username"):
            if key in person:
                known[key] = person[key]
        return known

    def find(self, message_id: int) -> Message | None:
        return next((m for m in reversed(self.messages) if m.id == message_id), None)


class Chats:
    """All of them, with the numbers of their messages."""

    def __init__(self) -> None:
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self._numbers: Iterator[int] = itertools.count(1)
        self._own_numbers: dict[int, Iterator[int]] = {}  # of supergroups

    def add_person(self, person: Person) -> Chat:
        self.people[person.id] = person
        return self.chats.setdefault(person.id, Chat(person.id, "private", person=person))

    def add_group(self, title: str, members: list[Person], *, supergroup: bool) -> Chat:
        number = len(self.chats) + 4_000_000
        chat_id = int(f"-100{number}") if supergroup else -number
        chat = Chat(chat_id, "supergroup" if supergroup else "group", title, members=members)
        self.chats[chat_id] = chat
        return chat

    def next_number(self, chat: Chat) -> int:
        """One count for an account's private chats and groups, one for each supergroup."""
        if chat.kind == "supergroup":
            return next(self._own_numbers.setdefault(chat.id, itertools.count(1)))
        return next(self._numbers)

    def add(self, chat: Chat, message: Message) -> Message:
        chat.messages.append(message)
        return message

    def find(self, chat_id: str) -> Chat:
        """The chat a request names. Raises Refused."""
        if not chat_id:
            raise bad("chat_id is empty")
        if chat_id.startswith("@"):
            named = chat_id[1:].lower()
            people = (p for p in self.people.values() if p.username.lower() == named)
            found = next(people, None)
            chat = self.chats.get(found.id) if found else None
        else:
            number = chat_id.lstrip("-")
            chat = self.chats.get(int(chat_id)) if number.isdigit() else None
        if chat is None:
            raise bad("chat not found")
        return chat

    def writable(self, chat_id: str) -> Chat:
        """The chat a request names, if the bot may write there. Raises Refused."""
        chat = self.find(chat_id)
        if chat.upgraded_to:
            raise bad(
                "group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.upgraded_to
            )
        if not chat.bot_is_member:
            raise forbidden(f"bot was kicked from the {chat.kind} chat")
        person = chat.person
        if person is None:
            return chat
        if person.deactivated:
            raise forbidden("user is deactivated")
        if person.blocked:
            raise forbidden("bot was blocked by the user")
        if not person.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat


def shown(message: Message) -> JSON:
    """A copy to send out: what stands there later must not change what was said now."""
    return copy.deepcopy(message.json)
