"""Bad days between the wire and the answer: each a test, each against the real hops."""

from __future__ import annotations

import asyncio
import logging
import unicodedata
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.port import Delivery, Gone, Later, Message, Rejected, Sent
from bot.turn import STARTS
from dialog.event import ChatRef, Pressed, Said
from dialog.reply import Reply, t, verbatim
from handlers import route
from handlers.turn import Outcome, Turn
from storage import open_storage
from storage.memory import Memory
from storage.port import Arrival, ChatState, Pending, Save, Unavailable
from tests.talk import NOW, House, a_house, until

LONG = "chữ " * 25_000


async def test_an_event_delivered_twice_is_answered_once(house: House) -> None:
    person = house.person()
    first = await person.do({"kind": "start"}, event="same")
    again = await person.do({"kind": "start"}, event="same")
    assert len(first) == 1
    assert again == []


async def test_fifty_messages_in_a_second_are_each_answered_in_order(house: House) -> None:
    person = house.person()
    app = house.app
    arrivals = [
        Arrival(person.chat, f"e{n}", {"kind": "say", "text": f"câu số {n} abcxyz"}, house.clock())
        for n in range(50)
    ]
    await asyncio.gather(*(app.intake.accept(a) for a in arrivals))
    await app.idle()
    assert len(person.messages) == 50
    assert (await app.ages()).undone == 0


async def test_chats_do_not_wait_for_each_other(tmp_path: Path) -> None:
    gate = asyncio.Event()

    async def slow_for_one(turn: Turn) -> Outcome:
        if turn.event.chat.id == "slow":
            await gate.wait()
        return await route(turn)

    async with a_house(tmp_path, handle=slow_for_one) as house:
        slow = Arrival(house.person("slow").chat, "s1", {"kind": "start"}, house.clock())
        await house.app.intake.accept(slow)
        quick = house.person("quick")
        accepted = Arrival(quick.chat, "q1", {"kind": "start"}, house.clock())
        await house.app.intake.accept(accepted)
        await until(lambda: bool(quick.messages))
        assert house.person("slow").messages == []
        gate.set()
        await house.app.idle()
        assert len(house.person("slow").messages) == 1


@pytest.mark.parametrize(
    "text",
    ["", "   ", "😀😀😀", "\u202e\u202d", "\x00\x01", "<script>alert(1)</script>", "{deadline} {0}",
     "'; DROP TABLE chats; --", LONG, "1" * 5000, "\ud800", "é" * 100, "/unknown", "%s %d",
     unicodedata.normalize("NFD", "Hạn nộp hồ sơ là ngày nào?")],
    ids=["empty", "spaces", "emoji", "bidi", "control", "html", "braces", "sql", "long", "digits",
         "surrogate", "letters", "command", "percent", "nfd"],
)  # fmt: skip
async def test_whatever_is_typed_there_is_a_kind_answer(house: House, text: str) -> None:
    person = house.person()
    await person.say("/start")
    for opened in (None, "eligibility/open", "find/open", "commune/open", "human/open"):
        if opened:
            await person.press_token(opened)
        replies = await person.say(text)
        assert replies, (opened, text[:20])
        for reply in replies:
            assert reply.text.strip()
            assert "Traceback" not in reply.text
            assert "Error" not in reply.text
    assert (await house.app.ages()).parked == 0


@pytest.mark.parametrize("token", ["", "x", "faq/none", "faq/no_such", "field/x", "checklist/x",
    "help/x", "eligibility:age/x", "eligibility:gone/x", "commune:which/xa-nowhere", "lang/xx",
    "human/last", "continue/go", "find:description/keep", "a" * 64, "menu/open\x00"])  # fmt: skip
async def test_whatever_is_pressed_there_is_an_answer(house: House, token: str) -> None:
    person = house.person()
    assert await person.press_token(token)
    assert (await house.app.ages()).parked == 0


async def test_a_button_of_last_month_still_means_what_it_said(house: House) -> None:
    person = house.person()
    await person.press_token("eligibility/open")
    old = person.last.buttons[0].token
    house.clock.forward(days=30)
    await person.say("menu")
    replies = await person.press_token(old)
    assert replies[-1].text.startswith("Câu 2/8")


async def test_nfd_is_understood_as_nfc(house: House) -> None:
    person = house.person()
    nfd = unicodedata.normalize("NFD", "Hạn nộp hồ sơ là ngày nào?")
    assert (await person.say(nfd))[0].text == (await person.say("Hạn nộp hồ sơ là ngày nào?"))[
        0
    ].text


