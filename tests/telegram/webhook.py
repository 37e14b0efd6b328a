"""Updates brought to the bot: queues side by side, each strictly one after the other."""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.telegram.clock import Clock
from tests.telegram.errors import Refused, bad, conflict, too_many
from tests.telegram.polling import Polling
from tests.telegram.updates import Update, Updates
from tests.telegram.wire import Call, read

IDLE = 60.0  # seconds an answer may take
CAP = 60  # seconds, up to twice as much, between two tries
LONGEST_RETRY_AFTER = 3600
GONE = 23 * 3600.0  # seconds of 410 after which the webhook is removed
RECONNECT = 2.0  # seconds between two tries to connect at all
CONNECTIONS = 40
SECRET = "X-Telegram-Bot-Api-Secret-Token"

MAY_ASK = ("application/json", "application/x-www-form-urlencoded", "multipart/form-data")
NOT_IN_AN_ANSWER = ("setwebhook", "deletewebhook", "close", "logout")

Answer = Callable[[Call], Awaitable[object]]


@dataclass
class _Settings:
    url: str
    secret: str
    most: int


@dataclass
class _Tries:
    """How delivery of one update goes."""

    failed: int = 0
    delay: int = 1

    def wait_after(self, retry_after: int) -> int:
        """Seconds until the next try: at once, then 2, 4, 8 ... up to a cap."""
        wait = min(max(retry_after, 0), LONGEST_RETRY_AFTER)
        if not wait and self.failed:
            self.delay = min(random.randint(CAP, 2 * CAP), self.delay * 2)
            wait = self.delay
        self.failed += 1
        return wait


class _NotConnectedError(Exception):
    """Nobody listens there; the update was not tried."""


