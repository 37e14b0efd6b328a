"""What the audit log says of what staff do to lists and take out: the same in every storage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_never

from contest.staff import (
    Exported,
    FieldGrouping,
    GroupEnding,
    GroupNaming,
    OfLists,
    Shortlisting,
)


def noted(did: OfLists, group: int | None) -> tuple[str, str | None, Mapping[str, Any]]:
    """What was done, to which dossier, and the details. `group`: the number of a new one."""
    match did:
        case Exported():
            detail = {"export": did.what, "format": did.format, "rows": did.rows}
            return "exported", did.dossier, {**detail, "personal": did.personal, "unit": did.unit}
        case GroupNaming():
            return "group_named", None, {"group": did.group or group, "name": did.name}
        case GroupEnding():
            return "group_ended", None, {"group": did.group}
        case FieldGrouping():
            return "field_grouped", None, {"field": did.field, "group": did.group}
        case Shortlisting():
            return "shortlisted" if did.chosen else "unlisted", did.dossier, {}
        case _:
            assert_never(did)
