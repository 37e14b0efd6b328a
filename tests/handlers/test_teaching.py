"""«Thêm vào hỏi đáp»: from a farmer's question to what the next one is answered."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from contest.masking import MARK
from storage.memory import Memory
from tests.handlers.test_staff import log, staff
from tests.talk import TINY, Here, House, Person, a_house

ASKED = "Tôi là Nông Văn Thử 0912 345 678, diều đèn led có được thi không?"
PLAIN = "diều đèn led có được thi không?"
OTHERWISE = "dieu gan den led thi duoc ko"
ANSWER = "Được thi, đèn chạy pin dưới 5 vôn thì được."


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, pack=TINY) as house:
        yield house


@pytest.fixture
async def secretary(house: House) -> Person:
    return await staff(house, "secretary", "secretary")


@pytest.fixture
async def head(house: House) -> Person:
    return await staff(house, "head", "head")


async def asks(house: House, words: str = ASKED, name: str = "nong_van_thu") -> Person:
    person = house.person(name)
    await person.say("/start")
    await person.say(words)
    return person


async def asks_in_vain(house: House, words: str, name: str = "nong_van_thu") -> Person:
    """Whatever they were told, it was not what they meant."""
    person = await asks(house, words, name)
    await person.press("Không đúng ý tôi")
    return person


async def human_asks(house: House, words: str = ASKED) -> Person:
    person = house.person("nong_van_thu")
    await person.say("/start")
    await person.press("Gặp cán bộ")
    await person.say(words)
    return person


async def tries(member: Person) -> None:
    """And looks at what came of it."""
    await member.press("Thử trước")
    if any("trên bản sao." in message.text for message in member.messages[-2:]):
        await member.press_token("staff/try")  # it took more than a moment


async def a_new_topic(member: Person, *, source: str = "Điều lệ 1/ĐL") -> None:
    """From the screen that asks for the topic, up to the preview."""
    await member.press("Chủ đề mới")
    await member.press("Lấy đúng câu trên")
    await member.say(ANSWER)
    await member.press(source)
    if source == "Điều lệ 1/ĐL":
        await member.say("4")
        await member.press("Của Hội thi này, hoặc luật đang có hiệu lực")
    else:
        await member.press("Hôm nay")
    await member.say(OTHERWISE)
    await member.say("gắn bóng đèn nháy lên diều")
    await tries(member)


async def decides(house: House, member: Person, yes: bool = True) -> None:
    (proposal, *_) = await house.app.storage.proposals(("waiting",))
    await member.press_token(f"staff/{'approve' if yes else 'refuse'}/{proposal.number}")


def heard(person: Person, of: str) -> bool:
    return any(of in message.text for message in person.messages)


# --- the whole story -----------------------------------------------------------------------------


async def test_what_one_farmer_asked_the_next_is_answered_with_its_source(
    house: House, secretary: Person, head: Person
) -> None:
    farmer = await human_asks(house)
    await secretary.press("Nhận")
    await secretary.say(ANSWER)
    await secretary.press("Gửi")
    assert ANSWER in farmer.last.text
    await secretary.press("Thêm vào hỏi đáp")
    assert "Nông Văn Thử" not in secretary.last.text
    assert "0912" not in secretary.last.text
    assert secretary.last.text.count(MARK) == 2
    assert "Tôi đã che" in secretary.last.text
    await secretary.say(PLAIN)
    assert "hỏi về điều nào" in secretary.last.text
    await a_new_topic(secretary)
    shown = secretary.last.text
    assert "Chủ đề mới: «Diều đèn led có được thi không?»" in shown
    assert ANSWER in shown
    assert "Nguồn: Điều lệ 1/ĐL, mục 4. Chính thức." in shown
    assert "  sau: trả lời «Diều đèn led có được thi không?»" in shown
    assert "Thử trên bản sao với 2 câu hỏi" in shown
    await secretary.press("Đề nghị")
    assert "Đề nghị" not in secretary.labels
    # the other one decides, and reads the same
    await head.press_token("staff/proposals")
    await head.press("Xem việc số 1")
    assert ANSWER in head.last.text
    assert "Nguồn: Điều lệ 1/ĐL, mục 4. Chính thức." in head.last.text
    before = house.app.contest
    house.clock.forward(minutes=3)
    await decides(house, head)
    assert house.app.contest is not before
    assert "Việc số 1: đã học xong lúc 09:03" in secretary.last.text
    assert heard(head, "đã học xong")
    other = await asks(house, OTHERWISE, "ly_thi_thu")
    assert ANSWER in other.last.text
    assert other.last.note == "Nguồn: Điều lệ 1/ĐL, mục 4. Chính thức."
    done = [what for _, what in await log(house)]
    assert done[-4:] == ["proposed", "looked", "approved", "carried_out"]


async def test_another_phrasing_of_a_topic_is_proposed_in_three_steps(
    house: House, secretary: Person, head: Person
) -> None:
    await asks_in_vain(house, "keo nếp dùng nhé em ơi hả")
    await secretary.press_token("staff/unanswered")
    assert "1 nhóm câu hỏi" in secretary.last.text
    assert "keo nếp" not in secretary.last.text  # words stand on the group's own screen only
    await secretary.press("Xem nhóm 1")
    first = secretary.messages[-2]
    assert "«keo nếp dùng nhé em ơi hả»" in first.text
    assert "nong_van_thu" not in str([m.to_json() for m in secretary.messages])
    await secretary.press("Thêm vào hỏi đáp")
    await secretary.press("Dùng câu này")
    await secretary.say("keo")
    assert "Tìm «keo» thấy:" in secretary.last.text
    await secretary.press("Dùng keo gì?")
    await tries(secretary)
    assert "Câu mẫu mới cho «Dùng keo gì?»" in secretary.last.text
    assert "Từ 1 câu hỏi của mọi người" in secretary.last.text
    await secretary.press("Đề nghị")
    await secretary.press_token("staff/unanswered")
    assert "Không còn câu hỏi" in secretary.last.text  # it is being seen to
    await decides(house, head, yes=False)
    await secretary.press_token("staff/unanswered")
    assert "1 nhóm" in secretary.last.text  # refused: it is nobody's again


async def test_what_the_office_says_is_never_official(
    house: House, secretary: Person, head: Person
) -> None:
    await human_asks(house)
    await secretary.press_token("staff/teach/1")
    await secretary.say(PLAIN)
    await a_new_topic(secretary, source="Trả lời của Câu lạc bộ")
    note = "Tham khảo: Trả lời của Câu lạc bộ, ngày 23/11/2026. Lời nói, chưa phải điều lệ."
    assert note in secretary.last.text
    await secretary.press("Đề nghị")
    await decides(house, head)
    other = await asks(house, PLAIN, "ly_thi_thu")
    assert other.last.note == note


# --- what is refused -----------------------------------------------------------------------------


async def test_personal_data_does_not_get_through(house: House, secretary: Person) -> None:
    await secretary.press_token("staff/teach")
    await secretary.say("gọi 0912345678 hỏi keo gì")
    assert "0912345678" not in secretary.last.text
    await secretary.press("Dùng câu này")
    assert "«gọi hỏi keo gì»" in secretary.last.text
    await secretary.press("Chủ đề mới")
    await secretary.say("Hỏi ông Nông Văn Thử")
    assert f"«Hỏi ông {MARK}»" in secretary.messages[-2].text
    await secretary.press("Lấy đúng câu trên")
    await secretary.say(ANSWER)
    await secretary.press("Điều lệ 1/ĐL")
    await secretary.press("Văn bản không chia mục")
    await secretary.press("Kỳ trước, nơi khác: chỉ để tham khảo")
    await secretary.say("stk 1903456789 nhé")
    assert "stk •••" in secretary.messages[-2].text
    chat = await house.app.storage.load(secretary.chat)
    assert "0912345678" not in str(chat.chat.answers)


async def test_the_same_words_are_never_two_topics(house: House, secretary: Person) -> None:
    await secretary.press_token("staff/teach")
    await secretary.say("Bao giờ thả diều")
    await secretary.say("keo")
    await secretary.press("Dùng keo gì?")
    await tries(secretary)
    assert "đã là câu mẫu của «Nộp diều đến bao giờ?»" in secretary.last.text
    assert "Đề nghị" not in secretary.labels
    await secretary.press("Sửa chủ đề")
    await secretary.press("Nộp diều đến bao giờ?")
    await tries(secretary)
    assert "đã có trong hỏi đáp rồi" in secretary.last.text
    await secretary.press_token("staff/propose/00000000")
    assert await house.app.storage.proposals(("waiting",)) == []


async def test_three_phrasings_that_are_one_are_not_three(house: House, secretary: Person) -> None:
    await secretary.press_token("staff/teach")
    await secretary.say(PLAIN)
    await secretary.press("Chủ đề mới")
    await secretary.press("Lấy đúng câu trên")
    await secretary.say("Có.")
    assert "ít nhất 20 chữ cái" in secretary.messages[-2].text
    await secretary.say(ANSWER)
    await secretary.press("Trả lời của Câu lạc bộ")
    await secretary.say("32/13/2026")
    assert "chưa đọc được ngày" in secretary.messages[-2].text
    await secretary.say("24/12/2026")
    await secretary.say("Diều đèn led có được thi không")
    await secretary.say("gắn bóng đèn nháy lên diều")
    await tries(secretary)
    assert "ít nhất 3 cách hỏi khác nhau" in secretary.last.text
    await secretary.press("Sửa cách hỏi thứ hai")
    await secretary.say(OTHERWISE)
    await tries(secretary)
    assert "còn chưa tới" in secretary.last.text  # the office has not said it yet
    await secretary.press("Sửa ngày trả lời")
    await secretary.say("20/11/2026")
    await tries(secretary)
    assert "ngày 20/11/2026" in secretary.last.text


async def test_only_what_was_looked_at_is_proposed(house: House, secretary: Person) -> None:
    await secretary.press_token("staff/teach")
    await secretary.say("miết cơm nguội lên giấy")
    await secretary.say("keo")
    await secretary.press("Dùng keo gì?")
    await tries(secretary)
    (stale,) = [b.token for b in secretary.last.buttons if b.label == "Đề nghị"]
    await secretary.press("Sửa")
    await secretary.press("Sửa câu hỏi")
    await secretary.say("miết hồ nếp lên giấy")
    await secretary.press_token(stale)
    assert "Nội dung đã khác" in secretary.messages[-2].text
    assert "hồ nếp" in secretary.last.text
    await secretary.press("Đề nghị")
    (proposal,) = await house.app.storage.proposals(("waiting",))
    assert proposal.detail["phrasings"] == ["miết hồ nếp lên giấy"]
    await secretary.press_token("staff/try")
    assert "Chưa có câu nào" in secretary.last.text


# --- what fails ----------------------------------------------------------------------------------


class Fails(Here):
    async def run(self, function, *args, **kwargs):  # type: ignore[no-untyped-def]
        raise MemoryError


async def test_what_cannot_be_learnt_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    memory = Memory()
    async with a_house(tmp_path, pack=TINY, storage=memory, workers=Fails()) as house:
        secretary = await staff(house, "secretary", "secretary")
        head = await staff(house, "head", "head")
        await secretary.press_token("staff/teach")
        await secretary.say("miết cơm nguội lên giấy")
        await secretary.say("keo")
        await secretary.press("Dùng keo gì?")
        await tries(secretary)
        assert "chưa thử được" in secretary.last.text
        await secretary.press("Đề nghị")
        await decides(house, head)
        assert "Việc số 1: máy chưa học được" in secretary.last.text
        assert heard(head, "máy chưa học được")
        told = len(secretary.messages)
        await house.app.schedule.look()
        await house.app.idle()
        assert len(secretary.messages) == told  # once
        person = await asks(house, "dán bằng keo gì")
        assert "Keo nào cũng được" in person.last.text  # the old answers go on
    async with a_house(tmp_path, pack=TINY, storage=memory) as house:
        await house.app.schedule.look()  # learnt at the start, and told
        await house.app.idle()
        assert heard(house.person("secretary"), "đã học xong")


async def test_a_group_is_left_out_without_what_came_after_it_was_shown(
    house: House, secretary: Person
) -> None:
    await asks_in_vain(house, "pin mặt trời gắn lên")
    await secretary.press_token("staff/gap/1")
    (skip,) = [b.token for b in secretary.last.buttons if b.label == "Bỏ qua"]
    await asks_in_vain(house, "pin mặt trời gắn lên nữa", "ly_thi_thu")
    await secretary.press_token(skip)
    assert "Đã bỏ qua 1 câu" in secretary.last.text
    (left,) = await house.app.storage.gaps(10)
    assert left.number == 2
    await secretary.press_token(skip)
    assert "không còn" in secretary.last.text
    assert (await log(house))[-1] == (1, "left_out")
    await secretary.press_token("staff/audit")


async def test_an_adviser_teaches_only_from_what_they_may_see(house: House) -> None:
    await staff(house, "secretary", "secretary")
    adviser = await staff(house, "adviser", "adviser")
    await human_asks(house)  # the secretary's
    await adviser.press_token("staff/teach/1")
    assert "không còn" in adviser.last.text
    assert not heard(adviser, "led")


async def test_what_shows_a_persons_words_goes_with_the_person(
    house: House, secretary: Person
) -> None:
    await asks_in_vain(house, "pin mặt trời gắn lên")
    await secretary.press_token("staff/gap/1")
    await secretary.press("Thêm vào hỏi đáp")
    kept = house.app.storage
    assert isinstance(kept, Memory)
    about = [out for out in kept.outbox if "pin mặt trời" in str(out.pending.body)]
    assert about
    assert {out.about for out in about if out.pending.chat == secretary.chat} == {1}


def test_every_button_of_the_dialog_fits_a_channel() -> None:
    from contest.teaching import new_id
    from dialog.engine import token
    from handlers.staff.teaching import NAME

    assert len(token(NAME, "question", "x" * 24)) <= 64
    assert re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,23}", new_id("Gì đó?"))
