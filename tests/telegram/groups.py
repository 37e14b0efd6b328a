"""A group the bot is in: who put it there, who may read what, what becomes of it."""

from __future__ import annotations

import re

from tests.telegram.chats import JSON, Chat, Message, Person
from tests.telegram.screen import Shown, screen
from tests.telegram.state import State

_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories", "can_pin_messages", "can_send_welcome_messages",
)  # fmt: skip


def membership(state: State, chat: Chat, by: Person, old: JSON, new: JSON) -> None:
    """The update about the bot's own membership. `old` and `new` lack their `user`."""
    user = state.bot_json()
    state.updates.add(
        "my_chat_member",
        {
            "chat": chat.json(),
            "from": by.json(),
            "date": state.clock.today(),
            "old_chat_member": {"user": user, **old},
            "new_chat_member": {"user": user, **new},
        },
        chat=chat.id,
        user=by.id,
    )


def service(state: State, chat: Chat, by: Person, content: JSON) -> None:
    """A message nobody wrote."""
    body = {
        "message_id": state.chats.next_number(chat),
        "from": by.json(),
        "chat": chat.json(),
        "date": state.clock.today(),
        **content,
    }
    state.emit("message", state.chats.add(chat, Message(body, by_bot=False)))
    state.changed()


def reaches_bot(state: State, chat: Chat, message: Message) -> bool:
    """With privacy on, a bot reads in a group only what is meant for it."""
    if not chat.bot_is_member:
        return False
    if chat.kind == "private" or not state.privacy or chat.bot_is_admin:
        return True
    text = message.json.get("text") or message.json.get("caption") or ""
    name = state.bot["username"]
    if re.match(rf"/\w+(@{name})?(?![\w@])", text) or f"@{name}" in text:
        return True
    answered = message.json.get("reply_to_message", {})
    return bool(answered.get("from", {}).get("id") == state.bot["id"])


class Group:
    """For tests: a group or supergroup. People write in it with `chat=`."""

    def __init__(self, state: State, chat: Chat) -> None:
        self.chat = chat
        self._state = state
        by = chat.members[0]
        membership(state, chat, by, {"status": "left"}, {"status": "member"})
        service(state, chat, by, {"new_chat_members": [state.bot_json()]})

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def screen(self) -> list[Shown]:
        return screen(self.chat)

    def promote_bot(self) -> None:
        """The bot becomes an administrator, and reads everything."""
        rights = dict.fromkeys(_RIGHTS, True)
        new = {"status": "administrator", "can_be_edited": False, "is_anonymous": False, **rights}
        self.chat.bot_is_admin = True
        membership(self._state, self.chat, self.chat.members[0], {"status": "member"}, new)

    def kick_bot(self) -> None:
        self.chat.bot_is_member = False
        new = {"status": "kicked", "until_date": 0}
        membership(self._state, self.chat, self.chat.members[0], {"status": "member"}, new)

    def upgrade(self) -> Group:
        """It becomes a supergroup, under another id; the old one refuses from now on."""
        state, old = self._state, self.chat
        chat = state.chats.add_group(old.title, old.members, supergroup=True)
        old.upgraded_to = chat.id
        service(state, old, old.members[0], {"migrate_to_chat_id": chat.id})
        service(state, chat, old.members[0], {"migrate_from_chat_id": old.id})
        group = Group.__new__(Group)
        group.chat, group._state = chat, state
        return group
