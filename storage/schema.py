"""All tables together: what the migrations make."""

from __future__ import annotations

from storage import tables_announcing as tables_announcing
from storage import tables_fairness as tables_fairness
from storage import tables_given as tables_given
from storage import tables_groups as tables_groups
from storage import tables_lists as tables_lists
from storage import tables_proposals as tables_proposals
from storage import tables_reports as tables_reports
from storage import tables_review as tables_review
from storage.tables import meta as meta
