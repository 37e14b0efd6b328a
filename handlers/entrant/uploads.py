"""Files that come before anything has asked for them: kept, and said so."""

from __future__ import annotations

from dialog.event import Sent
from dialog.reply import Reply, t
from handlers.turn import HUMAN, Outcome, Turn, answered_aside


async def loose_files(turn: Turn) -> Outcome | None:
    match turn.did:
        case Sent(files=files):
            return answered_aside(
                turn, Reply(t("uploads.kept", n=len(files)), (HUMAN,), key="uploads")
            )
    return None
