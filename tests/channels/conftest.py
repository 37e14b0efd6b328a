from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.channels.line import Line, a_line, judge
from tests.telegram import TelegramServer


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    """Judged at the end of each test: every request, and every answer to one."""
    async with TelegramServer() as server:
        yield server
        judge(server)


@pytest.fixture(params=["polling", "webhook"])
async def line(
    request: pytest.FixtureRequest, tmp_path: Path, server: TelegramServer
) -> AsyncIterator[Line]:
    """A program that is connected, in both ways."""
    async with a_line(tmp_path, server=server, mode=request.param) as line:
        yield line
