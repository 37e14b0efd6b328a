"""What every storage promises about questions that found no good answer."""

from __future__ import annotations

from datetime import timedelta

from contest.model import Asked
from contest.staff import Answering, Claiming, Closing, LeavingOut
from storage.port import Outgoing, Storage
from tests.storage.test_desk import FARMER, HOUR, ONE, joined, says, turn
from tests.talk import NOW


async def numbers(storage: Storage, most: int = 100) -> list[int]:
    return [question.number for question in await storage.gaps(most)]


async def asks(storage: Storage, *asked: Asked) -> None:
    await turn(storage, FARMER, asked=list(asked))


async def test_what_found_no_good_answer_is_kept_until_staff_are_done_with_it(
    storage: Storage,
) -> None:
    await joined(storage, ONE)
    await asks(
        storage,
        Asked("unanswered", "máy bay có thi không"),
        Asked("human", "gọi cho tôi"),  # a person was asked for
        Asked("wrong", "hạn của tỉnh bạn", "han_nop"),
        Asked("refused", ""),  # without words
        Asked("outside", "giá ngô hôm nay"),
        Asked("refused", "thi bằng xe được không"),
    )
    assert await numbers(storage) == [1, 3, 5, 6]
    assert await numbers(storage, 2) == [5, 6]
    first, *_ = await storage.gaps(10)
    assert (first.asked.kind, first.asked.text, first.files) == (
        "unanswered", "máy bay có thi không", (),
    )  # fmt: skip
    # an answer to one person is no answer to the next
    await turn(storage, ONE, Claiming(1, 0))
    await turn(storage, ONE, Answering(1, 1, NOW + HOUR), told=[says(FARMER)])
    await turn(storage, ONE, Closing(6, 0, "outside"))
    assert await numbers(storage) == [1, 3, 5]
    await turn(storage, ONE, LeavingOut((3, 5, 77)))
    assert await numbers(storage) == [1]
    (line, *_) = await storage.audit()
    assert (line.by, line.what, line.detail) == (1, "left_out", {"questions": [3, 5, 77]})


async def test_they_go_with_the_person_and_with_time(storage: Storage) -> None:
    await joined(storage, ONE)
    await asks(storage, Asked("unanswered", "a b"), Asked("unanswered", "c d"))
    assert await storage.answer_question(1, Outgoing({"text": "x"}, NOW), NOW)
    assert await numbers(storage) == [1, 2]
    await storage.forget(NOW + timedelta(days=1))
    assert await numbers(storage) == [2]
    assert await storage.erase(2, Outgoing({"text": "x"}, NOW), NOW)
    assert await numbers(storage) == []
