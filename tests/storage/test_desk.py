"""What every storage promises about questions on the staff's desk."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

import pytest

from contest.desk import Bringing, Case, Talking
from contest.dossier import Opened
from contest.model import Asked
from contest.staff import (
    Act,
    Answering,
    Claiming,
    Closing,
    GivingBack,
    HandingOn,
    Inviting,
    Joining,
)
from dialog.event import ChatRef
from dialog.place import Answers
from storage.port import (
    Answered,
    Arrival,
    ChatFile,
    ChatState,
    Conflict,
    Outgoing,
    Save,
    Storage,
    Told,
)
from tests.talk import NOW

FARMER, OTHER = ChatRef("test", "farmer"), ChatRef("test", "other")
ONE, TWO = ChatRef("test", "one"), ChatRef("test", "two")
WORDS = "Máy nặng thì sao?"
HOUR = timedelta(hours=1)
IDS = count()


async def turn(
    storage: Storage,
    chat: ChatRef,
    *acts: Act,
    asked: Sequence[Asked] = (),
    files: Sequence[ChatFile] = (),
    told: Sequence[Told] = (),
    version: int | None = None,
    ends_talk: bool = False,
    at: datetime = NOW,
) -> None:
    """A turn of this chat. Raises Conflict, with the turn not done."""
    event = Arrival(chat, f"e{next(IDS)}", {"kind": "say", "text": "x"}, at)
    arrival = await storage.accept(event)
    assert arrival is not None
    seen = (await storage.load(chat)).version if version is None else version
    save = Save(
        arrival, seen, ChatState(lang="vi"), at, asked=tuple(asked), files=tuple(files),
        told=tuple(told), acts=acts, ends_talk=ends_talk,
    )  # fmt: skip
    try:
        await storage.save(save)
    except Conflict:
        now = (await storage.load(chat)).version
        await storage.save(Save(arrival, now, ChatState(lang="vi"), at))
        raise


async def joined(storage: Storage, chat: ChatRef) -> None:
    await storage.at_server(Inviting(chat.id, "secretary", NOW + HOUR), NOW)
    await turn(storage, chat, Joining(chat.id))


@pytest.fixture
async def office(storage: Storage) -> Storage:
    """Two secretaries, and a farmer's question."""
    await joined(storage, ONE)
    await joined(storage, TWO)
    await turn(storage, FARMER, asked=[Asked("human", WORDS, "noi_nop", "chi-lang")])
    return storage


async def case(storage: Storage, number: int = 1) -> Case:
    found = await storage.case(number)
    assert found is not None
    return found.case


async def version(storage: Storage, number: int = 1) -> int:
    return (await case(storage, number)).version


def to(version: int, *members: int, level: int = 1, number: int = 1) -> Bringing:
    return Bringing(number, version, "secretary", "chi-lang", level, members)


def says(chat: ChatRef, about: int | None = None) -> Told:
    return Told(chat, Outgoing({"text": "có câu hỏi"}, NOW, about=about))


async def waits_for(storage: Storage, chat: ChatRef) -> bool:
    return await storage.next_message(chat) is not None


async def log(storage: Storage) -> list[tuple[int | None, str]]:
    return [(a.by, a.what) for a in reversed(await storage.audit()) if "question" in a.detail]


async def test_a_question_stands_on_the_desk_until_it_is_answered(office: Storage) -> None:
    (waiting,) = await office.desk()
    asked = Asked("human", WORDS, "noi_nop", "chi-lang")
    assert (waiting.case, waiting.chat) == (Case(1, asked, NOW, "vi", unit="chi-lang"), FARMER)
    await turn(office, ONE, Claiming(1, 0))
    await turn(office, ONE, Answering(1, 1, NOW + HOUR))
    assert await office.desk() == []
    assert await office.questions() == []
    found = await case(office)
    assert (found.waiting, found.claimed_by, found.claimed_at, found.version) == (False, 1, NOW, 2)
    assert await office.case(2) is None
    assert await log(office) == [(1, "claimed"), (1, "answered")]


