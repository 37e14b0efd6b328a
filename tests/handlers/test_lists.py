"""The lists after the deadline: counts, jury groups, and who goes to the national contest."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from contest import codes
from contest.calendar import ZONE
from tests.filling import NoPapers
from tests.handlers.test_exports import AUTHOR, book_of, exported, handed_in, rows_of
from tests.handlers.test_staff import staff
from tests.talk import House, Person, a_house


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        yield house


def after_the_deadline(house: House) -> None:
    day = house.app.contest.pack.deadline + timedelta(days=40)
    house.clock.now = datetime.combine(day, time(9), ZONE)


async def a_group(person: Person, name: str, *fields: str) -> None:
    await person.press_token("staff/groupname")
    await person.say(name)
    groups = await person.house.app.storage.exported(lambda reader: reader.groups())
    for field in fields:
        await person.press_token(f"staff/regroup/{field}/{groups[-1].number}")


async def test_what_was_handed_in_is_counted_by_field_and_by_group(house: House) -> None:
    one, _ = await handed_in(house, "one"), await handed_in(house, "two")
    await one.judged("accepted")
    secretary = await staff(house, "thu", "secretary")
    await secretary.press("Bàn làm việc")
    await secretary.press("Danh sách và báo cáo")
    await secretary.press("Danh sách")
    said = secretary.last.text
    assert "Danh sách tạm" in said  # dossiers are still taken
    assert "Hồ sơ đã nộp: 2. Đã được nhận: 1; chờ xét: 1; trả lại để sửa: 0." in said
    fields = house.app.contest.pack.fields
    assert f"• {fields[0].title['vi']}: 1/2" in said
    assert f"• {fields[1].title['vi']}: 0/0" in said
    assert "Theo nhóm giám khảo" not in said
    after_the_deadline(house)
    await a_group(secretary, "Cơ khí", fields[0].id)
    await secretary.press_token("staff/lists")
    assert "Danh sách tạm" not in secretary.last.text
    assert "• Nhóm 1: Cơ khí: 1/2" in secretary.last.text


async def test_the_eligible_list_says_which_are_not_judged(house: House) -> None:
    one, two = await handed_in(house, "one"), await handed_in(house, "two")
    await one.judged("accepted")
    head = await staff(house, "head", "head")
    await head.press_token("staff/list/eligible")
    assert "Danh sách tạm" in head.last.text  # dossiers are still taken
    rows = rows_of(book_of(house, head.last).worksheets[0])
    assert {row["Mã hồ sơ"]: row["Trạng thái"] for row in rows} == {
        codes.shown(one.code): "đã được nhận",
        codes.shown(two.code): "đã nộp",
    }
    assert rows[0]["Tác giả chính"] == AUTHOR
    await head.press_token("staff/eligible")
    for farmer, state in ((one, "đã được nhận"), (two, "đã nộp")):
        line = next(x for x in head.last.text.splitlines() if codes.shown(farmer.code) in x)
        assert line.endswith(state)
    assert "Chỉ hồ sơ «đã được nhận» là đủ điều kiện" in head.last.text
    looked = [a.detail for a in await house.app.storage.audit() if a.what == "looked"]
    assert looked == [{"screen": "eligible"}]


async def test_many_are_shown_a_screen_at_a_time(house: House) -> None:
    farmers = [await handed_in(house, f"f{n}") for n in range(3)]
    from handlers.staff import lists

    secretary = await staff(house, "thu", "secretary")
    every = sorted(codes.shown(farmer.code) for farmer in farmers)
    before, lists.PAGE = lists.PAGE, 2
    try:
        await secretary.press_token("staff/eligible")
        first = secretary.labels
        await secretary.press("Xem tiếp")
        second = secretary.labels
    finally:
        lists.PAGE = before
    assert first[:2] == [f"Trọn bộ {code}" for code in every[:2]]
    assert second[0] == f"Trọn bộ {every[2]}"
    assert "Xem tiếp" not in second


async def test_by_field_and_by_group_a_sheet_each_without_personal_data(house: House) -> None:
    farmer = await handed_in(house)
    secretary = await staff(house, "thu", "secretary")
    fields = house.app.contest.pack.fields
    await a_group(secretary, "Cơ khí/điện", fields[0].id, fields[1].id)
    await a_group(secretary, "Nông nghiệp", fields[2].id)
    await secretary.press_token("staff/list/by_field")
    book = book_of(house, secretary.last)
    assert len(book.sheetnames) == len(fields) + 1
    assert [sheet.max_row for sheet in book.worksheets] == [2, *[1] * len(fields)]
    await secretary.press_token("staff/list/by_group")
    book = book_of(house, secretary.last)
    assert book.sheetnames == ["Cơ khí điện", "Nông nghiệp", "Chưa phân nhóm"]
    (row,) = rows_of(book.worksheets[0])
    assert (row["Mã hồ sơ"], row["Nhóm giám khảo"]) == (codes.shown(farmer.code), "Cơ khí/điện")
    assert "Tác giả chính" not in row
    cells = [cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert not [value for value in cells if AUTHOR in str(value)]
    assert await exported(house) == [
        (1, "by_field", "xlsx", 1, False), (1, "by_group", "xlsx", 1, False),
    ]  # fmt: skip


async def test_groups_are_made_changed_and_deleted(house: House) -> None:
    secretary = await staff(house, "thu", "secretary")
    fields = house.app.contest.pack.fields
    name = fields[0].title["vi"]
    await secretary.press_token("staff/groups")
    assert "Chưa có nhóm giám khảo nào" in secretary.last.text
    await secretary.press("Thêm nhóm")
    await secretary.say("x" * 61)
    assert "61" in secretary.messages[-2].text + secretary.last.text
    await secretary.say("  Cơ   khí ")
    await secretary.press("Nhóm giám khảo")
    await secretary.press("Sửa Nhóm 1: Cơ khí")
    await secretary.press(name)
    assert f"Nhóm 1: Cơ khí. Chấm: {name}" in secretary.last.text
    await a_group(secretary, "Nông nghiệp")
    await secretary.press_token("staff/group/2")
    await secretary.press(f"{name} (đang ở Nhóm 1: Cơ khí)")
    assert f"Nhóm 2: Nông nghiệp. Chấm: {name}" in secretary.last.text
    await secretary.press(f"Bỏ ra: {name}")
    assert "Nhóm 2: Nông nghiệp. Chấm: -" in secretary.last.text
    await secretary.press("Đổi tên")
    await secretary.say("Trồng trọt")
    await secretary.press_token("staff/group/2")
    assert "Nhóm 2: Trồng trọt" in secretary.last.text
    await secretary.press("Xóa nhóm")
    await secretary.press("Đúng, xóa nhóm")
    await secretary.press_token("staff/group/2")  # an old button
    assert "Nhóm này không còn" in secretary.last.text
    for old in ("regroup/nothing/1", f"regroup/{fields[0].id}/2", "groupend/2/yes", "groupname/2"):
        await secretary.press_token(f"staff/{old}")
        assert "Nhóm này không còn" in secretary.last.text
    assert [g.name for g in await house.app.storage.exported(lambda r: r.groups())] == ["Cơ khí"]
    await secretary.press_token(f"staff/regroup/{fields[0].id}/1")
    before = await house.app.storage.audit()
    await secretary.press_token(f"staff/regroup/{fields[0].id}/1")  # pressed twice
    assert await house.app.storage.audit() == before


async def test_who_is_ended_while_typing_a_name_names_nothing(house: House) -> None:
    admin = await staff(house, "admin", "admin")
    secretary = await staff(house, "thu", "secretary")
    await secretary.press_token("staff/groupname")
    await admin.press_token("staff/ended/2")
    await secretary.say("Cơ khí")
    assert "không còn" in secretary.last.text
    assert await house.app.storage.exported(lambda r: r.groups()) == ()


async def test_the_head_chooses_after_the_deadline_and_the_list_has_the_tasks(
    house: House,
) -> None:
    one, two = await handed_in(house, "one"), await handed_in(house, "two")
    await one.judged("accepted")
    head = await staff(house, "head", "head")
    await head.press_token("staff/shortlist")
    assert "Chưa chọn hồ sơ nào" in head.last.text
    assert "trước ngày 20/8/2027 (Kế hoạch 92/KH-BTC, mục II.5)" in head.last.text
    await head.press("Chọn thêm")
    assert "Còn nhận hồ sơ đến hết ngày 30/5/2027" in head.last.text
    await head.press_token(f"staff/enlist/{one.code}")  # nobody is chosen before
    assert await house.app.storage.exported(lambda r: dict(r.shortlist())) == {}
    after_the_deadline(house)
    await head.press_token("staff/choose")
    code = codes.shown(one.code)
    assert codes.shown(two.code) not in head.last.text
    await head.press(f"Chọn {code}")
    assert f"Đã chọn hồ sơ {code}" in head.last.text
    await head.press_token(f"staff/enlist/{one.code}")  # pressed twice
    await head.press_token(f"staff/enlist/{two.code}")
    assert "chưa được nhận" in head.last.text
    await head.press("Dự thi toàn quốc")
    assert "Đã chọn dự thi toàn quốc: 1" in head.last.text
    await head.press("Lấy tệp Excel")
    dossiers, tasks = book_of(house, head.last).worksheets
    assert [row["Mã hồ sơ"] for row in rows_of(dossiers)] == [code]
    rows = rows_of(tasks)
    assert [row["Việc"] for row in rows] == [
        "Lựa chọn giải pháp", "Tư vấn cho tác giả, nhóm tác giả", "Hỗ trợ hoàn thiện giải pháp",
    ]  # fmt: skip
    assert {row["Thời hạn"] for row in rows} == {"trước ngày 20/8/2027"}
    assert {row["Ngày cuối"] for row in rows} == {datetime(2027, 8, 19)}  # noqa: DTZ001
    assert {row["Theo văn bản"] for row in rows} == {"Kế hoạch 92/KH-BTC, mục II.5"}
    assert {row["Đã xong"] for row in rows} == {None}
    await head.press_token("staff/shortlist")
    await head.press(f"Bỏ chọn {code}")
    await head.press_token(f"staff/unlist/{one.code}")  # pressed twice
    assert await house.app.storage.exported(lambda r: dict(r.shortlist())) == {}
    done = [a.what for a in reversed(await house.app.storage.audit()) if "list" in a.what]
    assert done == ["shortlisted", "unlisted"]


async def test_a_secretary_sees_who_is_chosen_and_does_not_choose(house: House) -> None:
    after_the_deadline(house)
    secretary = await staff(house, "thu", "secretary")
    await secretary.press_token("staff/shortlist")
    assert "Chọn thêm" not in secretary.labels
    assert "Lãnh đạo cơ quan thường trực là người chọn" in secretary.last.text
