"""The kernel under the days it will have: weeks of silence, releases, albums, old buttons."""

from __future__ import annotations

import pytest

from dialog.engine import TOKEN_BYTES, asking, token
from dialog.event import Pressed
from dialog.place import Answers, Place
from dialog.reply import t
from dialog.step import Dialog, Step
from dialog.takers import choice, number, words
from tests.dialog.farm import CARD, LAND, Talk, ask, build, said


def at_area() -> Talk:
    talk = Talk(build())
    talk.say("Lan")
    talk.photos("p1", "p2")
    talk.press("dialog.pages_enough")
    assert talk.last == "How many hectares?"
    return talk


def test_straight_through() -> None:
    talk = at_area()
    talk.say("2,5")
    assert talk.last == "Is this right?"
    talk.press("Send it")
    assert talk.finished
    assert talk.given == {"name": "Lan", "land": ["p1", "p2"], "area": 2.5, "review": True}


def test_a_release_that_asks_more_and_renames_changes_nothing_given() -> None:
    talk = at_area()
    talk.say("2.5")
    talk.dialog = build([LAND, CARD], crop=True, renamed=True)
    talk.press("Send it")  # the screen said «Is this right?», and it no longer is
    assert "review" not in talk.given
    assert talk.last == "What do you grow?"
    talk.press("Rice")
    talk.photos("card")
    assert talk.last == "Is this right?"
    assert talk.given == {
        "name": "Lan", "crop": "rice", "land": ["p1", "p2"], "card": ["card"], "hectares": 2.5,
    }  # fmt: skip


def test_the_answer_to_the_question_on_the_screen_counts_whatever_a_release_would_ask() -> None:
    talk = at_area()
    talk.dialog = build(crop=True, renamed=True)
    talk.say("2.5")
    assert talk.given["hectares"] == 2.5
    assert talk.last == "What do you grow?"


def test_a_release_taken_back_gives_everything_back() -> None:
    talk = at_area()
    talk.dialog = build([])
    talk.say("2.5")
    assert talk.given == {"name": "Lan", "area": 2.5}
    assert talk.answers.shelved == {"land": ["p1", "p2"]}
    talk.dialog = build()
    talk.press("Send it")
    assert talk.given == {"name": "Lan", "land": ["p1", "p2"], "area": 2.5}


def test_a_begun_answer_survives_the_absence_of_its_step() -> None:
    talk = Talk(build())
    talk.say("Lan")
    talk.photos("p1")
    talk.dialog = build([])
    talk.say("3")
    assert talk.answers.begun == {"land": ["p1"]}
    talk.dialog = build()
    talk.press("Send it")  # and it is not sealed over what was only begun
    assert "land" not in talk.given
    assert "review" not in talk.given
    assert talk.answers.begun == {"land": ["p1"]}


def test_a_tightened_rule_asks_again_and_keeps_what_was() -> None:
    talk = at_area()
    talk.dialog = build([("land", "Land certificate", 1)])
    talk.say("2.5")
    assert talk.last == "Photos of: Land certificate"
    assert talk.answers.shelved == {"land": ["p1", "p2"]}


def test_an_album_is_one_answer() -> None:
    talk = Talk(build())
    talk.say("Lan")
    replies = talk.photos("a", "b", "c", group="g")
    assert talk.answers.begun == {"land": ["a", "b", "c"]}
    assert {r.key for r in talk.seen[-3:]} == {"pages/land"}  # later ones replace earlier ones
    assert replies[-1].startswith("dialog.pages_got")


def test_the_rest_of_an_album_stays_with_its_step() -> None:
    talk = Talk(build([CARD, LAND]))
    talk.say("Lan")
    talk.photos("x", "y", group="g")
    assert talk.given["card"] == ["x"]
    assert "land" not in talk.answers.begun
    assert "land" not in talk.given


def test_the_same_page_twice_is_one_page() -> None:
    talk = Talk(build())
    talk.say("Lan")
    talk.photos("a", "a", "b", "a")
    assert talk.answers.begun == {"land": ["a", "b"]}


def test_too_many_pages_keep_the_first() -> None:
    talk = Talk(build())
    talk.say("Lan")
    replies = talk.photos(*"abcdefg")
    assert talk.answers.begun == {"land": list("abcde")}
    assert replies[-1].startswith("dialog.pages_full")


def test_enough_is_refused_while_nothing_is_there() -> None:
    talk = Talk(build())
    talk.say("Lan")
    talk.photos("a")
    talk.press("dialog.pages_again")
    replies = talk.press("dialog.pages_enough")
    assert replies[0].startswith("dialog.pages_few")
    assert replies[-1] == "Photos of: Land certificate"


def test_back_twice_change_and_go_on_where_it_was() -> None:
    talk = at_area()
    talk.press("dialog.back")
    assert talk.last == "Photos of: Land certificate"
    talk.press("dialog.back")
    assert talk.last == "Your name?"
    talk.say("Hoa")
    assert talk.last == "How many hectares?"
    assert talk.given == {"name": "Hoa", "land": ["p1", "p2"]}


def test_editing_one_answer_comes_back_to_the_review() -> None:
    talk = at_area()
    talk.say("2.5")
    talk.press("Change name")
    assert talk.last == "Your name?"
    talk.say("Hoa")
    assert talk.last == "Is this right?"
    assert talk.given == {"name": "Hoa", "land": ["p1", "p2"], "area": 2.5}


def test_an_old_submit_submits_nothing() -> None:
    talk = at_area()
    talk.say("2.5")
    old = talk.token("Send it")
    talk.press("Change name")
    talk.say("Hoa")
    assert talk.do(Pressed(old)) == ["dialog.old_button", "Is this right?"]
    assert "review" not in talk.given
    assert not talk.finished


