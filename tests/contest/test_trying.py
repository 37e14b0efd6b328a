"""What would change if something were taught: found on a copy, by questions nobody has learnt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contest.faq.answer import Faq
from contest.faq.certainty import OUTSIDE
from contest.faq.grouping import grouped
from contest.faq.lint import against_taught
from contest.faq.trying import MOST_ASKED, Said, left_out, tried
from contest.model import Asked
from contest.teaching import Teaching, with_taught
from tests.talk import TINY, contest

TINY_PACK = contest(TINY).pack


def test_a_phrasing_is_answered_to_the_letter_whatever_seems_likelier() -> None:
    """Taught against all that the model knows: whoever asks just that still gets what was meant."""
    odd = "bao giờ thả diều thì dán"
    pack = with_taught(TINY_PACK, Teaching((odd,), "glue"))
    for text in (odd, "Bao gio tha dieu thi dan?"):
        decision = Faq(pack).decide(text)
        assert decision.topic is not None
        assert decision.topic.id == "glue"
    both = replace(pack, phrasings={**pack.phrasings, "when": (*pack.phrasings["when"], odd)})
    assert Faq(both).decide(odd).score < 1  # of two topics: nothing is sure because of it
    assert Faq(both).decide(odd).near[0].label == "when"


def test_voices_are_left_out_whole_and_lines_where_there_are_few() -> None:
    pack = contest().pack
    texts = {topic: said[:20] for topic, said in pack.phrasings.items()}
    voices = {f"v{n}": {topic: said[n : n + 1] for topic, said in texts.items()} for n in range(16)}
    without, asked = left_out(replace(pack, phrasings=texts), voices)
    gone = {
        (topic, text) for v in ("v0", "v2") for topic, said in voices[v].items() for text in said
    }
    assert {(topic, text) for topic, text in asked if topic} <= gone
    assert not {(t, x) for t, said in without.phrasings.items() for x in said} & set(asked)
    assert any(topic is None for topic, _ in asked)
    assert len(asked) <= MOST_ASKED
    few, asked = left_out(TINY_PACK, {"all": TINY_PACK.phrasings})
    assert asked == [("glue", "dán bằng keo gì"), (None, "giá gạo hôm nay")]
    assert few.phrasings["glue"] == ("hồ dán có được không",)
    assert few.out_of_scope == ("thời tiết ngày mai",)


def test_what_becomes_worse_is_counted_and_what_draws_it_is_said() -> None:
    before = Faq(TINY_PACK)
    greedy = Teaching(("hạn nộp", "nộp diều ngày nào", "hạn nộp là ngày nào"), "glue")
    held_out = [
        ("when", "nop dieu ngay nao"),
        ("glue", "dán bằng keo gì"),
        (None, "giá gạo hôm nay"),
    ]
    found = tried(before, Faq(with_taught(TINY_PACK, greedy)), greedy, held_out)
    assert (found.asked, found.worse, found.drawn, found.better) == (3, 1, 1, 0)
    (shown,) = found.shown
    assert shown.before == Said("answer", ("when",))
    assert "glue" in shown.after.topics
    assert all(said == Said("answer", ("glue",)) for said in found.said)


@pytest.mark.parametrize(
    ("said", "topic", "good"),
    [
        (Said("answer", ("a",)), "a", 3),
        (Said("offer", ("b", "a")), "a", 2),
        (Said("decline", ()), "a", 1),
        (Said("offer", ("b",)), "a", 1),
        (Said("answer", ("b",)), "a", 0),
        (Said("decline", ()), None, 3),
        (Said("answer", ("b",)), None, 0),
    ],
)
def test_how_well_an_answer_serves(said: Said, topic: str | None, good: int) -> None:
    assert said.good(topic) == good


def test_what_speaks_against_a_new_phrasing_is_said() -> None:
    model = contest(TINY).faq.model
    kinds = {
        text: [(doubt.kind, doubt.other_topic) for doubt in doubts]
        for text in (
            "BAO GIỜ thả diều?", "bao giờ thả diều xã", "giá gạo hôm nay thế nào", "dán hồ nếp",
        )
        for doubts in [against_taught(model, "glue", (text,))]
    }  # fmt: skip
    assert kinds == {
        "BAO GIỜ thả diều?": [("twice", "when")],
        "bao giờ thả diều xã": [("near", "when")],
        "giá gạo hôm nay thế nào": [("astray", OUTSIDE)],
        "dán hồ nếp": [],
    }


def test_groups_say_where_their_questions_stand() -> None:
    asked = [Asked("unanswered", text) for text in ("dán keo gì", "bao giờ thả", "dán keo gì đó")]
    first, second = grouped(contest(TINY).faq.model, asked)
    assert sorted(first.at) == [0, 2]
    assert second.at == (1,)
    assert [asked[place] for place in first.at] == list(first.asked)
