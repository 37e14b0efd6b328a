"""Facts at the server: as they are today, with what corrected them."""

from __future__ import annotations

import json
from pathlib import Path

from storage import open_storage
from tests.bot.test_commands import bot
from tests.bot.test_recall import moves
from tests.filling import NoPapers
from tests.talk import a_house


async def test_facts_are_listed_with_what_corrected_them(tmp_path: Path) -> None:
    storage = open_storage(f"sqlite:///{tmp_path / 'bot.db'}")
    async with a_house(tmp_path, storage=storage, workers=NoPapers()) as house:
        await moves(house)
    listed = bot("facts", folder=tmp_path).stdout.splitlines()
    (line,) = [n for n, text in enumerate(listed) if text.startswith("stage.receiving\t")]
    assert "đến hết ngày 15/6/2027" in listed[line]
    assert "người số 1 đề nghị, người số 2 duyệt" in listed[line + 1]
    assert any(text.startswith("topic.le_phi\t") for text in listed)
    corrected = bot("facts", "--corrected", folder=tmp_path).stdout
    assert corrected.splitlines() == listed[line : line + 2]
    found = bot("facts", "trao giai", folder=tmp_path).stdout
    assert "stage.awards" in found
    assert "topic.le_phi" not in found
    ask = ("ask", "hạn nộp hồ sơ là ngày nào?")
    assert "30/5/2027" in json.loads(bot(*ask, folder=tmp_path).stdout)["text"]
    assert "15/6/2027" in json.loads(bot(*ask, "--today", folder=tmp_path).stdout)["text"]