class Webhook:
    def __init__(self, clock: Clock, updates: Updates, polling: Polling, answer: Answer) -> None:
        self._clock = clock
        self._updates = updates
        self._polling = polling
        self._answer = answer
        self._settings: _Settings | None = None
        self._may_set = float("-inf")
        self._queues: dict[int, asyncio.Task[None]] = {}
        self._slots = asyncio.Semaphore(CONNECTIONS)
        self._session: aiohttp.ClientSession | None = None
        self._error: tuple[int, str] | None = None
        self._gone_since: float | None = None
        updates.hear.append(self._wake)

    @property
    def active(self) -> bool:
        return self._settings is not None

    async def set(self, call: Call) -> bool:
        url = call.text("url")
        if not url:
            return await self.delete(call)
        now = self._clock.now()
        if now < self._may_set:
            raise too_many(1)
        self._may_set = now + 1
        secret = call.text("secret_token")
        _check(url, secret)
        self._updates.allow(call.json("allowed_updates"))
        wanted = _Settings(url, secret, call.clamped("max_connections", CONNECTIONS, 1, 100))
        drop = call.flag("drop_pending_updates")
        if wanted == self._settings and not drop:
            return True  # it is set already: what is on its way stays on its way
        await self._stop()
        self._polling.abort(conflict("terminated by setWebhook request"))
        if drop:
            self._updates.clear()
        self._settings = wanted
        self._slots = asyncio.Semaphore(wanted.most)
        self._error = None
        self._wake()
        return True

    async def delete(self, call: Call | None = None) -> bool:
        await self._stop()
        self._settings = None
        self._error = None
        self._gone_since = None
        if call is not None and call.flag("drop_pending_updates"):
            self._updates.clear()
        return True

    def info(self) -> dict[str, Any]:
        """A WebhookInfo."""
        info: dict[str, Any] = {
            "url": self._settings.url if self._settings else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates.alive()),
        }
        if self._error:
            info["last_error_date"], info["last_error_message"] = self._error
        if self._settings:
            info["max_connections"] = self._settings.most
            info["ip_address"] = urlsplit(self._settings.url).hostname
        if self._updates.allowed:
            info["allowed_updates"] = list(self._updates.allowed)
        return info

    async def close(self) -> None:
        await self._stop()
        if self._session:
            await self._session.close()

    async def _stop(self) -> None:
        tasks = list(self._queues.values())
        self._queues.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _wake(self) -> None:
        if self._settings is None:
            return
        for queue in {update.queue for update in self._updates.alive()} - self._queues.keys():
            task = asyncio.create_task(self._drain(queue, self._settings))
            self._queues[queue] = task
            task.add_done_callback(partial(self._ended, queue))

    def _ended(self, queue: int, task: asyncio.Task[None]) -> None:
        if self._queues.get(queue) is task:
            del self._queues[queue]
        if not task.cancelled():
            task.result()
            self._wake()

    async def _drain(self, queue: int, settings: _Settings) -> None:
        while True:
            update = next((u for u in self._updates.alive() if u.queue == queue), None)
            if update is None:
                return
            await self._deliver(update, settings, _Tries())
            if self._settings is not settings:
                return

    async def _deliver(self, update: Update, settings: _Settings, tries: _Tries) -> None:
        """Until it is taken, or too old."""
        while update.expires > self._clock.now() and self._settings is settings:
            try:
                async with self._slots:
                    retry_after = await self._try(update, settings)
            except _NotConnectedError:
                self._failed("Connection refused")
                await self._clock.sleep(RECONNECT)
                continue
            if retry_after is None:
                self._updates.done(update)
                return
            wait = tries.wait_after(retry_after)
            if self._clock.now() + wait > update.expires:
                break
            await self._clock.sleep(wait)
        if self._settings is settings:
            self._updates.drop(update)

    async def _try(self, update: Update, settings: _Settings) -> int | None:
        """None if it was taken, else what the bot asks to wait (0: it did not say)."""
        posting = asyncio.create_task(self._post(update, settings))
        try:
            if not await self._clock.wait(posting, IDLE):
                self._failed("Read timeout expired")
                return 0
            return posting.result()
        except (aiohttp.ClientConnectorError, ConnectionRefusedError):
            raise _NotConnectedError from None
        except (aiohttp.ClientError, OSError):
            self._failed("Webhook connection closed")
            return 0
        finally:
            posting.cancel()
            await asyncio.gather(posting, return_exceptions=True)

    async def _post(self, update: Update, settings: _Settings) -> int | None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0)
            timeout = aiohttp.ClientTimeout(total=None)
            self._session = aiohttp.ClientSession(connector=connector, timeout=timeout)
        headers = {SECRET: settings.secret} if settings.secret else {}
        async with self._session.post(settings.url, json=update.json(), headers=headers) as answer:
            if 200 <= answer.status <= 299:
                self._gone_since = None
                await self._execute(answer)
                return None
            self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
            self._note_gone(answer.status)
            given = answer.headers.get("Retry-After", "")
            return int(given) if given.isdigit() else 0

    async def _execute(self, answer: aiohttp.ClientResponse) -> None:
        """What the bot asks for in its answer. It never learns what became of it."""
        kind = answer.headers.get("Content-Type", "").partition(";")[0]
        if kind not in MAY_ASK or answer.content_length == 0:
            return
        try:
            call = await read(answer)
        except (Refused, ValueError):
            return  # what cannot be read asks for nothing
        if call.method in ("", *NOT_IN_AN_ANSWER) or call.method.startswith("get"):
            return
        await self._answer(call)

    def _note_gone(self, status: int) -> None:
        now = self._clock.now()
        if status != 410:
            self._gone_since = None
        elif self._gone_since is None:
            self._gone_since = now
        elif now > self._gone_since + GONE:
            self._settings = None

    def _failed(self, message: str) -> None:
        self._error = (self._clock.today(), message)


def _check(url: str, secret: str) -> None:
    parts = urlsplit(url if "://" in url else f"https://{url}")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad("invalid webhook URL specified")
    if parts.scheme == "http" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret) > 256:
        raise bad("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad("secret token contains unallowed characters")
