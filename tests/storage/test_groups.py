"""What every storage promises about groups of staff."""

from __future__ import annotations

from datetime import timedelta

import pytest

from contest.staff import EndingGroup, InvitingGroup, Joining
from dialog.event import ChatRef
from storage.port import Conflict, Outgoing, Storage, Told
from tests.storage.test_staff import ONE, invited, turn
from tests.talk import NOW

GROUP, OTHER = ChatRef("test", "-100"), ChatRef("test", "-200")
SOON = NOW + timedelta(minutes=15)
HELLO = Told(GROUP, Outgoing({"text": "hello"}, NOW))


async def admin(storage: Storage) -> None:
    await invited(storage, "a")
    await turn(storage, ONE, Joining("a"))


async def done(storage: Storage) -> list[tuple[int | None, str]]:
    return [(a.by, a.what) for a in reversed(await storage.audit()) if "group" in a.what]


async def test_a_group_is_tied_by_a_code_once_and_in_time(storage: Storage) -> None:
    await admin(storage)
    await turn(storage, ONE, InvitingGroup("x", "secretary", SOON))
    invitation = await storage.group_invitation("x")
    assert invitation is not None
    assert (invitation.number, invitation.role, invitation.by) == (1, "secretary", 1)
    assert await storage.groups() == []
    assert not await storage.tie_group("none", GROUP, NOW, [HELLO])
    assert not await storage.tie_group("x", GROUP, SOON, [HELLO])
    assert await storage.next_message(GROUP) is None
    assert await storage.tie_group("x", GROUP, NOW, [HELLO])
    assert not await storage.tie_group("x", OTHER, NOW, [HELLO])
    (group,) = await storage.groups()
    assert (group.chat, group.group.role, group.group.since) == (GROUP, "secretary", NOW)
    message = await storage.next_message(GROUP)
    assert message is not None
    assert message.body == {"text": "hello"}
    assert await done(storage) == [(1, "chat_group_invited"), (1, "chat_group_tied")]


async def test_another_code_is_another_tie_of_the_same_group(storage: Storage) -> None:
    await admin(storage)
    for token, role in (("x", "secretary"), ("y", None)):
        await turn(storage, ONE, InvitingGroup(token, role, SOON))  # type: ignore[arg-type]
        assert await storage.tie_group(token, GROUP, NOW, [])
    (group,) = await storage.groups()
    assert (group.group.number, group.group.role) == (2, None)


async def test_a_tie_ends_once_and_follows_its_chat(storage: Storage) -> None:
    await admin(storage)
    for token, chat in (("x", GROUP), ("y", OTHER)):
        await turn(storage, ONE, InvitingGroup(token, None, SOON))
        assert await storage.tie_group(token, chat, NOW, [])
    moved = ChatRef("test", "-300")
    assert await storage.move_group(OTHER, moved)
    assert not await storage.move_group(OTHER, moved)
    assert [one.chat for one in await storage.groups()] == [GROUP, moved]
    assert await storage.untie_group(GROUP, NOW)
    assert not await storage.untie_group(GROUP, NOW)
    await turn(storage, ONE, EndingGroup(2))
    with pytest.raises(Conflict):
        await turn(storage, ONE, EndingGroup(1))
    assert await storage.groups() == []
    assert (await done(storage))[-2:] == [(None, "chat_group_ended"), (1, "chat_group_ended")]
