"""Several people and one dossier: authors who agree, helpers, owners who take over, consent."""

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import AsyncIterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from contest import codes
from contest.dossier import Consent
from storage.memory import Memory
from storage.port import Outgoing
from tests.filling import TINY, Farmer, NoPapers, a_farmer, said
from tests.talk import House, Person, a_house


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        yield house


async def consents(farmer: Farmer) -> list[Consent]:
    return await farmer.house.app.storage.consents(farmer.person.chat)


async def a_group(house: House, *others: str) -> Farmer:
    """With the first author leading, all with equal shares."""
    farmer = await Farmer(house.person()).begin()
    await farmer.fill(until="authors", kind="group")
    await list_of(farmer, "Nông Văn Thử", *others)
    return farmer


async def list_of(farmer: Farmer, *names: str) -> None:
    for n, name in enumerate(names):
        if n:
            await farmer.choose("authors", "more")
        await farmer.author(name, str(1971 + n))
    await farmer.choose("authors", "enough")
    await farmer.choose("authors", "even")
    await farmer.say("1")


async def rows(farmer: Farmer) -> dict[str, str]:
    """Author rows by name."""
    return {r["name"]: r["id"] for r in (await farmer.given())["authors"]["rows"]}


async def invited(farmer: Farmer, name: str) -> str:
    """A code for this author, as they get it."""
    await farmer.press(f"dossier/author/{farmer.code}/{(await rows(farmer))[name]}")
    return code_in(farmer.person)


def code_in(person: Person) -> str:
    found = [c for line in person.last.text.splitlines() if (c := codes.read(line))]
    return codes.shown(found[-1])


async def answers_to(house: House, who: str, code: str, yes: bool = True) -> Person:
    person = house.person(who)
    await person.say(code)
    await person.press_token(f"invited/{'yes' if yes else 'no'}/{codes.read(code)}")
    return person


async def test_an_author_who_declines_stands_in_the_way(house: House) -> None:
    farmer = await a_group(house, "Vi Thị Mẫu")
    code = await invited(farmer, "Vi Thị Mẫu")
    await farmer.press(f"dossier/open/{farmer.code}")
    await farmer.press("continue/go")
    await farmer.fill(kind="group")
    await answers_to(house, "mau", code, yes=False)
    assert "Vi Thị Mẫu" in farmer.person.last.text
    assert "Vi Thị Mẫu" in said(await farmer.submit())
    assert (await farmer.dossier()).state == "complete"

    second = await invited(farmer, "Vi Thị Mẫu")
    await answers_to(house, "mau", second)
    await farmer.submit()
    assert (await farmer.dossier()).state == "submitted"


async def test_a_code_is_used_once(house: House) -> None:
    farmer = await a_group(house, "Vi Thị Mẫu")
    code = await invited(farmer, "Vi Thị Mẫu")
    await answers_to(house, "mau", code)
    stranger = await answers_to(house, "nguoi_la", code, yes=False)
    assert list((await farmer.dossier()).agreed.values()) == [True]
    assert (await stranger.house.app.storage.load(stranger.chat)).dossiers == ()


async def test_a_newer_code_replaces_an_older(house: House) -> None:
    farmer = await a_group(house, "Vi Thị Mẫu")
    old = await invited(farmer, "Vi Thị Mẫu")
    await invited(farmer, "Vi Thị Mẫu")
    await answers_to(house, "mau", old)
    assert (await farmer.dossier()).agreed == {}


async def test_the_code_of_somebody_who_is_no_author_any_more_opens_nothing(house: House) -> None:
    farmer = await a_group(house, "Vi Thị Mẫu")
    code = await invited(farmer, "Vi Thị Mẫu")
    await farmer.edit("authors")
    await farmer.choose("authors", "again")
    await list_of(farmer, "Nông Văn Thử", "Lương Văn Ví Dụ")
    person = await answers_to(house, "mau", code)
    assert "Lương" not in "\n".join(m.text for m in person.messages)
    assert (await farmer.dossier()).agreed == {}


async def test_what_one_agreed_to_is_not_for_whoever_comes_in_their_place(house: House) -> None:
    farmer = await a_group(house, "Vi Thị Mẫu")
    await answers_to(house, "mau", await invited(farmer, "Vi Thị Mẫu"))
    await farmer.edit("authors")
    await farmer.choose("authors", "again")
    await list_of(farmer, "Nông Văn Thử", "Lương Văn Ví Dụ")
    agreed = (await farmer.dossier()).agreed
    assert agreed.get((await rows(farmer))["Lương Văn Ví Dụ"]) is None


async def test_two_authors_of_one_name_are_two(house: House) -> None:
    farmer = await a_group(house, "Vi Thị Mẫu", "Vi Thị Mẫu")
    ids = [r["id"] for r in (await farmer.given())["authors"]["rows"]]
    assert len(set(ids)) == 3


