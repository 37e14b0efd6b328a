"""Who may have which table, and what the tables are."""

from __future__ import annotations

from typing import get_args

import pytest

from bot.texts import Texts
from contest.exports import (
    EXPORTED,
    EXPORTS,
    FORMATS,
    TABLES,
    ExportName,
    TableName,
    wanted,
)
from contest.lists import JuryGroup, Standing, by_field, by_group
from contest.staff import Member, StaffRole
from handlers.staff.export_words import EXPORTS_NAMED, HEADINGS, TABLES_NAMED
from tests.house import export_tables
from tests.talk import NOW

ROLES: tuple[StaffRole, ...] = get_args(StaffRole)
PEOPLE = ("lead", "lead_phone", "name", "born", "place", "phone", "share", "is_lead", "agreed",
          "guardian", "guardian_phone", "words")  # fmt: skip


def member(role: StaffRole) -> Member:
    return Member(1, role, "Chị Thử", NOW, "xa-chi-lang" if role == "officer" else None)


def had(role: StaffRole) -> dict[ExportName, bool]:
    """Which exports a role may have; and whether with personal data."""
    found = {}
    for name in EXPORTED:
        if asked := wanted(member(role), name, "xlsx", "vi"):
            found[name] = asked.personal
    return found


LISTS: dict[ExportName, bool] = {
    "eligible": True,
    "by_field": False,
    "by_group": False,
    "shortlist": True,
}


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("admin", {"dossiers": False, "questions": False, "audit": False}),
        ("secretary", {"dossiers": True, "authors": True, "questions": True, "solutions": True}
         | LISTS),
        ("adviser", {}),
        ("officer", {"dossiers": False, "questions": False}),
        ("head", {"dossiers": True, "authors": True, "questions": True, "audit": False,
                  "solutions": True} | LISTS),
        ("privacy", {"audit": False}),
    ],
)  # fmt: skip
def test_who_may_have_which_and_what_is_personal(
    role: StaffRole, may: dict[ExportName, bool]
) -> None:
    assert had(role) == may


@pytest.mark.parametrize("role", ROLES)
def test_only_who_may_see_them_gets_columns_about_people(role: StaffRole) -> None:
    for name in EXPORTED:
        for bare in (False, True):
            asked = wanted(member(role), name, "xlsx", "vi", bare=bare)
            columns = {
                column.key
                for part in EXPORTS[name].parts
                if asked
                for column in asked.columns(part.table)
            }
            allowed = role in ("secretary", "head") and not bare and not EXPORTS[name].bare
            assert allowed or not columns & set(PEOPLE)


def test_what_is_about_people_is_marked() -> None:
    marked = {c.key for columns in TABLES.values() for c in columns if c.personal}
    assert marked == set(PEOPLE)


def test_an_officer_gets_what_comes_from_their_unit_and_without_one_nothing() -> None:
    asked = wanted(member("officer"), "dossiers", "csv", "vi")
    assert asked is not None
    assert asked.unit == "xa-chi-lang"
    lost = wanted(Member(1, "officer", "", NOW), "dossiers", "csv", "vi")
    assert lost is not None
    assert lost.unit == ""
    head = wanted(member("head"), "dossiers", "csv", "vi")
    assert head is not None
    assert head.unit is None


def test_lists_of_several_sheets_are_no_csv() -> None:
    several = {name for name in EXPORTED if EXPORTS[name].formats != FORMATS}
    assert several == {"by_field", "by_group", "shortlist", "solutions"}
    assert wanted(member("head"), "by_group", "csv", "vi") is None
    assert wanted(member("head"), "dossiers", "pdf", "vi") is None
    assert wanted(member("head"), "people", "csv", "vi") is None


def test_every_column_has_a_heading_of_its_own_and_every_heading_a_column() -> None:
    assert {c.heading for columns in TABLES.values() for c in columns} == set(HEADINGS)
    texts = Texts()
    for lang in ("vi", "en"):
        for columns in TABLES.values():
            said = [texts.render(HEADINGS[c.heading], lang) for c in columns]
            assert len(set(said)) == len(said)
    assert set(EXPORTS_NAMED) == {*EXPORTED, "archive"}
    assert set(TABLES_NAMED) == set(get_args(TableName))


def test_the_document_names_every_column() -> None:
    """`python -m tests.house.export_tables` writes it anew."""
    assert export_tables.written() in export_tables.DOCUMENT.read_text("utf-8")


def test_counted_by_field_and_by_group() -> None:
    fields = by_field(
        {("a", "accepted"): 2, ("a", "submitted"): 1, ("a", "draft"): 9, ("b", "returned"): 3,
         ("b", "resubmitted"): 4, ("", "accepted"): 5, ("c", "withdrawn"): 1}
    )  # fmt: skip
    assert fields == {
        "a": Standing(2, 1, 0),
        "b": Standing(0, 4, 3),
        "": Standing(5, 0, 0),
    }
    groups = (JuryGroup(1, "x", ("a", "b")), JuryGroup(2, "y"))
    assert by_group(fields, groups) == {
        1: Standing(2, 5, 3),
        2: Standing(),
        None: Standing(5, 0, 0),
    }
    assert by_group({"a": Standing(1, 0, 0)}, groups) == {1: Standing(1, 0, 0), 2: Standing()}
