"""The public page of a receipt: what it says, to whom, how often, and what it never says."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest

from bot.channels.web.limits import Allowance, Limits
from contest.dossier import ReceiptFact
from storage.port import Unavailable
from tests.bot.browser import Server, a_server

GOOD = ReceiptFact("7K3M2P", 2, 7, 7, datetime(2027, 5, 20, 7, 5, tzinfo=UTC))
KNOWN = {
    "good-token": GOOD,
    "part": replace(GOOD, items_done=5),
    "old": replace(GOOD, replaced=True),
    "gone": replace(GOOD, withdrawn=True, replaced=True),
    "markup": replace(GOOD, code="<&>"),
}
asked: list[str] = []


async def receipt(token: str) -> ReceiptFact | None:
    if token == "storage-is-away":
        raise Unavailable("locked")
    asked.append(token)
    return KNOWN.get(token)


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    asked.clear()
    async with a_server(tmp_path, receipt=receipt) as server:
        yield server


async def page(server: Server, path: str, **headers: str) -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{server.url}{path}", headers=headers) as answer,
    ):
        return answer.status, await answer.text()


@pytest.mark.parametrize(
    ("token", "status", "said"),
    [
        ("good-token", 200, "Hồ sơ 7K3-M2P: 7/7 mục, nhận lúc 14:05 ngày 20/5/2027."),
        ("part", 200, "Hồ sơ 7K3-M2P: 5/7 mục"),
        ("old", 200, "đã được thay bằng biên nhận mới hơn"),
        ("gone", 200, "Hồ sơ 7K3-M2P đã rút"),
        ("nothing", 404, "Không có biên nhận này"),
    ],
)
async def test_what_a_receipt_is_worth(server: Server, token: str, status: int, said: str) -> None:
    found, text = await page(server, f"/r/{token}")
    assert found == status
    assert said in text
    assert '<html lang="vi">' in text
    assert "<script" not in text


async def test_it_speaks_english_to_who_asks(server: Server) -> None:
    _, text = await page(server, "/r/good-token?lang=en")
    assert "Dossier 7K3-M2P: 7/7 items, received at 14:05 on 20 May 2027." in text
    assert 'href="?lang=vi"' in text
    _, text = await page(server, "/r/good-token")
    assert 'href="?lang=en"' in text


@pytest.mark.parametrize("token", ["a" * 65, "%00", "a%20b", "..%2f..", "%C3%A9", "x.y"])
async def test_what_is_no_token_is_not_even_looked_up(server: Server, token: str) -> None:
    status, _ = await page(server, f"/r/{token}")
    assert status == 404
    assert asked == []


async def test_nothing_finds_copies_or_frames_it(server: Server) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{server.url}/r/good-token") as answer,
    ):
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script" not in policy
        assert "frame-ancestors 'none'" in policy
        assert "Set-Cookie" not in answer.headers


async def test_what_is_shown_is_text(server: Server) -> None:
    _, text = await page(server, "/r/markup")
    assert "&lt;&amp;&gt;" in text
    assert "<b>" not in text


async def test_who_guesses_is_slowed(tmp_path: Path) -> None:
    limits = Limits(receipts=Allowance(3, 1))
    async with a_server(tmp_path, receipt=receipt, limits=limits) as server:
        codes = [(await page(server, f"/r/guess{n}"))[0] for n in range(4)]
        assert codes == [404, 404, 404, 429]


async def test_a_storage_that_cannot_answer_is_not_taken_for_a_no(server: Server) -> None:
    status, text = await page(server, "/r/storage-is-away")
    assert status == 503
    assert "Không có" not in text


async def test_without_receipts_there_is_no_page(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        assert (await page(server, "/r/good-token"))[0] == 404
