"""What every storage promises about dossiers: who sees them, and who may save over whom."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, event

from contest.dossier import (
    Consented,
    Invitation,
    Invited,
    Joined,
    Located,
    MovedTo,
    Noted,
    Opened,
    Reminding,
    Requested,
)
from contest.model import Asked
from dialog.event import ChatRef
from dialog.place import Answers
from storage import open_storage, units
from storage.port import (
    Answered,
    ChatFile,
    Conflict,
    Outgoing,
    Participant,
    Storage,
    Told,
)
from tests.storage.turns import (
    CODE,
    CODE_2,
    INVITATION,
    INVITATION_2,
    TOKEN,
    Somebody,
    handing_in,
    now,
    said,
    unchanged,
)
from tests.talk import NOW

LATER = NOW + timedelta(hours=1)
PHOTO = ChatFile("a" * 64, "ảnh máy.jpg", "image/jpeg", 12)


async def owner_of(storage: Storage, *codes: str) -> Somebody:
    owner = Somebody(storage, "owner")
    for code in codes or (CODE,):
        await owner.does(Opened(code), answered=[Answered(code, 0, said("Máy tẽ ngô"))])
    return owner


async def test_an_opened_dossier_is_its_chats_own(storage: Storage) -> None:
    owner = await owner_of(storage)
    (held,) = await owner.sees()
    dossier = held.dossier
    assert (dossier.code, dossier.state, dossier.role, dossier.helped) == (
        CODE,
        "draft",
        "owner",
        False,
    )
    assert (dossier.opened_at, dossier.changed_at, dossier.reminders) == (NOW, NOW, True)
    assert (held.answers, held.version) == (said("Máy tẽ ngô"), 1)
    assert (dossier.submission, dossier.returned, dossier.agreed) == (None, None, {})
    assert await now(storage) == held
    assert await Somebody(storage, "stranger").codes() == []
    assert await storage.dossier("nobody") is None
    assert [(n.what, n.by, n.detail) for n in await storage.notes(CODE)] == [
        ("opened", "owner", {"helped": False})
    ]


async def test_a_dossier_comes_from_the_unit_that_was_said_last(storage: Storage) -> None:
    owner = await owner_of(storage)
    assert (await now(storage)).dossier.unit is None
    await owner.does(Opened(CODE_2, unit="xa-vui"))
    assert (await now(storage, CODE_2)).dossier.unit == "xa-vui"
    seen = await unchanged(storage)
    await owner.does(Located(CODE, "xa-thu"), answered=[seen])
    with pytest.raises(Conflict):  # said of answers that are others by now
        await owner.does(Located(CODE, "xa-vui"), answered=[seen])
    units = {held.dossier.code: held.dossier.unit for held in await owner.sees()}
    assert units == {CODE: "xa-thu", CODE_2: "xa-vui"}
    assert [note.what for note in await storage.notes(CODE)] == ["opened"]


async def test_a_code_is_given_out_once(storage: Storage) -> None:
    await owner_of(storage)
    other = Somebody(storage, "other")
    with pytest.raises(Conflict):
        await other.does(Opened(CODE), Opened(CODE_2))
    assert await storage.dossier(CODE_2) is None
    assert await other.codes() == []


async def test_answers_are_saved_over_the_version_that_was_seen(storage: Storage) -> None:
    owner = await owner_of(storage)
    await owner.does(answered=[Answered(CODE, 1, said("Máy tẽ ngô đạp chân"))], at=LATER)
    held = await now(storage)
    assert (held.answers, held.version) == (said("Máy tẽ ngô đạp chân"), 2)
    assert held.dossier.changed_at == LATER
    asked = [Asked("human", "never")]
    told = [Told(ChatRef("test", "other"), Outgoing({"text": "never"}, NOW))]
    for stale in (1, 3):
        with pytest.raises(Conflict):
            await owner.does(
                Noted(CODE, "never"),
                Consented("never", "1", given=True),
                answered=[Answered(CODE, stale, said("never"), (PHOTO,))],
                told=told,
                asked=asked,
                files=[PHOTO],
            )
    # nothing of it was kept, and the event waits for its answer
    assert await now(storage) == held
    assert [note.what for note in await storage.notes(CODE)] == ["opened"]
    assert await storage.consents(owner.chat) == []
    assert await storage.files_of(CODE) == []
    assert await storage.questions() == []
    assert await storage.known_files() == set()
    assert await storage.waiting_chats() == []
    assert len(await storage.undone()) == 2


async def test_two_chats_that_save_one_dossier_at_once_do_not_both_win(storage: Storage) -> None:
    owner = await owner_of(storage)
    await owner.does(Invited(CODE, INVITATION, "claim"))
    other = Somebody(storage, "the owner's other phone")
    await other.does(Joined(CODE, INVITATION, "owner"))
    version = (await now(storage)).version
    turns = [
        await somebody.turn(answered=[Answered(CODE, version, said(somebody.name))])
        for somebody in (owner, other)
    ]
    results = await asyncio.gather(*map(storage.save, turns), return_exceptions=True)
    assert sum(isinstance(result, Conflict) for result in results) == 1
    assert sum(result is None for result in results) == 1
    winner = next(turn for turn, result in zip(turns, results, strict=True) if result is None)
    held = await now(storage)
    assert (held.answers, held.version) == (winner.answered[0].answers, version + 1)
    assert len(await storage.undone()) == 1


async def test_two_chats_that_save_two_dossiers_at_once_do_not_wait_forever(
    storage: Storage,
) -> None:
    owner = await owner_of(storage, CODE, CODE_2)
    other = Somebody(storage, "other")
    turns = []
    for somebody, codes in ((owner, (CODE, CODE_2)), (other, (CODE_2, CODE))):
        answered = [Answered(code, 1, said(somebody.name)) for code in codes]
        turns.append(await somebody.turn(answered=answered))
    results = await asyncio.gather(*map(storage.save, turns), return_exceptions=True)
    assert sorted(str(type(result)) for result in results) == sorted(
        map(str, (type(None), Conflict))
    )
    assert (await now(storage)).answers == (await now(storage, CODE_2)).answers


async def test_a_state_changes_only_over_the_version_that_was_seen(storage: Storage) -> None:
    owner = await owner_of(storage)
    seen = await unchanged(storage)
    await owner.does(MovedTo(CODE, "complete"), answered=[seen])
    assert (await now(storage)).dossier.state == "complete"
    assert (await now(storage)).version == 2
    with pytest.raises(Conflict):
        await owner.does(MovedTo(CODE, "withdrawn"), answered=[seen])
    with pytest.raises(Conflict):
        await owner.does(handing_in(), answered=[seen])
    held = await now(storage)
    assert (held.dossier.state, held.dossier.submissions) == ("complete", ())
    await owner.does(MovedTo(CODE, "complete"), answered=[await unchanged(storage)])
    moves = [note.detail for note in await storage.notes(CODE) if note.what == "moved"]
    assert moves == [{"from": "draft", "to": "complete"}]


@pytest.mark.parametrize(
    ("deeds", "answered"),
    [
        ((MovedTo(CODE, "complete"),), ()),
        ((handing_in(),), ()),
        ((Located(CODE, "xa-thu"),), ()),
        ((MovedTo(CODE, "complete"),), (Answered(CODE_2, 1, Answers()),)),
        ((), (Answered(CODE, 0, Answers()),)),
        ((Opened("NEW222"),), (Answered("NEW222", 1, Answers()),)),
        ((), (Answered(CODE, 1, Answers()), Answered(CODE, 1, Answers()))),
    ],
)
async def test_a_turn_that_does_not_say_what_it_has_seen_is_a_mistake(
    storage: Storage, deeds: Any, answered: Any
) -> None:
    owner = await owner_of(storage, CODE, CODE_2)
    before = await storage.dossiers()
    with pytest.raises(ValueError, match=r"version|twice"):
        await owner.does(*deeds, answered=answered)
    assert await storage.dossiers() == before


async def test_handing_in_counts_up_and_keeps_the_newest_last(storage: Storage) -> None:
    owner = await owner_of(storage)
    answered = [Answered(CODE, 1, said("Máy tẽ ngô, bản 1"))]
    await owner.does(handing_in("t1"), answered=answered)
    await owner.does(handing_in("t2", again=True), answered=[await unchanged(storage)], at=LATER)
    dossier = (await owner.sees())[0].dossier
    assert (dossier.state, dossier.changed_at) == ("resubmitted", LATER)
    assert [(s.number, s.token, s.at) for s in dossier.submissions] == [
        (1, "t1", NOW),
        (2, "t2", LATER),
    ]
    newest = dossier.submission
    assert newest is not None
    assert (newest.digest, newest.done, newest.of, newest.changes) == ("d" * 64, 7, 9, "c1")
    assert (await now(storage)).answers == said("Máy tẽ ngô, bản 1")
    first, second = await storage.receipt("t1"), await storage.receipt("t2")
    assert first is not None
    assert second is not None
    assert (first.code, first.number, first.items_done, first.items_all, first.at) == (
        CODE,
        1,
        7,
        9,
        NOW,
    )
    assert [(r.replaced, r.withdrawn) for r in (first, second)] == [(True, False), (False, False)]
    assert await storage.receipt("nothing") is None
    with pytest.raises(Conflict):  # a token opens one receipt
        await owner.does(handing_in("t1", again=True), answered=[await unchanged(storage)])


async def test_a_receipt_says_that_a_dossier_was_withdrawn(storage: Storage) -> None:
    owner = await owner_of(storage)
    await owner.does(handing_in(), answered=[await unchanged(storage)])
    for state, withdrawn in (("withdrawn", True), ("draft", True)):  # taken up: not handed in
        await owner.does(MovedTo(CODE, state), answered=[await unchanged(storage)])  # type: ignore[arg-type]
        fact = await storage.receipt(TOKEN)
        assert fact is not None
        assert (fact.withdrawn, fact.replaced) == (withdrawn, False)
    await owner.does(handing_in("t2", again=True), answered=[await unchanged(storage)])
    fact = await storage.receipt(TOKEN)
    assert fact is not None
    assert (fact.withdrawn, fact.replaced) == (False, True)


async def test_an_owner_takes_over_what_a_helper_opened(storage: Storage) -> None:
    helper, owner = Somebody(storage, "helper"), Somebody(storage, "owner")
    await helper.does(Opened(CODE, helped=True), answered=[Answered(CODE, 0, said("Bẫy chuột"))])
    held = (await helper.sees())[0]
    assert (held.dossier.role, held.dossier.helped) == ("helper", True)
    await helper.does(Invited(CODE, INVITATION, "claim"))
    assert await storage.invitation(INVITATION) == Invitation(
        INVITATION, "claim", CODE, None, open=True
    )
    await owner.does(Joined(CODE, INVITATION, "owner"), at=LATER)
    assert await helper.codes() == []
    (held,) = await owner.sees()
    assert (held.dossier.role, held.dossier.helped) == ("owner", False)
    assert held.answers == said("Bẫy chuột")
    assert await storage.participants(CODE) == [Participant(owner.chat, "owner", "vi")]
    used = await storage.invitation(INVITATION)
    assert used is not None
    assert not used.open
    # the helper was just writing, or inviting: neither is done by somebody without a part in it
    with pytest.raises(Conflict):
        await helper.does(answered=[Answered(CODE, 1, said("never"))])
    with pytest.raises(Conflict):
        await helper.does(Invited(CODE, INVITATION_2, "claim"))
    with pytest.raises(Conflict):  # used up
        await Somebody(storage, "other").does(Joined(CODE, INVITATION, "owner"))
    assert [(n.what, n.by) for n in await storage.notes(CODE)] == [
        ("opened", "helper"),
        ("invited", "helper"),
        ("joined", "owner"),
    ]


async def test_one_of_two_who_claim_at_once_gets_it(storage: Storage) -> None:
    helper = Somebody(storage, "helper")
    await helper.does(Opened(CODE, helped=True), Invited(CODE, INVITATION, "claim"))
    claims = [
        await Somebody(storage, name).turn(Joined(CODE, INVITATION, "owner")) for name in "abcd"
    ]
    results = await asyncio.gather(*map(storage.save, claims), return_exceptions=True)
    assert sum(result is None for result in results) == 1
    assert sum(isinstance(result, Conflict) for result in results) == 3
    assert [p.role for p in await storage.participants(CODE)] == ["owner"]


async def test_an_owner_who_claims_again_is_not_two(storage: Storage) -> None:
    owner = await owner_of(storage)
    await owner.does(Invited(CODE, INVITATION, "claim"))
    await owner.does(Joined(CODE, INVITATION, "owner"))
    assert await owner.codes() == [CODE]
    assert len(await storage.participants(CODE)) == 1


async def test_a_helper_who_claims_becomes_the_owner(storage: Storage) -> None:
    helper = Somebody(storage, "helper")
    await helper.does(Opened(CODE, helped=True), Invited(CODE, INVITATION, "claim"))
    await helper.does(Joined(CODE, INVITATION, "owner"))
    assert [held.dossier.role for held in await helper.sees()] == ["owner"]


async def test_a_later_invitation_of_the_same_purpose_counts(storage: Storage) -> None:
    owner = await owner_of(storage)
    codes = [f"INV{n}" for n in range(5)]
    await owner.does(
        Invited(CODE, codes[0], "claim"),
        Invited(CODE, codes[1], "author", "a1"),
        Invited(CODE, codes[2], "author", "a2"),
    )
    await owner.does(Invited(CODE, codes[3], "author", "a1"), Invited(CODE, codes[4], "claim"))
    found = [await storage.invitation(code) for code in codes]
    assert [i.open for i in found if i] == [False, False, True, True, True]
    assert await storage.invitation("nothing") is None
    with pytest.raises(Conflict):
        await owner.does(Invited(CODE, codes[0], "claim"))  # a code is given out once


async def test_an_author_agrees_and_sees_the_dossier(storage: Storage) -> None:
    owner, author = await owner_of(storage), Somebody(storage, "author")
    await owner.does(Invited(CODE, INVITATION, "author", "a2"))
    version = (await now(storage)).version
    await author.does(Joined(CODE, INVITATION, "author", "a2"))
    (held,) = await author.sees()
    assert (held.dossier.role, held.dossier.author) == ("author", "a2")
    assert held.dossier.agreed == {"a2": True}
    assert held.version == version + 1  # who decided without knowing it thinks again
    assert await storage.participants(CODE) == [
        Participant(owner.chat, "owner", "vi"),
        Participant(author.chat, "author", "vi", "a2"),
    ]


async def test_an_author_who_declines_does_not_see_it(storage: Storage) -> None:
    owner, author = await owner_of(storage), Somebody(storage, "author")
    await owner.does(Invited(CODE, INVITATION, "author", "a2"))
    await author.does(Joined(CODE, INVITATION, "author", "a2"))
    await owner.does(Invited(CODE, INVITATION_2, "author", "a2"))
    await author.does(Joined(CODE, INVITATION_2, "author", "a2", agrees=False))
    assert await author.codes() == []
    assert (await now(storage)).dossier.agreed == {"a2": False}
    assert [n.what for n in await storage.notes(CODE)][-2:] == ["invited", "declined"]


async def test_one_phone_of_two_authors_and_the_owner_is_one(storage: Storage) -> None:
    owner = await owner_of(storage)
    for author, invitation in (("a1", INVITATION), ("a2", INVITATION_2)):
        await owner.does(Invited(CODE, invitation, "author", author))
        await owner.does(Joined(CODE, invitation, "author", author))
    (held,) = await owner.sees()
    assert (held.dossier.role, held.dossier.agreed) == ("owner", {"a1": True, "a2": True})
    assert await storage.participants(CODE) == [Participant(owner.chat, "owner", "vi", "a1")]


@pytest.mark.parametrize(
    "wrong",
    [
        Joined(CODE_2, INVITATION, "author", "a2"),
        Joined(CODE, INVITATION, "owner"),
        Joined(CODE, INVITATION, "author", "a3"),
        Joined(CODE, INVITATION, "helper"),
    ],
)
async def test_an_invitation_opens_what_it_was_made_for(storage: Storage, wrong: Joined) -> None:
    owner, other = await owner_of(storage, CODE, CODE_2), Somebody(storage, "other")
    await owner.does(Invited(CODE, INVITATION, "author", "a2"))
    with pytest.raises(ValueError, match="something else"):
        await other.does(wrong)
    with pytest.raises(Conflict):
        await other.does(replace(wrong, invitation="nothing"))
    assert await other.codes() == []


async def test_a_dossiers_files_are_its_owners_and_helpers(storage: Storage) -> None:
    helper, owner = Somebody(storage, "helper"), Somebody(storage, "owner")
    author = Somebody(storage, "author")
    drawing = ChatFile("b" * 64, "bản vẽ.pdf", "application/pdf", 99)
    await helper.does(
        Opened(CODE, helped=True),
        Invited(CODE, INVITATION, "claim"),
        answered=[Answered(CODE, 0, said("x"), (PHOTO,))],
    )
    assert await storage.file_of(helper.chat, PHOTO.sha256) == PHOTO
    await owner.does(Joined(CODE, INVITATION, "owner"))
    await owner.does(
        Invited(CODE, INVITATION_2, "author", "a2"),
        answered=[Answered(CODE, 2, said("x"), (drawing, PHOTO))],
    )
    await author.does(Joined(CODE, INVITATION_2, "author", "a2"))
    seen = {
        somebody.name: await storage.file_of(somebody.chat, PHOTO.sha256)
        for somebody in (helper, owner, author)
    }
    assert seen == {"helper": None, "owner": PHOTO, "author": None}
    assert await storage.files_of(CODE) == [PHOTO, drawing]
    assert await storage.files_of(CODE_2) == []
    assert await storage.known_files() == {PHOTO.sha256, drawing.sha256}
    assert await storage.knows_file(drawing.sha256)
    assert await storage.bytes_of(owner.chat) == 0  # what was sent in the chat, as before


async def test_consents_requests_and_wishes_are_kept(storage: Storage) -> None:
    owner = await owner_of(storage)
    days = (date(2026, 11, 26), date(2026, 12, 8))
    await owner.does(
        Consented("dossier", "1", given=True, way="voice", code=CODE),
        Consented("reminders", "2", given=False),
        Requested("copy", "Cho tôi xin bản sao", *days, CODE),
        Reminding(CODE, wanted=False),
        Noted(CODE, "two_entries", {"other": CODE_2, "alike": 0.9}),
        at=LATER,
    )
    consents = await storage.consents(owner.chat)
    assert [(c.purpose, c.version, c.given, c.way, c.at, c.code) for c in consents] == [
        ("dossier", "1", True, "voice", LATER, CODE),
        ("reminders", "2", False, "chat", LATER, None),
    ]
    assert await storage.consents(ChatRef("test", "other")) == []
    (request,) = await storage.requests()
    assert (request.kind, request.text, request.at, request.code) == (
        "copy",
        "Cho tôi xin bản sao",
        LATER,
        CODE,
    )
    assert (request.answer_by, request.done_by, request.done_at) == (*days, None)
    held = await now(storage)
    assert (held.dossier.reminders, held.version, held.dossier.changed_at) == (False, 1, NOW)
    note = (await storage.notes(CODE))[-1]
    assert (note.what, note.at, note.by) == ("two_entries", LATER, "owner")
    assert note.detail == {"other": CODE_2, "alike": 0.9}


@pytest.mark.parametrize(
    "deed", [Reminding(CODE_2, wanted=True), Noted(CODE_2, "x"), Invited(CODE_2, "I", "claim")]
)
async def test_a_deed_on_what_is_not_there_is_thought_again(storage: Storage, deed: Any) -> None:
    owner = await owner_of(storage)
    with pytest.raises(Conflict):
        await owner.does(deed)
    assert await storage.notes(CODE_2) == []


async def test_the_one_changed_last_comes_first(storage: Storage) -> None:
    owner = await owner_of(storage, "AAA222", "BBB222", "CCC222")
    await owner.does(answered=[await unchanged(storage, "BBB222")], at=LATER)
    await owner.does(
        MovedTo("AAA222", "complete"),
        answered=[await unchanged(storage, "AAA222")],
        at=LATER + timedelta(hours=1),
    )
    assert await owner.codes() == ["AAA222", "BBB222", "CCC222"]
    everything = [held.dossier.code for held in await storage.dossiers()]
    assert everything == ["AAA222", "BBB222", "CCC222"]  # the oldest first
    assert [h.dossier.code for h in await storage.dossiers(["complete"])] == ["AAA222"]
    assert await storage.dossiers(["accepted", "returned"]) == []


async def test_others_are_told_in_the_same_save(storage: Storage) -> None:
    owner, helper = await owner_of(storage), Somebody(storage, "helper")
    await helper.does()
    message = Outgoing({"text": "Bác đã nhận lại hồ sơ."}, NOW)
    await owner.does(told=[Told(helper.chat, message)])
    assert await storage.waiting_chats() == [helper.chat]
    pending = await storage.next_message(helper.chat)
    assert pending is not None
    assert pending.body == message.body


async def test_forty_dossiers_take_no_more_queries_than_one(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    storage = open_storage(url)
    await storage.open()
    helper, nobody = Somebody(storage, "helper"), Somebody(storage, "nobody")
    await nobody.does()
    asked: list[str] = []
    engine = create_engine(url)
    event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]))

    def queries(chat: ChatRef) -> tuple[int, int]:
        asked.clear()
        with engine.connect() as db:
            found = units.load(db, chat)
        return len(found.dossiers), len(asked)

    assert queries(nobody.chat) == (0, 1)
    for number in range(40):
        code = f"C{number:05}"
        await helper.does(
            Opened(code, helped=True),
            handing_in(f"t{number}", code),
            answered=[Answered(code, 0, said("x"))],
        )
        if number == 0:
            one = queries(helper.chat)
    assert one == (1, 4)
    assert queries(helper.chat) == (40, 4)
    engine.dispose()
    await storage.close()
