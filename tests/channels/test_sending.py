"""What is said arrives as it was meant, or ends in one of the four ways, whatever happens."""

from __future__ import annotations

import asyncio
import itertools
import unicodedata
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.port import Delivery, Gone, Later, Message, Rejected, Sent, ShownButton, ShownFile
from bot.channels.shape import shaped
from bot.channels.telegram.channel import DOUBTFUL, EDITED_WITHIN, TelegramChannel
from bot.channels.telegram.client import client
from bot.channels.telegram.fetching import Fetcher
from bot.channels.telegram.gate import Gate
from bot.channels.telegram.health import Health
from bot.channels.telegram.sending import MOST_FILE, MOST_PHOTO
from bot.channels.telegram.words import CAPTION_UNITS, TEXT_UNITS, TICK, formatted, keyboard, units
from bot.config import Settings
from bot.tasks import Tasks
from bot.texts import LOCALES
from bot.texts import read as read_catalogue
from dialog.event import ChatRef
from storage.files import LocalFiles
from storage.memory import Memory
from storage.port import Pending
from tests.talk import NOW, bytes_of
from tests.telegram import (
    Delay,
    Dropped,
    Gateway,
    LostAnswer,
    Refuse,
    TelegramServer,
    TooMany,
    User,
)

AN = 1001
MENU = (ShownButton("Menu", "menu/open"),)


@dataclass
class Sender:
    """The channel alone, at the end of a wire."""

    channel: TelegramChannel
    files: LocalFiles
    server: TelegramServer
    health: Health
    person: User
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def pending(self, key: str | None = None, chat: int = AN) -> Pending:
        return Pending(next(self._numbers), ChatRef("telegram", str(chat)), {}, key, NOW, NOW, 0)

    async def say(self, message: Message | str, key: str | None = None, chat: int = AN) -> Delivery:
        said = Message(message, "vi") if isinstance(message, str) else message
        return await self.channel.send(self.pending(key, chat), said)

    async def file(self, name: str, kind: str = "paper", data: bytes | None = None) -> ShownFile:
        stored = await self.files.put(bytes_of(name) if data is None else data)
        return ShownFile(kind, name, "", stored.sha256, stored.size)  # type: ignore[arg-type]

    @property
    def texts(self) -> list[str]:
        return [m.text for m in self.person.screen if m.by_bot]


@pytest.fixture
async def sender(
    request: pytest.FixtureRequest, server: TelegramServer, tmp_path: Path
) -> AsyncIterator[Sender]:
    """Time jumps where we wait, unless the parameter is «real»: then requests take theirs."""
    settings = Settings(telegram_token=server.token, telegram_api_url=server.url)
    bot, tasks, files = client(settings), Tasks(), LocalFiles(tmp_path)
    await files.open()

    async def jump(seconds: float) -> None:
        server.clock.advance(seconds)
        await asyncio.sleep(0)

    health = Health(server.clock.now)
    real = getattr(request, "param", "") == "real"
    gate = Gate(tasks, server.clock.now, asyncio.sleep if real else jump)
    fetcher = Fetcher(bot, files, health)
    begin = Memory().begin  # of messages to many, of which there are none here
    channel = TelegramChannel(bot, gate, fetcher, files.path, health, server.clock.now, begin)
    person = server.user(AN, "Nông", "Thử")
    await person.starts()
    yield Sender(channel, files, server, health, person)
    await tasks.stop()
    await bot.session.close()


# -- words


def text_of(text: str) -> str:
    return unicodedata.normalize("NFC", text)


async def test_words_note_and_buttons_arrive(sender: Sender) -> None:
    labels = {"a/yes": "Có", "a/no": "Không", "a/ask": "Để tôi hỏi lại cán bộ đã", "a/menu": "Menu"}
    buttons = tuple(ShownButton(label, token) for token, label in labels.items())
    message = Message('Nộp <hồ sơ> & «ảnh» "này"?', "vi", "Nguồn: A & B <C>", buttons)
    assert isinstance(await sender.say(message), Sent)
    shown = sender.person.screen[-1]
    assert shown.text == 'Nộp <hồ sơ> & «ảnh» "này"?\n\nNguồn: A & B <C>'
    assert shown.rows == (("Có", "Không"), ("Để tôi hỏi lại cán bộ đã",), ("Menu",))
    assert [kind for kind, _, _ in shown.entities] == ["italic"]


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]),
                min_size=1, max_size=80)  # fmt: skip


