"""One request in any of the forms in which bots write it: a form, JSON, multipart, a query."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import aiohttp
from aiohttp import web

from tests.telegram.errors import Refused, bad

UPLOAD_MOST = 50 * 1024 * 1024  # bytes of all the files of a request
SLACK = 1024 * 1024  # what the other fields and the frame of a form may take

# what stays text even when it looks like a number or JSON
TEXTS = frozenset({
    "text", "caption", "parse_mode", "url", "secret_token", "ip_address", "callback_query_id",
    "file_id", "description", "short_description", "name", "language_code", "action", "title",
    "draft", "performer", "message_effect_id", "business_connection_id", "method",
})  # fmt: skip


@dataclass(frozen=True)
class Upload:
    """A file as it came."""

    name: str
    content: bytes
    mime: str


@dataclass
class Call:
    """A method (in lower case), its arguments as they came, and its files by part."""

    method: str
    args: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.args.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        try:
            return int(str(self.args.get(name, default)))
        except ValueError:
            return default

    def clamped(self, name: str, default: int, least: int, most: int) -> int:
        return max(least, min(most, self.integer(name, default)))

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in ("true", "1", "yes", "t", "y")

    def json(self, name: str) -> Any:
        """An argument that is an object or a list: written out, or as JSON text. None if absent."""
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def upload(self, reference: object) -> Upload | None:
        """The file that `attach://part` names, or None if it names none."""
        if isinstance(reference, str) and reference.startswith("attach://"):
            return self.files.get(reference.removeprefix("attach://"))
        return None

    def params(self) -> dict[str, Any]:
        """The arguments as values: numbers, flags and objects decoded, texts left as texts."""
        return {name: _value(name, given) for name, given in self.args.items() if name != "method"}


def _value(name: str, given: Any) -> Any:
    if not isinstance(given, str) or name in TEXTS:
        return given
    try:
        return json.loads(given)
    except ValueError:
        return given


async def read(message: web.Request | aiohttp.ClientResponse, method: str = "") -> Call:
    """Read a request of a bot, or what it answered to a webhook.

    Raises Refused(413) when it is larger than Telegram takes.
    """
    if (message.content_length or 0) > UPLOAD_MOST + SLACK:
        raise too_large()
    call = Call(method.lower())
    if isinstance(message, web.Request):
        call.args.update(message.query)
    kind = message.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind.startswith("multipart/"):
        await _read_parts(message, call)
    else:
        _read_body(kind, await message.read(), call)
    if not call.method:
        call.method = call.text("method").lower()
    return call


def too_large() -> Refused:
    return Refused(413, "Request Entity Too Large")


def _read_body(kind: str, body: bytes, call: Call) -> None:
    if kind == "application/json":
        try:
            given = json.loads(body or b"{}")
        except ValueError:
            given = None
        if not isinstance(given, dict):
            raise bad("can't parse JSON object")
        call.args.update(given)
    elif kind == "application/x-www-form-urlencoded":
        # aiohttp leaves the body of a GET alone, and some libraries send one
        call.args.update(parse_qsl(body.decode("utf-8"), keep_blank_values=True))


async def _read_parts(message: web.Request | aiohttp.ClientResponse, call: Call) -> None:
    if isinstance(message, web.Request):
        reader = await message.multipart()
    else:
        reader = aiohttp.MultipartReader.from_response(message)  # type: ignore[assignment]
    size = 0
    while (part := await reader.next()) is not None:
        if not isinstance(part, aiohttp.BodyPartReader) or not part.name:
            continue
        content = bytes(await part.read(decode=True))
        size += len(content)
        if size > UPLOAD_MOST:
            raise too_large()
        if part.filename is None:
            call.args[part.name] = content.decode("utf-8")
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            call.files[part.name] = Upload(part.filename, content, mime)
            # a part of a parameter's own name is that parameter
            if not _is_attached(part.name, call):
                call.args.setdefault(part.name, f"attach://{part.name}")


def _is_attached(part: str, call: Call) -> bool:
    return any(f"attach://{part}" in str(given) for given in call.args.values())
