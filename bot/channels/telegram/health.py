"""How Telegram is doing, as `/healthz` and `doctor` say it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Literal

from bot.channels.port import Doing
from bot.channels.telegram.errors import Fault

log = logging.getLogger(__name__)


# conflict: another program takes the same bot's messages; token: Telegram does not know it
State = Literal["starting", "ok", "unreachable", "conflict", "token"]


class Health:
    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._since = clock()
        self.state: State = "starting"

    def told(self) -> Doing:
        return Doing(self.state, self._clock() - self._since)

    def works(self) -> None:
        """A request was answered. That somebody else asks for our updates is not over by that."""
        if self.state != "conflict":
            self._become("ok")

    def asks_alone(self) -> None:
        """What is new comes to us and to nobody else.

        We waited for it as long as one may, and nobody asked meanwhile; or it is us Telegram calls.
        """
        self._become("ok")

    def fails(self, fault: Fault, why: str) -> None:
        state: State
        match fault:
            case "conflict" | "token":
                state = fault
            case _:
                state = "unreachable"
        if self._become(state):
            log.error("telegram: %s: %s", state, why)

    def _become(self, state: State) -> bool:
        if state == self.state:
            return False
        if self.state not in ("starting", "ok") and state == "ok":
            log.info("telegram: works again after %.0f s", self.told().seconds)
        self.state, self._since = state, self._clock()
        return True
