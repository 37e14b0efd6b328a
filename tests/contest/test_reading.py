"""A pack that will not do says which file, line and key, and what is expected."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from contest.reading import PACKS, PackError, load
from contest.working import Working
from tests.talk import TINY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "pack"))


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def line_of(folder: Path, file: str, text: str) -> int:
    lines = (folder / file).read_text("utf-8").splitlines()
    return next(n for n, line in enumerate(lines, 1) if text in line)


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "key", "problem"),
    [
        ("contest.toml", '"2030-04-03"', '"2030-04-31"', "2030-04-31", "stage[1].span", "value"),
        ("contest.toml", '"2030-04-03"', '"3/4/2030"', "3/4/2030", "stage[1].span", "value"),
        ("contest.toml", 'to = "2030-04-03"', "to = 2030-04-03", "2030-04-03", "stage[1].span.to", "type"),
        ("contest.toml", 'from = "2030-03"', 'from = "2031-03"', "2031-03", "stage[1].span", "value"),
        ("contest.toml", 'during = "2030-04-20"', 'on = "2030-04-20"', "{ on = ", "stage[2].span.on", "unknown_key"),
        ("contest.toml", 'deadline_stage = "hand_in"', 'deadline_stage = "end"', '"end"', "deadline_stage", "no_such"),
        ("contest.toml", 'office = "club"', 'office = "pub"', '"pub"', "office", "no_such"),
        ("contest.toml", 'bodies = ["club"]', 'bodies = ["pub"]', '"pub"', "need[1].bodies", "no_such"),
        ("contest.toml", 'id = "fly"', 'id = "hand_in"', "[[stage]]", "stage[2].id", "twice"),
        ("contest.toml", 'status = "unpublished"', 'status = "secret"', '"secret"', "unknown[1].status", "choice"),
        ("contest.toml", 'title.vi = "Thả diều"', 'titel.vi = "Thả diều"', "titel", "stage[2].titel", "unknown_key"),
        ("contest.toml", 'since = "2020-01-01"', 'since = "soon"', "[units]", "units", "value"),
        ("contest.toml", 'vi = "Thi diều xã Thử"', 'en = "Kites"', "[short_name]", "short_name.vi", "language"),
        ("contest.toml", 'sources = [{ document = "rules", section = "3" }]', "sources = []", "sources = []", "stage[2].sources", "no_source"),
        ("contest.toml", 'sources = [{ document = "rules", section = "3" }]', 'sources = [{ document = "x" }]', '"x"', "stage[2].sources[1]", "no_such"),
        ("contest.toml", '[name]', "[name", "[name", "", "not_toml"),
        ("eligibility.toml", "đến {deadline}.", "đến {dedline}.", "dedline", "questions[1].options[2].reason.vi", "placeholder"),
        ("eligibility.toml", "đến {deadline}.", "đến {deadline:soon}.", "soon", "questions[1].options[2].reason.vi", "placeholder"),
        ("eligibility.toml", "đến {deadline}.", "đến {deadline.now:weekday}.", "now:weekday", "questions[1].options[2].reason.vi", "placeholder"),
        ("eligibility.toml", 'id = "no"', 'id = "yes"', None, "questions[1].options[2].id", "twice"),
        ("eligibility.toml", 'id = "no"', 'id = "No!"', "No!", "questions[1].options[2].id", "value"),
        ("eligibility.toml", 'id = "paper"', 'id = "paper"\nonly_if = { question = "x", options = ["y"] }', "only_if", "questions[1].only_if.question", "no_such"),
        ("fields.toml", 'id = "small"', 'id = "big"', None, "field[2].id", "twice"),
        ("dossier.toml", 'id = "kite"', 'id = "kite-kite-kite-kite-kite-kite"', "kite-kite", "items[1].id", "value"),
        ("eligibility.toml", 'effect = "not_yet"', 'effect = "maybe"', "maybe", "questions[1].options[2].effect", "choice"),
        ("dossier.toml", 'kinds = ["one"]', 'kinds = ["many"]', "many", "items[1].kinds[1]", "choice"),
        ("fields.toml", 'examples.vi = ["Diều sáo"]', "examples.vi = []", "examples.vi", "field[1].examples.vi", "language"),
        ("faq/all.toml", 'next = ["timeline"]', 'next = ["pub"]', "pub", "topic[1].next[1]", "choice"),
        ("faq/all.toml", 'id = "glue"', 'id = "when"', None, "topic[2].id", "twice"),
        ("faq/phrasings/all.txt", "[glue]", "[gleu]", "gleu", "gleu", "no_such"),
        ("faq/phrasings/all.txt", "[when]\n", "", "hạn nộp", "", "value"),
        ("descriptions/all.txt", "[small]\ndiều nhỏ bằng giấy báo", "", None, "small", "empty"),
        ("units.tsv", "\tH. Mẫu: Xã Vui", " H. Mẫu: Xã Vui", "Xã Vui", "Xã Vui H. Mẫu: Xã Vui, Xã Thử Dưới (một phần)", "value"),
    ],
)  # fmt: skip
def test_a_slip_is_found_and_named(
    folder: Path, file: str, old: str, new: str, at: str | None, key: str, problem: str
) -> None:
    change(folder, file, old, new)
    with pytest.raises(PackError) as caught:
        load(folder)
    error = caught.value
    assert (error.key, error.problem) == (key, problem)
    assert file.startswith(error.file.partition("*")[0])
    if (at and file != "contest.toml") or (at and at != "[[stage]]"):
        assert error.line == line_of(folder, file, at)


def test_a_missing_key_is_named_where_it_is_missing(folder: Path) -> None:
    change(folder, "contest.toml", 'office = "club"\n', "")
    with pytest.raises(PackError) as caught:
        load(folder)
    assert (caught.value.key, caught.value.problem) == ("office", "missing")


@pytest.mark.parametrize("file", ["contest.toml", "units.tsv", "faq/settings.toml"])
def test_a_missing_or_unreadable_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    with pytest.raises(PackError) as caught:
        load(folder)
    assert (caught.value.file, caught.value.problem) == (file, "no_file")
    (folder / file).write_bytes(b"\xff\xfe")
    with pytest.raises(PackError) as caught:
        load(folder)
    assert (caught.value.file, caught.value.problem) == (file, "no_file")


def test_a_pack_that_does_not_exist_is_no_crash() -> None:
    with pytest.raises(PackError) as caught:
        load("no-such-contest")
    assert caught.value.problem == "no_file"


def test_every_pack_that_is_shipped_can_be_used() -> None:
    names = [path.name for path in PACKS.iterdir() if path.is_dir()]
    assert [load(name).id for name in names] == names


WORKING = """
[working]
days = [1, 2, 6]
hours = ["07:00-11:30", "13:30-17:00"]
holidays = "VN"
free = [2030-04-02]
worked = [2030-04-30]
status = "unpublished"
"""


def test_working_hours_are_read(folder: Path) -> None:
    assert load(folder).working == Working()  # of a pack without them, the clock never stops
    path = folder / "contest.toml"
    path.write_text(path.read_text("utf-8") + WORKING, "utf-8")
    working = load(folder).working
    assert working.day == timedelta(hours=8)
    worked = [day for day in range(1, 31) if working.is_worked(date(2030, 4, day))]
    assert worked == [1, 6, 8, 9, 13, 15, 16, 20, 22, 23, 27, 29, 30]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("[1, 2, 6]", "[0, 1]", "working"),
        ("[1, 2, 6]", "[]", "working"),
        ("07:00-11:30", "11:30-07:00", "working"),
        ("07:00-11:30", "07:00-13:30", "working"),
        ("07:00-11:30", "morning", "working"),
        ('"VN"', '"Kites"', "working"),
        ("2030-04-02", '"soon"', "working.free[1]"),
        ('status = "unpublished"', "", "working.status"),
    ],
)
def test_a_slip_in_working_hours_is_found(folder: Path, old: str, new: str, key: str) -> None:
    path = folder / "contest.toml"
    path.write_text(path.read_text("utf-8") + WORKING.replace(old, new, 1), "utf-8")
    with pytest.raises(PackError) as caught:
        load(folder)
    assert caught.value.key == key


def test_a_topic_is_of_a_desk_there_is(folder: Path) -> None:
    change(folder, "faq/all.toml", 'next = ["timeline"]', 'desk = "head"')
    with pytest.raises(PackError) as caught:
        load(folder)
    assert (caught.value.key, caught.value.problem) == ("topic[1].desk", "choice")


def test_titles_of_earlier_contests_may_stand_in_a_pack(folder: Path) -> None:
    assert load(folder).former == ()
    (folder / "former.tsv").write_text("# năm\ttên\n2023\tMáy tẽ ngô\n\n", "utf-8")
    assert [(one.year, one.title) for one in load(folder).former] == [(2023, "Máy tẽ ngô")]
    (folder / "former.tsv").write_text("2023\tMáy tẽ ngô\nkhông năm\n", "utf-8")
    with pytest.raises(PackError) as error:
        load(folder)
    assert (error.value.file, error.value.line) == ("former.tsv", 2)
