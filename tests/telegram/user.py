"""A person at a phone: writes, presses what is there to be pressed, sends, and looks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.telegram import attachments
from tests.telegram.attachments import Content
from tests.telegram.chats import JSON, Chat, Message, Person
from tests.telegram.chats import shown as copy_of
from tests.telegram.entities import found
from tests.telegram.groups import Group, membership, reaches_bot
from tests.telegram.screen import Shown, keys, screen, shown
from tests.telegram.state import Query, State


class NoSuchButtonError(LookupError):
    """There is nothing of that name to press."""


@dataclass(frozen=True)
class Press:
    """What a press did: asked the bot (`id`, `data`), led to a `url`, or said something."""

    id: str = ""
    data: str = ""
    url: str = ""
    said: Shown | None = None


class User:
    """What a person does. Each deed is one update (an album: several); `chat` is a group."""

    def __init__(self, state: State, chat: Chat) -> None:
        assert chat.person is not None
        self.person: Person = chat.person
        self.chat = chat
        self._state = state
        self._heard: dict[int, int] = {}

    @property
    def id(self) -> int:
        return self.person.id

    # -- looking

    @property
    def screen(self) -> list[Shown]:
        """The chat with the bot, oldest first."""
        return screen(self.chat)

    @property
    def keys(self) -> list[list[str]]:
        """The keyboard the bot has put instead of the letters."""
        return keys(self.chat)

    @property
    def toasts(self) -> list[JSON]:
        """What answered the presses: text, show_alert, url."""
        return self.person.toasts

    @property
    def actions(self) -> list[str]:
        """«typing» and the like, in order."""
        return self.chat.actions

    @property
    def drafts(self) -> list[JSON]:
        return self.chat.drafts

    async def hears(
        self,
        timeout: float = 5,  # noqa: ASYNC109 -- a person waits only so long
        *,
        chat: Group | None = None,
    ) -> Shown:
        """The next message of the bot that was not heard yet. Raises TimeoutError."""
        where = chat.chat if chat else self.chat

        def new() -> Message | None:
            last = self._heard.get(where.id, 0)
            return next((m for m in where.messages if m.by_bot and m.id > last), None)

        message: Message = await self._state.until(new, timeout)
        self._heard[where.id] = message.id
        return shown(message)

    async def hears_nothing(self, seconds: float = 0.3) -> None:
        """Raises AssertionError if the bot says something within so long."""
        try:
            heard = await self.hears(seconds)
        except TimeoutError:
            return
        raise AssertionError(f"the bot said {heard.text!r}")

    async def sees(
        self,
        wanted: Callable[[list[Shown]], Any],
        timeout: float = 5,  # noqa: ASYNC109 -- the same
    ) -> Any:
        """Wait until `wanted(screen)` is true, and return what it returned."""
        return await self._state.until(lambda: wanted(self.screen) or None, timeout)

    # -- words and buttons

    async def starts(self, payload: str = "") -> Shown:
        """Opens the bot, by its deep link if there is a payload."""
        if self.person.blocked:
            await self.unblocks()
        return await self.types(f"/start {payload}".strip())

    async def types(
        self, text: str, *, chat: Group | None = None, reply_to: Shown | None = None
    ) -> Shown:
        marked = found(text)
        body: JSON = {"text": text, **({"entities": marked} if marked else {})}
        return await self._say((body, []), chat, reply_to)

    async def presses(
        self, button: str, *, message: Shown | None = None, chat: Group | None = None
    ) -> Press:
        """Presses a button by its label or data: under `message`, or the newest that has it.

        A key of the keyboard that stands instead of the letters says its label.
        Raises NoSuchButtonError when nothing of that name is on the screen.
        """
        where = chat.chat if chat else self.chat
        under = [
            m for m in reversed(where.messages) if message is None or m.id == message.message_id
        ]
        for candidate in under:
            if (pressed := _button(candidate, button)) is not None:
                return await self._press(where, candidate, pressed)
        key = next((key for row in where.keyboard for key in row if key["text"] == button), None)
        if key is None or message is not None:
            raise NoSuchButtonError(f"{button!r} is not among {_visible(where)}")
        if key.get("request_contact"):
            return Press(said=await self.sends_contact())
        if key.get("request_location"):
            return Press(said=await self.sends_location())
        return Press(said=await self.types(button, chat=chat))

    async def _press(self, where: Chat, message: Message, button: JSON) -> Press:
        if "url" in button:
            return Press(url=str(button["url"]))
        if "callback_data" not in button or "disabled" in button:
            raise NoSuchButtonError(f"{button['text']!r} does nothing here")
        press = Press(self._state.new_id(), button["callback_data"])
        self._state.queries[press.id] = Query(self.id, self._state.clock.now())
        body = copy_of(message)
        if message.old:
            body = {"chat": where.json(), "message_id": message.id, "date": 0}
        self._state.updates.add(
            "callback_query",
            {
                "id": press.id,
                "from": self.person.json(),
                "message": body,
                "chat_instance": str(where.id * 31 + 7),
                "data": press.data,
            },
            chat=where.id,
            user=self.id,
        )
        await asyncio.sleep(0)
        return press

    def ages(self, message: Shown) -> None:
        """From now on the bot is told nothing of this message when a button of it is pressed."""
        found_message = self.chat.find(message.message_id)
        assert found_message is not None
        found_message.old = True

    # -- files and the rest

    async def sends_photo(
        self,
        content: bytes,
        *,
        caption: str = "",
        hd: bool = False,
        group: str = "",
        chat: Group | None = None,
    ) -> Shown:
        """As «photo»: made anew, at most 1280 pixels (2560 with `hd`). `group`: of an album."""
        return await self._send(
            attachments.photo(self._state, content, hd=hd), caption, group, chat
        )

    async def sends_document(
        self,
        content: bytes,
        name: str = "",
        mime: str = "",
        *,
        caption: str = "",
        group: str = "",
        chat: Group | None = None,
    ) -> Shown:
        """As «file»: every byte."""
        made = attachments.document(self._state, content, name, mime)
        return await self._send(made, caption, group, chat)

    async def sends_album(
        self,
        contents: list[bytes],
        *,
        caption: str = "",
        names: list[str] | None = None,
        hd: bool = False,
    ) -> list[Shown]:
        """Photos, or with `names` files: a message each, the caption under the first."""
        group = self._state.new_id()
        sent = []
        for number, content in enumerate(contents):
            said = "" if number else caption
            if names is None:
                sent.append(await self.sends_photo(content, caption=said, hd=hd, group=group))
            else:
                name = names[number]
                sent.append(await self.sends_document(content, name, caption=said, group=group))
        return sent

    async def sends_voice(self, content: bytes, seconds: int = 4) -> Shown:
        return await self._send(attachments.voice(self._state, content, seconds))

    async def sends_video(
        self, content: bytes, name: str = "video.mp4", seconds: int = 8, *, caption: str = ""
    ) -> Shown:
        return await self._send(attachments.video(self._state, content, name, seconds), caption)

    async def sends_video_note(self, content: bytes, seconds: int = 6) -> Shown:
        return await self._send(attachments.video_note(self._state, content, seconds))

    async def sends_animation(self, content: bytes, name: str = "giphy.mp4") -> Shown:
        return await self._send(attachments.animation(self._state, content, name))

    async def sends_sticker(self, content: bytes = b"RIFF....WEBP", emoji: str = "👍") -> Shown:
        return await self._send(attachments.sticker(self._state, content, emoji))

    async def sends_live_photo(self, still: bytes, moving: bytes, *, caption: str = "") -> Shown:
        return await self._send(attachments.live_photo(self._state, still, moving), caption)

    async def sends_location(self) -> Shown:
        return await self._send(attachments.location())

    async def sends_venue(self, title: str, address: str) -> Shown:
        return await self._send(attachments.venue(title, address))

    async def sends_contact(
        self, phone: str = "", first_name: str = "", last_name: str = ""
    ) -> Shown:
        """One's own, or that of somebody else when a number is given."""
        me = self.person
        own = (me.phone or "+84900000000", me.first_name, me.last_name)
        named = (phone, first_name, last_name) if phone else own
        return await self._send(attachments.contact(None if phone else me, *named))

    async def sends_poll(self, question: str, options: list[str]) -> Shown:
        return await self._send(attachments.poll(self._state, question, options))

    async def sends_dice(self, value: int = 4) -> Shown:
        return await self._send(attachments.dice(value))

    async def sends_story(self, number: int = 1) -> Shown:
        return await self._send(attachments.story(self.chat.json(), number))

    async def forwards(self, message: Shown, *, hidden: bool = False) -> Shown:
        """A message of this chat once more, as somebody's. `hidden`: who hides their account."""
        original = self.chat.find(message.message_id)
        assert original is not None
        author = original.json["from"]
        date = original.json["date"]
        origin: JSON = {"type": "user", "date": date, "sender_user": author}
        if hidden:
            name = author["first_name"]
            origin = {"type": "hidden_user", "date": date, "sender_user_name": name}
        body = copy_of(original)
        for key in ("message_id", "from", "chat", "date", "edit_date", "reply_markup",
                    "reply_to_message", "media_group_id"):  # fmt: skip
            body.pop(key, None)
        return await self._say(({**body, "forward_origin": origin}, original.files), None, None)

    async def _send(
        self, content: Content, caption: str = "", group: str = "", chat: Group | None = None
    ) -> Shown:
        body, files = content
        if caption:
            body = {**body, "caption": caption}
            if marked := found(caption):
                body["caption_entities"] = marked
        if group:
            body = {**body, "media_group_id": group}
        return await self._say((body, files), chat, None)

    async def _say(self, content: Content, group: Group | None, reply_to: Shown | None) -> Shown:
        where = group.chat if group else self.chat
        if group is None:
            if self.person.blocked:
                raise ValueError("who has blocked the bot writes to it only after unblocking it")
            self.person.started = True
        body, files = content
        answered = where.find(reply_to.message_id) if reply_to else None
        quoted = {"reply_to_message": copy_of(answered)} if answered else {}
        message = Message(
            {
                "message_id": self._state.chats.next_number(where),
                "from": self.person.json(),
                "chat": where.json(),
                "date": self._state.clock.today(),
                **quoted,
                **body,
            },
            by_bot=False,
            files=files,
        )
        self._state.chats.add(where, message)
        if reaches_bot(self._state, where, message):
            self._state.emit("message", message)
        self._state.changed()
        await asyncio.sleep(0)
        return shown(message)

    # -- changes of mind

    async def edits(
        self, message: Shown, *, text: str = "", caption: str = "", photo: bytes = b""
    ) -> Shown:
        """Changes one's own message: its words, or its picture."""
        kept = self.chat.find(message.message_id)
        assert kept is not None
        assert not kept.by_bot
        if photo:
            made, kept.files = attachments.photo(self._state, photo)
            kept.json.update(made)
        for key, marks, said in (
            ("text", "entities", text), ("caption", "caption_entities", caption),
        ):  # fmt: skip
            if said:
                kept.json[key] = said
                kept.json.pop(marks, None)
                if marked := found(said):
                    kept.json[marks] = marked
        kept.json["edit_date"] = self._state.clock.today()
        self._state.emit("edited_message", kept)
        await asyncio.sleep(0)
        return shown(kept)

    async def deletes(self, message: Shown) -> None:
        """From the screen, for both. The bot is not told."""
        kept = self.chat.find(message.message_id)
        assert kept is not None
        self.chat.messages.remove(kept)

    async def blocks(self) -> None:
        self.person.blocked = True
        new = {"status": "kicked", "until_date": 0}
        membership(self._state, self.chat, self.person, {"status": "member"}, new)

    async def unblocks(self) -> None:
        self.person.blocked = False
        old = {"status": "kicked", "until_date": 0}
        membership(self._state, self.chat, self.person, old, {"status": "member"})

    async def deletes_account(self) -> None:
        self.person.deactivated = True


def _button(message: Message, wanted: str) -> JSON | None:
    rows = message.json.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    return next((b for b in buttons if wanted in (b["text"], b.get("callback_data"))), None)


def _visible(chat: Chat) -> list[str]:
    labels = [label for message in screen(chat) for label in message.buttons]
    return labels + [label for row in keys(chat) for label in row]