async def test_an_author_who_signs_on_paper_is_not_asked_by_chat(house: House) -> None:
    farmer = await a_group(house, "Vi Thị Mẫu")
    await farmer.press(f"dossier/onpaper/{farmer.code}/{(await rows(farmer))['Vi Thị Mẫu']}")
    assert (await farmer.given())["authors"]["rows"][1]["sign"] == "paper"
    await farmer.press(f"dossier/open/{farmer.code}")
    await farmer.press("continue/go")
    await farmer.fill(kind="group")
    await farmer.submit()
    assert (await farmer.dossier()).state == "submitted"


async def test_an_author_sees_that_there_is_a_dossier_and_changes_nothing(house: House) -> None:
    farmer = await a_group(house, "Vi Thị Mẫu")
    mau = Farmer(await answers_to(house, "mau", await invited(farmer, "Vi Thị Mẫu")), farmer.code)
    before = await farmer.given()
    for token in ("edit", "later", "back"):
        await mau.choose("title", token)
    for token in ("open", "items", "withdraw", "withdrawn", "quiet", "late", "authors", "claim"):
        await mau.press(f"dossier/{token}/{farmer.code}")
    for token in ("list", "form", "zip", "receipt"):
        messages = await mau.press(f"papers/{token}/{farmer.code}")
        assert [f for m in messages for f in m.files] == []
    await mau.say("Tên khác hẳn")
    await mau.send("la.jpg")
    assert await farmer.given() == before
    assert (await farmer.dossier()).state == "draft"
    assert (await farmer.dossier()).reminders


async def helped(house: House) -> tuple[Farmer, str]:
    """A helper with somebody's dossier, and the code that makes it theirs."""
    helper = Farmer(house.person("can_bo"))
    await helper.press("dossier/help")
    await helper.send("dong_y.wav")
    helper.code = (await helper.snapshot()).dossiers[0].dossier.code
    await helper.fill(until="authors")
    await helper.press(f"dossier/claim/{helper.code}")
    return helper, code_in(helper.person)


async def test_whoever_takes_a_dossier_over_ends_the_help(house: House) -> None:
    helper, code = await helped(house)
    before = await helper.given()
    owner = Farmer(await answers_to(house, "ba_mau", code), helper.code)
    assert [h.dossier.role for h in (await owner.snapshot()).dossiers] == ["owner"]
    assert (await helper.snapshot()).dossiers == ()
    await helper.choose("authors", "edit")
    await helper.say("Người Lạ")
    await helper.send("la.jpg")
    assert await owner.given() == before
    stranger = await answers_to(house, "nguoi_la", code)
    assert (await house.app.storage.load(stranger.chat)).dossiers == ()
    await owner.press(f"dossier/open/{owner.code}")
    await owner.press("continue/go")
    await owner.fill()
    await owner.submit()
    assert (await owner.dossier()).state == "submitted"


async def test_a_helper_agrees_for_others_not_for_themselves(house: House) -> None:
    helper, _ = await helped(house)
    await helper.press("dossier/new")
    assert (await helper.snapshot()).chat.place.dialog == "consent"


@pytest.mark.parametrize("yes", [True, False])
async def test_what_an_author_says_is_not_about_their_own_dossiers(house: House, yes: bool) -> None:
    farmer = await a_group(house, "Vi Thị Mẫu")
    mau = await Farmer(house.person("mau")).begin()
    await answers_to(house, "mau", await invited(farmer, "Vi Thị Mẫu"), yes=yes)
    await mau.begin()  # a second one of her own, without being asked again
    asked = [c for c in await consents(mau) if c.purpose == "contact"]
    assert len(asked) == 1
    fresh = Farmer(await answers_to(house, "ai_do", await invited(farmer, "Vi Thị Mẫu"), yes=yes))
    await fresh.press("dossier/new")
    assert (await fresh.snapshot()).chat.place.dialog == "consent"


async def test_who_agreed_is_not_asked_for_the_next_dossier(house: House) -> None:
    farmer = await Farmer(house.person()).begin(remind=False)
    first = farmer.code
    before = await consents(farmer)
    await farmer.begin()
    assert farmer.code != first
    assert await consents(farmer) == before
    assert not (await farmer.dossier()).reminders


async def test_other_words_of_a_consent_are_asked_anew(tmp_path: Path) -> None:
    storage, pack = Memory(), Path(shutil.copytree(TINY, tmp_path / "pack"))
    async with a_house(tmp_path / "a", storage=storage, pack=pack) as house:
        await Farmer(house.person()).begin()
    newer = Path(shutil.copytree(pack, tmp_path / "newer"))
    file = newer / "dossier.toml"
    file.write_text(file.read_text("utf-8").replace("giữ tên người thả", "giữ tên và ảnh"), "utf-8")
    async with a_house(tmp_path / "b", storage=storage, pack=newer) as house:
        house.ids = itertools.count(1000)  # events of another day
        farmer = Farmer(house.person())
        await farmer.press("dossier/new")
        assert (await farmer.snapshot()).chat.place.dialog == "consent"
        await farmer.press("consent:kites/yes")
        assert len((await farmer.snapshot()).dossiers) == 2


