"""What every storage promises about the staff."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from contest.staff import Audited, Ending, Inviting, Joining, Looking, Naming
from dialog.event import ChatRef
from storage.port import Arrival, ChatState, Conflict, Outgoing, Save, Storage
from tests.talk import NOW

ONE, TWO = ChatRef("test", "1"), ChatRef("test", "2")
UNTIL = NOW + timedelta(minutes=15)


async def turn(storage: Storage, chat: ChatRef, *acts: object) -> None:
    """A turn of this chat that does these acts. Raises Conflict, with the turn not done."""
    event = f"{chat.id}-{len(await storage.undone())}-{hash(repr(acts))}"
    arrival = await storage.accept(Arrival(chat, event, {"kind": "say", "text": "x"}, NOW))
    assert arrival is not None
    version = (await storage.load(chat)).version
    try:
        await storage.save(
            Save(arrival, version, ChatState(lang="vi"), NOW, acts=acts)  # type: ignore[arg-type]
        )
    except Conflict:
        version = (await storage.load(chat)).version
        await storage.save(Save(arrival, version, ChatState(lang="vi"), NOW))
        raise


async def invited(storage: Storage, token: str, **more: object) -> None:
    act = Inviting(token, "secretary", UNTIL, **more)  # type: ignore[arg-type]
    assert await storage.at_server(act, NOW)


async def test_somebody_joins_is_named_and_ended(storage: Storage) -> None:
    await invited(storage, "a")
    await turn(storage, ONE, Joining("a"))
    await turn(storage, ONE, Naming("Thử"), Looking("people", "7K3M2P"))
    (found,) = await storage.staff()
    assert (found.chat, found.lang) == (ONE, "vi")
    member = found.member
    assert (member.number, member.role, member.name, member.since) == (1, "secretary", "Thử", NOW)
    assert (await storage.load(ONE)).member == member
    assert await storage.at_server(Ending(1), NOW)
    assert not await storage.at_server(Ending(1), NOW)
    assert await storage.staff() == []
    assert (await storage.load(ONE)).member is None
    assert await storage.audit() == [
        Audited(5, NOW, None, "ended", {"member": 1}),
        Audited(4, NOW, 1, "looked", {"screen": "people"}, "7K3M2P"),
        Audited(3, NOW, 1, "named", {}),
        Audited(2, NOW, 1, "joined", {"role": "secretary"}),
        Audited(1, NOW, None, "invited", {"role": "secretary"}),
    ]
    assert [a.number for a in await storage.audit(before=4, most=2)] == [3, 2]


async def test_a_code_makes_one_person_staff(storage: Storage) -> None:
    await invited(storage, "a")
    await turn(storage, ONE, Joining("a"))
    with pytest.raises(Conflict):
        await turn(storage, TWO, Joining("a"))
    with pytest.raises(Conflict):
        await turn(storage, TWO, Joining("never made"))
    assert [s.chat for s in await storage.staff()] == [ONE]
    kept = await storage.staff_invitation("a")
    assert kept is not None
    assert kept.used
    assert await storage.staff_invitation("b") is None


async def test_of_two_at_once_one_comes_in(storage: Storage) -> None:
    await invited(storage, "a")
    for chat in (ONE, TWO):
        await turn(storage, chat)
    done = await asyncio.gather(
        turn(storage, ONE, Joining("a")), turn(storage, TWO, Joining("a")), return_exceptions=True
    )
    assert sorted(isinstance(one, Conflict) for one in done) == [False, True]
    assert len(await storage.staff()) == 1


async def test_a_code_that_is_over_makes_nobody_staff(storage: Storage) -> None:
    assert await storage.at_server(Inviting("late", "secretary", NOW), NOW)
    with pytest.raises(Conflict):
        await turn(storage, ONE, Joining("late"))


async def test_who_is_no_member_can_do_nothing(storage: Storage) -> None:
    with pytest.raises(Conflict):
        await turn(storage, ONE, Inviting("a", "admin", UNTIL))
    with pytest.raises(Conflict):
        await turn(storage, ONE, Naming("Thử"))
    assert await storage.audit() == []
    assert await storage.staff_invitation("a") is None


async def test_what_cannot_be_done_undoes_the_turn(storage: Storage) -> None:
    await invited(storage, "a")
    await turn(storage, ONE, Joining("a"))
    with pytest.raises(Conflict):
        await turn(storage, ONE, Naming("Thử"), Ending(7))
    (found,) = await storage.staff()
    assert found.member.name == ""


async def test_a_second_code_is_a_second_role(storage: Storage) -> None:
    for token, unit in (("a", "chi-lang"), ("b", None)):
        await invited(storage, token, unit=unit)
        await turn(storage, ONE, Joining(token))
    (found,) = await storage.staff()
    assert (found.member.number, found.member.unit) == (2, None)


async def test_a_chat_that_was_forgotten_is_staff_all_the_same(storage: Storage) -> None:
    await invited(storage, "a")
    await turn(storage, ONE, Joining("a"))
    await storage.forget(NOW + timedelta(days=400))
    assert [s.chat for s in await storage.staff()] == [ONE]


async def test_erasing_keeps_the_number_and_no_name(storage: Storage) -> None:
    from contest.model import Asked

    await invited(storage, "a")
    await turn(storage, ONE, Joining("a"))
    await turn(storage, ONE, Naming("Thử"))
    arrival = await storage.accept(Arrival(ONE, "asks", {"kind": "say", "text": "x"}, NOW))
    assert arrival is not None
    version = (await storage.load(ONE)).version
    asked = (Asked("human", "xin xóa"),)
    await storage.save(Save(arrival, version, ChatState(), NOW, asked=asked))
    (question,) = await storage.questions()
    assert await storage.erase(question.number, Outgoing({"text": "xong"}, NOW), NOW)
    assert await storage.staff() == []
    assert (await storage.load(ONE)).member is None
    assert [a.by for a in await storage.audit()] == [1, 1, None]
