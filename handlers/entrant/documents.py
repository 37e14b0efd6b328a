"""A document that answers cite, for whoever wants to read it themselves."""

from __future__ import annotations

from contest.pack import Cited, Pack
from dialog.event import Pressed
from dialog.reply import Button, Reply, Stored, t, words
from handlers.turn import Outcome, Turn, say

PREFIX = "document/"


def ways_to(pack: Pack, fact: Cited) -> tuple[Button, ...]:
    """To the documents of a fact that staff gave us to hand out."""
    ids = dict.fromkeys(source.document for source in fact.sources)
    return tuple(
        Button(t("document.open", name=words(pack.documents[name].short)), f"{PREFIX}{name}")
        for name in ids
        if pack.documents[name].file
    )


async def document(turn: Turn) -> Outcome | None:
    match turn.did:
        case Pressed(token) if token.startswith(PREFIX):
            found = turn.contest.pack.documents.get(token.removeprefix(PREFIX))
            if found is None or found.file is None:
                return None
            file = found.file
            stored = Stored(file.sha256, file.name, file.type, file.size)
            return say(turn, Reply(t("document.here", title=words(found.title)), files=(stored,)))
    return None
