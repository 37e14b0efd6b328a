"""The states of a message of ours, as `port_outbox` tells them."""

from __future__ import annotations

from typing import Final

# due; bulk: due, one of many; sending: bulk that was begun
WAITING: Final = ("due", "bulk", "sending")
# dead: given up; doubt: nobody can say whether it arrived
OVER: Final = ("sent", "dead", "doubt")
NEAR: Final = 1000  # bulk goes out by number: how far around the next one what was sent last stands
