"""What every storage promises: in memory, in SQLite and in a real PostgreSQL."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contest.model import Asked
from dialog.event import ChatRef
from dialog.place import Answers, Place
from storage.port import (
    AlreadyDone,
    Arrival,
    ChatFile,
    ChatState,
    Conflict,
    Cursor,
    Outgoing,
    Save,
    Storage,
    Told,
)
from tests.talk import NOW

CHAT = ChatRef("test", "1")
OTHER = ChatRef("test", "2")
SERVED = ["test"]


def arrival(event: str, chat: ChatRef = CHAT, **payload: object) -> Arrival:
    return Arrival(chat, event, payload or {"kind": "say", "text": event}, NOW)


async def accepted(storage: Storage, event: str, chat: ChatRef = CHAT) -> Arrival:
    found = await storage.accept(arrival(event, chat))
    assert found is not None
    return found


def message(text: str, **more: object) -> Outgoing:
    return replace(Outgoing({"text": text}, NOW), **more)  # type: ignore[arg-type]


async def bodies(storage: Storage, chat: ChatRef = CHAT) -> list[str]:
    """Everything that waits for a chat, sent in its order."""
    found = []
    while pending := await storage.next_message(chat):
        found.append(pending.body["text"])
        await storage.sent(pending, "r", NOW)
    return found


async def test_an_event_is_accepted_once(storage: Storage) -> None:
    first = await storage.accept(arrival("a"))
    assert first is not None
    assert first.number > 0
    again = await storage.accept(arrival("a"))  # the answer to the first may have been lost
    assert again is not None
    assert again.number == first.number
    await storage.save(Save(first, 0, ChatState(), NOW))
    assert await storage.accept(arrival("a")) is None
    elsewhere = replace(arrival("a"), chat=ChatRef("other channel", "1"))
    assert await storage.accept(elsewhere) is not None


async def test_what_is_not_done_is_found_again_in_order(storage: Storage) -> None:
    for event in "abc":
        await storage.accept(arrival(event))
    first, *_ = await storage.undone()
    await storage.save(Save(first, 0, ChatState(), NOW))
    left = await storage.undone()
    assert [a.event for a in left] == ["b", "c"]
    assert [a.starts for a in left] == [1, 0]
    assert left[0].payload == {"kind": "say", "text": "b"}
    assert left[0].at == NOW


async def test_starts_are_counted(storage: Storage) -> None:
    await storage.accept(arrival("a"))
    seen = [(await storage.undone())[0].starts for _ in range(3)]
    assert seen == sorted(seen)
    assert seen[2] - seen[0] == 2


async def test_starts_are_counted_of_the_oldest_of_each_chat(storage: Storage) -> None:
    """Nobody has begun with those behind it: they cannot be what killed the program."""
    for event, chat in (("a", CHAT), ("b", CHAT), ("c", OTHER), ("d", CHAT), ("e", OTHER)):
        await accepted(storage, event, chat)
    namesake = ChatRef("another", CHAT.id)
    await accepted(storage, "f", namesake)
    for _ in range(3):
        found = await storage.undone()
    assert [(a.event, a.starts) for a in found] == [
        ("a", 3), ("b", 0), ("c", 3), ("d", 0), ("e", 0), ("f", 3),
    ]  # fmt: skip
    await storage.save(Save(found[0], 0, ChatState(), NOW))
    assert [(a.event, a.starts) for a in await storage.undone()] == [
        ("b", 1), ("c", 4), ("d", 0), ("e", 0), ("f", 4),
    ]  # fmt: skip


async def test_a_chat_comes_back_as_it_was_saved(storage: Storage) -> None:
    state = ChatState(
        lang="vi",
        place=Place(
            "eligibility",
            "age",
            waiting=("find",),
            album=("g", "x"),
            aside="hạn nộp bao giờ",
            home="xa-thu",
        ),
        answers={"eligibility": Answers({"who": "one"}, {"pages": ["a"]}, {"old": 1})},
        shown=((("Đủ 18 tuổi", "eligibility:age/adult"),), (("Menu", "menu/open"),)),
        unanswered="câu chưa trả lời",
    )
    empty = await storage.load(CHAT)
    assert (empty.chat, empty.version) == (ChatState(), 0)
    await storage.save(Save(await accepted(storage, "a"), 0, state, NOW))
    loaded = await storage.load(CHAT)
    assert loaded.chat == state
    assert loaded.version == 1
    assert (await storage.load(OTHER)).version == 0


async def test_a_turn_is_saved_whole_or_not_at_all(storage: Storage) -> None:
    first, second = await accepted(storage, "a"), await accepted(storage, "b")
    await storage.save(Save(first, 0, ChatState(lang="vi"), NOW, (message("one"),)))
    stale = Save(
        second,
        0,
        ChatState(lang="en"),
        NOW,
        (message("never"),),
        (Asked("human", "never"),),
        (ChatFile("f" * 64, "never", "image/png", 1),),
    )
    with pytest.raises(Conflict):
        await storage.save(stale)
    assert (await storage.load(CHAT)).chat.lang == "vi"
    assert await bodies(storage) == ["one"]
    assert await storage.questions() == []
    assert await storage.file_of(CHAT, "f" * 64) is None
    assert [a.event for a in await storage.undone()] == ["b"]
    await storage.save(replace(stale, version=1))
    assert (await storage.load(CHAT)).chat.lang == "en"


async def test_an_event_is_answered_once(storage: Storage) -> None:
    one = await accepted(storage, "a")
    await storage.save(Save(one, 0, ChatState(), NOW, (message("x"),)))
    with pytest.raises(AlreadyDone):
        await storage.save(Save(one, 1, ChatState(), NOW, (message("y"),)))
    with pytest.raises(AlreadyDone):
        await storage.park(one, "why", [message("z")])
    assert await bodies(storage) == ["x"]


async def test_two_who_save_over_the_same_version_do_not_both_win(storage: Storage) -> None:
    events = [await accepted(storage, name) for name in "abcdefgh"]
    await storage.open_chat(CHAT, NOW)
    version = (await storage.load(CHAT)).version
    saves = [
        storage.save(Save(event, version, ChatState(lang=event.event), NOW)) for event in events
    ]
    results = await asyncio.gather(*saves, return_exceptions=True)
    assert sum(r is None for r in results) == 1
    assert sum(isinstance(r, Conflict) for r in results) == 7
    assert (await storage.load(CHAT)).version == version + 1


async def test_messages_go_out_in_order_chat_by_chat(storage: Storage) -> None:
    one, two = await accepted(storage, "a"), await accepted(storage, "b", OTHER)
    await storage.save(Save(one, 0, ChatState(), NOW, (message("1"), message("2"))))
    await storage.save(Save(two, 0, ChatState(), NOW, (message("3"),)))
    assert await storage.waiting_chats() == [CHAT, OTHER]
    pending = await storage.next_message(CHAT)
    assert pending is not None
    assert (pending.body, pending.tries, pending.due) == ({"text": "1"}, 0, NOW)
    await storage.put_off(pending.id, NOW + timedelta(seconds=5))
    again = await storage.next_message(CHAT)
    assert again is not None
    assert (again.id, again.tries, again.due) == (pending.id, 1, NOW + timedelta(seconds=5))
    await storage.give_up(pending.id, "no", NOW)
    assert await bodies(storage) == ["2"]
    assert await storage.waiting_chats() == [OTHER]


async def test_a_pause_that_was_asked_for_is_no_try(storage: Storage) -> None:
    await storage.open_chat(CHAT, NOW)
    await storage.run_once("x", "1", NOW, [Told(CHAT, message("1"))])
    pending = await storage.next_message(CHAT)
    assert pending is not None
    for tries, counts in ((0, False), (1, True), (1, False)):
        until = NOW + timedelta(seconds=tries)
        await storage.put_off(pending.id, until, counts=counts)
        again = await storage.next_message(CHAT)
        assert again is not None
        assert (again.id, again.tries, again.due) == (pending.id, tries, until)


async def test_a_later_message_of_a_key_replaces_an_unsent_one(storage: Storage) -> None:
    for version, event in enumerate("abc"):
        one = await accepted(storage, event)
        out = (message(f"{event}1", key="k"), message(f"{event}2"))
        await storage.save(Save(one, version, ChatState(), NOW, out))
    assert await bodies(storage) == ["a2", "b2", "c1", "c2"]


async def test_a_sent_message_is_not_replaced(storage: Storage) -> None:
    one = await accepted(storage, "a")
    await storage.save(Save(one, 0, ChatState(), NOW, (message("first", key="k"),)))
    assert await bodies(storage) == ["first"]
    two = await accepted(storage, "b")
    await storage.save(Save(two, 1, ChatState(), NOW, (message("second", key="k"),)))
    assert await bodies(storage) == ["second"]
    history = await storage.history(CHAT, Cursor(), 100)
    assert [(e.key, e.message and e.message["text"]) for e in history if e.message] == [
        ("k", "first"),
        ("k", "second"),
    ]


async def test_somebody_gone_is_written_to_no_more(storage: Storage) -> None:
    one = await accepted(storage, "a")
    await storage.save(Save(one, 0, ChatState(), NOW, (message("1"), message("2"))))
    await storage.gone(CHAT, NOW)
    assert await storage.next_message(CHAT) is None
    assert (await storage.ages(NOW, SERVED)).dead == 2


async def test_a_parked_event_tells_the_person_and_stays_out_of_the_way(storage: Storage) -> None:
    one = await accepted(storage, "a")
    await storage.park(one, "ValueError", [message("sorry")])
    assert await storage.undone() == []
    assert await bodies(storage) == ["sorry"]
    assert (await storage.ages(NOW, SERVED)).parked == 1


async def test_history_is_the_talk_in_its_order(storage: Storage) -> None:
    for version, event in enumerate("ab"):
        one = await accepted(storage, event)
        out = (message(f"{event}!"), message(f"{event}?"))
        await storage.save(Save(one, version, ChatState(), NOW, out))
    await bodies(storage)
    await accepted(storage, "c", OTHER)

    def told(entries: list[object]) -> list[str]:
        return [e.arrival.event if e.arrival else e.message["text"] for e in entries]  # type: ignore[attr-defined]

    whole = await storage.history(CHAT, Cursor(), 100)
    assert told(whole) == ["a", "a!", "a?", "b", "b!", "b?"]
    assert told(await storage.history(CHAT, Cursor(), 2)) == ["b!", "b?"]
    assert await storage.history(CHAT, whole[-1].cursor, 100) == []
    for entry, rest in zip(whole, range(len(whole) - 1, -1, -1), strict=True):
        assert len(await storage.history(CHAT, entry.cursor, 100)) == rest
    page: list[str] = []
    cursor = whole[0].cursor
    while entries := await storage.history(CHAT, cursor, 2):
        page += told(entries)
        cursor = entries[-1].cursor
    assert page == ["a!", "a?", "b", "b!", "b?"]


async def test_history_shows_only_what_was_sent(storage: Storage) -> None:
    one = await accepted(storage, "a")
    await storage.save(Save(one, 0, ChatState(), NOW, (message("later"),)))
    assert len(await storage.history(CHAT, Cursor(), 100)) == 1


async def test_files_belong_to_their_chat(storage: Storage) -> None:
    file = ChatFile("a" * 64, "ảnh.jpg", "image/jpeg", 12)
    await storage.keep_file(CHAT, file, NOW)
    await storage.keep_file(CHAT, replace(file, name="again.jpg"), NOW)
    assert await storage.file_of(CHAT, "a" * 64) == file
    assert await storage.file_of(OTHER, "a" * 64) is None


async def test_a_chat_is_known_once_it_is_opened(storage: Storage) -> None:
    assert not await storage.knows(CHAT)
    await storage.open_chat(CHAT, NOW)
    await storage.open_chat(CHAT, NOW)
    assert await storage.knows(CHAT)
    assert not await storage.knows(OTHER)
    assert (await storage.load(CHAT)).chat == ChatState()


async def test_questions_wait_and_are_answered_once(storage: Storage) -> None:
    one = await accepted(storage, "a")
    asked = (Asked("human", "Máy nặng thì sao?"), Asked("unanswered", "x", "mo_hinh"))
    await storage.save(Save(one, 0, ChatState(lang="vi"), NOW, (), asked))
    first, second = await storage.questions()
    assert (first.asked, first.lang, first.at, first.waiting) == (asked[0], "vi", NOW, True)
    assert second.asked.topic == "mo_hinh"
    assert await storage.answer_question(first.number, message("Chở bằng xe."), NOW)
    assert not await storage.answer_question(first.number, message("again"), NOW)
    assert not await storage.answer_question(999, message("nobody"), NOW)
    assert await bodies(storage) == ["Chở bằng xe."]
    assert [q.number for q in await storage.questions()] == [second.number]
    assert len(await storage.questions(waiting=False)) == 2


async def test_the_age_of_what_waits_is_seen(storage: Storage) -> None:
    one = await accepted(storage, "a")
    later = NOW + timedelta(minutes=5)
    ages = await storage.ages(later, SERVED)
    assert (ages.oldest_undone, ages.undone, ages.oldest_unsent) == (300, 1, 0)
    await storage.save(Save(one, 0, ChatState(), NOW, (message("x"),)))
    ages = await storage.ages(later, SERVED)
    assert (ages.oldest_undone, ages.undone, ages.oldest_unsent, ages.unsent) == (0, 0, 300, 1)
    assert (await storage.ages(NOW - timedelta(hours=1), SERVED)).oldest_unsent == 0  # clock jumped
    assert (await storage.ages(later, ["another"])).unsent == 0  # nobody sends for it here


async def test_old_words_are_forgotten_and_events_stay_known(storage: Storage) -> None:
    one = await accepted(storage, "a")
    await accepted(storage, "b")
    await storage.save(Save(one, 0, ChatState(lang="vi"), NOW, (message("x"), message("y"))))
    pending = await storage.next_message(CHAT)
    assert pending is not None
    await storage.sent(pending, "", NOW)
    assert await storage.forget(NOW) == 0
    assert await storage.forget(NOW + timedelta(days=1)) == 2  # one of theirs, one of ours
    assert await storage.forget(NOW + timedelta(days=1)) == 0
    assert await storage.accept(arrival("a")) is None
    assert [a.payload for a in await storage.undone()] == [{"kind": "say", "text": "b"}]
    assert await bodies(storage) == ["y"]
    assert (await storage.load(CHAT)).chat.lang == "vi"
    history = await storage.history(CHAT, Cursor(), 100)
    assert [e.arrival.event if e.arrival else e.message for e in history] == [{"text": "y"}, "b"]


async def test_a_quiet_chat_is_forgotten_but_for_its_language(storage: Storage) -> None:
    state = ChatState("vi", Place("find", "description"), {"find": Answers({"description": "máy"})})
    one = await accepted(storage, "a")
    asked = (Asked("human", "Nộp ở đâu?"),)
    files = (ChatFile("a" * 64, "a.jpg", "image/jpeg", 1),)
    await storage.save(Save(one, 0, state, NOW, (), asked, files))
    await storage.open_chat(OTHER, NOW)  # a page that was opened and left
    tomorrow = NOW + timedelta(days=1)
    await storage.forget(tomorrow)
    snapshot = await storage.load(CHAT)
    assert snapshot.chat == ChatState(lang="vi")
    assert snapshot.version == 2  # whoever thought of the old state thinks again
    assert not await storage.knows(OTHER)
    (question,) = await storage.questions()  # what waits for an answer waits, with its files
    assert question.files == ("a" * 64,)
    assert await storage.known_files() == {"a" * 64}
    await storage.answer_question(question.number, message("Ở Liên hiệp Hội."), NOW)
    await storage.forget(tomorrow)
    assert await storage.questions(waiting=False) == []
    assert await storage.known_files() == set()
    assert await bodies(storage) == ["Ở Liên hiệp Hội."]


async def test_staff_see_what_the_person_sent_and_not_what_we_made(storage: Storage) -> None:
    one = await accepted(storage, "a")
    theirs = ChatFile("a" * 64, "a.jpg", "image/jpeg", 1)
    ours = ChatFile("b" * 64, "b.png", "image/png", 1, ours=True)
    asked = (Asked("human", "Ảnh này được không?"),)
    await storage.save(Save(one, 0, ChatState(), NOW, (), asked, (theirs, ours)))
    await storage.keep_file(OTHER, replace(theirs, sha256="c" * 64), NOW)
    assert [q.files for q in await storage.questions()] == [("a" * 64,)]
    nobody = ChatRef("test", "3")
    assert [await storage.bytes_of(chat) for chat in (CHAT, OTHER, nobody)] == [1, 1, 0]
    assert await storage.file_of(CHAT, "b" * 64) == ours


async def test_a_paper_made_again_is_kept_as_long_as_a_new_one(storage: Storage) -> None:
    made = ChatFile("a" * 64, "phiếu.pdf", "application/pdf", 3, ours=True)
    theirs = ChatFile("b" * 64, "ảnh.jpg", "image/jpeg", 3)
    for file in (made, theirs):
        await storage.keep_file(CHAT, file, NOW)
        await storage.keep_file(CHAT, replace(file, name="khác"), NOW + timedelta(days=80))
    assert await storage.forget(NOW + timedelta(days=1)) > 0
    assert await storage.known_files() == {made.sha256}
    assert await storage.file_of(CHAT, made.sha256) == made


async def test_a_file_is_known_while_anybody_has_it(storage: Storage) -> None:
    file = ChatFile("a" * 64, "phiếu.pdf", "application/pdf", 3, ours=True)
    for chat in (CHAT, OTHER):
        await storage.keep_file(chat, file, NOW)
    assert await storage.knows_file(file.sha256)
    assert not await storage.knows_file("b" * 64)
    await storage.forget(NOW + timedelta(days=1))
    assert not await storage.knows_file(file.sha256)


async def test_a_person_is_erased_and_told_so(storage: Storage) -> None:
    state = ChatState("vi", Place("find", home="xa-thu"), unanswered="bí mật")
    for event, chat in (("a", CHAT), ("b", OTHER)):
        one = await accepted(storage, event, chat)
        files = (ChatFile(event * 64, "x.jpg", "image/jpeg", 1),)
        asked = (Asked("human", "Xóa hết cho tôi"),)
        await storage.save(Save(one, 0, state, NOW, (message("x"),), asked, files))
    await bodies(storage)
    await accepted(storage, "still new")
    number = (await storage.questions())[0].number
    assert not await storage.erase(999, message("?"), NOW)
    assert await storage.erase(number, message("Đã xóa."), NOW)
    assert (await storage.load(CHAT)).chat == ChatState(lang="vi")
    assert await storage.known_files() == {"b" * 64}
    assert not await storage.knows_file("a" * 64)
    assert [q.number for q in await storage.questions()] != [number]
    assert await bodies(storage) == ["Đã xóa."]
    told = await storage.history(CHAT, Cursor(), 100)
    assert [e.arrival.event if e.arrival else e.message["text"] for e in told] == [
        "still new",
        "Đã xóa.",
    ]
    assert await storage.accept(arrival("a")) is None  # not answered again, if it comes again
    assert (await storage.load(OTHER)).chat == state


async def test_a_schedule_fires_once_however_many_try(storage: Storage) -> None:
    tries = [storage.run_once("digest", "2027-05-01", NOW) for _ in range(10)]
    assert sum(await asyncio.gather(*tries)) == 1
    assert await storage.run_once("digest", "2027-05-02", NOW)
    assert not await storage.run_once("digest", "2027-05-01", NOW)


@given(
    st.text(max_size=50),
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
        ),
        max_leaves=8,
    ),
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_any_words_come_back_as_they_were(
    storage: Storage, text: str, payload: object
) -> None:
    """Every letter there is, NUL and half of a surrogate pair included."""
    import secrets

    chat = ChatRef("test", secrets.token_hex(8))
    given_payload = {"text": text, "more": payload}
    one = await storage.accept(Arrival(chat, secrets.token_hex(8), given_payload, NOW))
    assert one is not None
    state = ChatState(answers={"d": Answers({"x": payload})}, unanswered=text)
    await storage.save(Save(one, 0, state, NOW, (Outgoing(given_payload, NOW),)))
    pending = await storage.next_message(chat)
    assert pending is not None
    assert pending.body == given_payload
    assert (await storage.load(chat)).chat == state
