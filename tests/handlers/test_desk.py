"""From a farmer's question to an answer by the staff, and what lies between."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from bot.channels.port import Message
from contest.calendar import ZONE
from contest.desk import Case
from contest.staff import StaffRole
from storage.memory import Memory
from tests.filling import Farmer, NoPapers
from tests.handlers.test_staff import staff
from tests.talk import House, Person, a_house, bytes_of

ASKED = "Máy tôi nặng 300 cân, chở lên tỉnh kiểu gì?"
FRIDAY = datetime(2026, 11, 20, 16, 0, tzinfo=ZONE)
BEFORE_TET = datetime(2027, 2, 3, 16, 0, tzinfo=ZONE)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        yield house


@pytest.fixture
async def secretary(house: House) -> Person:
    return await staff(house, "secretary", "secretary")


async def farmer_asks(house: House, words: str = ASKED, name: str = "nong_van_thu") -> Person:
    person = house.person(name)
    await person.say("/start")
    await person.press("Gặp cán bộ")
    await person.say(words)
    return person


async def look(house: House, hours: float = 0) -> None:
    """What the desk does after so many hours."""
    house.clock.forward(hours=hours)
    await house.app.schedule.look()
    await house.app.idle()


async def case(house: House, number: int = 1) -> Case:
    found = await house.app.storage.case(number)
    assert found is not None
    return found.case


def heard(person: Person, of: str) -> list[Message]:
    return [message for message in person.messages if of in message.text]


async def answers(member: Person, words: str, number: int = 1) -> None:
    await member.press_token(f"staff/claim/{number}")
    await member.say(words)
    await member.press("Gửi")


# --- the whole story -----------------------------------------------------------------------------


async def test_a_question_is_answered_by_voice_and_goes_on(house: House, secretary: Person) -> None:
    farmer = await farmer_asks(house)
    assert "Câu hỏi của anh/chị (số 1) đã chuyển tới cán bộ" in farmer.last.text
    assert ASKED in secretary.last.text
    assert "xin gặp cán bộ" in secretary.last.text
    assert secretary.labels == ["Nhận", "Chuyển", "Đóng"]
    await secretary.press("Nhận")
    assert "Câu hỏi số 1 là của anh/chị" in secretary.last.text
    await secretary.send("tra-loi.wav")
    assert "Gửi cho người hỏi câu số 1?" in secretary.last.text
    assert not heard(farmer, "trả lời câu hỏi của anh/chị")  # nothing goes out unconfirmed
    await secretary.say("có")
    assert "Đã gửi câu trả lời số 1" in secretary.last.text
    answer = farmer.last
    assert "Cán bộ Hội thi trả lời" in answer.text
    assert ASKED in answer.text
    assert [file.name for file in answer.files] == ["tra-loi.wav"]
    assert [b.label for b in answer.buttons] == ["Hỏi thêm", "Menu"]
    assert "Liên hiệp" in answer.note  # signed by the office
    file = await house.app.storage.file_of(farmer.chat, answer.files[0].sha256)
    assert file is not None
    assert file.ours
    (ack,) = await farmer.say("Thế ai đón ở đó?")
    assert "Tôi đã chuyển cho cán bộ vừa trả lời" in ack.text
    assert "Thế ai đón ở đó?" in secretary.last.text
    assert await farmer.say("Tôi đi một mình thôi.") == []  # the rule is told once
    assert "đi một mình" in secretary.last.text
    assert (await case(house)).waiting
    await secretary.press("Trả lời")
    await secretary.say("Chị Thử đón ở cổng.")
    await secretary.press("Gửi")
    assert "Chị Thử đón ở cổng." in farmer.last.text
    await farmer.say("Vậy tôi hiểu rồi, thôi khỏi gọi nhé.")
    await secretary.press("Đóng")
    await secretary.press("Đã giải quyết")
    assert "đã giải quyết xong" in farmer.last.text
    (said,) = await farmer.say("Hạn nộp hồ sơ là ngày nào?")
    assert "30/5/2027" in said.text  # the assistant again
    done = [(a.by, a.what) for a in reversed(await house.app.storage.audit())]
    assert done[-4:] == [(1, "claimed"), (1, "answered"), (1, "answered"), (1, "closed")]
    assert await house.app.storage.questions() == []


async def test_nothing_else_about_the_person_is_shown(house: House, secretary: Person) -> None:
    farmer = await farmer_asks(house)
    shown = secretary.last.to_json()
    assert farmer.chat.id not in str(shown)
    await secretary.press("Nhận")
    await secretary.press_token("staff/mine")
    assert "Số 1 (xin gặp cán bộ)" in secretary.last.text
    assert ASKED not in secretary.last.text  # words stand on the question's own screen only


async def test_no_member_is_named_to_the_person(house: House, secretary: Person) -> None:
    await secretary.press("Đặt tên gọi")
    await secretary.say("Lý Thị Thử")
    farmer = await farmer_asks(house)
    await answers(secretary, "Cứ đến nhé.")
    assert not heard(farmer, "Lý Thị Thử")


async def test_the_files_of_a_question_come_with_it(house: House, secretary: Person) -> None:
    person = house.person("nong_van_thu")
    await person.say("/start")
    await person.send("may.jpg")
    await person.press("Gặp cán bộ")
    await person.say(ASKED)
    (file,) = secretary.last.files
    assert (file.name, file.kind) == ("may.jpg", "picture")
    assert "Kèm 1 tệp" in secretary.last.text
    path = house.app.files.path(file.sha256)
    assert path is not None
    assert path.read_bytes() == bytes_of("may.jpg")
    assert await house.app.storage.file_of(secretary.chat, file.sha256) is not None
    # and go with the person's own, wherever they were shown
    await secretary.press_token("staff/question/1")
    await house.app.storage.erase(1, _message(house), house.clock())
    assert await house.app.storage.file_of(secretary.chat, file.sha256) is None


def _message(house: House):  # type: ignore[no-untyped-def]
    from storage.port import Outgoing

    return Outgoing({"text": "xong", "lang": "vi"}, house.clock())


async def test_what_the_assistant_made_of_it_is_shown(house: House, secretary: Person) -> None:
    person = house.person("nong_van_thu")
    await person.say("Hạn nộp hồ sơ là ngày nào?")
    await person.press("Không đúng ý tôi")
    assert "«Hạn cuối nộp hồ sơ là ngày nào?», người hỏi bảo không đúng ý" in secretary.last.text
    assert not heard(person, "đã chuyển tới cán bộ")  # nobody told them that it is kept


# --- one question each ---------------------------------------------------------------------------


async def test_the_same_words_again_are_one_question(house: House, secretary: Person) -> None:
    person = house.person("nong_van_thu")
    await person.say("Hạn nộp hồ sơ là ngày nào?")
    await person.press("Không đúng ý tôi")
    await person.press("Không phải các ý này")
    assert len(heard(secretary, "Câu hỏi số")) == 1
    assert len(await house.app.storage.questions()) == 1
    assert (await case(house, 2)).closed == "double"


async def test_what_does_not_belong_here_is_only_listed(house: House, secretary: Person) -> None:
    await house.person("nong_van_thu").say("Mai có mưa không để tôi còn phơi ngô")
    (question,) = await house.app.storage.questions()
    assert question.asked.kind == "outside"
    assert not heard(secretary, "Câu hỏi số")
    await secretary.press_token("staff/mine")
    assert "ngoài Hội thi" in secretary.last.text


async def test_the_waiting_time_is_told_once(house: House, secretary: Person) -> None:
    farmer = await farmer_asks(house)
    await farmer.press_token("human/open")
    await farmer.say("Còn máy nhỏ thì sao hả cán bộ?")
    assert len(heard(farmer, "đã chuyển tới cán bộ")) == 1
    assert len(heard(secretary, "Câu hỏi số")) == 2


@pytest.mark.parametrize(
    ("roles", "promise"),
    [
        ((), ""),
        (("secretary",), "Nếu đến 11:00, 23/11/2026 chưa ai nhận"),
        (("head",), "Nếu đến 09:00, 25/11/2026 chưa ai nhận"),  # the 24th is a holiday
    ],
)
async def test_only_what_will_happen_is_promised(
    house: House, secretary: Person, roles: Sequence[StaffRole], promise: str
) -> None:
    for role in roles:
        await staff(house, role + "2", role)
    farmer = await farmer_asks(house)
    told = heard(farmer, "đã chuyển tới cán bộ")[0].text
    assert promise in told
    assert ("chưa ai nhận" in told) == bool(promise)


async def test_without_staff_nothing_is_promised_and_nothing_is_lost(house: House) -> None:
    farmer = await farmer_asks(house)
    assert not heard(farmer, "đã chuyển tới cán bộ")
    assert len(await house.app.storage.questions()) == 1
    await staff(house, "secretary", "secretary")  # who comes later finds it
    assert heard(house.person("secretary"), ASKED)


async def test_who_comes_to_many_questions_is_not_flooded(house: House) -> None:
    for n in range(9):
        await farmer_asks(house, f"Máy nặng {n} tấn thì chở kiểu gì?", f"nguoi_{n}")
    secretary = await staff(house, "secretary", "secretary")
    assert len(heard(secretary, "Câu hỏi số")) == 3
    assert "Còn 6 câu hỏi nữa" in secretary.last.text
    await look(house)
    assert "Còn 6 câu hỏi nữa" in secretary.last.text
    await secretary.press("Việc của tôi")
    assert "Có 9 câu hỏi" in secretary.last.text
    await secretary.press("Xem tiếp")
    assert "Số 9" in secretary.last.text


async def test_whoever_asks_is_not_asked(house: House, secretary: Person) -> None:
    await farmer_asks(house, name="secretary")
    assert not heard(secretary, "Câu hỏi số 1 (")
    other = await staff(house, "other", "secretary")
    assert heard(other, "Câu hỏi số 1 (")


# --- more and more of them -----------------------------------------------------------------------


@pytest.mark.parametrize("begin", [FRIDAY, BEFORE_TET], ids=["weekend", "tet"])
async def test_it_rises_over_days_off(house: House, begin: datetime) -> None:
    house.clock.now = begin
    team = {
        name: await staff(house, name, role)
        for name, role in (("a", "secretary"), ("b", "secretary"), ("head", "head"))
    }  # type: dict[str, Person]
    farmer = await farmer_asks(house)
    assert [name for name, who in team.items() if heard(who, ASKED)] == ["a"]
    promised = heard(farmer, "chưa ai nhận")[0].text
    told: list[str] = []
    while len(told) < 2:
        counts = {name: len(heard(who, ASKED)) for name, who in team.items()}
        await look(house, hours=0.25)
        more = [name for name, who in team.items() if len(heard(who, ASKED)) > counts[name]]
        if more:
            told.append(f"{house.clock.now:%d/%-m %H:%M} {' '.join(more)}")
    weekend = ["23/11 08:30 a b", "23/11 16:00 a b head"]
    assert told == (weekend if begin == FRIDAY else ["11/2 08:30 a b", "11/2 16:00 a b head"])
    assert ("08:30, 23/11/2026" if begin == FRIDAY else "08:30, 11/2/2027") in promised


async def test_nobody_is_woken_at_night(house: House, secretary: Person) -> None:
    house.clock.now = datetime(2026, 11, 23, 22, 30, tzinfo=ZONE)
    farmer = await farmer_asks(house)
    assert not heard(secretary, ASKED)
    house.clock.now = datetime(2026, 11, 24, 7, 0, tzinfo=ZONE)
    await look(house)
    assert heard(secretary, ASKED)
    assert "bắt đầu lúc 07:30, 25/11/2026" in farmer.last.text  # the 24th is a holiday


async def test_a_claim_that_is_forgotten_comes_back(house: House, secretary: Person) -> None:
    head = await staff(house, "head", "head")
    await farmer_asks(house)
    await secretary.press("Nhận")
    await look(house, hours=47)
    assert not heard(head, ASKED)
    await look(house, hours=1)
    assert heard(head, ASKED)
    await secretary.say("Muộn mất rồi nhỉ.")
    await secretary.press("Gửi")
    assert "không còn ở anh/chị" in secretary.last.text
    await secretary.press_token("staff/claim/1")
    assert "Muộn mất rồi nhỉ." in secretary.last.text  # what was written is still there
    await secretary.press("Gửi")
    assert "Đã gửi" in secretary.last.text


async def test_the_same_look_twice_says_it_once(tmp_path: Path) -> None:
    """Also after the program began anew: what was brought is in the storage, with its messages."""
    storage = Memory()
    async with a_house(tmp_path, storage=storage, workers=NoPapers()) as house:
        secretary = await staff(house, "secretary", "secretary")
        await farmer_asks(house)
        await look(house)
        await look(house)
        assert len(heard(secretary, ASKED)) == 1
        ids, clock = house.ids, house.clock
    async with a_house(tmp_path, storage=storage, clock=clock, workers=NoPapers()) as house:
        house.ids = ids
        await look(house)
        assert house.heard == {}


# --- several hands -------------------------------------------------------------------------------


async def test_who_comes_second_is_told_who_was_first(house: House, secretary: Person) -> None:
    await secretary.press("Đặt tên gọi")
    await secretary.say("Lý Thị Thử")
    other = await staff(house, "other", "secretary")
    await farmer_asks(house)
    await look(house, hours=3)
    await secretary.press_token("staff/claim/1")
    await other.press("Nhận")
    assert "đã có Lý Thị Thử (số 1) nhận" in other.last.text
    for command in ("hand", "close", "back", "answer", "send", "again"):
        await other.press_token(f"staff/{command}/1")
        assert "đã có Lý Thị Thử (số 1) nhận" in other.last.text, command
    assert (await case(house)).claimed_by == 1


async def test_a_question_is_handed_on(house: House, secretary: Person) -> None:
    await farmer_asks(house)
    await secretary.press("Chuyển")
    assert "Chưa có ai ở vai khác" in secretary.last.text
    adviser = await staff(house, "adviser", "adviser")
    await secretary.press_token("staff/hand/1")
    await secretary.press("Tư vấn (Sở KH&CN)")
    assert "Đã chuyển câu hỏi số 1" in secretary.last.text
    assert ASKED in adviser.last.text
    await adviser.press("Nhận")
    assert (await case(house)).claimed_by == 2


async def test_a_question_about_rights_goes_to_the_adviser(house: House, secretary: Person) -> None:
    adviser = await staff(house, "adviser", "adviser")
    await farmer_asks(house, "Đăng ký sáng chế, sở hữu trí tuệ thì hỏi ai?")
    assert "sở hữu trí tuệ" in adviser.last.text
    assert not heard(secretary, "Câu hỏi số 1")
    await secretary.press_token("staff/mine")  # and secretaries see those of the others too
    assert "Số 1" in secretary.last.text


async def test_the_officer_of_their_commune_is_asked_about_the_commune(
    house: House, secretary: Person
) -> None:
    officer = await staff(house, "officer", "officer", "xa-chi-lang")
    other = await staff(house, "other", "officer", "xa-bac-son")
    person = house.person("nong_van_thu")
    await person.press_token("commune/at/xa-chi-lang")
    await farmer_asks(house, "Ai giúp tôi làm hồ sơ? Có tập huấn không?")
    assert "Người hỏi ở: Xã Chi Lăng" in officer.last.text
    assert not heard(other, "Câu hỏi số 1")
    assert not heard(secretary, "Câu hỏi số 1")


async def test_who_was_not_brought_a_question_does_not_see_it(
    house: House, secretary: Person
) -> None:
    adviser = await staff(house, "adviser", "adviser")
    await farmer_asks(house)
    for command in ("question", "claim", "hand", "close", "back", "answer", "send", "again"):
        await adviser.press_token(f"staff/{command}/1")
        assert "không phải việc của anh/chị" in adviser.last.text, command
    await adviser.press_token("staff/mine")
    assert "Không có câu hỏi nào" in adviser.last.text
    assert not heard(adviser, ASKED)


async def test_a_claim_is_given_back(house: House, secretary: Person) -> None:
    other = await staff(house, "other", "secretary")
    await farmer_asks(house)
    await secretary.press("Nhận")
    await secretary.press("Trả lại")
    assert "Đã trả lại câu hỏi số 1" in secretary.last.text
    assert heard(other, ASKED)  # at once
    await other.press("Nhận")
    assert (await case(house)).claimed_by == 2


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("Trùng câu đã hỏi", "trùng với câu anh/chị đã hỏi"),
        ("Không phải việc của Hội thi", "không thuộc Hội thi"),
        ("Đã giải quyết", "đã giải quyết xong"),
    ],
)
async def test_a_question_is_closed_kindly(
    house: House, secretary: Person, why: str, told: str
) -> None:
    farmer = await farmer_asks(house)
    await secretary.press("Đóng")
    assert not heard(farmer, told)
    await secretary.press(why)
    assert told in farmer.last.text
    assert ASKED in farmer.last.text
    await secretary.press_token("staff/claim/1")
    assert "đã đóng" in secretary.last.text


async def test_who_is_ended_leaves_no_question_behind(house: House, secretary: Person) -> None:
    admin = await staff(house, "admin", "admin")
    other = await staff(house, "other", "secretary")
    await farmer_asks(house)
    await secretary.press("Nhận")
    await admin.press_token("staff/ended/1")
    assert heard(other, ASKED)
    await secretary.say("Trả lời đây")
    assert (await case(house)).waiting


# --- writing an answer ---------------------------------------------------------------------------


async def test_an_answer_may_come_in_pieces_and_be_begun_anew(
    house: House, secretary: Person
) -> None:
    farmer = await farmer_asks(house)
    await secretary.press("Nhận")
    await secretary.say("Sai bét")
    await secretary.press("Soạn lại")
    await secretary.say("Cán bộ đến xem tại nhà?")  # a question is an answer here
    await secretary.send("ban-do.jpg", caption="Đường đi đây")
    assert "Sai bét" not in secretary.last.text
    await secretary.press("Gửi")
    answer = farmer.last
    assert "Cán bộ đến xem tại nhà?\nĐường đi đây" in answer.text
    assert [file.kind for file in answer.files] == ["picture"]
    assert not heard(farmer, "Sai bét")


async def test_an_old_send_button_sends_nothing_again(house: House, secretary: Person) -> None:
    farmer = await farmer_asks(house)
    await answers(secretary, "Cứ đến nhé.")
    count = len(farmer.messages)
    await secretary.press_token("staff/send/1/yes")
    assert "Chưa có lời nào để gửi" in secretary.last.text
    assert len(farmer.messages) == count


async def test_two_answers_begun_are_both_kept(house: House, secretary: Person) -> None:
    one = await farmer_asks(house)
    two = await farmer_asks(house, "Máy nhỏ 5 cân thì gửi bưu điện được không cán bộ?", "nguoi_hai")
    await secretary.press_token("staff/claim/1")
    await secretary.say("Cho câu một")
    await secretary.press_token("staff/claim/2")
    await secretary.say("Cho câu hai")
    assert "Cho câu một" not in secretary.last.text
    await secretary.press("Gửi")
    await secretary.press_token("staff/answer/1")
    assert "Cho câu một" in secretary.last.text
    await secretary.press("Gửi")
    assert "Cho câu hai" in two.last.text
    assert "Cho câu một" in one.last.text


async def test_an_answer_that_is_too_long_is_not_taken(house: House, secretary: Person) -> None:
    await farmer_asks(house)
    await secretary.press("Nhận")
    said = await secretary.say("a " * 2000)
    assert "3.500" in said[0].text


async def test_answered_at_the_server_is_not_answered_again(
    house: House, secretary: Person
) -> None:
    farmer = await farmer_asks(house)
    await secretary.press("Nhận")
    await secretary.say("Cứ đến nhé.")
    await house.app.storage.answer_question(1, _message(house), house.clock())
    count = len(farmer.messages)
    await secretary.press("Gửi")
    assert not heard(farmer, "Cứ đến nhé.")
    assert "đã được trả lời" in secretary.last.text
    assert len(farmer.messages) <= count + 1


# --- while a human speaks ------------------------------------------------------------------------


@pytest.fixture
async def talking(house: House, secretary: Person) -> Person:
    """A farmer whom the secretary has answered."""
    farmer = await farmer_asks(house)
    await answers(secretary, "Cứ đến nhé.")
    return farmer


async def test_the_assistant_is_silent_until_two_hours_after_the_last_words(
    house: House, secretary: Person, talking: Person
) -> None:
    house.clock.forward(hours=1.9)
    await talking.say("Hạn nộp hồ sơ là ngày nào?")
    assert "Hạn nộp" in secretary.last.text
    house.clock.forward(hours=1.9)
    assert await talking.say("Dự thi có mất phí không?") == []
    house.clock.forward(hours=2.1)
    back, said = await talking.say("Hạn nộp hồ sơ là ngày nào?")
    assert "giờ tôi là trợ lý trả lời" in back.text
    assert "30/5/2027" in said.text
    (said,) = await talking.say("Hạn nộp hồ sơ là ngày nào?")  # told once
    assert "30/5/2027" in said.text


async def test_the_talk_can_be_ended(house: House, secretary: Person, talking: Person) -> None:
    await talking.say("Thế ai đón?")
    await talking.press("Nói với trợ lý")
    count = len(secretary.messages)
    (said,) = await talking.say("Hạn nộp hồ sơ là ngày nào?")
    assert "30/5/2027" in said.text
    assert len(secretary.messages) == count


async def test_buttons_and_commands_are_the_assistants(
    house: House, secretary: Person, talking: Person
) -> None:
    count = len(secretary.messages)
    await talking.say("menu")
    assert "Điều kiện" in " ".join(talking.labels) or len(talking.labels) > 5
    await talking.press("Lịch và hạn nộp")
    assert "30/5/2027" in talking.last.text
    await talking.say("cảm ơn")
    assert len(secretary.messages) == count


@pytest.mark.parametrize("words", ["vâng", "không", "2", "hồ sơ"])
async def test_short_words_are_for_the_human_too(
    house: House, secretary: Person, talking: Person, words: str
) -> None:
    await talking.say(words)
    assert f"«{words}»" in secretary.last.text


async def test_ask_more_leads_to_the_same_member(
    house: House, secretary: Person, talking: Person
) -> None:
    await talking.press("Hỏi thêm")
    assert "chuyển cho cán bộ vừa trả lời" in talking.last.text
    await talking.say("Thế ai đón?")
    assert "«Thế ai đón?»" in secretary.last.text
    assert len(await house.app.storage.questions(waiting=False)) == 1
    house.clock.forward(hours=3)
    await talking.press("Hỏi thêm")
    await talking.say("Thế còn ngày mai?")
    assert len(await house.app.storage.questions(waiting=False)) == 2


async def test_a_photo_goes_to_the_human(house: House, secretary: Person, talking: Person) -> None:
    await talking.send("cong.jpg", caption="Cổng này à?")
    assert "Cổng này à?" in secretary.last.text
    assert [file.name for file in secretary.last.files] == ["cong.jpg"]
    sha256 = secretary.last.files[0].sha256
    assert await house.app.storage.file_of(secretary.chat, sha256) is not None


async def test_what_a_dossier_has_asked_since_is_answered_to_the_dossier(
    house: House, secretary: Person
) -> None:
    farmer = await Farmer(house.person("nong_van_thu")).begin()
    await farmer.fill(until="why")
    await farmer_asks(house)
    await farmer.person.say("tiếp tục")
    house.clock.forward(minutes=1)
    await answers(secretary, "Cứ đến nhé.")
    house.clock.forward(minutes=1)
    await farmer.person.say("Thế ai đón?")  # the human spoke last
    assert "Thế ai đón?" in secretary.last.text
    house.clock.forward(minutes=1)
    await farmer.person.say("tiếp tục")
    assert await farmer.asked() == "why"
    count = len(secretary.messages)
    await farmer.person.say("Vì tách ngô bằng tay lâu quá.")
    assert len(secretary.messages) == count
    held = await farmer.dossier()
    assert held.code


async def test_when_the_member_is_ended_the_words_go_to_the_next(
    house: House, secretary: Person, talking: Person
) -> None:
    admin = await staff(house, "admin", "admin")
    other = await staff(house, "other", "secretary")
    await admin.press_token("staff/ended/1")
    await talking.say("Thế ai đón ở đó?")
    assert heard(other, "Thế ai đón ở đó?")
