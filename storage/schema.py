"""All tables together: what the migrations make."""

from __future__ import annotations

from storage import tables_given as tables_given
from storage import tables_groups as tables_groups
from storage import tables_proposals as tables_proposals
from storage.tables import meta as meta
