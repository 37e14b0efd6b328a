"""What every storage promises about proposals: two people, once, and a record that stays."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contest.proposals import OPEN, RULES, ProposalState
from contest.staff import RIGHTS, Deciding, Joining, ProposalKind, Proposing, TakingBack
from dialog.event import ChatRef
from storage.memory_proposals import Proposals
from storage.port import Conflict, Outgoing, Storage, Told
from tests.storage.test_staff import ONE, TWO, invited, turn
from tests.talk import NOW

PERSON = ChatRef("test", "9")
SOON = NOW + timedelta(minutes=10)
STATES: tuple[ProposalState, ...] = get_args(ProposalState)


async def two(storage: Storage) -> None:
    for token, chat in (("a", ONE), ("b", TWO)):
        await invited(storage, token)
        await turn(storage, chat, Joining(token))


async def proposes(storage: Storage, words: str = "x", chat: ChatRef = ONE) -> None:
    await turn(storage, chat, Proposing("fact", {"words": [words]}))


def told(words: str) -> Told:
    return Told(PERSON, Outgoing({"text": words}, NOW))


async def audit(storage: Storage) -> list[tuple[int | None, str]]:
    return [(a.by, a.what) for a in reversed(await storage.audit()) if "proposal" in a.detail]


async def test_a_second_person_approves_and_it_is_done_once_when_due(storage: Storage) -> None:
    await two(storage)
    await proposes(storage)
    (waiting,) = await storage.proposals(OPEN)
    assert (waiting.number, waiting.by, waiting.state) == (1, 1, "waiting")
    assert waiting.detail == {"words": ["x"]}
    with pytest.raises(Conflict):  # nobody decides their own
        await turn(storage, ONE, Deciding(1, SOON))
    await turn(storage, TWO, Deciding(1, SOON))
    approved = await storage.proposal(1)
    assert approved is not None
    assert (approved.state, approved.decided_by, approved.due) == ("approved", 2, SOON)
    assert not await storage.carry_out(1, [told("early")], NOW)
    assert await storage.carry_out(1, [told("done")], SOON)
    assert not await storage.carry_out(1, [told("twice")], SOON)
    assert await storage.proposals(OPEN) == []
    (done,) = await storage.proposals(("done",), "fact")
    assert done.done_at == SOON
    assert await storage.proposals(("done",), "announcement") == []
    message = await storage.next_message(PERSON)
    assert message is not None
    assert message.body == {"text": "done"}
    assert await audit(storage) == [(1, "proposed"), (2, "approved"), (2, "carried_out")]


async def test_what_is_refused_or_taken_back_is_never_done(storage: Storage) -> None:
    await two(storage)
    for words in "abc":
        await proposes(storage, words)
    await turn(storage, TWO, Deciding(1, None))
    await turn(storage, ONE, TakingBack(2))
    await turn(storage, TWO, Deciding(3, SOON))
    await turn(storage, TWO, TakingBack(3))  # who approved it may too, until it is done
    assert [p.state for p in await storage.proposals(STATES)] == ["refused", "back", "back"]
    for number in (1, 2, 3, 4):
        assert not await storage.carry_out(number, [], SOON)
        with pytest.raises(Conflict):
            await turn(storage, TWO, Deciding(number, SOON + timedelta(seconds=number)))
    with pytest.raises(Conflict):
        await turn(storage, ONE, TakingBack(1))


async def test_only_the_two_take_it_back_and_not_when_it_is_due(storage: Storage) -> None:
    await two(storage)
    await proposes(storage)
    with pytest.raises(Conflict):
        await turn(storage, TWO, TakingBack(1))
    await turn(storage, TWO, Deciding(1, NOW))
    with pytest.raises(Conflict):
        await turn(storage, ONE, TakingBack(1))


async def test_what_was_done_stands_in_the_order_of_doing(storage: Storage) -> None:
    await two(storage)
    for words in "abc":
        await proposes(storage, words)
    for number, minutes in ((1, 3), (2, 1), (3, 2)):
        await turn(storage, TWO, Deciding(number, NOW))
        assert await storage.carry_out(number, [], NOW + timedelta(minutes=minutes))
    await proposes(storage, "d")
    assert [p.number for p in await storage.proposals(STATES)] == [2, 3, 1, 4]


def test_who_may_decide_a_kind_is_more_than_one_role_or_not_who_proposes() -> None:
    """Else a proposal of the only role that may could never be decided by another."""
    assert set(RULES) == set(get_args(ProposalKind))
    for rule in RULES.values():
        proposing = {role for role, rights in RIGHTS.items() if rule.proposes in rights}
        deciding = {role for role, rights in RIGHTS.items() if rule.decides in rights}
        assert proposing
        for role in proposing:
            assert deciding - {role}
        for role in proposing | deciding:
            assert "proposals" in RIGHTS[role]


@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["propose", "yes", "no", "back", "done"]),
            st.integers(1, 3),
            st.integers(1, 3),
            st.integers(0, 20),
        ),
        max_size=25,
    )
)
def test_nothing_is_done_that_two_did_not_want(steps: list[tuple[str, int, int, int]]) -> None:
    """Whatever is tried, in whatever order."""
    kept, wanted, done = Proposals(), {}, set()
    for what, by, number, minute in steps:
        at = NOW + timedelta(minutes=minute)
        if what == "done":
            if kept.done(number, at):
                assert number not in done
                assert len(wanted[number]) == 2
                done.add(number)
            continue
        act = {
            "propose": Proposing("fact", {}),
            "yes": Deciding(number, at),
            "no": Deciding(number, None),
            "back": TakingBack(number),
        }[what]
        try:
            _, which = kept.act(by, act, at)
        except Conflict:
            continue
        if what in ("propose", "yes"):
            wanted.setdefault(which, set()).add(by)
        else:
            wanted[which] = set()
