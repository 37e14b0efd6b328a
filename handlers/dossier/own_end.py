"""A deadline of its own, as the people of a dossier are told of it."""

from __future__ import annotations

from contest.dossier import Dossier
from contest.ends import has_own_end, own_end
from contest.pack import Pack
from dialog.reply import Text, t


def own_end_said(pack: Pack, dossier: Dossier) -> list[Text]:
    """Until when it was given longer; nothing if the contest's day is its own."""
    if not has_own_end(dossier, pack.deadline):
        return []
    return [t("extension.own", until=own_end(dossier, pack.deadline))]
