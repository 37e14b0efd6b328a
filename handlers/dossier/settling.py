"""After every turn: a dossier whose last item came is complete; one that lost an item is not."""

from __future__ import annotations

from dataclasses import replace

from contest.dossier import Deed, HandedIn, MovedTo, Opened
from handlers.dossier.overview import settled_state, standing
from handlers.turn import Outcome, Turn, dossier_of_dialog


def settled(turn: Turn, outcome: Outcome) -> Outcome:
    deeds: list[Deed] = []
    moved = {deed.code for deed in outcome.deeds if isinstance(deed, MovedTo | HandedIn | Opened)}
    for name, answers in outcome.answers.items():
        code = dossier_of_dialog(name)
        if code is None or code in moved or code not in turn.dossiers:
            continue
        now = standing(turn, code, answers)
        state = settled_state(now)
        if state != now.dossier.state:
            deeds.append(MovedTo(code, state))
    return replace(outcome, deeds=(*outcome.deeds, *deeds)) if deeds else outcome
