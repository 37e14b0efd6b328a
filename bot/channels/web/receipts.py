"""The page behind a receipt's QR code: is it real, and is it the newest? It names nobody."""

from __future__ import annotations

import re
from http import HTTPStatus

from aiohttp import web

from bot.channels.web.notices import Notice, Notices, Verdict
from bot.channels.web.part import Lang, Web, slow_down
from contest import codes
from contest.calendar import ZONE
from contest.dossier import ReceiptFact
from dialog.reply import Text, t

PATH = "/r/{token}"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Receipts:
    """Answers for one token after the other, as slowly as somebody who guesses must be answered."""

    def __init__(self, part: Web, lang: Lang) -> None:
        self._part = part
        self._notices = Notices(part, lang)

    async def show(self, request: web.Request) -> web.Response:
        slow_down(self._part.limits.receipts.take(request.remote))
        token = request.match_info["token"]
        found = await self._part.receipt(token) if _TOKEN.fullmatch(token) else None
        verdict, said = _said(found)
        notice = Notice(t("receipt_page.title"), said, t("receipt_page.explained"), verdict)
        status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
        return self._notices.page(request, notice, status)


def _said(found: ReceiptFact | None) -> tuple[Verdict, Text]:
    """How it is shown, and the words."""
    if found is None:
        return "bad", t("receipt_page.none")
    at = found.at.astimezone(ZONE)
    code, number, time, day = codes.shown(found.code), found.number, f"{at:%H:%M}", at.date()
    if found.withdrawn:
        return "bad", t("receipt_page.withdrawn", code=code, number=number)
    if found.replaced:
        return "old", t("receipt_page.replaced", code=code, number=number, time=time, day=day)
    done, all_ = found.items_done, found.items_all
    return "good", t(
        "receipt_page.good", code=code, number=number, done=done, all=all_, time=time, day=day
    )
