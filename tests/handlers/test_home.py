"""Where a person lives, said once: it goes with the chat, into the dossier, and spares typing."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.place import Place
from storage.port import Answered, Arrival, ChatState, Save
from tests.filling import Farmer, NoPapers, a_farmer, said
from tests.talk import House, a_house

YEN_PHUC = "Xã Yên Phúc"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        yield house


async def home(farmer: Farmer) -> str | None:
    return (await farmer.snapshot()).chat.place.home


async def asked_for_place(house: House, *, kind: str = "one", name: str = "thu") -> Farmer:
    """Somebody from Yên Phúc, at the question where the first author lives."""
    farmer = Farmer(house.person(name))
    await farmer.person.come_by("yen-phuc")
    await (await farmer.begin()).fill(until="authors", kind=kind)
    await of_whom(farmer)
    return farmer


async def of_whom(farmer: Farmer, name: str = "Nông Văn Thử") -> None:
    await farmer.say(name)
    await farmer.say("1971")


async def rows(farmer: Farmer) -> list[dict[str, str]]:
    answers = await farmer.answers()
    held = {**answers.given, **answers.begun}["authors"]
    return [row for row in [*held["rows"], held.get("row")] if row]


async def places(farmer: Farmer) -> list[str | None]:
    return [row.get("place") for row in await rows(farmer)]


def at_home(farmer: Farmer, label: str = YEN_PHUC) -> str:
    """The button with the home commune, of the latest message that has it."""
    shown = [b for m in farmer.person.messages for b in m.buttons if b.label == label]
    return shown[-1].token


# --- what a chat knows ---------------------------------------------------------------------------


@given(st.builds(Place, home=st.none() | st.text(), aside=st.none() | st.text()))
def test_a_place_survives_json(place: Place) -> None:
    assert Place.from_json(json.loads(json.dumps(place.to_json()))) == place


def test_a_place_of_a_release_without_homes_is_read() -> None:
    assert Place.from_json({"dialog": "find", "asked": "description"}).home is None


async def test_it_is_what_was_found_and_the_last_one_counts(house: House) -> None:
    farmer = Farmer(house.person())
    assert await home(farmer) is None
    await farmer.say("em ở Thất Khê ạ")
    assert await home(farmer) == "xa-that-khe"
    await farmer.press("commune/open")
    assert await home(farmer) == "xa-that-khe"
    await farmer.say("dong moo")
    assert await home(farmer) == "xa-that-khe"  # a guess is not what they said
    await farmer.say("đúng rồi")
    assert await home(farmer) == "xa-chi-lang"
    await farmer.press("menu/open")
    await farmer.press("lang/en")
    assert await home(farmer) == "xa-chi-lang"


@pytest.mark.parametrize(
    ("link", "unit"),
    [
        ("xa-yen-phuc", "xa-yen-phuc"),
        ("yen-phuc", "xa-yen-phuc"),  # a Telegram link names it as «xa-yen-phuc» altogether
        ("phuong-dong-kinh", "phuong-dong-kinh"),
        ("dong-kinh", "xa-that-khe"),  # there is no such commune: nothing is guessed
        ("gone", "xa-that-khe"),
        ("", "xa-that-khe"),
    ],
)
async def test_it_is_the_commune_whose_link_they_came_by(
    house: House, link: str, unit: str
) -> None:
    farmer = Farmer(house.person())
    await farmer.say("Thất Khê")
    messages = await farmer.person.come_by(link)
    assert await home(farmer) == unit
    found = unit != "xa-that-khe"
    assert ("Nơi của anh/chị từ" in said(messages)) is found
    assert ("Anh/chị ở xã, phường nào?" in said(messages)) is not found


@pytest.mark.parametrize("link", ["yen-phuc", "gone"])
async def test_who_comes_by_a_link_is_greeted_once(house: House, link: str) -> None:
    farmer = Farmer(house.person())
    assert said(await farmer.person.come_by(link)).startswith("Chào anh/chị. Tôi là trợ lý")
    assert "Chào anh/chị" not in said(await farmer.person.come_by(link))


async def test_a_link_in_the_middle_of_a_dossier_changes_what_is_offered(house: House) -> None:
    farmer = Farmer(house.person())
    await (await farmer.begin()).fill(until="authors")
    await of_whom(farmer)
    assert YEN_PHUC not in farmer.person.labels
    messages = await farmer.person.come_by("yen-phuc")
    assert "Nông Văn Thử ở đâu" in messages[-1].text
    assert farmer.person.labels[0] == YEN_PHUC


async def test_a_commune_that_is_no_more_is_nobodys_home(house: House) -> None:
    farmer = await asked_for_place(house)
    storage, snapshot = house.app.storage, await farmer.snapshot()
    arrival = await storage.accept(
        Arrival(farmer.person.chat, "x", {"kind": "start"}, house.clock())
    )
    assert arrival is not None
    gone = ChatState("vi", Place(snapshot.chat.place.dialog, "authors", home="xa-gone"))
    held = snapshot.dossiers[0]
    same = Answered(farmer.code, held.version, held.answers)
    await storage.save(Save(arrival, snapshot.version, gone, house.clock(), answered=(same,)))
    await farmer.say("tiếp tục")
    assert farmer.person.labels == ["Ghi lại từ đầu", "Để sau", "Quay lại"]
    assert "Nơi của anh/chị" not in said(await farmer.press("data/show"))


async def test_my_data_shows_it_and_gives_it_out(tmp_path: Path) -> None:
    async with a_farmer(tmp_path, papers=True) as farmer:
        assert "Nơi của anh/chị" not in said(await farmer.press("data/show"))
        await farmer.person.come_by("yen-phuc")
        assert f"Nơi của anh/chị: {YEN_PHUC}." in said(await farmer.press("data/show"))
        (file,) = [f for m in await farmer.press("data/copy") for f in m.files]
        path = farmer.house.app.files.path(file.sha256)
        assert path is not None
        with ZipFile(path) as found:
            assert json.loads(found.read("commune.json")) == {"commune": YEN_PHUC}


# --- what is offered -----------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["press", "label", "number", "typed"])
async def test_offered_pressed_or_typed_it_is_the_same_place(house: House, how: str) -> None:
    farmer = await asked_for_place(house)
    assert farmer.person.labels[0] == YEN_PHUC
    match how:
        case "press":
            await farmer.press(at_home(farmer))
        case "label":
            await farmer.say("xa yen phuc")
        case "number":
            await farmer.say(" 1 ")
        case _:
            await farmer.say("Xã  Yên Phúc")
    assert await places(farmer) == [YEN_PHUC]
    await farmer.say("không có")
    (row,) = (await farmer.given())["authors"]["rows"]
    assert (row["place"], row["share"], row["lead"]) == (YEN_PHUC, 100, True)
    assert (await farmer.dossier()).unit == "xa-yen-phuc"


async def test_it_is_offered_for_every_author_and_assumed_for_none(house: House) -> None:
    farmer = await asked_for_place(house, kind="group")
    await farmer.say("thôn Thử, xã Tri Lễ")
    await farmer.say("không có")
    await farmer.choose("authors", "more")
    await of_whom(farmer, "Vi Thị Mẫu")
    assert await places(farmer) == ["thôn Thử, xã Tri Lễ", None]
    await farmer.press(at_home(farmer))
    assert await places(farmer) == ["thôn Thử, xã Tri Lễ", YEN_PHUC]


async def test_a_helper_is_offered_their_own_for_somebody_else(house: House) -> None:
    helper = Farmer(house.person("can_bo"))
    await helper.person.come_by("yen-phuc")
    await helper.press("dossier/help")
    await helper.send("dong_y.wav")
    helper.code = (await helper.snapshot()).dossiers[0].dossier.code
    assert (await helper.dossier()).unit == "xa-yen-phuc"
    await helper.fill(until="authors")
    await of_whom(helper)
    assert helper.person.labels[0] == YEN_PHUC
    await helper.say("xã Tri Lễ")
    await helper.say("không có")
    assert (await helper.dossier()).unit == "xa-tri-le"


async def test_a_number_is_no_place(house: House) -> None:
    farmer = await asked_for_place(house)
    for number in ("2", "12", "1971"):
        assert "Tôi cần tên thôn, xã" in said(await farmer.say(number))
        assert farmer.person.labels[0] == YEN_PHUC
    assert await places(farmer) == [None]
    other = Farmer(house.person("other"))  # whose home is not known
    await (await other.begin()).fill(until="authors")
    await of_whom(other)
    assert "Tôi cần tên thôn, xã" in said(await other.say("1"))


async def test_an_offer_leaves_a_new_dossier_untouched(house: House) -> None:
    farmer = Farmer(house.person())
    await farmer.person.come_by("yen-phuc")
    await farmer.begin()
    answers = await farmer.answers()
    assert (answers.given, answers.begun) == ({}, {})
    await farmer.press("dossier/new")  # pressed twice: the same one
    assert [h.dossier.code for h in (await farmer.snapshot()).dossiers] == [farmer.code]


async def test_an_old_button_means_nobody_else_and_nowhere_else(house: House) -> None:
    farmer = await asked_for_place(house, kind="group")
    first = at_home(farmer)
    await farmer.say("xã Tri Lễ")
    await farmer.press(first)  # at the question for the number
    await farmer.say("không có")
    await farmer.press(first)  # at «anybody else?»
    await farmer.choose("authors", "more")
    await farmer.press(first)  # at the next name
    await of_whom(farmer, "Vi Thị Mẫu")
    await farmer.press(first)  # at the place of somebody else
    assert await places(farmer) == ["xã Tri Lễ", None]
    second = at_home(farmer)
    await farmer.person.come_by("phuong-dong-kinh")
    await farmer.press(second)  # it says Yên Phúc, and they live in Đông Kinh now
    assert await places(farmer) == ["xã Tri Lễ", None]
    await farmer.press(at_home(farmer, "Phường Đông Kinh"))
    assert await places(farmer) == ["xã Tri Lễ", "Phường Đông Kinh"]
    await farmer.say("không có")
    await farmer.choose("authors", "enough")
    await farmer.choose("authors", "even")
    await farmer.press(first)
    await farmer.say("1")
    before = await farmer.given()
    for old in (first, second):  # when all is answered
        await farmer.press(old)
    assert await farmer.given() == before


# --- where a dossier comes from ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "unit"),
    [
        ("thôn Thử, xã Tri Lễ", "xa-tri-le"),
        ("thị trấn Đồng Mỏ", "xa-chi-lang"),
        ("thôn Nà Thử", "xa-yen-phuc"),  # says nothing: the link is all there is
        ("xã Hòa Bình", "xa-yen-phuc"),  # there were four
        ("xã Tri Lễ, tỉnh Thử", "xa-yen-phuc"),
    ],
)
async def test_what_the_lead_author_says_counts_more_than_the_link(
    house: House, place: str, unit: str
) -> None:
    farmer = await asked_for_place(house)
    assert (await farmer.dossier()).unit == "xa-yen-phuc"
    await farmer.say(place)
    await farmer.say("không có")
    assert (await farmer.dossier()).unit == unit
    await farmer.person.come_by("phuong-dong-kinh")
    await farmer.press(f"dossier/open/{farmer.code}")
    assert (await farmer.dossier()).unit == unit


async def test_it_is_the_leads_place_and_it_moves_with_the_lead(house: House) -> None:
    farmer = Farmer(house.person())
    await (await farmer.begin()).fill(until="authors", kind="group")
    assert (await farmer.dossier()).unit is None
    for name, place in (("Nông Văn Thử", "xã Tri Lễ"), ("Vi Thị Mẫu", "xã Điềm He")):
        await of_whom(farmer, name)
        await farmer.say(place)
        await farmer.say("không có")
        await farmer.choose("authors", "more" if name == "Nông Văn Thử" else "enough")
    assert (await farmer.dossier()).unit is None  # nobody leads yet
    await farmer.choose("authors", "even")
    await farmer.say("2")
    assert (await farmer.dossier()).unit == "xa-diem-he"
    assert "Từ Xã Điềm He" in said(await farmer.press(f"dossier/open/{farmer.code}"))


async def test_a_picked_commune_is_certain_where_its_name_is_not(house: House) -> None:
    """«Xã Chi Lăng» is also what a part of Thất Khê was called."""
    farmer = Farmer(house.person())
    await (await farmer.begin()).fill(until="authors")
    await farmer.person.come_by("chi-lang")
    await farmer.say("tiếp tục")
    await of_whom(farmer)
    await farmer.say("xã Chi Lăng")  # the label of the button
    await farmer.say("không có")
    assert (await farmer.dossier()).unit == "xa-chi-lang"


async def test_the_last_answer_already_shows_it(house: House) -> None:
    farmer = Farmer(house.person())
    await (await farmer.begin()).fill(until="authors")
    await farmer.choose("authors", "later")
    while await farmer.asked():
        await farmer.choose(str(await farmer.asked()), "later")
    await farmer.edit("authors")
    await of_whom(farmer)
    await farmer.say("xã Tri Lễ")
    assert "Từ Xã Tri Lễ" in said(await farmer.say("không có"))
    notes = await house.app.storage.notes(farmer.code)
    assert [note.what for note in notes] == ["opened"]
