"""What a changed fact changes is found by saying everything twice; here people ask it instead."""

from __future__ import annotations

import time
from collections.abc import Coroutine, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest

from bot.dossiers import StoredLookUps
from bot.telling import plain
from bot.texts import Texts
from contest.amending import amended
from contest.facts import facts
from contest.pack import Pack
from dialog.event import ChatRef
from dialog.reply import Paper, Picture, Reply
from handlers import of_pack
from handlers.recall import difference
from handlers.said import Said, bare_turn, changed, everything, screens
from handlers.turn import Contest, Turn
from storage.memory import Memory
from tests.contest.test_amending import another, one
from tests.filling import NoPapers
from tests.talk import NOW, House, a_house, contest

R = TypeVar("R")
TEXTS = Texts()
WHOLE = contest()
PACK = WHOLE.pack
ALL = facts(PACK)
# of each kind and group; the rest is asked without a chat, below
ASKED = [
    "stage.receiving", "stage.launch.note", "topic.le_phi", "body.lhh.name", "body.communes.does",
    "field.farming.plain", "item.description.need", "text.reference", "units.since",
]  # fmt: skip


def bare(pack: Pack) -> Turn:
    return bare_turn(of_pack(WHOLE, pack), StoredLookUps(Memory(), ChatRef("", "")), NOW)


def written(said: Said) -> list[Any]:
    """As anybody may read it, in every language, with what stands in its files."""
    return [_written(reply, lang) for reply in said.replies for lang in PACK.languages]


def _written(reply: Reply, lang: str) -> Any:
    drawn = [plain(TEXTS, f.args, lang) for f in reply.files if isinstance(f, Picture | Paper)]
    note = TEXTS.render(reply.note, lang) if reply.note else ""
    return [TEXTS.render(reply.text, lang), note, drawn]


def at_once(work: Coroutine[Any, Any, R]) -> R:
    """Nothing of it waits for anything."""
    try:
        work.send(None)
    except StopIteration as done:
        result: R = done.value
        return result
    raise AssertionError("it waits for something")


def all_said(pack: Pack) -> Mapping[str, Said]:
    return at_once(everything(bare(pack)))


@cache
def before() -> Mapping[str, Said]:
    return all_said(PACK)


@pytest.mark.parametrize("name", ALL)
def test_what_is_found_is_what_reads_otherwise(name: str) -> None:
    """What is made of the same parts reads the same; so whatever reads otherwise is found, and what
    is found has to read otherwise, in some language."""
    now = all_said(amended(PACK, [one(name, another(ALL[name]))]))
    assert now.keys() == before().keys()
    found = changed(before(), now)
    assert [c.name for c in found if written(c.before) == written(c.after)] == []
    shown_nowhere = name.startswith(("work.", "body.press."))
    assert bool(found) != shown_nowhere, name


@pytest.mark.parametrize("name", list(ALL)[::12])
def test_each_of_several_changes_is_known_by_what_it_changes(name: str) -> None:
    other = "stage.awards"
    after = amended(PACK, [one(name, another(ALL[name])), one(other, another(ALL[other]))])
    diff = at_once(difference(bare(PACK), bare(after), [name, other, name]))
    alone = changed(before(), all_said(amended(PACK, [one(name, another(ALL[name]))])))
    assert [fact.after.id for fact in diff.facts] == [name, other]
    assert set(diff.facts[0].names) == {c.name for c in alone}
    assert set(diff.names) == set().union(*(fact.names for fact in diff.facts))


async def asked(house: House, name: str) -> dict[str, list[str]]:
    """All that somebody can press: every answer, every screen, the check of who may enter."""
    person = house.person(name)
    await person.say("/start")
    found = {}
    tokens = {topic: f"faq/{topic}" for topic in PACK.topics}
    tokens |= {f"/{token}": token for token in screens(PACK)}
    for key, token in tokens.items():
        found[key] = [f"{m.text}\n{m.note}" for m in await person.press_token(token)]
    found["/commune"] = [f"{m.text}\n{m.note}" for m in await person.come_by("chi-lang")]
    return found


async def test_what_people_read_otherwise_is_what_the_preview_names(tmp_path: Path) -> None:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        old = await asked(house, "truoc")
        for name in ASKED:
            after = amended(PACK, [one(name, another(ALL[name]))])
            diff = await difference(bare(PACK), bare(after), [name])
            house.app.contests.change(of_pack(WHOLE, after))
            new = await asked(house, f"sau {name}")
            otherwise = {key for key in new if new[key] != old[key]}
            # of the file for a phone's calendar, people see in the chat only that it is there
            named = set(diff.names) & old.keys() - {"/timeline/calendar"}
            assert otherwise - {"/timeline/calendar"} == named, name
            house.app.contests.change(WHOLE)


async def given(house: House, name: str) -> set[str]:
    keys = [*PACK.topics, "/dossier", "/commune", "/eligibility", "/may/who.one"]
    keys += [f"/{token}" for token in screens(PACK)]
    found = await house.app.storage.given_to(keys)
    return {key for g in found if g.chat == house.person(name).chat for key in g.topics}


async def test_what_somebody_was_given_is_noted_and_nothing_else(tmp_path: Path) -> None:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        person = house.person("thu")
        await person.say("/start")
        assert await given(house, "thu") == set()
        await person.say("hạn nộp là ngày nào và có mất phí không")
        assert await given(house, "thu") == {"han_nop", "le_phi"}
        await person.press_token("timeline/show")
        await person.press_token("checklist/one")
        await person.press_token("field/it")
        await person.press_token("help/ip")
        await person.come_by("chi-lang")
        assert await given(house, "thu") == {
            "han_nop", "le_phi", "/timeline/show", "/checklist/one", "/field/it", "/help/ip",
            "/commune",
        }  # fmt: skip
        other = house.person("khac")
        await other.press_token("eligibility/open")
        assert await given(house, "khac") == set()  # asked, and told nothing yet
        for label in ("Một mình tôi", "Đủ 18 tuổi", "Có, ở Lạng Sơn", "Máy, dụng cụ, sản phẩm",
                      "Đã làm và đã dùng", "Trong 5 năm gần đây", "Tôi tự nghĩ ra",
                      "Chưa đạt giải nào"):  # fmt: skip
            await other.press(label)
        assert await given(house, "khac") == {"/eligibility", "/may/who.one"}
        lost = house.person("xa")
        await lost.say("zzz qqq xxx")
        await lost.press_token("faq/none")
        await lost.press_token("checklist/nothing")
        assert await given(house, "xa") == set()


def test_a_change_costs_little() -> None:
    """Nothing is learnt: a second would hold up everybody who is answered meanwhile."""
    begun = time.process_time()
    made: Contest = of_pack(WHOLE, amended(PACK, [one("stage.receiving", {"to": "2027-06-15"})]))
    assert time.process_time() - begun < 0.5
    assert made.pack.deadline != PACK.deadline
    assert made.shipped == PACK
    assert made.gazetteer is WHOLE.gazetteer
