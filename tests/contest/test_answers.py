from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.faq import certainty, spelling
from contest.faq.answer import Faq
from contest.faq.calibration import calibrated
from contest.faq.grouping import grouped
from contest.faq.kept import kept_or_learnt
from contest.faq.lint import doubts, twice
from contest.faq.model import Model
from contest.faq.spelling import Speller
from contest.model import Asked
from contest.reading import by_voice, folder_of, load
from tests.talk import TINY, contest

FAQ = contest().faq
KITES = ["diều bay cao", "con diều bay", "diều trên trời cao"]
BOATS = ["thuyền trôi sông", "con thuyền trôi", "thuyền trên sông"]
TOYS = {"kite": KITES, "boat": BOATS}
SPELLER = Speller(
    frozenset(("han", "nop", "ho", "so", "duoc", "hoi", "thi", "giai", "thieu", "dong", "phi"))
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("hanj", "han"), ("ddduwocj", "duoc"), ("ho62", "ho"), ("thieesu", "thieu"),
     ("nopppp", "nop"), ("hannop", "han nop"), ("thhieu", "thieu"), ("ko", "khong")],
)  # fmt: skip
def test_what_a_word_was_meant_to_be(written: str, meant: str) -> None:
    assert SPELLER.meant(written) == (meant,)


@pytest.mark.parametrize("word", ["han", "nop", "2027", "zzzzzz", "x" * 500])
def test_what_is_a_word_or_none_is_left_alone(word: str) -> None:
    assert SPELLER.meant(word) == ()


@pytest.mark.parametrize("word", ["guwir", "ngayf", "khoong", "cuwowcs"])
def test_keys_left_over_are_no_word_however_often_they_are_typed(word: str) -> None:
    plain = {"guwir": "gui", "ngayf": "ngay", "khoong": "khong", "cuwowcs": "cuoc"}[word]
    assert Speller(frozenset((word, plain))).meant(word) == (plain,)


@pytest.mark.parametrize("word", ["this", "was", "those"])
def test_an_english_word_is_no_slip_of_a_vietnamese_one(word: str) -> None:
    assert Speller(frozenset(("thi", "wa", "tho"))).meant(word) == ()


def test_english_words_that_vietnamese_has_too_are_left_to_vietnamese() -> None:
    ours = Path(spelling.__file__).with_name("english.txt").read_text("utf-8")
    rows = [line.partition("=") for line in ours.splitlines() if not line.startswith("#")]
    nothing = [w for written, _, meant in rows if not meant.strip() for w in written.split()]
    written = [w for words, _, _ in rows for w in words.split()]
    assert len(written) == len(set(written))
    assert not set(written) & {"may", "can", "do", "co", "day", "thi", "ho", "so", "long", "my"}
    assert len(nothing) > 20


@pytest.mark.parametrize(
    "said",
    ["han nop la bao gio nhi?", "han nop den bao h z", "hanj nopj laf ngayf naof", "hạn?",
     "What is the deadline?"],
)  # fmt: skip
def test_a_plain_question_is_answered_however_it_is_typed(said: str) -> None:
    decision = FAQ.decide(said)
    assert decision.topic, decision
    assert decision.topic.id == "han_nop"


def test_a_phrasing_of_one_topic_is_sure_word_for_word() -> None:
    """Voices never repeat each other, so calibration cannot know."""
    wrong = []
    for name, texts in contest().pack.phrasings.items():
        for text in texts[::40]:
            decision = FAQ.decide(text)
            if decision.topic is None or decision.topic.id != name:
                wrong.append((name, text, decision.kind))
    assert len(wrong) <= 0.02 * sum(len(t[::40]) for t in contest().pack.phrasings.values()), wrong


