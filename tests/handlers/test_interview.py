"""The questions of a dossier, whatever the contest and however they are answered."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.filling import TINY, Farmer, a_farmer, said
from tests.talk import House, contest

PACKS = pytest.mark.parametrize("pack", ["lang-son-9", TINY], ids=["shipped", "tiny"])
FREE = [s.id for s in contest().pack.checklist.steps if s.kind in ("words", "people", "story")]


@PACKS
@pytest.mark.parametrize("kind", ["one", "group"])
async def test_the_whole_of_it(tmp_path: Path, pack: str | Path, kind: str) -> None:
    async with a_farmer(tmp_path, pack, papers=True) as farmer:
        await farmer.fill(kind=kind)
        assert await farmer.missing() == []
        assert (await farmer.dossier()).state == "complete"
        messages = await farmer.submit()
        assert (await farmer.dossier()).state == "submitted"
        assert [f.type for m in messages for f in m.files] == ["image/png", "application/pdf"]


@PACKS
async def test_every_step_can_be_put_off_gone_back_to_and_left_for_the_menu(
    tmp_path: Path, pack: str | Path
) -> None:
    async with a_farmer(tmp_path, pack) as farmer:
        steps = farmer.house.app.contest.pack.checklist.steps
        seen = []
        while (name := await farmer.asked()) is not None:
            seen.append(name)
            before = await farmer.given()
            await farmer.say("menu")
            await farmer.say("tiếp tục")
            assert await farmer.asked() == name
            await farmer.say("hạn nộp hồ sơ là ngày nào?")
            assert await farmer.asked() == name
            assert await farmer.given() == before
            if name == seen[0]:  # it decides what else is asked
                await farmer.choose(name, "one")
                continue
            back = await farmer.say("quay lại")
            assert back
            assert await farmer.asked() == seen[0]
            await farmer.choose(seen[0], "one")
            await farmer.choose(name, "later")
        assert await farmer.missing() == [
            s.id for s in steps[1:] if not s.kinds or "one" in s.kinds
        ]
        assert await farmer.given() == {seen[0]: "one"}
        for name in seen[1:]:  # and each can be done after all
            await farmer.edit(name)
            assert await farmer.asked() == name
            await farmer.answer(await farmer.step())
        assert (await farmer.dossier()).state == "complete"


@PACKS
async def test_every_step_can_be_changed_after_all_is_there(
    tmp_path: Path, pack: str | Path
) -> None:
    async with a_farmer(tmp_path, pack) as farmer:
        await farmer.fill()
        before = await farmer.given()
        for step in farmer.house.app.contest.pack.checklist.steps:
            if step.id not in before:
                continue
            await farmer.edit(step.id)
            assert await farmer.asked() == step.id
            if step.kind != "entrant":
                await farmer.choose(step.id, "later")  # leave it as it is
            else:
                await farmer.choose(step.id, "one")
            assert await farmer.given() == before
        assert (await farmer.dossier()).state == "complete"


async def test_a_long_story_is_kept_to_the_last_letter(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="why")
        long = ("Đêm nằm nghĩ. " * 2000)[:19_990] + "hết truyện"
        assert len(long) == 20_000
        await farmer.say(long)
        await farmer.choose("why", "enough")
        assert (await farmer.given())["why"] == {"parts": [{"text": long}]}


async def test_one_letter_too_many_is_refused_and_nothing_before_it_is_lost(
    tmp_path: Path,
) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="why")
        await farmer.say("a" * 19_999)
        assert "20.001" in said(await farmer.say("bc"))
        assert await farmer.asked() == "why"
        await farmer.say("d")
        await farmer.choose("why", "enough")
        parts = (await farmer.given())["why"]["parts"]
        assert [p["text"] for p in parts] == ["a" * 19_999, "d"]


async def test_words_under_a_recording_count_as_well(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="why")
        await farmer.say("a" * 19_999)
        await farmer.send("ke.wav", caption="dài quá")
        begun = (await farmer.answers()).begun["why"]["parts"]
        assert sum(len(p.get("text", "")) for p in begun) <= 20_000


async def test_a_long_story_that_also_asks_something_is_a_story(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="why")
        story = (
            "Nhà tôi neo người, đến vụ tách ngô bằng tay cả tháng không xong. Tôi cứ nghĩ làm sao "
            "cho đỡ khổ, hỏi ai cũng bảo mua máy bao nhiêu tiền. Rồi nghe nói có hội thi, hạn nộp "
            "hồ sơ là ngày nào tôi cũng chưa rõ, nhưng máy thì tôi làm từ năm ngoái rồi."
        )
        await farmer.say(story)
        await farmer.choose("why", "enough")
        assert (await farmer.given())["why"] == {"parts": [{"text": story}]}


NAMES = [
    "Nông Văn Thử",
    "Đặng Thị Ẩn Ửng Ỷ",
    "aàảãáạăằẳẵắặâầẩẫấậ bđ eèẻẽéẹêềểễếệ iìỉĩíị",
    "oòỏõóọôồổỗốộơờởỡớợ uùủũúụưừửữứự yỳỷỹýỵ",
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬ BĐ EÈẺẼÉẸÊỀỂỄẾỆ OÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢ",
    ("Nguyễn " * 12)[:80],
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
async def test_a_name_is_kept_letter_for_letter(tmp_path: Path, name: str, form: str) -> None:
    async with a_farmer(tmp_path, TINY) as farmer:
        await farmer.fill(until="flyers")
        await farmer.author(unicodedata.normalize(form, name), "1971")  # type: ignore[arg-type]
        (row,) = (await farmer.given())["flyers"]["rows"]
        assert row["name"] == unicodedata.normalize("NFC", name).strip()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
async def test_a_title_is_as_long_as_it_looks(tmp_path: Path, form: str) -> None:
    title = ("Ỗ" * 39) + "a"
    async with a_farmer(tmp_path, TINY) as farmer:
        await farmer.fill(until="title")
        await farmer.say(unicodedata.normalize(form, title) + "b")  # type: ignore[arg-type]
        assert await farmer.asked() == "title"
        await farmer.say(unicodedata.normalize(form, title))  # type: ignore[arg-type]
        assert (await farmer.given())["title"] == title


async def test_81_letters_are_no_name_for_an_author_or_a_guardian(tmp_path: Path) -> None:
    async with a_farmer(tmp_path, TINY) as farmer:
        await farmer.fill(until="flyers")
        await farmer.say("N" + "ữ" * 80)
        assert (await farmer.answers()).begun == {}
        for line in ("Nông Thị Thử", "2020", "xã Thử", "0912345678"):
            await farmer.say(line)
        await farmer.say("N" + "ữ" * 80)
        assert "guardian" not in (await farmer.answers()).begun["flyers"]["row"]
        await farmer.say("Nông Văn Mẫu")
        await farmer.say("0912345679")
        (row,) = (await farmer.given())["flyers"]["rows"]
        assert (row["guardian"], row["sign"]) == ("Nông Văn Mẫu", "paper")


@pytest.mark.parametrize(
    ("born", "guarded"), [("2014", True), ("2013", False), ("14", True), ("1971", False)]
)
async def test_who_may_still_be_15_on_the_last_day_needs_a_guardian(
    tmp_path: Path, born: str, guarded: bool
) -> None:
    async with a_farmer(tmp_path, TINY) as farmer:  # its deadline is in 2030
        await farmer.fill(until="flyers")
        await farmer.author("Nông Thị Thử", born)
        begun = (await farmer.answers()).begun
        assert ("flyers" in begun) is guarded


@pytest.mark.parametrize(
    "born", ["56 tuổi", "2030", "1919", "abc", "19711", "x" * 5000, "9" * 5000]
)
async def test_what_is_no_year_of_birth_is_refused(tmp_path: Path, born: str) -> None:
    async with a_farmer(tmp_path, TINY) as farmer:
        await farmer.fill(until="flyers")
        await farmer.say("Nông Thị Thử")
        await farmer.say(born)
        assert (await farmer.answers()).begun["flyers"]["ask"] == "born"


@pytest.mark.parametrize(
    "shares", ["60", "50 60", "100 0", "0 100", "33 33 34", "9" * 5000, "50,5 49,5", "chia đều nhé"]
)
async def test_shares_that_do_not_make_100_are_asked_again(tmp_path: Path, shares: str) -> None:
    async with a_farmer(tmp_path, TINY) as farmer:
        await two_flyers(farmer)
        await farmer.say(shares)
        assert (await farmer.answers()).begun["flyers"]["ask"] == "shares"
        await farmer.say("60% 40%")
        assert (await farmer.answers()).begun["flyers"]["ask"] == "lead"


@pytest.mark.parametrize("lead", ["2", "nong thi thu", "9" * 5000, "3", "0", "Ai cũng được"])
async def test_who_leads_by_number_or_name(tmp_path: Path, lead: str) -> None:
    async with a_farmer(tmp_path, TINY) as farmer:
        await two_flyers(farmer)
        await farmer.choose("flyers", "even")
        await farmer.say(lead)
        given = await farmer.given()
        if lead in ("2", "nong thi thu"):
            rows = given["flyers"]["rows"]
            assert [r["lead"] for r in rows] == [False, True]
            assert [r["share"] for r in rows] == [50, 50]
        else:
            assert "flyers" not in given
            assert (await farmer.answers()).begun["flyers"]["ask"] == "lead"


async def two_flyers(farmer: Farmer) -> None:
    await farmer.fill(until="flyers", kind="group")
    await farmer.author("Nông Văn Thử", "1971")
    await farmer.choose("flyers", "more")
    await farmer.author("Nông Thị Thử", "1972")
    await farmer.choose("flyers", "enough")


async def test_no_more_people_than_the_contest_allows(tmp_path: Path) -> None:
    async with a_farmer(tmp_path, TINY) as farmer:
        await two_flyers(farmer)
        await farmer.choose("flyers", "more")
        await farmer.author("Vi Văn Thử", "1973")
        await farmer.choose("flyers", "more")  # an old button far above
        await farmer.author("Hoàng Văn Thử", "1974")
        state = (await farmer.answers()).begun["flyers"]
        assert len(state["rows"]) == 3


async def test_an_old_button_does_not_throw_a_half_told_person_away(tmp_path: Path) -> None:
    async with a_farmer(tmp_path, TINY) as farmer:
        await farmer.fill(until="flyers", kind="group")
        await farmer.author("Nông Văn Thử", "1971")
        await farmer.choose("flyers", "more")
        await farmer.say("Nông Thị Thử")
        await farmer.say("1972")
        await farmer.choose("flyers", "more")  # pressed twice on a slow phone
        row = (await farmer.answers()).begun["flyers"]["row"]
        assert (row["name"], row["born"]) == ("Nông Thị Thử", 1972)


async def test_a_group_that_becomes_one_person_gets_its_people_back(tmp_path: Path) -> None:
    async with a_farmer(tmp_path, TINY) as farmer:
        await two_flyers(farmer)
        await farmer.choose("flyers", "even")
        await farmer.say("1")
        await farmer.fill(kind="group")
        rows = (await farmer.given())["flyers"]
        assert (await farmer.dossier()).state == "complete"

        await farmer.edit("who")
        await farmer.choose("who", "one")
        assert "flyers" in await farmer.missing()
        assert (await farmer.answers()).shelved["flyers"] == rows
        assert (await farmer.dossier()).state == "draft"
        assert await farmer.submit_token() == ""

        await farmer.edit("who")
        await farmer.choose("who", "group")
        assert (await farmer.given())["flyers"] == rows
        assert (await farmer.dossier()).state == "complete"


async def test_told_again_and_left_as_it_is_keeps_what_was_told(tmp_path: Path) -> None:
    async with a_farmer(tmp_path, TINY) as farmer:
        await farmer.fill()
        before = await farmer.given()
        await farmer.edit("wind")
        await farmer.choose("wind", "again")
        await farmer.choose("wind", "later")
        assert (await farmer.answers()).begun == {}
        await farmer.edit("wind")
        await farmer.say("Thêm một câu.")
        await farmer.choose("wind", "enough")
        after = await farmer.given()
        assert after["wind"]["parts"] == [*before["wind"]["parts"], {"text": "Thêm một câu."}]


async def test_typed_numbers_are_buttons_where_a_choice_is_asked(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.say("2")
        assert (await farmer.given())["entrant"] == "group"
        await farmer.say("2")
        assert (await farmer.given())["title"] == "2"  # words of their own
        await farmer.say("6")
        assert (await farmer.given())["field"] == contest().pack.fields[5].id


async def test_another_language_in_the_middle(tmp_path: Path) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until="why")
        await farmer.say("Nhà neo người.")
        messages = await farmer.say("english")
        assert await farmer.asked() == "why"
        assert "Nhà neo người." in said(messages)
        assert {m.lang for m in messages} == {"en"}
        await farmer.choose("why", "enough")
        assert (await farmer.given())["why"] == {"parts": [{"text": "Nhà neo người."}]}


@pytest.mark.parametrize("step", FREE)
async def test_a_question_in_the_middle_can_still_become_the_answer(
    tmp_path: Path, step: str
) -> None:
    async with a_farmer(tmp_path) as farmer:
        await farmer.fill(until=step, kind="organisation")
        asked = "hạn nộp hồ sơ là ngày nào?"
        await farmer.say(asked)
        before = await farmer.answers()
        assert await farmer.asked() == step
        await farmer.choose(step, "keep")
        assert (await farmer.answers()) != before


async def test_a_consent_pressed_twice_opens_one_dossier(house: House) -> None:
    farmer = await Farmer(house.person()).begin()
    await farmer.press("consent:reminders/yes")  # the last of the three, once more
    snapshot = await farmer.snapshot()
    assert snapshot.chat.place.dialog != "consent"
    assert len(snapshot.dossiers) == 1
