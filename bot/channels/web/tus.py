"""The tus protocol 1.0 for resumable uploads, as far as headers say it. Nothing here does anything.

https://tus.io/protocols/resumable-upload
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Protocol

from aiohttp import web

from bot.channels.web.part import Refused
from dialog.reply import t

VERSION = "1.0.0"
EXTENSIONS = "creation,termination,checksum,expiration"
CHECKSUMS = ("sha1", "sha256")
BYTES = "application/offset+octet-stream"
CHECKSUM_MISMATCH = 460  # the protocol's own status
MOST_METADATA = 4096  # letters
MOST_DIGITS = 15

Headers = Mapping[str, str]  # that does not look at capitals


class Hash(Protocol):
    def update(self, data: bytes, /) -> None: ...
    def digest(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Checksum:
    """What the body of one request must add up to."""

    hash: Hash
    wanted: bytes

    def check(self) -> None:
        """Raises Refused."""
        if self.hash.digest() != self.wanted:
            raise Refused(CHECKSUM_MISMATCH, t("web.bad_upload"), reason="Checksum Mismatch")


def refused() -> Refused:
    return Refused(HTTPStatus.BAD_REQUEST, t("web.bad_upload"))


def method_of(request: web.Request) -> str:
    """What is wanted: some proxies and old browsers let only POST through."""
    return request.headers.get("X-HTTP-Method-Override", request.method).upper()


def check_version(headers: Headers) -> None:
    """Raises Refused."""
    if headers.get("Tus-Resumable") != VERSION:
        raise Refused(
            HTTPStatus.PRECONDITION_FAILED, t("web.bad_upload"), headers={"Tus-Version": VERSION}
        )


def number(headers: Headers, name: str) -> int:
    """A whole number of bytes. Raises Refused."""
    text = headers.get(name, "")
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS):
        raise refused()
    return int(text)


def metadata(headers: Headers) -> dict[str, str]:
    """`name base64,name base64,…`. Raises Refused."""
    text = headers.get("Upload-Metadata", "")
    if len(text) > MOST_METADATA:
        raise refused()
    found = {}
    for pair in filter(None, (pair.strip() for pair in text.split(","))):
        name, _, value = pair.partition(" ")
        found[name] = _decoded(value).decode("utf-8", "replace")
    return found


def checksum(headers: Headers) -> Checksum | None:
    """Raises Refused if there is one we cannot check."""
    if "Upload-Checksum" not in headers:
        return None
    algorithm, _, value = headers["Upload-Checksum"].partition(" ")
    if algorithm not in CHECKSUMS:
        raise refused()
    return Checksum(hashlib.new(algorithm), _decoded(value))


def _decoded(value: str) -> bytes:
    try:
        return base64.b64decode(value.strip(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise refused() from error
