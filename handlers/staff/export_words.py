"""The words of exports: what they and their columns are called, and what stands in cells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from contest.exports import EXPORTS, ExportName, TableName
from dialog.reply import T, Text, t

if TYPE_CHECKING:  # it brings the libraries of the papers with it
    from contest.papers.view import Confirmed

EXPORTS_NAMED: Mapping[str, Text] = {
    "dossiers": t("export.dossiers"),
    "authors": t("export.authors"),
    "questions": t("export.questions"),
    "audit": t("export.audit"),
    "eligible": t("export.eligible"),
    "by_field": t("export.by_field"),
    "by_group": t("export.by_group"),
    "shortlist": t("export.shortlist"),
    "solutions": t("export.solutions"),
    "archive": t("export.archive"),
}
assert set(EXPORTS) < set(EXPORTS_NAMED)

TABLES_NAMED: Mapping[TableName, Text] = {
    "dossiers": t("export.table_dossiers"),
    "authors": t("export.table_authors"),
    "questions": t("export.table_questions"),
    "audit": t("export.table_audit"),
    "tasks": t("export.table_tasks"),
}
YES_NO: Mapping[bool, Text] = {True: t("export.yes"), False: t("export.no")}
AGREED: Mapping[Confirmed, Text] = {
    "chat": t("export.agreed_chat"),
    "paper": t("export.agreed_paper"),
    "waiting": t("export.agreed_waiting"),
    "declined": t("export.agreed_declined"),
}
STANDING: Mapping[str, Text] = {
    "waits": t("export.question_waits"),
    "answered": t("export.question_answered"),
    "closed": t("export.question_closed"),
}
LANGUAGES: Mapping[str, Text] = {"vi": t("export.vi"), "en": t("export.en")}
CUT = t("export.cut")

_NAMES: tuple[T, ...] = (
    t("column.code"), t("column.title"), t("column.state"), t("column.field"), t("column.group"),
    t("column.entrant"), t("column.organisation"), t("column.unit"), t("column.authors"),
    t("column.lead"), t("column.lead_phone"), t("column.opened_at"), t("column.first_at"),
    t("column.last_at"), t("column.times"), t("column.items_done"), t("column.items_all"),
    t("column.changed_at"), t("column.return_until"), t("column.helped"),
    t("column.shortlisted_at"), t("column.number"), t("column.name"), t("column.born"),
    t("column.place"), t("column.phone"), t("column.share"), t("column.is_lead"),
    t("column.agreed"), t("column.guardian"), t("column.guardian_phone"), t("column.question"),
    t("column.kind"), t("column.words"), t("column.topic"), t("column.language"),
    t("column.asked_at"), t("column.standing"), t("column.answered_at"), t("column.closed"),
    t("column.role"), t("column.member"), t("column.line"), t("column.done_at"), t("column.by"),
    t("column.what"), t("column.dossier"), t("column.detail"), t("column.raw"), t("column.task"),
    t("column.due"), t("column.due_day"), t("column.source"), t("column.done"), t("column.note"),
)  # fmt: skip
HEADINGS: Mapping[str, T] = {name.key: name for name in _NAMES}  # by `Column.heading`


def file_name(export: ExportName, day: date) -> T:
    """Without its ending. Of letters that every system can write."""
    on = day.isoformat()
    match export:
        case "dossiers":
            return t("export.file_dossiers", day=on)
        case "authors":
            return t("export.file_authors", day=on)
        case "questions":
            return t("export.file_questions", day=on)
        case "audit":
            return t("export.file_audit", day=on)
        case "eligible":
            return t("export.file_eligible", day=on)
        case "by_field":
            return t("export.file_by_field", day=on)
        case "by_group":
            return t("export.file_by_group", day=on)
        case "shortlist":
            return t("export.file_shortlist", day=on)
        case "solutions":
            return t("export.file_solutions", day=on)
