"""After every turn: a dossier whose last item came is complete; one that lost an item is not; and
it comes from where its lead author says."""

from __future__ import annotations

from dataclasses import replace

from contest.dossier import Deed, HandedIn, Located, MovedTo, Opened
from handlers.dossier.overview import standing
from handlers.turn import Outcome, Turn, dossier_of_dialog


def settled(turn: Turn, outcome: Outcome) -> Outcome:
    """Its answers fit the table they have now: one of them may have changed what is asked."""
    deeds: list[Deed] = []
    fitted = dict(outcome.answers)
    moved = {deed.code for deed in outcome.deeds if isinstance(deed, MovedTo | HandedIn | Opened)}
    for name, answers in outcome.answers.items():
        code = dossier_of_dialog(name)
        if code is None or code not in turn.dossiers:
            continue
        now = standing(turn, code, answers)
        fitted[name] = now.kept
        if code not in moved and now.dossier.state != turn.dossiers[code].state:
            deeds.append(MovedTo(code, now.dossier.state))
        if now.dossier.unit and now.dossier.unit != turn.dossiers[code].unit:
            deeds.append(Located(code, now.dossier.unit))
    return replace(outcome, answers=fitted, deeds=(*outcome.deeds, *deeds))