async def test_it_is_brought_once_with_its_messages(office: Storage) -> None:
    assert await office.bring(to(0, 1), [says(ONE)], NOW)
    assert not await office.bring(to(0, 2), [says(TWO)], NOW)  # the same once more
    found = await case(office)
    assert (found.role, found.level, found.moved_at) == ("secretary", 1, NOW)
    assert (found.brought_to, found.version) == ((1,), 1)
    assert await waits_for(office, ONE)
    assert not await waits_for(office, TWO)
    assert await office.bring(to(1, 1, 2, level=2), [says(TWO)], NOW)
    assert (await case(office)).brought_to == (1, 2)
    assert not await office.bring(to(7, 1, number=9), [], NOW)


async def test_of_two_who_bring_it_at_once_one_does(office: Storage) -> None:
    done = await asyncio.gather(*(office.bring(to(0, n), [says(ONE)], NOW) for n in (1, 2, 1, 2)))
    assert sorted(done) == [False, False, False, True]
    assert (await case(office)).version == 1


async def test_of_two_who_claim_it_at_once_one_has_it(office: Storage) -> None:
    done = await asyncio.gather(
        turn(office, ONE, Claiming(1, 0)),
        turn(office, TWO, Claiming(1, 0)),
        return_exceptions=True,
    )
    assert sorted(type(one) for one in done if one) == [Conflict]
    assert len(await log(office)) == 1
    assert (await case(office)).claimed_by == (await office.audit())[0].by


async def test_claimed_while_it_is_brought_to_others_is_one_of_both(office: Storage) -> None:
    done = await asyncio.gather(
        turn(office, ONE, Claiming(1, 0)),
        office.bring(to(0, 1, 2, level=2), [says(TWO)], NOW),
        return_exceptions=True,
    )
    claimed, brought = done[0] is None, done[1]
    assert claimed is not brought
    assert (await case(office)).claimed_by == (1 if claimed else None)
    assert await waits_for(office, TWO) is brought


@pytest.mark.parametrize(
    "act",
    [Claiming(1, 1), GivingBack(1, 1), HandingOn(1, 1, "head"), Closing(1, 1, "double"),
     Answering(1, 1, NOW)],
)  # fmt: skip
async def test_what_somebody_else_has_taken_is_theirs(office: Storage, act: Act) -> None:
    await turn(office, ONE, Claiming(1, 0))
    before = await case(office)
    with pytest.raises(Conflict):
        await turn(office, TWO, act, told=[says(FARMER)])
    assert await case(office) == before
    assert not await waits_for(office, FARMER)
    assert await log(office) == [(1, "claimed")]


@pytest.mark.parametrize(
    "act",
    [Claiming(1, 3), GivingBack(1, 3), HandingOn(1, 3, "head"), Closing(1, 3, "double"),
     Answering(1, 3, NOW), Claiming(9, 0)],
)  # fmt: skip
async def test_whoever_saw_another_version_does_nothing(office: Storage, act: Act) -> None:
    before = await case(office)
    with pytest.raises(Conflict):
        await turn(office, ONE, act)
    assert await case(office) == before


async def test_strangers_can_do_nothing(office: Storage) -> None:
    with pytest.raises(Conflict):
        await turn(office, OTHER, Claiming(1, 0))
    assert (await case(office)).claimed_by is None


async def test_it_is_given_back_and_handed_on(office: Storage) -> None:
    await office.bring(to(0, 1), [], NOW)
    await turn(office, ONE, Claiming(1, 1))
    await turn(office, ONE, GivingBack(1, 2))
    found = await case(office)
    assert (found.claimed_by, found.level, found.moved_at) == (None, 1, None)
    assert found.brought_to == (1,)
    await turn(office, TWO, HandingOn(1, 3, "adviser"))
    found = await case(office)
    assert (found.role, found.level, found.brought_to, found.version) == ("adviser", 0, (), 4)
    assert await log(office) == [(1, "claimed"), (1, "gave_back"), (2, "handed_on")]


async def test_it_is_closed_and_says_why(office: Storage) -> None:
    await turn(office, TWO, Closing(1, 0, "outside"), told=[says(FARMER)])
    found = await case(office)
    assert (found.closed, found.waiting) == ("outside", False)
    assert await waits_for(office, FARMER)
    with pytest.raises(Conflict):
        await turn(office, TWO, Answering(1, 1, NOW))


