"""What people ask for by right: read it with its legal dates, carry it out, and tell them."""

from __future__ import annotations

import argparse

from bot import clock
from bot.channels.port import Message
from bot.commands.words import Words
from bot.config import Settings
from contest import codes
from dialog.reply import Text, t
from handlers.staff.digest_words import REQUESTS
from storage import open_storage
from storage.port import Outgoing, Storage


async def work(settings: Settings, options: argparse.Namespace, words: Words) -> int:
    storage = open_storage(settings.storage_url)
    await storage.open(serve=False)
    try:
        if options.number is None:
            return await _list(storage, words)
        if options.erase:
            return await _erase(storage, options.number, words)
        if not (options.answer or "").strip():
            words.complain(t("ops.answer_missing"))
            return 2
        return await _done(storage, options.number, options.answer.strip(), words)
    finally:
        await storage.close()


async def _list(storage: Storage, words: Words) -> int:
    found = await storage.requests()
    for request in found:
        words.print(
            t(
                "ops.request",
                number=str(request.number),
                kind=REQUESTS[request.kind],
                at=request.at,
                answer=request.answer_by,
                done=request.done_by,
                code=codes.shown(request.code) if request.code else "-",
                text=request.text or "-",
            )
        )
    words.print(t("ops.requests_count", n=len(found)))
    return 0


def _message(text: Text, words: Words) -> Outgoing:
    return Outgoing(Message(words(text), words.lang).to_json(), clock.now())


async def _done(storage: Storage, number: int, answer: str, words: Words) -> int:
    message = _message(t("human.request_done", answer=answer), words)
    return _said(await storage.finish_request(number, message, clock.now()), number, words)


async def _erase(storage: Storage, number: int, words: Words) -> int:
    """Only what was asked to be erased is."""
    asked = {r.number: r.kind for r in await storage.requests()}
    if asked.get(number) != "erase":
        words.complain(t("ops.not_to_erase", number=str(number)))
        return 1
    message = _message(t("human.erased"), words)
    return _said(await storage.erase_for(number, message, clock.now()), number, words)


def _said(done: bool, number: int, words: Words) -> int:
    if not done:
        words.complain(t("ops.no_request", number=str(number)))
        return 1
    words.print(t("ops.request_done", number=str(number)))
    return 0
