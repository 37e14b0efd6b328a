"""From a dossier that was handed in to one that is accepted, and what lies between."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.channels.port import Message
from contest.calendar import ZONE
from contest.dossier import Located
from contest.review import UnderReview
from contest.staff import StaffRole
from storage.memory import Memory
from storage.port import Outgoing
from tests.filling import Farmer, NoPapers
from tests.handlers.test_staff import staff
from tests.talk import House, Person, a_house


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        yield house


@pytest.fixture
async def secretary(house: House) -> Person:
    return await staff(house, "secretary", "secretary")


@pytest.fixture
async def farmer(house: House) -> Farmer:
    return await handed_in(house)


async def handed_in(house: House, name: str = "nong_van_thu") -> Farmer:
    """Somebody whose dossier has three photos and is handed in."""
    farmer = await Farmer(house.person(name)).begin()
    await farmer.fill(until="photos")
    await farmer.send(*(f"{name}-{n}.jpg" for n in (1, 2, 3)))
    await farmer.choose("photos", "enough")
    await farmer.fill()
    await farmer.submit()
    return farmer


async def under(farmer: Farmer) -> UnderReview:
    found = await farmer.house.app.storage.under_review(farmer.code)
    assert found is not None
    return found


def heard(person: Person, of: str) -> list[Message]:
    return [message for message in person.messages if of in message.text]


async def looks(farmer: Farmer) -> list[tuple[int | None, str]]:
    found = await farmer.house.app.storage.audit_of(farmer.code)
    return [(a.by, a.what) for a in reversed(found)]


async def return_photo(secretary: Person, farmer: Farmer) -> None:
    """The second photo is blurred; it is wanted back in three working days. All else is fine."""
    await secretary.press_token(f"staff/items/{farmer.code}/photos")
    await secretary.press("Trả lại")
    await secretary.press("Tệp 2")
    await secretary.press("mờ, không đọc được")
    (day,) = [label for label in secretary.labels if label.startswith("3 ngày")]
    await secretary.press(day)
    await secretary.press_token(f"staff/end_of/{farmer.code}")
    await secretary.press("Các mục còn lại đều được")
    await secretary.press("Gửi")


# --- the whole story -----------------------------------------------------------------------------


async def test_one_photo_is_returned_taken_again_and_accepted(
    house: House, secretary: Person, farmer: Farmer
) -> None:
    await secretary.press_token("staff/desk")
    await secretary.press("Hồ sơ chờ duyệt")
    assert "Máy tách hạt ngô" in secretary.last.text
    before = await farmer.given()
    await return_photo(secretary, farmer)
    assert "Đã trả lại hồ sơ" in secretary.last.text
    (told,) = heard(farmer.person, "cần sửa mấy chỗ")
    assert "Ảnh, video giải pháp: tệp 2 mờ, không đọc được" in told.text
    assert "27/11/2026" in told.text  # the 24th is a holiday
    assert [b.label for b in told.buttons] == ["Chụp lại: Ảnh, video giải pháp", "Xem hồ sơ"]
    assert (await farmer.dossier()).state == "returned"
    await secretary.press_token("staff/review")
    assert "Không có hồ sơ nào" in secretary.last.text
    # exactly that item, and only that photo is replaced
    await farmer.person.press("Chụp lại: Ảnh, video giải pháp")
    assert await farmer.asked() == "photos"
    assert "mờ, không đọc được" in farmer.person.messages[-2].text
    assert "tôi thay vào chỗ tệp bị trả lại" in farmer.person.last.text
    await farmer.send("moi.jpg")
    await farmer.choose("photos", "enough")
    old = [file["name"] for file in before["photos"]["files"]]
    new = [file["name"] for file in (await farmer.given())["photos"]["files"]]
    assert new == [old[0], old[2], "moi.jpg"]
    assert "đã thay, nhớ nộp lại" in farmer.person.last.text
    assert not heard(secretary, "đủ các mục trả lại")  # not before it is handed in
    await farmer.submit()
    assert len(heard(secretary, "đủ các mục trả lại")) == 1
    await secretary.press_token("staff/review")
    assert "★ Đã trả lại, đủ lại rồi" in secretary.last.text
    await secretary.press_token(f"staff/dossier/{farmer.code}")
    assert "1 mục trả lại đã được thay" in secretary.last.text
    await secretary.press("Duyệt từng mục")  # only what was replaced
    assert "Ảnh, video giải pháp" in secretary.last.text
    assert "Lần trước trả lại vì: mờ, không đọc được" in secretary.last.text
    await secretary.press("Được")
    await secretary.press("Nhận hồ sơ")
    assert (await farmer.dossier()).state == "accepted"
    assert heard(farmer.person, "đã được nhận")
    assert {what for _, what in await looks(farmer)} == {
        "looked", "reviewing", "judged", "returned", "accepted",
    }  # fmt: skip


async def test_nothing_reaches_the_person_before_it_is_sent(
    secretary: Person, farmer: Farmer
) -> None:
    count = len(farmer.person.messages)
    await secretary.press_token(f"staff/items/{farmer.code}/why")
    await secretary.press("Trả lại")
    await secretary.say("Kể rõ hơn vì sao làm.")
    assert "«Kể rõ hơn vì sao làm.»" in secretary.last.text
    await secretary.say("26/11")
    assert "26/11/2026?" in secretary.last.text
    await secretary.press("Đúng, ghi lại")
    await secretary.press_token(f"staff/end_of/{farmer.code}")
    assert "CHƯA được báo gì" in secretary.last.text
    assert len(farmer.person.messages) == count
    (judgement,) = (await under(farmer)).review.judgements.values()
    assert (judgement.words, judgement.until) == ("Kể rõ hơn vì sao làm.", date(2026, 11, 26))
    await secretary.press("Gửi")  # what is not judged is not held back
    (told,) = heard(farmer.person, "cần sửa mấy chỗ")
    assert "Vì sao làm: Kể rõ hơn vì sao làm." in told.text
    assert told.buttons[0].label == "Sửa lại: Vì sao làm"


async def test_an_old_button_sends_nothing_that_was_changed_since(
    secretary: Person, farmer: Farmer
) -> None:
    await secretary.press_token(f"staff/end_of/{farmer.code}")
    await secretary.press("Các mục còn lại đều được")
    old = next(b.token for b in secretary.last.buttons if b.label == "Nhận hồ sơ")
    await secretary.press_token(f"staff/return/{farmer.code}/photos/1.cut.261126")
    await secretary.press_token(old)
    assert (await farmer.dossier()).state == "submitted"
    assert "cắt mất góc" in secretary.last.text
    await secretary.press("Gửi")
    assert (await farmer.dossier()).state == "returned"
    count = len(farmer.person.messages)
    await secretary.press_token(old)
    assert len(farmer.person.messages) == count


async def test_two_reviewers_and_the_second_is_told_who_has_it(
    house: House, secretary: Person, farmer: Farmer
) -> None:
    await secretary.press_token("staff/name")
    await secretary.say("Lý Thị Thử")
    other = await staff(house, "other", "head")
    await secretary.press_token(f"staff/accept/{farmer.code}/title")
    for command in ("accept", "return", "rest", "decide", "end_of"):
        await other.press_token(f"staff/{command}/{farmer.code}/title")
        assert "đang do Lý Thị Thử (số 1) duyệt" in other.last.text, command
    await other.press_token("staff/review")
    assert "Đang duyệt: Lý Thị Thử (số 1)" in other.last.text
    await other.press_token(f"staff/accept/{farmer.code}/title")
    await other.press("Tôi duyệt tiếp")
    assert (await under(farmer)).review.by == 2
    assert "Đã duyệt 1/" in other.last.text
    await secretary.press_token(f"staff/accept/{farmer.code}/why")
    assert "đang do người số 2 duyệt" in secretary.last.text
    await other.press_token(f"staff/accept/{farmer.code}/why")
    assert set((await under(farmer)).review.judgements) == {"title", "why"}


async def test_nobody_judges_a_dossier_of_their_own(house: House) -> None:
    farmer = await handed_in(house, "secretary")
    secretary = await staff(house, "secretary", "secretary")
    await secretary.press_token(f"staff/dossier/{farmer.code}")
    assert "Duyệt từng mục" not in secretary.labels
    await secretary.press_token(f"staff/accept/{farmer.code}/title")
    await secretary.press_token(f"staff/take/{farmer.code}/0")
    assert (await under(farmer)).review.judgements == {}


# --- who sees what -------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["adviser", "officer"])
async def test_who_does_not_judge_sees_what_is_not_personal(
    house: House, farmer: Farmer, role: StaffRole
) -> None:
    await _from(farmer, "xa-chi-lang")
    person = await staff(house, "thu", role, "xa-chi-lang" if role == "officer" else None)
    await person.press_token("staff/review")
    assert "Máy tách hạt ngô" in person.last.text
    await person.press_token(f"staff/dossier/{farmer.code}")
    assert "Nông Văn Thử" in person.last.text
    assert "Duyệt từng mục" not in person.labels
    await person.press("Xem từng mục")
    for step in ("authors", "confirmation", "photos"):
        await person.press_token(f"staff/items/{farmer.code}/{step}")
        assert "0912" not in person.last.text
        assert "1971" not in person.last.text
        assert "Được" not in person.labels
    assert len(person.last.files) == 3
    file = person.last.files[0]
    assert await house.app.storage.file_of(person.chat, file.sha256) is not None
    await person.press_token(f"staff/accept/{farmer.code}/title")
    assert (await under(farmer)).review.judgements == {}


async def test_an_officer_sees_nothing_of_another_commune(house: House, farmer: Farmer) -> None:
    await _from(farmer, "xa-chi-lang")
    other = await staff(house, "thu", "officer", "xa-bac-son")
    await other.press_token("staff/review")
    assert "Không có hồ sơ nào" in other.last.text
    for screen in ("dossier", "items"):
        await other.press_token(f"staff/{screen}/{farmer.code}")
        assert "không thuộc phần anh/chị xem" in other.last.text
    assert await looks(farmer) == []


async def _from(farmer: Farmer, unit: str) -> None:
    """Its lead author is of no commune that is known: where it comes from is known by the link."""
    from tests.storage.turns import Somebody, unchanged

    storage = farmer.house.app.storage
    somebody = Somebody(storage, "by-the-link")
    await somebody.does(
        Located(farmer.code, unit), answered=[await unchanged(storage, farmer.code)]
    )


async def test_a_reviewer_sees_the_phone_and_every_look_is_in_the_log(
    house: House, secretary: Person, farmer: Farmer
) -> None:
    await secretary.press_token(f"staff/items/{farmer.code}/authors")
    assert "0912345678" in secretary.last.text
    assert await looks(farmer) == [(1, "looked")]
    head = await staff(house, "head", "head")
    await head.press_token("staff/audit")
    assert "số 1 xem" in head.last.text
    await farmer.press("data/show")
    await farmer.person.press("Ai đã xem hồ sơ của tôi")
    assert "Thư ký (số 1): xem" in farmer.person.last.text
    other = house.person("nobody")
    await other.press_token("data/looks")
    assert "Thư ký" not in other.last.text


async def test_what_was_shown_goes_when_the_dossier_is_erased(
    house: House, secretary: Person, farmer: Farmer
) -> None:
    await secretary.press_token(f"staff/items/{farmer.code}/photos")
    sha256 = secretary.last.files[0].sha256
    storage = house.app.storage
    assert await storage.file_of(secretary.chat, sha256) is not None
    await farmer.press("data/erased")
    (request,) = await storage.requests()
    gone = Outgoing({"text": "xong", "lang": "vi"}, house.clock())
    await storage.erase_for(request.number, gone, house.clock())
    assert await storage.file_of(secretary.chat, sha256) is None
    assert not await storage.knows_file(sha256)
    await secretary.press_token(f"staff/dossier/{farmer.code}")
    assert "Không có hồ sơ này" in secretary.last.text


# --- returning -----------------------------------------------------------------------------------


async def test_days_stay_before_the_deadline(
    house: House, secretary: Person, farmer: Farmer
) -> None:
    house.clock.now = datetime(2027, 5, 27, 9, 0, tzinfo=ZONE)  # a Thursday; it ends on a Sunday
    await secretary.press_token(f"staff/return/{farmer.code}/title")
    await secretary.say("Ghi rõ tên hơn")
    days = [label for label in secretary.labels if "ngày" in label or "Hết hạn" in label]
    assert days == ["Hết hạn nộp (Chủ Nhật, 30/5/2027)"]
    said = await secretary.say("31/5")
    assert "từ hôm nay đến hạn nộp 30/5/2027" in said[0].text
    said = await secretary.say("tuan sau")
    assert "chưa rõ ngày" in said[0].text
    await secretary.press_token(f"staff/return/{farmer.code}/title/0.own.270601")
    assert (await under(farmer)).review.judgements == {}
    house.clock.now = datetime(2027, 6, 1, 9, 0, tzinfo=ZONE)
    await secretary.press_token(f"staff/return/{farmer.code}/title/0.own")
    assert "Đã qua hạn nộp" in secretary.last.text


async def test_words_typed_for_one_item_are_never_anothers(
    secretary: Person, farmer: Farmer
) -> None:
    await secretary.press_token(f"staff/return/{farmer.code}/title")
    await secretary.say("Tên chưa rõ")
    old = next(b.token for b in secretary.last.buttons if b.token.startswith("staff/return"))
    await secretary.press_token(f"staff/return/{farmer.code}/why")
    await secretary.press_token(old)  # of the other item, whose words were put away
    assert (await under(farmer)).review.judgements == {}
    assert "vì sao? Anh/chị gõ lý do" in secretary.last.text
    said = await secretary.say("a" * 400)
    assert "300" in said[0].text


async def test_a_file_that_is_nothing_replaces_nothing(secretary: Person, farmer: Farmer) -> None:
    await return_photo(secretary, farmer)
    before = (await farmer.given())["photos"]["files"]
    await farmer.press(f"dossier/redo/{farmer.code}/photos")
    await farmer.send("gi_do.xyz")
    await farmer.choose("photos", "later")
    assert (await farmer.given())["photos"]["files"] == before
    await farmer.press(f"dossier/open/{farmer.code}")
    assert farmer.person.labels[0] == "Chụp lại: Ảnh, video giải pháp"


async def test_what_is_handed_in_as_it_was_is_still_asked_for(
    secretary: Person, farmer: Farmer
) -> None:
    await secretary.press_token(f"staff/return/{farmer.code}/title/0.own")
    await secretary.say("Ghi rõ tên hơn")
    await secretary.press_token(f"staff/return/{farmer.code}/title/0.own.261126")
    await return_photo(secretary, farmer)
    await farmer.press(f"dossier/redo/{farmer.code}/title")
    await farmer.say("Máy tách hạt ngô chạy điện")
    await farmer.submit()
    assert not heard(secretary, "đủ các mục trả lại")
    dossier = await farmer.dossier()
    assert (dossier.state, set(dossier.wanted)) == ("resubmitted", {"photos"})
    await secretary.press_token("staff/review")
    assert "có mục trả lại chưa sửa" in secretary.last.text
    await secretary.press_token(f"staff/items/{farmer.code}/photos")
    assert "CHƯA sửa mục này" in secretary.last.text
    await farmer.press(f"dossier/redo/{farmer.code}/photos")
    await farmer.send("moi.jpg")
    await farmer.choose("photos", "enough")
    await farmer.submit()
    assert len(heard(secretary, "đủ các mục trả lại")) == 1
    assert (await farmer.dossier()).wanted == {}


async def test_when_the_reviewer_works_no_more_another_is_told(
    house: House, secretary: Person, farmer: Farmer
) -> None:
    await return_photo(secretary, farmer)
    admin = await staff(house, "admin", "admin")
    other = await staff(house, "other", "secretary")
    await admin.press_token("staff/ended/1")
    await farmer.press(f"dossier/redo/{farmer.code}/photos")
    await farmer.send("moi.jpg")
    await farmer.choose("photos", "enough")
    await farmer.submit()
    assert len(heard(other, "đủ các mục trả lại")) == 1
    assert not heard(secretary, "đủ các mục trả lại")


async def test_titles_that_are_alike_are_a_hint(
    house: House, secretary: Person, farmer: Farmer
) -> None:
    other = await handed_in(house, "nguoi_hai")
    await secretary.press_token(f"staff/dossier/{farmer.code}")
    assert "không phải kết luận" in secretary.last.text
    assert f"hồ sơ {other.code[:3]}-{other.code[3:]}: «Máy tách hạt ngô», giống 100%" in (
        secretary.last.text
    )


async def test_handed_in_while_it_is_reviewed_only_what_changed_is_open(
    secretary: Person, farmer: Farmer
) -> None:
    await secretary.press_token(f"staff/end_of/{farmer.code}")
    await secretary.press("Các mục còn lại đều được")
    token = next(b.token for b in secretary.last.buttons if b.label == "Nhận hồ sơ")
    await farmer.edit("title")
    await farmer.say("Tên khác hẳn")
    await farmer.submit()
    await secretary.press_token(token)
    assert (await farmer.dossier()).state == "resubmitted"
    assert "Duyệt tiếp" in secretary.labels
    await secretary.press("Duyệt tiếp")
    assert "Tên giải pháp" in secretary.last.text
    await secretary.press("Được")
    await secretary.press("Nhận hồ sơ")
    assert (await farmer.dossier()).state == "accepted"


async def test_the_reminder_names_the_items_own_day(
    house: House, secretary: Person, farmer: Farmer
) -> None:
    await return_photo(secretary, farmer)  # wanted back on the 27th
    told: list[str] = []
    for day in (24, 25, 26, 27, 28):
        house.clock.now = datetime(2026, 11, day, 8, 0, tzinfo=ZONE)
        before = len(farmer.person.messages)
        await house.app.schedule.look()
        house.app.outbox.wake(farmer.person.chat)
        await house.app.idle()
        told += [f"{day}: {m.text}" for m in farmer.person.messages[before:]]
    (one, two) = told
    assert one.startswith("24: ")
    assert two.startswith("26: ")
    assert "Còn 1 ngày để gửi lại: Thứ Sáu, 27/11/2026." in two
    assert "hạn nộp hồ sơ" not in two
    assert farmer.person.labels[0] == "Chụp lại: Ảnh, video giải pháp"
    # the day passes, and nothing is closed
    await farmer.press(f"dossier/redo/{farmer.code}/photos")
    assert await farmer.asked() == "photos"


async def test_the_digest_leads_to_the_queue(
    house: House, secretary: Person, farmer: Farmer
) -> None:
    await secretary.press_token("staff/digest")
    await secretary.press("Xem hồ sơ chờ duyệt")
    assert "1 hồ sơ chờ duyệt" in secretary.last.text
    admin = await staff(house, "admin", "admin")  # who sees numbers and no dossiers
    await admin.press_token("staff/digest")
    await admin.press("Xem hồ sơ chờ duyệt")
    assert "Máy tách hạt ngô" not in admin.last.text
    assert not [b for b in admin.last.buttons if b.token.startswith("staff/dossier")]
    await secretary.press_token("staff/digest/review")
    assert f"{farmer.code[:3]}-{farmer.code[3:]}" in secretary.labels


async def test_the_example_is_theirs_to_see(
    house: House, secretary: Person, farmer: Farmer
) -> None:
    await return_photo(secretary, farmer)
    told = heard(farmer.person, "cần sửa mấy chỗ")[0]
    (example,) = told.files
    assert example.name == "vi-du-2.png"
    assert await house.app.storage.file_of(farmer.person.chat, example.sha256) is not None


async def test_what_was_judged_and_typed_survives_the_program(tmp_path: Path) -> None:
    storage = Memory()
    async with a_house(tmp_path, storage=storage, workers=NoPapers()) as house:
        farmer = await handed_in(house)
        secretary = await staff(house, "secretary", "secretary")
        await secretary.press_token(f"staff/accept/{farmer.code}/title")
        await secretary.press_token(f"staff/return/{farmer.code}/why")
        await secretary.say("Kể rõ hơn")
        button = next(b.token for b in secretary.last.buttons if "3 ngày" in b.label)
        ids, clock = house.ids, house.clock
    async with a_house(tmp_path, storage=storage, clock=clock, workers=NoPapers()) as house:
        house.ids = ids
        secretary = house.person("secretary")
        await secretary.press_token(button)
        found = await storage.under_review(farmer.code)
        assert found is not None
        verdicts = {item: j.verdict for item, j in found.review.judgements.items()}
        assert verdicts == {"title": "accepted", "why": "returned"}
        assert found.review.judgements["why"].words == "Kể rõ hơn"
