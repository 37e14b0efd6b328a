"""Somebody says where they live, in the words people use."""

from __future__ import annotations

import pytest

from tests.talk import House


@pytest.mark.parametrize("said", ["xã Yên Phúc", "em ở Thất Khê ạ", "thi tran dong mo"])
async def test_a_place_said_before_it_was_asked_is_heard(house: House, said: str) -> None:
    (found,) = await house.person().say(said)
    assert found.text.startswith("Nơi của anh/chị từ 1/7/2025 là")


@pytest.mark.parametrize("said", ["ở Thất Khê có ai giúp không?", "Chí Minh là ai", "lịch"])
async def test_a_question_that_names_a_place_is_no_place(house: House, said: str) -> None:
    messages = await house.person().say(said)
    assert not any("Nơi của anh/chị" in m.text for m in messages)


async def test_a_district_said_next_tells_apart_what_a_name_left_open(house: House) -> None:
    person = house.person()
    await person.press_token("commune/open")
    (which,) = await person.say("hoa binh")
    assert which.text.startswith("Có vài nơi")
    (found,) = await person.say("huyện chi lăng")
    assert "là Xã Vạn Linh" in found.text


async def test_a_choice_can_be_taken_by_its_number(house: House) -> None:
    person = house.person()
    await person.press_token("commune/open")
    await person.say("hoa binh")
    labels = person.labels
    (found,) = await person.say("2")
    assert labels[1].split(" (")[0] in found.text


async def test_a_guess_is_confirmed_or_taken_back(house: House) -> None:
    person = house.person()
    await person.press_token("commune/open")
    (guess,) = await person.say("dong moo")
    assert guess.text.startswith("Có phải anh/chị muốn nói Xã Chi Lăng")
    (again,) = await person.say("không phải")
    assert again.text.startswith("Anh/chị ở xã, phường nào?")
    await person.say("dong moo")
    (found,) = await person.say("đúng rồi")
    assert "là Xã Chi Lăng" in found.text


async def test_a_question_in_between_does_not_hide_the_choices(house: House) -> None:
    person = house.person()
    await person.press_token("commune/open")
    await person.say("hoa binh")
    labels = person.labels
    answer, again = await person.say("hạn nộp là bao giờ nhỉ?")
    assert answer.text.startswith("Còn 188 ngày")
    assert again.text.startswith("Có vài nơi")
    assert person.labels[: len(labels)] == labels


async def test_opening_it_again_begins_anew_and_continue_does_not(house: House) -> None:
    person = house.person()
    await person.press_token("commune/open")
    await person.say("hoa binh")
    await person.say("menu")
    (again,) = await person.say("tiếp tục")
    assert again.text.startswith("Có vài nơi")
    (anew,) = await person.press_token("commune/open")
    assert anew.text.startswith("Anh/chị ở xã, phường nào?")


async def test_a_unit_that_was_divided_says_so(house: House) -> None:
    person = house.person()
    (found,) = await person.say("xã Châu Sơn")
    assert "Xã Kiên Mộc (một phần)" in found.text
    assert "Bảng do người ngoài tổng hợp" in found.note
    (which,) = await person.say("xã Bính Xá")
    assert which.text.startswith("Có vài nơi")


async def test_only_the_names_of_the_pack_are_given_as_examples(house: House) -> None:
    person = house.person()
    await person.press_token("commune/open")
    refused, _ = await person.say("Xyz Abc")
    assert "«Yên Phúc», «Đồng Mỏ»" in refused.text
