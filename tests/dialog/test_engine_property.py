"""Whatever a person does in whatever order, through whatever releases: nothing given is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dialog.engine import current
from dialog.event import Attachment, Pressed, Said, Sent
from tests.dialog.farm import CARD, LAND, Talk, build

RELEASES = [
    build(),
    build([LAND, CARD]),
    build([], crop=True),
    build(renamed=True),
    build([CARD], crop=True, renamed=True),
]

ACTIONS = st.one_of(
    st.builds(Said, st.sampled_from(["Lan", "2,5", "", "rice", "x" * 200, "99999"])),
    st.builds(
        Pressed,
        st.sampled_from(
            ["farm:crop/rice", "farm:crop/tea", "farm:name/edit", "farm:area/back",
             "farm:land/enough", "farm:land/again", "farm:review/yes", "farm:review/0-yes",
             "farm:x/y", "menu/open", ""]
        ),
    ),
    st.builds(
        lambda name, group: Sent((Attachment("photo", name),), group=group),
        st.sampled_from("abcdefgh"),
        st.sampled_from([None, "g1", "g2"]),
    ),
    st.sampled_from(RELEASES),
)  # fmt: skip


@given(st.lists(ACTIONS, max_size=30))
@settings(max_examples=300, deadline=None)
def test_nothing_is_lost_and_nothing_is_sealed_over_a_gap(actions: list[object]) -> None:
    talk = Talk(build())
    names_ever: set[str] = set()
    for action in actions:
        if not isinstance(action, Said | Pressed | Sent):
            talk.dialog = action  # type: ignore[assignment]
            continue
        talk.do(action)
        answers = talk.answers
        kept = {**answers.shelved, **answers.begun, **answers.given}
        renamed = {"area": "hectares", "hectares": "area"}
        for name in names_ever - {"review"}:
            assert name in kept or renamed.get(name) in kept, f"{name} was given and is gone"
        names_ever |= set(answers.given)
        if "review" in answers.given:
            open_steps = [
                s for s in talk.dialog.steps if s.applies(answers.given) and s.name not in answers
            ]
            assert not open_steps, "sealed over a gap"
        step = current(talk.dialog, talk.place, answers)
        assert step is None or not talk.finished