async def test_what_does_not_belong_here_is_only_listed(office: Storage) -> None:
    await turn(office, FARMER, asked=[Asked("outside", "Mai mưa không?")])
    assert [w.case.number for w in await office.desk()] == [1]
    assert [w.case.number for w in await office.desk(listed=True)] == [1, 2]


async def test_what_was_asked_twice_is_folded(office: Storage) -> None:
    await turn(office, FARMER, asked=[Asked("refused", WORDS)])
    assert await office.fold(2, 0, NOW)
    assert not await office.fold(2, 0, NOW)
    assert [w.case.number for w in await office.desk()] == [1]
    assert (await case(office, 2)).closed == "double"


async def answered(storage: Storage, chat: ChatRef = ONE, at: datetime = NOW) -> None:
    await turn(storage, chat, Claiming(1, await version(storage)), at=at)
    await turn(storage, chat, Answering(1, await version(storage), at + 2 * HOUR), at=at)


async def test_after_an_answer_they_talk(office: Storage) -> None:
    before = await office.load(FARMER)
    assert before.talking is None
    await answered(office, at=NOW + HOUR)
    now = await office.load(FARMER)
    assert now.talking == Talking(1, 1, NOW + HOUR, NOW + 3 * HOUR, NOW)
    # what was being thought when the answer came is thought again
    with pytest.raises(Conflict):
        await turn(office, FARMER, version=before.version)
    later = NOW + 2 * HOUR
    await turn(office, FARMER, asked=[Asked("human", "Thế 300 cân?", follows=1)], at=later)
    found = await case(office)
    assert found.asked.text == f"{WORDS}\n\nThế 300 cân?"
    assert (found.waiting, found.claimed_by, found.claimed_at) == (True, 1, later)
    talking = (await office.load(FARMER)).talking
    assert talking == Talking(1, 1, NOW + HOUR, later + 2 * HOUR, later, replied=True)
    await turn(office, ONE, Answering(1, found.version, later + 3 * HOUR), at=later + HOUR)
    talking = (await office.load(FARMER)).talking
    assert talking == Talking(1, 1, later + HOUR, later + 3 * HOUR, later)
    await turn(office, FARMER, ends_talk=True)
    assert (await office.load(FARMER)).talking is None


@pytest.mark.parametrize("over", ["ended", "closed", "given back", "brought", "not theirs"])
async def test_a_talk_that_is_over_is_not_gone_on_with(office: Storage, over: str) -> None:
    await answered(office)
    await turn(office, FARMER, asked=[Asked("human", "Thế 300 cân?", follows=1)])
    chat = FARMER
    match over:
        case "ended":
            await turn(office, FARMER, ends_talk=True)
        case "closed":
            await turn(office, ONE, Closing(1, await version(office), "settled"))
        case "given back":
            await turn(office, ONE, GivingBack(1, await version(office)))
        case "brought":
            assert await office.bring(to(await version(office), 2), [], NOW)
        case _:
            chat = OTHER
    before = await case(office)
    with pytest.raises(Conflict):
        await turn(office, chat, asked=[Asked("human", "…", follows=1)])
    assert await case(office) == before


async def test_one_talk_at_a_time(office: Storage) -> None:
    await turn(office, FARMER, asked=[Asked("human", "Gửi ở đâu?")])
    await answered(office)
    await turn(office, TWO, Claiming(2, 0))
    await turn(office, TWO, Answering(2, 1, NOW + HOUR))
    talking = (await office.load(FARMER)).talking
    assert talking is not None
    assert (talking.question, talking.member) == (2, 2)
    await turn(office, FARMER, ends_talk=True)
    assert (await office.load(FARMER)).talking is None


async def test_an_answer_at_the_server_is_an_answer(office: Storage) -> None:
    await turn(office, ONE, Claiming(1, 0))
    assert await office.answer_question(1, Outgoing({"text": "…"}, NOW), NOW)
    with pytest.raises(Conflict):
        await turn(office, ONE, Answering(1, 1, NOW + HOUR))
    assert (await office.load(FARMER)).talking is None