def test_a_change_undoes_what_was_sealed_over_it() -> None:
    talk = at_area()
    talk.say("2.5")
    talk.press("Send it")
    talk.press("Change name")
    talk.say("Hoa")
    assert "review" not in talk.given
    assert talk.last == "Is this right?"


def test_an_old_button_of_another_step_changes_that_step_and_no_other() -> None:
    talk = Talk(build(crop=True))
    talk.say("Lan")
    tea = talk.token("Tea")
    talk.press("Rice")
    talk.do(Pressed(tea))
    assert talk.given["crop"] == "tea"
    assert talk.last == "Photos of: Land certificate"


def test_the_same_button_twice_is_harmless() -> None:
    talk = Talk(build(crop=True))
    talk.say("Lan")
    rice = talk.token("Rice")
    talk.do(Pressed(rice))
    before = talk.answers
    talk.do(Pressed(rice))
    assert talk.answers == before
    assert talk.last == "Photos of: Land certificate"


@pytest.mark.parametrize("pressed", ["farm:gone/x", "farm:name", "farm:", "farm:crop/rice"])
def test_a_button_of_a_step_that_is_gone_is_called_old(pressed: str) -> None:
    talk = at_area()
    before = talk.answers
    replies = talk.do(Pressed(pressed))
    assert replies in (["dialog.old_button", "How many hectares?"], [])
    assert talk.answers == before


def test_a_button_of_another_dialog_is_not_ours() -> None:
    assert at_area().do(Pressed("other:name/x")) == []


def test_a_choice_that_never_was_is_not_taken() -> None:
    talk = Talk(build(crop=True))
    talk.say("Lan")
    assert talk.do(Pressed("farm:crop/poppies")) == []
    assert "crop" not in talk.given


@pytest.mark.parametrize("typed", ["0", "10000", "-3", "nan", "inf", "1e9"])
def test_a_number_out_of_range_is_refused_with_the_range(typed: str) -> None:
    talk = at_area()
    replies = talk.say(typed)
    assert replies[0] == "dialog.number_range 0.01 9999"
    assert replies[-1] == "How many hectares?"
    assert "area" not in talk.given


def test_words_are_cut_by_refusing_not_by_losing() -> None:
    talk = Talk(build())
    replies = talk.say("x" * 101)
    assert replies == ["dialog.too_long 100 101", "Your name?"]
    assert talk.say("   ") == []


def test_nothing_is_left_to_hear_when_all_is_answered() -> None:
    talk = at_area()
    talk.say("2.5")
    talk.press("Send it")
    assert talk.say("hello") == []


def test_words_taken_for_a_question_can_be_made_the_answer() -> None:
    talk = Talk(build())
    talk.place = talk.place.with_aside("How is the weather Lan")
    talk.do(Pressed(token("farm", "name", "keep")))
    assert talk.given == {"name": "How is the weather Lan"}
    assert talk.place.aside is None
    assert talk.do(Pressed(token("farm", "name", "keep")))[0] == "dialog.old_button"


def test_a_token_too_long_for_a_messenger_is_a_bug_found_early() -> None:
    with pytest.raises(ValueError, match="too long"):
        token("farm", "step", "é" * TOKEN_BYTES)


def test_a_name_cannot_be_used_twice_old_or_new() -> None:
    one = Step("a", said("A"), ask("a?"), words(9))
    two = Step("b", said("B"), ask("b?"), number(0, 1), was=("a",))
    with pytest.raises(ValueError, match="used twice"):
        Dialog("d", (one, two))


def test_a_step_applies_only_where_it_should() -> None:
    asked = Step("asked", said("A"), ask("More?"), choice(("yes", "no")))
    more = Step(
        "more", said("M"), ask("What?"), words(9), applies=lambda g: g.get("asked") == "yes"
    )
    talk = Talk(Dialog("farm", (asked, more)))
    talk.do(Pressed("farm:asked/yes"))
    assert talk.last == "What?"
    talk.do(Pressed("farm:asked/no"))
    assert talk.finished


def test_places_remember_what_waits() -> None:
    place = Place().opened("a").opened("b").opened("a")
    assert (place.dialog, place.waiting) == ("a", ("b",))
    assert (place.closed().dialog, place.closed().closed().dialog) == ("b", None)
    assert Place.from_json(place.to_json()) == place
    assert Answers.from_json(Answers({"a": 1}, {"b": [2]}, {"c": None}).to_json()) == Answers(
        {"a": 1}, {"b": [2]}, {"c": None}
    )


def test_asked_again_in_the_middle_of_an_answer_the_way_on_is_still_shown() -> None:
    talk = Talk(build())
    talk.say("Lan")
    talk.photos("p1", "p2")
    moved = asking(talk.dialog, talk.place, talk.answers)
    (again,) = moved.replies
    assert again.text == t("dialog.pages_got", title=said("Land certificate"), n=2)
    assert [b.token for b in again.buttons][:1] == ["farm:land/enough"]


def test_an_old_button_that_changes_an_answer_says_so() -> None:
    talk = Talk(build(crop=True))
    talk.say("Lan")
    rice, tea = talk.token("Rice"), talk.token("Tea")
    talk.press("Rice")
    shown = talk.last
    said_so, again = talk.do(Pressed(tea))
    assert said_so.startswith("dialog.changed")
    assert again == shown
    assert talk.given["crop"] == "tea"
    assert talk.do(Pressed(tea)) == [shown]  # nothing changed
    assert talk.do(Pressed(rice))[0].startswith("dialog.changed")