async def test_the_button_pressed_twice_opens_one(house: House) -> None:
    farmer = await Farmer(house.person()).begin()
    await farmer.press("dossier/new")
    assert [h.dossier.code for h in (await farmer.snapshot()).dossiers] == [farmer.code]


async def test_what_was_sent_but_not_closed_is_handed_in(house: House) -> None:
    farmer = await (await Farmer(house.person()).begin()).fill(until="photos")
    await farmer.send("a.jpg", "b.jpg")  # and no «that is all»
    await farmer.choose("photos", "later")
    await farmer.fill()
    await farmer.submit()
    (held,) = (await farmer.snapshot()).dossiers
    assert held.dossier.submission is not None
    assert [f["name"] for f in held.answers["photos"]["files"]] == ["a.jpg", "b.jpg"]


async def test_who_agreed_to_one_share_has_not_agreed_to_another(house: House) -> None:
    farmer = await (await Farmer(house.person()).begin()).fill(until="authors", kind="group")
    for shares in ("60 40", "90 10"):
        await farmer.author("Nông Văn Thử", "1971")
        await farmer.choose("authors", "more")
        await farmer.author("Vi Thị Mẫu", "1990")
        await farmer.choose("authors", "enough")
        await farmer.say(shares)
        await farmer.say("1")
        (held,) = (await farmer.snapshot()).dossiers
        other = held.answers["authors"]["rows"][1]["id"]
        if shares == "60 40":
            first = other
            await farmer.edit("authors")
            await farmer.choose("authors", "again")
    assert other != first


async def test_no_means_nothing_is_kept(house: House) -> None:
    farmer = Farmer(house.person())
    await farmer.press("dossier/new")
    await farmer.press("consent:dossier/no")
    assert (await farmer.snapshot()).dossiers == ()
    assert [(c.purpose, c.given) for c in await consents(farmer)] == [("dossier", False)]
    await farmer.press("consent:dossier/yes")  # the old button
    assert (await farmer.snapshot()).dossiers == ()


# --- my data -------------------------------------------------------------------------------------


async def test_a_copy_holds_everything(tmp_path: Path) -> None:
    async with a_farmer(tmp_path, papers=True) as farmer:
        house = farmer.house
        await farmer.fill()
        messages = await farmer.press("data/copy")
        (file,) = [f for m in messages for f in m.files]
        path = house.app.files.path(file.sha256)
        assert path is not None
        with ZipFile(path) as found:
            names = found.namelist()
            written = next(n for n in names if n.endswith(f"{codes.shown(farmer.code)}.json"))
            assert json.loads(found.read(written))["answers"] == await farmer.given()
            photos = [sha256(found.read(n)).hexdigest() for n in names if not n.endswith(".json")]
        assert (await farmer.given())["photos"]["files"][0]["file"] in photos


@pytest.mark.parametrize(("kind", "days"), [("erase", 20), ("withdraw", 15), ("correct", 10)])
async def test_a_right_is_used_and_has_its_days(house: House, kind: str, days: int) -> None:
    farmer = await Farmer(house.person()).begin()
    today = house.clock().date()
    match kind:
        case "erase":
            await farmer.press("data/erase")
            await farmer.press("data/erased")
        case "withdraw":
            await farmer.press("data/withdraw")
            await farmer.press("data/stop/contact")
        case _:
            await farmer.press("data/correct")
            await farmer.say("Tên tôi là Nông Văn Mẫu, không phải Thử")
    (request,) = await house.app.storage.requests()
    assert (request.kind, (request.done_by - today).days) == (kind, days)
    if kind == "withdraw":
        last = {c.purpose: c.given for c in await consents(farmer)}
        assert last == {"dossier": True, "contact": False, "reminders": True}


async def test_what_was_never_agreed_to_is_not_withdrawn(house: House) -> None:
    farmer = await Farmer(house.person()).begin(remind=False)
    await farmer.press("data/stop/reminders")
    await farmer.press("data/stop/no_such")
    assert await house.app.storage.requests() == []


async def test_no_more_reminders_at_once(house: House) -> None:
    farmer = await Farmer(house.person()).begin()
    await farmer.press("data/stop/reminders")
    assert not (await farmer.dossier()).reminders


async def test_an_erased_dossier_is_gone_and_its_buttons_do_nothing(house: House) -> None:
    farmer = await Farmer(house.person()).begin()
    await farmer.fill(until="authors")
    await farmer.press("data/erase")
    await farmer.press("data/erased")
    (request,) = await house.app.storage.requests()
    message = Outgoing({"text": "Đã xóa.", "lang": "vi"}, house.clock())
    assert await house.app.storage.erase_for(request.number, message, house.clock())
    for token in (f"dossier/open/{farmer.code}", f"dossier/submit/{farmer.code}/0"):
        await farmer.press(token)
    await farmer.choose("title", "edit")
    await farmer.say("Tên khác")
    await farmer.press("data/show")
    assert await house.app.storage.dossier(farmer.code) is None