# --- files ---------------------------------------------------------------------------------------


def a_file(letter: str, ours: bool = False) -> ChatFile:
    return ChatFile(letter * 64, f"{letter}.jpg", "image/jpeg", 5, ours)


async def filed(storage: Storage, file: ChatFile, chat: ChatRef = FARMER) -> None:
    """Into a dossier."""
    arrival = await storage.accept(Arrival(chat, f"e{next(IDS)}", {}, NOW))
    assert arrival is not None
    save = Save(arrival, (await storage.load(chat)).version, ChatState(lang="vi"), NOW)
    answers = Answered("ABC23D", 0, Answers({"photos": []}), (file,))
    await storage.save(replace(save, deeds=(Opened("ABC23D"),), answered=(answers,), files=(file,)))


async def test_the_files_of_a_question_come_with_it_and_no_others(storage: Storage) -> None:
    await joined(storage, ONE)
    await joined(storage, TWO)
    for letter, before in (("a", 2 * HOUR), ("b", HOUR), ("c", timedelta(minutes=1))):
        await storage.keep_file(FARMER, a_file(letter), NOW - before)
    await storage.keep_file(FARMER, a_file("d", ours=True), NOW)
    await storage.keep_file(OTHER, a_file("e"), NOW)
    await filed(storage, a_file("f"))
    await turn(storage, FARMER, asked=[Asked("human", "")], files=[a_file("1")])
    await storage.keep_file(FARMER, a_file("2"), NOW + timedelta(minutes=1))
    enclosed = (await case(storage)).enclosed
    assert [f.name for f in enclosed] == ["b.jpg", "c.jpg", "1.jpg"]
    # whoever was brought it may fetch them, as long as they work here
    assert await storage.file_of(ONE, "b" * 64) is None
    await storage.bring(to(0, 1), [], NOW)
    found = await storage.file_of(ONE, "b" * 64)
    assert found is not None
    assert (found.name, found.ours) == ("b.jpg", False)
    assert [await storage.file_of(ONE, name * 64) for name in "adef2"] == [None] * 5
    assert await storage.file_of(TWO, "b" * 64) is None
    await turn(storage, TWO, Claiming(1, 1))
    assert await storage.file_of(TWO, "b" * 64) is not None
    await turn(storage, TWO, Closing(1, 2, "double"))
    assert await storage.file_of(TWO, "b" * 64) is None


async def test_files_that_are_sent_to_somebody_are_theirs(office: Storage) -> None:
    voice = replace(a_file("a"), ours=True)
    message = Told(FARMER, Outgoing({"text": "…"}, NOW), (voice,))
    await turn(office, ONE, Claiming(1, 0), told=[message])
    assert await office.file_of(FARMER, "a" * 64) == voice
    assert "a" * 64 in await office.known_files()


# --- erased and forgotten ------------------------------------------------------------------------


async def test_erasing_takes_the_words_out_of_the_chats_of_the_staff(office: Storage) -> None:
    await turn(office, OTHER, asked=[Asked("human", "Việc khác")])
    await office.bring(to(0, 1), [says(ONE, about=1), says(FARMER)], NOW)
    await office.bring(to(0, 2, number=2), [says(TWO, about=2)], NOW)
    assert await office.erase(1, Outgoing({"text": "xong"}, NOW), NOW)
    assert not await waits_for(office, ONE)
    assert await waits_for(office, TWO)
    assert await office.case(1) is None
    assert [w.case.number for w in await office.desk()] == [2]
    with pytest.raises(Conflict):
        await turn(office, ONE, Claiming(1, 1))
    with pytest.raises(Conflict):
        await turn(office, ONE, Answering(1, 1, NOW))


async def test_what_was_answered_is_forgotten_in_time(office: Storage) -> None:
    await office.bring(to(0, 1), [], NOW)
    await turn(office, FARMER, asked=[Asked("human", "Việc khác")])
    await answered(office)
    await office.forget(NOW + 24 * HOUR)
    assert await office.case(1) is None
    assert [w.case.number for w in await office.desk()] == [2]
    assert (await office.load(FARMER)).talking is None
