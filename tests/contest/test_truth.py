"""What the shipped pack says: sourced, of a status, short, plain, and typed only once."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

import msgspec
import pytest

from bot.texts import Texts
from contest.pack import Cited, Topic
from contest.reading import PACKS, load
from contest.values import used
from handlers.entrant.questions import SCREENS
from handlers.saying import cited, told_on
from tests.talk import contest

PACK = contest().pack
TEXTS = Texts()
DAYS = [date(2026, 11, 23), date(2027, 5, 29), date(2027, 5, 30), date(2027, 12, 1)]
LONGEST_ANSWER = 320
TOPIC_IDS = (Path(__file__).parent / "topics.txt").read_text("utf-8").split()


def said(topic: Topic, lang: str, today: date) -> str:
    return TEXTS.render(told_on(PACK, topic.answer, today), lang)


def test_the_questions_people_ask_all_have_an_answer() -> None:
    assert [name for name in TOPIC_IDS if name not in PACK.topics] == []


@pytest.mark.parametrize("topic", PACK.topics.values(), ids=lambda t: t.id)
def test_an_answer_is_short_sourced_and_of_a_status(topic: Topic) -> None:
    for lang in PACK.languages:
        for today in DAYS:
            text = said(topic, lang, today)
            assert 20 <= len(text) <= LONGEST_ANSWER, (topic.id, lang, len(text))
            assert "{" not in text
            sentences = re.findall(r"[.!?](?:\s|$)", text)
            assert 1 <= len(sentences) <= 6, (topic.id, lang, text)
        note = cited(PACK, topic)
        assert note is not None
        assert TEXTS.render(note, lang)
        assert len(topic.question[lang]) <= 60
    assert all(name in SCREENS for name in topic.next)


@pytest.mark.parametrize("topic", PACK.topics.values(), ids=lambda t: t.id)
def test_an_answer_is_plain(topic: Topic) -> None:
    """Short sentences, and none of the words only offices use."""
    text = said(topic, "vi", DAYS[0])
    for sentence in re.split(r"(?<=[.!?:;])\s", text):
        assert len(sentence.split()) <= 45, (topic.id, sentence)
    for word in ("căn cứ", "quý vị", "thẩm quyền", "theo đó", "nêu trên", "tiến hành", "thực thi"):
        assert word not in text.lower(), (topic.id, word)


def test_an_unpublished_answer_never_sounds_sure() -> None:
    open_words = ("chưa", "không nói", "không ghi", "không nhắc", "không có chỗ nào", "chờ")
    for topic in PACK.topics.values():
        if topic.status == "unpublished":
            assert any(w in said(topic, "vi", DAYS[0]).lower() for w in open_words), topic.id


def test_a_reference_says_that_it_is_one() -> None:
    others = (
        "lần",
        "tỉnh",
        "nơi khác",
        "thái nguyên",
        "hải phòng",
        "cà mau",
        "bình dương",
        "năm 20",
    )
    for topic in PACK.topics.values():
        if topic.status == "reference":
            assert any(w in said(topic, "vi", DAYS[0]).lower() for w in others), topic.id


def pack_files() -> list[tuple[str, str]]:
    folder = PACKS / PACK.id
    return [(p.name, p.read_text("utf-8")) for p in sorted(folder.rglob("*.toml"))]


@pytest.mark.parametrize(
    "typed",
    ["30/5", "30 May", "30 tháng 5", "28/5", "28 May", "20/8", "20 August", "tháng 10 năm 2027",
     "October 2027", "1/7/2025", "1 July 2025", "65 xã", "65 đơn vị"],
)  # fmt: skip
def test_no_fact_of_the_pack_is_typed_into_a_text(typed: str) -> None:
    """A change of the deadline must change every answer that speaks of it."""
    for name, text in pack_files():
        written = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
        assert typed not in written, name


def test_a_changed_deadline_changes_every_answer_that_speaks_of_it(tmp_path: Path) -> None:

    folder = tmp_path / "moved"
    shutil.copytree(PACKS / PACK.id, folder)
    path = folder / "contest.toml"
    path.write_text(path.read_text("utf-8").replace('"2027-05-30"', '"2027-06-09"'), "utf-8")
    moved = load(folder)
    before = {t.id: said(t, "vi", DAYS[0]) for t in PACK.topics.values()}
    after = {
        t.id: TEXTS.render(told_on(moved, t.answer, DAYS[0]), "vi") for t in moved.topics.values()
    }
    for name, text in before.items():
        assert "30/5/2027" not in after[name]
        if "30/5/2027" in text:
            assert "9/6/2027" in after[name]
    assert any("30/5/2027" in text for text in before.values())


def texts_of(value: object) -> Iterator[dict[str, str]]:
    """Every text of the pack, in its languages."""
    match value:
        case msgspec.Struct():
            for name in value.__struct_fields__:
                yield from texts_of(getattr(value, name))
        case tuple():
            for item in value:
                yield from texts_of(item)
        case dict() if value and all(isinstance(v, str) for v in value.values()):
            yield value
        case dict():
            for item in value.values():
                yield from texts_of(item)


EVERYTHING = [text for f in fields(PACK) for text in texts_of(getattr(PACK, f.name))]
STATES_THE_DAY = {"cap_nganh"}  # says what the Plan says of that day, and advises nothing by it


def test_whoever_advises_by_the_deadline_knows_what_day_it_is() -> None:
    """A text that is fine before the deadline and silly after it names a fact of the day."""
    assert len(EVERYTHING) > 300
    for text in EVERYTHING:
        still = {"deadline", "deadline.working_day"} & used(text)
        states = any(PACK.topics[name].answer == text for name in STATES_THE_DAY)
        assert not still or states, text["vi"]


@pytest.mark.parametrize(
    "stale", ["còn thì giờ", "còn kịp", "để lỡ", "sớm", "chậm nhất", "đừng đợi"]
)
def test_after_the_deadline_nobody_is_told_to_hurry(stale: str) -> None:
    for text in EVERYTHING:
        if "vi" in text:
            said = TEXTS.render(told_on(PACK, text, DAYS[-1]), "vi")
            assert stale not in said.lower(), said
            if {"deadline.now", "deadline.left"} & used(text):
                assert "Đã qua hạn nộp hồ sơ" in said


def test_nothing_of_one_contest_is_in_the_catalogues() -> None:
    names = [unit.name.partition(" ")[2] for unit in PACK.units]
    for catalogue in TEXTS.catalogues.values():
        for key, forms in catalogue.forms.items():
            for word in ("Lạng Sơn", "92/KH", "30/5", "28/5", "2027", "Thể lệ", *names):
                if key.startswith(("talk.", "setting.", "pack.", "cli.", "ask.")):
                    continue  # examples of how a command is written
                assert word not in " ".join(forms), (key, word)


def test_what_is_said_of_the_assistant_never_passes_for_a_rule() -> None:
    own = [name for name, document in PACK.documents.items() if document.own]
    assert own == ["bot"]
    for topic in PACK.topics.values():
        note = cited(PACK, topic)
        assert note is not None
        said = TEXTS.render(note, "vi")
        ours = [s for s in topic.sources if s.document in own]
        assert bool(ours) == ("trợ lý" in said.replace("Trợ lý chưa", "").lower()), said
        if len(ours) == len(topic.sources) and topic.status == "official":
            assert "Chính thức" not in said


def test_sections_are_numbers_so_that_they_read_the_same_in_every_language() -> None:
    facts = [*PACK.topics.values(), *PACK.stages, *PACK.bodies.values(), *PACK.fields]
    facts += [o for q in PACK.eligibility.questions for o in q.options] + [*PACK.checklist.items]
    for fact in facts:
        for source in fact.sources:
            assert re.fullmatch(r"([IVX]+(\.\d+)?|\d+)?", source.section), source


def test_no_phone_number_mail_or_street_is_given_that_its_owner_has_not_given() -> None:
    for name, text in pack_files():
        spoken = "\n".join(line for line in text.splitlines() if "address =" not in line)
        assert not re.search(r"(?<![\d/])0\d{2,3}[ .]?\d{3}[ .]?\d{3,4}", spoken), name
        assert not re.search(r"[\w.]+@[\w.]+\.\w+", spoken), name
    assert all(body.contact is None for body in PACK.bodies.values())


def test_official_facts_of_the_plan_cite_the_plan() -> None:
    for stage in PACK.stages:
        assert stage.status == "official"
        assert [s.document for s in stage.sources] == ["plan92"]
    facts: list[Cited] = [*PACK.stages, *PACK.bodies.values(), *PACK.fields, *PACK.checklist.items]
    for fact in facts:
        assert fact.sources


def test_the_dates_are_the_plans() -> None:
    last = {stage.id: stage.span.when.last for stage in PACK.stages}
    assert last == {
        "launch": date(2026, 6, 30),
        "publicity": date(2027, 5, 31),
        "receiving": date(2027, 5, 30),
        "judging": date(2027, 7, 31),
        "national": date(2027, 8, 19),
        "awards": date(2027, 10, 31),
    }
    tentative = [stage.id for stage in PACK.stages if stage.span.tentative]
    assert tentative == ["awards"]


def test_the_six_fields_are_reference() -> None:
    assert len(PACK.fields) == 6
    assert {field.status for field in PACK.fields} == {"reference"}
