"""The deadline, to the second, in Vietnam's time; and what was returned with a day of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from contest.calendar import ZONE
from storage.port import ChatFile
from tests.filling import Farmer, NoPapers, a_farmer, said
from tests.talk import House, SetClock, a_house, bytes_of

LAST = datetime(2027, 5, 30, 23, 59, 59, tzinfo=ZONE)
OVER = datetime(2027, 5, 31, tzinfo=ZONE)


@pytest.fixture
async def farmer(tmp_path: Path) -> AsyncIterator[Farmer]:
    async with a_farmer(tmp_path, clock=SetClock(LAST - timedelta(days=20))) as farmer:
        yield farmer


def at(farmer: Farmer, moment: datetime) -> House:
    """A server's clock has any zone."""
    farmer.house.clock.now = moment.astimezone(UTC)
    return farmer.house


async def test_an_answer_in_the_last_second(farmer: Farmer) -> None:
    at(farmer, LAST)
    await farmer.fill(until="why")
    await farmer.say("Viết kịp.")
    assert (await farmer.answers()).begun["why"] == {"parts": [{"text": "Viết kịp."}]}
    at(farmer, OVER)
    await farmer.say("Viết muộn.")
    await farmer.choose("why", "enough")
    assert "why" not in await farmer.given()
    assert (await farmer.answers()).begun["why"] == {"parts": [{"text": "Viết kịp."}]}


async def test_handed_in_in_the_last_second(farmer: Farmer) -> None:
    await farmer.fill()
    at(farmer, LAST)
    messages = await farmer.submit()
    assert "23:59, 30/5/2027" in said(messages)
    (submission,) = (await farmer.dossier()).submissions
    assert submission.at == LAST


async def test_one_second_later_it_is_not_but_the_wish_is_noted(farmer: Farmer) -> None:
    await farmer.fill()
    at(farmer, LAST)
    token = await farmer.submit_token()
    at(farmer, OVER)
    text = said(await farmer.press(token))
    assert "ĐÃ NHẬN" not in text
    assert (await farmer.dossier()).submissions == ()
    assert (await farmer.dossier()).state == "complete"
    await farmer.press(f"dossier/late/{farmer.code}")
    notes = await farmer.house.app.storage.notes(farmer.code)
    (late,) = [n.detail for n in notes if n.what == "late_intent"]
    assert late == {"at": OVER.isoformat(), "state": "complete"}


async def test_what_arrived_in_time_and_was_thought_about_later_was_in_time(
    farmer: Farmer,
) -> None:
    """The line before midnight is long: what counts is when it arrived."""
    await farmer.fill()
    at(farmer, LAST)
    token = await farmer.submit_token()
    house, storage = farmer.house, farmer.house.app.storage
    save = storage.save

    async def slow(*args: object) -> object:
        at(farmer, OVER + timedelta(minutes=10))
        return await save(*args)  # type: ignore[arg-type]

    house.app.turns.storage = Slow(storage, slow)  # type: ignore[assignment]
    messages = await farmer.press(token)
    assert "23:59, 30/5/2027" in said(messages)
    (submission,) = (await farmer.dossier()).submissions
    assert submission.at == LAST


class Slow:
    """A storage whose saves take their time."""

    def __init__(self, storage: object, save: object) -> None:
        self._storage, self.save = storage, save

    def __getattr__(self, name: str) -> object:
        return getattr(self._storage, name)


@pytest.mark.parametrize(("begun", "in_time"), [(LAST, True), (OVER, False), (None, False)])
async def test_a_file_that_comes_late_is_kept_with_its_times(
    farmer: Farmer, begun: datetime | None, in_time: bool
) -> None:
    await farmer.fill(until="photos")
    here = OVER + timedelta(minutes=3)
    house = at(farmer, here)
    stored = await house.app.files.put(bytes_of("muon.jpg"))
    kept = ChatFile(stored.sha256, "muon.jpg", "image/jpeg", stored.size)
    await house.app.storage.keep_file(farmer.person.chat, kept, house.clock())
    began = begun.astimezone(UTC).isoformat() if begun else None
    file = {"kind": "photo", "file": kept.sha256, "name": kept.name, "type": kept.type,
            "size": kept.size, "begun": began}  # fmt: skip
    await farmer.person.do({"kind": "files", "files": [file], "caption": ""})
    notes = await house.app.storage.notes(farmer.code)
    (late,) = [n.detail for n in notes if n.what == "late_file"]
    assert late["file"] == kept.sha256
    assert datetime.fromisoformat(late["began"]) == (begun or here)
    assert datetime.fromisoformat(late["here"]) == here
    assert late["began_in_time"] is in_time
    assert kept.sha256 in {f.sha256 for f in await house.app.storage.files_of(farmer.code)}
    assert "photos" not in (await farmer.answers()).begun


