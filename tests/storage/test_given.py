"""What every storage promises about who was given which answer, and about files of proposals."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from contest.model import Asked
from contest.staff import Deciding, TakingBack
from dialog.event import ChatRef
from storage import open_storage
from storage.port import ChatFile, Conflict, Outgoing, Storage
from storage.port_given import GivenTo
from tests.storage.test_proposals import proposes, two
from tests.storage.test_staff import TWO, turn
from tests.storage.turns import Somebody
from tests.talk import NOW

RELEASES = Path(__file__).parent / "releases"
LATER = NOW + timedelta(hours=1)
A_YEAR = NOW + timedelta(days=365)


async def gives(who: Somebody, *topics: str, at: datetime = NOW) -> None:
    save = await who.turn(at=at)
    who.turns += 1
    await who.storage.save(replace(save, given=topics))


async def test_who_was_given_what_and_when_last(storage: Storage) -> None:
    one, two_ = Somebody(storage, "1"), Somebody(storage, "2")
    await gives(one, "han_nop", "/timeline/show", "han_nop")
    await gives(one, "han_nop", at=LATER)
    await gives(two_, "le_phi")
    await gives(Somebody(storage, "3"))
    assert await storage.given_to(["han_nop", "le_phi", "nobody"]) == [
        GivenTo(one.chat, "vi", {"han_nop": LATER}),
        GivenTo(two_.chat, "vi", {"le_phi": NOW}),
    ]
    assert [g.chat for g in await storage.given_to(["/timeline/show"])] == [one.chat]
    assert await storage.given_to([]) == []
    assert await storage.given_of(one.chat) == {"/timeline/show": NOW, "han_nop": LATER}
    assert await storage.given_of(ChatRef("test", "nobody")) == {}
    many = [f"t{n}" for n in range(1200)]
    assert [g.chat for g in await storage.given_to([*many, "le_phi"])] == [two_.chat]


async def test_a_turn_that_is_thought_again_gave_nothing(storage: Storage) -> None:
    one = Somebody(storage, "1")
    save = replace(await one.turn(), version=7, given=("han_nop",))
    with pytest.raises(Conflict):
        await storage.save(save)
    assert await storage.given_to(["han_nop"]) == []


async def test_who_is_gone_is_not_reached_until_they_come_back(storage: Storage) -> None:
    one = Somebody(storage, "1")
    await gives(one, "han_nop")
    await storage.gone(one.chat, NOW)
    assert await storage.given_to(["han_nop"]) == []
    await gives(one)
    assert [g.chat for g in await storage.given_to(["han_nop"])] == [one.chat]


async def test_it_outlives_the_words_and_goes_with_the_chat_or_the_contest(
    storage: Storage,
) -> None:
    one, other = Somebody(storage, "1"), Somebody(storage, "2")
    for who in (one, other):
        await gives(who, "han_nop")
    await storage.forget(A_YEAR)
    assert [g.lang for g in await storage.given_to(["han_nop"])] == ["vi", "vi"]
    await one.does(asked=[Asked("human", "Xóa giúp tôi")])
    (asked,) = await storage.questions()
    assert await storage.erase(asked.number, Outgoing({"text": "xong"}, NOW), NOW)
    assert [g.chat for g in await storage.given_to(["han_nop"])] == [other.chat]
    await storage.forget_dossiers()
    assert await storage.given_to(["han_nop"]) == []


async def test_what_has_run_is_known(storage: Storage) -> None:
    assert not await storage.has_run("recall/1", "once")
    assert await storage.run_once("recall/1", "once", NOW)
    assert await storage.has_run("recall/1", "once")
    assert not await storage.has_run("recall/1", "twice")


async def test_the_file_of_a_proposal_is_kept_as_long_as_it_may_be_of_effect(
    storage: Storage,
) -> None:
    await two(storage)
    sha256 = "e" * 64
    named = {"sha256": sha256, "name": "a.pdf", "type": "application/pdf", "size": 3}
    await storage.keep_file(ChatRef("test", "1"), ChatFile(sha256, "a.pdf", "", 3), NOW)
    await proposes(storage, [named])  # type: ignore[arg-type]
    await storage.forget(A_YEAR)
    assert sha256 in await storage.known_files()
    assert await storage.knows_file(sha256)
    await turn(storage, TWO, Deciding(1, LATER))
    assert await storage.knows_file(sha256)
    await turn(storage, TWO, TakingBack(1))
    assert not await storage.knows_file(sha256)
    assert await storage.known_files() == set()


async def test_who_worked_on_a_dossier_before_this_was_noted_is_known(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with sqlite3.connect(path) as old:
        old.executescript((RELEASES / "0.2.0.sql").read_text("utf-8"))
    old.close()
    storage = open_storage(f"sqlite:///{path}")
    await storage.open()
    (held,) = await storage.dossiers()
    (owner,) = [p for p in await storage.participants(held.dossier.code) if p.role == "owner"]
    (given,) = await storage.given_to(["/dossier"])
    assert (given.chat, given.lang) == (owner.chat, owner.lang)
    await storage.close()
