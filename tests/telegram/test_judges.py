"""The judges: they pass what the server says, and catch what is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from tests.telegram import TelegramServer
from tests.telegram.judges import RESULTS, Condemned, judge_call, judge_result, judge_update
from tests.telegram.mutations import misspelt
from tests.telegram.server import METHODS


async def test_everything_is_recognised(spoken: TelegramServer) -> None:
    assert len(spoken.emitted) > 35
    for update in spoken.emitted:
        judge_update(update)
    called = set()
    for request in spoken.requests():
        assert request.status == 200, request
        called.add(request.method.lower())
        judge_result(request.method, request.result)
        judge_call(request.method, request.params)
    assert called >= METHODS.keys() - {"close", "logout"}
    assert called >= RESULTS.keys() - {"getupdates"}


@pytest.mark.parametrize(
    ("method", "params", "said"),
    [
        ("sendMessage", {"text": "<b>x", "parse_mode": "HTML"}, "can't parse entities"),
        ("sendMessage", {"text": "x" * 4097}, "message is too long"),
        ("sendMessage", {"text": "x", "reply_markup": {
            "inline_keyboard": [[{"text": "x", "callback_data": "ớ" * 22}]]}},
         "BUTTON_DATA_INVALID"),
        ("sendMessage", {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x"}]]}},
         "exactly one"),
        ("sendPhoto", {"photo": "attach://photo", "caption": "x" * 1025}, "caption is too long"),
        ("sendMessage", {}, "text"),
        ("sendMessage", {"text": "x", "txet": "y"}, "unknown parameters"),
        ("sendTelepathy", {}, "no method"),
    ],
)  # fmt: skip
def test_wrong_requests_are_caught(method: str, params: dict[str, Any], said: str) -> None:
    with pytest.raises(Condemned, match=said):
        judge_call(method, {"chat_id": 1001, **params})
    judge_call("sendMessage", {"chat_id": 1001, "text": "<b>x</b>", "parse_mode": "HTML"})


async def test_misspelt_fields_of_updates_are_caught(spoken: TelegramServer) -> None:
    kinds: dict[str, dict[str, Any]] = {}
    for update in spoken.emitted:
        body = update.get("message") or {}
        kinds.setdefault(",".join(sorted({*update, *body})), update)
    wrongs = [made for update in kinds.values() for made in misspelt(update)]
    assert len(wrongs) > 500
    missed = []
    for key, wrong in wrongs:
        try:
            judge_update(wrong)
        except Condemned:
            continue
        missed.append(key)
    assert missed == []


async def test_lost_and_wrong_results_are_caught() -> None:
    user = {"id": 1, "is_bot": True, "first_name": "x"}
    judge_result("getMe", user)
    for wrong in ({"id": 1, "is_bot": True}, {**user, "moon": 1}, {**user, "first_name": None}):
        with pytest.raises(Condemned):
            judge_result("getMe", wrong)
    judge_result("deleteMessage", True)
    with pytest.raises(Condemned):
        judge_result("deleteMessage", {"ok": True})
