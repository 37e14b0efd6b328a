"""The one page, in each language. Its words are in the catalogues under «page.»."""

from __future__ import annotations

import gzip
import hashlib
import json
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from bot.texts import Texts
from dialog.reply import Text

HERE = Path(__file__).parent / "page"
TYPES = {
    "chat.css": "text/css",
    "chat.js": "text/javascript",
    "upload.js": "text/javascript",
    "tus.min.js": "text/javascript",  # fetched by chat.js with the first file
    "tus.LICENSE.txt": "text/plain",
}
WORDS = "page."


class Page:
    """Read once; filled for each language."""

    def __init__(self, texts: Texts, title: Text, languages: tuple[str, ...]) -> None:
        self._texts = texts
        self._title = title
        self.languages = languages
        self._files = {name: _read(name) for name in TYPES}
        self._packed = {name: gzip.compress(body, mtime=0) for name, body in self._files.items()}
        self._template = Template((HERE / "page.html").read_text("utf-8"))
        self.version = hashlib.sha256(b"".join(self._files.values())).hexdigest()[:12]

    def html(self, lang: str) -> str:
        title = escape(self.title(lang))
        words = self._words(lang)
        return self._template.substitute(
            lang=lang,
            title=title,
            description=escape(words["description"]),
            noscript=escape(words["noscript"]),
            # inside <script>, only the end of the element can break out
            words=json.dumps(words, ensure_ascii=False).replace("<", "\\u003c"),
            version=self.version,
        )

    def words(self, lang: str) -> dict[str, Any]:
        return {"words": self._words(lang), "lang": lang, "title": self.title(lang)}

    def title(self, lang: str) -> str:
        return self._texts.render(self._title, lang)

    def static(self, name: str, *, packed: bool) -> tuple[bytes, str] | None:
        """The bytes, gzipped where asked for, and their type."""
        files = self._packed if packed else self._files
        return (files[name], TYPES[name]) if name in files else None

    def _words(self, lang: str) -> dict[str, str]:
        forms = self._texts.catalogues[lang].forms
        return {k.removeprefix(WORDS): f[0] for k, f in forms.items() if k.startswith(WORDS)}


def _read(name: str) -> bytes:
    """Ours, or kept as its authors made it."""
    own = HERE / name
    return (own if own.exists() else HERE / "vendor" / name).read_bytes()
