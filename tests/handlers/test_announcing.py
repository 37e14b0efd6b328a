"""Announcements as a talk: to whom, the words, two people, and each person's «no»."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.channels.shape import shaped
from bot.texts import Texts
from contest.announcing import LONGEST, Announcement, Segment
from contest.calendar import ZONE
from handlers.staff import announced
from handlers.staff.announcing import NAME
from storage.memory import Memory
from tests.filling import Farmer, NoPapers
from tests.handlers.test_proposals import heard, look, state
from tests.handlers.test_staff import log, staff
from tests.talk import House, Person, SetClock, a_house, contest

WORDS = "Mời bà con tới buổi hướng dẫn làm hồ sơ sáng thứ Bảy."


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        yield house


@pytest.fixture
async def secretary(house: House) -> Person:
    return await staff(house, "secretary", "secretary")


async def somebody(house: House, name: str, *said: str) -> Person:
    person = house.person(name)
    await person.say("/start")
    for words in said:
        await person.say(words)
    return person


async def writes(secretary: Person, *choices: str, words: str = WORDS) -> None:
    """Chooses or types to whom, writes the words, and looks at it."""
    await secretary.press_token("staff/announce")
    for choice in choices:
        labels = [button.label for button in secretary.last.buttons]
        await (secretary.press(choice) if choice in labels else secretary.say(choice))
    await secretary.say(words)
    await secretary.press("Xem thử")


async def announces(house: House, secretary: Person, *choices: str, words: str = WORDS) -> int:
    """All the way until it has gone out; the number."""
    await writes(secretary, *choices, words=words)
    await secretary.press("Đề nghị gửi")
    number = max(p.number for p in await house.app.storage.proposals(("waiting",)))
    head = house.person("head")
    if not await house.app.storage.knows(head.chat):
        head = await staff(house, "head", "head")
    await head.press_token(f"staff/approve/{number}")
    await look(house, minutes=10)
    return number


ALL = "Mọi người đã nhắn với trợ lý"

# --- the story -----------------------------------------------------------------------------------


async def test_a_secretary_proposes_the_head_approves_people_read_it(
    house: House, secretary: Person
) -> None:
    farmer = await somebody(house, "nong_van_thu")
    quiet = await somebody(house, "lam_thi_thu", "thôi đừng gửi tin nữa nhé")
    assert "không nhận tin chung" in quiet.last.text
    head = await staff(house, "head", "head")
    await secretary.press("Bàn làm việc")
    await secretary.press("Thông báo và hỏi đáp")
    await secretary.press("Soạn thông báo")
    await secretary.press(ALL)
    await secretary.say(WORDS)
    assert secretary.labels[0] == "Xem thử"
    await secretary.send("buoi-huong-dan.jpg")
    assert "buoi-huong-dan.jpg" in secretary.last.text
    await secretary.press("Xem thử")
    seen = secretary.last
    assert "đến 1 người" in seen.text
    assert "console: 1" in seen.text
    assert "Đã tắt tin chung hoặc đã xóa dữ liệu: 1" in seen.text
    assert "Thông báo của Hội thi Sáng tạo Kỹ thuật" in seen.text
    assert WORDS in seen.text
    assert [file.name for file in seen.files] == ["buoi-huong-dan.jpg"]
    await secretary.press("Đề nghị gửi")
    assert not heard(farmer, WORDS)
    await head.press_token("staff/proposal/1")
    assert WORDS in head.last.text
    assert head.last.files == seen.files
    await head.press("Duyệt")
    await look(house, minutes=10)
    assert farmer.last.text.endswith(WORDS)
    assert farmer.labels == ["Không nhận tin nữa", "Menu"]
    assert "cơ quan thường trực" in farmer.last.note
    assert farmer.last.files == seen.files
    file = seen.files[0]
    assert await house.app.storage.file_of(farmer.chat, file.sha256) is not None
    assert not heard(quiet, WORDS)
    await look(house, minutes=1)
    assert "Thông báo số 1 đã gửi xong" in secretary.last.text
    assert "Đã đến: 1" in secretary.last.text
    for _ in range(3):
        await look(house, minutes=60)
    assert heard(farmer, WORDS) == 1
    assert heard(secretary, "Thông báo số 1 đã gửi xong") == 1
    await farmer.press("Không nhận tin nữa")
    assert "Vẫn đến với anh/chị: câu trả lời" in farmer.last.text
    await somebody(house, "hoang_van_thu")
    await announces(house, secretary, ALL, words="Tin thứ hai.")
    assert not heard(farmer, "Tin thứ hai.")
    await farmer.press("Nhận tin lại")
    assert "lại nhận tin chung" in farmer.last.text
    await announces(house, secretary, ALL, words="Tin thứ ba.")
    assert heard(farmer, "Tin thứ ba.") == 1


async def test_what_was_announced_is_listed_and_what_became_of_it(
    house: House, secretary: Person
) -> None:
    await secretary.press_token("staff/announcements")
    assert "Chưa gửi thông báo nào" in secretary.last.text
    farmer = await Farmer(house.person("nong_van_thu")).begin()
    await somebody(house, "lam_thi_thu")
    await house.app.storage.gone(farmer.person.chat, house.clock())
    await announces(house, secretary, ALL)
    await look(house, minutes=1)
    await secretary.press("Thông báo số 1 ra sao")
    text = secretary.last.text
    assert "Đã đến: 1" in text
    assert "Đã chặn hoặc bỏ kênh: 1" in text
    shown = f"{farmer.code[:3]}-{farmer.code[3:]}"
    assert f"{shown}: Đã chặn hoặc bỏ kênh" in text
    assert (await log(house))[-1][1] == "looked"
    await secretary.press("Thông báo đã gửi")
    assert WORDS in secretary.last.text
    officer = await staff(house, "officer", "officer", "xa-chi-lang")
    await officer.press_token("staff/announcements/1")
    assert "nút" in officer.last.text.lower()


# --- to whom -------------------------------------------------------------------------------------


async def test_to_those_who_asked_about_something(house: House, secretary: Person) -> None:
    asked = await somebody(house, "nong_van_thu", "hạn nộp hồ sơ đến bao giờ")
    other = await somebody(house, "lam_thi_thu")
    await secretary.press_token("staff/announce")
    await secretary.press("Người đã hỏi về một việc")
    await secretary.say("hạn nộp hồ sơ đến bao giờ")
    topic = contest().faq.decide("hạn nộp hồ sơ đến bao giờ").topics[0]
    await secretary.press(topic.question["vi"])
    await secretary.say(WORDS)
    await secretary.press("Xem thử")
    assert "đến 1 người" in secretary.last.text
    await secretary.press("Đề nghị gửi")
    await (await staff(house, "head", "head")).press_token("staff/approve/1")
    await look(house, minutes=10)
    assert (heard(asked, WORDS), heard(other, WORDS)) == (1, 0)


async def test_to_a_commune_with_its_officers(house: House, secretary: Person) -> None:
    here = await somebody(house, "nong_van_thu")
    await here.come_by("chi-lang")
    there = await somebody(house, "lam_thi_thu")
    officer = await staff(house, "officer", "officer", "xa-chi-lang")
    await secretary.press_token("staff/announce")
    await secretary.press("Người ở một xã, phường")
    await secretary.say("Xyzt")
    assert "Chưa rõ" in secretary.messages[-2].text or "Chưa rõ" in secretary.last.text
    await secretary.say("xa chi lang")
    await secretary.press("Gửi cả cán bộ")
    await secretary.say(WORDS)
    await secretary.press("Xem thử")
    assert "người ở Xã Chi Lăng" in secretary.last.text
    assert "đến 2 người" in secretary.last.text
    await secretary.press("Đề nghị gửi")
    await (await staff(house, "head", "head")).press_token("staff/approve/1")
    await look(house, minutes=10)
    assert [heard(p, WORDS) for p in (here, there, officer)] == [1, 0, 1]


async def test_to_those_whose_dossier_is_begun(house: House, secretary: Person) -> None:
    farmer = await Farmer(house.person("nong_van_thu")).begin()
    other = await somebody(house, "lam_thi_thu")
    await announces(house, secretary, "Người có hồ sơ ở một bước", "Đã bắt đầu, chưa xong")
    assert (heard(farmer.person, WORDS), heard(other, WORDS)) == (1, 0)


async def test_to_a_field(house: House, secretary: Person) -> None:
    farmer = await Farmer(house.person("nong_van_thu")).begin()
    steps = contest().pack.checklist.steps
    field = next(n for n, step in enumerate(steps) if step.kind == "field")
    await farmer.fill(until=steps[field + 1].id)
    first, second = contest().pack.fields[:2]
    await writes(secretary, "Người có hồ sơ thuộc một lĩnh vực", second.title["vi"])
    assert "đến 0 người" in secretary.last.text
    await secretary.press("Đề nghị gửi")
    assert "Chưa đề nghị được" in secretary.last.text
    assert await house.app.storage.proposals(("waiting",)) == []
    await secretary.press("Gửi cho người khác")
    await secretary.press("Người có hồ sơ thuộc một lĩnh vực")
    await secretary.press(first.title["vi"])
    assert "đến 1 người" in secretary.last.text  # the words are still there
    assert WORDS in secretary.last.text


async def test_to_colleagues_of_a_role(house: House, secretary: Person) -> None:
    adviser = await staff(house, "adviser", "adviser")
    farmer = await somebody(house, "nong_van_thu")
    await announces(house, secretary, "Người làm việc cùng một vai", "Tư vấn")
    assert (heard(adviser, WORDS), heard(farmer, WORDS)) == (1, 0)


# --- the draft -----------------------------------------------------------------------------------


async def test_an_old_button_proposes_nothing_but_what_it_was_shown_under(
    house: House, secretary: Person
) -> None:
    await somebody(house, "nong_van_thu")
    await writes(secretary, ALL)
    old = secretary.last.buttons[0].token
    assert old.startswith("staff/announce/propose/")
    await secretary.press("Sửa lời")
    await secretary.say("Lời khác.")
    await secretary.press("Xem thử")
    await secretary.press_token(old)
    assert "Lời khác." in secretary.last.text
    assert await house.app.storage.proposals(("waiting",)) == []
    await secretary.press("Đề nghị gửi")
    (proposal,) = await house.app.storage.proposals(("waiting",))
    assert Announcement.from_json(proposal.detail).words == "Lời khác."
    await secretary.press_token(old)  # pressed twice
    assert len(await house.app.storage.proposals(("waiting",))) == 1


async def test_a_draft_waits_and_can_be_dropped(house: House, secretary: Person) -> None:
    await somebody(house, "nong_van_thu")
    await secretary.press_token("staff/announce")
    await secretary.press(ALL)
    await secretary.press_token("staff/desk")
    await secretary.press_token("staff/announce")
    assert "viết lời thông báo" in secretary.last.text
    await secretary.say("Có phải nộp lệ phí không? Không ạ.")  # a question is no question here
    await secretary.press("Xem thử")
    await secretary.press_token("staff/desk")
    await secretary.press_token("staff/announce")
    assert "Có phải nộp lệ phí không? Không ạ." in secretary.last.text
    await secretary.press("Bỏ thông báo này")
    await secretary.press_token("staff/announce")
    assert "Gửi cho ai?" in secretary.last.text


async def test_words_that_are_too_long_and_files_that_do_not_fit(
    house: House, secretary: Person
) -> None:
    await secretary.press_token("staff/announce")
    await secretary.press(ALL)
    said = await secretary.say("a" * (LONGEST + 1))
    assert "1.500" in said[0].text
    said = await secretary.send("a.jpg", "b.jpg")
    assert "một tệp" in said[0].text
    await secretary.send("a.jpg")
    assert "Xem thử" not in secretary.labels  # a picture without words says nothing
    await secretary.press("Bỏ tệp")
    await secretary.send("a.jpg", caption=WORDS)
    await secretary.press("Bỏ tệp")
    await secretary.press("Xem thử")
    assert secretary.last.files == ()
    assert WORDS in secretary.last.text


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_longest_is_one_message_of_every_messenger(lang: str) -> None:
    from bot.channels.port import Abilities, Message
    from bot.channels.telegram.channel import TelegramChannel

    made = announced.message(contest().pack, Announcement(Segment("all"), "ộ" * LONGEST))
    assert made.note is not None
    texts = Texts()
    message = Message(texts.render(made.text, lang), lang, texts.render(made.note, lang))
    least = Abilities(buttons=True, text_units=2000)
    assert len(shaped(message, least)) == 1
    assert len(shaped(message, TelegramChannel.abilities)) == 1


# --- who may not ---------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [None, "officer", "adviser", "admin"])
async def test_the_dialog_is_for_nobody_else(
    house: House, role: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    person = await somebody(house, "thu")
    if role:
        person = await staff(house, "thu", role, "xa-chi-lang")  # type: ignore[arg-type]
    for token in (f"{NAME}:whom/all", f"{NAME}:words/done", "staff/announce/propose/x"):
        caplog.clear()
        await person.press_token(token)
        assert "denied: channel=console what=staff/announce" in caplog.text
        await person.say(WORDS)
    snapshot = await house.app.storage.load(person.chat)
    assert NAME not in snapshot.chat.answers
    assert snapshot.chat.place.dialog != NAME
    assert await house.app.storage.proposals(("waiting",)) == []


async def test_who_is_ended_while_writing_sees_no_numbers(house: House, secretary: Person) -> None:
    admin = await staff(house, "admin", "admin")
    await secretary.press_token("staff/announce")
    await secretary.press(ALL)
    await admin.press_token("staff/ended/1")
    await secretary.say(WORDS)
    assert "không còn" in secretary.last.text
    assert (await house.app.storage.load(secretary.chat)).chat.place.dialog is None


# --- when ----------------------------------------------------------------------------------------


async def test_approved_in_the_evening_it_comes_in_the_morning(
    tmp_path: Path,
) -> None:
    clock = SetClock(datetime(2026, 11, 23, 19, 55, tzinfo=ZONE))
    async with a_house(tmp_path, clock=clock, workers=NoPapers()) as house:
        secretary = await staff(house, "secretary", "secretary")
        farmer = await somebody(house, "nong_van_thu")
        await announces(house, secretary, ALL)
        assert "07:00, 24/11/2026" in secretary.last.text
        for _ in range(10):
            await look(house, minutes=60)
            assert not heard(farmer, WORDS)
        assert house.clock().hour == 6
        await secretary.press_token("staff/takeback/1")  # all night long there is time
        assert await state(house) == "back"
        await look(house, minutes=120)
        assert not heard(farmer, WORDS)


async def test_it_counts_who_is_meant_when_it_goes_out(house: House, secretary: Person) -> None:
    before = await somebody(house, "nong_van_thu")
    await writes(secretary, ALL)
    await secretary.press("Đề nghị gửi")
    head = await staff(house, "head", "head")
    await head.press_token("staff/approve/1")
    await before.say("không nhận tin nữa")
    after = await somebody(house, "lam_thi_thu")
    await look(house, minutes=10)
    assert (heard(before, WORDS), heard(after, WORDS)) == (0, 1)


# --- a crash -------------------------------------------------------------------------------------


class Stops(Exception):  # noqa: N818 -- what a killed program would not even say
    """The program ends here."""


@dataclass
class Stopping(Memory):
    """It ends before (odd) or after (even) an announcement is carried out (1, 2), or its end is
    told (3, 4)."""

    point: int = 0

    async def carry_out(self, *args: Any) -> bool:
        return await self._at(1, super().carry_out(*args))

    async def run_once(self, *args: Any) -> bool:
        begun = super().run_once(*args)
        return await (self._at(3, begun) if args[0].startswith("announced/") else begun)

    async def _at(self, before: int, call: Coroutine[Any, Any, bool]) -> bool:
        if self.point == before:
            call.close()
            raise Stops
        done = await call
        if self.point == before + 1:
            raise Stops
        return done


@pytest.mark.parametrize("point", range(5))
async def test_a_program_that_stops_anywhere_sends_it_once(tmp_path: Path, point: int) -> None:
    storage = Stopping()
    async with a_house(tmp_path, storage=storage, workers=NoPapers()) as house:
        secretary = await staff(house, "secretary", "secretary")
        farmer = await somebody(house, "nong_van_thu")
        await writes(secretary, ALL)
        await secretary.press("Đề nghị gửi")
        await (await staff(house, "head", "head")).press_token("staff/approve/1")
        clock, everybody, ids = house.clock, house.heard, house.ids
        clock.forward(minutes=10)
        storage.point = point
        with contextlib.suppress(Stops):
            for minutes in (0, 1):
                await look(house, minutes)
    storage.point = 0
    async with a_house(tmp_path, storage=storage, clock=clock, workers=NoPapers()) as house:
        house.heard, house.ids = everybody, ids
        for _ in range(3):
            await look(house, minutes=1)
        assert len([m for m in everybody[farmer.chat] if WORDS in m.text]) == 1
        told = [m for m in everybody[secretary.chat] if "đã gửi xong" in m.text]
        assert len(told) == 1


# --- each person's «no» --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    ["khong nhan tin nua", "Đừng gửi tin nữa", "tắt tin", "stop", "unsubscribe", "STOP!"],
)
async def test_in_words_of_their_own(house: House, words: str) -> None:
    person = await somebody(house, "nong_van_thu")
    await person.say(words)
    assert (await house.app.storage.load(person.chat)).news is False
    await person.say("/tin")
    assert "không nhận" in person.last.text
    await person.say("nhận tin lại")
    assert (await house.app.storage.load(person.chat)).news is True
    await person.say("tin")
    assert "đang nhận" in person.last.text


async def test_in_the_middle_of_a_dialog_nothing_of_it_is_lost(house: House) -> None:
    farmer = await Farmer(house.person("nong_van_thu")).begin()
    await farmer.fill(until="why")
    await farmer.person.say("đừng gửi tin nữa")
    assert await farmer.asked() == "why"
    assert (await farmer.snapshot()).news is False
    assert farmer.person.last.text != ""
    await farmer.person.say("stop")  # here it means «let me out»
    assert await farmer.asked() is None


async def test_my_data_say_it_and_switch_it(house: House) -> None:
    person = await somebody(house, "nong_van_thu")
    await person.press_token("data/show")
    assert "Tin chung của Hội thi: anh/chị đang nhận" in person.last.text
    await person.press("Không nhận tin nữa")
    await person.press_token("data/show")
    assert "Tin chung của Hội thi: anh/chị không nhận" in person.last.text
    assert "Nhận tin lại" in person.labels
