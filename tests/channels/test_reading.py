"""Whatever an update is, it is read into something a person can be answered."""

from __future__ import annotations

import asyncio
import copy
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.port import Incoming
from bot.channels.telegram.commands import COMMANDS, START
from bot.channels.telegram.reading import (
    KINDS,
    NAME,
    arrival_of,
    blocked_by,
    chat_of,
    query_of,
    read,
)
from dialog.event import ChatRef, Pressed, Said, Sent, Shared
from storage.memory import Memory
from tests.talk import NOW, bytes_of
from tests.telegram import TelegramServer
from tests.telegram.judges import judge_update
from tests.telegram.mutations import misspelt, of_wrong_type, places
from tests.telegram.samples import everything

AN = 1001
Update = dict[str, Any]


async def _spoken() -> list[Update]:
    """One of each kind of update there is, as the server gives them."""
    async with TelegramServer() as server:
        server.state.updates.allow(list(KINDS))
        person = server.user(AN, "Nông", "<Thử> & con", username="nong_thu", phone="+84900000001")
        said = await person.starts("xa-chi-lang")
        await everything(person, bytes_of("may.jpg"), server)
        server.state.chats.add(person.chat, _ours(person.chat))
        shown = person.screen[-1]
        await person.presses("Có", message=shown)
        person.ages(shown)
        await person.presses("Có", message=shown)
        await person.edits(said, text="/menu")
        return server.emitted


def _ours(chat: Any) -> Any:
    from tests.telegram.chats import Message

    markup = {"inline_keyboard": [[{"text": "Có", "callback_data": "menu/open"}]]}
    body = {
        "message_id": 900, "from": {"id": 4242424242, "is_bot": True, "first_name": "Bot"},
        "chat": chat.json(), "date": 1_790_000_000, "text": "Nộp?", "reply_markup": markup,
    }  # fmt: skip
    return Message(body, by_bot=True, files=[])


@pytest.fixture(scope="module")
def spoken() -> list[Update]:
    return asyncio.run(_spoken())


def event_of(update: Update, now: datetime = NOW) -> Incoming | None:
    """None: not for us."""
    chat = chat_of(update)
    return read(arrival_of(update, chat, now)) if chat else None


def survived(update: Update) -> None:
    """All that is asked of an update, however broken: no exception, and something storable."""
    query_of(update), blocked_by(update)
    incoming = event_of(update)
    if incoming is None:
        return
    assert incoming.event.chat.channel == NAME
    assert isinstance(incoming.event.input, Said | Pressed | Sent | Shared)
    json.dumps(update).encode()


def message(**body: Any) -> Update:
    who = {"id": AN, "is_bot": False, "first_name": "Nông", "language_code": "vi-VN"}
    chat = {"id": AN, "type": "private", "first_name": "Nông"}
    about = {"message_id": 7, "date": 1_790_000_000, "from": who, "chat": chat}
    return {"update_id": 70, "message": {**about, **body}}


def did(update: Update) -> Any:
    incoming = event_of(update)
    assert incoming is not None
    return incoming.event.input


def test_everything_is_read(spoken: list[Update]) -> None:
    seen = set()
    for update in spoken:
        judge_update(update)
        survived(update)
        incoming = event_of(update)
        body = update.get("message") or update.get("edited_message") or {}
        if body.get("chat", {}).get("type", "private") != "private":
            assert incoming is None
            continue
        if incoming is not None and "my_chat_member" not in update:
            seen.add(type(incoming.event.input).__name__)
            assert incoming.event.chat == ChatRef(NAME, str(AN))
            assert incoming.event.lang == "vi"
    assert seen == {"Said", "Pressed", "Sent", "Shared"}


def test_each_kind_of_file_is_fetched_as_what_it_is(spoken: list[Update]) -> None:
    kinds: dict[str, set[str]] = {}
    for update in spoken:
        body = update.get("message") or {}
        incoming = event_of(update)
        if incoming is None or not incoming.remote:
            continue
        (remote,) = incoming.remote
        name = next(k for k in ("live_photo", "photo", "animation", "document", "voice",
                                "video_note", "video") if k in (body or update["edited_message"]))  # fmt: skip
        kinds.setdefault(name, set()).add(remote.kind)
        assert remote.file_id
        assert remote.size > 0
    assert kinds == {
        "photo": {"photo"}, "live_photo": {"photo"}, "animation": {"video"}, "voice": {"voice"},
        "document": {"document"}, "video": {"video"}, "video_note": {"video"},
    }  # fmt: skip


def test_what_holds_no_words_and_no_file_is_something_shared(spoken: list[Update]) -> None:
    for name, kind in (("sticker", "other"), ("poll", "other"), ("dice", "other"),
                       ("story", "other"), ("location", "location"), ("venue", "location")):  # fmt: skip
        (update,) = [u for u in spoken if name in u.get("message", {}) and "venue" in (
            u["message"] if name == "location" else {"venue": 1})] if name != "location" else [
            next(u for u in spoken if "location" in u.get("message", {}))]  # fmt: skip
        shared = did(update)
        assert isinstance(shared, Shared)
        assert shared.kind == kind


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_are_presses_with_and_without_our_name(name: str) -> None:
    button = COMMANDS[name][0]
    for said in (f"/{name}", f"/{name}@hoi_thi_thu_bot", f"/{name.upper()}", f"  /{name}  "):
        assert did(message(text=said)) == Pressed(button)


