"""Links to files of ours that a channel cannot carry.

Nothing is kept of them: an address says which file it is and until when it opens, and a signature
shows that we wrote it. Whoever has the address has the file, as with any link: it goes into no log.
"""

from __future__ import annotations

import asyncio
import binascii
import hashlib
import hmac
import struct
from base64 import b64decode, urlsafe_b64encode
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from bot.channels.port import Abilities, Message, ShownFile, ShownLink
from bot.texts import Texts
from contest.calendar import ZONE
from dialog.reply import Text, lines, paragraphs, t
from storage.secret import secret_in

PATH = "/f"
OPEN_FOR = timedelta(days=7)
KB, MB = 1_000, 1_000_000
_MAC = hashlib.sha256().digest_size  # bytes
_HEAD = struct.Struct(">32sQ")  # sha256, and the second since 1970 after which it is over


@dataclass(frozen=True, slots=True)
class Linked:
    """What a link that we have signed leads to."""

    sha256: str
    name: str
    type: str
    until: datetime


def token_of(linked: Linked, key: bytes) -> str:
    """Fit for an address. The name is signed, and stands beside the token, not in it."""
    head = _HEAD.pack(bytes.fromhex(linked.sha256), int(linked.until.timestamp()))
    said = head + linked.type.encode()
    return urlsafe_b64encode(_mac(said, linked.name, key) + said).decode().rstrip("=")


def read_token(token: str, name: str, key: bytes) -> Linked | None:
    """What it leads to, also after its time; None if it is not, to the letter, one of ours."""
    try:
        raw = b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        mac, said = raw[:_MAC], raw[_MAC:]
        if not hmac.compare_digest(mac, _mac(said, name, key)):
            return None
    except (binascii.Error, ValueError):  # not of the letters that a token or a name is made of
        return None
    if urlsafe_b64encode(raw).decode().rstrip("=") != token:
        return None
    sha256, until = _HEAD.unpack_from(said)
    media_type = said[_HEAD.size :].decode()
    return Linked(sha256.hex(), name, media_type, datetime.fromtimestamp(until, UTC))


def _mac(said: bytes, name: str, key: bytes) -> bytes:
    """The length keeps them apart: no letter can move from one to the other."""
    written = len(said).to_bytes(4, "big") + said + name.encode()
    return hmac.digest(key, written, "sha256")


class FileLinks:
    """Offers as links what a channel cannot carry, and reads them again."""

    def __init__(self, address: str, texts: Texts, key_file: Path, kept_for: timedelta) -> None:
        """`address`: where people reach our web server; empty: nowhere, and nothing is offered.

        `kept_for`: how long a file that was made stays: no link is promised for longer.
        """
        self._address = address
        self._texts = texts
        self._key_file = key_file
        self._key = b""
        self.open_for = min(OPEN_FOR, kept_for)

    async def open(self) -> None:
        """Read the key, or make one. Raises NoFolder."""
        self._key = await asyncio.to_thread(secret_in, self._key_file)

    def fitted(self, message: Message, abilities: Abilities, now: datetime) -> Message:
        """The message with a link for each file that the channel cannot carry, and words on it."""
        left = tuple(file for file in message.files if not abilities.carries(file))
        if not left:
            return message
        until = now + self.open_for
        links = tuple(self._link(file, until, message.lang) for file in left if self._address)
        whys = lines([_why(file, abilities) for file in left])
        way = (
            t("file_link.download", until=until.astimezone(ZONE))
            if self._address
            else t("file_link.elsewhere", human=t("human.button"))
        )
        said = self._texts.render(paragraphs([whys, way]), message.lang)
        return replace(
            message,
            text=f"{message.text}\n\n{said}".strip(),
            files=tuple(file for file in message.files if file not in left),
            links=(*message.links, *links),
        )

    def path(self, file: ShownFile, until: datetime) -> str:
        """The path of its address on our web server."""
        assert self._key, "the links are opened with the program"
        token = token_of(Linked(file.sha256, file.name, file.type, until), self._key)
        return f"{PATH}/{token}/{quote(file.name, safe='')}"

    def read(self, token: str, name: str) -> Linked | None:
        """See `read_token`."""
        assert self._key, "the links are opened with the program"
        return read_token(token, name, self._key)

    def _link(self, file: ShownFile, until: datetime, lang: str) -> ShownLink:
        label = t("file_link.label", name=file.name, size=_size(file.size))
        return ShownLink(
            self._texts.render(label, lang), f"{self._address}{self.path(file, until)}"
        )


def _why(file: ShownFile, abilities: Abilities) -> Text:
    if abilities.takes(file):
        return t("file_link.too_large", name=file.name, size=_size(file.size))
    return t("file_link.not_carried", name=file.name)


def _size(count: int) -> Text:
    """`count`: bytes. Rounded up, so that no size is 0."""
    if count < MB:
        return t("size.kilobytes", size=-(-count // KB))
    return t("size.megabytes", size=-(-count // MB))