async def test_nothing_of_it_changes_any_more(farmer: Farmer) -> None:
    await farmer.fill(until="authors", kind="group")
    await farmer.author("Nông Văn Thử", "1971")
    await farmer.choose("authors", "more")
    await farmer.author("Vi Thị Mẫu", "1990")
    await farmer.choose("authors", "enough")
    await farmer.choose("authors", "even")
    await farmer.say("1")
    mau = (await farmer.given())["authors"]["rows"][1]["id"]
    before = await farmer.answers()
    at(farmer, OVER)
    await farmer.press(f"dossier/onpaper/{farmer.code}/{mau}")
    for step, choice in [("entrant", "one"), ("title", "edit"), ("field", "y_duoc"),
                         ("authors", "again"), ("made", "later"), ("photos", "none")]:  # fmt: skip
        await farmer.choose(step, choice)
        await farmer.say("Muộn rồi")
    await farmer.say("làm hồ sơ mới")
    assert await farmer.answers() == before
    assert (await farmer.dossier()).state == "draft"


async def test_no_new_dossier_and_none_taken_up_after_it(farmer: Farmer) -> None:
    await farmer.press(f"dossier/withdrawn/{farmer.code}")
    at(farmer, OVER)
    await farmer.press(f"dossier/takeup/{farmer.code}")
    assert (await farmer.dossier()).state == "withdrawn"
    await farmer.press("dossier/new")
    assert len((await farmer.snapshot()).dossiers) == 1


@pytest.mark.parametrize("helps", [False, True])
async def test_asked_before_and_agreed_after_it_opens_none(tmp_path: Path, helps: bool) -> None:
    async with a_house(tmp_path, clock=SetClock(LAST), workers=NoPapers()) as house:
        farmer = Farmer(house.person())
        await farmer.press("dossier/help" if helps else "dossier/new")
        at(farmer, OVER)
        if helps:
            await farmer.send("dong_y.wav")
        else:
            for purpose in ("dossier", "contact", "reminders"):
                await farmer.press(f"consent:{purpose}/yes")
        assert (await farmer.snapshot()).dossiers == ()


async def test_withdrawn_and_taken_up_in_time_has_all_its_answers(farmer: Farmer) -> None:
    await farmer.fill()
    await farmer.submit()
    before = await farmer.given()
    await farmer.press(f"dossier/withdrawn/{farmer.code}")
    at(farmer, LAST)
    await farmer.press(f"dossier/takeup/{farmer.code}")
    assert (await farmer.dossier()).state == "complete"
    assert await farmer.given() == before
    await farmer.submit()
    assert [s.number for s in (await farmer.dossier()).submissions] == [1, 2]
    assert (await farmer.dossier()).state == "submitted"


@pytest.mark.parametrize(
    ("until", "day", "open_then"),
    [
        (date(2027, 6, 10), datetime(2027, 6, 10, 23, 59, 59, tzinfo=ZONE), True),
        (date(2027, 6, 10), datetime(2027, 6, 11, tzinfo=ZONE), False),
        (None, datetime(2027, 7, 1, tzinfo=ZONE), True),
        (date(2027, 5, 20), LAST, True),  # the contest's own day is later
        (date(2027, 5, 20), OVER, False),
    ],
)
async def test_what_was_returned_has_its_own_day(
    farmer: Farmer, until: date | None, day: datetime, open_then: bool
) -> None:
    await farmer.fill()
    await farmer.submit()
    assert await farmer.judged("returned", {"why": "Kể rõ hơn"}, until)
    at(farmer, day)
    await farmer.edit("why")
    await farmer.say("Rõ hơn đây.")
    await farmer.choose("why", "enough")
    texts = [p["text"] for p in (await farmer.given())["why"]["parts"]]
    assert ("Rõ hơn đây." in texts) is open_then
    if not open_then:
        return
    await farmer.submit()
    assert (await farmer.dossier()).state == "resubmitted"
    at(farmer, max(day, OVER))
    await farmer.edit("why")
    await farmer.say("Thêm nữa.")
    assert (await farmer.answers()).begun == {}


async def test_an_accepted_dossier_is_said_to_be_accepted(farmer: Farmer) -> None:
    await farmer.fill()
    await farmer.submit()
    before = await farmer.given()
    token = await farmer.edit("title") and f"dossier/submit/{farmer.code}/00000000"
    assert await farmer.judged("accepted")
    text = said(await farmer.press(token))
    assert "hết hạn" not in text
    await farmer.choose("title", "edit")
    await farmer.say("Tên khác")
    assert await farmer.given() == before
    assert (await farmer.dossier()).state == "accepted"
