"""What a storage keeps of the pages where files are sent: a part of `port`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dialog.event import ChatRef


@dataclass(frozen=True, slots=True)
class UploadPage:
    """A page where files are sent to a chat, for that step of that dialog. It works once.

    `token`: the sha256, in hexadecimal, of the secret in its address, which is not kept here.
    """

    token: str
    chat: ChatRef
    dialog: str | None
    step: str | None
    until: datetime
    used_at: datetime | None = None
