"""Photos and papers: in albums and one by one, twice, wrong, unasked, with words under them."""

from __future__ import annotations

import asyncio
import random
from datetime import timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from contest.documents.limits import Advice, Problem
from contest.documents.same import PICTURE, SIDE
from dialog.event import Attachment, Pressed, Sent
from dialog.step import More
from handlers.dossier import filing
from handlers.dossier.advising import ADVICE, CANNOT_USE
from storage.memory import Memory
from storage.port import Arrival, ChatFile
from tests.filling import TINY, WORDS, Farmer, a_farmer, said
from tests.talk import bytes_of, contest

TEN = [f"anh{n}.jpg" for n in range(10)]


async def names(farmer: Farmer, step: str) -> list[str]:
    """Of the files of a step, given or begun."""
    answers = await farmer.answers()
    value: Any = answers.begun.get(step) or answers.given.get(step) or {}
    return [f["name"] for f in value.get("files", ())]


def test_every_problem_and_every_advice_has_its_words() -> None:
    assert set(CANNOT_USE) == set(get_args(Problem))
    assert set(ADVICE) == set(get_args(Advice))


async def test_an_album_as_one_event_is_acknowledged_once(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="photos")
        (message,) = await farmer.send(*TEN, caption="máy đang chạy")
        assert "10" in message.text
        assert await names(farmer, "photos") == TEN
        await farmer.choose("photos", "enough")
        files = (await farmer.given())["photos"]["files"]
        assert [f["caption"] for f in files] == ["máy đang chạy", *[""] * 9]


async def album(farmer: Farmer, *photos: str) -> None:
    """As a channel gives it that knows no albums: an event for each, all at once."""
    app, chat = farmer.house.app, farmer.person.chat
    arrivals = []
    for name in photos:
        stored = await app.files.put(bytes_of(name))
        file = {"kind": "photo", "file": stored.sha256, "name": name, "type": "image/jpeg",
                "size": stored.size}  # fmt: skip
        payload = {"kind": "files", "files": [file], "caption": ""}
        arrivals.append(Arrival(chat, f"album-{name}", payload, farmer.house.clock()))
    await asyncio.gather(*(app.intake.accept(arrival) for arrival in arrivals))


async def unsent(farmer: Farmer) -> list[str]:
    storage = farmer.house.app.storage
    assert isinstance(storage, Memory)
    return [str(o.pending.body["text"]) for o in storage.outbox if o.state == "due"]


async def test_an_album_as_ten_events_is_acknowledged_once(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="photos")
        farmer.house.app.turns.settle = timedelta(seconds=1000)
        await album(farmer, *TEN)
        await farmer.house.app.idle()
        assert await names(farmer, "photos") == TEN
        (message,) = await unsent(farmer)
        assert "10" in message


async def test_the_same_album_again_changes_nothing(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="photos")
        await farmer.send(*TEN)
        before = await names(farmer, "photos")
        await farmer.send(*TEN)
        assert await names(farmer, "photos") == before
        await album(farmer, *TEN)
        await farmer.house.app.idle()
        assert await names(farmer, "photos") == before


async def test_good_ones_stay_when_others_are_refused(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="photos")
        text = said(await farmer.send("a.jpg", "chuong_trinh.exe", "loi.wav", "b.jpg"))
        assert await names(farmer, "photos") == ["a.jpg", "b.jpg"]
        assert "chuong_trinh.exe" in text
        assert "loi.wav" in text


async def test_only_wrong_ones_leave_the_step_as_it_was(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="photos")
        await farmer.send("a.txt")
        await farmer.choose("photos", "enough")
        assert await farmer.asked() == "photos"
        assert "photos" not in await farmer.given()


async def test_no_more_than_the_contest_takes(tmp_path: Path) -> None:
    async with a_farmer(tmp_path, TINY) as farmer:
        await farmer.fill(until="pictures")
        text = said(await farmer.send(*TEN[:5]))
        assert await names(farmer, "pictures") == TEN[:3]
        assert TEN[3] in text
        assert TEN[4] in text


async def test_one_is_dropped_and_another_comes(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="photos")
        await farmer.send("a.jpg", "b.jpg")
        await farmer.person.press("Bỏ tệp 2")
        assert await names(farmer, "photos") == ["a.jpg"]
        await farmer.send("c.jpg")
        await farmer.choose("photos", "enough")
        assert await names(farmer, "photos") == ["a.jpg", "c.jpg"]


async def test_an_old_drop_button_drops_nothing_else(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="photos")
        await farmer.send("a.jpg", "b.jpg")
        drop = next(b.token for b in farmer.person.last.buttons if "drop-" in b.token)
        await farmer.press(drop)
        await farmer.press(drop)
        assert await names(farmer, "photos") == ["a.jpg"]
        await farmer.press(drop[: drop.index("drop-") + len("drop-")])
        assert await names(farmer, "photos") == ["a.jpg"]