def test_the_same_examples_give_the_same_answers_in_every_process() -> None:
    """Sets of words are ordered anew in each process; what is learnt must not be."""
    ask = (
        "from contest.faq.model import Model;"
        "m = Model.built({'kite': ['diều bay cao', 'con diều bay'], 'boat': ['thuyền trôi sông',"
        " 'con thuyền trôi'], '?': ['mưa to', 'con mưa to']}, '?');"
        "print(m.features.names, m.weights.tolist(), m.contrast.tolist())"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", ask], check=True, capture_output=True, text=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert said[0] == said[1]


def test_evidence_counts_on_its_own_side_only() -> None:
    """Whoever asks in the contest's own words must not be distrusted for it."""
    weights = contest().pack.certainty
    assert all(getattr(weights, name) >= 0 for name in certainty.FOR)
    assert all(getattr(weights, name) <= 0 for name in certainty.AGAINST)


def test_a_short_form_of_two_meanings_keeps_both() -> None:
    assert SPELLER.meant("hs") == ("ho so", "hoc sinh")


@given(st.text(max_size=60))
def test_any_word_is_survived(word: str) -> None:
    for meant in SPELLER.meant(word):
        assert meant


@pytest.mark.parametrize(
    ("said", "topics"),
    [
        ("hạn nộp là ngày nào và có mất phí không", {"han_nop", "le_phi"}),
        ("Hồ sơ dự thi gồm những gì? Nộp hồ sơ ở đâu?", {"thanh_phan_hs", "noi_nop"}),
    ],
)
def test_two_questions_at_once_are_both_answered(said: str, topics: set[str]) -> None:
    decision = FAQ.decide(said)
    assert decision.kind == "answer"
    assert {topic.id for topic in decision.topics} == topics


def test_one_question_is_not_taken_for_two() -> None:
    for topic in contest().pack.topics.values():
        assert len(FAQ.decide(topic.question["vi"]).topics) == 1, topic.id


def test_a_follow_up_is_read_with_the_question_before() -> None:
    for before in ("nhan_thuong", "giay_to_ca_nhan"):
        follows = FAQ.decide("thế còn nhóm thì sao?", before)
        assert follows.kind in ("answer", "offer")
        assert follows.before == before


def test_what_is_not_ours_is_no_follow_up_either() -> None:
    assert FAQ.decide("thế còn giá vàng hôm nay thì sao?", "han_nop").topic is None


def test_an_unknown_topic_before_does_no_harm() -> None:
    assert FAQ.decide("thế còn nhóm thì sao?", "no_such_topic").kind


def test_what_was_learnt_is_kept_and_answers_the_same(tmp_path: Path) -> None:
    first = kept_or_learnt("toys", TOYS, tmp_path)
    (file,) = tmp_path.glob("*.npz")
    written = file.stat().st_mtime_ns
    again = kept_or_learnt("toys", TOYS, tmp_path)
    assert file.stat().st_mtime_ns == written
    for text in ("con dieu bay", "thuyền", "zzz"):
        assert np.array_equal(first.read(text).probabilities, again.read(text).probabilities)
        assert first.read(text).near == again.read(text).near


def test_other_examples_are_learnt_anew_and_the_old_file_goes(tmp_path: Path) -> None:
    kept_or_learnt("toys", TOYS, tmp_path)
    model = kept_or_learnt("toys", {**TOYS, "boat": [*BOATS, "tàu thuỷ"]}, tmp_path)
    assert len(model.nearest) == 7
    assert len(list(tmp_path.glob("*"))) == 1


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 not a zip", b"\x00" * 5000])
def test_a_damaged_file_is_learnt_again(tmp_path: Path, damage: bytes) -> None:
    kept_or_learnt("toys", TOYS, tmp_path)
    (file,) = tmp_path.glob("*.npz")
    file.write_bytes(damage)
    assert kept_or_learnt("toys", TOYS, tmp_path).read("diều bay").near[0].label == "kite"
    assert file.stat().st_size > 5000 or damage != file.read_bytes()


def test_a_half_written_file_is_learnt_again(tmp_path: Path) -> None:
    kept_or_learnt("toys", TOYS, tmp_path)
    (file,) = tmp_path.glob("*.npz")
    file.write_bytes(file.read_bytes()[:-200])
    assert kept_or_learnt("toys", TOYS, tmp_path).read("diều bay").near[0].label == "kite"


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    model = kept_or_learnt("toys", TOYS, in_the_way / "learnt")
    assert model.read("diều bay").near[0].label == "kite"


def test_the_same_examples_give_the_same_weights() -> None:
    one, two = Model.built(TOYS), Model.built(TOYS)
    assert np.array_equal(one.weights, two.weights)


def test_a_pack_of_a_few_phrasings_works() -> None:
    faq = Faq(load(TINY))
    for text in ("", "?", "when", "x" * 5000):
        assert faq.decide(text).kind in ("answer", "offer", "decline")


def test_calibrating_tells_ours_from_theirs() -> None:
    voices = {
        name: {"kite": [f"{word} {text}" for text in KITES],
               "boat": [f"{word} {text}" for text in BOATS]}
        for name, word in (("a", "cho hỏi"), ("b", "này"), ("c", "ơi"))
    }  # fmt: skip
    always = {"kite": ["diều"], "boat": ["thuyền"]}
    found = calibrated(voices, always, ["giá vàng", "thời tiết mai", "vay tiền", "xem bói"])
    assert 0 <= found.thresholds.offer <= found.thresholds.answer <= 1


def test_phrasings_that_contradict_each_other_are_found() -> None:
    voices = {
        "a": {"kite": ["diều bay cao lắm"], "boat": ["thuyền trôi trên sông dài"]},
        "b": {"boat": ["Dieu bay cao lam", "thuyền trôi trên sông"], "kite": []},
        "c": {"kite": ["thuyền trôi trên sông to"]},
    }
    found = doubts(voices)
    assert ("twice", "Dieu bay cao lam", "boat") in [(d.kind, d.text, d.topic) for d in found]
    assert ("c", "boat") in [(d.voice, d.other_topic) for d in found if d.kind != "twice"]
    assert doubts({}) == []


def test_the_shipped_phrasings_stand_in_one_topic_each() -> None:
    voices = by_voice(folder_of("lang-son-9"), "faq/phrasings", contest().pack.topics)
    assert list(twice(voices)) == []


def test_questions_that_ask_the_same_are_put_together() -> None:
    asked = [
        Asked("unanswered", "có chỗ gửi xe ở nơi chấm không"),
        Asked("wrong", "đi chấm có được ăn trưa không", "di_lai"),
        Asked("unanswered", "nơi chấm có chỗ gửi xe không ạ"),
        Asked("refused", "chỗ gửi xe nơi chấm ở đâu"),
        Asked("outside", "zzzz"),
    ]
    groups = grouped(FAQ.model, asked)
    assert len(groups[0].asked) == 3
    assert sum(len(group.asked) for group in groups) == len(asked)
    assert grouped(FAQ.model, []) == []
