"""A page of a few sentences, for who came by an address of ours. It loads nothing but its style."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from string import Template
from typing import Literal

from aiohttp import web

from bot.channels.web.page import HERE
from bot.channels.web.part import Lang, Web
from dialog.reply import Text, t

Verdict = Literal["good", "old", "bad"]  # how it is shown
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class Notice:
    """What the page says: one sentence that stands out, and one that explains."""

    title: Text
    said: Text
    explained: Text
    verdict: Verdict = "bad"


class Notices:
    def __init__(self, part: Web, lang: Lang) -> None:
        self._part = part
        self._lang = lang
        self._template = Template((HERE / "notice.html").read_text("utf-8"))

    def page(self, request: web.Request, notice: Notice, status: HTTPStatus) -> web.Response:
        response = web.Response(
            text=self._html(notice, self._lang(request)), status=status, content_type="text/html"
        )
        response.headers["Content-Security-Policy"] = _POLICY
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def _html(self, notice: Notice, lang: str) -> str:
        page, texts = self._part.page, self._part.texts
        other = next((known for known in page.languages if known != lang), lang)
        words = {
            "title": texts.render(notice.title, lang),
            "contest": page.title(lang),
            "said": texts.render(notice.said, lang),
            "explained": texts.render(notice.explained, lang),
            "chat": texts.render(t("notice.chat"), lang),
            "language": page.words(lang)["words"]["lang_name"],
        }
        return self._template.substitute(
            lang=lang,
            other=other,
            verdict=notice.verdict,
            version=page.version,
            **{name: escape(text) for name, text in words.items()},
        )
