"""Upload pages: an address that is handed out once, and what becomes of the files sent there."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.channels.port import Message, ShownLink
from bot.texts import Texts
from dialog import reply
from dialog.event import ChatRef
from storage.port import Arrival, UploadPage

OPEN_FOR = timedelta(minutes=reply.PAGE_MINUTES)
PATH = "/u"


def new_token() -> str:
    """A secret nobody can guess, fit for an address."""
    return secrets.token_urlsafe(24)


def kept(token: str) -> str:
    """As the database holds it: who reads it there cannot open the page."""
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Pages:
    """Hands out addresses. `address`: where people open the web chat."""

    address: str
    texts: Texts
    draw: Callable[[], str]

    def linked(
        self, message: Message, wanted: reply.UploadPage, chat: ChatRef, now: datetime
    ) -> tuple[Message, UploadPage]:
        """The message with the link to a new page, and what is to be remembered of the page."""
        token = self.draw()
        label = self.texts.render(wanted.label, message.lang)
        link = ShownLink(label, f"{self.address}{PATH}/{token}")
        page = UploadPage(kept(token), chat, wanted.dialog, wanted.step, now + OPEN_FOR)
        return replace(message, links=(*message.links, link)), page


def handed_in(page: UploadPage, files: Sequence[dict[str, Any]], at: datetime) -> Arrival:
    """What was sent by the page, as one arrival: the same however often it is handed in.

    `files`: as `channels.plain` reads them.
    """
    event = f"page:{page.token}"
    to = [page.dialog, page.step] if page.dialog and page.step else None
    payload = {"kind": "files", "id": event[:40], "files": list(files), "caption": "", "to": to}
    return Arrival(page.chat, event, payload, at, page=page.token)
