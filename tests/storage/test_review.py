"""What every storage promises about the review of dossiers."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from contest.dossier import Located, MovedTo, Opened, Returned
from contest.review import Judgement, mark_of
from contest.staff import (
    Act,
    DecidingDossier,
    Ending,
    Inviting,
    Joining,
    Judging,
    Looking,
    Reviewing,
)
from dialog.event import ChatRef
from dialog.place import Answers
from storage.port import (
    Answered,
    Arrival,
    ChatFile,
    ChatState,
    Conflict,
    Outgoing,
    Save,
    Storage,
    Told,
)
from tests.storage.turns import CODE, CODE_2, Somebody, handing_in, now, to_erase, unchanged
from tests.talk import NOW

HOUR = timedelta(hours=1)
ONE, TWO = ChatRef("test", "one"), ChatRef("test", "two")
PHOTO = ChatFile("a" * 64, "ảnh.jpg", "image/jpeg", 5)
PAIR = ChatFile("b" * 64, "trước và sau.jpg", "image/jpeg", 7, ours=True)
GIVEN = {"title": "Máy tẽ ngô", "field": "nong_nghiep", "why": {"parts": [{"text": "Mỏi tay"}]}}
DAY = date(2026, 12, 1)
FINE = Judgement("accepted", 1, mark_of(GIVEN["title"]))
BAD = Judgement("returned", 1, mark_of(GIVEN["why"]), words="Kể rõ hơn", until=DAY)
RETURNED = Returned(
    {"why": "Kể rõ hơn"}, NOW, DAY, dates={"why": DAY}, marks={"why": BAD.mark}, by=1
)


async def turn(
    storage: Storage,
    chat: ChatRef,
    *acts: Act,
    lent: tuple[tuple[str, ChatFile], ...] = (),
    told: tuple[Told, ...] = (),
    messages: tuple[Outgoing, ...] = (),
) -> None:
    """A turn of this chat. Raises Conflict, with the turn not done."""
    event = f"{chat.id}-{len(await storage.audit(most=1000))}-{(await storage.load(chat)).version}"
    arrival = await storage.accept(Arrival(chat, event, {"text": "x"}, NOW))
    assert arrival is not None
    seen = (await storage.load(chat)).version
    save = Save(
        arrival, seen, ChatState(lang="vi"), NOW, acts=acts, lent=lent, told=told,
        messages=messages,
    )  # fmt: skip
    try:
        await storage.save(save)
    except Conflict:
        seen = (await storage.load(chat)).version
        await storage.save(Save(arrival, seen, ChatState(lang="vi"), NOW))
        raise


async def joined(storage: Storage, chat: ChatRef, role: Any = "secretary", **more: Any) -> None:
    await storage.at_server(Inviting(f"{chat.id}-{role}", role, NOW + HOUR, **more), NOW)
    await turn(storage, chat, Joining(f"{chat.id}-{role}"))


@pytest.fixture
async def owner(storage: Storage) -> Somebody:
    """Who has handed in one dossier, and opened another; and there are two secretaries."""
    owner = Somebody(storage, "owner")
    answered = [Answered(CODE, 0, Answers(GIVEN), (PHOTO,))]
    await owner.does(
        Opened(CODE), Located(CODE, "xa-thu"), Opened(CODE_2), handing_in(), answered=answered
    )
    await joined(storage, ONE)
    await joined(storage, TWO)
    return owner


async def judged(storage: Storage) -> None:
    """The first secretary has found one item fine and one not, and told nobody."""
    await turn(storage, ONE, Reviewing(CODE, 0))
    await turn(storage, ONE, Judging(CODE, 1, 1, {"title": FINE, "why": BAD}))


async def returned(storage: Storage, *told: Told) -> None:
    await judged(storage)
    await turn(storage, ONE, DecidingDossier(CODE, 2, 1, "returned", RETURNED), told=told)


async def log(storage: Storage, code: str = CODE) -> list[tuple[int | None, str, Any]]:
    return [(a.by, a.what, a.detail) for a in reversed(await storage.audit_of(code))]


async def test_what_is_under_review_is_what_was_handed_in(
    storage: Storage, owner: Somebody
) -> None:
    later = Answers({**GIVEN, "title": "Tên khác, chưa nộp"})
    await owner.does(answered=[replace(await unchanged(storage), answers=later)])
    under = await storage.under_review(CODE)
    assert under is not None
    assert (under.given, under.submission, under.review.version) == (GIVEN, 1, 0)
    assert await storage.under_review(CODE_2) is None  # it is a draft
    assert await storage.under_review("nothing") is None


async def test_it_is_taken_judged_and_gone_on_with_by_another(
    storage: Storage, owner: Somebody
) -> None:
    await judged(storage)
    under = await storage.under_review(CODE)
    assert under is not None
    assert (under.review.by, under.review.version) == (1, 2)
    assert under.review.judgements == {"title": FINE, "why": BAD}
    await turn(storage, TWO, Reviewing(CODE, 2))
    with pytest.raises(Conflict):  # whoever had it has it no more
        await turn(storage, ONE, Judging(CODE, 3, 1, {"why": FINE}))
    fine = replace(BAD, verdict="accepted", words="", until=None)
    await turn(storage, TWO, Judging(CODE, 3, 1, {"why": fine}))
    under = await storage.under_review(CODE)
    assert under is not None
    assert under.review.judgements == {"title": FINE, "why": fine}
    assert (await now(storage)).dossier.state == "submitted"  # nothing was sent
    assert await log(storage) == [
        (1, "reviewing", {}),
        (1, "judged", {"items": {"title": "accepted", "why": "words"}}),
        (2, "reviewing", {}),
        (2, "judged", {"items": {"why": "accepted"}}),
    ]


async def test_it_is_returned_with_its_message_or_not_at_all(
    storage: Storage, owner: Somebody
) -> None:
    told = Told(owner.chat, Outgoing({"text": "Kể rõ hơn"}, NOW))
    await judged(storage)
    for wrong in (
        DecidingDossier(CODE, 1, 1, "returned", RETURNED),  # an old button
        DecidingDossier(CODE, 2, 2, "returned", RETURNED),  # of another submission
        DecidingDossier(CODE, 2, 1, "draft", None),
        DecidingDossier(CODE_2, 0, 0, "accepted", None),  # never handed in
    ):
        with pytest.raises(Conflict):
            await turn(storage, ONE, wrong, told=(told,))
    with pytest.raises(Conflict):  # nor by somebody who does not have it
        await turn(storage, TWO, DecidingDossier(CODE, 2, 1, "returned", RETURNED), told=(told,))
    assert await storage.next_message(owner.chat) is None
    await turn(storage, ONE, DecidingDossier(CODE, 2, 1, "returned", RETURNED), told=(told,))
    with pytest.raises(Conflict):
        await turn(storage, ONE, DecidingDossier(CODE, 3, 1, "returned", RETURNED), told=(told,))
    held, under = await now(storage), await storage.under_review(CODE)
    assert under is not None
    assert (held.dossier.state, held.dossier.returned) == ("returned", RETURNED)
    assert held.dossier.wanted == {"why": "Kể rõ hơn"}
    assert under.review.by is None
    assert all(judgement.sent for judgement in under.review.judgements.values())
    pending = await storage.next_message(owner.chat)
    assert pending is not None
    assert pending.body["text"] == "Kể rõ hơn"
    assert (await storage.notes(CODE))[-1].detail["items"] == {"why": "Kể rõ hơn"}
    assert (await log(storage))[-1] == (
        1, "returned", {"items": {"why": "words"}, "until": "2026-12-01"},
    )  # fmt: skip


async def test_of_two_who_take_it_at_once_one_has_it(storage: Storage, owner: Somebody) -> None:
    done = await asyncio.gather(
        *(turn(storage, chat, Reviewing(CODE, 0)) for chat in (ONE, TWO)), return_exceptions=True
    )
    assert [type(one) for one in done].count(Conflict) == 1
    under = await storage.under_review(CODE)
    assert under is not None
    assert under.review.version == 1


async def test_who_is_ended_judges_nothing(storage: Storage, owner: Somebody) -> None:
    await judged(storage)
    await storage.at_server(Ending(1), NOW)
    with pytest.raises(Conflict):
        await turn(storage, ONE, DecidingDossier(CODE, 2, 1, "returned", RETURNED))
    with pytest.raises(Conflict):
        await turn(storage, ONE, lent=((CODE, PHOTO),))
    assert (await now(storage)).dossier.state == "submitted"


async def test_old_and_new_are_there_after_it_is_handed_in_again(
    storage: Storage, owner: Somebody
) -> None:
    await returned(storage)
    new = {**GIVEN, "why": {"parts": [{"text": "Mỏi tay, mất ba công"}]}}
    again = handing_in("t2", again=True)
    held = await now(storage)
    await owner.does(again, answered=[Answered(CODE, held.version, Answers(new))])
    under = await storage.under_review(CODE)
    assert under is not None
    assert (under.given, under.before) == (new, {"why": GIVEN["why"]})
    assert under.replaced("why")
    assert under.judged("why") is None  # only this is to be judged again
    assert under.judged("title") is not None
    assert under.dossier.returned is None
    (row,) = await storage.handed_in("field")
    assert row.is_back


async def test_what_is_handed_in_as_it_was_stays_wanted(storage: Storage, owner: Somebody) -> None:
    await returned(storage)
    again = replace(handing_in("t2", again=True), still=RETURNED)
    await owner.does(again, answered=[await unchanged(storage)])
    held = await now(storage)
    assert (held.dossier.state, held.dossier.returned) == ("resubmitted", RETURNED)
    assert held.dossier.wanted == {"why": "Kể rõ hơn"}
    (row,) = await storage.handed_in("field")
    assert (row.was_returned, row.rest, row.is_back) == (True, True, False)


async def test_the_queue_names_what_is_handed_in(storage: Storage, owner: Somebody) -> None:
    (row,) = await storage.handed_in("field")
    assert (row.code, row.state, row.at, row.by) == (CODE, "submitted", NOW, None)
    assert (row.title, row.field, row.unit) == ("Máy tẽ ngô", "nong_nghiep", "xa-thu")
    await turn(storage, ONE, Reviewing(CODE, 0))
    (row,) = await storage.handed_in("no such step")
    assert (row.by, row.field) == (1, "")
    await owner.does(MovedTo(CODE, "withdrawn"), answered=[await unchanged(storage)])
    assert await storage.handed_in("field") == []


async def test_at_the_server_it_is_the_same_thing(storage: Storage, owner: Somebody) -> None:
    assert await storage.judge(CODE, "returned", replace(RETURNED, by=None), [], NOW)
    under = await storage.under_review(CODE)
    assert under is not None
    assert under.review.judgements == {"why": replace(BAD, sent=True)}
    assert await storage.at_server(Looking("dossier", CODE), NOW)
    assert await storage.judge(CODE, "accepted", None, [], NOW)
    assert await storage.invite(CODE, "INV", NOW)
    assert [(by, what) for by, what, _ in await log(storage)] == [
        (None, "returned"), (None, "looked"), (None, "accepted"), (None, "invited"),
    ]  # fmt: skip


async def test_a_file_is_lent_as_long_as_the_right_lasts(storage: Storage, owner: Somebody) -> None:
    officer = ChatRef("test", "officer")
    await joined(storage, officer, "officer", unit="xa-thu")
    for chat in (ONE, officer):
        await turn(storage, chat, lent=((CODE, PHOTO), (CODE, PAIR)))
        await turn(storage, chat, lent=((CODE, PHOTO),))  # shown again
    assert await storage.file_of(ONE, PHOTO.sha256) == replace(PHOTO, ours=True)
    assert await storage.file_of(ONE, PAIR.sha256) == PAIR
    assert await storage.file_of(officer, PHOTO.sha256) is not None
    assert await storage.file_of(TWO, PHOTO.sha256) is None  # was not shown it
    assert await storage.knows_file(PAIR.sha256)
    assert PAIR.sha256 in await storage.known_files()
    answers = await unchanged(storage)
    await owner.does(Located(CODE, "xa-khac"), answered=[answers])  # it comes from elsewhere now
    assert await storage.file_of(officer, PHOTO.sha256) is None
    assert await storage.file_of(ONE, PHOTO.sha256) is not None
    await joined(storage, ONE, "admin")  # a role that sees no dossiers
    assert await storage.file_of(ONE, PHOTO.sha256) is None


@pytest.mark.parametrize("end", ["role", "withdrawn", "erased", "forgotten", "all"])
async def test_and_no_longer(storage: Storage, owner: Somebody, end: str) -> None:
    shown = Outgoing({"text": "Nông Văn Thử"}, NOW, dossier=CODE)
    await turn(storage, ONE, lent=((CODE, PAIR),), messages=(shown,))
    assert await storage.file_of(ONE, PAIR.sha256) is not None
    match end:
        case "role":
            await storage.at_server(Ending(1), NOW)
        case "withdrawn":
            await owner.does(MovedTo(CODE, "withdrawn"), answered=[await unchanged(storage)])
        case "erased":
            await owner.does(to_erase(CODE))
            (request,) = await storage.requests()
            await storage.erase_for(request.number, Outgoing({"text": "xong"}, NOW), NOW)
        case "forgotten":
            await storage.forget(NOW + HOUR)
        case _:
            await storage.forget_dossiers()
    assert await storage.file_of(ONE, PAIR.sha256) is None
    gone = end in ("erased", "all")
    assert (await storage.next_message(ONE) is None) is gone  # what showed it goes with it
    assert await storage.knows_file(PAIR.sha256) is (end in ("role", "withdrawn"))
    if gone:
        assert await storage.under_review(CODE) is None


@pytest.mark.slow
async def test_a_queue_of_250_is_quick(storage: Storage) -> None:
    """With descriptions as long as people may write them."""
    long = {f"s{n}": {"parts": [{"text": "Máy tách hạt ngô. " * 1000}]} for n in range(8)}
    for n in range(250):
        somebody, code = Somebody(storage, f"p{n}"), f"C{n:05}"
        given = Answers({**long, "title": f"Máy thử số {n}", "field": "nong_nghiep"})
        await somebody.does(
            Opened(code), handing_in(f"t{n}", code), answered=[Answered(code, 0, given)]
        )
    begin = time.perf_counter()
    rows = await storage.handed_in("field")
    took = time.perf_counter() - begin
    assert [row.title for row in rows][:2] == ["Máy thử số 0", "Máy thử số 1"]
    assert len(rows) == 250
    assert took < 2  # seconds; measured: 0.2
