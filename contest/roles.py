"""The roles of the staff, and what each may do: the one table of rights. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

# admin: gives and ends roles; secretary: receives, reviews, answers; adviser: Sở KH&CN, on
# descriptions and intellectual property; officer: of one commune or agency; head: of the standing
# office; privacy: the contact for personal data
StaffRole = Literal["admin", "secretary", "adviser", "officer", "head", "privacy"]
Right = Literal[
    "desk", "invite", "people", "audit", "digest", "questions", "every_question",
    "proposals", "announce", "announce_yes", "correct", "correct_yes", "teach", "teach_yes",
    "extend", "extend_yes",
    "export", "rows", "personal", "lists", "shortlist", "communes", "report", "reports",
    "outages", "advise", "see_dossiers", "review", "groups",
]  # fmt: skip
_ALL: tuple[StaffRole, ...] = get_args(StaffRole)

# which roles may what
GRANTED: Mapping[Right, tuple[StaffRole, ...]] = {
    "desk": _ALL,  # has a desk at all
    "invite": ("admin",),  # gives and ends roles
    "people": ("admin", "secretary", "head"),  # sees who is staff
    "audit": ("admin", "head", "privacy"),  # reads what staff did
    # is told each working day what there is to do
    "digest": ("admin", "secretary", "adviser", "head", "privacy"),
    # is brought questions and answers them
    "questions": ("admin", "secretary", "adviser", "officer", "head"),
    "every_question": ("secretary", "head"),  # sees those of the others too
    "proposals": ("secretary", "adviser", "head"),  # sees what waits for a second person
    "announce": ("secretary", "head"),  # a message to many; «…_yes»: decides what others propose
    "announce_yes": ("secretary", "head"),
    "correct": ("secretary", "head"),  # a fact of the contest
    "correct_yes": ("secretary", "head"),
    "teach": ("secretary", "adviser", "head"),  # how questions are understood
    "teach_yes": ("secretary", "adviser", "head"),
    "extend": ("secretary",),  # somebody's own deadline
    "extend_yes": ("head",),
    "export": ("admin", "secretary", "officer", "head", "privacy"),  # takes tables out
    "rows": ("admin", "secretary", "officer", "head"),  # … of dossiers and questions
    "personal": ("secretary", "head"),  # … with what is in them of people
    # sees the lists after the deadline, and says which jury judges what
    "lists": ("secretary", "head"),
    "shortlist": ("head",),  # says who goes to the national contest
    # sees which communes no dossier has come from, and gets cards that invite them
    "communes": ("secretary", "officer", "head"),
    "report": ("officer",),  # reports for their unit
    "reports": ("secretary", "head"),  # collects what units report, and makes the month's report
    "outages": ("admin", "secretary", "head"),  # sees what did not work, and when
    "advise": ("secretary", "adviser", "head"),  # gives advice on dossiers before the deadline
    "see_dossiers": ("secretary", "adviser", "officer", "head"),  # sees what was handed in
    "review": ("secretary", "head"),  # judges it, and sees what is personal in it
    "groups": ("admin",),  # ties groups of staff to a role
}
RIGHTS: Mapping[StaffRole, frozenset[Right]] = {
    role: frozenset(right for right, roles in GRANTED.items() if role in roles) for role in _ALL
}
OF_A_UNIT: frozenset[StaffRole] = frozenset({"officer"})  # who sees only what comes from their unit
# what a second person decides: see `contest.proposals`
ProposalKind = Literal["announcement", "fact", "teaching", "extension"]