async def test_a_handler_that_raises_is_tried_then_parked_and_the_person_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    calls = 0

    async def raises(turn: Turn) -> Outcome:
        nonlocal calls
        if turn.did == Said("poison"):
            calls += 1
            raise RuntimeError("số điện thoại 0912345678 của ông Thử")
        return await route(turn)

    async with a_house(tmp_path, handle=raises) as house:
        person = house.person()
        with caplog.at_level(logging.ERROR):
            (sorry,) = await person.say("poison")
        assert calls == 3
        assert "gặp lỗi" in sorry.text
        assert "RuntimeError" not in sorry.text
        assert any("parked" in r.message for r in caplog.records)
        assert (await house.app.ages()).parked == 1
        assert (await person.say("menu"))[0].buttons  # the lane goes on


async def test_a_handler_that_raises_once_is_forgiven(tmp_path: Path) -> None:
    failures = [RuntimeError("once")]

    async def stumbles(turn: Turn) -> Outcome:
        if failures:
            raise failures.pop()
        return await route(turn)

    async with a_house(tmp_path, handle=stumbles) as house:
        (greeting,) = await house.person().say("/start")
        assert greeting.text.startswith("Chào anh/chị")


class Weather(Memory):
    """A storage over which bad weather can be called."""

    bad: int = 0

    async def save(self, save: Save) -> None:
        if self.bad:
            self.bad -= 1
            raise Unavailable("disk full")
        await super().save(save)


async def test_a_full_disk_is_waited_out(tmp_path: Path) -> None:
    storage = Weather()
    async with a_house(tmp_path, storage=storage) as house:
        storage.bad = 2
        (greeting,) = await house.person().say("/start")
        assert greeting.text.startswith("Chào anh/chị")
        assert (await house.app.ages()).parked == 0


async def test_a_lost_race_thinks_again_about_what_the_chat_is_now(tmp_path: Path) -> None:
    storage = Memory()
    seen: list[str | None] = []

    async def races(turn: Turn) -> Outcome:
        """The first time, somebody else saves the chat while we think."""
        seen.append(turn.place.dialog)
        if len(seen) == 1:
            other = await storage.accept(Arrival(turn.event.chat, "other", {}, turn.event.at))
            assert other is not None
            state = ChatState(lang="vi", place=turn.place.opened("eligibility"))
            await storage.save(Save(other, 0, state, turn.event.at))
        return await route(turn)

    async with a_house(tmp_path, storage=storage, handle=races) as house:
        await house.person().say("menu")
        assert seen == [None, "eligibility"]
        assert "Tiếp tục: Kiểm tra điều kiện dự thi" in house.person().labels


async def test_what_was_accepted_and_not_answered_is_answered_after_a_start(tmp_path: Path) -> None:
    storage = Memory()
    async with a_house(tmp_path, storage=storage) as house:
        chat = house.person().chat
    await storage.accept(Arrival(chat, "left", {"kind": "start"}, house.clock()))
    async with a_house(tmp_path, storage=storage) as house:
        await house.app.idle()
        assert [m.text[:12] for m in house.person().messages] == ["Chào anh/chị"]


async def test_what_was_not_sent_is_sent_after_a_start(tmp_path: Path) -> None:
    storage = Memory()
    async with a_house(tmp_path, storage=storage) as house:
        await house.person().say("/start")
    storage.outbox[0].state = "due"  # as if the crash had come before the mark
    async with a_house(tmp_path, storage=storage) as house:
        await until(lambda: bool(house.person().messages))


async def test_an_event_that_kills_the_program_is_set_aside_in_the_end(tmp_path: Path) -> None:
    storage = Memory()
    async with a_house(tmp_path, storage=storage) as house:
        chat = house.person().chat
    await storage.accept(Arrival(chat, "killer", {"kind": "start"}, house.clock()))
    storage.inbox[-1].starts = STARTS
    async with a_house(tmp_path, storage=storage) as house:
        await house.app.idle()
        assert "gặp lỗi" in house.person().last.text
        assert (await house.app.ages()).parked == 1


async def test_what_waits_behind_a_killer_is_answered(tmp_path: Path) -> None:
    """However often the program died of the first: the others were never begun with."""
    storage = open_storage(f"sqlite:///{tmp_path / 'bot.db'}")
    await storage.open()
    chat = ChatRef("console", "thu")
    for n in range(4):
        payload = {"kind": "say", "text": f"câu số {n} abcxyz"}
        await storage.accept(Arrival(chat, f"e{n}", payload, NOW))
    for _ in range(3 * STARTS):  # starts that died at once
        await storage.undone()
    await storage.close()
    async with a_house(tmp_path, storage=storage, handle=two_lines) as house:
        assert house.person().chat == chat
        await house.app.idle()
        sorry, *answers = [m.text for m in house.person().messages]
        assert "gặp lỗi" in sorry
        assert answers == ["one", "two"] * 3
        assert (await house.app.ages()).parked == 1


