"""What the server knows, in one place for its methods."""

from __future__ import annotations

import asyncio
import itertools
import mimetypes
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.telegram.chats import JSON, Chats, Message
from tests.telegram.clock import Clock
from tests.telegram.files import Files
from tests.telegram.polling import Polling
from tests.telegram.rates import Rates
from tests.telegram.updates import Updates
from tests.telegram.webhook import Answer, Webhook

SINCE = {"styles": (9, 4), "sendmessagedraft": (9, 5), "sendrichmessage": (10, 1)}


@dataclass
class Query:
    """A press that waits for its answer."""

    user: int
    at: float
    answered: bool = False


@dataclass
class Profile:
    """What a bot says of itself, by language code ("" for all)."""

    commands: dict[tuple[str, str], list[JSON]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int, JSON] = field(default_factory=dict)  # by chat; 0 is the default


class State:
    def __init__(
        self, clock: Clock, api: tuple[int, int], bot: JSON, answer: Answer, *, privacy: bool
    ) -> None:
        self.clock = clock
        self.api = api
        self.bot = bot
        self.privacy = privacy
        self.chats = Chats()
        self.files = Files()
        self.names: dict[str, str] = {}  # of files, by what they are
        self.updates = Updates(clock)
        self.polling = Polling(clock, self.updates)
        self.webhook = Webhook(clock, self.updates, self.polling, answer)
        self.rates = Rates(clock)
        self.queries: dict[str, Query] = {}
        self.profile = Profile()
        self.began = clock.now()
        self.logged_out = False
        self._ids = itertools.count(4_820_000_001)
        self._watching: list[asyncio.Future[None]] = []

    def can(self, feature: str) -> bool:
        """Has the Bot API of this server's version got it?"""
        return self.api >= SINCE.get(feature, (0, 0))

    def new_id(self) -> str:
        return str(next(self._ids))

    def bot_json(self) -> JSON:
        """The bot as others see it."""
        return {key: self.bot[key] for key in ("id", "is_bot", "first_name", "username")}

    def mime_of(self, name: str, given: str) -> str:
        """Telegram guesses by the name when the sender does not say."""
        if given and given != "application/octet-stream":
            return given.partition(";")[0]
        return mimetypes.guess_type(name)[0] or "application/octet-stream"

    def emit(self, kind: str, message: Message) -> None:
        """An update about a message, as it stands now."""
        chat = message.json["chat"]["id"]
        user = message.json.get("from", {}).get("id", chat)
        self.updates.add(kind, message.json, chat=chat, user=user)

    def changed(self) -> None:
        """Something on a screen is new: those who look are told."""
        watching, self._watching = self._watching, []
        for future in watching:
            if not future.done():
                future.set_result(None)

    async def until(self, found: Callable[[], Any], seconds: float) -> Any:
        """What `found` returns as soon as it is not None. Raises TimeoutError (real seconds)."""
        async with asyncio.timeout(seconds):
            while (result := found()) is None:
                future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
                self._watching.append(future)
                await future
        return result
