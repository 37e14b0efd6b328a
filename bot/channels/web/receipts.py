"""The page behind a receipt's QR code: is it real, and is it the newest? It names nobody."""

from __future__ import annotations

import re
from html import escape
from http import HTTPStatus
from string import Template

from aiohttp import web

from bot.channels.web.page import HERE
from bot.channels.web.part import Lang, Web, slow_down
from contest import codes
from contest.calendar import ZONE
from contest.dossier import ReceiptFact
from dialog.reply import Text, t

PATH = "/r/{token}"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,64}")
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


class Receipts:
    """Answers for one token after the other, as slowly as somebody who guesses must be answered."""

    def __init__(self, part: Web, lang: Lang) -> None:
        self._part = part
        self._lang = lang
        self._template = Template((HERE / "receipt.html").read_text("utf-8"))

    async def show(self, request: web.Request) -> web.Response:
        slow_down(self._part.limits.receipts.take(request.remote))
        token = request.match_info["token"]
        found = await self._part.receipt(token) if _TOKEN.fullmatch(token) else None
        lang = self._lang(request)
        response = web.Response(
            text=self._html(found, lang),
            status=HTTPStatus.OK if found else HTTPStatus.NOT_FOUND,
            content_type="text/html",
        )
        response.headers["Content-Security-Policy"] = _POLICY
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def _html(self, found: ReceiptFact | None, lang: str) -> str:
        page, texts = self._part.page, self._part.texts
        other = next((known for known in page.languages if known != lang), lang)
        verdict, said = _said(found)
        words = {
            "title": texts.render(t("receipt_page.title"), lang),
            "contest": page.title(lang),
            "said": texts.render(said, lang),
            "explained": texts.render(t("receipt_page.explained"), lang),
            "chat": texts.render(t("receipt_page.chat"), lang),
            "language": page.words(lang)["words"]["lang_name"],
        }
        return self._template.substitute(
            lang=lang,
            other=other,
            verdict=verdict,
            version=page.version,
            **{name: escape(text) for name, text in words.items()},
        )


def _said(found: ReceiptFact | None) -> tuple[str, Text]:
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
