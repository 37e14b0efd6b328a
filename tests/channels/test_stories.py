"""Every story over the wire: what people read in Telegram is, word for word, what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.turn import KEYED_WAIT
from tests.channels.line import a_line
from tests.telegram import TelegramServer
from tests.test_stories import STORIES, tell

QUICK = ("first_visit", "english")
# those that go by words alone: what was made before, or what somebody hears meanwhile, is not on
# their own screen
_MEANWHILE = re.compile(r"^(hears: |later: |dossier: |down: )", re.MULTILINE)
ALONE = [path for path in STORIES if not _MEANWHILE.search(path.read_text("utf-8"))]
CASES = [
    pytest.param(path, mode, id=f"{path.stem} {mode}",
                 marks=() if path.stem in QUICK else pytest.mark.slow)
    for path in ALONE for mode in ("polling", "webhook")
]  # fmt: skip


@pytest.mark.parametrize(("path", "mode"), CASES)
async def test_a_story_over_the_wire(
    path: Path, mode: str, tmp_path: Path, server: TelegramServer
) -> None:
    server.rates.limit()
    story = path.read_text("utf-8")
    async with a_line(tmp_path, server=server, mode=mode, settle=KEYED_WAIT) as line:
        now = await tell(line, story)  # type: ignore[arg-type]
    assert now == story
    assert server.rates.violations == 0
