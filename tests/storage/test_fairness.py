"""What every storage promises about outages, longer deadlines and wishes for advice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contest.advice import Advising, Dropped, LeavingWish, TakingWish, Wished
from contest.dossier import Extended, MovedTo, Noted, Opened
from contest.extensions import Extension, Trace
from contest.outages import Beat, Outage, Working
from contest.staff import Act, Deciding, Joining, Proposing
from dialog.event import ChatRef
from dialog.place import Answers
from storage import open_storage
from storage.port import (
    Answered,
    Arrival,
    ChatState,
    Conflict,
    Outgoing,
    Save,
    Storage,
    Told,
    UploadPage,
)
from tests.storage.test_dossiers_alike import both, empty  # noqa: F401 -- a fixture
from tests.storage.test_staff import ONE, TWO, invited, turn
from tests.storage.turns import CODE, CODE_2, Somebody, now, unchanged
from tests.talk import NOW

MINUTE = timedelta(minutes=1)
UNTIL = date(2027, 6, 2)
FILE = ("a" * 64, "mau.jpg", "image/jpeg", 5)


def ok(since: timedelta = timedelta()) -> Working:
    return Working(True, NOW + since)


def stuck(since: timedelta) -> Working:
    return Working(False, NOW + since)


async def test_a_gap_between_two_beats_is_a_downtime_noted_once(storage: Storage) -> None:
    assert await storage.beat(Beat(NOW, {})) == []
    assert await storage.beat(Beat(NOW + 3 * MINUTE, {})) == []
    late = NOW + 7 * MINUTE
    noted = await storage.beat(Beat(late, {}))
    assert noted == [Outage("down", "", NOW + 3 * MINUTE, late)]
    assert await storage.beat(Beat(late, {})) == []  # said again, as its answer was lost
    assert await storage.outages(NOW) == noted
    assert await storage.outages(late) == []


async def test_what_could_not_be_kept_is_no_downtime(storage: Storage) -> None:
    await storage.beat(Beat(NOW, {}))
    failing = NOW + MINUTE
    await storage.beat(Beat(NOW + 30 * MINUTE, {}, failing))
    assert await storage.outages(NOW) == [Outage("storage", "", failing, NOW + 30 * MINUTE)]


async def test_a_channel_that_fails_is_one_row_with_its_two_ends(storage: Storage) -> None:
    async def beat(minute: int, **channels: Working) -> None:
        await storage.beat(Beat(NOW + minute * MINUTE, channels))

    await beat(0, telegram=ok())
    await beat(1, telegram=stuck(MINUTE / 2), zalo=ok())
    await beat(2, telegram=stuck(MINUTE * 1.5))  # it became another fault
    (lasts,) = await storage.outages(NOW)
    assert lasts == Outage("channel", "telegram", NOW + MINUTE / 2)
    await beat(3, telegram=Working(None, NOW + 3 * MINUTE))  # started again: nobody knows yet
    assert await storage.outages(NOW) == [lasts]
    await beat(4, telegram=ok(3.5 * MINUTE))
    await beat(5, telegram=ok(3.5 * MINUTE))
    ended = Outage("channel", "telegram", lasts.begin, NOW + 3.5 * MINUTE)
    assert await storage.outages(NOW) == [ended]
    await beat(6, telegram=stuck(6 * MINUTE))
    assert [o.end for o in await storage.outages(NOW)] == [ended.end, None]


async def test_it_is_kept_over_a_start(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    for minute in (0, 1, 30, 31):
        storage = open_storage(url)
        await storage.open()
        await storage.beat(Beat(NOW + minute * MINUTE, {}))
        found = await storage.outages(NOW)
        await storage.close()
    assert found == [Outage("down", "", NOW + MINUTE, NOW + 30 * MINUTE)]


# --- longer deadlines ----------------------------------------------------------------------------


async def opened(storage: Storage, name: str = "a", code: str = CODE) -> Somebody:
    somebody = Somebody(storage, name)
    await somebody.does(Opened(code), answered=[Answered(code, 0, Answers({"title": "x"}))])
    return somebody


async def two(storage: Storage) -> None:
    for token, chat in (("a", ONE), ("b", TWO)):
        await invited(storage, token)
        await turn(storage, chat, Joining(token))


async def approved(storage: Storage, until: date = UNTIL, code: str = CODE) -> int:
    await turn(storage, ONE, Proposing("extension", Extension(code, until, "Bão").to_json()))
    number = max(p.number for p in await storage.proposals(("waiting",)))
    await turn(storage, TWO, Deciding(number, NOW))
    return number


async def test_carried_out_it_holds_in_the_same_moment_and_once(storage: Storage) -> None:
    farmer = await opened(storage)
    await two(storage)
    number = await approved(storage)
    assert (await now(storage)).dossier.extended is None  # approved is not done
    before = await now(storage)
    thinking = await unchanged(storage)
    told = [Told(farmer.chat, Outgoing({"text": "gia hạn"}, NOW))]
    assert await storage.carry_out(number, told, NOW)
    assert not await storage.carry_out(number, told, NOW + MINUTE)
    held = await now(storage)
    assert held.dossier.extended == Extended(UNTIL, NOW)
    assert held.version == before.version + 1
    with pytest.raises(Conflict):  # who thought of it meanwhile thinks again
        await farmer.does(answered=[thinking])
    (seen,) = await farmer.sees()
    assert seen.dossier.extended == Extended(UNTIL, NOW)
    assert [n.what for n in await storage.notes(CODE)].count("extended") == 1


async def test_the_newest_counts_and_one_that_is_too_late_changes_nothing(
    storage: Storage,
) -> None:
    await opened(storage)
    await opened(storage, "b", CODE_2)
    await two(storage)
    for until in (UNTIL, UNTIL - timedelta(days=1)):  # the second corrects the first
        assert await storage.carry_out(await approved(storage, until), (), NOW)
    over = await approved(storage, NOW.date() - timedelta(days=1))
    assert await storage.carry_out(over, (), NOW)
    assert (await now(storage)).dossier.extended == Extended(UNTIL - timedelta(days=1), NOW)
    assert (await now(storage, CODE_2)).dossier.extended is None
    gone = await approved(storage, UNTIL, "ZZZ999")
    assert await storage.carry_out(gone, (), NOW)


async def test_what_stops_in_the_middle_was_not_carried_out(tmp_path: Path) -> None:
    """The messages, the record and the deadline are one transaction."""
    storage = open_storage(f"sqlite:///{tmp_path / 'a.db'}")
    await storage.open()
    farmer = await opened(storage)
    await two(storage)
    number = await approved(storage)
    cannot_be_kept = Told(farmer.chat, Outgoing({"text": object()}, NOW))
    with pytest.raises(Exception, match="not JSON serializable"):
        await storage.carry_out(number, [cannot_be_kept], NOW)
    assert (await now(storage)).dossier.extended is None
    assert [p.number for p in await storage.proposals(("approved",))] == [number]
    assert await storage.carry_out(number, (), NOW)
    assert (await now(storage)).dossier.extended == Extended(UNTIL, NOW)
    await storage.close()


# --- whom an outage hit --------------------------------------------------------------------------


async def test_what_was_done_around_the_deadline_is_found_by_dossier(storage: Storage) -> None:
    farmer = await opened(storage)
    other = await opened(storage, "b", CODE_2)
    since = NOW + MINUTE
    await farmer.does(at=NOW + 2 * MINUTE)
    early, late = NOW + 3 * MINUTE, NOW + 9 * MINUTE
    detail = {"began": early.isoformat(), "here": late.isoformat()}
    await farmer.does(
        Noted(CODE, "late_file", detail), Noted(CODE, "late_intent", {}), at=NOW + 9 * MINUTE
    )
    bad = await storage.accept(Arrival(farmer.chat, "bad", {"x": 1}, NOW + 5 * MINUTE))
    assert bad is not None
    await storage.park(bad, "why", ())
    page = UploadPage("t" * 64, other.chat, f"d-{CODE_2}", "photos", NOW + 60 * MINUTE)
    await storage.save(replace(await other.turn(at=NOW), pages=(page,)))
    other.turns += 1
    one, two_ = await storage.traces(since)
    assert one == Trace(
        CODE,
        channels=frozenset({"test"}),
        acts=(NOW + 2 * MINUTE, NOW + 5 * MINUTE, NOW + 9 * MINUTE),
        parked=(NOW + 5 * MINUTE,),
        uploads=((early, late),),
        intents=(NOW + 9 * MINUTE,),
    )
    assert two_ == Trace(CODE_2, channels=frozenset({"test"}), pages=(NOW + 60 * MINUTE,))
    await other.does(MovedTo(CODE_2, "withdrawn"), answered=[await unchanged(storage, CODE_2)])
    assert [trace.code for trace in await storage.traces(since)] == [CODE]


# --- advice --------------------------------------------------------------------------------------


async def test_a_wish_from_waiting_to_given(storage: Storage) -> None:
    farmer = await opened(storage)
    await two(storage)
    await farmer.does(Wished(CODE, "m1"))
    with pytest.raises(Conflict):  # one at a time
        await farmer.does(Wished(CODE, "m2"))
    (wish,) = await storage.wishes()
    assert (wish.code, wish.number, wish.mark, wish.state) == (CODE, 1, "m1", "waiting")
    with pytest.raises(Conflict):  # nobody answers what they did not take
        await turn(storage, ONE, Advising(CODE, 1, ("x",)))
    await turn(storage, ONE, TakingWish(CODE, 1, "m2"))
    with pytest.raises(Conflict):
        await turn(storage, TWO, TakingWish(CODE, 1, "m2"))
    for act in (LeavingWish(CODE, 1), Advising(CODE, 1, ("của ai?",))):
        with pytest.raises(Conflict):
            await turn(storage, TWO, act)
    await turn(storage, ONE, LeavingWish(CODE, 1))
    await turn(storage, TWO, TakingWish(CODE, 1, "m3"))
    await turn(storage, TWO, Advising(CODE, 1, ("Kể rõ hơn.", "Thêm số."), (FILE,)))
    with pytest.raises(Conflict):  # once
        await turn(storage, TWO, Advising(CODE, 1, ("Lần nữa",)))
    assert await storage.wishes() == []
    (given_,) = await storage.wishes_of(CODE)
    assert (given_.state, given_.mark, given_.texts) == ("given", "m3", ("Kể rõ hơn.", "Thêm số."))
    assert given_.files == (FILE,)
    held = (await now(storage)).dossier
    assert held.advised
    assert held.state == "draft"  # it is help, and no state of anything
    file = await storage.file_of(farmer.chat, FILE[0])
    assert file is not None
    assert file.ours
    assert FILE[0] in await storage.known_files()
    await farmer.does(Wished(CODE, "m4"))
    assert [w.number for w in await storage.wishes_of(CODE)] == [1, 2]
    whats = [a.what for a in reversed(await storage.audit()) if a.dossier == CODE]
    assert whats == ["advice_taken", "advice_left", "advice_taken", "advised"]


async def test_a_wish_is_taken_back_and_goes_with_its_dossier(storage: Storage) -> None:
    farmer = await opened(storage)
    await two(storage)
    await farmer.does(Wished(CODE, "m"))
    await turn(storage, ONE, TakingWish(CODE, 1, "m"))
    await farmer.does(Dropped(CODE, 1))
    with pytest.raises(Conflict):
        await turn(storage, ONE, Advising(CODE, 1, ("x",)))
    with pytest.raises(Conflict):
        await farmer.does(Dropped(CODE, 1))
    await farmer.does(Wished(CODE, "m"))
    await farmer.does(MovedTo(CODE, "withdrawn"), answered=[await unchanged(storage)])
    assert await storage.wishes() == []
    with pytest.raises(Conflict):
        await turn(storage, ONE, TakingWish(CODE, 2, "m"))
    await storage.forget_dossiers()
    assert await storage.wishes_of(CODE) == []


steps = st.lists(
    st.tuples(
        st.sampled_from(("wish", "drop", "take", "leave", "give", "extend", "beat")),
        st.sampled_from((CODE, CODE_2)),
        st.integers(1, 3),
        st.booleans(),
    ),
    max_size=25,
)


async def acted(storage: Storage, chat: ChatRef, event: str, act: Act) -> None:
    """A turn that does this, and if it cannot, one that does nothing."""
    arrival = await storage.accept(Arrival(chat, event, {}, NOW))
    assert arrival is not None
    save = Save(arrival, (await storage.load(chat)).version, ChatState(lang="vi"), NOW)
    try:
        await storage.save(replace(save, acts=(act,)))
    except Conflict:
        await storage.save(replace(save, version=(await storage.load(chat)).version))
        raise


async def did(storage: Storage, step: tuple[str, str, int, bool], minute: int) -> object:
    what, code, number, first = step
    owner = Somebody(storage, "a" if code == CODE else "b", turns=100 + minute)
    chat = ONE if first else TWO
    try:
        match what:
            case "wish":
                await owner.does(Wished(code, f"m{number}"))
            case "drop":
                await owner.does(Dropped(code, number))
            case "take":
                await acted(storage, chat, f"act{minute}", TakingWish(code, number, f"t{minute}"))
            case "leave":
                await acted(storage, chat, f"act{minute}", LeavingWish(code, number))
            case "give":
                files = (FILE,) if first else ()
                act = Advising(code, number, (f"lời {minute}",), files)
                await acted(storage, chat, f"act{minute}", act)
            case "extend":
                until = UNTIL + timedelta(days=number)
                wanted = Extension(code, until, str(minute)).to_json()
                await acted(storage, ONE, f"p{minute}", Proposing("extension", wanted))
                number = max(p.number for p in await storage.proposals(("waiting",)))
                await acted(storage, TWO, f"d{minute}", Deciding(number, NOW))
                return await storage.carry_out(number, (), NOW)
            case _:
                at = NOW + minute * 2 * number * MINUTE
                how = stuck(minute * MINUTE) if first else ok(minute * MINUTE)
                return list(await storage.beat(Beat(at, {"telegram": how})))
    except Conflict:
        return "Conflict"
    return "done"


async def seen(storage: Storage) -> Sequence[object]:
    return [
        await storage.wishes(),
        await storage.outages(NOW - MINUTE),
        await storage.traces(NOW - MINUTE),
        *[await storage.wishes_of(code) for code in (CODE, CODE_2)],
        *[await storage.dossier(code) for code in (CODE, CODE_2)],
        *[(await storage.load(ChatRef("test", name))).dossiers for name in "ab"],
        *[await storage.files_of(code) for code in (CODE, CODE_2)],
        [(a.what, a.dossier) for a in await storage.audit()],
    ]


@pytest.mark.slow
@given(steps)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
async def test_memory_and_sqlite_are_alike(empty: Path, talk: list) -> None:  # type: ignore[type-arg]  # noqa: F811
    async with both(empty) as storages:
        for storage in storages:
            await opened(storage)
            await opened(storage, "b", CODE_2)
            await two(storage)
        for minute, step in enumerate(talk, 1):
            came = [await did(storage, step, minute) for storage in storages]
            assert came[0] == came[1], step
        memory, sqlite = [await seen(storage) for storage in storages]
        assert memory == sqlite