def test_a_command_nobody_knows_is_what_it_says() -> None:
    assert did(message(text="/hạn nộp")) == Said("hạn nộp")
    assert did(message(text="/help@bot")) == Pressed(START)
    assert did(message(text="//")) == Said("")
    assert did(message(text="/lich su")) == Pressed("timeline/show")


def test_a_link_carries_a_commune_or_a_code() -> None:
    assert did(message(text="/start")) == Pressed(START)
    assert did(message(text="/start xa-chi-lang")) == Pressed("commune/at/chi-lang")
    assert did(message(text="/start ABC-DEF-GHJ")) == Said("ABC-DEF-GHJ")
    long = did(message(text="/start xa-" + "ớ" * 500))
    assert isinstance(long, Pressed)
    assert len(long.token) <= 64


def test_only_ones_own_number_is_a_number_typed() -> None:
    own = {"phone_number": "+84 900 000 001", "first_name": "Nông", "user_id": AN}
    assert did(message(contact=own)) == Said("+84900000001")
    for foreign in ({**own, "user_id": 1002}, {"phone_number": "0900", "first_name": "Vi"},
                    {**own, "phone_number": "không có"}):  # fmt: skip
        assert did(message(contact=foreign)) == Shared("contact")


def test_an_album_is_known_as_one_and_its_caption_is_kept() -> None:
    size = {"file_id": "a", "file_unique_id": "u", "width": 90, "height": 60, "file_size": 5}
    large = {**size, "file_id": "b", "width": 1280, "height": 900, "file_size": 500}
    sent = event_of(message(photo=[size, large], caption=" máy\u200b ", media_group_id="g1"))
    assert sent is not None
    assert sent.event.input == Sent((), "máy", "g1")
    assert [r.file_id for r in sent.remote] == ["b"]


def test_what_a_sender_says_of_a_file_is_not_believed() -> None:
    document = {"file_id": "a", "file_unique_id": "u", "file_name": "../../tr\u202eang.html",
                "mime_type": "text/html"}  # fmt: skip
    (remote,) = event_of(message(document=document)).remote  # type: ignore[union-attr]
    assert (remote.name, remote.type) == ("trang.html", "application/octet-stream")
    (remote,) = event_of(message(document={"file_id": "a", "file_unique_id": "u"})).remote  # type: ignore[union-attr]
    assert (remote.name, remote.size) == ("", 0)


def test_words_are_cleaned_and_half_a_letter_is_survived() -> None:
    assert did(message(text="Nô\u0323p\u200b\x00 hồ sơ")) == Said("Nộp hồ sơ")
    assert did(message(text="nửa \ud83d chữ")) == Said("nửa ? chữ")


def test_a_newer_kind_of_message_is_something_unknown() -> None:
    assert did(message(hologram={"depth": 3})) == Shared("other", "unknown")
    assert (
        chat_of({"update_id": 1, "hologram_sent": {"chat": {"id": AN, "type": "private"}}}) is None
    )


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
def test_what_is_said_in_groups_is_not_ours(kind: str) -> None:
    said = message(text="/menu")
    said["message"]["chat"] = {"id": -100, "type": kind, "title": "Tổ thử"}
    assert chat_of(said) is None
    pressed = {"update_id": 2, "callback_query": {"id": "5", "data": "menu/open", **said}}
    assert chat_of(pressed) is None
    assert query_of(pressed) == "5"


def test_who_stops_the_bot_is_known(spoken: list[Update]) -> None:
    changes = [u for u in spoken if "my_chat_member" in u and chat_of(u)]
    assert [blocked_by(u) for u in changes] == [False, True, False][-len(changes) :]


def mutations(update: Update) -> Iterator[Update]:
    """Every key dropped, misspelt, null, and of a type no field has."""
    yield from (wrong for _, wrong in misspelt(update))
    yield from (wrong for _, wrong in of_wrong_type(update))
    for number, (_, _) in enumerate(places(update)):
        for value in (None, "", -1, True, [], {}, "\x00", "\ud800", 10**30, 1e308):
            wrong = copy.deepcopy(update)
            where, key = list(places(wrong))[number]
            where[key] = value
            yield wrong


def test_whatever_is_missing_or_wrong_is_survived(spoken: list[Update]) -> None:
    kinds: dict[str, Update] = {}
    for update in spoken:
        kinds.setdefault(",".join(sorted({*update, *update.get("message", {})})), update)
    count = 0
    for update in kinds.values():
        for wrong in mutations(update):
            if isinstance(wrong.get("update_id"), int):
                count += 1
                survived(wrong)
    assert count > 5000


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_several_wrongs_at_once_are_survived(spoken: list[Update], data: st.DataObject) -> None:
    wrong = copy.deepcopy(data.draw(st.sampled_from(spoken)))
    for _ in range(data.draw(st.integers(1, 4))):
        found = [p for p in places(wrong) if p[1] != "update_id"]
        if not found:
            break
        where, key = found[data.draw(st.integers(0, len(found) - 1))]
        if data.draw(st.booleans()):
            del where[key]
        else:
            where[key] = data.draw(JSON)
    survived(wrong)


async def test_numbers_that_begin_anew_are_other_messages() -> None:
    """After a quiet week Telegram's numbers of updates begin anywhere, even where they were."""
    storage = Memory()
    for number in (7, 8):
        update = message(text="chào")
        update["message"]["message_id"] = number
        chat = chat_of(update)
        assert chat
        assert await storage.accept(arrival_of(update, chat, NOW)) is not None
    assert len(storage.inbox) == 2