async def test_a_chat_whose_state_cannot_be_read_is_told_so(tmp_path: Path) -> None:
    storage = Memory()
    async with a_house(tmp_path, storage=storage) as house:
        person = house.person()
        await person.say("/start")
        storage._chats[person.chat].state = '{"place": 5}'  # as no release ever wrote it
        (sorry,) = await person.say("menu")
        assert "gặp lỗi" in sorry.text
        assert person.labels == ["Menu"]
        assert (await house.app.ages()).parked == 1


async def test_the_same_message_delivered_twice_at_once_is_answered_once(house: House) -> None:
    person, app = house.person(), house.app
    arrival = Arrival(person.chat, "once", {"kind": "start"}, house.clock())
    await asyncio.gather(*(app.intake.accept(arrival) for _ in range(5)))
    await app.idle()
    assert len(person.messages) == 1
    assert await app.intake.accept(arrival) is None


async def test_once_a_day_what_is_old_is_forgotten(house: House, tmp_path: Path) -> None:
    person, app = house.person(), house.app
    await person.send("máy.jpg")
    kept = (await app.files.put(b"not yet anybody's")).sha256
    await app.schedule.look()
    assert len(await app.storage.known_files()) == 1
    house.clock.forward(days=91)
    await app.schedule.look()
    assert await app.storage.known_files() == set()
    left = {path.name for path in (tmp_path / "files").glob("??/*")}
    assert left == set()  # the clock says that both are 91 days old
    assert app.files.path(kept) is None
    assert (await app.storage.load(person.chat)).chat == ChatState(lang="vi")


# --- the outbox ---------------------------------------------------------------------------------


class Moody:
    """A channel that answers as it was told to, and keeps what it took."""

    def __init__(self, house: House, *moods: Delivery | Exception) -> None:
        self.moods = list(moods)
        self.taken: list[str] = []
        channel = house.app.channels["console"]
        self.name, self.abilities = channel.name, channel.abilities
        self.parse, self.collect = channel.parse, channel.collect
        house.app.channels["console"] = self

    async def send(self, pending: Pending, message: Message) -> Delivery:
        mood = self.moods.pop(0) if self.moods else Sent()
        if isinstance(mood, Exception):
            raise mood
        if isinstance(mood, Sent):
            self.taken.append(message.text)
        return mood


async def two_lines(turn: Turn) -> Outcome:
    return Outcome(turn.place, (Reply(verbatim("one")), Reply(verbatim("two"))))


@pytest.mark.parametrize("mood", [Later("busy"), ConnectionResetError("gone")])
async def test_a_message_put_off_keeps_its_place(
    tmp_path: Path, mood: Delivery | Exception
) -> None:
    async with a_house(tmp_path, handle=two_lines) as house:
        channel = Moody(house, mood)
        await house.person().say("x")
        assert channel.taken == []
        house.clock.forward(seconds=2)
        await until(lambda: len(channel.taken) == 2)
        assert channel.taken == ["one", "two"]


async def test_a_pause_the_channel_asks_for_is_kept(tmp_path: Path) -> None:
    async with a_house(tmp_path, handle=two_lines) as house:
        channel = Moody(house, Later("slow down", timedelta(seconds=30)))
        person = house.person()
        await person.say("x")
        pending = await house.app.storage.next_message(person.chat)
        assert pending is not None
        assert pending.due == house.clock() + timedelta(seconds=30)
        house.clock.forward(seconds=29)
        house.app.outbox.wake(person.chat)
        await asyncio.sleep(0.05)
        assert channel.taken == []


async def test_a_message_no_channel_takes_does_not_block_the_next(tmp_path: Path) -> None:
    async with a_house(tmp_path, handle=two_lines) as house:
        channel = Moody(house, Rejected("bad words"))
        await house.person().say("x")
        assert channel.taken == ["two"]
        assert (await house.app.ages()).dead == 1


async def test_a_message_that_can_never_be_delivered_is_given_up_in_the_end(tmp_path: Path) -> None:
    async with a_house(tmp_path, handle=two_lines) as house:
        channel = Moody(house, *[Later("down")] * 60)
        person = house.person()
        await person.say("x")
        for _ in range(60):
            house.clock.forward(minutes=11)
            house.app.outbox.wake(person.chat)
            await house.app.idle()
        assert channel.taken == ["two"]
        assert (await house.app.ages()).dead == 1