@given(NAMES, NAMES | st.just(""))
def test_any_letters_are_escaped_and_counted_as_telegram_does(text: str, note: str) -> None:
    from tests.telegram.entities import formatted as read

    message = Message(text, "vi", note)
    said, marks = read(formatted(message), "HTML", None)
    assert said.strip() == (f"{text}\n\n{note}" if note else text).strip()
    found_by_telegram = {"hashtag", "cashtag", "mention", "url", "email", "bot_command"}
    ours = [mark for mark in marks if mark["type"] not in {*found_by_telegram, "phone_number"}]
    assert len(ours) == (1 if note else 0)
    assert units(message) >= len(said.encode("utf-16-le")) // 2


@pytest.mark.parametrize("letter", ["a", "ế", "🌾", "&", "👨\u200d🌾"])
async def test_the_longest_message_arrives_whole(sender: Sender, letter: str) -> None:
    text = letter * (9000 // len(letter)) + " hết"
    parts = shaped(Message(text, "vi", "Nguồn: Kế hoạch", MENU), sender.channel.abilities)
    assert len(parts) > 1
    for part in parts:
        assert units(part) <= TEXT_UNITS
        assert isinstance(await sender.say(part), Sent)
    joined = "".join(sender.texts)
    assert joined.replace("\n\nNguồn: Kế hoạch", "").replace(" ", "") == text.replace(" ", "")
    assert sender.person.screen[-1].buttons == ("Menu",)
    if letter == "&":  # the judge counts five for what Telegram counts one
        sender.server.log.clear()


async def test_vietnamese_of_either_form_is_one_length(sender: Sender) -> None:
    text = unicodedata.normalize("NFD", "Hạn nộp ") * 300
    for part in shaped(Message(text_of(text), "vi"), sender.channel.abilities):
        assert isinstance(await sender.say(part), Sent)
    assert text_of("".join(sender.texts)) == text_of(text).strip()


async def test_what_cannot_be_sent_is_rejected_and_stops_nothing(sender: Sender) -> None:
    assert isinstance(await sender.say("x" * 5000), Rejected)
    assert isinstance(await sender.say(""), Rejected)
    assert isinstance(await sender.say(Message("x", "vi", buttons=(ShownButton("x", "ớ" * 40),))),
                      Rejected)  # fmt: skip
    assert isinstance(await sender.say("y"), Sent)
    assert sender.texts == ["y"]
    # the judge would refuse these three as the server did
    sender.server.log[:] = [r for r in sender.server.log if r.status == 200]


async def test_what_telegram_will_not_read_as_html_is_said_without_marks(sender: Sender) -> None:
    sender.server.faults.next("sendMessage", Refuse(400, "Bad Request: can't parse entities: x"))
    message = Message("A <b>", "vi", "nguồn", MENU)
    assert isinstance(await sender.say(message, "k"), Sent)
    shown = sender.person.screen[-1]
    assert (shown.text, shown.entities, shown.buttons) == ("A <b>\n\nnguồn", (), ("Menu",))
    assert isinstance(await sender.say(replace(message, text="B"), "k"), Sent)
    assert sender.texts == ["B\n\nnguồn"]


def test_no_label_of_ours_looks_pressed() -> None:
    for lang in ("vi", "en"):
        for forms in read_catalogue(LOCALES, lang).forms.values():
            assert not [said for said in forms if said.startswith(TICK.strip())]


def test_more_buttons_than_telegram_shows_are_cut() -> None:
    many = tuple(ShownButton(f"{n}", f"a/{n}") for n in range(150))
    made = keyboard(Message("x", "vi", buttons=many))
    assert made is not None
    assert sum(len(row) for row in made.inline_keyboard) == 100
    assert keyboard(Message("x", "vi")) is None


# -- files


async def test_a_picture_goes_with_its_words(sender: Sender) -> None:
    picture = await sender.file("lịch <1> & 2.png", "picture")
    sent = await sender.say(Message("Lịch", "vi", "Nguồn", MENU, (picture,)))
    assert isinstance(sent, Sent)
    (shown,) = [m for m in sender.person.screen if m.by_bot]
    assert (shown.kind, shown.text, shown.buttons) == ("photo", "Lịch\n\nNguồn", ("Menu",))
    assert str(shown.message_id) == sent.receipt


async def test_words_too_long_for_a_caption_come_after_the_file(sender: Sender) -> None:
    paper = await sender.file("phiếu.pdf")
    for length, count in ((CAPTION_UNITS, 1), (CAPTION_UNITS + 1, 2)):
        before = len(sender.texts)
        message = Message("🌾" * (length // 2) + "a" * (length % 2), "vi", "", MENU, (paper,))
        assert isinstance(await sender.say(message), Sent)
        new = [m for m in sender.person.screen if m.by_bot][before:]
        assert [m.kind for m in new] == ["document", "text"][:count]
        assert new[0].files == (bytes_of("phiếu.pdf"),)
        assert new[0].names == ("phiếu.pdf",)
        assert new[-1].text == message.text
        assert [m.buttons for m in new] == [()] * (count - 1) + [("Menu",)]


async def test_several_files_then_the_words(sender: Sender) -> None:
    papers = tuple([await sender.file(f"{n}.pdf") for n in range(3)])
    assert isinstance(await sender.say(Message("Ba tệp", "vi", "", MENU, papers)), Sent)
    new = [m for m in sender.person.screen if m.by_bot]
    assert [m.names for m in new] == [("0.pdf",), ("1.pdf",), ("2.pdf",)]
    assert [m.text for m in new] == ["", "", "Ba tệp"]


async def test_a_large_picture_goes_as_a_document(sender: Sender) -> None:
    big = bytes_of("to.png") + b"\0" * (MOST_PHOTO + 1 - len(bytes_of("to.png")))
    picture = await sender.file("to.png", "picture", big)
    assert isinstance(await sender.say(Message("Ảnh", "vi", "", (), (picture,))), Sent)
    assert sender.person.screen[-1].kind == "document"
    assert sender.person.screen[-1].files == (big,)


async def test_a_picture_telegram_will_not_show_goes_as_a_document(sender: Sender) -> None:
    picture = await sender.file("hỏng.png", "picture", b"no picture at all")
    paper = await sender.file("a.pdf")
    for files in ((picture,), (picture, paper)):
        before = len(sender.texts)
        sent = await sender.say(Message("Ảnh", "vi", "nguồn", MENU, files))
        assert isinstance(sent, Sent)
        new = [m for m in sender.person.screen if m.by_bot][before:]
        assert [m.kind for m in new] == ["document"] * len(files)
        assert [m.names for m in new] == [(file.name,) for file in files]
        assert (new[-1].text, new[-1].buttons) == ("Ảnh\n\nnguồn", ("Menu",))


async def test_a_file_that_is_no_more_takes_only_itself_along(
    sender: Sender, caplog: pytest.LogCaptureFixture
) -> None:
    paper = await sender.file("a.pdf")
    gone = replace(paper, sha256="0" * 64, name="b.pdf")
    assert isinstance(await sender.say(Message("Hai tệp", "vi", "", MENU, (gone, paper))), Sent)
    (shown,) = [m for m in sender.person.screen if m.by_bot]
    assert (shown.names, shown.text) == (("a.pdf",), "Hai tệp")
    assert "0000" in caplog.text


async def test_a_file_that_goes_while_it_is_sent_is_no_lost_message(sender: Sender) -> None:
    paper = await sender.file("a.pdf")
    path = sender.files.path(paper.sha256)
    assert path
    pending, message = sender.pending(), Message("Tệp", "vi", "", MENU, (paper,))
    for _ in range(3):
        sender.server.faults.next("sendDocument", Gateway(502))
        assert isinstance(await sender.channel.send(pending, message), Later)
    path.unlink()
    assert isinstance(await sender.channel.send(pending, message), Sent)
    assert sender.texts == ["Tệp"]


@pytest.mark.parametrize("length", [3, 1100])
async def test_of_a_file_that_is_not_taken_the_words_are_said(sender: Sender, length: int) -> None:
    """And the operator learns of it: the message is one that was rejected."""
    empty = await sender.file("a.pdf", data=b"")
    paper = await sender.file("b.pdf")
    for files in ((empty,), (empty, paper)):
        delivery = await sender.say(Message("w" * length, "vi", "", MENU, files))
        assert isinstance(delivery, Rejected)
        shown = sender.person.screen[-1]
        assert (shown.text, shown.buttons) == ("w" * length, ("Menu",))
    assert [m.names for m in sender.person.screen if m.names] == [("b.pdf",)]


async def test_a_file_larger_than_bots_may_send_is_not_tried(sender: Sender) -> None:
    huge = replace(await sender.file("a.zip"), size=MOST_FILE + 1)
    assert isinstance(await sender.say(Message("Tệp", "vi", "", MENU, (huge,))), Sent)
    assert sender.texts == ["Tệp"]
    assert not sender.server.requests("sendDocument")


# -- a later message instead of the one before


async def test_a_keyed_message_is_changed_within_a_minute_if_nothing_came_between(
    sender: Sender,
) -> None:
    first = await sender.say(Message("1 tệp", "vi", "", MENU), "files")
    assert await sender.say(Message("2 tệp", "vi", "nguồn", MENU), "files") == first
    assert sender.texts == ["2 tệp\n\nnguồn"]
    assert await sender.say(Message("2 tệp", "vi", "nguồn", MENU), "files") == first  # not modified
    await sender.say("khác", "other")
    await sender.say("3 tệp", "files")
    await sender.say("4 tệp", "files")
    await sender.say("lời không khoá")
    await sender.say("5 tệp", "files")
    assert sender.texts == ["2 tệp\n\nnguồn", "khác", "4 tệp", "lời không khoá", "5 tệp"]
    sender.server.clock.advance(EDITED_WITHIN + 1)
    await sender.say("6 tệp", "files")
    assert sender.texts[-2:] == ["5 tệp", "6 tệp"]


async def test_what_the_person_has_deleted_is_said_anew(sender: Sender) -> None:
    await sender.say("1 tệp", "files")
    await sender.person.deletes(sender.person.screen[-1])
    assert isinstance(await sender.say("2 tệp", "files"), Sent)
    await sender.say("3 tệp", "files")
    assert sender.texts == ["3 tệp"]


async def test_a_file_with_words_is_not_changed_but_followed(sender: Sender) -> None:
    paper = await sender.file("a.pdf")
    await sender.say(Message("Tệp", "vi", "", (), (paper,)), "files")
    await sender.say("Xong", "files")
    assert sender.texts == ["Tệp", "Xong"]


async def test_an_answer_lost_to_an_edit_is_one_message_all_the_same(sender: Sender) -> None:
    await sender.say("1 tệp", "files")
    sender.server.faults.next("editMessageText", LostAnswer())
    pending = sender.pending("files")
    assert isinstance(await sender.channel.send(pending, Message("2 tệp", "vi")), Later)
    assert isinstance(await sender.channel.send(pending, Message("2 tệp", "vi")), Sent)
    assert sender.texts == ["2 tệp"]


async def test_people_are_kept_apart(sender: Sender) -> None:
    other = sender.server.user(1002, "Vi")
    await other.starts()
    await sender.say("1", "files")
    await sender.say("2", "files", chat=1002)
    assert sender.texts == ["1"]


# -- people who are gone


async def test_who_has_left_is_gone(sender: Sender) -> None:
    assert await sender.say("x", chat=999) == Gone()
    await sender.person.blocks()
    assert await sender.say("x") == Gone()
    await sender.person.unblocks()
    assert isinstance(await sender.say("x"), Sent)
    await sender.person.deletes_account()
    assert await sender.say("x") == Gone()
    assert sender.health.state == "ok"  # that people leave is no trouble of ours


# -- bad days


async def test_a_pause_is_obeyed_and_is_no_failure(sender: Sender) -> None:
    sender.server.faults.next("sendMessage", TooMany(7))
    pending, message = sender.pending(), Message("x", "vi")
    delivery = await sender.channel.send(pending, message)
    assert delivery == Later("429", timedelta(seconds=7))
    began = sender.server.clock.now()
    assert isinstance(await sender.channel.send(pending, message), Sent)
    assert sender.server.clock.now() - began >= 6.9
    assert sender.health.state == "ok"


@pytest.mark.slow
@pytest.mark.parametrize("sender", ["real"], indirect=True)
async def test_many_messages_to_many_people_break_no_rate(sender: Sender) -> None:
    sender.server.rates.limit()
    people = [sender.server.user(2000 + n, "Thử") for n in range(30)]
    for person in people:
        await person.starts()

    async def talk(chat: int) -> list[Delivery]:
        return [await sender.say(f"{n}", "k" if n % 2 else None, chat=chat) for n in range(5)]

    said = await asyncio.gather(*(talk(person.id) for person in people))
    assert not [d for some in said for d in some if not isinstance(d, Sent)]
    assert (sender.server.rates.violations, sender.server.rates.refused) == (0, 0)


NOT_DONE = (
    Gateway(502), Gateway(503), Refuse(500, "Internal Server Error"),
    Refuse(401, "Unauthorized"), Refuse(404, "Not Found"),
)  # fmt: skip


@pytest.mark.parametrize("fault", NOT_DONE)
async def test_what_was_not_done_is_put_off_as_often_as_it_takes(
    sender: Sender, fault: Gateway | Refuse
) -> None:
    sender.server.faults.next("sendMessage", fault, times=5)
    pending, message = sender.pending(), Message("x", "vi")
    for _ in range(5):
        assert isinstance(await sender.channel.send(pending, message), Later)
        assert sender.health.told().stuck
    assert isinstance(await sender.channel.send(pending, message), Sent)
    assert sender.texts == ["x"]
    assert sender.health.state == "ok"


MAY_BE_DONE = (
    (LostAnswer(), 2), (Dropped(), 0), (Gateway(504), 0), (Refuse(504, "Gateway Timeout"), 0),
    (Refuse(504, "Request Timeout"), 0),
)  # fmt: skip


@pytest.mark.parametrize(("fault", "copies"), MAY_BE_DONE)
async def test_what_may_have_been_done_is_tried_once_more_and_then_marked(
    sender: Sender, fault: LostAnswer | Dropped | Gateway | Refuse, copies: int
) -> None:
    sender.server.faults.next("sendMessage", fault, times=9)
    pending, message = sender.pending(), Message("x", "vi")
    assert isinstance(await sender.channel.send(pending, message), Later)
    assert await sender.channel.send(pending, message) == Sent(DOUBTFUL)
    assert sender.texts == ["x"] * copies
    sender.server.faults.clear()
    assert isinstance(await sender.say("y"), Sent)


async def test_a_part_that_was_sent_is_not_sent_again(sender: Sender) -> None:
    papers = tuple([await sender.file(f"{n}.pdf") for n in range(3)])
    sender.server.faults.next("sendDocument", Gateway(502), after=1)
    sender.server.faults.next("sendMessage", LostAnswer())
    message = Message("w" * 1100, "vi", "", MENU, papers)
    pending = sender.pending()
    tries = 0
    while not isinstance(await sender.channel.send(pending, message), Sent):
        tries += 1
    assert tries == 2
    new = [m for m in sender.person.screen if m.by_bot]
    assert [m.names for m in new if m.names] == [("0.pdf",), ("1.pdf",), ("2.pdf",)]
    assert len([m for m in new if m.text]) == 2  # the one whose answer was lost


async def test_a_slow_answer_is_waited_for(sender: Sender) -> None:
    sender.server.faults.next("sendMessage", Delay(0.5))
    assert isinstance(await sender.say("x"), Sent)


async def test_a_server_that_is_away_is_certain_and_named(sender: Sender) -> None:
    port, sender.server.port = sender.server.port, 1
    from aiogram.client.telegram import TelegramAPIServer

    session = sender.channel._bot.session
    there = session.api
    session.api = TelegramAPIServer.from_base("http://127.0.0.1:9")
    pending = sender.pending()
    for _ in range(4):
        delivery = await sender.channel.send(pending, Message("x", "vi"))
        assert isinstance(delivery, Later)
        assert sender.server.token not in delivery.why
    assert sender.health.told().state == "unreachable"
    session.api, sender.server.port = there, port
    assert isinstance(await sender.channel.send(pending, Message("x", "vi")), Sent)
    assert sender.texts == ["x"]
