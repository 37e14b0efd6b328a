"""What was taught, at the server: listed, and written as the next release of the pack needs it."""

from __future__ import annotations

import shutil
from importlib import import_module
from pathlib import Path

import pytest

from bot.commands.parser import parser
from bot.commands.words import Words
from bot.config import Settings
from bot.texts import Texts
from contest.pack import Topic
from contest.reading import load
from contest.staff import Deciding, Joining, Proposing
from contest.teaching import Teaching, new_id, sources
from dialog.event import ChatRef
from storage import open_storage
from tests.storage.test_staff import invited, turn
from tests.talk import NOW, TINY

QUESTION = "Diều đèn led có được thi không?"
NEW = Topic(
    id=new_id(QUESTION),
    question={"vi": QUESTION},
    answer={"vi": 'Được thi, đèn "chạy pin" dưới 5 vôn thì được.'},
    status="official",
    sources=sources("rules", "4"),
)
DONE = (
    Teaching(("cơm nguội miết lên giấy",), "glue"),
    Teaching(("dieu den led thi dc ko", "gắn bóng nháy lên diều", QUESTION), NEW.id, NEW),
    Teaching(("điều gì đó không còn",), "gone"),
)


async def taught(folder: Path) -> None:
    storage = open_storage(f"sqlite:///{folder / 'bot.db'}")
    await storage.open()
    for token, chat in (("a", ChatRef("test", "1")), ("b", ChatRef("test", "2"))):
        await invited(storage, token)
        await turn(storage, chat, Joining(token))
    for number, teaching in enumerate(DONE, 1):
        await turn(storage, ChatRef("test", "1"), Proposing("teaching", teaching.detail))
        await turn(storage, ChatRef("test", "2"), Deciding(number, NOW))
        assert await storage.carry_out(number, [], NOW)
    await storage.close()


async def at_the_server(
    capsys: pytest.CaptureFixture[str], folder: Path, pack: Path, *arguments: str
) -> tuple[int, str]:
    """The exit code of `python -m bot …`, and what it printed."""
    words = Words(Texts(), "vi")
    options = parser(words).parse_args(arguments)
    settings = Settings(data_dir=folder, contest_pack=str(pack))
    code = await import_module(f"bot.commands.{options.command}").work(settings, options, words)
    return code, capsys.readouterr().out


async def test_what_was_taught_becomes_part_of_the_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await taught(tmp_path)
    pack = Path(shutil.copytree(TINY, tmp_path / "pack"))
    code, listed = await at_the_server(capsys, tmp_path, pack, "teachings")
    assert code == 1  # one has no place any more
    assert "«Dùng keo gì?»: cơm nguội miết lên giấy (chưa có trong gói nội dung)" in listed
    assert "điều gì đó không còn (không còn chỗ" in listed
    assert "2 chưa có trong gói nội dung" in listed
    code, topics = await at_the_server(capsys, tmp_path, pack, "teachings", "--toml")
    assert code == 0
    code, phrasings = await at_the_server(capsys, tmp_path, pack, "teachings", "--phrasings")
    assert code == 0
    (pack / "faq" / "taught.toml").write_text(topics, "utf-8")
    (pack / "faq" / "phrasings" / "taught.txt").write_text(phrasings, "utf-8")
    assert load(pack).topics[NEW.id] == NEW
    _, listed = await at_the_server(capsys, tmp_path, pack, "teachings")
    assert listed.count("(đã có trong gói nội dung)") == 2
    assert "0 chưa có" in listed
    assert await at_the_server(capsys, tmp_path, pack, "teachings", "--toml") == (0, "")


async def test_at_the_server_too_it_is_asked_as_it_is_today(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await taught(tmp_path)
    asked = ("ask", "--today", "dieu den led thi dc ko")
    _, said = await at_the_server(capsys, tmp_path, TINY, *asked)
    assert NEW.id in said
    assert "Điều lệ 1/ĐL, mục 4" in said
