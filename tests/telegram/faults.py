"""Bad days on demand: a short list of rules, each for so many requests."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.telegram.errors import Refused, too_many
from tests.telegram.wire import Call


@dataclass(frozen=True)
class TooMany:
    """429, with what to wait."""

    retry_after: int = 1


@dataclass(frozen=True)
class Gateway:
    """What stands before the server answers in its place, with a page of HTML."""

    status: int = 502


@dataclass(frozen=True)
class Refuse:
    """Any refusal."""

    code: int
    description: str


@dataclass(frozen=True)
class Dropped:
    """The connection ends before anything is done."""


@dataclass(frozen=True)
class LostAnswer:
    """It is done, and the connection ends before the answer."""


@dataclass(frozen=True)
class Delay:
    """Seconds before it is done."""

    seconds: float


Fault = TooMany | Gateway | Refuse | Dropped | LostAnswer | Delay


@dataclass
class _Rule:
    method: str
    fault: Fault
    chat: int | None
    left: int
    after: int


@dataclass
class Faults:
    """`*` stands for every method but getUpdates."""

    rules: list[_Rule] = field(default_factory=list)

    def next(
        self, method: str, fault: Fault, *, chat: int | None = None, times: int = 1, after: int = 0
    ) -> None:
        """The next `times` requests of a method, `after` so many were let through, go wrong."""
        self.rules.append(_Rule(method.lower(), fault, chat, times, after))

    def clear(self) -> None:
        self.rules.clear()

    def of(self, call: Call) -> Fault | None:
        for rule in self.rules:
            if not rule.left or not _fits(rule, call):
                continue
            if rule.after:
                rule.after -= 1
                continue
            rule.left -= 1
            return rule.fault
        return None


def _fits(rule: _Rule, call: Call) -> bool:
    named = rule.method == call.method or (rule.method == "*" and call.method != "getupdates")
    return named and (rule.chat is None or rule.chat == call.integer("chat_id"))


def refusal(fault: Fault | None) -> Refused | None:
    """What a fault answers in the server's own form, if it does."""
    match fault:
        case TooMany(seconds):
            return too_many(seconds)
        case Refuse(code, description):
            return Refused(code, description)
        case _:
            return None


def html_page(status: int) -> str:
    reason = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable",
              504: "Gateway Time-out"}.get(status, "Error")  # fmt: skip
    return (
        f"<html>\r\n<head><title>{status} {reason}</title></head>\r\n<body>\r\n"
        f"<center><h1>{status} {reason}</h1></center>\r\n<hr><center>nginx</center>\r\n"
        "</body>\r\n</html>\r\n"
    )
