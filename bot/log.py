"""The log: for operators, in English, and never with people's words, names or secrets in it."""

from __future__ import annotations

import logging
import re
import sys

# Secrets have shapes; whatever carries one past us (a library's error, an address) loses it here.
_SECRETS = (
    (re.compile(r"(?<!\d)\d{6,}:[A-Za-z0-9_-]{20,}"), "***"),  # a messenger's token
    (re.compile(r"(?<=://)[^/@\s]+:[^/@\s]+(?=@)"), "***"),  # user and password in an address
    (
        re.compile(r"(?i)((?:token|secret|password|cookie|authorization)['\"]?\s*[=:]\s*)\S+"),
        r"\1***",
    ),
    (re.compile(r"(?<=/u/)[A-Za-z0-9_-]+"), "***"),  # the address of an upload page
    (re.compile(r"(?<=/f/)[A-Za-z0-9_-]{40,}[^\s'\"<>]*"), "***"),  # of a file, and its name
    (re.compile(r"(?<!\d)(?:\+?84|0)[35789]\d{8}(?!\d)"), "***"),  # a Vietnamese mobile number
)


class Redacting(logging.Formatter):
    """Writes a record without secrets, exceptions and their causes included."""

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


def redacted(text: str) -> str:
    for form, instead in _SECRETS:
        text = form.sub(instead, text)
    return text


def set_up(level: str) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # every request has a line in the proxy's log already, and a line here would cost more than it
    logging.getLogger("aiohttp.access").setLevel(logging.WARNING)
    logging.getLogger("alembic").setLevel(logging.WARNING)
