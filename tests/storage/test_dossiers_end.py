"""What staff decide about dossiers, and how they are erased and forgotten."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from contest.dossier import Consented, Invited, Joined, MovedTo, Noted, Opened, Requested, Returned
from contest.model import Asked
from dialog.event import ChatRef
from storage.port import Answered, ChatFile, Conflict, Outgoing, Storage, Told
from tests.storage.test_contract import bodies, message
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
    to_erase,
    unchanged,
)
from tests.talk import NOW

LATER = NOW + timedelta(hours=1)
PHOTO = ChatFile("a" * 64, "ảnh máy.jpg", "image/jpeg", 12)
RETURNED = Returned({"photos": "Ảnh mờ quá"}, LATER, date(2026, 12, 1))


@pytest.fixture
async def owner(storage: Storage) -> Somebody:
    """Who has handed in one dossier with a photo, and opened another."""
    owner = Somebody(storage, "owner")
    await owner.does(
        Opened(CODE),
        Opened(CODE_2),
        handing_in(),
        answered=[Answered(CODE, 0, said("Máy tẽ ngô"), (PHOTO,))],
    )
    return owner


async def test_staff_return_a_dossier_and_its_people_are_told(
    storage: Storage, owner: Somebody
) -> None:
    told = [Told(owner.chat, Outgoing({"text": "Cần sửa ảnh."}, LATER))]
    assert await storage.judge(CODE, "returned", RETURNED, told, LATER)
    held = await now(storage)
    assert (held.dossier.state, held.dossier.returned) == ("returned", RETURNED)
    assert (held.version, held.dossier.changed_at) == (2, LATER)
    assert (await owner.sees())[0] == held
    assert await bodies(storage, owner.chat) == ["Cần sửa ảnh."]
    assert not await storage.judge(CODE, "returned", RETURNED, told, LATER)  # it is already
    assert await bodies(storage, owner.chat) == []
    note = (await storage.notes(CODE))[-1]
    assert (note.what, note.by, note.detail["state"]) == ("judged", None, "returned")
    assert note.detail["items"] == {"photos": "Ảnh mờ quá"}
    with pytest.raises(Conflict):  # who was just changing it thinks again
        await owner.does(answered=[Answered(CODE, 1, said("never"))])


async def test_a_new_submission_answers_what_was_returned(
    storage: Storage, owner: Somebody
) -> None:
    await storage.judge(CODE, "returned", RETURNED, [], LATER)
    await owner.does(handing_in("t2", again=True), answered=[await unchanged(storage)])
    assert (await now(storage)).dossier.returned is None
    assert await storage.judge(CODE, "accepted", None, [], LATER)
    assert (await now(storage)).dossier.state == "accepted"


async def test_staff_judge_only_what_was_handed_in(storage: Storage, owner: Somebody) -> None:
    told = [Told(owner.chat, Outgoing({"text": "never"}, NOW))]
    for code in (CODE_2, "nothing"):
        assert not await storage.judge(code, "accepted", None, told, NOW)
    assert not await storage.judge(CODE, "draft", None, told, NOW)
    assert await storage.waiting_chats() == []
    assert (await now(storage, CODE_2)).version == 1


async def test_staff_and_owner_at_once_do_not_both_win(storage: Storage, owner: Somebody) -> None:
    turn = await owner.turn(MovedTo(CODE, "withdrawn"), answered=[await unchanged(storage)])
    judged, saved = await asyncio.gather(
        storage.judge(CODE, "accepted", None, [], LATER),
        storage.save(turn),
        return_exceptions=True,
    )
    state = (await now(storage)).dossier.state
    assert (judged, saved is None, state) in [
        (True, False, "accepted"),
        (False, True, "withdrawn"),
    ]


async def test_a_request_is_finished_once_and_its_person_told(
    storage: Storage, owner: Somebody
) -> None:
    await owner.does(Requested("correct", "Sai họ tên", date(2026, 11, 26), date(2026, 12, 8)))
    (request,) = await storage.requests()
    assert await storage.finish_request(request.number, message("Đã sửa."), LATER)
    assert not await storage.finish_request(request.number, message("again"), LATER)
    assert not await storage.finish_request(999, message("nobody"), LATER)
    assert await bodies(storage, owner.chat) == ["Đã sửa."]
    assert await storage.requests() == []
    assert await storage.requests(waiting=False) == [replace(request, done_at=LATER)]


async def test_a_dossier_is_erased_and_its_receipt_says_so(
    storage: Storage, owner: Somebody
) -> None:
    author = Somebody(storage, "author")
    await owner.does(Invited(CODE, INVITATION, "author", "a2"), Invited(CODE, "C2", "claim"))
    await author.does(Joined(CODE, INVITATION, "author", "a2"))
    await owner.does(Consented("dossier", "1", given=True, code=CODE), to_erase(CODE))
    (request,) = await storage.requests()
    assert await storage.erase_for(request.number, message("Đã xóa."), LATER)
    assert await bodies(storage, owner.chat) == ["Đã xóa."]
    assert await owner.codes() == await author.codes() == []
    assert await storage.dossiers() == []
    assert await storage.participants(CODE) == await storage.notes(CODE) == []
    assert await storage.files_of(CODE) == []
    assert await storage.known_files() == set()
    assert await storage.file_of(owner.chat, PHOTO.sha256) is None
    for invitation in (INVITATION, "C2"):
        assert await storage.invitation(invitation) is None
    fact = await storage.receipt(TOKEN)
    assert fact is not None
    assert (fact.code, fact.number, fact.items_done, fact.items_all, fact.at) == (
        CODE,
        1,
        7,
        9,
        NOW,
    )
    assert (fact.withdrawn, fact.replaced) == (True, False)
    assert [c.purpose for c in await storage.consents(owner.chat)] == ["dossier"]
    (done,) = await storage.requests(waiting=False)
    assert (done.text, done.done_at) == ("", LATER)
    assert not await storage.erase_for(request.number, message("again"), LATER)
    for code in (CODE, CODE_2):
        with pytest.raises(Conflict):
            await owner.does(Opened(code))
        with pytest.raises(Conflict):
            await owner.does(answered=[Answered(code, 2, said("never"))])
        with pytest.raises(Conflict):
            await owner.does(Noted(code, "never"))
        assert not await storage.judge(code, "accepted", None, [], LATER)


async def test_only_a_request_to_erase_erases(storage: Storage, owner: Somebody) -> None:
    await owner.does(Requested("copy", "Bản sao", date(2026, 11, 26), date(2026, 12, 8)))
    (request,) = await storage.requests()
    for number in (request.number, 999):
        assert not await storage.erase_for(number, message("never"), LATER)
    assert await storage.requests() == [request]
    assert len(await owner.codes()) == 2
    assert await bodies(storage, owner.chat) == []


async def test_a_helper_who_is_erased_leaves_and_the_dossiers_stay(storage: Storage) -> None:
    helper = Somebody(storage, "helper")
    await helper.does(
        Opened(CODE, helped=True),
        to_erase(),
        answered=[Answered(CODE, 0, said("Bẫy chuột"), (PHOTO,))],
        files=[PHOTO],
    )
    (request,) = await storage.requests()
    await storage.erase_for(request.number, message("Đã xóa."), LATER)
    assert await helper.codes() == []
    assert (await now(storage)).answers == said("Bẫy chuột")
    assert await storage.participants(CODE) == []
    assert await storage.file_of(helper.chat, PHOTO.sha256) is None
    assert await storage.known_files() == {PHOTO.sha256}


async def test_erasing_a_chat_leaves_its_own_dossiers(storage: Storage, owner: Somebody) -> None:
    helper = Somebody(storage, "helper")
    await helper.does(Opened("HELP22", helped=True))
    await owner.does(Invited(CODE, INVITATION_2, "author", "a2"))
    await helper.does(
        Joined(CODE, INVITATION_2, "author", "a2"), to_erase(), asked=[Asked("human", "Xóa tôi")]
    )
    await owner.does(asked=[Asked("human", "Xóa tôi")])
    for question in await storage.questions():
        assert await storage.erase(question.number, message("Đã xóa."), LATER)
    assert await helper.codes() == []
    assert sorted(await owner.codes()) == sorted((CODE, CODE_2))
    assert [p.chat for p in await storage.participants(CODE)] == [owner.chat]
    assert (await now(storage)).dossier.agreed == {"a2": True}
    assert [(r.kind, r.text) for r in await storage.requests()] == [("erase", "")]


async def test_time_leaves_dossiers_alone(storage: Storage, owner: Somebody) -> None:
    days = (date(2026, 11, 26), date(2026, 12, 8))
    await owner.does(Requested("copy", "Bản sao", *days), Requested("correct", "Sai", *days))
    await storage.finish_request(1, message("Đây ạ."), LATER)
    before = await owner.sees()
    assert await storage.forget(NOW + timedelta(days=400)) > 0
    assert await owner.sees() == before
    assert (await storage.load(owner.chat)).chat.lang == "vi"
    assert await storage.known_files() == {PHOTO.sha256}
    assert await storage.file_of(owner.chat, PHOTO.sha256) == PHOTO
    texts = [(r.text, r.done_at is None) for r in await storage.requests(waiting=False)]
    assert texts == [("", False), ("Sai", True)]  # what waits keeps its words
    assert await storage.forget(NOW + timedelta(days=400)) == 0


async def test_all_dossiers_are_deleted_when_their_time_is_over(
    storage: Storage, owner: Somebody
) -> None:
    await owner.does(
        Invited(CODE, INVITATION, "claim"), Consented("dossier", "1", given=True, code=CODE)
    )
    seen = await unchanged(storage)
    assert await storage.forget_dossiers() == 2
    assert await storage.forget_dossiers() == 0
    assert await owner.codes() == []
    assert await storage.dossiers() == []
    assert await storage.receipt(TOKEN) is None
    assert await storage.invitation(INVITATION) is None
    assert await storage.known_files() == set()
    assert await storage.notes(CODE) == []
    assert len(await storage.consents(owner.chat)) == 1
    with pytest.raises(Conflict):
        await owner.does(answered=[seen])
    await owner.does(Opened(CODE))


async def test_a_schedule_tells_people_once(storage: Storage) -> None:
    told = [
        Told(ChatRef("test", name), Outgoing({"text": "Còn 3 ngày."}, NOW)) for name in ("1", "2")
    ]
    tries = [storage.run_once("reminder", "2027-05-27", NOW, told) for _ in range(8)]
    assert sum(await asyncio.gather(*tries)) == 1
    for one in told:
        assert await bodies(storage, one.chat) == ["Còn 3 ngày."]


async def test_a_submission_is_of_when_it_arrived_not_of_when_it_was_saved(
    storage: Storage, owner: Somebody
) -> None:
    """The last second counts, however long the line before midnight was."""
    turn = await owner.turn(
        handing_in("t2", CODE_2), answered=[await unchanged(storage, CODE_2)], at=NOW
    )
    await storage.save(replace(turn, at=LATER))
    submission = (await now(storage, CODE_2)).dossier.submission
    assert submission is not None
    assert submission.at == NOW
    fact = await storage.receipt("t2")
    assert fact is not None
    assert fact.at == NOW
