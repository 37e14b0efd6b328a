"""What every storage promises of upload pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from contest.dossier import Requested
from contest.model import Asked
from storage.port import Arrival, ChatState, Conflict, Save, Storage, UploadPage
from tests.storage.test_contract import CHAT, OTHER, accepted, message
from tests.storage.turns import Somebody, to_erase
from tests.talk import NOW

UNTIL = NOW + timedelta(minutes=30)
PAGE = UploadPage("a" * 64, CHAT, "d-ABC23D", "photos", UNTIL)
ANYTHING = UploadPage("b" * 64, CHAT, None, None, UNTIL)


async def opened(storage: Storage, *pages: UploadPage, event: str = "a") -> None:
    one = await accepted(storage, event, pages[0].chat)
    version = (await storage.load(pages[0].chat)).version
    asked = (Asked("human", "Xóa hết cho tôi"),)
    await storage.save(Save(one, version, ChatState(lang="vi"), NOW, (), asked, pages=tuple(pages)))


def handing_in(page: UploadPage, **payload: object) -> Arrival:
    later = NOW + timedelta(minutes=5)
    return Arrival(page.chat, f"page:{page.token}", payload, later, page=page.token)


async def test_a_page_is_remembered_as_it_was_opened(storage: Storage) -> None:
    await opened(storage, PAGE, ANYTHING)
    assert await storage.upload_page(PAGE.token) == PAGE
    assert await storage.upload_page(ANYTHING.token) == ANYTHING
    assert await storage.upload_page("c" * 64) is None


async def test_a_page_is_opened_with_its_turn_or_not_at_all(storage: Storage) -> None:
    await opened(storage, ANYTHING)
    two = await accepted(storage, "b")
    with pytest.raises(Conflict):
        await storage.save(Save(two, 0, ChatState(), NOW, pages=(PAGE,)))
    assert await storage.upload_page(PAGE.token) is None


async def test_a_page_is_used_up_once_and_with_what_it_hands_in(storage: Storage) -> None:
    await opened(storage, PAGE, ANYTHING)
    first = await storage.accept(handing_in(PAGE, files=["one"]))
    assert first is not None
    used = await storage.upload_page(PAGE.token)
    assert used == replace(PAGE, used_at=first.at)
    again = await storage.accept(replace(handing_in(PAGE, files=["two"]), at=UNTIL))
    assert again is not None  # it is not answered yet
    assert (again.number, again.payload) == (first.number, {"files": ["one"]})
    (waiting,) = await storage.undone()
    assert waiting.payload == {"files": ["one"]}
    await storage.save(Save(first, 1, ChatState(), NOW))
    assert await storage.accept(handing_in(PAGE)) is None
    assert await storage.upload_page(PAGE.token) == used
    assert await storage.upload_page(ANYTHING.token) == ANYTHING


async def test_pages_that_are_over_are_forgotten(storage: Storage) -> None:
    await opened(storage, PAGE, replace(ANYTHING, until=UNTIL + timedelta(days=1)))
    await storage.forget(UNTIL)
    assert await storage.upload_page(PAGE.token) == PAGE
    assert await storage.forget(UNTIL + timedelta(seconds=1)) == 1
    assert await storage.upload_page(PAGE.token) is None
    assert await storage.upload_page(ANYTHING.token) is not None


async def test_pages_are_erased_with_their_chat(storage: Storage) -> None:
    others = replace(PAGE, token="d" * 64, chat=OTHER)
    await opened(storage, PAGE)
    await opened(storage, others, event="b")
    number = (await storage.questions())[0].number
    assert await storage.erase(number, message("Đã xóa."), NOW)
    assert await storage.upload_page(PAGE.token) is None
    assert await storage.upload_page(others.token) == others


async def test_pages_are_erased_on_request(storage: Storage) -> None:
    somebody = Somebody(storage, "s")
    request = to_erase()
    assert isinstance(request, Requested)
    save = await somebody.turn(request)
    page = replace(PAGE, chat=somebody.chat)
    await storage.save(replace(save, pages=(page,)))
    assert await storage.upload_page(page.token) == page
    (waiting,) = await storage.requests()
    assert await storage.erase_for(waiting.number, message("Đã xóa."), NOW)
    assert await storage.upload_page(page.token) is None
