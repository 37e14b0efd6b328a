"""What went wrong at Telegram, in the few ways that matter."""

from __future__ import annotations

import re
from typing import Literal

import aiohttp
import aiohttp_socks
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.log import redacted

# "certain": nothing was done, try again; "uncertain": it may have been done
Fault = Literal["certain", "uncertain", "wait", "gone", "token", "conflict", "bad"]
MOST_SAID = 200

_GONE = ("chat not found", "user not found", "peer_id_invalid", "can't initiate conversation")
_PROXY = (
    aiohttp_socks.ProxyError,
    aiohttp_socks.ProxyConnectionError,
    aiohttp_socks.ProxyTimeoutError,
)
_NEVER_SENT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, *_PROXY)
# all that a request may end in; whatever else is raised is a bug of ours
FAULTS = (AiogramError, aiohttp.ClientError, TimeoutError, OSError, *_PROXY)

_BY_TYPE: tuple[tuple[type[AiogramError], Fault], ...] = (
    (TelegramRetryAfter, "wait"),
    (TelegramForbiddenError, "gone"),
    (TelegramUnauthorizedError, "token"),
    (TelegramNotFound, "token"),  # so it says of a token nobody has
    (TelegramConflictError, "conflict"),
    (TelegramServerError, "certain"),
)
# in a word: a path, a mailbox, a host or IPv4; or IPv6
_ADDRESS = re.compile(r"[/@]|\w\.\w|(?<![\w:])(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}(?![\w:])")


class GatewayTimeoutError(TelegramNetworkError):
    """HTTP 504: a gateway waited for the answer in vain. What was asked may have been done."""


def fault_of(error: Exception) -> Fault:
    """Of one of FAULTS."""
    for kind, fault in _BY_TYPE:
        if isinstance(error, kind):
            return fault
    match error:
        case ClientDecodeError():
            # JSON that we cannot read is an answer all the same; a gateway's page is none
            return "uncertain" if isinstance(error.data, dict) else "certain"
        case TelegramNetworkError():
            return "certain" if isinstance(error.__cause__, _NEVER_SENT) else "uncertain"
        case AiogramError():
            return "gone" if any(text in str(error).lower() for text in _GONE) else "bad"
    return "certain" if isinstance(error, _NEVER_SENT) else "uncertain"


def said(error: Exception) -> str:
    """For the log: the kind and the server's words, never an address with the token in it."""
    message = getattr(error, "message", "")
    cause = error.__cause__
    if isinstance(error, TelegramNetworkError | ClientDecodeError) or not message:
        return type(error).__name__ + (f" ({type(cause).__name__})" if cause else "")
    return f"{type(error).__name__}: {message}"


def without_addresses(words: str) -> str:
    """For the log: the first line of what a server said, `MOST_SAID` letters of it at most."""
    line = redacted(words.strip().partition("\n")[0])
    return " ".join("…" if _ADDRESS.search(word) else word for word in line.split())[:MOST_SAID]
