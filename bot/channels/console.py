"""The terminal, and programs that talk to us line by line: what is sent is handed to a listener."""

from __future__ import annotations

from collections.abc import Callable

from bot.channels import plain
from bot.channels.port import Abilities, Delivery, Incoming, Message, Sent
from dialog.event import ChatRef
from storage.port import Arrival, Pending

NAME = "console"


class ConsoleChannel:
    """See `port.Channel`. A chat is whoever the line says is speaking."""

    name = NAME
    abilities = Abilities(buttons=True, text_units=20_000)

    def __init__(self, show: Callable[[ChatRef, Message], None]) -> None:
        self._show = show

    def parse(self, arrival: Arrival) -> Incoming:
        return plain.read(arrival)

    async def collect(self, incoming: Incoming) -> Incoming:
        return incoming

    async def send(self, pending: Pending, message: Message) -> Delivery:
        self._show(pending.chat, message)
        return Sent()
