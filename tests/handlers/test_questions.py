from __future__ import annotations

from storage.port import ChatState
from tests.talk import House

WRONG = "Không đúng ý tôi"


async def test_an_answer_that_was_not_meant_leads_to_the_next_likely_ones(house: House) -> None:
    person = house.person()
    await person.say("Hạn nộp hồ sơ là ngày nào?")
    (offer,) = await person.press(WRONG)
    assert offer.text.startswith("Tôi hiểu chưa đúng")
    labels = [button.label for button in offer.buttons]
    assert "Hạn nộp hồ sơ là ngày nào?" not in labels
    assert "Không phải các ý này" in labels
    assert "Gặp cán bộ" in labels
    (question,) = await house.app.storage.questions()
    assert (question.asked.kind, question.asked.topic) == ("wrong", "han_nop")
    assert question.asked.text == "Hạn nộp hồ sơ là ngày nào?"


async def test_pressing_it_twice_is_counted_once_and_leads_to_a_human(house: House) -> None:
    person = house.person()
    answer = (await person.say("Hạn nộp hồ sơ là ngày nào?"))[0]
    token = next(b.token for b in answer.buttons if b.label == WRONG)
    await person.press_token(token)
    (again,) = await person.press_token(token)
    assert "cán bộ" in again.text
    assert len(await house.app.storage.questions()) == 1


async def test_none_of_the_next_either_goes_to_the_staff(house: House) -> None:
    person = house.person()
    await person.say("Hạn nộp hồ sơ là ngày nào?")
    await person.press(WRONG)
    await person.press("Không phải các ý này")
    kinds = [question.asked.kind for question in await house.app.storage.questions()]
    assert sorted(kinds) == ["refused", "wrong"]


async def test_two_questions_get_two_answers(house: House) -> None:
    person = house.person()
    first, second = await person.say("hạn nộp là ngày nào và có mất phí không")
    assert "30/5/2027" in first.text
    assert "lệ phí" in second.text
    assert WRONG in [button.label for button in second.buttons]


async def test_and_what_about_follows_on_what_was_answered(house: House) -> None:
    person = house.person()
    await person.say("Dự thi có mất phí không?")
    (said,) = await person.say("thế còn nhóm thì sao?")
    assert "chưa có câu trả lời" not in said.text


def test_a_chat_kept_by_an_earlier_release_is_read() -> None:
    old = ChatState(unanswered="x").to_json()
    del old["answered"]
    assert ChatState.from_json(old) == ChatState(unanswered="x")
    now = ChatState(answered=("hạn?", "han_nop"))
    assert ChatState.from_json(now.to_json()) == now
