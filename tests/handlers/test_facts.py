"""Facts of the contest in the hands of staff: found, corrected together, seen before, proposed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from contest.facts import GROUPS, facts
from contest.proposals import OPEN, Proposal
from contest.staff import Ending
from handlers.staff.facts import search
from tests.filling import NoPapers
from tests.handlers.test_staff import staff
from tests.talk import House, Person, a_house, contest

RULES = "Thể lệ thử số 15/TL-BTC"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path, workers=NoPapers()) as house:
        yield house


@pytest.fixture
async def secretary(house: House) -> Person:
    return await staff(house, "secretary", "secretary")


@pytest.fixture
async def head(house: House) -> Person:
    return await staff(house, "head", "head")


async def corrects(person: Person, fact: str, *said: str) -> None:
    """Each of `said` is typed, or pressed if it is in brackets. Its source and status stay."""
    await person.press_token(f"staff/fix/{fact}")
    for words in said:
        if words.startswith("["):
            await person.press(words.strip("[]"))
        else:
            await person.say(words)
    await person.press("Giữ nguồn cũ")
    await person.press("Giữ nguyên")


async def waiting(house: House) -> list[Proposal]:
    return await house.app.storage.proposals(OPEN, "fact")


async def holds(house: House, head: Person, number: int = 1) -> None:
    """A second person approves it, and it is carried out."""
    await head.press_token(f"staff/approve/{number}")
    house.clock.forward(minutes=11)
    await house.app.schedule.look()
    await house.app.idle()


async def test_every_fact_is_found_by_list_a_page_at_a_time(secretary: Person) -> None:
    seen = set()
    for group in GROUPS:
        await secretary.press_token(f"staff/facts/{group}")
        for _ in range(20):
            tokens = [b.token for b in secretary.last.buttons]
            seen |= {t.removeprefix("staff/fact/") for t in tokens if t.startswith("staff/fact/")}
            if "Xem tiếp" not in secretary.labels:
                break
            await secretary.press("Xem tiếp")
    assert seen == set(facts(contest().pack))
    for odd in ("staff/facts/stage/99", "staff/facts/stage/-1", "staff/facts/x/y", "staff/fact/x"):
        await secretary.press_token(odd)
        assert secretary.last.text


@pytest.mark.parametrize(
    ("typed", "fact"),
    [("hạn nộp", "stage.receiving"), ("han nop", "stage.receiving"), ("lệ phí", "topic.le_phi"),
     ("30/5/2027", "stage.receiving"), ("trao giải", "stage.awards"),
     ("Sở Khoa học và Công nghệ", "body.skhcn.name"), ("", None), ("giá vàng hôm nay", None)],
)  # fmt: skip
def test_a_fact_is_found_by_words(typed: str, fact: str | None) -> None:
    found = [one.id for one in search(contest(), typed)]
    assert fact in found[:3] if fact else found == []


@pytest.mark.parametrize(
    ("fact", "typed", "said"),
    [
        ("stage.receiving", "15/6", "đủ ngày, tháng, năm"),
        ("stage.receiving", "31/6/2027", "Lịch không có ngày này"),
        ("stage.receiving", "15/6/2207", "xa quá"),
        ("stage.judging", "15/6/2027", "từ … đến …"),
        ("stage.judging", "từ 8/2027 đến 6/2027", "phải trước lúc kết thúc"),
        ("work.hours", "cả ngày", "chưa đọc được giờ"),
        ("topic.le_phi", "x" * 1501, "1.500"),
        ("units.since", "7/2025", "đúng một ngày"),
    ],
)
async def test_what_is_typed_wrong_is_refused_kindly_and_asked_again(
    secretary: Person, fact: str, typed: str, said: str
) -> None:
    await secretary.press_token(f"staff/fix/{fact}")
    asked = secretary.last.text
    (refused, again) = await secretary.say(typed)
    assert said in refused.text
    assert again.text == asked


@pytest.mark.parametrize(
    ("fact", "typed", "said"),
    [
        ("stage.receiving", "15/6/2026", "đứng trước nó đã xong"),
        ("stage.receiving", "20/11/2026", "đã qua rồi"),
        ("stage.national", "trước 1/7/2027", "đứng trước nó đã xong"),
    ],
)
async def test_what_cannot_be_is_said_and_nothing_is_kept(
    house: House, secretary: Person, fact: str, typed: str, said: str
) -> None:
    await corrects(secretary, fact, typed)
    assert said in secretary.last.text
    assert "Sửa lại" in secretary.labels
    await secretary.press_token("staff/changes")
    assert "Không có thay đổi nào" in secretary.last.text


async def test_without_a_source_nothing_is_official(house: House, secretary: Person) -> None:
    await secretary.press_token("staff/fix/work.free")
    await secretary.say("12/2/2027")
    assert "Giữ nguồn cũ" not in secretary.labels  # it has none
    await secretary.press("Kế hoạch 92/KH-BTC")
    await secretary.press("Không ghi mục")
    await secretary.press("Chính thức")
    assert "Đang soạn 1 thay đổi" in secretary.last.text
    await secretary.press_token("staff/changes")
    assert "Có 0 chỗ trợ lý nói khác đi" in secretary.last.text
    assert "ngày 12/2/2027" in secretary.last.text


async def test_nothing_changed_is_nothing_to_propose(secretary: Person) -> None:
    await corrects(secretary, "stage.receiving", "[Giữ nguyên]")
    assert "không có gì để sửa" in secretary.last.text


async def published(house: House, secretary: Person) -> None:
    """The rules are out: what was unpublished gets its value, and what others did is confirmed."""
    await secretary.press_token("staff/fix/topic.le_phi")
    await secretary.say("Dự thi không mất lệ phí.")
    await secretary.press("Bỏ qua")
    await secretary.say(RULES)
    await secretary.say("điều 6")
    await secretary.send("the_le.pdf")
    await secretary.press("Chính thức")
    await secretary.press_token("staff/fix/field.it.plain")
    await secretary.press("Giữ nguyên")
    await secretary.press(RULES)  # what one change cites can be pressed for the next
    await secretary.say("3")
    await secretary.press("Chính thức")
    await secretary.press_token("staff/fix/text.fields")
    await secretary.say("Theo văn bản của lần này.")
    await secretary.say("By the document of this contest.")
    assert "Đang soạn 3 thay đổi" in secretary.last.text


async def test_several_facts_are_published_together_with_the_document(
    house: House, secretary: Person, head: Person
) -> None:
    farmer = house.person("nong_van_thu")
    await farmer.say("/start")
    await farmer.say("có mất lệ phí không?")
    house.clock.forward(hours=1)
    await published(house, secretary)
    await secretary.press("Xem các thay đổi đang soạn")
    shown = secretary.last
    assert "Sửa 3 thông tin" in shown.text
    assert "Dự thi không mất lệ phí. (chính thức: Thể lệ thử số 15/TL-BTC, mục 6)" in shown.text
    assert "Cũ: Kế hoạch không nhắc đến lệ phí dự thi" in shown.text
    assert "kèm lời báo là chưa có bản dịch" in shown.text  # nobody wrote it in English
    assert "1 người từng được trả lời theo điều cũ" in shown.text
    assert [file.name for file in shown.files] == ["the_le.pdf"]
    await secretary.press("Gửi người thứ hai duyệt")
    (proposal,) = await waiting(house)
    assert [c["fact"] for c in proposal.detail["changes"]] == [
        "topic.le_phi", "field.it.plain", "text.fields",
    ]  # fmt: skip
    await secretary.press_token("staff/changes")
    assert "Không có thay đổi nào" in secretary.last.text  # they wait for the other now
    await head.press_token("staff/proposal/1")
    assert [file.name for file in head.last.files] == ["the_le.pdf"]
    assert "Dự thi không mất lệ phí." in head.last.text
    await holds(house, head)
    (told,) = [m for m in farmer.messages if "nay đã đổi" in m.text]
    assert "Nay là: Dự thi không mất lệ phí." in told.text
    assert "lĩnh vực" not in told.text.lower()  # they were never told of those
    (answer,) = await farmer.say("có mất lệ phí không?")
    assert "Dự thi không mất lệ phí." in answer.text
    assert "Nguồn: Thể lệ thử số 15/TL-BTC, mục 6. Chính thức." in answer.note
    (document,) = await farmer.press(f"Mở văn bản: {RULES}")
    assert [file.name for file in document.files] == ["the_le.pdf"]
    (sha256,) = [file.sha256 for file in document.files]
    assert await house.app.storage.file_of(farmer.chat, sha256)  # and may fetch it
    await farmer.press_token("lang/en")
    (english,) = await farmer.say("is there an entry fee?")
    assert "Dự thi không mất lệ phí. (So far this part is only in Vietnamese.)" in english.text
    await farmer.press_token("fields/list")
    assert "By the document of this contest." in farmer.last.text


async def test_the_file_of_a_document_outlives_the_chat_it_came_by(
    house: House, secretary: Person, head: Person
) -> None:
    await published(house, secretary)
    await secretary.press("Xem các thay đổi đang soạn")
    await secretary.press("Gửi người thứ hai duyệt")
    (proposal,) = await waiting(house)
    (sha256,) = proposal.files
    await holds(house, head)
    house.clock.forward(days=400)
    await house.app.storage.forget(house.clock())
    assert sha256 in await house.app.storage.known_files()


async def test_changes_are_left_out_replaced_and_cleared(house: House, secretary: Person) -> None:
    await corrects(secretary, "stage.awards", "11/2027")
    await corrects(secretary, "stage.judging", "từ 6/2027 đến 15/7/2027")
    await secretary.press_token("staff/changes")
    assert "Sửa 2 thông tin" in secretary.last.text
    old = [b.token for b in secretary.last.buttons if b.token.startswith("staff/suggest/")]
    await corrects(secretary, "stage.awards", "12/2027")
    await secretary.press_token(*old)  # a button of before this change proposes nothing
    assert await waiting(house) == []
    assert "tháng 12 năm 2027" in secretary.last.text
    assert "tháng 11 năm 2027" not in secretary.last.text
    await secretary.press("Bỏ thay đổi: Tổ chức chấm thi")
    assert "Tổ chức chấm thi" not in "".join(secretary.labels)
    await secretary.press("Gửi người thứ hai duyệt")
    (proposal,) = await waiting(house)
    assert [c["fact"] for c in proposal.detail["changes"]] == ["stage.awards"]
    await corrects(secretary, "stage.judging", "từ 6/2027 đến 15/7/2027")
    await secretary.press_token("staff/changes/clear")
    assert "Không có thay đổi nào" in secretary.last.text


async def test_a_list_needs_as_many_lines_in_each_language(secretary: Person) -> None:
    await secretary.press_token("staff/fix/body.press.does")
    await secretary.say("- Đưa tin\n- Phỏng vấn")
    await secretary.say("Reports")
    await secretary.press("Giữ nguồn cũ")
    await secretary.press("Giữ nguyên")
    assert "số dòng bằng nhau" in secretary.last.text


async def test_the_card_tells_how_it_came_to_be(
    house: House, secretary: Person, head: Person
) -> None:
    for number, day in enumerate(("15/6/2027", "20/6/2027"), 1):
        await corrects(secretary, "stage.receiving", day)
        await secretary.press_token("staff/changes")
        await secretary.press("Gửi người thứ hai duyệt")
        await holds(house, head, number)
    await secretary.press_token("staff/fact/stage.receiving")
    text = secretary.last.text
    assert text.index("Lúc đầu: đến hết ngày 30/5/2027") < text.index(
        "(việc số 1): đến hết ngày 15"
    )
    assert text.index("(việc số 1)") < text.index("(việc số 2): đến hết ngày 20/6/2027")
    await head.press_token("staff/proposal/1")  # what was done is shown as it was decided
    assert "Cũ: đến hết ngày 30/5/2027" in head.last.text
    assert "Mới: đến hết ngày 15/6/2027" in head.last.text


async def test_what_is_taken_back_or_refused_changes_nothing(
    house: House, secretary: Person, head: Person
) -> None:
    for number in (1, 2):
        await corrects(secretary, "stage.receiving", "15/6/2027")
        await secretary.press_token("staff/changes")
        await secretary.press("Gửi người thứ hai duyệt")
        if number == 1:
            await head.press_token("staff/approve/1")
            house.clock.forward(minutes=9)
            await secretary.press("Xem việc số 1")
            await secretary.press("Rút lại")
        else:
            await head.press_token("staff/refuse/2")
        house.clock.forward(minutes=20)
        await house.app.schedule.look()
        assert house.app.contest.pack == contest().pack


async def test_whose_role_ended_while_they_typed_corrects_nothing(
    house: House, secretary: Person
) -> None:
    await secretary.press_token("staff/fix/stage.receiving")
    await secretary.say("15/6/2027")
    await secretary.press("Giữ nguồn cũ")
    await house.app.storage.at_server(Ending(1), house.clock())
    await secretary.press("Giữ nguyên")
    assert "không còn" in secretary.last.text
    assert await waiting(house) == []


async def test_only_who_may_correct_is_offered_facts(house: House) -> None:
    for role, may in (("secretary", True), ("head", True), ("adviser", False), ("admin", False)):
        person = await staff(house, role, role)  # type: ignore[arg-type]
        await person.press("Bàn làm việc")
        await person.press_token("staff/desk/said")
        assert ("Thông tin Hội thi" in person.labels) == may
