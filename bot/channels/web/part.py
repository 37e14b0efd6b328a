"""What the web server is given, and how it says no."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from aiohttp import web

from bot.channels.port import Doing
from bot.channels.web.channel import WebChannel
from bot.channels.web.limits import Limits
from bot.channels.web.page import Page
from bot.clock import Clock
from bot.contests import Contests
from bot.file_links import FileLinks
from bot.intake import Intake
from bot.texts import Texts
from contest.documents.facts import FileFacts
from contest.dossier import ReceiptFact
from dialog.event import ChatRef
from dialog.reply import Text, t
from storage.files import LocalFiles
from storage.port import Ages, Storage

Receipt = Callable[[str], Awaitable[ReceiptFact | None]]
Look = Callable[[str, str], Awaitable[FileFacts]]  # sha256, name -> what the file is
Lang = Callable[[web.Request], str]


@dataclass
class Web:
    """What the server needs of the program."""

    channel: WebChannel
    storage: Storage
    files: LocalFiles
    intake: Intake
    waiting: Callable[[ChatRef], int]  # how many events of a chat wait for their turn
    texts: Texts
    page: Page
    ages: Callable[[], Awaitable[Ages]]
    clock: Clock
    max_file_bytes: int
    max_chat_bytes: int  # of all files of a chat
    secure: bool  # people come by https
    default_lang: str
    limits: Limits
    receipt: Receipt  # what a token stands for
    look: Look
    contests: Contests
    links: FileLinks
    chores: list[Callable[[], Awaitable[None]]] = field(default_factory=list)  # done each minute
    doing: Mapping[str, Callable[[], Doing]] = field(default_factory=dict)  # other channels


class Refused(Exception):  # noqa: N818 -- an answer, not a failure
    """A request that cannot be taken; `text` is for the person.

    `reason` is the standard's words for the status, where HTTP itself has none.
    """

    def __init__(
        self,
        status: int,
        text: Text,
        *,
        retry_after: int | None = None,
        reason: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status)
        self.status, self.text = status, text
        self.reason = reason or HTTPStatus(status).phrase
        self.headers = dict(headers or {})
        if retry_after:
            self.headers["Retry-After"] = str(retry_after)


def slow_down(seconds: int) -> None:
    """Raises Refused if there is something to wait for."""
    if seconds:
        raise Refused(HTTPStatus.TOO_MANY_REQUESTS, t("web.too_fast"), retry_after=seconds)