async def test_pauses_that_a_channel_asks_for_lose_nothing(tmp_path: Path) -> None:
    """They end when the channel says so; what is given up is what it did not answer."""
    async with a_house(tmp_path, handle=two_lines) as house:
        pauses = [Later("429", timedelta(seconds=1))] * 200
        channel = Moody(house, *pauses[:150], *[Later("down")] * 59, *pauses[150:])
        person = house.person()
        await person.say("x")
        for _ in range(200 + 59):
            house.clock.forward(minutes=11)
            house.app.outbox.wake(person.chat)
            await house.app.idle()
        assert channel.taken == ["one", "two"]
        assert (await house.app.ages()).dead == 0


async def test_somebody_who_is_gone_is_left_in_peace(tmp_path: Path) -> None:
    async with a_house(tmp_path, handle=two_lines) as house:
        channel = Moody(house, Gone())
        await house.person().say("x")
        assert channel.taken == []
        assert (await house.app.ages()).unsent == 0


async def test_a_clock_that_jumps_back_stops_nothing(tmp_path: Path) -> None:
    async with a_house(tmp_path, handle=two_lines) as house:
        channel = Moody(house, Later("busy"))
        person = house.person()
        await person.say("x")
        house.clock.forward(days=-3)  # now the message is due in three days
        pending = await house.app.storage.next_message(person.chat)
        assert pending is not None
        assert pending.due - house.clock() > timedelta(days=2)
        house.clock.forward(days=3, seconds=5)
        house.app.outbox.wake(person.chat)
        await house.app.idle()
        assert channel.taken == ["one", "two"]
        await person.say("y")
        house.clock.forward(days=-3)
        await person.say("z")
        assert len(channel.taken) == 6


async def test_replies_of_one_key_become_one_message(tmp_path: Path) -> None:
    async def counted(turn: Turn) -> Outcome:
        match turn.did:
            case Pressed():
                return Outcome(turn.place, (Reply(t("uploads.kept", n=1), key="k"),))
        return Outcome(turn.place, (Reply(verbatim("end"), key="k"),))

    async with a_house(tmp_path, handle=counted) as house:
        house.app.turns.settle = timedelta(seconds=1.5)
        person = house.person()
        app = house.app
        for n in range(5):
            payload = {"kind": "press", "token": "x"} if n < 4 else {"kind": "say", "text": "x"}
            await app.intake.accept(Arrival(person.chat, f"e{n}", payload, house.clock()))
        await app.idle()
        assert person.messages == []
        house.clock.forward(seconds=2)
        app.outbox.wake(person.chat)
        await app.idle()
        assert [m.text for m in person.messages] == ["end"]


async def test_photos_that_nothing_asked_for_are_each_acknowledged(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        house.app.turns.settle = timedelta(seconds=1000)
        person, app = house.person(), house.app
        await person.say("/start")
        for n in range(3):
            stored = await app.files.put(b"\xff\xd8\xff photo %d" % n)
            file = {"kind": "photo", "file": stored.sha256, "name": f"{n}.jpg",
                    "type": "image/jpeg", "size": stored.size}  # fmt: skip
            payload = {"kind": "files", "files": [file], "caption": ""}
            await app.intake.accept(Arrival(person.chat, f"photo{n}", payload, house.clock()))
        await app.idle()
        assert sum("Đã nhận và giữ 1 tệp" in m.text for m in person.messages) == 3


async def test_a_picture_that_cannot_be_drawn_does_not_keep_the_words_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from contest.papers import MAKERS, Maker

    def breaks(*_: object) -> bytes:
        raise OSError("no font")

    monkeypatch.setitem(MAKERS, "timeline", Maker("image/png", breaks))  # type: ignore[arg-type]
    replies = await house.person().say("lịch")
    assert "30/5/2027" in replies[0].text
    assert replies[0].files == ()


async def test_stopping_finishes_what_is_being_answered(tmp_path: Path) -> None:
    started, storage = asyncio.Event(), Memory()

    async def slow(turn: Turn) -> Outcome:
        started.set()
        await asyncio.sleep(0.2)
        return await two_lines(turn)

    async with a_house(tmp_path, storage=storage, handle=slow) as house:
        chat = house.person().chat
        for n in range(3):
            arrival = Arrival(chat, f"e{n}", {"kind": "start"}, house.clock())
            await house.app.intake.accept(arrival)
        await started.wait()
    assert [i.state for i in storage.inbox] == ["done", "new", "new"]
    assert [m.text for m in house.person().messages] == ["one", "two"]
