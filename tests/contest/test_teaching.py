"""What staff teach: it holds to the rules of the pack, and goes into its files."""

from __future__ import annotations

import shutil
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.calendar import ZONE
from contest.faq.answer import Faq
from contest.pack import Topic
from contest.proposals import Proposal
from contest.reading import PackError, load
from contest.teaching import (
    MOST_ANSWER,
    Teaching,
    answer_text,
    as_phrasings,
    as_topics,
    left_to_release,
    new_id,
    plain,
    sources,
    taught,
    wrong_with,
)
from contest.today import of_today
from tests.talk import TINY, contest

PACK = contest(TINY).pack
WIND = "Gió to có thả không?"
WINDY = ("gió to có thả diều không", "gio giat manh thi sao", "bão thì có thả không")


def a_topic(**other: Any) -> Topic:
    given: dict[str, Any] = {
        "id": new_id(WIND),
        "question": {"vi": WIND},
        "answer": {"vi": "Gió trên cấp 5 thì dừng thả."},
        "status": "official",
        "sources": sources("rules", "9"),
    }
    return Topic(**given | other)


def a_new_one(**other: Any) -> Teaching:
    new = a_topic(**other)
    return Teaching(WINDY, new.id, new, (3, 4))


def proposal(teaching: Teaching, number: int = 1) -> Proposal:
    at = datetime(2026, 11, 24, 9, tzinfo=ZONE)
    return Proposal(number, "teaching", 1, at, teaching.detail, "done", 2, at, at, at)


def test_a_phrasing_is_answered_once_it_is_taught() -> None:
    teaching = Teaching(("cơm nguội miết lên giấy", "Cơm nguội, miết lên giấy!"), "glue")
    pack = taught(PACK, proposal(teaching))
    assert pack.phrasings["glue"][-1] == "cơm nguội miết lên giấy"
    assert len(pack.phrasings["glue"]) == len(PACK.phrasings["glue"]) + 1  # said once
    found = Faq(pack).decide("com nguoi miet len giay")
    assert found.topic is not None
    assert found.topic.id == "glue"
    assert taught(pack, proposal(teaching)) is pack  # what is there is not added again


def test_a_new_topic_is_answered_with_its_source() -> None:
    pack, left_out = of_today(PACK, [proposal(a_new_one())])
    assert left_out == ()
    found = Faq(pack).decide("gio to co tha dieu khong")
    assert found.topic == pack.topics[new_id(WIND)]
    assert found.topic is not None
    assert found.topic.sources[0].section == "9"


@pytest.mark.parametrize(
    ("teaching", "wrong"),
    [
        (Teaching(("gì đó khác",), "gone"), "topic"),
        (Teaching((), "glue"), "phrasings"),
        (Teaching(("?!",), "glue"), "phrasings"),
        (Teaching(("hỏi ông Nông Văn Thử",), "glue"), "personal"),
        (Teaching((*WINDY[:2], "Gió giật mạnh thì sao"), new_id(WIND), a_topic()), "phrasings"),
        (a_new_one(sources=()), "source"),
        (a_new_one(sources=sources("nothing", "1")), "source"),
        (a_new_one(sources=sources("club", "hôm qua")), "source"),
        (a_new_one(sources=sources("club", "2026-11-24")), "official"),
        (a_new_one(answer={"vi": "Xem {stage.nothing} nhé, có ghi rõ."}), "text"),
        (a_new_one(answer={"vi": "x" * (MOST_ANSWER + 1)}), "text"),
        (a_new_one(answer={"vi": "Có."}), "text"),
        (a_new_one(question={"vi": "x" * 61}), "text"),
        (a_new_one(sources=sources("club", "2026-11-24"), status="reference"), None),
        (a_new_one(), None),
    ],
)
def test_the_rules_of_the_pack_hold(teaching: Teaching, wrong: str | None) -> None:
    assert wrong_with(PACK, teaching) == wrong
    _, left_out = of_today(PACK, [proposal(teaching)])
    assert bool(left_out) == bool(wrong)


def a_pack(folder: Path) -> Path:
    return Path(shutil.copytree(TINY, folder / "pack"))


def released(folder: Path, done: list[Teaching]) -> Path:
    """The next release: what was exported stands in its files."""
    path = a_pack(folder)
    left = left_to_release(PACK, done)
    if topics := as_topics(left):
        (path / "faq" / "taught.toml").write_text(topics, "utf-8")
    (path / "faq" / "phrasings" / "taught.txt").write_text(as_phrasings(left), "utf-8")
    return path


def test_what_was_taught_goes_into_the_next_release_and_is_not_applied_twice(
    tmp_path: Path,
) -> None:
    caveat = {"vi": 'Lời nói, «chưa phải» "điều lệ".'}
    done = [
        a_new_one(status="reference", sources=sources("club", "2026-11-24"), caveat=caveat),
        Teaching(("cơm nguội miết lên giấy",), "glue"),
        Teaching(("gió to thì thôi à",), new_id(WIND)),
    ]
    before, _ = of_today(PACK, [proposal(one, n) for n, one in enumerate(done)])
    path = released(tmp_path, done)
    release = load(path)
    assert release.topics == before.topics
    assert {n: set(p) for n, p in release.phrasings.items()} == {
        n: set(p) for n, p in before.phrasings.items()
    }
    after, left_out = of_today(release, [proposal(one, n) for n, one in enumerate(done)])
    assert (after, left_out) == (release, ())
    assert left_to_release(release, done) == []


LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=80)


@given(st.lists(LINE, min_size=1, max_size=5), LINE, LINE)
def test_whatever_staff_type_the_files_can_be_read(
    texts: list[str], question: str, answer: str
) -> None:
    phrasings = tuple(plain(text) for text in texts)
    new = a_topic(question={"vi": plain(question)}, answer={"vi": answer_text(answer)})
    teaching = Teaching(phrasings, new.id, new)
    if wrong_with(PACK, teaching):
        return
    (row,) = tomllib.loads(as_topics([teaching]))["topic"]
    assert (row["question"]["vi"], row["answer"]["vi"]) == (plain(question), answer_text(answer))
    header, *said = as_phrasings([teaching]).splitlines()
    assert header == f"[{new.id}]"
    assert all(line.strip() and not line.startswith(("#", "[")) for line in said)


def test_an_empty_phrasing_is_none() -> None:
    assert wrong_with(PACK, Teaching(("", "một", "hai", "ba"), "glue")) == "phrasings"


def test_whatever_was_kept_never_breaks_an_answer() -> None:
    """A text of the pack may name facts; what staff type never does."""
    assert plain("hạn {deadline} #nào [x]") == "hạn (deadline) #nào [x]"
    assert plain("# [glue] hạn") == "glue] hạn"
    assert answer_text(" Có {x}.\n\n  Hỏi  tiếp. ") == "Có (x).\nHỏi tiếp."


def test_a_source_that_answers_says_on_which_day(tmp_path: Path) -> None:
    path = a_pack(tmp_path)
    file = path / "faq" / "all.toml"
    good = file.read_text("utf-8")
    glue = 'status = "reference"\nsources = [{ document = "rules", section = "7" }]'
    assert glue in good
    for status, section, fits in [
        ("reference", "2026-11-24", True),
        ("reference", "mục 3", False),
        ("official", "2026-11-24", False),
    ]:
        cited = f'status = "{status}"\nsources = [{{ document = "club", section = "{section}" }}]'
        file.write_text(good.replace(glue, cited), "utf-8")
        if fits:
            assert load(path)
        else:
            with pytest.raises(PackError):
                load(path)