async def test_a_photo_nobody_asked_for_goes_where_photos_go(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        for step in ("title", "field", "authors", "why", "drawings"):
            await farmer.fill(until=step)
            await farmer.send(f"{step}.jpg")
            assert await farmer.asked() == step
        photos = await names(farmer, "photos")
        assert photos == [f"{s}.jpg" for s in ("title", "field", "authors", "why", "photos")]
        assert await names(farmer, "drawings") == ["drawings.jpg"]


async def test_a_photo_after_all_is_done_belongs_to_the_dossier(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill()
        await farmer.send("them.jpg")
        assert await names(farmer, "photos") == ["photos.jpg", "them.jpg"]
        assert (await farmer.answers()).begun == {}
        assert (await farmer.dossier()).state == "complete"


async def test_a_recording_in_a_story_is_kept_with_its_words(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="why")
        await farmer.say("Trước hết là nhà neo người.")
        await farmer.send("ke.wav", caption="nghe giúp tôi")
        await farmer.send("ke.wav")
        await farmer.choose("why", "enough")
        parts = (await farmer.given())["why"]["parts"]
        texts = [p["text"] for p in parts if "text" in p]
        assert texts == ["Trước hết là nhà neo người.", "nghe giúp tôi"]
        assert [p["voice"]["name"] for p in parts if "voice" in p] == ["ke.wav"]


@pytest.mark.parametrize("again", ["photos", "why"])
async def test_files_of_an_answer_are_the_dossiers_own(tmp_path: Path, again: str) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until=again)
        await farmer.send("a.jpg" if again == "photos" else "a.wav")
        known = [f.name for f in await farmer.house.app.storage.files_of(farmer.code)]
        assert any(name.startswith("a.") for name in known)


async def test_words_under_a_photo_sent_twice_are_not_lost(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="photos")
        await farmer.send("a.jpg")
        await farmer.send("a.jpg", caption="đây là trục máy")
        files = (await farmer.answers()).begun["photos"]["files"]
        assert [f["caption"] for f in files] == ["đây là trục máy"]


async def test_a_photo_and_a_recording_together_each_find_their_place(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="why")
        await farmer.send("may.jpg", "ke.wav")
        answers = await farmer.answers()
        kept = [f["name"] for v in answers.begun.values() for f in v.get("files", ())]
        kept += [p["voice"]["name"] for p in answers.begun.get("why", {}).get("parts", ())]
        assert sorted(kept) == ["ke.wav", "may.jpg"]


async def test_two_chats_answer_one_dossier_at_the_same_moment(tmp_path: Path) -> None:
    """The owner on two phones; each turn that came late is thought again."""
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="photos")
        house, app = farmer.house, farmer.house.app
        await farmer.press(f"dossier/claim/{farmer.code}")
        found = [line for line in farmer.person.last.text.split("\n") if line.count("-") == 2]
        other = Farmer(house.person("may_kia"), farmer.code)
        await other.say(found[-1].strip())
        await other.person.press_token(
            next(b.token for b in other.person.last.buttons if b.token.startswith("invited/yes/"))
        )
        await other.press(f"dossier/open/{farmer.code}")
        await other.edit("photos")

        arrivals = []
        for n, who in enumerate([farmer, other] * 5):
            stored = await app.files.put(bytes_of(TEN[n]))
            file = ChatFile(stored.sha256, TEN[n], "image/jpeg", stored.size)
            payload = {"kind": "files", "caption": "", "files": [
                {"kind": "photo", "file": file.sha256, "name": file.name, "type": file.type,
                 "size": file.size}]}  # fmt: skip
            arrivals.append(Arrival(who.person.chat, f"two-{n}", payload, house.clock()))
        await asyncio.gather(*(app.intake.accept(arrival) for arrival in arrivals))
        await app.idle()
        assert sorted(await names(farmer, "photos")) == TEN
        assert (await farmer.given())["title"] == WORDS


def test_a_photo_is_compared_with_those_that_are_still_there() -> None:
    step = next(s for s in contest().pack.checklist.steps if s.id == "drawings")
    take = filing.take(step)

    def photo(letter: str, mark: str) -> Attachment:
        about = {"kind": "image", "problem": "", "advice": [], "fingerprint": mark, "pages": 1}
        return Attachment("photo", letter * 64, f"{letter}.jpg", about=about)

    marks = [f"{PICTURE}{random.Random(seed).randbytes(SIDE * SIDE // 8).hex()}" for seed in (1, 2)]
    files = (photo("a", marks[0]), photo("b", marks[1]), photo("c", marks[1]))
    held = take(None, Sent(files))
    assert isinstance(held, More)
    assert [f["twin"] for f in held.value["files"]] == [None, None, 2]
    fewer = take(held.value, Pressed(f"drop-{'a' * 12}"))
    assert isinstance(fewer, More)
    assert [(f["twin"], f["advice"]) for f in fewer.value["files"]] == [(None, []), (1, ["same"])]
    last = take(fewer.value, Pressed(f"drop-{'b' * 12}"))
    assert isinstance(last, More)
    assert [(f["twin"], f["advice"]) for f in last.value["files"]] == [(None, [])]
