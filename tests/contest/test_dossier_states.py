"""A dossier's life: the table of its states, and a farmer and the staff who walk it for real."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar, get_args

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from contest.calendar import ZONE
from contest.dossier import HANDED_IN, MOVES, STATES, Act, State, Submission, after
from dialog.engine import fingerprint
from dialog.place import Answers
from storage.dossier_rules import may_judge
from tests.filling import TINY, Farmer, a_farmer
from tests.talk import SetClock, contest

R = TypeVar("R")
ACTS: tuple[Act, ...] = get_args(Act)
DEADLINE = date(2030, 4, 3)  # of the tiny contest


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_an_exit_and_every_act_leads_to_a_state(state: State) -> None:
    assert any(to != state for to in MOVES[state].values())
    assert set(MOVES[state]) <= set(ACTS)
    assert set(MOVES[state].values()) <= set(STATES)


def test_every_state_is_reached_from_a_new_dossier() -> None:
    reached: set[State] = {"draft"}
    while new := {to for s in reached for to in MOVES[s].values()} - reached:
        reached |= new
    assert reached == set(STATES)


@pytest.mark.parametrize(
    ("state", "act", "to"),
    [
        ("draft", "submit", None),
        ("draft", "complete", "complete"),
        ("complete", "change", "draft"),
        ("complete", "submit", "submitted"),
        ("submitted", "change", "submitted"),
        ("submitted", "submit", "resubmitted"),
        ("submitted", "return", "returned"),
        ("returned", "submit", "resubmitted"),
        ("returned", "return", None),
        ("resubmitted", "return", "returned"),
        ("accepted", "submit", None),
        ("accepted", "change", None),
        ("accepted", "return", "returned"),
        ("withdrawn", "submit", None),
        ("withdrawn", "withdraw", None),
        ("withdrawn", "take_up", "draft"),
    ],
)
def test_an_act_leads_where_it_should(state: State, act: Act, to: State | None) -> None:
    assert after(state, act) == to


@pytest.mark.parametrize("state", STATES)
def test_nothing_handed_in_is_undone_by_a_change(state: State) -> None:
    for act in ("change", "complete"):
        if state in HANDED_IN and (to := after(state, act)):
            assert to == state
    assert state in ("withdrawn", *(s for s in STATES if after(s, "withdraw")))


class Walk(RuleBasedStateMachine):
    """What people and staff do, in any order, against the program itself."""

    farmer: Farmer

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.stack = AsyncExitStack()
        self.handed_in: list[tuple[Submission, dict[str, Any]]] = []
        self.tokens: list[str] = []  # of submit buttons, ever shown
        self.words = 0

    def do(self, what: Coroutine[Any, Any, R]) -> R:
        return self.runner.run(what)

    @initialize()
    def open_one(self) -> None:
        clock = SetClock(datetime(2030, 3, 20, 9, tzinfo=ZONE))
        made = a_farmer(Path(self.folder.name), TINY, clock)
        self.farmer = self.do(self.stack.enter_async_context(made))
        self.do(self.farmer.fill())
        self.before = self.state()

    def teardown(self) -> None:
        self.do(self.stack.aclose())
        self.runner.close()
        self.folder.cleanup()

    def state(self) -> State:
        return self.do(self.farmer.dossier()).state

    def open_now(self) -> bool:
        """May it be changed? Told by the brief of the contest, not by the code."""
        dossier, today = self.do(self.farmer.dossier()), self.farmer.house.clock().date()
        if dossier.state in ("accepted", "withdrawn"):
            return False
        if today <= DEADLINE:
            return True
        until = dossier.returned.until if dossier.returned else None
        return dossier.state == "returned" and (until is None or today <= until)

    # --- what the farmer does ---

    @rule()
    def change_the_title(self) -> None:
        before, may = self.do(self.farmer.given()), self.open_now()
        self.words += 1
        self.do(self.farmer.edit("title"))
        self.do(self.farmer.say(f"Diều sáo {self.words}"))
        changed = self.do(self.farmer.given()) != before
        assert changed is may

    @rule()
    def tell_more(self) -> None:
        may = self.open_now()
        self.do(self.farmer.edit("wind"))
        if may:
            self.do(self.farmer.choose("wind", "again"))
            self.do(self.farmer.say("Bay cao."))
            self.do(self.farmer.choose("wind", "enough"))

    @rule(kind=st.sampled_from(["one", "group"]))
    def another_entrant(self, kind: str) -> None:
        """A group of one has no name of its own yet; one person alone needs none."""
        self.do(self.farmer.edit("who"))
        self.do(self.farmer.choose("who", kind))

    @precondition(lambda self: self.open_now() and self.do(self.farmer.missing()))
    @rule()
    def fill_what_is_missing(self) -> None:
        kind = self.do(self.farmer.given())["who"]
        for name in self.do(self.farmer.missing()):
            self.do(self.farmer.edit(name))
            self.do(self.farmer.answer(self.do(self.farmer.step()), kind))

    @rule()
    def look_for_the_button(self) -> None:
        if token := self.do(self.farmer.submit_token()):
            assert self.open_now()
            assert not self.do(self.farmer.missing())
            self.tokens.append(token)

    @rule(times=st.integers(1, 2))
    def hand_in(self, times: int) -> None:
        self.look_for_the_button()
        if self.tokens:
            self.press(self.tokens[-1], times)

    @rule(which=st.integers(0, 99))
    def hand_in_with_an_old_button(self, which: int) -> None:
        if self.tokens:
            self.press(self.tokens[which % len(self.tokens)], 1)

    def press(self, token: str, times: int) -> None:
        given, state = self.do(self.farmer.given()), self.state()
        may = self.open_now() and not self.do(self.farmer.missing())
        count = len(self.do(self.farmer.dossier()).submissions)
        for _ in range(times):
            self.do(self.farmer.press(token))
        new = self.do(self.farmer.dossier()).submissions[count:]
        fits = token.endswith(f"/{fingerprint(Answers(given))}")
        last = self.handed_in[-1][1] if self.handed_in else None
        if may and fits and (state not in ("submitted", "resubmitted") or last != given):
            (submission,) = new
            self.handed_in.append((submission, given))
        else:
            assert new == ()

    @precondition(lambda self: self.state() != "withdrawn" and self.handed_in)
    @rule()
    def withdraw(self) -> None:
        self.do(self.farmer.press(f"dossier/withdraw/{self.farmer.code}"))
        assert self.state() != "withdrawn"
        self.do(self.farmer.press(f"dossier/withdrawn/{self.farmer.code}"))
        assert self.state() == "withdrawn"

    @precondition(lambda self: self.state() == "withdrawn")
    @rule()
    def take_up(self) -> None:
        self.do(self.farmer.press(f"dossier/takeup/{self.farmer.code}"))
        in_time = self.farmer.house.clock().date() <= DEADLINE
        assert (self.state() in ("draft", "complete")) is in_time

    # --- what the staff and time do ---

    @rule(state=st.sampled_from(["returned", "accepted"]), days=st.none() | st.integers(0, 20))
    def judge(self, state: State, days: int | None) -> None:
        may = may_judge(self.state(), state)
        today = self.farmer.house.clock().date()
        until = None if days is None else today + timedelta(days=days)
        assert self.do(self.farmer.judged(state, {"wind": "Kể rõ hơn"}, until)) is may

    @rule(days=st.integers(1, 4))
    def time_passes(self, days: int) -> None:
        self.farmer.house.clock.forward(days=days)

    # --- what always holds ---

    @invariant()
    def what_was_handed_in_is_still_there(self) -> None:
        if not hasattr(self, "farmer"):
            return
        dossier = self.do(self.farmer.dossier())
        assert list(dossier.submissions) == [s for s, _ in self.handed_in]
        assert [s.number for s in dossier.submissions] == [*range(1, len(self.handed_in) + 1)]
        if dossier.state in HANDED_IN:
            assert dossier.submissions
        receipts = [self.do(self.farmer.house.app.storage.receipt(s.token))
                    for s in dossier.submissions]  # fmt: skip
        assert [r.replaced for r in receipts if r] == [True] * (len(receipts) - 1) + [False] * bool(
            receipts
        )

    @invariant()
    def complete_means_that_nothing_is_missing(self) -> None:
        if not hasattr(self, "farmer"):
            return
        missing, state = self.do(self.farmer.missing()), self.state()
        if state in ("draft", "complete"):
            assert (state == "complete") is (not missing)

    @invariant()
    def every_step_was_one_of_the_table(self) -> None:
        """A turn may do two acts at most: it is changed, and then complete."""
        if not hasattr(self, "farmer"):
            return
        now = self.state()
        near = {self.before, *MOVES[self.before].values()}
        far = {to for s in near for to in MOVES[s].values()}
        assert now in near | far
        self.before = now


TestWalk = Walk.TestCase
TestWalk.settings = settings(
    max_examples=8,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def test_the_tiny_contest_is_the_one_walked() -> None:
    assert contest(TINY).pack.deadline == DEADLINE
