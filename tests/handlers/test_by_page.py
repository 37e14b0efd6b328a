"""Where files of an upload page belong, and where they go when they come late."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.pages import kept
from contest.documents.facts import over_channel
from dialog.place import Answers
from handlers.dossier.by_page import cannot_use, wanted
from storage.port import UploadPage
from tests.bot.test_upload_pages import CODE, DIALOG, a_dossier
from tests.talk import House, Person, a_house, contest


@pytest.fixture
async def person(tmp_path: Path) -> AsyncIterator[Person]:
    async with a_house(tmp_path) as house:
        yield house.person()


async def answers(house: House) -> Answers:
    held = await house.app.storage.dossier(CODE)
    assert held is not None
    return held.answers


async def page_of(person: Person) -> UploadPage:
    found = await person.house.app.storage.upload_page(kept(person.page))
    assert found is not None
    return found


def test_what_each_step_of_the_pack_takes() -> None:
    here = contest()
    for step in here.pack.checklist.steps:
        asked = wanted(here, DIALOG, step.id)
        if step.kind in ("files", "paper"):
            assert asked is not None
            assert asked.kinds == step.accepts
        elif step.kind == "story":
            assert asked is not None
            assert asked.kinds == ("audio",)
        else:
            assert asked is None
    assert wanted(here, "find", "description") is None
    assert wanted(here, DIALOG, "no_such_step") is None
    assert wanted(here, None, None) is None


def test_what_cannot_be_used_is_told_why() -> None:
    photos = wanted(contest(), DIALOG, "photos")
    film = {"kind": "video", "problem": ""}
    paper = {"kind": "pdf", "problem": ""}
    assert cannot_use(photos, film) is None
    assert cannot_use(photos, paper) is not None
    assert cannot_use(None, paper) is None  # for whatever is asked when it comes
    assert cannot_use(None, {**paper, "problem": "encrypted"}) is not None


@pytest.mark.parametrize(
    ("step", "name", "goes_to"),
    [
        ("photos", "a.mp4", "photos"),  # the screen first
        ("drawings", "a.pdf", "drawings"),
        ("drawings", "a.mp4", "photos"),  # what it does not take goes where it is taken
        ("why", "a.wav", "why"),
        ("why", "a.mp4", "photos"),
        ("confirmation", "a.pdf", "confirmation"),
        ("title", "a.pdf", "drawings"),
        ("proof", "a.zip", "proof"),  # nobody knows what it is
        ("title", "a.zip", None),
    ],
)
async def test_where_a_file_that_is_not_carried_belongs(
    person: Person, step: str, name: str, goes_to: str | None
) -> None:
    await a_dossier(person.house.app.storage, person.chat, step=step)
    (said,) = await person.send_over_channel(name)
    page = await page_of(person)
    assert (page.dialog, page.step) == ((DIALOG, goes_to) if goes_to else (None, None))
    assert ("Tệp sẽ vào mục" in said.text) is bool(goes_to)
    state = (await person.house.app.storage.load(person.chat)).chat
    assert state.place.asked == step  # what was asked is still asked


async def test_a_recording_for_a_story_is_added_to_it_from_afar(person: Person) -> None:
    await a_dossier(person.house.app.storage, person.chat, step="why")
    await person.say("Nhà neo người, đến vụ tách ngô bằng tay.")
    await person.send_over_channel("ke.wav")
    await person.say("menu")
    await person.send_by_page("ke.wav")
    parts = (await answers(person.house)).begun["why"]["parts"]
    assert [next(iter(part)) for part in parts] == ["text", "voice"]


async def test_a_signed_paper_comes_from_afar(person: Person) -> None:
    await a_dossier(person.house.app.storage, person.chat, step="confirmation")
    await person.send_over_channel("xac_nhan.pdf")
    await person.say("menu")
    (said, *_) = await person.send_by_page("xac_nhan.pdf")
    assert "Xác nhận của đơn vị" in said.text
    assert len((await answers(person.house)).begun["confirmation"]["files"]) == 1


async def test_what_was_finished_stays_finished(person: Person) -> None:
    await a_dossier(person.house.app.storage, person.chat)
    await person.send("one.jpg")
    await person.press("Xong")
    await person.press_token(f"page/new/{DIALOG}/photos")
    await person.send_by_page("two.mp4")
    found = await answers(person.house)
    assert [f["name"] for f in found.given["photos"]["files"]] == ["one.jpg", "two.mp4"]
    assert "photos" not in found.begun


async def test_the_proof_of_a_helper_may_be_too_large(person: Person) -> None:
    await person.press_token("dossier/help")
    await person.send_over_channel("dong_y.wav")
    page = await page_of(person)
    assert (page.dialog, page.step) == ("helping", "proof")
    said = await person.send_by_page("dong_y.wav")
    assert "Đã mở hồ sơ" in "\n".join(m.text for m in said)


async def test_a_proof_that_comes_when_nobody_asks_any_more_is_kept(person: Person) -> None:
    await person.press_token("dossier/help")
    await person.send_over_channel("dong_y.wav")
    await person.say("menu")
    (said,) = await person.send_by_page("dong_y.wav")
    assert "Đã nhận và giữ 1 tệp" in said.text


async def test_where_nothing_is_asked_the_page_is_for_whatever_is_asked_then(
    person: Person,
) -> None:
    await person.send_over_channel("a.mp4", caption="Máy của tôi đây")
    page = await page_of(person)
    assert (page.dialog, page.step) == (None, None)
    await a_dossier(person.house.app.storage, person.chat)
    await person.send_by_page("a.mp4")
    assert len((await answers(person.house)).begun["photos"]["files"]) == 1


async def test_an_item_that_is_no_longer_asked_for_leaves_the_files_with_the_chat(
    person: Person,
) -> None:
    await a_dossier(person.house.app.storage, person.chat)
    files = [await person._kept("a.mp4")]
    for step in ("no_such_step", "title", "organisation"):
        payload = {"kind": "files", "files": files, "caption": "", "to": [DIALOG, step]}
        (said,) = await person.do(payload)
        assert "chưa vào hồ sơ" in said.text
    assert (await answers(person.house)).begun == {}


@pytest.mark.parametrize(
    "token", ["page/new", "page/new/", "page/new/x/y", "page/new/d-XXXXXX/photos"]
)
async def test_an_odd_button_gives_a_page_all_the_same(person: Person, token: str) -> None:
    (said,) = await person.press_token(token)
    assert "Tệp sẽ vào mục" not in said.text
    assert (await page_of(person)).dialog is None


async def test_one_that_is_carried_beside_one_that_is_not_is_taken(person: Person) -> None:
    await a_dossier(person.house.app.storage, person.chat)
    large = {"kind": "video", "file": "", "name": "b.mp4", "type": "", "size": 30_000_000}
    files = [await person._kept("a.jpg"), large]
    (said,) = await person.do({"kind": "files", "files": files, "caption": ""})
    assert "đã nhận 1 tệp" in said.text
    assert "b.mp4: ứng dụng nhắn tin không chuyển được" in said.text
    assert over_channel("", "b.mp4", 1).problem == "over_channel"
